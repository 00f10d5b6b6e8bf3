//! The turn from one part to the next: how to answer, and what was learned so far.

use crate::interview::{Interview, Learnt};
use crate::model::PartId;
use crate::tui::desk::Desk;
use crate::tui::glyphs::BULLET;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::screens::listing::can_start;
use crate::tui::theme::Role;
use crate::tui::widgets::beside::{self, Beside};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The part that begins.
#[derive(Debug)]
pub struct Turn {
    part: PartId,
    learnt: Learnt,
}

impl Turn {
    /// The turn to a part.
    pub fn new(part: PartId, interview: &Interview) -> Self {
        Self { part, learnt: interview.learnt(part) }
    }

    fn so_far(&self, desk: &Desk, width: usize) -> Vec<Line<'static>> {
        let Some(matcher) = desk.matcher() else { return Vec::new() };
        let (scales, catalogue) = (&matcher.kit.scales, &matcher.kit.catalogue);
        let (says, named): (_, Vec<String>) = match &self.learnt {
            Learnt::Nothing => return Vec::new(),
            Learnt::Areas(areas) => {
                let named = areas.iter().map(|at| &scales.areas[*at]);
                ("So far you lean towards", named.map(|area| format!("{}: {}", area.name, area.meaning)).collect())
            }
            Learnt::Careers(careers) => {
                let named = careers.iter().map(|career| catalogue.get(*career).title.clone());
                ("So far these come first; it will change", named.collect())
            }
        };
        let mark = format!("{BULLET} ");
        let (text_style, mark_style) = (desk.theme.style(Role::Text), desk.theme.style(Role::Accent));
        let mut lines = vec![Line::styled(says, desk.theme.style(Role::Dim))];
        lines.extend(named.iter().flat_map(|name| text::item(&mark, name, width, mark_style, text_style)));
        lines
    }
}

impl Screen for Turn {
    fn place(&self) -> Place {
        Place::Turn
    }

    fn title(&self, desk: &Desk) -> String {
        let parts = desk.matcher().map_or(0, |matcher| matcher.kit.questionnaire.parts.len());
        format!("Part {} of {parts}", self.part.index() + 1)
    }

    fn aside(&self, desk: &Desk) -> String {
        let Some(interview) = &desk.interview else { return String::new() };
        format!("{} left · {} min", interview.progress(self.part).left, interview.minutes_left())
    }

    fn share(&self, desk: &Desk) -> Option<(usize, usize)> {
        let progress = desk.interview.as_ref()?.progress(self.part);
        Some((progress.asked, progress.asked + progress.left))
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(interview) = &desk.interview else { return };
        let part = interview.matcher().kit.questionnaire.part(self.part);
        let beside = Beside { place: &part.id, turn: 0, at: self.place() };
        let free = beside::draw(buffer, area, &beside, 6, desk);
        let mut column = Column::new(buffer, Rect { width: free.width.min(72), ..free });
        column.text(&part.title, desk.theme.style(Role::Strong)).gap(1);
        column.text(&part.intro, desk.theme.style(Role::Text)).gap(1);
        let lines = self.so_far(desk, column.width());
        column.lines(&lines);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        match action {
            Action::Accept => {
                desk.converse(Interview::next);
                Go::Walk
            }
            other => super::walked(other, desk),
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some("go on")
    }

    fn offers(&self, action: Action, desk: &Desk) -> bool {
        match action {
            Action::Start => can_start(desk),
            Action::Results => desk.interview.as_ref().is_some_and(|i| i.answers().evidence() > 0),
            _ => true,
        }
    }

    fn asks(&self) -> bool {
        true
    }
}
