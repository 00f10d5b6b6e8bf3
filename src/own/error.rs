//! Why somebody's own data cannot be used.

use crate::diagnostics::Problems;
use std::io;
use std::path::PathBuf;
use thiserror::Error as ThisError;

/// Why own data cannot be used; each message names the file.
#[derive(Debug, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// What was read has mistakes: all of them, each with its place and the remedy.
    #[error(transparent)]
    Problems(#[from] Problems),
    /// The system refused to read a file or a folder.
    #[error("cannot read {}: {error}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A file is no text.
    #[error("{} is not UTF-8 text; save it as UTF-8", .0.display())]
    NotText(PathBuf),
    /// A folder has no file that could be read.
    #[error("there is no .toml file in {}", .0.display())]
    Empty(PathBuf),
    /// The files are too large, or hold too much, to be read together.
    #[error("cannot read {} together with the files before it: {what}", path.display())]
    TooMuch {
        /// The first file that is one too many.
        path: PathBuf,
        /// In which way they are too much.
        what: String,
    },
    /// The data that careerfit was built with cannot be read.
    #[error("the data of this program is damaged; install it again: {0}")]
    Damaged(String),
}
