//! Every reader of files, with what must hold whatever the bytes are: no panic, nothing said that could steer a terminal, and
//! what is read is written as it was. The tests that damage files at random use it, and the targets in `fuzz/`.

use careerfit::cli::{Look, SettingsFile, Walk};
use careerfit::commands::{config, people};
use careerfit::content::shipped::load_shipped;
use careerfit::content::{self, Extent};
use careerfit::diagnostics::Source;
use careerfit::fit::Matcher;
use careerfit::model::{Answers, Dataset, Emphasis, QuestionId, Rating, Response};
use careerfit::session::{self, Store};
use careerfit::text::visible::is_steering;
use careerfit::tui::keys::Keys;
use std::fmt::Display;
use std::fs;
use tempfile::TempDir;

/// What is said about a file is safe to print.
fn is_harmless(said: &impl Display) {
    let said = said.to_string();
    assert!(!said.contains(|c| is_steering(c) && c != '\n'), "{said:?}");
}

/// The files that are damaged, and what reads them.
pub struct Readers {
    pub dataset: Dataset,
    pub folder: TempDir,
    pub questionnaire: String,
    pub catalogue: String,
    pub session: String,
    pub config: &'static str,
    pub csv: String,
    pub jsonl: String,
}

const QUESTIONNAIRE: &str = concat!(
    include_str!("../support/part.toml"),
    r#"[[question]]
id = "chair"
part = "enjoy"
text = "Mend a chair"
example = "A leg is loose"
loads = { "interests.realistic" = 0.7 }
usual = 3.0
[[question]]
id = "poem"
part = "enjoy"
text = "Write a poem"
loads = { "interests.artistic" = 0.8, "interests.realistic" = -0.1 }
usual = 2.5
noise = 1.1
"#
);

const CONFIG: &str =
    "theme = \"dark\"\nascii = true\nlength = \"quick\"\n[keys]\nskip = [\"z\"]\nback = [\"x\", \"ctrl-o\"]\n";

const SESSION: &str =
    "\n[[kept]]\ncareer = \"29-1141.00\"\nnote = \"Warm\"\n[kept.plan]\nwhy = \"Hands\"\nby = \"2027-03-15\"\n";

