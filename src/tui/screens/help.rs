//! Help, printed from the key table: first what works on the screen below, then everything.

use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Binding, Key, Place, TABLE};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The list of keys.
#[derive(Debug)]
pub struct Help {
    below: Place,
    scroll: Scroll,
}

impl Help {
    /// Help for the screen it was asked on.
    pub fn new(below: Place, _desk: &Desk) -> Self {
        Self { below, scroll: Scroll::default() }
    }

    fn lines(&self, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let heading = |says: &'static str| Line::styled(says, desk.theme.style(Role::Strong));
        let mut lines = vec![heading("Here")];
        let here: Vec<_> = desk.keys.on(self.below).collect();
        lines.extend(here.iter().flat_map(|(binding, keys)| row(binding, keys, width, desk)));
        let others = TABLE.iter().filter(|row| !row.places.contains(&self.below) && !row.is_fixed());
        lines.extend([Line::default(), heading("Elsewhere")]);
        for binding in others {
            let keys = binding.places.first().and_then(|place| {
                desk.keys.on(*place).find(|(known, _)| std::ptr::eq(*known, binding)).map(|(_, keys)| keys)
            });
            lines.extend(row(binding, keys.unwrap_or_default(), width, desk));
        }
        lines
    }
}

fn row(binding: &Binding, keys: &[Key], width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let shown = match binding.action {
        Action::Digit(_) => "0-9".to_string(),
        _ => keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    };
    let mark = format!("  {shown:<16}");
    text::item(&mark, binding.help, width, desk.theme.style(Role::Key), desk.theme.style(Role::Text))
}

impl Screen for Help {
    fn place(&self) -> Place {
        Place::Help
    }

    fn title(&self, _desk: &Desk) -> String {
        "Keys".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let lines = self.lines(usize::from(area.width.saturating_sub(2)), desk);
        self.scroll.draw(buffer, area, &lines, desk);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Go {
        super::read(&self.scroll, action)
    }

    fn offers(&self, action: Action, _desk: &Desk) -> bool {
        !matches!(action, Action::Accept | Action::Help)
    }
}
