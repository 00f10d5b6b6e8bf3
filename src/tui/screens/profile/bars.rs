//! All scales by group, each with its estimate and how sure it is.

use crate::model::{Group, Profile, Response, ScaleId};
use crate::report::tendency;
use crate::tui::desk::Desk;
use crate::tui::glyphs::{ACROSS, DOWN, ON, RANGE};
use crate::tui::theme::Role;
use crate::tui::widgets::text;
use ratatui::text::{Line, Span};
use std::collections::BTreeSet;

/// Standard deviations at each end of a bar.
const ENDS: f64 = 2.5;
/// Cells of a scale's name.
const NAME: usize = 15;

/// The bars, each group from high to low.
pub fn lines(width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let (Some(matcher), Some(outcome)) = (desk.matcher(), desk.outcome()) else {
        return vec![Line::styled("Nothing is answered yet.", desk.theme.style(Role::Dim))];
    };
    let untried = untried(desk);
    let says = "The knob is the estimate against other people, the shade how far it may be off.";
    let mut lines = text::lines(says, width, 0, desk.theme.style(Role::Dim));
    for group in Group::ALL {
        lines.push(Line::default());
        lines.push(Line::styled(matcher.kit.scales.group(group).name.clone(), desk.theme.style(Role::Accent)));
        let mut scales: Vec<ScaleId> = group.range().filter_map(ScaleId::new).collect();
        let estimate = |scale: &ScaleId| outcome.profile.estimate(*scale);
        scales.sort_by(|a, b| estimate(b).total_cmp(&estimate(a)).then(a.cmp(b)));
        lines.extend(scales.into_iter().map(|scale| row(scale, &outcome.profile, &untried, width, desk)));
    }
    lines
}

/// Scales whose questions were all answered with "never had the chance".
fn untried(desk: &Desk) -> BTreeSet<ScaleId> {
    let Some(interview) = &desk.interview else { return BTreeSet::new() };
    let questionnaire = &interview.matcher().kit.questionnaire;
    let untried = interview.answers().iter().filter(|(_, response)| *response == Response::Untried);
    untried.filter_map(|(question, _)| questionnaire.question(question).main_scale()).collect()
}

fn row(scale: ScaleId, profile: &Profile, untried: &BTreeSet<ScaleId>, width: usize, desk: &Desk) -> Line<'static> {
    let Some(matcher) = desk.matcher() else { return Line::default() };
    let words = matcher.kit.scales.get(scale);
    let answered = profile.answered[scale.index()];
    let note = match (answered, untried.contains(&scale)) {
        (true, _) => tendency(profile.estimate(scale)),
        (false, true) => "not tried yet",
        (false, false) => "guessed",
    };
    let name = text::cut(&words.short, NAME - 1);
    let gap = " ".repeat(NAME.saturating_sub(text::width(&name)));
    let role = if answered { Role::Text } else { Role::Dim };
    let mut line = Line::from(Span::styled(name + &gap, desk.theme.style(role)));
    let bar = width.saturating_sub(NAME + 16).clamp(11, 61);
    line.extend(track(profile.estimate(scale), profile.sd(scale), bar, answered, desk));
    line.push_span(Span::styled(format!(" {note}"), desk.theme.style(Role::Dim)));
    line
}

/// A bar from -2.5 to 2.5 standard deviations, the middle marked.
pub fn track(estimate: f64, sd: f64, width: usize, answered: bool, desk: &Desk) -> Vec<Span<'static>> {
    let last = width.saturating_sub(1);
    let place = |value: f64| (((value.clamp(-ENDS, ENDS) + ENDS) / (2.0 * ENDS)) * last as f64).round() as usize;
    let (low, knob, high) = (place(estimate - sd), place(estimate), place(estimate + sd));
    let cell = |at: usize| match at {
        at if at == knob => (ON, if answered { Role::Accent } else { Role::Dim }),
        at if (low..=high).contains(&at) => (RANGE, if answered { Role::Bar } else { Role::Dim }),
        at if at == last / 2 => (DOWN, Role::Rule),
        _ => (ACROSS, Role::Rule),
    };
    (0..width).map(cell).map(|(sign, role)| Span::styled(sign, desk.theme.style(role))).collect()
}
