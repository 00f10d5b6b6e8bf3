//! A card as text, 40 by 14: three things about me, three careers with their ranks, one doubt, one step.

use crate::model::{ByGroup, Day, Group, Verdict};
use crate::report::exporters::Exporter;
use crate::report::format::join_list;
use crate::report::outline::Bar;
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
/// Lines that the step may take, and what is said where the answers point nowhere.
const WRAPPED: usize = 4;

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
        "three things, three careers, one step"
    }

    fn write(&self, report: &Report<'_>) -> String {
        let mut lines = vec![format_title(report), "-".repeat(WIDTH)];
        let things = list_strengths(report).into_iter().take(NAMED);
        let name = |(group, bars): (Group, Vec<Bar>)| {
            let names: Vec<String> = bars.into_iter().map(|bar| bar.name).collect();
            fit_names(LABELS[group], &names)
        };
        lines.extend(things.map(name));

        if report.ranking.verdict == Verdict::NoDirection {
            let [says, _] = telling::describe_no_direction(&report.dataset.questionnaire, report.ranking.answered);
            lines.extend(wrap_sentences(&says, WRAPPED));
            let hints = telling::describe_hints(&report.ranking.hints);
            lines.extend(hints.iter().flat_map(|says| wrap_sentences(says, WRAPPED)));
        }
        let careers = report.ranking.careers.iter().take(NAMED);
        lines.extend(careers.map(|entry| cut_line(&format!("{} {}", entry.rank, entry.title))));

        lines.extend(write_doubt_and_step(report, LINES.saturating_sub(lines.len())));
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

/// The doubt and the step in so many lines; where the doubt finds no room, the step is told with fewer sentences.
fn write_doubt_and_step(report: &Report<'_>, room: usize) -> Vec<String> {
    let step = find_step(report);
    let both = |most: usize| {
        let step = wrap_lines(&find_sentences(&step, most)?, most);
        let doubt = write_doubt(report, room.saturating_sub(step.len()));
        (!doubt.is_empty()).then(|| [doubt, step].concat())
    };
    (1..=WRAPPED).rev().find_map(both).unwrap_or_else(|| wrap_sentences(&step, WRAPPED))
}

/// The person's own doubt, or else what speaks most against the first career where there is room to say it whole.
fn write_doubt(report: &Report<'_>, room: usize) -> Vec<String> {
    let own = report.record.kept.iter().filter_map(|kept| kept.plan.as_ref()).map(|plan| plan.doubt.as_str());
    let own = own.into_iter().find(|doubt| !doubt.trim().is_empty());

    if let Some(own) = own {
        return wrap_sentences(&format!("My doubt: {own}"), room);
    }

    let against = || {
        let first = report.ranking.careers.first()?;
        let [_, against] = telling::find_first_reasons(report.dataset, first.career, first.reasons.as_ref()?);
        find_sentences(&format!("Against the first: {}", against?), room)
    };
    against().map_or_else(Vec::new, |says| wrap_lines(&says, room))
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

/// A text in so many lines at most, cut at the end of a sentence, and within the first one only where that is too long.
fn wrap_sentences(says: &str, most: usize) -> Vec<String> {
    wrap_lines(&find_sentences(says, most).unwrap_or_else(|| says.to_string()), most)
}

/// As many whole sentences as so many lines hold, from the first on; none where not even that one fits.
fn find_sentences(says: &str, most: usize) -> Option<String> {
    let says = show_controls(says);
    let stops = says.match_indices(['.', '!', '?']).map(|(at, stop)| at + stop.len());
    let ends = stops.filter(|end| says[*end..].starts_with(' ')).chain([says.len()]);
    let fitting = ends.take_while(|end| break_at_words(&says[..*end], WIDTH).len() <= most).last()?;
    Some(says[..fitting].to_string())
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

    #[test]
    fn a_text_that_is_too_long_ends_with_a_whole_sentence_where_one_fits() {
        let says = "Watch a film about it for an hour. Then call each signal aloud before the driver does.";
        assert_eq!(wrap_sentences(says, 2), ["Watch a film about it for an hour."]);
        assert_eq!(wrap_sentences(says, 3).concat().len(), says.len() - 2, "all of it fits");
        assert_eq!(wrap_sentences(&says[35..], 1), ["Then call each signal aloud before..."]);
    }
}
