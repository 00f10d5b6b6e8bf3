//! A word of a session, read once: what it means, or the word itself where nothing is known of it.

use std::fmt;
use std::str::FromStr;

/// What a word means, or the word as it was written where it cannot be read: a newer program or a hand may have written it,
/// and it is written back unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written<T> {
    /// What it means.
    Known(T),
    /// The word, which means nothing here.
    Unknown(String),
}

impl<T: Copy> Written<T> {
    /// What it means, where that is known.
    pub const fn value(&self) -> Option<T> {
        match self {
            Self::Known(meant) => Some(*meant),
            Self::Unknown(_) => None,
        }
    }
}

impl<T: FromStr> From<String> for Written<T> {
    fn from(word: String) -> Self {
        word.parse().map_or(Self::Unknown(word), Self::Known)
    }
}

impl<T: FromStr> From<&str> for Written<T> {
    fn from(word: &str) -> Self {
        word.to_string().into()
    }
}

impl<T: fmt::Display> fmt::Display for Written<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(meant) => meant.fmt(f),
            Self::Unknown(word) => f.write_str(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, Emphasis};

    #[test]
    fn a_word_comes_back_as_it_was_written_whether_or_not_it_is_known() {
        let days = ["2027-03-15", "2027-02-30", "next week", "", " 2027-03-15"];
        assert_eq!(days.map(|word| Written::<Day>::from(word).to_string()), days);
        assert_eq!(days.map(|word| Written::<Day>::from(word).value().is_some()), [true, false, false, false, false]);

        let names = ["passions", "balanced", "Passions", "money"];
        assert_eq!(names.map(|word| Written::<Emphasis>::from(word).to_string()), names);
        let known = names.map(|word| Written::<Emphasis>::from(word).value());
        assert_eq!(known, [Some(Emphasis::Passions), Some(Emphasis::Balanced), None, None]);
    }
}
