//! The ranked list, and beside it the career in focus.

pub mod detail;

use crate::fit::Outcome;
use crate::interview::Interview;
use crate::model::{CareerId, PartId, Verdict};
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::screens::browse::Browse;
use crate::tui::screens::length::Length;
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use std::sync::Arc;

/// The results for the answers so far.
#[derive(Debug)]
pub struct Results {
    outcome: Option<Arc<Outcome>>,
    cursor: Cursor,
    scroll: Scroll,
}

impl Results {
    /// The results of the open session.
    pub fn new(desk: &mut Desk) -> Self {
        Self { outcome: desk.standing(), cursor: Cursor::default(), scroll: Scroll::default() }
    }

    fn ranked(&self) -> Option<&Outcome> {
        self.outcome.as_deref().filter(|outcome| outcome.verdict == Verdict::Ranked)
    }

    fn focus(&self) -> Option<CareerId> {
        self.ranked()?.fits.get(self.cursor.row).map(|fit| fit.career)
    }

    fn rows(outcome: &Outcome, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let Some(matcher) = desk.matcher() else { return Vec::new() };
        let row = |fit: &crate::model::Fit| {
            let label = format!("{:>3} {}", fit.rank, matcher.kit.catalogue.get(fit.career).title);
            list::noted(&label, fit.band.words(), width, desk)
        };
        outcome.fits.iter().map(row).collect()
    }
}

/// Questions left at this length.
fn left(desk: &Desk) -> usize {
    desk.interview.as_ref().map_or(0, |interview| interview.progress(PartId(0)).left)
}

/// What is said where nothing can be ranked, and the ways on.
fn no_direction(buffer: &mut Buffer, area: Rect, desk: &Desk) {
    let mut column = Column::new(buffer, area);
    column.text("Your answers do not point anywhere yet, which is common.", desk.theme.style(Role::Strong)).gap(1);
    let ways = "A few more answers may change that, and either end of the scale is welcome. You can also look any \
                career up and see where it leads.";
    column.text(ways, desk.theme.style(Role::Text));
}

impl Screen for Results {
    fn place(&self) -> Place {
        Place::Results
    }

    fn title(&self, _desk: &Desk) -> String {
        "What fits you".to_string()
    }

    fn aside(&self, desk: &Desk) -> String {
        let evidence = self.outcome.as_ref().map_or(0, |outcome| outcome.evidence);
        if left(desk) > 0 {
            format!("provisional, from {evidence} answers")
        } else {
            format!("from {evidence} answers")
        }
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(outcome) = self.ranked() else { return no_direction(buffer, area, desk) };
        let columns = [Constraint::Percentage(38), Constraint::Length(2), Constraint::Fill(1)];
        let [left, _, right] = Layout::horizontal(columns).areas(area);
        let rows = Self::rows(outcome, usize::from(left.width.saturating_sub(4)), desk);
        list::draw(buffer, left, &rows, self.cursor, desk);
        if let Some(career) = self.focus() {
            let lines = detail::lines(career, usize::from(right.width.saturating_sub(2)), desk);
            self.scroll.draw(buffer, right, &lines, desk);
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        match action {
            Action::PageUp | Action::PageDown => {
                self.scroll.moved(action);
                Go::Stay
            }
            Action::Search => Go::Open(Box::<Browse>::default()),
            Action::Questions => {
                if left(desk) == 0 {
                    return Go::Open(Box::<Length>::default());
                }
                desk.converse(Interview::resume);
                Go::Walk
            }
            Action::Close | Action::Back | Action::Undo => super::walked(action, desk),
            other => {
                let count = self.ranked().map_or(0, |outcome| outcome.fits.len());
                if self.cursor.moved(other, count) {
                    self.scroll.reset();
                }
                Go::Stay
            }
        }
    }

    fn offers(&self, action: Action, desk: &Desk) -> bool {
        match action {
            Action::Accept => false,
            Action::Questions => {
                left(desk) > 0 || desk.record().is_some_and(|record| record.length != crate::model::Length::Full)
            }
            _ => true,
        }
    }
}
