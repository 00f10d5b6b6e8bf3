//! The questionnaire line by line: numbered choices, short prompts, nothing drawn.

use super::conversation::{Conversation, Said};
use super::listen::line;
use super::prompt::Prompt;
use super::{Ended, Keeper, menu, results};
use crate::fit::search;
use crate::interview::Learnt;
use crate::model::{CareerId, PartId};
use crate::report::listed;
use std::fmt::Write as _;
use std::io::{self, BufRead, Write};

/// The difference between a job and a career is read again after so many answers.
const BESIDE: usize = 6;
/// Careers offered when the present job is looked for.
const HITS: usize = 6;

const COMMANDS: &str = "b back; s skip; u undo the last answer; r results so far; q save and quit; ? this help.";

/// A conversation with a person who reads and writes lines.
pub struct Dialogue<'k, R, W> {
    pub(super) talk: Conversation,
    pub(super) input: R,
    pub(super) out: W,
    keeper: &'k mut dyn Keeper,
    /// Careers offered for the present job.
    hits: Vec<CareerId>,
    /// Prompts said so far.
    said: usize,
    /// The trouble with keeping the answers that was last said.
    trouble: Option<String>,
}

impl<'k, R: BufRead, W: Write> Dialogue<'k, R, W> {
    /// A dialogue over a conversation.
    pub fn new(talk: Conversation, input: R, out: W, keeper: &'k mut dyn Keeper) -> Self {
        Self { talk, input, out, keeper, hits: Vec::new(), said: 0, trouble: None }
    }

    /// Asks until the person has enough or nothing more can be read, which prints the results so far.
    pub fn run(&mut self) -> io::Result<Ended> {
        self.say(&format!("After each question type the number of your answer. Also: {COMMANDS}\n"))?;
        loop {
            if let Some(part) = self.talk.turned() {
                self.turn(part)?;
            }
            let Some(prompt) = self.talk.prompt() else {
                match menu::results(self)? {
                    Some(ended) => return Ok(ended),
                    None => continue,
                }
            };
            self.ask(&prompt)?;
            loop {
                let Some(typed) = line(&mut self.input)? else {
                    self.keep()?;
                    let text = results::results(self.talk.interview());
                    self.say(&text)?;
                    return Ok(Ended::EndOfInput);
                };
                match self.heard(&typed, &prompt) {
                    Heard::Quit => {
                        self.keep()?;
                        return Ok(Ended::Finished);
                    }
                    Heard::Moved => break,
                    Heard::Reply(reply) => self.say(&format!("{reply}\n"))?,
                }
            }
            self.keep()?;
        }
    }

    /// Writes a text and makes sure that it can be read before anything is waited for.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// Hands the record over to be kept; the same trouble is said once.
    pub(super) fn keep(&mut self) -> io::Result<()> {
        let trouble = self.keeper.keep(self.talk.interview().record()).err();
        if trouble != self.trouble {
            self.trouble = trouble;
            if let Some(what) = self.trouble.clone() {
                return self.say(&format!("Not saved: {what}. You can go on; it is tried again with each answer.\n"));
            }
            return self.say("Saved again, with everything so far.\n");
        }
        Ok(())
    }

    fn heard(&mut self, typed: &str, prompt: &Prompt) -> Heard {
        let now = self.keeper.now();
        let said = match typed.to_lowercase().as_str() {
            "q" | "quit" => return Heard::Quit,
            "?" | "h" | "help" => return Heard::Reply(help(prompt)),
            "b" | "back" => Said::Back,
            "s" | "skip" => Said::Skip,
            "u" | "undo" => Said::Undo,
            "r" | "results" => Said::Stop,
            "" if self.talk.is_several() => Said::Skip,
            "" => return Heard::Reply(choices(prompt)),
            _ if prompt.choices.is_empty() => return self.look_for_job(typed),
            _ => return self.numbers(typed, now),
        };
        self.hits.clear();
        self.talk.take(said, now).map_or_else(|why| Heard::Reply(capital(&why)), |()| Heard::Moved)
    }

    /// One number, or several where several can be chosen; then no more are asked for.
    fn numbers(&mut self, typed: &str, now: u64) -> Heard {
        let numbers: Option<Vec<u8>> =
            typed.split([' ', ',']).filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect();
        let numbers = match numbers {
            Some(numbers) if numbers.len() == 1 || (numbers.len() > 1 && self.talk.is_several()) => numbers,
            _ => return Heard::Reply("Type the number of one choice, or ? for help.".to_string()),
        };
        let several = self.talk.is_several();
        for number in numbers {
            if several && !self.talk.is_several() {
                break;
            }
            if let Err(why) = self.talk.take(Said::Answer(number), now) {
                return Heard::Reply(capital(&why));
            }
        }
        if several && self.talk.is_several() {
            return self.talk.take(Said::Skip, now).map_or_else(Heard::Reply, |()| Heard::Moved);
        }
        Heard::Moved
    }

