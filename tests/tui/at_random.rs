//! Random keys, pastes and sizes: nothing panics, and every frame is whole.
//!
//! `CAREERFIT_FUZZ=10000000 cargo test --test tui at_random` tries as many inputs as that; without it 6,000.

use crate::person::Person;
use crate::results::{carpenter, with};
use careerfit::model::random::Random;
use careerfit::text::visible::is_steering;
use careerfit::tui::clicks::{Mouse, ScrollDirection};
use careerfit::tui::keys::TABLE;
use careerfit::tui::{Environment, Input, Key};
use ratatui::layout::Position;
use std::collections::VecDeque;
use std::fmt::Write;
use std::thread;

/// Threads that share the work, each with its own seed.
const THREADS: u64 = 2;

/// Inputs to one program, before another one starts.
const SITTING: u64 = 500;

fn events() -> u64 {
    std::env::var("CAREERFIT_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(6_000)
}

/// What may come in a paste, or be typed by who has another keyboard.
const TYPED: [&str; 14] = [
    "nurse",
    "\u{1b}[2J",
    "\u{7}",
    "日本語",
    "👩‍👩‍👧",
    "e\u{301}\u{301}",
    "\u{202e}",
    "\r\n",
    "\t",
    "\u{9b}31m",
    "\0",
    "2027-03-15",
    "ß",
    "\u{200b}",
];

/// One thing that happens to the program.
#[derive(Debug)]
enum Event {
    Press(Key),
    Paste(String),
    Resize(u16, u16),
    Point(Mouse),
    Work,
}

/// A column or row below this one.
fn cell(random: &mut Random, below: usize) -> u16 {
    u16::try_from(random.below(below)).expect("a cell")
}

fn event(random: &mut Random) -> Event {
    match random.below(20) {
        0 => {
            let mut text = String::new();
            (0..random.below(30)).for_each(|_| _ = write!(text, "{}", TYPED[random.below(TYPED.len())]));
            Event::Paste(text)
        }
        1 => {
            let (columns, rows) = [(300, 100), (60, 16), (140, 50), (140, 50)][random.below(4)];
            Event::Resize(1 + cell(random, columns), 1 + cell(random, rows))
        }
        2 => Event::Work,
        7 => {
            let at = Position { x: cell(random, 120), y: cell(random, 40) };
            Event::Point(
                [Mouse::Click(at), Mouse::Wheel(at, ScrollDirection::Up), Mouse::Wheel(at, ScrollDirection::Down)]
                    [random.below(3)],
            )
        }
        3..=5 => Event::Press(Key::from_name(["1", "2", "3", "4", "5", "enter"][random.below(6)]).expect("a key")),
        6 => {
            let typed: Vec<char> = TYPED.concat().chars().chain(' '..='~').collect();
            let name = typed[random.below(typed.len())].to_string();
            Key::from_name(&name).map_or(Event::Work, Event::Press)
        }
        _ => {
            let keys = TABLE[random.below(TABLE.len())].keys;
            Event::Press(Key::from_name(keys[random.below(keys.len())]).expect("a key of the table"))
        }
    }
}

/// Somebody at the start, at the questions or at the results, on a terminal of one kind or another.
fn somebody(random: &mut Random) -> Person {
    let environment = || Environment { ascii: true, no_color: true, ..Environment::default() };
    match random.below(4) {
        0 => Person::begin(80, 24),
        1 => Person::with(80, 24, environment(), Vec::new()),
        2 => {
            let mut record = carpenter();
            record.given.truncate(random.below(record.given.len()));
            with(record)
        }
        _ => with(carpenter()),
    }
}

/// Nothing steers the terminal, and the frame is there, or else only the line that says that there is no room for it.
fn assert_whole(person: &Person) {
    let buffer = person.terminal.backend().buffer();
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let row = |at: u16| (0..columns).map(|x| buffer[(x, at)].symbol()).collect::<String>();
    let steering = buffer.content.iter().find(|cell| cell.symbol().contains(is_steering));
    assert!(steering.is_none(), "{steering:?} is shown");
    if columns < 60 || rows < 16 {
        let says = format!("careerfitneeds60x16,thisis{columns}x{rows}");
        let shown: String = (0..rows).map(row).collect::<String>().split_whitespace().collect();
        assert!(says.starts_with(&shown) && !shown.is_empty(), "{shown}");
    } else {
        assert!(row(0).trim_start().starts_with("careerfit  "), "no header:\n{}", person.screen());
        assert!(!row(rows - 1).trim().is_empty(), "no footer:\n{}", person.screen());
    }
}

/// Says what was done last when something panics.
struct Diary {
    seed: u64,
    last: VecDeque<Event>,
}

impl Drop for Diary {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("seed {}: {:?}", self.seed, self.last);
        }
    }
}

/// One program from its start on.
fn saved_session(seed: u64, inputs: u64) {
    let mut random = Random::new(seed);
    let mut person = somebody(&mut random);
    let mut diary = Diary { seed, last: VecDeque::new() };
    for _ in 0..inputs {
        diary.last.push_back(event(&mut random));
        if diary.last.len() > 40 {
            diary.last.pop_front();
        }
        match diary.last.back().expect("an event") {
            Event::Press(key) => person.stir(Input::Key(*key)),
            Event::Paste(text) => person.stir(Input::Paste(text.clone())),
            Event::Point(mouse) => person.stir(Input::Mouse(*mouse)),
            Event::Resize(columns, rows) => {
                person.terminal.backend_mut().resize(*columns, *rows);
                person.stir(Input::Resize);
            }
            Event::Work => person.work(),
        }
        if random.below(2) == 0 {
            person.glance();
            assert_whole(&person);
        }
    }
}

#[test]
fn random_keys_on_random_sizes_break_nothing() {
    let share = |thread: u64| {
        thread::spawn(move || {
            (0..events() / THREADS / SITTING).for_each(|number| saved_session((thread << 40) + number, SITTING));
        })
    };
    let shares: Vec<_> = (0..THREADS).map(share).collect();
    for share in shares {
        share.join().expect("nothing breaks");
    }
}
