//! The ranked list, and beside it the career in focus.
//!
//! ```text
//! strong                              Carpenter ★
//! ▸  1 Carpenter +2 alike   ████░     ███████░░░░░ strong · rank 1 of 923 · 61 points
//!    4 Cabinet maker        ███░░     ██·········· if you answered again: near the top
//! good
//!    5 Roofer               ███░░     Builds, fits and mends …
//! ```

mod because;
pub mod detail;
pub mod figures;
pub mod page;
mod pane;
pub mod reading;
pub mod view;
mod work;

pub use because::worded;
pub use pane::limit_words;

use crate::fit::{Emphasis, Outcome};
use crate::interview::Interview;
use crate::model::{CareerId, PartId, Verdict};
use crate::report;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::screens::browse::Browse;
use crate::tui::screens::compare::Compare;
use crate::tui::screens::length::Length;
use crate::tui::screens::limits::Limits;
use crate::tui::screens::listing::Listing;
use crate::tui::screens::nowhere::Nowhere;
use crate::tui::screens::profile::Profile;
use crate::tui::screens::views::Views;
use crate::tui::screens::with_career;
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use reading::Reading;
use std::sync::Arc;
use view::{Grouping, View};

/// Narrower than this, list and detail do not stand beside each other.
const BESIDE: u16 = 70;

/// Most careers to compare.
const COMPARED: usize = 3;

/// The results for the answers so far.
#[derive(Debug)]
pub struct Results {
    outcome: Option<Arc<Outcome>>,
    grouping: Grouping,
    view: View,
    cursor: Cursor,
    reading: Reading,
    marked: Vec<CareerId>,
}

/// The screens of the results: the list or a kind word, and what can be started now where pay is needed soon.
pub fn screens(desk: &mut Desk) -> Vec<Box<dyn Screen>> {
    let ranked = desk.standing().is_some_and(|outcome| outcome.verdict == Verdict::Ranked);
    if !ranked {
        return vec![Box::new(Nowhere::default())];
    }
    let results = Results::new(desk);
    let soon = desk.record().is_some_and(crate::model::Record::needs_pay_soon);
    let mut screens: Vec<Box<dyn Screen>> = vec![Box::new(results)];
    if soon && !desk.start_shown {
        desk.start_shown = true;
        screens.push(Box::new(Listing::start(desk)));
    }
    screens
}

impl Results {
    /// The results of the open session.
    pub fn new(desk: &mut Desk) -> Self {
        let outcome = desk.standing();
        let few = |outcome: &Arc<Outcome>| {
            desk.matcher().is_some_and(|matcher| outcome.evidence < matcher.kit.matching.hint_below)
        };
        // with few answers a family says more than a single career
        let grouping = if outcome.as_ref().is_some_and(few) { Grouping::Family } else { Grouping::Band };
        let view = outcome.as_ref().map(|outcome| View::new(outcome, grouping, desk)).unwrap_or_default();
        let (cursor, reading) = (Cursor::default(), Reading::default());
        Self { outcome, grouping, view, cursor, reading, marked: Vec::new() }
    }

    fn focus(&self) -> Option<CareerId> {
        self.view.row(self.cursor.row).map(|(_, row)| row.fit.career)
    }

    /// Works out anew what is shown; the career in focus stays in focus.
    fn look_again(&mut self, desk: &mut Desk) {
        let focus = self.focus();
        self.outcome = desk.standing();
        self.view = self.outcome.as_ref().map(|o| View::new(o, self.grouping, desk)).unwrap_or_default();
        self.cursor.row = focus.and_then(|career| self.view.find(career)).unwrap_or(0);
        self.reading.forget();
    }

    fn emphasise(&mut self, desk: &mut Desk) {
        let now = Emphasis::from_name(desk.record().and_then(|record| record.emphasis.as_deref()));
        let place = Emphasis::ALL.iter().position(|known| *known == now).unwrap_or(0);
        let next = Emphasis::ALL[(place + 1) % Emphasis::ALL.len()];
        let before = self.view.first_ten();
        let name = (next != Emphasis::default()).then(|| next.name().to_string());
        desk.converse(|interview| interview.note(|record| record.emphasis = name));
        self.look_again(desk);
        self.cursor.row = 0;
        self.reading.reset();
        let stay = self.view.first_ten().iter().filter(|career| before.contains(career)).count();
        desk.say(format!("Ranked anew: {}. {stay} of the first ten stay.", next.words()));
    }

    fn regroup(&mut self, desk: &mut Desk) {
        let focus = self.focus();
        self.grouping = self.grouping.next();
        self.view.group(self.grouping, desk);
        self.cursor.row = focus.and_then(|career| self.view.find(career)).unwrap_or(0);
        desk.say(format!("Shown {}.", self.grouping.words()));
    }

    /// Marks the career in focus to be compared, or takes the mark away.
    fn mark(&mut self, desk: &mut Desk) {
        let Some(career) = self.focus() else { return };
        if let Some(at) = self.marked.iter().position(|known| *known == career) {
            self.marked.remove(at);
        } else if self.marked.len() < COMPARED {
            self.marked.push(career);
        }
        let key = desk.keys.shown(Action::Compare, Place::Results).map(|key| key.to_string()).unwrap_or_default();
        desk.say(match self.marked.len() {
            0 => "No career is marked.".to_string(),
            1 => "One career is marked; mark one or two more to compare them.".to_string(),
            marked => format!("{marked} careers are marked; {key} compares them."),
        });
    }

    fn compare(&self, desk: &mut Desk) -> Go {
        if self.marked.len() < 2 {
            desk.say("Mark two or three careers with space first.");
            return Go::Stay;
        }
        Go::Open(Box::new(Compare::new(self.marked.clone())))
    }

