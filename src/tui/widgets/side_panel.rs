//! What stands beside the questions: job and career in a sentence a side, then what was learned so far, as a small picture
//! with an answer of the person's own. Every sentence on job and career stands there a few times and then no more.

use super::cells;
use super::column::Column;
use super::frame::{WIDE, draw_rule};
use super::text;
use crate::model::Distinction;
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::glyphs::{DOWN, FULL};
use crate::tui::keys::{Action, KeyScope};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// After this many questions the sentences change.
pub const QUESTIONS_A_LINE: usize = 4;

/// Where there is room for one thing only, a sentence comes every so many questions and stays for so many.
const QUESTIONS_A_ROUND: usize = 8;
const QUESTIONS_OF_SENTENCES: usize = 3;

/// Width of the panel where it stands at the side.
const SIDE: u16 = 38;

/// Rows above the sentences where the panel stands below: a rule and the names of the sides.
const ABOVE_SENTENCES: u16 = 2;

/// Areas in the picture: the most liked, and the least liked.
const MOST_LIKED: usize = 4;
const LEAST_LIKED: usize = 2;

/// Cells of a bar to each side of the line that stands for people in general.
const HALF_BAR: usize = 6;

/// Answer deviations at which a bar is full.
const FULL_LIKING: f64 = 0.8;

/// What the panel stands beside.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'p> {
    /// A part id, `situation` or `results`.
    pub place: &'p str,
    /// Counts questions, so that the sentences change now and then.
    pub turn: usize,
    /// The kind of screen, whose key for more is named.
    pub at: KeyScope,
}

/// Draws the panel and gives back what is left of the area.
///
/// It gives way where the screen's own rows, `needs`, would have no room.
pub fn draw(buffer: &mut Buffer, area: Rect, beside: &Beside<'_>, needs: usize, ctx: &OpenSession) -> Rect {
    let pair = ctx.dataset().distinctions.find_beside(beside.place).filter(|_| !ctx.questionnaire().alone);
    let Some(pair) = pair else { return area };

    let known = SoFar::of(ctx);
    // the area lies within the margins, which take eight cells of a wide terminal
    if area.width + 8 >= WIDE {
        return draw_at_side(buffer, area, pair, beside, known.as_ref(), ctx);
    }

    let half = usize::from(area.width / 2);
    let round = beside.turn / QUESTIONS_A_ROUND;
    let is_due = beside.turn % QUESTIONS_A_ROUND < QUESTIONS_OF_SENTENCES && round < pair.job_lines.len();
    let columns = match &known {
        Some(known) if !is_due => known.build_below(half, ctx),
        Some(_) => build_sentences(pair, round, half, ctx),
        None => build_sentences(pair, beside.turn / QUESTIONS_A_LINE, half, ctx),
    };
    draw_below(buffer, area, &columns, needs, ctx)
}

/// The two sentences of a line, each under the name of its side.
fn build_sentences(pair: &Distinction, line: usize, width: usize, ctx: &OpenSession) -> [Vec<Line<'static>>; 2] {
    let line = line % pair.job_lines.len().max(1);
    let side = |role: Role, name: &'static str, lines: &[String]| {
        let mut side = vec![Line::styled(name, ctx.theme.style(role))];
        let says = lines.get(line).map_or("", String::as_str);
        side.extend(text::wrap_lines(says, width.saturating_sub(2), 0, ctx.theme.style(Role::Text)));
        side
    };

    [side(Role::Job, telling::AS_A_JOB, &pair.job_lines), side(Role::Career, telling::AS_A_CAREER, &pair.career_lines)]
}

fn draw_at_side(
    buffer: &mut Buffer,
    area: Rect,
    pair: &Distinction,
    beside: &Beside<'_>,
    known: Option<&SoFar>,
    ctx: &OpenSession,
) -> Rect {
    let x = area.right().saturating_sub(SIDE);
    for y in area.top()..area.bottom() {
        buffer.set_stringn(x, y, DOWN, 1, ctx.theme.style(Role::Rule));
    }

    let mut column = Column::new(buffer, Rect { x: x + 3, width: SIDE.saturating_sub(3), ..area });
    let line = beside.turn / QUESTIONS_A_LINE;
    // after the sentences of the part comes the question to ask oneself, and then nothing: it was said
    if line <= pair.job_lines.len() || known.is_none() {
        draw_distinction(&mut column, pair, line, beside.at, ctx);
    }

    if let Some(known) = known {
        let width = column.width();
        column.lines(&known.build_picture(width, ctx)).gap(1).lines(&known.build_quote(width, ctx));
    }

    Rect { width: area.width.saturating_sub(SIDE + 3), ..area }
}

