//! One career in full: what it is, why it fits, as a job and as a career, pay, training, related.

use super::text_builder::Page;
use crate::model::{Bookmark, CareerId, Catalogue};
use crate::report::outline::{Block, Section};
use crate::report::telling::{self, Told};
use crate::text::show_controls;
use crate::tui::context::{OpenSession, Ready};
use crate::tui::theme::Role;
use ratatui::text::Line;

/// Reasons shown on each side.
const REASONS: usize = 4;

/// What there is to say of a career below its head, wrapped to a width; once there are more than `most` lines, the parts
/// that follow are left out. `more` stands behind the reasons. Whether that is all.
pub fn build_lines(
    career: CareerId,
    more: &Section,
    width: usize,
    most: usize,
    ctx: &dyn Ready,
) -> (Vec<Line<'static>>, bool) {
    let catalogue = ctx.catalogue();
    // composed one by one, so that what is out of sight costs nothing
    let parts: [&dyn Fn(&mut Page<'_>); 11] = [
        &|page| _ = page.text(&catalogue.words(career).summary, Role::Text),
        &|page| add_later_step(page, career, catalogue),
        &|page| add_own_words(page, ctx.session().and_then(|session| session.bookmark(career))),
        &|page| add_reasons(page, career, ctx),
        &|page| _ = page.section(more),
        &|page| add_goals(page, career, ctx),
        &|page| {
            let sides = [telling::compose_as_a_job(catalogue, career), telling::compose_as_a_career(catalogue, career)];
            page.blocks(&[Block::Beside(sides)]);
        },
        &|page| _ = page.section(&telling::compose_figures(catalogue, career)),
        &|page| _ = page.section(&telling::compose_try_and_ask(catalogue, career)),
        &|page| _ = page.section(&telling::compose_research(catalogue, career)),
        &|page| add_alike_and_related(page, career, ctx),
    ];

    let mut page = Page::new(width, ctx);
    for part in parts {
        if page.lines.len() > most {
            return (page.lines, false);
        }
        part(&mut page);
    }

    (page.lines, true)
}

fn add_later_step(page: &mut Page<'_>, career: CareerId, catalogue: &Catalogue) {
    let says = telling::describe_later_step(catalogue, career);
    if !says.is_empty() {
        page.gap().text(&says, Role::Strong);
    }
}

fn add_own_words(page: &mut Page<'_>, kept: Option<&Bookmark>) {
    let Some(kept) = kept else { return };

    for (label, says) in telling::list_own_words_in_short(kept) {
        page.heading(label).text(&show_controls(&says), Role::Text);
    }
}

fn add_reasons(page: &mut Page<'_>, career: CareerId, ctx: &dyn Ready) {
    let outcome = ctx.session().map(OpenSession::outcome);
    let Some((outcome, fit)) = outcome.and_then(|outcome| Some((outcome, outcome.find_fit(career)?))) else { return };
    let told = Told { each: REASONS, points: false, behind: None };
    page.section(&telling::compose_reasons(ctx.dataset(), fit, &ctx.matcher().explain(outcome, career), told));
}

fn add_goals(page: &mut Page<'_>, career: CareerId, ctx: &dyn Ready) {
    let Some(session) = ctx.session() else { return };
    let goals = telling::compose_your_goals(ctx.dataset(), session.record(), career);
    if !goals.blocks.is_empty() {
        page.section(&goals);
    }
}

fn add_alike_and_related(page: &mut Page<'_>, career: CareerId, ctx: &dyn Ready) {
    add_others(page, "Alike by their ratings", &ctx.matcher().learned().find_similar(career, telling::MAX_ALIKE), ctx);
    let figures = &ctx.catalogue().get(career).figures;
    add_others(page, telling::describe_related(figures), &figures.related, ctx);
}

fn add_others(page: &mut Page<'_>, heading: &str, careers: &[CareerId], ctx: &dyn Ready) {
    let rank = |id| ctx.session().and_then(|session| session.outcome().find_fit(id)).map(|fit| fit.rank);
    let says = telling::join_others(ctx.catalogue(), careers, rank);
    if !says.is_empty() {
        page.heading(heading).text(&says, Role::Text);
    }
}
