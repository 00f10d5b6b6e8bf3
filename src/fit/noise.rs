//! Draws of chance, the same for everybody, so that the same answers give the same intervals.

use crate::assess::view_as_array;
use crate::model::random::Random;
use crate::model::{Matrix, SCALE_COUNT};
use ndarray::Array2;

const SEED: u64 = 2_026;

/// So many pairs of standard normal draws by scale, in rows: one of each pair, of which the other is the opposite.
///
/// They are turned so that their own covariance is one, as far as there are more of them than scales: whatever adds up from
/// the scales then spreads over these draws exactly as it should, and some hundred of them are enough for a percentile. With
/// their opposites their mean is nothing.
pub fn draw_normals(count: usize) -> Array2<f64> {
    let mut random = Random::new(SEED);
    let draws = Array2::from_shape_simple_fn((count, SCALE_COUNT), || random.normal());

    let covariance = draws.t().dot(&draws) / count.max(1) as f64;
    let covariance = Matrix::from_fn(SCALE_COUNT, |row, column| covariance[(row, column)]);
    let Some(root) = covariance.cholesky().filter(|_| count > SCALE_COUNT) else { return draws };
    draws.dot(&view_as_array(&root.lower_inverse()).t())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn their_covariance_is_one() {
        let draws = draw_normals(250);
        let covariance = draws.t().dot(&draws) / 250.0;

        for row in 0..SCALE_COUNT {
            for column in 0..SCALE_COUNT {
                let wanted = if row == column { 1.0 } else { 0.0 };
                assert!((covariance[(row, column)] - wanted).abs() < 1e-9, "{row} {column}");
            }
        }

        assert!(self::draw_normals(20).iter().all(|draw| draw.is_finite()), "too few of them stay as they are");
    }
}
