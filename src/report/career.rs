//! A career to be read: as a job, as a career, and its figures with source and year.

use super::words::{listed, money};
use crate::model::career::{Outlook, Pay};
use crate::model::{CareerId, Catalogue, Education, Group, StartWhen, Training};
use std::fmt::Write;

/// Whose figures they are.
const SOURCE: &str = "Source of pay and outlook: U.S. Bureau of Labor Statistics, for the United States. Ratings and \
                      related careers: O*NET Database (USDOL/ETA, CC BY 4.0), modified.";

/// Related careers named.
const RELATED: usize = 6;

/// Everything the catalogue says about a career, as plain text.
pub fn career(catalogue: &Catalogue, id: CareerId) -> String {
    let career = catalogue.get(id);
    let mut text = format!("{} ({})\n", career.title, career.id);
    line(&mut text, "Also called", &career.also.join(", "));
    let _ = writeln!(text, "{}", catalogue.words(id).summary);
    if career.is_later_step() {
        let _ = writeln!(text, "A later step: people come to it from {}.", titles(catalogue, &career.arrive_from));
    }
    text += &as_a_job(catalogue, id);
    text += &as_a_career(catalogue, id);
    text += &figures(catalogue, id);
    text
}

fn as_a_job(catalogue: &Catalogue, id: CareerId) -> String {
    let (career, words) = (catalogue.get(id), catalogue.words(id).job);
    let mut text = String::from("\nTaken as a job\n");
    line(&mut text, "Begin as", &words.start_as);
    line(&mut text, "Needed on day one", &words.start_with);
    line(&mut text, "Most days", &words.day);
    let when = match career.start_when {
        StartWhen::Weeks => "within weeks",
        StartWhen::Months => "after some months of training",
        StartWhen::Years => "after years of training or study",
    };
    line(&mut text, "First pay", when);
    line(&mut text, "Rungs, jobs to begin with within weeks", &titles(catalogue, &career.rungs));
    line(&mut text, "Why these", words.rung_why.as_deref().unwrap_or_default());
    line(&mut text, "No rung", words.rung_none.as_deref().unwrap_or_default());
    text
}

fn as_a_career(catalogue: &Catalogue, id: CareerId) -> String {
    let words = catalogue.words(id).path;
    let mut text = String::from("\nBuilt as a career\n");
    line(&mut text, "Ladder", &words.roles.join(", then "));
    line(&mut text, "What builds up", &words.builds);
    line(&mut text, "What to learn", &words.learn);
    if words.years > 0 {
        line(&mut text, "Years to a full post", &words.years.to_string());
    }
    line(&mut text, "What needs patience", &words.hard);
    line(&mut text, "On your own", &words.independent);
    line(&mut text, "Try it", &words.try_it);
    line(&mut text, "Ask somebody who does it", &words.ask);
    line(&mut text, "Where people go next", &titles(catalogue, &words.next));
    text
}

fn figures(catalogue: &Catalogue, id: CareerId) -> String {
    let figures = &catalogue.get(id).figures;
    let mut text = String::from("\nFigures\n");
    line(&mut text, "Pay", &figures.pay.as_ref().map_or("not known".into(), pay));
    line(&mut text, "Outlook", &figures.outlook.as_ref().map_or("not known".into(), outlook));
    let training = [figures.education.map(Education::words), figures.training.map(Training::words)];
    let training: Vec<&str> = training.into_iter().flatten().collect();
    line(&mut text, "Usual training", &listed(&training));
    let related = &figures.related[..figures.related.len().min(RELATED)];
    line(&mut text, "Related careers", &titles(catalogue, related));
    line(&mut text, "ISCO-08 codes", &figures.isco.join(", "));
    let estimated: Vec<&str> =
        Group::ALL.into_iter().filter(|group| figures.estimated[group.index()]).map(Group::name).collect();
    if !estimated.is_empty() {
        line(&mut text, "Estimated from related careers", &listed(&estimated));
    }
    text + "  " + SOURCE + "\n"
}

pub(super) fn pay(pay: &Pay) -> String {
    let Some(median) = pay.median() else { return "not known".to_string() };
    let mut text = format!("half earn more than {} a year", money(median));
    if let [Some(low), .., Some(high)] = pay.percentiles {
        let _ = write!(text, ", one in ten less than {}, one in ten more than {}", money(low), money(high));
    }
    text + &format!(" ({})", pay.year)
}

pub(super) fn outlook(outlook: &Outlook) -> String {
    let Outlook { change, openings, from, to, .. } = outlook;
    let openings = money(*openings).replace('$', "");
    format!("{change:+.1} % employment from {from} to {to}, about {openings} openings a year")
}

fn titles(catalogue: &Catalogue, careers: &[CareerId]) -> String {
    let titles: Vec<&str> = careers.iter().map(|id| catalogue.get(*id).title.as_str()).collect();
    listed(&titles)
}

/// The line, if there is anything to say.
fn line(text: &mut String, label: &str, value: &str) {
    if !value.is_empty() {
        let _ = writeln!(text, "  {label}: {value}");
    }
}
