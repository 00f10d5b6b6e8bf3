//! Names of columns in a file of many people that stand beside those of questions and conditions.

/// The column or key that names a person.
pub const PERSON: &str = "person";
/// The column or key of the present or last job.
pub const PRESENT_JOB: &str = "present-job";
/// How the column or key of a career card begins.
pub const CARD: &str = "card:";
