//! A loved, named activity speaks for the careers that are made of it.

use careerfit::content::shipped::load_shipped;
use careerfit::fit::{Matcher, find_what_if};
use careerfit::model::{Answers, CareerId, Emphasis, Group, QuestionId, Rating, Response, ScaleId, Source};
use careerfit::report::telling;
use std::sync::LazyLock;

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(load_shipped().expect("the shipped data")));

const TEN: usize = 10;
const LOVED: u8 = 5;

/// Everything answered in the middle but for these.
fn middle(middle: impl Fn(QuestionId) -> u8, but: &[(QuestionId, u8)]) -> Answers {
    let all = MATCHER.dataset.questionnaire.iter().map(|(id, _)| {
        let own = but.iter().find(|(question, _)| *question == id).map(|(_, value)| *value);
        (id, Response::from_choice(own.unwrap_or_else(|| middle(id))).expect("a choice"))
    });
    all.collect()
}

fn usual(id: QuestionId) -> u8 {
    Rating::nearest(MATCHER.dataset.questionnaire.question(id).usual).get()
}

fn three(_: QuestionId) -> u8 {
    3
}

fn first_ten(answers: &Answers) -> Vec<CareerId> {
    MATCHER.evaluate(answers, Emphasis::Balanced).fits.iter().take(TEN).map(|fit| fit.career).collect()
}

/// Activities that name careers.
fn activities() -> Vec<QuestionId> {
    let named = |id: &QuestionId| !MATCHER.activities.careers(*id).is_empty();
    MATCHER.dataset.questionnaire.iter().map(|(id, _)| id).filter(named).collect()
}

/// The question whose main scale this is.
fn asked_of(scale: ScaleId) -> QuestionId {
    let mut all = MATCHER.dataset.questionnaire.iter();
    all.find(|(_, question)| question.main_scale() == Some(scale))
        .map(|(id, _)| id)
        .expect("every scale is asked about")
}

/// The skill that the careers of an activity need most beyond others, and the subject that it tells most about.
fn nearest(activity: QuestionId) -> (QuestionId, QuestionId) {
    let careers = MATCHER.activities.careers(activity);
    let needed = |scale: ScaleId| careers.iter().map(|career| MATCHER.standardize(*career)[scale]).sum::<f64>();
    let skill = Group::Skills.scales().max_by(|a, b| needed(*a).total_cmp(&needed(*b)));
    let loads = &MATCHER.dataset.questionnaire.question(activity).loads;
    let subjects = loads.iter().filter(|load| load.scale.group() == Group::Subjects);
    let subject = subjects.max_by(|a, b| a.weight.total_cmp(&b.weight)).map(|load| load.scale);
    (asked_of(skill.expect("a skill")), asked_of(subject.expect("every activity is about a subject")))
}

/// Every answer that shares a scale with an activity says the contrary, and so does the skill behind it.
fn contrary(activity: QuestionId) -> Vec<(QuestionId, u8)> {
    let questionnaire = &MATCHER.dataset.questionnaire;
    let told = |id: QuestionId| questionnaire.question(id).loads.iter().map(|load| load.scale);
    let shares = |id: QuestionId| told(id).any(|scale| told(activity).any(|own| own == scale));
    let others = questionnaire.iter().map(|(id, _)| id).filter(|id| *id != activity && shares(*id));
    let least = |id: QuestionId| if questionnaire.question(id).is_reversed() { 5 } else { 1 };
    others.chain([nearest(activity).0]).map(|id| (id, least(id))).chain([(activity, LOVED)]).collect()
}

/// How many of an activity's careers are among the first ten.
fn of_its_own(activity: QuestionId, answers: &Answers) -> usize {
    let careers = MATCHER.activities.careers(activity);
    first_ten(answers).iter().filter(|career| careers.contains(career)).count()
}

#[test]
fn a_loved_activity_with_its_skill_and_subject_brings_one_of_its_careers_into_the_first_ten() {
    for elsewhere in [three as fn(QuestionId) -> u8, usual] {
        let finds = |activity: &QuestionId| {
            let (skill, subject) = nearest(*activity);
            let loved = [(*activity, LOVED), (skill, LOVED), (subject, LOVED)];
            of_its_own(*activity, &middle(elsewhere, &loved)) > 0
        };
        let (all, found) = (activities().len(), activities().iter().filter(|activity| finds(activity)).count());
        assert!(found * 10 >= all * 9, "{found} of {all}");
    }
}

