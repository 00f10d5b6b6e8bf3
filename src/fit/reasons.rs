//! Why a career fits and what speaks against it, worded from the person's own answers.

use crate::assess::SelfReport;
use crate::model::fit::Contributions;
use crate::model::{Answers, ByScale, Group, Questionnaire, Quote, Reason, ReasonKind, ScaleId, Source};

/// The middle of the choices: only an answer off it says something.
const MIDDLE_CHOICE: f64 = 3.0;
/// Answers less far off the middle than this are near it.
const NEAR_MIDDLE: f64 = 0.5;
/// An estimate this far on the other side of the middle says the opposite of an answer, in standard deviations.
const CONTRADICTED: f64 = 0.25;
/// Fewer points than this are no reason: they would be shown as nothing.
const LEAST_POINTS: f64 = 0.05;
/// The rating of a skill or subject that is "somewhat important", 2 of 5 in the database, on the catalogue's scale of 0 to 100.
pub(super) const SOME_IMPORTANCE: f64 = 25.0;

/// Reasons for and against, strongest first, and what is left; all together add up to the fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reasons {
    /// What speaks for the career or against it by itself, activities that it is made of first.
    pub direct: Vec<(Source, f64)>,
    /// What speaks for the career.
    pub speaks_for: Vec<Reason>,
    /// What speaks against it.
    pub against: Vec<Reason>,
    /// What the person likes or does well and the career has less of than most: it would lie idle, which is no reason
    /// against.
    pub idle: Vec<Reason>,
    /// Points of all other scales.
    pub others: Others,
}

/// Points of the scales that are no reason of their own, by why they are none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Others {
    /// No answer of the person's own: what the other answers let one expect.
    pub not_asked: f64,
    /// Answered in the middle, or less than half a step off it.
    pub middle: f64,
    /// Answered off the middle, and yet the points go the other way: beside what is usual and what else the person answered,
    /// the answer says the opposite of what it says alone.
    pub turned: f64,
    /// Too few points each to be told, or a skill or subject that the career's work hardly holds.
    pub small: f64,
}

impl Others {
    /// Where the points of a scale belong that was answered so.
    fn find_rest(&mut self, answer: Option<f64>, is_small: bool) -> &mut f64 {
        match answer {
            None => &mut self.not_asked,
            Some(answer) if (answer - MIDDLE_CHOICE).abs() < NEAR_MIDDLE => &mut self.middle,
            Some(_) if is_small => &mut self.small,
            Some(_) => &mut self.turned,
        }
    }

    /// The points of all of them.
    pub fn total(&self) -> f64 {
        self.not_asked + self.middle + self.turned + self.small
    }
}

/// By scale, the answer that says most of it.
pub type Quotes = ByScale<Option<Quote>>;

/// A career as reasons see it.
#[derive(Clone, Copy, Debug)]
pub struct Reasoned<'c> {
    /// Its ratings in standard deviations from their mean over the catalogue.
    pub standardized: &'c ByScale<f64>,
    /// Its ratings, 0–100.
    pub ratings: &'c ByScale<f64>,
    /// The points that each scale adds to its fit.
    pub points: &'c Contributions,
    /// The person's estimates, in standard deviations from the middle of people.
    pub estimate: &'c ByScale<f64>,
}

/// By scale, the answer furthest off the middle among those that say what all of them say on average.
pub fn find_quotes(questionnaire: &Questionnaire, answers: &Answers, own: &SelfReport) -> Quotes {
    let mut quotes = Quotes::from_value(None);
    let mut furthest = ByScale::from_value(0.0);
    for (question, value) in answers.values() {
        let asked = questionnaire.question(question);
        let Some(scale) = asked.main_scale() else { continue };
        let off = f64::from(value) - MIDDLE_CHOICE;
        let (turned, mean) = (if asked.is_reversed() { -off } else { off }, own[scale].unwrap_or(MIDDLE_CHOICE));

        if turned * (mean - MIDDLE_CHOICE) > 0.0 && turned.abs() > furthest[scale] {
            furthest[scale] = turned.abs();
            quotes[scale] = Some(Quote { question, value });
        }
    }
    quotes
}

/// The reasons for one career, from the points each scale adds to its fit and the person's own answers. A scale is a reason
/// only where the person answered it off the middle and their estimate does not say the opposite, where answer, career and contribution agree in sign, where it moves the
/// fit enough to be shown, and where the career's work really holds what it would be said to have more of than most.
pub fn find_reasons(career: Reasoned<'_>, own: &SelfReport, quotes: &Quotes) -> Reasons {
    let mut found = Reasons::default();
    for (scale, &points) in career.points.iter() {
        let answer = own[scale].map(|answer| answer - MIDDLE_CHOICE).filter(|off| off.abs() > 0.0);
        // nobody is told that they are less keen on what their profile shows them to be keener on than most
        let answer = answer.filter(|off| off * career.estimate[scale] > -CONTRADICTED * off.abs());
        let agreeing = answer.and_then(|off| find_kind(off, career.standardized[scale], points));
        let kind = agreeing.filter(|kind| {
            let said_to_have_more = matches!(kind, ReasonKind::BothHigh | ReasonKind::CareerHigh);
            points.abs() >= LEAST_POINTS && !(said_to_have_more && is_hardly_in(scale, career.ratings[scale]))
        });

        let reason = |kind| Reason { scale, kind, points, quote: quotes[scale] };
        match kind {
            Some(kind) if kind.is_for() => found.speaks_for.push(reason(kind)),
            Some(ReasonKind::PersonHigh) => found.idle.push(reason(ReasonKind::PersonHigh)),
            Some(kind) => found.against.push(reason(kind)),
            None => *found.others.find_rest(own[scale], agreeing.is_some() || points.abs() < LEAST_POINTS) += points,
        }
    }

    let strongest = |a: &Reason, b: &Reason| b.points.abs().total_cmp(&a.points.abs()).then(a.scale.cmp(&b.scale));
    for side in [&mut found.speaks_for, &mut found.against, &mut found.idle] {
        side.sort_by(strongest);
    }
    found
}

