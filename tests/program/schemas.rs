//! What commands print is what their JSON Schemas say.

use crate::run::{Home, csv, session, somebody};
use serde_json::Value;
use std::fs;

/// What is wrong with a value by a schema; the keywords that the shipped schemas use, and no others.
fn wrong(value: &Value, schema: &Value, root: &Value, at: &str) -> Vec<String> {
    let Some(schema) = schema.as_object() else { return vec![format!("{at}: the schema is no object")] };
    let mut found = Vec::new();
    for (keyword, wanted) in schema {
        let fails = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => false,
            "type" => !has_type(value, wanted.as_str().expect("a type")),
            "const" => value != wanted,
            "enum" => !wanted.as_array().expect("values").contains(value),
            "minimum" => value.as_f64().is_some_and(|n| n < wanted.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_some_and(|n| n > wanted.as_f64().expect("a number")),
            "minLength" => {
                value.as_str().is_some_and(|s| (s.chars().count() as u64) < wanted.as_u64().expect("a number"))
            }
            "maxLength" => {
                value.as_str().is_some_and(|s| s.chars().count() as u64 > wanted.as_u64().expect("a number"))
            }
            "anyOf" => {
                let each = wanted.as_array().expect("schemas").iter().map(|one| wrong(value, one, root, at));
                let each: Vec<Vec<String>> = each.collect();
                if each.iter().all(|wrong| !wrong.is_empty()) {
                    found.extend(each.into_iter().flatten());
                }
                false
            }
            "$ref" => {
                let place = wanted.as_str().and_then(|name| name.strip_prefix('#')).expect("a place in the schema");
                found.extend(wrong(value, root.pointer(place).expect("a definition"), root, at));
                false
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                found.extend(items.flat_map(|(place, item)| wrong(item, wanted, root, &format!("{at}[{place}]"))));
                false
            }
            "required" => {
                let keys = wanted.as_array().expect("keys").iter().filter_map(Value::as_str);
                found
                    .extend(keys.filter(|key| value.get(key).is_none()).map(|key| format!("{at}: '{key}' is missing")));
                false
            }
            "properties" | "additionalProperties" => {
                found.extend(wrong_properties(value, keyword, schema, root, at));
                false
            }
            other => panic!("this test does not know '{other}'"),
        };
        if fails {
            found.push(format!("{at}: {value} is not {keyword} {wanted}"));
        }
    }
    found
}

fn has_type(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("no type '{other}'"),
    }
}

fn wrong_properties(
    value: &Value,
    keyword: &str,
    schema: &serde_json::Map<String, Value>,
    root: &Value,
    at: &str,
) -> Vec<String> {
    let known = schema.get("properties").and_then(Value::as_object);
    let mut found = Vec::new();
    for (key, inner) in value.as_object().into_iter().flatten() {
        let at = format!("{at}.{key}");
        match (known.and_then(|known| known.get(key)), keyword, schema.get("additionalProperties")) {
            (Some(known), "properties", _) => found.extend(wrong(inner, known, root, &at)),
            (None, "additionalProperties", Some(Value::Bool(false))) => found.push(format!("{at} is not known")),
            (None, "additionalProperties", Some(other)) => found.extend(wrong(inner, other, root, &at)),
            _ => {}
        }
    }
    found
}

