//! Where answers point: few groups of careers that hold together, each told from an answer of the person's own.

use crate::support::{answers, like, matcher, outcome};
use careerfit::fit::{TWINS, compute_likeness};
use careerfit::model::random::Random;
use careerfit::model::{Answers, CareerId, Direction, DirectionName, DrawnBy, QuestionId, Reaction, Response};
use careerfit::report::telling;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Somebody with what draws either of two careers' people.
fn both(one: &str, other: &str) -> Answers {
    answers(like(one).into_iter().zip(like(other)).map(|((question, a), (_, b))| (question, a.max(b))))
}

/// Somebody who enjoys and is drawn to one career and is good at another.
fn split(enjoys: &str, good_at: &str) -> Answers {
    let questionnaire = &matcher().dataset.questionnaire;
    answers(like(enjoys).into_iter().zip(like(good_at)).map(|((question, a), (_, b))| {
        (question, if questionnaire.questions[question].id.starts_with("good-at") { b } else { a })
    }))
}

fn directions(answers: &Answers) -> Vec<Direction> {
    outcome(answers).directions
}

fn ids(direction: &Direction) -> Vec<String> {
    direction.careers.iter().map(|career| matcher().dataset.catalogue.get(*career).id.clone()).collect()
}

/// Whether a direction holds a career of a family, by the first two digits of its code.
fn holds(direction: &Direction, family: &str) -> bool {
    ids(direction).iter().any(|id| id.starts_with(family))
}

/// Answers at random, as many as there are questions.
fn clicker(random: &mut Random) -> Answers {
    answers(
        (0..matcher().dataset.questionnaire.questions.len())
            .map(|question| (question, [1, 2, 3, 4, 5][random.below(5)])),
    )
}

#[test]
fn a_clear_cut_person_has_one_direction_that_names_their_own_career() {
    for (career, family) in [("29-1141.00", "29-"), ("25-2021.00", "25-"), ("15-1252.00", "15-"), ("27-1024.00", "27-")]
    {
        let found = directions(&answers(like(career)));
        assert!(!found.is_empty(), "{career} has a direction");
        assert!(holds(&found[0], family), "{career}: {:?}", ids(&found[0]));
    }
}

#[test]
fn no_direction_is_told_that_the_list_below_would_contradict() {
    let among_first = |answers: &Answers| {
        let outcome = outcome(answers);
        let first: BTreeSet<_> = outcome.fits.iter().take(100).map(|fit| fit.career).collect();
        outcome.directions.iter().all(|one| one.careers.iter().any(|career| first.contains(career)))
    };
    let mut random = Random::new(5);
    assert!((0..200).all(|_| among_first(&clicker(&mut random))), "of people at random");
    let catalogue = &matcher().dataset.catalogue;
    let careers: Vec<String> = catalogue.careers().iter().step_by(23).map(|career| career.id.clone()).collect();
    let pairs = careers.iter().zip(careers.iter().rev());
    assert!(pairs.into_iter().all(|(one, other)| among_first(&both(one, other))), "of people drawn two ways");
}

#[test]
fn a_poet_who_loves_figures_gets_a_direction_for_each_and_not_only_the_middle() {
    let found = directions(&both("27-3043.05", "15-2011.00"));
    let poet = found.iter().position(|one| ids(one).contains(&"27-3043.05".to_string()));
    let actuary = found.iter().position(|one| ids(one).contains(&"15-2011.00".to_string()));
    assert!(poet.is_some() && actuary.is_some() && poet != actuary, "{:#?}", found.iter().map(ids).collect::<Vec<_>>());
}

#[test]
fn a_direction_called_after_a_family_has_examples_of_that_family() {
    let dataset = &matcher().dataset;
    let catalogue = &dataset.catalogue;
    let mut mixed = 0;
    for career in catalogue.careers().iter().step_by(9) {
        for one in directions(&answers(like(&career.id))) {
            let DirectionName::Family(family) = one.name else { continue };
            let is_member = |career: &CareerId| catalogue.get(*career).family == family;
            let members: BTreeSet<&str> =
                one.careers.iter().filter(|c| is_member(c)).map(|c| catalogue.get(*c).title.as_str()).collect();
            let examples = telling::list_direction_examples(dataset, &one);
            let told = examples.iter().filter(|title| members.contains(*title)).count();
            assert_eq!(told, members.len().min(examples.len()), "{examples:?} of {members:?}");
            mixed += usize::from(one.careers.iter().take(3).any(|first| catalogue.get(*first).family != family));
        }
    }
    assert!(mixed > 0, "no direction here has another family among its first careers, so this shows nothing");
}

