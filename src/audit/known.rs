//! People whose field is known.

use crate::model::Response;

/// One person whose field is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The answer to each question.
    pub answers: Vec<Option<Response>>,
    /// Their field.
    pub field: String,
    /// Their level of education, empty where it is not given.
    pub level: String,
    /// Their gender, empty where it is not given: looked at here and nowhere else.
    pub gender: String,
}
