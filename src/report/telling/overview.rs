//! The first thing said of the results: where the answers point in one sentence, a job to start with and one step for this
//! week.

use super::directions::{MAX_DIRECTIONS, SPREAD, find_direction_title, list_examples};
use super::next_step::describe_next_step;
use super::quote::quote_answers;
use crate::fit::{Start, find_starts_now};
use crate::model::{CareerId, Dataset, Day, Direction, Fit, SessionRecord};
use crate::report::format::{format_ordinal, join_list, spell_number};

/// What stands over a report.
pub const REPORT_TITLE: &str = "Work that fits me";

/// What is said below a list of careers by fit.
pub const NOT_A_VERDICT: &str = "Ideas to look into, not a verdict: other answers would change their order.";

/// What stands over careers near the top that are unlike the first ones.
pub const SURPRISES: &str = "You might not have thought of";

/// Careers near the top that are unlike the first ones, in a line; none where there are none.
pub fn describe_surprises(titles: &[&str]) -> Option<String> {
    (!titles.is_empty()).then(|| format!("{SURPRISES}: {}.", titles.join("; ")))
}

/// What stands over careers made of what one loves that the rest of the answers puts further down.
pub const LOVED: &str = "Further down, but made of what you love";

/// Careers made of what one loves that stand further down, each with its place; none where there are none.
pub fn describe_loved(dataset: &Dataset, found: &[Fit]) -> Option<String> {
    let placed = |fit: &Fit| format!("{} ({})", dataset.catalogue.get(fit.career).title, format_ordinal(fit.rank));
    let careers: Vec<String> = found.iter().map(placed).collect();
    (!careers.is_empty()).then(|| format!("{LOVED}: {}.", careers.join("; ")))
}

/// Where the answers point, in one sentence.
pub fn describe_headline(dataset: &Dataset, found: &[Direction]) -> String {
    let titles: Vec<&str> = found.iter().take(MAX_DIRECTIONS).map(|one| find_direction_title(dataset, one)).collect();
    match titles.as_slice() {
        [] => SPREAD.to_string(),
        [one] => format!("Your answers point one way: {one}."),
        several => {
            format!("Your answers point {} ways: {}.", spell_number(several.len()), several.join("; "))
        }
    }
}

/// The answer of the person's own that leads there most, as a sentence.
pub fn quote_direction(dataset: &Dataset, one: &Direction) -> String {
    quote_answers(&dataset.questionnaire, one.quotes.first().copied())
}

/// One job to start with within weeks: that of the first direction whose job stands in Start now, or else the first there.
fn find_job_to_start(found: &[Direction], starts: &[Start]) -> Option<CareerId> {
    let listed = |job: &CareerId| starts.iter().any(|start| start.fit.career == *job);
    let led_to = found.iter().take(MAX_DIRECTIONS).filter_map(|one| one.start).find(listed);
    led_to.or_else(|| starts.first().map(|start| start.fit.career))
}

/// A job to start with within weeks; who has a job and is fine with it is told where that one leads, if it does.
fn describe_job_to_start(
    dataset: &Dataset,
    record: &SessionRecord,
    found: &[Direction],
    fits: &[Fit],
) -> Option<String> {
    let catalogue = &dataset.catalogue;
    if !record.is_settled(&dataset.questionnaire) {
        let starts = find_starts_now(catalogue, fits, record.find_field_left(dataset));
        let job = find_job_to_start(found, &starts)?;
        return Some(format!("A job to start with: {}.", catalogue.get(job).title));
    }

    let present = catalogue.find(record.present_job.as_deref()?)?;
    let careers = found.iter().take(MAX_DIRECTIONS).flat_map(|one| one.careers.iter().copied());
    let comes_from = |career: &CareerId| {
        let career = catalogue.get(*career);
        career.rungs.contains(&present) || career.arrive_from.contains(&present)
    };
    let leads_to = list_examples(dataset, &careers.filter(comes_from).collect::<Vec<_>>());
    let title = &catalogue.get(present).title;
    (!leads_to.is_empty()).then(|| format!("Your job as it is can lead on: from {title} to {}.", join_list(&leads_to)))
}

