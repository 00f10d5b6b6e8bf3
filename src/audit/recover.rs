//! Own career found among the first ten: the adaptive interview on simulated people.

use super::beside::say_beside;
use super::people::{Deviation, People, Simulated, answer_all, simulate, to_response};
use super::related::compute_mean_and_error;
use super::table::Table;
use crate::assess::ROUNDING;
use crate::fit::{Evidence, Matcher, TOP_TEN};
use crate::interview::{Quota, choose_question};
use crate::model::{Answers, CareerId, Emphasis, Group, Length, Matrix, PartId, QuestionId};

/// For each length, first for people as real ones are and then for rosy ones, where the row of that name is `wanted`: own
/// career in the first ten by the fit people see from the questions alone, the same with cards, training and work context,
/// all of which are assumed, by six interests from the 60 activities, and by the simulation's own likelihood as the ceiling.
pub fn recover(
    matcher: &Matcher,
    count: usize,
    base: People,
    wanted: &dyn Fn(&str) -> bool,
    say: &dyn Fn(&str),
) -> Table {
    let basis = format!(
        "simulated: {count} people a row, seed {}, among {} careers. Like real people: interests follow the career by .37 and \
         spread by .93, as measured on real ones; skills and subjects by .7 and styles by .3 are assumed, and so are cards (an opinion goes with the true fit by .5), training and work context. Rosy: all follow \
         it fully and spread by .7",
        base.seed,
        matcher.dataset.catalogue.len()
    );
    let columns = ["questions", "own in 10", "std.err", "with cards", "interests", "ceiling"];
    let mut table = Table::new("recover", &basis, &columns);

    for (name, people) in [("like real people", base), ("rosy", People::rosy(base.seed))] {
        for length in Length::ALL {
            let row = format!("{} {name}", length.name());
            if wanted(&row) {
                say(&row);
                table.add_row(row, measure_recovery(matcher, count, people, length).map(Some));
            }
        }
    }
    table
}

/// The same at standard length over a grid of how people are: their deviation from their career, the noise of their
/// answers, and how differently they say yes.
pub fn measure_grid(matcher: &Matcher, count: usize, base: People, say: &dyn Fn(&str)) -> Table {
    let basis = format!("simulated: {count} people a row, seed {}, standard length", base.seed);
    let mut table =
        Table::new("grid", &basis, &["questions", "own in 10", "std.err", "with cards", "interests", "ceiling"]);

    for own in [0.7, 0.93, 1.2] {
        for noise in [0.7, 1.0, 1.4] {
            for level in [0.0, 0.4, 0.8] {
                let people = People { own, level, noise, ..base };
                let row = format!("deviation {own:.1}, noise {noise:.1}, yes-saying {level:.1}");
                say(&row);
                table.add_row(row, measure_recovery(matcher, count, people, Length::Standard).map(Some));
            }
        }
    }
    table
}

/// Questions asked, share found and its error, share found with cards, training and work context, share found by interests,
/// share found by likelihood.
fn measure_recovery(matcher: &Matcher, count: usize, people: People, length: Length) -> [f64; 6] {
    let each = simulate(matcher, people, count, |draw, career| {
        let person = draw.draw_person(career);
        let answers = run_interview(matcher, &person.answers, length);
        let rank =
            |answers: &Answers| matcher.evaluate(answers, Emphasis::Balanced).find_fit(career).map(|fit| fit.rank);
        let mut with_cards = answers.clone();
        say_beside(matcher, &person, length, &mut with_cards);

        [
            answers.evidence() as f64,
            score_rank(rank(&answers)),
            score_rank(rank(&with_cards)),
            score_rank(Some(rank_by_interests(matcher, &person))),
            score_rank(Some(rank_by_likelihood(matcher, &answers, career, people))),
        ]
    });

    let column = |at: usize| compute_mean_and_error(&each.iter().map(|figures| figures[at]).collect::<Vec<f64>>());
    let (share, error) = column(1);
    [column(0).0, share, error, column(2).0, column(3).0, column(4).0]
}

/// 1 where a rank is among the first ten, else 0.
pub(super) fn score_rank(rank: Option<usize>) -> f64 {
    f64::from(u8::from(rank.is_some_and(|rank| rank <= TOP_TEN)))
}

/// The adaptive interview with somebody whose answers to everything are known.
pub fn run_interview(matcher: &Matcher, known: &[u8], length: Length) -> Answers {
    run_interview_until(matcher, known, length, matcher.dataset.matching.stop_below)
}

