//! One limit in two questions: what is still acceptable, then what would be ideal; each choice says what it does first.

use super::menu;
use crate::fit::limited;
use crate::model::{LimitSetting, Strength};
use crate::tui::context::AppContext;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The question on screen.
#[derive(Debug)]
pub struct SetLimit {
    at: usize,
    strength: Strength,
    /// The choices, the one that leaves most careers first; none sets no limit.
    choices: Vec<(Option<String>, String)>,
    cursor: Cursor,
}

impl SetLimit {
    /// The first question on the limit at a place of the questionnaire.
    pub fn new(at: usize, ctx: &mut AppContext) -> Self {
        Self::of(at, Strength::Must, ctx)
    }

    fn of(at: usize, strength: Strength, ctx: &mut AppContext) -> Self {
        let choices = choices(at, strength, ctx);
        let set = setting(at, ctx).get(strength).map(str::to_string);
        let row = choices.iter().position(|(choice, _)| *choice == set).unwrap_or(0);
        Self { at, strength, choices, cursor: Cursor { row } }
    }

    fn take(&mut self, row: usize, ctx: &mut AppContext) -> Transition {
        let Some((choice, _)) = self.choices.get(row).cloned() else { return Transition::Stay };
        let Some(id) = limit_id(self.at, ctx) else { return Transition::Close };
        let strength = self.strength;
        ctx.note(|record| {
            let setting = record.limits.entry(id.clone()).or_default();
            setting.set(strength, choice);
            if setting.is_empty() {
                record.limits.remove(&id);
            }
        });
        if strength == Strength::Rather {
            return Transition::Close;
        }
        *self = Self::of(self.at, Strength::Rather, ctx);
        Transition::Stay
    }
}

fn limit_id(at: usize, ctx: &AppContext) -> Option<String> {
    Some(ctx.matcher()?.dataset.questionnaire.limits.get(at)?.id.clone())
}

fn setting(at: usize, ctx: &AppContext) -> LimitSetting {
    let id = limit_id(at, ctx).unwrap_or_default();
    ctx.record().and_then(|record| record.limits.get(&id)).cloned().unwrap_or_default()
}

/// What can be chosen, the one that leaves most careers first, each with how many of those shown now it keeps.
fn choices(at: usize, strength: Strength, ctx: &mut AppContext) -> Vec<(Option<String>, String)> {
    let Some(outcome) = ctx.current_outcome() else { return Vec::new() };
    let (Some(matcher), Some(record)) = (ctx.matcher(), ctx.record()) else { return Vec::new() };
    let (catalogue, limits) = (&matcher.dataset.catalogue, &matcher.dataset.questionnaire.limits);
    let Some(limit) = limits.get(at) else { return Vec::new() };
    // what is ideal is counted as if it were a must: so many careers would be ideal
    let left = |choice: Option<&str>| {
        let mut set = record.limits.clone();
        let setting = set.entry(limit.id.clone()).or_default();
        if choice.is_some() || strength == Strength::Must {
            setting.acceptable = choice.map(str::to_string);
        }
        limited(catalogue, limits, &set, &outcome.fits).shown.len()
    };

    let all = left(None);
    let mut found: Vec<(usize, Option<String>, String)> = limit
        .choices
        .iter()
        .map(|choice| {
            let kept = left(Some(&choice.id));
            let does = match strength {
                Strength::Must => format!("hides {}", all.saturating_sub(kept)),
                Strength::Rather => format!("{kept} are"),
            };
            (kept, Some(choice.id.clone()), format!("{} ({does})", choice.label))
        })
        .collect();
    found.sort_by_key(|(kept, ..)| std::cmp::Reverse(*kept));
    let none = if strength == Strength::Must { "Anything (hides nothing)" } else { "Nothing in particular" };
    std::iter::once((None, none.to_string())).chain(found.into_iter().map(|(_, id, label)| (id, label))).collect()
}

impl Screen for SetLimit {
    fn place(&self) -> KeyScope {
        KeyScope::Menu
    }

    fn title(&self, ctx: &AppContext) -> String {
        let limit = ctx.matcher().and_then(|matcher| matcher.dataset.questionnaire.limits.get(self.at));
        limit.map(|limit| limit.text.clone()).unwrap_or_default()
    }

    fn aside(&self, _ctx: &AppContext) -> String {
        let number = if self.strength == Strength::Must { 1 } else { 2 };
        format!("{number} of 2")
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &AppContext) {
        let asks = match self.strength {
            Strength::Must => "What is still acceptable?",
            Strength::Rather => "And what would be ideal?",
        };
        let rows: Vec<String> = self.choices.iter().map(|(_, label)| label.clone()).collect();
        menu::draw(buffer, area, &[(asks, Role::Strong)], &rows, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut AppContext) -> Transition {
        if self.cursor.moved(action, self.choices.len()) {
            return Transition::Stay;
        }
        match (menu::chosen(action, self.cursor), action, self.strength) {
            (Some(row), ..) => self.take(row, ctx),
            (None, Action::Back, Strength::Rather) => {
                *self = Self::of(self.at, Strength::Must, ctx);
                Transition::Stay
            }
            (None, Action::Close | Action::Back, _) => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn offers(&self, action: Action, _ctx: &AppContext) -> bool {
        action != Action::Search
    }

    fn digits(&self, _ctx: &AppContext) -> &'static str {
        ["1", "1", "1-2", "1-3", "1-4", "1-5"].get(self.choices.len()).copied().unwrap_or("1-9")
    }

    fn asks(&self) -> bool {
        true
    }
}
