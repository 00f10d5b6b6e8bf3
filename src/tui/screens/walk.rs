//! What the actions of the walk do on every step.

use crate::interview::Interview;
use crate::report::{telling, to_sentence};
use crate::tui::context::OpenSession;
use crate::tui::keys::Action;
use crate::tui::route::Route;
use crate::tui::screen::Transition;
use crate::tui::widgets::list::Cursor;

/// Does what an action means on every step: skip, back, undo, results so far, limits.
pub fn walk(action: Action, ctx: &mut OpenSession) -> Transition {
    let now = ctx.now();
    let moved = match action {
        Action::Skip => ctx.converse(|interview| interview.skip(now)).is_some(),
        Action::Results => ctx.converse(Interview::stop).is_some(),
        Action::Undo => {
            let undone = ctx.converse(Interview::undo) == Some(true);
            ctx.say(if undone { telling::UNDONE.to_string() } else { to_sentence(telling::NOTHING_TO_UNDO) });
            undone
        }
        Action::Limits => return Transition::Open(route_to_limits(ctx)),
        Action::Close => return Transition::Home,
        Action::Back => {
            if ctx.converse(Interview::back) != Some(true) {
                return Transition::Home;
            }
            true
        }
        _ => false,
    };

    if moved { Transition::Walk } else { Transition::Stay }
}

/// To the limit that the last card asks for, or else to all of them.
pub fn route_to_limits(ctx: &OpenSession) -> Route {
    ctx.interview().offer_limit().map_or(Route::Limits, |offered| Route::Limit(offered.limit))
}

/// The same on a step of the walk, where closing goes a step back too: from the first one to how long it may take, and
/// from there to the first screen.
pub fn step(action: Action, ctx: &mut OpenSession) -> Transition {
    let action = if action == Action::Close { Action::Back } else { action };
    match walk(action, ctx) {
        Transition::Home if !ctx.record().has_answers() && !ctx.questionnaire().has_one_length() => {
            Transition::Open(Route::Length)
        }
        other => other,
    }
}

/// A step whose choices are numbered from 1: a digit answers, and so does the row of the cursor.
pub fn answer(action: Action, cursor: &mut Cursor, count: usize, ctx: &mut OpenSession) -> Transition {
    if cursor.move_by(action, count) {
        return Transition::Stay;
    }

    let value = match action {
        Action::Digit(value) => value,
        Action::Accept => u8::try_from(cursor.row + 1).unwrap_or(u8::MAX),
        other => return step(other, ctx),
    };

    let now = ctx.now();
    match ctx.converse(|interview| interview.answer(value, now)) {
        Some(Ok(())) => Transition::Walk,
        _ => Transition::Stay,
    }
}
