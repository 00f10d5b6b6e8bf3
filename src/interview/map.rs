//! What the map of areas still needs: each area is asked about so many times by the end of a part.

use crate::fit::Matcher;
use crate::model::QuestionId;
use std::collections::BTreeMap;

/// Areas as bits.
type Areas = u32;

/// What the map of areas still needs of a part, and what there is to ask.
#[derive(Clone)]
pub(super) struct MapNeed {
    /// By area: so many more questions.
    lack: Vec<usize>,
    /// How many open questions are about just these areas.
    open: BTreeMap<Areas, usize>,
}

impl MapNeed {
    /// What is needed so that each area gets so many questions, after those asked and with those open.
    pub(super) fn new(
        matcher: &Matcher,
        asked: impl Iterator<Item = QuestionId>,
        open: &[QuestionId],
        each_area: usize,
    ) -> Self {
        let areas = matcher.dataset.scales.areas.len();
        let mut need = Self { lack: vec![each_area; areas], open: BTreeMap::new() };

        // before the open questions are counted, from which each one asked is taken away
        for question in asked {
            need.ask(matcher.on_map(question));
        }

        for question in open {
            *need.open.entry(matcher.on_map(*question)).or_default() += 1;
        }
        need
    }

    /// How many of the open questions it takes, each the one about most areas that lack some. An area that no open question
    /// is about needs none.
    pub(super) fn questions(&self) -> usize {
        let mut need = self.clone();
        let mut count = 0;
        loop {
            let lacking = need.lack.iter().rev().fold(0, |bits, lack| bits << 1 | Areas::from(*lack > 0));
            let worth = |areas: &Areas| (areas & lacking).count_ones();
            let open = need.open.iter().filter(|(_, left)| **left > 0).map(|(areas, _)| *areas);
            let Some(best) = open.max_by_key(worth).filter(|best| worth(best) > 0) else { return count };
            need.ask(best);
            count += 1;
        }
    }

    /// The same once a question about these areas is asked.
    pub(super) fn after(&self, areas: Areas) -> usize {
        let mut need = self.clone();
        need.ask(areas);
        need.questions()
    }

    fn ask(&mut self, areas: Areas) {
        for (at, lack) in self.lack.iter_mut().enumerate() {
            *lack -= usize::from(*lack > 0 && areas >> at & 1 == 1);
        }
        if let Some(left) = self.open.get_mut(&areas) {
            *left = left.saturating_sub(1);
        }
    }
}
