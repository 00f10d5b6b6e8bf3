//! A report put into words: which chapters it has and what stands in them.

mod careers;
mod person;

pub(super) use person::list_strengths;

use super::format::{capitalise, format_points, label_note, pluralise};
use super::outline::{Block, Chart, Layout, Outline, Picture, ProjectedRank, Section, Table};
use super::trust::{ATTRIBUTION, SOURCES, TRUST};
use super::{Entry, Report, telling};
use crate::model::{Career, FigureSource, Verdict};

/// Names a career may go by on a job site, besides its title.
const MAX_OTHER_NAMES: usize = 2;

/// The report as a reader goes through it: first what one would show to somebody, then the careers, then all figures.
pub fn build_outline(report: &Report<'_>) -> Outline {
    let mut sections = vec![person::compose_in_short(report)];
    sections.extend(compose_directions(report));
    sections.extend(person::compose_plans(report));
    sections.extend(compose_careers(report));
    sections.extend(careers::compose_starts(report));
    sections.extend(compose_further(report));
    sections.extend(person::compose_areas(report).map(|map| map.with_layout(Layout::NewPage)));
    sections.extend(person::compose_limits(report));
    sections.push(person::compose_profile(report));
    sections.push(compose_trust(report));
    sections.push(compose_sources());

    let answers = pluralise(report.ranking.answered, "answer");
    let about = [find_own_name(&report.ranking.person), report.made.clone(), format!("from {answers}")];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    Outline { title: telling::REPORT_TITLE.to_string(), about: about.join(", "), sections }
}

/// What the person called the session; empty where it has the name that the program gave it.
fn find_own_name(person: &str) -> String {
    let rest = person.strip_prefix("answers").map(|rest| rest.trim_start_matches('-'));
    let is_given = rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()));
    if is_given { String::new() } else { capitalise(person) }
}

/// Where the answers point, where careers are ranked.
fn compose_directions(report: &Report<'_>) -> Option<Section> {
    let ranked = report.ranking.verdict == Verdict::Ranked;
    ranked.then(|| telling::compose_directions(report.dataset, &report.directions))
}

/// The first careers in one picture, what one might not have thought of, and then one by one; nothing where there are too
/// few answers to rank any.
fn compose_careers(report: &Report<'_>) -> Option<Section> {
    let ranking = &report.ranking;
    let mut section = Section::new("The careers").with_layout(Layout::NewPage);

    if ranking.careers.is_empty() && ranking.verdict == Verdict::Ranked {
        section.text(telling::NO_CAREER_LEFT);
    }
    if !ranking.careers.is_empty() {
        section.push(Block::Chart(build_chart(report)));
        section.quiet(if report.skips_ranks() { telling::FOLDED } else { "" });
        let words = ranking.careers.iter().find_map(|entry| telling::describe_lower_word(entry.band, entry.fit));
        section.quiet(words.unwrap_or_default());
        section.quiet(telling::NOT_A_VERDICT);
    }

    section.text(telling::describe_surprises(&report.list_titles(&report.surprises)).unwrap_or_default());
    section.text(telling::describe_loved(report.dataset, &report.loved).unwrap_or_default());

    section.points(ranking.notes.iter().map(|note| label_note(note)).collect());
    section.blocks.extend(careers::compose_careers(report));
    (!section.blocks.is_empty()).then_some(section)
}

