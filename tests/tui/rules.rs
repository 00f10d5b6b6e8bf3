//! What every screen keeps to.

use crate::person::Person;
use careerfit::tui::keys::{KeyScope, Keys, TABLE, write_markdown};
use careerfit::tui::theme::Choice;
use careerfit::tui::{Effect, Environment};
use ratatui::style::Modifier;

#[test]
fn a_question_that_was_not_painted_takes_no_answer() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>").burst("33333");
    assert_eq!(person.answered(), 1, "only the first key was read after its question was painted");
    person.burst("4<enter>s5");
    assert_eq!(person.answered(), 2);
}

#[test]
fn a_paste_answers_nothing_and_fills_a_text_field() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>").paste("12345");
    assert_eq!(person.answered(), 0);
    let mut person = Person::at(80, 24);
    person.press("/").paste("car\u{1b}[31mpenter\n");
    assert!(person.sees("car[31mpenter") && !person.screen().contains('\u{1b}'), "{}", person.screen());
}

#[test]
fn where_the_data_cannot_be_read_what_needs_it_says_why_and_help_still_opens() {
    let why = "the careers are not there";
    let mut person = Person::without_data(why);
    assert!(person.sees(why), "{}", person.screen());
    for key in ["/", "d", "2", "3"] {
        person.press(key);
        assert!(person.sees(why) && person.sees("Find work that fits you"), "{key}: {}", person.screen());
    }
    person.press("?");
    assert!(person.sees("take what is marked"), "{}", person.screen());
    person.press("<esc>q");
    assert_eq!(person.left, Some(0));
}

#[test]
fn a_terminal_that_is_too_small_says_so_takes_no_answer_and_recovers() {
    let mut person = Person::begin(80, 24);
    let before = person.press("<enter>").screen();
    person.resize(40, 12);
    assert_eq!(person.screen().trim(), "careerfit needs 60x16, this is 40x12");
    person.press("5");
    assert_eq!(person.answered(), 0);
    person.resize(80, 24);
    assert_eq!(person.screen(), before);
}

#[test]
fn no_size_is_too_odd() {
    for (columns, rows) in [(1, 1), (0, 5), (5, 0), (60, 16), (61, 17), (99, 16), (100, 16), (60, 60), (300, 90)] {
        let mut person = Person::begin(80, 24);
        person.press("<enter>5").resize(columns, rows).press("dj<esc>?jG<esc>v<esc>b").resize(80, 24);
    }
}

#[test]
fn the_selection_is_marked_by_sign_and_style_without_colour() {
    let environment = Environment { no_color: true, ..Environment::default() };
    let mut person = Person::with(80, 24, environment, Vec::new());
    assert!(!person.is_coloured());
    assert_eq!(person.rows_in(Modifier::REVERSED), ["1 ○ Begin the questionnaire"]);
    person.press("j");
    assert_eq!(person.rows_in(Modifier::REVERSED), ["2 ○ Look around: search all careers"]);
    assert!(person.sees("▸ 2"));
}

#[test]
fn ascii_means_every_cell_of_every_screen() {
    let environment = Environment { ascii: true, ..Environment::default() };
    let mut person = Person::with(120, 40, environment, Vec::new());
    for keys in [
        "", "<enter>", "1", "s", "s", "nurse", "<enter>", "<enter>", "<enter>", "5", "?", "<esc>", "d", "<esc>", "v",
        "<esc>", "r",
    ] {
        person.press(keys);
        assert!(person.screen().is_ascii(), "after {keys}:\n{}", person.screen());
        assert!(!person.sees("??"), "after {keys}:\n{}", person.screen());
    }
}

#[test]
fn a_locale_without_utf8_or_a_linux_console_gets_ascii() {
    let with = |lang: &str, term: &str| Environment { lang: lang.into(), term: term.into(), ..Environment::default() };
    assert!(with("C", "xterm").is_ascii());
    assert!(with("en_US.UTF-8", "linux").is_ascii());
    assert!(!with("de_DE.utf8", "xterm").is_ascii());
    assert!(!with("", "xterm").is_ascii());
}

#[test]
fn every_theme_has_a_name_and_paints() {
    for (theme, name) in Choice::ALL {
        assert_eq!(Choice::from_name(name), Some(theme));
        for (term, colorterm) in [("xterm", ""), ("xterm-256color", ""), ("xterm", "truecolor")] {
            for light in [None, Some(true), Some(false)] {
                let environment = Environment {
                    theme,
                    light,
                    term: term.into(),
                    colorterm: colorterm.into(),
                    ..Environment::default()
                };
                let person = Person::with(80, 24, environment, Vec::new());
                let plain = matches!(theme, Choice::Mono | Choice::HighContrast);
                assert_eq!(person.is_coloured(), !plain, "{name} on {term}");
            }
        }
    }
}

#[test]
fn keys_can_be_changed_and_hints_follow() {
    let environment = Environment { keys: vec![("skip".into(), vec!["x".into()])], ..Environment::default() };
    let mut person = Person::with(80, 24, environment, Vec::new());
    person.press("<enter>1xx<enter><enter><enter>");
    assert!(person.sees("x skip"), "{}", person.screen());
    person.press("x");
    assert_eq!(person.answered(), 1);
}

#[test]
fn every_screen_has_help_or_a_field_and_a_way_to_leave() {
    let keys = Keys::new(&[]).expect("the table");
    for place in KeyScope::ALL {
        let has = |name: &str| keys.find_action(careerfit::tui::Key::from_name(name).expect("a key"), place).is_some();
        assert!(has("ctrl-c") && has("esc") && has("ctrl-z"), "{place:?}");
        assert!(place.is_typing() || (has("?") && has("q")), "{place:?}");
    }
}

#[test]
fn the_key_list_for_the_readme_names_every_row() {
    let list = write_markdown();
    assert_eq!(list.lines().count(), TABLE.len() + 2);
    assert!(list.contains("| `up` `k` | to the row above | `up` |"));
}

#[test]
fn help_scrolls_to_its_end() {
    let mut person = Person::begin(60, 16);
    person.press("<enter>?");
    let top = person.screen();
    person.press("G");
    assert_ne!(person.screen(), top);
    assert!(person.sees("empty what was typed"), "the last row of the table is in sight\n{}", person.screen());
    person.press("g");
    assert_eq!(person.screen(), top);
}

#[test]
fn suspend_is_asked_of_the_shell_everywhere() {
    let mut person = Person::begin(80, 24);
    person.press("<ctrl-z>");
    assert_eq!(person.asked.last(), Some(&Effect::Suspend));
}
