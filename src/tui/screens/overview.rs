//! The results on one screen: where the answers point, how sure that is, what to begin with, and every way on by its digit.
//!
//! ```text
//! Your answers point two ways: Art and stage and Care.
//!
//! ▸ 1 Art and stage: Illustrator, Set Designer, Animator           likely
//!     You answered "Design a character for a game": Yes, I would love it.
//!   2 Care: …
//!
//! A job to start with: Picture Framer
//! One step for this week: …
//!
//!   3 All careers   4 Start now   5 My profile   …
//! ```

use super::leaving::may_leave;
use super::menu;
use super::profile::hexagon;
use super::results::{has_more_questions, more_questions, provenance};
use super::walk::walked;
use crate::fit::{limited, start_now, surprises};
use crate::interview::Interview;
use crate::model::{CareerId, Day, Direction, Fit, SituationRole};
use crate::report::{sentence, telling};
use crate::tui::context::OpenSession;
use crate::tui::glyphs::MARKER;
use crate::tui::keys::{Action, Key, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::cells;
use crate::tui::widgets::choices::digits_of;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// From this height on everything stands apart and is told in full.
const ROOMY: u16 = 30;
/// Rows from which on directions are told in full: so many, and so many more for each direction.
const IN_FULL: (usize, usize) = (12, 6);
/// From this width on a picture stands beside it, so wide and so high at most.
const WITH_PICTURE: u16 = 108;
const PICTURE: (u16, u16) = (60, 27);
/// Widest a line of text runs.
const WIDEST: u16 = 100;
/// Up to this width a quoted answer has one line, so that the step for this week is in sight below.
const NARROW: usize = 70;

/// Where a row leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Direction(usize),
    List,
    Start,
    Leave(CareerId),
    Profile,
    Kept,
    Limits,
    Cards,
    Training,
    Report,
}

/// The first screen of the results.
#[derive(Debug)]
pub struct Overview {
    /// The directions that are told of.
    directions: Vec<Direction>,
    /// How many careers the limits leave.
    shown: usize,
    /// A job to begin with, a step for this week and what else there is to say in a line, and what only with room.
    first_steps: Vec<String>,
    besides: Vec<String>,
    ways: Vec<Way>,
    cursor: Cursor,
}

impl Overview {
    /// The results of the open session.
    pub fn new(ctx: &OpenSession) -> Self {
        let outcome = ctx.outcome();
        let directions: Vec<Direction> = outcome.directions.iter().take(telling::MAX_DIRECTIONS).cloned().collect();
        let limits = &ctx.questionnaire().limits;
        let shown = limited(ctx.catalogue(), limits, &ctx.record().limits, &outcome.fits).shown;

        Self {
            shown: shown.len(),
            first_steps: first_steps(&directions, &shown, ctx),
            besides: besides(ctx),
            ways: ways(directions.len(), ctx),
            directions,
            cursor: Cursor::default(),
        }
    }

    fn look_again(&mut self, ctx: &OpenSession) {
        let before = self.cursor.row;
        *self = Self::new(ctx);
        self.cursor.row = before.min(self.ways.len().saturating_sub(1));
    }

    fn open(&mut self, row: usize, ctx: &mut OpenSession) -> Transition {
        let Some(way) = self.ways.get(row) else { return Transition::Stay };

        match way {
            Way::Cards if ctx.converse(Interview::show_cards) == Some(true) => return Transition::Walk,
            Way::Cards => return Transition::Stay,
            Way::Training => {
                ctx.converse(|interview| interview.ignore_training(!interview.ignores_training()));
                self.look_again(ctx);
                return Transition::Stay;
            }
            _ => {}
        }

        Transition::Open(match *way {
            Way::Direction(at) => Route::List(self.directions.get(at).map(|one| one.centre)),
            Way::List => Route::List(None),
            Way::Start => Route::StartNow,
            Way::Leave(job) => Route::Leave(job),
            Way::Profile => Route::Profile,
            Way::Kept => Route::Bookmark,
            Way::Limits => Route::Limits,
            // cards and training open no screen and have returned above
            Way::Report | Way::Cards | Way::Training => Route::Export,
        })
    }

