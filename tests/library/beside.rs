//! Career cards, training and work context: evidence beside the questions.

use careerfit::content::shipped::load_shipped;
use careerfit::diagnostics::Source as Text;
use careerfit::fit::{Batch, BatchRow, Evidence, Intervals, Matcher, Outcome, Responses};
use careerfit::interview::{Change, Interview, Step, choose_next_card};
use careerfit::model::random::Random;
use careerfit::model::{
    Answers, CardEntry, CareerId, Emphasis, Length, Measure, Objection, QuestionId, Rating, Reaction, Response,
    SessionRecord, Source,
};
use careerfit::session::{Session, from_text, to_text};
use std::sync::{Arc, LazyLock};
use std::thread;

static MATCHER: LazyLock<Arc<Matcher>> =
    LazyLock::new(|| Arc::new(Matcher::new(load_shipped().expect("the shipped data"))));

const TEN: usize = 10;

/// Somebody who answers everything in a way of their own.
fn somebody(seed: u64) -> Answers {
    let mut random = Random::new(seed);
    let questions = MATCHER.dataset.questionnaire.iter().map(|(id, _)| id);
    questions.map(|id| (id, Response::Value(Rating::nearest(random.uniform().mul_add(5.0, 0.5))))).collect()
}

fn outcome(answers: &Answers) -> Outcome {
    MATCHER.evaluate(answers, Emphasis::Balanced)
}

fn career(id: &str) -> CareerId {
    MATCHER.dataset.catalogue.find(id).expect(id)
}

fn score(outcome: &Outcome, career: CareerId) -> f64 {
    outcome.find_fit(career).expect("a ranked career").score
}

/// The place of a condition, and of its choice.
fn condition(id: &str, choice: &str) -> (usize, usize) {
    let conditions = &MATCHER.dataset.questionnaire.conditions;
    let place = conditions.iter().position(|condition| condition.id == id).expect(id);
    (place, conditions[place].find_choice(choice).expect(choice))
}

fn with_condition(answers: &Answers, id: &str, choice: &str) -> Answers {
    let (place, choice) = condition(id, choice);
    let mut answers = answers.clone();
    answers.set_condition(place, Some(choice));
    answers
}

fn with_card(answers: &Answers, id: &str, reaction: Reaction) -> Answers {
    let mut answers = answers.clone();
    answers.set_reaction(id, reaction);
    answers
}

#[test]
fn a_card_lifts_its_career_and_like_ones_and_can_be_taken_back() {
    let answers = somebody(1);
    let before = outcome(&answers);
    let liked = outcome(&with_card(&answers, "29-1141.00", Reaction::ForMe));
    let disliked = outcome(&with_card(&answers, "29-1141.00", Reaction::NotForMe(None)));
    for id in ["29-1141.00", "29-1141.01", "29-1171.00"] {
        let of = |outcome: &Outcome| score(outcome, career(id));
        assert!(of(&liked) >= of(&before) && of(&before) >= of(&disliked) && of(&liked) > of(&disliked), "{id}");
    }
    let nurse = Source::Card { career: career("29-1141.00"), reaction: Reaction::ForMe };
    let found = MATCHER.explain(&liked, career("29-1141.01"));
    assert!(found.direct.iter().any(|(source, points)| *source == nurse && *points >= 0.0));

    let back = with_card(&with_card(&answers, "29-1141.00", Reaction::ForMe), "29-1141.00", Reaction::Skipped);
    assert_eq!(outcome(&back).fits, before.fits);
}

/// How a reaction to a card follows the scales: by its fit, of variance one among people, as far as one opinion does.
fn loads(career: CareerId) -> Vec<f64> {
    let gradient = MATCHER.compute_gradient(career);
    let place = &MATCHER.metric.people()[career.index()];
    let spread = gradient.iter().zip(place).map(|(a, b)| a * b).sum::<f64>().sqrt();
    gradient.iter().map(|along| MATCHER.dataset.matching.card_validity * along / spread).collect()
}

