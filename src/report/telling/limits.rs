//! What is said of limits: what each does, how many careers they leave, which just miss one, and which one to loosen.

use crate::fit::Limited;
use crate::model::{Dataset, Questionnaire, SessionRecord, Strength};
use crate::report::format::{join_list, pluralise};
use crate::report::outline::Section;

/// Careers named that just miss a limit, where they stand in a line.
const NEAR_IN_A_LINE: usize = 3;

/// What is said where the limits leave nothing.
pub const NO_CAREER_LEFT: &str = "Your limits leave no career. Loosen one of them.";

/// What limits do and what they leave alone.
pub const LIMITS_DO: &str = "Careers beyond what is acceptable are hidden, others that are not ideal are marked. Neither changes \
                             how well a career fits.";

/// What stands for a limit of which nothing is set.
pub const ANY: &str = "any";

/// What is asked of a limit.
pub const fn describe_strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Must => "What is still acceptable?",
        Strength::Rather => "And what would be ideal?",
    }
}

/// What the limits come to, of so many careers in all: how many are left, which limit to loosen, what just missed one.
pub fn describe_limited(dataset: &Dataset, limited: &Limited, all: usize) -> Vec<String> {
    let near = list_near_misses(dataset, limited, NEAR_IN_A_LINE);
    let near = (!near.is_empty()).then(|| format!("{}.", near.join("; ")));

    let says = [
        Some(describe_left(limited.shown.len(), all)),
        Some(describe_unknown(limited)),
        suggest_loosening(&dataset.questionnaire, limited),
        near,
    ];
    says.into_iter().flatten().filter(|says| !says.is_empty()).collect()
}

fn describe_left(shown: usize, all: usize) -> String {
    let are = if shown == 1 { "is" } else { "are" };
    format!("{shown} of {} {are} left.", pluralise(all, "career"))
}

/// The limits that are set, each with how firmly it is meant and what it does.
pub fn compose_limits(questionnaire: &Questionnaire, record: &SessionRecord, limited: &Limited) -> Section {
    let mut section = Section::new("What work must give me, and what would be ideal");
    let both = questionnaire.limits.iter().flat_map(|limit| Strength::ALL.map(|way| (limit, way)));
    let set = both.filter_map(|(limit, strength)| {
        let choice = limit.find_chosen(record.limits.get(&limit.id), strength)?;
        Some(match strength {
            Strength::Must => {
                let hides = pluralise(count_hidden(limited, &limit.id), "career");
                format!("{}: {} is still acceptable; that hides {hides}.", limit.text, choice.label)
            }
            Strength::Rather => format!("{}: {} would be ideal; other careers are marked.", limit.text, choice.label),
        })
    });

    section.points(set.collect());
    section.text(describe_unknown(limited));
    section
}

/// How many careers were left out because nothing is known of them; empty where none were.
pub fn describe_unknown(limited: &Limited) -> String {
    match limited.unknown {
        0 => String::new(),
        1 => "One career was left out because a figure of it is not known.".to_string(),
        count => format!("{count} careers were left out because a figure of them is not known."),
    }
}

fn count_hidden(limited: &Limited, id: &str) -> usize {
    limited.hidden.iter().find(|(known, _)| known == id).map_or(0, |(_, count)| *count)
}

/// What a limit is called.
pub fn find_limit_text<'q>(questionnaire: &'q Questionnaire, id: &'q str) -> &'q str {
    questionnaire.limits.iter().find(|limit| limit.id == id).map_or(id, |limit| limit.text.as_str())
}

/// How many careers each limit hides, a note for each that hides some.
pub fn list_hides(questionnaire: &Questionnaire, limited: &Limited) -> Vec<String> {
    let note = |(id, count): &(String, usize)| {
        format!("\"{}\" hides {}", find_limit_text(questionnaire, id), pluralise(*count, "career"))
    };
    limited.hidden.iter().map(note).collect()
}

/// Careers that miss one limit by little, said once for each limit.
pub fn list_near_misses(dataset: &Dataset, limited: &Limited, most: usize) -> Vec<String> {
    let mut missed: Vec<(&str, Vec<&str>)> = Vec::new();
    for (career, limit) in limited.near.iter().take(most) {
        let title = dataset.catalogue.get(*career).title.as_str();
        match missed.iter_mut().find(|(known, _)| known == limit) {
            Some((_, titles)) => titles.push(title),
            None => missed.push((limit, vec![title])),
        }
    }

    let says = missed.into_iter().map(|(limit, titles)| {
        let verb = if titles.len() == 1 { "misses" } else { "miss" };
        format!("{} just {verb} \"{}\"", join_list(&titles), find_limit_text(&dataset.questionnaire, limit))
    });
    says.collect()
}

/// Which limit to loosen where few careers are left.
pub fn suggest_loosening(questionnaire: &Questionnaire, limited: &Limited) -> Option<String> {
    let id = limited.loosen.as_deref()?;
    let limit = find_limit_text(questionnaire, id);
    Some(format!("Few careers are left. Loosening \"{limit}\" would bring most of them back."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_counted() {
        assert_eq!(describe_left(12, 923), "12 of 923 careers are left.");
        assert_eq!(describe_left(1, 923), "1 of 923 careers is left.");
    }
}
