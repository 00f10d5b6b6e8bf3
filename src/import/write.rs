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
pub fn write_families(out: &Path, tables: &Tables, names: &Names, report: &mut Report) -> Result<()> {
    let folder = out.join("figures");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;

    let words = Words::open(&out.join("careers"))?;
    report.without_words = words.count_lacking(tables.careers.keys()).unwrap_or_default();

    let mut families: Vec<&str> = tables.careers.keys().map(|code| family(code)).collect();
    // codes come in their order, so that those of a family stand together
    families.dedup();
    for digits in families {
        let name = words.file_name(digits);
        let text = format_family(tables, names, digits);
        write_file(&folder, &name, &text, report)?;
        remove_renamed(&folder, digits, &name, report)?;
    }
    Ok(())
}

fn write_file(folder: &Path, name: &str, text: &str, report: &mut Report) -> Result<()> {
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
pub fn format_family(tables: &Tables, names: &Names, digits: &str) -> String {
    let mut text = format!("{}\n# Sources:\n", FigureSource::FIRST_LINE);
    for source in &tables.sources {
        add_line(&mut text, format_args!("# {source}"));
    }

    for (id, row) in tables.careers.iter().filter(|(id, _)| family(id) == digits) {
        add_line(&mut text, format_args!("\n[[figures]]\nid = \"{id}\""));
        add_entry(&mut text, row);
        add_ratings(&mut text, row, names);
        add_context(&mut text, row);
    }
    text
}

fn add_entry(text: &mut String, row: &Row) {
    if let Some(zone) = row.zone {
        add_line(text, format_args!("zone = {zone}"));
    }

    let known = [
        ("education", row.education.as_ref().and_then(format_key)),
        ("experience", row.experience.as_ref().and_then(format_key)),
        ("training", row.training.as_ref().and_then(format_key)),
    ];
    for (name, value) in known.iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        add_line(text, format_args!("{name} = \"{value}\""));
    }
}

fn add_ratings(text: &mut String, row: &Row, names: &Names) {
    let estimated = Group::ALL.into_iter().filter(|group| row.estimated[*group]);
    let estimated: Vec<&str> = estimated.map(Group::name).collect();
    if !estimated.is_empty() {
        add_line(text, format_args!("estimated = {}", format_list(estimated.into_iter())));
    }

    for group in Group::ALL {
        let scales = group.scales();
        let pairs = scales.filter_map(|scale| Some((names.short(scale), round_share(row.ratings[scale.index()]?))));
        add_line(text, format_args!("{} = {}", group.name(), format_inline(pairs)));
    }
}

fn add_context(text: &mut String, row: &Row) {
    // A career's work context is one value in the model: all of it is known, or none.
    if let Some(known) = row.context.iter().copied().collect::<Option<Vec<f64>>>() {
        let pairs = CONTEXT.into_iter().zip(known.into_iter().map(round_share));
        add_line(text, format_args!("context = {}", format_inline(pairs)));
    }

    if let Some(pay) = &row.pay {
        add_line(text, format_args!("pay = {}", format_pay(pay)));
    }
    if let Some(outlook) = &row.outlook {
        add_line(text, format_args!("outlook = {}", format_outlook(outlook)));
    }

    add_line(text, format_args!("isco = {}", format_list(row.isco.iter().map(String::as_str))));
    let primary = row.related.iter().filter(|related| related.tier != Tier::Supplemental);
    add_line(text, format_args!("related = {}", format_list(primary.map(|related| related.code.as_str()))));
}

fn format_pay(pay: &Pay) -> String {
    let names = ["p10", "p25", "median", "p75", "p90"].into_iter().zip(pay.percentiles);
    let mut pairs: Vec<(&str, String)> =
        names.filter_map(|(name, dollars)| Some((name, dollars?.to_string()))).collect();
    pairs.extend(pay.hourly_median.map(|dollars| ("hourly", format!("{dollars:?}"))));
    pairs.push(("year", pay.year.to_string()));
    format_inline(pairs.into_iter())
}

fn format_outlook(outlook: &Outlook) -> String {
    let Outlook { change, openings, employed, from, to } = outlook;
    format!("{{ change = {change:?}, openings = {openings}, employed = {employed}, from = {from}, to = {to} }}")
}

fn format_inline<V: Display>(pairs: impl Iterator<Item = (impl Display, V)>) -> String {
    let pairs: Vec<String> = pairs.map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

fn format_list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.map(|item| format!("\"{item}\"")).collect();
    format!("[{}]", items.join(", "))
}

/// Halves go up: two published decimals often land on a half, and binary fractions must not decide.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is 0 to 100")]
fn round_share(share: f64) -> u8 {
    (share + 1e-9).round() as u8
}

fn format_key(value: &impl Serialize) -> Option<String> {
    toml::Value::try_from(value).ok()?.as_str().map(str::to_owned)
}

fn add_line(text: &mut String, content: std::fmt::Arguments) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "{content}");
}
