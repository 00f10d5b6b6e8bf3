//! What the questionnaire is told: which session, how long, how the screen looks; and how a program takes it.

use super::{Data, SettingsFile};
use crate::model::Length;
use clap::Args;

/// Which session, and how much of the questionnaire.
#[derive(Args, Clone, Debug, Default)]
pub struct Walk {
    /// How many questions to ask
    #[arg(long, value_enum)]
    pub length: Option<Length>,
    /// Ask how many, whatever the settings say
    #[arg(long, conflicts_with = "length")]
    pub choose_length: bool,
    /// Go on with this session, or begin it
    #[arg(long, value_name = "NAME")]
    pub session: Option<String>,
    /// Begin a new session
    #[arg(long)]
    pub new: bool,
}

/// How the screen looks.
#[derive(Args, Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Look {
    /// Colours of the full screen
    #[arg(long, value_parser = ["auto", "dark", "light", "high-contrast", "mono"])]
    pub theme: Option<String>,
    /// Draw with ASCII characters only
    #[arg(long, overrides_with = "no_ascii")]
    pub ascii: bool,
    /// Draw with all characters, whatever the settings say
    #[arg(long, overrides_with = "ascii")]
    pub no_ascii: bool,
    /// Let the mouse click and scroll; text is then selected with shift held
    #[arg(long, overrides_with = "no_mouse")]
    pub mouse: bool,
    /// Leave the mouse to the terminal, whatever the settings say
    #[arg(long, overrides_with = "mouse")]
    pub no_mouse: bool,
}

/// What is said of a switch that has a flag for on and one for off.
pub fn read_switch(on: bool, off: bool) -> Option<bool> {
    if on || off { Some(on) } else { None }
}

/// The questionnaire for programs.
#[derive(Args, Debug)]
#[command(after_help = "\
Out: {\"hello\":…} and {\"ask\":…}, then one line for each line in: {\"heard\":…,\"ask\":…}, {\"error\":…} (the same \
question stays), at the end {\"heard\":…,\"result\":…}

In: {\"answer\":N}, {\"skip\":true}, {\"back\":true}, {\"undo\":true} or {\"stop\":true}; {\"answer\":[1,4]} where several can \
be chosen and {\"answer\":\"bus driver\"} where a career is meant. Each may have \"id\", which comes back, and \"question\", \
the id of the question that it answers.

'careerfit schema take' and 'careerfit schema take-input' describe every field; take.md among the program's documents \
has a transcript.")]
pub struct Take {
    /// One JSON object a line, in and out
    #[arg(long, required = true)]
    pub jsonl: bool,
    /// Leave out situation, goals and sliders
    #[arg(long)]
    pub parts_only: bool,
    /// Keep nothing on the disk
    #[arg(long, conflicts_with_all = ["session", "new"])]
    pub no_save: bool,
    /// Which session, and how long.
    #[command(flatten)]
    pub walk: Walk,
    /// What is asked and ranked.
    #[command(flatten)]
    pub data: Data,
    /// Which settings count.
    #[command(flatten)]
    pub settings: SettingsFile,
}
