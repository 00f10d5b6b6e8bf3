//! `docs/worked-cases.md` is what is said to these people. After a change that is meant, write it anew with
//! `UPDATE_WORKED_CASES=1 cargo test --test library page`, and read what changed: the line on what to learn from a case
//! is written by hand, in `CASES` below.

use super::{DISLIKES, LIKES, POET_AND_ACTUARY, PROGRAMMER, every_ninth, part_of, somebody};
use crate::support::{answers, like, matcher, outcome};
use careerfit::assess::assess_quality;
use careerfit::fit::{Outcome, find_loved_further_down, find_ways_out};
use careerfit::model::random::Random;
use careerfit::model::{Answers, CareerId, Fit, SessionRecord, Verdict};
use careerfit::report::{telling, to_sentence};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const FIRST: usize = 3;
const NURSE: &str = "29-1141.00";
const DESIGNER: &str = "27-1024.00";

const HEAD: &str = "# Ten people and what they are told
Ten people who answer in very different ways, and what careerfit tells them. None of them is real: their answers are made
up to show what the program does with such answers. A test holds what stands under \"careerfit says\" against the program.
Each of them answers every question unless it says otherwise. The words behind a career say how surely it fits
([matching.md](matching.md)): \"weaker fit\" means that its people would give these answers no sooner than people at large.
";

/// Somebody of the page: a name, how they answer, and what to learn from it.
struct Case {
    name: &'static str,
    who: &'static str,
    learn: &'static str,
    answers: fn() -> Answers,
}

const CASES: [Case; 10] = [
    Case {
        name: "Somebody who mends bicycles",
        who: "Loves repairing a bicycle and taking machines apart, and others ask them to mend things; everything else as \
              most people answer.",
        learn: "Work that is made of a loved activity comes up by that answer. But nobody who answers everything else like most \
                people is much like the people of any one career, so the words stay modest.",
        answers: || {
            let own = [("enjoy-repair-bicycle", 5), ("passions-inside-machines", 5), ("good-at-mend-device", 5)];
            somebody(&own)
        },
    },
    Case {
        name: "A programmer",
        who: "Loves tracing hackers, teaching computers and number puzzles, is drawn to the inside of computers, and can \
              write programs and find faults; everything else as most people answer.",
        learn: "Eight clear answers among many usual ones are enough for one direction; more clear answers would make the words \
                surer.",
        answers: || somebody(&PROGRAMMER),
    },
    Case {
        name: "A poet who loves figures",
        who: "Loves stories, songs and the right words, and just as much sums, bills and accounts; everything else as most \
              people answer.",
        learn: "Two loves that share no career are the hardest case: the one with more careers can crowd out the other. Work \
                made of the love that the list puts further down is named with its place: look it up and go on from there.",
        answers: || somebody(&POET_AND_ACTUARY),
    },
    Case {
        name: "A nurse who wants out",
        who: "Answers about skills and subjects like a nurse, but enjoys what a graphic designer enjoys.",
        learn: "What somebody enjoys can lead out of a field, although skills and subjects stay with it. Leaving is a question \
                of its own: whoever says that they want out gets two lists of ways out beside the ranking.",
        answers: || {
            let both = like(NURSE).into_iter().zip(like(DESIGNER));
            answers(
                both.map(|((at, nurse), (_, designer))| (at, if part_of(at) == "enjoy" { designer } else { nurse })),
            )
        },
    },
    Case {
        name: "A pupil who has tried little",
        who: "Answers like a graphic designer, says \"never had the chance\" to two skills in three and leaves some of the \
              others out.",
        learn: "What was never tried is no weakness: the same list comes out if those questions are left out.",
        answers: || {
            let untried = |at: usize| part_of(at) == "good-at" && at * 13 % 20 < 13;
            let said = |(at, value): (usize, u8)| {
                (
                    at,
                    if untried(at) {
                        0
                    } else if at % 3 == 0 {
                        9
                    } else {
                        value
                    },
                )
            };
            answers(like(DESIGNER).into_iter().map(said))
        },
    },
    Case {
        name: "Somebody who clicks at random",
        who: "Presses any key at every question.",
        learn: "Something always stands first. How sure the words are is what tells such a list from one that means \
                something, and answers that contradict each other are named.",
        answers: || {
            let mut random = Random::new(29);
            let count = matcher().dataset.questionnaire.questions.len();
            answers((0..count).map(|at| (at, [1, 2, 3, 4, 5][random.below(5)])))
        },
    },
    Case {
        name: "Somebody who answers everything alike",
        who: "Presses 3 at every question.",
        learn: "Answers that do not differ say nothing of one career against another, so there is no list.",
        answers: || answers((0..matcher().dataset.questionnaire.questions.len()).map(|at| (at, 3))),
    },
    Case {
        name: "Somebody with two answers",
        who: "Loves the first thing asked, dislikes the second, and stops.",
        learn: "A list needs twelve answers.",
        answers: || answers([(0, 5), (1, 1)]),
    },
    Case {
        name: "Somebody who likes everything",
        who: "Answers 5 to everything, but 4 to every ninth question.",
        learn: "Saying yes to everything is taken out; what is left is how the few other answers differ. That is little, and \
                the word behind each career says so: take the direction lightly.",
        answers: || every_ninth(LIKES),
    },
    Case {
        name: "Somebody who dislikes everything",
        who: "Answers 1 to everything, but 2 to every ninth question.",
        learn: "The same the other way round: nothing was answered high, so nothing can be said to lead anywhere.",
        answers: || every_ninth(DISLIKES),
    },
];

