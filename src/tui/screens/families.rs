//! Families of careers to browse, the family of the best fit first.

use super::listing::Listing;
use super::menu;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::widgets::list::{self, Cursor};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The families.
#[derive(Debug, Default)]
pub struct Families {
    cursor: Cursor,
}

/// Families with how many careers each has, by best rank where careers are ranked.
fn families(desk: &Desk) -> Vec<(u16, usize, Option<usize>)> {
    let Some(matcher) = desk.matcher() else { return Vec::new() };
    let catalogue = &matcher.kit.catalogue;
    let mut all: Vec<(u16, usize, Option<usize>)> =
        (0..catalogue.families().len() as u16).map(|family| (family, 0, None)).collect();
    for career in catalogue.careers() {
        all[usize::from(career.family)].1 += 1;
    }
    for fit in desk.outcome().map(|outcome| outcome.fits.iter()).into_iter().flatten() {
        let best = &mut all[usize::from(catalogue.get(fit.career).family)].2;
        *best = Some(best.map_or(fit.rank, |rank| rank.min(fit.rank)));
    }
    all.sort_by_key(|(family, _, best)| (best.unwrap_or(0), *family));
    all
}

impl Screen for Families {
    fn place(&self) -> Place {
        Place::Menu
    }

    fn title(&self, _desk: &Desk) -> String {
        "Families of careers".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(matcher) = desk.matcher() else { return };
        let width = usize::from(area.width.saturating_sub(4));
        let rows: Vec<_> = families(desk)
            .into_iter()
            .map(|(family, count, best)| {
                let name = matcher.kit.catalogue.families().get(usize::from(family)).map_or("", |f| f.name.as_str());
                let best = best.map_or(String::new(), |rank| format!(", the best fit at {rank}"));
                list::noted(name, &format!("{count} careers{best}"), width, desk)
            })
            .collect();
        list::draw(buffer, area, &rows, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        let families = families(desk);
        if self.cursor.moved(action, families.len()) {
            return Go::Stay;
        }
        match menu::chosen(action, self.cursor).and_then(|row| families.get(row)) {
            Some((family, ..)) if action == Action::Accept => Go::Open(Box::new(Listing::family(*family, desk))),
            _ if matches!(action, Action::Close | Action::Back) => Go::Close,
            _ => Go::Stay,
        }
    }

    fn offers(&self, action: Action, _desk: &Desk) -> bool {
        !matches!(action, Action::Digit(_) | Action::Search)
    }
}
