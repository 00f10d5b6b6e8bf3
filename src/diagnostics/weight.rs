//! How much memory a text may take once it is taken apart, found out before that is done: a mark of one byte can stand for a
//! table of a thousand.

use toml_parser::lexer::TokenKind;

/// The heaviest text, or set of them, that is taken apart: nearly twice what the shipped catalogue weighs. Files just below it
/// took up to 250 MB to check.
pub const HEAVIEST: usize = 192 << 20;

/// The longest name, number or text in quotes, in bytes.
pub const LONGEST: usize = 64 << 10;

/// What is said of a text, or a set of them, that is too heavy.
pub const TOO_HEAVY: &str = "more names, values and tables than any catalogue has";

/// Why a text is not taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// It is too heavy from this byte on.
    Heavy(usize),
    /// What begins at this byte is too long.
    Long(usize),
}

/// The bytes of memory that a text takes at most, within a factor of three, where that is not too much.
pub fn weigh(text: &str) -> Result<usize, TooMuch> {
    let mut weight = 0;
    for token in toml_parser::Source::new(text).lex() {
        let (span, kind) = (token.span(), token.kind());
        // nothing is made of a comment, so that it may have any length
        let is_comment = matches!(kind, TokenKind::Comment | TokenKind::Whitespace);
        if span.len() > LONGEST && !is_comment {
            return Err(TooMuch::Long(span.start()));
        }

        weight += weigh_token(kind, &text.as_bytes()[span.start()..span.end()]);
        if weight > HEAVIEST {
            return Err(TooMuch::Heavy(span.start()));
        }
    }
    Ok(weight)
}

/// Measured with files of a hundred thousand of each kind, well-formed and not: what cannot be read leaves a message behind.
fn weigh_token(kind: TokenKind, text: &[u8]) -> usize {
    match kind {
        TokenKind::Dot | TokenKind::LeftCurlyBracket => 1200,
        TokenKind::Equals => 450,
        TokenKind::Comma | TokenKind::Atom | TokenKind::LeftSquareBracket | TokenKind::RightSquareBracket => 200,
        TokenKind::Whitespace | TokenKind::Comment | TokenKind::Newline => 50,
        _ => 200 + 200 * text.iter().filter(|byte| **byte == b'\\' || byte.is_ascii_control()).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_writes_is_light_and_what_is_made_to_be_heavy_is_not_taken_apart() {
        assert!(weigh(include_str!("../../data/questionnaire.toml")).is_ok_and(|weight| weight < HEAVIEST / 50));
        for heavy in ["a.", "[],", "{a=1},", "=\n", "\u{1}\n"] {
            let text = heavy.repeat(HEAVIEST / 100);
            assert!(matches!(weigh(&text), Err(TooMuch::Heavy(_))), "{heavy}");
        }
        assert_eq!(weigh(&format!("a = \"{}\"", "b".repeat(LONGEST))), Err(TooMuch::Long(4)));
        assert!(weigh(&format!("# {}", "b".repeat(2 * LONGEST))).is_ok());
    }
}
