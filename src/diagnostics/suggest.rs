//! "Did you mean …?" for a name that is close to a known one.

use strsim::normalized_damerau_levenshtein;

/// How alike two names must be, from 0 to 1, before one is offered for the other: `skills.kneading` is no
/// `skills.negotiation`, though they begin the same.
const ALIKE: f64 = 0.6;

/// Nobody mistypes a longer name, and comparing it would take long.
const LONGEST: usize = 100;

/// The known name nearest to an unknown one, if any is near. Of dotted names (`group.name`) in the same group only what
/// stands behind the dot is compared.
pub fn suggest<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if unknown.len() > LONGEST {
        return None;
    }

    let scored = known.map(|name| (compute_likeness(unknown, name), name));
    let (best, name) = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;

    (best >= ALIKE).then_some(name)
}

fn compute_likeness(unknown: &str, known: &str) -> f64 {
    let folded = unknown.to_lowercase();
    match (folded.split_once('.'), known.split_once('.')) {
        (Some((group, name)), Some((its_group, its_name))) if group == its_group && is_word(group) => {
            normalized_damerau_levenshtein(name, its_name)
        }
        _ => normalized_damerau_levenshtein(&folded, &known.to_lowercase()),
    }
}

/// Whether it names a group of scales, and is no number of a career's code.
fn is_word(group: &str) -> bool {
    group.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_name_and_another_word_finds_none() {
        let known = ["29-1171.00", "title", "skills.negotiation", "skills.mathematics", "enjoy", "styles"];
        let near = |unknown| suggest(unknown, known.into_iter());

        assert_eq!(near("titel"), Some("title"));
        assert_eq!(near("skills.mathmatics"), Some("skills.mathematics"));
        assert_eq!(near("Enjoyy"), Some("enjoy"));
        assert_eq!(near("29-1171.01"), Some("29-1171.00"));
        assert_eq!(near("skills.kneading"), None);
        assert_eq!(near("zebra"), None);
    }
}
