//! What is said on why a career fits adds up, says where it comes from, and is what other commands say.

use crate::run::Home;
use crate::support::{answers, like, matcher, outcome};
use careerfit::fit::Outcome;
use careerfit::model::random::Random;
use careerfit::model::{Answers, Band, CareerId, Condition, Fit, Reaction};
use careerfit::report;
use careerfit::report::outline::{Block, Section, Side};
use careerfit::report::telling::{self, Told};
use serde_json::Value;

/// People who know well what they like and can do, with their answers.
const PEOPLE: &str = include_str!("../people/clear-cut.csv");

/// Every so many of them, by name.
fn clear_cut(every: usize) -> Vec<(String, Answers)> {
    let mut rows = csv::Reader::from_reader(PEOPLE.as_bytes());
    let head = rows.headers().expect("a head").clone();
    let person = |row: csv::StringRecord| {
        let asked = |column: &str| matcher().dataset.questionnaire.find(column);
        let given =
            head.iter().zip(&row).filter_map(|(column, cell)| Some((asked(column)?.index(), cell.parse().ok()?)));
        (row[0].to_string(), answers(given))
    };
    rows.records().map(|row| person(row.expect("a row"))).step_by(every).collect()
}

fn explained(given: &Answers, career: CareerId) -> Value {
    let outcome = outcome(given);
    serde_json::from_str(&report::write_explained(&matcher(), &outcome, given, &[], career)).expect("JSON")
}

#[test]
fn an_explained_place_lies_within_its_interval() {
    let mut outside = None;
    for (name, given) in clear_cut(3) {
        let outcome = outcome(&given);
        let first: Vec<_> = outcome.fits.iter().take(10).collect();
        let drawn = matcher()
            .start_intervals(&outcome, &given)
            .limit_to(first.iter().map(|fit| fit.career))
            .finish(&matcher().metric);
        for fit in first {
            let interval = drawn.find_interval(fit.career).expect("it was wanted");
            let told = explained(&given, fit.career);
            let (low, high) = (&told["rank_low"], &told["rank_high"]);
            assert!(low.as_u64() <= told["rank"].as_u64() && told["rank"].as_u64() <= high.as_u64(), "{name}: {told}");
            if interval.extend_to(fit.rank) != interval {
                outside.get_or_insert((name.clone(), fit.career, interval, fit.rank));
            }
        }
    }

    let (name, career, interval, rank) = outside.expect("somebody stands before their interval");
    let home = Home::new();
    home.write("people.csv", PEOPLE);
    let says =
        home.run(&["explain", "people.csv", &matcher().dataset.catalogue.get(career).id, "--person", &name], "").out;
    let told = says.split_whitespace().collect::<Vec<_>>().join(" ");
    let between = report::telling::describe_interval(interval.extend_to(rank));
    assert!(told.contains(&report::to_sentence(&between)), "{says}");
}

/// Answers to like questions that are as far apart as they can be.
fn torn() -> Answers {
    let all = matcher().dataset.questionnaire.questions.len();
    answers((0..all).map(|question| (question, if question % 2 == 0 { 5 } else { 1 })))
}

#[test]
fn an_explanation_says_why_it_is_to_be_read_with_care_as_the_ranking_does() {
    let given = torn();
    assert!(outcome(&given).disagree, "such answers disagree");
    let ids =
        given.values().map(|(question, value)| (matcher().dataset.questionnaire.question(question).id.clone(), value));
    let home = Home::new();
    home.write("torn.csv", crate::run::csv("torn", &ids.collect::<Vec<_>>()));
    home.write("few.csv", crate::run::csv("few", &crate::run::somebody()[..13]));

    for (file, said) in [("torn.csv", "read with care: "), ("few.csv", "every career is a first hint")] {
        let ranked = home.run(&["score", file, "--format", "json", "--reasons"], "").out;
        let ranked: Value = serde_json::from_str(&ranked).expect("JSON");
        let json = home.run(&["explain", file, "nurse", "--format", "json"], "").out;
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let notes: Vec<&str> = json["notes"].as_array().expect("notes").iter().filter_map(Value::as_str).collect();
        let says = home.run(&["explain", file, "nurse"], "").out;
        let says = says.split_whitespace().collect::<Vec<_>>().join(" ");

        assert!(notes.iter().any(|note| note.contains(said)), "{file}: {notes:?}");
        for note in notes {
            assert!(ranked["notes"].as_array().expect("notes").iter().any(|known| known == note), "{file}: {note}");
            assert!(says.contains(&report::to_sentence(note)), "{file}: {note}: {says}");
        }
    }
}

