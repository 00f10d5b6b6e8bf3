//! What only a whole catalogue shows: texts that are all made alike, rungs that lead into dying work or nowhere, and hiring
//! that its own figures contradict.

use super::catalogue::Parts;
use crate::diagnostics::{Problems, Severity, Source};
use crate::model::{Career, CareerId, Education, Hired, Paid, Training};
use std::collections::BTreeMap;

/// Fewer careers than this have no shape.
const LEAST: usize = 40;

/// Most days that may begin with "You".
const BEGIN_WITH_YOU: f64 = 0.5;
/// Most days that may be told in exactly two sentences.
const TWO_SENTENCES: f64 = 0.6;
/// Most careers that may name a rung that shrinks or has few openings.
const DYING_RUNGS: f64 = 0.05;
/// Fewest rungs that must know, within two steps, the career they lead to.
const KNOWN_RUNGS: f64 = 0.8;

/// Every rule that the careers of these files break.
pub fn check_shapes(sources: &[Source], parts: &Parts, severity: Severity) -> Problems {
    let mut problems = check_hiring(sources, parts, severity);
    // what ships is held to more: no two texts of any kind may be the same
    if severity == Severity::Warning {
        problems.join(find_same_summaries(sources, parts));
    }
    if let Some(source) = sources.first().filter(|_| parts.careers.len() >= LEAST) {
        for (what, remedy) in check_days(parts).into_iter().chain(check_rungs(parts)) {
            problems.report(severity, source, 0..0, what, remedy.to_string());
        }
    }
    problems
}

/// How days begin and how many sentences they have.
fn check_days(parts: &Parts) -> Vec<(String, &'static str)> {
    let days: Vec<&str> =
        parts.words.iter().map(|words| words.job.day.as_str()).filter(|day| !day.is_empty()).collect();
    let share = |is: &dyn Fn(&&&str) -> bool| days.iter().filter(is).count() as f64 / days.len().max(1) as f64;
    let you = share(&|day| day.starts_with("You "));
    let two = share(&|day| count_sentences(day) == 2);

    let mut found = Vec::new();
    if you > BEGIN_WITH_YOU {
        let what = format!(
            "{:.0} % of the days begin with 'You', at most {:.0} % are expected",
            100.0 * you,
            100.0 * BEGIN_WITH_YOU
        );
        found.push((what, "begin some with the hour, the place or the thing"));
    }
    if two > TWO_SENTENCES {
        let what = format!(
            "{:.0} % of the days have two sentences, at most {:.0} % are expected",
            100.0 * two,
            100.0 * TWO_SENTENCES
        );
        found.push((what, "tell some in one long sentence, some in three short ones"));
    }
    found
}

/// Sentences of a text: stops followed by a blank or the end.
fn count_sentences(text: &str) -> usize {
    let ends =
        |(at, c): (usize, char)| matches!(c, '.' | '!' | '?') && !text[at + 1..].starts_with(|next: char| next != ' ');
    text.char_indices().filter(|one| ends(*one)).count()
}

