//! How much of the questionnaire a person wants to take.

use serde::{Deserialize, Serialize};

/// The quota of questions a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Length {
    /// About 30 questions.
    Quick,
    /// About 60 questions.
    #[default]
    Standard,
    /// About 125 questions.
    Full,
}

impl Length {
    /// All lengths, shortest first.
    pub const ALL: [Self; 3] = [Self::Quick, Self::Standard, Self::Full];

    /// The name in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Standard => "standard",
            Self::Full => "full",
        }
    }
}
