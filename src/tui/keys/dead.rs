//! What is said of a key that does nothing: where it works, what took its place, or where the keys stand.

use super::name::Key;
use super::remap::Keys;
use super::table::{Action, KeyScope};

/// Keys that meant something else in earlier versions: the key, what it did, and on which kinds of screen.
const MOVED: [(&str, Action, &[KeyScope]); 5] = [
    ("l", Action::Limits, &[KeyScope::Overview]),
    ("t", Action::Plan, &[KeyScope::Results, KeyScope::Career, KeyScope::Listing]),
    ("y", Action::Bookmark, &[KeyScope::Overview]),
    ("left", Action::Back, &STEPS_BACK),
    ("h", Action::Back, &STEPS_BACK),
];

/// Where left went a step back.
const STEPS_BACK: [KeyScope; 9] = [
    KeyScope::Choose,
    KeyScope::Goals,
    KeyScope::Turn,
    KeyScope::Question,
    KeyScope::Pair,
    KeyScope::Results,
    KeyScope::Career,
    KeyScope::Listing,
    KeyScope::Review,
];

/// Where a person is most of the time: a key that works at several places is told of there.
const NEAREST: [KeyScope; 4] = [KeyScope::Question, KeyScope::Overview, KeyScope::Results, KeyScope::Career];

/// Which moved keys were told of, so that each is told once.
#[derive(Debug, Default)]
pub struct DeadKeys {
    told: Vec<Key>,
}

impl DeadKeys {
    /// Why a key does nothing on a kind of screen, as a sentence.
    pub fn explain(&mut self, keys: &Keys, key: Key, place: KeyScope) -> String {
        let moved = self.explain_moved(keys, key, place).or_else(|| explain_there_already(keys, key, place));
        moved.or_else(|| find_elsewhere(keys, key)).unwrap_or_else(|| explain_nothing(keys, key, place))
    }

    /// What took the place of a key of before, the first time it is pressed.
    fn explain_moved(&mut self, keys: &Keys, key: Key, place: KeyScope) -> Option<String> {
        let was = |(name, _, places): &&(&str, Action, &[KeyScope])| {
            places.contains(&place) && Key::from_name(name) == Some(key)
        };
        let (_, action, _) = MOVED.iter().find(was).filter(|_| !self.told.contains(&key))?;
        let now = keys.find_key(*action, place)?;

        self.told.push(key);
        let (binding, _) = keys.list_bindings(place).find(|(binding, _)| binding.action == *action)?;
        Some(format!("{key} is {now} now: {}.", binding.help))
    }
}

/// What the key of the results comes to in the results.
fn explain_there_already(keys: &Keys, key: Key, place: KeyScope) -> Option<String> {
    let is_there = matches!(place, KeyScope::Overview | KeyScope::Results);
    let leads_here = keys.find_action(key, KeyScope::Question) == Some(Action::Results);
    (is_there && leads_here).then(|| "These are the results already.".to_string())
}

/// Where else a key does something, the places where a person is most first.
fn find_elsewhere(keys: &Keys, key: Key) -> Option<String> {
    let found = NEAREST.into_iter().chain(KeyScope::ALL).find_map(|place| {
        let (binding, _) = keys.list_bindings(place).find(|(_, known)| known.contains(&key))?;
        Some((binding, place))
    });
    let (binding, place) = found.filter(|(binding, _)| !binding.hint.is_empty())?;

    Some(match binding.action {
        Action::Digit(_) => "There is nothing to choose by its number here.".to_string(),
        _ => format!("{key} works {}: {}.", place.words(), binding.help),
    })
}

fn explain_nothing(keys: &Keys, key: Key, place: KeyScope) -> String {
    match keys.find_key(Action::Help, place) {
        Some(help) => format!("{key} does nothing here; {help} lists the keys that do."),
        None => format!("{key} does nothing here."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explain(dead: &mut DeadKeys, name: &str, place: KeyScope) -> String {
        let keys = Keys::new(&[]).expect("the table");
        dead.explain(&keys, Key::from_name(name).expect("a key"), place)
    }

    #[test]
    fn an_old_key_tells_the_new_one_once() {
        let mut dead = DeadKeys::default();
        let first = explain(&mut dead, "l", KeyScope::Overview);
        assert_eq!(first, "l is L now: what work must give you, and what counts most when ranking.");
        assert_ne!(explain(&mut dead, "l", KeyScope::Overview), first);
    }

    #[test]
    fn a_key_that_works_elsewhere_says_where() {
        let mut dead = DeadKeys::default();
        let says = explain(&mut dead, "F", KeyScope::Question);
        assert_eq!(says, "F works in the results: careers you keep, and your plans.");
        assert_eq!(explain(&mut dead, "4", KeyScope::Career), "There is nothing to choose by its number here.");
        assert_eq!(explain(&mut dead, "z", KeyScope::Overview), "z does nothing here; ? lists the keys that do.");
    }

    #[test]
    fn the_place_that_is_told_is_the_one_where_a_person_is_most() {
        let mut dead = DeadKeys::default();
        assert_eq!(explain(&mut dead, "s", KeyScope::Turn), "s works at a question: leave this one out.");
        let results = "r works at a question: to the results so far; the questions wait for you.";
        assert_eq!(explain(&mut dead, "r", KeyScope::Choose), results);
        for place in [KeyScope::Overview, KeyScope::Results] {
            assert_eq!(explain(&mut dead, "r", place), "These are the results already.");
        }
    }

    #[test]
    fn every_moved_key_is_free_where_it_was() {
        let keys = Keys::new(&[]).expect("the table");
        for (name, action, places) in MOVED {
            for place in places {
                let key = Key::from_name(name).expect("a key");
                assert_eq!(keys.find_action(key, *place), None, "{name} in {place:?}");
                assert!(keys.find_key(action, *place).is_some(), "{action:?} in {place:?}");
            }
        }
    }
}
