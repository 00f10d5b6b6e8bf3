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

use super::{cells, text};
use crate::tui::context::{Context, Shell};
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
pub fn draw<C: Context>(buffer: &mut Buffer, area: Rect, screen: &dyn Screen<C>, ctx: &C) -> bool {
    // before anything else: on a terminal that is too small nothing can be clicked
    ctx.shell().clicks.forget();
    if area.width < FLOOR.0 || area.height < FLOOR.1 {
        draw_too_small(buffer, area);
        return false;
    }

    let across = cut_margin(area);
    let row = |y: u16| Rect { y, height: 1, ..across };
    draw_header(buffer, row(area.y), screen, ctx);
    let under = Rect { y: area.y + 1, height: 1, ..area };
    draw_rule(buffer, under, ctx.shell());
    if let Some((done, all)) = screen.share(ctx) {
        draw_progress(buffer, under, done, all, ctx.shell());
    }

    let (message, role) = choose_message(screen, ctx);
    let most = if area.height < ROOMY { 2 } else { 3 };
    let lines = text::wrap_most(&message, usize::from(across.width), most);
    let more = cells::count_cells(lines.len().saturating_sub(1));
    // six rows: header, rule, a blank one above and below the body, a line of the message, footer
    let body = Rect { y: area.y + 3, height: area.height - 6 - more, ..across };

    screen.draw(buffer, body, ctx);
    for (line, y) in lines.iter().zip(area.bottom() - 2 - more..) {
        buffer.set_stringn(across.x, y, line, usize::from(across.width), ctx.shell().theme.style(role));
    }
    draw_footer(buffer, row(area.bottom() - 1), screen, ctx);
    true
}

/// The area between the margins.
fn cut_margin(area: Rect) -> Rect {
    let side = if area.width >= WIDE { 4 } else { 2 };
    Rect { x: area.x + side, width: area.width - 2 * side, ..area }
}

fn draw_too_small(buffer: &mut Buffer, area: Rect) {
    let (columns, rows) = FLOOR;
    let says = format!("careerfit needs {columns}x{rows}, this is {}x{}", area.width, area.height);
    let lines = text::wrap(&says, usize::from(area.width));
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        buffer.set_stringn(area.x, y, line, usize::from(area.width), ratatui::style::Style::new());
    }
}

fn draw_header<C: Context>(buffer: &mut Buffer, area: Rect, screen: &dyn Screen<C>, ctx: &C) {
    let most = usize::from(area.width).saturating_sub(NAME.len() + 4);
    let mark = ctx.ready().and_then(|ready| ready.session()).map_or("", |session| session.keeping.mark());
    let aside = text::cut_text([mark, &screen.aside(ctx)].join("  ").trim(), most);
    let right = text::measure_width(&aside);
    let room = usize::from(area.width).saturating_sub(right + NAME.len() + 4);

    let line = Line::from(vec![
        Span::styled(NAME, ctx.shell().theme.style(Role::Accent)),
        Span::raw("  "),
        Span::styled(text::cut_text(&screen.title(ctx), room), ctx.shell().theme.style(Role::Strong)),
    ]);
    text::draw(buffer, area.x, area.y, &line, area.width);

    let x = area.right().saturating_sub(cells::count_cells(right));
    buffer.set_stringn(x, area.y, &aside, right, ctx.shell().theme.style(Role::Dim));
    // the aside begins with the mark, which is written over it in a style of its own
    buffer.set_stringn(x, area.y, mark, right, ctx.shell().theme.style(Role::Warning));
}

/// A line across an area.
pub fn draw_rule(buffer: &mut Buffer, area: Rect, shell: &Shell) {
    let line = ACROSS.repeat(usize::from(area.width));
    buffer.set_stringn(area.x, area.y, line, usize::from(area.width), shell.theme.style(Role::Rule));
}

/// The part of the line that is done, heavier.
fn draw_progress(buffer: &mut Buffer, area: Rect, done: usize, all: usize, shell: &Shell) {
    let width = (done.min(all) * usize::from(area.width)).checked_div(all).unwrap_or(0);
    buffer.set_stringn(area.x, area.y, HEAVY.repeat(width), width, shell.theme.style(Role::Bar));
}

