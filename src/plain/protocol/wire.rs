//! The lines of the protocol as they stand on the wire. `docs/take.md` describes them, `data/schemas` has their schema.

use crate::plain::prompt::{Kind, Prompt};
use crate::report::MadeWith;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What can be sent, for whoever sent something else.
const USAGE: &str = "send {\"answer\":N}, {\"skip\":true}, {\"back\":true}, {\"undo\":true} or {\"stop\":true}";

/// What a program says: one wish, and what it may add to keep its own books.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Comes back with the reply.
    pub id: Option<Value>,
    /// Id of the question that is meant, where the program wants to be sure.
    pub question: Option<String>,
    answer: Option<Value>,
    skip: Option<bool>,
    back: Option<bool>,
    undo: Option<bool>,
    stop: Option<bool>,
}

/// What a program wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// This answer.
    Answer(Value),
    /// No answer; of several choices, no more.
    Skip,
    /// The question before.
    Back,
    /// The last answer or card taken back.
    Undo,
    /// The result.
    Stop,
}

impl Message {
    /// Reads a line; what is wrong with it comes back.
    pub fn from_line(line: &str) -> Result<Self, String> {
        if !line.starts_with('{') {
            return Err(format!("this is no JSON object; {USAGE}"));
        }
        serde_json::from_str(line).map_err(|error| format!("{error}; {USAGE}"))
    }

    /// The one wish in it.
    pub fn request(&self) -> Result<Request, String> {
        let flags = [
            (self.skip, Request::Skip),
            (self.back, Request::Back),
            (self.undo, Request::Undo),
            (self.stop, Request::Stop),
        ];
        if flags.iter().any(|(flag, _)| *flag == Some(false)) {
            return Err("send true, or leave it out".to_string());
        }

        let flags = flags.into_iter().filter(|(flag, _)| flag.is_some()).map(|(_, request)| request);
        let mut requests = self.answer.clone().map(Request::Answer).into_iter().chain(flags);
        match (requests.next(), requests.next()) {
            (Some(request), None) => Ok(request),
            (Some(_), Some(_)) => Err(format!("these are two things at once; {USAGE}")),
            (None, _) => Err(USAGE.to_string()),
        }
    }
}

/// The first line.
#[derive(Debug, Serialize)]
pub struct Greeting<'q> {
    /// What the program has before it.
    pub hello: Hello<'q>,
}

/// What a program has before it.
#[derive(Debug, Serialize)]
pub struct Hello<'q> {
    /// The version of what is written and read.
    pub version: u8,
    /// The program and the data.
    pub made_with: MadeWith,
    /// Name of the session.
    pub session: &'q str,
    /// How much is asked.
    pub length: &'q str,
    /// Ids of the parts with questions that are scored.
    pub parts: Vec<&'q str>,
}

/// One line in reply: what was understood, then what is asked next, the result, or what was wrong.
#[derive(Debug, Default, Serialize)]
pub struct Reply<'p> {
    /// What the program sent as `id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
    /// What was understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heard: Option<Heard>,
    /// Why the answers could not be saved, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsaved: Option<String>,
    /// What is asked now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<Ask<'p>>,
    /// What the last reaction or condition did to the first ten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<Moved>,
    /// The limit that why a career on a card is not for the person asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// What was wrong; the same question stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Wrong>,
}

/// Careers that came among the first ten and went from them, by their ids.
#[derive(Debug, Serialize)]
pub struct Moved {
    /// They came.
    pub came: Vec<String>,
    /// They went.
    pub went: Vec<String>,
}

/// A choice of a limit, which would hide careers.
#[derive(Debug, Serialize)]
pub struct Limit {
    /// Id of the limit.
    pub id: String,
    /// Id of the choice.
    pub choice: String,
}

/// What was wrong with a line.
#[derive(Debug, Serialize)]
pub struct Wrong {
    /// What was there, and what to send.
    pub message: String,
}

/// What was understood, with the question it was an answer to.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub struct Heard {
    /// Id of the question.
    pub question: String,
    /// The answer and its words, or that there was none.
    #[serde(flatten)]
    pub what: What,
}

/// What was understood of a wish.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum What {
    /// A value, a career's id (null for none), or several values; and the words for it.
    Answer {
        /// As the record keeps it.
        answer: Value,
        /// In words.
        label: Value,
    },
    /// It was left out.
    Skip {
        /// Always true.
        skip: bool,
    },
    /// Back to the one before.
    Back {
        /// Always true.
        back: bool,
    },
    /// The last answer or card taken back.
    Undo {
        /// Always true.
        undo: bool,
    },
    /// To the result.
    Stop {
        /// Always true.
        stop: bool,
    },
}

/// What is asked.
#[derive(Debug, Serialize)]
pub struct Ask<'p> {
    id: &'p str,
    kind: &'static str,
    part: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt: Option<&'p str>,
    text: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'p str>,
    choices: Vec<Offered<'p>>,
    /// How many can be chosen at most, where several can.
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen: Option<&'p [u8]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<u8>,
    number: usize,
    of: usize,
    again: bool,
}

#[derive(Debug, Serialize)]
struct Offered<'p> {
    value: u8,
    label: &'p str,
}

impl<'p> From<&'p Prompt> for Ask<'p> {
    fn from(prompt: &'p Prompt) -> Self {
        let several = prompt.kind == Kind::Several;
        let kind = match prompt.kind {
            Kind::One => "one",
            Kind::Several => "several",
            Kind::Career => "career",
            Kind::Card => "card",
        };

        Self {
            id: &prompt.id,
            kind,
            part: &prompt.part,
            prompt: prompt.over.as_deref(),
            text: &prompt.text,
            example: prompt.example.as_deref(),
            choices: prompt.choices.iter().map(|(value, label)| Offered { value: *value, label }).collect(),
            most: several.then_some(prompt.of),
            chosen: several.then_some(&prompt.chosen),
            before: prompt.before,
            number: prompt.number,
            of: prompt.of,
            again: prompt.again,
        }
    }
}
