//! Names of sessions: each is a file's name on every system.

use super::Error;

const MAX_NAME_BYTES: usize = 60;

/// Names that Windows keeps for devices.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Checks that a name can be a file's: letters, digits, `-` and `_`.
///
/// # Errors
/// [`Error::Name`].
pub fn check_name(name: &str) -> Result<(), Error> {
    let allowed = |c: char| c.is_alphanumeric() || c == '-' || c == '_';

    // Most systems take names of 255 bytes, of which the longest of our endings needs its share.
    let fine = !name.is_empty()
        && name.len() <= 3 * MAX_NAME_BYTES
        && name.chars().count() <= MAX_NAME_BYTES
        && name.chars().all(allowed)
        && !name.starts_with('-')
        && !is_device(name);

    if fine { Ok(()) } else { Err(Error::Name(name.to_string())) }
}

fn is_device(name: &str) -> bool {
    let name = name.to_lowercase();
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    RESERVED.contains(&name.as_str()) || port.is_some_and(|port| port.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_leave_the_folder_or_steer_a_terminal_are_refused() {
        for bad in ["", "..", "../x", "a/b", "a\\b", "a.toml", "a b", "a\0", "\u{1b}[2J", "-x", "CON", "com1", "a:b"] {
            let message = check_name(bad).expect_err(bad).to_string();
            assert!(message.contains("letters, digits"), "{message}");
            assert!(!message.contains(['\u{1b}', '\0']), "{message:?}");
        }
        assert!(check_name(&"x".repeat(61)).is_err());
    }

    #[test]
    fn names_of_people_are_fine() {
        for good in ["anna", "Zoë", "李", "try-2", "my_answers", "2026", "comet", "nulla"] {
            assert!(check_name(good).is_ok(), "{good}");
        }
    }
}
