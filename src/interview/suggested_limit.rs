//! Limits that follow from what a person said before: how much training they are ready for, how they like to work, and why
//! a career on a card was not for them. Nobody is asked the same twice, and what is only suggested sets nothing.

use super::walk::Interview;
use crate::model::condition::Wish;
use crate::model::{
    CareerId, Condition, Dataset, Limit, LimitChoice, Measure, Objection, Reaction, SessionRecord, Strength,
};

/// A choice of a limit that matches what the person said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggestedLimit {
    /// The limit, by its place in the questionnaire.
    pub limit: usize,
    /// The choice, by its place in the limit.
    pub choice: usize,
    /// How firmly it was said.
    pub strength: Strength,
    /// What was said.
    pub because: Because,
}

/// What a suggestion goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The answer to a condition, by its place in the questionnaire.
    Condition(usize),
    /// A career on a card was not for the person, and why.
    Card(CareerId, Objection),
}

/// Which end of a figure is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

impl Interview {
    /// The choice of a limit that matches what was said before; of several the tightest.
    pub fn suggest_limit(&self, limit: usize, strength: Strength) -> Option<SuggestedLimit> {
        let (dataset, record) = (&self.matcher().dataset, self.record());
        let all = suggest_by_conditions(dataset, record).into_iter().chain(suggest_by_cards(dataset, record));
        let fitting = all.filter(|one| one.limit == limit && one.strength == strength);

        let tightness =
            |one: &SuggestedLimit| measure_tightness(&dataset.questionnaire.limits[one.limit].choices[one.choice]);
        fitting.max_by(|a, b| tightness(a).total_cmp(&tightness(b)))
    }

    /// The limit that would hide careers like the one on the last card, where its pay, training or place was why it was not
    /// for the person; nothing once a limit hides it, and nothing after any other answer.
    pub fn offer_limit(&self) -> Option<SuggestedLimit> {
        let career = self.list_change()?.card?;
        let (dataset, record) = (&self.matcher().dataset, self.record());
        let offered = suggest_by_card(dataset, record, career);

        let is_hidden = |one: &SuggestedLimit| {
            let limit = &dataset.questionnaire.limits[one.limit];
            let set = limit.find_chosen(record.limits.get(&limit.id), Strength::Must);
            set.and_then(|choice| choice.compute_excess(dataset.catalogue.get(career)))
                .is_some_and(|excess| excess > 0.0)
        };
        if offered.iter().any(is_hidden) {
            return None;
        }
        offered.first().and_then(|one| self.suggest_limit(one.limit, one.strength))
    }
}

/// What answers on training and work context suggest: the first is a limit, the others are likings and so only ideal.
fn suggest_by_conditions(dataset: &Dataset, record: &SessionRecord) -> Vec<SuggestedLimit> {
    let conditions = &dataset.questionnaire.conditions;
    let said = conditions.iter().enumerate().filter_map(|(place, condition)| {
        let choice = condition.find_chosen(record.conditions.get(&condition.id)?)?;
        Some((place, condition, condition.choices[choice].says))
    });

    let suggested = |(place, condition, wish): (usize, &Condition, Wish)| {
        let matching = |limit: &Limit| match wish {
            Wish::AtMost(most) => Some((Strength::Must, find_nearest(limit, condition.figure, most)?)),
            Wish::Likes(wanted) => Some((Strength::Rather, find_liked(limit, condition.figure, wanted)?)),
            Wish::Anything => None,
        };

        let limits = dataset.questionnaire.limits.iter().enumerate();
        let because = Because::Condition(place);
        let found = limits.filter_map(|(at, limit)| {
            let (strength, choice) = matching(limit)?;
            Some(SuggestedLimit { limit: at, choice, strength, because })
        });
        found.collect::<Vec<_>>()
    };
    said.flat_map(suggested).collect()
}

/// The choice that allows about as much.
fn find_nearest(limit: &Limit, figure: Measure, most: f64) -> Option<usize> {
    let off = |(_, edge): &(usize, f64)| (edge - most).abs();
    list_edges(limit, figure, End::Low).min_by(|a, b| off(a).total_cmp(&off(b))).map(|(at, _)| at)
}

/// The choice furthest to the end that is liked; none where the middle is.
fn find_liked(limit: &Limit, figure: Measure, wanted: f64) -> Option<usize> {
    let furthest = |end| {
        let tightness = |(at, _): &(usize, f64)| measure_tightness(&limit.choices[*at]);
        list_edges(limit, figure, end).max_by(|a, b| tightness(a).total_cmp(&tightness(b))).map(|(at, _)| at)
    };
    if wanted > 0.0 {
        furthest(End::High)
    } else if wanted < 0.0 {
        furthest(End::Low)
    } else {
        None
    }
}

/// What all cards suggest that were not for the person.
fn suggest_by_cards(dataset: &Dataset, record: &SessionRecord) -> Vec<SuggestedLimit> {
    let shown = record.cards.iter().filter_map(|card| dataset.catalogue.find(&card.career));
    shown.flat_map(|career| suggest_by_card(dataset, record, career)).collect()
}