    /// Words look careers up; a number takes one of those found.
    fn look_for_job(&mut self, typed: &str) -> Heard {
        let catalogue = &self.talk.interview().matcher().kit.catalogue;
        if let (Ok(number), false) = (typed.parse::<usize>(), self.hits.is_empty()) {
            let chosen = number.checked_sub(1).and_then(|at| self.hits.get(at));
            let Some(id) = chosen.map(|id| catalogue.get(*id).id.clone()) else {
                return Heard::Reply(choosing(self.hits.len()));
            };
            self.hits.clear();
            self.talk.name_job(id);
            return Heard::Moved;
        }
        self.hits = search(catalogue, typed, HITS).into_iter().map(|hit| hit.career).collect();
        if self.hits.is_empty() {
            return Heard::Reply("Nothing is called that. Try another word, or s to skip.".to_string());
        }
        let found = self.hits.iter().zip(1..).map(|(id, number)| format!("{number} {}", catalogue.get(*id).title));
        let found: Vec<String> = found.collect();
        Heard::Reply(format!("{}.\n{}", found.join("; "), choosing(found.len())))
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<()> {
        self.said += 1;
        if self.said.is_multiple_of(BESIDE) {
            self.beside(&prompt.part)?;
        }
        let left = self.talk.interview().progress(PartId(0)).left;
        let again = if prompt.again { " Once more, to check." } else { "" };
        let left = match left {
            0 => String::new(),
            1 => ", 1 question left in all".to_string(),
            left => format!(", {left} questions left in all"),
        };
        let Prompt { title, number, of, .. } = prompt;
        let mut text = format!("\n{title} {number} of {of}{left}.{again}\n");
        text.extend(prompt.over.iter().map(|over| format!("{over} ")));
        let _ = writeln!(text, "{}", prompt.text);
        text.extend(prompt.example.iter().map(|example| format!("{example}\n")));
        let _ = writeln!(text, "{}", choices(prompt));
        text.extend(prompt.before.iter().map(|before| format!("Your answer so far: {before}.\n")));
        self.say(&text)
    }

    /// One sentence on a job and the one on a career that answers it.
    fn beside(&mut self, place: &str) -> io::Result<()> {
        let distinctions = &self.talk.interview().matcher().kit.distinctions;
        let lines = distinctions.beside(place).and_then(|pair| {
            let at = (self.said / BESIDE) % pair.job_lines.len().max(1);
            Some(format!("\nJob: {}\nCareer: {}\n", pair.job_lines.get(at)?, pair.career_lines.get(at)?))
        });
        lines.map_or(Ok(()), |lines| self.say(&lines))
    }

    fn turn(&mut self, part: PartId) -> io::Result<()> {
        let interview = self.talk.interview();
        let kit = &interview.matcher().kit;
        let about = kit.questionnaire.part(part);
        let parts = kit.questionnaire.parts.len();
        let mut text = String::new();
        let so_far: Vec<&str> = match interview.learnt(part) {
            Learnt::Nothing => Vec::new(),
            Learnt::Areas(areas) => areas.iter().map(|at| kit.scales.areas[*at].name.as_str()).collect(),
            Learnt::Careers(careers) => careers.iter().map(|id| kit.catalogue.get(*id).title.as_str()).collect(),
        };
        if !so_far.is_empty() {
            let _ = writeln!(text, "\nSo far your answers point to: {}.", listed(&so_far));
        }
        let _ = writeln!(text, "\nPart {} of {parts}: {}\n{}", part.index() + 1, about.title, about.intro);
        if let Some(pair) = kit.distinctions.beside(&about.id) {
            let _ = writeln!(text, "\n{}.\nJob: {}\nCareer: {}", pair.title, pair.job, pair.career);
        }
        self.say(&text)
    }
}

/// What a typed line led to.
enum Heard {
    /// Something else is asked now.
    Moved,
    /// The same is asked still; this is said.
    Reply(String),
    /// The person has enough.
    Quit,
}

fn choices(prompt: &Prompt) -> String {
    if prompt.choices.is_empty() {
        return "Type words to look it up, or s to skip.".to_string();
    }
    let choices: Vec<String> = prompt.choices.iter().map(|(value, label)| format!("{value} {label}")).collect();
    choices.join("; ") + "."
}

fn help(prompt: &Prompt) -> String {
    format!("{}\n{}\nThen: {COMMANDS}", prompt.text, choices(prompt))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect::<String>() + ".")
}

/// How to take one of so many careers found.
fn choosing(found: usize) -> String {
    let number = if found == 1 { "1".to_string() } else { format!("a number from 1 to {found}") };
    format!("Type {number}, other words, or s to skip.")
}
