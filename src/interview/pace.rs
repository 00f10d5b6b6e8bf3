//! How long it will still take, from the person's own pace.

use super::walk::Interview;
use crate::model::PartId;

/// Seconds an answer takes until the person's own pace is known.
const USUAL: u64 = 8;

/// A longer gap between two answers is a break, not thinking.
const BREAK: u64 = 120;

/// So many gaps tell the pace.
const TELLING: usize = 3;

impl Interview {
    /// Minutes that the questions left will take at most, at least 1 while any is left.
    pub fn minutes_left(&self) -> u64 {
        let left = self.progress(PartId(0)).left as u64;
        (left * self.seconds_an_answer()).div_ceil(60)
    }

    /// The person's own median between two answers, or the usual time while few were given.
    fn seconds_an_answer(&self) -> u64 {
        let given = &self.record().given;
        let mut gaps: Vec<u64> = given
            .windows(2)
            .filter_map(|two| two[1].at.checked_sub(two[0].at))
            .filter(|gap| (1..=BREAK).contains(gap))
            .collect();
        if gaps.len() < TELLING {
            return USUAL;
        }
        gaps.sort_unstable();
        gaps[gaps.len() / 2]
    }
}
