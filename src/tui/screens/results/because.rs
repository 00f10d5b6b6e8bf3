//! Why a career fits and what speaks against it, in words.

use super::page::Page;
use crate::fit::Reasons;
use crate::model::{Fit, Reason, ReasonKind, Scales};
use crate::tui::theme::Role;

/// Reasons shown on each side.
const REASONS: usize = 4;

/// From this rank on the question is why a career does not stand higher.
const FAR: usize = 30;

/// Both sides, and the rest in one line.
pub fn because(page: &mut Page<'_>, fit: &Fit, found: &Reasons, scales: &Scales) {
    let against = if fit.rank > FAR { "Why it does not stand higher" } else { "What speaks against it" };
    let mut left_out = found.others;
    for (heading, mark, side) in [("Why it fits", "+ ", &found.speaks_for), (against, "- ", &found.against)] {
        if !side.is_empty() {
            page.heading(heading);
            side.iter().take(REASONS).for_each(|reason| _ = page.point(mark, &worded(reason, scales)));
        }
        left_out += side.iter().skip(REASONS).map(|reason| reason.points).sum::<f64>();
    }
    if found.speaks_for.is_empty() && found.against.is_empty() {
        page.heading("Why").text("Your own answers do not speak for or against it yet.", Role::Text);
    }
    page.text(&format!("Other scales together: {left_out:+.0} of {:.0} points.", fit.score), Role::Dim);
}

/// A reason in words.
pub fn worded(reason: &Reason, scales: &Scales) -> String {
    let group = scales.group(reason.scale.group());
    let template = match reason.kind {
        ReasonKind::BothHigh => &group.both_high,
        ReasonKind::BothLow => &group.both_low,
        ReasonKind::CareerHigh => &group.career_high,
        ReasonKind::PersonHigh => &group.person_high,
    };
    template.replace("{phrase}", &scales.get(reason.scale).phrase)
}
