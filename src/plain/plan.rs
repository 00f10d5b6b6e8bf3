//! The person's plan for a career, line by line, and the look back on its first step.

use super::dialogue::Dialogue;
use super::kept::EMPTY;
use crate::interview::Change;
use crate::model::{CareerId, Day, LookBack, Plan, PlanEntry, visible};
use crate::report::telling;
use std::io::{self, BufRead, Write};

impl<R: BufRead, W: Write> Dialogue<'_, R, W> {
    /// Asks for each entry of the plan for the career read last, or of the one that is named.
    pub(super) fn write_plan(&mut self, words: &str) -> io::Result<String> {
        let career = match self.career_of(words) {
            Ok(career) => career,
            Err(why) => return Ok(why),
        };

        let interview = self.talk.interview();
        if !interview.record().has_room_for_plan(&interview.matcher().dataset.catalogue.get(career).id) {
            return Ok(telling::ENOUGH_PLANS.to_string());
        }

        let title = self.title(career);
        self.say(&format!("Your plan for {title}. An empty line leaves an entry as it is, {EMPTY} empties it.\n"))?;
        for entry in PlanEntry::ALL {
            let said = self.plan_of(career).get(entry).into_owned();
            let Some(says) = self.ask_entry(entry, said)? else { break };
            // saved after every entry: the input may end before the last one
            self.apply(Change::Plan(career, entry, says))?;
        }
        Ok(self.plan_in_words(career, &title))
    }

    fn plan_of(&self, career: CareerId) -> Plan {
        self.bookmark(career).and_then(|kept| kept.plan.clone()).unwrap_or_default()
    }

    /// Asks for an entry until it can be taken: what it says from now on, or nothing at the end of input.
    fn ask_entry(&mut self, entry: PlanEntry, said: String) -> io::Result<Option<String>> {
        let is_day = entry == PlanEntry::By;
        let now = if said.is_empty() { String::new() } else { format!(" So far: {}", visible(&said)) };
        let form = if is_day { " Write it as 2027-03-15." } else { "" };
        let text = format!("{}?{form}{now}", telling::plan_entry(entry));

        while let Some(typed) = self.ask_line(&text)? {
            match typed.as_str() {
                "" => return Ok(Some(said)),
                EMPTY => return Ok(Some(String::new())),
                day if is_day && day.parse::<Day>().is_err() => {
                    self.say(&format!("\"{}\" isn't a date.\n", visible(day)))?;
                }
                words => return Ok(Some(visible(words).into_owned())),
            }
        }
        Ok(None)
    }

    /// Marks the first step of a plan as done, and looks back on it.
    pub(super) fn finish_step(&mut self, words: &str) -> io::Result<String> {
        let career = match self.career_of(words) {
            Ok(career) => career,
            Err(why) => return Ok(why),
        };

        let title = self.title(career);
        if self.plan_of(career).step.is_empty() {
            return Ok(format!("Your plan for {title} has no first step yet."));
        }

        let gave_energy = self.ask_either("1 It gave me energy; 2 it cost me energy; an empty line for neither.")?;
        let again = self.ask_either("Would you do it again? 1 Yes; 2 no; an empty line for not knowing yet.")?;
        let look_back = LookBack { gave_energy, again };

        self.apply(Change::LookBack { career, done: true, look_back })?;
        Ok(format!("Done. {}", self.plan_in_words(career, &title)))
    }

    fn ask_either(&mut self, text: &str) -> io::Result<Option<bool>> {
        let typed = self.ask_line(text)?.unwrap_or_default();
        Ok(match typed.as_str() {
            "1" => Some(true),
            "2" => Some(false),
            _ => None,
        })
    }

    fn plan_in_words(&self, career: CareerId, title: &str) -> String {
        let pairs = telling::plan(&self.plan_of(career));
        let said: Vec<String> = pairs
            .into_iter()
            .filter(|(_, says)| !says.is_empty())
            .map(|(words, says)| format!("{words}: {}", visible(&says)))
            .collect();

        if said.is_empty() {
            return format!("Nothing is planned for {title}.");
        }
        format!("Your plan for {title}:\n{}", said.join("\n"))
    }
}
