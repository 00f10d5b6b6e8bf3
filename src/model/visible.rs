//! Text from a file made fit for a terminal: nothing in it can steer the terminal or hide.

use std::borrow::Cow;
use std::fmt::Write;

/// A text of one line with every control character made visible: a blank for a line break or tab, `^[` for escape,
/// `<U+202E>` for marks that turn the direction of text.
pub fn visible(text: &str) -> Cow<'_, str> {
    shown(text, |_| false)
}

/// The same for a text of several lines, which it keeps.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    shown(text, |c| c == '\n')
}

/// Whether a terminal could act on a character instead of showing it.
pub fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn shown(text: &str, keep: impl Fn(char) -> bool) -> Cow<'_, str> {
    let odd = |c: char| steers(c) && !keep(c);
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            c if !odd(c) => shown.push(c),
            '\n' | '\t' => shown.push(' '),
            '\r' => {}
            '\u{7F}' => shown.push_str("^?"),
            '\0'..='\u{1F}' => shown.extend(['^', char::from(c as u8 + 0x40)]),
            c => drop(write!(shown, "<U+{:04X}>", u32::from(c))),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let wild: String = (0..0x3000).filter_map(char::from_u32).collect();
        assert!(!visible(&wild).contains(steers));
        assert!(!visible_lines(&wild).contains(|c| steers(c) && c != '\n'));
    }

    #[test]
    fn what_was_there_can_still_be_seen() {
        assert_eq!(visible("a\u{1b}[2Jb\u{9b}1m\u{202e}c\nd\te\u{7f}"), "a^[[2Jb<U+009B>1m<U+202E>c d e^?");
        assert_eq!(visible_lines("a\r\nb\u{7}"), "a\nb^G");
    }

    #[test]
    fn ordinary_text_of_any_language_is_untouched() {
        for text in ["naïve café", "日本語", "עברית", "👩\u{200d}🔬"] {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
        }
    }
}
