//! All scales by group, each with its estimate and how sure it is.

use crate::model::{Group, Profile, Response, ScaleId};
use crate::report::tendency;
use crate::tui::context::{AppContext, Shell};
use crate::tui::theme::Role;
use crate::tui::widgets::{strips, text};
use ratatui::text::{Line, Span};
use std::collections::BTreeSet;

/// Standard deviations at each end of a bar.
const ENDS: f64 = 2.5;
/// Cells of a scale's name.
const NAME: usize = 15;

/// The bars, each group from high to low.
pub fn lines(width: usize, ctx: &AppContext) -> Vec<Line<'static>> {
    let (Some(matcher), Some(outcome)) = (ctx.matcher(), ctx.outcome()) else {
        return vec![Line::styled("Nothing is answered yet.", ctx.theme.style(Role::Dim))];
    };
    let untried = untried(ctx);
    let says = "The dot is our estimate compared with other people; the shading shows how far off it could be.";
    let mut lines = text::lines(says, width, 0, ctx.theme.style(Role::Dim));
    for group in Group::ALL {
        lines.push(Line::default());
        lines.push(Line::styled(matcher.dataset.scales.group(group).name.clone(), ctx.theme.style(Role::Accent)));
        let mut scales: Vec<ScaleId> = group.range().filter_map(ScaleId::new).collect();
        let estimate = |scale: &ScaleId| outcome.profile.estimate(*scale);
        scales.sort_by(|a, b| estimate(b).total_cmp(&estimate(a)).then(a.cmp(b)));
        lines.extend(scales.into_iter().map(|scale| row(scale, &outcome.profile, &untried, width, ctx)));
    }
    lines
}

/// Scales whose questions were all answered with "never had the chance".
fn untried(ctx: &AppContext) -> BTreeSet<ScaleId> {
    let Some(interview) = &ctx.interview else { return BTreeSet::new() };
    let questionnaire = &interview.matcher().dataset.questionnaire;
    let untried = interview.answers().iter().filter(|(_, response)| *response == Response::Untried);
    untried.filter_map(|(question, _)| questionnaire.question(question).main_scale()).collect()
}

fn row(
    scale: ScaleId,
    profile: &Profile,
    untried: &BTreeSet<ScaleId>,
    width: usize,
    ctx: &AppContext,
) -> Line<'static> {
    let Some(matcher) = ctx.matcher() else { return Line::default() };
    let words = matcher.dataset.scales.get(scale);
    let answered = profile.answered[scale.index()];
    let note = match (answered, untried.contains(&scale)) {
        (true, _) => tendency(profile.estimate(scale)),
        (false, true) => "not tried yet",
        (false, false) => "guessed",
    };
    let name = text::cut(&words.short, NAME - 1);
    let gap = " ".repeat(NAME.saturating_sub(text::width(&name)));
    let role = if answered { Role::Text } else { Role::Dim };
    let mut line = Line::from(Span::styled(name + &gap, ctx.theme.style(role)));
    let bar = width.saturating_sub(NAME + 16).clamp(11, 61);
    line.extend(track(profile.estimate(scale), profile.sd(scale), bar, answered, ctx));
    line.push_span(Span::styled(format!(" {note}"), ctx.theme.style(Role::Dim)));
    line
}

/// A bar from -2.5 to 2.5 standard deviations, the middle marked.
pub fn track(estimate: f64, sd: f64, width: usize, answered: bool, shell: &Shell) -> Vec<Span<'static>> {
    strips::estimate((estimate, sd), (-ENDS, ENDS), width, !answered, shell)
}
