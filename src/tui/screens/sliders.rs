//! What work should do now: five sliders between a job's side and a career's, and the sentence they add up to.

use crate::interview::Interview;
use crate::model::{Questionnaire, Record};
use crate::tui::desk::Desk;
use crate::tui::glyphs::{ACROSS, ON};
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::{list, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Positions of a slider; the middle one stands until it is moved.
const POSITIONS: u8 = 5;
const MIDDLE: u8 = 3;

/// The sliders.
#[derive(Debug)]
pub struct Sliders {
    count: usize,
    cursor: Cursor,
}

impl Sliders {
    /// The sliders of the questionnaire.
    pub fn new(interview: &Interview) -> Self {
        Self { count: interview.matcher().kit.questionnaire.sliders.len(), cursor: Cursor::default() }
    }

    fn set(&self, change: impl FnOnce(u8) -> u8, desk: &mut Desk) -> Go {
        let slider = desk.matcher().and_then(|m| m.kit.questionnaire.sliders.get(self.cursor.row));
        if let Some(id) = slider.map(|slider| slider.id.clone()) {
            desk.note(|record| {
                let position = record.sliders.entry(id).or_insert(MIDDLE);
                *position = change(*position).clamp(1, POSITIONS);
            });
        }
        Go::Stay
    }
}

/// The sentence for the sliders as they stand, once one was moved.
fn outcome<'q>(questionnaire: &'q Questionnaire, record: &Record) -> Option<&'q str> {
    let count = questionnaire.sliders.len();
    if record.sliders.is_empty() || count == 0 {
        return None;
    }
    let positions = questionnaire.sliders.iter().map(|slider| position(record, &slider.id));
    let mean = positions.map(f64::from).sum::<f64>() / count as f64;
    let found = questionnaire.outcomes.iter().find(|outcome| mean <= outcome.up_to);
    found.or(questionnaire.outcomes.last()).map(|outcome| outcome.text.as_str())
}

fn position(record: &Record, id: &str) -> u8 {
    record.sliders.get(id).copied().unwrap_or(MIDDLE)
}

impl Screen for Sliders {
    fn place(&self) -> Place {
        Place::Sliders
    }

    fn title(&self, _desk: &Desk) -> String {
        "What should work do for you now?".to_string()
    }

    fn aside(&self, _desk: &Desk) -> String {
        "either end is fine".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(interview) = &desk.interview else { return };
        let (questionnaire, record) = (&interview.matcher().kit.questionnaire, interview.record());
        let widest = |pick: fn(&crate::model::Slider) -> &str| {
            questionnaire.sliders.iter().map(|slider| text::width(pick(slider))).max().unwrap_or(0)
        };
        let low = widest(|slider| &slider.low);
        let roomy = usize::from(area.width) > low + widest(|slider| &slider.high) + 20;
        let mut column = Column::new(buffer, area);
        let spare = area.height > (self.count * if roomy { 2 } else { 3 }) as u16 + 6;
        column.text("I want my work to …", desk.theme.style(Role::Dim)).gap(u16::from(spare));
        for (at, slider) in questionnaire.sliders.iter().enumerate() {
            let track = track(position(record, &slider.id), desk);
            let (job, career) = (desk.theme.style(Role::Job), desk.theme.style(Role::Career));
            let (area, buffer) = column.take(1);
            if roomy {
                let mut line = Line::from(Span::styled(format!("{:>low$}  ", slider.low), job));
                line.extend(track);
                line.push_span(Span::styled(format!("  {}", slider.high), career));
                list::row(buffer, area, &line, at == self.cursor.row, desk);
            } else {
                let ends = Line::from(vec![
                    Span::styled(slider.low.clone(), job),
                    Span::raw(" / "),
                    Span::styled(slider.high.clone(), career),
                ]);
                list::row(buffer, area, &ends, at == self.cursor.row, desk);
                let (area, buffer) = column.take(1);
                list::row(buffer, area, &Line::from(track), false, desk);
            }
            column.gap(u16::from(spare));
        }
        if let Some(outcome) = outcome(questionnaire, record) {
            column.gap(u16::from(spare)).text(outcome, desk.theme.style(Role::Strong));
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, self.count) {
            return Go::Stay;
        }
        match action {
            Action::Less => self.set(|position| position.saturating_sub(1), desk),
            Action::More => self.set(|position| position + 1, desk),
            Action::Digit(digit) if (1..=POSITIONS).contains(&digit) => self.set(|_| digit, desk),
            Action::Accept => {
                desk.converse(Interview::next);
                Go::Walk
            }
            other => super::walked(other, desk),
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("go on"),
            Action::Digit(_) => Some("set"),
            _ => None,
        }
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        "1-5"
    }

    fn asks(&self) -> bool {
        true
    }
}

/// The slider's line with its knob; the digit tells the place as well.
fn track(position: u8, desk: &Desk) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for at in 1..=POSITIONS {
        let (sign, role) = if at == position { (ON, Role::Accent) } else { (ACROSS, Role::Rule) };
        spans.push(Span::styled(format!("{}{sign}", if at == 1 { "" } else { ACROSS }), desk.theme.style(role)));
    }
    spans.push(Span::styled(format!(" {position}"), desk.theme.style(Role::Dim)));
    spans
}
