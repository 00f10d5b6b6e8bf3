//! What can be done at the results, line by line.

use super::Ended;
use super::conversation::Said;
use super::dialogue::Dialogue;
use super::listen::line;
use super::results::{self, LISTED};
use crate::fit::{limited, search};
use crate::interview::Interview;
use crate::model::CareerId;
use crate::report;
use std::io::{self, BufRead, Write};

const COMMANDS: &str = "Type a number from the list or any words to read about a career; g go on with the questions \
                        left; b back to the last question; d a job and a career compared; l the list again; q quit.";

/// Reads the results out and does what is wished there, until the questions go on (nothing) or it ends.
pub(super) fn results<R: BufRead, W: Write>(dialogue: &mut Dialogue<'_, R, W>) -> io::Result<Option<Ended>> {
    let text = results::results(dialogue.talk.interview());
    dialogue.say(&format!("{text}\n{COMMANDS}\n"))?;
    loop {
        let Some(typed) = line(&mut dialogue.input)? else {
            dialogue.keep()?;
            return Ok(Some(Ended::EndOfInput));
        };
        let reply = match typed.to_lowercase().as_str() {
            "q" | "quit" => {
                dialogue.keep()?;
                return Ok(Some(Ended::Finished));
            }
            "g" | "go" => {
                if dialogue.talk.resume() {
                    return Ok(None);
                }
                "All questions of this length are answered.".to_string()
            }
            "b" | "back" => match dialogue.talk.take(Said::Back, 0) {
                Ok(()) => return Ok(None),
                Err(why) => why,
            },
            "d" => results::distinctions(&dialogue.talk.interview().matcher().kit),
            "l" | "r" => results::results(dialogue.talk.interview()),
            "" | "?" | "h" | "help" => COMMANDS.to_string(),
            words => about(dialogue.talk.interview(), words),
        };
        dialogue.say(&format!("{reply}\n"))?;
    }
}

/// A career by its number in the list or by words: how it fits, why, and all about it.
fn about(interview: &Interview, words: &str) -> String {
    let matcher = interview.matcher();
    let catalogue = &matcher.kit.catalogue;
    let Some(id) = meant(interview, words) else {
        return "Nothing is called that. Try another word for it.".to_string();
    };
    let outcome = interview.outcome();
    let why = outcome.fit(id).map(|fit| report::explanation(matcher, &outcome, interview.answers(), fit, None));
    format!("{}\n{}", report::career(catalogue, id), why.unwrap_or_default())
}

fn meant(interview: &Interview, words: &str) -> Option<CareerId> {
    let (matcher, record) = (interview.matcher(), interview.record());
    let catalogue = &matcher.kit.catalogue;
    let number: Option<usize> = words.parse().ok().filter(|number| (1..=LISTED).contains(number));
    if let Some(number) = number {
        let shown =
            limited(catalogue, &matcher.kit.questionnaire.limits, &record.limits, &interview.outcome().fits).shown;
        return shown.get(number - 1).map(|fit| fit.career);
    }
    search(catalogue, words, 1).first().map(|hit| hit.career)
}
