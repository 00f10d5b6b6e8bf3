//! The present or last job, found by search, or none.

use crate::interview::Interview;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::beside::{self, Beside};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::finder::Finder;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The search for the present job.
#[derive(Debug)]
pub struct Job {
    text: String,
    before: Option<String>,
    finder: Finder,
}

impl Job {
    /// The situation question at a place of the questionnaire, to be answered by search.
    pub fn new(at: usize, desk: &Desk) -> Self {
        let statement = desk.matcher().and_then(|m| m.kit.questionnaire.situation.get(at));
        let text = statement.map(|statement| statement.text.clone()).unwrap_or_default();
        let id = desk.record().and_then(|record| record.present_job.clone());
        let catalogue = desk.matcher().map(|matcher| &matcher.kit.catalogue);
        let before = id.and_then(|id| {
            let career = catalogue?.find(&id)?;
            Some(catalogue?.get(career).title.clone())
        });
        Self { text, before, finder: Finder::default() }
    }

    fn take(&self, desk: &mut Desk) -> Go {
        let chosen = self.finder.chosen();
        if chosen.is_none() && !self.finder.is_empty() {
            desk.say("Nothing is found yet. Try another word, or empty the line for none.");
            return Go::Stay;
        }
        let keep = self.finder.is_empty() && self.before.is_some();
        desk.converse(|interview| {
            if !keep {
                let catalogue = &interview.matcher().kit.catalogue;
                let id = chosen.map(|career| catalogue.get(career).id.clone());
                interview.note(|record| record.present_job = id);
            }
            interview.next();
        });
        Go::Walk
    }
}

impl Screen for Job {
    fn place(&self) -> Place {
        Place::Job
    }

    fn title(&self, _desk: &Desk) -> String {
        "Where you are".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let beside = Beside { place: "situation", turn: 2 * beside::QUESTIONS_A_LINE, at: self.place() };
        let free = beside::draw(buffer, area, &beside, 9, desk);
        let mut column = Column::new(buffer, free);
        column.text(&self.text, desk.theme.style(Role::Strong));
        if let Some(before) = &self.before {
            column.text(&format!("So far: {before}. Enter keeps it."), desk.theme.style(Role::Dim));
        }
        column.gap(1);
        let (rest, buffer) = column.take(u16::MAX);
        self.finder.draw(buffer, rest, "type a word for it, or press enter for none", desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        match action {
            Action::Accept => self.take(desk),
            Action::Close if !self.finder.is_empty() => {
                self.finder.clear();
                Go::Stay
            }
            Action::Close => {
                desk.converse(Interview::back);
                Go::Walk
            }
            other => {
                self.finder.act(other, desk);
                Go::Stay
            }
        }
    }

    fn write(&mut self, text: &str, desk: &mut Desk) -> Go {
        self.finder.write(text, desk);
        Go::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some(if self.finder.is_empty() { "none, go on" } else { "this one" }),
            Action::Close => Some(if self.finder.is_empty() { "back" } else { "empty the line" }),
            _ => None,
        }
    }

    fn asks(&self) -> bool {
        true
    }
}