/// The same with another threshold for ending a part early.
pub fn run_interview_until(matcher: &Matcher, known: &[u8], length: Length, below: f64) -> Answers {
    let questionnaire = &matcher.dataset.questionnaire;
    let mut answers = Answers::default();
    let mut information = Evidence::none(&matcher.metric, &matcher.measurement);

    for part in questionnaire.part_ids() {
        let quota = Quota { below, ..Quota::of(matcher, part, length) };
        while let Some(choice) = choose_question(matcher, &information, &answers, part, quota) {
            let QuestionId(place) = choice.question;
            let value = known[usize::from(place)];
            answers.set(choice.question, to_response(value));
            information.update(&matcher.metric, &matcher.measurement, choice.question, value);
        }
    }
    answers
}

/// What public services do: six interests from sixty activities, ranked by the correlation of the profiles.
fn rank_by_interests(matcher: &Matcher, person: &Simulated) -> usize {
    let questionnaire = &matcher.dataset.questionnaire;
    let mut sums = [0.0; 6];
    for (question, value) in answer_all(&person.answers).values() {
        if let Some(scale) = questionnaire.question(question).main_scale().filter(|s| s.group() == Group::Interests) {
            sums[scale.index()] += f64::from(value);
        }
    }

    let correlation = |career: &crate::model::Career| {
        let ratings = career.figures.all_ratings();
        let ratings = &ratings.as_slice()[Group::Interests.range()];
        let centre = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let (a, b) = (centre(&sums), centre(ratings));
        let product =
            |x: &[f64], mx: f64, y: &[f64], my: f64| -> f64 { x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum() };
        product(&sums, a, ratings, b) / (product(&sums, a, &sums, a) * product(ratings, b, ratings, b)).sqrt().max(1e-9)
    };

    let own = correlation(matcher.dataset.catalogue.get(person.career));
    1 + matcher.dataset.catalogue.careers().iter().filter(|career| correlation(career) > own).count()
}

/// One answer as the simulation made it: what it depends on, its noise, and its part.
struct Made {
    loads: Vec<(usize, f64)>,
    noise: f64,
    part: PartId,
    /// The answer, counted from the usual one, in answer deviations.
    value: f64,
}

impl Made {
    fn new(matcher: &Matcher, question: QuestionId, value: u8, people: People) -> Self {
        let (asked, step) = (matcher.dataset.questionnaire.question(question), matcher.measurement.step());
        let validity = people.validity.get(asked.part.index()).copied().unwrap_or(1.0);
        let loads = asked.loads.iter().map(|load| (load.scale.index(), validity * load.weight));
        let loads: Vec<(usize, f64)> = loads.collect();
        let explained: f64 = loads.iter().map(|(_, weight)| weight * weight).sum();
        let noise = people.noise.powi(2) * (1.0 - explained).max(0.0) + ROUNDING * step * step;
        Self { loads, noise, part: asked.part, value: (f64::from(value) - asked.usual) * step }
    }
}

/// The best any ranking could do: careers by the likelihood of the answers under the way people were made.
fn rank_by_likelihood(matcher: &Matcher, answers: &Answers, own: CareerId, people: People) -> usize {
    let made: Vec<Made> =
        answers.values().map(|(question, value)| Made::new(matcher, question, value, people)).collect();
    let deviation = |a: usize, b: usize| match people.deviation {
        Deviation::Independent => f64::from(u8::from(a == b)),
        Deviation::Correlated => matcher.metric.correlation(a, b),
    };

    let total = Matrix::from_fn(made.len(), |row, column| {
        let (one, other) = (&made[row], &made[column]);
        let pairs = one.loads.iter().flat_map(|(a, x)| other.loads.iter().map(move |(b, y)| (a, b, x * y)));
        let shared: f64 = pairs.map(|(a, b, weight)| weight * deviation(*a, *b)).sum::<f64>() * people.own.powi(2);
        let level = if one.part == other.part { people.level.powi(2) } else { 0.0 };
        shared + level + if row == column { one.noise } else { 0.0 }
    });
    let Some(root) = total.cholesky() else { return matcher.dataset.catalogue.len() };

    // the covariance is the same for every career, so that the distance alone puts them in order
    let distance = |career: CareerId| -> f64 {
        let place = people.place(&matcher.standardize(career));
        let signal =
            |made: &Made| made.loads.iter().map(|(scale, weight)| weight * place.as_slice()[*scale]).sum::<f64>();
        let off: Vec<f64> = made.iter().map(|made| made.value - signal(made)).collect();
        root.solve_lower(&off).iter().map(|value| value * value).sum()
    };

    let mine = distance(own);
    1 + CareerId::first(matcher.dataset.catalogue.len()).filter(|career| distance(*career) < mine).count()
}