/// What the objection to one career suggests: of each limit the loosest choice that leaves the career out.
fn suggest_by_card(dataset: &Dataset, record: &SessionRecord, career: CareerId) -> Vec<SuggestedLimit> {
    let shown = dataset.catalogue.get(career);
    let Some(objection) = record.reaction(&shown.id).and_then(Reaction::objection) else { return Vec::new() };

    let loosest = |limit: &Limit, figure, end| {
        let leaves_out =
            |(at, _): &(usize, f64)| limit.choices[*at].compute_excess(shown).is_some_and(|excess| excess > 0.0);
        let tightness = |(at, _): &(usize, f64)| measure_tightness(&limit.choices[*at]);
        list_edges(limit, figure, end).filter(leaves_out).min_by(|a, b| tightness(a).total_cmp(&tightness(b)))
    };
    let suggested = |(figure, end): &(Measure, End)| {
        let limits = dataset.questionnaire.limits.iter().enumerate();
        let found = limits.filter_map(|(at, limit)| Some((at, loosest(limit, *figure, *end)?.0)));
        let (strength, because) = (Strength::Must, Because::Card(career, objection));
        found.map(|(limit, choice)| SuggestedLimit { limit, choice, strength, because }).collect::<Vec<_>>()
    };
    find_figures(objection).iter().flat_map(suggested).collect()
}

/// The figures that an objection is about, and which end of them is wanted instead; none where it is about the work itself.
const fn find_figures(objection: Objection) -> &'static [(Measure, End)] {
    match objection {
        Objection::Pay => &[(Measure::Pay, End::High)],
        Objection::Training => &[(Measure::TrainingMonths, End::Low)],
        // of dirt and noise no figure is known, of the place two are
        Objection::Mess => &[(Measure::Indoors, End::High), (Measure::Outdoors, End::Low)],
        Objection::People | Objection::Boring => &[],
    }
}

/// The choices of a limit on a figure that ask for one end of it, by place, with the edge.
fn list_edges(limit: &Limit, figure: Measure, end: End) -> impl Iterator<Item = (usize, f64)> {
    let edge = move |choice: &LimitChoice| if end == End::Low { choice.at_most } else { choice.at_least };
    let of_figure = limit.choices.iter().enumerate().filter(move |(_, choice)| choice.figure == figure);
    of_figure.filter_map(move |(at, choice)| Some((at, edge(choice)?)))
}

/// How little a choice allows, among choices that ask for the same end.
fn measure_tightness(choice: &LimitChoice) -> f64 {
    choice.at_most.map(|most| -most).or(choice.at_least).unwrap_or(f64::NEG_INFINITY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::ConditionAnswer;

    /// The ids of the limits, choices and strengths that an answer to a condition suggests.
    fn list_suggested(dataset: &Dataset, condition: &str, choice: &str) -> Vec<(String, String, Strength)> {
        let mut record = SessionRecord::default();
        record.conditions.insert(condition.into(), ConditionAnswer::Chosen(choice.into()));
        let told = |one: SuggestedLimit| {
            let limit = &dataset.questionnaire.limits[one.limit];
            assert!(matches!(one.because, Because::Condition(_)));
            (limit.id.clone(), limit.choices[one.choice].id.clone(), one.strength)
        };
        suggest_by_conditions(dataset, &record).into_iter().map(told).collect()
    }

    #[test]
    fn training_one_is_ready_for_suggests_the_limit_that_allows_about_as_much() {
        let dataset = load_shipped().expect("the shipped data");
        for (said, choice) in [("none", "weeks"), ("weeks", "weeks"), ("year", "year"), ("three-years", "four-years")] {
            let wanted = [("training".to_string(), choice.to_string(), Strength::Must)];
            assert_eq!(list_suggested(&dataset, "training", said), wanted, "{said}");
        }
        assert!(
            list_suggested(&dataset, "training", "any").is_empty()
                && list_suggested(&dataset, "training", "no-matter").is_empty()
        );
    }

    #[test]
    fn a_liking_suggests_the_choice_furthest_to_its_end_and_only_as_an_ideal() {
        let dataset = load_shipped().expect("the shipped data");
        let mut seen = 0;
        for condition in dataset.questionnaire.conditions.iter().filter(|condition| !condition.is_training()) {
            assert!(list_suggested(&dataset, &condition.id, "some").is_empty(), "the middle is no end");
            for (said, is_low) in [("little", true), ("much", false)] {
                for (limit, choice, strength) in list_suggested(&dataset, &condition.id, said) {
                    let limit = dataset.questionnaire.limits.iter().find(|one| one.id == limit).expect("a limit");
                    let of_end = |one: &&LimitChoice| {
                        one.figure == condition.figure
                            && one.at_most.is_some() == is_low
                            && one.at_least.is_some() != is_low
                    };
                    let edge = |one: &LimitChoice| one.at_most.map(|most| -most).or(one.at_least).unwrap_or_default();
                    let chosen = limit.choices.iter().find(|one| one.id == choice).expect("a choice");
                    assert!(of_end(&chosen) && strength == Strength::Rather, "{}: {choice}", condition.id);
                    assert!(limit.choices.iter().filter(of_end).all(|other| edge(other) <= edge(chosen)));
                    seen += 1;
                }
            }
        }
        assert!(seen >= 8, "{seen} suggestions");
    }
}
