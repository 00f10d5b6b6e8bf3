//! The questionnaire line by line, as somebody with a screen reader or a script meets it.

mod run;

use run::{Home, ran};

/// The walk up to the first scored question: at school, pay needed now, no job before, two goals.
const BEFORE: &str = "1\n1\ns\n5 7\n";

fn quick(home: &Home, input: &str) -> run::Ran {
    home.run(&["plain", "--new", "--length", "quick"], input)
}

#[test]
fn the_whole_walk_reads_well() {
    let answers: Vec<String> = (0..30).map(|at| (1 + at * 7 % 5).to_string()).collect();
    let answers = answers.join("\n") + "\n";
    let ran = quick(&Home::new(), &format!("{BEFORE}{answers}4\n4\n5\n3\n4\nq\n"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(!ran.out.contains(|c: char| c.is_control() && c != '\n'), "no escape sequence");
    assert!(ran.out.is_ascii() || !ran.out.contains(['─', '│', '█', '•']), "no boxes");
    for said in [
        "Where you are 1 of 3, 30 questions left in all.",
        "Part 1 of 4: What do you enjoy doing?",
        "What do you enjoy doing? 1 of 12, 30 questions left in all.",
        "1 Not at all; 2 Not really; 3 It would be all right; 4 Yes, I would enjoy it; 5 Yes, I would love it.",
        "So far your answers point to:",
        "Part 4 of 4: What are you like at work?",
        "What are you like at work? 4 of 4, 1 question left in all.",
        "What should work do for you now? 5 of 5",
        "Start now: work you can begin within weeks",
        "Careers by fit, the best first:",
        "A framework, or paying the bills.\n  Job: A job pays the bills.",
        "\n  Career: A career is something you grow with.",
        "Saved as 'answers'.",
    ] {
        assert!(ran.out.contains(said), "'{said}' is missing in:\n{}", ran.out);
    }
    let (start, list) = (ran.out.find("Start now"), ran.out.find("Careers by fit"));
    assert!(start < list, "what pays soon is read first");
}

#[test]
fn the_end_of_input_saves_and_reads_the_results_so_far() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}5\n1\n4\n"));
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Your results so far, from 3 answers."), "{}", ran.out);
    assert_eq!(home.saved("answers").matches("[[answer]]").count(), 3);
    let again = home.run(&["plain", "--session", "answers"], "");
    assert!(again.out.contains("What do you enjoy doing? 4 of 12, 27 questions left"), "{}", again.out);
}

#[test]
fn input_cut_anywhere_loses_no_answer() {
    let walk = format!("{BEFORE}5\n1\n4\n2\nb\nb\n3\nu\n4\n");
    for end in 0..=walk.len() {
        let home = Home::new();
        let ran = quick(&home, &walk[..end]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "cut after {end}");
        assert!(ran.out.contains("Your results so far"), "cut after {end}: {}", ran.out);
    }
}

#[test]
fn back_skip_undo_and_help_do_what_they_say() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}5\nb\n?\n2\ns\nu\n9\nx\n\nq\n"));
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Your answer so far: 5."), "{}", ran.out);
    assert!(ran.out.contains("9 is none of the choices, which are 1, 2, 3, 4, 5."), "{}", ran.out);
    assert!(ran.out.contains("Type the number of one choice, or ? for help."), "{}", ran.out);
    let saved = home.saved("answers");
    assert_eq!(saved.matches("[[answer]]").count(), 2, "the skip was taken back, the changed answer kept:\n{saved}");
    assert!(!saved.contains("skipped"));
}

#[test]
fn at_the_first_question_there_is_nothing_before() {
    let ran = quick(&Home::new(), "b\nu\n");
    assert!(ran.out.contains("This is the first question."), "{}", ran.out);
    assert!(ran.out.contains("There is no answer to take back."), "{}", ran.out);
}

#[test]
fn somebody_who_wants_out_says_what_they_leave_and_finds_their_job() {
    let home = Home::new();
    let ran = quick(&home, "4\n1 6\n4\nregistered nurse\n99\n1\n\nq\n");
    assert_eq!(ran.code, 0);
    let saved = home.saved("answers");
    assert!(saved.contains("leave = [\"tasks\", \"field\"]"), "{saved}");
    assert!(saved.contains("present_job = \"29-1141.00\""), "{saved}");
    assert!(ran.out.contains("Type a number from 1 to"), "{}", ran.out);
}

#[test]
fn at_the_results_one_can_read_on_and_go_on() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}5\n1\nr\n1\ncarpenter\nd\ng\n3\n"));
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Carpenter (47-2031.00)") && ran.out.contains("Taken as a job"), "{}", ran.out);
    assert_eq!(home.saved("answers").matches("[[answer]]").count(), 3, "the questions went on");
}

#[test]
fn a_screen_reader_and_a_dumb_terminal_get_lines_by_themselves() {
    for (name, value) in [("ACCESSIBLE", "1"), ("TERM", "dumb")] {
        let home = Home::new();
        let ran = ran(home.careerfit(&[]).env(name, value), "");
        assert_eq!(ran.code, 0, "{name}");
        assert!(ran.out.contains("Where are you right now?"), "{name}: {}", ran.out);
    }
}

#[test]
fn an_open_session_is_left_alone_by_a_second_program() {
    let home = Home::new();
    quick(&home, &format!("{BEFORE}5\n"));
    let folder = home.path(".local/share/careerfit/sessions");
    let mut store = careerfit::session::Store::open(folder).expect("a folder");
    store.load("answers").expect("a session");
    let before = home.saved("answers");
    let ran = home.run(&["plain", "--session", "answers"], "4\n");
    assert_eq!((ran.code, home.saved("answers")), (2, before));
    assert!(ran.err.contains("open in another program"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_said_before_anything_is_asked() {
    let home = Home::new();
    home.write(".local/share/careerfit", "a file where the folder should be");
    let ran = quick(&home, "1\n");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("XDG_DATA_HOME"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_with_130_and_every_answer_is_kept() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let home = Home::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
    command.env_clear().env("HOME", home.path("")).args(["plain", "--length", "quick"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    let mut input = child.stdin.take().expect("input");
    write!(input, "{BEFORE}5\n1\n").expect("it listens");
    let mut lines = BufReader::new(child.stdout.take().expect("output")).lines().map_while(Result::ok);
    assert!(lines.any(|line| line.contains("3 of 12")), "the third question is asked");
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(id, rustix::process::Signal::INT).expect("a signal");
    assert_eq!(child.wait().expect("an end").code(), Some(130));
    assert_eq!(home.saved("answers").matches("[[answer]]").count(), 2);
}
