//! The profile: bars with uncertainty, the interest hexagon, the map of areas, and what the person wishes for.

mod bars;
pub mod hexagon;
mod map;
mod wishes;

use crate::fit::{AreaView, map_areas};
use crate::report::pluralise;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::scroll::{Scroll, measure_text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The pictures of the profile.
const NAMES: [&str; 4] = ["all scales", "interests", "areas", "wishes"];

/// The profile and which picture of it is shown.
#[derive(Debug)]
pub struct Profile {
    shown: usize,
    areas: Vec<AreaView>,
    scroll: Scroll,
}

impl Profile {
    /// The profile of the answers so far.
    pub fn new(ctx: &OpenSession) -> Self {
        let areas = map_areas(ctx.matcher(), ctx.outcome(), ctx.interview().answers());
        Self { shown: 0, areas, scroll: Scroll::default() }
    }

    fn show(&mut self, shown: usize) {
        self.shown = shown.min(NAMES.len() - 1);
        self.scroll.reset();
    }

    /// The names of the pictures, the one shown marked.
    fn build_tabs(&self, ctx: &OpenSession) -> Line<'static> {
        let mut line = Line::default();
        for (at, name) in NAMES.into_iter().enumerate() {
            line.push_span(Span::styled(format!("{}", at + 1), ctx.theme.style(Role::Key)));
            line.push_span(Span::raw(" "));
            let role = if at == self.shown { Role::Selected } else { Role::Dim };
            line.push_span(Span::styled(name, ctx.theme.style(role)));
            line.push_span(Span::raw("   "));
        }
        line
    }
}

impl Screen<OpenSession> for Profile {
    fn place(&self) -> KeyScope {
        KeyScope::Profile
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "My profile".to_string()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        format!("from {}", pluralise(ctx.interview().answers().evidence(), "answer"))
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let mut column = Column::new(buffer, area);
        column.line(&self.build_tabs(ctx)).gap(1);
        let (rest, buffer) = column.take(u16::MAX);
        let width = measure_text(rest);

        match self.shown {
            0 => self.scroll.draw(buffer, rest, &bars::build_lines(width, ctx), ctx),
            1 => hexagon::draw(buffer, rest, ctx),
            2 => self.scroll.draw(buffer, rest, &map::build_lines(&self.areas, width, ctx), ctx),
            _ => self.scroll.draw(buffer, rest, &wishes::build_lines(width, ctx), ctx),
        }
    }

    fn act(&mut self, action: Action, _ctx: &mut OpenSession) -> Transition {
        if self.scroll.move_by(action) {
            return Transition::Stay;
        }

        match action {
            Action::Less => self.show(self.shown.saturating_sub(1)),
            Action::More => self.show(self.shown + 1),
            Action::Accept => self.show((self.shown + 1) % NAMES.len()),
            Action::Digit(digit) if digit > 0 => self.show(usize::from(digit) - 1),
            Action::Close | Action::Back => return Transition::Close,
            _ => {}
        }

        Transition::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("next"),
            Action::Digit(_) => Some("show"),
            Action::Less | Action::More => Some(""),
            _ => None,
        }
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        "1-4"
    }
}
