//! The difference between a job and a career, in five pairs.

use serde::{Deserialize, Serialize};

/// One of the five ways in which a job and a career differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distinction {
    /// Id in kebab case.
    pub id: String,
    /// Where it stands beside the work: part ids, `situation`, `results`.
    pub shown_with: Vec<String>,
    /// Short title.
    pub title: String,
    /// The job's side in two or three sentences.
    pub job: String,
    /// The career's side in two or three sentences.
    pub career: String,
    /// Single sentences for the panel, the job's side.
    pub job_lines: Vec<String>,
    /// Single sentences for the panel, the career's side; line k answers line k of the job's.
    pub career_lines: Vec<String>,
    /// A question to ask oneself.
    pub ask: String,
}

/// All distinctions and the word that is fair to jobs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distinctions {
    /// Why a job taken to pay the bills is nothing to be ashamed of.
    pub fair: String,
    /// What is said when somebody answers that pay is needed soon.
    pub bills: String,
    /// The five pairs, in the file's order.
    pub pairs: Vec<Distinction>,
}

impl Distinctions {
    /// The distinction that stands beside `place` (a part id, `situation` or `results`); the first where none is named.
    pub fn find_beside(&self, place: &str) -> Option<&Distinction> {
        self.pairs.iter().find(|pair| pair.shown_with.iter().any(|with| with == place)).or_else(|| self.pairs.first())
    }
}
