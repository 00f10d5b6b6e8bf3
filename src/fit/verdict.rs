//! Whether answers point anywhere, once careers are ranked.

use crate::model::Fit;

/// So many times as many careers as all that may share the first place.
const MAX_SHARED_FRACTION: usize = 10;

/// Whether a tenth of all careers or more share the first place: such a list points nowhere.
pub fn are_level(fits: &[Fit], careers: usize) -> bool {
    let first = fits.iter().take_while(|fit| fit.rank == 1).count();
    first > 1 && first * MAX_SHARED_FRACTION >= careers
}
