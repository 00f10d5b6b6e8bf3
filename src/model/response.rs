//! What a question can be answered: one of five steps, "never had the chance", or nothing.

use std::error::Error;
use std::fmt;

/// A value of the five-step scale, 1 to 5; there is no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(u8);

impl Rating {
    /// The lowest value, 1.
    pub const LOWEST: Self = Self(1);
    /// The value in the middle, 3.
    pub const MIDDLE: Self = Self(3);
    /// The highest value, 5.
    pub const HIGHEST: Self = Self(5);

    /// The rating nearest to a number: of a thousand the highest, of what is no number the lowest.
    pub fn nearest(value: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between the clamps every number fits, and what is no number becomes 0"
        )]
        let rounded = value.round().clamp(1.0, 5.0) as u8;
        if rounded < Self::LOWEST.0 { Self::LOWEST } else { Self(rounded) }
    }

    /// The number, 1 to 5.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = OffTheScale;

    fn try_from(value: u8) -> Result<Self, OffTheScale> {
        let fits = (Self::LOWEST.0..=Self::HIGHEST.0).contains(&value);
        fits.then_some(Self(value)).ok_or(OffTheScale(value))
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A number that is none of the five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffTheScale(pub u8);

impl fmt::Display for OffTheScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is no answer: answers go from {} to {}", self.0, Rating::LOWEST, Rating::HIGHEST)
    }
}

impl Error for OffTheScale {}

/// An answer to a scored question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Response {
    /// A value 1–5.
    Value(Rating),
    /// "Never had the chance": no evidence, but kept as its own answer.
    Untried,
    /// Passed over: no evidence.
    Skipped,
}

impl Response {
    /// The rating that counts as evidence.
    pub fn rating(self) -> Option<Rating> {
        match self {
            Self::Value(rating) => Some(rating),
            Self::Untried | Self::Skipped => None,
        }
    }

    /// The number of the rating that counts as evidence.
    pub fn value(self) -> Option<u8> {
        self.rating().map(Rating::get)
    }

    /// The response a choice's value stands for: 0 is "never had the chance".
    ///
    /// # Errors
    /// [`OffTheScale`] where the value is above 5.
    pub fn from_choice(value: u8) -> Result<Self, OffTheScale> {
        if value == 0 { Ok(Self::Untried) } else { Rating::try_from(value).map(Self::Value) }
    }
}

/// Why an answer is none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WrongAnswer {
    /// No question has this id.
    NoSuchQuestion(String),
    /// The question with this id cannot be answered so.
    NoSuchChoice {
        /// The question's id.
        question: String,
        /// What was to be its answer.
        value: u8,
        /// The values of its choices, lowest first.
        choices: Vec<u8>,
    },
}

impl fmt::Display for WrongAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchQuestion(id) => write!(f, "'{id}' is no question's id"),
            Self::NoSuchChoice { question, value, choices } => {
                let choices: Vec<String> = choices.iter().map(u8::to_string).collect();
                write!(f, "'{value}' is no answer to '{question}'; write one of {}", choices.join(", "))
            }
        }
    }
}

impl Error for WrongAnswer {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_to_five_are_ratings() {
        let kept: Vec<u8> = (0..=u8::MAX).filter_map(|value| Rating::try_from(value).ok()).map(Rating::get).collect();
        assert_eq!(kept, [1, 2, 3, 4, 5]);
        assert_eq!(OffTheScale(99).to_string(), "99 is no answer: answers go from 1 to 5");
    }

    #[test]
    fn every_number_has_a_nearest_rating() {
        let nearest = |value| Rating::nearest(value).get();
        assert_eq!([-7.0, 1.4, 2.5, 4.6, 1e9, f64::NAN].map(nearest), [1, 1, 3, 5, 5, 1]);
    }
}
