//! The table with a person's own keys put in.

use super::name::Key;
use super::table::{Action, Binding, KeyScope, TABLE};
use crate::text::show_controls;
use std::fmt;

/// Why a config's keys cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// No action has this config name.
    UnknownAction(String),
    /// No key has this name.
    UnknownKey(String),
    /// An action was left without a key.
    NoKey(String),
    /// One key asks for two things on the same screen: the key, and the two config names or labels.
    Twice(String, String, String),
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownAction(name) => {
                write!(f, "keys: there is no action '{}'; 'careerfit config' prints their names", show_controls(name))
            }
            Self::UnknownKey(name) => {
                write!(f, "keys: '{}' is no key; write 'x', 'ctrl-x', 'up', 'pagedown'", show_controls(name))
            }
            Self::NoKey(name) => write!(f, "keys: '{name}' has no key; give it at least one"),
            Self::Twice(key, a, b) => {
                let key = show_controls(key);
                write!(f, "keys: '{key}' means '{a}' and '{b}' on the same screen; give one of them another key")
            }
        }
    }
}

/// Which key asks for what, on which screen.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    rows: Vec<(&'static Binding, Vec<Key>)>,
}

impl Keys {
    /// The table with the changes of a config: config name and names of its keys.
    ///
    /// # Errors
    /// [`Unusable`] for the first change that names no action or no key, or a key twice.
    pub fn new(changes: &[(String, Vec<String>)]) -> Result<Self, Unusable> {
        let keys = Self::apply_changes(changes)?;
        keys.list_clashes().into_iter().next().map_or(Ok(keys), Err)
    }

    /// All keys that would mean two things with these changes; what is no key in them means nothing.
    pub fn find_clashes(changes: &[(String, Vec<String>)]) -> Vec<Unusable> {
        let keys_of = |binding: &Binding| {
            let own = changes.iter().find(|(name, _)| !binding.is_fixed() && name == binding.config);
            match own {
                Some((_, keys)) => keys.iter().filter_map(|name| Key::from_name(name)).collect(),
                None => binding.keys.iter().filter_map(|name| Key::from_name(name)).collect(),
            }
        };
        Self { rows: TABLE.iter().map(|binding| (binding, keys_of(binding))).collect() }.list_clashes()
    }

    fn apply_changes(changes: &[(String, Vec<String>)]) -> Result<Self, Unusable> {
        if let Some((name, _)) = changes.iter().find(|(name, _)| !is_action(name)) {
            return Err(Unusable::UnknownAction(name.clone()));
        }

        let mut rows = Vec::with_capacity(TABLE.len());
        for binding in TABLE {
            let own = changes.iter().find(|(name, _)| !binding.is_fixed() && name == binding.config);
            let keys = match own {
                Some((name, keys)) if keys.is_empty() => return Err(Unusable::NoKey(name.clone())),
                Some((_, keys)) => parse_keys(keys.iter().map(String::as_str))?,
                None => parse_keys(binding.keys.iter().copied())?,
            };
            rows.push((binding, keys));
        }

        Ok(Self { rows })
    }

    /// What a key asks for on this kind of screen.
    pub fn find_action(&self, key: Key, place: KeyScope) -> Option<Action> {
        let (binding, _) = self.list_bindings(place).find(|(_, keys)| keys.contains(&key))?;
        match (binding.action, key.digit()) {
            (Action::Digit(_), Some(digit)) => Some(Action::Digit(digit)),
            (action, _) => Some(action),
        }
    }

    /// All rows that work on this kind of screen, with their keys.
    pub fn list_bindings(&self, place: KeyScope) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        let here = self.rows.iter().filter(move |(binding, _)| binding.places.contains(&place));
        here.map(|(binding, keys)| (*binding, keys.as_slice()))
    }

    /// The key to show for an action on this kind of screen.
    pub fn find_key(&self, action: Action, place: KeyScope) -> Option<Key> {
        self.list_bindings(place)
            .find(|(binding, _)| binding.action == action)
            .and_then(|(_, keys)| keys.first().copied())
    }

    /// The name of that key, for a sentence; empty where none is.
    pub fn name_key(&self, action: Action, place: KeyScope) -> String {
        self.find_key(action, place).map_or_else(String::new, |key| key.to_string())
    }

    /// Each key that means two things on a screen, once for the same two.
    fn list_clashes(&self) -> Vec<Unusable> {
        let mut found = Vec::new();
        let mut note = |clash: Unusable| {
            if !found.contains(&clash) {
                found.push(clash);
            }
        };

        for place in KeyScope::ALL {
            let mut seen: Vec<(Key, &Binding)> = Vec::new();
            for (binding, keys) in self.list_bindings(place) {
                for key in keys {
                    if let Some((_, other)) = seen.iter().find(|(known, _)| known == key) {
                        note(Unusable::Twice(key.to_string(), name_binding(other), name_binding(binding)));
                    }
                    // where text is typed, a key with a character is a letter of it
                    if place.is_typing() && key.character().is_some() {
                        note(Unusable::Twice(key.to_string(), name_binding(binding), "typing".to_string()));
                    }
                    seen.push((*key, binding));
                }
            }
        }
        found
    }
}

fn is_action(name: &str) -> bool {
    TABLE.iter().any(|binding| !binding.is_fixed() && binding.config == name)
}

fn parse_keys<'n>(names: impl Iterator<Item = &'n str>) -> Result<Vec<Key>, Unusable> {
    names.map(|name| Key::from_name(name).ok_or_else(|| Unusable::UnknownKey(name.to_string()))).collect()
}

fn name_binding(binding: &Binding) -> String {
    let name = if binding.is_fixed() { binding.help } else { binding.config };
    name.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build_change(name: &str, keys: &[&str]) -> (String, Vec<String>) {
        (name.to_string(), keys.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn no_key_of_the_table_means_two_things_on_one_screen() {
        assert_eq!(Keys::new(&[]).err(), None);
    }

    #[test]
    fn a_changed_key_works_and_the_old_one_no_longer_does() {
        let keys = Keys::new(&[build_change("skip", &["x", "ctrl-n"])]).expect("the keys can be used");
        let action = |name| keys.find_action(Key::from_name(name).expect("a key"), KeyScope::Question);
        assert_eq!(action("x"), Some(Action::Skip));
        assert_eq!(action("ctrl-n"), Some(Action::Skip));
        assert_eq!(action("s"), None);
    }

    #[test]
    fn a_config_that_uses_a_key_twice_on_a_screen_is_refused_with_both_names() {
        let refused = Keys::new(&[build_change("skip", &["u"])]).expect_err("u is undo");
        assert_eq!(refused, Unusable::Twice("u".into(), "skip".into(), "undo".into()));
        assert!(refused.to_string().contains("'u' means 'skip' and 'undo'"));
    }

    #[test]
    fn a_letter_cannot_do_something_where_letters_are_typed() {
        assert!(matches!(Keys::new(&[build_change("accept", &["x"])]), Err(Unusable::Twice(..))));
    }

    #[test]
    fn unknown_names_are_told() {
        assert_eq!(Keys::new(&[build_change("fly", &["x"])]).err(), Some(Unusable::UnknownAction("fly".into())));
        assert_eq!(Keys::new(&[build_change("skip", &["xx"])]).err(), Some(Unusable::UnknownKey("xx".into())));
        assert_eq!(Keys::new(&[build_change("skip", &[])]).err(), Some(Unusable::NoKey("skip".into())));
    }
}