#[test]
fn two_unrelated_strong_interests_each_get_a_direction() {
    for (one, other) in [("19-2011.00", "27-2042.00"), ("27-1024.00", "13-2011.00")] {
        let found = directions(&both(one, other));
        let of = |code: &str| found.iter().position(|direction| holds(direction, &code[..3]));
        assert!(
            of(one).is_some() && of(other).is_some(),
            "{one} {other}: {:#?}",
            found.iter().map(ids).collect::<Vec<_>>()
        );
    }
}

#[test]
fn where_enjoying_and_being_good_at_part_both_are_shown_and_told_apart() {
    let found = directions(&split("27-1013.00", "49-3023.00"));
    let enjoyed = found.iter().find(|one| holds(one, "27-")).expect("art is enjoyed");
    let good_at = found.iter().find(|one| holds(one, "49-")).expect("mending is done well");
    assert_eq!(good_at.drawn_by, DrawnBy::BeingGood);
    assert_ne!(enjoyed.drawn_by, DrawnBy::BeingGood);
    let alone = directions(&answers(like("49-3023.00")));
    assert!(alone.iter().all(|one| one.drawn_by == DrawnBy::Both), "nothing parts where both agree");
}

/// The careers that directions name.
fn named(answers: &Answers) -> BTreeSet<String> {
    directions(answers).iter().flat_map(ids).collect()
}

#[test]
fn directions_name_no_career_that_was_said_not_to_be_for_one() {
    let mut given = answers(like("29-1141.00"));
    let refused = ids(&directions(&given)[0])[1].clone();
    given.set_reaction(&refused, Reaction::NotForMe(None));
    assert!(!directions(&given).is_empty() && !named(&given).contains(&refused), "{refused}");
}

#[test]
fn directions_name_rather_a_career_that_was_said_to_be_for_one() {
    let given = answers(like("29-1141.00"));
    let before = named(&given);
    let catalogue = &matcher().dataset.catalogue;
    let first = outcome(&given).fits.into_iter().take(20).map(|fit| catalogue.get(fit.career).id.clone());
    let comes = |id: &String| {
        let mut said = given.clone();
        said.set_reaction(id, Reaction::ForMe);
        named(&said).contains(id)
    };
    assert!(first.filter(|id| !before.contains(id)).any(|id| comes(&id)));
}

#[test]
fn nine_of_ten_who_answer_at_random_are_shown_no_direction() {
    let mut random = Random::new(11);
    let shown = (0..200).filter(|_| !directions(&clicker(&mut random)).is_empty()).count();
    assert!(shown <= 30, "{shown} of 200");
}

#[test]
fn one_answer_a_step_off_hardly_moves_the_directions() {
    let careers = ["29-1141.00", "47-2031.00", "15-1252.00", "13-2011.00", "25-2021.00", "27-1024.00", "33-3051.00"];
    let mut random = Random::new(5);
    let (mut kept, mut all) = (0, 0);
    for career in careers {
        let person = like(career);
        let before = directions(&answers(person.clone()));
        for _ in 0..20 {
            let mut other = person.clone();
            let at = random.below(other.len());
            other[at].1 = if other[at].1 < 3 { other[at].1 + 1 } else { other[at].1 - 1 };
            let after = directions(&answers(other));
            let stays = |one: &&Direction| {
                after.iter().any(|new| new.careers.iter().filter(|c| one.careers.contains(c)).count() >= 2)
            };
            kept += before.iter().filter(stays).count();
            all += before.len();
        }
    }
    assert!(kept * 100 >= all * 90, "{kept} of {all} stay");
}

#[test]
fn no_direction_is_called_after_what_one_would_rather_not_do() {
    let matcher = matcher();
    let dataset = &matcher.dataset;
    let text = std::fs::read_to_string("tests/people/dislikes-finding-out.csv").expect("a person");
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let cells = rows[0].iter().zip(&rows[1]).skip(1);
    let given: Answers = cells
        .map(|(id, value)| {
            let value = value.parse().expect("a number");
            (dataset.questionnaire.find(id).expect("a question"), Response::from_choice(value).expect("a choice"))
        })
        .collect();

    let found = directions(&given);
    let called = found.iter().filter_map(|one| match one.name {
        DirectionName::Area(area) => Some(dataset.scales.areas[area].name.as_str()),
        DirectionName::Family(_) => None,
    });
    let called: Vec<&str> = called.collect();
    assert!(!called.is_empty() && !called.contains(&"Find things out"), "{called:?}");
}

