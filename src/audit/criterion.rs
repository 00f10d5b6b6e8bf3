//! Real people whose field is known: whether the ranking puts careers of their own field in front.

use super::cores::run_on_all_cores;
use super::gender_gap::measure_gender_gap;
use super::known::Known;
use super::no_list::measure_no_list;
use super::related::compute_mean_and_error;
use super::table::Table;
use crate::fit::{Matcher, Responses, TOP_TEN, collect_answers};
use crate::model::random::Random;
use crate::model::{CareerId, Emphasis, Group, Response, Verdict};
use std::collections::{BTreeMap, BTreeSet};

/// Resamples of the people behind a standard error.
const DRAWS: usize = 60;
/// Seed of the resamples.
const SEED: u64 = 1;
/// Job zones that need little or some preparation.
const LOWER_ZONES: u8 = 3;

/// The careers that belong to each field.
pub type Fields = BTreeMap<String, Vec<CareerId>>;

/// By career: its place in a ranking, from 1.
type Places = Vec<f64>;

/// By level, averaged over the fields so that each counts alike: the share of people who find a career of their own field
/// among the first ten, and how well the mean place of a field's careers tells its own people from others (AUC; .5 is
/// chance, and careers that are put in front for everybody gain nothing); for the fit, for the correlation of six sums, for
/// the one list that suits most people, and for chance. Then the first of these by gender, and last how far women's and
/// men's shares lie apart within one level and field.
/// For the fit also the share of people with 24 or more answers that vary who get no list.
pub fn measure_criterion(matcher: &Matcher, people: &[Known], fields: &Fields) -> Table {
    let basis = format!(
        "measured on {} real people whose field is known, {} fields; standard errors over {DRAWS} resamples",
        people.len(),
        fields.len()
    );
    let columns = ["people", "own in 10", "std.err", "AUC", "std.err ", "careers", "zones 1-3", "no list"];
    let mut table = Table::new("criterion", &basis, &columns);

    let ranked = run_on_all_cores(people.len(), |at| rank_by_fit(matcher, &people[at]));
    let (fit, listed): (Vec<Places>, Vec<bool>) = ranked.into_iter().unzip();
    let sums = run_on_all_cores(people.len(), |at| rank_by_sums(matcher, &people[at]));
    let levels: BTreeSet<&str> = people.iter().map(|person| person.level.as_str()).collect();
    for level in levels {
        let members: Vec<usize> = (0..people.len()).filter(|at| people[*at].level == level).collect();
        let name = if level.is_empty() { String::new() } else { format!(", {level}") };
        let of = |places: &[Places]| Sample::new(matcher, people, &members, places, fields);

        let without = |chosen: &[usize]| std::iter::once(measure_no_list(people, chosen, &listed));
        let fixed = |own: f64| [None, Some(own), None, Some(0.5), None, None, None, None];
        table.add_row(format!("careerfit{name}"), of(&fit).compute_figures().into_iter().chain(without(&members)));
        table.add_row(format!("six sums{name}"), of(&sums).compute_figures().into_iter().chain([None]));
        table.add_row(format!("one list for all{name}"), fixed(of(&fit).score_one_list()));
        table.add_row(format!("chance{name}"), fixed(of(&fit).compute_chance()));

        let genders: BTreeSet<&str> = members.iter().map(|at| people[*at].gender.as_str()).collect();
        for gender in genders.into_iter().filter(|gender| !gender.is_empty()) {
            let same: Vec<usize> = members.iter().copied().filter(|at| people[*at].gender == gender).collect();
            let sample = Sample::new(matcher, people, &same, &fit, fields);
            table.add_row(
                format!("careerfit{name}, {gender}"),
                sample.compute_figures().into_iter().chain(without(&same)),
            );
        }
    }

    let everybody: Vec<usize> = (0..people.len()).collect();
    for (name, places) in [("careerfit", &fit), ("six sums", &sums)] {
        let found = Sample::new(matcher, people, &everybody, places, fields).found;
        if let Some(gap) = measure_gender_gap(people, &found) {
            table.add_row(format!("{name}, gap between genders"), gap.map(Some).into_iter().chain([None; 5]));
        }
    }
    table
}

