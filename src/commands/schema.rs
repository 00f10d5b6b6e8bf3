//! `careerfit schema`: the JSON Schemas of what is printed.

use super::ExitStatus;
use super::output::print;
use crate::content::shipped;
use crate::diagnostics::suggest;
use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// Every schema by its name.
pub fn collect_schemas() -> BTreeMap<String, String> {
    let named = |(path, text): (String, String)| {
        let name = path.strip_prefix("schemas/")?.strip_suffix(".schema.json")?;
        Some((name.to_string(), text))
    };
    shipped::load_texts().into_iter().filter_map(named).collect()
}

/// Prints a schema, or the names of all.
pub fn run(name: Option<&str>) -> Result<ExitStatus> {
    let schemas = collect_schemas();
    let names = || schemas.keys().map(String::as_str);
    let Some(name) = name else {
        print(&names().flat_map(|name| [name, "\n"]).collect::<String>())?;
        return Ok(ExitStatus::Done);
    };

    let Some(schema) = schemas.get(name) else {
        let near = suggest(name, names()).map(|near| format!("did you mean '{near}'?"));
        bail!(
            "there is no schema '{name}'; {}",
            near.unwrap_or_else(|| format!("there are {}", names().collect::<Vec<_>>().join(", ")))
        );
    };

    print(schema)?;
    Ok(ExitStatus::Done)
}