    fn draw_text(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let (dataset, found, roomy) = (ctx.dataset(), &self.directions, area.height >= ROOMY);
        let in_full = usize::from(area.height) >= IN_FULL.0 + IN_FULL.1 * found.len();

        let mut column = Column::new(buffer, area);
        column.text(&telling::headline(dataset, found), ctx.theme.style(Role::Strong));
        column.text(telling::how_sure(found), ctx.theme.style(Role::Dim));

        for at in 0..found.len() {
            column.gap(1);
            self.draw_direction(&mut column, at, in_full, ctx);
        }

        column.gap(1);
        self.draw_first_steps(&mut column, roomy, ctx);
        column.gap(1);
        if roomy {
            self.draw_ways_below_each_other(&mut column, ctx);
        } else {
            self.draw_ways_in_lines(&mut column, ctx);
        }
    }

    fn draw_direction(&self, column: &mut Column<'_>, at: usize, in_full: bool, ctx: &OpenSession) {
        let (dataset, one) = (ctx.dataset(), &self.directions[at]);
        let title = telling::direction_title(dataset, one);
        let examples = telling::direction_examples(dataset, one);

        let room = column.width().saturating_sub(text::width(title) + text::width(telling::stays(one)) + 8);
        let label =
            if in_full { title.to_string() } else { format!("{title}: {}", text::whole(&examples, "; ", room)) };
        self.draw_label(column, at, &label, telling::stays(one), ctx);

        // the more directions there are the fewer lines each has, so that what stands below them stays in sight
        let most = match self.directions.len() {
            _ if in_full => 3,
            3.. => 1,
            _ if column.width() < NARROW => 1,
            _ => 2,
        };

        let mut says = vec![telling::in_own_words(dataset, one)];
        if in_full {
            says.push(telling::for_example(dataset, one));
        }
        for says in says.iter().filter(|says| !says.is_empty()) {
            column.lines(&text::first_lines(says, column.width(), 4, most, ctx.theme.style(Role::Text)));
        }
    }

    /// A row with its digit, and a dim word at its right end.
    fn draw_label(&self, column: &mut Column<'_>, row: usize, label: &str, aside: &str, ctx: &OpenSession) {
        let chosen = row == self.cursor.row;
        let room = column.width().saturating_sub(text::width(aside) + 6);
        let label = text::cut(label, room);
        let gap = " ".repeat(column.width().saturating_sub(4 + text::width(&label) + text::width(aside)));

        let mut line = self.lead(row, ctx);
        let role = if chosen { Role::Selected } else { Role::Strong };
        line.push_span(Span::styled(label, ctx.theme.style(role)));
        line.push_span(Span::raw(gap));
        line.push_span(Span::styled(aside.to_string(), ctx.theme.style(Role::Dim)));

        let (area, buffer) = column.take(1);
        click(area, row, ctx);
        text::draw(buffer, area.x, area.y, &line, area.width);
    }

