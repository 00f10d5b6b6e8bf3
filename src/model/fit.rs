//! How well a career fits a person, and why.

use super::by_scale::ByScale;
use super::card::Reaction;
use super::career::CareerId;
use super::questionnaire::QuestionId;
use super::scale::ScaleId;
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
    /// A fit that random answers reach too, of a career whose people would sooner give these answers than people at large.
    Slight,
    /// A first hint, while there are few answers.
    FirstHint,
    /// A career whose people would give these answers no sooner than people at large.
    WeakerFit,
}

impl Band {
    /// All bands, best first.
    pub const ALL: [Self; 6] =
        [Self::Strong, Self::Good, Self::WorthALook, Self::Slight, Self::FirstHint, Self::WeakerFit];

    /// The words shown and written.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Good => "good",
            Self::WorthALook => "worth a look",
            Self::Slight => "slight fit",
            Self::FirstHint => "first hint",
            Self::WeakerFit => "weaker fit",
        }
    }
}

/// The fit of one career: a number that is exactly the sum of its contributions.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
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

/// What adds to a fit beside the scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// How far the answer to an activity that the career is made of lies from what the scales lead one to expect.
    Activity {
        /// The activity.
        question: QuestionId,
        /// The answer, 1-5.
        value: u8,
    },
    /// What was said to a career card, which speaks of like careers too.
    Card {
        /// The career on the card.
        career: CareerId,
        /// What was said.
        reaction: Reaction,
    },
    /// How much training somebody is ready for, or how they like to work.
    Condition {
        /// Its place among the questionnaire's conditions.
        place: usize,
        /// The place of the choice.
        choice: usize,
    },
}

/// Every scale's points for one career; with what speaks for it by itself (cards, conditions, activities) they add up to the
/// fit.
pub type Contributions = ByScale<f64>;

/// Where a career would land if the person answered again: 10th to 90th percentile of its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankInterval {
    /// Best rank of the interval.
    pub low: usize,
    /// Worst rank of the interval.
    pub high: usize,
}

impl RankInterval {
    /// The interval that holds this rank too: who stands at the top by luck drifts down when answering again, and a reader
    /// who sees a place outside of its own range takes both for wrong.
    pub fn extend_to(self, rank: usize) -> Self {
        Self { low: self.low.min(rank), high: self.high.max(rank) }
    }
}

/// How person and career stand to each other on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReasonKind {
    /// Both are high: speaks for it.
    BothHigh,
    /// Both are low: speaks for it.
    BothLow,
    /// Only the career is high: speaks against it.
    CareerHigh,
    /// Only the person is high: it would lie idle, which is no reason against.
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
#[non_exhaustive]
pub struct Reason {
    /// The scale.
    pub scale: ScaleId,
    /// What speaks.
    pub kind: ReasonKind,
    /// Points of the fit it adds (or takes).
    pub points: f64,
    /// The answer that says so most, where one does.
    pub quote: Option<Quote>,
}

/// An answer of the person's own, to be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The question.
    pub question: QuestionId,
    /// The answer, 1–5.
    pub value: u8,
}

/// Which answers lead towards a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DrawnBy {
    /// What the person enjoys and what they are good at, or one of them while nothing is known of the other.
    Both,
    /// What they enjoy, while what they are good at speaks against it.
    Enjoying,
    /// What they are good at, while what they enjoy speaks against it.
    BeingGood,
}

/// What names a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectionName {
    /// The family that most of its careers belong to, by [`super::Career::family`].
    Family(u16),
    /// The area of activity that the answers are most about, by its place among [`super::Scales::areas`].
    Area(usize),
}

/// A group of careers that hold together, and the answers that point there.
#[derive(Clone, Debug, PartialEq)]
pub struct Direction {
    /// What it is called; no two directions share a name.
    pub name: DirectionName,
    /// The career that fits best, the first of `careers`.
    pub centre: CareerId,
    /// Its careers without near twins and later steps, the best fit first: two to six.
    pub careers: Vec<CareerId>,
    /// A job of it, or a rung to it, that can be begun within weeks: the one that fits best.
    pub start: Option<CareerId>,
    /// One or two answers of 4 or 5, the one that leads there most first.
    pub quotes: Vec<Quote>,
    /// With other questions it would still be near the top in this share of the cases, 0 to 1.
    pub stays: f64,
    /// Which answers lead there.
    pub drawn_by: DrawnBy,
}

/// Whether the answers point anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// Careers can be ranked.
    Ranked,
    /// No answers or fewer than twelve, answers that hardly differ, or a list in which a tenth of all careers come first.
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
