//! The ranked list, one career a line: rank, title, what is special, and a bar for the fit.

use super::detail::kept;
use super::view::{Shown, View};
use crate::fit::{Mark, Row};
use crate::model::{CareerId, Catalogue};
use crate::tui::desk::Desk;
use crate::tui::glyphs::{KEPT, MARKED};
use crate::tui::theme::Role;
use crate::tui::widgets::meter::meter;
use crate::tui::widgets::{list, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Points that fill the bar of a row: hardly any fit is higher.
const FILLED: usize = 55;

/// Draws what is in sight; `marked` careers are to be compared.
pub fn draw(buffer: &mut Buffer, area: Rect, view: &View, cursor: usize, marked: &[CareerId], desk: &Desk) {
    let chosen = view.row(cursor).map_or(0, |(place, _)| place);
    list::draw_each(buffer, area, view.shown.len(), chosen, desk, |buffer, line, at| match view.shown.get(at) {
        Some(Shown::Heading(name)) => {
            let width = usize::from(line.width.saturating_sub(1));
            buffer.set_stringn(line.x, line.y, text::cut(name, width), width, desk.theme.style(Role::Accent));
        }
        Some(Shown::Row(row)) => {
            let Some(row) = view.rows.get(*row) else { return };
            draw_row(buffer, line, row, view, at == chosen, marked, desk);
        }
        None => {}
    });
}

fn draw_row(buffer: &mut Buffer, area: Rect, row: &Row, view: &View, chosen: bool, marked: &[CareerId], desk: &Desk) {
    let Some(matcher) = desk.matcher() else { return };
    let catalogue = &matcher.kit.catalogue;
    let entry = catalogue.get(row.fit.career);
    let bar = if area.width < 44 { 5 } else { 10 };
    let label = Rect { width: area.width.saturating_sub(bar + 1), ..area };
    let sign = match (marked.contains(&row.fit.career), kept(desk, &entry.id)) {
        (true, _) => MARKED,
        (false, Some(_)) => KEPT,
        (false, None) => " ",
    };
    let title = format!("{:>3}{sign}{}", row.fit.rank, entry.title);
    let note = note(row, view, catalogue, desk);
    list::row(
        buffer,
        label,
        &list::noted(&title, &note, usize::from(label.width.saturating_sub(4)), desk),
        chosen,
        desk,
    );
    let meter: Line<'_> = meter(row.fit.score.max(0.0).round() as usize, FILLED, usize::from(bar), desk);
    text::draw(buffer, label.right().saturating_sub(1), area.y, &meter, bar);
}

/// What is special about a row, the most important first.
fn note(row: &Row, view: &View, catalogue: &Catalogue, desk: &Desk) -> String {
    let mut notes = Vec::new();
    if !row.twins.is_empty() {
        notes.push(format!("+{} alike", row.twins.len()));
    }
    for mark in view.limited.marks.get(&row.fit.career).into_iter().flatten() {
        notes.push(match mark {
            Mark::RatherNot(limit) => format!("rather not: {}", limit_words(limit, desk)),
            Mark::NotKnown(limit) => format!("not known: {}", limit_words(limit, desk)),
        });
    }
    let entry = catalogue.get(row.fit.career);
    if let Some(from) = entry.arrive_from.first() {
        notes.push(format!("later, from {}", catalogue.get(*from).title));
    }
    notes.join(", ")
}

/// What a limit is called.
pub fn limit_words(id: &str, desk: &Desk) -> String {
    let limits = desk.matcher().map(|matcher| matcher.kit.questionnaire.limits.as_slice()).unwrap_or_default();
    limits.iter().find(|limit| limit.id == id).map_or(id.to_string(), |limit| limit.text.to_lowercase())
}
