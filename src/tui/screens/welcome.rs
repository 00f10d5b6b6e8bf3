//! The first screen: painted before anything is loaded, so its words are its own.

use super::about::About;
use super::browse::Browse;
use super::distinctions::InFull;
use super::due::Due;
use crate::interview::Step;
use crate::model::Record;
use crate::tui::desk::{Desk, Sitting};
use crate::tui::effect::Effect;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, show};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Sessions that are offered to go on with.
const SITTINGS: usize = 3;

/// The menu.
#[derive(Debug, Default)]
pub struct Welcome {
    cursor: Cursor,
}

/// One row of the menu.
#[derive(Debug)]
enum Row<'d> {
    Due(Due),
    GoOn(&'d Sitting),
    Begin,
    LookAround,
    Difference,
    About,
}

fn rows(desk: &Desk) -> Vec<Row<'_>> {
    let sittings = desk.loaded().map(|loaded| loaded.sittings.as_slice()).unwrap_or_default();
    let due = sittings.iter().find_map(|sitting| Due::of(sitting, desk.now()));
    let mut rows: Vec<Row<'_>> = due.map(Row::Due).into_iter().collect();
    rows.extend(sittings.iter().take(SITTINGS).map(Row::GoOn));
    rows.extend([Row::Begin, Row::LookAround, Row::Difference, Row::About]);
    rows
}

fn label(row: &Row<'_>, first: bool, desk: &Desk) -> String {
    match row {
        Row::Due(due) => due.text().to_string(),
        Row::GoOn(sitting) => {
            let begins = if first { "Go on where you left off" } else { "Go on" };
            format!("{begins}: {}, {}", sitting.when, place_of(&sitting.record, desk))
        }
        Row::Begin => "Begin the questionnaire".to_string(),
        Row::LookAround => "Look around: search all careers".to_string(),
        Row::Difference => "A job or a career: what is the difference?".to_string(),
        Row::About => "What this is, and where its figures come from".to_string(),
    }
}

/// Where a record left off, in words.
fn place_of(record: &Record, desk: &Desk) -> String {
    let Some(matcher) = desk.matcher() else { return String::new() };
    let questionnaire = &matcher.kit.questionnaire;
    let answered = record.answers(questionnaire).iter().count();
    match record.at.as_deref().and_then(|at| Step::from_id(at, questionnaire)) {
        Some(Step::Ask(question) | Step::Again(question)) => {
            let part = questionnaire.question(question).part.index() + 1;
            format!("part {part}, question {}", answered + 1)
        }
        Some(Step::Turn(part)) => format!("before part {}", part.index() + 1),
        Some(Step::Results) if answered == 1 => "results of 1 answer".to_string(),
        Some(Step::Results) => format!("results of {answered} answers"),
        Some(Step::Sliders) => "the sliders".to_string(),
        Some(Step::Pair(_)) => "either, or".to_string(),
        Some(Step::Situation(_) | Step::Leave | Step::Goals) | None => "where you are".to_string(),
    }
}

impl Welcome {
    fn take(row: usize, desk: &mut Desk) -> Go {
        let effect = match rows(desk).into_iter().nth(row) {
            Some(Row::Due(due)) => return Go::Open(Box::new(due)),
            Some(Row::GoOn(sitting)) => Effect::Open(sitting.name.clone()),
            Some(Row::Begin) => Effect::Begin,
            Some(Row::LookAround) => return Go::Open(Box::<Browse>::default()),
            Some(Row::Difference) => return Go::Open(Box::<InFull>::default()),
            Some(Row::About) => return Go::Open(Box::<About>::default()),
            None => return Go::Stay,
        };
        if desk.matcher().is_some() {
            desk.ask(effect);
        }
        Go::Stay
    }
}

impl Screen for Welcome {
    fn place(&self) -> Place {
        Place::Welcome
    }

    fn title(&self, _desk: &Desk) -> String {
        "Find work that fits you".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let mut column = Column::new(buffer, Rect { width: area.width.min(76), ..area });
        let says = "Four short sets of questions about what you enjoy, can do, are drawn to and are like. Then the \
                    careers that fit you, with the reasons, and an honest word on how sure that is.";
        column.text(says, desk.theme.style(Role::Text));
        column.gap(1);
        let rows = rows(desk);
        let labels: Vec<String> = rows.iter().enumerate().map(|(at, row)| label(row, at == 0, desk)).collect();
        let offered: Vec<Offered<'_>> =
            labels.iter().zip(1..).map(|(label, digit)| Offered { digit: Some(digit), label, taken: false }).collect();
        let (list, buffer) = column.take(offered.len() as u16 + 1);
        show(buffer, list, &offered, self.cursor, desk);
        let kept = "Your answers stay on this computer. Stop whenever you like: nothing is lost.";
        column.text(kept, desk.theme.style(Role::Dim));
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, rows(desk).len()) {
            return Go::Stay;
        }
        match action {
            Action::Accept => Self::take(self.cursor.row, desk),
            Action::Digit(digit) => Self::take(usize::from(digit).wrapping_sub(1), desk),
            Action::Search => Go::Open(Box::<Browse>::default()),
            _ => Go::Stay,
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        matches!(action, Action::Close | Action::Digit(_)).then_some("")
    }
}
