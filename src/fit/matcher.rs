//! The data made ready for matching, shared by every person and every front end.

use super::activities::Activities;
use super::learned::Learned;
use super::metric::Metric;
use super::noise::Noise;
use super::reasons::SOME_IMPORTANCE;
use super::whitening::Whitening;
use crate::assess::Measurement;
use crate::model::{Area, ByGroup, ByScale, CareerId, Dataset, Group, Question, QuestionId, ScaleId};
use crate::search::{Findings, Language, Search};
use std::sync::{Arc, OnceLock};

/// Answers from which a group counts.
const COUNTS: usize = 2;

/// The data with all that is worked out from it once: shared by every person and every front end.
#[derive(Debug)]
pub struct Matcher {
    /// What is asked and ranked.
    pub dataset: Dataset,
    /// What an answer tells.
    pub measurement: Measurement,
    /// What a person is compared with.
    pub metric: Metric,
    /// Groups of scales that the questionnaire asks about.
    pub asked: ByGroup<bool>,
    /// Which careers are made of which activities.
    pub activities: Activities,
    /// By question, the areas of activity it asks about, as bits.
    areas: Vec<u32>,
    /// By question, the areas on whose map its answer stands, as bits.
    map: Vec<u32>,
    whitening: OnceLock<Whitening>,
    learned: OnceLock<Learned>,
    noise: OnceLock<Arc<Noise>>,
    search: Search,
}

impl Matcher {
    /// Prepares the data for matching.
    pub fn new(dataset: Dataset) -> Self {
        let metric = Metric::new(&dataset.catalogue, &dataset.matching);
        let prior = metric.build_prior(&dataset.matching);
        let measurement = Measurement::new(&dataset.questionnaire, prior, &dataset.matching);

        let loads = || dataset.questionnaire.questions.iter().flat_map(|question| &question.loads);
        let asked = ByGroup::from_fn(|group| loads().any(|load| load.scale.group() == group));
        let activities = Activities::new(&dataset.questionnaire, &dataset.catalogue);
        let areas = map_questions(&dataset, |area, main| area.skills.contains(&main) || area.subjects.contains(&main));
        let map = map_questions(&dataset, |area, main| area.skills.contains(&main));

        let (whitening, learned, noise) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let search = Search::default();
        Self { dataset, measurement, metric, asked, activities, areas, map, whitening, learned, noise, search }
    }

    /// Whether a question is about an area of activity: one of its activities, or mainly about one of its skills or subjects.
    pub fn is_about(&self, question: QuestionId, area: usize) -> bool {
        self.areas[question.index()] >> area & 1 == 1
    }

    /// The areas on whose map the answer to a question stands, as bits: it asks for enjoying one of their activities, or for
    /// being good at what they take.
    pub fn on_map(&self, question: QuestionId) -> u32 {
        self.map[question.index()]
    }

    /// Whether a career's work really holds what a question speaks of: the question loads on no skill or subject that is of
    /// less than some importance there, on no interest that the career has less of than of others, and on no work style.
    pub fn holds(&self, career: CareerId, question: QuestionId) -> bool {
        let figures = &self.dataset.catalogue.get(career).figures;
        let ratings = figures.all_ratings();
        let interests = &ratings.as_slice()[Group::Interests.range()];
        let usual = interests.iter().sum::<f64>() / interests.len() as f64;

        self.dataset.questionnaire.question(question).loads.iter().all(|load| match load.scale.group() {
            Group::Interests => load.weight > 0.0 && figures.rating(load.scale) >= usual,
            Group::Skills | Group::Subjects => load.weight > 0.0 && figures.rating(load.scale) >= SOME_IMPORTANCE,
            Group::Styles => false,
        })
    }

    /// What careers are compared with each other by; worked out when first asked for, some milliseconds.
    pub fn whitening(&self) -> &Whitening {
        let Dataset { catalogue, matching, .. } = &self.dataset;
        self.whitening.get_or_init(|| Whitening::new(&self.metric, catalogue, matching))
    }

