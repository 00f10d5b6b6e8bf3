//! A person at the keyboard of a screen that is only in memory.

use careerfit::content::shipped::load_shipped;
use careerfit::fit::Matcher;
use careerfit::model::SessionRecord;
use careerfit::tui::clicks::{Mouse, ScrollDirection};
use careerfit::tui::{App, Effect, Environment, Input, Key, Read, Reply, SavedSession, SavedSessions};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use std::sync::{Arc, OnceLock, mpsc};

/// The program with somebody in front of it; what it asks to be saved is kept.
pub struct Person {
    pub app: App,
    pub kept: Option<SessionRecord>,
    pub left: Option<u8>,
    pub asked: Vec<Effect>,
    pub terminal: Terminal<TestBackend>,
}

/// The shipped data, made ready once for all tests.
pub fn matcher() -> Arc<Matcher> {
    static MATCHER: OnceLock<Arc<Matcher>> = OnceLock::new();
    Arc::clone(MATCHER.get_or_init(|| Arc::new(Matcher::new(load_shipped().expect("the shipped data")))))
}

impl Person {
    pub fn at(columns: u16, rows: u16) -> Self {
        Self::with(columns, rows, Environment::default(), Vec::new())
    }

    pub fn with(columns: u16, rows: u16, environment: Environment, sessions: Vec<SavedSession>) -> Self {
        let sessions = Ok(Read::Sessions(SavedSessions::new(sessions), Vec::new()));
        Self::given(columns, rows, environment, [sessions, Ok(Read::Data(matcher()))])
    }

    /// Somebody whose data cannot be read.
    pub fn without_data(why: &str) -> Self {
        Self::given(80, 24, Environment::default(), [Err(why.to_string())])
    }

    fn given(
        columns: u16,
        rows: u16,
        environment: Environment,
        read: impl IntoIterator<Item = Result<Read, String>>,
    ) -> Self {
        let (send, receive) = mpsc::channel();
        read.into_iter().for_each(|read| send.send(read).expect("the app waits"));
        let app = App::new(environment, receive).expect("the keys can be used");
        let terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a screen in memory");
        let mut person = Self { app, kept: None, left: None, asked: Vec::new(), terminal };
        person.look();
        person.app.run_to_idle();
        person.look();
        person
    }

    /// Begins the questionnaire and passes over what is not scored.
    pub fn begin(columns: u16, rows: u16) -> Self {
        let mut person = Self::at(columns, rows);
        person.press("<enter>1ss<enter><enter>");
        person
    }

    /// Presses keys one by one, looking at the screen after each.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys_of(keys) {
            self.input(Input::Key(key));
            self.look();
        }
        self
    }

    /// Presses keys faster than the screen is painted.
    pub fn burst(&mut self, keys: &str) -> &mut Self {
        for key in keys_of(keys) {
            self.input(Input::Key(key));
        }
        self.look();
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.input(Input::Paste(text.to_string()));
        self.look();
        self
    }

    /// Clicks on the first place where these words are.
    pub fn click(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        let (y, row) = screen.lines().enumerate().find(|(_, row)| row.contains(words)).expect("the words are shown");
        let x = row[..row.find(words).unwrap_or(0)].chars().count();
        let [x, y] = [x, y].map(|at| u16::try_from(at).expect("a cell"));
        self.input(Input::Mouse(Mouse::Click(Position { x, y })));
        self.look();
        self
    }

    /// Turns the wheel over a place.
    pub fn wheel(&mut self, x: u16, turn: ScrollDirection) -> &mut Self {
        self.input(Input::Mouse(Mouse::Wheel(Position { x, y: 8 }, turn)));
        self.look();
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.input(Input::Resize);
        self.look();
        self
    }

    fn input(&mut self, input: Input) {
        if input == Input::Resize {
            // as the guard does
            self.terminal.clear().expect("a frame");
        }
        let effects = self.app.update(input);
        for effect in effects {
            self.handle(effect);
        }
    }

    fn handle(&mut self, effect: Effect) {
        let opened =
            |record| Reply::Opened(Box::new(SavedSession { name: "test".into(), record, ..SavedSession::default() }));
        let reply = match &effect {
            Effect::Save => {
                self.kept = self.app.session().map(|open| open.record().clone());
                None
            }
            Effect::Begin => Some(Reply::Opened(Box::new(SavedSession {
                name: "test".into(),
                choose_length: true,
                ..SavedSession::default()
            }))),
            Effect::Open(name) => {
                let sessions = &self.app.idle().expect("data is there").sessions;
                let found = sessions.all().iter().find(|saved_session| saved_session.name == *name);
                Some(opened(found.expect("a session").record.clone()))
            }
            Effect::Propose(format) => Some(Reply::Proposed(format!("/home/zoe/careerfit-test.{}", format.ending()))),
            Effect::Export(_, path) => Some(Reply::Written(path.clone())),
            Effect::Quit(code) => {
                self.left = Some(*code);
                None
            }
            _ => None,
        };
        self.asked.push(effect);
        let more = reply.map(|reply| self.app.on_reply(reply)).unwrap_or_default();
        for effect in more {
            self.handle(effect);
        }
    }

    /// Takes an input without looking at the screen.
    pub fn stir(&mut self, input: Input) {
        self.input(input);
    }

    /// Looks at the screen once, without waiting for what arrives later.
    pub fn glance(&mut self) {
        self.terminal.draw(|frame| self.app.draw(frame.buffer_mut())).expect("a frame");
    }

    /// Lets a slice of what arrives later be worked on.
    pub fn work(&mut self) {
        self.app.refine();
    }

    fn look(&mut self) {
        self.terminal.draw(|frame| self.app.draw(frame.buffer_mut())).expect("a frame");
        self.app.run_to_idle();
        self.terminal.draw(|frame| self.app.draw(frame.buffer_mut())).expect("a frame");
    }

    /// The screen as text, without blanks at the ends of lines.
    pub fn screen(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let rows = buffer.content.chunks(usize::from(buffer.area.width));
        let text = |row: &[ratatui::buffer::Cell]| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>();
        rows.map(|row| text(row).trim_end().to_string() + "\n").collect()
    }

    /// The rows that hold a text in this style.
    pub fn rows_in(&self, style: Modifier) -> Vec<String> {
        let buffer = self.terminal.backend().buffer();
        let rows = buffer.content.chunks(usize::from(buffer.area.width));
        let text = |row: &[ratatui::buffer::Cell]| -> String {
            row.iter().filter(|cell| cell.modifier.contains(style)).map(ratatui::buffer::Cell::symbol).collect()
        };
        rows.map(text).filter(|text| !text.trim().is_empty()).collect()
    }

    /// Whether any cell has a colour of its own.
    pub fn is_coloured(&self) -> bool {
        let cells = &self.terminal.backend().buffer().content;
        cells.iter().any(|cell| cell.fg != Color::Reset || cell.bg != Color::Reset)
    }

    /// The answers that count, as id and value.
    pub fn answered(&self) -> usize {
        self.app.session().map_or(0, |open| open.interview().answers().iter().count())
    }

    pub fn sees(&self, text: &str) -> bool {
        self.screen().contains(text)
    }
}

/// Keys of a text like `jj3<enter>`.
pub fn keys_of(text: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (name, after) = match rest.strip_prefix('<').and_then(|inside| inside.split_once('>')) {
            Some((name, after)) => (name, after),
            None => rest.split_at(first.len_utf8()),
        };
        keys.push(Key::from_name(name).unwrap_or_else(|| panic!("'{name}' is no key")));
        rest = after;
    }
    keys
}
