//! One career, the whole screen for it.

use super::career_actions;
use super::results::career_reader::Reading;
use super::results::find_limit_text;
use super::results::view::{Grouping, View};
use crate::fit;
use crate::interview::Change;
use crate::model::{CareerId, QuestionId, Strength};
use crate::report::outline::Section;
use crate::report::telling;
use crate::tui::context::{OpenSession, Ready};
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The career that is read.
#[derive(Debug)]
pub struct InFull {
    career: CareerId,
    reading: Reading,
    /// Which limits hide it, in words.
    hidden: String,
    /// Answers that would bring it into the first ten, or take it out.
    would_change: Vec<QuestionId>,
}

impl InFull {
    /// Opens a career.
    pub fn new(career: CareerId, ctx: &mut impl Ready) -> Self {
        let looked = ctx.session_mut().map(|session| look_at(career, session));
        let (hidden, (would_change, told)) = looked.unwrap_or_default();
        Self { career, reading: Reading::with_more(told), hidden, would_change }
    }
}

/// What the session has to say of a career beside its page; that it was opened is remembered.
fn look_at(career: CareerId, ctx: &mut OpenSession) -> (String, (Vec<QuestionId>, Section)) {
    // looked at again it is saved no second time
    if !ctx.record().opened.contains(&ctx.catalogue().get(career).id) {
        ctx.apply(Change::Opened(career));
    }
    (describe_hiding(career, ctx), find_what_if(career, ctx).unwrap_or_default())
}

/// The answers that would bring a career into the first ten or take it out, and the section that says so.
fn find_what_if(career: CareerId, ctx: &OpenSession) -> Option<(Vec<QuestionId>, Section)> {
    let rank = ctx.outcome().find_fit(career)?.rank;
    let found = fit::find_what_if(ctx.matcher(), ctx.outcome(), &ctx.interview().counted_answers(), career);
    let told = telling::compose_what_if(ctx.questionnaire(), rank, &found);
    Some((found.changes.iter().map(|change| change.question).collect(), told))
}

/// The limits that hide a career from the list, as a line.
fn describe_hiding(career: CareerId, ctx: &OpenSession) -> String {
    // what is not ranked no limit hides, and a near twin is found in the row that it is folded into
    if ctx.outcome().find_fit(career).is_none() || View::new(Grouping::Band, ctx).find(career).is_some() {
        return String::new();
    }

    let entry = ctx.catalogue().get(career);
    let broken = ctx.questionnaire().limits.iter().filter(|limit| {
        let set = limit.find_chosen(ctx.record().limits.get(&limit.id), Strength::Must);
        set.and_then(|choice| choice.compute_excess(entry)).is_some_and(|excess| excess > 0.0)
    });

    let named: Vec<String> = broken.map(|limit| find_limit_text(&limit.id, ctx)).collect();
    format!("Hidden by your limits: {}", named.join(", "))
}

impl<C: Ready> Screen<C> for InFull {
    fn place(&self) -> KeyScope {
        KeyScope::Career
    }

    fn title(&self, _ctx: &C) -> String {
        "A career in full".to_string()
    }

    fn aside(&self, ctx: &C) -> String {
        ctx.data().catalogue().family(self.career).name.clone()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        self.reading.draw(buffer, area, self.career, &self.hidden, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut C) -> Transition {
        if self.reading.scroll(action, ctx) {
            return Transition::Stay;
        }

        match action {
            Action::Accept | Action::Close | Action::Back => Transition::Close,
            Action::Search => Transition::Open(Route::Search),
            Action::WhatIf if !self.would_change.is_empty() => {
                Transition::Open(Route::LookAgain(self.would_change.clone()))
            }
            other => {
                // the page also says what is kept of the career, which this may change
                self.reading.forget();
                career_actions::act(other, self.career, ctx).unwrap_or(Transition::Stay)
            }
        }
    }

    fn wake(&mut self, _ctx: &mut C) {
        self.reading.forget();
    }

    fn offers(&self, action: Action, ctx: &C) -> bool {
        match action {
            Action::Accept => false,
            Action::Keep | Action::Note | Action::Plan | Action::Export => ctx.session().is_some(),
            Action::WhatIf => !self.would_change.is_empty(),
            _ => true,
        }
    }

    fn refine(&mut self, ctx: &mut C) -> bool {
        ctx.session_mut().is_some_and(OpenSession::refine_rank_uncertainty)
    }
}
