//! What can go wrong with a session: each message has the place and the remedy.

use crate::diagnostics::Problems;
use crate::text::show_controls;
use std::path::{Path, PathBuf};
use std::{fmt, io};

/// Problems shown of one file; a garbage file has thousands.
const MAX_PROBLEMS: usize = 5;

/// Why a session cannot be read or saved.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The system names no home folder.
    NoHome,
    /// The home folder that the system names is no whole path.
    RelativeHome(PathBuf),
    /// A name that cannot be a file's.
    Name(String),
    /// No session has this name in this folder; the nearest name that one has, if any is near.
    Missing(String, PathBuf, Option<String>),
    /// A session has this name already, in this file.
    Taken(String, PathBuf),
    /// Another program has it open.
    Busy(String),
    /// Written by a newer version; nothing was touched.
    Newer(PathBuf, Problems),
    /// Neither the file nor the version before it can be read; nothing was touched.
    Unreadable(PathBuf, Problems),
    /// Another program wrote the session meanwhile, in the first file; what this one has is kept in the second.
    Changed(PathBuf, PathBuf),
    /// The file is protected against writing.
    Protected(PathBuf),
    /// The disk has not answered in time, and what it was asked for is not done yet.
    Hanging,
    /// The disk has not said in time that the last answers are on it.
    Slow,
    /// The system refused.
    File(&'static str, PathBuf, io::Error),
}

impl Error {
    /// Whether answers would be lost if the program ended now; where two programs wrote, both texts are kept.
    pub const fn loses_answers(&self) -> bool {
        !matches!(self, Self::Changed(..))
    }

    /// Wraps a refusal of the system: what was tried ("read", "write", ...), and where.
    pub(super) fn wrap_refusal(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |error| Self::File(doing, path, error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => {
                f.write_str("no home folder is known: set HOME to yours, XDG_DATA_HOME alone is not enough")
            }
            Self::RelativeHome(home) => {
                write!(f, "the home folder '{}' is no whole path: set HOME to yours", home.display())
            }
            Self::Name(name) => write!(
                f,
                "'{}' cannot be a session's name: use up to 60 letters, digits, '-' and '_', no '-' in front",
                show_controls(name)
            ),
            Self::Missing(name, folder, near) => {
                write!(f, "there is no session '{name}' in {}; ", folder.display())?;
                match near {
                    Some(near) => write!(f, "did you mean '{near}'?"),
                    None => f.write_str("'careerfit sessions list' shows those there are"),
                }
            }
            Self::Taken(name, path) => {
                write!(f, "'{name}' is there already ({}): open it, or choose another name", path.display())
            }
            Self::Busy(name) => {
                write!(f, "'{name}' is open in another program: close it there, or choose another name")
            }
            Self::Newer(path, problems) => write_left("is from a newer careerfit", path, problems, f),
            Self::Unreadable(path, problems) => write_left("cannot be read", path, problems, f),
            Self::Changed(path, kept) => write!(
                f,
                "another program has written {} meanwhile, so it is left alone; your answers here are kept in {}",
                path.display(),
                kept.display()
            ),
            Self::Protected(path) => {
                write!(f, "{} is protected against writing; make it writable to go on with it", path.display())
            }
            Self::Hanging => f.write_str("the disk does not answer; check it, or the network that it is on"),
            Self::Slow => f.write_str("the disk has not confirmed the last answers yet"),
            Self::File(doing, path, error) => {
                write!(f, "cannot {doing} {}: {error}; {}", path.display(), find_remedy(error))
            }
        }
    }
}

impl std::error::Error for Error {}

fn write_left(why: &str, path: &Path, problems: &Problems, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{} {why} and was left as it is\n\n{}", path.display(), problems.show_most(MAX_PROBLEMS, false))
}

fn find_remedy(error: &io::Error) -> &'static str {
    use io::ErrorKind as Kind;

    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => "free some space; what was saved before is whole",
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
            "make it writable for you, or set XDG_DATA_HOME to a folder that is"
        }
        Kind::NotFound => "make the folder, or set XDG_DATA_HOME to one that is there",
        Kind::NotADirectory | Kind::IsADirectory | Kind::AlreadyExists => {
            "something else has this name: move it away, or set XDG_DATA_HOME to another folder"
        }
        _ => "check the disk; what was saved before is whole",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Source;

    #[test]
    fn a_refusal_names_place_and_remedy() {
        let error = Error::wrap_refusal("write", Path::new("d/x.tmp"))(io::ErrorKind::StorageFull.into());
        let shown = error.to_string();
        assert!(shown.starts_with("cannot write d/x.tmp: "), "{shown}");
        assert!(shown.contains("free some space"), "{shown}");
    }

    #[test]
    fn of_thousands_of_problems_a_few_are_shown() {
        let source = Source::new("x.toml", "a\n");
        let mut problems = Problems::default();
        for _ in 0..5000 {
            problems.add(&source, 0..1, "bad", "mend");
        }

        let shown = Error::Unreadable("x.toml".into(), problems).to_string();
        assert_eq!(shown.matches("x.toml:1").count(), MAX_PROBLEMS);
        assert!(shown.contains("and 4995 more") && shown.ends_with("5000 problems found"), "{shown}");
    }
}
