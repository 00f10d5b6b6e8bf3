//! Careers side by side: the same aspects of each.

use super::career::describe_years;
use super::direct::{DirectLine, split_direct};
use super::figures::{describe_outlook, describe_pay, describe_training};
use super::hiring::describe_beginning;
use crate::fit::{Matcher, Outcome};
use crate::model::{CareerId, Catalogue, Reason, ReasonKind};
use crate::report::format::choose_form;
use crate::report::outline::{Block, Section, Side};

/// Most careers that are compared at once.
pub const COMPARED: usize = 3;

/// Scales named for and against.
const MAX_SCALES: usize = 3;

/// What a career is by each aspect, in the order shown; every career has all of them.
pub fn list_aspects(matcher: &Matcher, outcome: Option<&Outcome>, career: CareerId) -> [(&'static str, String); 10] {
    let catalogue = &matcher.dataset.catalogue;
    let (entry, words) = (catalogue.get(career), catalogue.words(career));
    let found = outcome.map(|outcome| matcher.explain(outcome, career)).unwrap_or_default();
    let ([for_it, against_it], _) = split_direct(&matcher.dataset, &found);

    [
        ("What it is", words.summary.clone()),
        ("Speaks for it", join_reasons(matcher, Side::For, for_it, &found.speaks_for)),
        ("Speaks against it", join_reasons(matcher, Side::Against, against_it, &found.against)),
        ("Pay", describe_pay(&entry.figures)),
        ("Training", describe_training(&entry.figures)),
        ("You start as", words.job.start_as.clone()),
        ("Start and pay", describe_beginning(entry)),
        ("It takes", describe_years(&words.path)),
        ("What needs patience", words.path.hard.clone()),
        ("Outlook", describe_outlook(catalogue, career)),
    ]
}

/// Careers one after the other under each aspect, for whatever draws no columns.
pub fn compose_comparison(matcher: &Matcher, outcome: Option<&Outcome>, careers: &[CareerId]) -> Section {
    let title = |career: &CareerId| matcher.dataset.catalogue.get(*career).title.clone();
    let told: Vec<(String, [(&str, String); 10])> =
        careers.iter().map(|career| (title(career), list_aspects(matcher, outcome, *career))).collect();
    let titles: Vec<&str> = told.iter().map(|(title, _)| title.as_str()).collect();
    let mut section = Section::new(titles.join(" and "));

    // Every career has the same aspects in the same order, so the first one names them for all.
    for (at, (aspect, _)) in told.first().map(|(_, aspects)| aspects.as_slice()).unwrap_or_default().iter().enumerate()
    {
        let mut part = Section::new(*aspect);
        part.points(told.iter().map(|(title, aspects)| format!("{title}: {}", aspects[at].1)).collect());
        section.push(Block::Part(part));
    }
    section
}

/// How many more questions would settle which of the first two of these careers fits better; empty where that is not known.
pub fn compose_settling(catalogue: &Catalogue, careers: &[CareerId], more: Option<usize>) -> Section {
    let mut section = Section::new("What would settle it");
    if let ([one, other, ..], Some(more)) = (careers, more) {
        let [one, other] = [one, other].map(|career| &catalogue.get(*career).title);
        section.text(format!("{more} more {} would settle {one} against {other}.", choose_form(more, "question")));
    }
    section
}

/// What an answer said by itself comes first, then scales.
fn join_reasons(matcher: &Matcher, way: Side, by_itself: Vec<DirectLine>, side: &[Reason]) -> String {
    let name = |reason: &Reason| describe_measure(reason.kind, &matcher.dataset.scales.get(reason.scale).name);
    let by_itself = by_itself.into_iter().map(|line| line.short);
    let each = by_itself.chain(side.iter().map(name)).take(MAX_SCALES);
    let names: Vec<String> = each.map(|name| format!("{} {name}", way.sign())).collect();
    if names.is_empty() { "nothing yet".to_string() } else { names.join(", ") }
}

/// A scale with how much of it the career has, since little of what one does not like speaks for a career.
fn describe_measure(kind: ReasonKind, name: &str) -> String {
    let how_much = match kind {
        ReasonKind::BothHigh | ReasonKind::CareerHigh => "more here",
        ReasonKind::BothLow | ReasonKind::PersonHigh => "less here",
    };
    format!("{name} ({how_much})")
}
