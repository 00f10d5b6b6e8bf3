//! All scales by group, each with its estimate and how sure it is.

use crate::model::{Group, Profile, Response, ScaleId};
use crate::report::telling::{self, describe_tendency};
use crate::tui::context::{OpenSession, Shell};
use crate::tui::theme::Role;
use crate::tui::widgets::{strips, text};
use ratatui::text::{Line, Span};
use std::collections::BTreeSet;

/// Standard deviations at each end of a bar.
const ENDS: f64 = 2.5;
/// Cells of a scale's name, and of the word behind its bar with the blank before it.
const NAME: usize = 15;
const WORD: usize = 19;

/// The bars, each group from high to low: first what an answer speaks of, then what is guessed from the others.
pub fn build_lines(width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let (profile, untried) = (&ctx.outcome().profile, find_untried(ctx));
    let says = format!("The dot is our estimate compared with other people. {} {}", telling::SHADING, telling::PERHAPS);
    let mut lines = text::wrap_lines(&says, width, 0, ctx.theme.style(Role::Dim));

    for group in Group::ALL {
        lines.push(Line::default());
        lines.push(Line::styled(ctx.dataset().scales.group(group).name.clone(), ctx.theme.style(Role::Accent)));
        let mut scales: Vec<ScaleId> = group.scales().collect();
        let (guessed, estimate) = (|scale: ScaleId| profile.answers[scale] == 0, |scale| profile.estimate[scale]);
        let high_first = |a: ScaleId, b: ScaleId| f64::total_cmp(&estimate(b), &estimate(a)).then(a.cmp(&b));
        scales.sort_unstable_by(|a, b| guessed(*a).cmp(&guessed(*b)).then(high_first(*a, *b)));
        lines.extend(scales.into_iter().map(|scale| build_row(scale, profile, &untried, width, ctx)));
    }

    lines
}

/// Scales whose questions were all answered with "never had the chance".
fn find_untried(ctx: &OpenSession) -> BTreeSet<ScaleId> {
    let untried = ctx.interview().answers().iter().filter(|(_, response)| *response == Response::Untried);
    untried.filter_map(|(question, _)| ctx.questionnaire().question(question).main_scale()).collect()
}

fn build_row(
    scale: ScaleId,
    profile: &Profile,
    untried: &BTreeSet<ScaleId>,
    width: usize,
    ctx: &OpenSession,
) -> Line<'static> {
    let words = ctx.dataset().scales.get(scale);
    let answers = profile.answers[scale];
    let answered = answers > 0;
    let note = match (answered, untried.contains(&scale)) {
        (true, _) => describe_tendency(profile.estimate[scale], answers),
        (false, true) => "not tried yet".to_string(),
        (false, false) => "guessed".to_string(),
    };

    let name = text::cut_text(&words.short, NAME - 1);
    let gap = " ".repeat(NAME.saturating_sub(text::measure_width(&name)));
    let role = if answered { Role::Text } else { Role::Dim };
    let mut line = Line::from(Span::styled(name + &gap, ctx.theme.style(role)));

    let bar = width.saturating_sub(NAME + WORD).clamp(11, 61);
    line.extend(build_track(profile.estimate[scale], profile.sd[scale], bar, answered, ctx));
    line.push_span(Span::styled(format!(" {note}"), ctx.theme.style(Role::Dim)));
    line
}

/// A bar from -2.5 to 2.5 standard deviations, the middle marked.
pub fn build_track(estimate: f64, sd: f64, width: usize, answered: bool, shell: &Shell) -> Vec<Span<'static>> {
    strips::build_estimate((estimate, sd), (-ENDS, ENDS), width, !answered, shell)
}