/// Places by the fit that people see, and whether there is a list; without one the middle for all careers.
fn rank_by_fit(matcher: &Matcher, person: &Known) -> (Places, bool) {
    let row: &Responses = &person.answers;
    let count = matcher.dataset.catalogue.len();
    let mut places = vec![(count + 1) as f64 / 2.0; count];

    let outcome = matcher.evaluate(&collect_answers(row), Emphasis::Balanced);
    for fit in &outcome.fits {
        places[fit.career.index()] = fit.rank as f64;
    }
    (places, outcome.verdict == Verdict::Ranked)
}

/// Places by what public services do: the correlation of six sums with six ratings.
fn rank_by_sums(matcher: &Matcher, person: &Known) -> Places {
    let mut sums = [0.0; 6];
    for (response, question) in person.answers.iter().zip(&matcher.dataset.questionnaire.questions) {
        let interest = question.loads.iter().find(|load| load.scale.group() == Group::Interests);
        if let (Some(load), Some(value)) = (interest, response.and_then(Response::value)) {
            sums[load.scale.index()] += f64::from(value);
        }
    }

    let own = scale_to_unit(&sums);
    let careers = matcher.dataset.catalogue.careers().iter();
    let scores = careers.map(|career| {
        let ratings = scale_to_unit(&career.figures.all_ratings().as_slice()[Group::Interests.range()]);
        own.iter().zip(ratings).map(|(own, rating)| own * rating).sum::<f64>()
    });
    rank_scores(&scores.collect::<Vec<f64>>())
}

/// Centred and of length one.
fn scale_to_unit(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let length = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>().sqrt().max(f64::EPSILON);
    values.iter().map(|value| (value - mean) / length).collect()
}

/// Places of scores, the highest first; equal ones share the middle of theirs.
fn rank_scores(scores: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
    let mut places = vec![0.0; scores.len()];
    let mut before = 0;

    for same in order.chunk_by(|a, b| scores[*a].total_cmp(&scores[*b]).is_eq()) {
        let middle = before as f64 + (same.len() + 1) as f64 / 2.0;
        for at in same {
            places[*at] = middle;
        }
        before += same.len();
    }
    places
}

/// Some people with their rankings.
struct Sample<'s> {
    matcher: &'s Matcher,
    fields: &'s Fields,
    /// By field, in their order: its people by place in the lists below.
    members: Vec<Vec<usize>>,
    /// By person: the first ten careers.
    tens: Vec<Vec<CareerId>>,
    /// By person: whether one of their own field's careers is among them.
    found: Vec<f64>,
    /// By person and field: less the mean place of its careers.
    near: Vec<Vec<f64>>,
}

impl<'s> Sample<'s> {
    fn new(matcher: &'s Matcher, people: &[Known], chosen: &[usize], places: &[Places], fields: &'s Fields) -> Self {
        let of = |field: &String| -> Vec<usize> {
            chosen.iter().enumerate().filter(|(_, at)| people[**at].field == *field).map(|(own, _)| own).collect()
        };
        let members = fields.keys().map(of).collect();

        let mean = |places: &Places, careers: &Vec<CareerId>| {
            careers.iter().map(|career| places[career.index()]).sum::<f64>() / careers.len().max(1) as f64
        };
        let ten = |at: &usize| {
            let all = places[*at].iter().zip(0..).filter(|(place, _)| **place <= TOP_TEN as f64);
            all.map(|(_, career)| CareerId(career)).collect()
        };
        let tens: Vec<Vec<CareerId>> = chosen.iter().map(ten).collect();

        let own = |(at, ten): (&usize, &Vec<CareerId>)| {
            let careers = fields.get(&people[*at].field);
            f64::from(u8::from(careers.is_some_and(|careers| careers.iter().any(|career| ten.contains(career)))))
        };
        let found = chosen.iter().zip(&tens).map(own).collect();

        let near = chosen.iter().map(|at| fields.values().map(|careers| -mean(&places[*at], careers)).collect());
        Self { matcher, fields, members, tens, found, near: near.collect() }
    }

