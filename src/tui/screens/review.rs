//! All answers, to change any of them.

use crate::model::{QuestionId, Response};
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The list of answers, newest last.
#[derive(Debug)]
pub struct Review {
    title: &'static str,
    answers: Vec<(QuestionId, Response)>,
    cursor: Cursor,
}

impl Review {
    /// The answers of the open session, the cursor on the newest.
    pub fn new(desk: &Desk) -> Self {
        let answers: Vec<_> = desk.interview.as_ref().map(|i| i.answers().iter().collect()).unwrap_or_default();
        let row = answers.len().saturating_sub(1);
        Self { title: "All your answers", answers, cursor: Cursor { row } }
    }

    /// Only the answers to these questions.
    pub fn of(questions: &[QuestionId], desk: &Desk) -> Self {
        let mut few = Self { title: "Answers worth another look", ..Self::new(desk) };
        few.answers.retain(|(question, _)| questions.contains(question));
        few.cursor = Cursor::default();
        few
    }
}

impl Screen for Review {
    fn place(&self) -> Place {
        Place::Review
    }

    fn title(&self, _desk: &Desk) -> String {
        self.title.to_string()
    }

    fn aside(&self, _desk: &Desk) -> String {
        format!("{} of {}", (self.cursor.row + 1).min(self.answers.len()), self.answers.len())
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(matcher) = desk.matcher() else { return };
        let questionnaire = &matcher.kit.questionnaire;
        if self.answers.is_empty() {
            Column::new(buffer, area).text("Nothing is answered yet.", desk.theme.style(Role::Dim));
            return;
        }
        let width = usize::from(area.width.saturating_sub(4));
        let rows: Vec<Line<'_>> = self
            .answers
            .iter()
            .map(|(id, response)| {
                let label = match response {
                    Response::Value(value) => questionnaire.part_of(*id).label(*value).unwrap_or(""),
                    Response::Untried => questionnaire.part_of(*id).label(0).unwrap_or(""),
                    Response::Skipped => "skipped",
                };
                let room = width.saturating_sub(text::width(label) + 2);
                let question = text::cut(&questionnaire.question(*id).text, room);
                let gap = width.saturating_sub(text::width(&question) + text::width(label));
                Line::from(vec![
                    Span::raw(question),
                    Span::raw(" ".repeat(gap)),
                    Span::styled(label.to_string(), desk.theme.style(Role::Dim)),
                ])
            })
            .collect();
        list::draw(buffer, area, &rows, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, self.answers.len()) {
            return Go::Stay;
        }
        match (action, self.answers.get(self.cursor.row)) {
            (Action::Accept, Some((question, _))) => {
                desk.converse(|interview| interview.change(*question));
                Go::Walk
            }
            (Action::Close | Action::Back, _) => Go::Close,
            _ => Go::Stay,
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("change"),
            Action::Back => Some(""),
            _ => None,
        }
    }
}
