//! Careers side by side: the same aspects of each.

use super::career::describe_years;
use super::figures::{describe_outlook, describe_pay, describe_training};
use super::hiring::describe_beginning;
use super::sides::{Said, order_sides};
use crate::fit::{Matcher, Outcome};
use crate::model::{CareerId, Catalogue, ReasonKind};
use crate::report::format::{choose_form, join_list};
use crate::report::outline::{Block, Section, Side};

/// Most careers that are compared at once.
pub const COMPARED: usize = 3;

/// Reasons named for and against.
const MAX_REASONS: usize = 3;

/// What a career is by each aspect, in the order shown; every career has all of them.
pub fn list_aspects(matcher: &Matcher, outcome: Option<&Outcome>, career: CareerId) -> [(&'static str, String); 10] {
    let catalogue = &matcher.dataset.catalogue;
    let (entry, words) = (catalogue.get(career), catalogue.words(career));
    let found = outcome.map(|outcome| matcher.explain(outcome, career)).unwrap_or_default();
    let ([for_it, against_it], _) = order_sides(&matcher.dataset, career, &found);

    [
        ("What it is", words.summary.clone()),
        ("Speaks for it", join_reasons(matcher, Side::For, &for_it)),
        ("Speaks against it", join_reasons(matcher, Side::Against, &against_it)),
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
    let mut section = Section::new(join_list(&titles));

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

/// The strongest of one side in a few words each.
fn join_reasons(matcher: &Matcher, way: Side, side: &[Said<'_>]) -> String {
    let name = |said: &Said<'_>| match said {
        Said::ByItself(line) => line.short.clone(),
        Said::Scale(reason) => describe_measure(reason.kind, &matcher.dataset.scales.get(reason.scale).name),
    };
    let names: Vec<String> =
        side.iter().take(MAX_REASONS).map(|said| format!("{} {}", way.sign(), name(said))).collect();
    if names.is_empty() { "nothing yet".to_string() } else { names.join("; ") }
}

/// A scale with how much of it the career has, since little of what one does not like speaks for a career.
fn describe_measure(kind: ReasonKind, name: &str) -> String {
    let how_much = match kind {
        ReasonKind::BothHigh | ReasonKind::CareerHigh => "more here",
        ReasonKind::BothLow | ReasonKind::PersonHigh => "less here",
    };
    format!("{name} ({how_much})")
}
