//! What a person must or would rather have, how many careers each limit hides, and what just missed.

use super::results::limit_words;
use super::results::view::Limits as Set;
use crate::fit::{Limited, Mark, limited};
use crate::model::{Limit, Strength};
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Near misses named at most.
const NEAR: usize = 3;

/// The limits and what they do.
#[derive(Debug)]
pub struct Limits {
    cursor: Cursor,
    limited: Limited,
    /// How many careers there are without limits.
    all: usize,
}

impl Limits {
    /// The limits as the person set them.
    pub fn new(desk: &mut Desk) -> Self {
        let mut screen = Self { cursor: Cursor::default(), limited: Limited::default(), all: 0 };
        screen.count(desk);
        screen
    }

    fn count(&mut self, desk: &mut Desk) {
        let (Some(outcome), Some(matcher), none) = (desk.standing(), desk.matcher(), Set::new()) else { return };
        let set = desk.record().map_or(&none, |record| &record.limits);
        self.limited = limited(&matcher.kit.catalogue, &matcher.kit.questionnaire.limits, set, &outcome.fits);
        self.all = outcome.fits.len();
    }

    fn limit<'d>(&self, desk: &'d Desk) -> Option<&'d Limit> {
        desk.matcher()?.kit.questionnaire.limits.get(self.cursor.row)
    }

    /// Takes the way so many places on; before the first there is no limit.
    fn turn(&mut self, by: isize, desk: &mut Desk) {
        let Some(limit) = self.limit(desk) else { return };
        let (id, ways) = (limit.id.clone(), limit.choices.iter().map(|c| c.id.clone()).collect::<Vec<_>>());
        let set = desk.record().and_then(|record| record.limits.get(&id)).cloned();
        let now = set.as_ref().and_then(|(way, _)| ways.iter().position(|known| known == way)).map_or(0, |at| at + 1);
        let next = now.saturating_add_signed(by).min(ways.len());
        let strength = set.map_or(Strength::Must, |(_, strength)| strength);
        desk.note(|record| match next.checked_sub(1).and_then(|at| ways.get(at)) {
            Some(way) => _ = record.limits.insert(id, (way.clone(), strength)),
            None => _ = record.limits.remove(&id),
        });
        self.count(desk);
    }

    /// From must to rather and back.
    fn toggle(&mut self, desk: &mut Desk) {
        let Some(id) = self.limit(desk).map(|limit| limit.id.clone()) else { return };
        if desk.record().is_none_or(|record| !record.limits.contains_key(&id)) {
            desk.say("Set it first, with the arrows to the right.");
        }
        desk.note(|record| {
            if let Some((_, strength)) = record.limits.get_mut(&id) {
                *strength = if *strength == Strength::Must { Strength::Rather } else { Strength::Must };
            }
        });
        self.count(desk);
    }

    fn row(&self, limit: &Limit, width: usize, desk: &Desk) -> Line<'static> {
        let set = desk.record().and_then(|record| record.limits.get(&limit.id));
        let way = set.and_then(|(id, strength)| Some((limit.choices.iter().find(|c| c.id == *id)?, *strength)));
        let says = match way {
            None => "any".to_string(),
            Some((choice, Strength::Rather)) => format!("rather: {}", choice.label),
            Some((choice, Strength::Must)) => {
                let hides = self.limited.hidden.iter().find(|(id, _)| *id == limit.id).map_or(0, |(_, count)| *count);
                format!("must: {} (hides {hides})", choice.label)
            }
        };
        let role = if way.is_some() { Role::Current } else { Role::Dim };
        let name = width / 2;
        let label = text::cut(&limit.text, name.saturating_sub(1));
        let gap = " ".repeat(name.saturating_sub(text::width(&label)));
        Line::from(vec![
            Span::raw(label + &gap),
            Span::styled(text::cut(&says, width.saturating_sub(name)), desk.theme.style(role)),
        ])
    }

    /// What the limits come to, in a few lines.
    fn summary(&self, desk: &Desk) -> Vec<String> {
        let Some(matcher) = desk.matcher() else { return Vec::new() };
        let shown = self.limited.shown.len();
        let mut says = vec![format!("{shown} of {} careers are left.", self.all)];
        let unknown = |marks: &&Vec<Mark>| marks.iter().any(|mark| matches!(mark, Mark::NotKnown(_)));
        let unknown = self.limited.marks.values().filter(unknown).count();
        if unknown > 0 {
            says.push(format!("{unknown} of them stay although a figure is not known; they are marked."));
        }
        if let Some(id) = &self.limited.loosen {
            says.push(format!("Loosening \"{}\" would bring most back.", limit_words(id, desk)));
        }
        let title = |career| matcher.kit.catalogue.get(career).title.as_str();
        let near = self.limited.near.iter().take(NEAR);
        let near: Vec<String> =
            near.map(|(career, id)| format!("{} ({})", title(*career), limit_words(id, desk))).collect();
        if !near.is_empty() {
            says.push(format!("Just missed: {}.", near.join("; ")));
        }
        says
    }
}

impl Screen for Limits {
    fn place(&self) -> Place {
        Place::Limits
    }

    fn title(&self, _desk: &Desk) -> String {
        "What you must or would rather have".to_string()
    }

    fn aside(&self, _desk: &Desk) -> String {
        format!("{} of {}", self.limited.shown.len(), self.all)
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(matcher) = desk.matcher() else { return };
        let limits = &matcher.kit.questionnaire.limits;
        let mut column = Column::new(buffer, Rect { width: area.width.min(100), ..area });
        if area.height > 14 {
            let says = "Limits hide or mark careers; they never change how well one fits.";
            column.text(says, desk.theme.style(Role::Dim)).gap(1);
        }
        let width = column.width().saturating_sub(4);
        let rows: Vec<Line<'_>> = limits.iter().map(|limit| self.row(limit, width, desk)).collect();
        let summary: Vec<Line<'_>> = self
            .summary(desk)
            .iter()
            .flat_map(|says| text::lines(says, column.width(), 0, desk.theme.style(Role::Text)))
            .collect();
        let room = usize::from(column.free().height).saturating_sub(summary.len() + 1).max(3);
        let (area, buffer) = column.take(rows.len().min(room) as u16);
        list::draw(buffer, area, &rows, self.cursor, desk);
        column.gap(1).lines(&summary);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        let count = desk.matcher().map_or(0, |matcher| matcher.kit.questionnaire.limits.len());
        if self.cursor.moved(action, count) {
            return Go::Stay;
        }
        match action {
            Action::Less => self.turn(-1, desk),
            Action::More => self.turn(1, desk),
            Action::Toggle => self.toggle(desk),
            Action::Accept | Action::Close | Action::Back => return Go::Close,
            _ => {}
        }
        Go::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("done"),
            Action::Toggle => Some("must or rather"),
            Action::Less => Some("wider"),
            Action::More => Some("set"),
            Action::Back => Some(""),
            _ => None,
        }
    }
}
