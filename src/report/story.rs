//! A report put into words: which chapters it has and what stands in them.

mod careers;
mod person;

use super::outline::{Block, Chart, Landing, Outline, Picture, Section, Table};
use super::text::no_direction;
use super::trust::{ATTRIBUTION, SOURCES, TRUST, care};
use super::whole::Whole;
use super::{Entry, Report};
use crate::model::{Career, Group, Kit, Verdict};

/// Names a career may go by on a job site, besides its title.
const NAMES: usize = 4;

/// The report as a reader goes through it; a report that is not to be kept has the first chapters only.
pub fn outline(report: &Report<'_>) -> Outline {
    let s = if report.answered == 1 { "" } else { "s" };
    let mut sections = vec![short(report)];
    let mut made = String::new();
    if let Some(whole) = &report.whole {
        made = format!(", {}", whole.made);
        let profile = report.profile;
        sections.push(person::interests(profile, whole.kit));
        sections.extend(person::areas(whole));
        sections.extend(person::wishes(whole));
        sections.extend(careers::starts(whole));
        sections.extend(careers::careers(report, whole));
        sections.extend(person::limits(whole));
        sections.extend(person::plans(whole));
        sections.extend(further(report, whole));
        sections.push(person::profile(profile, whole.kit));
        sections.push(trust(report, whole));
        sections.push(sources());
    }
    let about = format!("{}, from {} answer{s}{made}", report.person, report.answered);
    Outline { title: "Careers that fit me".to_string(), about, sections }
}

fn short(report: &Report<'_>) -> Section {
    let mut section = Section::new("In short");
    if report.verdict == Verdict::NoDirection {
        section.text(no_direction());
    }
    if let Some(whole) = &report.whole {
        section.text(whole.sentence().unwrap_or_default());
        for reason in &whole.care {
            section.text(care(*reason));
        }
    }
    if !report.careers.is_empty() {
        section.push(Block::Chart(ranking(report)));
        section.quiet("Ideas to look into, not a verdict: other answers would change their order.");
    }
    if report.careers.is_empty() && report.verdict == Verdict::Ranked {
        section.text("Your limits leave no career. Loosen one of them.");
    }
    section.points(report.notes.iter().map(|note| format!("Note: {note}.")).collect());
    section
}

/// The first careers with the ranks between which they would land again.
fn ranking(report: &Report<'_>) -> Chart {
    let row = |entry: &Entry<'_>| {
        let later = if entry.later_step { ", a later step" } else { "" };
        let again = entry.interval.map(|again| format!("{} to {}", again.low, again.high));
        vec![
            entry.rank.to_string(),
            format!("{}{later}", entry.title),
            entry.band.words().to_string(),
            format!("{:.0}", entry.fit + 0.0),
            again.unwrap_or_default(),
        ]
    };
    let landing = |entry: &Entry<'_>| {
        let again = entry.interval?;
        Some(Landing { title: entry.title.to_string(), rank: entry.rank, between: (again.low, again.high) })
    };
    let of = report.whole.as_ref().map_or(0, |whole| whole.kit.catalogue.len());
    Chart {
        title: "The first careers, and where they would land again".to_string(),
        says: format!(
            "For each career its rank among {of} and, as a bar, the ranks between which it would most likely land if \
             the questions were answered again. The shorter the bar and the further left, the surer."
        ),
        picture: Picture::Ranks(of, report.careers.iter().filter_map(landing).collect()),
        table: Table {
            caption: "The first careers by fit".to_string(),
            head: vec!["Rank", "Career", "Band", "Fit", "If answered again"],
            rows: report.careers.iter().map(row).collect(),
        },
    }
}

/// What to type where, for the first careers and those that are kept.
fn further(report: &Report<'_>, whole: &Whole<'_>) -> Option<Section> {
    let catalogue = &whole.kit.catalogue;
    let mut careers: Vec<_> = report.careers.iter().map(|entry| entry.career).collect();
    let kept = whole.record.kept.iter().filter_map(|kept| catalogue.find(&kept.career));
    for career in kept {
        if !careers.contains(&career) {
            careers.push(career);
        }
    }
    let row = |career: &Career| {
        let also: Vec<&str> = career.also.iter().take(NAMES).map(String::as_str).collect();
        vec![career.title.clone(), also.join(", "), career.figures.isco.join(", "), page(&career.id)]
    };
    let mut section = Section::new("Where to look further");
    section.text(
        "Type the title, or one of the other names, into a job site of your own country. Sites that sort by ISCO-08, \
         the international classification, take its code. The page is the public description the ratings come from; \
         it is printed for you to type, and careerfit opens none.",
    );
    section.push(Block::Table(Table {
        caption: "Words and codes to search with".to_string(),
        head: vec!["Career", "Also called", "ISCO-08", "Public page"],
        rows: careers.iter().map(|id| row(catalogue.get(*id))).collect(),
    }));
    (!careers.is_empty()).then_some(section)
}

/// The public page of a career, where its id is an O*NET-SOC code.
fn page(id: &str) -> String {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    let code = id.split_once('-').and_then(|(major, rest)| Some((major, rest.split_once('.')?)));
    let is_code = code.is_some_and(|(a, (b, c))| digits(a, 2) && digits(b, 4) && digits(c, 2));
    if is_code { format!("onetonline.org/link/summary/{id}") } else { String::new() }
}

fn trust(report: &Report<'_>, whole: &Whole<'_>) -> Section {
    let mut points: Vec<String> = TRUST.iter().map(|text| (*text).to_string()).collect();
    let estimated = report.careers.iter().filter_map(|entry| estimated(entry, whole.kit));
    points.extend(estimated);
    let mut section = Section::new("How far to trust this");
    section.points(points);
    section
}

fn estimated(entry: &Entry<'_>, kit: &Kit) -> Option<String> {
    let figures = &kit.catalogue.get(entry.career).figures;
    let groups: Vec<&str> =
        Group::ALL.into_iter().filter(|group| figures.estimated[group.index()]).map(Group::name).collect();
    let named = super::listed(&groups);
    (!groups.is_empty()).then(|| format!("{}: the ratings of {named} are estimated from related careers.", entry.title))
}

fn sources() -> Section {
    let mut section = Section::new("Sources");
    section.text(ATTRIBUTION).points(SOURCES.iter().map(|text| (*text).to_string()).collect());
    section.text("Words about careers, questions and all other texts are careerfit's own.");
    section
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn only_a_published_code_has_a_public_page() {
        assert_eq!(page("27-1024.00"), "onetonline.org/link/summary/27-1024.00");
        for own in ["harbour-pilot", "27-1024", "2a-1024.00", "27-1024.00/../x", ""] {
            assert_eq!(page(own), "", "{own}");
        }
    }
}
