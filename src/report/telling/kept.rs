//! What is said when a career is kept, let go or given a plan. `career` is its title, or "It" where it is the one in view.

/// What is said to whoever would plan one more than [`crate::model::MOST_PLANS`].
pub const ENOUGH_PLANS: &str = "Three plans are enough for now. Empty one of them first.";

/// That no career is kept yet; `key` keeps `which`.
pub fn describe_none_kept(key: &str, which: &str) -> String {
    format!("No career is kept yet: {key} keeps {which}.")
}

/// That a career is kept from now on.
pub fn confirm_kept(career: &str) -> String {
    format!("{career} is kept. A note or a plan of your own can stand with it.")
}

/// That a career is let go.
pub fn confirm_let_go(career: &str) -> String {
    format!("{career} is no longer kept.")
}

/// That a career cannot be let go yet.
pub fn confirm_stays_kept(career: &str) -> String {
    format!("{career} stays kept, because it has a note or a plan of yours. Empty those first to let it go.")
}
