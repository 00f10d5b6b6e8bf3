//! Career cards: what a person says to one career shown in one sentence.

/// What somebody says to a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reaction {
    /// It appeals.
    ForMe,
    /// It may or may not.
    Maybe,
    /// It does not appeal, and why, where that was said.
    NotForMe(Option<Objection>),
    /// Passed over, or taken back: says nothing.
    Skipped,
}

/// Why a career does not appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Objection {
    /// It pays too little.
    Pay,
    /// The people one works with or for.
    People,
    /// Dirt, noise, or where it is done.
    Mess,
    /// The training it takes.
    Training,
    /// The work itself.
    Boring,
}

impl Objection {
    /// All, in the order offered.
    pub const ALL: [Self; 5] = [Self::Pay, Self::People, Self::Mess, Self::Training, Self::Boring];

    /// The name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::People => "people",
            Self::Mess => "mess",
            Self::Training => "training",
            Self::Boring => "boring",
        }
    }

    /// Whether it is about the work itself: pay, mess and training say nothing of what somebody enjoys, can or likes.
    pub const fn is_about_the_work(self) -> bool {
        matches!(self, Self::People | Self::Boring)
    }
}

impl Reaction {
    /// All that can be chosen; their places from 1 are the values of an answer.
    pub const CHOICES: [Self; 8] = [
        Self::ForMe,
        Self::Maybe,
        Self::NotForMe(None),
        Self::NotForMe(Some(Objection::Pay)),
        Self::NotForMe(Some(Objection::People)),
        Self::NotForMe(Some(Objection::Mess)),
        Self::NotForMe(Some(Objection::Training)),
        Self::NotForMe(Some(Objection::Boring)),
    ];

    /// The reaction that a value stands for.
    pub fn from_value(value: u8) -> Option<Self> {
        Self::CHOICES.get(usize::from(value).checked_sub(1)?).copied()
    }

    /// The value of an answer; none where it was passed over.
    pub fn value(self) -> Option<u8> {
        Self::CHOICES.iter().zip(1..).find(|(choice, _)| **choice == self).map(|(_, value)| value)
    }

    /// The name in files, without the reason.
    pub const fn id(self) -> &'static str {
        match self {
            Self::ForMe => "for-me",
            Self::Maybe => "maybe",
            Self::NotForMe(_) => "not-for-me",
            Self::Skipped => "skipped",
        }
    }

    /// The reason, where one was given.
    pub const fn objection(self) -> Option<Objection> {
        if let Self::NotForMe(objection) = self { objection } else { None }
    }

    /// The reaction of this name, with a reason where it can have one.
    pub fn from_ids(id: &str, objection: Option<&str>) -> Option<Self> {
        let known = |id: &str| Objection::ALL.into_iter().find(|objection| objection.id() == id);
        match (id, objection) {
            ("for-me", None) => Some(Self::ForMe),
            ("maybe", None) => Some(Self::Maybe),
            ("skipped", None) => Some(Self::Skipped),
            ("not-for-me", None) => Some(Self::NotForMe(None)),
            ("not-for-me", Some(why)) => Some(Self::NotForMe(Some(known(why)?))),
            _ => None,
        }
    }

    /// What it says of the work, -1 to 1; none where it says nothing of it.
    pub fn opinion(self) -> Option<f64> {
        match self {
            Self::ForMe => Some(1.0),
            Self::Maybe => Some(0.0),
            Self::NotForMe(None) => Some(-1.0),
            Self::NotForMe(Some(objection)) => objection.is_about_the_work().then_some(-1.0),
            Self::Skipped => None,
        }
    }
}

/// One reaction as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardEntry {
    /// Id of the career.
    pub career: String,
    /// What was said.
    pub reaction: Reaction,
    /// Seconds since 1970, UTC.
    pub at: u64,
}