/// Careers by title, each with its word.
fn named(fits: &[Fit]) -> String {
    let catalogue = &matcher().dataset.catalogue;
    let said = fits.iter().take(FIRST).map(|fit| format!("{} ({})", catalogue.get(fit.career).title, fit.band.words()));
    said.collect::<Vec<_>>().join("; ")
}

fn titles(careers: impl Iterator<Item = CareerId>) -> String {
    let catalogue = &matcher().dataset.catalogue;
    careers.map(|id| catalogue.get(id).title.as_str()).collect::<Vec<_>>().join("; ")
}

/// Where the answers point and which careers come first.
fn list(text: &mut String, found: &Outcome) {
    let dataset = &matcher().dataset;
    if found.verdict == Verdict::NoDirection {
        let [says, _] = telling::describe_no_direction(&dataset.questionnaire, found.evidence);
        let _ = writeln!(text, "- No list. \"{says}\"");
        return;
    }

    let _ = writeln!(text, "- {}", telling::describe_headline(dataset, &found.directions));
    for one in &found.directions {
        let why = telling::quote_direction(dataset, one);
        let _ = writeln!(
            text,
            "- {}: {why} {}",
            telling::find_direction_title(dataset, one),
            telling::describe_examples(dataset, one)
        );
    }
    let _ = writeln!(text, "- The first three careers: {}.", named(&found.fits));
    let loved = telling::describe_loved(dataset, &find_loved_further_down(&matcher(), found, &found.fits));
    text.extend(loved.map(|says| format!("- {says}\n")));
}

fn told(case: &Case, number: usize) -> String {
    let matcher = matcher();
    let given = (case.answers)();
    let found = outcome(&given);
    let mut text = format!("\n## {number}. {}\n{}\n\ncareerfit says:\n", case.name, case.who);
    list(&mut text, &found);

    let care =
        assess_quality(&matcher.measurement, &matcher.dataset.questionnaire, &given, &SessionRecord::default()).care;
    text.extend(care.into_iter().map(|one| format!("- {}\n", to_sentence(&telling::describe_care(one)))));

    if case.name.contains("nurse") {
        let present = matcher.dataset.catalogue.find(NURSE).expect("a shipped career");
        let rank = found.find_fit(present).map_or(0, |fit| fit.rank);
        let title = &matcher.dataset.catalogue.get(present).title;
        let _ = writeln!(text, "- {}", telling::describe_present_job(title, rank));
        let ways = find_ways_out(&matcher, &found, present, FIRST);
        let uses = titles(ways.uses.iter().map(|way| way.fit.career));
        let further = titles(ways.further.iter().map(|way| way.fit.career));
        let _ = writeln!(
            text,
            "- Once they say that they want out: with what they bring, {uses}; further away, {further}."
        );
    }
    let _ = writeln!(text, "\n**To learn from it:** {}", case.learn);
    text
}

#[test]
fn the_page_of_worked_cases_is_what_these_people_are_told() {
    let cases: String = CASES.iter().zip(1..).map(|(case, number)| told(case, number)).collect();
    let page = format!("{HEAD}{cases}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/worked-cases.md");
    if std::env::var_os("UPDATE_WORKED_CASES").is_some() {
        fs::write(&path, page).expect("the page");
        return;
    }
    let stands = fs::read_to_string(&path).expect("the page");
    let differs = stands.lines().zip(page.lines()).find(|(stands, now)| stands != now);
    assert!(
        stands == page,
        "first {differs:?}: where it is meant, UPDATE_WORKED_CASES=1 writes the page anew, to be read"
    );
}
