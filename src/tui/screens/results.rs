//! The whole list of careers in groups, and where there is room the career in focus beside it.
//!
//! ```text
//! 1 by fit   2 by direction   3 by family   4 by training
//!                               place 1-923     Carpenter ★
//! ▸  1 Carpenter +2 alike     ●▒▒▒▒······     strong · rank 1 of 923
//!    4 Cabinet maker          ▒▒●▒▒▒▒····     ●▒▒▒···· if you took it again: …
//! ```

pub mod career_reader;
pub mod detail;
pub mod ranking_list;
pub mod text_builder;
pub mod view;

pub use ranking_list::find_limit_text;

use crate::interview::Interview;
use crate::model::{CareerId, Emphasis, Length};
use crate::report::{TOP_TEN, pluralise, telling, to_sentence};
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::screens::career_actions;
use crate::tui::theme::Role;
use crate::tui::widgets::choices::name_digits_of;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::{frame, text};
use career_reader::Reading;
use ranking_list::RankingList;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use view::{Grouping, View};

/// Narrower than this, list and detail do not stand beside each other.
pub const BESIDE: u16 = 90;

/// Cells of the list where the detail stands beside it: its share of a hundred, the least and the most.
const LIST: (u16, u16, u16) = (54, 46, 96);

/// Rows below the list that tell of the career in focus where nothing stands beside it.
const BELOW: u16 = 5;

/// How wide the list is where the detail stands beside it.
pub fn measure_list(width: u16) -> u16 {
    (width * LIST.0 / 100).clamp(LIST.1, LIST.2)
}

/// The list for the answers so far.
#[derive(Debug)]
pub struct Results {
    grouping: Grouping,
    view: View,
    cursor: Cursor,
    reading: Reading,
    marked: Vec<CareerId>,
}

impl Results {
    /// The list of the open session, the cursor on a career where one is given.
    pub fn new(focus: Option<CareerId>, ctx: &OpenSession) -> Self {
        // with few answers a family says more than a single career; from a direction one comes to it
        let grouping = match focus {
            Some(_) if Grouping::list_offered(ctx).contains(&Grouping::Direction) => Grouping::Direction,
            None if ctx.outcome().evidence < ctx.dataset().matching.hint_below => Grouping::Family,
            _ => Grouping::Band,
        };

        let view = View::new(grouping, ctx);
        let row = focus.and_then(|career| view.find(career)).unwrap_or(0);
        Self { grouping, view, cursor: Cursor { row }, reading: Reading::default(), marked: Vec::new() }
    }

    fn focus(&self) -> Option<CareerId> {
        self.view.row(self.cursor.row).map(|(_, row)| row.fit.career)
    }

    /// Works out anew what is shown; the career in focus stays in focus.
    fn look_again(&mut self, ctx: &OpenSession) {
        let focus = self.focus();
        if !Grouping::list_offered(ctx).contains(&self.grouping) {
            self.grouping = Grouping::Band;
        }
        self.view = View::new(self.grouping, ctx);
        self.cursor.row = focus.and_then(|career| self.view.find(career)).unwrap_or(0);
        self.reading.forget();
    }

    fn regroup(&mut self, grouping: Grouping, ctx: &OpenSession) {
        let focus = self.focus();
        self.grouping = grouping;
        self.view.group(grouping, ctx);
        self.cursor.row = focus.and_then(|career| self.view.find(career)).unwrap_or(0);
    }

    /// Marks the career in focus to be compared, or takes the mark away.
    fn mark(&mut self, ctx: &mut OpenSession) {
        let Some(career) = self.focus() else { return };

        if let Some(at) = self.marked.iter().position(|known| *known == career) {
            self.marked.remove(at);
        } else if self.marked.len() < telling::COMPARED {
            self.marked.push(career);
        }

        let key = ctx.keys.find_key(Action::Compare, KeyScope::Results).map(|key| key.to_string()).unwrap_or_default();
        ctx.say(match self.marked.len() {
            0 => "No career is marked.".to_string(),
            1 => "One career is marked; mark one or two more to compare them.".to_string(),
            marked => format!("{marked} careers are marked; {key} compares them."),
        });
    }

    fn compare(&self, ctx: &mut OpenSession) -> Transition {
        if self.marked.len() < 2 {
            let key = ctx.keys.name_key(Action::Toggle, KeyScope::Results);
            ctx.say(format!("Mark two or three careers with {key} first."));
            return Transition::Stay;
        }
        Transition::Open(Route::Compare(self.marked.clone()))
    }

