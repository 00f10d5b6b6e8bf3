//! What a program that uses the library can rely on: no answer that is none, own data in one call, examples that run.

use careerfit::content::shipped::load_shipped;
use careerfit::model::{Answers, OffTheScale, Response, WrongAnswer};
use careerfit::own::{Error, OwnFiles};
use std::fs;

#[path = "../../examples/own_catalogue.rs"]
mod own_catalogue;
#[path = "../../examples/rank.rs"]
mod rank;

#[test]
fn no_answer_lies_off_the_scale() {
    assert_eq!(Response::from_choice(99), Err(OffTheScale(99)));
    let taken: Vec<Option<u8>> =
        (0..=5).filter_map(|value| Response::from_choice(value).ok()).map(Response::value).collect();
    assert_eq!(taken, [None, Some(1), Some(2), Some(3), Some(4), Some(5)]);
}

#[test]
fn an_answer_has_a_question_and_one_of_its_choices() {
    let questionnaire = load_shipped().expect("the shipped data").questionnaire;
    let mut answers = Answers::default();
    let unknown = answers.give(&questionnaire, "enjoy-nothing", 5);
    assert_eq!(unknown, Err(WrongAnswer::NoSuchQuestion("enjoy-nothing".to_string())));

    let wrong = answers.give(&questionnaire, "enjoy-maths-puzzle", 99).expect_err("99 is no choice");
    assert_eq!(wrong.to_string(), "'99' is no answer to 'enjoy-maths-puzzle'; write one of 1, 2, 3, 4, 5");
    assert!(answers.is_empty(), "nothing is taken of what is wrong");

    answers.give(&questionnaire, "enjoy-maths-puzzle", 5).expect("a choice");
    assert_eq!(answers.values().map(|(_, value)| value).collect::<Vec<_>>(), [5]);
}

#[test]
fn own_files_become_a_dataset_or_every_problem_of_all_of_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let (asked, ranked) = (folder.path().join("asked.toml"), folder.path().join("ranked.toml"));
    fs::write(&asked, "id = 7\n").expect("written");
    fs::write(&ranked, "[[career]]\nid = \"baker\"\n").expect("written");

    let own = OwnFiles { questionnaire: Some(asked.clone()), catalogue: Some(ranked), added: None };
    let Err(Error::Problems(problems)) = own.dataset() else { panic!("both files are broken") };
    let said = problems.to_string();
    assert!(said.contains("asked.toml:1") && said.contains("ranked.toml:1"), "{said}");

    fs::remove_file(&asked).expect("removed");
    let gone = own.dataset().expect_err("a file is gone");
    assert!(matches!(&gone, Error::File { path, .. } if *path == asked), "{gone}");
}

#[test]
fn the_example_of_a_ranking_runs() {
    rank::main().expect("it runs");
    let three = rank::first_three().expect("it runs");
    let ranks: Vec<&str> = three.lines().filter(|line| !line.starts_with(' ')).map(|line| &line[..3]).collect();
    assert_eq!(ranks, ["1. ", "2. ", "3. "], "{three}");
    assert!(three.lines().filter(|line| line.starts_with("   ")).count() >= 3, "each has a reason: {three}");
}

#[test]
fn the_example_with_own_careers_and_questions_runs_and_the_answers_decide() {
    own_catalogue::main().expect("it runs");
    let first = |said| own_catalogue::ranking(said).expect("it runs").lines().next().map(str::to_string);
    let mender = first([("mend-chair", 5), ("first-day", 3), ("check-till", 1)]).expect("a career");
    assert!(mender.starts_with("1. Station Bicycle Mechanic"), "{mender}");
    let clerk = first([("mend-chair", 1), ("first-day", 3), ("check-till", 5)]).expect("a career");
    assert!(clerk.starts_with("1. Town Clerk"), "{clerk}");
    assert!(
        own_catalogue::ranking([("mend-chair", 2), ("first-day", 3), ("check-till", 5)]).is_err(),
        "2 is no choice"
    );
}
