//! The first careers, the best few in full and the others in short; and what can be started now.

use crate::model::Fit;
use crate::report::outline::{Block, Layout, Section};
use crate::report::telling::{self, Told};
use crate::report::{Entry, Report};

/// Reasons told on each side of a career in full, and of one in short.
const MAX_REASONS: usize = 4;
const FIRST_REASONS: usize = 2;

/// Careers told in full.
const IN_FULL: usize = 2;

/// The careers one by one.
pub fn compose_careers(report: &Report<'_>) -> Vec<Block> {
    let (first, others) = report.ranking.careers.split_at(report.ranking.careers.len().min(IN_FULL));
    let mut told: Vec<Block> = first.iter().map(|entry| Block::Part(compose_in_full(report, entry))).collect();

    if !others.is_empty() {
        let mut more = Section::new("The next ones in short").with_layout(Layout::Columns);
        more.blocks.extend(others.iter().map(|entry| Block::Part(compose_in_short(report, entry))));
        told.push(Block::Part(more));
    }
    told
}

/// Title, place, what it is, and why it fits.
fn begin_section(report: &Report<'_>, entry: &Entry<'_>, each: usize) -> Section {
    let (catalogue, id) = (&report.dataset.catalogue, entry.career);
    let mut section = Section::new(entry.title);
    let again = entry.interval.map_or(String::new(), |interval| format!("; {}", telling::describe_interval(interval)));
    section.aside = format!("{}, rank {} of {}{again}", entry.band.words(), entry.rank, catalogue.len());

    section.text(catalogue.words(id).summary.clone()).text(telling::describe_later_step(catalogue, id));
    section.quiet(telling::describe_alike(catalogue, report.find_alike(id), |_| None));

    if let Some(found) = &entry.reasons {
        let told = Told { each, points: true, behind: None };
        let fit = Fit { career: id, score: entry.fit, rank: entry.rank, band: entry.band };
        section.blocks.extend(telling::compose_reasons(report.dataset, &fit, found, told).blocks);
    }

    let goals = telling::compose_your_goals(report.dataset, report.record, id);
    if !goals.blocks.is_empty() {
        section.push(Block::Part(goals));
    }
    section
}

fn compose_in_full(report: &Report<'_>, entry: &Entry<'_>) -> Section {
    let (catalogue, id) = (&report.dataset.catalogue, entry.career);
    let mut section = begin_section(report, entry, MAX_REASONS);
    section
        .push(Block::Beside([telling::compose_as_a_job(catalogue, id), telling::compose_as_a_career(catalogue, id)]));
    section.push(Block::Part(telling::compose_figures(catalogue, id)));
    section.push(Block::Part(telling::compose_try_and_ask(catalogue, id)));
    section.push(Block::Part(telling::compose_research(catalogue, id)));
    section
}

fn compose_in_short(report: &Report<'_>, entry: &Entry<'_>) -> Section {
    let (catalogue, id) = (&report.dataset.catalogue, entry.career);
    let (career, words) = (catalogue.get(id), catalogue.words(id));
    let mut section = begin_section(report, entry, FIRST_REASONS);
    section.pairs(vec![
        ("You start as", words.job.start_as.clone()),
        ("Start and pay", telling::describe_beginning(career)),
        ("It takes", telling::describe_years(&words.path)),
        ("Pay", telling::describe_pay(&career.figures)),
        ("Try it", words.path.try_it.clone()),
    ]);
    section
}

/// What can be started within weeks, where pay is needed soon.
pub fn compose_starts(report: &Report<'_>) -> Option<Section> {
    report.starts.as_ref().map(|starts| telling::compose_start_now(report.dataset, report.record, starts))
}
