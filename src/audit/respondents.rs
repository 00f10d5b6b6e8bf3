//! Real answers to forty-eight interest items: a fixed short form against questions chosen one by one.

use super::people::{answer_all, to_response};
use super::related::compute_mean_and_error;
use super::table::Table;
use crate::fit::{Evidence, Matcher, TOP_TEN};
use crate::interview::{Quota, choose_question};
use crate::model::matrix::dot;
use crate::model::questionnaire::Covariance;
use crate::model::{
    Answers, ByGroup, CareerId, Dataset, Emphasis, Group, Loading, PartId, Question, QuestionId, SCALE_COUNT, ScaleId,
};

/// Columns of the answers, scale by scale: R1 to C8.
pub const ITEMS: usize = 48;
/// Items of each of the six interests.
const ITEMS_PER_INTEREST: usize = 8;
/// Items of each that the fixed form keeps.
const ITEMS_KEPT: usize = 5;
/// Numbers of questions looked at.
const LOOKED_AT: [usize; 9] = [12, 16, 18, 20, 22, 24, 26, 28, 30];
/// Values of the answers.
const CHOICES: usize = 5;

/// One person's answers, 1–5, in the order of the columns.
pub type Row = [u8; ITEMS];

/// The names of the columns.
pub fn list_columns() -> Vec<String> {
    "RIASEC".chars().flat_map(|scale| (1..=ITEMS_PER_INTEREST).map(move |item| format!("{scale}{item}"))).collect()
}

/// The careers, with the forty-eight items as questionnaire: what is usual and how items go together is learnt from other
/// people's answers.
pub fn learn_from(mut dataset: Dataset, others: &[Row]) -> Matcher {
    let count = others.len().max(1) as f64;
    let value = |row: &Row, item: usize| f64::from(row[item]);
    let means: Vec<f64> =
        (0..ITEMS).map(|item| others.iter().map(|row| value(row, item)).sum::<f64>() / count).collect();
    let covariance = |a: usize, b: usize| {
        others.iter().map(|row| (value(row, a) - means[a]) * (value(row, b) - means[b])).sum::<f64>() / count
    };
    let values = (0..ITEMS * ITEMS).map(|at| covariance(at / ITEMS, at % ITEMS)).collect();

    let question = |(item, id): (usize, String)| Question {
        id,
        part: PartId(0),
        text: String::new(),
        example: None,
        example_work: None,
        loads: ScaleId::new(item / ITEMS_PER_INTEREST)
            .map(|scale| Loading { scale, weight: 1.0 })
            .into_iter()
            .collect(),
        usual: means[item],
        noise: 1.0,
        careers: Vec::new(),
        hash: item as u64,
        text_hash: item as u64,
    };

    let asked = &mut dataset.questionnaire;
    asked.parts.truncate(1);
    asked.questions = list_columns().into_iter().enumerate().map(question).collect();
    asked.covariance = Some(Covariance { questions: (0..).map(QuestionId).take(ITEMS).collect(), values });
    asked.pairs.clear();
    Matcher::new(dataset)
}

/// By number of questions: same strongest interest as all forty-eight, overlap of the first ten careers, and how much
/// lower the chosen ten fit by all forty-eight answers (as a cosine); each with its standard error. Learnt on some people,
/// reported on others.
pub fn measure_respondents(matcher: &Matcher, learnt_on: &[Row], reported: &[Row]) -> Table {
    let basis =
        format!("measured on real answers: learnt on {} people, reported on {}", learnt_on.len(), reported.len());
    let columns = ["questions", "strongest", "std.err", "of ten", "std.err ", "loss", "std.err  "];
    let mut table = Table::new("respondents", &basis, &columns);

    let kept = find_best_items(learnt_on);
    let (full, fixed) = (Sums::new(learnt_on, |_| true), Sums::new(learnt_on, |item| kept.contains(&item)));
    let truths: Vec<Seen> = reported.iter().map(|row| Seen::new(matcher, &full.estimate(matcher, row))).collect();
    let short = |(row, truth): (&Row, &Seen)| truth.compare_with(&Seen::new(matcher, &fixed.estimate(matcher, row)));
    let fixed: Vec<[f64; 3]> = reported.iter().zip(&truths).map(short).collect();
    add_row(&mut table, "fixed best 5 of 8, simple sums".to_string(), ITEMS_KEPT * 6, &fixed);

    let adaptive: Vec<Vec<[f64; 3]>> =
        reported.iter().zip(&truths).map(|(row, truth)| choose_one_by_one(matcher, row, truth)).collect();
    for (at, asked) in LOOKED_AT.iter().enumerate() {
        let figures: Vec<[f64; 3]> = adaptive.iter().map(|person| person[at]).collect();
        add_row(&mut table, format!("chosen one by one, {asked}"), *asked, &figures);
    }
    table
}

/// The first five careers of each person by all forty-eight answers.
pub fn find_first_fives(matcher: &Matcher, rows: &[Row]) -> Vec<Vec<CareerId>> {
    let first = |row: &Row| {
        let outcome = matcher.evaluate(&answer_all(row), Emphasis::Balanced);
        outcome.fits.iter().take(5).map(|fit| fit.career).collect()
    };
    rows.iter().map(first).collect()
}

fn add_row(table: &mut Table, name: String, questions: usize, figures: &[[f64; 3]]) {
    let column = |at: usize| compute_mean_and_error(&figures.iter().map(|figures| figures[at]).collect::<Vec<f64>>());
    let both = (0..3).flat_map(|at| [column(at).0, column(at).1]);
    table.add_row(name, std::iter::once(questions as f64).chain(both).map(Some));
}

