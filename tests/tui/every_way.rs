//! The same person by every way there is: straight, resumed at every question, with answers undone and given again, line by
//! line, as JSON lines, full screen, and from a session, a CSV and JSON lines in a file. The answers are the same, in the same
//! order, and so is what they come to.
//!
//! `CAREERFIT_LONG=1 cargo test --test tui every_way` takes 60 people in place of 3.

use crate::person::{Person, matcher};
use careerfit::diagnostics::Source;
use careerfit::interview::{Interview, Step};
use careerfit::model::random::Random;
use careerfit::model::{Length, QuestionId, Response, SessionRecord};
use careerfit::plain::{Conversation, Dialogue, Host};
use careerfit::session::{Session, from_text, to_text};
use careerfit::tui::{Environment, SavedSession};
use serde_json::Value;
use std::cell::RefCell;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::rc::Rc;
use tempfile::TempDir;

/// What somebody says to every question, whenever it is asked.
#[derive(Clone, Copy)]
struct Somebody(u64);

impl Somebody {
    /// One of the values 1 to 5, or nothing where they pass over it.
    fn says(self, question: QuestionId) -> Option<u8> {
        let mut random = Random::new((self.0 << 16) + question.index() as u64);
        if random.below(20) == 0 { None } else { Some([1, 2, 3, 4, 5][random.below(5)]) }
    }

    fn length(self) -> Length {
        Length::ALL[usize::from(self.0 % 2 == 1)]
    }
}

/// Each answer that is no second asking, in order: question, and value or skipped.
fn given(record: &SessionRecord) -> Vec<(String, Response)> {
    record.given.iter().filter(|given| !given.again).map(|given| (given.question.clone(), given.response)).collect()
}

/// The careers of an interview, the best first.
fn ranked(interview: &Interview) -> Vec<String> {
    let catalogue = &interview.matcher().dataset.catalogue;
    interview.evaluate().fits.iter().take(10).map(|fit| catalogue.get(fit.career).id.clone()).collect()
}

fn begun(who: Somebody) -> Interview {
    Interview::new(matcher(), SessionRecord { length: who.length(), ..SessionRecord::default() }, true)
}

/// Says what somebody says to what is on screen; false where nothing is asked any more.
fn go_on(interview: &mut Interview, who: Somebody) -> bool {
    match interview.step() {
        Step::Results => return false,
        Step::Ask(question) | Step::Again(question) => match who.says(question) {
            Some(value) => interview.answer(value, 1).expect("one of the choices"),
            None => interview.skip(1),
        },
        Step::Turn(_) => interview.next(),
        _ => interview.skip(1),
    }
    true
}

fn straight(who: Somebody) -> Interview {
    let mut interview = begun(who);
    while go_on(&mut interview, who) {}
    interview
}

/// Written to a file's text and read again before every step.
fn resumed(who: Somebody) -> Interview {
    let mut interview = begun(who);
    while go_on(&mut interview, who) {
        let session =
            Session { record: interview.record().clone(), ..Session::new("me", &matcher().dataset.questionnaire) };
        let read = from_text(&Source::new("me.toml", to_text(&session))).expect("readable");
        interview = Interview::new(matcher(), read.record, true);
    }
    interview
}

/// With wrong answers given now and then, and up to three answers taken back.
fn undone(who: Somebody) -> Interview {
    let (mut interview, mut random) = (begun(who), Random::new(who.0));
    loop {
        match random.below(12) {
            0 => _ = (0..=random.below(3)).take_while(|_| interview.undo()).count(),
            1 if matches!(interview.step(), Step::Ask(_)) => {
                interview.answer([1, 2, 3, 4, 5][random.below(5)], 1).expect("one of the choices");
                assert!(interview.undo());
            }
            _ if !go_on(&mut interview, who) => return interview,
            _ => {}
        }
    }
}

/// Keys on a screen in memory.
fn full_screen(who: Somebody) -> SessionRecord {
    let at = Some(begun(who).step().id(&matcher().dataset));
    let record = SessionRecord { length: who.length(), at, ..SessionRecord::default() };
    let saved = SavedSession { name: "me".into(), record, ..SavedSession::default() };
    let mut person = Person::with(80, 24, Environment::default(), vec![saved]);
    person.press("<enter>");
    loop {
        let step = person.app.session().expect("a session is open").interview().step();
        match step {
            Step::Results => return person.app.session().expect("a session is open").record().clone(),
            Step::Ask(question) | Step::Again(question) => match who.says(question) {
                Some(value) => person.press(&value.to_string()),
                None => person.press("s"),
            },
            Step::Turn(_) | Step::Leave | Step::Goals => person.press("<enter>"),
            _ => person.press("s"),
        };
    }
}

/// Reads what was said so far, and answers it.
struct Reader {
    who: Somebody,
    said: Rc<RefCell<Vec<u8>>>,
    line: Vec<u8>,
    results: bool,
}

