//! The profile: bars with uncertainty, the interest hexagon, the map of areas, and what the person wishes for.

mod bars;
mod hexagon;
mod map;
mod wishes;

use crate::fit::{AreaView, areas};
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::scroll::Scroll;
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
    pub fn new(desk: &mut Desk) -> Self {
        // the estimates are looked up while drawing
        desk.standing();
        let areas = desk.interview.as_ref().map(|interview| {
            let kit = &interview.matcher().kit;
            areas(&kit.scales, &kit.questionnaire, interview.answers())
        });
        Self { shown: 0, areas: areas.unwrap_or_default(), scroll: Scroll::default() }
    }

    fn show(&mut self, shown: usize) {
        self.shown = shown.min(NAMES.len() - 1);
        self.scroll.reset();
    }

    /// The names of the pictures, the one shown marked.
    fn tabs(&self, desk: &Desk) -> Line<'static> {
        let mut line = Line::default();
        for (at, name) in NAMES.into_iter().enumerate() {
            line.push_span(Span::styled(format!("{}", at + 1), desk.theme.style(Role::Key)));
            line.push_span(Span::raw(" "));
            let role = if at == self.shown { Role::Selected } else { Role::Dim };
            line.push_span(Span::styled(name, desk.theme.style(role)));
            line.push_span(Span::raw("   "));
        }
        line
    }
}

impl Screen for Profile {
    fn place(&self) -> Place {
        Place::Profile
    }

    fn title(&self, _desk: &Desk) -> String {
        "My profile".to_string()
    }

    fn aside(&self, desk: &Desk) -> String {
        let evidence = desk.interview.as_ref().map_or(0, |interview| interview.answers().evidence());
        format!("from {evidence} answers")
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let mut column = Column::new(buffer, area);
        column.line(&self.tabs(desk)).gap(1);
        let (rest, buffer) = column.take(u16::MAX);
        let width = usize::from(rest.width.saturating_sub(2));
        match self.shown {
            0 => self.scroll.draw(buffer, rest, &bars::lines(width, desk), desk),
            1 => hexagon::draw(buffer, rest, desk),
            2 => map::draw(buffer, rest, &self.areas, desk),
            _ => self.scroll.draw(buffer, rest, &wishes::lines(width, desk), desk),
        }
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Go {
        if self.scroll.moved(action) {
            return Go::Stay;
        }
        match action {
            Action::Less => self.show(self.shown.saturating_sub(1)),
            Action::More => self.show(self.shown + 1),
            Action::Accept => self.show((self.shown + 1) % NAMES.len()),
            Action::Digit(digit) if digit > 0 => self.show(usize::from(digit) - 1),
            Action::Close | Action::Back => return Go::Close,
            _ => {}
        }
        Go::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("next"),
            Action::Digit(_) => Some("show"),
            Action::Less | Action::More => Some(""),
            _ => None,
        }
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        "1-4"
    }
}
