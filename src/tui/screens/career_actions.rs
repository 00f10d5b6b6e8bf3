//! What can be done with the career in focus, on whatever screen it is.

use crate::model::{Bookmark, CareerId, Plan};
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
        Action::Plan => plan(career, ctx),
        Action::Note => {
            ensure_kept(career, ctx);
            Transition::Open(Route::Write(career, Target::Note))
        }
        _ => {
            keep(career, ctx);
            Transition::Stay
        }
    }
}

fn id_of(career: CareerId, ctx: &OpenSession) -> String {
    ctx.catalogue().get(career).id.clone()
}

/// Changes what is kept of a career, if it is kept.
pub fn change(career: CareerId, ctx: &mut OpenSession, change: impl FnOnce(&mut Bookmark)) {
    let id = id_of(career, ctx);
    ctx.note(|record| {
        if let Some(kept) = record.kept.iter_mut().find(|kept| kept.career == id) {
            change(kept);
        }
    });
}

fn keep(career: CareerId, ctx: &mut OpenSession) {
    let id = id_of(career, ctx);
    match ctx.kept(&id) {
        Some(kept) if !kept.note.is_empty() || kept.plan.is_some() => {
            ctx.say(telling::stays_kept(IT));
        }
        Some(_) => {
            ctx.note(|record| record.kept.retain(|kept| kept.career != id));
            ctx.say(telling::let_go(IT));
        }
        None => {
            ensure_kept(career, ctx);
            ctx.say(telling::kept(IT));
        }
    }
}

fn ensure_kept(career: CareerId, ctx: &mut OpenSession) {
    let id = id_of(career, ctx);
    if ctx.kept(&id).is_none() {
        ctx.note(|record| record.kept.push(Bookmark { career: id, ..Bookmark::default() }));
    }
}

fn plan(career: CareerId, ctx: &mut OpenSession) -> Transition {
    let id = id_of(career, ctx);
    let planned = ctx.kept(&id).is_some_and(|kept| kept.plan.is_some());
    let plans = ctx.record().kept.iter().filter(|kept| kept.plan.is_some()).count();
    if !planned && plans >= telling::MOST_PLANS {
        ctx.say(telling::ENOUGH_PLANS);
        return Transition::Stay;
    }

    ensure_kept(career, ctx);
    change(career, ctx, |kept| _ = kept.plan.get_or_insert_with(Plan::default));
    Transition::Open(Route::Plan(career))
}
