//! What can be written on the command line: types only.
//!
//! Place in the flow: `main` parses into these types, and `commands` takes them apart.

mod audit;
mod choices;
mod sessions;

pub use audit::{Audit, Audited};
pub use choices::{Comparison, Format, Kind, Listing};
pub use sessions::{Compare, Export, Sessions};

use crate::model::Length;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

const ABOUT: &str = "Find out which career fits you, and whether you need a job or a career";

const LONG_ABOUT: &str = "\
Find out which career fits you, and whether you need a job or a career.

careerfit asks what you enjoy, what you are good at, which subjects draw you and what you are like at work, and ranks \
careers by how well they fit, with the reasons. Beside it stands the difference between a job, which pays the bills, \
and a career, which you choose, build, keep and grow with. Every answer is saved at once; you can stop at any time. \
Nothing leaves your computer.";

const EXAMPLES: &str = "\
Examples:
  careerfit                               answer the questions, full screen
  careerfit plain --length quick          the same line by line, about 30 questions
  careerfit score answers                 careers by fit, for the session 'answers'
  careerfit score people.csv --top 5      the same for every row of a CSV
  careerfit explain answers nurse         why nursing fits, and what speaks against it
  careerfit sessions export answers --format html --out me.html
  careerfit career \"bus driver\"           look a career up: as a job, as a career";

/// All of the command line.
#[derive(Debug, Default, Parser)]
#[command(name = "careerfit", version, about = ABOUT, long_about = LONG_ABOUT, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do; the full-screen questionnaire if nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Which session, and how long.
    #[command(flatten)]
    pub walk: Walk,
    /// How the screen looks.
    #[command(flatten)]
    pub look: Look,
    /// What is asked and ranked.
    #[command(flatten)]
    pub data: Data,
}

/// One thing to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer the questions line by line: for screen readers, pipes and plain terminals
    #[command(after_help = "Chosen by itself, without a subcommand, where TERM=dumb or ACCESSIBLE=1.")]
    Plain {
        /// Which session, and how long.
        #[command(flatten)]
        walk: Walk,
    },
    /// Let a program answer the questions: JSON lines in and out
    Take(Take),
    /// Print every question: id, part, text, choices, what it tells about, the usual answer
    Questions {
        /// How to print them
        #[arg(long, value_enum, default_value_t = Listing::Text)]
        format: Listing,
    },
    /// Rank careers by fit for a session, or for everybody in a CSV or JSON-lines file
    Score(Score),
    /// Say why a career fits, what speaks against it and which answers did it
    Explain(Explain),
    /// Look a career up: as a job, as a career, its ladder, pay, training, rungs
    Career {
        /// A title, part of one, or an id
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
    },
    /// List, show, compare, export, rename or delete saved sessions
    #[command(subcommand)]
    Sessions(Sessions),
    /// Name every problem in catalogue, questionnaire and session files
    #[command(after_help = "\
Files that hold careers are checked together, since words and figures may lie apart. Careers meant for --catalogue may \
name each other only; with --added they may also name shipped ones, as with --add-catalogue.

Examples:
  careerfit check my-questions.toml
  careerfit check --added my-town.toml")]
    Check {
        /// The careers are to be added to the shipped ones
        #[arg(long)]
        added: bool,
        /// Files, or folders of them
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Make the figures of a catalogue from published tables
    #[command(subcommand)]
    Import(Import),
    /// Hold the matching against published lists and simulated people
    Audit(Audit),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// Which session, and how much of the questionnaire.
#[derive(Args, Clone, Debug, Default)]
pub struct Walk {
    /// How many questions to ask
    #[arg(long, value_enum)]
    pub length: Option<Length>,
    /// Go on with this session, or begin it
    #[arg(long, value_name = "NAME")]
    pub session: Option<String>,
    /// Begin a new session
    #[arg(long)]
    pub new: bool,
}

/// How the screen looks.
#[derive(Args, Clone, Debug, Default)]
pub struct Look {
    /// Colours of the full screen
    #[arg(long, value_parser = ["auto", "dark", "light", "high-contrast", "mono"])]
    pub theme: Option<String>,
    /// Draw with ASCII characters only
    #[arg(long)]
    pub ascii: bool,
    /// Let the mouse click and scroll; text is then selected with shift held
    #[arg(long)]
    pub mouse: bool,
}

/// What is asked and ranked, and the settings.
#[derive(Args, Clone, Debug, Default)]
pub struct Data {
    /// Ask the questions of this file instead of the shipped ones
    #[arg(long, value_name = "FILE", global = true)]
    pub questionnaire: Option<PathBuf>,
    /// Rank the careers of this file or folder instead of the shipped ones
    #[arg(long, value_name = "PATH", global = true)]
    pub catalogue: Option<PathBuf>,
    /// Rank the careers of this file or folder as well; one with an id that is there takes its place
    #[arg(long, value_name = "PATH", global = true)]
    pub add_catalogue: Option<PathBuf>,
    /// Read settings from this file
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
}

/// The questionnaire for programs.
#[derive(Args, Debug)]
#[command(after_help = "\
Out: {\"hello\":…}, {\"ask\":…}, {\"error\":…} (the same question stays), at the end {\"result\":…}
In:  {\"answer\":N}  {\"skip\":true}  {\"back\":true}  {\"stop\":true}")]
pub struct Take {
    /// One JSON object a line, in and out
    #[arg(long, required = true)]
    pub jsonl: bool,
    /// Leave out situation, goals and sliders
    #[arg(long)]
    pub parts_only: bool,
    /// Which session, and how long.
    #[command(flatten)]
    pub walk: Walk,
}

/// Ranking for one person or many.
#[derive(Args, Debug)]
#[command(after_help = "\
A CSV has one person a row, a column for each question id, and may have a column 'person'. JSON lines have the same \
names as keys. An empty cell is no answer. Rows that cannot be read are reported with their line; the rest goes on.

Examples:
  careerfit score answers
  careerfit score people.csv --top 3 --format csv > careers.csv
  careerfit score answers --format html > report.html
  zcat people.csv.gz | careerfit score - --input csv --format json")]
pub struct Score {
    /// A session (.toml or its name), a .csv or .jsonl file, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    /// Careers for each person
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
    /// How to print them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// What FILE holds, where its ending does not tell
    #[arg(long, value_enum, value_name = "KIND")]
    pub input: Option<Kind>,
    /// Add the uncertainty of every estimate, also for several people
    #[arg(long)]
    pub intervals: bool,
    /// Add the reasons of every career, also for several people
    #[arg(long)]
    pub reasons: bool,
}

/// Reasons for one career.
#[derive(Args, Debug)]
pub struct Explain {
    /// A session (.toml or its name), a .csv or .jsonl file, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    /// A career's id or title, or words to find it by
    #[arg(value_name = "CAREER")]
    pub career: String,
    /// Who, in a file of several people
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// What FILE holds, where its ending does not tell
    #[arg(long, value_enum, value_name = "KIND")]
    pub input: Option<Kind>,
}

/// Where figures can come from.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Read an O*NET database release (tab-separated text)
    Onet {
        /// The folder with the release
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// The catalogue's folder; only its figures are written
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}