#[test]
fn hardly_any_other_answer_a_step_off_moves_more_than_three_of_the_first_ten() {
    let mut moved = Vec::new();
    for elsewhere in [three as fn(QuestionId) -> u8, usual] {
        for activity in activities().into_iter().step_by(16) {
            let (skill, subject) = nearest(activity);
            let own = [activity, skill, subject].map(|id| (id, LOVED));
            let before = first_ten(&middle(elsewhere, &own));

            let others = MATCHER
                .dataset
                .questionnaire
                .iter()
                .map(|(id, _)| id)
                .filter(|id| own.iter().all(|(own, _)| own != id));
            for other in others.step_by(5) {
                let off = if elsewhere(other) < LOVED { elsewhere(other) + 1 } else { elsewhere(other) - 1 };
                let after = first_ten(&middle(elsewhere, &[own.as_slice(), &[(other, off)]].concat()));
                moved.push(after.iter().filter(|career| !before.contains(career)).count());
            }
        }
    }

    let many = moved.iter().filter(|count| **count > 3).count();
    assert!(many * 50 <= moved.len(), "{many} of {}", moved.len());
    assert!(moved.iter().all(|count| *count <= 7), "{moved:?}");
}

#[test]
fn love_alone_against_contrary_answers_brings_none_of_its_careers_into_the_first_ten() {
    for elsewhere in [three as fn(QuestionId) -> u8, usual] {
        for activity in activities() {
            let loved = contrary(activity);
            let unloved: Vec<(QuestionId, u8)> = loved.iter().copied().filter(|(id, _)| *id != activity).collect();
            let without = first_ten(&middle(elsewhere, &unloved));
            let with = first_ten(&middle(elsewhere, &loved));
            let own = MATCHER.activities.careers(activity);
            let brought = with.into_iter().find(|career| own.contains(career) && !without.contains(career));
            let title = brought.map(|career| &MATCHER.dataset.catalogue.get(career).title);
            assert_eq!(title, None, "by {}", MATCHER.dataset.questionnaire.question(activity).id);
        }
    }
}

/// Mends bicycles and loves it, is drawn to machines, and can show others how to mend things; in the middle elsewhere.
fn bicycle_mender(elsewhere: fn(QuestionId) -> u8) -> Answers {
    let named = |id: &str| MATCHER.dataset.questionnaire.find(id).expect(id);
    let own = ["enjoy-repair-bicycle", "passions-inside-machines", "good-at-mend-device"].map(named);
    middle(elsewhere, &own.map(|id| (id, LOVED)))
}

#[test]
fn somebody_who_loves_mending_bicycles_finds_bicycle_mechanic_in_the_first_ten_and_knows_why() {
    for elsewhere in [three as fn(QuestionId) -> u8, usual] {
        let outcome = MATCHER.evaluate(&bicycle_mender(elsewhere), Emphasis::Balanced);
        let mechanic = MATCHER.dataset.catalogue.find("49-3091.00").expect("Bicycle Mechanic");
        let fit = outcome.find_fit(mechanic).expect("a ranked career");
        assert!(fit.rank <= TEN, "rank {}", fit.rank);

        let found = MATCHER.explain(&outcome, mechanic);
        let [first, _] = telling::find_first_reasons(&MATCHER.dataset, mechanic, &found);
        let first = first.expect("a reason");
        assert!(first.contains("love") && first.contains("Repair a bicycle"), "{first}");
    }
}

#[test]
fn what_is_added_is_a_contribution_of_its_own_and_all_contributions_are_the_fit() {
    let outcome = MATCHER.evaluate(&bicycle_mender(usual), Emphasis::Balanced);
    for fit in outcome.fits.iter().step_by(50) {
        let found = MATCHER.explain(&outcome, fit.career);
        let sides = found.speaks_for.iter().chain(&found.against).chain(&found.idle);
        let scales = sides.map(|reason| reason.points).sum::<f64>();
        let direct = found.direct.iter().map(|(_, points)| points).sum::<f64>();
        assert!((scales + found.others.total() + direct - fit.score).abs() < 1e-9);
    }
}