#[test]
fn cards_move_every_fit_as_observations_of_the_person() {
    let answers = somebody(5);
    let before = outcome(&answers);
    // one that surprises, since it fits badly by the answers, and one that is undecided
    let last = before.fits.iter().rev().find(|fit| fit.score < -5.0).expect("a bad fit").career;
    let other = before.fits[40].career;
    let id = |career: CareerId| &MATCHER.dataset.catalogue.get(career).id;
    let after = outcome(&with_card(&with_card(&answers, id(last), Reaction::ForMe), id(other), Reaction::Maybe));

    let posterior = &before.information.posterior;
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let rows = [loads(last), loads(other)];
    let along: Vec<Vec<f64>> =
        rows.iter().map(|row| (0..row.len()).map(|scale| dot(posterior.covariances(scale), row)).collect()).collect();
    let noise = 1.0 - MATCHER.dataset.matching.card_validity.powi(2);
    let of = |a: usize, b: usize| dot(&rows[a], &along[b]) + if a == b { noise } else { 0.0 };
    let off = [1.0 - dot(&rows[0], posterior.mean()), 0.0 - dot(&rows[1], posterior.mean())];
    assert!(off[0] > 0.0, "what was said is more than was expected");
    let determinant = of(0, 0) * of(1, 1) - of(0, 1) * of(1, 0);
    let moved =
        [(of(1, 1) * off[0] - of(0, 1) * off[1]) / determinant, (of(0, 0) * off[1] - of(1, 0) * off[0]) / determinant];
    assert!(moved[0] > 0.0, "it is not turned round");

    let precision = MATCHER.measurement.precision();
    for (career, place) in MATCHER.dataset.catalogue.iter().map(|(id, _)| id).zip(MATCHER.metric.people()) {
        let (found, was) = (score(&after, career), score(&before, career));
        let wanted: f64 = (0..2).map(|card| moved[card] * dot(&precision.multiply(&along[card]), place)).sum();
        if found.abs() < 99.0 && was.abs() < 99.0 {
            let wanted = MATCHER.dataset.matching.points * wanted;
            assert!((found - was - wanted).abs() < 1e-6, "{}: {} for {wanted}", id(career), found - was);
        }
    }
}

#[test]
fn a_card_that_says_less_than_was_expected_moves_its_career_nowhere() {
    let answers = somebody(6);
    let before = outcome(&answers);
    let posterior = &before.information.posterior;
    let expected = |career: CareerId| -> f64 { loads(career).iter().zip(posterior.mean()).map(|(a, b)| a * b).sum() };
    let all = || MATCHER.dataset.catalogue.iter().map(|(id, _)| id);
    let most = all().max_by(|a, b| expected(*a).total_cmp(&expected(*b))).expect("careers");
    let least = all().min_by(|a, b| expected(*a).total_cmp(&expected(*b))).expect("careers");
    for (career, reaction) in [(most, Reaction::ForMe), (least, Reaction::NotForMe(None))] {
        let id = &MATCHER.dataset.catalogue.get(career).id;
        let after = score(&outcome(&with_card(&answers, id, reaction)), career);
        let off =
            if reaction == Reaction::ForMe { after - score(&before, career) } else { score(&before, career) - after };
        assert!(off >= 0.0, "{id}: never against what was said");
        assert_eq!(off > 1e-9, expected(career).abs() < 1.0, "{id}");
    }
}

#[test]
fn not_for_me_because_of_pay_mess_or_training_says_nothing_of_the_work() {
    let answers = somebody(2);
    let before = outcome(&answers).fits;
    for objection in Objection::ALL {
        let after = outcome(&with_card(&answers, "35-1011.00", Reaction::NotForMe(Some(objection)))).fits;
        assert_eq!(after == before, !objection.is_about_the_work(), "{objection:?}");
    }
}

#[test]
fn cards_and_conditions_make_nothing_surer() {
    for seed in 0..10 {
        let answers = somebody(seed);
        let before = outcome(&answers);
        let mut after = with_condition(&answers, "outdoors", "much");
        for fit in &before.fits[..6] {
            after.set_reaction(&MATCHER.dataset.catalogue.get(fit.career).id, Reaction::ForMe);
        }
        let (given, after) = (after.clone(), outcome(&after));
        assert_eq!(after.profile, before.profile);
        for fit in &after.fits {
            let alone = before.find_fit(fit.career).expect("a ranked career");
            assert!(fit.band >= alone.band, "{:?} above {:?}", fit.band, alone.band);
        }
        no_surer_places(&drawn(&after, &given), &drawn(&before, &answers), &after, &before);
    }
}

