//! What work should do now: five sliders between a job's side and a career's, and the sentence they add up to.

use super::card::offer_limit;
use super::walk::step;
use crate::interview::{Change, Interview};
use crate::model::Slider;
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::glyphs::{ACROSS, ON};
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::name_digits;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::{list, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The sliders.
#[derive(Debug)]
pub struct Sliders {
    count: usize,
    cursor: Cursor,
}

impl Sliders {
    /// The sliders of the questionnaire.
    pub fn new(interview: &Interview) -> Self {
        Self { count: interview.matcher().dataset.questionnaire.sliders.len(), cursor: Cursor::default() }
    }

    /// Sets the slider and goes on to the next one; the last one stays, so that what all say together can be read.
    fn take(&mut self, digit: u8, ctx: &mut OpenSession) -> Transition {
        self.set(|_| digit, ctx);
        self.cursor.move_by(Action::Down, self.count);
        Transition::Stay
    }

    fn set(&self, change: impl FnOnce(u8) -> u8, ctx: &mut OpenSession) -> Transition {
        let slider = ctx.questionnaire().sliders.get(self.cursor.row);
        if let Some(slider) = slider.map(|slider| slider.id.clone()) {
            let position = change(ctx.record().sliders.get(&slider).copied().unwrap_or(Slider::MIDDLE));
            ctx.apply(Change::Slider { slider, position });
        }

        Transition::Stay
    }
}

impl Screen<OpenSession> for Sliders {
    fn place(&self) -> KeyScope {
        KeyScope::Sliders
    }

    fn title(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().words.sliders.clone()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().words.sliders_aside.clone()
    }

    fn note(&self, ctx: &OpenSession) -> String {
        offer_limit(ctx, self.place()).unwrap_or_default()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let (questionnaire, record) = (ctx.questionnaire(), ctx.record());
        let widest = |pick: fn(&Slider) -> &str| {
            questionnaire.sliders.iter().map(|slider| text::measure_width(pick(slider))).max().unwrap_or(0)
        };
        let low = widest(|slider| &slider.low);
        let roomy = usize::from(area.width) > low + widest(|slider| &slider.high) + 20;

        let mut column = Column::new(buffer, area);
        let spare = usize::from(area.height) > self.count * if roomy { 2 } else { 3 } + 6;
        let asks = questionnaire.sliders.get(self.cursor.row).map_or("", |slider| slider.text.as_str());
        column.text(asks, ctx.theme.style(Role::Strong)).gap(u16::from(spare));

        for (at, slider) in questionnaire.sliders.iter().enumerate() {
            let track = build_track(record.sliders.get(&slider.id).copied(), ctx);
            let (job, career) = (ctx.theme.style(Role::Job), ctx.theme.style(Role::Career));
            let (area, buffer) = column.take(1);

            if roomy {
                let mut line = Line::from(Span::styled(format!("{:>low$}  ", slider.low), job));
                line.extend(track);
                line.push_span(Span::styled(format!("  {}", slider.high), career));
                list::draw_row(buffer, area, &line, at == self.cursor.row, ctx);
            } else {
                let ends = Line::from(vec![
                    Span::styled(slider.low.clone(), job),
                    Span::raw(" / "),
                    Span::styled(slider.high.clone(), career),
                ]);
                list::draw_row(buffer, area, &ends, at == self.cursor.row, ctx);
                let (area, buffer) = column.take(1);
                list::draw_row(buffer, area, &Line::from(track), false, ctx);
            }
            column.gap(u16::from(spare));
        }

        if let Some(says) = telling::describe_sliders(questionnaire, record) {
            column.gap(u16::from(spare)).text(says, ctx.theme.style(Role::Strong));
        }
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.count) {
            return Transition::Stay;
        }

        match action {
            Action::Less => self.set(|position| position.saturating_sub(1), ctx),
            Action::More => self.set(|position| position + 1, ctx),
            Action::Digit(digit) => self.take(digit, ctx),
            Action::Accept => {
                ctx.converse(Interview::next);
                Transition::Walk
            }
            other => step(other, ctx),
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("go on"),
            Action::Digit(_) => Some("set"),
            _ => None,
        }
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits(1, Slider::POSITIONS)
    }

    fn asks(&self) -> bool {
        true
    }
}

/// The slider's line with its knob, and none where it was not set; the digit tells the place as well.
fn build_track(position: Option<u8>, ctx: &OpenSession) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for at in 1..=Slider::POSITIONS {
        let (sign, role) = if Some(at) == position { (ON, Role::Accent) } else { (ACROSS, Role::Rule) };
        spans.push(Span::styled(format!("{}{sign}", if at == 1 { "" } else { ACROSS }), ctx.theme.style(role)));
    }

    let says = position.map_or(" -".to_string(), |position| format!(" {position}"));
    spans.push(Span::styled(says, ctx.theme.style(Role::Dim)));
    spans
}
