//! A career as a job and as a career, side by side, the career's posts drawn as a ladder.

use super::figures::soon;
use super::page::{Page, side_by_side};
use crate::model::{Career, CareerWords, Catalogue};
use crate::tui::glyphs::{POST, RUNG};
use crate::tui::theme::Role;

/// From this width on, job and career stand side by side.
const SIDE_BY_SIDE: usize = 56;

/// Both sides; one below the other where there is little room.
pub fn job_and_career(page: &mut Page<'_>, career: &Career, words: &CareerWords, catalogue: &Catalogue) {
    page.gap();
    let beside = page.width >= SIDE_BY_SIDE;
    let width = if beside { (page.width - 3) / 2 } else { page.width };
    let (mut left, mut right) = (Page::new(width, page.desk), Page::new(width, page.desk));
    as_a_job(&mut left, career, words);
    as_a_career(&mut right, career, words, catalogue);
    if beside {
        page.lines.extend(side_by_side(vec![left.lines, right.lines], width + 3));
    } else {
        page.lines.extend(left.lines);
        page.gap().lines.extend(right.lines);
    }
}

fn labelled(page: &mut Page<'_>, label: &str, says: &str) {
    if !says.is_empty() {
        page.text(label, Role::Dim).text(says, Role::Text);
    }
}

fn as_a_job(page: &mut Page<'_>, career: &Career, words: &CareerWords) {
    page.text("As a job", Role::Job);
    labelled(page, "You start as", &format!("{}, {}", words.job.start_as, soon(career.start_when)));
    labelled(page, "On day one you need", &words.job.start_with);
    labelled(page, "Most days", &words.job.day);
}

fn as_a_career(page: &mut Page<'_>, career: &Career, words: &CareerWords, catalogue: &Catalogue) {
    page.text("As a career", Role::Career);
    ladder(page, career, words, catalogue);
    labelled(page, "You build", &words.path.builds);
    labelled(page, "You learn", &words.path.learn);
    let years = match words.path.years {
        0 => "less than a year to a full post".to_string(),
        1 => "about a year to a full post".to_string(),
        years => format!("about {years} years to a full post"),
    };
    labelled(page, "It takes", &years);
    labelled(page, "What needs patience", &words.path.hard);
    labelled(page, "Going your own way", &words.path.independent);
}

/// The posts from the top down, and below them the rungs one can step on within weeks.
fn ladder(page: &mut Page<'_>, career: &Career, words: &CareerWords, catalogue: &Catalogue) {
    for role in words.path.roles.iter().rev() {
        page.marked(&format!("{POST} "), Role::Career, role, Role::Text);
    }
    for rung in &career.rungs {
        let says = format!("{} (within weeks)", catalogue.get(*rung).title);
        page.marked(&format!("{RUNG} "), Role::Job, &says, Role::Text);
    }
    let why = words.job.rung_why.as_ref().or(words.job.rung_none.as_ref());
    if let Some(why) = why {
        page.text(why, Role::Dim);
    }
}