fn drawn(outcome: &Outcome, answers: &Answers) -> Intervals {
    MATCHER.start_intervals(outcome, answers).finish(&MATCHER.metric)
}

/// No more of the first ten are expected to stay than by the questions alone, no place is told to be narrower, and no two
/// careers are told apart by the first alone.
fn no_surer_places(after: &Intervals, before: &Intervals, with: &Outcome, without: &Outcome) {
    let first = |outcome: &Outcome| outcome.fits.iter().take(TEN).map(|fit| fit.career).collect::<Vec<CareerId>>();
    let staying = (after.count_staying(first(with).into_iter()), before.count_staying(first(without).into_iter()));
    assert!(staying.0 <= staying.1 + 1e-9, "{staying:?}");
    for fit in &with.fits {
        let width = |of: &Intervals| of.find_interval(fit.career).map_or(0, |interval| interval.high - interval.low);
        assert!(
            width(after) >= width(before),
            "{:?} {:?}",
            after.find_interval(fit.career),
            before.find_interval(fit.career)
        );
    }
    // whoever stands first by cards alone is in a group with those behind
    let heads = |of: &Intervals, order: &[CareerId]| of.find_groups(&MATCHER.metric, order);
    let order: Vec<CareerId> = without.fits.iter().map(|fit| fit.career).collect();
    assert_eq!(heads(after, &order), heads(before, &order), "what is told apart is told apart by the questions");
}

#[test]
fn training_counts_one_way_only_and_never_more_than_is_said() {
    let answers = somebody(3);
    let before = outcome(&answers);
    let most = MATCHER.dataset.matching.training_loss;
    for (choice, ready) in [("none", 1), ("weeks", 3), ("year", 12), ("three-years", 48)] {
        let after = outcome(&with_condition(&answers, "training", choice));
        for (id, career) in MATCHER.dataset.catalogue.iter() {
            let lost = score(&before, id) - score(&after, id);
            assert!((-1e-9..=most + 1e-9).contains(&lost), "{lost}");
            let needs_more = career.figures.training_months().is_some_and(|months| months > ready);
            assert_eq!(lost > 1e-9, needs_more, "{} at {choice}", career.title);
        }
    }
    for choice in ["any", "no-matter"] {
        assert_eq!(outcome(&with_condition(&answers, "training", choice)).fits, before.fits);
    }
}

#[test]
fn what_the_present_job_took_counts_as_had_in_its_family() {
    let mut nurse = with_condition(&somebody(4), "training", "none");
    let stranger = score(&outcome(&nurse), career("29-1141.00"));
    nurse.set_present_job(Some("29-1141.00".to_string()));
    let after = outcome(&nurse);
    assert!(score(&after, career("29-1141.00")) > stranger);
    let said = after.person.direct().list_contributions(career("29-1141.00"));
    assert!(said.iter().all(|(source, points)| !matches!(source, Source::Condition { .. }) || *points >= 0.0));
}

#[test]
fn a_context_lifts_the_careers_that_have_it_and_no_matter_changes_nothing() {
    let answers = somebody(5);
    let (before, after) = (outcome(&answers), outcome(&with_condition(&answers, "outdoors", "much")));
    let moved = |id: &str| score(&after, career(id)) - score(&before, career(id));
    assert!(moved("19-1032.00") > 0.0 && moved("43-3031.00") < 0.0);
    for condition in &MATCHER.dataset.questionnaire.conditions {
        assert_eq!(outcome(&with_condition(&answers, &condition.id, "no-matter")).fits, before.fits);
    }
}

