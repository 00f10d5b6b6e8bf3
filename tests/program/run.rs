//! What the tests of the program share: a home of its own for each, and running it there.

use careerfit::content::shipped::load_shipped;
use careerfit::model::{AnswerEntry, Questionnaire, Response};
use careerfit::session::{Session, to_text};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;
use tempfile::TempDir;

/// A home folder, which is also where the program is run.
pub struct Home {
    folder: TempDir,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }

    /// The program with nothing of this computer's around it.
    pub fn careerfit(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
        command.env_clear().env("HOME", self.folder.path()).env("TERM", "xterm").current_dir(self.folder.path());
        command.args(arguments);
        command
    }

    pub fn run(&self, arguments: &[&str], input: &str) -> Ran {
        ran(&mut self.careerfit(arguments), input)
    }

    /// The text of a saved session.
    pub fn saved(&self, name: &str) -> String {
        let path = self.path(&format!(".local/share/careerfit/sessions/{name}.toml"));
        fs::read_to_string(path).expect("a saved session")
    }
}

pub fn ran(command: &mut Command, input: &str) -> Ran {
    let output = fed(command, input.as_bytes());
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

/// What comes of this on standard input, which the program need not read to its end.
pub fn fed(command: &mut Command, input: &[u8]) -> Output {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    thread::scope(|scope| {
        scope.spawn(move || _ = stdin.write_all(input));
        child.wait_with_output().expect("the program runs")
    })
}

pub fn questionnaire() -> Questionnaire {
    load_shipped().expect("the shipped data").questionnaire
}

/// The text of a session with these answers by question id.
pub fn session(name: &str, answers: &[(String, u8)]) -> String {
    let questionnaire = questionnaire();
    let mut session = Session::new(name, &questionnaire);
    for ((id, value), at) in answers.iter().zip(1..) {
        let question = questionnaire.question(questionnaire.find(id).expect("a question"));
        let (question, text) = (question.id.clone(), question.hash);
        session.record.given.push(AnswerEntry {
            question,
            text,
            response: Response::from_choice(*value).expect("a choice"),
            at: 8 * at,
            again: false,
        });
    }
    to_text(&session)
}

/// The same answers as a CSV of one person.
pub fn csv(person: &str, answers: &[(String, u8)]) -> String {
    let ids: Vec<&str> = answers.iter().map(|(id, _)| id.as_str()).collect();
    let values: Vec<String> = answers.iter().map(|(_, value)| value.to_string()).collect();
    format!("person,{}\n{person},{}\n", ids.join(","), values.join(","))
}

/// Somebody who answers every question, not twice the same way in a row; values 2 to 4.
pub fn somebody() -> Vec<(String, u8)> {
    let questionnaire = questionnaire();
    questionnaire.questions.iter().enumerate().map(|(at, q)| (q.id.clone(), [2, 3, 4][at * 7 % 5 % 3])).collect()
}
