//! What is written about a person or a career: [`telling`] composes it once, [`build_ranking`] gathers a [`Ranking`] and [`build_report`]
//! a [`Report`] to keep, and each format is one [`Exporter`].
//!
//! Place in the flow: after `fit`, below the front ends. It computes no score.

mod changes;
mod explained;
mod explanation;
mod exporters;
mod format;
mod formats;
pub mod outline;
mod provenance;
mod story;
pub mod telling;
mod trust;
mod whole;

pub use changes::{Changes, build_changes};
pub use explained::write_explained;
pub use explanation::{compose_explanation, compose_fit};
pub use exporters::{Exporter, Many};
pub use format::{
    capitalise, choose_form, format_money, format_signed, format_thousands, join_list, label_note, pluralise,
    to_sentence,
};
pub use formats::json::{escape_json, write_json};
pub use formats::text::{Reader, write_for_reader, write_plain, write_short, write_whole_for_reader};
pub use formats::{FORMATS, Format};
pub use provenance::{MadeWith, describe_provenance};
pub use telling::{describe_care, describe_no_direction, describe_reason, describe_tendency};
pub use trust::{ATTRIBUTION, NAMES, SOURCES};
pub use whole::{Report, build_report};

pub use crate::fit::{TOP_TEN, TWINS};

use crate::assess::Care;
use crate::fit::{
    Limited, Matcher, Outcome, Ranked, Reasons, Uncertainty, apply_limits, find_hints, find_more_training,
};
use crate::model::{
    Answers, Band, CareerId, Dataset, Direction, DrawnBy, Fit, Profile, Questionnaire, Quote, RankInterval,
    SessionRecord, Verdict,
};

/// Whose report it is.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// Name of the session or row.
    pub person: String,
    /// The answers that count.
    pub answers: &'a Answers,
    /// Everything they said: limits, situation, either-or answers.
    pub record: &'a SessionRecord,
    /// What the reader must know.
    pub notes: Vec<String>,
}

/// How much a report holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Careers at the top.
    pub top: usize,
    /// Whether estimates come with their uncertainty.
    pub uncertainty: bool,
    /// Whether careers come with their reasons.
    pub reasons: bool,
    /// Whether directions are told.
    pub directions: bool,
}

/// The careers that fit one person best, one of many or alone, and the profile they come from.
#[derive(Clone, Debug)]
pub struct Ranking<'m> {
    /// Name of the session or row.
    pub person: String,
    /// Answers that are evidence.
    pub answered: usize,
    /// Whether they point anywhere.
    pub verdict: Verdict,
    /// Estimates by scale.
    pub profile: &'m Profile,
    /// What is asked and ranked.
    pub dataset: &'m Dataset,
    /// Whether estimates come with their uncertainty.
    pub uncertainty: bool,
    /// The careers at the top, best first; none without a direction.
    pub careers: Vec<Entry<'m>>,
    /// Where the answers point, where that is told; empty where they point nowhere.
    pub directions: Option<Vec<DirectionEntry<'m>>>,
    /// The directions in a line each.
    pub direction_lines: Vec<String>,
    /// Families that either-or answers hint at, the nearest first, where all others point nowhere.
    pub hints: Vec<&'m str>,
    /// What the reader must know.
    pub notes: Vec<String>,
}

/// One direction of a ranking.
#[derive(Clone, Debug)]
pub struct DirectionEntry<'m> {
    /// What it is called.
    pub title: &'m str,
    /// Ids of its careers, the best fit first.
    pub careers: Vec<&'m str>,
    /// Id of a job to start with within weeks.
    pub start: Option<&'m str>,
    /// With other questions it would still be near the top in this share of the cases.
    pub stays: f64,
    /// Which answers lead there.
    pub drawn_by: DrawnBy,
    /// Id of the question whose answer leads there most, and the answer.
    pub because: Option<(&'m str, u8)>,
}

/// One career of a ranking.
#[derive(Clone, Debug)]
pub struct Entry<'m> {
    /// The career.
    pub career: CareerId,
    /// Its id.
    pub id: &'m str,
    /// Its title.
    pub title: &'m str,
    /// 1 is first among all careers.
    pub rank: usize,
    /// Where it would land with other questions, where that was asked for.
    pub interval: Option<RankInterval>,
    /// Careers with the same number cannot be told apart by the answers, where that was asked for.
    pub group: Option<usize>,
    /// Its place among the careers that the limits leave, where some are set.
    pub shown: Option<usize>,
    /// -100 to 100.
    pub fit: f64,
    /// Fit and sureness in a word.
    pub band: Band,
    /// Whether one arrives here from other careers.
    pub later_step: bool,
    /// What speaks for and against it, where reasons are wanted.
    pub reasons: Option<Reasons>,
}

