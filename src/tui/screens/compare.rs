//! Two or three careers side by side.

use super::results::figures::{outlook_words, pay_short, soon, training_words};
use super::results::page::{Page, side_by_side};
use super::results::reading::head;
use crate::fit::Reasons;
use crate::model::{CareerId, Reason, ReasonKind};
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Scales named for and against.
const NAMED: usize = 3;

/// The careers that are compared.
#[derive(Debug)]
pub struct Compare {
    careers: Vec<CareerId>,
    scroll: Scroll,
}

/// What is compared, in the order shown.
const ASPECTS: [&str; 9] = [
    "What it is",
    "Speaks for it",
    "Speaks against it",
    "Pay",
    "Training",
    "You start as",
    "Years to a full post",
    "What needs patience",
    "Outlook",
];

impl Compare {
    /// Two or three careers.
    pub fn new(careers: Vec<CareerId>) -> Self {
        Self { careers, scroll: Scroll::default() }
    }

    fn lines(&self, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let count = self.careers.len().max(1);
        let column = (width + 2) / count;
        let inside = column.saturating_sub(2);
        let mut lines = side_by_side(self.careers.iter().map(|career| head(*career, inside, desk)).collect(), column);
        let cells: Vec<[String; 9]> = self.careers.iter().map(|career| cells(*career, desk)).collect();
        for (at, aspect) in ASPECTS.into_iter().enumerate() {
            lines.push(Line::default());
            lines.push(Line::styled(aspect, desk.theme.style(Role::Accent)));
            let column_of = |cells: &[String; 9]| {
                let mut page = Page::new(inside, desk);
                page.text(&cells[at], Role::Text);
                page.lines
            };
            lines.extend(side_by_side(cells.iter().map(column_of).collect(), column));
        }
        lines
    }
}

fn cells(career: CareerId, desk: &Desk) -> [String; 9] {
    let Some(matcher) = desk.matcher() else { return Default::default() };
    let (entry, words) = (matcher.kit.catalogue.get(career), matcher.kit.catalogue.words(career));
    let Reasons { speaks_for, against, .. } =
        desk.outcome().map(|outcome| matcher.reasons(outcome, career)).unwrap_or_default();
    let named = |side: &[Reason]| {
        let name = |reason: &Reason| with_measure(reason.kind, &matcher.kit.scales.get(reason.scale).name);
        let names: Vec<String> = side.iter().take(NAMED).map(name).collect();
        if names.is_empty() { "nothing yet".to_string() } else { names.join(", ") }
    };
    [
        words.summary,
        named(&speaks_for),
        named(&against),
        pay_short(&entry.figures),
        training_words(&entry.figures),
        format!("{}, {}", words.job.start_as, soon(entry.start_when)),
        words.path.years.to_string(),
        words.path.hard,
        entry.figures.outlook.as_ref().map_or("Not known.".to_string(), outlook_words),
    ]
}

/// A scale with how much of it the career has, since little of what one does not like speaks for a career.
fn with_measure(kind: ReasonKind, name: &str) -> String {
    let how_much = match kind {
        ReasonKind::BothHigh | ReasonKind::CareerHigh => "much",
        ReasonKind::BothLow | ReasonKind::PersonHigh => "little",
    };
    format!("{name} ({how_much})")
}

impl Screen for Compare {
    fn place(&self) -> Place {
        Place::Page
    }

    fn title(&self, _desk: &Desk) -> String {
        "Side by side".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let lines = self.lines(usize::from(area.width.saturating_sub(2)), desk);
        self.scroll.draw(buffer, area, &lines, desk);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Go {
        super::read(&self.scroll, action)
    }

    fn offers(&self, action: Action, _desk: &Desk) -> bool {
        action != Action::Accept
    }

    fn refine(&mut self, desk: &mut Desk) -> bool {
        desk.refine_sureness()
    }
}
