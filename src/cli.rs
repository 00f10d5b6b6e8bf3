//! What can be written on the command line: types only.

use crate::model::Length;
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
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

/// What can be done with saved sessions.
#[derive(Debug, Subcommand)]
pub enum Sessions {
    /// List all sessions, the latest first
    List,
    /// Show the answers of a session
    Show {
        /// Its name
        name: String,
    },
    /// Give a session another name
    Rename {
        /// Its name
        from: String,
        /// Its new name
        to: String,
    },
    /// Delete a session
    Delete {
        /// Its name
        name: String,
    },
    /// Say what moved between two sessions, and only what is larger than noise
    Compare(Compare),
    /// Write a report to keep: profile, careers with reasons, as a job and as a career, plans, sources
    Export(Export),
}

/// Two sessions beside each other.
#[derive(Args, Debug)]
#[command(after_help = "\
A session is named, or is a file ending in .toml. With one only, it is compared with your latest other session, the \
earlier one first.

Examples:
  careerfit sessions compare answers answers-2
  careerfit sessions compare last-year.toml answers --format markdown")]
pub struct Compare {
    /// The earlier session
    #[arg(value_name = "A")]
    pub first: String,
    /// The later one
    #[arg(value_name = "B")]
    pub second: Option<String>,
    /// How to print what moved
    #[arg(long, value_enum, default_value_t = Comparison::Text)]
    pub format: Comparison,
}

/// A report to keep.
#[derive(Args, Debug)]
#[command(after_help = "\
An HTML report is one file that prints well and opens in any browser without a network.

Examples:
  careerfit sessions export answers --format html --out me.html
  careerfit sessions export answers --format markdown | less")]
pub struct Export {
    /// The session: its name, or a file ending in .toml
    pub name: String,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The file to write, only you can read it; - is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub out: PathBuf,
    /// Write in place of a file that is there
    #[arg(long)]
    pub force: bool,
    /// Careers told in full
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
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

/// What is audited, and how.
#[derive(Args, Debug)]
pub struct Audit {
    /// What to look at
    #[arg(value_enum)]
    pub what: Audited,
    /// Real answers to 48 interest items: a CSV with the columns R1 to C8 (for respondents and reach)
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Other people's answers to learn from; without it, two thirds of FILE (for respondents)
    #[arg(long, value_name = "FILE2")]
    pub calibrate_on: Option<PathBuf>,
    /// Another list of related careers: a CSV with the columns `code` and `related_code` (for related)
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Simulated people (for reach: people a career)
    #[arg(long, value_name = "N")]
    pub people: Option<usize>,
    /// Seed of the simulation
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// How to print the figures
    #[arg(long, value_enum, default_value_t = Listing::Text)]
    pub format: Listing,
}

/// What can be audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Audited {
    /// Similar careers against a published list
    Related,
    /// Own career found among the first ten, by length
    Recover,
    /// The same over a grid of how people are
    Grid,
    /// Every career comes first for somebody, none for too many
    Reach,
    /// What stays when the same people answer again
    Stability,
    /// The same people with one thing changed
    Fairness,
    /// What a fit is worth, to set the edges of the bands
    Bands,
    /// Real answers: a fixed short form against questions chosen one by one
    Respondents,
    /// What ending a part early saves and costs
    Stopping,
}

/// How questions are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listing {
    /// To be read
    Text,
    /// One JSON object
    Json,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// To be read
    Text,
    /// A JSON object for each person, one a line
    Json,
    /// A row for each career of each person
    Csv,
    /// A report to keep, for one session
    Markdown,
    /// A report to keep as one file that prints well, for one session
    Html,
}

/// How a comparison is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Comparison {
    /// To be read
    Text,
    /// One JSON object
    Json,
    /// Markdown
    Markdown,
}

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A session as TOML
    Session,
    /// One person a row
    Csv,
    /// One person a line
    Jsonl,
}

impl ValueEnum for Length {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Quick => "About 30 questions",
            Self::Standard => "About 60 questions",
            Self::Full => "About 125 questions",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}
