//! The questionnaire line by line: numbered choices, short prompts, nothing drawn.

use super::Host;
use super::conversation::{Conversation, Said};
use super::listen::read_line;
use super::prompt::{Kind, Prompt};
use super::reading::Reading;
use crate::interview::{Change, Learnt};
use crate::model::{CareerId, PartId};
use crate::report::{join_list, telling, to_sentence};
use crate::search::Hit;
use std::fmt::Write as _;
use std::io::{self, BufRead, Write};
use std::sync::Arc;

/// Careers offered when the present job is looked for.
const MAX_HITS: usize = 6;

/// What is typed for no present or last job, also in place of one named before.
const NO_JOB: &str = "none";

pub(super) const COMMANDS: &str = "b back, answers stay; s skip; u undo: the last answer is forgotten; r results so far; d a job and a career; q save and \
     quit; ? this help.";

/// A conversation with a person who reads and writes lines.
pub struct Dialogue<'k, R, W> {
    pub(super) talk: Conversation,
    pub(super) input: R,
    pub(super) out: W,
    pub(super) host: &'k mut dyn Host,
    /// Careers offered for the present job.
    hits: Vec<CareerId>,
    /// The part whose choices were read out last: its further questions name their ends only.
    choices_of: String,
    /// Parts whose job and career were read out.
    parts_told: Vec<PartId>,
    /// Whether what the person leans towards was told since there is something to tell.
    is_leaning_told: bool,
    /// What numbers and words mean at the results.
    pub(super) reading: Reading,
    /// The trouble with keeping the answers that was last said.
    trouble: Option<String>,
}

impl<'k, R: BufRead, W: Write> Dialogue<'k, R, W> {
    /// A dialogue over a conversation.
    pub fn new(talk: Conversation, input: R, out: W, host: &'k mut dyn Host) -> Self {
        let is_leaning_told = !talk.interview().find_leanings().is_empty();
        let (choices_of, reading) = (String::new(), Reading::default());
        let (hits, parts_told, trouble) = (Vec::new(), Vec::new(), None);
        Self { talk, input, out, host, hits, choices_of, parts_told, is_leaning_told, reading, trouble }
    }

    /// Writes a text and makes sure that it can be read before anything is waited for.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// Hands the record over to be saved; the same trouble is said once.
    pub(super) fn save(&mut self) -> io::Result<()> {
        let trouble = self.host.save(self.talk.interview().record()).err();
        if trouble != self.trouble {
            self.trouble = trouble;
            if let Some(what) = self.trouble.clone() {
                return self.say(&format!("Not saved: {what}. You can go on; it is tried again with each answer.\n"));
            }
            return self.say("Saved again, with everything so far.\n");
        }
        Ok(())
    }

    /// Reads a line that was asked for; nothing at the end of input.
    pub(super) fn ask_line(&mut self, text: &str) -> io::Result<Option<String>> {
        self.say(&format!("{text}\n"))?;
        read_line(&mut self.input)
    }

    /// Takes what is said without being asked, and saves that.
    pub(super) fn apply(&mut self, change: Change) -> io::Result<()> {
        self.talk.apply(change);
        self.save()
    }

    pub(super) fn hear(&mut self, typed: &str, prompt: &Prompt) -> Heard {
        let now = self.host.now();
        let said = match typed.to_lowercase().as_str() {
            "q" | "quit" => return Heard::Quit,
            "?" | "h" | "help" => return Heard::Reply(describe_help(prompt)),
            "d" => {
                return Heard::Reply(telling::describe_job_and_career(
                    &self.talk.interview().matcher().dataset,
                    &prompt.part,
                ));
            }
            "b" | "back" => Said::Back,
            "s" | "skip" => Said::Skip,
            "u" | "undo" => Said::Undo,
            "r" | "results" => Said::Stop,
            "l" | "limit" => return self.talk.offered_limit().map_or_else(refuse_limit, |one| Heard::Limit(one.limit)),
            "" if self.talk.is_several() => Said::Skip,
            "" => return Heard::Reply(describe_choices(prompt)),
            _ if prompt.choices.is_empty() => return self.look_for_job(typed),
            _ => return self.hear_numbers(typed, now),
        };

        // a number typed after this does not mean a career that was found before
        self.hits.clear();
        self.talk.take(said, now).map_or_else(|why| Heard::Reply(to_sentence(&why)), |()| Heard::Moved(announce(said)))
    }

