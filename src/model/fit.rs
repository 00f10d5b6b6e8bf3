//! How well a career fits a person, and why.

use super::catalogue::CareerId;
use super::scale::{SCALE_COUNT, ScaleId};
use serde::{Deserialize, Serialize};

/// A word for fit and sureness together, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Band {
    /// A strong fit, and the answers are enough to say so.
    Strong,
    /// A good fit.
    Good,
    /// Worth a look.
    WorthALook,
    /// A first hint, while there are few answers.
    FirstHint,
    /// A weaker fit, and the answers are enough to say so.
    WeakerFit,
}

impl Band {
    /// All bands, best first.
    pub const ALL: [Self; 5] = [Self::Strong, Self::Good, Self::WorthALook, Self::FirstHint, Self::WeakerFit];

    /// The words shown and written.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Good => "good",
            Self::WorthALook => "worth a look",
            Self::FirstHint => "first hint",
            Self::WeakerFit => "weaker fit",
        }
    }
}

/// The fit of one career: a number that is exactly the sum of its contributions.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The career.
    pub career: CareerId,
    /// -100 to 100.
    pub score: f64,
    /// 1 is first among all careers.
    pub rank: usize,
    /// Fit and sureness in a word.
    pub band: Band,
}

/// How much one scale adds to a fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The scale.
    pub scale: ScaleId,
    /// Points of the fit, -100 to 100.
    pub points: f64,
}

/// Every scale's points for one career; they add up to the fit.
pub type Contributions = [f64; SCALE_COUNT];

/// Where a career would land if the person answered again: 10th to 90th percentile of its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankInterval {
    /// Best rank of the interval.
    pub low: usize,
    /// Worst rank of the interval.
    pub high: usize,
}

/// How person and career stand to each other on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonKind {
    /// Both are high: speaks for it.
    BothHigh,
    /// Both are low: speaks for it.
    BothLow,
    /// Only the career is high: speaks against it.
    CareerHigh,
    /// Only the person is high: speaks against it.
    PersonHigh,
}

impl ReasonKind {
    /// Whether it speaks for the career.
    pub fn is_for(self) -> bool {
        matches!(self, Self::BothHigh | Self::BothLow)
    }
}

/// A reason for or against a career, on a scale the person answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// The scale.
    pub scale: ScaleId,
    /// What speaks.
    pub kind: ReasonKind,
    /// Points of the fit it adds (or takes).
    pub points: f64,
}

/// Whether the answers point anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Careers can be ranked.
    Ranked,
    /// No answers, or answers that do not differ.
    NoDirection,
}

impl Verdict {
    /// The words written in results.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Ranked => "ranked",
            Self::NoDirection => "no direction yet",
        }
    }
}