fn schema(name: &str) -> Value {
    let text = fs::read_to_string(format!("data/schemas/{name}.schema.json")).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

/// Every line is as the schema says; so is none of them once something in it is of another kind.
fn holds(name: &str, lines: &str) {
    let schema = schema(name);
    assert!(!lines.is_empty(), "{name} prints nothing");
    for line in lines.lines() {
        let value: Value = serde_json::from_str(line).expect("one JSON object a line");
        let wrong = wrong(&value, &schema, &schema, name);
        assert!(wrong.is_empty(), "{name}: {}", wrong.join("\n"));
    }
}

/// A home with two sessions, people in a CSV and a broken file.
fn furnished() -> Home {
    let home = Home::new();
    let mut later = somebody();
    for (_, value) in &mut later {
        *value = 6 - *value;
    }
    for (name, answers) in [("anna", somebody()), ("anna-2", later)] {
        let more = "[situation]\nnow = \"school\"\npay = \"now\"\n";
        let text = session(name, &answers);
        let text = if name == "anna" { text } else { text.replacen("[[answer]]", &format!("{more}\n[[answer]]"), 1) };
        home.write(&format!(".local/share/careerfit/sessions/{name}.toml"), text);
    }
    home.write("people.csv", csv("ben", &somebody()));
    home.write("few.csv", "enjoy-street-photos,enjoy-classmate-test\n5,1\n");
    home.write("broken.toml", "[[career]]\nid = 3\n");
    home
}

#[test]
fn every_command_prints_what_its_schema_says() {
    let home = furnished();
    let cases: [(&str, &[&str]); 21] = [
        ("audit", &["audit", "related", "--format", "json"]),
        ("version", &["--version", "--verbose", "--format", "json"]),
        ("score", &["score", "anna", "--format", "json", "--top", "40"]),
        ("score", &["score", "people.csv", "--format", "json"]),
        ("score", &["score", "people.csv", "--format", "json", "--intervals", "--reasons", "--directions"]),
        ("score", &["score", "few.csv", "--format", "json"]),
        ("export", &["sessions", "export", "anna", "--format", "json"]),
        ("export", &["sessions", "export", "anna-2", "--format", "json"]),
        ("compare", &["sessions", "compare", "anna", "anna-2", "--format", "json"]),
        ("show", &["sessions", "show", "anna-2", "--format", "json"]),
        ("questions", &["questions", "--format", "json"]),
        ("career", &["career", "nurse", "--format", "json"]),
        ("career", &["career", "xqzjvw", "--format", "json"]),
        ("explain", &["explain", "anna", "nurse", "--format", "json"]),
        ("explain", &["explain", "few.csv", "nurse", "--format", "json"]),
        ("check", &["check", "broken.toml", "--format", "json"]),
        ("check", &["check", ".local/share/careerfit/sessions/anna.toml", "--format", "json"]),
        ("config", &["config", "--format", "json"]),
        ("list", &["sessions", "list", "--format", "json"]),
        ("list", &["sessions", "list", "--deleted", "--format", "json"]),
        ("config", &["config", "--no-config", "--format", "json"]),
    ];
    for (name, arguments) in cases {
        let ran = home.run(arguments, "");
        assert!(ran.code < 2, "{arguments:?}: {}", ran.err);
        holds(name, &ran.out);
    }
    home.run(&["sessions", "delete", "anna"], "");
    let deleted = home.run(&["sessions", "list", "--deleted", "--format", "json"], "").out;
    assert!(deleted.contains("\"anna\""), "{deleted}");
    holds("list", &deleted);
}

#[test]
fn every_line_of_take_is_what_its_schema_says() {
    let input = "{\"answer\":4,\"id\":7}\n{\"answer\":[1,2]}\n{\"answer\":\"x\"}\n{\"answer\":1}\n{\"answer\":\"carpenter\"}\n\
                 {\"answer\":1}\n{\"answer\":[2]}\n{\"back\":true}\n{\"skip\":true}\n";
    let input = input.to_string() + &"{\"answer\":2}\n".repeat(60);
    holds("take-input", &input);
    let ran = Home::new().run(&["take", "--jsonl", "--no-save", "--length", "quick"], &input);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    holds("take", &ran.out);
    for kind in ["hello", "ask", "error", "heard", "result"] {
        assert!(ran.out.contains(&format!("\"{kind}\":")), "{kind}");
    }
}

#[test]
fn what_take_cannot_read_is_refused_by_its_schema_as_well() {
    let schema = schema("take-input");
    let bad = ["{}", "{\"skip\":false}", "{\"answer\":4,\"stop\":true}", "{\"answer\":-1}", "{\"anwser\":4}"];
    let input: String = bad.iter().flat_map(|line| [*line, "\n"]).collect();
    let said = Home::new().run(&["take", "--jsonl", "--no-save", "--length", "quick"], &input).out;
    assert_eq!(said.matches("{\"error\":").count(), bad.len(), "{said}");
    for line in bad {
        let value: Value = serde_json::from_str(line).expect("JSON");
        assert!(!wrong(&value, &schema, &schema, "take-input").is_empty(), "{line}");
    }
}

#[test]
fn every_line_that_the_page_on_take_names_is_read_as_its_schema_says_and_named_in_its_help() {
    let page = fs::read_to_string("docs/take.md").expect("the page");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `{")?.split_once("}` |"));
    let named: Vec<String> = rows.map(|(line, _)| format!("{{{line}}}")).collect();
    assert!(named.len() > 6, "{named:?}");

    let sent = named.iter().map(|line| format!("{line}\n"));
    holds("take-input", &sent.clone().collect::<String>());
    let help = Home::new().run(&["take", "--help"], "").out;
    for line in sent {
        let key = line.trim_start_matches("{\"").split('"').next().unwrap_or_default();
        assert!(help.contains(&format!("{{\"{key}\":")), "{key} is missing in: {help}");
        let said = Home::new().run(&["take", "--jsonl", "--no-save", "--length", "quick"], &line).out;
        assert!(!said.contains("; send {"), "{line}: {said}");
    }
}

/// What makes a value wrong.
type Change = fn(&mut Value);

#[test]
fn a_schema_refuses_what_is_of_another_kind_and_the_program_prints_all_of_them() {
    let home = furnished();
    let ran = home.run(&["score", "anna", "--format", "json"], "");
    let (schema, good) = (schema("score"), serde_json::from_str::<Value>(&ran.out).expect("JSON"));
    let changes: [Change; 5] = [
        |value| value["careers"][0]["rank"] = "1".into(),
        |value| value["careers"][0]["fit"] = 101.into(),
        |value| value["verdict"] = "sure".into(),
        |value| value["profile"]["skills"]["writing"]["sd"] = (-1).into(),
        |value| _ = value.as_object_mut().expect("an object").remove("made_with"),
    ];
    for change in changes {
        let mut bad = good.clone();
        change(&mut bad);
        assert!(!wrong(&bad, &schema, &schema, "score").is_empty(), "{bad}");
    }
    for name in home.run(&["schema"], "").out.lines() {
        let printed = home.run(&["schema", name], "").out;
        assert_eq!(printed, fs::read_to_string(format!("data/schemas/{name}.schema.json")).expect("a schema"));
    }
    assert!(home.run(&["schema", "scroe"], "").err.contains("did you mean 'score'?"));
}
