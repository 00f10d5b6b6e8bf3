//! The conversation by its promises: when a part ends, what is asked again, what more questions would settle.

use crate::support::{answers, like, matcher, outcome};
use careerfit::assess::{Care, Retest};
use careerfit::content::shipped::load_shipped;
use careerfit::fit::{Evidence, Matcher, Person};
use careerfit::interview::{Change, Interview, Learnt, Quota, Step, choose_question};
use careerfit::model::random::Random;
use careerfit::model::{
    AnswerEntry, Answers, CareerId, Emphasis, Group, Length, PartId, Question, QuestionId, Response, SessionRecord,
    SituationRole,
};
use std::sync::Arc;

/// Seconds between two answers.
const PACE: u64 = 7;

fn begin(matcher: Arc<Matcher>, length: Length) -> Interview {
    Interview::new(matcher, SessionRecord { length, ..SessionRecord::default() }, true)
}

#[test]
fn the_minutes_left_never_go_up_by_themselves() {
    let paces: [fn(u64) -> u64; 4] = [|_| 1, |_| 40, |at| if at < 12 { 1 } else { 30 }, |at| 1 + at * 13 % 90];
    for pace in paces {
        let mut interview = begin(matcher(), Length::Standard);
        let (mut now, mut last, mut count) = (1000, interview.estimate_minutes_left(), 0);
        assert_eq!(last, interview.plan_length(Length::Standard).1, "what is promised is what is counted down from");
        while interview.step() != Step::Results {
            match interview.step() {
                Step::Ask(question) | Step::Again(question) => {
                    now += pace(count);
                    count += 1;
                    interview.answer(nurse(question), now).expect("a choice");
                }
                _ => interview.next(),
            }
            let minutes = interview.estimate_minutes_left();
            assert!(minutes <= last, "{last} min, and after {count} answers {minutes}");
            last = minutes;
        }
        assert_eq!(last, 0);
    }
}

#[test]
fn an_area_is_leaned_towards_only_with_a_yes_to_one_of_its_activities() {
    let matcher = matcher();
    for like in [
        nurse,
        |question: QuestionId| (question.0 * 11 % 5) as u8 + 1,
        |question: QuestionId| 1 + (question.0 % 3) as u8,
    ] {
        let mut interview = begin(Arc::clone(&matcher), Length::Standard);
        while interview.step() != Step::Results {
            match interview.step() {
                Step::Ask(question) | Step::Again(question) => interview.answer(like(question), 1).expect("a choice"),
                _ => interview.next(),
            }
            let mut quoted = Vec::new();
            for leaning in interview.find_leanings() {
                let question = matcher.dataset.questionnaire.question(leaning.quote.question);
                assert!(matcher.dataset.scales.areas[leaning.area].activities.contains(&question.id));
                assert_eq!(
                    interview.answers().get(leaning.quote.question).and_then(Response::value),
                    Some(leaning.quote.value)
                );
                assert!(leaning.quote.value >= 4 && !quoted.contains(&leaning.quote.question), "{}", question.id);
                quoted.push(leaning.quote.question);
            }
        }
    }
}

/// Answers everything as `of` says until the results, and returns the steps.
fn walk(interview: &mut Interview, of: impl Fn(QuestionId) -> u8) -> Vec<Step> {
    let mut steps = Vec::new();
    while interview.step() != Step::Results {
        steps.push(interview.step());
        match interview.step() {
            Step::Ask(question) | Step::Again(question) => {
                interview.answer(of(question), PACE * steps.len() as u64).expect("a choice");
            }
            _ => interview.next(),
        }
    }
    steps
}

fn nurse(question: QuestionId) -> u8 {
    like("29-1141.00")[question.index()].1
}

fn asked(steps: &[Step]) -> usize {
    steps.iter().filter(|step| matches!(step, Step::Ask(_))).count()
}

#[test]
fn a_part_ends_after_four_questions_when_no_question_gains_enough() {
    let mut dataset = load_shipped().expect("the shipped data is whole");
    dataset.matching.stop_below = 1.0;
    // a quick walk: longer ones go on until every area of the map was asked about
    let mut interview = begin(Arc::new(Matcher::new(dataset)), Length::Quick);
    let steps = walk(&mut interview, nurse);
    assert_eq!(asked(&steps), 14, "four of each part, and the two that the last one has");
    assert_eq!(interview.measure_progress(PartId(0)).left, 0);
}