    /// The marker and the digit before a row.
    fn lead(&self, row: usize, ctx: &OpenSession) -> Line<'static> {
        let marker = if row == self.cursor.row { MARKER } else { " " };
        Line::from(vec![
            Span::styled(format!("{marker} "), ctx.theme.style(Role::Accent)),
            Span::styled(
                menu::digit(row).map_or("  ".to_string(), |digit| format!("{digit} ")),
                ctx.theme.style(Role::Key),
            ),
        ])
    }

    fn draw_first_steps(&self, column: &mut Column<'_>, roomy: bool, ctx: &OpenSession) {
        let besides = if roomy { self.besides.as_slice() } else { &[] };
        for says in self.first_steps.iter().chain(besides) {
            let most = if roomy { 3 } else { 2 };
            let lines = text::first_lines(says, column.width(), 0, most, ctx.theme.style(Role::Text));
            column.lines(&lines).gap(u16::from(roomy));
        }
    }

    fn draw_ways_below_each_other(&self, column: &mut Column<'_>, ctx: &OpenSession) {
        for (row, way) in self.ways.iter().enumerate().skip(self.directions.len()) {
            let (name, more) = words(*way, ctx);
            let key = action(*way).map(|action| ctx.keys.name(action, KeyScope::Overview)).unwrap_or_default();
            self.draw_label(column, row, &format!("{name}{more}"), &key, ctx);
        }
    }

    fn draw_ways_in_lines(&self, column: &mut Column<'_>, ctx: &OpenSession) {
        let (mut area, buffer) = column.take(u16::MAX);
        let left = area.x;
        for (row, way) in self.ways.iter().enumerate().skip(self.directions.len()) {
            let (name, _) = words(*way, ctx);
            let mut line = self.lead(row, ctx);
            let role = if row == self.cursor.row { Role::Selected } else { Role::Text };
            line.push_span(Span::styled(name, ctx.theme.style(role)));
            let width = cells::count(line.width());

            if area.x + width > area.right() || area.width == 0 {
                area = Rect { x: left, y: area.y + 1, width: area.width + (area.x - left), ..area };
                area.height = area.height.saturating_sub(1);
            }
            if area.height == 0 {
                return;
            }

            let place = Rect { width, height: 1, ..area };
            click(place, row, ctx);
            text::draw(buffer, place.x, place.y, &line, width);
            area.x += width + 1;
            area.width = area.width.saturating_sub(width + 1);
        }
    }
}

/// Every way on from so many directions.
fn ways(directions: usize, ctx: &OpenSession) -> Vec<Way> {
    let job = ctx.record().present_job.as_ref().and_then(|id| ctx.catalogue().find(id));
    // who wants out of a field begins with the ways out, unless pay is needed first
    let leaves = may_leave(ctx) && !ctx.says(SituationRole::NeedsPaySoon);
    let start = job.filter(|_| leaves).map_or(Way::Start, Way::Leave);

    let ways = [Way::List, start, Way::Profile, Way::Kept, Way::Limits, Way::Cards, Way::Report];
    let training = ctx.interview().has_said_training().then_some(Way::Training);
    (0..directions).map(Way::Direction).chain(ways).chain(training).collect()
}

/// A job to begin with and a step for this week; where no direction stands out, careers to try before.
fn first_steps(directions: &[Direction], shown: &[Fit], ctx: &OpenSession) -> Vec<String> {
    let (dataset, record) = (ctx.dataset(), ctx.record());
    let starts = start_now(&dataset.catalogue, shown, record.field_left(dataset));
    telling::first_steps(dataset, record, directions, &ctx.outcome().fits, &starts, Day::of(ctx.now()))
}

/// What one might not have thought of, and where the present job stands.
fn besides(ctx: &OpenSession) -> Vec<String> {
    let (catalogue, outcome) = (ctx.catalogue(), ctx.outcome());
    let title = |id: CareerId| catalogue.get(id).title.as_str();
    let found: Vec<&str> = surprises(ctx.matcher(), outcome).iter().map(|found| title(found.fit.career)).collect();
    let job = ctx.record().present_job.as_ref().and_then(|id| outcome.fit(catalogue.find(id)?));
    let surprises = (!found.is_empty()).then(|| format!("You might not have thought of: {}.", found.join("; ")));
    surprises.into_iter().chain(job.map(|fit| telling::present_job(title(fit.career), fit.rank))).collect()
}

fn click(area: Rect, row: usize, ctx: &OpenSession) {
    if let Some(key) = menu::digit(row).and_then(|digit| Key::from_name(&digit.to_string())) {
        ctx.clicks.key(area, key);
    }
}

