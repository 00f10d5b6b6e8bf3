//! What can be done with the career in focus, on whatever screen it is.

use crate::interview::Change;
use crate::model::CareerId;
use crate::report::telling;
use crate::tui::context::{OpenSession, Ready};
use crate::tui::keys::Action;
use crate::tui::route::{Route, Target};
use crate::tui::screen::Transition;

/// What the career in view is called in a sentence.
const IT: &str = "It";

/// What is said where an action needs a session.
pub const NEEDS_ANSWERS: &str = "That needs a few answers first: begin the questionnaire.";

/// Does what was asked for with a career; none when the action is about something else.
pub fn act(action: Action, career: CareerId, ctx: &mut dyn Ready) -> Option<Transition> {
    if action == Action::Accept {
        return Some(Transition::Open(Route::Career(career)));
    }
    if !matches!(action, Action::Keep | Action::Note | Action::Plan) {
        return None;
    }

    match ctx.session_mut() {
        Some(session) => Some(act_in_session(action, career, session)),
        None => {
            ctx.data_mut().say(NEEDS_ANSWERS);
            Some(Transition::Stay)
        }
    }
}

fn act_in_session(action: Action, career: CareerId, ctx: &mut OpenSession) -> Transition {
    match action {
        Action::Plan => open_plan(career, ctx),
        Action::Note => {
            ctx.apply(Change::Keep(career));
            Transition::Open(Route::Write(career, Target::Note))
        }
        _ => {
            keep_career(career, ctx);
            Transition::Stay
        }
    }
}

fn keep_career(career: CareerId, ctx: &mut OpenSession) {
    match ctx.bookmark(career) {
        Some(kept) if kept.has_own_words() => ctx.say(telling::confirm_stays_kept(IT)),
        Some(_) => {
            ctx.apply(Change::LetGo(career));
            ctx.say(telling::confirm_let_go(IT));
        }
        None => {
            ctx.apply(Change::Keep(career));
            ctx.say(telling::confirm_kept(IT));
        }
    }
}

fn open_plan(career: CareerId, ctx: &mut OpenSession) -> Transition {
    if !ctx.record().has_room_for_plan(&ctx.catalogue().get(career).id) {
        ctx.say(telling::ENOUGH_PLANS);
        return Transition::Stay;
    }

    ctx.apply(Change::Keep(career));
    Transition::Open(Route::Plan(career))
}
