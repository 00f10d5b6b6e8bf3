//! What can be started now, one at a time: what it needs on day one, where it leads, what it pays.

use super::results::figures::pay_short;
use super::results::page::Page;
use super::results::reading::head;
use crate::fit::Start;
use crate::tui::desk::Desk;
use crate::tui::theme::Role;
use ratatui::text::Line;

/// Everything about one start, wrapped to a width; what it leads to stands where a small screen shows it.
pub fn lines(start: &Start, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let Some(matcher) = desk.matcher() else { return Vec::new() };
    let catalogue = &matcher.kit.catalogue;
    let (entry, words) = (catalogue.get(start.fit.career), catalogue.words(start.fit.career));
    let leads: Vec<&str> = start.leads_to.iter().map(|career| catalogue.get(*career).title.as_str()).collect();
    let leads = if leads.is_empty() { "no career of the catalogue yet".to_string() } else { leads.join(", ") };
    let mut page = Page::new(width, desk);
    page.lines.extend(head(start.fit.career, width, desk));
    page.heading("Needed on day one").text(&words.job.start_with, Role::Text);
    page.heading("Leads to").text(&leads, Role::Text);
    page.heading("Pay").text(&pay_short(&entry.figures), Role::Text);
    page.heading("You start as").text(&words.job.start_as, Role::Text);
    page.heading("Most days").text(&words.job.day, Role::Text);
    page.lines
}
