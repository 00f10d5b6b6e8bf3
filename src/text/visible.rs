//! A text made fit for a terminal: nothing in it can steer the terminal or hide.

use std::borrow::Cow;
use std::fmt::Write;

/// A text of one line with every control character made visible: a blank for a line break or tab, `^[` for escape,
/// `<U+202E>` for marks that turn the direction of text and for characters that take no place, so that no two names look the
/// same. What joins letters of a script or pictures stays where it joins some.
pub fn show_controls(text: &str) -> Cow<'_, str> {
    make_visible(text, |_| false)
}

/// The same for a text of several lines, which it keeps.
pub fn show_controls_in_lines(text: &str) -> Cow<'_, str> {
    make_visible(text, |c| c == '\n')
}

/// Whether a terminal could act on a character instead of showing it, or show nothing in its place.
pub fn is_steering(c: char) -> bool {
    let turns = matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    c.is_control() || turns || is_unseen(c)
}

/// Characters without a width of their own that no script needs.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// What joins the letters of some scripts, or keeps them apart, and makes one picture of several.
pub fn is_joining(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

fn make_visible(text: &str, keep: impl Fn(char) -> bool) -> Cow<'_, str> {
    // nearly every text is plain ASCII, which a look at its bytes settles
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }

    let odd = |c: char| is_steering(c) && !keep(c);
    if !text.contains(|c| odd(c) || is_joining(c)) {
        return Cow::Borrowed(text);
    }

    let mut shown = String::with_capacity(text.len() + 8);
    let (mut before, mut rest) = (' ', text.chars());
    while let Some(c) = rest.next() {
        // beside ASCII, beside another of its kind or at either end it has nothing to join, and would only hide
        let is_loose = is_joining(c)
            && (before.is_ascii() || is_joining(before) || rest.clone().next().is_none_or(|c| c.is_ascii()));
        before = c;

        match c {
            c if !odd(c) && !is_loose => shown.push(c),
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
        for c in '\0'..=char::MAX {
            let wild = format!("a{c}b");
            assert!(!show_controls(&wild).contains(is_steering), "{c:?}");
            assert!(!show_controls_in_lines(&wild).contains(|c| is_steering(c) && c != '\n'), "{c:?}");

            let plain = show_controls(&wild);
            assert!(plain.contains(|kept: char| !matches!(kept, 'a' | 'b')) || matches!(c, 'a' | 'b' | '\r'), "{c:?}");
        }
    }

    #[test]
    fn what_was_there_can_still_be_seen() {
        assert_eq!(show_controls("a\u{1b}[2Jb\u{9b}1m\u{202e}c\nd\te\u{7f}"), "a^[[2Jb<U+009B>1m<U+202E>c d e^?");
        assert_eq!(show_controls_in_lines("a\r\nb\u{7}"), "a\nb^G");
        assert_eq!(show_controls("Jo\u{200b}e \u{61c}Jo\u{ad}\u{feff}"), "Jo<U+200B>e <U+061C>Jo<U+00AD><U+FEFF>");
        assert_eq!(show_controls("Jo\u{200d}e\u{200c}"), "Jo<U+200D>e<U+200C>", "they join nothing here");
    }

    #[test]
    fn ordinary_text_of_any_language_is_untouched() {
        for text in [
            "naïve café",
            "日本語",
            "עברית",
            "👩\u{200d}🔬",
            "👩\u{1f3fd}\u{200d}❤\u{fe0f}\u{200d}👩",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
        ] {
            assert_eq!(show_controls(text), text);
        }
    }
}
