//! What the person said they wish for: what work should do now, goals, limits.

use crate::fit::apply_limits;
use crate::model::{Questionnaire, SessionRecord, Slider};
use crate::report::outline::Section;
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::glyphs::{OFF, ON};
use crate::tui::screens::results::text_builder::Page;
use crate::tui::theme::Role;
use ratatui::text::Line;

/// All wishes, wrapped to a width.
pub fn build_lines(width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let mut page = Page::new(width, ctx);
    let (questionnaire, record) = (ctx.questionnaire(), ctx.record());
    add_sliders(&mut page, questionnaire, record);
    add_section(&mut page, &telling::compose_goals(questionnaire, record), "No goal is chosen.");

    let limited = apply_limits(ctx.catalogue(), &questionnaire.limits, &record.limits, &ctx.outcome().fits);
    add_section(&mut page, &telling::compose_limits(questionnaire, record, &limited), "Nothing is set.");
    page.lines
}

/// A section, or what is said where nothing stands in it.
fn add_section(page: &mut Page<'_>, section: &Section, none: &str) {
    page.section(section);
    if section.blocks.is_empty() {
        page.text(none, Role::Dim);
    }
}

fn add_sliders(page: &mut Page<'_>, questionnaire: &Questionnaire, record: &SessionRecord) {
    page.heading(&questionnaire.words.sliders);
    let Some(says) = telling::describe_sliders(questionnaire, record) else {
        page.text("The sliders were not moved.", Role::Dim);
        return;
    };

    for slider in &questionnaire.sliders {
        let position = record.sliders.get(&slider.id).copied().unwrap_or(Slider::MIDDLE);
        let track: String = (1..=Slider::POSITIONS).map(|at| if at == position { ON } else { OFF }).collect();
        page.pieces([
            (format!("{track}  "), Role::Accent),
            (format!("{position}: {} / {}", slider.low, slider.high), Role::Text),
        ]);
    }

    page.gap().text(says, Role::Strong);
}
