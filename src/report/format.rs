//! Numbers, money, days, plurals and lists as they are written, wherever they stand.

pub use crate::text::{choose_form, pluralise};

/// Dollars with commas between the thousands.
pub fn format_money(dollars: u32) -> String {
    format!("${}", format_thousands(dollars))
}

/// 12345 as `12,345`.
pub fn format_thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// A figure with so many decimals, and no nought that reads as less than nothing.
pub fn format_points(value: f64, decimals: usize) -> String {
    drop_sign_of_nought(format!("{value:.decimals$}"))
}

/// A figure with its sign and so many decimals, and nothing that reads as less than nothing.
pub fn format_signed(value: f64, decimals: usize) -> String {
    drop_sign_of_nought(format!("{value:+.decimals$}"))
}

fn drop_sign_of_nought(shown: String) -> String {
    if shown.contains(|c: char| matches!(c, '1'..='9')) { shown } else { shown.replace(['+', '-'], "") }
}

/// "a, b and c"; "a, b; and c and d" where one of them holds a comma or an "and" of its own.
pub fn join_list<T: AsRef<str>>(items: &[T]) -> String {
    let is_list = |item: &T| item.as_ref().contains(", ") || item.as_ref().contains(" and ");
    let (between, before_last) = if items.iter().any(is_list) { ("; ", "; and ") } else { (", ", " and ") };
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_string(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{}{before_last}{}", first.join(between), last.as_ref())
        }
    }
}

/// A small number in letters, as it stands within a sentence; larger ones in digits.
pub fn spell_number(number: usize) -> String {
    const LETTERS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    LETTERS.get(number).map_or_else(|| number.to_string(), |letters| (*letters).to_string())
}

/// So many years within a sentence: "a year", "four years".
pub fn format_years(count: usize) -> String {
    if count == 1 { "a year".to_string() } else { format!("{} years", spell_number(count)) }
}

/// A place in an order: 1st, 2nd, 3rd, 11th.
pub fn format_ordinal(place: usize) -> String {
    let ending = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{ending}")
}

/// The text with its first letter as a capital.
pub fn capitalise(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A note as a sentence of its own: with a capital and a full stop.
pub fn to_sentence(note: &str) -> String {
    capitalise(note) + find_stop(note)
}

/// A note behind the word for it; it may begin with the name of a file, which stays as it is.
pub fn label_note(note: &str) -> String {
    format!("Note: {note}{}", find_stop(note))
}

fn find_stop(note: &str) -> &'static str {
    if note.ends_with(['.', '?', '!']) { "" } else { "." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_and_lists_read_well() {
        assert_eq!([0, 999, 1000, 93_600, 1_234_567].map(format_money).join(" "), "$0 $999 $1,000 $93,600 $1,234,567");
        assert_eq!(join_list(&["a"]), "a");
        assert_eq!([0.04, -0.04, 1.25, -1.0].map(|value| format_signed(value, 1)).join(" "), "0.0 0.0 +1.2 -1.0");
        assert_eq!(join_list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn a_list_of_lists_can_be_told_apart() {
        let titles = ["Adult Literacy and ESOL Teacher", "Tutor", "Special Needs Teacher, Primary"];
        assert_eq!(join_list(&titles), "Adult Literacy and ESOL Teacher; Tutor; and Special Needs Teacher, Primary");
        assert_eq!(join_list(&titles[..2]), "Adult Literacy and ESOL Teacher; and Tutor");
        assert_eq!(join_list(&titles[..1]), titles[0]);
        assert_eq!(join_list(&["less than $1,000", "more than $2,000"]), "less than $1,000 and more than $2,000");
    }

    #[test]
    fn a_nought_is_never_less_than_nothing() {
        assert_eq!([0.4, -0.4, -0.0, -0.6, 12.5].map(|value| format_points(value, 0)).join(" "), "0 0 0 -1 12");
        assert_eq!([-0.04, -0.06, 3.0].map(|value| format_points(value, 1)).join(" "), "0.0 -0.1 3.0");
    }

    #[test]
    fn counts_and_places_read_well() {
        assert_eq!([0, 1, 2].map(|count| pluralise(count, "answer")).join("; "), "0 answers; 1 answer; 2 answers");
        assert_eq!([1, 4, 12, 15].map(format_years).join("; "), "a year; four years; twelve years; 15 years");
        let places = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 923].map(format_ordinal).join(" ");
        assert_eq!(places, "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th 923rd");
    }

    #[test]
    fn a_note_becomes_one_sentence() {
        assert_eq!(to_sentence("read with care"), "Read with care.");
        assert_eq!(to_sentence("Is it so?"), "Is it so?");
        assert_eq!(label_note("mine.toml is old"), "Note: mine.toml is old.");
    }
}
