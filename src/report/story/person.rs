//! The person: profile, areas, wishes, limits, and what they keep and plan.

use crate::fit::{AreaView, Axis};
use crate::model::{ByGroup, Group, Rating, ScaleId, Verdict};
use crate::report::format::{format_signed, join_list, to_sentence};
use crate::report::outline::{Bar, Block, Chart, Dot, Picture, Section, Table};
use crate::report::{Report, telling};

/// Careers named that just missed a limit.
const MAX_NEAR_MISSES: usize = 8;

fn build_bars(report: &Report<'_>, group: Group) -> Vec<Bar> {
    let profile = report.ranking.profile;
    let scales = group.scales();
    let bar = |scale: ScaleId| Bar {
        name: report.dataset.scales.get(scale).name.clone(),
        estimate: profile.estimate[scale],
        sd: profile.sd[scale],
        answers: profile.answers[scale],
        own: report.own[scale],
    };
    scales.map(bar).collect()
}

fn build_table(caption: String, bars: &[Bar]) -> Table {
    let row = |bar: &Bar| {
        let from = match (bar.own, bar.answers) {
            (Some(_), 1) => "one answer of yours",
            (Some(_), _) => "your answers",
            (None, 0) => "guessed from the others",
            (None, _) => "from other answers",
        };
        vec![
            bar.name.clone(),
            format_signed(bar.estimate, 2),
            format!("{:.2}", bar.sd),
            telling::describe_tendency(bar.estimate, bar.answers),
            from.to_string(),
        ]
    };

    let head = vec!["Scale", "Estimate", "May be off by", "In words", "From"];
    Table { caption, head, rows: bars.iter().map(row).collect() }
}

/// Strengths named of each group.
const MAX_STRENGTHS: usize = 3;
/// From this estimate on a scale is a strength that was asked about, and one that other answers let one suppose.
const STRENGTH: f64 = 0.25;
const SUPPOSED: f64 = 0.8;

/// What stands before the strengths of each group.
const LABELS: ByGroup<&str> =
    ByGroup::in_order(["I enjoy most", "I am good at", "I am drawn to", "I am like this at work"]);

/// What a person enjoys, is good at, is drawn to and is like most, of what they answered, by group; nothing where the
/// answers point nowhere.
pub fn list_strengths(report: &Report<'_>) -> Vec<(Group, Vec<Bar>)> {
    if report.ranking.verdict == Verdict::NoDirection {
        return Vec::new();
    }
    let all = Group::ALL.into_iter().zip(Group::ALL.map(|group| find_strongest(build_bars(report, group))));
    all.filter(|(_, bars)| !bars.is_empty()).collect()
}

fn find_strongest(mut bars: Vec<Bar>) -> Vec<Bar> {
    // nobody is said to be drawn to what they put in the middle or below it
    let middle = f64::from(Rating::MIDDLE.get());
    bars.retain(|bar| match bar.own {
        Some(own) => own > middle && bar.estimate >= STRENGTH,
        None => bar.answers > 0 && bar.estimate >= SUPPOSED,
    });
    // what they were asked about comes before what other answers let one suppose
    bars.sort_by(|a, b| b.own.is_some().cmp(&a.own.is_some()).then(b.estimate.total_cmp(&a.estimate)));
    bars.truncate(MAX_STRENGTHS);
    bars
}

/// Strengths by name; those that a single answer speaks of say so.
fn name_strengths(bars: &[Bar]) -> String {
    let is_single = |bar: &Bar| bar.answers < 2;
    if bars.len() > 1 && bars.iter().all(is_single) {
        let names: Vec<&str> = bars.iter().map(|bar| bar.name.as_str()).collect();
        return format!("{} (from one answer each)", join_list(&names));
    }

    let name = |bar: &Bar| if is_single(bar) { format!("{} (from one answer)", bar.name) } else { bar.name.clone() };
    join_list(&bars.iter().map(name).collect::<Vec<_>>())
}

