//! The person's plan for a career, line by line, and the look back on its first step.

use super::dialogue::Dialogue;
use super::kept::EMPTY;
use crate::interview::Change;
use crate::model::{CareerId, Day, LookBack, Plan, PlanEntry};
use crate::report::telling::{self, DAY_FORM, LookBackQuestion};
use crate::text::show_controls;
use std::io::{self, BufRead, Write};

impl<R: BufRead, W: Write> Dialogue<'_, R, W> {
    /// Asks for each entry of the plan for the career read last, or of the one that is named.
    pub(super) fn write_plan(&mut self, words: &str) -> io::Result<String> {
        let career = match self.find_career(words) {
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
            let said = self.find_plan(career).get(entry).into_owned();
            let Some(says) = self.ask_entry(entry, said)? else { break };
            // saved after every entry: the input may end before the last one
            self.apply(Change::Plan(career, entry, says))?;
        }
        Ok(self.describe_own_plan(career, &title))
    }

    fn find_plan(&self, career: CareerId) -> Plan {
        self.bookmark(career).and_then(|kept| kept.plan.clone()).unwrap_or_default()
    }

    /// Asks for an entry until it can be taken: what it says from now on, or nothing at the end of input.
    fn ask_entry(&mut self, entry: PlanEntry, said: String) -> io::Result<Option<String>> {
        let is_day = entry == PlanEntry::By;
        let now = if said.is_empty() { String::new() } else { format!(" So far: {}", show_controls(&said)) };
        let form = if is_day { format!(" Write it as {DAY_FORM}.") } else { String::new() };
        let text = format!("{}?{form}{now}", telling::name_plan_entry(entry));

        while let Some(typed) = self.ask_line(&text)? {
            match typed.as_str() {
                "" => return Ok(Some(said)),
                EMPTY => return Ok(Some(String::new())),
                day if is_day && day.parse::<Day>().is_err() => {
                    self.say(&format!("{}\n", telling::refuse_day(&show_controls(day))))?;
                }
                words => return Ok(Some(show_controls(words).into_owned())),
            }
        }
        Ok(None)
    }

    /// Marks the first step of a plan as done, and looks back on it.
    pub(super) fn finish_step(&mut self, words: &str) -> io::Result<String> {
        let career = match self.find_career(words) {
            Ok(career) => career,
            Err(why) => return Ok(why),
        };

        let title = self.title(career);
        let plan = self.find_plan(career);
        if plan.step.is_empty() {
            return Ok(telling::refuse_no_first_step(&title));
        }

        let mut look_back = plan.look_back;
        for question in LookBackQuestion::ALL {
            self.look_back(question, &mut look_back)?;
        }

        self.apply(Change::LookBack { career, done: true, look_back })?;
        Ok(format!("{}\n{}", telling::describe_after_look_back(look_back), self.describe_own_plan(career, &title)))
    }

    /// Asks one question of a look back; what is none of its choices leaves it as it was.
    fn look_back(&mut self, question: LookBackQuestion, look_back: &mut LookBack) -> io::Result<()> {
        let choices = question.choices();
        let numbered: Vec<String> = choices.iter().zip(1..).map(|(says, number)| format!("{number} {says}")).collect();
        let asks = format!("{}\n{}. An empty line leaves it open.", question.text(), numbered.join("; "));

        let typed = self.ask_line(&asks)?.and_then(|typed| typed.parse::<usize>().ok());
        if let Some(choice) = typed.and_then(|number| number.checked_sub(1)).filter(|at| *at < choices.len()) {
            question.take(choice, look_back);
        }
        Ok(())
    }

    fn describe_own_plan(&self, career: CareerId, title: &str) -> String {
        let pairs = telling::list_plan(&self.find_plan(career));
        let said: Vec<String> = pairs
            .into_iter()
            .filter(|(_, says)| !says.is_empty())
            .map(|(words, says)| format!("{words}: {}", show_controls(&says)))
            .collect();

        if said.is_empty() {
            return format!("Nothing is planned for {title}.");
        }
        format!("Your plan for {title}:\n{}", said.join("\n"))
    }
}