    /// Which careers are alike; worked out when first asked for, some tens of milliseconds.
    pub fn learned(&self) -> &Learned {
        self.learned.get_or_init(|| Learned::new(self.whitening(), &self.dataset.catalogue.related()))
    }

    /// The noise of repeated sittings; worked out when first asked for, some milliseconds.
    pub fn noise(&self) -> &Arc<Noise> {
        let Dataset { questionnaire, matching, .. } = &self.dataset;
        self.noise.get_or_init(|| Arc::new(Noise::draw(matching.draws.div_ceil(2), questionnaire.questions.len())))
    }

    /// The same for somebody whose computer speaks a language, in which careers are looked up first.
    pub fn with_language(self, language: Option<Language>) -> Self {
        Self { search: self.search.with_language(language), ..self }
    }

    /// The careers that what was typed may mean. The first search reads every name, the others do not.
    pub fn search(&self, typed: &str, limit: usize) -> Findings {
        self.search.find(&self.dataset.catalogue, typed, limit)
    }

    /// The same by the names that are read so far, for a key that must not wait.
    pub fn search_in_read(&self, typed: &str, limit: usize) -> Findings {
        self.search.find_in_read(&self.dataset.catalogue, typed, limit)
    }

    /// Reads the names of all languages, the person's own first; some tenths of a second.
    pub fn read_names(&self) {
        while self.search.read_next(&self.dataset.catalogue) {}
    }

    /// Whether the names of all languages are read.
    pub fn has_read_names(&self) -> bool {
        self.search.has_read_all()
    }

    /// Groups with answers enough to count: the first answer of a part only tells its level.
    pub fn find_counted_groups(&self, answered: impl Iterator<Item = QuestionId>) -> ByGroup<bool> {
        let mut counts = ByGroup::from_value(0);
        for question in answered {
            let loads = &self.dataset.questionnaire.question(question).loads;
            for group in Group::ALL {
                counts[group] += usize::from(loads.iter().any(|load| load.scale.group() == group));
            }
        }
        counts.map(|count| count >= COUNTS)
    }

    /// A career's ratings in standard deviations from their mean over the catalogue.
    pub fn standardize(&self, career: CareerId) -> ByScale<f64> {
        self.metric.standardize(&self.dataset.catalogue.get(career).figures)
    }

    /// How the logarithm of a career's likelihood moves with each scale where everything is known of a person.
    pub fn compute_gradient(&self, career: CareerId) -> Vec<f64> {
        self.measurement.precision().multiply(&self.metric.people()[career.index()])
    }
}

/// By question, as bits: the areas of which it is an activity, or that its main scale belongs to.
fn map_questions(dataset: &Dataset, belongs: impl Fn(&Area, ScaleId) -> bool) -> Vec<u32> {
    let of = |question: &Question| {
        let main = question.main_scale();
        let about =
            |area: &Area| area.activities.contains(&question.id) || main.is_some_and(|main| belongs(area, main));
        dataset.scales.areas.iter().zip(0..).filter(|(area, _)| about(area)).fold(0, |bits, (_, at)| bits | 1 << at)
    };
    dataset.questionnaire.questions.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    #[test]
    fn a_question_is_about_an_area_by_its_activities_and_by_its_skills_and_subjects() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let questionnaire = &matcher.dataset.questionnaire;
        for (at, area) in matcher.dataset.scales.areas.iter().enumerate() {
            for (id, question) in questionnaire.iter() {
                let main = question.main_scale();
                let is_activity = area.activities.contains(&question.id);
                let is_skill = main.is_some_and(|main| area.skills.contains(&main));
                let is_subject = main.is_some_and(|main| area.subjects.contains(&main));
                let wanted = (is_activity || is_skill || is_subject, is_activity || is_skill);
                assert_eq!((matcher.is_about(id, at), matcher.on_map(id) >> at & 1 == 1), wanted, "{}", question.id);
            }
        }
        let areas = (0..matcher.dataset.scales.areas.len()).map(|area| 1_u32 << area);
        let is_on_map = |area: u32| questionnaire.iter().any(|(id, _)| matcher.on_map(id) & area > 0);
        assert!(areas.into_iter().all(is_on_map));
    }
}
