//! What serde says of a value of the wrong kind, in words for people who write no programs.

/// How serde begins where a value is too small or too large.
const OF_RANGE: &str = "invalid value: ";

/// What was there and what was expected, as serde says it, said plainly; other messages stay as they are.
pub fn explain_message(message: &str) -> String {
    let message = message.replace('\n', ", ");
    find_said(&message).unwrap_or(message)
}

/// What to write where a value is of the wrong kind, if serde's words tell.
pub fn find_wanted(message: &str) -> Option<String> {
    Some(format!("write {}", find_expected(message)?))
}

/// What to write where only some words are right: these are all of them.
pub fn list_choices<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
    match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("write {} or {last}", first.join(", ")),
        _ => format!("write {}", words.concat()),
    }
}

fn find_said(message: &str) -> Option<String> {
    let (found, _) = message.split_once(": ")?.1.rsplit_once(", expected ")?;
    let how = if message.starts_with(OF_RANGE) { "out of range" } else { "there" };
    Some(format!("{} is {how}, {} is expected", name_thing(found), find_expected(message)?))
}

/// What serde names as expected.
fn find_expected(message: &str) -> Option<&'static str> {
    let (found, expected) = message.rsplit_once(", expected ")?;
    let is_of_range = found.starts_with(OF_RANGE);
    if !is_of_range && !found.starts_with("invalid type: ") {
        return None;
    }

    Some(match expected {
        "u8" if is_of_range => "a whole number from 0 to 255",
        "u16" if is_of_range => "a whole number from 0 to 65535",
        "u32" | "u64" | "usize" if is_of_range => "a whole number from 0 on",
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number",
        "f32" | "f64" => "a number",
        "a boolean" => "true or false (without quotes)",
        "a string" | "str" => "a text in quotes",
        "a sequence" => "a list (such as [\"one\", \"two\"])",
        "a map" => "a table (such as { name = 1 })",
        _ if expected.starts_with("struct ") => "a table (such as { name = 1 })",
        _ => return None,
    })
}

/// What serde names as found.
fn name_thing(found: &str) -> String {
    let bare = |value: &str| value.trim_matches('`').to_string();
    match found.split_once(' ') {
        Some(("string", text)) => format!("the text {text}"),
        Some(("integer", number)) => format!("the number {}", bare(number)),
        Some(("boolean", value)) => format!("'{}'", bare(value)),
        Some(("floating", rest)) => format!("the number {}", bare(rest.trim_start_matches("point "))),
        _ if found == "sequence" => "a list".to_string(),
        _ if found == "map" => "a table".to_string(),
        _ => found.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_the_wrong_kind_is_told_without_words_of_programming() {
        let cases = [
            ("invalid type: string \"high\", expected i64", "the text \"high\" is there, a whole number is expected"),
            ("invalid type: integer `5`, expected a string", "the number 5 is there, a text in quotes is expected"),
            (
                "invalid type: string \"yes\", expected a boolean",
                "the text \"yes\" is there, true or false (without quotes) is expected",
            ),
            (
                "invalid value: integer `-3`, expected u8",
                "the number -3 is out of range, a whole number from 0 to 255 is expected",
            ),
            ("missing field `title`", "missing field `title`"),
        ];
        for (serde, plain) in cases {
            assert_eq!(explain_message(serde), plain);
        }
        assert_eq!(find_wanted("invalid type: map, expected f64").as_deref(), Some("write a number"));
        assert_eq!(find_wanted("missing field `title`"), None);
        assert_eq!(list_choices(["a", "b", "c"].into_iter()), "write \"a\", \"b\" or \"c\"");
    }
}