    /// Another screen over the list.
    fn open(&self, action: Action, desk: &mut Desk) -> Option<Box<dyn Screen>> {
        Some(match action {
            Action::Search => Box::<Browse>::default(),
            Action::Views => Box::new(Views::new(self.focus(), desk)),
            Action::Profile => Box::new(Profile::new(desk)),
            Action::Limits => Box::new(Limits::new(desk)),
            Action::Kept => Box::new(Listing::kept()),
            _ => return None,
        })
    }

    fn resume(desk: &mut Desk) -> Go {
        if desk.interview.as_ref().is_some_and(|interview| interview.progress(PartId(0)).left == 0) {
            return Go::Open(Box::<Length>::default());
        }
        desk.converse(Interview::resume);
        Go::Walk
    }

    fn draw_narrow(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let rows = [Constraint::Fill(1), Constraint::Length(3)];
        let [list, below] = Layout::vertical(rows).areas(area);
        pane::draw(buffer, list, &self.view, self.cursor.row, &self.marked, desk);
        if let Some(career) = self.focus() {
            let lines = reading::head(career, usize::from(below.width), desk);
            Column::new(buffer, below).lines(&lines);
        }
    }

    /// Twins that stand behind the career in focus.
    fn aside_of_focus(&self, desk: &Desk) -> String {
        let (Some((_, row)), Some(matcher)) = (self.view.row(self.cursor.row), desk.matcher()) else {
            return String::new();
        };
        let named = |fit: &crate::model::Fit| format!("{} ({})", matcher.kit.catalogue.get(fit.career).title, fit.rank);
        let twins: Vec<String> = row.twins.iter().map(named).collect();
        if twins.is_empty() { String::new() } else { format!("Much alike: {}", twins.join(", ")) }
    }
}

impl Screen for Results {
    fn place(&self) -> Place {
        Place::Results
    }

    fn title(&self, _desk: &Desk) -> String {
        "What fits you".to_string()
    }

    fn aside(&self, desk: &Desk) -> String {
        let left = desk.interview.as_ref().map_or(0, |i| i.progress(PartId(0)).left);
        let evidence = self.outcome.as_ref().map_or(0, |outcome| outcome.evidence);
        let from = if left > 0 { "provisional, from" } else { "from" };
        let emphasis = Emphasis::from_name(desk.record().and_then(|record| record.emphasis.as_deref()));
        let hidden = self.outcome.as_ref().map_or(0, |o| o.fits.len()) - self.view.limited.shown.len();
        let mut notes = vec![format!("{from} {evidence} answers")];
        notes.extend((emphasis != Emphasis::default()).then(|| emphasis.words().to_string()));
        notes.extend((hidden > 0).then(|| format!("{hidden} hidden")));
        notes.join(", ")
    }

    fn note(&self, desk: &Desk) -> String {
        if let Some(id) = &self.view.limited.loosen {
            return format!(
                "Few careers are left. Loosening \"{}\" would bring most of them back.",
                limit_words(id, desk)
            );
        }
        if let Some(care) = desk.quality().and_then(|quality| quality.care.first()) {
            let key = desk.keys.shown(Action::Views, Place::Results).filter(|_| !desk.look_again().is_empty());
            let offer = key.map_or(String::new(), |key| format!(" {key} offers them again."));
            return format!("Read with care: {}.{offer}", report::care(*care));
        }
        desk.sureness.staying().map_or(String::new(), |staying| {
            format!("If you answered again, about {staying:.0} of the first ten would still be there.")
        })
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        if self.view.count() == 0 {
            let says = "Your limits leave no career. Loosen one of them.";
            Column::new(buffer, area).text(says, desk.theme.style(Role::Strong));
            return;
        }
        if area.width < BESIDE {
            return self.draw_narrow(buffer, area, desk);
        }
        let left = if area.width < 90 { 33 } else { area.width * 2 / 5 };
        let columns = [Constraint::Length(left), Constraint::Length(2), Constraint::Fill(1)];
        let [left, _, right] = Layout::horizontal(columns).areas(area);
        pane::draw(buffer, left, &self.view, self.cursor.row, &self.marked, desk);
        if let Some(career) = self.focus() {
            self.reading.draw(buffer, right, career, &self.aside_of_focus(desk), desk);
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if matches!(action, Action::PageUp | Action::PageDown) {
            self.reading.moved(action, desk);
            return Go::Stay;
        }
        if self.cursor.moved(action, self.view.count()) {
            self.reading.reset();
            return Go::Stay;
        }
        if let Some(go) = self.focus().and_then(|career| with_career::act(action, career, desk)) {
            self.reading.forget();
            return go;
        }
        if let Some(screen) = self.open(action, desk) {
            return Go::Open(screen);
        }
        match action {
            Action::Emphasis => self.emphasise(desk),
            Action::Group => self.regroup(desk),
            Action::Toggle => self.mark(desk),
            Action::Compare => return self.compare(desk),
            Action::Questions => return Self::resume(desk),
            Action::Close | Action::Back | Action::Undo => return super::walked(action, desk),
            _ => {}
        }
        Go::Stay
    }

    fn wake(&mut self, desk: &mut Desk) {
        self.look_again(desk);
    }

    fn offers(&self, action: Action, desk: &Desk) -> bool {
        let more = |interview: &Interview| {
            interview.progress(PartId(0)).left > 0 || interview.record().length != crate::model::Length::Full
        };
        match action {
            Action::Questions => desk.interview.as_ref().is_some_and(more),
            Action::Compare => self.marked.len() > 1,
            _ => true,
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("read"),
            Action::PageDown if self.view.count() > 0 => Some("read on"),
            _ => None,
        }
    }

    fn refine(&mut self, desk: &mut Desk) -> bool {
        desk.refine_sureness()
    }
}
