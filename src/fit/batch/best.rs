//! The few best of many scores, without sorting the rest.

/// Scores are looked at in so many lanes side by side, at least.
const LANES: usize = 64;

/// The best of some scores, none of those passed over better than the lowest.
#[derive(Clone, Debug)]
pub struct Best {
    room: usize,
    found: Vec<(f32, u16)>,
    lanes: Vec<f32>,
    lowest: f32,
}

impl Best {
    /// Keeps so many.
    pub fn new(room: usize) -> Self {
        let room = room.max(1);
        Self { room, found: Vec::new(), lanes: vec![0.0; LANES.max(2 * room)], lowest: f32::NEG_INFINITY }
    }

    /// Finds the best of these scores, by career.
    pub fn find(&mut self, scores: &[f32]) {
        let least = self.find_threshold(scores);
        self.found.clear();
        for (wide, at) in scores.chunks(8).zip((0u16..).step_by(8)) {
            // all are counted although one would do: without a way out in the middle several are compared at once
            if wide.iter().filter(|score| **score >= least).count() > 0 {
                let careers = wide.iter().copied().zip(at..);
                self.found.extend(careers.filter(|(score, _)| *score >= least));
            }
        }

        self.found.sort_unstable_by(|(a, one), (b, other)| b.total_cmp(a).then(one.cmp(other)));
        self.found.truncate(self.room);

        // where there is room left, nothing was passed over
        let full = self.found.len() == self.room;
        self.lowest = self.found.last().filter(|_| full).map_or(f32::NEG_INFINITY, |(lowest, _)| *lowest);
    }

    /// A score that as many reach as are kept, and few more: each lane's best is a score, so that the last kept of those
    /// will do.
    fn find_threshold(&mut self, scores: &[f32]) -> f32 {
        if scores.len() <= self.lanes.len() {
            return f32::NEG_INFINITY;
        }

        self.lanes.fill(f32::NEG_INFINITY);
        for wide in scores.chunks(self.lanes.len()) {
            for (most, score) in self.lanes.iter_mut().zip(wide) {
                *most = if *score > *most { *score } else { *most };
            }
        }

        *self.lanes.select_nth_unstable_by(self.room - 1, |a, b| b.total_cmp(a)).1
    }

    /// No score that was passed over is better than this.
    pub fn lowest(&self) -> f32 {
        self.lowest
    }

    /// The careers found, best first.
    pub fn careers(&self) -> impl Iterator<Item = u16> {
        self.found.iter().map(|(_, career)| *career)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::metric::to_single;
    use crate::model::random::Random;

    #[test]
    fn the_best_are_those_that_a_full_sort_puts_first() {
        let mut random = Random::new(5);
        let mut best = Best::new(16);
        for count in [923, 17, 16, 3] {
            let scores: Vec<f32> = (0..count).map(|_| to_single(random.normal())).collect();
            best.find(&scores);

            let mut sorted: Vec<u16> = (0..count).collect();
            sorted.sort_by(|a, b| scores[usize::from(*b)].total_cmp(&scores[usize::from(*a)]));
            sorted.truncate(16);

            assert_eq!(best.careers().collect::<Vec<_>>(), sorted);
            let last = sorted.last().map(|at| scores[usize::from(*at)]).filter(|_| count >= 16);
            assert_eq!(best.lowest().to_bits(), last.unwrap_or(f32::NEG_INFINITY).to_bits());
        }
    }
}
