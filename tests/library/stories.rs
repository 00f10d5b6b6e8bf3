//! People whose answers the engine must serve well, from answers to what they are shown.

use crate::support::{answers, like, matcher, outcome};
use careerfit::fit::{find_hints, find_ways_out};
use careerfit::model::{AnswerEntry, Answers, Rating, Response, SessionRecord, Verdict};

/// Titles of the first careers.
fn titles(result: &careerfit::fit::Outcome, count: usize) -> Vec<String> {
    let matcher = matcher();
    result.fits.iter().take(count).map(|fit| matcher.dataset.catalogue.get(fit.career).title.clone()).collect()
}

fn part_of(question: usize) -> String {
    let questionnaire = &matcher().dataset.questionnaire;
    questionnaire.part(questionnaire.questions[question].part).id.clone()
}

#[test]
fn a_pupil_who_never_had_the_chance_sees_no_untried_skill_held_against_them() {
    let untried = |question: usize| part_of(question) == "good-at" && question * 13 % 20 < 13;
    let pupil = |mark: u8| {
        like("27-1024.00").into_iter().map(move |(question, value)| {
            let skipped = !untried(question) && question % 3 == 0;
            (
                question,
                if untried(question) {
                    mark
                } else if skipped {
                    9
                } else {
                    value
                },
            )
        })
    };
    let (with_untried, with_skips) = (outcome(&answers(pupil(0))), outcome(&answers(pupil(9))));
    assert_eq!(with_untried.fits, with_skips.fits);
    let matcher = matcher();
    for fit in &with_untried.fits {
        let reasons = matcher.explain(&with_untried, fit.career);
        assert_eq!(reasons, matcher.explain(&with_skips, fit.career));
        for reason in reasons.speaks_for.iter().chain(&reasons.against) {
            let asked = matcher.dataset.questionnaire.iter().find(|(_, q)| q.main_scale() == Some(reason.scale));
            assert!(asked.is_some_and(|(id, _)| !untried(id.index())) || reason.scale.index() < 6);
        }
    }
}

#[test]
fn a_nurse_who_wants_out_and_is_drawn_to_design_is_shown_no_nursing_further_away() {
    let (nurse, designer) = (like("29-1141.00"), like("27-1024.00"));
    let person: Vec<(usize, u8)> = nurse
        .into_iter()
        .zip(designer)
        .map(|((question, as_nurse), (_, as_designer))| {
            let scale = matcher().dataset.questionnaire.questions[question].main_scale();
            let drawn = scale.is_some_and(|s| {
                ["subjects.design", "subjects.fine-arts"].contains(&matcher().dataset.scales.get(s).id.as_str())
            });
            let value = if part_of(question) == "enjoy" || drawn { as_designer } else { as_nurse };
            (question, value)
        })
        .collect();
    let matcher = matcher();
    let present = matcher.dataset.catalogue.find("29-1141.00").expect("a shipped career");
    let before = outcome(&answers(person.iter().copied()));
    let ways = find_ways_out(&matcher, &before, present, 10);
    assert_eq!(ways.further.len(), 10);
    for way in &ways.further {
        let career = matcher.dataset.catalogue.get(way.fit.career);
        let health = career.id.starts_with("29-") || career.id.starts_with("31-");
        let nurse = career
            .title
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.starts_with("nurs") && !word.starts_with("nursery"));
        assert!(!health && !nurse, "{}", career.title);
        assert!(!way.brings.is_empty() || !way.learns.is_empty(), "{} says nothing", career.title);
    }
    assert_eq!(outcome(&answers(person)).fits, before.fits, "looking at ways out changes no list");
}

#[test]
fn somebody_who_dislikes_everything_gets_no_list_and_after_the_pairs_families() {
    let matcher = matcher();
    let questionnaire = &matcher.dataset.questionnaire;
    let dislikes: Answers = questionnaire
        .iter()
        .map(|(id, q)| (id, Response::Value(if q.is_reversed() { Rating::HIGHEST } else { Rating::LOWEST })))
        .collect();
    let result = outcome(&dislikes);
    assert_eq!(result.verdict, Verdict::NoDirection);
    assert!(result.fits.is_empty());
    let mut record = SessionRecord::default();
    assert!(find_hints(&matcher, &record).is_empty());
    for pair in &questionnaire.pairs {
        let artistic = |loads: &[careerfit::model::Loading]| loads.iter().any(|load| load.scale.index() == 2);
        let value = if artistic(&pair.a.loads) {
            1
        } else if artistic(&pair.b.loads) {
            2
        } else {
            0
        };
        let (question, response) = (pair.id.clone(), Response::from_choice(value).expect("a choice"));
        record.given.push(AnswerEntry { question, text: pair.hash, response, at: 0, again: false });
    }
    let families = find_hints(&matcher, &record);
    assert_eq!(families[0], "Arts, design, media and sport", "{families:?}");
    assert!(!families.contains(&"Food and serving"), "{families:?}");
}

#[test]
fn somebody_who_likes_everything_gets_the_list_of_one_less_on_everything() {
    let likes: Vec<(usize, u8)> =
        like("19-2012.00").into_iter().map(|(question, value)| (question, value.max(2))).collect();
    let less = likes.iter().map(|(question, value)| (*question, value - 1));
    assert_eq!(outcome(&answers(likes.clone())).fits, outcome(&answers(less)).fits);
}

#[test]
fn somebody_who_likes_only_animals_is_not_sent_to_slaughter_them() {
    let questionnaire = &matcher().dataset.questionnaire;
    let animals = ["enjoy-horse-hooves", "passions-living-things"];
    let person =
        questionnaire.iter().filter(|(_, question)| !question.id.starts_with("good-at")).map(|(id, question)| {
            let value = if animals.contains(&question.id.as_str()) {
                5
            } else if question.id.starts_with("you") {
                3
            } else {
                1
            };
            (id.index(), value)
        });
    let first = titles(&outcome(&answers(person)), 10);
    assert!(!first.iter().any(|title| title.contains("Slaughter")), "{first:?}");
}
