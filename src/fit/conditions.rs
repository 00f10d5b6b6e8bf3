//! Training and work context as evidence of their own. Both are assumed: nobody's answers to them are known together with
//! their career.
//!
//! Training counts one way only: a career that needs more than somebody is ready for loses up to `training_loss` points, in
//! proportion to what is missing; one that needs less loses nothing. What the present or last job took counts as had for the
//! careers of its family. A liked context adds the logarithm of the likelihood for people who lie `context_slope` of their
//! career's standardised figure from the middle of that liking.

use super::direct::{Added, Additions};
use super::matcher::Matcher;
use crate::model::condition::Wish;
use crate::model::{Answers, Career, CareerId, Condition, Source};

/// Months missing from which a career loses all that it can.
const ALL_LOST: f64 = 24.0;
/// Standard deviations beyond which more of a context makes no difference.
const MOST: f64 = 2.0;

/// What answers on training and context add to careers, or take from them.
pub(super) fn add_conditions(matcher: &Matcher, answers: &Answers) -> Additions {
    let conditions = &matcher.dataset.questionnaire.conditions;
    let added = |(place, choice): (usize, usize)| {
        let condition = conditions.get(place)?;
        let careers = match condition.choices.get(choice)?.says {
            Wish::AtMost(ready) if condition.is_training() => {
                find_losses(matcher, condition, ready, answers.present_job())
            }
            // what is lost is counted in months: nothing is known of how much too much of another figure would take off
            Wish::Anything | Wish::AtMost(_) => return None,
            Wish::Likes(wanted) => find_gains(matcher, condition, wanted),
        };
        Some((Source::Condition { place, choice }, Added::Each(careers)))
    };

    answers.conditions().filter_map(added).collect()
}

/// What careers lose that need more than somebody is ready for; those that lose nothing are left out.
fn find_losses(matcher: &Matcher, condition: &Condition, ready: f64, job: Option<&str>) -> Vec<(CareerId, f64)> {
    let catalogue = &matcher.dataset.catalogue;
    let job = job.and_then(|id| catalogue.find(id)).map(|id| catalogue.get(id));
    let had = |career: &Career| {
        let same = job.filter(|job| job.family == career.family);
        same.and_then(|job| condition.of(job)).unwrap_or(0.0)
    };

    let loss = |(id, career): (CareerId, &Career)| {
        let more = condition.of(career)? - had(career) - ready;
        let share = (more / ALL_LOST).clamp(0.0, 1.0);
        (share > 0.0).then(|| (id, -matcher.dataset.matching.training_loss * share))
    };
    catalogue.iter().filter_map(loss).collect()
}

/// What a context that is liked, or not, adds to the careers whose figure is known.
fn find_gains(matcher: &Matcher, condition: &Condition, wanted: f64) -> Vec<(CareerId, f64)> {
    let catalogue = &matcher.dataset.catalogue;
    let known: Vec<(CareerId, f64)> =
        catalogue.iter().filter_map(|(id, career)| Some((id, condition.of(career)?))).collect();
    let count = known.len().max(1) as f64;
    let mean = known.iter().map(|(_, figure)| figure).sum::<f64>() / count;
    let sd = (known.iter().map(|(_, figure)| (figure - mean).powi(2)).sum::<f64>() / count).sqrt();

    let constants = &matcher.dataset.matching;
    let points = |figure: f64| {
        let place = constants.context_slope * ((figure - mean) / sd.max(f64::MIN_POSITIVE)).clamp(-MOST, MOST);
        constants.points * (place * wanted - 0.5 * place * place)
    };
    known.into_iter().map(|(id, figure)| (id, points(figure))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::condition::ConditionChoice;

    /// The place of a condition by its id.
    fn find_place(matcher: &Matcher, id: &str) -> usize {
        matcher.dataset.questionnaire.conditions.iter().position(|condition| condition.id == id).expect("a condition")
    }

    #[test]
    fn a_liked_context_adds_by_how_far_a_career_lies_from_the_average_one() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let condition = &matcher.dataset.questionnaire.conditions[find_place(&matcher, "outdoors")];
        let figures: Vec<f64> =
            matcher.dataset.catalogue.careers().iter().filter_map(|career| condition.of(career)).collect();
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let middle = mean(&figures);
        let sd = mean(&figures.iter().map(|figure| (figure - middle).powi(2)).collect::<Vec<_>>()).sqrt();

        let constants = &matcher.dataset.matching;
        let added = find_gains(&matcher, condition, 1.0);
        assert_eq!(added.len(), figures.len());
        for ((_, points), figure) in added.iter().zip(figures) {
            let place = constants.context_slope * ((figure - middle) / sd).clamp(-2.0, 2.0);
            assert!((points - constants.points * (place - place * place / 2.0)).abs() < 1e-9, "{points} at {figure}");
        }
    }

    #[test]
    fn only_where_training_is_asked_about_does_too_much_take_points_off() {
        let mut dataset = load_shipped().expect("the shipped data");
        for condition in &mut dataset.questionnaire.conditions {
            let choice = ConditionChoice { id: "at-most".into(), label: "No more".into(), says: Wish::AtMost(1.0) };
            condition.choices = vec![choice];
        }
        let matcher = Matcher::new(dataset);
        let taken_off = |id: &str| {
            let mut answers = Answers::default();
            answers.set_condition(find_place(&matcher, id), Some(0));
            add_conditions(&matcher, &answers).len()
        };
        assert_eq!((taken_off("training"), taken_off("outdoors")), (1, 0));
    }

    #[test]
    fn half_of_two_years_missing_takes_off_half_of_what_training_can() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let training = matcher.dataset.questionnaire.conditions.iter().find(|one| one.is_training()).expect("training");
        let longest = |(id, career): (CareerId, &Career)| Some((training.of(career)?, id));
        let (months, career) =
            matcher.dataset.catalogue.iter().filter_map(longest).max_by(|a, b| a.0.total_cmp(&b.0)).expect("a career");

        let lost = |ready: f64| {
            let all = find_losses(&matcher, training, ready, None);
            all.into_iter().find_map(|(id, points)| (id == career).then_some(-points))
        };
        let most = matcher.dataset.matching.training_loss;
        let lost = [lost(months), lost(months - 6.0), lost(months - 12.0), lost(months - 24.0), lost(months - 36.0)];
        assert_eq!(lost, [None, Some(most / 4.0), Some(most / 2.0), Some(most), Some(most)]);
    }
}
