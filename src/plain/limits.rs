//! Limits line by line: which one, what is still acceptable, and what would be ideal.

use super::dialogue::Dialogue;
use crate::fit::apply_limits;
use crate::interview::{Change, Interview};
use crate::model::{Limit, Strength};
use crate::report::telling::{self, ANY};
use std::io::{self, BufRead, Write};

impl<R: BufRead, W: Write> Dialogue<'_, R, W> {
    /// Sets limits until an empty line.
    pub(super) fn set_limits(&mut self) -> io::Result<String> {
        let mut text = list_limits(self.talk.interview());
        while let Some(typed) = self.ask_line(&text)? {
            if typed.is_empty() {
                break;
            }

            match find_limit(self.talk.interview(), &typed) {
                Some(limit) => {
                    self.set_limit(limit)?;
                    text = list_limits(self.talk.interview());
                }
                None => text = "Type the number of a limit, or an empty line to go back.".to_string(),
            }
        }

        Ok(format!("Back at the results. {}", sum_up(self.talk.interview())))
    }

    /// Asks for both choices of the limit at a place; an empty line leaves one as it is.
    pub(super) fn set_limit(&mut self, at: usize) -> io::Result<()> {
        let limit = &self.talk.interview().matcher().dataset.questionnaire.limits[at].clone();
        for strength in Strength::ALL {
            let asks = telling::describe_strength(strength);
            let choices: Vec<String> =
                limit.choices.iter().zip(1..).map(|(choice, number)| format!("{number} {}", choice.label)).collect();
            let text =
                format!("{}. {asks}\n0 {ANY}; {}. {}An empty line leaves it.", limit.text, choices.join("; "), {
                    suggest_choice(self.talk.interview(), at, strength)
                });

            let Some(typed) = self.ask_line(&text)? else { return Ok(()) };
            let chosen = typed.parse::<usize>().ok().filter(|number| *number <= limit.choices.len());
            match chosen {
                Some(number) => {
                    let choice = number.checked_sub(1).map(|at| limit.choices[at].id.clone());
                    self.apply(Change::Limit { limit: limit.id.clone(), strength, choice })?;
                    let says = sum_up(self.talk.interview());
                    self.say(&format!("Set. {says}\n"))?;
                }
                None if typed.is_empty() => {}
                None => self.say("That is none of the choices; it stays as it was.\n")?,
            }
        }
        Ok(())
    }
}

/// The place of the limit of a number.
fn find_limit(interview: &Interview, typed: &str) -> Option<usize> {
    let limits = &interview.matcher().dataset.questionnaire.limits;
    typed.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < limits.len())
}

/// The choice that follows from what was said before, and why; nothing where one is set.
fn suggest_choice(interview: &Interview, at: usize, strength: Strength) -> String {
    let (dataset, record) = (&interview.matcher().dataset, interview.record());
    let set = record.limits.get(&dataset.questionnaire.limits[at].id).and_then(|setting| setting.get(strength));
    let one = interview.suggest_limit(at, strength).filter(|_| set.is_none());
    let said = one.map(|one| {
        format!("{} would match, {}. ", one.choice + 1, telling::describe_why_suggested(dataset, record, &one))
    });
    said.unwrap_or_default()
}

/// All limits with what is set.
fn list_limits(interview: &Interview) -> String {
    let (questionnaire, record) = (&interview.matcher().dataset.questionnaire, interview.record());
    let row = |(limit, number): (&Limit, usize)| {
        let set =
            |strength| limit.find_chosen(record.limits.get(&limit.id), strength).map_or(ANY, |choice| &choice.label);
        let [acceptable, ideal] = [Strength::Must, Strength::Rather].map(set);
        format!("{number}. {}: acceptable {acceptable}, ideal {ideal}.", limit.text)
    };

    let rows: Vec<String> = questionnaire.limits.iter().zip(1..).map(row).collect();
    let how = "Type a number to set one, or an empty line to go back.";
    format!("Your limits. {}\n{how}\n{}", telling::LIMITS_DO, rows.join("\n"))
}

/// What the limits come to.
fn sum_up(interview: &Interview) -> String {
    let (dataset, record) = (&interview.matcher().dataset, interview.record());
    let fits = interview.evaluate().fits;
    let kept = apply_limits(&dataset.catalogue, &dataset.questionnaire.limits, &record.limits, &fits);
    telling::describe_limited(dataset, &kept, fits.len()).join(" ")
}