/// A sentence a side, or the question to ask oneself.
fn draw_distinction(column: &mut Column<'_>, pair: &Distinction, line: usize, at: KeyScope, ctx: &OpenSession) {
    let dim = ctx.theme.style(Role::Dim);
    column.text(&pair.title, dim).gap(1);

    if line == pair.job_lines.len() {
        column.line(&Line::styled(telling::ASK_YOURSELF, dim));
        column.text(&pair.ask, ctx.theme.style(Role::Text)).gap(1);
    } else {
        for side in build_sentences(pair, line, column.width() + 2, ctx) {
            column.lines(&side).gap(1);
        }
    }

    if let Some(key) = ctx.keys.find_key(Action::Distinctions, at) {
        let key = Span::styled(key.to_string(), ctx.theme.style(Role::Key));
        column.line(&Line::from(vec![key, Span::styled(" more on job or career", dim)])).gap(1);
    }
}

/// What the answers so far say, worked out once a frame.
struct SoFar {
    /// Areas with how much they are liked, the most liked first.
    bars: Vec<(String, f64)>,
    /// Those the person leans towards.
    leanings: Vec<(String, f64)>,
    /// The answer that stands for the first of them.
    quote: String,
}

impl SoFar {
    /// None while nothing can be said.
    fn of(ctx: &OpenSession) -> Option<Self> {
        let (interview, dataset) = (ctx.interview(), ctx.dataset());
        let likings = interview.measure_likings();
        let leanings = interview.find_leanings_among(&likings);
        let first = leanings.first()?;

        let named = |area: usize, liking: f64| (dataset.scales.areas[area].name.clone(), liking);
        Some(Self {
            quote: telling::describe_said(dataset, first),
            bars: likings.iter().map(|(area, liking)| named(*area, *liking)).collect(),
            leanings: leanings.iter().map(|one| named(one.area, one.liking)).collect(),
        })
    }

    /// The most and the least liked areas, beside what most people like.
    fn build_picture(&self, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
        let dim = ctx.theme.style(Role::Dim);
        let last = self.bars.len().saturating_sub(LEAST_LIKED).max(MOST_LIKED);
        let shown = self.bars.iter().take(MOST_LIKED).chain(self.bars.iter().skip(last));

        let mut picture = vec![Line::styled(telling::PICTURE, dim)];
        picture.extend(shown.map(|(name, liking)| build_bar(name, *liking, width, ctx)));
        let axis = format!("{:>at$} {DOWN} more", "less", at = width.saturating_sub(HALF_BAR + 2));
        picture.push(Line::styled(axis, dim));
        picture
    }

    fn build_quote(&self, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
        text::wrap_lines(&self.quote, width, 0, ctx.theme.style(Role::Text))
    }

    /// What the person leans towards beside the answer that says so.
    fn build_below(&self, half: usize, ctx: &OpenSession) -> [Vec<Line<'static>>; 2] {
        let width = half.saturating_sub(2);
        let mut picture = vec![Line::styled(telling::SO_FAR, ctx.theme.style(Role::Dim))];
        picture.extend(self.leanings.iter().map(|(name, liking)| build_bar(name, *liking, width, ctx)));
        [picture, self.build_quote(width, ctx)]
    }
}

/// A name and a bar: to the right of the line more liked than by people in general, to the left less.
fn build_bar(name: &str, liking: f64, width: usize, ctx: &OpenSession) -> Line<'static> {
    let room = width.saturating_sub(2 * HALF_BAR + 2);
    let name = text::cut_text(name, room);
    // one cell at least, or it would not be seen to which side the bar lies
    let filled = usize::from(cells::find_nearest(liking.abs() / FULL_LIKING * HALF_BAR as f64)).clamp(1, HALF_BAR);
    let (left, right) = if liking < 0.0 { (filled, 0) } else { (0, filled) };
    let blank = " ".repeat(room - text::measure_width(&name) + 1 + HALF_BAR - left);

    Line::from(vec![
        Span::styled(name, ctx.theme.style(Role::Text)),
        Span::raw(blank),
        Span::styled(FULL.repeat(left), ctx.theme.style(Role::BarRest)),
        Span::styled(DOWN, ctx.theme.style(Role::Rule)),
        Span::styled(FULL.repeat(right), ctx.theme.style(Role::Bar)),
    ])
}

/// Two columns under a rule.
fn draw_below(
    buffer: &mut Buffer,
    area: Rect,
    columns: &[Vec<Line<'static>>; 2],
    needs: usize,
    ctx: &OpenSession,
) -> Rect {
    let half = area.width / 2;
    let rows = cells::count_cells(1 + columns.iter().map(Vec::len).max().unwrap_or(0));
    if usize::from(area.height) < needs + usize::from(rows) {
        return area;
    }

    // two rows of sentences keep their place even where one is short, so that nothing jumps from question to question
    let top = area.bottom().saturating_sub(rows.max(ABOVE_SENTENCES + 2)).max(area.y);
    draw_rule(buffer, Rect { y: top, height: 1, ..area }, ctx);

    for (at, lines) in (0..).zip(columns) {
        let x = area.x + at * half;
        let column =
            Rect { x, y: top + 1, width: half.saturating_sub(2), height: area.bottom().saturating_sub(top + 1) };
        Column::new(buffer, column).lines(lines);
    }
    Rect { height: top.saturating_sub(area.y), ..area }
}