/// The first careers with the ranks between which they would land again.
fn build_chart(report: &Report<'_>) -> Chart {
    let row = |entry: &Entry<'_>| {
        let later = if entry.later_step { format!(", {}", telling::LATER_STEP) } else { String::new() };
        let again = entry.interval.map(|again| format!("{} to {}", again.low, again.high));
        vec![
            entry.rank.to_string(),
            format!("{}{later}", entry.title),
            entry.band.words().to_string(),
            format_points(entry.fit, 0),
            again.unwrap_or_default(),
        ]
    };
    let landing = |entry: &Entry<'_>| {
        let again = entry.interval?;
        Some(ProjectedRank { title: entry.title.to_string(), rank: entry.rank, between: (again.low, again.high) })
    };

    let of = report.dataset.catalogue.len();
    let careers = &report.ranking.careers;
    Chart {
        title: "The first careers, and where other questions would put them".to_string(),
        says: format!(
            "For each career its rank among {of} and, as a bar, the ranks between which it would most likely land if \
             other questions were asked. The shorter the bar and the further left, the surer."
        ),
        picture: Picture::Ranks(of, careers.iter().filter_map(landing).collect()),
        table: Table {
            caption: "The first careers by fit".to_string(),
            head: vec!["Rank", "Career", "Band", "Fit", "With other questions"],
            rows: careers.iter().map(row).collect(),
        },
    }
}

/// What to type where, for the first careers and those that are kept.
fn compose_further(report: &Report<'_>) -> Option<Section> {
    let catalogue = &report.dataset.catalogue;
    let mut careers: Vec<_> = report.ranking.careers.iter().map(|entry| entry.career).collect();
    let kept = report.record.kept.iter().filter_map(|kept| catalogue.find(&kept.career));
    for career in kept {
        if !careers.contains(&career) {
            careers.push(career);
        }
    }

    let row = |career: &Career| {
        let also: Vec<&str> = career.also.iter().take(MAX_OTHER_NAMES).map(String::as_str).collect();
        vec![career.title.clone(), also.join(", "), career.figures.isco.join(", "), find_page(career)]
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

/// The public page of a career; one with figures of its own has none.
fn find_page(career: &Career) -> String {
    match career.figures.source {
        FigureSource::Published => format!("onetonline.org/link/summary/{}", career.id),
        FigureSource::Own(_) => String::new(),
    }
}

fn compose_trust(report: &Report<'_>) -> Section {
    let mut points: Vec<String> = TRUST.iter().map(|text| (*text).to_string()).collect();
    let estimated = report.ranking.careers.iter().filter_map(|entry| describe_estimated(entry, report.dataset));
    points.extend(estimated);

    let mut section = Section::new("How far to trust this");
    section.points(points);
    section
}

fn describe_estimated(entry: &Entry<'_>, dataset: &crate::model::Dataset) -> Option<String> {
    let groups = telling::describe_estimated(&dataset.catalogue.get(entry.career).figures);
    (!groups.is_empty()).then(|| format!("{}. {}: {groups}.", entry.title, telling::ESTIMATED))
}

fn compose_sources() -> Section {
    let mut section = Section::new("Sources");
    section.text(ATTRIBUTION).points(SOURCES.iter().map(|text| (*text).to_string()).collect());
    section.text("Words about careers, questions and all other texts are careerfit's own.");
    section
}

#[cfg(test)]
mod tests {
    use super::{find_own_name, find_page, telling};
    use crate::content::shipped::load_shipped;
    use crate::model::FigureSource;
    use crate::report::write_plain;

    #[test]
    fn where_no_direction_stands_out_what_to_do_then_is_said_once() {
        let dataset = load_shipped().expect("the shipped data");
        let said = write_plain(&telling::compose_directions(&dataset, &[]));
        assert_eq!(said.matches("starting points").count(), 1, "{said}");
    }

    #[test]
    fn only_a_name_of_the_persons_own_stands_in_the_title() {
        assert_eq!(
            ["answers", "answers-2", "zoe", "answers for mum"].map(find_own_name),
            ["", "", "Zoe", "Answers for mum"]
        );
    }

    #[test]
    fn only_a_career_with_published_figures_has_a_public_page() {
        let mut career = load_shipped().expect("the shipped data").catalogue.careers()[0].clone();
        assert_eq!(find_page(&career), format!("onetonline.org/link/summary/{}", career.id));
        career.figures.source = FigureSource::Own(None);
        assert_eq!(find_page(&career), "");
    }
}
