//! One session says the same on the screen, in line mode and in every export that is read.

use crate::person::{Person, matcher};
use crate::pty::{PROGRAM, folder};
use crate::results::{carpenter, saved_session};
use careerfit::assess::Care;
use careerfit::fit::{Start, apply_limits, find_starts_now};
use careerfit::model::{Emphasis, LimitSetting, SessionRecord};
use careerfit::report::outline::{Block, Section};
use careerfit::report::telling::{self, Told};
use careerfit::session::{Session, to_text};
use careerfit::tui::Environment;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// A limit that hides most of what could be started, by its place and that of its choice.
const LIMIT: (usize, usize) = (1, 1);

/// Formats that are read from the first line to the last.
pub const READ: [&str; 3] = ["text", "markdown", "html"];

/// Somebody who needs pay now, moved one slider only and must have a limit.
fn record() -> SessionRecord {
    let mut record = carpenter();
    let questionnaire = &matcher().dataset.questionnaire;
    record.situation.insert("now".into(), "first-job".into());
    record.situation.insert("pay".into(), "now".into());
    record.sliders.insert(questionnaire.sliders[0].id.clone(), 5);
    record.goals = vec!["make-things".into()];
    let limit = &questionnaire.limits[LIMIT.0];
    record.limits.insert(limit.id.clone(), LimitSetting::must(&limit.choices[LIMIT.1].id));
    record
}

/// What can be started, and every sentence on the first career that the limits leave, the first start and the person.
struct Said {
    starts: Vec<Start>,
    /// Stands everywhere.
    everywhere: Vec<String>,
    /// Stands wherever limits are shown, which line mode has no place for.
    limits: Vec<String>,
}

fn said(record: &SessionRecord) -> Said {
    let matcher = matcher();
    let dataset = &matcher.dataset;
    let outcome = matcher.evaluate(&record.collect_answers(&dataset.questionnaire), Emphasis::Balanced);
    let limited = apply_limits(&dataset.catalogue, &dataset.questionnaire.limits, &record.limits, &outcome.fits);
    let starts = find_starts_now(&dataset.catalogue, &limited.shown, None);
    let fit = limited.shown.first().expect("a career is left");
    let told = Told { each: 4, points: false, behind: None };

    let mut sections = vec![
        telling::compose_as_a_job(&dataset.catalogue, fit.career),
        telling::compose_as_a_career(&dataset.catalogue, fit.career),
        telling::compose_figures(&dataset.catalogue, fit.career),
        telling::compose_try_and_ask(&dataset.catalogue, fit.career),
        telling::compose_research(&dataset.catalogue, fit.career),
        telling::compose_your_goals(dataset, record, fit.career),
        telling::compose_start(dataset, record, starts.first().expect("a start")),
    ];
    // the line on all else is left out: it depends on how many reasons are told
    let reasons = telling::compose_reasons(dataset, fit, &matcher.explain(&outcome, fit.career), told);
    sections.extend(reasons.blocks.into_iter().filter_map(|block| match block {
        Block::Part(part) => Some(part),
        _ => None,
    }));

    let mut everywhere: Vec<String> = sections.iter().flat_map(texts).collect();
    everywhere.extend(telling::describe_sliders(&dataset.questionnaire, record).map(str::to_string));
    everywhere.push(telling::describe_care(Care::Fast)[1..].to_string());
    everywhere.push(dataset.distinctions.fair.clone());
    let limits = texts(&telling::compose_limits(&dataset.questionnaire, record, &limited));
    Said { starts, everywhere, limits }
}

/// Every text of a section.
pub fn texts(section: &Section) -> Vec<String> {
    let inside = |block: &Block| match block {
        Block::Text(says) | Block::Quiet(says) => vec![says.clone()],
        Block::Points(points) | Block::Reasons(_, points) => points.clone(),
        Block::Pairs(pairs) => pairs.iter().map(|(_, says)| says.clone()).collect(),
        Block::Ladder(ladder) => {
            ladder.posts.iter().map(|post| post.title.clone()).chain(ladder.rungs.clone()).collect()
        }
        Block::Part(part) => texts(part),
        Block::Beside(sides) => sides.iter().flat_map(texts).collect(),
        Block::Table(_) | Block::Chart(_) => Vec::new(),
    };
    section.blocks.iter().flat_map(inside).collect()
}

/// The text with a blank for every break and run of blanks, and without points such as (+2.5), which line mode puts between
/// a reason and the answer quoted for it.
fn flat(text: &str) -> String {
    let is_points = |word: &&str| word.starts_with("(+") || word.starts_with("(-") || word.starts_with("(−");
    text.split_whitespace().filter(|word| !is_points(word)).collect::<Vec<_>>().join(" ")
}

pub fn assert_says(place: &str, text: &str, sentences: &[String]) {
    let text = flat(text);
    for sentence in sentences {
        // where there is room a second answer follows the one that is quoted
        assert!(text.contains(flat(sentence).trim_end_matches('.')), "{place} does not say: {sentence}\n\n{text}");
    }
}