#[test]
fn a_quick_walk_asks_nothing_twice_and_longer_ones_ask_two_to_four_times_again() {
    for (length, wanted) in [(Length::Quick, 0..=0), (Length::Standard, 2..=4), (Length::Full, 2..=4)] {
        let mut interview = begin(matcher(), length);
        let promised = interview.measure_progress(PartId(0)).left;
        let steps = walk(&mut interview, nurse);
        let again: Vec<&Step> = steps.iter().filter(|step| matches!(step, Step::Again(_))).collect();
        assert!(wanted.contains(&again.len()), "{length:?}: {again:?}");
        assert!(asked(&steps) + again.len() <= promised, "{length:?}: more than the {promised} said to be left");
        for step in again {
            let Step::Again(question) = step else { continue };
            let first = steps.iter().position(|shown| *shown == Step::Ask(*question)).expect("asked before");
            let second = steps.iter().position(|shown| shown == step).expect("asked again");
            assert!(second > first + 4, "not while it is fresh in mind");
        }
    }
}

#[test]
fn an_answer_given_again_checks_and_does_not_count() {
    let mut interview = begin(matcher(), Length::Standard);
    let steps = walk(&mut interview, nurse);
    let Some(Step::Again(question)) = steps.iter().find(|step| matches!(step, Step::Again(_))) else {
        panic!("nothing was asked again")
    };
    let matcher = matcher();
    let id = matcher.dataset.questionnaire.question(*question).id.clone();
    let mut record = interview.record().clone();
    assert!(!interview.assess_quality().care.contains(&Care::Changed(1)));
    let other = if nurse(*question) > 3 { 1 } else { 5 };
    let again = record.given.iter_mut().find(|given| given.again && given.question == id).expect("given again");
    again.response = Response::from_choice(other).expect("a choice");
    let changed = Interview::new(Arc::clone(&matcher), record, true);
    assert_eq!(changed.answers().get(*question), interview.answers().get(*question));
    assert!(changed.assess_quality().care.contains(&Care::Changed(1)));
    assert_eq!(changed.assess_quality().look_again, [*question]);
}

#[test]
fn one_answer_at_a_time_tells_what_all_at_once_tell() {
    let matcher = matcher();
    let answers = answers(like("29-1141.00"));
    let mut one_by_one = Evidence::none(&matcher.metric, &matcher.measurement);
    for (question, value) in answers.values() {
        one_by_one.update(&matcher.metric, &matcher.measurement, question, value);
    }
    let at_once = Evidence::of(&matcher.metric, &matcher.measurement, &answers);
    let values = |known: &Evidence| known.explained_variance().iter().flat_map(|parts| *parts).collect::<Vec<f64>>();
    for (one, other) in values(&one_by_one).iter().zip(values(&at_once)) {
        assert!((one - other).abs() < 1e-8, "{one} {other}");
    }
}

#[test]
fn more_questions_are_said_to_settle_two_careers_only_while_they_can() {
    let mut interview = begin(matcher(), Length::Quick);
    walk(&mut interview, nurse);
    let settled = |interview: &Interview| -> Vec<Option<usize>> {
        let fits = interview.evaluate().fits;
        fits.windows(2)
            .take(20)
            .map(|two| interview.count_questions_to_separate(two[0].career, two[1].career))
            .collect()
    };
    let found = settled(&interview);
    assert!(found.iter().flatten().all(|count| (1..=15).contains(count)), "{found:?}");
    assert!(found.iter().any(Option::is_some), "{found:?}");
    let (first, last) = (interview.evaluate().fits[0].career, interview.evaluate().fits[900].career);
    assert_eq!(interview.count_questions_to_separate(first, last), None, "the first and one far down are settled");
    let questionnaire = &interview.matcher().dataset.questionnaire;
    let all = (0..).take(questionnaire.questions.len()).map(QuestionId);
    let answers = all.map(|id| (id, Response::from_choice(nurse(id)).expect("a choice")));
    let given = answers.map(|(id, response)| {
        let question = questionnaire.question(id);
        AnswerEntry { question: question.id.clone(), text: question.hash, response, at: 1, again: false }
    });
    let record = SessionRecord { given: given.collect(), ..SessionRecord::default() };
    let all = Interview::new(matcher(), record, true);
    assert!(settled(&all).iter().all(Option::is_none), "nothing is left to ask");
}