/// Who the person is, in a few lines and a picture: what one would show to somebody.
pub fn compose_in_short(report: &Report<'_>) -> Section {
    let dataset = report.dataset;
    let mut section = Section::new("In short");

    if report.ranking.verdict == Verdict::NoDirection {
        let [says, ways] = telling::describe_no_direction(&dataset.questionnaire, report.ranking.answered);
        let hints = telling::describe_hints(&report.ranking.hints).unwrap_or_default();
        section.text(says).text(hints).text(ways);
    } else {
        section.text(telling::describe_headline(dataset, &report.directions));
    }
    section.pairs(
        list_strengths(report).into_iter().map(|(group, bars)| (LABELS[group], name_strengths(&bars))).collect(),
    );

    let bars = build_bars(report, Group::Interests);
    section.push(Block::Chart(Chart {
        title: "What I enjoy, beside other people".to_string(),
        says: "A hexagon with one corner for each interest; the further out the mark, the more you enjoy it compared \
               with other people."
            .to_string(),
        table: build_table("Six interests".to_string(), &bars),
        picture: Picture::Hexagon(bars),
    }));

    for care in &report.care {
        section.text(to_sentence(&telling::describe_care(*care)));
    }
    add_wishes(report, &mut section);
    section
}

/// All scales of all groups.
pub fn compose_profile(report: &Report<'_>) -> Section {
    let dataset = report.dataset;
    let mut section = Section::new("Your whole profile");
    section.text(
        "Estimates are in standard deviations: 0 is the middle, +1 is clearly above it. The mark is the estimate, the \
         line how far it may be off (one standard deviation each way). What no answer speaks of is left out.",
    );
    section.text(telling::PERHAPS);

    for group in Group::ALL {
        let mut bars = build_bars(report, group);
        bars.retain(|bar| bar.answers > 0);
        bars.sort_by(|a, b| b.estimate.total_cmp(&a.estimate));
        if bars.is_empty() {
            continue;
        }

        let title = dataset.scales.group(group).name.clone();
        section.push(Block::Chart(Chart {
            says: format!("{} estimates, the highest first, each with how far it may be off.", bars.len()),
            table: build_table(title.clone(), &bars),
            title,
            picture: Picture::Bars(bars),
        }));
    }
    section
}

/// The map of areas; nothing where the questionnaire asks about none.
pub fn compose_areas(report: &Report<'_>) -> Option<Section> {
    if report.areas.is_empty() {
        return None;
    }

    let name = |view: &AreaView| report.dataset.scales.areas.get(view.area).map_or("", |area| area.name.as_str());
    let dot = |view: &AreaView| Dot {
        name: name(view).to_string(),
        enjoy: (view.enjoy.value, view.enjoy.sd),
        good_at: (view.good_at.value, view.good_at.sd),
    };

    let shown = |axis: Axis| {
        // What is this small would read as no doubt at all, "± 0.0".
        let off = if axis.sd < 0.05 { String::new() } else { format!(" ± {:.1}", axis.sd) };
        format!("{:.1}{off}", axis.value)
    };
    let row = |view: &AreaView| {
        vec![name(view).to_string(), shown(view.enjoy), shown(view.good_at), telling::describe_advice(view)]
    };

    let rows: Vec<Vec<String>> = report.areas.iter().map(row).collect();
    let off = rows.iter().flatten().any(|cell| cell.contains('±'));
    let mut section = Section::new("The map of areas");
    section.text(telling::MAP_LEGEND).text(if off { telling::PLUS_MINUS } else { "" });
    section.push(Block::Chart(Chart {
        title: "Enjoying and being good at".to_string(),
        says: telling::describe_map(),
        picture: Picture::Areas(report.areas.iter().map(dot).collect()),
        table: Table {
            caption: "Areas, answers from 1 to 5".to_string(),
            head: vec!["Area", telling::ENJOY, telling::GOOD_AT, "What it says"],
            rows,
        },
    }));
    Some(section)
}

