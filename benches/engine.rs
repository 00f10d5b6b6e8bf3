//! Speed of the engine, one person at a time. `cargo bench --bench engine`.

use careerfit::assess::Posterior;
use careerfit::content::shipped::load_shipped;
use careerfit::fit::{Evidence, Matcher, Trust, find_what_if, rank_careers};
use careerfit::interview::{Quota, choose_question};
use careerfit::model::{Answers, Emphasis, PartId, QuestionId, Rating, Response};
use divan::Bencher;
use std::sync::OnceLock;

fn main() {
    divan::main();
}

fn matcher() -> &'static Matcher {
    static MATCHER: OnceLock<Matcher> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(load_shipped().expect("the shipped data is whole")))
}

/// Answers to the first `count` questions.
fn answers(count: u16) -> Answers {
    (0..count)
        .map(|question| (QuestionId(question), Response::Value(Rating::nearest(f64::from(question * 7 % 5 + 1)))))
        .collect()
}

/// Answers to every question.
fn all() -> Answers {
    answers(u16::try_from(matcher().dataset.questionnaire.questions.len()).expect("few"))
}

#[divan::bench]
fn load_the_packed_catalogue(bencher: Bencher) {
    bencher.bench_local(|| load_shipped().expect("the shipped data is whole"));
}

#[divan::bench]
fn prepare_for_matching(bencher: Bencher) {
    bencher.with_inputs(|| load_shipped().expect("the shipped data is whole")).bench_local_values(Matcher::new);
}

#[divan::bench]
fn posterior_after_a_new_answer(bencher: Bencher) {
    let (metric, model) = (&matcher().metric, &matcher().measurement);
    let before = Evidence::of(metric, model, &answers(100));
    let update = |information: &mut Evidence| information.update(metric, model, QuestionId(100), 4);
    bencher.with_inputs(|| before.clone()).bench_local_refs(update);
}

#[divan::bench]
fn posterior_after_a_change(bencher: Bencher) {
    let given = all();
    bencher.bench_local(|| Posterior::of(&matcher().measurement, &given));
}

#[divan::bench]
fn posterior_and_what_it_tells_of_each_career_after_a_change(bencher: Bencher) {
    let given = all();
    bencher.bench_local(|| Evidence::of(&matcher().metric, &matcher().measurement, &given));
}

#[divan::bench]
fn next_question_of_the_largest_part(bencher: Bencher) {
    let given = answers(30);
    let information = Evidence::of(&matcher().metric, &matcher().measurement, &given);
    let quota = Quota { most: 60, below: 0.0, each_area: 2 };
    bencher.bench_local(|| choose_question(matcher(), &information, &given, PartId(0), quota));
}

#[divan::bench]
fn rank_all_careers_with_reasons_for_ten(bencher: Bencher) {
    let given = all();
    let outcome = matcher().evaluate(&given, Emphasis::Balanced);
    bencher.bench_local(|| {
        let person = outcome.fit_weights.build_person(outcome.information.posterior.mean());
        let trust = Trust { evidence: outcome.evidence, disagree: outcome.disagree };
        let fits = rank_careers(&matcher().metric, &person, trust, &matcher().dataset.matching);
        let told: Vec<_> = fits.iter().take(10).map(|fit| matcher().explain(&outcome, fit.career)).collect();
        (fits, told)
    });
}

#[divan::bench]
fn rank_intervals_from_all_draws(bencher: Bencher) {
    let given = all();
    let outcome = matcher().evaluate(&given, Emphasis::Balanced);
    bencher.bench_local(|| matcher().start_intervals(&outcome, &given).finish(&matcher().metric));
}

#[divan::bench]
fn what_would_change_a_career(bencher: Bencher) {
    let given = all();
    let outcome = matcher().evaluate(&given, Emphasis::Balanced);
    bencher.bench_local(|| find_what_if(matcher(), &outcome, &given, outcome.fits[40].career));
}
