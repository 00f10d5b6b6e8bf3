//! One career in full: what it is, why it fits, as a job and as a career, pay, training, related.

use super::because::because;
use super::figures::figures;
use super::page::Page;
use super::work::job_and_career;
use crate::fit::Matcher;
use crate::model::{Career, CareerId, CareerWords, Catalogue, Kept};
use crate::tui::desk::Desk;
use crate::tui::glyphs::DOT;
use crate::tui::theme::Role;
use crate::tui::widgets::text;
use ratatui::text::Line;

/// Careers named at most as alike, related or next.
const NAMED: usize = 6;

/// What there is to say of a career below its head, wrapped to a width; once there are more than `most` lines, the parts
/// that follow are left out. Whether that is all.
pub fn lines(career: CareerId, width: usize, most: usize, desk: &Desk) -> (Vec<Line<'static>>, bool) {
    let Some(matcher) = desk.matcher() else { return (Vec::new(), true) };
    let catalogue = &matcher.kit.catalogue;
    let (entry, words) = (catalogue.get(career), catalogue.words(career));
    let parts: [&dyn Fn(&mut Page<'_>); 9] = [
        &|page| _ = page.text(&words.summary, Role::Text),
        &|page| later_step(page, entry, catalogue),
        &|page| own_words(page, kept(desk, &entry.id)),
        &|page| why(page, career, matcher),
        &|page| job_and_career(page, entry, &words, catalogue),
        &|page| figures(page, &entry.figures),
        &|page| try_and_ask(page, &words),
        &|page| others(page, "People move on to", &words.path.next, catalogue),
        &|page| alike_and_related(page, career, matcher),
    ];
    let mut page = Page::new(width, desk);
    for part in parts {
        if page.lines.len() > most {
            return (page.lines, false);
        }
        part(&mut page);
    }
    (page.lines, true)
}

/// What the person keeps of a career.
pub fn kept<'d>(desk: &'d Desk, id: &str) -> Option<&'d Kept> {
    desk.record()?.kept.iter().find(|kept| kept.career == id)
}

fn later_step(page: &mut Page<'_>, entry: &Career, catalogue: &Catalogue) {
    if entry.is_later_step() {
        let from: Vec<&str> = entry.arrive_from.iter().map(|id| catalogue.get(*id).title.as_str()).collect();
        page.gap().text(&format!("A later step: one arrives here from {}.", from.join(", ")), Role::Strong);
    }
}

fn own_words(page: &mut Page<'_>, kept: Option<&Kept>) {
    let Some(kept) = kept else { return };
    if !kept.note.is_empty() {
        page.heading("Your note").text(&text::visible(&kept.note), Role::Text);
    }
    if let Some(plan) = &kept.plan {
        let by = if plan.by.is_empty() { String::new() } else { format!(" by {}", text::visible(&plan.by)) };
        let done = if plan.done { " (done)" } else { "" };
        let step = if plan.step.is_empty() { "no first step yet".to_string() } else { text::visible(&plan.step) };
        page.heading("Your plan").text(&format!("First step{by}: {step}{done}"), Role::Text);
    }
}

fn why(page: &mut Page<'_>, career: CareerId, matcher: &Matcher) {
    if let Some((outcome, fit)) = page.desk.outcome().and_then(|outcome| Some((outcome, outcome.fit(career)?))) {
        because(page, fit, &matcher.reasons(outcome, career), &matcher.kit.scales);
    }
}

fn try_and_ask(page: &mut Page<'_>, words: &CareerWords) {
    for (heading, says) in [("Try it", &words.path.try_it), ("Ask somebody who does it", &words.path.ask)] {
        if !says.is_empty() {
            page.heading(heading).text(says, Role::Text);
        }
    }
}

fn alike_and_related(page: &mut Page<'_>, career: CareerId, matcher: &Matcher) {
    let catalogue = &matcher.kit.catalogue;
    others(page, "Alike by their ratings", &matcher.learned().similar(career, NAMED), catalogue);
    others(page, "Related careers (as published)", &catalogue.get(career).figures.related, catalogue);
}

fn others(page: &mut Page<'_>, heading: &str, careers: &[CareerId], catalogue: &Catalogue) {
    if careers.is_empty() {
        return;
    }
    let outcome = page.desk.outcome();
    let named = |id: &CareerId| {
        let title = &catalogue.get(*id).title;
        let rank = outcome.and_then(|outcome| outcome.fit(*id)).map(|fit| format!(" ({})", fit.rank));
        format!("{title}{}", rank.unwrap_or_default())
    };
    let named: Vec<String> = careers.iter().take(NAMED).map(named).collect();
    page.heading(heading).text(&named.join(DOT), Role::Text);
}
