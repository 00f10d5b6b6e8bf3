//! Numbers of things in words.

/// "1 answer", "2 answers".
pub fn pluralise(count: usize, one: &str) -> String {
    format!("{count} {}", choose_form(count, one))
}

/// "answer" for one of them, "answers" for any other number.
pub fn choose_form(count: usize, one: &str) -> String {
    if count == 1 { one.to_string() } else { format!("{one}s") }
}