/// Rungs into dying work, and rungs that do not know where they lead.
fn check_rungs(parts: &Parts) -> Vec<(String, &'static str)> {
    let careers = &parts.careers;
    let dying = |job: &CareerId| {
        let outlook = careers.get(job.index()).and_then(|job| job.figures.outlook.as_ref());
        outlook.is_some_and(|outlook| outlook.is_shrinking() || outlook.has_few_openings())
    };
    let leads_to_dying = careers.iter().filter(|career| career.rungs.iter().any(dying)).count();
    let leads_to_dying = leads_to_dying as f64 / careers.len().max(1) as f64;

    let next = |job: CareerId| parts.words.get(job.index()).map(|words| words.path.next.as_slice()).unwrap_or_default();
    let reaches = |rung: CareerId, career: CareerId| {
        next(rung).contains(&career) || next(rung).iter().any(|step| next(*step).contains(&career))
    };
    let ids = (0..).map(CareerId);
    let links: Vec<(CareerId, CareerId)> =
        ids.zip(careers).flat_map(|(id, career)| career.rungs.iter().map(move |rung| (*rung, id))).collect();
    let known =
        links.iter().filter(|(rung, career)| reaches(*rung, *career)).count() as f64 / links.len().max(1) as f64;

    let mut found = Vec::new();
    if leads_to_dying > DYING_RUNGS {
        let what = format!(
            "{:.0} % of the careers name a rung that shrinks or has few openings, at most {:.0} % are expected",
            100.0 * leads_to_dying,
            100.0 * DYING_RUNGS
        );
        found.push((what, "name work that is growing, or move it to 'meanwhile'"));
    }
    if !links.is_empty() && known < KNOWN_RUNGS {
        let what = format!(
            "{:.0} % of the rungs know within two steps where they lead, {:.0} % are expected",
            100.0 * known,
            100.0 * KNOWN_RUNGS
        );
        found.push((what, "add the career to the 'next' of its rungs, or choose rungs that lead to it"));
    }
    found
}

/// Hiring that the figures of the same career contradict.
/// Careers of these files that say the same of themselves as another one does.
fn find_same_summaries(sources: &[Source], parts: &Parts) -> Problems {
    let (mut problems, mut seen) = (Problems::default(), BTreeMap::new());
    for (career, words) in parts.careers.iter().zip(&parts.words) {
        let Some(other) = seen.insert(words.summary.to_lowercase(), &career.title) else { continue };
        let Some(source) = sources.get(usize::from(career.family)) else { continue };

        let at = source.text.rfind(&words.summary).unwrap_or_default();
        let what = format!("'{}' has the same summary as '{other}'", career.title);
        let remedy = "say what is special to this one".to_string();
        problems.report(Severity::Warning, source, at..at + words.summary.len(), what, remedy);
    }
    problems
}

fn check_hiring(sources: &[Source], parts: &Parts, severity: Severity) -> Problems {
    let mut problems = Problems::default();
    for (career, words) in parts.careers.iter().zip(&parts.words) {
        let Some(source) = sources.get(usize::from(career.family)) else { continue };
        let id = format!("id = \"{}\"", career.id);
        let Some(at) = source.text.find(&id) else { continue };

        for (what, remedy) in find_contradictions(career, words.path.years) {
            let what = format!("'{}': {what}", career.title);
            problems.report(severity, source, at..at + id.len(), what, remedy.to_string());
        }
    }
    problems
}

fn find_contradictions(career: &Career, years: u8) -> Vec<(&'static str, &'static str)> {
    let Some(hiring) = career.hiring else { return Vec::new() };

    let figures = &career.figures;
    let learns = matches!(figures.training, Some(Training::Long | Training::Apprenticeship));
    let school = figures.education.is_some_and(|education| education <= Education::HighSchool);

    let rules = [
        (
            hiring.paid == Paid::AfterStudy && school,
            "paid only after study, though the figures ask for school at most",
            "write paid = \"day-one\" or \"after-course\", or correct the figures",
        ),
        (
            hiring.paid == Paid::DayOne && hiring.hired != Hired::Years && learns && hiring.full_pay_years.is_none(),
            "learns on the job for more than a year, but not when full pay comes",
            "add full_pay_years",
        ),
        (
            hiring.full_pay_years.is_some_and(|full| full > years.max(1)),
            "full pay comes later than a full post",
            "correct full_pay_years or years",
        ),
    ];

    rules.into_iter().filter(|(broken, ..)| *broken).map(|(_, what, remedy)| (what, remedy)).collect()
}

#[cfg(test)]
mod tests {
    use super::count_sentences;

    #[test]
    fn a_stop_within_a_figure_ends_no_sentence() {
        assert_eq!(count_sentences("You lift 2.5 tonnes. Then tea."), 2);
        assert_eq!(count_sentences("Is it dry? No! Wait."), 3);
        assert_eq!(count_sentences("no end"), 0);
    }
}
