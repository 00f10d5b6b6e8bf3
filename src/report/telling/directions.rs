//! Where the answers point: each direction with an answer of the person's own, careers as examples and a job to start with.

use super::quote::quote_answers;
use crate::fit::Outcome;
use crate::model::{CareerId, Dataset, Direction, DirectionName, DrawnBy, Fit, SessionRecord};
use crate::report::format::join_list;
use crate::report::outline::{Block, Section};

/// A direction that comes out again with other questions in so many of the cases is called very likely.
const VERY_LIKELY: f64 = 0.8;
/// The same for likely.
const LIKELY: f64 = 0.5;

/// Directions told of at most: more are a list again.
pub const MAX_DIRECTIONS: usize = 3;

/// Careers named as examples.
const EXAMPLES: usize = 3;

/// What is said where careers can be ranked but no direction stands out.
pub(super) const SPREAD: &str = "Your answers are spread over many kinds of work: no one direction stands out yet.";

/// What is said where enjoying and being good at lead to different work.
const TWO_WAYS: &str = "What you enjoy and what you are good at point to different work. Both are here.";

/// What is said in the place of examples where the limits leave none.
const ALL_HIDDEN: &str = "Your must-haves hide all its careers.";

/// The directions with those of their careers alone that the limits leave: the best of these leads, and a direction of
/// which nothing is left stays, for the answers point there all the same. Who has a job and is fine with it needs none to
/// start with.
pub fn limit_directions(
    dataset: &Dataset,
    record: &SessionRecord,
    found: &[Direction],
    shown: &[Fit],
) -> Vec<Direction> {
    let is_left = |career: &CareerId| shown.iter().any(|fit| fit.career == *career);
    let needs_start = !record.is_settled(&dataset.questionnaire);
    let within = |one: &Direction| {
        let careers: Vec<CareerId> = one.careers.iter().copied().filter(is_left).collect();
        let centre = careers.first().copied().unwrap_or(one.centre);
        Direction { centre, careers, start: one.start.filter(|job| needs_start && is_left(job)), ..one.clone() }
    };
    found.iter().map(within).collect()
}

/// All directions, each a part of its own, and how sure that is; or that none stands out.
pub fn compose_directions(dataset: &Dataset, found: &[Direction]) -> Section {
    let mut section = Section::new("Where your answers point");
    section.text(if found.is_empty() { SPREAD } else { "" }).text(describe_two_ways(found));
    section.blocks.extend(found.iter().map(|one| Block::Part(compose_direction(dataset, one))));
    section.quiet(describe_certainty(found));
    section
}

/// How sure it is where the answers point, in words.
pub fn describe_certainty(found: &[Direction]) -> &'static str {
    let told = &found[..found.len().min(MAX_DIRECTIONS)];
    let all_are = |least: f64| told.iter().all(|one| one.stays >= least);
    let any_is = |least: f64| told.iter().any(|one| one.stays >= least);
    match told.len() {
        0 => "Take the careers below as starting points to try; more answers would make it clearer.",
        _ if all_are(VERY_LIKELY) => "That would very likely come out again with other questions.",
        _ if all_are(LIKELY) => "That would likely come out again with other questions; it is not sure.",
        _ if any_is(LIKELY) => "Some of it would likely come out again, the rest perhaps.",
        1 => "Take it as a starting point: other questions might point elsewhere.",
        _ => "Take them as starting points: other questions might point elsewhere.",
    }
}

/// How sure one direction is, in a word or two.
pub fn describe_stays(one: &Direction) -> &'static str {
    match one.stays {
        stays if stays >= VERY_LIKELY => "very likely",
        stays if stays >= LIKELY => "likely",
        _ => "perhaps",
    }
}

/// The same with one line for each direction.
pub fn list_directions(dataset: &Dataset, found: &[Direction]) -> Vec<String> {
    if found.is_empty() {
        return vec![format!("{SPREAD} {}", describe_certainty(found))];
    }

    let told = Some(describe_two_ways(found).to_string()).filter(|says| !says.is_empty());
    let line = |one: &Direction| {
        let start = find_start(dataset, one).map_or(String::new(), |start| format!(" To start with: {start}."));
        let why = quote_answers(&dataset.questionnaire, one.quotes.iter().copied());
        format!("{}. {why} {}{start}", find_direction_title(dataset, one), describe_examples(dataset, one))
    };

    told.into_iter().chain(found.iter().map(line)).collect()
}

