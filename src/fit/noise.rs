//! Draws of chance, the same for everybody, so that the same answers give the same intervals.

use super::metric::to_single;
use crate::assess::view_as_array;
use crate::model::random::Random;
use crate::model::{Matrix, SCALE_COUNT};
use ndarray::Array2;

const SEED: u64 = 2_026;

/// Standard normal draws in pairs, a row each: one of each pair, of which the other is the opposite.
#[derive(Debug)]
pub struct Noise {
    /// By pair and scale.
    pub scales: Array2<f32>,
    /// By pair and question.
    pub questions: Array2<f32>,
}

impl Noise {
    /// So many pairs, for so many questions.
    pub fn draw(pairs: usize, questions: usize) -> Self {
        let mut random = Random::new(SEED);
        let scales = Array2::from_shape_simple_fn((pairs, SCALE_COUNT), || random.normal());
        let questions = Array2::from_shape_simple_fn((pairs, questions), || to_single(random.normal()));
        Self { scales: whiten(&scales).mapv(to_single), questions }
    }
}

/// Draws by scale turned so that their own covariance is one, as far as there are more of them than scales: whatever adds up
/// from the scales then spreads over these draws exactly as it should, and some hundred of them are enough for a percentile.
/// With their opposites their mean is nothing.
fn whiten(draws: &Array2<f64>) -> Array2<f64> {
    let count = draws.nrows();
    let covariance = draws.t().dot(draws) / count.max(1) as f64;
    let covariance = Matrix::from_fn(SCALE_COUNT, |row, column| covariance[(row, column)]);
    let Some(root) = covariance.cholesky().filter(|_| count > SCALE_COUNT) else { return draws.clone() };
    draws.dot(&view_as_array(&root.lower_inverse()).t())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn their_covariance_is_one() {
        let draws = Noise::draw(250, 3).scales.mapv(f64::from);
        let covariance = draws.t().dot(&draws) / 250.0;

        for row in 0..SCALE_COUNT {
            for column in 0..SCALE_COUNT {
                let wanted = if row == column { 1.0 } else { 0.0 };
                assert!((covariance[(row, column)] - wanted).abs() < 1e-6, "{row} {column}");
            }
        }

        assert!(Noise::draw(20, 3).scales.iter().all(|draw| draw.is_finite()), "too few of them stay as they are");
    }
}