#[test]
fn a_question_never_follows_one_on_the_same_scale() {
    let matcher = matcher();
    let mut interview = begin(Arc::clone(&matcher), Length::Full);
    let steps = walk(&mut interview, nurse);
    let scales: Vec<_> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Ask(question) => matcher.dataset.questionnaire.question(*question).main_scale(),
            _ => None,
        })
        .collect();
    assert!(scales.windows(2).all(|two| two[0] != two[1]));
    let first: std::collections::BTreeSet<_> = scales.iter().take(6).collect();
    assert_eq!(first.len(), 6, "each of the six interests comes once before any comes twice");
}

/// People of several kinds: like a career's people, at random, and somebody who has never had the chance to try most things.
fn kinds_of_people() -> Vec<Box<dyn Fn(QuestionId) -> u8>> {
    let careers = ["29-1141.00", "15-1252.00", "27-1013.00", "47-2031.00", "13-2011.00"];
    let mut kinds: Vec<Box<dyn Fn(QuestionId) -> u8>> = Vec::new();
    for career in careers {
        let own = like(career);
        kinds.push(Box::new(move |question| own[question.index()].1));
    }
    for seed in 1..4 {
        kinds.push(Box::new(move |question| {
            [1, 2, 3, 4, 5][Random::new(seed * 1_000 + u64::from(question.0)).below(5)]
        }));
    }
    kinds.push(Box::new(|question| {
        let skill = matcher().dataset.questionnaire.question(question).id.starts_with("good-at");
        if skill { 0 } else { (question.0 * 7 % 5) as u8 + 1 }
    }));
    kinds
}

#[test]
fn every_area_of_the_map_is_asked_about_twice_by_the_end_of_a_standard_walk() {
    let matcher = matcher();
    for (kind, person) in kinds_of_people().into_iter().enumerate() {
        let mut interview = begin(Arc::clone(&matcher), Length::Standard);
        walk(&mut interview, person);
        let asked = |area: usize| {
            let about = interview.answers().iter().filter(|(id, _)| matcher.on_map(*id) >> area & 1 == 1);
            about.count()
        };
        let areas = matcher.dataset.scales.areas.iter().enumerate();
        let few: Vec<_> = areas.filter(|(at, _)| asked(*at) < 2).map(|(_, area)| &area.name).collect();
        assert!(few.is_empty(), "person {kind}: {few:?} were asked about less than twice");
    }
}

#[test]
fn what_is_asked_is_a_question_of_the_part_and_within_its_quota() {
    let matcher = matcher();
    let information = Evidence::none(&matcher.metric, &matcher.measurement);
    for part in matcher.dataset.questionnaire.part_ids() {
        let quota = Quota::of(&matcher, part, Length::Quick);
        let choice = choose_question(&matcher, &information, &Answers::default(), part, quota).expect("a question");
        assert_eq!(matcher.dataset.questionnaire.question(choice.question).part, part);
        let none = Quota { most: 0, ..quota };
        assert_eq!(choose_question(&matcher, &information, &Answers::default(), part, none), None);
    }
}

#[test]
fn fewer_of_the_first_ten_are_expected_to_stay_after_fewer_answers() {
    let staying = |length| {
        let mut interview = begin(matcher(), length);
        walk(&mut interview, nurse);
        let outcome = interview.evaluate();
        let first = outcome.fits.iter().take(10).map(|fit| fit.career);
        let drawn =
            interview.matcher().start_intervals(&outcome, interview.answers()).finish(&interview.matcher().metric);
        drawn.count_staying(first)
    };
    let (quick, full) = (staying(Length::Quick), staying(Length::Full));
    assert!(0.0 < quick && quick < full && full < 10.0, "{quick} {full}");
}

#[test]
fn neighbours_that_cannot_be_told_apart_stand_in_one_group_and_far_ones_do_not() {
    let mut interview = begin(matcher(), Length::Full);
    walk(&mut interview, nurse);
    let outcome = interview.evaluate();
    let order: Vec<_> = outcome.fits.iter().map(|fit| fit.career).collect();
    let drawn = interview.matcher().start_intervals(&outcome, interview.answers()).finish(&interview.matcher().metric);
    let groups = drawn.find_groups(&interview.matcher().metric, &order);
    assert_eq!((groups.len(), groups[0]), (order.len(), 1));
    assert!(groups.windows(2).all(|two| two[1] == two[0] || two[1] == two[0] + 1), "numbered from the first");
    assert!(groups[..20].windows(2).any(|two| two[0] == two[1]), "some near the top are close: {:?}", &groups[..20]);
    let count = groups[order.len() - 1];
    assert!((3..order.len() / 2).contains(&count), "{count}");
}

