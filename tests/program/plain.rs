//! The questionnaire line by line, as somebody with a screen reader or a script meets it.

use crate::run::{Home, ran};

/// The walk up to the first scored question: at school, pay needed now, no job before, two goals.
const BEFORE: &str = "1\n1\ns\n5 7\n";

fn quick(home: &Home, input: &str) -> crate::run::Ran {
    home.run(&["plain", "--new", "--length", "quick"], input)
}

#[test]
fn the_whole_walk_reads_well() {
    // cards, training and context have fewer choices
    let answers: Vec<String> = (0..30).map(|at| if at < 20 { 1 + at * 7 % 5 } else { 2 }.to_string()).collect();
    let answers = answers.join("\n") + "\n";
    let ran = quick(&Home::new(), &format!("{BEFORE}{answers}4\n4\n5\n3\n4\nq\n"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(!ran.out.contains(|c: char| c.is_control() && c != '\n'), "no escape sequence");
    assert!(ran.out.is_ascii() || !ran.out.contains(['─', '│', '█', '•']), "no boxes");
    for said in [
        "Where you are 1 of 3, 30 left.",
        "Part 1 of 4: What do you enjoy doing?",
        "What do you enjoy doing? 1 of 10, 30 left.",
        "1 Not at all; 2 Not really; 3 It would be all right; 4 Yes, I would enjoy it; 5 Yes, I would love it.",
        "So far you lean towards: ",
        "Part 4 of 4: What are you like at work?",
        "What are you like at work? 2 of 2, 7 left.",
        "Career cards 4 of 4, 1 left.",
        "What should work do for you now? 5 of 5",
        "Start now, the best fit first: ",
        "Careers by fit, the best first:",
        "A road map, or paying the bills.\nAs a job: A job pays the bills.",
        "\nAs a career: A career is something you grow with",
        "1 Not at all, to 5 Yes, I would love it.",
        "0 Never had the chance; 1 Tried, hard for me, to 5 I could show others how.",
        "Saved as 'answers'.",
        "Needing money now does not leave you much room to choose",
        "goals.\n",
    ] {
        assert!(ran.out.contains(said), "'{said}' is missing in:\n{}", ran.out);
    }
    let (start, list) = (ran.out.find("Start now"), ran.out.find("Careers by fit"));
    assert!(start < list, "what pays soon is read first");
}

#[test]
fn a_mistake_among_several_choices_leaves_none_of_them_chosen() {
    let home = Home::new();
    let before = BEFORE.strip_suffix("5 7\n").expect("two goals stand last");
    for (typed, says) in [("5 99", "99 is none of the choices"), ("5 7 7", "7 is there twice")] {
        let ran = quick(&home, &format!("{before}{typed}\n"));
        assert!(ran.out.to_lowercase().contains(&says.to_lowercase()), "{}", ran.out);
        let saved = home
            .saved(ran.out.rsplit("Saved as '").next().and_then(|rest| rest.split('\'').next()).unwrap_or("answers"));
        assert!(!saved.contains("goals = ["), "{saved}");
    }
}

#[test]
fn the_end_of_input_saves_and_reads_the_results_so_far() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}5\n1\n4\n"));
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Your results so far, from 3 answers."), "{}", ran.out);
    assert_eq!(home.saved("answers").matches("[[answer]]").count(), 3);
    let again = home.run(&["plain", "--session", "answers"], "");
    assert!(again.out.contains("What do you enjoy doing? 4 of 10, 27 left"), "{}", again.out);
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
fn after_a_card_that_is_not_for_somebody_because_of_its_pay_a_letter_sets_the_limit_that_matches() {
    let home = Home::new();
    let text = crate::run::session("bot", &crate::run::somebody()).replacen(
        "length =",
        "at = \"card:53-3052.00\"\nlength =",
        1,
    );
    home.write(".local/share/careerfit/sessions/bot.toml", text);
    let ran = home.run(&["plain", "--session", "bot"], "l\n4\nl\n3\n\nl\nq\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("l can hide careers with pay like that."), "{}", ran.out);
    assert!(ran.out.contains("3 would match, because Bus and Coach Driver was not for you: the pay."), "{}", ran.out);
    assert!(home.saved("bot").contains("from-75000"), "{}", home.saved("bot"));
    assert_eq!(
        ran.out.matches("Nothing you said last asks for a limit").count(),
        2,
        "before the card, and once it is set"
    );
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
    assert!(ran.out.contains("What you want to leave, 30 left.\n"), "no count of choices\n{}", ran.out);
    assert!(ran.out.contains("Type all that you want on one line, like 1 2, or press Enter to go on."), "{}", ran.out);
    assert!(ran.out.contains("Type up to 3 that you want on one line, like 1 2"), "{}", ran.out);
}

#[test]
fn a_question_that_comes_again_to_check_does_not_tell_the_first_answer() {
    let answers: Vec<String> = (0..50).map(|at| (1 + at * 7 % 5).to_string()).collect();
    let input = format!("{BEFORE}{}\n", answers.join("\n"));
    let ran = Home::new().run(&["plain", "--new", "--length", "standard"], &input);
    let (_, again) = ran.out.split_once("Once more, to check.").expect("a question comes again");
    let asked = again.split("\n\n").next().unwrap_or_default();
    assert!(!asked.contains("Your answer so far"), "{asked}");
}

#[test]
fn who_skips_all_but_six_questions_is_asked_the_skipped_ones_where_they_go_on() {
    let ran = quick(&Home::new(), &format!("{BEFORE}5\n1\n4\n2\n5\n1\n{}g\n", "s\n".repeat(36)));
    assert!(!ran.out.contains("Either, or"), "{}", ran.out);
    let (_, behind) = ran.out.split_once("You have answered six questions so far.").expect("a kind word");
    assert!(behind.contains("On with the questions.") && behind.contains("What do you enjoy doing? 7 of"), "{behind}");
}

#[test]
fn either_or_answers_give_a_first_hint_and_are_counted_by_themselves() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}{}{}", "3\n".repeat(40), "1\n".repeat(12)));
    assert!(ran.out.contains("A first hint from your either-or answers: "), "{}", ran.out);
    let shown = home.run(&["sessions", "show", "answers"], "").out;
    assert!(shown.contains(" answers (12 either-or), the last on "), "{shown}");
}

