//! The list of careers, one a line: rank, title, what is special, and where there is room charts that stand above each other.

use super::view::{Grouping, Shown, View, compare_with_best};
use crate::fit::{Mark, Row};
use crate::model::CareerId;
use crate::report::{format_money, telling};
use crate::tui::context::OpenSession;
use crate::tui::glyphs::{KEPT, MARKED};
use crate::tui::theme::Role;
use crate::tui::widgets::cells;
use crate::tui::widgets::meter::build_meter;
use crate::tui::widgets::{list, strips, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// What a chart behind the titles shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// The fit, as a share of the best one's.
    Fit,
    /// The rank and where it would land again.
    Place,
    /// Pay.
    Pay,
}

/// Cells of a chart, and of the gap before it.
const CHART: u16 = 14;
const GAP: u16 = 1;
/// From this width on there is room for one chart without cutting titles, and from the next for all of them.
const ROOM_FOR_ONE: u16 = 60;
const ROOM_FOR_ALL: u16 = 90;

/// Which charts stand behind the titles: what the grouping is about, or all where there is room.
fn choose_columns(width: u16, grouping: Grouping) -> Vec<Column> {
    let own = match grouping {
        Grouping::Band => Column::Place,
        Grouping::Direction | Grouping::Family => Column::Fit,
        Grouping::Training => Column::Pay,
    };

    match width {
        width if width >= ROOM_FOR_ALL => vec![Column::Fit, Column::Place, Column::Pay],
        width if width >= ROOM_FOR_ONE => vec![own],
        _ => Vec::new(),
    }
}

/// The list as it is drawn.
pub struct RankingList<'l> {
    /// What it shows.
    pub view: &'l View,
    /// What its rows are put together by.
    pub grouping: Grouping,
    /// The row in focus.
    pub cursor: usize,
    /// Careers marked to be compared.
    pub marked: &'l [CareerId],
    /// Whether there is room for charts: where the list has the whole of a small screen, titles come first.
    pub charts: bool,
}

impl RankingList<'_> {
    /// Draws what is in sight.
    pub fn draw(&self, buffer: &mut Buffer, mut area: Rect, ctx: &OpenSession) {
        let columns = if self.charts { choose_columns(area.width, self.grouping) } else { Vec::new() };
        if !columns.is_empty() {
            self.draw_head(buffer, area, &columns, ctx);
            area.y += 1;
            area.height = area.height.saturating_sub(1);
        }

        let chosen = self.view.row(self.cursor).map_or(0, |(place, _)| place);
        let shown = &self.view.shown;
        list::draw_each(buffer, area, shown.len(), chosen, ctx, |buffer, line, at| match shown.get(at) {
            Some(Shown::Heading(name)) => {
                let width = usize::from(line.width.saturating_sub(1));
                buffer.set_stringn(line.x, line.y, text::cut_text(name, width), width, ctx.theme.style(Role::Accent));
            }
            Some(Shown::Row(row)) => {
                let Some(row) = self.view.rows.get(*row) else { return };
                self.draw_row(buffer, line, row, at == chosen, &columns, ctx);
            }
            None => {}
        });
    }

    /// What the charts show, above them.
    fn draw_head(&self, buffer: &mut Buffer, area: Rect, columns: &[Column], ctx: &OpenSession) {
        let of = ctx.catalogue().len();
        for (column, place) in columns.iter().zip(split_charts(area, columns.len())) {
            let says = match column {
                Column::Fit => "fit".to_string(),
                Column::Place => format!("place 1-{of}"),
                Column::Pay => format!("pay {}", format_money(self.view.pay_axis)),
            };

            let width = usize::from(place.width);
            let says = format!("{says:>width$}");
            buffer.set_stringn(place.x, place.y, text::cut_text(&says, width), width, ctx.theme.style(Role::Dim));
        }
    }

    fn draw_row(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        row: &Row,
        chosen: bool,
        columns: &[Column],
        ctx: &OpenSession,
    ) {
        let entry = ctx.catalogue().get(row.fit.career);
        let charts = cells::count_cells(columns.len()) * (CHART + GAP);
        let label = Rect { width: area.width.saturating_sub(charts), ..area };

        let sign = match (self.marked.contains(&row.fit.career), ctx.bookmark(row.fit.career)) {
            (true, _) => MARKED,
            (false, Some(_)) => KEPT,
            (false, None) => " ",
        };

        let title = format!("{:>3}{sign}{}", row.fit.rank, entry.title);
        let width = usize::from(label.width.saturating_sub(4));
        let note = text::join_whole(
            &list_notes(row, self.view, ctx),
            ", ",
            width.saturating_sub(text::measure_width(&title) + 2),
        );
        let line = list::build_noted(&title, &note, width, ctx);
        list::draw_row(buffer, label, &line, chosen, ctx);

        for (column, place) in columns.iter().zip(split_charts(area, columns.len())) {
            let chart = self.build_chart(*column, row, ctx);
            text::draw(buffer, place.x, place.y, &chart, place.width);
        }
    }

    fn build_chart(&self, column: Column, row: &Row, ctx: &OpenSession) -> Line<'static> {
        let (catalogue, width) = (ctx.catalogue(), usize::from(CHART));
        match column {
            Column::Fit => build_meter(compare_with_best(row.fit.score, ctx), CHART, ctx),
            Column::Place => {
                let projected = ctx.rank_uncertainty.projected_rank(row.fit.career);
                let interval = projected.map(|projected| projected.interval.extend_to(row.fit.rank));
                let pale = projected.is_none_or(|projected| projected.stale);
                strips::build_place(row.fit.rank, interval, catalogue.len(), width, pale, ctx)
            }
            Column::Pay => {
                let pay = catalogue.get(row.fit.career).figures.pay.as_ref();
                pay.map_or_else(Line::default, |pay| {
                    strips::build_pay(&pay.percentiles, self.view.pay_axis, width, ctx)
                })
            }
        }
    }
}

/// Where the charts of a row stand: at its right end, before the sign that there is more.
fn split_charts(area: Rect, count: usize) -> impl Iterator<Item = Rect> {
    let (each, count) = (CHART + GAP, cells::count_cells(count));
    let left = area.right().saturating_sub(GAP + count * each);
    (0..count).map(move |at| Rect { x: left + at * each, width: CHART, height: 1, ..area })
}

/// What is special about a row, the most important first.
fn list_notes(row: &Row, view: &View, ctx: &OpenSession) -> Vec<String> {
    let mut notes = Vec::new();
    let entry = ctx.catalogue().get(row.fit.career);
    let is_present = ctx.record().present_job.as_ref() == Some(&entry.id);
    notes.extend(is_present.then(|| "your job".to_string()));

    if !row.twins.is_empty() {
        notes.push(format!("+{} alike", row.twins.len()));
    }

    for mark in view.limited.marks.get(&row.fit.career).into_iter().flatten() {
        notes.push(match mark {
            Mark::RatherNot(limit) => format!("not ideal: {}", find_limit_text(limit, ctx)),
            Mark::NotKnown(limit) => format!("not known: {}", find_limit_text(limit, ctx)),
        });
    }

    if let Some(from) = entry.arrive_from.first() {
        notes.push(format!("later, from {}", ctx.catalogue().get(*from).title));
    }
    notes.extend(telling::mark_goals(ctx.dataset(), ctx.record(), row.fit.career));
    notes
}

/// What a limit is called.
pub fn find_limit_text(id: &str, ctx: &OpenSession) -> String {
    telling::find_limit_text(ctx.questionnaire(), id).to_string()
}
