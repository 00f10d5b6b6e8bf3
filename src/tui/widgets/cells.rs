//! Cells of the terminal, which are counted in `u16`: how many, and which one.

/// So many cells; where there are more than a terminal can have, as many as it can have.
pub fn count_cells(things: usize) -> u16 {
    u16::try_from(things).unwrap_or(u16::MAX)
}

/// The cell nearest to a place, and the first one for all that lies before it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "beyond an end it is the last cell there")]
pub fn find_nearest(place: f64) -> u16 {
    place.round().max(0.0) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_outside_is_the_cell_at_that_end() {
        assert_eq!([-3.0, 0.4, 0.6, 1e9, f64::NAN].map(find_nearest), [0, 0, 1, u16::MAX, 0]);
        assert_eq!([0, 7, 70_000].map(count_cells), [0, 7, u16::MAX]);
    }
}