#[test]
fn at_the_results_one_can_read_on_and_go_on() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}5\n1\nr\n1\ncarpenter\nd\ng\n3\n"));
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Carpenter (47-2031.00)") && ran.out.contains("As a job"), "{}", ran.out);
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
    assert!(lines.any(|line| line.contains("3 of 10")), "the third question is asked");
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(id, rustix::process::Signal::INT).expect("a signal");
    assert_eq!(child.wait().expect("an end").code(), Some(130));
    assert_eq!(home.saved("answers").matches("[[answer]]").count(), 2);
}

#[test]
fn examples_come_from_working_life_for_whoever_is_past_school() {
    let questionnaire = std::fs::read_to_string("data/questionnaire.toml").expect("the shipped questionnaire");
    let examples = |key: &str| -> Vec<String> {
        let lines = questionnaire.lines().filter_map(|line| line.strip_prefix(&format!("{key} = ")));
        lines.map(|line| line.trim_matches('"').to_string()).collect()
    };
    let (school, work) = (examples("example"), examples("example_work"));
    assert_eq!(work.len(), 35, "each skill has an example from working life");

    let answers = "3\n".repeat(30);
    let asked = |now: &str| quick(&Home::new(), &format!("{now}\n4\ns\n\n{answers}3\n3\n3\n3\n3\nq\n")).out;
    let says = |out: &str, examples: &[String]| examples.iter().any(|example| out.contains(example.as_str()));
    let (pupil, worker) = (asked("1"), asked("3"));
    assert!(says(&worker, &work) && !says(&pupil, &work), "working life for whoever works, and for nobody else");
    let good_at: Vec<String> = school.into_iter().filter(|example| pupil.contains(example.as_str())).collect();
    assert!(!good_at.is_empty(), "whoever is at school gets an example too");
}

