//! What would change it: the answers that would lift or lower a career most.

use super::results::page::Page;
use crate::fit::{Change, WhatIf, what_if};
use crate::model::CareerId;
use crate::tui::desk::Desk;
use crate::tui::glyphs::{MORE_ABOVE, MORE_BELOW};
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Changes shown each way.
const SHOWN: usize = 4;

/// The strongest changes for one career.
#[derive(Debug)]
pub struct WouldChange {
    career: CareerId,
    found: WhatIf,
    scroll: Scroll,
}

impl WouldChange {
    /// Works them out for the answers so far.
    pub fn new(career: CareerId, desk: &Desk) -> Self {
        let found = desk
            .interview
            .as_ref()
            .zip(desk.outcome())
            .map(|(interview, outcome)| what_if(interview.matcher(), outcome, interview.answers(), career, SHOWN));
        Self { career, found: found.unwrap_or_default(), scroll: Scroll::default() }
    }

    fn page<'d>(&self, width: usize, desk: &'d Desk) -> Page<'d> {
        let mut page = Page::new(width, desk);
        let Some(matcher) = desk.matcher() else { return page };
        let rank = desk.outcome().and_then(|outcome| outcome.fit(self.career)).map_or(0, |fit| fit.rank);
        let title = &matcher.kit.catalogue.get(self.career).title;
        let says = format!("{title} stands at {rank}. One answer, one step off, would move it like this:");
        page.text(&says, Role::Strong);
        for (heading, mark, changes) in
            [("Higher", MORE_ABOVE, &self.found.up), ("Lower", MORE_BELOW, &self.found.down)]
        {
            if !changes.is_empty() {
                page.heading(heading);
            }
            for change in changes {
                page.point(&format!("{mark} "), &sentence(change, rank, desk));
            }
        }
        if let Some(says) = settling(self.career, desk) {
            page.heading("Side by side").text(&says, Role::Text);
        }
        page.gap().text("Answer as it is for you: the list follows, not the other way round.", Role::Dim);
        page
    }
}

/// Whether a few more questions would settle a career against the one next to it in the list.
fn settling(career: CareerId, desk: &Desk) -> Option<String> {
    let (interview, outcome) = (desk.interview.as_ref()?, desk.outcome()?);
    let rank = outcome.fit(career)?.rank;
    let beside = outcome.fits.get(if rank == 1 { 1 } else { rank - 2 })?.career;
    let more = interview.settling(career, beside)?;
    let title = |career| interview.matcher().kit.catalogue.get(career).title.as_str();
    let questions = if more == 1 { "One more question".to_string() } else { format!("{more} more questions") };
    Some(format!("{questions} would settle {} against {}.", title(career), title(beside)))
}

fn sentence(change: &Change, now: usize, desk: &Desk) -> String {
    let Some(matcher) = desk.matcher() else { return String::new() };
    let questionnaire = &matcher.kit.questionnaire;
    let part = questionnaire.part_of(change.question);
    let label = |value| part.label(value).unwrap_or("?");
    let question = questionnaire.question(change.question).text.trim_end_matches('.');
    let does = if change.rank == now {
        format!(
            "leaves it at {now}, {:.1} points {}",
            change.points.abs(),
            if change.points > 0.0 { "more" } else { "less" }
        )
    } else {
        format!("makes it {}", change.rank)
    };
    format!("{question}: \"{}\" in place of \"{}\" {does}.", label(change.to), label(change.from))
}

impl Screen for WouldChange {
    fn place(&self) -> Place {
        Place::Page
    }

    fn title(&self, _desk: &Desk) -> String {
        "What would change it".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let page = self.page(usize::from(area.width.saturating_sub(2)).min(90), desk);
        self.scroll.draw(buffer, area, &page.lines, desk);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Go {
        super::read(&self.scroll, action)
    }

    fn offers(&self, action: Action, _desk: &Desk) -> bool {
        action != Action::Accept
    }
}
