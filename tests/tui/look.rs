//! How every screen looks, at every size that matters.

use crate::person::Person;
use careerfit::tui::{Environment, SavedSession};
use insta::assert_snapshot;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 16)];

/// Each screen by name and the keys that lead there from the one before.
const WAY: [(&str, &str); 18] = [
    ("welcome", ""),
    ("about", "4"),
    ("length", "<esc>1"),
    ("situation", "1"),
    ("job", "ss"),
    ("job-found", "nurse"),
    ("goals", "<enter>"),
    ("turn", "13<enter>"),
    ("question", "<enter>"),
    ("question-again", "4b"),
    ("turn-after-a-part", "524351423154"),
    ("question-with-example", "<enter>"),
    ("distinctions", "d"),
    ("help", "<esc>?"),
    ("review", "<esc>v"),
    ("results", "<esc>r"),
    ("browse", "/carpnter"),
    ("welcome-after", "<esc><esc><esc>"),
];

fn walk(person: &mut Person, mut seen: impl FnMut(&str, &Person)) {
    for (name, keys) in WAY {
        person.press(keys);
        seen(name, person);
    }
}

fn name_of(name: &str, (columns, rows): (u16, u16), kind: &str) -> String {
    format!("{name}-{columns}x{rows}{kind}")
}

#[test]
fn every_screen_at_every_size() {
    for size in SIZES {
        let mut person = Person::at(80, 24);
        for (name, keys) in WAY {
            person.press(keys).resize(size.0, size.1);
            assert_snapshot!(name_of(name, size, ""), person.screen());
            person.resize(80, 24);
        }
    }
}

#[test]
fn a_terminal_that_is_too_small() {
    let mut person = Person::at(80, 24);
    person.resize(40, 12);
    assert_snapshot!("too-small-40x12", person.screen());
}

#[test]
fn the_sliders_at_every_size() {
    let mut person = Person::begin(80, 24);
    for _ in 0..60 {
        if person.sees("Should your work pay the bills") {
            break;
        }
        person.press(if person.sees("1 ○") { ["5", "1", "4"][person.answered() % 3] } else { "<enter>" });
    }
    person.press("j5");
    for size in SIZES {
        person.resize(size.0, size.1);
        assert_snapshot!(name_of("sliders", size, ""), person.screen());
    }
}

#[test]
fn either_or_at_every_size() {
    let mut person = Person::begin(80, 24);
    for _ in 0..60 {
        if person.sees("Either, or") {
            break;
        }
        person.press(if person.sees("1 ○") { "3" } else { "<enter>" });
    }
    for size in SIZES {
        person.resize(size.0, size.1);
        assert_snapshot!(name_of("pair", size, ""), person.screen());
    }
}

#[test]
fn mono_marks_by_sign_and_style() {
    let environment = Environment { no_color: true, ..Environment::default() };
    let mut person = Person::with(80, 24, environment, Vec::new());
    person.press("<enter>1ss<enter><enter><enter>4b");
    let reversed = person.rows_in(ratatui::style::Modifier::REVERSED).join("\n");
    let bold = person.rows_in(ratatui::style::Modifier::BOLD).join("\n");
    let dim = person.rows_in(ratatui::style::Modifier::DIM).join("\n");
    assert_snapshot!(
        "question-80x24-mono",
        format!("{}\nreversed\n{reversed}\n\nbold\n{bold}\n\ndim\n{dim}", person.screen())
    );
}

#[test]
fn ascii_screens() {
    let environment = Environment { ascii: true, ..Environment::default() };
    let mut person = Person::with(80, 24, environment, Vec::new());
    walk(&mut person, |name, person| {
        if ["welcome", "question-again", "turn-after-a-part", "results"].contains(&name) {
            assert_snapshot!(name_of(name, (80, 24), "-ascii"), person.screen());
        }
    });
}

#[test]
fn welcome_with_sessions_of_before() {
    let mut before = Person::begin(80, 24);
    before.press("<enter>524");
    let record = before.kept.clone().expect("saved");
    let saved_session = |name: &str, when: &str| SavedSession {
        name: name.into(),
        when: when.into(),
        record: record.clone(),
        ..SavedSession::default()
    };
    let sessions = vec![saved_session("answers-2", "yesterday"), saved_session("answers", "2026-03-01")];
    let person = Person::with(80, 24, Environment::default(), sessions);
    assert_snapshot!("welcome-80x24-sessions", person.screen());
}

#[test]
fn no_title_is_cut_at_80_columns() {
    let whole = |name: &str, person: &Person| {
        let title = person.screen().lines().next().unwrap_or_default().to_string();
        assert!(!title.contains('…'), "{name}: {title}");
    };
    walk(&mut Person::at(80, 24), whole);
    let mut person = Person::begin(80, 24);
    for _ in 0..60 {
        whole("a walk", &person);
        person.press(if person.sees("1 ○") { ["5", "1", "4"][person.answered() % 3] } else { "<enter>" });
    }
}
