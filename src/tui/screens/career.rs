//! One career, the whole screen for it.

use super::browse::Browse;
use super::results::limit_words;
use super::results::reading::Reading;
use super::results::view::{Grouping, View};
use super::with_career;
use crate::model::CareerId;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The career that is read.
#[derive(Debug)]
pub struct InFull {
    career: CareerId,
    reading: Reading,
    /// Which limits hide it, in words.
    hidden: String,
}

impl InFull {
    /// Opens a career, and remembers that it was opened.
    pub fn new(career: CareerId, desk: &mut Desk) -> Self {
        let id = with_career::id_of(career, desk);
        let fresh = id.filter(|id| desk.record().is_some_and(|record| !record.opened.contains(id)));
        if let Some(id) = fresh {
            desk.note(|record| record.opened.push(id));
        }
        Self { career, reading: Reading::default(), hidden: hidden_by(career, desk) }
    }
}

/// The limits that hide a career from the list, as a line.
fn hidden_by(career: CareerId, desk: &mut Desk) -> String {
    let Some(outcome) = desk.standing() else { return String::new() };
    if outcome.fit(career).is_none() || View::new(&outcome, Grouping::Band, desk).find(career).is_some() {
        return String::new();
    }
    let (Some(matcher), Some(record)) = (desk.matcher(), desk.record()) else { return String::new() };
    let entry = matcher.kit.catalogue.get(career);
    let limits = matcher.kit.questionnaire.limits.iter();
    let broken = limits.filter(|limit| {
        let set = record.limits.get(&limit.id).and_then(|(choice, _)| limit.choices.iter().find(|c| c.id == *choice));
        set.and_then(|choice| choice.excess(entry)).is_some_and(|excess| excess > 0.0)
    });
    let named: Vec<String> = broken.map(|limit| limit_words(&limit.id, desk)).collect();
    format!("Hidden by your limits: {}", named.join(", "))
}

impl Screen for InFull {
    fn place(&self) -> Place {
        Place::Career
    }

    fn title(&self, _desk: &Desk) -> String {
        "A career in full".to_string()
    }

    fn aside(&self, desk: &Desk) -> String {
        desk.matcher().map(|matcher| matcher.kit.catalogue.family(self.career).name.clone()).unwrap_or_default()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        self.reading.draw(buffer, area, self.career, &self.hidden, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.reading.moved(action, desk) {
            return Go::Stay;
        }
        match action {
            Action::Accept | Action::Close | Action::Back => Go::Close,
            Action::Search => Go::Open(Box::<Browse>::default()),
            other => {
                self.reading.forget();
                with_career::act(other, self.career, desk).unwrap_or(Go::Stay)
            }
        }
    }

    fn wake(&mut self, _desk: &mut Desk) {
        self.reading.forget();
    }

    fn offers(&self, action: Action, desk: &Desk) -> bool {
        match action {
            Action::Accept => false,
            Action::Keep | Action::Note | Action::Plan | Action::Export => desk.interview.is_some(),
            Action::WhatIf => desk.outcome().is_some_and(|outcome| outcome.fit(self.career).is_some()),
            _ => true,
        }
    }

    fn refine(&mut self, desk: &mut Desk) -> bool {
        desk.refine_sureness()
    }
}
