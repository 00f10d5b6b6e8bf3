//! Where nothing can be ranked: a kind word, and the ways on.

use super::menu;
use super::results::{ask_more_questions, has_more_questions};
use super::walk::walk;
use crate::fit::{can_start, find_hints};
use crate::interview::Interview;
use crate::report::{self, pluralise, telling};
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::name_digits_of;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The ways on, below what the either-or answers hint at.
#[derive(Debug)]
pub struct Nowhere {
    hints: String,
    cursor: Cursor,
}

/// A way on.
#[derive(Clone, Copy, Debug)]
enum Way {
    Pairs,
    Questions,
    Skipped,
    Length,
    Families,
    Search,
    Review,
}

fn list_ways(ctx: &OpenSession) -> Vec<(Way, String)> {
    let (interview, pairs) = (ctx.interview(), &ctx.questionnaire().pairs);
    let open = pairs.iter().filter(|pair| interview.record().pair(pair).is_none()).count();
    let (left, skipped) = (interview.count_left(), interview.list_skipped().count());
    let answered = interview.answers().evidence();
    let longer = "Answer more questions: choose a longer questionnaire".to_string();

    let mut all = [
        (Way::Pairs, open > 0, format!("{open} either-or questions: neither is always allowed")),
        (Way::Questions, left > 0, format!("Go on with the questions ({left} left)")),
        (Way::Skipped, skipped > 0, format!("Answer {} that you skipped", pluralise(skipped, "question"))),
        (Way::Length, left == 0 && has_more_questions(ctx), longer),
        (Way::Families, true, "Browse families of careers".to_string()),
        (Way::Search, true, "Look any career up".to_string()),
        (Way::Review, answered > 0, "Look over your answers, and change any of them".to_string()),
    ];
    // of too few answers more are what helps
    if !can_start(ctx.questionnaire(), answered) {
        all[..3].rotate_left(1);
    }
    all.into_iter().filter(|(_, offered, _)| *offered).map(|(way, _, label)| (way, label)).collect()
}

impl Nowhere {
    /// The ways on from the answers so far.
    pub fn new(ctx: &OpenSession) -> Self {
        let hints = telling::describe_hints(&find_hints(ctx.matcher(), ctx.record())).unwrap_or_default();
        Self { hints, cursor: Cursor::default() }
    }

    fn take(row: usize, ctx: &mut OpenSession) -> Transition {
        match list_ways(ctx).get(row).map(|(way, _)| *way) {
            Some(Way::Pairs) => {
                ctx.converse(Interview::open_pairs);
                Transition::Walk
            }
            Some(Way::Skipped) => {
                ctx.converse(Interview::ask_skipped);
                Transition::Walk
            }
            Some(Way::Questions | Way::Length) => ask_more_questions(ctx),
            Some(Way::Families) => Transition::Open(Route::Families),
            Some(Way::Search) => Transition::Open(Route::Search),
            Some(Way::Review) => Transition::Open(Route::Review),
            None => Transition::Stay,
        }
    }
}

impl Screen<OpenSession> for Nowhere {
    fn place(&self) -> KeyScope {
        KeyScope::Menu
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "No direction yet".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let rows: Vec<String> = list_ways(ctx).into_iter().map(|(_, label)| label).collect();
        let [nowhere, _] = report::describe_no_direction(ctx.questionnaire(), ctx.outcome().evidence);
        let all = [(nowhere.as_str(), Role::Strong), (&self.hints, Role::Text), ("Here are ways on:", Role::Text)];
        let says: Vec<(&str, Role)> = all.into_iter().filter(|(text, _)| !text.is_empty()).collect();
        menu::draw(buffer, area, &says, &rows, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, list_ways(ctx).len()) {
            return Transition::Stay;
        }

        match menu::find_chosen(action, self.cursor) {
            Some(row) => Self::take(row, ctx),
            None if action == Action::Search => Transition::Open(Route::Search),
            None => walk(action, ctx),
        }
    }

    fn digits(&self, ctx: &OpenSession) -> &'static str {
        name_digits_of(list_ways(ctx).len())
    }

    fn wake(&mut self, ctx: &mut OpenSession) {
        self.cursor.row = self.cursor.row.min(list_ways(ctx).len().saturating_sub(1));
    }

    fn asks(&self) -> bool {
        true
    }
}
