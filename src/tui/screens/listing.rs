//! A list of careers that is not the ranking: what can be started now, what is kept, a family.

use super::results::career_reader::{self, Reading};
use super::results::view::{Grouping, View};
use super::results::{BESIDE, measure_list};
use super::{career_actions, start_detail};
use crate::fit::{self, Start};
use crate::model::{CareerId, FigureSource, Outlook};
use crate::report::telling;
use crate::text::show_controls;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::{frame, text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use std::cell::Cell;

/// Rows below the list that tell of the career in focus.
const BELOW: u16 = 6;

/// Which careers are listed.
#[derive(Debug)]
enum Kind {
    Start(Vec<Start>),
    Bookmark,
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
    /// Whether the career in focus stands beside the list as a page, as it was drawn last.
    is_wide: Cell<bool>,
}

impl Listing {
    fn of(kind: Kind) -> Self {
        Self { kind, cursor: Cursor::default(), reading: Reading::default(), is_wide: Cell::default() }
    }

    /// What can be started within weeks, by fit; none with too few answers.
    pub fn find_starts(ctx: &OpenSession) -> Option<Self> {
        let view = View::new(Grouping::Band, ctx);
        let evidence = ctx.interview().answers().evidence();
        let starts = fit::find_starts(ctx.dataset(), ctx.record(), evidence, &view.limited.shown)?;
        Some(Self::of(Kind::Start(starts)))
    }

    /// Careers the person keeps.
    pub fn of_kept() -> Self {
        Self::of(Kind::Bookmark)
    }

    /// One family, the best fit first, or in the catalogue's order where nothing is ranked.
    pub fn of_family(family: u16, ctx: &OpenSession) -> Self {
        let catalogue = ctx.catalogue();
        let mut careers: Vec<(usize, CareerId)> = catalogue
            .iter()
            .filter(|(_, career)| career.family == family)
            .map(|(id, _)| (ctx.outcome().find_fit(id).map_or(0, |fit| fit.rank), id))
            .collect();
        careers.sort_by_key(|(rank, _)| *rank);

        let note = |rank: usize| if rank > 0 { format!("{rank}") } else { String::new() };
        Self::of(Kind::Noted {
            title: catalogue.families().get(usize::from(family)).map_or(String::new(), |family| family.name.clone()),
            none: "No career is in this family.",
            careers: careers.into_iter().map(|(rank, id)| (id, note(rank))).collect(),
        })
    }

    fn list_careers(&self, ctx: &OpenSession) -> Vec<CareerId> {
        match &self.kind {
            Kind::Start(starts) => starts.iter().map(|start| start.fit.career).collect(),
            Kind::Noted { careers, .. } => careers.iter().map(|(career, _)| *career).collect(),
            Kind::Bookmark => ctx.record().kept.iter().filter_map(|kept| ctx.catalogue().find(&kept.career)).collect(),
        }
    }

    fn describe_career(&self, at: usize, career: CareerId, ctx: &OpenSession) -> String {
        let entry = ctx.catalogue().get(career);
        match &self.kind {
            Kind::Start(_) => telling::format_row(&entry.figures),
            Kind::Noted { careers, .. } => careers.get(at).map(|(_, note)| note.clone()).unwrap_or_default(),
            Kind::Bookmark => ctx.bookmark(career).map_or(String::new(), |kept| match &kept.plan {
                Some(plan) => show_controls(&telling::describe_plan(plan)).into_owned(),
                None => show_controls(&kept.note).into_owned(),
            }),
        }
    }

    fn draw_focus(&self, buffer: &mut Buffer, area: Rect, career: CareerId, ctx: &OpenSession) {
        match &self.kind {
            Kind::Start(starts) => {
                let Some(start) = starts.get(self.cursor.row) else { return };
                let lines = start_detail::build_lines(start, usize::from(area.width).min(76).saturating_sub(2), ctx);
                self.reading.draw_lines(buffer, area, &lines, ctx);
            }
            Kind::Bookmark | Kind::Noted { .. } => self.reading.draw(buffer, area, career, "", ctx),
        }
    }

    fn draw_rows(&self, buffer: &mut Buffer, area: Rect, careers: &[CareerId], ctx: &OpenSession) {
        list::draw_each(buffer, area, careers.len(), self.cursor.row, ctx, |buffer, line, at| {
            let title = &ctx.catalogue().get(careers[at]).title;
            let room = usize::from(line.width.saturating_sub(4));
            let note = self.describe_career(at, careers[at], ctx);
            // a long note has half of the row at most, and the title the rest
            let left = room.saturating_sub(text::measure_width(&note).min(room / 2) + 2);

            let mut label = text::cut_text(title, left);
            if matches!(self.kind, Kind::Start(_)) {
                // openings stand below openings
                label.push_str(&" ".repeat(left.saturating_sub(text::measure_width(&label))));
            }

            list::draw_row(buffer, line, &list::build_noted(&label, &note, room, ctx), at == self.cursor.row, ctx);
        });
    }

    /// What the sign at the end of rows means, in a line; none where no row has it.
    fn describe_sign(&self, careers: &[CareerId], ctx: &OpenSession) -> Option<Line<'static>> {
        let figures = careers.iter().map(|career| &ctx.catalogue().get(*career).figures);
        let says = matches!(self.kind, Kind::Start(_)).then(|| telling::describe_sign(figures)).flatten()?;
        Some(Line::styled(format!("  {says} "), ctx.theme.style(Role::Dim)))
    }

    /// The career in focus, below the list where nothing stands beside it.
    fn build_in_short(&self, career: CareerId, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
        match &self.kind {
            Kind::Start(starts) => {
                let start = starts.get(self.cursor.row);
                start.map_or_else(Vec::new, |start| start_detail::build_in_short(start, width, usize::from(BELOW), ctx))
            }
            _ => career_reader::build_in_short(career, width, ctx),
        }
    }

    fn describe_none(&self, ctx: &OpenSession) -> String {
        match &self.kind {
            Kind::Start(_) => telling::describe_no_start(ctx.record()).to_string(),
            Kind::Bookmark => {
                let key = ctx.keys.name_key(Action::Keep, KeyScope::Results);
                telling::describe_none_kept(&key, "one, in the list of careers or on its page")
            }
            Kind::Noted { none, .. } => (*none).to_string(),
        }
    }
}

