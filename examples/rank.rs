//! A few answers, and the three careers that fit them best, with reasons: `cargo run --example rank`.

use careerfit::content::shipped::load_shipped;
use careerfit::fit::Matcher;
use careerfit::model::{Answers, Emphasis};
use careerfit::report::describe_reason;
use std::error::Error;
use std::fmt::Write;

/// What somebody answered, from 1 to 5; `careerfit questions` lists the ids, and whatever is left out was not asked.
const SAID: [(&str, u8); 12] = [
    ("enjoy-maths-puzzle", 5),
    ("enjoy-star-photos", 4),
    ("enjoy-win-votes", 1),
    ("enjoy-hacker", 5),
    ("enjoy-repair-bicycle", 3),
    ("enjoy-bad-news", 2),
    ("enjoy-short-story", 2),
    ("enjoy-check-bill", 3),
    ("good-at-write-program", 4),
    ("good-at-use-maths", 5),
    ("passions-inside-computers", 5),
    ("passions-laws", 2),
];

/// Prints the three careers.
pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", first_three()?);
    Ok(())
}

/// The three careers, each with its band and what speaks for it.
pub(crate) fn first_three() -> Result<String, Box<dyn Error>> {
    // prepared once, and shared by everybody who answers
    let matcher = Matcher::new(load_shipped()?);

    let mut answers = Answers::default();
    for (question, value) in SAID {
        answers.give(&matcher.dataset.questionnaire, question, value)?;
    }

    let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
    let mut text = String::new();
    for fit in outcome.fits.iter().take(3) {
        let career = matcher.dataset.catalogue.get(fit.career);
        writeln!(text, "{}. {} ({})", fit.rank, career.title, fit.band.words())?;
        for why in matcher.explain(&outcome, fit.career).speaks_for.iter().take(2) {
            writeln!(text, "   {}", describe_reason(&matcher.dataset, why))?;
        }
    }
    Ok(text)
}
