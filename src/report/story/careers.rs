//! The first careers in their bands, each with its reasons, as a job and as a career; and what can be started now.

use crate::fit::Reasons;
use crate::model::{Band, Career, CareerWords, Education, Figures, Pay, Reason, Scales, StartWhen, Training};
use crate::report::career::{outlook, pay};
use crate::report::explanation::LEAST;
use crate::report::outline::{Block, Chart, Picture, Section, Table};
use crate::report::whole::Whole;
use crate::report::words::signed;
use crate::report::{Entry, Report, listed, money, reason};

/// Reasons told on each side.
const TOLD: usize = 4;
/// Whose figures pay and outlook are.
const BUREAU: &str = "United States, U.S. Bureau of Labor Statistics.";

/// The chapter on careers, band after band.
pub fn careers(report: &Report<'_>, whole: &Whole<'_>) -> Option<Section> {
    let mut section = Section::new("The careers, one by one");
    for band in Band::ALL {
        let mut part = Section::new(capital(band.words()));
        for entry in report.careers.iter().filter(|entry| entry.band == band) {
            part.push(Block::Part(career(report, entry, whole)));
        }
        if !part.blocks.is_empty() {
            section.push(Block::Part(part));
        }
    }
    (!section.blocks.is_empty()).then_some(section)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn career(report: &Report<'_>, entry: &Entry<'_>, whole: &Whole<'_>) -> Section {
    let catalogue = &whole.kit.catalogue;
    let (career, words) = (catalogue.get(entry.career), catalogue.words(entry.career));
    let mut section = Section::new(&career.title);
    let again = entry.interval.map_or(String::new(), |again| format!(", again {} to {}", again.low, again.high));
    section.aside = format!("rank {} of {}{again}", entry.rank, catalogue.len());
    section.text(&words.summary);
    if career.is_later_step() {
        let from = listed(&whole.titles(&career.arrive_from));
        section.text(format!("A later step: people come to it from {from}."));
    }
    let alike = whole.titles(whole.alike(entry.career));
    if !alike.is_empty() {
        section.quiet(format!("Much alike: {}.", alike.join("; ")));
    }
    if let Some(reasons) = &entry.reasons {
        because(&mut section, entry, reasons, report.scales);
    }
    section.push(Block::Beside([as_a_job(career, &words, whole), as_a_career(&words, whole)]));
    figures(&mut section, &career.figures);
    section.pairs(vec![("Try it", words.path.try_it), ("Ask somebody who does it", words.path.ask)]);
    section
}

/// Both sides and the rest; all points together are the fit.
fn because(section: &mut Section, entry: &Entry<'_>, reasons: &Reasons, scales: &Scales) {
    let mut rest = reasons.others;
    let sides = [("Why it fits", &reasons.speaks_for), ("What speaks against it", &reasons.against)];
    for (heading, side) in sides {
        let counts = side.iter().take(TOLD).take_while(|one| one.points.abs() >= LEAST).count();
        let (told, more) = side.split_at(counts);
        let told: Vec<String> = told.iter().map(|one| point(scales, one)).collect();
        if !told.is_empty() {
            let mut part = Section::new(heading);
            part.points(told);
            section.push(Block::Part(part));
        }
        rest += more.iter().map(|one| one.points).sum::<f64>();
    }
    section.quiet(format!("All other scales together: {}. Fit: {:.1} points.", signed(rest, 1), entry.fit + 0.0));
}

fn point(scales: &Scales, one: &Reason) -> String {
    format!("{} ({:+.1})", reason(scales, one), one.points)
}

fn as_a_job(career: &Career, words: &CareerWords, whole: &Whole<'_>) -> Section {
    let mut section = Section::new("As a job");
    let soon = match career.start_when {
        StartWhen::Weeks => "within weeks",
        StartWhen::Months => "after some months of training",
        StartWhen::Years => "after years of training or study",
    };
    let job = &words.job;
    let start = if job.start_as.is_empty() { soon.to_string() } else { format!("{}, {soon}", job.start_as) };
    section.pairs(vec![
        ("You start as", start),
        ("On day one you need", job.start_with.clone()),
        ("Most days", job.day.clone()),
        ("Rungs to it, within weeks", whole.titles(&career.rungs).join("; ")),
        ("Why these", job.rung_why.clone().unwrap_or_default()),
        ("No rung", job.rung_none.clone().unwrap_or_default()),
    ]);
    section
}

fn as_a_career(words: &CareerWords, whole: &Whole<'_>) -> Section {
    let path = &words.path;
    let mut section = Section::new("As a career");
    let years = match path.years {
        0 => "less than a year to a full post".to_string(),
        1 => "about a year to a full post".to_string(),
        years => format!("about {years} years to a full post"),
    };
    section.pairs(vec![
        ("The ladder", path.roles.join(", then ")),
        ("You build", path.builds.clone()),
        ("You learn", path.learn.clone()),
        ("It takes", if path.roles.is_empty() { String::new() } else { years }),
        ("What needs patience", path.hard.clone()),
        ("Going your own way", path.independent.clone()),
        ("People move on to", whole.titles(&path.next).join("; ")),
    ]);
    section
}

fn figures(section: &mut Section, figures: &Figures) {
    if let Some(pay) = &figures.pay {
        section.blocks.extend(strip(pay).map(Block::Chart));
    }
    let training = [figures.education.map(Education::words), figures.training.map(Training::words)];
    let training: Vec<&str> = training.into_iter().flatten().collect();
    section.pairs(vec![
        ("Pay", figures.pay.as_ref().map_or("not known".to_string(), pay)),
        ("Outlook", figures.outlook.as_ref().map_or("not known".to_string(), outlook)),
        ("Usual training", listed(&training)),
    ]);
    section.quiet(BUREAU);
}

/// Pay as a strip, where more than the middle is published.
fn strip(pay: &Pay) -> Option<Chart> {
    let names = ["One in ten earns less", "One in four earns less", "Half earn more", "One in four earns more"];
    let names = names.into_iter().chain(["One in ten earns more"]);
    pay.percentiles[0]?;
    let dollars = |amount: &Option<u32>| amount.map_or("more than published".to_string(), money);
    let rows = names.zip(&pay.percentiles).map(|(name, amount)| vec![name.to_string(), dollars(amount)]);
    Some(Chart {
        title: format!("Pay, United States, {}", pay.year),
        says: "A strip from 0 to 250,000 dollars a year: thin from the lowest to the highest tenth, thick for the \
               middle half, a mark where half earn more and half less."
            .to_string(),
        picture: Picture::Pay(pay.percentiles),
        table: Table {
            caption: format!("Pay a year, United States, {}", pay.year),
            head: vec!["Who", "Dollars a year"],
            rows: rows.collect(),
        },
    })
}

/// What can be started within weeks, where pay is needed soon.
pub fn starts(whole: &Whole<'_>) -> Option<Section> {
    let starts = whole.starts.as_ref()?;
    let mut section = Section::new("Start now");
    section.text("Work that can be begun within weeks, the best fit first, each with careers it is a rung of.");
    for start in starts {
        let career = whole.kit.catalogue.get(start.fit.career);
        let words = whole.kit.catalogue.words(start.fit.career);
        let mut part = Section::new(&career.title);
        part.aside = format!("rank {}, {}", start.fit.rank, start.fit.band.words());
        part.pairs(vec![
            ("What it is", words.summary),
            ("On day one you need", words.job.start_with),
            ("It leads to", whole.titles(&start.leads_to).join("; ")),
        ]);
        section.push(Block::Part(part));
    }
    section.text(&whole.kit.distinctions.fair);
    (!starts.is_empty()).then_some(section)
}