impl Screen<OpenSession> for Listing {
    fn place(&self) -> KeyScope {
        KeyScope::Listing
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        match &self.kind {
            Kind::Start(_) => "Start now".to_string(),
            Kind::Bookmark => "Careers I keep, and my plans".to_string(),
            Kind::Noted { title, .. } => title.clone(),
        }
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        let careers = self.list_careers(ctx);
        let Some(first) = careers.first() else { return String::new() };

        let place = format!("{} of {}", self.cursor.row + 1, careers.len());
        let figures = &ctx.catalogue().get(*first).figures;
        match (&self.kind, figures.outlook) {
            (Kind::Start(_), Some(Outlook { from, to, .. })) => {
                // figures of somebody's own are from anywhere
                let country = if figures.source == FigureSource::Published { " (U.S.)" } else { "" };
                format!("openings a year, jobs {from}-{to}{country}; {place}")
            }
            _ => place,
        }
    }

    fn note(&self, ctx: &OpenSession) -> String {
        let Kind::Start(starts) = &self.kind else { return String::new() };
        let none_fits = telling::describe_none_fits(starts);
        if none_fits.is_empty() { ctx.dataset().distinctions.fair.clone() } else { none_fits }
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let careers = self.list_careers(ctx);
        let Some(career) = careers.get(self.cursor.row).or(careers.last()) else {
            Column::new(buffer, area).text(&self.describe_none(ctx), ctx.theme.style(Role::Strong));
            return;
        };

        self.is_wide.set(area.width >= BESIDE);
        if area.width < BESIDE {
            let rows = [Constraint::Fill(1), Constraint::Length(1), Constraint::Length(BELOW)];
            let [above, between, below] = Layout::vertical(rows).areas(area);
            self.draw_rows(buffer, above, &careers, ctx);
            frame::draw_rule(buffer, between, ctx);
            // on the rule, since a small screen has no line to spare
            if let Some(sign) = self.describe_sign(&careers, ctx) {
                text::draw(buffer, between.x, between.y, &sign, between.width);
            }
            Column::new(buffer, below).lines(&self.build_in_short(*career, usize::from(below.width), ctx));
            return;
        }

        let columns = [Constraint::Length(measure_list(area.width)), Constraint::Length(2), Constraint::Fill(1)];
        let [left, _, right] = Layout::horizontal(columns).areas(area);
        let sign = self.describe_sign(&careers, ctx);
        let rows = [Constraint::Fill(1), Constraint::Length(u16::from(sign.is_some()))];
        let [list, last] = Layout::vertical(rows).areas(left);
        self.draw_rows(buffer, list, &careers, ctx);
        text::draw(buffer, last.x, last.y, &sign.unwrap_or_default(), last.width);
        self.draw_focus(buffer, right, *career, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        let careers = self.list_careers(ctx);
        // before the cursor, which would take the page keys for the list
        let is_page = matches!(action, Action::PageUp | Action::PageDown);
        if is_page && self.is_wide.get() {
            self.reading.scroll(action, ctx);
            return Transition::Stay;
        }

        if self.cursor.move_by(action, careers.len()) {
            self.reading.reset();
            return Transition::Stay;
        }

        match action {
            Action::Close | Action::Back => return Transition::Close,
            Action::Search => return Transition::Open(Route::Search),
            Action::Compare if matches!(self.kind, Kind::Bookmark) && careers.len() > 1 => {
                return Transition::Open(Route::Compare(careers.into_iter().take(telling::COMPARED).collect()));
            }
            Action::Compare => ctx.say("Two or three careers that you keep can be compared."),
            _ => {}
        }

        let transition = careers.get(self.cursor.row).and_then(|career| career_actions::act(action, *career, ctx));
        self.reading.forget();
        // letting go of a career makes the list of those kept shorter
        self.cursor.row = self.cursor.row.min(self.list_careers(ctx).len().saturating_sub(1));
        transition.unwrap_or(Transition::Stay)
    }

    fn wake(&mut self, _ctx: &mut OpenSession) {
        self.reading.forget();
    }

    fn offers(&self, action: Action, ctx: &OpenSession) -> bool {
        let of_a_career = [Action::Accept, Action::Keep, Action::Note, Action::Plan, Action::Compare];
        if of_a_career.contains(&action) && self.list_careers(ctx).is_empty() {
            return false;
        }

        match action {
            Action::Compare => matches!(self.kind, Kind::Bookmark),
            _ => true,
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some("read")
    }

    fn refine(&mut self, ctx: &mut OpenSession) -> bool {
        ctx.refine_rank_uncertainty()
    }
}