#[test]
fn a_batch_gives_a_person_the_very_figures_of_a_session() {
    let count = MATCHER.dataset.questionnaire.questions.len();
    for (chance, people) in [(1.0, 30), (0.4, 10)] {
        let mut random = Random::new(9);
        let mut rows: Vec<(Vec<Option<Response>>, Answers)> = Vec::new();
        for person in 0..people {
            let mut answer = || {
                (random.uniform() < chance)
                    .then(|| Response::Value(Rating::nearest(random.uniform().mul_add(5.0, 0.5))))
            };
            let responses = (0..count).map(|_| answer()).collect();
            let mut beside = with_condition(&Answers::default(), "training", ["none", "year", "any"][person % 3]);
            beside = with_condition(&beside, "routine", ["little", "some", "much"][person % 3]);
            beside.set_present_job((person % 2 == 0).then(|| "29-1141.00".to_string()));
            for (at, id) in ["29-1141.00", "15-1252.00", "35-1011.00"].into_iter().enumerate() {
                beside.set_reaction(id, Reaction::CHOICES[(person + at) % 3]);
            }
            rows.push((responses, beside));
        }
        let given: Vec<BatchRow<'_>> =
            rows.iter().map(|(responses, beside)| BatchRow { responses: responses as &Responses, beside }).collect();
        for (row, ranked) in given.iter().zip(Batch::new(&MATCHER, TEN).rank_rows(&given)) {
            let alone = outcome(&row.to_answers());
            for (one, other) in ranked.fits.iter().zip(&alone.fits) {
                assert_eq!((one.career, one.rank, one.band), (other.career, other.rank, other.band));
                assert!((one.score - other.score).abs() < 1e-9);
            }
        }
    }
}

/// Walks the questions to the results with answers by chance; every step that asked something, and the interview.
fn walked(length: Length, seed: u64) -> (Vec<Step>, Interview) {
    let mut random = Random::new(seed);
    let record = SessionRecord { length, ..SessionRecord::default() };
    let mut interview = Interview::new(Arc::clone(&MATCHER), record, true);
    let mut steps = Vec::new();
    while interview.step() != Step::Results {
        let step = interview.step();
        match step {
            Step::Turn(_) => interview.next(),
            Step::Card(_) | Step::Condition(_) => {
                steps.push(step);
                interview.answer([1, 2, 3][random.below(3)], 0).expect("a choice");
            }
            _ => {
                steps.push(step);
                interview.answer([1, 2, 3, 4, 5][random.below(5)], 0).expect("a choice");
            }
        }
    }
    (steps, interview)
}

#[test]
fn questions_cards_and_conditions_stay_within_the_length_promised() {
    let promised = [(Length::Quick, 30, 4, 4), (Length::Standard, 60, 8, 7), (Length::Full, 125, 12, 9)];
    for (length, most, cards, conditions) in promised {
        let (steps, interview) = walked(length, 3);
        assert!(steps.len() <= most && steps.len() + 5 >= most, "{} of {most}", steps.len());
        let count = |of: fn(&Step) -> bool| steps.iter().filter(|step| of(step)).count();
        assert_eq!(count(|step| matches!(step, Step::Card(_))), cards);
        assert_eq!(count(|step| matches!(step, Step::Condition(_))), conditions);
        assert_eq!((interview.cards_seen(), interview.conditions_seen()), (cards, conditions));
        let first = steps.iter().position(|step| matches!(step, Step::Card(_))).expect("a card");
        let parts = steps[..first].iter().filter_map(|step| match step {
            Step::Ask(question) => Some(MATCHER.dataset.questionnaire.question(*question).part.index()),
            _ => None,
        });
        assert_eq!(parts.max(), Some(2), "cards begin after the third part");
        assert_eq!(interview.measure_progress(careerfit::model::PartId(0)).left, 0);
    }
}

#[test]
fn a_third_of_the_cards_come_from_outside_the_top_and_none_twice() {
    let (steps, _) = walked(Length::Full, 5);
    let cards: Vec<CareerId> =
        steps.iter().filter_map(|step| if let Step::Card(career) = step { Some(*career) } else { None }).collect();
    let mut apart = cards.clone();
    apart.sort_unstable();
    apart.dedup();
    assert_eq!(apart.len(), cards.len());
    let families =
        |cards: &[CareerId]| -> Vec<u16> { cards.iter().map(|id| MATCHER.dataset.catalogue.get(*id).family).collect() };
    let outside: Vec<CareerId> = cards.iter().skip(2).step_by(3).copied().collect();
    let mut own = families(&outside);
    own.sort_unstable();
    own.dedup();
    assert_eq!(own.len(), outside.len(), "each from a family of its own");
}