/// Whether a career's work hardly holds a skill or subject, though it may have more of it than most careers.
fn is_hardly_in(scale: ScaleId, rating: f64) -> bool {
    matches!(scale.group(), Group::Skills | Group::Subjects) && rating < SOME_IMPORTANCE
}

/// The kind of reason, if the signs agree.
fn find_kind(answer: f64, career: f64, points: f64) -> Option<ReasonKind> {
    match (answer > 0.0, career > 0.0, points > 0.0) {
        (true, true, true) => Some(ReasonKind::BothHigh),
        (false, false, true) => Some(ReasonKind::BothLow),
        (false, true, false) => Some(ReasonKind::CareerHigh),
        (true, false, false) => Some(ReasonKind::PersonHigh),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess;
    use crate::content::shipped::load_shipped;
    use crate::model::{QuestionId, Rating, Response};

    #[test]
    fn of_a_scale_the_answer_furthest_off_the_middle_is_quoted_and_none_where_they_cancel_out() {
        let questionnaire = load_shipped().expect("the shipped data").questionnaire;
        let realistic = questionnaire.iter().find_map(|(_, question)| question.main_scale()).expect("a scale");
        let about = |(id, question): (QuestionId, &crate::model::Question)| {
            (question.main_scale() == Some(realistic) && !question.is_reversed()).then_some(id)
        };
        let ids: Vec<QuestionId> = questionnaire.iter().filter_map(about).take(3).collect();

        let quoted = |values: [f64; 3]| {
            let given = ids.iter().zip(values).map(|(id, value)| (*id, Response::Value(Rating::nearest(value))));
            let answers: Answers = given.collect();
            find_quotes(&questionnaire, &answers, &assess::average_own_answers(&questionnaire, &answers))[realistic]
        };
        assert_eq!(quoted([4.0, 5.0, 2.0]), Some(Quote { question: ids[1], value: 5 }));
        assert_eq!(quoted([2.0, 4.0, 1.0]), Some(Quote { question: ids[2], value: 1 }));
        assert_eq!(quoted([5.0, 1.0, 3.0]), None, "on average they say nothing");
    }

    #[test]
    fn a_reason_takes_an_answer_a_career_and_points_that_agree() {
        let signs = [-1.0, 1.0].into_iter();
        let all = signs.clone().flat_map(|answer| signs.clone().map(move |career| (answer, career)));
        let told = all.flat_map(|(answer, career)| [-1.0, 1.0].map(|points| find_kind(answer, career, points)));
        let (low, high) = (Some(ReasonKind::BothLow), Some(ReasonKind::BothHigh));
        let (career, person) = (Some(ReasonKind::CareerHigh), Some(ReasonKind::PersonHigh));
        assert!(told.eq([None, low, career, None, person, None, None, high]));
    }

    #[test]
    fn what_is_no_reason_is_told_by_the_answer_behind_it() {
        let mut others = Others::default();
        for (answer, is_small, points) in [
            (None, true, 1.0),
            (Some(3.4), true, 2.0),
            (Some(2.6), false, 4.0),
            (Some(1.0), true, 8.0),
            (Some(5.0), false, 16.0),
        ] {
            *others.find_rest(answer, is_small) += points;
        }
        let told = [others.not_asked, others.middle, others.small, others.turned];
        assert_eq!((told, others.total()), ([1.0, 6.0, 8.0, 16.0], 31.0));
    }

    #[test]
    fn what_the_profile_says_the_opposite_of_is_no_reason() {
        let questionnaire = load_shipped().expect("the shipped data").questionnaire;
        let (asked, _) = questionnaire.iter().find(|(_, question)| !question.is_reversed()).expect("a question");
        let scale = questionnaire.question(asked).main_scale().expect("a scale");
        let answers: Answers = [(asked, Response::Value(Rating::nearest(2.0)))].into_iter().collect();
        let own = assess::average_own_answers(&questionnaire, &answers);

        let told = |estimated: f64| {
            let (mut standardized, mut points, mut estimate) =
                (ByScale::from_value(0.0), Contributions::from_value(0.0), ByScale::from_value(0.0));
            (standardized[scale], points[scale], estimate[scale]) = (1.0, -2.0, estimated);
            let career =
                Reasoned { standardized: &standardized, ratings: &standardized, points: &points, estimate: &estimate };
            let found = find_reasons(career, &own, &find_quotes(&questionnaire, &answers, &own));
            (found.against.len(), found.others.turned)
        };
        assert_eq!([told(-0.5), told(0.1)], [(1, 0.0), (1, 0.0)]);
        assert_eq!(told(0.5), (0, -2.0), "somebody keener than most is not told that they are less keen");
    }
}
