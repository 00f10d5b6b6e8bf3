//! What a person wants to come first when careers are ranked.

use std::fmt;
use std::str::FromStr;

/// What comes first when careers are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Emphasis {
    /// All four parts by their own weights.
    #[default]
    Balanced,
    /// What I enjoy first.
    Enjoy,
    /// What I can do first.
    GoodAt,
    /// What I am drawn to first.
    Passions,
}

/// The text is no emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoEmphasis;

impl Emphasis {
    /// All presets, in the order shown.
    pub const ALL: [Self; 4] = [Self::Balanced, Self::Enjoy, Self::GoodAt, Self::Passions];

    /// The name a session keeps.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Balanced => "balanced",
            Self::Enjoy => "enjoy",
            Self::GoodAt => "good-at",
            Self::Passions => "passions",
        }
    }

    /// The words shown.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Balanced => "all parts equally",
            Self::Enjoy => "what I enjoy first",
            Self::GoodAt => "what I can do first",
            Self::Passions => "what I am drawn to first",
        }
    }
}

impl fmt::Display for Emphasis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Emphasis {
    type Err = NoEmphasis;

    fn from_str(name: &str) -> Result<Self, NoEmphasis> {
        Self::ALL.into_iter().find(|emphasis| emphasis.name() == name).ok_or(NoEmphasis)
    }
}