/// What is said above the footer.
fn choose_message<C: Context>(screen: &dyn Screen<C>, ctx: &C) -> (String, Role) {
    match &ctx.shell().message {
        Some(message) if message.trouble => (message.text.clone(), Role::Warning),
        Some(message) => (message.text.clone(), Role::Text),
        None => (screen.note(ctx), Role::Dim),
    }
}

/// Most hints in the footer.
const MAX_HINTS: usize = 6;

/// A key of the footer and what it does.
struct Hint<'h> {
    name: String,
    word: &'h str,
    stays: bool,
    key: Option<&'h Key>,
}

/// Hints of the keys that do something now, the most useful first; where there is little room the last ones go, help and
/// leave stay. A hint is never cut.
fn draw_footer<C: Context>(buffer: &mut Buffer, area: Rect, screen: &dyn Screen<C>, ctx: &C) {
    let mut hints = list_hints(screen, ctx);
    while hints.len() > 1 && (hints.len() > MAX_HINTS || measure_hints(&hints) > usize::from(area.width)) {
        let last = hints.iter().rposition(|hint| !hint.stays).unwrap_or(hints.len() - 1);
        hints.remove(last);
    }

    let mut line = Line::default();
    for Hint { name, word, key, .. } in hints {
        // a range of digits is no key
        if let Some(key) = key.filter(|key| key.to_string() == name) {
            let x = area.x + cells::count_cells(line.width());
            let width = cells::count_cells(text::measure_width(&name) + 1 + text::measure_width(word));
            ctx.shell().clicks.add_key(Rect { x, width, ..area }, *key);
        }

        line.push_span(Span::styled(name, ctx.shell().theme.style(Role::Key)));
        line.push_span(Span::styled(format!(" {word}   "), ctx.shell().theme.style(Role::Dim)));
    }

    text::draw(buffer, area.x, area.y, &line, area.width);
}

fn measure_hints(hints: &[Hint<'_>]) -> usize {
    hints
        .iter()
        .map(|hint| text::measure_width(&hint.name) + text::measure_width(hint.word) + 4)
        .sum::<usize>()
        .saturating_sub(3)
}

/// What could stand in the footer, the most useful first.
fn list_hints<'h, C: Context>(screen: &'h dyn Screen<C>, ctx: &'h C) -> Vec<Hint<'h>> {
    let place = screen.place();
    let goes_back = ctx.shell().keys.find_key(Action::Back, place).is_some();
    let first = place.first_hints();
    let mut found: Vec<(usize, Hint<'h>)> = Vec::new();

    for (binding, keys) in ctx.shell().keys.list_bindings(place) {
        let word = screen.hint(binding.action).unwrap_or(binding.hint);
        // the second key of a pair stands with the first one
        let twice = (goes_back && binding.action == Action::Close) || binding.action == Action::More;
        if !word.is_empty() && !twice && screen.offers(binding.action, ctx) {
            let stays = matches!(binding.action, Action::Help | Action::Quit);
            let order = first.iter().position(|action| *action == binding.action).unwrap_or(first.len());
            let name = name_keys(binding, keys, screen, ctx);
            found.push((order, Hint { name, word, stays, key: keys.first() }));
        }
    }

    // a stable sort: what the screen does not name first stays in the order of the table
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, hint)| hint).collect()
}

/// The key, the digits, or both keys of a pair.
fn name_keys<C: Context>(binding: &Binding, keys: &[Key], screen: &dyn Screen<C>, ctx: &C) -> String {
    let shown = |key: Option<&Key>| key.map_or_else(String::new, ToString::to_string);
    match binding.action {
        Action::Digit(_) => screen.digits(ctx).to_string(),
        Action::Less => {
            let more = ctx.shell().keys.find_key(Action::More, screen.place());
            format!("{} {}", shown(keys.first()), shown(more.as_ref()))
        }
        _ => shown(keys.first()),
    }
}
