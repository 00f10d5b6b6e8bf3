//! The questionnaire line by line, from the first question to the results.

use super::dialogue::{COMMANDS, Dialogue, Heard};
use super::listen::read_line;
use super::{Ended, menu, results};
use crate::model::{Day, SituationRole};
use std::io::{self, BufRead, Write};

impl<R: BufRead, W: Write> Dialogue<'_, R, W> {
    /// Asks until the person has enough or nothing more can be read, which prints the results so far.
    ///
    /// # Errors
    /// A line cannot be read or written.
    pub fn run(&mut self) -> io::Result<Ended> {
        self.say(&format!("After each question type the number of your answer. Also: {COMMANDS}\n"))?;

        loop {
            if let Some(part) = self.talk.take_turn() {
                self.turn(part)?;
            }

            let Some(prompt) = self.talk.prompt() else {
                match menu::run_menu(self)? {
                    Some(ended) => return Ok(ended),
                    None => continue,
                }
            };

            self.ask(&prompt)?;
            // noted before the answer, so that the bills are spoken of once: when it turns out that pay is needed soon
            let could_wait = !self.needs_pay_soon();

            loop {
                let Some(typed) = read_line(&mut self.input)? else {
                    self.save()?;
                    let text = results::describe_results(self.talk.interview(), true, Day::of(self.host.now()));
                    self.say(&text)?;
                    return Ok(Ended::EndOfInput);
                };

                match self.hear(&typed, &prompt) {
                    Heard::Quit => {
                        self.save()?;
                        return Ok(Ended::Finished);
                    }
                    Heard::Moved("") => break,
                    Heard::Moved(said) => {
                        self.say(&format!("{said}\n"))?;
                        break;
                    }
                    Heard::Limit(limit) => {
                        self.set_limit(limit)?;
                        self.ask(&prompt)?;
                    }
                    Heard::Reply(reply) => self.say(&format!("{reply}\n"))?,
                }
            }

            self.save()?;
            if could_wait && self.needs_pay_soon() {
                let bills = self.talk.interview().matcher().dataset.distinctions.bills.clone();
                self.say(&format!("\n{bills}\n"))?;
            }
        }
    }

    /// Whether the person has said so far that pay is needed soon.
    fn needs_pay_soon(&self) -> bool {
        self.talk.interview().says(SituationRole::NeedsPaySoon)
    }
}
