//! Job and career side by side: one sentence a side, beside every question.

use super::column::Column;
use super::frame::{WIDE, rule};
use super::text;
use crate::model::Distinction;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// After this many questions the sentences change.
pub const QUESTIONS_A_LINE: usize = 4;

/// Width of the panel where it stands at the side.
const SIDE: u16 = 38;

/// Rows above the sentences where the panel stands below: a rule and the names of the sides.
const ABOVE_SENTENCES: u16 = 2;

/// What the panel stands beside.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'p> {
    /// A part id, `situation` or `results`.
    pub place: &'p str,
    /// Counts questions, so that the sentences change now and then.
    pub turn: usize,
    /// The kind of screen, whose key for more is named.
    pub at: Place,
}

/// Draws the panel and gives back what is left of the area.
///
/// It gives way where the screen's own rows, `needs`, would have no room.
pub fn draw(buffer: &mut Buffer, area: Rect, beside: &Beside<'_>, needs: usize, desk: &Desk) -> Rect {
    let Beside { place, turn, at } = *beside;
    let Some(pair) = desk.matcher().and_then(|matcher| matcher.kit.distinctions.beside(place)) else { return area };
    let line = (turn / QUESTIONS_A_LINE) % pair.job_lines.len().max(1);
    let side = |lines: &[String]| lines.get(line).cloned().unwrap_or_default();
    let (job, career) = (side(&pair.job_lines), side(&pair.career_lines));
    if area.width + 8 >= WIDE {
        at_side(buffer, area, pair, [&job, &career], at, desk)
    } else {
        below(buffer, area, [&job, &career], needs, desk)
    }
}

fn at_side(buffer: &mut Buffer, area: Rect, pair: &Distinction, says: [&str; 2], at: Place, desk: &Desk) -> Rect {
    let x = area.right().saturating_sub(SIDE);
    for y in area.top()..area.bottom() {
        buffer.set_stringn(x, y, crate::tui::glyphs::DOWN, 1, desk.theme.style(Role::Rule));
    }
    let mut column = Column::new(buffer, Rect { x: x + 3, width: SIDE.saturating_sub(3), ..area });
    column.text(&pair.title, desk.theme.style(Role::Dim)).gap(1);
    for (role, name, says) in [(Role::Job, "As a job", says[0]), (Role::Career, "As a career", says[1])] {
        column.line(&Line::styled(name, desk.theme.style(role)));
        column.text(says, desk.theme.style(Role::Text)).gap(1);
    }
    if let Some(key) = desk.keys.shown(Action::Distinctions, at) {
        let hint = " more on job or career";
        column.line(&Line::from(vec![
            Span::styled(key.to_string(), desk.theme.style(Role::Key)),
            Span::styled(hint, desk.theme.style(Role::Dim)),
        ]));
    }
    Rect { width: area.width.saturating_sub(SIDE + 3), ..area }
}

/// Two columns under a rule.
fn below(buffer: &mut Buffer, area: Rect, says: [&str; 2], needs: usize, desk: &Desk) -> Rect {
    let half = area.width / 2;
    let width = half.saturating_sub(2);
    let style = desk.theme.style(Role::Text);
    let sentences = says.map(|sentence| text::lines(sentence, usize::from(width), 0, style));
    let rows = ABOVE_SENTENCES + sentences.iter().map(Vec::len).max().unwrap_or(0) as u16;
    if usize::from(area.height) < needs + usize::from(rows) {
        return area;
    }
    // two rows of sentences keep their place even where one is short, so that nothing jumps from question to question
    let top = area.bottom().saturating_sub(rows.max(ABOVE_SENTENCES + 2)).max(area.y);
    rule(buffer, Rect { y: top, height: 1, ..area }, desk);
    let names = [(Role::Job, "As a job"), (Role::Career, "As a career")];
    for (at, ((role, name), lines)) in names.into_iter().zip(&sentences).enumerate() {
        let x = area.x + at as u16 * half;
        let mut column = Column::new(buffer, Rect { x, y: top + 1, width, height: rows - 1 });
        column.line(&Line::styled(name, desk.theme.style(role)));
        column.lines(lines);
    }
    Rect { height: top.saturating_sub(area.y), ..area }
}
