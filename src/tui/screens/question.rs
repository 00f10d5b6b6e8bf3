//! One scored question: the text, an example, the choices, and job and career beside it.

use crate::interview::{Interview, Progress};
use crate::model::{QuestionId, Response};
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::screens::listing::can_start;
use crate::tui::theme::Role;
use crate::tui::widgets::beside::{self, Beside};
use crate::tui::widgets::choices::{Offered, show};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From this many answers on the results so far are worth a look.
const ENOUGH: usize = 12;

/// Widest a question's text runs: longer lines are hard to read.
const WIDEST: u16 = 72;

/// The question on screen.
#[derive(Debug)]
pub struct Question {
    id: QuestionId,
    count: usize,
    cursor: Cursor,
}

impl Question {
    /// The question, the cursor on the answer given before or in the middle.
    pub fn new(id: QuestionId, interview: &Interview) -> Self {
        let choices = &interview.matcher().kit.questionnaire.part_of(id).choices;
        let before = interview.answers().get(id).and_then(value);
        let row = choices.iter().position(|choice| Some(choice.value) == before).unwrap_or(choices.len() / 2);
        Self { id, count: choices.len(), cursor: Cursor { row } }
    }

    fn answer(value: u8, desk: &mut Desk) -> Go {
        let now = desk.now();
        if desk.converse(|interview| interview.answer(value, now)).is_some_and(|taken| taken.is_err()) {
            return Go::Stay;
        }
        desk.hints_left = desk.hints_left.saturating_sub(1);
        Go::Walk
    }

    fn progress(&self, desk: &Desk) -> Option<Progress> {
        let interview = desk.interview.as_ref()?;
        Some(interview.progress(interview.matcher().kit.questionnaire.question(self.id).part))
    }
}

fn value(response: Response) -> Option<u8> {
    match response {
        Response::Value(value) => Some(value),
        Response::Untried => Some(0),
        Response::Skipped => None,
    }
}

impl Screen for Question {
    fn place(&self) -> Place {
        Place::Question
    }

    fn title(&self, desk: &Desk) -> String {
        desk.matcher().map(|matcher| matcher.kit.questionnaire.part_of(self.id).title.clone()).unwrap_or_default()
    }

    fn aside(&self, desk: &Desk) -> String {
        let (Some(progress), Some(interview)) = (self.progress(desk), &desk.interview) else { return String::new() };
        let place = format!("{} of {}", progress.number, progress.of);
        match (progress.left, interview.minutes_left()) {
            (0, _) => place,
            (left, minutes) => format!("{place} · {left} left · {minutes} min"),
        }
    }

    fn share(&self, desk: &Desk) -> Option<(usize, usize)> {
        self.progress(desk).map(|progress| (progress.asked, progress.asked + progress.left))
    }

    fn note(&self, desk: &Desk) -> String {
        let evidence = desk.interview.as_ref().map_or(0, |interview| interview.answers().evidence());
        if desk.hints_left > 0 {
            "A digit answers at once; arrows and enter do too. b goes back.".to_string()
        } else if evidence >= ENOUGH {
            "You can stop here: your answers already give a first result (r).".to_string()
        } else {
            String::new()
        }
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(interview) = &desk.interview else { return };
        let questionnaire = &interview.matcher().kit.questionnaire;
        let (part, question) = (questionnaire.part_of(self.id), questionnaire.question(self.id));
        let turn = interview.asked(question.part);
        let beside = Beside { place: &part.id, turn, at: self.place() };
        let free = beside::draw(buffer, area, &beside, self.count + 4, desk);
        let tight = free.height < 14;
        let mut column = Column::new(buffer, Rect { width: free.width.min(WIDEST), ..free });
        if !tight {
            column.text(&part.prompt, desk.theme.style(Role::Dim)).gap(1);
        }
        column.text(&question.text, desk.theme.style(Role::Strong));
        if let Some(example) = &question.example {
            column.text(example, desk.theme.style(Role::Dim));
        }
        column.gap(u16::from(column.free().height > self.count as u16));
        let before = interview.answers().get(self.id).and_then(value);
        let offered: Vec<Offered<'_>> = part
            .choices
            .iter()
            .map(|choice| Offered {
                digit: Some(choice.value),
                label: &choice.label,
                taken: Some(choice.value) == before,
            })
            .collect();
        let (rest, buffer) = column.take(u16::MAX);
        show(buffer, rest, &offered, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, self.count) {
            return Go::Stay;
        }
        match action {
            Action::Digit(value) => Self::answer(value, desk),
            Action::Accept => {
                let questionnaire = desk.matcher().map(|matcher| &matcher.kit.questionnaire);
                let choice = questionnaire.and_then(|all| all.part_of(self.id).choices.get(self.cursor.row));
                choice.map(|choice| choice.value).map_or(Go::Stay, |value| Self::answer(value, desk))
            }
            other => super::walked(other, desk),
        }
    }

    fn offers(&self, action: Action, desk: &Desk) -> bool {
        match action {
            Action::Start => can_start(desk),
            Action::Results => desk.interview.as_ref().is_some_and(|i| i.answers().evidence() > 0),
            _ => true,
        }
    }

    fn digits(&self, desk: &Desk) -> &'static str {
        let part = desk.matcher().map(|matcher| matcher.kit.questionnaire.part_of(self.id));
        if part.is_some_and(|part| part.label(0).is_some()) { "0-5" } else { "1-5" }
    }

    fn asks(&self) -> bool {
        true
    }
}