    /// People, own field in ten, AUC, each with its error; different careers in first tens, and their share of lower zones.
    fn compute_figures(&self) -> [Option<f64>; 7] {
        let (found, auc) = self.average_fields(&self.members);

        let mut random = Random::new(SEED);
        let mut again = |of: &Vec<usize>| -> Vec<usize> { of.iter().map(|_| of[random.below(of.len())]).collect() };
        let drawn: Vec<(f64, f64)> =
            (0..DRAWS).map(|_| self.average_fields(&self.members.iter().map(&mut again).collect::<Vec<_>>())).collect();
        let spread = |values: Vec<f64>| compute_mean_and_error(&values).1 * (DRAWS as f64).sqrt();
        let errors = (spread(drawn.iter().map(|d| d.0).collect()), spread(drawn.iter().map(|d| d.1).collect()));

        let (careers, zones) = self.measure_variety();
        [self.tens.len() as f64, found, errors.0, auc, errors.1, careers, zones].map(Some)
    }

    /// Own field in ten and AUC of these people, by field, averaged over the fields that have people.
    fn average_fields(&self, members: &[Vec<usize>]) -> (f64, f64) {
        let all: Vec<usize> = members.concat();
        let (mut found, mut told, mut count) = (0.0, 0.0, 0.0_f64);
        for (field, own) in members.iter().enumerate().filter(|(_, own)| !own.is_empty()) {
            found += own.iter().map(|at| self.found[*at]).sum::<f64>() / own.len() as f64;
            told += self.compute_auc(field, &all, own.len(), members[..field].iter().map(Vec::len).sum());
            count += 1.0;
        }

        (found / count.max(1.0), told / count.max(1.0))
    }

    /// How often one of a field's people has its careers nearer the top than one of the others; `all` holds its own people
    /// from `start` on.
    fn compute_auc(&self, field: usize, all: &[usize], own: usize, start: usize) -> f64 {
        let near: Vec<f64> = all.iter().map(|at| self.near[*at][field]).collect();
        let places = rank_scores(&near);
        let sum: f64 = places[start..start + own].iter().sum();
        let (own, others) = (own as f64, (all.len() - own) as f64);
        // the Mann-Whitney statistic: how far the places of its own people are from the least they could add up to
        1.0 - (sum - own * (own + 1.0) / 2.0) / (own * others).max(1.0)
    }

    /// Different careers in the first tens, and the share of lower job zones.
    fn measure_variety(&self) -> (f64, f64) {
        let different: BTreeSet<CareerId> = self.tens.iter().flatten().copied().collect();
        let zone = |career: &CareerId| self.matcher.dataset.catalogue.get(*career).figures.zone;
        let zones: Vec<u8> = self.tens.iter().flatten().filter_map(zone).collect();
        let lower = zones.iter().filter(|zone| **zone <= LOWER_ZONES).count();
        (different.len() as f64, lower as f64 / zones.len().max(1) as f64)
    }

    /// Own field in ten with one list for everybody: the ten careers most often among first tens.
    fn score_one_list(&self) -> f64 {
        let mut times: BTreeMap<CareerId, usize> = BTreeMap::new();
        for career in self.tens.iter().flatten() {
            *times.entry(*career).or_default() += 1;
        }

        let mut often: Vec<(usize, CareerId)> = times.into_iter().map(|(career, times)| (times, career)).collect();
        often.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let list: Vec<CareerId> = often.into_iter().take(TOP_TEN).map(|(_, career)| career).collect();

        let fields = self.fields.values().zip(&self.members).filter(|(_, own)| !own.is_empty());
        let found =
            |(careers, _): (&Vec<CareerId>, _)| f64::from(u8::from(careers.iter().any(|career| list.contains(career))));
        compute_mean_and_error(&fields.map(found).collect::<Vec<f64>>()).0
    }

    /// Own field in ten for a list at random.
    fn compute_chance(&self) -> f64 {
        let count = self.matcher.dataset.catalogue.len();
        // one after the other, none of them put back
        let missed = |careers: &Vec<CareerId>| -> f64 {
            (0..TOP_TEN).map(|at| 1.0 - careers.len() as f64 / count.saturating_sub(at).max(1) as f64).product()
        };

        let fields = self.fields.values().zip(&self.members).filter(|(_, own)| !own.is_empty());
        let found: Vec<f64> = fields.map(|(careers, _)| 1.0 - missed(careers)).collect();
        compute_mean_and_error(&found).0
    }
}
