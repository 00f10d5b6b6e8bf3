//! Everything else that can be seen of the results, as one menu.

use super::browse::Browse;
use super::career::InFull;
use super::export::Export;
use super::families::Families;
use super::leaving::{Leave, may_leave};
use super::limits::Limits;
use super::listing::Listing;
use super::menu;
use super::profile::Profile;
use super::review::Review;
use super::what_if::WouldChange;
use crate::model::CareerId;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The menu, and the career in focus below it.
#[derive(Debug)]
pub struct Views {
    focus: Option<CareerId>,
    rows: Vec<(View, String)>,
    cursor: Cursor,
}

/// A row of the menu.
#[derive(Clone, Copy, Debug)]
enum View {
    Start,
    Profile,
    Limits,
    Kept,
    WhatIf(CareerId),
    Surprises,
    Present(CareerId),
    Leaving(CareerId),
    LookAgain,
    Families,
    Report,
}

impl Views {
    /// The menu over a list with a career in focus.
    pub fn new(focus: Option<CareerId>, desk: &Desk) -> Self {
        Self { focus, rows: rows(focus, desk), cursor: Cursor::default() }
    }

    fn open(&self, row: usize, desk: &mut Desk) -> Go {
        let Some((view, _)) = self.rows.get(row) else { return Go::Stay };
        Go::Open(match *view {
            View::Start => Box::new(Listing::start(desk)),
            View::Profile => Box::new(Profile::new(desk)),
            View::Limits => Box::new(Limits::new(desk)),
            View::Kept => Box::new(Listing::kept()),
            View::WhatIf(career) => Box::new(WouldChange::new(career, desk)),
            View::Surprises => Box::new(Listing::surprises(desk)),
            View::Present(career) => Box::new(InFull::new(career, desk)),
            View::Leaving(career) => Box::new(Leave::new(career)),
            View::LookAgain => Box::new(Review::of(desk.look_again(), desk)),
            View::Families => Box::new(Families::default()),
            View::Report => return Export::opened(desk),
        })
    }
}

fn rows(focus: Option<CareerId>, desk: &Desk) -> Vec<(View, String)> {
    let (Some(matcher), Some(record)) = (desk.matcher(), desk.record()) else { return Vec::new() };
    let catalogue = &matcher.kit.catalogue;
    let title = |career: CareerId| catalogue.get(career).title.clone();
    let present = record.present_job.as_ref().and_then(|id| catalogue.find(id));
    let rank = |career| desk.outcome().and_then(|outcome| outcome.fit(career)).map_or(0, |fit| fit.rank);
    let set = record.limits.len();
    let mut rows = vec![
        (View::Start, "Start now: work to begin within weeks, and where it leads".to_string()),
        (View::Profile, "My profile: bars, interests, the map of areas, my wishes".to_string()),
        (View::Limits, format!("What I must or would rather have ({set} set)")),
        (View::Kept, format!("Careers I keep ({}), and my plans", record.kept.len())),
        (View::Surprises, "Up to three I might not have thought of".to_string()),
    ];
    rows.extend(focus.map(|career| (View::WhatIf(career), format!("What would change it: {}", title(career)))));
    if let Some(job) = present {
        rows.push((View::Present(job), format!("My job, {}: rank {} and why", title(job), rank(job))));
        rows.extend(may_leave(record).then(|| (View::Leaving(job), "Leaving my field: two ways out".to_string())));
    }
    let odd = desk.look_again().len();
    if odd > 0 {
        rows.push((View::LookAgain, format!("Answers worth another look ({odd})")));
    }
    rows.push((View::Families, "All families of careers".to_string()));
    rows.push((View::Report, "A report to keep: to read, to print, or for a program".to_string()));
    rows
}

impl Screen for Views {
    fn place(&self) -> Place {
        Place::Menu
    }

    fn title(&self, _desk: &Desk) -> String {
        "More of your results".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let rows: Vec<String> = self.rows.iter().map(|(_, label)| label.clone()).collect();
        menu::draw(buffer, area, &[], &rows, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, self.rows.len()) {
            return Go::Stay;
        }
        match (menu::chosen(action, self.cursor), action) {
            (Some(row), _) => self.open(row, desk),
            (None, Action::Search) => Go::Open(Box::<Browse>::default()),
            (None, Action::Close | Action::Back) => Go::Close,
            _ => Go::Stay,
        }
    }

    fn wake(&mut self, desk: &mut Desk) {
        self.rows = rows(self.focus, desk);
    }
}
