//! A reaction to a career card as one observation of the person, along the direction of that career.
//!
//! A reaction `z` (1, 0 or -1) sees the person's true fit `f = w θ` with that career, of variance one among people, with the
//! correlation of a single opinion: `z = ρ f + e`, `e` of variance `1 - ρ²`. With `μ` and `Σ` as they are after the questions,
//! `H` the rows `ρ w` of all cards and `V = H Σ H' + (1 - ρ²) I`, the cards move the estimate, and with it the fit of a career
//! whose people stand at `m`, by
//!
//! ```text
//! δ' V⁻¹ (z - H μ)        with  δ = H Σ P m
//! ```
//!
//! which is a sum over cards: each adds points of its own, to like careers as well. A card never moves its own career against
//! what was said: "for me" that is less than was expected adds nothing. The questions' estimate and how sure it is are left
//! as they are.

use super::direct::{Added, Additions, Known};
use super::matcher::Matcher;
use crate::model::matrix::dot;
use crate::model::{CareerId, Matrix, Reaction, SCALE_COUNT, Source};

/// One card that says something of the work.
struct Card {
    career: CareerId,
    reaction: Reaction,
    /// `H`: how the reaction follows the scales.
    loads: Vec<f64>,
    /// `P Σ H'`: how far the people of careers would react otherwise.
    apart: Vec<f64>,
    /// `z - H μ`, on the side of what was said.
    surprise: f64,
}

impl Card {
    /// A value on the side of what was said, or nothing.
    fn clamp(&self, value: f64) -> f64 {
        clamp_to_reaction(self.reaction, value)
    }
}

fn clamp_to_reaction(reaction: Reaction, value: f64) -> f64 {
    match reaction {
        Reaction::ForMe => value.max(0.0),
        Reaction::NotForMe(_) => value.min(0.0),
        Reaction::Maybe | Reaction::Skipped => value,
    }
}

/// What reactions to cards add to every career.
pub(super) fn add_cards(matcher: &Matcher, cards: &[(CareerId, Reaction)], known: Known<'_>) -> Additions {
    let cards: Vec<Card> =
        cards.iter().filter_map(|(career, reaction)| build_card(matcher, *career, *reaction, known)).collect();
    if cards.is_empty() {
        return Additions::new();
    }

    let noise = 1.0 - matcher.dataset.matching.card_validity.powi(2);
    let covariance = Matrix::from_fn(cards.len(), |row, column| {
        // both halves from the same products, or else the last bits would differ and the matrix not be symmetric
        let (row_of, column_of) = (&cards[row.max(column)], &cards[row.min(column)]);
        let shared: f64 =
            (0..SCALE_COUNT).map(|at| row_of.loads[at] * dot((known.covariances)(at), &column_of.loads)).sum();
        if row == column { shared + noise } else { shared }
    });

    let surprises: Vec<f64> = cards.iter().map(|card| card.surprise).collect();
    let Some(inverse) = covariance.inverse() else { return Additions::new() };
    let moves: Vec<f64> =
        inverse.multiply(&surprises).iter().zip(&cards).map(|(moved, card)| card.clamp(*moved)).collect();

    let points = matcher.dataset.matching.points;
    let places = || matcher.dataset.catalogue.iter().map(|(career, _)| career).zip(matcher.metric.people());
    let added = |(card, moved): (&Card, f64)| {
        let of = |(career, place): (CareerId, &[f64; SCALE_COUNT])| (career, points * moved * dot(&card.apart, place));
        let source = Source::Card { career: card.career, reaction: card.reaction };
        (source, Added::Each(places().map(of).collect()))
    };
    cards.iter().zip(moves).map(added).collect()
}

fn build_card(matcher: &Matcher, career: CareerId, reaction: Reaction, known: Known<'_>) -> Option<Card> {
    let opinion = reaction.opinion()?;
    let gradient = matcher.compute_gradient(career);
    let spread = dot(&gradient, &matcher.metric.people()[career.index()]).max(f64::MIN_POSITIVE).sqrt();
    let validity = matcher.dataset.matching.card_validity;
    let loads: Vec<f64> = gradient.iter().map(|along| validity * along / spread).collect();

    let covariance: Vec<f64> = (0..SCALE_COUNT).map(|scale| dot((known.covariances)(scale), &loads)).collect();
    let apart = matcher.measurement.precision().multiply(&covariance);
    let surprise = clamp_to_reaction(reaction, opinion - dot(&loads, known.estimate));
    Some(Card { career, reaction, loads, apart, surprise })
}
