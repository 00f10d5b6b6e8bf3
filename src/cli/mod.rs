//! What can be written on the command line: types only.
//!
//! Place in the flow: `main` parses into these types, and `commands` takes them apart.

mod audit;
mod choices;
mod data;
mod score;
mod sessions;
mod walk;

pub use crate::report::Format;
pub use audit::{Audit, Audited};
pub use choices::{Card, Comparison, Kind, Listing, Separator};
pub use data::{CareersFrom, Data, QuestionsFrom, SettingsFile};
pub use score::{Explain, Score};
pub use sessions::{Compare, Delete, Export, Sessions};
pub use walk::{Look, Take, Walk, read_switch};

use clap::{Parser, Subcommand, ValueEnum};
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
  careerfit                           answer the questions, full screen
  careerfit plain --length quick      line by line, about 30 questions
  careerfit score answers             careers by fit, for 'answers'
  careerfit score people.csv --top 5  the same for every row of a CSV
  careerfit explain answers nurse     what speaks for nursing and against
  careerfit sessions export answers --format html --out me.html
  careerfit career \"bus driver\"       as a job and as a career";

/// All of the command line.
#[derive(Debug, Default, Parser)]
#[command(name = "careerfit", about = ABOUT, long_about = LONG_ABOUT, after_help = EXAMPLES, disable_version_flag = true)]
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
    /// Which settings count.
    #[command(flatten)]
    pub settings: SettingsFile,
    /// Print the version; with --verbose also which questions and careers it holds, and where files lie
    #[arg(short = 'V', long)]
    pub version: bool,
    /// Say more
    #[arg(long, requires = "version")]
    pub verbose: bool,
    /// How to print what --verbose says
    #[arg(long, value_enum, requires = "verbose")]
    pub format: Option<Listing>,
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
        /// What is asked and ranked.
        #[command(flatten)]
        data: Data,
        /// Which settings count.
        #[command(flatten)]
        settings: SettingsFile,
    },
    /// Let a program answer the questions: JSON lines in and out
    Take(Take),
    /// Print every question: id, part, text, choices, what it tells about, the usual answer
    Questions {
        /// How to print them
        #[arg(long, value_enum, default_value_t = Listing::Text)]
        format: Listing,
        /// Which questions.
        #[command(flatten)]
        questions: QuestionsFrom,
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
        /// How to print it
        #[arg(long, value_enum, default_value_t = Card::Text)]
        format: Card,
        /// Which careers.
        #[command(flatten)]
        careers: CareersFrom,
    },
    /// List, show, compare, export, rename, delete or restore saved sessions
    #[command(subcommand)]
    Sessions(Sessions),
    /// Print the settings in force, or start a settings file
    Config {
        /// Write a settings file with every setting as a comment, where there is none
        #[arg(long)]
        init: bool,
        /// How to print them
        #[arg(long, value_enum, default_value_t = Listing::Text, conflicts_with = "init")]
        format: Listing,
        /// Which settings count.
        #[command(flatten)]
        settings: SettingsFile,
    },
    /// Start a catalogue or questionnaire of your own
    #[command(after_help = "\
The file is complete, passes 'careerfit check' as it is and says in comments what to change.

Examples:
  careerfit new catalogue > my-careers.toml
  careerfit new questionnaire --out my-questions.toml")]
    New {
        /// What to start
        #[arg(value_enum)]
        what: Scaffold,
        /// The file to write; - is standard output
        #[arg(long, value_name = "FILE", default_value = "-")]
        out: PathBuf,
    },
    /// Name every problem in catalogue, questionnaire and session files
    #[command(after_help = "\
Files that hold careers are checked together, since words and figures may lie apart. Careers meant for --catalogue may \
name each other only; with --added they may also name shipped ones, as with --add-catalogue.

Examples:
  careerfit check my-questions.toml
  careerfit check --added my-town.toml
  careerfit check --complete data         what a build of this program checks")]
    Check {
        /// The careers are to be added to the shipped ones
        #[arg(long)]
        added: bool,
        /// Every career must be told in full, as a shipped one is
        #[arg(long, conflicts_with = "added")]
        complete: bool,
        /// How to print the problems
        #[arg(long, value_enum, default_value_t = Listing::Text)]
        format: Listing,
        /// Files, or folders of them
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Print the JSON Schema of what a command prints
    Schema {
        /// Which; without it, their names
        #[arg(value_name = "NAME")]
        name: Option<String>,
    },
    /// Print completions for a shell
    #[command(after_help = "\
These complete commands, options and their values. To complete your sessions and careers too, let the shell ask the \
program each time:

  bash   source <(COMPLETE=bash careerfit)                  in ~/.bashrc
  zsh    source <(COMPLETE=zsh careerfit)                   in ~/.zshrc, below compinit
  fish   COMPLETE=fish careerfit | source                   in ~/.config/fish/config.fish
  elvish eval (E:COMPLETE=elvish careerfit | slurp)         in ~/.elvish/rc.elv

In PowerShell, in $PROFILE:

  $env:COMPLETE = \"powershell\"
  careerfit | Out-String | Invoke-Expression
  Remove-Item Env:\\COMPLETE")]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write it and those of all subcommands into a folder
    Man {
        /// The folder for the pages
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Make the figures of a catalogue from published tables
    #[command(subcommand, hide = true)]
    Import(Import),
    /// Hold the matching against lists, real and simulated people
    #[command(hide = true)]
    Audit(Audit),
}

/// Commands for people who work on the program or its data: help lists them by themselves.
pub const FOR_DEVELOPERS: [&str; 2] = ["audit", "import"];

/// What can be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Scaffold {
    /// Careers of one's own
    Catalogue,
    /// Questions of one's own
    Questionnaire,
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