/// What to begin with: careers to try where no direction stands out, a job to start with, and a step for this week;
/// directions and careers are those that the limits leave.
pub fn list_first_steps(
    dataset: &Dataset,
    record: &SessionRecord,
    found: &[Direction],
    fits: &[Fit],
    today: Day,
) -> Vec<String> {
    let first: Vec<CareerId> = fits.iter().take(MAX_DIRECTIONS).map(|fit| fit.career).collect();
    let to_try = || format!("Careers to try first: {}.", list_examples(dataset, &first).join("; "));
    let job = describe_job_to_start(dataset, record, found, fits);
    let leading = found.iter().find_map(|one| one.careers.first().copied()).or_else(|| first.first().copied());

    let steps = [found.is_empty().then(to_try), job, describe_this_week(dataset, record, leading, today)];
    steps.into_iter().flatten().collect()
}

/// Where the present job stands.
pub fn describe_present_job(title: &str, rank: usize) -> String {
    format!("The job you have or had last, {title}, stands {}.", format_ordinal(rank))
}

/// What stands before something to try.
pub const THIS_WEEK: &str = "One step for this week: ";

/// One step for this week: the person's own where one is planned, or else half a day that shows whether one likes the
/// first career.
pub fn describe_this_week(
    dataset: &Dataset,
    record: &SessionRecord,
    first: Option<CareerId>,
    today: Day,
) -> Option<String> {
    let planned = record.kept.iter().filter_map(|kept| describe_next_step(kept.plan.as_ref()?, today));
    if let Some((_, says)) = planned.min_by_key(|(urgency, _)| *urgency) {
        return Some(says);
    }

    let says = dataset.catalogue.words(first?).path.try_it.clone();
    (!says.is_empty()).then(|| format!("{THIS_WEEK}{says}"))
}

#[cfg(test)]
mod tests {
    use super::super::directions::{describe_certainty, describe_stays};
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{Bookmark, DirectionName, DrawnBy, Plan};

    fn build_direction(stays: f64) -> Direction {
        Direction {
            name: DirectionName::Area(0),
            centre: CareerId(0),
            careers: vec![CareerId(0)],
            start: None,
            quotes: Vec::new(),
            stays,
            drawn_by: DrawnBy::Both,
        }
    }

    #[test]
    fn one_sentence_says_where_and_another_how_sure() {
        let dataset = load_shipped().expect("the shipped data");
        let area = dataset.scales.areas[0].name.clone();
        assert_eq!(
            describe_headline(&dataset, &[build_direction(0.9)]),
            format!("Your answers point one way: {area}.")
        );

        let many = [build_direction(0.9), build_direction(0.9), build_direction(0.7), build_direction(0.7)];
        assert!(
            describe_headline(&dataset, &many).starts_with("Your answers point three ways: "),
            "no more than three"
        );
        assert!(describe_certainty(&[build_direction(0.9)]).contains("very likely"));
        assert!(describe_certainty(&many).ends_with("it is not sure."));
        assert!(describe_certainty(&[build_direction(0.9), build_direction(0.4)]).starts_with("Some of it"));
        for few in [&[build_direction(0.4)][..], &[build_direction(0.4), build_direction(0.3)]] {
            assert!(describe_certainty(few).contains("starting point"), "what seldom comes out again is no promise");
            assert_eq!(describe_stays(&few[0]), "perhaps");
        }
        assert!(describe_headline(&dataset, &[]).contains("no one direction"));
    }

    #[test]
    fn the_step_for_this_week_is_the_persons_own_where_there_is_one() {
        let dataset = load_shipped().expect("the shipped data");
        let today = Day(20_779);
        let mut record = SessionRecord::default();

        let offered = describe_this_week(&dataset, &record, Some(CareerId(0)), today).expect("something to try");
        assert!(offered.starts_with("One step for this week: "), "{offered}");

        let plan = Plan { step: "Ring the workshop".into(), by: Some("2026-12-01".into()), ..Plan::default() };
        record.kept.push(Bookmark { career: "a".into(), plan: Some(plan), ..Bookmark::default() });
        let own = describe_this_week(&dataset, &record, Some(CareerId(0)), today).expect("a step");
        assert!(own.contains("Ring the workshop") && own.contains("9 days left"), "{own}");
    }
}