/// What a way is called, and what more there is to say of it where there is room.
fn words(way: Way, ctx: &OpenSession) -> (&'static str, String) {
    let (kept, set) = (ctx.record().kept.len(), ctx.record().limits.len());
    match way {
        Way::Direction(_) => ("", String::new()),
        Way::List => ("All careers", ", by fit, direction, family or training".to_string()),
        Way::Start => ("Start now", ": work to begin within weeks, and where it leads".to_string()),
        Way::Leave(_) => ("Leaving my field", ": two ways out".to_string()),
        Way::Profile => ("My profile", " in bars and pictures, and my wishes".to_string()),
        Way::Kept => ("Kept and plans", format!(" ({kept} kept)")),
        Way::Limits => ("Must-haves", format!(": what work must give me ({set} set)")),
        Way::Cards => ("Career cards", ": a few careers, and whether they are for you".to_string()),
        Way::Training if ctx.interview().ignores_training() => {
            ("With training", ": the list with my answer on it again".to_string())
        }
        Way::Training => ("Without training", ": the list without my answer on it".to_string()),
        Way::Report => ("Report", " to keep, to print or to show to somebody".to_string()),
    }
}

/// What opens the same at a key of its own.
const fn action(way: Way) -> Option<Action> {
    match way {
        Way::Start => Some(Action::Start),
        Way::Profile => Some(Action::Profile),
        Way::Limits => Some(Action::Limits),
        Way::Kept => Some(Action::Bookmark),
        Way::Report => Some(Action::Export),
        Way::Direction(_) | Way::List | Way::Leave(_) | Way::Cards | Way::Training => None,
    }
}

impl Screen<OpenSession> for Overview {
    fn place(&self) -> KeyScope {
        KeyScope::Overview
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "What fits you".to_string()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        provenance(self.shown, ctx)
    }

    fn note(&self, ctx: &OpenSession) -> String {
        let Some(care) = ctx.quality().care.first() else { return String::new() };
        let key = ctx.keys.name(Action::Review, KeyScope::Overview);
        let offer = if ctx.look_again().is_empty() { String::new() } else { format!(" {key} offers them again.") };
        sentence(&telling::care(*care)) + &offer
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        if area.width < WITH_PICTURE || area.height < ROOMY {
            return self.draw_text(buffer, Rect { width: area.width.min(WIDEST), ..area }, ctx);
        }

        let picture = (area.width * 2 / 5).min(PICTURE.0);
        let left = area.width.saturating_sub(picture + 4).min(WIDEST);
        let columns = [Constraint::Length(left), Constraint::Length(4), Constraint::Length(picture)];
        let [text, _, right] = Layout::horizontal(columns).areas(area);

        self.draw_text(buffer, text, ctx);
        // half as many rows as columns make a square, since a cell is about twice as high as wide
        let height = (right.width / 2).min(PICTURE.1).min(right.height);
        hexagon::picture(buffer, Rect { height, ..right }, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.moved(action, self.ways.len()) {
            return Transition::Stay;
        }
        if let Some(row) = menu::chosen(action, self.cursor) {
            return self.open(row, ctx);
        }

        match action {
            Action::Search => Transition::Open(Route::Search),
            Action::Profile => Transition::Open(Route::Profile),
            Action::Limits => Transition::Open(Route::Limits),
            Action::Bookmark => Transition::Open(Route::Bookmark),
            Action::Questions => more_questions(ctx),
            other => walked(other, ctx),
        }
    }

    fn wake(&mut self, ctx: &mut OpenSession) {
        self.look_again(ctx);
    }

    fn offers(&self, action: Action, ctx: &OpenSession) -> bool {
        action != Action::Questions || has_more_questions(ctx)
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept | Action::Digit(_) => Some("open"),
            _ => None,
        }
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        digits_of(self.ways.len())
    }

    fn refine(&mut self, ctx: &mut OpenSession) -> bool {
        ctx.refine_rank_uncertainty()
    }
}