#[test]
fn job_and_career_are_read_once_and_on_demand() {
    let home = Home::new();
    let answers = "5\n1\n4\n2\n5\n1\n4\n2\n5\n1\n4\n2\n";
    let ran = quick(&home, &format!("{BEFORE}{answers}r\nl\nl\nd\nq\n"));
    for said in ["A job is a role that is open", "Somebody else has planned the role"] {
        let once = ran.out.matches(said).count();
        assert_eq!(once, 2, "'{said}' is read once, and again where it is asked for:\n{}", ran.out);
    }
    assert_eq!(ran.out.matches("Careers by fit, the best first:").count(), 3);
}

#[test]
fn each_move_is_announced() {
    let ran = quick(&Home::new(), &format!("{BEFORE}5\nb\n5\ns\nu\n4\nr\ng\nr\nb\nq\n"));
    for said in ["\nBack.\n", "\nSkipped.\n", "\nTaken back.\n", "Your results so far", "\nOn with the questions.\n"] {
        assert!(ran.out.contains(said), "{said:?} is missing in\n{}", ran.out);
    }
}

#[test]
fn a_number_means_a_career_of_the_list_read_last() {
    let home = Home::new();
    let answers = "5\n1\n4\n2\n5\n1\n4\n2\n5\n1\n4\n2\n";
    let ran =
        quick(&home, &format!("{BEFORE}{answers}r\ncarpenter\nf\nw saw and glue\nbaker\nkeep\nkept\n2\n3\n11\nq\n"));
    assert!(ran.out.contains("Carpenter is kept."), "{}", ran.out);
    assert!(ran.out.contains("1. Carpenter. My note: saw and glue\n2. Baker."), "{}", ran.out);
    let after = ran.out.split("2. Baker.").nth(1).expect("the list of kept careers");
    assert!(after.contains("Baker (51-3011.00)"), "2 is Baker now:\n{after}");
    assert!(after.contains("The list read last goes from 1 to 2."), "{after}");
    let saved = home.saved("answers");
    assert!(saved.contains("note = \"saw and glue\"") && saved.matches("[[kept]]").count() == 2, "{saved}");
}

#[test]
fn careers_are_compared_by_their_numbers() {
    let answers = "5\n1\n4\n2\n5\n1\n4\n2\n5\n1\n4\n2\n";
    let ran = quick(&Home::new(), &format!("{BEFORE}{answers}r\ncompare 1 3\ncompare 1\nc carpenter baker\nq\n"));
    assert!(ran.out.contains("Speaks against it"), "{}", ran.out);
    assert!(ran.out.contains("Type compare and two or three numbers"), "{}", ran.out);
    assert!(ran.out.contains("Carpenter and Baker"), "{}", ran.out);
}

#[test]
fn what_one_leans_towards_is_told_once_with_the_answer_that_says_so() {
    let ran = quick(&Home::new(), &format!("{BEFORE}5\n2\n5\n1\n5\n4\n5\nq\n"));
    let told: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("So far you lean towards: ")).collect();
    assert_eq!(told.len(), 1, "{}", ran.out);
    assert!(told[0].contains("You answered \"") && told[0].contains("\": Yes, I would"), "{}", told[0]);
}

/// Answers to the first part, at the results.
const FIRST_PART: &str = "5\n1\n4\n2\n5\n1\n4\n2\n5\n1\n4\n2\nr\n";

#[test]
fn a_limit_is_set_by_its_number_and_what_it_leaves_is_said() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}{FIRST_PART}limits\n1\n1\n\n99\n\nq\n"));
    assert!(ran.out.contains("1. ") && ran.out.contains("acceptable any, ideal any."), "{}", ran.out);
    assert!(ran.out.contains("Set. ") && ran.out.contains(" careers are left."), "{}", ran.out);
    assert!(ran.out.contains("Type the number of a limit, or an empty line"), "{}", ran.out);
    assert!(ran.out.contains("Back at the results."), "{}", ran.out);
    assert!(home.saved("answers").contains("limits"), "{}", home.saved("answers"));
}