/// The contributions of a list.
fn sum(told: &Value) -> f64 {
    told.as_array().expect("a list").iter().filter_map(|one| one["contribution"].as_f64()).sum()
}

#[test]
fn all_that_an_explanation_lists_adds_up_to_the_fit() {
    let mut idle = 0;
    for (name, given) in clear_cut(4) {
        let outcome = outcome(&given);
        let (first, last) = (outcome.fits.iter().take(3), outcome.fits.iter().rev().take(2));
        for career in first.chain(last).map(|fit| fit.career) {
            let told = explained(&given, career);
            let listed = ["direct", "speaks_for", "against", "idle"].map(|list| sum(&told[list])).iter().sum::<f64>();
            let (all, fit) = (listed + told["others"].as_f64().expect("points"), told["fit"].as_f64().expect("points"));
            let from = told["others_from"].as_object().expect("points").values().filter_map(Value::as_f64).sum::<f64>();
            assert!((told["others"].as_f64().expect("points") - from).abs() < 1e-5, "{name}: {told}");
            assert!((all - fit).abs() < 1e-4, "{name}: {all} is not {fit}: each is rounded to a millionth\n{told}");
            idle += told["idle"].as_array().expect("a list").len();
        }
    }
    assert!(idle > 0, "something lies idle");
}

/// Like somebody of a career, but with a 5 nearly everywhere: what they like less than most is a 4.
fn keen(career: &str) -> Answers {
    answers(like(career).into_iter().map(|(question, value)| (question, if value < 3 { 4 } else { 5 })))
}

#[test]
fn a_direction_quotes_no_answer_that_is_one_of_the_persons_lowest() {
    let part = |question| matcher().dataset.questionnaire.question(question).part;
    let all = matcher().dataset.questionnaire.questions.len();
    let mut random = Random::new(3);
    let mut at_random = || answers((0..all).map(|question| (question, if random.below(6) == 0 { 4 } else { 5 })));
    let some = ["29-1141.00", "15-1252.00", "47-2031.00", "13-2011.00", "27-1024.00", "45-2092.00"].map(keen);

    let mut quoted = 0;
    for given in some.into_iter().chain((0..60).map(|_| at_random())) {
        for quote in outcome(&given).directions.iter().flat_map(|one| &one.quotes) {
            let own: Vec<u8> =
                given.values().filter(|(of, _)| part(*of) == part(quote.question)).map(|(_, value)| value).collect();
            let mean = own.iter().copied().map(f64::from).sum::<f64>() / own.len() as f64;
            assert!(f64::from(quote.value) > mean, "{quote:?} where {mean} is usual for this person");
            quoted += 1;
        }
    }
    assert!(quoted > 0, "directions are told");
}

/// All lines on why a career fits.
fn lines(section: &Section) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Quiet(says) | Block::Text(says) => vec![says.clone()],
        Block::Reasons(_, each) => each.clone(),
        Block::Part(part) => lines(part),
        _ => Vec::new(),
    };
    section.blocks.iter().flat_map(of).collect()
}

/// What stands before the fit that all lines add up to.
const SUM: &str = "Added up, this is the fit: ";

/// The points that a line names: "(+0.8)" of a reason, "2.6 points less" of several.
fn points(line: &str) -> f64 {
    let number = |text: &str| text.parse::<f64>().expect("a number");
    for (ending, sign) in [(" points more.", 1.0), (" points less.", -1.0)] {
        let figure = line.strip_suffix(ending).and_then(|before| before.rsplit(' ').next());
        if let Some(figure) = figure {
            return sign * number(figure);
        }
    }
    let brackets = line.split('(').skip(1).filter_map(|piece| piece.split_once(')')?.0.parse().ok());
    brackets.last().expect("every line names its points")
}

