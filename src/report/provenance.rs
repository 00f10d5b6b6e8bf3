//! What results were made with, so that they can be told apart and made again.

use crate::PROGRAM;
use crate::model::Dataset;
use serde::Serialize;

/// The program and the data behind a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MadeWith {
    /// Name and version of the program.
    pub program: &'static str,
    /// The careers that were ranked.
    pub catalogue: RankedFrom,
    /// The questions that were asked.
    pub questionnaire: Asked,
}

/// A catalogue, told by its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RankedFrom {
    /// How many careers it holds.
    pub careers: usize,
    /// Hash of their ids, titles and ratings, 16 hexadecimal digits.
    pub hash: String,
}

/// A questionnaire, told by its id and content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The id in its file.
    pub id: String,
    /// How many questions it holds.
    pub questions: usize,
    /// Hash of its questions, 16 hexadecimal digits.
    pub hash: String,
}

/// Names the program and the data of a kit.
pub fn describe_provenance(dataset: &Dataset) -> MadeWith {
    let (catalogue, questionnaire) = (&dataset.catalogue, &dataset.questionnaire);
    let hex = |hash: u64| format!("{hash:016x}");

    MadeWith {
        program: PROGRAM,
        catalogue: RankedFrom { careers: catalogue.len(), hash: hex(catalogue.hash()) },
        questionnaire: Asked {
            id: questionnaire.id.clone(),
            questions: questionnaire.questions.len(),
            hash: hex(questionnaire.hash),
        },
    }
}
