//! What can be done at the results, line by line, by the words and letters of the screen.

use super::Ended;
use super::conversation::Said;
use super::dialogue::Dialogue;
use super::listen::read_line;
use super::reading::Reading;
use super::results;
use crate::interview::Interview;
use crate::model::{CareerId, Day};
use crate::report::outline::Block;
use crate::report::{self, pluralise, telling};
use crate::search::Certainty;
use std::io::{self, BufRead, Write};

/// Careers offered where words do not say which is meant.
const MAX_OFFERED: usize = 6;

const COMMANDS: &str = "Type a number of the list last read, or any words, to read about a career. \
                        For the career read last: keep (f), note (w), plan (P), done with its first step (done). Also: \
                        list (l); start now (n); kept (F); compare (c) with two or three numbers; cards; training (the \
                        list with or without your answer on it); limits (L); report (e); job or career (d); go on with the \
                        questions left (g); back (b); quit (q). ? says this again.";

/// What a line leads to.
enum Next {
    /// Something is said, and another line is read.
    Say(String),
    /// The questions go on.
    Questions(&'static str),
    /// The person has enough.
    Quit,
}

/// Reads the results out and does what is wished there, until the questions go on (nothing) or it ends.
pub(super) fn run_menu<R: BufRead, W: Write>(dialogue: &mut Dialogue<'_, R, W>) -> io::Result<Option<Ended>> {
    let text = list_results(dialogue);
    dialogue.say(&format!("{text}\n{COMMANDS}\n"))?;

    loop {
        let Some(typed) = read_line(&mut dialogue.input)? else {
            dialogue.save()?;
            return Ok(Some(Ended::EndOfInput));
        };

        match run_command(dialogue, &typed)? {
            Next::Say(reply) => dialogue.say(&format!("{reply}\n"))?,
            Next::Questions(said) => {
                dialogue.say(&format!("{said}\n"))?;
                return Ok(None);
            }
            Next::Quit => {
                dialogue.save()?;
                return Ok(Some(Ended::Finished));
            }
        }
    }
}

fn run_command<R: BufRead, W: Write>(dialogue: &mut Dialogue<'_, R, W>, typed: &str) -> io::Result<Next> {
    let (word, rest) = typed.split_once(' ').map_or((typed, ""), |(word, rest)| (word, rest.trim()));
    let says = match (word, rest) {
        ("q" | "quit", "") => return Ok(Next::Quit),
        ("g" | "a" | "go" | "questions", "") | ("go", "on") if dialogue.talk.resume() => {
            return Ok(Next::Questions("On with the questions."));
        }
        ("g" | "a" | "go" | "questions", "") | ("go", "on") => "All questions of this length are answered.".to_string(),
        // going back answers nothing, so that no time is kept of it
        ("b" | "back", "") => match dialogue.talk.take(Said::Back, 0) {
            Ok(()) => return Ok(Next::Questions("Back.")),
            Err(why) => report::to_sentence(&why),
        },
        ("l" | "list" | "r", "") => list_results(dialogue),
        ("n", "") | ("start", "" | "now") => results::describe_starts(dialogue.talk.interview()),
        ("cards", "") if dialogue.talk.show_cards() => return Ok(Next::Questions("Some career cards.")),
        ("cards", "") => "There is no list yet to take careers from.".to_string(),
        ("training", "") => {
            dialogue.talk.toggle_training();
            list_results(dialogue)
        }
        ("d", "") | ("job", "or career") => {
            results::describe_distinctions(&dialogue.talk.interview().matcher().dataset)
        }
        ("f" | "keep", _) => dialogue.keep_career(rest)?,
        ("w" | "note", _) => dialogue.write_note(rest)?,
        ("F" | "kept", "") => dialogue.list_kept(),
        ("P" | "plan", _) => dialogue.write_plan(rest)?,
        ("done", _) => dialogue.finish_step(rest)?,
        ("L" | "limits", "") => dialogue.set_limits()?,
        ("e" | "report" | "export", "") => dialogue.write_report()?,
        ("c" | "compare", _) => compare_careers(dialogue, rest),
        ("" | "?" | "h" | "help", _) => COMMANDS.to_string(),
        (letter, "") if is_letter(letter) => format!("{letter} does nothing here. ? says what can be typed."),
        _ => describe_career(dialogue, typed),
    };

    Ok(Next::Say(says))
}

/// A key of another place rather than a word to look a career up by.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// The results; their numbers are those of the list from now on.
fn list_results<R: BufRead, W: Write>(dialogue: &mut Dialogue<'_, R, W>) -> String {
    let interview = dialogue.talk.interview();
    let today = Day::of(dialogue.host.now());
    let text = results::describe_results(interview, !dialogue.reading.is_known, today);
    let list = results::list_ids(interview);
    dialogue.reading.is_known = true;
    dialogue.reading.list = list;
    text
}

/// A career by its number in the list or by words: how it fits, why, and all about it.
fn describe_career<R: BufRead, W: Write>(dialogue: &mut Dialogue<'_, R, W>, words: &str) -> String {
    let interview = dialogue.talk.interview();
    let id = match find_meant(interview, &dialogue.reading, words) {
        Ok(id) => id,
        Err(said) => return said,
    };

    let matcher = interview.matcher();
    let outcome = interview.evaluate();
    let why = outcome.find_fit(id).map(|fit| report::compose_fit(matcher, &outcome, interview.answers(), fit, None));
    let why = why.map(|why| report::write_plain(&why)).unwrap_or_default();
    let goals = telling::compose_your_goals(&matcher.dataset, interview.record(), id);
    let goals = if goals.blocks.is_empty() { String::new() } else { report::write_plain(&goals) };
    let text =
        format!("{}\n{why}{goals}", report::write_plain(&telling::compose_career(&matcher.dataset.catalogue, id)));

    dialogue.reading.focus = Some(id);
    text
}

/// Two or three careers, one after the other under each aspect.
fn compare_careers<R: BufRead, W: Write>(dialogue: &Dialogue<'_, R, W>, words: &str) -> String {
    let interview = dialogue.talk.interview();
    let numbers = words.split([' ', ',']).filter(|word| !word.is_empty());
    let careers: Result<Vec<CareerId>, String> =
        numbers.map(|word| find_meant(interview, &dialogue.reading, word)).collect();

    match careers {
        Ok(careers) if (2..=telling::COMPARED).contains(&careers.len()) => {
            let (matcher, outcome) = (interview.matcher(), interview.evaluate());
            let mut told = telling::compose_comparison(matcher, Some(&outcome), &careers);
            let more = interview.count_questions_to_separate(careers[0], careers[1]);
            let settling = telling::compose_settling(&matcher.dataset.catalogue, &careers, more);
            told.blocks.extend((!settling.blocks.is_empty()).then_some(Block::Part(settling)));
            report::write_plain(&told)
        }
        Ok(_) => format!("Type compare and two or three numbers of the list, which has {}.", {
            pluralise(dialogue.reading.list.len(), "career")
        }),
        Err(why) => why,
    }
}

/// The career that is meant, or what to say where that is not sure.
pub(super) fn find_meant(interview: &Interview, reading: &Reading, words: &str) -> Result<CareerId, String> {
    let matcher = interview.matcher();
    let catalogue = &matcher.dataset.catalogue;
    if let Ok(number) = words.parse::<usize>() {
        let career = number.checked_sub(1).and_then(|at| reading.list.get(at).copied());
        return career.ok_or_else(|| format!("The list read last goes from 1 to {}.", reading.list.len()));
    }

    let found = matcher.search(words, MAX_OFFERED);
    match (found.certainty, found.sure()) {
        (Certainty::Sure, Some(id)) => Ok(id),
        _ => {
            let titles: Vec<&str> = found.hits.iter().map(|hit| catalogue.get(hit.career).title.as_str()).collect();
            let said = found.explain(words).unwrap_or_default();
            Err(if titles.is_empty() { said } else { format!("{said}\n{}.", titles.join("; ")) })
        }
    }
}