/// The adaptive interview, looked at after some numbers of questions.
fn choose_one_by_one(matcher: &Matcher, row: &Row, truth: &Seen) -> Vec<[f64; 3]> {
    let (metric, model) = (&matcher.metric, &matcher.measurement);
    let (mut information, mut answers) = (Evidence::none(metric, model), Answers::default());
    let quota = Quota { most: ITEMS, below: 0.0, each_area: 0 };
    let mut figures = Vec::new();

    for asked in 1..=LOOKED_AT[LOOKED_AT.len() - 1] {
        let Some(choice) = choose_question(matcher, &information, &answers, PartId(0), quota) else { break };

        let value = row[choice.question.index()];
        answers.set(choice.question, to_response(value));
        information.update(metric, model, choice.question, value);
        if LOOKED_AT.contains(&asked) {
            figures.push(truth.compare_with(&Seen::new(matcher, information.posterior.mean())));
        }
    }
    figures
}

/// Per interest the items that go best with the sum of all eight.
fn find_best_items(rows: &[Row]) -> Vec<usize> {
    let mut best = Vec::new();
    for scale in 0..6 {
        let items = scale * ITEMS_PER_INTEREST..(scale + 1) * ITEMS_PER_INTEREST;
        let sum = |row: &Row| items.clone().map(|item| f64::from(row[item])).sum::<f64>();
        let sums: Vec<f64> = rows.iter().map(sum).collect();
        let with = |item: usize| correlate(rows.iter().map(|row| f64::from(row[item])), &sums);

        let mut by: Vec<(f64, usize)> = items.clone().map(|item| (with(item), item)).collect();
        by.sort_by(|a, b| b.0.total_cmp(&a.0));
        best.extend(by.into_iter().take(ITEMS_KEPT).map(|(_, item)| item));
    }
    best
}

fn correlate(values: impl Iterator<Item = f64>, others: &[f64]) -> f64 {
    let values: Vec<f64> = values.collect();
    let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len().max(1) as f64;
    let (a, b) = (mean(&values), mean(others));
    let product =
        |x: &[f64], a: f64, y: &[f64], b: f64| -> f64 { x.iter().zip(y).map(|(x, y)| (x - a) * (y - b)).sum() };

    product(&values, a, others, b)
        / (product(&values, a, &values, a) * product(others, b, others, b)).sqrt().max(f64::MIN_POSITIVE)
}

/// Simple sums of some items, standardised on other people.
struct Sums {
    items: Vec<usize>,
    norms: [(f64, f64); 6],
}

impl Sums {
    fn new(rows: &[Row], keeps: impl Fn(usize) -> bool) -> Self {
        let items: Vec<usize> = (0..ITEMS).filter(|item| keeps(*item)).collect();
        let norm = |scale: usize| {
            let sums: Vec<f64> = rows.iter().map(|row| sum_items(row, &items, scale)).collect();
            let (mean, error) = compute_mean_and_error(&sums);
            // from the error of the mean back to the spread of people
            (mean, (error * (sums.len().max(1) as f64).sqrt()).max(f64::MIN_POSITIVE))
        };
        let norms = std::array::from_fn(norm);
        Self { items, norms }
    }

    /// The six interests of a person, as large as the model's; all other scales are in the middle.
    fn estimate(&self, matcher: &Matcher, row: &Row) -> Vec<f64> {
        let mut estimate = vec![0.0; SCALE_COUNT];
        for (scale, (mean, sd)) in self.norms.iter().enumerate() {
            let unit = matcher.measurement.prior().at(scale, scale).sqrt();
            estimate[scale] = unit * (sum_items(row, &self.items, scale) - mean) / sd;
        }
        estimate
    }
}

fn sum_items(row: &Row, items: &[usize], scale: usize) -> f64 {
    items.iter().filter(|item| **item / ITEMS_PER_INTEREST == scale).map(|item| f64::from(row[*item])).sum()
}

/// What an estimate of the interests makes one see.
struct Seen {
    strongest: usize,
    /// Cosine with every career.
    cosines: Vec<f64>,
    ten: Vec<usize>,
}

impl Seen {
    fn new(matcher: &Matcher, estimate: &[f64]) -> Self {
        let range = Group::Interests.range();
        let strongest = range.clone().max_by(|a, b| estimate[*a].total_cmp(&estimate[*b])).unwrap_or(0);

        let white = matcher.whitening().whiten(estimate);
        let own = dot(&white[range.clone()], &white[range.clone()]).sqrt().max(f64::MIN_POSITIVE);
        let careers = matcher.whitening().ratings().iter().zip(matcher.whitening().lengths());
        let cosine = |(career, lengths): (&[f32; SCALE_COUNT], &ByGroup<f64>)| {
            dot(&white[range.clone()], &career[range.clone()]) / own / lengths[Group::Interests].max(1e-9)
        };
        let cosines: Vec<f64> = careers.map(cosine).collect();

        let mut ten: Vec<usize> = (0..cosines.len()).collect();
        ten.sort_unstable_by(|a, b| cosines[*b].total_cmp(&cosines[*a]).then(a.cmp(b)));
        ten.truncate(TOP_TEN);
        Self { strongest, cosines, ten }
    }

    /// Same strongest interest, careers shared among the first ten, fit lost by choosing the other's ten.
    fn compare_with(&self, other: &Self) -> [f64; 3] {
        let shared = other.ten.iter().filter(|career| self.ten.contains(career)).count();
        let fit = |ten: &[usize]| ten.iter().map(|career| self.cosines[*career]).sum::<f64>() / TOP_TEN as f64;
        [f64::from(u8::from(self.strongest == other.strongest)), shared as f64, fit(&self.ten) - fit(&other.ten)]
    }
}

/// Whether a value is one of the choices.
pub fn is_choice(value: u8) -> bool {
    (1..=CHOICES).contains(&usize::from(value))
}
