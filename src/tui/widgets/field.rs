//! A line to type in.

use super::text;
use crate::text::visible::is_steering;
use crate::tui::context::Shell;
use crate::tui::keys::Action;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

/// Most characters a field takes: a pasted book is no name of a job.
const MAX_CHARACTERS: usize = 200;

/// A text that is typed at its end.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// What was typed.
    pub text: String,
}

impl Field {
    /// Takes typed or pasted text on one line, without anything that steers a terminal.
    pub fn write(&mut self, text: &str) {
        let plain = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_steering(*c));
        let room = MAX_CHARACTERS.saturating_sub(self.text.chars().count());
        self.text.extend(plain.take(room));
    }

    /// Takes back by an action; false when the action takes nothing back.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Erase => {
                let last = self.text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
                self.text.truncate(last);
            }
            Action::Clear => self.text.clear(),
            _ => return false,
        }
        true
    }

    /// Draws the text with a block where the next character goes, or a dim word when nothing was typed.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, empty: &str, shell: &Shell) {
        let room = usize::from(area.width).saturating_sub(2);
        let mut shown = self.text.as_str();
        // typing goes on at the end, so that it is the beginning that gives way
        while text::measure_width(shown) > room {
            shown = shown.graphemes(true).next().map_or("", |first| &shown[first.len()..]);
        }

        let (end, _) = buffer.set_stringn(area.x, area.y, shown, room, shell.theme.style(Role::Strong));
        buffer.set_stringn(end, area.y, " ", 1, Style::new().add_modifier(Modifier::REVERSED));
        if self.text.is_empty() {
            buffer.set_stringn(end + 2, area.y, empty, room.saturating_sub(2), shell.theme.style(Role::Dim));
        }
    }
}