#[test]
fn eight_in_ten_repeated_sittings_put_the_first_of_a_group_before_the_next_group() {
    let mut interview = begin(matcher(), Length::Standard);
    walk(&mut interview, nurse);
    let (matcher, outcome) = (interview.matcher(), interview.evaluate());
    let order: Vec<_> = outcome.fits.iter().map(|fit| fit.career).collect();
    let groups = matcher.start_intervals(&outcome, interview.answers()).find_groups(&matcher.metric, &order);
    let retest = Retest::new(&matcher.measurement, &outcome.information.posterior, interview.answers());
    let mut random = Random::new(7);
    let again: Vec<Person> = (0..1_000)
        .map(|_| {
            let noise: Vec<f64> = retest.mean.iter().map(|_| random.normal()).collect();
            let spread = retest.root.multiply(&noise);
            let estimate: Vec<f64> = retest.mean.iter().zip(spread).map(|(mean, spread)| mean + spread).collect();
            outcome.fit_weights.build_person(&estimate).with_direct(outcome.person.direct().clone())
        })
        .collect();
    let share_before = |one: usize, other: usize| {
        let before =
            |person: &&Person| person.score(&matcher.metric, order[one]) > person.score(&matcher.metric, order[other]);
        again.iter().filter(before).count() as f64 / again.len() as f64
    };
    let heads: Vec<usize> = (0..order.len()).filter(|at| *at == 0 || groups[*at] != groups[*at - 1]).collect();
    for (head, next) in heads.iter().zip(&heads[1..]) {
        let (next_group, last_of_own) = (share_before(*head, *next), share_before(*head, *next - 1));
        assert!(next_group > 0.75, "rank {} is put before {} in {next_group}", head + 1, next + 1);
        assert!(last_of_own < 0.85 || *head == *next - 1, "rank {} before {next} in {last_of_own}", head + 1);
    }
}

#[test]
fn a_leading_interest_rated_low_is_the_first_thing_against_a_career() {
    let matcher = matcher();
    let questionnaire = &matcher.dataset.questionnaire;
    let realistic = matcher.dataset.scales.find("interests.realistic").expect("a scale");
    let answer = |(id, question): (QuestionId, &Question)| {
        let low = question.main_scale() == Some(realistic);
        (id.index(), if low { 1 } else { (id.0 * 7 % 5) as u8 + 1 })
    };
    let outcome = outcome(&answers(questionnaire.iter().map(answer)));
    let mut led = 0;
    for fit in &outcome.fits {
        let plain = matcher.standardize(fit.career);
        let leads = Group::Interests.scales().all(|scale| plain[scale] <= plain[realistic]) && plain[realistic] > 0.0;
        let reasons = matcher.explain(&outcome, fit.career);
        let points = outcome.person.compute_contributions(&matcher.metric, fit.career)[realistic];
        if leads && points <= -0.05 {
            led += 1;
            assert_eq!(reasons.against.first().map(|reason| reason.scale), Some(realistic));
        }
    }
    assert!(led > 50, "{led} careers are led by it");
}

#[test]
fn nothing_that_adds_points_is_told_as_speaking_against_a_career() {
    let matcher = matcher();
    for seed in 1..6 {
        let answer = |id: QuestionId| (id.index(), (id.0 * (seed + 5) % 5) as u8 + 1);
        let outcome = outcome(&answers(matcher.dataset.questionnaire.iter().map(|(id, _)| answer(id))));
        for fit in &outcome.fits {
            let against = matcher.explain(&outcome, fit.career).against;
            assert!(against.iter().all(|reason| reason.points < 0.0), "{against:?}");
        }
    }
}

#[test]
fn cards_asked_for_at_the_results_end_with_a_stop() {
    let mut interview = begin(matcher(), Length::Quick);
    walk(&mut interview, nurse);
    assert!(interview.show_cards(), "there are cards to show");
    interview.stop();
    let asked = |mut interview: Interview| {
        interview.set_length(Length::Full);
        assert!(interview.resume(), "more questions are open");
        walk(&mut interview, nurse)
    };
    let opened_again = Interview::new(matcher(), interview.record().clone(), true);
    assert_eq!(asked(interview), asked(opened_again), "the same as whoever comes back on another day");
}

