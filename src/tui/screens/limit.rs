//! One limit in two questions: what is still acceptable, then what would be ideal; each choice says what it does first.

use super::menu;
use crate::fit::apply_limits;
use crate::interview::Change;
use crate::model::{LimitSetting, Strength};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::name_digits_of;
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
    /// Why the cursor stands where nothing is set, where something said before puts it there.
    why: Option<String>,
}

impl SetLimit {
    /// The first question on the limit at a place of the questionnaire.
    pub fn new(at: usize, ctx: &OpenSession) -> Self {
        Self::of(at, Strength::Must, ctx)
    }

    fn of(at: usize, strength: Strength, ctx: &OpenSession) -> Self {
        let choices = list_choices(at, strength, ctx);
        let set = find_setting(at, ctx).get(strength).map(str::to_string);
        // what is set was chosen by the person, and goes before what follows from other answers
        let suggested = ctx.interview().suggest_limit(at, strength).filter(|_| set.is_none());
        let why = suggested.map(|one| telling::describe_why_suggested(ctx.dataset(), ctx.record(), &one));

        let meant = suggested.map(|one| ctx.questionnaire().limits[at].choices[one.choice].id.clone()).or(set);
        let row = choices.iter().position(|(choice, _)| *choice == meant).unwrap_or(0);
        Self { at, strength, choices, cursor: Cursor { row }, why }
    }

    fn take(&mut self, row: usize, ctx: &mut OpenSession) -> Transition {
        let Some((choice, _)) = self.choices.get(row).cloned() else { return Transition::Stay };

        let (limit, strength) = (ctx.questionnaire().limits[self.at].id.clone(), self.strength);
        ctx.apply(Change::Limit { limit, strength, choice });

        if strength == Strength::Rather {
            return Transition::Close;
        }
        *self = Self::of(self.at, Strength::Rather, ctx);
        Transition::Stay
    }
}

fn find_setting(at: usize, ctx: &OpenSession) -> LimitSetting {
    let id = &ctx.questionnaire().limits[at].id;
    ctx.record().limits.get(id).cloned().unwrap_or_default()
}

/// What can be chosen, the one that leaves most careers first, each with how many of those shown now it keeps.
fn list_choices(at: usize, strength: Strength, ctx: &OpenSession) -> Vec<(Option<String>, String)> {
    let limits = &ctx.questionnaire().limits;
    let limit = &limits[at];

    // what is ideal is counted as if it were a must: so many careers would be ideal
    let left = |choice: Option<&str>| {
        let mut set = ctx.record().limits.clone();
        let setting = set.entry(limit.id.clone()).or_default();
        if choice.is_some() || strength == Strength::Must {
            setting.acceptable = choice.map(str::to_string);
        }
        apply_limits(ctx.catalogue(), limits, &set, &ctx.outcome().fits).shown.len()
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

impl Screen<OpenSession> for SetLimit {
    fn place(&self) -> KeyScope {
        KeyScope::Menu
    }

    fn title(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().limits[self.at].text.clone()
    }

    fn aside(&self, _ctx: &OpenSession) -> String {
        let number = if self.strength == Strength::Must { 1 } else { 2 };
        format!("{number} of 2")
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let asks = telling::describe_strength(self.strength);
        let rows: Vec<String> = self.choices.iter().map(|(_, label)| label.clone()).collect();
        let why = self.why.as_ref().map(|why| format!("Marked {why}."));
        let says: Vec<(&str, Role)> =
            std::iter::once((asks, Role::Strong)).chain(why.as_deref().map(|why| (why, Role::Dim))).collect();
        menu::draw(buffer, area, &says, &rows, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.choices.len()) {
            return Transition::Stay;
        }

        match (menu::find_chosen(action, self.cursor), action, self.strength) {
            (Some(row), ..) => self.take(row, ctx),
            (None, Action::Back, Strength::Rather) => {
                *self = Self::of(self.at, Strength::Must, ctx);
                Transition::Stay
            }
            (None, Action::Close | Action::Back, _) => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn offers(&self, action: Action, _ctx: &OpenSession) -> bool {
        action != Action::Search
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits_of(self.choices.len())
    }

    fn asks(&self) -> bool {
        true
    }
}
