//! Which questions, careers and settings are used, each a group of options for the commands where it matters.

use clap::Args;
use std::path::PathBuf;

/// Which questions are asked.
#[derive(Args, Clone, Debug, Default)]
pub struct QuestionsFrom {
    /// Ask the questions of this file instead of the shipped ones
    #[arg(long, value_name = "FILE")]
    pub questionnaire: Option<PathBuf>,
}

/// Which careers are ranked.
#[derive(Args, Clone, Debug, Default)]
pub struct CareersFrom {
    /// Rank the careers of this file or folder instead of the shipped ones
    #[arg(long, value_name = "PATH")]
    pub catalogue: Option<PathBuf>,
    /// Rank the careers of this file or folder as well; one with an id that is there takes its place
    #[arg(long, value_name = "PATH")]
    pub add_catalogue: Option<PathBuf>,
}

/// Which settings count.
#[derive(Args, Clone, Debug, Default)]
pub struct SettingsFile {
    /// Read settings from this file
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Read no settings file
    #[arg(long, conflicts_with = "config")]
    pub no_config: bool,
}

/// What is asked and ranked.
#[derive(Args, Clone, Debug, Default)]
pub struct Data {
    /// Which questions are asked.
    #[command(flatten)]
    pub questions: QuestionsFrom,
    /// Which careers are ranked.
    #[command(flatten)]
    pub careers: CareersFrom,
}

impl QuestionsFrom {
    /// What stands before the subcommand counts where nothing stands behind it.
    pub fn or(self, before: Self) -> Self {
        Self { questionnaire: self.questionnaire.or(before.questionnaire) }
    }
}

impl CareersFrom {
    /// What stands before the subcommand counts where nothing stands behind it.
    pub fn or(self, before: Self) -> Self {
        Self {
            catalogue: self.catalogue.or(before.catalogue),
            add_catalogue: self.add_catalogue.or(before.add_catalogue),
        }
    }
}

impl Data {
    /// What stands before the subcommand counts where nothing stands behind it.
    pub fn or(self, before: Self) -> Self {
        Self { questions: self.questions.or(before.questions), careers: self.careers.or(before.careers) }
    }
}

impl SettingsFile {
    /// What stands before the subcommand counts where nothing stands behind it.
    pub fn or(self, before: Self) -> Self {
        if self.config.is_some() || self.no_config { self } else { before }
    }
}