    fn build_list(&self, charts: bool) -> RankingList<'_> {
        let Self { view, grouping, cursor, marked, .. } = self;
        RankingList { view, grouping: *grouping, cursor: cursor.row, marked, charts }
    }

    /// The groupings, the one shown marked.
    fn build_tabs(&self, ctx: &OpenSession) -> Line<'static> {
        let mut line = Line::default();
        for (grouping, digit) in Grouping::list_offered(ctx).into_iter().zip(1..) {
            let role = if grouping == self.grouping { Role::Selected } else { Role::Dim };
            line.push_span(Span::styled(format!("{digit} "), ctx.theme.style(Role::Key)));
            line.push_span(Span::styled(grouping.words(), ctx.theme.style(role)));
            line.push_span(Span::raw("   "));
        }
        line
    }

    fn draw_narrow(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let rows = [Constraint::Fill(1), Constraint::Length(1), Constraint::Length(BELOW)];
        let [list, rule, below] = Layout::vertical(rows).areas(area);
        self.build_list(false).draw(buffer, list, ctx);
        frame::draw_rule(buffer, rule, ctx);

        if let Some(career) = self.focus() {
            let lines = career_reader::build_in_short(career, usize::from(below.width), ctx);
            Column::new(buffer, below).lines(&lines);
        }
    }

    fn draw_wide(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let columns = [Constraint::Length(measure_list(area.width)), Constraint::Length(2), Constraint::Fill(1)];
        let [left, _, right] = Layout::horizontal(columns).areas(area);
        self.build_list(true).draw(buffer, left, ctx);
        if let Some(career) = self.focus() {
            self.reading.draw(buffer, right, career, &self.describe_focus(ctx), ctx);
        }
    }

    /// Twins that stand behind the career in focus.
    fn describe_focus(&self, ctx: &OpenSession) -> String {
        let Some((_, row)) = self.view.row(self.cursor.row) else { return String::new() };
        let twins: Vec<CareerId> = row.twins.iter().map(|twin| twin.career).collect();
        let rank = |career| row.twins.iter().find(|twin| twin.career == career).map(|twin| twin.rank);
        telling::describe_alike(ctx.catalogue(), &twins, rank)
    }
}

/// From how many answers the results are, what counts most and how many careers are hidden, in a few words.
pub fn describe_provenance(shown: usize, ctx: &OpenSession) -> String {
    let (interview, outcome) = (ctx.interview(), ctx.outcome());
    let from = if interview.count_left() > 0 { "provisional, from" } else { "from" };
    let emphasis = ctx.emphasis();
    let hidden = outcome.fits.len().saturating_sub(shown);

    let mut notes = vec![format!("{from} {}", pluralise(outcome.evidence, "answer"))];
    notes.extend((emphasis != Emphasis::default()).then(|| emphasis.words().to_string()));
    notes.extend(interview.ignores_training().then(|| "training answer left out".to_string()));
    notes.extend((hidden > 0).then(|| format!("{hidden} hidden")));
    notes.join(", ")
}

/// On to the questions that are left, or to a longer questionnaire where none are.
pub fn ask_more_questions(ctx: &mut OpenSession) -> Transition {
    if ctx.interview().count_left() == 0 {
        return Transition::Open(Route::Length);
    }
    ctx.converse(Interview::resume);
    Transition::Walk
}

/// Whether more questions can be asked.
pub fn has_more_questions(ctx: &OpenSession) -> bool {
    let is_longest = ctx.record().length == Length::Full || ctx.questionnaire().has_one_length();
    ctx.interview().count_left() > 0 || !is_longest
}

impl Screen<OpenSession> for Results {
    fn place(&self) -> KeyScope {
        KeyScope::Results
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "All careers".to_string()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        describe_provenance(self.view.limited.shown.len(), ctx)
    }

    fn note(&self, ctx: &OpenSession) -> String {
        let loosen = telling::suggest_loosening(ctx.questionnaire(), &self.view.limited);
        // of a catalogue of ten all stay
        let staying = || ctx.rank_uncertainty.count_staying().filter(|_| ctx.catalogue().len() > TOP_TEN);
        let staying = || Some(to_sentence(&telling::describe_staying(staying()?)));
        loosen.or_else(staying).unwrap_or_default()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        if self.view.count() == 0 {
            Column::new(buffer, area).text(telling::NO_CAREER_LEFT, ctx.theme.style(Role::Strong));
            return;
        }

        text::draw(buffer, area.x, area.y, &self.build_tabs(ctx), area.width);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if area.width < BESIDE {
            self.draw_narrow(buffer, below, ctx);
        } else {
            self.draw_wide(buffer, below, ctx);
        }
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.view.count()) {
            self.reading.reset();
            return Transition::Stay;
        }

        if let Some(go) = self.focus().and_then(|career| career_actions::act(action, career, ctx)) {
            self.reading.forget();
            return go;
        }

        match action {
            Action::Digit(digit) => {
                let offered = Grouping::list_offered(ctx);
                if let Some(grouping) = usize::from(digit).checked_sub(1).and_then(|at| offered.get(at)) {
                    self.regroup(*grouping, ctx);
                }
            }
            Action::Toggle => self.mark(ctx),
            Action::Compare => return self.compare(ctx),
            Action::Search => return Transition::Open(Route::Search),
            Action::Close | Action::Back => return Transition::Close,
            _ => {}
        }

        Transition::Stay
    }

    fn wake(&mut self, ctx: &mut OpenSession) {
        self.look_again(ctx);
    }

    fn offers(&self, action: Action, _ctx: &OpenSession) -> bool {
        match action {
            Action::Compare => self.marked.len() > 1,
            _ => true,
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("read"),
            Action::Digit(_) => Some("groups"),
            Action::Toggle if self.marked.len() < 2 => Some("mark to compare"),
            Action::Toggle => Some("mark"),
            _ => None,
        }
    }

    fn digits(&self, ctx: &OpenSession) -> &'static str {
        name_digits_of(Grouping::list_offered(ctx).len())
    }

    fn refine(&mut self, ctx: &mut OpenSession) -> bool {
        ctx.refine_rank_uncertainty()
    }
}
