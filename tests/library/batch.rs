//! Many people at once get the very figures that each gets alone.

use careerfit::content::shipped::load_shipped;
use careerfit::fit::{Batch, Matcher, Ranked, Responses, collect_answers};
use careerfit::model::random::Random;
use careerfit::model::{Emphasis, Rating, Response, Verdict};
use std::sync::OnceLock;

const TOP: usize = 10;

/// The shipped data, prepared once.
fn matcher() -> &'static Matcher {
    static MATCHER: OnceLock<Matcher> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(load_shipped().expect("the shipped data")))
}

/// People who answer each question with this chance, and answer it in a way of their own.
fn people(count: usize, chance: f64, seed: u64) -> Vec<Vec<Option<Response>>> {
    let questions = matcher().dataset.questionnaire.questions.len();
    let mut random = Random::new(seed);
    let mut value = |middle: f64| Response::Value(Rating::nearest(middle + 1.2 * random.normal()));
    let all: Vec<Vec<Response>> = (0..count).map(|_| (0..questions).map(|_| value(3.0)).collect()).collect();
    let mut random = Random::new(seed + 1);
    let mut kept = |response| (random.uniform() < chance).then_some(response);
    all.into_iter().map(|person| person.into_iter().map(&mut kept).collect()).collect()
}

fn ranked(people: &[Vec<Option<Response>>], top: usize) -> Vec<Ranked> {
    let rows: Vec<&Responses> = people.iter().map(Vec::as_slice).collect();
    Batch::new(matcher(), top).rank(&rows)
}

/// The same verdict, careers in the same order, bands, and figures far within what is printed.
fn same_as_alone(person: &Responses, ranked: &Ranked, top: usize) {
    let outcome = matcher().evaluate(&collect_answers(person), Emphasis::Balanced);
    assert_eq!((ranked.verdict, ranked.evidence), (outcome.verdict, outcome.evidence));
    assert_eq!(ranked.fits.len(), top.min(outcome.fits.len()));
    for (batch, alone) in ranked.fits.iter().zip(&outcome.fits) {
        assert_eq!((batch.career, batch.rank, batch.band), (alone.career, alone.rank, alone.band));
        assert!((batch.score - alone.score).abs() < 1e-9, "{} {}", batch.score, alone.score);
    }
    let near = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9);
    assert!(near(ranked.profile.estimate.as_slice(), outcome.profile.estimate.as_slice()));
    assert!(near(ranked.profile.sd.as_slice(), outcome.profile.sd.as_slice()));
    assert_eq!(ranked.profile.answers, outcome.profile.answers);
}

#[test]
fn complete_rows_are_ranked_as_one_by_one() {
    let people = people(300, 1.0, 1);
    for (person, ranked) in people.iter().zip(ranked(&people, TOP)) {
        same_as_alone(person, &ranked, TOP);
    }
}

#[test]
fn rows_with_gaps_are_ranked_as_one_by_one_however_few_the_answers_are() {
    for (chance, seed) in [(0.9, 2), (0.6, 3), (0.3, 4), (0.1, 5), (0.02, 6)] {
        let people = people(60, chance, seed);
        for (person, ranked) in people.iter().zip(ranked(&people, TOP)) {
            same_as_alone(person, &ranked, TOP);
        }
    }
}

#[test]
fn rows_that_share_few_questions_are_ranked_as_one_by_one() {
    let mut people = people(60, 1.0, 7);
    for (person, at) in people.iter_mut().zip(0..) {
        let stays = |question: usize| question.is_multiple_of([3, 40, 75][at % 3]);
        person.iter_mut().enumerate().filter(|(question, _)| !stays(*question)).for_each(|(_, r)| *r = None);
    }
    for (person, ranked) in people.iter().zip(ranked(&people, TOP)) {
        same_as_alone(person, &ranked, TOP);
    }
}

#[test]
fn where_careers_would_land_is_the_same_as_one_by_one_for_complete_rows_and_for_rows_with_gaps() {
    for (chance, seed) in [(1.0, 10), (0.6, 11)] {
        let people = people(20, chance, seed);
        let rows: Vec<&Responses> = people.iter().map(Vec::as_slice).collect();
        let ranked = Batch::new(matcher(), TOP).with_uncertainty().rank(&rows);
        for (person, ranked) in people.iter().zip(ranked) {
            same_places_as_alone(person, &ranked);
        }
    }
}

fn same_places_as_alone(person: &Responses, ranked: &Ranked) {
    let answers = collect_answers(person);
    let outcome = matcher().evaluate(&answers, Emphasis::Balanced);
    let drawn = matcher().start_intervals(&outcome, &answers);
    let alone = drawn.measure_first(&matcher().metric, &outcome.fits, &outcome.fits[..TOP]);
    let among = ranked.uncertainty.as_ref().expect("it was asked for, and there is a direction");

    // two careers that lie within a step of each other in one draw may change places by rounding
    assert!((alone.staying - among.staying).abs() < 0.02, "{} {}", alone.staying, among.staying);
    for fit in &ranked.fits {
        let [one, other] = [&alone, among].map(|found| found.place(fit.career).expect("it is shown"));
        let (one, other) = (one.interval.expect("all are"), other.interval.expect("all are"));
        assert!(one.low.abs_diff(other.low) < 2 && one.high.abs_diff(other.high) < 2, "{one:?} {other:?}");
    }
}

#[test]
fn any_number_of_careers_can_be_wanted() {
    let people = people(20, 1.0, 8);
    for top in [0, 1, 200, 5000] {
        for (person, ranked) in people.iter().zip(ranked(&people, top)) {
            same_as_alone(person, &ranked, top);
        }
    }
}

#[test]
fn whoever_answers_everything_alike_has_no_direction_among_others() {
    let mut people = people(30, 1.0, 9);
    let questionnaire = &matcher().dataset.questionnaire;
    let alike = |reversed: bool| Some(Response::Value(Rating::nearest(if reversed { 2.0 } else { 4.0 })));
    people[7] = questionnaire.questions.iter().map(|question| alike(question.is_reversed())).collect();
    people[8] = vec![Some(Response::Skipped); questionnaire.questions.len()];
    people[9] = vec![Some(Response::Untried); questionnaire.questions.len()];
    let ranked = ranked(&people, TOP);
    assert_eq!([7, 8, 9].map(|at: usize| ranked[at].verdict), [Verdict::NoDirection; 3]);
    for (person, ranked) in people.iter().zip(&ranked) {
        same_as_alone(person, ranked, TOP);
    }
}
