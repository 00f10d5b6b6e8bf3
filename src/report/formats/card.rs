//! A card as text, 40 by 14: three things about me, three careers, one doubt, one step.

use crate::model::{ByGroup, Day, Verdict};
use crate::report::exporters::Exporter;
use crate::report::format::join_list;
use crate::report::story::list_strengths;
use crate::report::{Report, telling};
use crate::text::lines::cut_text_with;
use crate::text::{break_at_words, measure_width, show_controls};

/// Cells of a line, and lines of a card.
const WIDTH: usize = 40;
const LINES: usize = 14;
/// What stands before the strengths of each group.
const LABELS: ByGroup<&str> = ByGroup::in_order(["I enjoy", "Good at", "Drawn to", "At work"]);
/// Things and careers named.
const NAMED: usize = 3;
/// Where a text was cut.
const CUT: &str = "...";
/// Lines that the doubt and the step may take, and what is said where the answers point nowhere.
const WRAPPED: usize = 3;

/// The card.
#[derive(Debug)]
pub struct Card;

impl Exporter for Card {
    fn name(&self) -> &'static str {
        "card"
    }

    fn ending(&self) -> &'static str {
        "card.txt"
    }

    fn label(&self) -> &'static str {
        "a card of at most 14 lines: three things, three careers, one step"
    }

    fn write(&self, report: &Report<'_>) -> String {
        let mut lines = vec![format_title(report), "-".repeat(WIDTH)];
        let things = list_strengths(report).into_iter().take(NAMED);
        lines.extend(things.map(|(group, names)| fit_names(LABELS[group], &names)));

        if report.ranking.verdict == Verdict::NoDirection {
            let [says, _] = telling::describe_no_direction(&report.dataset.questionnaire, report.ranking.answered);
            lines.extend(wrap_lines(&says, WRAPPED));
        }
        let careers = report.ranking.careers.iter().take(NAMED).zip(1..);
        lines.extend(careers.map(|(entry, number)| cut_line(&format!("{number} {}", entry.title))));

        // The step comes before the doubt here: it gets its lines first, and the doubt what they leave.
        let step = wrap_lines(&find_step(report), WRAPPED);
        let room = LINES.saturating_sub(lines.len() + step.len()).min(WRAPPED);
        lines.extend(wrap_lines(&find_doubt(report), room));
        lines.extend(step);

        lines.truncate(LINES);
        lines.join("\n") + "\n"
    }
}

/// A thing about the person: as many names as there is room for.
fn fit_names(label: &str, names: &[String]) -> String {
    let said = (1..=names.len()).rev().map(|count| format!("{label}: {}", join_list(&names[..count])));
    let mut fitting = said.filter(|says| measure_width(says) <= WIDTH);
    fitting.next().unwrap_or_else(|| cut_line(&format!("{label}: {}", join_list(names))))
}

fn format_title(report: &Report<'_>) -> String {
    let (says, made) = (telling::REPORT_TITLE, report.made.as_str());
    let gap = WIDTH.saturating_sub(says.len() + measure_width(made)).max(1);
    cut_text_with(&format!("{says}{}{made}", " ".repeat(gap)), WIDTH, CUT)
}

/// The person's own doubt, or else what speaks most against the first career.
fn find_doubt(report: &Report<'_>) -> String {
    let own = report.record.kept.iter().filter_map(|kept| kept.plan.as_ref()).map(|plan| plan.doubt.as_str());
    let own = own.into_iter().find(|doubt| !doubt.trim().is_empty());

    let against = || {
        let first = report.ranking.careers.first()?;
        let reason = first.reasons.as_ref()?.against.first()?;
        Some(telling::describe_reason(report.dataset, reason))
    };

    own.map(str::to_string).or_else(against).map_or(String::new(), |doubt| format!("Doubt: {}", show_controls(&doubt)))
}

/// The person's own next step, or else what shows whether one likes the first career.
fn find_step(report: &Report<'_>) -> String {
    let first = report.ranking.careers.first().map(|entry| entry.career);
    let today = report.made.parse().unwrap_or(Day(0));
    let says = telling::describe_this_week(report.dataset, report.record, first, today).unwrap_or_default();
    let offered = [telling::THIS_WEEK, telling::NEXT_STEP].iter().find_map(|before| says.strip_prefix(before));
    offered.map(|step| format!("Step: {step}")).unwrap_or(says)
}

/// A text on one line, cut where it is too long.
fn cut_line(says: &str) -> String {
    wrap_lines(says, 1).pop().unwrap_or_default()
}

/// A text in so many lines at most, the last one cut behind a word where there is more.
fn wrap_lines(says: &str, most: usize) -> Vec<String> {
    let mut lines = break_at_words(&show_controls(says), WIDTH);
    lines.retain(|line| !line.is_empty());

    let more = lines.len() > most;
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| more) {
        while let Some(shorter) = last.rfind(' ').filter(|_| measure_width(last) + CUT.len() > WIDTH) {
            last.truncate(shorter);
        }
        let kept = last.trim_end_matches(['.', ',']).to_string();
        *last = kept + CUT;
    }

    lines.iter().map(|line| cut_text_with(line, WIDTH, CUT)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_card() {
        let long = "Donaudampfschifffahrtsgesellschaftskapitaenspatent and a few more words behind it";
        for most in 0..5 {
            let lines = wrap_lines(long, most);
            assert!(lines.len() <= most && lines.iter().all(|line| measure_width(line) <= WIDTH), "{lines:?}");
        }
        assert_eq!(wrap_lines("one two", 2), ["one two"]);
    }
}
