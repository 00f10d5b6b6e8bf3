//! What stands on the overview, line by line: as much as there is room for, and every way on in any case.

use super::{Overview, Way, describe_way, find_action};
use crate::model::Direction;
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::glyphs::MARKER;
use crate::tui::keys::{Key, KeyScope};
use crate::tui::screens::menu;
use crate::tui::theme::Role;
use crate::tui::widgets::{cells, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// How much is told.
#[derive(Clone, Copy)]
struct Room {
    /// Whether examples of a direction have a sentence of their own.
    full: bool,
    /// Whether the ways stand below each other, with what there is to say of them.
    listed: bool,
    /// Whether what one might not have thought of is told too.
    besides: bool,
    /// Lines that a quoted answer and a first step have at most.
    quote: usize,
    step: usize,
    /// What is set apart by an empty row.
    apart: Apart,
    /// Lines that the headline has at most; where it is cut, how sure it all is does not stand below it.
    headline: usize,
}

/// What is set apart by an empty row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Apart {
    Nothing,
    Blocks,
    Directions,
    Everything,
}

/// As many lines as it takes.
const WHOLE: usize = usize::MAX;

/// Everything told in full.
const RICHEST: Room = Room {
    full: true,
    listed: true,
    besides: true,
    quote: WHOLE,
    step: WHOLE,
    apart: Apart::Everything,
    headline: WHOLE,
};
const IN_LINES: Room = Room { listed: false, besides: false, apart: Apart::Directions, ..RICHEST };
const SHORT: Room = Room { full: false, quote: 2, ..IN_LINES };
const CLOSE: Room = Room { quote: 1, apart: Apart::Blocks, ..SHORT };
const LEANEST: Room = Room { quote: 0, step: 0, apart: Apart::Nothing, headline: 1, ..CLOSE };

/// From the one that tells most to the one that tells least: quotes and steps give way before any way on does.
const ROOMS: [Room; 15] = [
    RICHEST,
    Room { besides: false, ..RICHEST },
    Room { besides: false, apart: Apart::Directions, ..RICHEST },
    Room { besides: true, apart: Apart::Everything, ..IN_LINES },
    IN_LINES,
    Room { quote: 1, ..IN_LINES },
    SHORT,
    Room { quote: 1, ..SHORT },
    CLOSE,
    Room { apart: Apart::Nothing, ..CLOSE },
    Room { apart: Apart::Nothing, step: 2, ..CLOSE },
    Room { apart: Apart::Nothing, step: 1, ..CLOSE },
    Room { quote: 0, apart: Apart::Nothing, step: 1, ..CLOSE },
    Room { step: 1, ..LEANEST },
    LEANEST,
];

/// A line, and where in it a click leads on.
#[derive(Default)]
struct Row {
    line: Line<'static>,
    ways: Vec<(usize, Range<u16>)>,
}

impl Row {
    fn from_line(line: Line<'static>) -> Self {
        Self { line, ways: Vec::new() }
    }
}

/// Draws as much as the area has room for.
pub fn draw(overview: &Overview, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
    let laid = Laid { overview, width: usize::from(area.width), ctx };
    let height = usize::from(area.height);
    let room = ROOMS.into_iter().find(|room| laid.measure_height(*room) <= height).unwrap_or(LEANEST);

    let ways = laid.build_ways(room);
    let mut rows = laid.build_above(room);
    // nothing is left to shorten: what cannot be reached otherwise comes first
    rows.truncate(height.saturating_sub(ways.len()));
    rows.extend(ways);

    for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
        text::draw(buffer, area.x, y, &row.line, area.width);
        for (way, place) in &row.ways {
            let place = Rect { x: area.x + place.start, y, width: place.end - place.start, height: 1 };
            if let Some(key) = laid.find_key(*way) {
                ctx.clicks.add_key(place.intersection(area), key);
            }
        }
    }
}

/// An overview laid out to a width.
struct Laid<'o> {
    overview: &'o Overview,
    width: usize,
    ctx: &'o OpenSession,
}

