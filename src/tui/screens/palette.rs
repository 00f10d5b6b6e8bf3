//! Any action, screen or career by its name, with the key beside it that does the same.

use super::overview::find_job_to_leave;
use crate::fit::Matcher;
use crate::model::CareerId;
use crate::search::Certainty;
use crate::tui::context::{Context, Shell};
use crate::tui::keys::{Action, KeyScope, TABLE};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Careers that are found at once.
const MAX_CAREERS: usize = 8;

/// Letters from which careers are looked for too.
const MIN_LETTERS: usize = 2;

/// Cells of the longest key and of the longest name.
const KEY_WIDTH: usize = 8;
const NAME_WIDTH: usize = 17;

/// What a row leads to.
#[derive(Clone, Debug, PartialEq)]
enum Entry {
    /// Something that can be done on the screen below.
    Do(Action),
    /// A screen that is opened from elsewhere.
    Open(Route),
    /// The first screen.
    Home,
    /// One career in full.
    Career(CareerId),
}

/// A row.
#[derive(Clone, Debug)]
struct Row {
    entry: Entry,
    key: String,
    name: String,
    says: String,
}

/// Screens that a key opens too, which the key table names.
const KEYED: [(Route, Action); 7] = [
    (Route::Profile, Action::Profile),
    (Route::Limits, Action::Limits),
    (Route::Bookmark, Action::Bookmark),
    (Route::StartNow, Action::Start),
    (Route::Export, Action::Export),
    (Route::Review, Action::Review),
    (Route::Distinctions, Action::Distinctions),
];

/// Screens that have no key: the name, and what it shows.
const KEYLESS: [(&str, &str, Route); 3] = [
    ("all careers", "the whole list, by fit, direction, family or training", Route::List(None)),
    ("families", "all families of careers", Route::Families),
    ("length", "more questions, or fewer", Route::Length),
];

/// The field and what is found by what is typed in it.
#[derive(Debug)]
pub struct Palette {
    field: Field,
    all: Vec<Row>,
    shown: Vec<Row>,
    cursor: Cursor,
}

impl Palette {
    /// Everything that can be asked for over a screen, on which these actions do something now.
    pub fn new(below: KeyScope, offered: &[Action], ctx: &dyn Context) -> Self {
        let mut all = list_actions(below, offered, ctx.shell());
        // a screen that has a key on the one below is among its actions already
        let keyed = |(route, action): &(Route, Action)| {
            let binding = TABLE.iter().find(|binding| binding.action == *action && !offered.contains(action))?;
            Some(build_row(Entry::Open(route.clone()), binding.hint, binding.help))
        };
        let keyless = |(name, says, route): &(&str, &str, Route)| build_row(Entry::Open(route.clone()), name, says);

        let session = ctx.ready().and_then(|ready| ready.session());
        if let Some(session) = session.filter(|session| session.record().has_answers()) {
            all.extend(KEYED.iter().filter_map(keyed));
            all.extend(KEYLESS.iter().map(keyless));
            let leave = |job| build_row(Entry::Open(Route::Leave(job)), "leave my field", "two ways out of my field");
            all.extend(find_job_to_leave(session).map(leave));
        }
        all.extend(keyed(&(Route::Search, Action::Search)));
        all.push(keyless(&("about", "what this is, and where its figures come from", Route::About)));
        if below != KeyScope::Welcome {
            all.push(build_row(Entry::Home, "first screen", "to the first screen; every answer is kept"));
        }

        Self { field: Field::default(), shown: all.clone(), all, cursor: Cursor::default() }
    }

    fn find(&mut self, ctx: &dyn Context) {
        let typed = self.field.text.trim().to_lowercase();
        let mut found: Vec<(u8, Row)> = Vec::new();
        for row in &self.all {
            found.extend(compute_likeness(row, &typed).map(|likeness| (likeness, row.clone())));
        }

        if typed.chars().count() >= MIN_LETTERS {
            found.extend(ctx.ready().into_iter().flat_map(|ready| find_careers(&typed, ready.matcher())));
        }

        // stable, so that rows that are alike in the same way keep their order
        found.sort_by_key(|(likeness, _)| *likeness);
        self.shown = found.into_iter().map(|(_, row)| row).collect();
        self.cursor = Cursor::default();
    }

    fn take(&self) -> Transition {
        match self.shown.get(self.cursor.row).map(|row| &row.entry) {
            Some(Entry::Do(action)) => Transition::Perform(*action),
            Some(Entry::Open(route)) => Transition::Replace(route.clone()),
            Some(Entry::Career(career)) => Transition::Replace(Route::Career(*career)),
            Some(Entry::Home) => Transition::Home,
            None => Transition::Stay,
        }
    }
}

