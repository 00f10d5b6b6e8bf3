//! Finds out which career fits a person, and whether they need a job or a career.
//!
//! The program is a thin shell over modules that other programs can use: [`content`] reads and checks data, [`model`] has the
//! plain types, [`assess`] turns answers into a profile, [`fit`] ranks careers and gives reasons, [`interview`] chooses the
//! next question, [`session`] keeps answers, [`report`] writes. Apart from `session`, none of these touches a file or a
//! terminal.
//!
//! A few answers, and the three careers that fit them best, with reasons:
//!
//! ```
//! use careerfit::content::shipped::shipped;
//! use careerfit::fit::{Emphasis, Matcher};
//! use careerfit::model::{Answers, Response};
//! use careerfit::report::reason;
//!
//! // The shipped questions and careers, prepared once and shared by everybody.
//! let matcher = Matcher::new(shipped()?);
//! let questionnaire = &matcher.dataset.questionnaire;
//!
//! // Values are 1 to 5; every question can be left out, and from twelve answers on careers are ranked. `careerfit questions` lists the ids.
//! let mut answers = Answers::default();
//! for (id, value) in [
//!     ("enjoy-maths-puzzle", 5), ("enjoy-star-photos", 4), ("enjoy-win-votes", 1), ("enjoy-hacker", 5),
//!     ("enjoy-repair-bicycle", 3), ("enjoy-bad-news", 2), ("enjoy-short-story", 2), ("enjoy-check-bill", 3),
//!     ("good-at-write-program", 4), ("good-at-use-maths", 5), ("passions-inside-computers", 5), ("passions-laws", 2),
//! ] {
//!     let question = questionnaire.find(id).ok_or(id)?;
//!     answers.set(question, Response::Value(value));
//! }
//!
//! let outcome = matcher.outcome(&answers, Emphasis::Balanced);
//! for fit in outcome.fits.iter().take(3) {
//!     let career = matcher.dataset.catalogue.get(fit.career);
//!     println!("{}. {}: {:.0} of 100, {}", fit.rank, career.title, fit.score, fit.band.words());
//!     for why in matcher.reasons(&outcome, fit.career).speaks_for.iter().take(2) {
//!         println!("   {}", reason(&matcher.dataset, why));
//!     }
//! }
//! # assert_eq!(outcome.fits.len(), 923);
//! # assert!(!matcher.reasons(&outcome, outcome.fits[0].career).speaks_for.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! For many people at once see [`fit::Batch`], for a catalogue of one's own [`content::catalogue()`] and
//! [`content::addition()`].

/// Name and version, as results and the command line say them.
pub const PROGRAM: &str = concat!("careerfit ", env!("CARGO_PKG_VERSION"));

pub mod assess;
#[cfg(feature = "app")]
pub mod audit;
#[cfg(feature = "app")]
pub mod cli;
#[cfg(feature = "app")]
pub mod commands;
pub mod content;
pub mod diagnostics;
pub mod fit;
#[cfg(feature = "app")]
pub mod import;
pub mod interview;
pub mod model;
pub mod own;
#[cfg(feature = "app")]
pub mod plain;
pub mod report;
pub mod search;
pub mod session;
#[cfg(feature = "app")]
pub mod tui;