impl Laid<'_> {
    fn measure_height(&self, room: Room) -> usize {
        self.build_above(room).len() + self.build_ways(room).len()
    }

    /// Where the answers point, and what to begin with.
    fn build_above(&self, room: Room) -> Vec<Row> {
        let (dataset, found) = (self.ctx.dataset(), &self.overview.directions);
        let mut rows = self.build_text(&telling::describe_headline(dataset, found), 0, room.headline, Role::Strong);
        if room.headline == WHOLE {
            rows.extend(self.build_text(telling::describe_certainty(found), 0, WHOLE, Role::Dim));
        }

        for (at, one) in found.iter().enumerate() {
            let from = if at == 0 { Apart::Blocks } else { Apart::Directions };
            rows.extend((room.apart >= from).then(Row::default));
            rows.extend(self.build_direction(at, one, room));
        }

        let besides = if room.besides { self.overview.besides.as_slice() } else { &[] };
        for (at, says) in self.overview.first_steps.iter().chain(besides).enumerate().filter(|_| room.step > 0) {
            let from = if at == 0 { Apart::Blocks } else { Apart::Everything };
            rows.extend((room.apart >= from).then(Row::default));
            rows.extend(self.build_text(says, 0, room.step, Role::Text));
        }

        rows.extend((room.apart >= Apart::Blocks).then(Row::default));
        rows
    }

    fn build_text(&self, says: &str, indent: usize, most: usize, role: Role) -> Vec<Row> {
        let lines = text::wrap_first_lines(says, self.width, indent, most, self.ctx.theme.style(role));
        lines.into_iter().map(Row::from_line).collect()
    }

    fn build_direction(&self, at: usize, one: &Direction, room: Room) -> Vec<Row> {
        let dataset = self.ctx.dataset();
        let (title, stays) = (telling::find_direction_title(dataset, one), telling::describe_stays(one));
        let examples = telling::list_direction_examples(dataset, one);

        let left = self.width.saturating_sub(text::measure_width(title) + text::measure_width(stays) + 8);
        let label = if room.full || examples.is_empty() {
            title.to_string()
        } else {
            format!("{title}: {}", text::join_whole(&examples, "; ", left))
        };

        let mut rows = vec![self.build_label(at, &label, stays)];
        rows.extend(self.build_quote(one, room.quote));
        if room.full {
            rows.extend(self.build_text(&telling::describe_examples(dataset, one), INDENT, WHOLE, Role::Text));
        }
        rows
    }

    /// An answer of the person's own: where room is short its question is shortened, never what was answered.
    fn build_quote(&self, one: &Direction, most: usize) -> Vec<Row> {
        let Some(quote) = one.quotes.first().copied().filter(|_| most > 0) else { return Vec::new() };

        let questionnaire = self.ctx.questionnaire();
        let room = self.width.saturating_sub(INDENT);
        let words = questionnaire.question(quote.question).text.split_whitespace().count();
        let shortened = (1..words).rev().map(|words| telling::quote_in_short(questionnaire, quote, words));
        let mut ways = std::iter::once(telling::quote_direction(self.ctx.dataset(), one)).chain(shortened);

        let fits = |says: &String| text::wrap(says, room).len() <= most;
        let says = ways.find(fits).unwrap_or_else(|| telling::quote_in_short(questionnaire, quote, 1));
        self.build_text(&says, INDENT, most, Role::Text)
    }

    /// A row with its digit, and a dim word at its right end.
    fn build_label(&self, row: usize, label: &str, aside: &str) -> Row {
        let mut line = self.build_lead(row);
        let room = self.width.saturating_sub(line.width() + text::measure_width(aside) + 2);
        let label = text::cut_text(label, room);

        let role = if self.is_chosen(row) { Role::Selected } else { Role::Strong };
        line.push_span(Span::styled(label, self.ctx.theme.style(role)));
        let gap = self.width.saturating_sub(line.width() + text::measure_width(aside));
        line.push_span(Span::raw(" ".repeat(gap)));
        line.push_span(Span::styled(aside.to_string(), self.ctx.theme.style(Role::Dim)));
        Row { line, ways: vec![(row, 0..cells::count_cells(self.width))] }
    }

    /// The marker before a row, and the key that opens it.
    fn build_lead(&self, row: usize) -> Line<'static> {
        let marker = if self.is_chosen(row) { MARKER } else { " " };
        let key = self.find_key(row).map_or_else(|| " ".to_string(), |key| key.to_string());
        Line::from(vec![
            Span::styled(format!("{marker} "), self.ctx.theme.style(Role::Accent)),
            Span::styled(format!("{key} "), self.ctx.theme.style(Role::Key)),
        ])
    }

    fn is_chosen(&self, row: usize) -> bool {
        row == self.overview.cursor.row
    }

    /// The digit of a row, or where ten are not enough the key of its own.
    fn find_key(&self, row: usize) -> Option<Key> {
        let digit = menu::find_digit(row).and_then(|digit| Key::from_name(&digit.to_string()));
        digit.or_else(|| self.find_own_key(*self.overview.ways.get(row)?))
    }

    fn find_own_key(&self, way: Way) -> Option<Key> {
        self.ctx.keys.find_key(find_action(way)?, KeyScope::Overview)
    }

    /// The ways on that are no direction.
    fn build_ways(&self, room: Room) -> Vec<Row> {
        let ways = self.overview.ways.iter().copied().enumerate().skip(self.overview.directions.len());
        if room.listed {
            ways.map(|(row, way)| self.build_listed(row, way)).collect()
        } else {
            self.build_in_lines(ways)
        }
    }

    fn build_listed(&self, row: usize, way: Way) -> Row {
        let (name, more) = describe_way(way, self.ctx);
        // not twice where it stands before the name already
        let own = self.find_own_key(way).filter(|_| menu::find_digit(row).is_some());
        let aside = own.map_or_else(String::new, |key| key.to_string());
        self.build_label(row, &format!("{name}{more}"), &aside)
    }

    /// The ways one after the other, in as few lines as they fit in.
    fn build_in_lines(&self, ways: impl Iterator<Item = (usize, Way)>) -> Vec<Row> {
        let mut rows = vec![Row::default()];
        for (row, way) in ways {
            let role = if self.is_chosen(row) { Role::Selected } else { Role::Text };
            let mut says = self.build_lead(row);
            says.push_span(Span::styled(describe_way(way, self.ctx).0, self.ctx.theme.style(role)));

            let (used, wide) = (rows.last().map_or(0, |row| row.line.width()), says.width());
            if used > 0 && used + 1 + wide > self.width {
                rows.push(Row::default());
            }

            let Some(last) = rows.last_mut() else { continue };
            if !last.ways.is_empty() {
                last.line.push_span(Span::raw(" "));
            }
            let from = cells::count_cells(last.line.width());
            last.line.extend(says);
            last.ways.push((row, from..cells::count_cells(last.line.width())));
        }
        rows
    }
}

/// Cells before what belongs to a direction.
const INDENT: usize = 4;
