//! What can be started now, each with what it needs, what it pays and where it leads.

use super::career::{DAY_ONE, list_next};
use super::figures::{describe_openings, describe_pay, mark_outlook};
use super::goals::compose_your_goals;
use super::hiring::describe_beginning;
use crate::assess::count_needed_answers;
use crate::fit::Start;
use crate::model::{CareerWords, Dataset, Figures, Questionnaire, SessionRecord};
use crate::report::format::{format_ordinal, format_signed, format_thousands};
use crate::report::outline::{Block, Section};

/// What stands over work that can be begun although it does not fit.
const NONE_FITS: &str = "None of these fits well, but you can begin soon";

/// In which order starts stand.
const ORDER: &str = "Work you can begin within weeks. The best fit comes first; among careers that fit alike, the one with \
                     most openings.";

/// What stands over where a start leads.
pub const LEADS_TO: &str = "It leads to";

/// Jobs that are told of at most where they do not stand in a list of their own.
pub const MAX_STARTS: usize = 6;

/// What is said where there are too few answers to order what can be started.
pub fn describe_too_few(questionnaire: &Questionnaire) -> String {
    let least = count_needed_answers(questionnaire);
    format!("From {least} answers on this shows what you can start now, by fit.")
}

/// What is said where nothing can be started; a limit is named only where one may hide careers.
pub fn describe_no_start(record: &SessionRecord) -> &'static str {
    if record.limits.values().any(|limit| limit.acceptable.is_some()) {
        "Your limits leave nothing that you can begin within weeks. A wider one may change that."
    } else {
        "Nothing was found that you can begin within weeks."
    }
}

/// The starts given in a line, those that do not fit behind a word that says so.
pub fn describe_starts(dataset: &Dataset, record: &SessionRecord, starts: &[Start]) -> String {
    let titles = |fits: bool| {
        let told = starts.iter().filter(|one| one.fits() == fits);
        told.map(|one| dataset.catalogue.get(one.fit.career).title.as_str()).collect::<Vec<_>>().join("; ")
    };

    match (titles(true), titles(false)) {
        (fitting, others) if fitting.is_empty() && others.is_empty() => describe_no_start(record).to_string(),
        (fitting, others) if others.is_empty() => format!("{fitting}."),
        (fitting, others) if fitting.is_empty() => format!("{NONE_FITS}: {others}."),
        (fitting, others) => format!("{fitting}. {NONE_FITS}: {others}."),
    }
}

/// From which of the starts on none fits; empty where all fit.
pub fn describe_none_fits(starts: &[Start]) -> String {
    match starts.iter().position(|one| !one.fits()) {
        None => String::new(),
        Some(0) => format!("{NONE_FITS}."),
        Some(at) => format!("From the {} on: {}.", format_ordinal(at + 1), NONE_FITS.replacen('N', "n", 1)),
    }
}

/// The starts given, with what is fair to say of a job.
pub fn compose_start_now(dataset: &Dataset, record: &SessionRecord, starts: &[Start]) -> Section {
    let mut section = Section::new("Start now");
    section.text(if starts.is_empty() { describe_no_start(record) } else { ORDER });

    // the first one in full; of the others what tells them apart
    let told = |(at, one)| if at == 0 { compose_start(dataset, record, one) } else { compose_in_short(dataset, one) };
    let fitting = starts.iter().take_while(|one| one.fits()).count();
    let mut parts: Vec<Block> = starts.iter().enumerate().map(told).map(Block::Part).collect();
    let others = parts.split_off(fitting);
    section.blocks.extend(parts);

    if !others.is_empty() {
        let mut part = Section::new(NONE_FITS);
        part.blocks.extend(others);
        section.push(Block::Part(part));
    }
    section.text(&dataset.distinctions.fair);
    section
}

/// One start.
pub fn compose_start(dataset: &Dataset, record: &SessionRecord, start: &Start) -> Section {
    let (career, words) = (dataset.catalogue.get(start.fit.career), dataset.catalogue.words(start.fit.career));
    let leads = describe_leads(dataset, start, &words);
    let mut section = Section::new(&career.title);
    section.aside = format!("rank {}, {}", start.fit.rank, start.fit.band.words());

    section.pairs(vec![
        ("What it is", words.summary.clone()),
        (DAY_ONE, words.job.start_with.clone()),
        (LEADS_TO, leads),
        ("Start and pay", describe_beginning(career)),
        ("Openings", describe_openings(&dataset.catalogue, start.fit.career)),
        ("Pay", describe_pay(&career.figures)),
        ("You start as", words.job.start_as.clone()),
        ("Most days", words.job.day.clone()),
        ("Hours", words.job.hours.clone().unwrap_or_default()),
    ]);

    let goals = compose_your_goals(dataset, record, start.fit.career);
    if !goals.blocks.is_empty() {
        section.push(Block::Part(goals));
    }
    section
}

