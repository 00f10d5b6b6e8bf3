//! Item covariances learnt from other people's answers.

use super::raw::RawCovariance;
use crate::diagnostics::shape::Entry;
use crate::diagnostics::{Problems, Source};
use crate::model::questionnaire::Covariance;
use crate::model::{Matrix, Question, QuestionId};

/// The covariances, if every question is known and the table is square, symmetric and positive definite.
pub fn check_covariance(
    source: &Source,
    entry: Entry<RawCovariance>,
    known: &[Question],
    problems: &mut Problems,
) -> Option<Covariance> {
    let RawCovariance { questions: names, rows } = entry.value;
    let mut questions = Vec::new();
    for name in &names {
        match (0..u16::MAX).zip(known).find(|(_, question)| question.id == *name.get_ref()) {
            Some((place, _)) => questions.push(QuestionId(place)),
            None => {
                let what = format!("unknown question '{}'", name.get_ref());
                problems.add(source, name.span(), what, "name questions of this file");
            }
        }
    }

    let size = names.len();
    if rows.len() != size || rows.iter().any(|row| row.len() != size) {
        let what = format!("the covariances are not {size} rows of {size}");
        problems.add(source, entry.span, what, "give one row and one column a question");
        return None;
    }

    let matrix = Matrix::from_fn(size, |row, column| rows[row][column]);
    // what is no number compares as neither less nor more
    let is_finite = matrix.values().iter().all(|value| value.is_finite());
    let skew = (0..size).any(|r| (0..r).any(|c| (matrix.at(r, c) - matrix.at(c, r)).abs() > 1e-6));
    if !is_finite || skew || matrix.cholesky().is_none() {
        let what = "the covariances are not symmetric and positive definite";
        problems.add(source, entry.span, what, "learn them from complete answers of more people than questions");
        return None;
    }

    // an unknown question is noted above; without it the rows would stand for other questions
    (questions.len() == size).then(|| Covariance { questions, values: rows.into_iter().flatten().collect() })
}
