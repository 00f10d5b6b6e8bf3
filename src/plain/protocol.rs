//! The questionnaire as JSON lines, for programs: a greeting and the first question, then one line out for each line in.

mod wire;

use super::conversation::{Conversation, Said};
use super::listen::read_line;
use super::prompt::{Kind, Prompt};
use super::{Ended, Host};
use crate::assess::Care;
use crate::model::{CareerId, Verdict};
use crate::report::{self, Detail, Subject, escape_json};
use crate::search::Certainty;
use serde_json::Value;
use std::io::{self, BufRead, Write};
use wire::{Ask, Greeting, Heard, Hello, Limit, Message, Moved, Reply, Request, What, Wrong};

/// The version of what is written and read.
const VERSION: u8 = 1;
/// Careers in the result.
const MAX_RANKED: usize = 10;
/// Careers named where several share a word.
const OFFERED: usize = 6;

/// A conversation with a program.
pub struct Protocol<'k, R, W> {
    talk: Conversation,
    input: R,
    out: W,
    host: &'k mut dyn Host,
    /// Name of the session, in the result.
    name: String,
}

impl<'k, R: BufRead, W: Write> Protocol<'k, R, W> {
    /// A conversation over a session of this name.
    pub fn new(talk: Conversation, name: String, input: R, out: W, host: &'k mut dyn Host) -> Self {
        Self { talk, input, out, host, name }
    }

    /// Asks until nothing is left, the program stops or its input ends; each writes the result.
    ///
    /// # Errors
    /// A line cannot be read or written.
    pub fn run(&mut self) -> io::Result<Ended> {
        self.greet()?;
        let (mut reply, mut ended) = (Reply::default(), Ended::Finished);
        while let Some(prompt) = self.talk.prompt() {
            let (moved, limit) = (self.describe_change(), self.offer_limit());
            self.write(&Reply { ask: Some(Ask::from(&prompt)), moved, limit, ..reply })?;
            let Some(next) = self.listen(&prompt)? else {
                ended = Ended::EndOfInput;
                reply = Reply::default();
                break;
            };
            reply = next;
        }

        reply.unsaved = self.save();
        self.write_result(&reply)?;
        Ok(ended)
    }

    /// What the last reaction or condition did to the first ten.
    fn describe_change(&self) -> Option<Moved> {
        let interview = self.talk.interview();
        let catalogue = &interview.matcher().dataset.catalogue;
        let ids = |careers: &[CareerId]| careers.iter().map(|id| catalogue.get(*id).id.clone()).collect();
        self.talk.list_change().map(|change| Moved { came: ids(&change.came), went: ids(&change.went) })
    }

    /// The limit that would hide careers like the one on the last card, where its pay, training or place was why not.
    fn offer_limit(&self) -> Option<Limit> {
        let offered = self.talk.offered_limit()?;
        let limit = &self.talk.interview().matcher().dataset.questionnaire.limits[offered.limit];
        Some(Limit { id: limit.id.clone(), choice: limit.choices[offered.choice].id.clone() })
    }

    fn greet(&mut self) -> io::Result<()> {
        let interview = self.talk.interview();
        let questionnaire = &interview.matcher().dataset.questionnaire;
        let parts: Vec<&str> = questionnaire.parts.iter().map(|part| part.id.as_str()).collect();
        let hello = Hello {
            version: VERSION,
            made_with: report::describe_provenance(&interview.matcher().dataset),
            session: &self.name,
            length: interview.record().length.name(),
            parts,
        };

        let line = escape_json(serde_json::to_string(&Greeting { hello })?);
        self.put_line(&line)
    }

    /// What is written back to the next line that can be understood; nothing at the end of input.
    fn listen<'n>(&mut self, prompt: &Prompt) -> io::Result<Option<Reply<'n>>> {
        while let Some(said) = read_line(&mut self.input)? {
            let (id, heard) = match Message::from_line(&said) {
                Ok(message) => (message.id.clone(), self.hear(&message, prompt)),
                Err(wrong) => (None, Err(wrong)),
            };

            match heard {
                Ok(what) => {
                    let heard = Some(Heard { question: prompt.id.clone(), what });
                    return Ok(Some(Reply { id, heard, unsaved: self.save(), ..Reply::default() }));
                }
                Err(message) => self.write(&Reply { id, error: Some(Wrong { message }), ..Reply::default() })?,
            }
        }
        Ok(None)
    }

