//! Which careers are made of which activities.

use crate::model::{CareerId, Catalogue, QuestionId, Questionnaire};
use std::collections::BTreeMap;
use std::sync::Arc;

/// By question: the careers of the catalogue at hand that are made of it.
#[derive(Clone, Debug)]
pub struct Activities {
    careers: Vec<Arc<[CareerId]>>,
}

impl Activities {
    /// Looks the named careers up; ids of another catalogue name none.
    pub fn new(questionnaire: &Questionnaire, catalogue: &Catalogue) -> Self {
        let places: BTreeMap<&str, CareerId> =
            catalogue.iter().map(|(place, career)| (career.id.as_str(), place)).collect();
        let named = |ids: &[String]| ids.iter().filter_map(|id| places.get(id.as_str()).copied()).collect();
        Self { careers: questionnaire.questions.iter().map(|question| named(&question.careers)).collect() }
    }

    /// The careers that are made of an activity; none of a question that is no activity.
    pub fn careers(&self, question: QuestionId) -> &Arc<[CareerId]> {
        &self.careers[question.index()]
    }
}