/// What work should do now, and what it should bring.
fn add_wishes(report: &Report<'_>, section: &mut Section) {
    let (questionnaire, record) = (&report.dataset.questionnaire, report.record);
    section.text(telling::describe_sliders(questionnaire, record).unwrap_or_default());
    let goals = telling::compose_goals(questionnaire, record);
    if !goals.blocks.is_empty() {
        section.push(Block::Part(goals));
    }
}

/// Limits, what each hid, and what just missed.
pub fn compose_limits(report: &Report<'_>) -> Option<Section> {
    let questionnaire = &report.dataset.questionnaire;
    let mut section = telling::compose_limits(questionnaire, report.record, &report.limited);
    // Looked at before anything is added: near misses are no reason for a chapter on limits where none is set.
    let none = section.blocks.is_empty();

    let near = telling::list_near_misses(report.dataset, &report.limited, MAX_NEAR_MISSES);
    if !near.is_empty() {
        let mut part = Section::new("Careers that just miss one of them");
        part.points(near);
        section.push(Block::Part(part));
    }

    section.text(telling::suggest_loosening(questionnaire, &report.limited).unwrap_or_default());
    (!none).then_some(section)
}

/// Careers that are kept, with notes and plans.
pub fn compose_plans(report: &Report<'_>) -> Option<Section> {
    let mut section = Section::new("What I keep, and my plan");
    for kept in &report.record.kept {
        let title =
            report.dataset.catalogue.find(&kept.career).map(|id| report.dataset.catalogue.get(id).title.clone());
        let mut part = Section::new(title.unwrap_or_else(|| kept.career.clone()));
        part.pairs(telling::list_own_words(kept));
        if part.blocks.is_empty() {
            part.quiet("Kept, with no note and no plan yet.");
        }
        section.push(Block::Part(part));
    }

    (!report.record.kept.is_empty()).then_some(section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_about_is_named_before_what_other_answers_let_one_suppose() {
        let bar = |name: &str, estimate, own| Bar { name: name.to_string(), estimate, sd: 0.5, answers: 2, own };
        let bars = vec![
            bar("Drawing", 2.0, None),
            bar("Biology", 0.9, Some(5.0)),
            bar("Selling", 1.5, Some(1.0)),
            bar("Growing", 1.2, Some(4.0)),
            bar("Cooking", 1.1, Some(3.0)),
            bar("Sewing", 0.7, None),
        ];

        let sources: Vec<String> =
            build_table(String::new(), &bars).rows.into_iter().map(|mut row| row.remove(4)).collect();
        assert_eq!(sources[..2], ["from other answers", "your answers"]);
        let strongest: Vec<String> = find_strongest(bars).into_iter().map(|bar| bar.name).collect();
        assert_eq!(strongest, ["Growing", "Biology", "Drawing"], "nothing that was put in the middle or below it");
    }

    #[test]
    fn a_strength_that_a_single_answer_speaks_of_says_so() {
        let bar = |(name, answers): &(&str, usize)| Bar {
            name: (*name).to_string(),
            estimate: 1.0,
            sd: 0.5,
            answers: *answers,
            own: Some(4.0),
        };
        let named = |bars: &[(&str, usize)]| name_strengths(&bars.iter().map(bar).collect::<Vec<_>>());
        assert_eq!(named(&[("Writing", 2), ("Speaking", 1)]), "Writing and Speaking (from one answer)");
        assert_eq!(named(&[("Writing", 1), ("Speaking", 1)]), "Writing and Speaking (from one answer each)");
        assert_eq!(named(&[("Writing", 1)]), "Writing (from one answer)");
        assert_eq!(named(&[("Writing", 3), ("Speaking", 2)]), "Writing and Speaking");
    }
}