#[test]
fn each_answer_to_a_question_asked_again_leaves_one_less() {
    let mut interview = begin(matcher(), Length::Full);
    let mut again = 0;
    while interview.step() != Step::Results {
        let (step, left) = (interview.step(), interview.count_left());
        match step {
            Step::Ask(question) | Step::Again(question) => interview.answer(nurse(question), 1).expect("a choice"),
            _ => interview.next(),
        }
        if matches!(step, Step::Again(_)) {
            again += 1;
            assert_eq!(interview.count_left() + 1, left, "after {step:?}");
        }
    }
    assert!(again > 0 && interview.count_left() == 0);
}

#[test]
fn areas_are_liked_as_the_answers_to_them_lead_one_to_expect_and_leaned_towards_where_more_is_liked_than_not() {
    let matcher = matcher();
    let mut interview = begin(Arc::clone(&matcher), Length::Standard);
    assert!(interview.measure_likings().is_empty() && interview.find_leanings().is_empty(), "nothing was answered");
    walk(&mut interview, nurse);

    let (questionnaire, posterior) = (&matcher.dataset.questionnaire, &interview.information().posterior);
    let activities = |area: usize| matcher.dataset.scales.areas[area].activities.iter();
    let known = |area| activities(area).filter_map(|id| questionnaire.find(id)).collect::<Vec<QuestionId>>();
    let value = |question: &QuestionId| interview.answers().get(*question).and_then(Response::value);
    let liking = |area: usize| {
        let known = known(area);
        known.iter().map(|question| posterior.predict_measure(&matcher.measurement, *question)).sum::<f64>()
            / known.len() as f64
    };

    let likings = interview.measure_likings();
    assert!(likings.windows(2).all(|two| two[0].1 >= two[1].1), "the most liked first");
    for area in 0..matcher.dataset.scales.areas.len() {
        let found = likings.iter().find(|(of, _)| *of == area).map(|(_, liking)| *liking);
        assert_eq!(found.is_some(), known(area).iter().any(|question| value(question).is_some()));
        assert!(found.is_none_or(|found| (found - liking(area)).abs() < 1e-9));
    }

    let leanings = interview.find_leanings();
    assert_eq!(leanings.len(), 3, "{likings:?}");
    for leaning in leanings {
        let said: Vec<i32> = known(leaning.area).iter().filter_map(value).map(|said| i32::from(said) - 3).collect();
        assert!(leaning.liking > 0.1 && said.iter().sum::<i32>() > 0, "{said:?}");
    }
}

#[test]
fn every_step_is_found_again_by_the_id_that_a_session_keeps() {
    let matcher = matcher();
    let dataset = &matcher.dataset;
    let questionnaire = &dataset.questionnaire;
    let mut steps = vec![Step::Leave, Step::Goals, Step::Sliders, Step::Results, Step::Card(CareerId(7))];
    steps.extend((0..questionnaire.situation.len()).map(Step::Situation));
    steps.extend((0..questionnaire.conditions.len()).map(Step::Condition));
    steps.extend((0..questionnaire.pairs.len()).map(Step::Pair));
    steps.extend(questionnaire.part_ids().map(Step::Turn));
    steps.extend(questionnaire.iter().flat_map(|(id, _)| [Step::Ask(id), Step::Again(id)]));
    for step in steps {
        assert_eq!(Step::from_id(&step.id(dataset), dataset), Some(step), "{}", step.id(dataset));
    }
    assert_eq!(Step::from_id("no-such-step", dataset), None);
}

#[test]
fn a_question_has_its_number_within_the_part_when_it_comes_and_when_one_goes_back_to_it() {
    let mut interview = begin(matcher(), Length::Standard);
    interview.next();
    for number in 1..=9 {
        let Step::Ask(question) = interview.step() else { panic!("{:?}", interview.step()) };
        assert_eq!(interview.measure_progress(PartId(0)).number, number);
        interview.answer(nurse(question), 1).expect("a choice");
    }
    for number in (1..=9).rev() {
        assert!(interview.back());
        assert_eq!(interview.measure_progress(PartId(0)).number, number, "gone back");
    }
}

