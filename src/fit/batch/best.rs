//! The few best of many scores, without sorting the rest.

/// The best scores seen, none of those passed over better than the lowest.
#[derive(Clone, Debug)]
pub struct Best {
    room: usize,
    found: Vec<(f32, u16)>,
    lowest: f32,
}

impl Best {
    /// Keeps so many.
    pub fn new(room: usize) -> Self {
        Self { room: room.max(1), found: Vec::with_capacity(room + 1), lowest: f32::NEG_INFINITY }
    }

    /// Finds the best of these scores, by career.
    pub fn find(&mut self, scores: &[f32]) {
        self.found.clear();
        self.lowest = f32::NEG_INFINITY;
        for (wide, at) in scores.chunks(8).zip((0u16..).step_by(8)) {
            let lowest = self.lowest;
            if wide.iter().fold(false, |found, score| found | (*score > lowest)) {
                for (score, career) in wide.iter().zip(at..) {
                    self.take(*score, career);
                }
            }
        }
    }

    fn take(&mut self, score: f32, career: u16) {
        if score <= self.lowest {
            return;
        }
        let place = self.found.partition_point(|(better, _)| *better >= score);
        self.found.insert(place, (score, career));
        if self.found.len() > self.room {
            self.found.pop();
        }
        if self.found.len() == self.room {
            self.lowest = self.found.last().map_or(self.lowest, |(lowest, _)| *lowest);
        }
    }

    /// No score that was passed over is better than this.
    pub fn behind(&self) -> f32 {
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
    use crate::model::random::Random;

    #[test]
    fn the_best_are_those_that_a_full_sort_puts_first() {
        let mut random = Random::new(5);
        let mut best = Best::new(16);
        for count in [923, 17, 16, 3] {
            let scores: Vec<f32> = (0..count).map(|_| random.normal() as f32).collect();
            best.find(&scores);
            let mut sorted: Vec<u16> = (0..count).collect();
            sorted.sort_by(|a, b| scores[usize::from(*b)].total_cmp(&scores[usize::from(*a)]));
            sorted.truncate(16);
            assert_eq!(best.careers().collect::<Vec<_>>(), sorted);
            let last = sorted.last().map(|at| scores[usize::from(*at)]).filter(|_| count >= 16);
            assert_eq!(best.behind().to_bits(), last.unwrap_or(f32::NEG_INFINITY).to_bits());
        }
    }
}
