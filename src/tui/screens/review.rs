//! All answers, to change any of them.

use crate::interview::{Interview, Step};
use crate::model::{Career, CareerId, Condition, QuestionId, Response};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The list of answers, newest last; cards and conditions after the questions.
#[derive(Debug)]
pub struct Review {
    title: &'static str,
    answers: Vec<Row>,
    /// How many of them, the first ones, are worth another look.
    odd: usize,
    cursor: Cursor,
}

/// One answer: where it is changed, what was asked and what was said.
#[derive(Debug)]
struct Row {
    step: Step,
    asked: String,
    said: String,
}

impl Row {
    fn is_about(&self, questions: &[QuestionId]) -> bool {
        questions.iter().any(|question| self.step == Step::Ask(*question))
    }
}

impl Review {
    /// The answers of the open session: first those worth another look, or else the cursor on the newest.
    pub fn new(ctx: &OpenSession) -> Self {
        let mut answers = list_rows(ctx.interview());
        let is_odd = |row: &Row| row.is_about(ctx.look_again());
        answers.sort_by_key(|row| !is_odd(row));
        let odd = answers.iter().take_while(|row| is_odd(row)).count();
        let row = if odd > 0 { 0 } else { answers.len().saturating_sub(1) };
        Self { title: "All your answers", answers, odd, cursor: Cursor { row } }
    }

    /// Only the answers to these questions.
    pub fn of(questions: &[QuestionId], ctx: &OpenSession) -> Self {
        let mut few = Self { title: "Answers worth another look", ..Self::new(ctx) };
        few.answers.retain(|row| row.is_about(questions));
        (few.odd, few.cursor) = (0, Cursor::default());
        few
    }
}

fn list_rows(interview: &Interview) -> Vec<Row> {
    let (dataset, record) = (&interview.matcher().dataset, interview.record());
    let questionnaire = &dataset.questionnaire;

    let answer = |(id, response): (QuestionId, Response)| {
        let part = questionnaire.part_of(id);
        let said = match response {
            Response::Value(value) => part.label(value.get()).unwrap_or(""),
            Response::Untried => part.label(0).unwrap_or(""),
            Response::Skipped => "skipped",
        };
        Row { step: Step::Ask(id), asked: questionnaire.question(id).text.clone(), said: said.to_string() }
    };

    let card = |career: &Career, id: CareerId| {
        let said = telling::describe_reaction(record.reaction(&career.id)?).to_string();
        Some(Row { step: Step::Card(id), asked: career.title.clone(), said })
    };
    let condition = |(place, asked): (usize, &Condition)| {
        let said = telling::describe_condition(asked, record.conditions.get(&asked.id)?).to_string();
        Some(Row { step: Step::Condition(place), asked: asked.text.clone(), said })
    };

    let answers = interview.answers().iter().map(answer);
    let conditions = questionnaire.conditions.iter().enumerate().filter_map(condition);
    let cards = dataset.catalogue.iter().filter_map(|(id, career)| card(career, id));
    answers.chain(conditions).chain(cards).collect()
}

impl Screen<OpenSession> for Review {
    fn place(&self) -> KeyScope {
        KeyScope::Review
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        self.title.to_string()
    }

    fn aside(&self, _ctx: &OpenSession) -> String {
        format!("{} of {}", (self.cursor.row + 1).min(self.answers.len()), self.answers.len())
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        if self.answers.is_empty() {
            Column::new(buffer, area).text("Nothing is answered yet.", ctx.theme.style(Role::Dim));
            return;
        }

        let width = usize::from(area.width.saturating_sub(4));
        let rows: Vec<Line<'_>> = self
            .answers
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let label = text::cut_text(&row.said, width / 2);
                let room = width.saturating_sub(text::measure_width(&label) + 2);
                let again = if at < self.odd { "once more? " } else { "" };
                let question = text::cut_text(&format!("{again}{}", row.asked), room);
                let gap = width.saturating_sub(text::measure_width(&question) + text::measure_width(&label));

                Line::from(vec![
                    Span::raw(question),
                    Span::raw(" ".repeat(gap)),
                    Span::styled(label, ctx.theme.style(Role::Dim)),
                ])
            })
            .collect();

        list::draw(buffer, area, &rows, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.answers.len()) {
            return Transition::Stay;
        }

        match (action, self.answers.get(self.cursor.row)) {
            (Action::Accept, Some(row)) => {
                ctx.converse(|interview| interview.change(row.step));
                Transition::Walk
            }
            (Action::Close | Action::Back, _) => Transition::Close,
            _ => Transition::Stay,
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
