//! The turn from one part to the next: how to answer, and what was learned so far.

use super::card::offer_limit;
use super::walk::step;
use crate::fit::can_start;
use crate::interview::{Interview, Learnt};
use crate::model::PartId;
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::glyphs::BULLET;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::side_panel::{self, Beside};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The part that begins.
#[derive(Debug)]
pub struct PartIntro {
    part: PartId,
    learnt: Learnt,
}

impl PartIntro {
    /// The turn to a part.
    pub fn new(part: PartId, interview: &Interview) -> Self {
        Self { part, learnt: interview.summarise(part) }
    }

    fn build_so_far(&self, ctx: &OpenSession, width: usize) -> Vec<Line<'static>> {
        let (dataset, catalogue) = (ctx.dataset(), ctx.catalogue());
        let (says, named): (_, Vec<String>) = match &self.learnt {
            Learnt::Nothing => return Vec::new(),
            Learnt::Areas(areas) => {
                (telling::SO_FAR, areas.iter().map(|leaning| telling::describe_leaning(dataset, leaning)).collect())
            }
            Learnt::Careers(careers) => {
                let named = careers.iter().map(|career| catalogue.get(*career).title.clone());
                (telling::LEADING, named.collect())
            }
        };

        let mark = format!("{BULLET} ");
        let (text_style, mark_style) = (ctx.theme.style(Role::Text), ctx.theme.style(Role::Accent));
        let mut lines = vec![Line::styled(says, ctx.theme.style(Role::Dim))];
        lines.extend(named.iter().flat_map(|name| text::wrap_item(&mark, name, width, mark_style, text_style)));
        lines
    }
}

impl Screen<OpenSession> for PartIntro {
    fn place(&self) -> KeyScope {
        KeyScope::Turn
    }

    fn title(&self, ctx: &OpenSession) -> String {
        let questionnaire = ctx.questionnaire();
        questionnaire.words.format_part(self.part.index() + 1, questionnaire.parts.len())
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        let interview = ctx.interview();
        ctx.questionnaire().words.format_time_left(interview.count_left(), interview.estimate_minutes_left())
    }

    fn share(&self, ctx: &OpenSession) -> Option<(usize, usize)> {
        let progress = ctx.interview().measure_progress(self.part);
        Some((progress.asked, progress.asked + progress.left))
    }

    fn note(&self, ctx: &OpenSession) -> String {
        offer_limit(ctx, self.place()).unwrap_or_default()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let part = ctx.questionnaire().part(self.part);
        let beside = Beside { place: &part.id, turn: 0, at: self.place() };
        let free = side_panel::draw(buffer, area, &beside, 6, ctx);

        let mut column = Column::new(buffer, Rect { width: free.width.min(72), ..free });
        column.text(&part.title, ctx.theme.style(Role::Strong)).gap(1);
        column.text(&part.intro, ctx.theme.style(Role::Text)).gap(1);
        let lines = self.build_so_far(ctx, column.width());
        column.lines(&lines);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        match action {
            Action::Accept => {
                ctx.converse(Interview::next);
                Transition::Walk
            }
            other => step(other, ctx),
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some("go on")
    }

    fn offers(&self, action: Action, ctx: &OpenSession) -> bool {
        match action {
            Action::Start => can_start(ctx.questionnaire(), ctx.interview().answers().evidence()),
            Action::Results => ctx.interview().answers().evidence() > 0,
            Action::Limits => ctx.interview().offer_limit().is_some(),
            _ => true,
        }
    }

    fn asks(&self) -> bool {
        true
    }
}
