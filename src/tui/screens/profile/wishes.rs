//! What the person said they wish for: what work should do now, goals, limits.

use crate::model::{Questionnaire, Record, Strength};
use crate::tui::desk::Desk;
use crate::tui::glyphs::{BULLET, OFF, ON};
use crate::tui::screens::results::page::Page;
use crate::tui::theme::Role;
use ratatui::text::Line;

/// Positions of a slider.
const POSITIONS: u8 = 5;

/// All wishes, wrapped to a width.
pub fn lines(width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let mut page = Page::new(width, desk);
    let (Some(matcher), Some(record)) = (desk.matcher(), desk.record()) else { return page.lines };
    let questionnaire = &matcher.kit.questionnaire;
    sliders(&mut page, questionnaire, record);
    page.heading("What work should bring");
    for goal in questionnaire.goals.iter().filter(|goal| record.goals.contains(&goal.id)) {
        page.point(&format!("{BULLET} "), &goal.text);
    }
    if record.goals.is_empty() {
        page.text("No goal is chosen.", Role::Dim);
    }
    limits(&mut page, questionnaire, record);
    page.lines
}

fn sliders(page: &mut Page<'_>, questionnaire: &Questionnaire, record: &Record) {
    page.heading("What work should do for now");
    if record.sliders.is_empty() {
        page.text("The sliders were not moved.", Role::Dim);
        return;
    }
    let mut sum = 0.0;
    for slider in &questionnaire.sliders {
        let position = record.sliders.get(&slider.id).copied().unwrap_or(POSITIONS.div_ceil(2));
        sum += f64::from(position);
        let track: String = (1..=POSITIONS).map(|at| if at == position { ON } else { OFF }).collect();
        page.pieces([
            (format!("{track}  "), Role::Accent),
            (format!("{position}: {} / {}", slider.low, slider.high), Role::Text),
        ]);
    }
    let mean = sum / questionnaire.sliders.len().max(1) as f64;
    let outcome = questionnaire.outcomes.iter().find(|outcome| mean <= outcome.up_to);
    if let Some(outcome) = outcome.or(questionnaire.outcomes.last()) {
        page.gap().text(&outcome.text, Role::Strong);
    }
}

fn limits(page: &mut Page<'_>, questionnaire: &Questionnaire, record: &Record) {
    page.heading("What I must or would rather have");
    if record.limits.is_empty() {
        page.text("Nothing is set.", Role::Dim);
    }
    for limit in &questionnaire.limits {
        let Some((id, strength)) = record.limits.get(&limit.id) else { continue };
        let Some(choice) = limit.choices.iter().find(|choice| choice.id == *id) else { continue };
        let firm = if *strength == Strength::Must { "must" } else { "rather" };
        page.point(&format!("{BULLET} "), &format!("{}: {firm}, {}", limit.text, choice.label));
    }
}
