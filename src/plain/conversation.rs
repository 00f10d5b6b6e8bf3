//! The walk as one prompt after the other: goals, what to leave and sliders too, which a screen shows whole.

use super::prompt::{self, Prompt};
use crate::interview::{Change, Interview, ListChange, Step, SuggestedLimit};
use crate::model::{CareerId, PartId};
use crate::report::telling;

/// What somebody says to a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// One of the choices.
    Answer(u8),
    /// No answer; of several choices, no more.
    Skip,
    /// The prompt before.
    Back,
    /// The last answer taken back.
    Undo,
    /// The results so far.
    Stop,
}

/// The interview, and which of several things on one step is asked now.
#[derive(Debug)]
pub struct Conversation {
    interview: Interview,
    /// How many of several were chosen, or the slider asked; 0 everywhere else.
    slot: usize,
    /// The part that began since it was last asked for.
    turned: Option<PartId>,
    /// Whether what was said last was about a card or a condition.
    reacted: bool,
}

impl Conversation {
    /// Goes on where the interview is.
    pub fn new(interview: Interview) -> Self {
        let mut conversation = Self { interview, slot: 0, turned: None, reacted: false };
        conversation.pass_turns();
        conversation
    }

    /// The interview behind it.
    pub fn interview(&self) -> &Interview {
        &self.interview
    }

    /// Takes what is said without being asked: what is kept, limits, plans.
    pub fn apply(&mut self, change: Change) {
        self.interview.apply(change);
    }

    /// What the last thing said did to the first ten, where it was about a card or a condition.
    pub fn list_change(&self) -> Option<&ListChange> {
        self.interview.list_change().filter(|_| self.reacted)
    }

    /// The limit that the last thing said asks for, where it was why a career on a card is not for the person.
    pub fn offered_limit(&self) -> Option<SuggestedLimit> {
        self.interview.offer_limit().filter(|_| self.reacted)
    }

    /// The part that began, once.
    pub fn take_turn(&mut self) -> Option<PartId> {
        self.turned.take()
    }

    /// What is asked now; nothing at the results.
    pub fn prompt(&self) -> Option<Prompt> {
        Prompt::at(&self.interview, self.slot)
    }

    /// Whether several choices can be made, one after the other, until a skip.
    pub fn is_several(&self) -> bool {
        matches!(self.interview.step(), Step::Goals | Step::Leave)
    }

    /// Does what was said; what is wrong with it comes back, and the same prompt stays.
    ///
    /// # Errors
    /// What is wrong with it, in words for the person.
    pub fn take(&mut self, said: Said, at: u64) -> Result<(), String> {
        let beside = matches!(self.interview.step(), Step::Card(_) | Step::Condition(_));
        match said {
            Said::Answer(value) => self.answer(value, at)?,
            Said::Skip => self.skip(at),
            Said::Back if self.back() => {}
            Said::Back => return Err("this is the first question".to_string()),
            Said::Undo if self.interview.undo() => self.slot = 0,
            Said::Undo => return Err(telling::NOTHING_TO_UNDO.to_string()),
            Said::Stop => {
                self.slot = 0;
                self.interview.stop();
            }
        }

        self.reacted = beside && matches!(said, Said::Answer(_) | Said::Skip);
        self.pass_turns();
        Ok(())
    }

    /// Takes all of several choices at once, in place of those made before, and moves on; none may be among them.
    ///
    /// # Errors
    /// A value is none of the choices or there twice, or there are too many; nothing has changed then.
    pub fn take_several(&mut self, values: &[u8]) -> Result<(), String> {
        let step = self.interview.step();
        let (list, most) = prompt::list_choices(&self.interview.matcher().dataset.questionnaire, step);
        if values.len() > most {
            return Err(format!("{} are chosen, and at most {most} can be", values.len()));
        }

        let mut ids = Vec::new();
        for value in values {
            let place = usize::from(*value).checked_sub(1).and_then(|place| list.get(place));
            let (id, _) =
                place.ok_or_else(|| format!("{value} is none of the choices, which are 1 to {}", list.len()))?;
            if ids.iter().any(|chosen| chosen == id) {
                return Err(format!("{value} is there twice: name each choice once"));
            }
            ids.push((*id).to_string());
        }

        self.interview.apply(choose_several(step, ids));
        (self.slot, self.reacted) = (0, false);
        self.interview.next();
        self.pass_turns();
        Ok(())
    }

    /// Takes the present or last job, or that there is none, and moves on.
    pub fn name_job(&mut self, career: Option<CareerId>) {
        self.interview.apply(Change::PresentJob(career));
        self.reacted = false;
        self.interview.next();
        self.pass_turns();
    }

