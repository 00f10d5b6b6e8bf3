//! What would bring a career into the first ten, or take it out of them, and whether the answers are worth another look.

use crate::fit::{Change, WhatIf};
use crate::model::Questionnaire;
use crate::report::TOP_TEN;
use crate::report::format::{format_ordinal, spell_number};
use crate::report::outline::Section;

/// What the answers that would do it are, for a career at this rank.
pub fn compose_what_if(questionnaire: &Questionnaire, rank: usize, found: &WhatIf) -> Section {
    let first = spell_number(TOP_TEN);
    let is_first = rank <= TOP_TEN;
    let does = if is_first { "take it out of" } else { "bring it into" };
    let mut section = Section::new(format!("What would {does} your first {first}"));

    if found.changes.is_empty() {
        let why = if is_first {
            "it stands there for many reasons"
        } else {
            "what keeps it lower is spread over many answers"
        };
        section.text(format!("No one or two answers would: {why}."));
        return section;
    }

    let how_many = if found.changes.len() == 1 { "One other answer" } else { "Two other answers together" };
    section.text(format!("{how_many} would: it would then stand {}.", format_ordinal(found.rank)));
    section.points(found.changes.iter().map(|change| describe_point(questionnaire, *change)).collect());
    section.text(describe_worth(found));
    section
}

fn describe_point(questionnaire: &Questionnaire, change: Change) -> String {
    let part = questionnaire.part_of(change.question);
    let label = |value| part.label(value).unwrap_or_default();
    let question = questionnaire.question(change.question).text.trim_end_matches('.');
    format!("{question}: \"{}\", where you said \"{}\"", label(change.to.get()), label(change.from.get()))
}

/// Whether anything speaks for another answer than the one given.
fn describe_worth(found: &WhatIf) -> &'static str {
    let odd = found.changes.iter().filter(|change| change.is_odd).count();
    match (odd, found.changes.len()) {
        (0, _) => {
            "Your other answers agree with what you said there, so nothing needs another look. Change an answer only if it \
             is not how it is for you."
        }
        (1, 2) => "One of them stands apart from your other answers and is worth another look.",
        (1, _) => "That answer stands apart from your other ones and is worth another look.",
        _ => "Both stand apart from your other answers and are worth another look.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{QuestionId, Rating};
    use crate::report::write_plain;

    #[test]
    fn what_would_do_it_is_said_with_whether_it_is_worth_another_look() {
        let questionnaire = load_shipped().expect("the shipped data").questionnaire;
        let change =
            |is_odd| Change { question: QuestionId(0), from: Rating::nearest(2.0), to: Rating::HIGHEST, is_odd };
        let told = |rank, changes| write_plain(&compose_what_if(&questionnaire, rank, &WhatIf { changes, rank: 7 }));

        let one = told(40, vec![change(true)]);
        assert!(one.contains("bring it into your first ten") && one.contains("stand 7th"), "{one}");
        assert!(one.contains("where you said \"Not really\"") && one.contains("stands apart"), "{one}");
        assert!(told(40, vec![change(false)]).contains("nothing needs another look"));
        assert!(told(3, Vec::new()).contains("No one or two answers would: it stands there"), "no empty list");
    }
}