    fn hear(&mut self, message: &Message, prompt: &Prompt) -> Result<What, String> {
        if let Some(meant) = message.question.as_ref().filter(|meant| **meant != prompt.id) {
            return Err(format!("'{}' is asked now, not '{meant}'", prompt.id));
        }

        let (said, what) = match message.request()? {
            Request::Answer(value) => return self.answer(&value, prompt),
            Request::Skip => (Said::Skip, What::Skip { skip: true }),
            Request::Back => (Said::Back, What::Back { back: true }),
            Request::Undo => (Said::Undo, What::Undo { undo: true }),
            Request::Stop => (Said::Stop, What::Stop { stop: true }),
        };
        self.talk.take(said, self.host.now())?;
        Ok(what)
    }

    fn answer(&mut self, value: &Value, prompt: &Prompt) -> Result<What, String> {
        match (prompt.kind, value) {
            (Kind::Career, Value::String(words)) => self.find_job(words),
            (Kind::Career, _) => Err("send the career's id or title as text, or skip".to_string()),
            (Kind::Several, Value::Array(values)) => {
                let numbers =
                    values.iter().map(|value| parse_number(value, prompt)).collect::<Result<Vec<u8>, String>>()?;
                self.talk.take_several(&numbers)?;
                let label: Vec<&str> = numbers.iter().filter_map(|number| find_label(prompt, *number)).collect();
                Ok(What::Answer { answer: numbers.into(), label: label.into() })
            }
            (Kind::One | Kind::Several | Kind::Card, value) => {
                let number = parse_number(value, prompt)?;
                self.talk.take(Said::Answer(number), self.host.now())?;
                Ok(What::Answer { answer: number.into(), label: find_label(prompt, number).into() })
            }
        }
    }

    /// The present or last job, by id or by the words that find it; none for no words.
    fn find_job(&mut self, words: &str) -> Result<What, String> {
        let matcher = self.talk.interview().matcher();
        let catalogue = &matcher.dataset.catalogue;
        let hits = matcher.search(words, OFFERED);
        let by_id = catalogue.find(words);

        if by_id.is_none() && hits.certainty == Certainty::Choice {
            let offered = hits.hits.iter().map(|hit| catalogue.get(hit.career));
            let offered: Vec<String> = offered.map(|career| format!("{} ({})", career.title, career.id)).collect();
            return Err(format!("several careers share '{words}': {}; send the id of one", offered.join("; ")));
        }
        let found = by_id.or_else(|| hits.sure());
        if found.is_none() && !words.trim().is_empty() {
            return Err(format!("no career is called anything like '{words}'"));
        }

        let (id, title) =
            found.map(|id| catalogue.get(id)).map(|career| (career.id.clone(), career.title.clone())).unzip();
        self.talk.name_job(found);
        Ok(What::Answer { answer: id.into(), label: title.into() })
    }

    /// Hands the record over to be saved; why it could not be, which changes nothing for the questions.
    fn save(&mut self) -> Option<String> {
        self.host.save(self.talk.interview().record()).err()
    }

    fn write_result(&mut self, reply: &Reply<'_>) -> io::Result<()> {
        let interview = self.talk.interview();
        let outcome = interview.evaluate();
        let reasons = outcome.verdict == Verdict::Ranked;
        let detail = Detail { top: MAX_RANKED, uncertainty: true, reasons, directions: true };
        // a program answers at once: its speed tells nothing of how its answers were thought over
        let care = interview.assess_quality().care.into_iter().filter(|care| *care != Care::Fast);
        let notes = care.map(report::describe_care).collect();
        let (answers, record) = (interview.answers(), interview.record());
        let subject = Subject { person: self.name.clone(), answers, record, notes };
        let report = report::write_json(&report::build_ranking(interview.matcher(), &outcome, subject, detail));

        let head = escape_json(serde_json::to_string(reply)?);
        // the report is JSON already: put into the object as it is, it is not read and written once more
        let head = head.strip_suffix('}').unwrap_or(&head);
        let comma = if head == "{" { "" } else { "," };
        self.put_line(&format!("{head}{comma}\"result\":{report}}}"))
    }

    fn write(&mut self, reply: &Reply<'_>) -> io::Result<()> {
        self.put_line(&escape_json(serde_json::to_string(reply)?))
    }

    fn put_line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")?;
        self.out.flush()
    }
}

fn parse_number(value: &Value, prompt: &Prompt) -> Result<u8, String> {
    // many a program writes every number with a fraction: 4.0 is 4
    let is_it = |whole: &u8| value.as_f64().is_some_and(|number| (f64::from(*whole) - number).abs() < f64::EPSILON);
    (0..=u8::MAX).find(is_it).ok_or_else(|| {
        let choices: Vec<String> = prompt.choices.iter().map(|(value, _)| value.to_string()).collect();
        format!("{value} is none of the choices, which are {}", choices.join(", "))
    })
}

fn find_label(prompt: &Prompt, number: u8) -> Option<&str> {
    prompt.choices.iter().find(|(value, _)| *value == number).map(|(_, label)| label.as_str())
}