/// Gathers the ranking of an outcome.
pub fn build_ranking<'m>(
    matcher: &'m Matcher,
    outcome: &'m Outcome,
    subject: Subject<'_>,
    detail: Detail,
) -> Ranking<'m> {
    let Subject { person, answers, record, mut notes } = subject;
    notes.extend(describe_few(matcher, outcome.verdict, outcome.evidence));

    let questionnaire = &matcher.dataset.questionnaire;
    let kept = (!record.limits.is_empty())
        .then(|| apply_limits(&matcher.dataset.catalogue, &questionnaire.limits, &record.limits, &outcome.fits));
    notes.extend(kept.iter().flat_map(|kept| list_limit_notes(questionnaire, kept)));

    let wanted = detail.uncertainty && outcome.verdict == Verdict::Ranked;
    let all_shown: &[Fit] = kept.as_ref().map_or(&outcome.fits, |kept| &kept.shown);
    let shown = &all_shown[..all_shown.len().min(detail.top)];
    let uncertainty =
        wanted.then(|| matcher.start_intervals(outcome, answers).measure_first(&matcher.metric, &outcome.fits, shown));
    notes.extend(describe_uncertainty(matcher, uncertainty.as_ref(), &find_more_training(matcher, outcome, all_shown)));

    let careers = shown.iter().zip(1..).map(|(fit, place)| Entry {
        shown: kept.is_some().then_some(place),
        reasons: detail.reasons.then(|| matcher.explain(outcome, fit.career)),
        ..build_entry(matcher, fit, uncertainty.as_ref())
    });

    let told = detail.directions;
    // with too few answers that is said already, and there is no list to point to
    let lined = told && outcome.verdict == Verdict::Ranked;
    Ranking {
        person,
        directions: told.then(|| outcome.directions.iter().map(|one| build_direction(&matcher.dataset, one)).collect()),
        direction_lines: if lined {
            let left = telling::limit_directions(&matcher.dataset, record, &outcome.directions, all_shown);
            telling::list_directions(&matcher.dataset, &left)
        } else {
            Vec::new()
        },
        hints: if outcome.verdict == Verdict::NoDirection { find_hints(matcher, record) } else { Vec::new() },
        answered: outcome.evidence,
        verdict: outcome.verdict,
        profile: &outcome.profile,
        dataset: &matcher.dataset,
        uncertainty: detail.uncertainty,
        careers: careers.collect(),
        notes,
    }
}

/// The ranking of one of many people, without reasons.
pub fn build_brief_ranking<'m>(
    matcher: &'m Matcher,
    ranked: &'m Ranked,
    person: String,
    uncertainty: bool,
) -> Ranking<'m> {
    let of_places = ranked.uncertainty.as_ref();
    let notes = describe_disagreement(ranked).into_iter().chain(describe_few(matcher, ranked.verdict, ranked.evidence));
    let notes = notes.chain(describe_uncertainty(matcher, of_places, &ranked.more_training));

    Ranking {
        person,
        directions: None,
        direction_lines: Vec::new(),
        hints: Vec::new(),
        answered: ranked.evidence,
        verdict: ranked.verdict,
        profile: &ranked.profile,
        dataset: &matcher.dataset,
        uncertainty,
        careers: ranked.fits.iter().map(|fit| build_entry(matcher, fit, of_places)).collect(),
        notes: notes.collect(),
    }
}

fn build_direction<'m>(dataset: &'m Dataset, one: &Direction) -> DirectionEntry<'m> {
    let id = |career: CareerId| dataset.catalogue.get(career).id.as_str();
    let asked = |quote: &Quote| (dataset.questionnaire.question(quote.question).id.as_str(), quote.value);

    DirectionEntry {
        title: telling::find_direction_title(dataset, one),
        careers: one.careers.iter().map(|career| id(*career)).collect(),
        start: one.start.map(id),
        stays: one.stays,
        drawn_by: one.drawn_by,
        because: one.quotes.first().map(asked),
    }
}

/// What is said where answers to like questions disagree.
fn describe_disagreement(ranked: &Ranked) -> Option<String> {
    ranked.disagree.then(|| describe_care(Care::Disagree))
}

/// What a reader of one career must know, as notes: why to read it with care, and that the answers are few.
pub fn list_cares(matcher: &Matcher, outcome: &Outcome, care: &[Care]) -> Vec<String> {
    let few = describe_few(matcher, outcome.verdict, outcome.evidence);
    care.iter().map(|why| telling::describe_care(*why)).chain(few).collect()
}

/// What is said of few answers.
fn describe_few(matcher: &Matcher, verdict: Verdict, evidence: usize) -> Option<String> {
    let few = matcher.dataset.matching.hint_below;
    let hints = verdict == Verdict::Ranked && evidence < few;
    hints.then(|| telling::describe_few_answers(few))
}

/// What is said of how sure the first places are, and of those that take more training.
fn describe_uncertainty(
    matcher: &Matcher,
    uncertainty: Option<&Uncertainty>,
    more: &[CareerId],
) -> impl Iterator<Item = String> {
    // of a catalogue of ten all stay
    let is_long = matcher.dataset.catalogue.len() > TOP_TEN;
    let staying = uncertainty.filter(|_| is_long).map(|of| telling::describe_staying(of.staying));
    let training = telling::describe_more_training(&matcher.dataset.catalogue, more);
    staying.into_iter().chain(training).chain(uncertainty.filter(|of| of.drifts).map(|_| telling::describe_drifting()))
}

fn build_entry<'m>(matcher: &'m Matcher, fit: &Fit, uncertainty: Option<&Uncertainty>) -> Entry<'m> {
    let career = matcher.dataset.catalogue.get(fit.career);
    let place = uncertainty.and_then(|of| of.place(fit.career));

    Entry {
        career: fit.career,
        id: &career.id,
        title: &career.title,
        rank: fit.rank,
        interval: place.and_then(|place| place.interval),
        group: place.map(|place| place.group),
        shown: None,
        fit: fit.score,
        band: fit.band,
        later_step: career.is_later_step(),
        reasons: None,
    }
}

/// What the limits did, as notes.
fn list_limit_notes(questionnaire: &Questionnaire, kept: &Limited) -> Vec<String> {
    telling::list_hides(questionnaire, kept)
        .into_iter()
        .chain(telling::suggest_loosening(questionnaire, kept))
        .collect()
}