fn build_row(entry: Entry, name: &str, says: &str) -> Row {
    Row { entry, key: String::new(), name: name.to_string(), says: says.to_string() }
}

/// What the key table has for the screen below, but what answers it or only moves.
fn list_actions(below: KeyScope, offered: &[Action], shell: &Shell) -> Vec<Row> {
    let named = shell.keys.list_bindings(below).filter(|(binding, _)| {
        let answers = matches!(binding.action, Action::Digit(_) | Action::Accept | Action::Less | Action::More);
        let is_named = !binding.hint.is_empty() && !answers && binding.action != Action::Palette;
        is_named && offered.contains(&binding.action)
    });

    let row = |(binding, _): (&'static crate::tui::keys::Binding, _)| Row {
        key: shell.keys.name_key(binding.action, below),
        ..build_row(Entry::Do(binding.action), binding.hint, binding.help)
    };
    named.map(row).collect()
}

/// Careers that are meant: after what is named so, before what only has the letters.
fn find_careers(typed: &str, matcher: &Matcher) -> Vec<(u8, Row)> {
    let found = matcher.search(typed, MAX_CAREERS);
    let likeness = if found.certainty == Certainty::Sure { CAREER } else { NEAR_CAREER };
    let row = |career| build_row(Entry::Career(career), "career", &matcher.dataset.catalogue.get(career).title);
    found.hits.iter().map(|hit| (likeness, row(hit.career))).collect()
}

/// How a row is like what was typed, the least first: its name begins so, a word of it does, or its letters come in order.
const BEGINS: u8 = 0;
const WORD_BEGINS: u8 = 1;
const CAREER: u8 = 2;
const HAS_LETTERS: u8 = 3;
const NEAR_CAREER: u8 = 4;

fn compute_likeness(row: &Row, typed: &str) -> Option<u8> {
    let says = row.says.to_lowercase();
    let mut words = row.name.split(' ').chain(says.split(|letter: char| !letter.is_alphanumeric()));

    if typed.is_empty() || row.name.starts_with(typed) {
        Some(BEGINS)
    } else if words.any(|word| word.starts_with(typed)) || says.contains(typed) {
        Some(WORD_BEGINS)
    } else {
        let mut letters = row.name.chars();
        typed.chars().all(|letter| letters.any(|own| own == letter)).then_some(HAS_LETTERS)
    }
}

/// Key, name and what it does, in columns.
fn build_line(row: &Row, shell: &Shell) -> Line<'static> {
    let cell = |says: &str, width: usize| {
        let says = text::cut_text(says, width - 1);
        let blank = " ".repeat(width - text::measure_width(&says));
        says + &blank
    };

    Line::from(vec![
        Span::styled(cell(&row.key, KEY_WIDTH), shell.theme.style(Role::Key)),
        Span::styled(cell(&row.name, NAME_WIDTH), shell.theme.style(Role::Text)),
        Span::styled(row.says.clone(), shell.theme.style(Role::Dim)),
    ])
}

impl<C: Context> Screen<C> for Palette {
    fn place(&self) -> KeyScope {
        KeyScope::Palette
    }

    fn title(&self, _ctx: &C) -> String {
        "Find anything".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let shell = ctx.shell();
        let mut column = Column::new(buffer, area);
        let (field, buffer) = column.take(1);
        self.field.draw(buffer, field, "type what you want to do, or a career", shell);
        column.gap(1);

        if self.shown.is_empty() {
            column.text("Nothing here is called that.", shell.theme.style(Role::Dim));
        }

        let rows: Vec<Line<'_>> = self.shown.iter().map(|row| build_line(row, shell)).collect();
        let (rest, buffer) = column.take(u16::MAX);
        list::draw(buffer, rest, &rows, self.cursor, shell);
    }

    fn act(&mut self, action: Action, ctx: &mut C) -> Transition {
        if self.cursor.move_by(action, self.shown.len()) {
            return Transition::Stay;
        }

        match action {
            Action::Accept => return self.take(),
            Action::Close => return Transition::Close,
            other if self.field.act(other) => self.find(ctx),
            _ => {}
        }

        Transition::Stay
    }

    fn write(&mut self, text: &str, ctx: &mut C) -> Transition {
        self.field.write(text);
        self.find(ctx);
        Transition::Stay
    }

    fn offers(&self, action: Action, _ctx: &C) -> bool {
        action != Action::Accept || !self.shown.is_empty()
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some("do it")
    }
}
