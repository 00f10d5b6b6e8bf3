//! What simulated people say to career cards, on training and on work context. All of it is assumed, and named so.

use super::people::Simulated;
use crate::fit::{Evidence, Matcher};
use crate::interview::choose_next_card;
use crate::model::condition::Wish;
use crate::model::matrix::dot;
use crate::model::random::Random;
use crate::model::{Answers, CareerId, Condition, Length, Reaction};

/// A reaction, standardised, is "for me" above this and "not for me" below its negative.
const CLEAR: f64 = 0.5;
/// How far a person's liking of a work context follows their career's, and how far people of one career lie apart: as for
/// interests.
const CONTEXT: [f64; 2] = [0.37, 0.93];
/// So many people are ready for just the training that their career takes, the others for any.
const JUST_ENOUGH: f64 = 0.7;

/// Adds the conditions and the cards of a length to the answers of a simulated person.
pub fn say_beside(matcher: &Matcher, person: &Simulated, length: Length, answers: &mut Answers) {
    let questionnaire = &matcher.dataset.questionnaire;
    let mut random = person.chance.clone();
    let asked = questionnaire.conditions.iter().enumerate();
    for (place, condition) in asked.take(questionnaire.condition_quota[length as usize]) {
        answers.set_condition(place, draw_choice(matcher, condition, person.career, &mut random));
    }

    let information = Evidence::of(&matcher.metric, &matcher.measurement, answers);
    let mut shown = Vec::new();
    while shown.len() < questionnaire.card_quota[length as usize] {
        let Some(career) = choose_next_card(matcher, &information, answers, &shown) else { return };
        shown.push(career);
        answers.set_reaction(
            &matcher.dataset.catalogue.get(career).id,
            draw_reaction(matcher, person, career, &mut random),
        );
    }
}

/// A reaction that goes with the true fit as `card_validity` says.
fn draw_reaction(matcher: &Matcher, person: &Simulated, career: CareerId, random: &mut Random) -> Reaction {
    let gradient = matcher.compute_gradient(career);
    let spread = dot(&gradient, &matcher.metric.people()[career.index()]).max(f64::MIN_POSITIVE).sqrt();
    let validity = matcher.dataset.matching.card_validity;
    let noise = (1.0 - validity * validity).sqrt() * random.normal();

    match validity * dot(&gradient, person.truth.as_slice()) / spread + noise {
        opinion if opinion > CLEAR => Reaction::ForMe,
        opinion if opinion < -CLEAR => Reaction::NotForMe(None),
        _ => Reaction::Maybe,
    }
}

/// The choice of somebody of this career; none where its figure is not known.
fn draw_choice(matcher: &Matcher, condition: &Condition, career: CareerId, random: &mut Random) -> Option<usize> {
    let catalogue = &matcher.dataset.catalogue;
    let own = condition.of(catalogue.get(career))?;
    let (chance, noise) = (random.uniform(), random.normal());
    let says = |choice: usize| condition.choices[choice].says;
    let all = 0..condition.choices.len();

    if all.clone().any(|choice| matches!(says(choice), Wish::AtMost(_))) {
        let enough =
            |choice: &usize| matches!(says(*choice), Wish::AtMost(most) if own <= most && chance < JUST_ENOUGH);
        return all.clone().find(enough).or_else(|| all.clone().find(|choice| says(*choice) == Wish::Anything));
    }

    let known: Vec<f64> = catalogue.careers().iter().filter_map(|career| condition.of(career)).collect();
    let mean = known.iter().sum::<f64>() / known.len().max(1) as f64;
    let sd = (known.iter().map(|figure| (figure - mean).powi(2)).sum::<f64>() / known.len().max(1) as f64).sqrt();
    let liking = CONTEXT[0] * (own - mean) / sd.max(f64::MIN_POSITIVE) + CONTEXT[1] * noise;

    let wanted = if liking > CLEAR {
        1.0
    } else if liking < -CLEAR {
        -1.0
    } else {
        0.0
    };

    all.clone().find(|choice| says(*choice) == Wish::Likes(wanted))
}
