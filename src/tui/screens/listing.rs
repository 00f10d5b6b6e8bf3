//! A list of careers that is not the ranking: what can be started now, what is kept, surprises, a family.

use super::browse::Browse;
use super::compare::Compare;
use super::results::detail::kept;
use super::results::page::thousands;
use super::results::reading::{Reading, head};
use super::results::view::{Grouping, View};
use super::{starting, with_career};
use crate::fit::{Start, start_now, surprises};
use crate::model::{CareerId, Pay};
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use std::cmp::Ordering;

/// Narrower than this, list and detail do not stand beside each other.
const BESIDE: u16 = 70;

/// Most kept careers that are compared.
const COMPARED: usize = 3;

/// Answers from which on starts are shown by fit.
const FROM: usize = 12;

/// Whether there are answers enough to show what can be started now.
pub fn can_start(desk: &Desk) -> bool {
    desk.interview.as_ref().is_some_and(|interview| interview.answers().evidence() >= FROM)
}

/// Which careers are listed.
#[derive(Debug)]
enum Kind {
    Start(Vec<Start>),
    Kept,
    /// Careers with a word beside each.
    Noted {
        title: String,
        none: &'static str,
        careers: Vec<(CareerId, String)>,
    },
}

/// The list and the career in focus.
#[derive(Debug)]
pub struct Listing {
    kind: Kind,
    cursor: Cursor,
    reading: Reading,
}

impl Listing {
    fn of(kind: Kind) -> Self {
        Self { kind, cursor: Cursor::default(), reading: Reading::default() }
    }

    /// What can be started within weeks, by fit.
    pub fn start(desk: &mut Desk) -> Self {
        let outcome = desk.standing();
        let starts = outcome.zip(desk.matcher()).map(|(outcome, matcher)| {
            let view = View::new(&outcome, Grouping::Band, desk);
            start_now(&matcher.kit.catalogue, &view.limited.shown)
        });
        Self::of(Kind::Start(starts.unwrap_or_default()))
    }

    /// The same from a key, once there are answers enough to say it by fit.
    pub fn started(desk: &mut Desk) -> Go {
        if !can_start(desk) {
            desk.say(format!("From {FROM} answers on this shows what you can start now, by fit."));
            return Go::Stay;
        }
        Go::Open(Box::new(Self::start(desk)))
    }

    /// Careers the person keeps.
    pub fn kept() -> Self {
        Self::of(Kind::Kept)
    }

    /// Good fits the person would not have thought of.
    pub fn surprises(desk: &mut Desk) -> Self {
        let found = desk.standing().zip(desk.matcher()).map(|(outcome, matcher)| surprises(matcher, &outcome));
        let word = |training| match training {
            Ordering::Less => "less training",
            Ordering::Equal => "as much training",
            Ordering::Greater => "more training",
        };
        let careers = found.unwrap_or_default();
        Self::of(Kind::Noted {
            title: "You might not have thought of".to_string(),
            none: "Nothing surprising stands out in your answers.",
            careers: careers.into_iter().map(|s| (s.fit.career, word(s.training).to_string())).collect(),
        })
    }

    /// One family, the best fit first, or in the catalogue's order where nothing is ranked.
    pub fn family(family: u16, desk: &mut Desk) -> Self {
        let outcome = desk.standing();
        let Some(matcher) = desk.matcher() else { return Self::kept() };
        let catalogue = &matcher.kit.catalogue;
        let mut careers: Vec<(usize, CareerId)> = catalogue
            .iter()
            .filter(|(_, career)| career.family == family)
            .map(|(id, _)| (outcome.as_ref().and_then(|o| o.fit(id)).map_or(0, |fit| fit.rank), id))
            .collect();
        careers.sort_by_key(|(rank, _)| *rank);
        let note = |rank: usize| if rank > 0 { format!("{rank}") } else { String::new() };
        Self::of(Kind::Noted {
            title: catalogue.families().get(usize::from(family)).map_or(String::new(), |family| family.name.clone()),
            none: "No career is in this family.",
            careers: careers.into_iter().map(|(rank, id)| (id, note(rank))).collect(),
        })
    }

    fn careers(&self, desk: &Desk) -> Vec<CareerId> {
        match &self.kind {
            Kind::Start(starts) => starts.iter().map(|start| start.fit.career).collect(),
            Kind::Noted { careers, .. } => careers.iter().map(|(career, _)| *career).collect(),
            Kind::Kept => {
                let ids = desk.record().map(|record| record.kept.iter()).into_iter().flatten();
                let find = |id: &str| desk.matcher().and_then(|matcher| matcher.kit.catalogue.find(id));
                ids.filter_map(|kept| find(&kept.career)).collect()
            }
        }
    }

    fn note(&self, at: usize, career: CareerId, desk: &Desk) -> String {
        let Some(matcher) = desk.matcher() else { return String::new() };
        let entry = matcher.kit.catalogue.get(career);
        match &self.kind {
            Kind::Start(_) => {
                let median = entry.figures.pay.as_ref().and_then(Pay::median);
                median.map_or("pay not known".to_string(), |median| format!("${}", thousands(median)))
            }
            Kind::Noted { careers, .. } => careers.get(at).map(|(_, note)| note.clone()).unwrap_or_default(),
            Kind::Kept => kept(desk, &entry.id).map_or(String::new(), |kept| match &kept.plan {
                Some(plan) if plan.done => "first step done".to_string(),
                Some(plan) if !plan.by.is_empty() => format!("plan by {}", text::visible(&plan.by)),
                Some(_) => "plan".to_string(),
                None => text::visible(&kept.note),
            }),
        }
    }