/// What leads by the answers: a direction, or else a career; empty where nothing does.
pub fn find_lead<'k>(dataset: &'k Dataset, outcome: &Outcome) -> &'k str {
    let direction = outcome.directions.first().map(|one| find_direction_title(dataset, one));
    let career = || Some(dataset.catalogue.get(outcome.fits.first()?.career).title.as_str());
    direction.or_else(career).unwrap_or_default()
}

/// What a direction is called: the family of its careers, or an area of activity.
pub fn find_direction_title<'k>(dataset: &'k Dataset, one: &Direction) -> &'k str {
    match one.name {
        DirectionName::Family(family) => &dataset.catalogue.families()[usize::from(family)].name,
        DirectionName::Area(area) => dataset.scales.areas.get(area).map_or("", |area| area.name.as_str()),
    }
}

/// One direction: the answers that lead there, examples, and a job to start with.
pub fn compose_direction(dataset: &Dataset, one: &Direction) -> Section {
    let mut section = Section::new(find_direction_title(dataset, one));
    section
        .text(quote_answers(&dataset.questionnaire, one.quotes.iter().copied()))
        .text(describe_drawn_by(one.drawn_by));
    section.text(if one.careers.is_empty() { ALL_HIDDEN } else { "" });
    section.pairs(vec![
        ("For example", join_list(&list_direction_examples(dataset, one))),
        ("To start with, within weeks", find_start(dataset, one).unwrap_or_default().to_string()),
    ]);
    section
}

/// Titles of the first careers of a direction or of a list.
pub fn list_examples<'k>(dataset: &'k Dataset, careers: &[CareerId]) -> Vec<&'k str> {
    careers.iter().take(EXAMPLES).map(|career| dataset.catalogue.get(*career).title.as_str()).collect()
}

/// Titles of careers of a direction: where it is called after a family, the first ones of that.
pub fn list_direction_examples<'k>(dataset: &'k Dataset, one: &Direction) -> Vec<&'k str> {
    let DirectionName::Family(family) = one.name else { return list_examples(dataset, &one.careers) };
    let (named, others): (Vec<CareerId>, Vec<CareerId>) =
        one.careers.iter().partition(|career| dataset.catalogue.get(**career).family == family);
    list_examples(dataset, &[named, others].concat())
}

/// Careers of a direction, as a sentence.
pub fn describe_examples(dataset: &Dataset, one: &Direction) -> String {
    if one.careers.is_empty() {
        return ALL_HIDDEN.to_string();
    }
    format!("For example: {}.", join_list(&list_direction_examples(dataset, one)))
}

/// A job to begin with.
fn find_start<'k>(dataset: &'k Dataset, one: &Direction) -> Option<&'k str> {
    one.start.map(|start| dataset.catalogue.get(start).title.as_str())
}

/// What is said where only one of enjoying and being good at leads there.
fn describe_drawn_by(by: DrawnBy) -> &'static str {
    match by {
        DrawnBy::Both => "",
        DrawnBy::Enjoying => "You would enjoy it more than you can do it so far.",
        DrawnBy::BeingGood => "You are good at what it takes, but would enjoy other work more.",
    }
}

/// Whether enjoying and being good at lead to different directions.
fn describe_two_ways(found: &[Direction]) -> &'static str {
    let good_at = found.iter().any(|one| one.drawn_by == DrawnBy::BeingGood);
    let enjoyed = found.iter().any(|one| one.drawn_by != DrawnBy::BeingGood);
    if good_at && enjoyed { TWO_WAYS } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::Band;

    #[test]
    fn a_direction_names_what_the_limits_leave_and_says_where_they_leave_nothing() {
        let dataset = load_shipped().expect("the shipped data");
        let careers: Vec<CareerId> = (0..3).map(CareerId).collect();
        let found = Direction {
            name: DirectionName::Area(0),
            centre: careers[0],
            careers: careers.clone(),
            start: Some(careers[0]),
            quotes: Vec::new(),
            stays: 0.9,
            drawn_by: DrawnBy::Both,
        };
        let fit = |career| Fit { career, score: 1.0, rank: 1, band: Band::Good };

        let record = SessionRecord::default();
        let shown = [fit(careers[2]), fit(careers[1])];
        let within = limit_directions(&dataset, &record, std::slice::from_ref(&found), &shown);
        assert_eq!((within[0].centre, &within[0].careers[..], within[0].start), (careers[1], &careers[1..], None));

        let none = limit_directions(&dataset, &record, &[found], &[]);
        assert_eq!(describe_examples(&dataset, &none[0]), ALL_HIDDEN);
        let section = compose_direction(&dataset, &none[0]);
        let says = |block: &Block| matches!(block, Block::Text(says) if says == ALL_HIDDEN);
        assert!(section.blocks.iter().any(says), "{section:?}");
    }
}