/// The same, only where it leads, how many openings there are and what it pays.
fn compose_in_short(dataset: &Dataset, one: &Start) -> Section {
    let figures = &dataset.catalogue.get(one.fit.career).figures;
    let leads = describe_leads(dataset, one, &dataset.catalogue.words(one.fit.career));
    let mut section = Section::new(&dataset.catalogue.get(one.fit.career).title);
    section.aside = format!("rank {}, {}", one.fit.rank, one.fit.band.words());

    section.pairs(vec![
        (LEADS_TO, leads),
        ("Openings", describe_openings(&dataset.catalogue, one.fit.career)),
        ("Pay", describe_pay(figures)),
    ]);
    section
}

/// Careers it is a rung of, or else those that people move on to from it.
fn describe_leads(dataset: &Dataset, start: &Start, words: &CareerWords) -> String {
    let careers = if start.leads_to.is_empty() { &words.path.next } else { &start.leads_to };
    list_next(&dataset.catalogue, start.fit.career, careers).join("; ")
}

/// Openings a year and the change of jobs, for the end of a row: always as wide, with a sign where work shrinks or has
/// few openings.
pub fn format_row(figures: &Figures) -> String {
    let Some(outlook) = &figures.outlook else { return format!("{:>13} ", "not known") };
    let change = format!("{} %", format_signed(f64::from(outlook.change), 0));
    let sign = if mark_outlook(figures).is_some() { "!" } else { " " };
    format!("{:>7}{change:>6}{sign}", format_thousands(outlook.openings))
}

/// What the sign at the end of a row means; nothing where no row has it.
pub fn describe_sign<'f>(mut figures: impl Iterator<Item = &'f Figures>) -> Option<&'static str> {
    figures.any(|one| mark_outlook(one).is_some()).then_some("! shrinking, or few openings")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{Band, CareerId, Fit, LimitSetting, Outlook};

    fn build_start(score: f64) -> Start {
        let fit = Fit { career: CareerId(0), score, rank: 1, band: Band::WorthALook };
        Start { fit, leads_to: Vec::new() }
    }

    #[test]
    fn what_does_not_fit_is_said_not_to() {
        let dataset = load_shipped().expect("the shipped data");
        let record = SessionRecord::default();
        let line = |scores: &[f64]| {
            let starts: Vec<Start> = scores.iter().copied().map(build_start).collect();
            describe_starts(&dataset, &record, &starts)
        };
        assert!(!line(&[3.0]).contains(NONE_FITS));
        assert!(line(&[-3.0]).starts_with(NONE_FITS));
        assert!(line(&[3.0, -3.0]).contains(NONE_FITS));
        assert_eq!(
            describe_none_fits(&[build_start(3.0), build_start(-1.0)]),
            "From the 2nd on: none of these fits well, but you can begin soon."
        );
        assert!(describe_none_fits(&[build_start(3.0)]).is_empty());
    }

    #[test]
    fn no_limit_is_blamed_that_nobody_set() {
        let mut record = SessionRecord::default();
        assert!(!describe_no_start(&record).contains("limit"));
        record.limits.insert("pay".to_string(), LimitSetting::must("any"));
        assert!(describe_no_start(&record).contains("limit"));
    }

    #[test]
    fn rows_stand_below_each_other_and_what_shrinks_is_marked() {
        let mut figures = load_shipped().expect("the shipped data").catalogue.careers()[0].figures.clone();
        let mut told = |change, openings| {
            figures.outlook = Some(Outlook { change, openings, employed: 1, from: 2024, to: 2034 });
            format_row(&figures)
        };

        assert_eq!(told(2.4, 384_300), "384,300  +2 % ");
        assert_eq!(told(-26.0, 500), "    500 -26 %!");
        assert_eq!(told(0.1, 1000), "  1,000   0 % ");

        figures.outlook = None;
        assert_eq!(format_row(&figures), "    not known ");
    }
}