#[test]
fn the_job_to_start_with_fits_best_of_those_that_take_people_on_within_weeks() {
    let matcher = matcher();
    let catalogue = &matcher.dataset.catalogue;
    let mut found = 0;
    for id in ["29-1141.00", "47-2031.00", "35-1011.00", "53-3032.00", "41-2031.00"] {
        let outcome = outcome(&answers(like(id)));
        for direction in &outcome.directions {
            let begun = direction.careers.iter().filter(|career| catalogue.get(**career).starts_within_weeks());
            let rungs = direction.careers.iter().flat_map(|career| &catalogue.get(*career).rungs);
            let fit = |career: &CareerId| outcome.person.score(&matcher.metric, *career);
            let best = begun.chain(rungs).map(fit).filter(|fit| *fit > 0.0).max_by(f64::total_cmp);
            assert_eq!(direction.start.as_ref().map(fit), best, "{id}");
            found += usize::from(best.is_some());
        }
    }
    assert!(found > 2, "{found} directions have a job to start with");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_is_answered_directions_keep_their_promises(values in proptest::collection::vec(0_u8..=9, matcher().dataset.questionnaire.questions.len())) {
        let given: Answers = (0..).zip(&values).filter(|(_, value)| **value <= 5)
            .map(|(question, value)| (QuestionId(question), Response::from_choice(*value).expect("a choice"))).collect();
        let found = outcome(&given);
        prop_assert!(found.directions.len() <= 4);
        prop_assert_eq!(&found.directions, &outcome(&given).directions, "the same answers, the same directions");
        let names: BTreeSet<String> = found.directions.iter().map(|one| format!("{:?}", one.name)).collect();
        prop_assert_eq!(names.len(), found.directions.len(), "no two are called alike");
        let mut seen = BTreeSet::new();
        for one in &found.directions {
            prop_assert!(one.careers.len() >= 2 && one.careers.len() <= 6 && one.centre == one.careers[0]);
            prop_assert!(!one.quotes.is_empty() && one.quotes.len() <= 2);
            for quote in &one.quotes {
                prop_assert!(quote.value >= 4 && given.get(quote.question).and_then(Response::value) == Some(quote.value));
            }
            for (at, career) in one.careers.iter().enumerate() {
                prop_assert!(!matcher().dataset.catalogue.get(*career).is_later_step());
                prop_assert!(seen.insert(*career), "a career stands in one direction");
                let twin = one.careers[..at].iter().any(|other| compute_likeness(matcher().whitening(), *other, *career) > TWINS);
                prop_assert!(!twin, "near twins are one example");
            }
            prop_assert!((0.0..=1.0).contains(&one.stays));
            prop_assert!(one.start.is_none_or(|start| matcher().dataset.catalogue.get(start).starts_within_weeks()));
            match one.name {
                DirectionName::Area(area) => prop_assert!(area < matcher().dataset.scales.areas.len()),
                DirectionName::Family(family) => prop_assert!(usize::from(family) < matcher().dataset.catalogue.families().len()),
            }
        }
    }
}

#[test]
fn a_direction_begins_with_a_job_of_its_own_careers_or_a_rung_to_one() {
    let matcher = matcher();
    let catalogue = &matcher.dataset.catalogue;
    let kinds = ["29-1141.00", "15-1252.00", "27-1013.00", "47-2031.00", "13-2011.00", "35-1011.00", "53-3032.00"];
    for (enjoys, good_at) in kinds.iter().flat_map(|one| kinds.iter().map(move |other| (one, other))) {
        for direction in directions(&split(enjoys, good_at)) {
            let own = |start: CareerId| {
                let rung = |career: &CareerId| *career == start || catalogue.get(*career).rungs.contains(&start);
                direction.careers.iter().any(rung)
            };
            assert!(direction.start.is_none_or(own), "{enjoys} {good_at}: {:?}", ids(&direction));
            if let DirectionName::Family(family) = direction.name {
                let members = direction.careers.iter().filter(|career| catalogue.get(**career).family == family);
                assert!(2 * members.count() >= direction.careers.len(), "{enjoys} {good_at}: {:?}", ids(&direction));
            }
        }
    }
}