#[test]
fn only_what_was_chosen_in_the_situation_is_known_of_the_person() {
    let roles = [SituationRole::NeedsPaySoon, SituationRole::WantsOut];
    let fresh = begin(matcher(), Length::Quick);
    assert!(roles.iter().all(|role| !fresh.says(*role)));

    let situation = [("pay".to_string(), "now".to_string())].into();
    let record = SessionRecord { situation, ..SessionRecord::default() };
    let needs_pay = Interview::new(matcher(), record, true);
    assert_eq!(roles.map(|role| needs_pay.says(role)), [true, false]);
}

#[test]
fn cards_asked_for_are_shown_at_once() {
    let mut interview = begin(matcher(), Length::Quick);
    walk(&mut interview, nurse);
    assert!(interview.show_cards() && matches!(interview.step(), Step::Card(_)), "{:?}", interview.step());
}

#[test]
fn the_situation_is_asked_whole_and_only_who_wants_out_says_what_to_leave() {
    let matcher = matcher();
    let questionnaire = &matcher.dataset.questionnaire;
    let choices =
        questionnaire.situation.iter().flat_map(|asked| asked.choices.iter().map(move |choice| (asked, choice)));
    let mut wanting_out = 0;

    for (asked, chosen) in choices {
        let mut interview = Interview::new(Arc::clone(&matcher), SessionRecord::default(), false);
        let mut steps = Vec::new();
        while !matches!(interview.step(), Step::Goals) {
            assert!(steps.len() < 10, "{steps:?}");
            steps.push(interview.step());
            if matches!(interview.step(), Step::Situation(at) if questionnaire.situation[at].id == asked.id) {
                interview.apply(Change::Situation { question: asked.id.clone(), choice: chosen.id.clone() });
            }
            interview.next();
        }

        let wants_out = chosen.roles.contains(&SituationRole::WantsOut);
        wanting_out += usize::from(wants_out);
        let leave = steps.iter().position(|step| *step == Step::Leave);
        assert_eq!(leave.is_some(), wants_out, "{}: {steps:?}", chosen.label);
        let before = leave.and_then(|at| steps.get(at.checked_sub(1)?));
        let is_asked = |step: &Step| matches!(step, Step::Situation(at) if questionnaire.situation[*at].id == asked.id);
        assert!(before.is_none_or(is_asked), "what to leave comes right after the answer that says so: {steps:?}");
        let all = (0..questionnaire.situation.len()).map(Step::Situation);
        assert!(all.into_iter().all(|step| steps.contains(&step)), "{}: {steps:?}", chosen.label);
        assert_eq!(steps.len(), questionnaire.situation.len() + usize::from(wants_out));
    }
    assert!(wanting_out > 0, "no choice wants out, so this shows nothing");
}

#[test]
fn areas_are_told_at_the_first_turn_and_careers_from_the_third_part_on() {
    let matcher = matcher();
    let mut interview = begin(Arc::clone(&matcher), Length::Full);
    walk(&mut interview, nurse);
    assert!(matches!(interview.summarise(PartId(1)), Learnt::Areas(areas) if !areas.is_empty()));
    for part in [2, 3] {
        let Learnt::Careers(careers) = interview.summarise(PartId(part)) else { panic!("no careers at part {part}") };
        let first = interview.evaluate().fits[0].career;
        assert_eq!(careers.first(), Some(&first), "the best fit stands first");
    }
}

#[test]
fn what_counts_most_is_what_the_list_of_an_interview_goes_by() {
    let matcher = matcher();
    let mut interview = begin(Arc::clone(&matcher), Length::Full);
    walk(&mut interview, |question| (question.0 * 7 % 5) as u8 + 1);
    for emphasis in Emphasis::ALL {
        interview.apply(Change::Emphasis(emphasis));
        let wanted = matcher.evaluate(&interview.counted_answers(), emphasis).fits;
        assert_eq!(interview.evaluate().fits, wanted, "{emphasis:?}");
    }
}

#[test]
fn how_many_questions_would_settle_two_careers_does_not_hang_on_which_is_named_first() {
    let matcher = matcher();
    let mut interview = begin(Arc::clone(&matcher), Length::Quick);
    walk(&mut interview, nurse);
    let fits = interview.evaluate().fits;
    for (one, other) in [(0, 1), (0, 4), (2, 30), (5, 200), (0, 900)] {
        let (one, other) = (fits[one].career, fits[other].career);
        assert_eq!(
            interview.count_questions_to_separate(one, other),
            interview.count_questions_to_separate(other, one)
        );
    }
}
