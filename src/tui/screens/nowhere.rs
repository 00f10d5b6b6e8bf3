//! Where nothing can be ranked: a kind word, and the ways on.

use super::browse::Browse;
use super::families::Families;
use super::menu;
use crate::interview::Interview;
use crate::model::PartId;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The ways on.
#[derive(Debug, Default)]
pub struct Nowhere {
    cursor: Cursor,
}

/// A way on.
#[derive(Clone, Copy, Debug)]
enum Way {
    Pairs,
    Questions,
    Families,
    Search,
    Review,
}

fn ways(desk: &Desk) -> Vec<(Way, String)> {
    let Some(interview) = &desk.interview else { return Vec::new() };
    let pairs = &interview.matcher().kit.questionnaire.pairs;
    let open = pairs.iter().filter(|pair| interview.record().pair(&pair.id).is_none()).count();
    let left = interview.progress(PartId(0)).left;
    let answered = interview.answers().evidence();
    let all = [
        (Way::Pairs, open > 0, format!("{open} either-or questions: neither is always allowed")),
        (Way::Questions, left > 0, format!("Go on with the questions ({left} left)")),
        (Way::Families, true, "Browse families of careers".to_string()),
        (Way::Search, true, "Look any career up".to_string()),
        (Way::Review, answered > 0, "Look over your answers, and change any of them".to_string()),
    ];
    all.into_iter().filter(|(_, offered, _)| *offered).map(|(way, _, label)| (way, label)).collect()
}

impl Nowhere {
    fn take(row: usize, desk: &mut Desk) -> Go {
        match ways(desk).get(row).map(|(way, _)| *way) {
            Some(Way::Pairs) => {
                desk.converse(Interview::either_or);
                Go::Walk
            }
            Some(Way::Questions) => {
                desk.converse(Interview::resume);
                Go::Walk
            }
            Some(Way::Families) => Go::Open(Box::new(Families::default())),
            Some(Way::Search) => Go::Open(Box::<Browse>::default()),
            Some(Way::Review) => Go::Open(Box::new(super::review::Review::new(desk))),
            None => Go::Stay,
        }
    }
}

impl Screen for Nowhere {
    fn place(&self) -> Place {
        Place::Menu
    }

    fn title(&self, _desk: &Desk) -> String {
        "No direction yet".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let rows: Vec<String> = ways(desk).into_iter().map(|(_, label)| label).collect();
        let says = [
            ("Your answers do not point anywhere yet, which is common.", Role::Strong),
            ("When they are all alike, no career stands out. Here are ways on:", Role::Text),
        ];
        menu::draw(buffer, area, &says, &rows, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, ways(desk).len()) {
            return Go::Stay;
        }
        match menu::chosen(action, self.cursor) {
            Some(row) => Self::take(row, desk),
            None if action == Action::Search => Go::Open(Box::<Browse>::default()),
            None => super::walked(action, desk),
        }
    }

    fn wake(&mut self, desk: &mut Desk) {
        self.cursor.row = self.cursor.row.min(ways(desk).len().saturating_sub(1));
    }

    fn asks(&self) -> bool {
        true
    }
}
