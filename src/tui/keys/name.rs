//! A key and its name: `ctrl-d`, `pageup`, `j`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

/// A key as the table names it: shift is part of the character, ctrl and alt stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
    alt: bool,
}

const NAMED: [(&str, KeyCode); 15] = [
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("space", KeyCode::Char(' ')),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
];

impl Key {
    /// The key with this name, if it is one.
    pub fn from_name(name: &str) -> Option<Self> {
        let (ctrl, rest) = name.strip_prefix("ctrl-").map_or((false, name), |rest| (true, rest));
        let (alt, rest) = rest.strip_prefix("alt-").map_or((false, rest), |rest| (true, rest));

        let named = NAMED.iter().find(|(known, _)| *known == rest).map(|(_, code)| *code);
        let mut characters = rest.chars();
        let code = match (named, characters.next(), characters.next()) {
            (Some(code), _, _) => code,
            (None, Some(only), None) => KeyCode::Char(only),
            _ => return None,
        };
        Some(Self { code, ctrl, alt })
    }

    /// The digit it types, if it is one.
    pub fn digit(self) -> Option<u8> {
        self.character().and_then(|c| c.to_digit(10)).and_then(|digit| u8::try_from(digit).ok())
    }

    /// The character it types into a text field, if it types one.
    pub fn character(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            // a terminal that tells held keys may send the small letter, and shift beside it
            KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::Char(c.to_ascii_uppercase()),
            code => code,
        };
        Self { code, ctrl, alt: event.modifiers.contains(KeyModifiers::ALT) }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = [(self.ctrl, "ctrl-"), (self.alt, "alt-")];
        before.iter().filter(|(held, _)| *held).try_for_each(|(_, name)| f.write_str(name))?;
        match (NAMED.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            (None, other) => write!(f, "{other}"),
        }
    }
}
