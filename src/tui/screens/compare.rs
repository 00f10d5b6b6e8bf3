//! Two or three careers side by side.

use super::results::career_reader::build_head;
use super::results::text_builder::{Page, join_side_by_side};
use crate::model::CareerId;
use crate::report::outline::{Block, Section};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The aspect that is drawn and not only told.
const PAY: &str = "Pay";

/// The careers that are compared.
#[derive(Debug)]
pub struct Compare {
    careers: Vec<CareerId>,
    scroll: Scroll,
}

impl Compare {
    /// Two or three careers.
    pub fn new(careers: Vec<CareerId>) -> Self {
        Self { careers, scroll: Scroll::default() }
    }

    fn build_lines(&self, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
        let count = self.careers.len().max(1);
        let column = (width + 2) / count;
        let inside = column.saturating_sub(2);
        let mut lines =
            join_side_by_side(self.careers.iter().map(|career| build_head(*career, inside, ctx)).collect(), column);

        let aspects = |career: &CareerId| telling::list_aspects(ctx.matcher(), Some(ctx.outcome()), *career);
        let told: Vec<_> = self.careers.iter().map(aspects).collect();
        let names = told.first().map(<[_; 10]>::as_slice).unwrap_or_default().iter().enumerate();

        // pay stands above each other below
        for (at, (aspect, _)) in names.filter(|(_, (aspect, _))| *aspect != PAY) {
            lines.push(Line::default());
            lines.push(Line::styled(*aspect, ctx.theme.style(Role::Accent)));
            let column_of = |aspects: &[(&str, String); 10]| {
                let mut page = Page::new(inside, ctx);
                page.text(&aspects[at].1, Role::Text);
                page.lines
            };
            lines.extend(join_side_by_side(told.iter().map(column_of).collect(), column));
        }

        lines.extend(self.build_below(width, ctx));
        lines
    }

    /// Pay above each other on one axis, and what would settle two careers.
    fn build_below(&self, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
        let mut page = Page::new(width, ctx);
        if let Some(chart) = telling::compare_pay(ctx.catalogue(), &self.careers) {
            page.gap().text(PAY, Role::Accent).blocks(&[Block::Chart(chart)]);
        }
        let settling = self.compose_settling(ctx);
        if !settling.blocks.is_empty() {
            page.section(&settling);
        }
        page.lines
    }

    /// How many more questions would settle the first two careers.
    fn compose_settling(&self, ctx: &OpenSession) -> Section {
        let first = self.careers.first().zip(self.careers.get(1));
        let more = first.and_then(|(one, other)| ctx.interview().count_questions_to_separate(*one, *other));
        telling::compose_settling(ctx.catalogue(), &self.careers, more)
    }
}

impl Screen<OpenSession> for Compare {
    fn place(&self) -> KeyScope {
        KeyScope::Page
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "Side by side".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let lines = self.build_lines(usize::from(area.width.saturating_sub(2)), ctx);
        self.scroll.draw(buffer, area, &lines, ctx);
    }

    fn act(&mut self, action: Action, _ctx: &mut OpenSession) -> Transition {
        self.scroll.act(action)
    }

    fn offers(&self, action: Action, _ctx: &OpenSession) -> bool {
        action != Action::Accept
    }

    fn refine(&mut self, ctx: &mut OpenSession) -> bool {
        ctx.refine_rank_uncertainty()
    }
}