/// Loves mending bicycles and is in the middle elsewhere; or loves everything else that shares a scale with it, too.
fn mends_bicycles(loves_alike: bool) -> Answers {
    let questionnaire = &MATCHER.dataset.questionnaire;
    let bicycle = questionnaire.find("enjoy-repair-bicycle").expect("a question");
    let told = |id: QuestionId| questionnaire.question(id).loads.iter().map(|load| load.scale);
    let alike =
        |id: &QuestionId| *id == bicycle || loves_alike && told(*id).any(|one| told(bicycle).any(|own| own == one));
    let loved: Vec<_> = questionnaire.iter().map(|(id, _)| id).filter(alike).map(|id| (id, LOVED)).collect();
    middle(usual, &loved)
}

#[test]
fn what_is_added_is_only_the_part_of_an_answer_that_its_scales_do_not_explain() {
    let bicycle = MATCHER.dataset.questionnaire.find("enjoy-repair-bicycle").expect("a question");
    let mechanic = MATCHER.dataset.catalogue.find("49-3091.00").expect("Bicycle Mechanic");
    let model = &MATCHER.measurement;
    let mut found = Vec::new();
    for loves_alike in [false, true] {
        let answers = mends_bicycles(loves_alike);
        let outcome = MATCHER.evaluate(&answers, Emphasis::Balanced);
        let posterior = &outcome.information.posterior;
        let part = |id: QuestionId| MATCHER.dataset.questionnaire.question(id).part;
        let off = |id: QuestionId, value: u8| f64::from(value) * model.step() - model.observation(id).usual;
        let like_it = || answers.values().filter(|(id, _)| part(*id) == part(bicycle));
        let (sum, precision) = like_it().fold((0.0, 0.0), |(sum, precision), (id, value)| {
            let weight = 1.0 / model.observation(id).noise;
            (sum + weight * (off(id, value) - posterior.predict_measure(model, id)), precision + weight)
        });
        let (whole, explained) = (off(bicycle, LOVED) - sum / precision, posterior.predict_measure(model, bicycle));

        let own = |source: &Source| matches!(source, Source::Activity { question, .. } if *question == bicycle);
        let added = outcome.person.direct().list_contributions(mechanic);
        let (_, points) = added.into_iter().find(|(source, _)| own(source)).expect("something is added");
        let constants = &MATCHER.dataset.matching;
        assert!((points - constants.points * constants.activity * (whole - explained)).abs() < 1e-9);
        found.push((points, explained));
    }
    let [(alone, little), (alike, much)] = found[..] else { panic!("two people") };
    assert!(much > 3.0 * little && alike < 0.7 * alone, "{found:?}");
}

#[test]
fn an_activity_that_was_skipped_or_stands_alone_adds_nothing() {
    let questionnaire = &MATCHER.dataset.questionnaire;
    let bicycle = questionnaire.find("enjoy-repair-bicycle").expect("a question");
    let mechanic = MATCHER.dataset.catalogue.find("49-3091.00").expect("Bicycle Mechanic");
    for given in [vec![(bicycle, Response::Value(Rating::HIGHEST))], vec![(bicycle, Response::Skipped)]] {
        let outcome = MATCHER.evaluate(&given.into_iter().collect(), Emphasis::Balanced);
        assert_eq!(outcome.person.direct().list_contributions(mechanic), []);
    }
}

#[test]
fn one_more_on_every_activity_changes_no_bit() {
    let low = middle(|id| if id.index().is_multiple_of(3) { 2 } else { 4 }, &[]);
    let high: Answers =
        low.values().map(|(id, value)| (id, Response::from_choice(value + 1).expect("a choice"))).collect();
    let fits = |answers| MATCHER.evaluate(answers, Emphasis::Balanced).fits;
    assert_eq!(fits(&low), fits(&high));
}

#[test]
fn what_would_change_it_knows_of_activities() {
    let (answers, mechanic) = (bicycle_mender(usual), MATCHER.dataset.catalogue.find("49-3091.00").expect("a career"));
    let outcome = MATCHER.evaluate(&answers, Emphasis::Balanced);
    let found = find_what_if(&MATCHER, &outcome, &answers, mechanic);
    let mut changed = answers.clone();
    for change in &found.changes {
        changed.set(change.question, Response::Value(change.to));
    }
    let after = MATCHER.evaluate(&changed, Emphasis::Balanced);
    assert_eq!(after.find_fit(mechanic).map(|fit| fit.rank), Some(found.rank), "what it says is what happens");
    let bicycle = MATCHER.dataset.questionnaire.find("enjoy-repair-bicycle");
    assert_eq!(found.changes.first().map(|change| change.question), bicycle);
}
