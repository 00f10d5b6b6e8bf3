//! The same person with one thing changed, and what that does to pay, training and families of the first ten.

use super::people::{People, answer_all, simulate};
use super::table::Table;
use crate::fit::{Matcher, TOP_TEN};
use crate::model::random::Random;
use crate::model::{Answers, CareerId, Emphasis, Measure, Question, QuestionId, Rating, Response};
use std::collections::BTreeSet;

/// Job zones of the database.
const ZONES: u8 = 5;
/// Share of skills "never had the chance" in the change of that name.
const UNTRIED: f64 = 0.65;
/// Published difference of two groups of people in realistic and in social interest, in standard deviations (Su, Rounds,
/// Armstrong 2009); half of it is shifted each way.
const SHIFT: [(&str, f64); 2] = [("interests.realistic", 0.84), ("interests.social", -0.68)];

/// What is changed about a person's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    None,
    Modest,
    Untried,
    LikesMore,
    LikesLess,
    TowardsThings,
    TowardsPeople,
    Desirable,
}

impl Change {
    const ALL: [Self; 8] = [
        Self::None,
        Self::Modest,
        Self::Untried,
        Self::LikesMore,
        Self::LikesLess,
        Self::TowardsThings,
        Self::TowardsPeople,
        Self::Desirable,
    ];

    const fn words(self) -> &'static str {
        match self {
            Self::None => "as they are",
            Self::Modest => "one less on every skill",
            Self::Untried => "65 % of skills untried",
            Self::LikesMore => "one more on every activity",
            Self::LikesLess => "one less on every activity",
            Self::TowardsThings => "interests shifted towards things",
            Self::TowardsPeople => "interests shifted towards people",
            Self::Desirable => "desirable styles pushed up",
        }
    }

    /// The answer after the change.
    fn apply(self, matcher: &Matcher, random: &mut Random, question: &Question, value: u8) -> Response {
        let part = matcher.dataset.questionnaire.part(question.part).id.as_str();
        let by = match (self, part) {
            (Self::Untried, "good-at") if random.uniform() < UNTRIED => return Response::Untried,
            (Self::Modest, "good-at") | (Self::LikesLess, "enjoy") => -1.0,
            (Self::TowardsThings, "enjoy") => find_shift(matcher, question),
            (Self::TowardsPeople, "enjoy") => -find_shift(matcher, question),
            (Self::Desirable, "you") if question.is_reversed() => -1.0,
            (Self::LikesMore, "enjoy") | (Self::Desirable, "you") => 1.0,
            _ => 0.0,
        };

        // less than a step moves some answers by a whole one, so that the mean moves by as much
        let moved = f64::from(value) + by;
        let up = f64::from(u8::from(random.uniform() < moved - moved.floor()));
        Response::Value(Rating::nearest(moved.floor() + up))
    }
}

/// Half the published difference, in steps of this question's choices.
fn find_shift(matcher: &Matcher, question: &Question) -> f64 {
    let along = |(id, difference): (&str, f64)| {
        let scale = matcher.dataset.scales.find(id);
        let load = question.loads.iter().find(|load| Some(load.scale) == scale);
        load.map_or(0.0, |load| 0.5 * difference * load.weight)
    };
    SHIFT.into_iter().map(along).sum::<f64>() / matcher.measurement.step()
}

/// Each change beside the unchanged people: mean US median pay, mean job zone, families in the first ten, and how much of
/// the first ten stays.
pub fn measure_fairness(matcher: &Matcher, count: usize, people: People, say: &dyn Fn(&str)) -> Table {
    let basis = format!("simulated: {count} people, seed {}, all questions; US dollars a year, May 2025", people.seed);
    let mut table = Table::new("fairness", &basis, &["pay", "job zone", "families", "of ten stay"]);

    let everybody = simulate(matcher, people, count, |draw, career| draw.draw_person(career).answers);
    let tens = |change: Change| -> Vec<Vec<CareerId>> {
        // every change has the same seed, so that chance differs between them as little as can be
        let mut random = Random::new(people.seed);
        everybody.iter().map(|answers| find_ten_after(matcher, &mut random, answers, change)).collect()
    };

    let before = tens(Change::None);
    for change in Change::ALL {
        say(change.words());
        table.add_row(change.words(), compute_figures(matcher, &before, &tens(change)).map(Some));
    }
    say("with and without more training, by job zone");
    add_zones(matcher, count, people, &mut table);
    table
}

/// The first ten without and with the answer that no more training is wanted, by the job zone of the career that the people
/// were made from.
fn add_zones(matcher: &Matcher, count: usize, people: People, table: &mut Table) {
    let conditions = &matcher.dataset.questionnaire.conditions;
    let Some(place) = conditions.iter().position(|condition| condition.figure == Measure::TrainingMonths) else {
        return;
    };

    let both = simulate(matcher, people, count, |draw, career| {
        let answers = answer_all(&draw.draw_person(career).answers);
        let mut untrained = answers.clone();
        untrained.set_condition(place, Some(0));
        let zone = matcher.dataset.catalogue.get(career).figures.zone;
        (zone, find_ten(matcher, &answers), find_ten(matcher, &untrained))
    });

    for zone in 1..=ZONES {
        let of_zone = both.iter().filter(|(own, ..)| *own == Some(zone));
        let (before, after): (Vec<_>, Vec<_>) = of_zone.map(|(_, one, two)| (one.clone(), two.clone())).unzip();
        if before.is_empty() {
            continue;
        }

        table.add_row(format!("zone {zone}, training not asked"), compute_figures(matcher, &before, &before).map(Some));
        table.add_row(format!("zone {zone}, no more training"), compute_figures(matcher, &before, &after).map(Some));
    }
}

fn find_ten(matcher: &Matcher, answers: &Answers) -> Vec<CareerId> {
    matcher.evaluate(answers, Emphasis::Balanced).fits.iter().take(TOP_TEN).map(|fit| fit.career).collect()
}

fn find_ten_after(matcher: &Matcher, random: &mut Random, answers: &[u8], change: Change) -> Vec<CareerId> {
    let questions = matcher.dataset.questionnaire.questions.iter().zip(answers).zip(0..);
    let changed = questions
        .map(|((question, value), place)| (QuestionId(place), change.apply(matcher, random, question, *value)));
    find_ten(matcher, &changed.collect())
}

fn compute_figures(matcher: &Matcher, before: &[Vec<CareerId>], after: &[Vec<CareerId>]) -> [f64; 4] {
    let catalogue = &matcher.dataset.catalogue;
    let all = || after.iter().flatten().map(|id| &catalogue.get(*id).figures);
    let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len().max(1) as f64;

    let pay = mean(all().filter_map(|f| f.pay.as_ref()?.median()).map(f64::from).collect());
    let zone = mean(all().filter_map(|figures| figures.zone).map(f64::from).collect());

    let kinds =
        |ten: &Vec<CareerId>| ten.iter().map(|id| catalogue.get(*id).family).collect::<BTreeSet<_>>().len() as f64;
    let stay = |(one, two): (&Vec<CareerId>, &Vec<CareerId>)| {
        one.iter().filter(|career| two.contains(career)).count() as f64 / TOP_TEN as f64
    };
    [pay, zone, mean(after.iter().map(kinds).collect()), mean(before.iter().zip(after).map(stay).collect())]
}
