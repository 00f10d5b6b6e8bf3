//! Figures files: their text, in one fixed order, and the writing of those that change.

use super::names::Names;
use super::report::Report;
use super::tables::{CONTEXT, Row, Tables, Tier, family};
use super::words::Words;
use crate::model::Group;
use crate::model::figure::{FigureSource, Outlook, Pay};
use anyhow::{Context, Result};
use serde::Serialize;
use std::fmt::{Display, Write};
use std::fs;
use std::path::Path;

/// Writes one file a family where its text changes, and takes away what an earlier run named otherwise.
pub fn files(out: &Path, tables: &Tables, names: &Names, report: &mut Report) -> Result<()> {
    let folder = out.join("figures");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;

    let words = Words::open(&out.join("careers"))?;
    report.without_words = words.lacking(tables.careers.keys()).unwrap_or_default();

    let mut families: Vec<&str> = tables.careers.keys().map(|code| family(code)).collect();
    // codes come in their order, so that those of a family stand together
    families.dedup();
    for digits in families {
        let name = words.file_name(digits);
        let text = text(tables, names, digits);
        write(&folder, &name, &text, report)?;
        remove_renamed(&folder, digits, &name, report)?;
    }
    Ok(())
}

fn write(folder: &Path, name: &str, text: &str, report: &mut Report) -> Result<()> {
    let file = folder.join(name);
    if fs::read(&file).is_ok_and(|present| present == text.as_bytes()) {
        report.unchanged += 1;
        return Ok(());
    }

    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    report.written.push(name.to_owned());
    Ok(())
}

/// A family's file under another name would give every career twice; only files made here are taken away.
fn remove_renamed(folder: &Path, digits: &str, name: &str, report: &mut Report) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    for entry in entries {
        let file = entry?.path();
        let other = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let made_here = || fs::read_to_string(&file).is_ok_and(|text| text.starts_with(FigureSource::FIRST_LINE));

        if other != name && family(&other) == digits && made_here() {
            fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
            report.removed.push(other);
        }
    }
    Ok(())
}

/// The text of one family's file.
pub fn text(tables: &Tables, names: &Names, digits: &str) -> String {
    let mut text = format!("{}\n# Sources:\n", FigureSource::FIRST_LINE);
    for source in &tables.sources {
        line(&mut text, format_args!("# {source}"));
    }

    for (id, row) in tables.careers.iter().filter(|(id, _)| family(id) == digits) {
        line(&mut text, format_args!("\n[[figures]]\nid = \"{id}\""));
        entry(&mut text, row);
        ratings(&mut text, row, names);
        around(&mut text, row);
    }
    text
}

fn entry(text: &mut String, row: &Row) {
    if let Some(zone) = row.zone {
        line(text, format_args!("zone = {zone}"));
    }

    let known = [
        ("education", row.education.as_ref().and_then(key)),
        ("experience", row.experience.as_ref().and_then(key)),
        ("training", row.training.as_ref().and_then(key)),
    ];
    for (name, value) in known.iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        line(text, format_args!("{name} = \"{value}\""));
    }
}

fn ratings(text: &mut String, row: &Row, names: &Names) {
    let estimated = Group::ALL.into_iter().filter(|group| row.estimated[*group]);
    let estimated: Vec<&str> = estimated.map(Group::name).collect();
    if !estimated.is_empty() {
        line(text, format_args!("estimated = {}", list(estimated.into_iter())));
    }

    for group in Group::ALL {
        let scales = group.scales();
        let pairs = scales.filter_map(|scale| Some((names.short(scale), whole(row.ratings[scale.index()]?))));
        line(text, format_args!("{} = {}", group.name(), inline(pairs)));
    }
}

fn around(text: &mut String, row: &Row) {
    // A career's work context is one value in the model: all of it is known, or none.
    if let Some(known) = row.context.iter().copied().collect::<Option<Vec<f64>>>() {
        let pairs = CONTEXT.into_iter().zip(known.into_iter().map(whole));
        line(text, format_args!("context = {}", inline(pairs)));
    }

    if let Some(pay) = &row.pay {
        line(text, format_args!("pay = {}", pay_text(pay)));
    }
    if let Some(outlook) = &row.outlook {
        line(text, format_args!("outlook = {}", outlook_text(outlook)));
    }

    line(text, format_args!("isco = {}", list(row.isco.iter().map(String::as_str))));
    let primary = row.related.iter().filter(|related| related.tier != Tier::Supplemental);
    line(text, format_args!("related = {}", list(primary.map(|related| related.code.as_str()))));
}

fn pay_text(pay: &Pay) -> String {
    let names = ["p10", "p25", "median", "p75", "p90"].into_iter().zip(pay.percentiles);
    let mut pairs: Vec<(&str, String)> =
        names.filter_map(|(name, dollars)| Some((name, dollars?.to_string()))).collect();
    pairs.extend(pay.hourly_median.map(|dollars| ("hourly", format!("{dollars:?}"))));
    pairs.push(("year", pay.year.to_string()));
    inline(pairs.into_iter())
}

fn outlook_text(outlook: &Outlook) -> String {
    let Outlook { change, openings, employed, from, to } = outlook;
    format!("{{ change = {change:?}, openings = {openings}, employed = {employed}, from = {from}, to = {to} }}")
}

fn inline<V: Display>(pairs: impl Iterator<Item = (impl Display, V)>) -> String {
    let pairs: Vec<String> = pairs.map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.map(|item| format!("\"{item}\"")).collect();
    format!("[{}]", items.join(", "))
}

/// Halves go up: two published decimals often land on a half, and binary fractions must not decide.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is 0 to 100")]
fn whole(share: f64) -> u8 {
    (share + 1e-9).round() as u8
}

fn key(value: &impl Serialize) -> Option<String> {
    toml::Value::try_from(value).ok()?.as_str().map(str::to_owned)
}

fn line(text: &mut String, content: std::fmt::Arguments) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "{content}");
}
