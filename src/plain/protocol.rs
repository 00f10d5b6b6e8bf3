//! The questionnaire as JSON lines, for programs.

use super::conversation::{Conversation, Said};
use super::listen::line;
use super::prompt::Prompt;
use super::{Ended, Keeper};
use crate::fit::search;
use crate::model::Verdict;
use crate::report::{self, Detail, Subject, escaped};
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{self, BufRead, Write};

/// The version of what is written and read.
const VERSION: u8 = 1;
/// Careers in the result.
const TOP: usize = 10;

/// A conversation with a program.
pub struct Protocol<'k, R, W> {
    talk: Conversation,
    input: R,
    out: W,
    keeper: &'k mut dyn Keeper,
    /// Name of the session, in the result.
    name: String,
}

/// What a program says: one of these, nothing else.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Message {
    Answer(Value),
    Skip(bool),
    Back(bool),
    Stop(bool),
}

impl<'k, R: BufRead, W: Write> Protocol<'k, R, W> {
    /// A conversation over a session of this name.
    pub fn new(talk: Conversation, name: String, input: R, out: W, keeper: &'k mut dyn Keeper) -> Self {
        Self { talk, input, out, keeper, name }
    }

    /// Asks until nothing is left, the program stops or its input ends; each writes the result.
    pub fn run(&mut self) -> io::Result<Ended> {
        self.hello()?;
        let mut ended = Ended::Finished;
        'prompts: while let Some(prompt) = self.talk.prompt() {
            self.write(&json!({ "ask": ask(&prompt) }))?;
            loop {
                let Some(said) = line(&mut self.input)? else {
                    ended = Ended::EndOfInput;
                    break 'prompts;
                };
                match self.heard(&said, &prompt) {
                    Ok(()) => break,
                    Err(message) => self.write(&json!({ "error": { "message": message } }))?,
                }
            }
            self.keep()?;
        }
        self.keep()?;
        self.result()?;
        Ok(ended)
    }

    fn hello(&mut self) -> io::Result<()> {
        let interview = self.talk.interview();
        let parts: Vec<&str> =
            interview.matcher().kit.questionnaire.parts.iter().map(|part| part.id.as_str()).collect();
        let length = interview.record().length.name();
        self.write(&json!({ "hello": { "version": VERSION, "length": length, "parts": parts } }))
    }

    fn heard(&mut self, said: &str, prompt: &Prompt) -> Result<(), String> {
        let message: Message = serde_json::from_str(said).map_err(|error| {
            format!("{error}; send {{\"answer\":N}}, {{\"skip\":true}}, {{\"back\":true}} or {{\"stop\":true}}")
        })?;
        let said = match message {
            Message::Answer(Value::String(job)) if prompt.choices.is_empty() => return self.job(&job),
            Message::Answer(_) if prompt.choices.is_empty() => {
                return Err("send the career's id or title as text, or skip".to_string());
            }
            Message::Answer(value) => {
                let number = value.as_u64().and_then(|number| u8::try_from(number).ok());
                Said::Answer(number.ok_or_else(|| format!("{value} is none of the choices"))?)
            }
            Message::Skip(true) => Said::Skip,
            Message::Back(true) => Said::Back,
            Message::Stop(true) => Said::Stop,
            Message::Skip(false) | Message::Back(false) | Message::Stop(false) => {
                return Err("send true, or leave it out".to_string());
            }
        };
        self.talk.take(said, self.keeper.now())
    }

    /// The present or last job, by id or by the words that find it.
    fn job(&mut self, words: &str) -> Result<(), String> {
        let catalogue = &self.talk.interview().matcher().kit.catalogue;
        let hit = || search(catalogue, words, 1).first().map(|hit| hit.career);
        let found = catalogue.find(words).or_else(hit).map(|id| catalogue.get(id).id.clone());
        self.talk.name_job(found.ok_or_else(|| format!("no career is called anything like '{words}'"))?);
        Ok(())
    }

    /// Trouble with keeping is an error that changes nothing for the questions.
    fn keep(&mut self) -> io::Result<()> {
        match self.keeper.keep(self.talk.interview().record()) {
            Ok(()) => Ok(()),
            Err(why) => self.write(&json!({ "error": { "message": format!("not saved: {why}") } })),
        }
    }

    fn result(&mut self) -> io::Result<()> {
        let interview = self.talk.interview();
        let outcome = interview.outcome();
        let detail = Detail { top: TOP, uncertainty: true, reasons: outcome.verdict == Verdict::Ranked };
        let (answers, limits) = (interview.answers(), &interview.record().limits);
        let subject = Subject { person: self.name.clone(), answers, limits, notes: Vec::new() };
        let report = report::json(&report::build(interview.matcher(), &outcome, subject, detail));
        self.put(&format!("{{\"result\":{report}}}"))
    }

    fn write(&mut self, value: &Value) -> io::Result<()> {
        self.put(&escaped(value.to_string()))
    }

    fn put(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")?;
        self.out.flush()
    }
}

fn ask(prompt: &Prompt) -> Value {
    let choices: Vec<Value> =
        prompt.choices.iter().map(|(value, label)| json!({ "value": value, "label": label })).collect();
    let Prompt { id, part, text, number, of, again, .. } = prompt;
    json!({ "id": id, "part": part, "text": text, "choices": choices, "number": number, "of": of, "again": again })
}