#[test]
fn undo_takes_a_card_and_a_condition_back_and_what_moved_is_known() {
    let (_, mut interview) = walked(Length::Quick, 7);
    let before = interview.evaluate().fits;
    assert!(interview.show_cards());
    let shown = interview.step();
    interview.answer(1, 0).expect("a choice");
    let after = interview.evaluate().fits;
    assert_ne!(after, before);
    let (first, now): (Vec<CareerId>, Vec<CareerId>) = (
        before.iter().take(TEN).map(|fit| fit.career).collect(),
        after.iter().take(TEN).map(|fit| fit.career).collect(),
    );
    let moved = interview.list_change().expect("what moved");
    let came: Vec<CareerId> = now.into_iter().filter(|career| !first.contains(career)).collect();
    assert_eq!(moved.came, came);

    assert!(interview.undo());
    assert_eq!(interview.step(), shown);
    assert_eq!((interview.evaluate().fits, interview.list_change()), (before, None));
}

#[test]
fn a_session_keeps_cards_and_conditions() {
    let mut session = Session { name: "anna".into(), questionnaire: "careerfit-1".into(), ..Session::default() };
    let entry = |career: &str, reaction, at| CardEntry { career: career.to_string(), reaction, at };
    session.record.cards = vec![
        entry("29-1141.00", Reaction::ForMe, 7),
        entry("35-1011.00", Reaction::NotForMe(Some(Objection::Mess)), 8),
        entry("29-1141.00", Reaction::Skipped, 9),
    ];
    session.record.conditions.insert("training".into(), "year".into());
    let text = to_text(&session);
    assert!(text.contains("[[card]]\ncareer = \"35-1011.00\"\nat = 8\nreason = \"mess\"\nreaction = \"not-for-me\""));
    assert!(text.contains("[conditions]\ntraining = \"year\""));
    assert_eq!(from_text(&Text::new("anna.toml", text)), Ok(session));
}

#[test]
fn the_training_question_can_be_left_out_of_the_list() {
    let (_, mut interview) = walked(Length::Quick, 11);
    let said = interview
        .answers()
        .conditions()
        .any(|(place, _)| MATCHER.dataset.questionnaire.conditions[place].figure == Measure::TrainingMonths);
    assert!(said && interview.has_said_training());
    let with = interview.evaluate().fits;
    assert!(!interview.ignores_training());
    interview.ignore_training(true);
    assert!(interview.ignores_training());
    assert_ne!(interview.evaluate().fits, with);
    interview.ignore_training(false);
    assert_eq!(interview.evaluate().fits, with);
}

#[test]
fn the_median_first_fit_of_random_answerers_never_rises_as_answers_get_fewer() {
    const PEOPLE: u64 = 120;
    let questions: Vec<QuestionId> = MATCHER.dataset.questionnaire.iter().map(|(id, _)| id).collect();
    let median = &|count: usize| {
        let first = |seed: u64| {
            let mut random = Random::new(seed);
            let mut order: Vec<(u64, QuestionId)> = questions.iter().map(|id| (random.bits(), *id)).collect();
            order.sort_unstable();
            let values = order
                .into_iter()
                .take(count)
                .map(|(_, id)| (id, Response::Value(Rating::nearest(random.uniform().mul_add(5.0, 0.5)))));
            outcome(&values.collect()).fits.first().map_or(0.0, |fit| fit.score)
        };
        let mut fits: Vec<f64> = (0..PEOPLE).map(first).collect();
        fits.sort_by(f64::total_cmp);
        fits[fits.len() / 2]
    };
    let medians = thread::scope(|scope| {
        let each = [12, 15, 22, 30, 60, 90, 125].map(|count| scope.spawn(move || median(count)));
        each.map(|one| one.join().expect("a median"))
    });
    assert!(medians.windows(2).all(|two| two[0] <= two[1]), "{medians:.2?}");
}