    /// One number, or several where several can be chosen; then no more are asked for.
    fn hear_numbers(&mut self, typed: &str, now: u64) -> Heard {
        let numbers: Option<Vec<u8>> =
            typed.split([' ', ',']).filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect();

        let taken = match numbers.as_deref() {
            Some(numbers @ [_, ..]) if self.talk.is_several() => self.talk.take_several(numbers),
            Some([number]) => self.talk.take(Said::Answer(*number), now),
            _ => return Heard::Reply("Type the number of one choice, or ? for help.".to_string()),
        };
        taken.map_or_else(|why| Heard::Reply(to_sentence(&why)), |()| Heard::Moved(""))
    }

    /// Words look careers up; a number takes one of those found.
    fn look_for_job(&mut self, typed: &str) -> Heard {
        let matcher = Arc::clone(self.talk.interview().matcher());
        let catalogue = &matcher.dataset.catalogue;

        if let (Ok(number), false) = (typed.parse::<usize>(), self.hits.is_empty()) {
            let chosen = number.checked_sub(1).and_then(|at| self.hits.get(at));
            let Some(career) = chosen.copied() else {
                return Heard::Reply(explain_choosing(self.hits.len()));
            };
            self.hits.clear();
            self.talk.name_job(Some(career));
            return Heard::Moved("");
        }

        if typed.eq_ignore_ascii_case(NO_JOB) {
            self.hits.clear();
            self.talk.name_job(None);
            return Heard::Moved("No job before.");
        }

        let found = matcher.search(typed, MAX_HITS);
        self.hits = found.hits.iter().map(|hit| hit.career).collect();
        let said = found.explain(typed).map(|said| format!("{said}\n")).unwrap_or_default();
        if self.hits.is_empty() {
            return Heard::Reply(format!("{said}Type another word, s to skip, or {NO_JOB}."));
        }

        let title = |hit: &Hit| {
            let found_as = hit.found_as.as_ref().map(|name| format!(" ({})", name.describe())).unwrap_or_default();
            format!("{}{found_as}", catalogue.get(hit.career).title)
        };
        let rows: Vec<String> = found.hits.iter().zip(1..).map(|(hit, at)| format!("{at} {}", title(hit))).collect();
        Heard::Reply(format!("{said}{}.\n{}", rows.join("; "), explain_choosing(rows.len())))
    }

    pub(super) fn ask(&mut self, prompt: &Prompt) -> io::Result<()> {
        self.tell_leaning()?;

        let left = self.talk.interview().count_left();
        let again = if prompt.again { format!(" {}", telling::AGAIN) } else { String::new() };
        let Prompt { title, number, of, .. } = prompt;
        let is_several = prompt.kind == Kind::Several;
        let interview = self.talk.interview();
        let words = &interview.matcher().dataset.questionnaire.words;
        // of several choices `of` is how many can be made, and one line makes them all
        let place = if is_several { String::new() } else { format!(" {}", words.format_place(*number, *of)) };
        let left = if left == 0 { String::new() } else { format!(", {}", words.format_left(left)) };
        let catalogue = &interview.matcher().dataset.catalogue;
        let offer = self.talk.offered_limit().and_then(|offered| telling::describe_limit_offer(&offered, "l"));
        let change = || self.talk.list_change().map(|change| telling::describe_list_change(catalogue, change));
        let moved = offer.or_else(change).map(|said| format!("{said}\n"));

        let mut text = moved.unwrap_or_default();
        let _ = writeln!(text, "\n{title}{place}{left}.{again}");
        text.extend(prompt.over.iter().map(|over| format!("{over} ")));
        let _ = writeln!(text, "{}", prompt.text);
        text.extend(prompt.example.iter().map(|example| format!("{example}\n")));
        let is_known = prompt.is_scored && self.choices_of == prompt.part;
        let _ = writeln!(text, "{}", if is_known { describe_ends(prompt) } else { describe_choices(prompt) });
        self.choices_of.clone_from(&prompt.part);
        text.extend(prompt.before.iter().map(|before| format!("Your answer so far: {before}.\n")));

        self.say(&text)
    }

