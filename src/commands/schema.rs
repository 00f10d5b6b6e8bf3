//! `careerfit schema`: the JSON Schemas of what is printed.

use super::ExitStatus;
use super::output::print;
use crate::diagnostics::suggest;
use anyhow::{Result, bail};

/// Every schema by its name.
pub const SCHEMAS: [(&str, &str); 14] = [
    ("audit", include_str!("../../data/schemas/audit.schema.json")),
    ("career", include_str!("../../data/schemas/career.schema.json")),
    ("check", include_str!("../../data/schemas/check.schema.json")),
    ("compare", include_str!("../../data/schemas/compare.schema.json")),
    ("config", include_str!("../../data/schemas/config.schema.json")),
    ("explain", include_str!("../../data/schemas/explain.schema.json")),
    ("export", include_str!("../../data/schemas/export.schema.json")),
    ("list", include_str!("../../data/schemas/list.schema.json")),
    ("questions", include_str!("../../data/schemas/questions.schema.json")),
    ("score", include_str!("../../data/schemas/score.schema.json")),
    ("show", include_str!("../../data/schemas/show.schema.json")),
    ("take", include_str!("../../data/schemas/take.schema.json")),
    ("take-input", include_str!("../../data/schemas/take-input.schema.json")),
    ("version", include_str!("../../data/schemas/version.schema.json")),
];

/// Prints a schema, or the names of all.
pub fn run(name: Option<&str>) -> Result<ExitStatus> {
    let names = || SCHEMAS.iter().map(|(name, _)| *name);
    let Some(name) = name else {
        print(&names().flat_map(|name| [name, "\n"]).collect::<String>())?;
        return Ok(ExitStatus::Done);
    };

    let Some((_, schema)) = SCHEMAS.iter().find(|(known, _)| *known == name) else {
        let near = suggest(name, names()).map(|near| format!("did you mean '{near}'?"));
        bail!(
            "there is no schema '{name}'; {}",
            near.unwrap_or_else(|| format!("there are {}", names().collect::<Vec<_>>().join(", ")))
        );
    };

    print(schema)?;
    Ok(ExitStatus::Done)
}
