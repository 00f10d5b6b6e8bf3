//! The career in focus: its head, and below it the page that scrolls, laid out once and not on every key: at first only
//! as far as it is in sight, since most careers of a list are passed by.

use super::detail;
use crate::model::{CareerId, Fit};
use crate::tui::desk::Desk;
use crate::tui::glyphs::{DOT, FAINT, FULL, KEPT};
use crate::tui::keys::Action;
use crate::tui::sureness::Landing;
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::meter::meter;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::cell::RefCell;

/// Widest a line of text runs.
const WIDEST: u16 = 96;

/// The least rows in which head and page stand apart.
const ROOMY: u16 = 14;

/// A page and how far it is scrolled.
#[derive(Debug, Default)]
pub struct Reading {
    scroll: Scroll,
    laid: RefCell<Option<Laid>>,
}

/// The page of a career at a width.
#[derive(Debug)]
struct Laid {
    career: CareerId,
    width: usize,
    lines: Vec<Line<'static>>,
    /// Whether that is all of it.
    whole: bool,
}

impl Laid {
    fn new(career: CareerId, width: usize, most: usize, desk: &Desk) -> Self {
        let (lines, whole) = detail::lines(career, width, most, desk);
        Self { career, width, lines, whole }
    }
}

impl Reading {
    /// Scrolls by an action; false when the action does not scroll.
    pub fn moved(&self, action: Action, desk: &Desk) -> bool {
        if let Some(laid) = self.laid.borrow_mut().as_mut().filter(|laid| !laid.whole) {
            *laid = Laid::new(laid.career, laid.width, usize::MAX, desk);
            self.scroll.reach(laid.lines.len());
        }
        self.scroll.moved(action)
    }

    /// From the top, for another career.
    pub fn reset(&self) {
        self.scroll.reset();
    }

    /// Lays the page out anew, since what it says has changed.
    pub fn forget(&self) {
        self.laid.replace(None);
    }

    /// Draws a career; `aside` is one more line for the head, or empty.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, career: CareerId, aside: &str, desk: &Desk) {
        let area = Rect { width: area.width.min(WIDEST), ..area };
        let mut column = Column::new(buffer, area);
        column.lines(&head(career, usize::from(area.width), desk));
        if !aside.is_empty() {
            column.line(&Line::styled(text::cut(aside, usize::from(area.width)), desk.theme.style(Role::Dim)));
        }
        column.gap(u16::from(area.height >= ROOMY));
        let (rest, buffer) = column.take(u16::MAX);
        let width = usize::from(rest.width.saturating_sub(2));
        let most = if self.scroll.is_at_top() { usize::from(rest.height) } else { usize::MAX };
        let enough = |laid: &Laid| laid.whole || laid.lines.len() > most;
        let fits = |laid: &Laid| (laid.career, laid.width) == (career, width) && enough(laid);
        let laid = self.laid.take().filter(fits).unwrap_or_else(|| Laid::new(career, width, most, desk));
        self.scroll.draw(buffer, rest, &laid.lines, desk);
        self.laid.replace(Some(laid));
    }

    /// Draws other lines of the career in focus in place of its page.
    pub fn draw_lines(&self, buffer: &mut Buffer, area: Rect, lines: &[Line<'_>], desk: &Desk) {
        self.scroll.draw(buffer, area, lines, desk);
    }
}

/// Title, fit with its band, and where the career would land if the person answered again.
pub fn head(career: CareerId, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let Some(matcher) = desk.matcher() else { return Vec::new() };
    let catalogue = &matcher.kit.catalogue;
    let entry = catalogue.get(career);
    let mut lines = text::lines(&entry.title, width.saturating_sub(2), 0, desk.theme.style(Role::Strong));
    if let (Some(first), true) = (lines.first_mut(), detail::kept(desk, &entry.id).is_some()) {
        first.push_span(Span::styled(format!(" {KEPT}"), desk.theme.style(Role::Accent)));
    }
    let Some(fit) = desk.outcome().and_then(|outcome| outcome.fit(career)) else { return lines };
    lines.push(standing(fit, catalogue.len(), width, desk));
    if let Some(landing) = desk.sureness.landing(career) {
        lines.push(landing_line(landing, catalogue.len(), width, desk));
    }
    if let Some((first, last)) = desk.sureness.group(fit.rank) {
        let ways = [
            format!("your answers cannot tell ranks {first} to {last} apart"),
            format!("ranks {first} to {last} cannot be told apart"),
            format!("level with {first} to {last}"),
        ];
        lines.push(Line::styled(text::fitting(&ways, width), desk.theme.style(Role::Dim)));
    }
    lines
}

/// Cells of the bars in the head.
const BAR: usize = 12;

fn standing(fit: &Fit, of: usize, width: usize, desk: &Desk) -> Line<'static> {
    let mut line = meter(fit.score.max(0.0).round() as usize, 100, BAR, desk);
    line.push_span(Span::styled(format!(" {}", fit.band.words()), desk.theme.style(Role::Current)));
    let (rank, points) = (format!("{DOT}rank {}", fit.rank), format!("{DOT}{:.0} points", fit.score));
    let ways = [format!("{rank} of {of}{points}"), format!("{rank}{points}"), rank, String::new()];
    line.push_span(Span::styled(text::fitting(&ways, width.saturating_sub(line.width())), desk.theme.style(Role::Dim)));
    line
}

/// The rank interval as a bar over all ranks and in words, dimmed while newer answers are worked on.
fn landing_line(landing: Landing, of: usize, width: usize, desk: &Desk) -> Line<'static> {
    let (low, high) = (landing.interval.low, landing.interval.high);
    let place = |rank: usize| rank.saturating_sub(1) * BAR / of.max(1);
    let bar = if landing.stale { Role::Dim } else { Role::Bar };
    let cell = |at: usize| if (place(low)..=place(high)).contains(&at) { (FULL, bar) } else { (FAINT, Role::Dim) };
    let cells = (0..BAR).map(cell);
    let mut line: Line<'static> = cells.map(|(sign, role)| Span::styled(sign, desk.theme.style(role))).collect();
    let ways = [
        format!(" if you answered again: {} ({low} to {high})", near(low, high, of)),
        format!(" again: {low} to {high} of {of}"),
        format!(" {low} to {high}"),
    ];
    let says = text::fitting(&ways, width.saturating_sub(BAR));
    line.push_span(Span::styled(says, desk.theme.style(if landing.stale { Role::Dim } else { Role::Text })));
    line
}

/// A rank interval in words.
pub fn near(low: usize, high: usize, of: usize) -> &'static str {
    match (low, high) {
        (_, high) if high <= 25 => "surely near the top",
        (_, high) if high <= 100 => "near the top",
        (low, high) if low <= 25 && high <= of / 3 => "perhaps near the top",
        (low, high) if high - low > of / 3 => "hard to say",
        (low, _) if low > of / 2 => "in the lower half",
        _ => "in the upper part",
    }
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_wide_interval_promises_nothing() {
        assert_eq!(near(1, 12, 923), "surely near the top");
        assert_eq!(near(1, 90, 923), "near the top");
        assert_eq!(near(3, 220, 923), "perhaps near the top");
        assert_eq!(near(3, 500, 923), "hard to say");
        assert_eq!(near(700, 900, 923), "in the lower half");
    }
}