#[test]
fn a_plan_is_written_entry_by_entry_and_its_step_is_looked_back_at() {
    let home = Home::new();
    let plan = "I like wood\nthe dust\n\nRing the workshop\nsoon\n2027-03-15\n\n\n-\n";
    let ran = quick(&home, &format!("{BEFORE}{FIRST_PART}plan\ncarpenter\nplan\n{plan}done\n1\n2\nkept\nq\n"));
    assert!(ran.out.contains("Read a career first"), "{}", ran.out);
    assert!(ran.out.contains("\"soon\" isn't a date."), "{}", ran.out);
    assert!(ran.out.contains("Why it draws me: I like wood\nWhat I doubt: the dust"), "{}", ran.out);
    assert!(ran.out.contains("How it went: gave me energy; I would not do it again"), "{}", ran.out);
    assert!(ran.out.contains("1. Carpenter. My first step: Ring the workshop, by 2027-03-15 (done)"), "{}", ran.out);
    let saved = home.saved("answers");
    assert!(saved.contains("by = \"2027-03-15\"") && saved.contains("done = true"), "{saved}");
}

#[test]
fn a_report_is_written_where_one_says_and_never_over_a_file() {
    let home = Home::new();
    let path = home.path("mine.md");
    let to = path.display();
    let ran = quick(&home, &format!("{BEFORE}{FIRST_PART}report\n2\n{to}\nreport\n2\n{to}\ne\n\nq\n"));
    assert!(ran.out.contains(&format!("Written: {to}")), "{}", ran.out);
    assert!(ran.out.contains("there is a file at"), "{}", ran.out);
    assert!(ran.out.contains("No report was written."), "{}", ran.out);
    assert!(std::fs::read_to_string(path).expect("the report").starts_with('#'));
}

#[test]
fn what_a_choice_says_of_a_person_is_its_role_whatever_its_id_is() {
    let shipped = std::fs::read_to_string("data/questionnaire.toml").expect("the shipped questionnaire");
    let walk = "4\n1 6\n1\ns\n5 7\n5\n1\n4\nq\n";
    let mut told = Vec::new();
    for (file, text) in [("as-shipped.toml", shipped.clone()), ("renamed.toml", renamed(&shipped))] {
        let home = Home::new();
        let path = home.path(file);
        std::fs::write(&path, text).expect("a questionnaire");
        let path = path.to_string_lossy().into_owned();
        told.push(home.run(&["plain", "--new", "--length", "quick", "--questionnaire", &path], walk).out);
    }
    assert!(told[0].contains("The whole field") && told[0].contains("Needing money now"), "{}", told[0]);
    assert_eq!(told[0], told[1], "other ids, the same conversation");

    let home = Home::new();
    let without = shipped.replace("\"wants-out\"", "\"past-school\"");
    std::fs::write(home.path("never.toml"), without).expect("a questionnaire");
    let checked = home.run(&["check", &home.path("never.toml").to_string_lossy()], "");
    assert_ne!(checked.code, 0);
    let said = checked.out + &checked.err;
    assert!(said.contains("what to leave is never asked") && said.contains("wants-out"), "{said}");
}

#[test]
fn the_words_of_an_own_questionnaire_stand_around_its_questions_and_no_choice_is_left_out() {
    let home = Home::new();
    let scaffold = home.run(&["new", "questionnaire"], "").out;
    let own = scaffold.replace("[words]\n", "[words]\nnumber_of = \"{number} von {of}\"\nleft = \"noch {left}\"\n");
    home.write("own.toml", own);
    let ran = home.run(&["plain", "--new", "--questionnaire", "own.toml"], "s\ns\n5\n3\n");
    assert!(ran.out.contains(" 2 von 6, noch ") && !ran.out.contains(" of 6"), "{}", ran.out);
    let choices = "1 No; 3 It would be all right; 5 Yes.";
    assert!(ran.out.matches(choices).count() > 1 && !ran.out.contains(", to 5"), "{}", ran.out);
}

/// The same questionnaire with other ids for where somebody stands and for what to leave.
fn renamed(text: &str) -> String {
    let ids = ["now", "pay", "want-out", "three-months", "working-fine", "school", "field", "tasks"];
    ids.iter().fold(text.to_string(), |text, id| {
        text.replace(&format!("\nid = \"{id}\"\ntext = \"Where"), &format!("\nid = \"other-{id}\"\ntext = \"Where"))
            .replace(
                &format!("\nid = \"{id}\"\ntext = \"How soon"),
                &format!("\nid = \"other-{id}\"\ntext = \"How soon"),
            )
            .replace(&format!("{{ id = \"{id}\", label"), &format!("{{ id = \"other-{id}\", label"))
            .replace(&format!("[[leave]]\nid = \"{id}\""), &format!("[[leave]]\nid = \"other-{id}\""))
    })
}

