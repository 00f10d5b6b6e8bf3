//! Which release the tables are of, for the line that names the source.

use super::folder::Folder;
use super::sheet::Sheet;
use anyhow::Result;

/// The newest date in a table as year and month, `2025-08`; empty where it has none.
pub fn find_newest(sheet: &Sheet) -> String {
    let Some(column) = sheet.find(&["Date"]) else { return String::new() };
    let dates = sheet.rows().filter_map(|line| line.text(column).split_once('/'));
    dates.map(|(month, year)| format!("{year}-{month}")).max().unwrap_or_default()
}

/// The line for the heads of the figures files.
pub fn describe_source(folder: &Folder, newest: &str) -> Result<String> {
    let release =
        read_stated(folder)?.or_else(|| guess_from_path(folder)).unwrap_or_else(|| "release not stated".to_owned());
    let dates = if newest.is_empty() { String::new() } else { format!(", newest ratings of {newest}") };
    Ok(format!(
        "O*NET Database, {release}{dates}, U.S. Department of Labor, Employment and Training Administration \
         (USDOL/ETA), CC BY 4.0, modified"
    ))
}

/// A release's note begins with lines like `O*NET 27.0 Database` and `August 2022 Release`.
fn read_stated(folder: &Folder) -> Result<Option<String>> {
    let Some((_, text)) = folder.read_text(&["Read Me"])? else { return Ok(None) };

    let mut lines = text.lines().map(str::trim);
    let number = lines.find_map(|line| line.strip_prefix("O*NET")?.strip_suffix("Database").map(str::trim));
    let month = lines.next().and_then(|line| line.strip_suffix("Release")).map(str::trim);
    Ok(number.filter(|number| is_number(number)).map(|number| match month {
        Some(month) => format!("{number} ({month})"),
        None => number.to_owned(),
    }))
}

/// Releases unpack to folders like `db_30_3_text`.
fn guess_from_path(folder: &Folder) -> Option<String> {
    let name = folder.path().file_name()?.to_str()?;
    let mut parts = name.strip_prefix("db_")?.split('_');
    let number = format!("{}.{}", parts.next()?, parts.next()?);
    is_number(&number).then_some(number)
}

fn is_number(text: &str) -> bool {
    text.parse::<f32>().is_ok()
}
