//! One career, the whole screen for it.

use super::career_actions;
use super::results::career_reader::Reading;
use super::results::limit_words;
use super::results::view::{Grouping, View};
use crate::fit;
use crate::model::{CareerId, QuestionId, Strength};
use crate::report::outline::Section;
use crate::report::telling;
use crate::tui::context::AppContext;
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
    /// Opens a career, and remembers that it was opened.
    pub fn new(career: CareerId, ctx: &mut AppContext) -> Self {
        let id = career_actions::id_of(career, ctx);
        let fresh = id.filter(|id| ctx.record().is_some_and(|record| !record.opened.contains(id)));
        if let Some(id) = fresh {
            ctx.note(|record| record.opened.push(id));
        }
        let hidden = hidden_by(career, ctx);
        let (would_change, told) = what_if(career, ctx).unwrap_or_default();
        Self { career, reading: Reading::with(told), hidden, would_change }
    }
}

/// The answers that would bring a career into the first ten or take it out, and the section that says so.
fn what_if(career: CareerId, ctx: &mut AppContext) -> Option<(Vec<QuestionId>, Section)> {
    let outcome = ctx.current_outcome()?;
    let (interview, rank) = (ctx.interview.as_ref()?, outcome.fit(career)?.rank);
    let found = fit::what_if(interview.matcher(), &outcome, interview.answers(), career);
    let told = telling::what_if(&interview.matcher().dataset.questionnaire, rank, &found);
    Some((found.changes.iter().map(|change| change.question).collect(), told))
}

/// The limits that hide a career from the list, as a line.
fn hidden_by(career: CareerId, ctx: &mut AppContext) -> String {
    let Some(outcome) = ctx.current_outcome() else { return String::new() };
    if outcome.fit(career).is_none() || View::new(&outcome, Grouping::Band, ctx).find(career).is_some() {
        return String::new();
    }
    let (Some(matcher), Some(record)) = (ctx.matcher(), ctx.record()) else { return String::new() };
    let entry = matcher.dataset.catalogue.get(career);
    let limits = matcher.dataset.questionnaire.limits.iter();
    let broken = limits.filter(|limit| {
        let set = limit.chosen(record.limits.get(&limit.id), Strength::Must);
        set.and_then(|choice| choice.excess(entry)).is_some_and(|excess| excess > 0.0)
    });
    let named: Vec<String> = broken.map(|limit| limit_words(&limit.id, ctx)).collect();
    format!("Hidden by your limits: {}", named.join(", "))
}

impl Screen for InFull {
    fn place(&self) -> KeyScope {
        KeyScope::Career
    }

    fn title(&self, _ctx: &AppContext) -> String {
        "A career in full".to_string()
    }

    fn aside(&self, ctx: &AppContext) -> String {
        ctx.matcher().map(|matcher| matcher.dataset.catalogue.family(self.career).name.clone()).unwrap_or_default()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &AppContext) {
        self.reading.draw(buffer, area, self.career, &self.hidden, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut AppContext) -> Transition {
        if self.reading.moved(action, ctx) {
            return Transition::Stay;
        }
        match action {
            Action::Accept | Action::Close | Action::Back => Transition::Close,
            Action::Search => Transition::Open(Route::Search),
            Action::WhatIf if !self.would_change.is_empty() => {
                Transition::Open(Route::LookAgain(self.would_change.clone()))
            }
            other => {
                self.reading.forget();
                career_actions::act(other, self.career, ctx).unwrap_or(Transition::Stay)
            }
        }
    }

    fn wake(&mut self, _ctx: &mut AppContext) {
        self.reading.forget();
    }

    fn offers(&self, action: Action, ctx: &AppContext) -> bool {
        match action {
            Action::Accept => false,
            Action::Keep | Action::Note | Action::Plan | Action::Export => ctx.interview.is_some(),
            Action::WhatIf => !self.would_change.is_empty(),
            _ => true,
        }
    }

    fn refine(&mut self, ctx: &mut AppContext) -> bool {
        ctx.refine_rank_uncertainty()
    }
}