    fn draw_focus(&self, buffer: &mut Buffer, area: Rect, career: CareerId, desk: &Desk) {
        match &self.kind {
            Kind::Start(starts) => {
                let Some(start) = starts.get(self.cursor.row) else { return };
                let lines = starting::lines(start, usize::from(area.width).min(76).saturating_sub(2), desk);
                self.reading.draw_lines(buffer, area, &lines, desk);
            }
            Kind::Kept | Kind::Noted { .. } => self.reading.draw(buffer, area, career, "", desk),
        }
    }

    fn draw_rows(&self, buffer: &mut Buffer, area: Rect, careers: &[CareerId], desk: &Desk) {
        let Some(matcher) = desk.matcher() else { return };
        list::draw_each(buffer, area, careers.len(), self.cursor.row, desk, |buffer, line, at| {
            let title = &matcher.kit.catalogue.get(careers[at]).title;
            let note = self.note(at, careers[at], desk);
            let room = usize::from(line.width.saturating_sub(4));
            let left = room.saturating_sub(text::width(&note).min(room / 2) + 2);
            let mut label = text::cut(title, left);
            if matches!(self.kind, Kind::Start(_)) {
                // pay stands below pay
                label.push_str(&" ".repeat(left.saturating_sub(text::width(&label))));
            }
            list::row(buffer, line, &list::noted(&label, &note, room, desk), at == self.cursor.row, desk);
        });
    }

    fn none(&self) -> &'static str {
        match &self.kind {
            Kind::Start(_) => "Nothing of the catalogue can be started within weeks under your limits.",
            Kind::Kept => "No career is kept yet. Keep one from the list of results.",
            Kind::Noted { none, .. } => none,
        }
    }
}

impl Screen for Listing {
    fn place(&self) -> Place {
        Place::Listing
    }

    fn title(&self, _desk: &Desk) -> String {
        match &self.kind {
            Kind::Start(_) => "Start now: within weeks, by fit".to_string(),
            Kind::Kept => "Careers I keep, and my plans".to_string(),
            Kind::Noted { title, .. } => title.clone(),
        }
    }

    fn aside(&self, desk: &Desk) -> String {
        let count = self.careers(desk).len();
        if count == 0 { String::new() } else { format!("{} of {count}", self.cursor.row + 1) }
    }

    fn note(&self, desk: &Desk) -> String {
        let fair = || desk.matcher().map(|matcher| matcher.kit.distinctions.fair.clone()).unwrap_or_default();
        if matches!(self.kind, Kind::Start(_)) { fair() } else { String::new() }
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let careers = self.careers(desk);
        let Some(career) = careers.get(self.cursor.row).or(careers.last()) else {
            Column::new(buffer, area).text(self.none(), desk.theme.style(Role::Strong));
            return;
        };
        if area.width < BESIDE {
            let rows = [Constraint::Fill(1), Constraint::Length(3)];
            let [above, below] = Layout::vertical(rows).areas(area);
            self.draw_rows(buffer, above, &careers, desk);
            let lines: Vec<Line<'_>> = head(*career, usize::from(below.width), desk);
            Column::new(buffer, below).lines(&lines);
            return;
        }
        let left = if area.width < 90 { 33 } else { area.width * 2 / 5 };
        let columns = [Constraint::Length(left), Constraint::Length(2), Constraint::Fill(1)];
        let [left, _, right] = Layout::horizontal(columns).areas(area);
        self.draw_rows(buffer, left, &careers, desk);
        self.draw_focus(buffer, right, *career, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        let careers = self.careers(desk);
        if matches!(action, Action::PageUp | Action::PageDown) {
            self.reading.moved(action, desk);
            return Go::Stay;
        }
        if self.cursor.moved(action, careers.len()) {
            self.reading.reset();
            return Go::Stay;
        }
        match action {
            Action::Close | Action::Back => return Go::Close,
            Action::Search => return Go::Open(Box::<Browse>::default()),
            Action::Compare if matches!(self.kind, Kind::Kept) && careers.len() > 1 => {
                return Go::Open(Box::new(Compare::new(careers.into_iter().take(COMPARED).collect())));
            }
            Action::Compare => desk.say("Two or three careers that you keep can be compared."),
            _ => {}
        }
        let go = careers.get(self.cursor.row).and_then(|career| with_career::act(action, *career, desk));
        self.reading.forget();
        self.cursor.row = self.cursor.row.min(self.careers(desk).len().saturating_sub(1));
        go.unwrap_or(Go::Stay)
    }

    fn wake(&mut self, _desk: &mut Desk) {
        self.reading.forget();
    }

    fn offers(&self, action: Action, desk: &Desk) -> bool {
        match action {
            Action::Compare => matches!(self.kind, Kind::Kept),
            Action::Keep | Action::Note | Action::Plan | Action::Export => desk.interview.is_some(),
            Action::WhatIf => desk.outcome().is_some_and(|outcome| !outcome.fits.is_empty()),
            _ => true,
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some("read")
    }

    fn refine(&mut self, desk: &mut Desk) -> bool {
        desk.refine_sureness()
    }
}
