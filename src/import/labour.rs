//! US pay, outlook and usual entry from one prepared table, which a release folder may hold too.

use super::folder::squash;
use super::reading::Reading;
use super::sheet::{Row as Line, Sheet};
use crate::model::figure::{Education, Experience, Outlook, Pay, Training};
use anyhow::{Result, bail};

const TABLE: &str = "us_pay_and_outlook";

/// The wages in the table are those of May 2025 unless a column `pay_year` says otherwise.
const PAY_YEAR: u16 = 2025;

struct Columns {
    code: usize,
    entry: [usize; 3],
    percentiles: [usize; 5],
    hourly: Option<usize>,
    pay_year: Option<usize>,
    employed: (usize, u16, u16),
    change: usize,
    openings: usize,
}

/// Reads the table if it is there.
pub fn read_labour(reading: &mut Reading) -> Result<()> {
    let without = "pay, outlook, usual schooling, experience and training left out";
    let Some(sheet) = reading.read_sheet(&[TABLE], without)? else { return Ok(()) };
    let columns = find_columns(&sheet)?;

    for line in sheet.rows() {
        let (schooling, experience, training) = read_entry(line, &columns)?;
        let (pay, outlook) = (read_pay(line, &columns)?, read_outlook(line, &columns)?);
        let Some(row) = reading.find_career(line.text(columns.code), &sheet) else { continue };

        row.education = schooling;
        row.experience = experience;
        row.training = training;
        row.pay = pay;
        row.outlook = outlook;
    }

    reading.tables.sources.extend(name_sources(&sheet, &columns));
    Ok(())
}

fn find_columns(sheet: &Sheet) -> Result<Columns> {
    let one = |name: &str| sheet.column(&[name]);
    Ok(Columns {
        code: one("code")?,
        entry: [one("entry_education")?, one("work_experience")?, one("on_the_job_training")?],
        percentiles: [
            one("annual_p10")?,
            one("annual_p25")?,
            one("annual_median")?,
            one("annual_p75")?,
            one("annual_p90")?,
        ],
        hourly: sheet.find(&["hourly_median"]),
        pay_year: sheet.find(&["pay_year"]),
        employed: find_employed(sheet)?,
        change: one("employment_change_pct")?,
        openings: one("annual_openings_k")?,
    })
}

/// The column of the first year's employment, and the first and last year: both stand in the column names.
fn find_employed(sheet: &Sheet) -> Result<(usize, u16, u16)> {
    let year = |head: &str| squash(head).strip_prefix("employment")?.strip_suffix('k')?.parse::<u16>().ok();
    let mut years: Vec<_> =
        sheet.heads.iter().enumerate().filter_map(|(column, head)| Some((year(head)?, column))).collect();
    years.sort_unstable();

    match years[..] {
        [(from, column), .., (to, _)] => Ok((column, from, to)),
        _ => bail!("{}: expected two columns like 'employment_2024_k' and 'employment_2034_k'", sheet.name),
    }
}

fn read_entry(line: Line, columns: &Columns) -> Result<(Option<Education>, Option<Experience>, Option<Training>)> {
    let [education, experience, training] = columns.entry.map(|column| line.text(column));
    let found = (parse_education(education), parse_experience(experience), parse_training(training));

    for (text, known) in [(experience, found.1.is_some()), (training, found.2.is_some())] {
        if !known {
            bail!("{}: not a known kind of experience or training: '{text}'", line.place());
        }
    }
    if found.0.is_none() && !education.is_empty() {
        bail!("{}: not a known kind of schooling: '{education}'", line.place());
    }

    Ok(found)
}

fn parse_education(text: &str) -> Option<Education> {
    Some(match text {
        "No formal educational credential" => Education::None,
        "High school diploma or equivalent" => Education::HighSchool,
        "Some college, no degree" => Education::SomeCollege,
        "Postsecondary nondegree award" => Education::Certificate,
        "Associate's degree" => Education::Associate,
        "Bachelor's degree" => Education::Bachelor,
        "Master's degree" => Education::Master,
        "Doctoral or professional degree" => Education::Doctorate,
        _ => return None,
    })
}

fn parse_experience(text: &str) -> Option<Experience> {
    Some(match text {
        "" | "None" => Experience::None,
        "Less than 5 years" => Experience::UnderFiveYears,
        "5 years or more" => Experience::FiveYearsOrMore,
        _ => return None,
    })
}

fn parse_training(text: &str) -> Option<Training> {
    Some(match text {
        "" | "None" => Training::None,
        "Short-term on-the-job training" => Training::Short,
        "Moderate-term on-the-job training" => Training::Moderate,
        "Long-term on-the-job training" => Training::Long,
        "Internship/residency" => Training::Internship,
        "Apprenticeship" => Training::Apprenticeship,
        _ => return None,
    })
}

fn read_pay(line: Line, columns: &Columns) -> Result<Option<Pay>> {
    let mut percentiles = [None; 5];
    for (known, column) in percentiles.iter_mut().zip(columns.percentiles) {
        *known = line.whole(column, 1.0, u32::MAX)?;
    }

    let hourly = columns.hourly.map(|column| line.single(column)).transpose()?.flatten();
    let hourly_median = hourly.filter(|_| percentiles[2].is_none());
    let year = columns.pay_year.map(|column| line.whole(column, 1.0, u16::MAX)).transpose()?.flatten();

    let known = hourly_median.is_some() || percentiles.iter().any(Option::is_some);
    Ok(known.then(|| Pay { percentiles, hourly_median, year: year.unwrap_or(PAY_YEAR) }))
}

fn read_outlook(line: Line, columns: &Columns) -> Result<Option<Outlook>> {
    let (employed, from, to) = columns.employed;
    let people = |thousands| line.whole(thousands, 1000.0, u32::MAX);
    let figures = (line.single(columns.change)?, people(columns.openings)?, people(employed)?);
    let (Some(change), Some(openings), Some(employed)) = figures else { return Ok(None) };
    Ok(Some(Outlook { change, openings, employed, from, to }))
}

fn name_sources(sheet: &Sheet, columns: &Columns) -> [String; 2] {
    let (_, from, to) = columns.employed;
    let stated = columns.pay_year.and_then(|column| sheet.rows().next().map(|line| line.text(column)));
    let year = stated.map_or_else(|| PAY_YEAR.to_string(), str::to_owned);

    [
        format!(
            "Schooling, experience, training and outlook: Employment Projections {from}-{to}, \
             U.S. Bureau of Labor Statistics"
        ),
        format!(
            "Pay: Occupational Employment and Wage Statistics, May {year}, U.S. Bureau of Labor Statistics, \
             US dollars a year"
        ),
    ]
}
