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

mod layout;

use super::card::offer_limit;
use super::leaving::may_leave;
use super::menu;
use super::profile::hexagon;
use super::results::{ask_more_questions, describe_provenance, has_more_questions};
use super::walk::{route_to_limits, walk};
use crate::assess::Care;
use crate::fit::{apply_limits, find_loved_further_down, find_surprises};
use crate::interview::Interview;
use crate::model::{CareerId, Day, Direction, Fit, SituationRole};
use crate::report::{telling, to_sentence};
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::widgets::choices::name_digits_of;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// From this height on a picture stands beside the text.
const ROOMY: u16 = 30;
/// From this width on a picture stands beside it, so wide and so high at most.
const WITH_PICTURE: u16 = 108;
const PICTURE: (u16, u16) = (60, 27);
/// Widest a line of text runs.
const WIDEST: u16 = 100;
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
        let limits = &ctx.questionnaire().limits;
        let shown = apply_limits(ctx.catalogue(), limits, &ctx.record().limits, &outcome.fits).shown;
        let mut directions = telling::limit_directions(ctx.dataset(), ctx.record(), &outcome.directions, &shown);
        directions.truncate(telling::MAX_DIRECTIONS);

        Self {
            shown: shown.len(),
            first_steps: telling::list_first_steps(
                ctx.dataset(),
                ctx.record(),
                &directions,
                &shown,
                Day::of(ctx.now()),
            ),
            besides: list_besides(&shown, ctx),
            ways: list_ways(directions.len(), ctx),
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

        if matches!(way, Way::Cards) {
            let asked = ctx.converse(Interview::show_cards) == Some(true);
            return if asked { Transition::Walk } else { Transition::Stay };
        }

        Transition::Open(match *way {
            Way::Direction(at) => Route::List(self.directions.get(at).map(|one| one.centre)),
            Way::List => Route::List(None),
            Way::Start => Route::StartNow,
            Way::Leave(job) => Route::Leave(job),
            Way::Profile => Route::Profile,
            Way::Kept => Route::Bookmark,
            Way::Limits => Route::Limits,
            // cards open no screen and have returned above
            Way::Report | Way::Cards => Route::Export,
        })
    }
}

/// Every way on from so many directions.
fn list_ways(directions: usize, ctx: &OpenSession) -> Vec<Way> {
    // who wants out of a field begins with the ways out, unless pay is needed first
    let leave = find_job_to_leave(ctx).map(Way::Leave);
    let needs_pay = ctx.says(SituationRole::NeedsPaySoon);
    let [first, second] = if needs_pay { [Some(Way::Start), leave] } else { [leave, Some(Way::Start)] };
    let work = first.into_iter().chain(second);

    let others = [Way::Profile, Way::Kept, Way::Limits, Way::Cards, Way::Report];
    (0..directions).map(Way::Direction).chain([Way::List]).chain(work).chain(others).collect()
}

/// The job that somebody who wants out of a field may leave.
pub fn find_job_to_leave(ctx: &OpenSession) -> Option<CareerId> {
    let job = ctx.record().present_job.as_ref().filter(|_| may_leave(ctx))?;
    ctx.catalogue().find(job)
}

/// What one might not have thought of, what one loves that stands further down, and where the present job stands.
fn list_besides(shown: &[Fit], ctx: &OpenSession) -> Vec<String> {
    let (catalogue, outcome) = (ctx.catalogue(), ctx.outcome());
    let title = |id: CareerId| catalogue.get(id).title.as_str();
    let is_left = |career: CareerId| shown.iter().any(|fit| fit.career == career);
    let found =
        find_surprises(ctx.matcher(), outcome, ctx.interview().answers()).into_iter().map(|found| found.fit.career);
    let found: Vec<&str> = found.filter(|career| is_left(*career)).map(title).collect();
    let loved = find_loved_further_down(ctx.matcher(), outcome, shown);
    let job = ctx.record().present_job.as_ref().and_then(|id| outcome.find_fit(catalogue.find(id)?));
    telling::describe_surprises(&found)
        .into_iter()
        .chain(telling::describe_loved(ctx.dataset(), &loved))
        .chain(job.map(|fit| telling::describe_present_job(title(fit.career), fit.rank)))
        .collect()
}

/// What a way is called, and what more there is to say of it where there is room.
fn describe_way(way: Way, ctx: &OpenSession) -> (&'static str, String) {
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
        Way::Report => ("Report", " to keep, to print or to show to somebody".to_string()),
    }
}

/// What opens the same at a key of its own.
const fn find_action(way: Way) -> Option<Action> {
    match way {
        Way::Start => Some(Action::Start),
        Way::Profile => Some(Action::Profile),
        Way::Limits => Some(Action::Limits),
        Way::Kept => Some(Action::Bookmark),
        Way::Report => Some(Action::Export),
        Way::Direction(_) | Way::List | Way::Leave(_) | Way::Cards => None,
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
        describe_provenance(self.shown, ctx)
    }

    fn note(&self, ctx: &OpenSession) -> String {
        let Some(care) = ctx.quality().care.first() else {
            return offer_limit(ctx, self.place()).unwrap_or_default();
        };
        let key = ctx.keys.name_key(Action::Review, KeyScope::Overview);
        let again = if *care == Care::Changed(1) { "it" } else { "them" };
        let offer = if ctx.look_again().is_empty() { String::new() } else { format!(" {key} offers {again} again.") };
        to_sentence(&telling::describe_care(*care)) + &offer
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        if area.width < WITH_PICTURE || area.height < ROOMY {
            return layout::draw(self, buffer, Rect { width: area.width.min(WIDEST), ..area }, ctx);
        }

        let picture = (area.width * 2 / 5).min(PICTURE.0);
        let left = area.width.saturating_sub(picture + 4).min(WIDEST);
        let columns = [Constraint::Length(left), Constraint::Length(4), Constraint::Length(picture)];
        let [text, _, right] = Layout::horizontal(columns).areas(area);

        layout::draw(self, buffer, text, ctx);
        // half as many rows as columns make a square, since a cell is about twice as high as wide
        let height = (right.width / 2).min(PICTURE.1).min(right.height);
        hexagon::draw_picture(buffer, Rect { height, ..right }, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.ways.len()) {
            return Transition::Stay;
        }
        if let Some(row) = menu::find_chosen(action, self.cursor) {
            return self.open(row, ctx);
        }

        match action {
            Action::Search => Transition::Open(Route::Search),
            Action::Profile => Transition::Open(Route::Profile),
            Action::Limits => Transition::Open(route_to_limits(ctx)),
            Action::Bookmark => Transition::Open(Route::Bookmark),
            Action::Questions => ask_more_questions(ctx),
            other => walk(other, ctx),
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
        name_digits_of(self.ways.len())
    }

    fn refine(&mut self, ctx: &mut OpenSession) -> bool {
        ctx.refine_rank_uncertainty()
    }
}