    /// Says what the person leans towards, once there is something true to say.
    fn tell_leaning(&mut self) -> io::Result<()> {
        let interview = self.talk.interview();
        let first =
            interview.find_leanings().first().map(|one| telling::describe_leaning(&interview.matcher().dataset, one));
        let Some(first) = first.filter(|_| !self.is_leaning_told) else { return Ok(()) };
        self.is_leaning_told = true;
        self.say(&format!("\n{}: {first}\n", telling::SO_FAR))
    }

    pub(super) fn turn(&mut self, part: PartId) -> io::Result<()> {
        let interview = self.talk.interview();
        let dataset = &interview.matcher().dataset;
        let about = dataset.questionnaire.part(part);
        let over = dataset.questionnaire.words.format_part(part.index() + 1, dataset.questionnaire.parts.len());
        let mut text = String::new();

        let so_far = match interview.summarise(part) {
            Learnt::Nothing => None,
            Learnt::Areas(areas) => {
                let said: Vec<String> = areas.iter().map(|one| telling::describe_leaning(dataset, one)).collect();
                Some(format!("{}:\n{}", telling::SO_FAR, said.join("\n")))
            }
            Learnt::Careers(careers) => {
                let titles: Vec<&str> = careers.iter().map(|id| dataset.catalogue.get(*id).title.as_str()).collect();
                Some(format!("{}: {}.", telling::LEADING, join_list(&titles)))
            }
        };

        text.extend(so_far.map(|said| format!("\n{said}\n")));
        let _ = writeln!(text, "\n{over}: {}\n{}", about.title, about.intro);
        if !self.parts_told.contains(&part) {
            let beside = telling::describe_job_and_career(dataset, &about.id);
            text.extend((!beside.is_empty()).then(|| format!("\n{beside}\n")));
            self.parts_told.push(part);
        }

        self.say(&text)
    }
}

/// What a typed line led to.
pub(super) enum Heard {
    /// Something else is asked now; how that came about is said, unless it was an answer.
    Moved(&'static str),
    /// The same is asked still; this is said.
    Reply(String),
    /// This limit, by its place, is set before the same is asked again.
    Limit(usize),
    /// The person has enough.
    Quit,
}

fn refuse_limit() -> Heard {
    Heard::Reply("Nothing you said last asks for a limit. At the results L sets any of them.".to_string())
}

/// What is said of a move that is no answer.
const fn announce(said: Said) -> &'static str {
    match said {
        Said::Back => "Back.",
        Said::Skip => "Skipped.",
        Said::Undo => telling::UNDONE,
        Said::Answer(_) | Said::Stop => "",
    }
}

/// Both ends of the choices, for somebody who has heard all of them before; all choices where a number between the ends is
/// none.
fn describe_ends(prompt: &Prompt) -> String {
    let scale: Vec<&(u8, String)> = prompt.choices.iter().filter(|(value, _)| *value > 0).collect();
    if scale.windows(2).any(|two| two[0].0 + 1 != two[1].0) {
        return describe_choices(prompt);
    }

    let others = prompt.choices.iter().filter(|(value, _)| *value == 0).map(|(_, label)| format!("0 {label}; "));
    let mut text: String = others.collect();
    if let (Some((low, least)), Some((high, most))) = (scale.first(), scale.last()) {
        let _ = write!(text, "{low} {least}, to {high} {most}.");
    }
    text
}

fn describe_choices(prompt: &Prompt) -> String {
    if prompt.choices.is_empty() {
        return "Type words to look it up, or s to skip.".to_string();
    }
    let choices: Vec<String> = prompt.choices.iter().map(|(value, label)| format!("{value} {label}")).collect();
    let choices = choices.join("; ") + ".";
    if prompt.kind == Kind::Several { format!("{choices}\n{}", explain_several(prompt)) } else { choices }
}

/// How to make several choices.
fn explain_several(prompt: &Prompt) -> String {
    let most = if prompt.of < prompt.choices.len() { format!("up to {}", prompt.of) } else { "all".to_string() };
    format!("Type {most} that you want on one line, like 1 2, or press Enter to go on.")
}

fn describe_help(prompt: &Prompt) -> String {
    format!("{}\n{}\nThen: {COMMANDS}", prompt.text, describe_choices(prompt))
}

/// How to take one of so many careers found.
fn explain_choosing(found: usize) -> String {
    let number = if found == 1 { "1".to_string() } else { format!("a number from 1 to {found}") };
    format!("Type {number}, other words, or s to skip.")
}