/// Somebody clear-cut who said something to cards of the careers that fit well, and how they like to work.
fn outspoken() -> Answers {
    let (_, mut given) = clear_cut(1).swap_remove(0);
    let first: Vec<CareerId> = outcome(&given).fits.iter().step_by(40).take(8).map(|fit| fit.career).collect();
    for career in first {
        given.set_reaction(&matcher().dataset.catalogue.get(career).id, Reaction::ForMe);
    }
    (0..matcher().dataset.questionnaire.conditions.len()).for_each(|place| given.set_condition(place, Some(0)));
    given
}

/// The reasons for a career, and those against it.
fn sides(outcome: &Outcome, fit: &Fit, how: Told<'_>) -> [Vec<String>; 2] {
    let matcher = matcher();
    let section = telling::compose_reasons(&matcher.dataset, fit, &matcher.explain(outcome, fit.career), how);
    let parts =
        section.blocks.into_iter().filter_map(|block| if let Block::Part(part) = block { Some(part) } else { None });
    let mut sides = [Vec::new(), Vec::new()];
    for block in parts.flat_map(|part| part.blocks) {
        if let Block::Reasons(way, lines) = block {
            sides[usize::from(way == Side::Against)].extend(lines);
        }
    }
    sides
}

#[test]
fn the_strongest_reason_comes_first_whether_an_answer_a_card_or_a_wish_says_it() {
    let given = outspoken();
    let (outcome, how) = (outcome(&given), |each| Told { each, points: true, behind: None });
    let (mut later_cards, mut conditions) = (0, 0);
    for fit in outcome.fits.iter().take(400).step_by(5) {
        let all = sides(&outcome, fit, how(20));
        let few = sides(&outcome, fit, how(2));
        let without_activities = |side: &[String]| {
            side.iter().filter(|line| !line.contains("this work is made of")).cloned().collect::<Vec<_>>()
        };
        for (few, all) in few.iter().zip(&all) {
            let (few, all) = (without_activities(few), without_activities(all));
            assert_eq!(few[..], all[..few.len()], "what is told of more is what comes next");
        }

        for side in &all {
            let strengths: Vec<f64> = side.iter().map(|line| points(line).abs()).collect();
            assert!(strengths.is_sorted_by(|one, next| one >= next), "{side:#?}");
        }
        later_cards += usize::from(all[0].iter().skip(1).any(|line| line.starts_with("You said \"")));
        conditions += usize::from(all[0].iter().any(|line| line.contains("and here it is so. (")));

        let matcher = matcher();
        let [first, _] =
            telling::find_first_reasons(&matcher.dataset, fit.career, &matcher.explain(&outcome, fit.career));
        let shown = Told { each: 2, points: false, behind: None };
        assert_eq!(first.as_ref(), sides(&outcome, fit, shown)[0].first(), "the one reason told is the strongest");
    }
    assert!(
        later_cards > 0 && conditions > 0,
        "{later_cards} {conditions}: no card or wish is told, so this shows nothing"
    );
}