#[test]
fn the_first_cards_are_the_best_of_families_that_no_card_came_from() {
    for seed in 0..6 {
        let answers = somebody(seed);
        let found = outcome(&answers);
        let information = Evidence::of(&MATCHER.metric, &MATCHER.measurement, &answers);
        let family = |career: CareerId| MATCHER.dataset.catalogue.get(career).family;
        let next = |shown: &[CareerId]| choose_next_card(&MATCHER, &information, &answers, shown).expect("a card");

        let first = next(&[]);
        let ranked = || found.fits.iter().map(|fit| fit.career);
        assert_eq!(Some(first), ranked().next(), "the best-fitting career comes first");
        let wanted = ranked().find(|career| family(*career) != family(first)).expect("another family");
        assert_eq!(next(&[first]), wanted);
    }
}

#[test]
fn a_card_from_outside_the_top_is_of_a_family_that_neither_the_first_ten_nor_a_card_before_is_of() {
    for seed in 0..6 {
        let answers = somebody(seed);
        let found = outcome(&answers);
        let information = Evidence::of(&MATCHER.metric, &MATCHER.measurement, &answers);
        let family = |career: CareerId| MATCHER.dataset.catalogue.get(career).family;
        let first: Vec<u16> = found.fits.iter().take(TEN).map(|fit| family(fit.career)).collect();
        // two cards of one family outside the first ten, so that the third is from outside and of neither
        let other = found.fits.iter().rev().find(|fit| !first.contains(&family(fit.career))).expect("a career").career;
        let like = |fit: &&careerfit::model::Fit| family(fit.career) == family(other) && fit.career != other;
        let twin = found.fits.iter().rev().find(like).map_or(found.fits[0].career, |fit| fit.career);
        let third = choose_next_card(&MATCHER, &information, &answers, &[other, twin]).expect("a card");
        assert!(!first.contains(&family(third)) && ![family(other), family(twin)].contains(&family(third)));
    }
}

#[test]
fn what_a_card_moved_is_told_of_the_list_as_it_is_ranked() {
    let (_, mut interview) = walked(Length::Quick, 7);
    interview.apply(Change::Emphasis(Emphasis::Passions));
    interview.ignore_training(true);
    let first = |interview: &Interview| -> Vec<CareerId> {
        interview.evaluate().fits.iter().take(TEN).map(|fit| fit.career).collect()
    };
    for _ in 0..3 {
        let before = first(&interview);
        assert!(interview.show_cards());
        interview.answer(1, 0).expect("a choice");
        let came: Vec<CareerId> = first(&interview).into_iter().filter(|career| !before.contains(career)).collect();
        assert_eq!(interview.list_change().expect("what moved").came, came);
    }
}

#[test]
fn an_undone_card_gives_the_cards_still_to_be_shown_back() {
    let (_, mut interview) = walked(Length::Quick, 7);
    let left = |mut interview: Interview| {
        let mut cards = 0;
        while matches!(interview.step(), Step::Card(_)) {
            interview.answer(2, 0).expect("a choice");
            cards += 1;
        }
        cards
    };
    assert!(interview.show_cards());
    let asked_for = left(interview.clone());
    assert_eq!(asked_for, 4, "so many are shown in one go");
    interview.answer(1, 0).expect("a choice");
    assert!(interview.undo());
    assert_eq!(left(interview), asked_for);
}

#[test]
fn progress_counts_questions_cards_and_conditions() {
    let record = SessionRecord { length: Length::Quick, ..SessionRecord::default() };
    let mut interview = Interview::new(Arc::clone(&MATCHER), record, true);
    let mut said = 0;
    while interview.step() != Step::Results {
        if matches!(interview.step(), Step::Again(_)) {
            interview.next();
            continue;
        }
        match interview.step() {
            Step::Ask(question) => {
                interview.answer(if question.0 % 3 == 0 { 5 } else { 2 }, 1).expect("a choice");
                said += 1;
            }
            Step::Card(_) | Step::Condition(_) => {
                interview.answer(1, 1).expect("a choice");
                said += 1;
            }
            _ => interview.next(),
        }
        assert_eq!(interview.measure_progress(careerfit::model::PartId(0)).asked, said);
    }
    assert!(said > 25 && interview.cards_seen() > 0 && interview.conditions_seen() > 0, "{said}");
}
