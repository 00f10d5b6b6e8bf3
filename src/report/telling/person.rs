//! What is said to a person about their own answers: what the sliders add up to, how sure, care, no direction.

use crate::assess::{Care, count_needed_answers};
use crate::model::{Band, Questionnaire, RankInterval, SessionRecord};
use crate::report::format::{format_ordinal, spell_number};
use crate::report::{TOP_TEN, pluralise};

/// What the sliders say together, once more than half of them are set; those that are not count as nothing.
pub fn describe_sliders<'q>(questionnaire: &'q Questionnaire, record: &SessionRecord) -> Option<&'q str> {
    let set = questionnaire.sliders.iter().filter_map(|slider| record.sliders.get(&slider.id));
    let positions: Vec<f64> = set.map(|position| f64::from(*position)).collect();
    if positions.len() * 2 <= questionnaire.sliders.len() {
        return None;
    }

    let mean = positions.iter().sum::<f64>() / positions.len() as f64;
    let outcomes = &questionnaire.outcomes;
    outcomes.iter().find(|outcome| mean <= outcome.up_to).or(outcomes.last()).map(|outcome| outcome.text.as_str())
}

/// Why a result is to be read with care, as a note.
pub fn describe_care(care: Care) -> String {
    let why = match care {
        Care::Disagree => "answers to questions that are much alike differ more than usual".to_string(),
        Care::Changed(1) => "one question got a very different answer when it was asked again".to_string(),
        Care::Changed(count) => {
            let count = spell_number(count);
            format!("{count} questions got very different answers when they were asked again")
        }
        Care::Fast => "half of the answers came within a second of the one before".to_string(),
    };

    format!("read with care: {why}")
}

/// How far a session has come: its answers, or that there are none yet.
pub fn describe_extent(answers: usize) -> String {
    if answers == 0 { "only begun".to_string() } else { pluralise(answers, "answer") }
}

/// What is said of fewer answers than bands need.
pub fn describe_few_answers(least: usize) -> String {
    format!("fewer than {least} answers: every career is a first hint")
}

/// What is said of answers that point nowhere.
pub const NOWHERE: &str = "Your answers do not point anywhere yet, which is common.";

/// What somebody is told whose answers point nowhere, and then ways on for whoever has no menu: that there are too few so
/// far, or that they are alike.
pub fn describe_no_direction(questionnaire: &Questionnaire, answered: usize) -> [String; 2] {
    let least = count_needed_answers(questionnaire);
    let says = if answered < least {
        let so_far = match answered {
            0 => "You have not answered any questions yet".to_string(),
            1 => "You have answered one question so far".to_string(),
            several => format!("You have answered {} questions so far", spell_number(several)),
        };
        format!("{so_far}. From {} answers on there is something to show.", spell_number(least))
    } else {
        format!("{NOWHERE} When they are all alike, no career stands out.")
    };

    let ways = "Some ways on: answer a few more questions, go back to an answer you were unsure of, or look up any career \
                you are curious about with 'careerfit career WORDS'.";
    [says, ways.to_string()]
}

/// What a word goes by that is lower than the fit lets one expect.
pub fn describe_lower_word(band: Band, fit: f64) -> Option<&'static str> {
    (band == Band::WeakerFit && fit > 0.0).then_some(
        "\"Weaker fit\" with a fit above 0: the word leaves out what cards, how you like to work and what counts most to \
         you add.",
    )
}

/// What the either-or answers hint at: families, the nearest first; nothing where no side was taken.
pub fn describe_hints(families: &[&str]) -> Option<String> {
    (!families.is_empty()).then(|| format!("A first hint from your either-or answers: {}.", families.join("; ")))
}

/// Where a career would land with other questions.
pub fn describe_interval(interval: RankInterval) -> String {
    format!("with other questions: between {} and {}", format_ordinal(interval.low), format_ordinal(interval.high))
}

/// Why a career may stand before the ranks where it would most likely land, as a note.
pub fn describe_drifting() -> String {
    "where a career stands before the ranks that other questions would give it, part of its place is luck: whatever comes \
     first by some answers usually comes a little later by others"
        .to_string()
}

/// How many careers at the top would stay, as a note.
pub fn describe_staying(expected: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "of the first ten, ten stay at most")]
    let count = match expected.round().max(0.0) as usize {
        0 => "hardly any".to_string(),
        several => format!("about {}", spell_number(several)),
    };
    format!("with other questions, {count} of the first {} would still be there", spell_number(TOP_TEN))
}

