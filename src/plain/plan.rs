//! The person's plan for a career, line by line, and the look back on its first step.

use super::dialogue::Dialogue;
use super::kept::EMPTY;
use crate::model::{Day, LookBack, Plan};
use crate::report::telling::{self, PLAN_ENTRIES, PlanEntry};
use crate::text::visible;
use std::io::{self, BufRead, Write};

impl<R: BufRead, W: Write> Dialogue<'_, R, W> {
    /// Asks for each entry of the plan for the career read last, or of the one that is named.
    pub(super) fn write_plan(&mut self, words: &str) -> io::Result<String> {
        let career = match self.career_of(words) {
            Ok(career) => career,
            Err(why) => return Ok(why),
        };

        let (id, title) = self.named(career);
        let record = self.talk.interview().record();
        let planned = |kept: &&crate::model::Bookmark| kept.plan.is_some() && kept.career != id;
        if record.kept.iter().filter(planned).count() >= telling::MOST_PLANS {
            return Ok(telling::ENOUGH_PLANS.to_string());
        }

        let mut plan = self.plan_of(&id);
        self.say(&format!("Your plan for {title}. An empty line leaves an entry as it is, {EMPTY} empties it.\n"))?;
        for entry in PLAN_ENTRIES {
            if !self.ask_entry(entry, &mut plan)? {
                break;
            }
            let so_far = Some(plan.clone()).filter(|plan| *plan != Plan::default());
            // kept after every entry: the input may end before the last one
            self.change_kept(&id, |kept| kept.plan = so_far)?;
        }
        Ok(self.plan_in_words(&id, &title))
    }

    fn plan_of(&self, id: &str) -> Plan {
        let kept = self.talk.interview().record().kept.iter().find(|kept| kept.career == id);
        kept.and_then(|kept| kept.plan.clone()).unwrap_or_default()
    }

    /// Asks for one entry until it can be taken; false at the end of input.
    fn ask_entry(&mut self, entry: PlanEntry, plan: &mut Plan) -> io::Result<bool> {
        loop {
            let said = (entry.of)(plan);
            let now = if said.is_empty() { String::new() } else { format!(" So far: {}", visible(said)) };
            let form = if entry.is_day { " Write it as 2027-03-15." } else { "" };
            let Some(typed) = self.ask_line(&format!("{}?{form}{now}", entry.words))? else { return Ok(false) };

            match typed.as_str() {
                "" => return Ok(true),
                EMPTY => said_of(entry, plan, String::new()),
                day if entry.is_day && day.parse::<Day>().is_err() => {
                    self.say(&format!("\"{}\" isn't a date.\n", visible(day)))?;
                    continue;
                }
                words => said_of(entry, plan, visible(words).into_owned()),
            }

            return Ok(true);
        }
    }

    /// Marks the first step of a plan as done, and looks back on it.
    pub(super) fn finish_step(&mut self, words: &str) -> io::Result<String> {
        let career = match self.career_of(words) {
            Ok(career) => career,
            Err(why) => return Ok(why),
        };

        let (id, title) = self.named(career);
        if self.plan_of(&id).step.is_empty() {
            return Ok(format!("Your plan for {title} has no first step yet."));
        }

        let gave_energy = self.ask_either("1 It gave me energy; 2 it cost me energy; an empty line for neither.")?;
        let again = self.ask_either("Would you do it again? 1 Yes; 2 no; an empty line for not knowing yet.")?;
        let look_back = LookBack { gave_energy, again };

        self.change_kept(&id, |kept| {
            if let Some(plan) = &mut kept.plan {
                (plan.done, plan.look_back) = (true, look_back);
            }
        })?;
        Ok(format!("Done. {}", self.plan_in_words(&id, &title)))
    }

    fn ask_either(&mut self, text: &str) -> io::Result<Option<bool>> {
        let typed = self.ask_line(text)?.unwrap_or_default();
        Ok(match typed.as_str() {
            "1" => Some(true),
            "2" => Some(false),
            _ => None,
        })
    }

    fn plan_in_words(&self, id: &str, title: &str) -> String {
        let pairs = telling::plan(&self.plan_of(id));
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

fn said_of(entry: PlanEntry, plan: &mut Plan, words: String) {
    *(entry.of)(plan) = words;
}
