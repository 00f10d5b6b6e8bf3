//! One scored question: the text, an example, the choices, and job and career beside it.

use super::walk::step;
use crate::assess::has_direction;
use crate::fit::can_start;
use crate::interview::{Interview, Progress, Step};
use crate::model::{QuestionId, Response, SituationRole};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, draw_choices, name_digits};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::side_panel::{self, Beside};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Widest a question's text runs: longer lines are hard to read.
const WIDEST: u16 = 72;

/// The question on screen.
#[derive(Debug)]
pub struct Question {
    id: QuestionId,
    /// Whether it comes a second time, to check.
    again: bool,
    count: usize,
    cursor: Cursor,
}

impl Question {
    /// The question, the cursor on the answer given before or in the middle.
    pub fn new(id: QuestionId, interview: &Interview) -> Self {
        let choices = &interview.matcher().dataset.questionnaire.part_of(id).choices;
        let again = matches!(interview.step(), Step::Again(_));
        let question = Self { id, again, count: choices.len(), cursor: Cursor { row: choices.len() / 2 } };

        let before = question.find_before(interview);
        let row = choices.iter().position(|choice| Some(choice.value) == before);
        Self { cursor: row.map_or(question.cursor, |row| Cursor { row }), ..question }
    }

    /// The answer given before; not where it is asked to check, since whoever sees the first one only repeats it.
    fn find_before(&self, interview: &Interview) -> Option<u8> {
        interview.answers().get(self.id).filter(|_| !self.again).and_then(find_value)
    }

    fn answer(value: u8, ctx: &mut OpenSession) -> Transition {
        let now = ctx.now();
        if ctx.converse(|interview| interview.answer(value, now)).is_some_and(|taken| taken.is_err()) {
            return Transition::Stay;
        }
        ctx.hints_left = ctx.hints_left.saturating_sub(1);
        Transition::Walk
    }

    fn find_progress(&self, ctx: &OpenSession) -> Progress {
        ctx.interview().measure_progress(ctx.questionnaire().question(self.id).part)
    }
}

fn find_value(response: Response) -> Option<u8> {
    match response {
        Response::Value(value) => Some(value.get()),
        Response::Untried => Some(0),
        Response::Skipped => None,
    }
}

impl Screen<OpenSession> for Question {
    fn place(&self) -> KeyScope {
        KeyScope::Question
    }

    fn title(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().part_of(self.id).title.clone()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        let progress = self.find_progress(ctx);
        let words = &ctx.questionnaire().words;
        let place = words.format_place(progress.number, progress.of);
        match (progress.left, ctx.interview().estimate_minutes_left()) {
            (0, _) => place,
            (left, minutes) => format!("{place} · {}", words.format_time_left(left, minutes)),
        }
    }

    fn share(&self, ctx: &OpenSession) -> Option<(usize, usize)> {
        let progress = self.find_progress(ctx);
        Some((progress.asked, progress.asked + progress.left))
    }

    fn note(&self, ctx: &OpenSession) -> String {
        if ctx.hints_left > 0 {
            let back = ctx.keys.find_key(Action::Back, self.place()).map(|key| key.to_string());
            ctx.questionnaire().words.format_hint(back.as_deref())
        } else if has_direction(ctx.questionnaire(), ctx.interview().answers().values()) {
            let results = ctx.keys.find_key(Action::Results, self.place()).map(|key| format!(": {key} shows it"));
            format!("Your answers already give a first result{}.", results.unwrap_or_default())
        } else {
            String::new()
        }
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let (interview, questionnaire) = (ctx.interview(), ctx.questionnaire());
        let (part, question) = (questionnaire.part_of(self.id), questionnaire.question(self.id));
        let turn = interview.count_asked(question.part);
        let beside = Beside { place: &part.id, turn, at: self.place() };
        let free = side_panel::draw(buffer, area, &beside, self.count + 4, ctx);

        let tight = free.height < 14;
        let mut column = Column::new(buffer, Rect { width: free.width.min(WIDEST), ..free });
        if self.again {
            column.text(telling::AGAIN, ctx.theme.style(Role::Accent)).gap(u16::from(!tight));
        } else if !tight {
            column.text(&part.prompt, ctx.theme.style(Role::Dim)).gap(1);
        }

        column.text(&question.text, ctx.theme.style(Role::Strong));
        if let Some(example) = question.example_for(interview.says(SituationRole::PastSchool)) {
            column.text(example, ctx.theme.style(Role::Dim));
        }
        // no gap where it would push a choice out of sight
        column.gap(u16::from(usize::from(column.free().height) > self.count));

        let before = self.find_before(interview);
        let offered: Vec<Offered<'_>> = part
            .choices
            .iter()
            .map(|choice| Offered::new(choice.value, &choice.label, Some(choice.value) == before))
            .collect();
        let (rest, buffer) = column.take(u16::MAX);
        draw_choices(buffer, rest, &offered, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.count) {
            return Transition::Stay;
        }

        match action {
            Action::Digit(value) => Self::answer(value, ctx),
            Action::Accept => {
                let choice = ctx.questionnaire().part_of(self.id).choices.get(self.cursor.row);
                choice.map(|choice| choice.value).map_or(Transition::Stay, |value| Self::answer(value, ctx))
            }
            other => step(other, ctx),
        }
    }

    fn offers(&self, action: Action, ctx: &OpenSession) -> bool {
        match action {
            Action::Start => can_start(ctx.questionnaire(), ctx.interview().answers().evidence()),
            Action::Results => ctx.interview().answers().evidence() > 0,
            _ => true,
        }
    }

    fn digits(&self, ctx: &OpenSession) -> &'static str {
        let values = || ctx.questionnaire().part_of(self.id).choices.iter().map(|choice| choice.value);
        name_digits(values().min().unwrap_or(1), values().max().unwrap_or(5))
    }

    fn asks(&self) -> bool {
        true
    }
}
