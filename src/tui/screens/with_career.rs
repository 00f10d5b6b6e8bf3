//! What can be done with the career in focus, on whatever screen it is.

use super::career::InFull;
use super::plan::Planning;
use super::results::detail::kept;
use super::what_if::WouldChange;
use super::write::{Target, Write};
use crate::model::{CareerId, Kept, Plan};
use crate::tui::desk::Desk;
use crate::tui::keys::Action;
use crate::tui::screen::Go;

/// Most careers with a plan: more than three is a wish list.
const PLANS: usize = 3;

/// Does what was asked for with a career; none when the action is about something else.
pub fn act(action: Action, career: CareerId, desk: &mut Desk) -> Option<Go> {
    match action {
        Action::Accept => Some(Go::Open(Box::new(InFull::new(career, desk)))),
        Action::Keep if desk.interview.is_some() => {
            keep(career, desk);
            Some(Go::Stay)
        }
        Action::Note if desk.interview.is_some() => {
            ensure_kept(career, desk);
            Some(Go::Open(Box::new(Write::new(career, Target::Note, desk))))
        }
        Action::Plan if desk.interview.is_some() => Some(plan(career, desk)),
        Action::WhatIf if desk.outcome().is_some_and(|outcome| outcome.fit(career).is_some()) => {
            Some(Go::Open(Box::new(WouldChange::new(career, desk))))
        }
        Action::Keep | Action::Note | Action::Plan | Action::WhatIf => {
            desk.say("That needs a few answers first: begin the questionnaire.");
            Some(Go::Stay)
        }
        _ => None,
    }
}

/// The id of a career as it stands in files.
pub fn id_of(career: CareerId, desk: &Desk) -> Option<String> {
    desk.matcher().map(|matcher| matcher.kit.catalogue.get(career).id.clone())
}

/// Changes what is kept of a career, if it is kept.
pub fn change(career: CareerId, desk: &mut Desk, change: impl FnOnce(&mut Kept)) {
    let Some(id) = id_of(career, desk) else { return };
    desk.note(|record| {
        if let Some(kept) = record.kept.iter_mut().find(|kept| kept.career == id) {
            change(kept);
        }
    });
}

fn keep(career: CareerId, desk: &mut Desk) {
    let Some(id) = id_of(career, desk) else { return };
    match kept(desk, &id) {
        Some(kept) if !kept.note.is_empty() || kept.plan.is_some() => {
            desk.say("It stays, since your note or plan hangs on it. Empty those first to let it go.");
        }
        Some(_) => {
            desk.note(|record| record.kept.retain(|kept| kept.career != id));
            desk.say("No longer kept.");
        }
        None => {
            ensure_kept(career, desk);
            desk.say("Kept. A note or a plan of your own can stand with it.");
        }
    }
}

fn ensure_kept(career: CareerId, desk: &mut Desk) {
    let Some(id) = id_of(career, desk) else { return };
    if kept(desk, &id).is_none() {
        desk.note(|record| record.kept.push(Kept { career: id, ..Kept::default() }));
    }
}

fn plan(career: CareerId, desk: &mut Desk) -> Go {
    let Some(id) = id_of(career, desk) else { return Go::Stay };
    let planned = kept(desk, &id).is_some_and(|kept| kept.plan.is_some());
    let plans = desk.record().map_or(0, |record| record.kept.iter().filter(|kept| kept.plan.is_some()).count());
    if !planned && plans >= PLANS {
        desk.say("Three plans are enough for now. Empty one of them first.");
        return Go::Stay;
    }
    ensure_kept(career, desk);
    change(career, desk, |kept| _ = kept.plan.get_or_insert_with(Plan::default));
    Go::Open(Box::new(Planning::new(career)))
}
