//! What can be done with the career in focus, on whatever screen it is.

use super::results::detail::kept;
use crate::model::{Bookmark, CareerId, Plan};
use crate::tui::context::AppContext;
use crate::tui::keys::Action;
use crate::tui::route::{Route, Target};
use crate::tui::screen::Transition;

/// Most careers with a plan: more than three is a wish list.
const PLANS: usize = 3;

/// Does what was asked for with a career; none when the action is about something else.
pub fn act(action: Action, career: CareerId, ctx: &mut AppContext) -> Option<Transition> {
    match action {
        Action::Accept => Some(Transition::Open(Route::Career(career))),
        Action::Keep if ctx.interview.is_some() => {
            keep(career, ctx);
            Some(Transition::Stay)
        }
        Action::Note if ctx.interview.is_some() => {
            ensure_kept(career, ctx);
            Some(Transition::Open(Route::Write(career, Target::Note)))
        }
        Action::Plan if ctx.interview.is_some() => Some(plan(career, ctx)),
        Action::Keep | Action::Note | Action::Plan => {
            ctx.say("That needs a few answers first: begin the questionnaire.");
            Some(Transition::Stay)
        }
        _ => None,
    }
}

/// The id of a career as it stands in files.
pub fn id_of(career: CareerId, ctx: &AppContext) -> Option<String> {
    ctx.matcher().map(|matcher| matcher.dataset.catalogue.get(career).id.clone())
}

/// Changes what is kept of a career, if it is kept.
pub fn change(career: CareerId, ctx: &mut AppContext, change: impl FnOnce(&mut Bookmark)) {
    let Some(id) = id_of(career, ctx) else { return };
    ctx.note(|record| {
        if let Some(kept) = record.kept.iter_mut().find(|kept| kept.career == id) {
            change(kept);
        }
    });
}

fn keep(career: CareerId, ctx: &mut AppContext) {
    let Some(id) = id_of(career, ctx) else { return };
    match kept(ctx, &id) {
        Some(kept) if !kept.note.is_empty() || kept.plan.is_some() => {
            ctx.say("It stays, because it has a note or a plan of yours. Empty those first to let it go.");
        }
        Some(_) => {
            ctx.note(|record| record.kept.retain(|kept| kept.career != id));
            ctx.say("No longer kept.");
        }
        None => {
            ensure_kept(career, ctx);
            ctx.say("Kept. A note or a plan of your own can stand with it.");
        }
    }
}

fn ensure_kept(career: CareerId, ctx: &mut AppContext) {
    let Some(id) = id_of(career, ctx) else { return };
    if kept(ctx, &id).is_none() {
        ctx.note(|record| record.kept.push(Bookmark { career: id, ..Bookmark::default() }));
    }
}

fn plan(career: CareerId, ctx: &mut AppContext) -> Transition {
    let Some(id) = id_of(career, ctx) else { return Transition::Stay };
    let planned = kept(ctx, &id).is_some_and(|kept| kept.plan.is_some());
    let plans = ctx.record().map_or(0, |record| record.kept.iter().filter(|kept| kept.plan.is_some()).count());
    if !planned && plans >= PLANS {
        ctx.say("Three plans are enough for now. Empty one of them first.");
        return Transition::Stay;
    }
    ensure_kept(career, ctx);
    change(career, ctx, |kept| _ = kept.plan.get_or_insert_with(Plan::default));
    Transition::Open(Route::Plan(career))
}