impl Reader {
    fn answer(&mut self) -> String {
        let said = String::from_utf8_lossy(&std::mem::take(&mut *self.said.borrow_mut())).into_owned();
        if self.results || said.contains("Careers by fit") || said.contains("results so far, from") {
            self.results = true;
            return "q\n".to_string();
        }
        let questionnaire = &matcher().dataset.questionnaire;
        let asked = questionnaire.iter().filter_map(|(id, question)| Some((said.rfind(&question.text)?, id)));
        let Some((_, question)) = asked.max() else { return "s\n".to_string() };
        self.who.says(question).map_or_else(|| "s\n".to_string(), |value| format!("{value}\n"))
    }
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Reader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.line.is_empty() {
            self.line = self.answer().into_bytes();
        }
        Ok(&self.line)
    }

    fn consume(&mut self, count: usize) {
        self.line.drain(..count);
    }
}

struct Writer(Rc<RefCell<Vec<u8>>>);

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Default)]
struct Kept(SessionRecord);

impl Host for Kept {
    fn save(&mut self, record: &SessionRecord) -> Result<(), String> {
        self.0.clone_from(record);
        Ok(())
    }

    fn now(&self) -> u64 {
        1
    }
}

/// Lines read and written, as somebody with a screen reader does.
fn by_lines(who: Somebody) -> SessionRecord {
    let said = Rc::new(RefCell::new(Vec::new()));
    let (talk, mut kept) = (Conversation::new(begun(who)), Kept::default());
    let reader = Reader { who, said: Rc::clone(&said), line: Vec::new(), results: false };
    Dialogue::new(talk, reader, Writer(said), &mut kept).run().expect("memory");
    kept.0
}

fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
    command.env_clear().env("HOME", home).current_dir(home);
    command
}

/// The real program with another one that answers it: the session it keeps, and its result.
fn by_json_lines(who: Somebody, home: &Path) -> (SessionRecord, Value) {
    let mut command = program(home);
    command.args(["take", "--jsonl", "--parts-only", "--session", "me", "--length", who.length().name()]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let (mut to, from) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let mut result = Value::Null;
    for line in BufReader::new(from).lines() {
        let said: Value = serde_json::from_str(&line.expect("a line")).expect("JSON");
        if let Some(id) = said["ask"]["id"].as_str() {
            let answer = matcher().dataset.questionnaire.find(id).and_then(|question| who.says(question));
            let line = answer.map_or("{\"skip\":true}\n".to_string(), |value| format!("{{\"answer\":{value}}}\n"));
            to.write_all(line.as_bytes()).expect("it reads");
        } else if !said["result"].is_null() {
            result = said["result"].clone();
        }
    }
    assert!(child.wait().expect("it ends").success());
    let text = fs::read_to_string(home.join(".local/share/careerfit/sessions/me.toml")).expect("a session");
    (from_text(&Source::new("me.toml", text)).expect("readable").record, result)
}

/// What the program says of a file.
fn scored(home: &Path, file: &str) -> Value {
    let output = program(home).args(["score", file, "--format", "json"]).output().expect("it runs");
    assert!(output.status.success(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Ids and fits, the best first.
fn careers(result: &Value) -> Vec<(String, f64)> {
    let careers = result["careers"].as_array().cloned().unwrap_or_default();
    let one = |career: &Value| {
        (career["id"].as_str().unwrap_or_default().to_string(), career["fit"].as_f64().unwrap_or(f64::NAN))
    };
    careers.iter().map(one).collect()
}

fn assert_the_same_by_every_way(who: Somebody) {
    let home = TempDir::new().expect("a folder");
    let first = straight(who);
    let (wanted, best) = (given(first.record()), ranked(&first));
    for (way, other) in [("resumed", resumed(who)), ("undone", undone(who))] {
        assert_eq!(given(other.record()), wanted, "{way}, {}", who.0);
        assert_eq!(ranked(&other), best, "{way}, {}", who.0);
    }
    assert_eq!(given(&full_screen(who)), wanted, "full screen, {}", who.0);
    assert_eq!(given(&by_lines(who)), wanted, "line by line, {}", who.0);
    let (record, result) = by_json_lines(who, home.path());
    assert_eq!(given(&record), wanted, "JSON lines, {}", who.0);

    let id_of = |question| matcher().dataset.questionnaire.question(question).id.clone();
    let answers = first.answers().values().map(|(question, value)| (id_of(question), value.to_string()));
    let (ids, values): (Vec<_>, Vec<_>) = answers.unzip();
    fs::write(home.path().join("me.csv"), format!("{}\n{}\n", ids.join(","), values.join(","))).expect("written");
    let pairs: Vec<String> = ids.iter().zip(&values).map(|(id, value)| format!("\"{id}\":{value}")).collect();
    fs::write(home.path().join("me.jsonl"), format!("{{{}}}\n", pairs.join(","))).expect("written");
    let expected = careers(&result);
    assert_eq!(expected.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>(), best, "take, {}", who.0);
    for file in ["me", "me.csv", "me.jsonl"] {
        assert_eq!(careers(&scored(home.path(), file)), expected, "{file}, {}", who.0);
    }
}

#[test]
fn the_same_answers_come_to_the_same_by_every_way() {
    let people = if std::env::var_os("CAREERFIT_LONG").is_some() { 60 } else { 3 };
    (0..people).for_each(|seed| assert_the_same_by_every_way(Somebody(seed)));
    println!("{people} people, nine ways each");
}