impl Readers {
    pub fn new() -> Self {
        let dataset = load_shipped().expect("the shipped data");
        let group = |name: &str| {
            let ids = dataset.scales.scales.iter().filter_map(|scale| scale.id.strip_prefix(&format!("{name}.")));
            let each: Vec<String> = ids.enumerate().map(|(at, id)| format!("{id} = {}", at * 7 % 100)).collect();
            format!("{name} = {{ {} }}\n", each.join(", "))
        };
        let ratings = ["interests", "skills", "subjects", "styles"].map(group).concat();
        let career = |id: &str, title: &str| {
            let words = format!("id = \"{id}\"\ntitle = \"{title}\"\nsummary = \"Does the work of {id} in town.\"\n");
            format!("[[career]]\n{words}[[figures]]\nid = \"{id}\"\n{ratings}")
        };
        let catalogue = career("x1", "Baker") + &career("x2", "Miller");
        let ids: Vec<&str> =
            dataset.questionnaire.questions.iter().take(4).map(|question| question.id.as_str()).collect();
        let question = &dataset.questionnaire.questions[0];
        let answer =
            format!("[[answer]]\nquestion = \"{}\"\ntext = \"{:x}\"\nat = 7\nvalue = 4\n", ids[0], question.hash);
        let session = format!(
            "# A careerfit session\nversion = 1\nname = \"me\"\nlength = \"full\"\nat = \"results\"\ngoals = [\"be-own-boss\"]\n\
             [questionnaire]\nid = \"careerfit\"\nhash = \"1f\"\n[situation]\nnow = \"school\"\n[sliders]\nbills-plan = 4\n\
             [limits]\ntraining = {{ choice = \"months\", strength = \"must\" }}\n{SESSION}{answer}{answer}# end\n"
        );
        let csv = format!("person,{}\nanna,1,2,3,4\n\"b, c\",5,4,,1\n", ids.join(","));
        let jsonl = format!("{{\"person\":\"anna\",\"{}\":4,\"{}\":null}}\n{{\"{}\":1.0}}\n", ids[0], ids[1], ids[2]);
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| TempDir::new()).expect("a folder");
        Self { questionnaire: QUESTIONNAIRE.into(), config: CONFIG, dataset, folder, catalogue, session, csv, jsonl }
    }

    /// Reads these bytes as a questionnaire file.
    pub fn questionnaire(&self, bytes: &[u8]) {
        match content::read_questionnaire(&source(bytes), &self.dataset.scales) {
            Err(problems) => is_harmless(&problems),
            Ok(questionnaire) => {
                let answered = (0..u16::MAX)
                    .take(questionnaire.questions.len())
                    .map(|at| (QuestionId(at), Response::Value(Rating::HIGHEST)));
                let answers: Answers = answered.collect();
                let matcher = Matcher::new(Dataset { questionnaire, ..load_shipped().expect("the shipped data") });
                let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
                assert!(outcome.fits.iter().all(|fit| fit.score.is_finite()));
            }
        }
    }

    /// Reads these bytes as a catalogue file.
    pub fn catalogue(&self, bytes: &[u8]) {
        match content::read_catalogue(&[source(bytes)], Extent::Own, &self.dataset.scales) {
            Err(problems) => is_harmless(&problems),
            Ok(parts) => {
                let matcher =
                    Matcher::new(Dataset { catalogue: parts.into(), ..load_shipped().expect("the shipped data") });
                let answers: Answers = (0..60)
                    .map(|at| (QuestionId(at), Response::Value(Rating::nearest(f64::from(1 + at % 5)))))
                    .collect();
                let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
                assert!(outcome.fits.iter().all(|fit| fit.score.is_finite()));
                matcher.search("bakr", 5);
            }
        }
    }

    /// Reads these bytes as a session file.
    pub fn session(&self, bytes: &[u8]) {
        if let Ok(session) = session::from_text(&source(bytes)) {
            let again = session::from_text(&Source::new("mine.toml", session::to_text(&session)));
            assert_eq!(again.as_ref(), Ok(&session), "what is read is written as it was");
            is_harmless(&session.describe_set_aside(&self.dataset.questionnaire).unwrap_or_default());
        }
        fs::write(self.folder.path().join("me.toml"), bytes).expect("written");
        let mut store = Store::open(self.folder.path()).expect("a store");
        match store.load("me") {
            Ok(loaded) => is_harmless(&loaded.note.unwrap_or_default()),
            Err(error) => is_harmless(&error),
        }
        drop(store);
        let left = fs::read_dir(self.folder.path()).expect("a folder").filter_map(Result::ok);
        left.filter(|entry| entry.file_name() != "config.toml").for_each(|entry| _ = fs::remove_file(entry.path()));
    }

    /// Reads these bytes as a config file.
    pub fn config(&self, bytes: &[u8]) {
        let path = self.folder.path().join("config.toml");
        fs::write(&path, bytes).expect("written");
        let file = SettingsFile { config: Some(path), ..SettingsFile::default() };
        match config::read_settings(Walk::default(), &Look::default(), &file) {
            Ok(settings) => _ = Keys::new(&settings.keys).map_err(|error| is_harmless(&error)),
            Err(error) => is_harmless(&error),
        }
    }

    /// Reads these bytes as people in a CSV.
    pub fn csv(&self, bytes: &[u8]) {
        match people::csv("mine.csv", bytes, people::Asked::of(&self.dataset)) {
            Ok(rows) => rows.for_each(|row| _ = row.expect("bytes can be read")),
            Err(error) => _ = error.to_string(),
        }
    }

    /// Reads these bytes as people in JSON lines.
    pub fn jsonl(&self, bytes: &[u8]) {
        people::jsonl("mine.jsonl", bytes, people::Asked::of(&self.dataset))
            .for_each(|row| _ = row.expect("bytes can be read"));
    }
}

pub fn source(bytes: &[u8]) -> Source {
    Source::new("mine.toml", String::from_utf8_lossy(bytes).into_owned())
}