/// Ranks that the answers cannot tell apart.
pub fn describe_too_close(first: usize, last: usize) -> String {
    if first == 1 {
        format!("The first {last} are too close to call")
    } else {
        format!("Ranks {first} to {last} are too close to call")
    }
}

/// What "perhaps" stands for before an estimate in words.
pub const PERHAPS: &str = "\"Perhaps\" stands where no more than one answer says so.";

/// An estimate in a word; the same words for every scale, so that none reads as a verdict. So many answers speak of it: a
/// single one may be a slip, or about a thing that is not like the rest.
pub fn describe_tendency(estimate: f64, answers: usize) -> String {
    let says = match estimate {
        e if e > 0.8 => "much above",
        e if e > 0.25 => "above",
        e if e >= -0.25 => "about usual",
        e if e >= -0.8 => "below",
        _ => "much below",
    };
    let is_off = estimate.abs() > 0.25;
    if answers < 2 && is_off { format!("perhaps {says}") } else { says.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::MIN_ANSWERS;
    use crate::content::shipped::load_shipped;

    fn build_record(sliders: &[(usize, u8)]) -> (Questionnaire, SessionRecord) {
        let questionnaire = load_shipped().expect("the shipped data").questionnaire;
        let set = sliders.iter().map(|(at, position)| (questionnaire.sliders[*at].id.clone(), *position));
        let record = SessionRecord { sliders: set.collect(), ..SessionRecord::default() };
        (questionnaire, record)
    }

    #[test]
    fn sliders_that_were_not_set_count_as_nothing() {
        let (questionnaire, few) = build_record(&[(0, 5), (1, 5)]);
        assert_eq!(describe_sliders(&questionnaire, &few), None, "two of five say too little");

        let (_, most) = build_record(&[(0, 5), (1, 5), (2, 5)]);
        let says = describe_sliders(&questionnaire, &most).expect("a sentence");
        assert!(says.starts_with("You lean firmly towards a career"), "{says}");

        assert_eq!(
            describe_sliders(&questionnaire, &SessionRecord::default()),
            None,
            "nothing was set, so nothing is said"
        );
    }

    #[test]
    fn few_answers_are_not_called_alike() {
        let questionnaire = load_shipped().expect("the shipped data").questionnaire;
        let says = |answered| describe_no_direction(&questionnaire, answered)[0].clone();
        assert_eq!(
            says(3),
            "You have answered three questions so far. From twelve answers on there is something to show."
        );
        assert!(says(1).starts_with("You have answered one question so far."));
        assert!(says(MIN_ANSWERS - 1).contains("so far") && says(MIN_ANSWERS).contains("all alike"));

        let own = Questionnaire { questions: questionnaire.questions[..4].to_vec(), ..questionnaire };
        assert!(
            describe_no_direction(&own, 3)[0].contains("From four answers on"),
            "of few questions all have to be answered"
        );
        assert!(describe_no_direction(&own, 4)[0].contains("all alike"));
    }

    #[test]
    fn care_reads_as_a_note() {
        assert_eq!(
            describe_care(Care::Changed(2)),
            "read with care: two questions got very different answers when they were asked again"
        );
        assert!(describe_care(Care::Changed(1)).contains("one question got"));
    }

    #[test]
    fn a_word_lower_than_its_fit_says_what_it_goes_by() {
        let says = describe_lower_word(Band::WeakerFit, 3.0).expect("it is said");
        assert!(says.contains("leaves out what cards"), "{says}");
        assert_eq!(describe_lower_word(Band::WeakerFit, -3.0), None, "the fit says so itself");
        assert_eq!(describe_lower_word(Band::Slight, 3.0), None);
    }

    #[test]
    fn sureness_is_said_as_people_say_it() {
        assert_eq!(
            describe_interval(RankInterval { low: 2, high: 102 }),
            "with other questions: between 2nd and 102nd"
        );
        assert_eq!(describe_too_close(1, 17), "The first 17 are too close to call");
        assert_eq!(describe_staying(2.4), "with other questions, about two of the first ten would still be there");
        assert_eq!(describe_staying(0.3), "with other questions, hardly any of the first ten would still be there");
    }
}
