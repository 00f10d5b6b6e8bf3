//! Turns of phrase that several reports share.

use crate::assess::Care;
use crate::model::{Reason, ReasonKind, Scales};

/// Why a result is to be read with care, as a sentence.
pub fn care(care: Care) -> String {
    match care {
        Care::Disagree => "answers to questions that are much alike differ more than usual".to_string(),
        Care::Changed(1) => "one question asked twice got quite another answer".to_string(),
        Care::Changed(count) => format!("{count} questions asked twice got quite another answer"),
        Care::Fast => "many answers came within a second".to_string(),
    }
}

/// An estimate in a word; the same words for every scale, so that none reads as a verdict.
pub fn tendency(estimate: f64) -> &'static str {
    match estimate {
        e if e > 0.8 => "much above",
        e if e > 0.25 => "above",
        e if e >= -0.25 => "about usual",
        e if e >= -0.8 => "below",
        _ => "much below",
    }
}
/// "a, b and c".
pub fn listed(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_string(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Dollars with commas between the thousands.
pub fn money(dollars: u32) -> String {
    let digits = dollars.to_string();
    let mut shown = String::from("$");
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// A figure with its sign and so many decimals, and nothing that reads as less than nothing.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    let shown = format!("{value:+.decimals$}");
    if shown.contains(|c: char| matches!(c, '1'..='9')) { shown } else { shown.replace(['+', '-'], "") }
}

/// A reason as a sentence.
pub fn reason(scales: &Scales, reason: &Reason) -> String {
    let words = scales.group(reason.scale.group());
    let template = match reason.kind {
        ReasonKind::BothHigh => &words.both_high,
        ReasonKind::BothLow => &words.both_low,
        ReasonKind::CareerHigh => &words.career_high,
        ReasonKind::PersonHigh => &words.person_high,
    };
    template.replace("{phrase}", &scales.get(reason.scale).phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_and_lists_read_well() {
        assert_eq!([0, 999, 1000, 93_600, 1_234_567].map(money).join(" "), "$0 $999 $1,000 $93,600 $1,234,567");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!([0.04, -0.04, 1.25, -1.0].map(|value| signed(value, 1)).join(" "), "0.0 0.0 +1.2 -1.0");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }
}