    /// Shows some more career cards; false where there is no list yet to take them from.
    pub fn show_cards(&mut self) -> bool {
        self.reacted = false;
        self.interview.show_cards()
    }

    /// Leaves the answer on training out of the list, or takes it in again; whether it is left out now.
    pub fn toggle_training(&mut self) -> bool {
        let ignored = !self.interview.ignores_training();
        self.interview.ignore_training(ignored);
        ignored
    }

    /// Asks what is left, or what was skipped once more; false when nothing is.
    pub fn resume(&mut self) -> bool {
        self.reacted = false;
        // before what is not scored, which may be open as well
        let is_skipped_next = self.interview.count_left() == 0 && self.interview.ask_skipped();
        let more = is_skipped_next || self.interview.resume();
        self.pass_turns();
        more
    }

    fn answer(&mut self, value: u8, at: u64) -> Result<(), String> {
        let choices = self.prompt().map(|prompt| prompt.choices).unwrap_or_default();
        if !choices.iter().any(|(choice, _)| *choice == value) {
            let values: Vec<String> = choices.iter().map(|(choice, _)| choice.to_string()).collect();
            return Err(format!("{value} is none of the choices, which are {}", values.join(", ")));
        }

        match self.interview.step() {
            _ if self.is_several() => return self.choose(value),
            Step::Situation(place) => self.set_situation(place, value),
            Step::Sliders => self.set_slider(value),
            _ => self.interview.answer(value, at).map_err(|_| format!("{value} is none of the choices"))?,
        }
        Ok(())
    }

    fn skip(&mut self, at: u64) {
        if self.interview.step() == Step::Sliders {
            self.next_slider();
        } else {
            self.slot = 0;
            self.interview.skip(at);
        }
    }

    /// Goes back by one prompt; false at the first.
    fn back(&mut self) -> bool {
        if self.slot > 0 {
            // sliders are asked one by one, but of several choices all are made anew
            self.slot = if self.interview.step() == Step::Sliders { self.slot - 1 } else { 0 };
            return true;
        }

        while self.interview.back() {
            if !matches!(self.interview.step(), Step::Turn(_)) {
                return true;
            }
        }

        // at most a turn lies before: forward again to the prompt that was asked
        self.pass_turns();
        false
    }

    fn pass_turns(&mut self) {
        while let Step::Turn(part) = self.interview.step() {
            self.turned = Some(part);
            self.interview.next();
        }
    }

    fn set_situation(&mut self, place: usize, value: u8) {
        let questionnaire = &self.interview.matcher().dataset.questionnaire;
        let asked = &questionnaire.situation[place];
        let Some(choice) = asked.choices.get(usize::from(value) - 1) else { return };
        let change = Change::Situation { question: asked.id.clone(), choice: choice.id.clone() };
        self.interview.apply(change);
        self.interview.next();
    }

    /// Adds one of several; the last possible one moves on.
    fn choose(&mut self, value: u8) -> Result<(), String> {
        let step = self.interview.step();
        let (list, most) = prompt::list_choices(&self.interview.matcher().dataset.questionnaire, step);
        let Some(id) = list.get(usize::from(value) - 1).map(|(id, _)| (*id).to_string()) else { return Ok(()) };

        let record = self.interview.record();
        let chosen = if step == Step::Goals { &record.goals } else { &record.leave };
        // what was chosen on an earlier visit gives way as soon as something is chosen anew
        let mut chosen: Vec<String> = chosen.iter().take(self.slot).cloned().collect();
        if chosen.contains(&id) {
            return Err(format!("{value} is chosen already: choose another, or skip to go on"));
        }

        chosen.push(id);
        self.slot = chosen.len();
        self.interview.apply(choose_several(step, chosen));
        if self.slot == most {
            self.slot = 0;
            self.interview.next();
        }
        Ok(())
    }

    fn set_slider(&mut self, value: u8) {
        let slider = self.interview.matcher().dataset.questionnaire.sliders.get(self.slot);
        if let Some(slider) = slider.map(|slider| slider.id.clone()) {
            self.interview.apply(Change::Slider { slider, position: value });
        }
        self.next_slider();
    }

    fn next_slider(&mut self) {
        self.slot += 1;
        if self.slot >= self.interview.matcher().dataset.questionnaire.sliders.len() {
            self.slot = 0;
            self.interview.next();
        }
    }
}

/// What is chosen of several on a step, goals or what to leave.
fn choose_several(step: Step, ids: Vec<String>) -> Change {
    if step == Step::Goals { Change::Goals(ids) } else { Change::Leave(ids) }
}
