//! What stands around every screen: header, messages, footer, and the line that is shown when there is no room.
//!
//! ```text
//! careerfit  What do you enjoy doing?                        5 of 24
//! ──────────────────────────────────────────────────────────────────
//!   body
//!
//!   message, up to three lines
//! 1-5 answer   s skip   b back   ? help   q leave
//! ```

use super::text;
use crate::tui::desk::Desk;
use crate::tui::glyphs::{ACROSS, HEAVY};
use crate::tui::keys::{Action, Binding, Key};
use crate::tui::screen::Screen;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The smallest terminal that screens are made for.
pub const FLOOR: (u16, u16) = (60, 16);

/// From this width on there is room for wider margins and a side panel.
pub const WIDE: u16 = 100;

/// From this height on a message may take three lines, else two.
const ROOMY: u16 = 24;

const NAME: &str = "careerfit";

/// Draws a screen with its frame; false when there was no room for it.
pub fn draw(buffer: &mut Buffer, area: Rect, screen: &dyn Screen, desk: &Desk) -> bool {
    desk.clicks.forget();
    if area.width < FLOOR.0 || area.height < FLOOR.1 {
        too_small(buffer, area);
        return false;
    }
    let across = margin(area);
    let row = |y: u16| Rect { y, height: 1, ..across };
    header(buffer, row(area.y), screen, desk);
    let under = Rect { y: area.y + 1, height: 1, ..area };
    rule(buffer, under, desk);
    if let Some((done, all)) = screen.share(desk) {
        progress(buffer, under, done, all, desk);
    }
    let (message, role) = message(screen, desk);
    let most = if area.height < ROOMY { 2 } else { 3 };
    let lines = text::wrap_most(&message, usize::from(across.width), most);
    let more = lines.len().saturating_sub(1) as u16;
    let body = Rect { y: area.y + 3, height: area.height - 6 - more, ..across };
    screen.draw(buffer, body, desk);
    for (line, y) in lines.iter().zip(area.bottom() - 2 - more..) {
        buffer.set_stringn(across.x, y, line, usize::from(across.width), desk.theme.style(role));
    }
    footer(buffer, row(area.bottom() - 1), screen, desk);
    true
}

/// The area between the margins.
fn margin(area: Rect) -> Rect {
    let side = if area.width >= WIDE { 4 } else { 2 };
    Rect { x: area.x + side, width: area.width - 2 * side, ..area }
}

fn too_small(buffer: &mut Buffer, area: Rect) {
    let (columns, rows) = FLOOR;
    let says = format!("careerfit needs {columns}x{rows}, this is {}x{}", area.width, area.height);
    let lines = text::wrap(&says, usize::from(area.width));
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        buffer.set_stringn(area.x, y, line, usize::from(area.width), ratatui::style::Style::new());
    }
}

fn header(buffer: &mut Buffer, area: Rect, screen: &dyn Screen, desk: &Desk) {
    let most = usize::from(area.width).saturating_sub(NAME.len() + 4);
    let aside = text::cut(&screen.aside(desk), most);
    let right = text::width(&aside);
    let room = usize::from(area.width).saturating_sub(right + NAME.len() + 4);
    let line = Line::from(vec![
        Span::styled(NAME, desk.theme.style(Role::Accent)),
        Span::raw("  "),
        Span::styled(text::cut(&screen.title(desk), room), desk.theme.style(Role::Strong)),
    ]);
    text::draw(buffer, area.x, area.y, &line, area.width);
    let x = area.right().saturating_sub(right as u16);
    buffer.set_stringn(x, area.y, &aside, right, desk.theme.style(Role::Dim));
}

/// A line across an area.
pub fn rule(buffer: &mut Buffer, area: Rect, desk: &Desk) {
    let line = ACROSS.repeat(usize::from(area.width));
    buffer.set_stringn(area.x, area.y, line, usize::from(area.width), desk.theme.style(Role::Rule));
}

/// The part of the line that is done, heavier.
fn progress(buffer: &mut Buffer, area: Rect, done: usize, all: usize, desk: &Desk) {
    let width = (done.min(all) * usize::from(area.width)).checked_div(all).unwrap_or(0);
    buffer.set_stringn(area.x, area.y, HEAVY.repeat(width), width, desk.theme.style(Role::Bar));
}

/// What is said above the footer.
fn message(screen: &dyn Screen, desk: &Desk) -> (String, Role) {
    match &desk.message {
        Some(message) if message.trouble => (message.text.clone(), Role::Warning),
        Some(message) => (message.text.clone(), Role::Text),
        None => (screen.note(desk), Role::Dim),
    }
}

/// A key of the footer and what it does.
struct Hint<'h> {
    name: String,
    word: &'h str,
    stays: bool,
    key: Option<&'h Key>,
}

/// Hints of the keys that do something now; where there is little room the last ones go, help and leave stay.
fn footer(buffer: &mut Buffer, area: Rect, screen: &dyn Screen, desk: &Desk) {
    let mut hints: Vec<Hint<'_>> = Vec::new();
    let goes_back = desk.keys.shown(Action::Back, screen.place()).is_some();
    for (binding, keys) in desk.keys.on(screen.place()) {
        let shown = screen.hint(binding.action).unwrap_or(binding.hint);
        let twice = goes_back && binding.action == Action::Close;
        if !shown.is_empty() && !twice && screen.offers(binding.action, desk) {
            let stays = matches!(binding.action, Action::Help | Action::Quit);
            hints.push(Hint { name: key_name(binding, keys, screen, desk), word: shown, stays, key: keys.first() });
        }
    }
    while hints.len() > 1 && total(&hints) > usize::from(area.width) {
        let last = hints.iter().rposition(|hint| !hint.stays).unwrap_or(hints.len() - 1);
        hints.remove(last);
    }
    let mut line = Line::default();
    for Hint { name, word, key, .. } in hints {
        // a range of digits is no key
        if let Some(key) = key.filter(|key| key.to_string() == name) {
            let x = area.x + line.width() as u16;
            let width = (text::width(&name) + 1 + text::width(word)) as u16;
            desk.clicks.key(Rect { x, width, ..area }, *key);
        }
        line.push_span(Span::styled(name, desk.theme.style(Role::Key)));
        line.push_span(Span::styled(format!(" {word}   "), desk.theme.style(Role::Dim)));
    }
    text::draw(buffer, area.x, area.y, &line, area.width);
}

fn total(hints: &[Hint<'_>]) -> usize {
    hints.iter().map(|hint| text::width(&hint.name) + text::width(hint.word) + 4).sum::<usize>().saturating_sub(3)
}

fn key_name(binding: &Binding, keys: &[Key], screen: &dyn Screen, desk: &Desk) -> String {
    match (binding.action, keys.first()) {
        (Action::Digit(_), _) => screen.digits(desk).to_string(),
        (_, Some(key)) => key.to_string(),
        (_, None) => String::new(),
    }
}
