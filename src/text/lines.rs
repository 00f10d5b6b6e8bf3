//! A text measured in cells, as terminals show it: broken into lines at words, cut at a width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Where a text was cut.
pub const CUT: &str = "…";

/// Cells that a text takes.
pub fn measure_width(text: &str) -> usize {
    text.width()
}

/// The text wrapped at words to a width; a word that is wider is broken.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    fill_lines(text, width.max(1), Wide::Broken)
}

/// The text wrapped at words to a width; a word that is wider, such as the place of a file, stands whole on a line of its own.
pub fn break_at_words(text: &str, width: usize) -> Vec<String> {
    fill_lines(text, width, Wide::Whole)
}

/// What becomes of a word that is wider than a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wide {
    Broken,
    Whole,
}

fn fill_lines(text: &str, width: usize, wide: Wide) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);

    for word in text.split_whitespace() {
        let cells = word.width();
        if !line.is_empty() && used + 1 + cells > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += 1;
        }

        if used + cells <= width || wide == Wide::Whole {
            line.push_str(word);
            used += cells;
            continue;
        }

        // broken between graphemes: an emoji may be made of several characters
        for grapheme in word.graphemes(true) {
            if !line.is_empty() && used + grapheme.width() > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(grapheme);
            used += grapheme.width();
        }
    }

    lines.push(line);
    lines
}

/// The text wrapped to a width, in so many lines at most, but one in any case; the last one says where it was cut.
pub fn wrap_most(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(cut_text(&rest, width));
    }
    lines
}

/// The first of some ways to say a thing that fits a width; the last one, cut, where none does.
pub fn choose_fitting(ways: &[String], width: usize) -> String {
    let fits = ways.iter().position(|way| way.width() <= width).unwrap_or(ways.len().saturating_sub(1));
    ways.get(fits).map_or_else(String::new, |way| cut_text(way, width))
}

/// As many parts as stand in a width unbroken; the first in any case, for it is better cut than missing.
pub fn join_whole(parts: &[impl AsRef<str>], between: &str, width: usize) -> String {
    let joined = |count: usize| parts[..count].iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between);
    let fits = (2..=parts.len()).rev().map(joined).find(|text| text.width() <= width);
    fits.unwrap_or_else(|| joined(parts.len().min(1)))
}

/// The text cut to a width, with a sign that it was.
pub fn cut_text(text: &str, width: usize) -> String {
    cut_text_with(text, width, CUT)
}

/// The same with another sign, which is left out where there is no room for it.
pub fn cut_text_with(text: &str, width: usize, sign: &str) -> String {
    if text.width() <= width {
        return text.to_string();
    }

    let (mut kept, mut used) = (String::new(), 0);
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used + sign.width() > width {
            break;
        }
        kept.push_str(grapheme);
    }

    if width >= sign.width() {
        kept.push_str(sign);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_never_wider_than_asked() {
        for width in 1..30 {
            for line in wrap("Sorting a very-long-word-that-never-ends by date, then by colour", width) {
                assert!(super::measure_width(&line) <= width, "{line:?} at {width}");
            }
        }
    }

    #[test]
    fn a_cut_text_says_so_and_keeps_its_width() {
        assert_eq!(cut_text("Carpenter", 9), "Carpenter");
        assert_eq!(cut_text("Carpenter", 5), "Carp…");
        assert_eq!(cut_text("日本語", 4), "日…");
        assert_eq!(cut_text("Carpenter", 0), "");
    }

    #[test]
    fn a_text_of_too_many_lines_is_cut_in_the_last_one() {
        let text = "one two three four five";
        assert_eq!(wrap_most(text, 9, 3), ["one two", "three", "four five"]);
        assert_eq!(wrap_most(text, 9, 2), ["one two", "three fo…"]);
        assert_eq!(wrap_most("", 9, 2), [""]);
    }

    #[test]
    fn the_longest_way_that_fits_is_taken() {
        let ways = ["rank 1 of 9".to_string(), "rank 1".to_string()];
        assert_eq!(choose_fitting(&ways, 11), "rank 1 of 9");
        assert_eq!(choose_fitting(&ways, 10), "rank 1");
        assert_eq!(choose_fitting(&ways, 5), "rank…");
        assert_eq!(choose_fitting(&[], 5), "");
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_or_stands_whole_on_its_own() {
        let text = "see /a/very/long/path for it";
        assert_eq!(wrap(text, 8), ["see", "/a/very/", "long/pat", "h for it"]);
        assert_eq!(break_at_words(text, 8), ["see", "/a/very/long/path", "for it"]);
        assert_eq!(break_at_words("", 8), [""]);
    }

    #[test]
    fn a_sign_of_several_letters_needs_room_for_all_of_them() {
        assert_eq!(cut_text_with("Carpenter", 5, "..."), "Ca...");
        assert_eq!(cut_text_with("Carpenter", 2, "..."), "");
    }
}
