//! Ids that are columns in a file of many people: none may stand for two things.

use crate::diagnostics::shape::Text;
use crate::diagnostics::{Problems, Source};
use crate::model::Condition;
use crate::model::column::{PERSON, PRESENT_JOB};

/// Notes ids of questions that another column has, in which their answers would be lost.
pub fn check_questions<'t>(
    source: &Source,
    ids: impl Iterator<Item = &'t Text>,
    conditions: &[Condition],
    problems: &mut Problems,
) {
    let columns: Vec<String> = conditions.iter().map(Condition::column).collect();
    for id in ids {
        check(source, id, problems);
        if columns.contains(id.get_ref()) {
            let what = format!("the id '{}' is that of a condition too, whose column it would take", id.get_ref());
            problems.add(source, id.span(), what, "give the question another id");
        }
    }
}

/// Notes an id that is the name of a column of its own.
pub fn check(source: &Source, id: &Text, problems: &mut Problems) {
    let name = id.get_ref();
    let held = match name.as_str() {
        PERSON => "people's names",
        PRESENT_JOB => "their present jobs",
        _ => return,
    };

    let what = format!("the id '{name}' is the column of {held} in a file of many people");
    problems.add(source, id.span(), what, "choose another id, or its answers would be lost there");
}
