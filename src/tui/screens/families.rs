//! Families of careers to browse, the family of the best fit first.

use super::menu;
use crate::report::pluralise;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::widgets::list::{self, Cursor};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The families.
#[derive(Debug, Default)]
pub struct Families {
    cursor: Cursor,
}

/// Families with how many careers each has, by best rank where careers are ranked.
fn rank_families(ctx: &OpenSession) -> Vec<(u16, usize, Option<usize>)> {
    let catalogue = ctx.catalogue();
    let mut all: Vec<(u16, usize, Option<usize>)> =
        (0..).zip(catalogue.families()).map(|(family, _)| (family, 0, None)).collect();

    for career in catalogue.careers() {
        all[usize::from(career.family)].1 += 1;
    }
    for fit in &ctx.outcome().fits {
        let best = &mut all[usize::from(catalogue.get(fit.career).family)].2;
        *best = Some(best.map_or(fit.rank, |rank| rank.min(fit.rank)));
    }

    // a file of figures alone is no family
    all.retain(|(_, count, _)| *count > 0);
    // where nothing is ranked all are level, and stand in the order of the catalogue
    all.sort_unstable_by_key(|(family, _, best)| (best.unwrap_or(0), *family));
    all
}

impl Screen<OpenSession> for Families {
    fn place(&self) -> KeyScope {
        KeyScope::Menu
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "Families of careers".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let width = usize::from(area.width.saturating_sub(4));
        let rows: Vec<_> = rank_families(ctx)
            .into_iter()
            .map(|(family, count, best)| {
                let name = ctx.catalogue().families().get(usize::from(family)).map_or("", |f| f.name.as_str());
                let best = best.map_or(String::new(), |rank| format!(", the best fit at {rank}"));
                list::build_noted(name, &format!("{}{best}", pluralise(count, "career")), width, ctx)
            })
            .collect();

        list::draw(buffer, area, &rows, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        let families = rank_families(ctx);
        if self.cursor.move_by(action, families.len()) {
            return Transition::Stay;
        }

        match menu::find_chosen(action, self.cursor).and_then(|row| families.get(row)) {
            // the rows show no digits, so that none opens one
            Some((family, ..)) if action == Action::Accept => Transition::Open(Route::Family(*family)),
            _ if matches!(action, Action::Close | Action::Back) => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn offers(&self, action: Action, _ctx: &OpenSession) -> bool {
        !matches!(action, Action::Digit(_) | Action::Search)
    }
}