/// What the program writes for this session.
pub fn written(record: &SessionRecord, arguments: &[&str], input: &str) -> String {
    let home = folder();
    let sessions = home.path().join("careerfit/sessions");
    fs::create_dir_all(&sessions).expect("a folder");
    let mut session = Session::new("zoe", &matcher().dataset.questionnaire);
    session.record = record.clone();
    fs::write(sessions.join("zoe.toml"), to_text(&session)).expect("written");
    let mut command = Command::new(PROGRAM);
    command.env_clear().env("XDG_DATA_HOME", home.path()).env("HOME", home.path()).args(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    child.stdin.take().expect("input").write_all(input.as_bytes()).expect("it listens");
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("text")
}

fn exported(record: &SessionRecord, format: &str) -> String {
    written(record, &["sessions", "export", "zoe", "--format", format], "")
}

/// A report as it reads once its format is drawn.
pub fn drawn(record: &SessionRecord, format: &str) -> String {
    let text = exported(record, format);
    match format {
        "html" => text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&"),
        "markdown" => text.replace('\\', ""),
        _ => text,
    }
}

/// The screens where it is said: so narrow that nothing stands beside anything, and so high that nothing is hidden.
fn screens(record: &SessionRecord) -> String {
    let mut person = Person::with(60, 300, Environment::default(), saved_session(record.clone()));
    // what can be started now opens first
    person.press("<enter><esc>");
    let mut text = person.screen();
    text += &person.click("All careers").press("<enter>").screen();
    text += &person.press("<esc><esc>p4").screen();
    text
}

/// The start in focus, which stands beside the list of starts.
fn start_in_focus(record: &SessionRecord) -> String {
    let mut person = Person::with(120, 80, Environment::default(), saved_session(record.clone()));
    let screen = person.press("<enter>").screen();
    let beside = |line: &str| line.chars().skip(64).collect::<String>() + "\n";
    let note = |line: &str| line.to_string() + "\n";
    screen.lines().map(beside).chain(screen.lines().map(note)).collect()
}

#[test]
fn one_session_says_the_same_on_the_screen_in_line_mode_and_in_every_export() {
    let record = record();
    let said = said(&record);
    assert!(said.everywhere.len() > 30, "{}", said.everywhere.len());

    let screens = screens(&record) + &start_in_focus(&record);
    assert_says("the screen", &screens, &said.everywhere);
    assert_says("the screen", &screens, &said.limits);

    assert_says("line mode", &written(&record, &["plain", "--session", "zoe"], "1\nn\nq\n"), &said.everywhere);

    for format in READ {
        let text = drawn(&record, format);
        assert_says(format, &text, &said.everywhere);
        assert_says(format, &text, &said.limits);
    }
}

#[test]
fn start_now_is_the_same_list_everywhere_and_keeps_the_limits() {
    let record = record();
    let said = said(&record);
    let matcher = matcher();
    let catalogue = &matcher.dataset.catalogue;
    let limit = &matcher.dataset.questionnaire.limits[LIMIT.0].choices[LIMIT.1];
    let keeps =
        |start: &Start| limit.compute_excess(catalogue.get(start.fit.career)).is_none_or(|excess| excess <= 0.0);
    let answers = record.collect_answers(&matcher.dataset.questionnaire);
    let all = find_starts_now(catalogue, &matcher.evaluate(&answers, Emphasis::Balanced).fits, None);
    assert!(said.starts.iter().all(keeps) && !all.iter().all(keeps), "the limit hides some");
    let title = |start: &Start| catalogue.get(start.fit.career).title.clone();
    let headings: Vec<String> =
        said.starts.iter().take(5).map(|start| format!("{} (rank {}, ", title(start), start.fit.rank)).collect();
    assert_eq!(headings.len(), 5);

    let chapter = |text: &str| {
        let (_, after) = text.split_once("Start now\n").expect("the chapter");
        flat(after)
    };
    let mut person = Person::with(120, 80, Environment::default(), saved_session(record.clone()));
    let screen = person.press("<enter>").screen();
    let line_mode = written(&record, &["plain", "--session", "zoe"], "n\nq\n");
    for (place, text) in [("line mode", chapter(&line_mode)), ("text", chapter(&exported(&record, "text")))] {
        let places: Vec<Option<usize>> = headings.iter().map(|heading| text.find(heading)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{place}: {headings:?}\n{text}");
    }
    let rows: Vec<&str> = screen.lines().skip_while(|line| !line.contains('▸')).take(said.starts.len()).collect();
    for (start, row) in said.starts.iter().take(5).zip(rows) {
        let begins: String = title(start).chars().take(12).collect();
        assert!(row.contains(&begins), "{begins}\n{screen}");
    }
}

#[test]
fn with_too_few_answers_nothing_is_called_a_start_anywhere() {
    let mut record = record();
    record.given.truncate(3);
    for typed in ["n\nq\n", "1\nn\nq\n"] {
        let line_mode = written(&record, &["plain", "--session", "zoe"], typed);
        assert!(line_mode.contains("From 12 answers on this shows what you can start now"), "{line_mode}");
        assert!(!line_mode.contains("Work you can begin"), "{line_mode}");
    }
    for format in ["text", "markdown", "html"] {
        let report = exported(&record, format);
        assert!(!report.contains("Work you can begin"), "{format}: {report}");
    }
    let json: serde_json::Value = serde_json::from_str(&exported(&record, "json")).expect("JSON");
    assert!(json["start_now"].is_null(), "{}", json["start_now"]);
}

#[test]
fn json_lists_the_same_starts_as_the_report_and_says_which_fit() {
    let record = record();
    let json: serde_json::Value = serde_json::from_str(&exported(&record, "json")).expect("JSON");
    let report = flat(&exported(&record, "text"));
    let catalogue = &matcher().dataset.catalogue;
    let starts = json["start_now"].as_array().expect("starts");
    assert!(starts.len() >= 5, "{starts:?}");
    for start in starts {
        let career = catalogue.find(start["id"].as_str().expect("an id")).expect("a career");
        let heading = format!("{} (rank {}, ", catalogue.get(career).title, start["rank"]);
        assert!(report.contains(&heading) && start["fits"].is_boolean(), "{heading}");
    }
}