#[test]
fn nothing_that_the_profile_says_the_opposite_of_speaks_against_a_career() {
    let mut seen = 0;
    for (name, given) in clear_cut(4) {
        let outcome = outcome(&given);
        for fit in outcome.fits.iter().step_by(150) {
            for reason in matcher().explain(&outcome, fit.career).against {
                let (estimate, scale) = (outcome.profile.estimate[reason.scale], reason.scale);
                let profile = telling::describe_tendency(estimate, outcome.profile.answers[scale]);
                let says = telling::describe_reason(&matcher().dataset, &reason);
                assert!(!profile.contains("above"), "{name}: the profile says {profile}, and yet: {says}");
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen} reasons against: this shows nothing");
}

#[test]
fn where_reasons_carry_no_points_no_line_speaks_of_points_or_of_a_fit() {
    let outcome = outcome(&outspoken());
    let mut smaller = 0;
    for fit in outcome.fits.iter().step_by(60) {
        let how = Told { each: 2, points: false, behind: None };
        let section = telling::compose_reasons(&matcher().dataset, fit, &matcher().explain(&outcome, fit.career), how);
        for line in lines(&section) {
            let says = ["points", "fit:", "leaves", "All else"].iter().find(|said| line.contains(**said));
            assert_eq!(says, None, "{line}");
            smaller += usize::from(line.contains("other reason"));
        }
    }
    assert!(smaller > 0, "some reasons are not told one by one");
}

#[test]
fn a_weaker_fit_above_nought_says_what_the_word_goes_by() {
    let mut given = outspoken();
    let training = matcher().dataset.questionnaire.conditions.iter().position(Condition::is_training);
    given.set_condition(training.expect("training is asked"), None);
    let outcome = outcome(&given);
    let says_so = |is_above: bool| {
        let weaker = |fit: &&Fit| fit.band == Band::WeakerFit && (fit.score > 0.0) == is_above;
        let fit = outcome.fits.iter().find(weaker).expect("cards and wishes lift some careers above nought");
        let told = lines(&report::compose_fit(&matcher(), &outcome, &given, fit, None));
        told.iter().any(|line| line.contains("the word leaves out what cards"))
    };
    assert_eq!([true, false].map(says_so), [true, false]);
}

/// All points that are added to a fit or taken from it, whichever way.
fn parts(outcome: &Outcome, career: CareerId) -> f64 {
    let scales = outcome.person.compute_contributions(&matcher().metric, career);
    let direct = outcome.person.direct().list_contributions(career);
    scales.as_slice().iter().chain(direct.iter().map(|(_, points)| points)).map(|points| points.abs()).sum()
}

/// The points of each line on why a career fits, and those of everything else, which is left out where it rounds to nothing.
fn told(outcome: &Outcome, fit: &Fit, each: usize) -> (Vec<f64>, f64) {
    let matcher = matcher();
    let how = Told { each, points: true, behind: None };
    let section = telling::compose_reasons(&matcher.dataset, fit, &matcher.explain(outcome, fit.career), how);
    let mut lines = lines(&section);
    assert!(lines.len() < 35, "{lines:#?}");
    assert_eq!(lines.pop(), Some(format!("{SUM}{:.1}.", fit.score).replace("-0.0", "0.0")), "{lines:#?}");
    let left = lines.iter().find(|line| line.starts_with("All else together")).map_or(0.0, |line| points(line));
    (lines.iter().map(|line| points(line)).collect(), left)
}

#[test]
fn at_most_a_tenth_of_what_makes_a_fit_stays_unexplained_and_the_lines_add_up_to_it() {
    let some = |career: &str, every| (career.to_string(), answers(like(career).into_iter().step_by(every)));
    let partly = [("29-1141.00", 3), ("47-2031.00", 5), ("27-1024.00", 4)].map(|(career, every)| some(career, every));
    let keen = ["15-1252.00", "45-2092.00"].map(|career| (career.to_string(), keen(career)));
    let mut seen = 0;
    for (name, given) in clear_cut(1).into_iter().chain(partly).chain(keen) {
        let outcome = outcome(&given);
        for fit in outcome.fits.iter().take(10).chain(outcome.fits.iter().skip(10).step_by(150)) {
            for each in [2, 6] {
                let (points, left) = told(&outcome, fit, each);
                let (sum, parts) = (points.iter().sum::<f64>(), parts(&outcome, fit.career));
                let career = matcher().dataset.catalogue.get(fit.career).title.clone();
                assert!(
                    (sum - fit.score).abs() < 0.06 * points.len() as f64,
                    "{name}, {career}: {sum} is not {}",
                    fit.score
                );
                assert!(left.abs() <= 0.1 * parts, "{name}, {career}: {left} of {parts} is unexplained: {points:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 300, "{seen}");
}