#[test]
fn at_the_results_a_stray_letter_reads_no_career_out() {
    let ran = quick(&Home::new(), &format!("{BEFORE}{FIRST_PART}s\nq\n"));
    assert!(ran.out.contains("s does nothing here. ? says what can be typed."), "{}", ran.out);
    assert!(!ran.out.contains("Most days: "), "{}", ran.out);
}

#[test]
fn a_note_stands_with_the_career_that_was_just_kept() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}{FIRST_PART}1\nkeep 2\nnote ask aunt\nkept\nq\n"));
    let kept: Vec<&str> = ran.out.lines().filter(|line| line.contains("My note: ask aunt")).collect();
    let second =
        ran.out.lines().find_map(|line| line.strip_suffix(" is kept. A note or a plan of your own can stand with it."));
    assert!(kept.len() == 1 && kept[0].contains(second.expect("a kept career")), "{}", ran.out);
}

#[test]
fn the_limits_are_not_read_again_for_a_slip() {
    let ran = quick(&Home::new(), &format!("{BEFORE}{FIRST_PART}limits\nplan\n99\n\nq\n"));
    assert_eq!(ran.out.matches("Your limits.").count(), 1, "{}", ran.out);
    assert_eq!(ran.out.matches("Type the number of a limit").count(), 2, "{}", ran.out);
}

#[test]
fn where_nothing_can_be_saved_questions_are_asked_all_the_same_and_the_answers_written_elsewhere() {
    let home = Home::new();
    // a folder stands where the lock would
    home.write(".local/share/careerfit/sessions/me.lock/here", "");
    let ran = home.run(&["plain", "--session", "me", "--length", "quick"], &format!("{BEFORE}4\nq\n"));
    assert!(ran.out.contains("What do you enjoy doing? 2 of 10"), "{}", ran.out);
    assert!(ran.err.contains("you can go on, and your answers are written to another file"), "{}", ran.err);

    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        ran.err.contains("the last answers are not saved") && ran.err.contains("your answers are in"),
        "{}",
        ran.err
    );
    let written = std::fs::read_to_string(home.path("careerfit-me.toml")).expect("it is where the program was run");
    assert!(written.contains("value = 4") && written.contains("now = "), "{written}");
    assert_eq!(home.run(&["check", "careerfit-me.toml"], "").code, 0);

    let nothing = home.run(&["plain", "--session", "me"], "");
    assert!(nothing.code == 0 && !home.path("careerfit-me-2.toml").exists(), "{}", nothing.err);
}

#[test]
fn words_that_begin_with_a_letter_of_a_command_look_a_career_up() {
    let ran = quick(&Home::new(), &format!("{BEFORE}{FIRST_PART}a nurse\nq\n"));
    assert!(!ran.out.contains("On with the questions."), "{}", ran.out);
    assert!(ran.out.contains("Nurse"), "{}", ran.out);

    let ran = quick(&Home::new(), &format!("{BEFORE}{FIRST_PART}go on\n"));
    assert!(ran.out.contains("On with the questions."), "{}", ran.out);
}

#[test]
fn a_note_can_be_emptied_so_that_its_career_can_be_let_go() {
    let home = Home::new();
    let ran = quick(&home, &format!("{BEFORE}{FIRST_PART}carpenter\nw -\nw saw and glue\nf\nw\n-\nf\nq\n"));
    for said in [
        "\nNothing is changed.\n",
        "\nNoted. Carpenter is kept.\n",
        "\nCarpenter stays kept, because it has a note or a plan of yours. Empty those first to let it go.\n",
        "Your note on Carpenter. An empty line leaves it as it is, - empties it.",
        "\nYour note on Carpenter is gone.\n",
        "\nCarpenter is no longer kept.\n",
    ] {
        assert!(ran.out.contains(said), "{said:?} is missing in\n{}", ran.out);
    }
    assert!(!home.saved("answers").contains("[[kept]]"));
}
