//! Finds out which career fits a person, and whether they need a job or a career.
//!
//! Answers to everyday questions go in; a profile with its uncertainty, ranked careers, the reasons for each and a report
//! come out. Questions, careers and their figures are built in, nothing is read from the network, and the same answers
//! always give the same figures.
//!
//! # A first ranking
//! A few answers, and the three careers that fit them best, with reasons:
//!
//! ```
//! use careerfit::content::shipped::load_shipped;
//! use careerfit::fit::Matcher;
//! use careerfit::model::{Answers, Emphasis};
//! use careerfit::report::describe_reason;
//!
//! // The shipped questions and careers, prepared once and shared by everybody.
//! let matcher = Matcher::new(load_shipped()?);
//!
//! // Ids and values are checked; `careerfit questions` lists them. Every question can be left out, and from twelve answers on
//! // careers are ranked.
//! let mut answers = Answers::default();
//! for (id, value) in [
//!     ("enjoy-maths-puzzle", 5), ("enjoy-star-photos", 4), ("enjoy-win-votes", 1), ("enjoy-hacker", 5),
//!     ("enjoy-repair-bicycle", 3), ("enjoy-bad-news", 2), ("enjoy-short-story", 2), ("enjoy-check-bill", 3),
//!     ("good-at-write-program", 4), ("good-at-use-maths", 5), ("passions-inside-computers", 5), ("passions-laws", 2),
//! ] {
//!     answers.give(&matcher.dataset.questionnaire, id, value)?;
//! }
//!
//! let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
//! for fit in outcome.fits.iter().take(3) {
//!     let career = matcher.dataset.catalogue.get(fit.career);
//!     println!("{}. {}: {:.0} of 100, {}", fit.rank, career.title, fit.score, fit.band.words());
//!     for why in matcher.explain(&outcome, fit.career).speaks_for.iter().take(2) {
//!         println!("   {}", describe_reason(&matcher.dataset, why));
//!     }
//! }
//! # assert_eq!(outcome.fits.len(), matcher.dataset.catalogue.len());
//! # assert!(!matcher.explain(&outcome, outcome.fits[0].career).speaks_for.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `examples/rank.rs` is this as a program, and `examples/own_catalogue.rs` does it with careers and questions of one's own.
//!
//! # What is where
//! | to | see |
//! |---|---|
//! | use the shipped questions and careers | [`content::shipped`] |
//! | use one's own, from files or texts | [`own::OwnFiles`], [`own::OwnTexts`] |
//! | collect answers | [`model::Answers`] |
//! | rank careers and ask why | [`fit::Matcher`], [`fit::Outcome`] |
//! | rank for many people at once | [`fit::Batch`] |
//! | choose the next question, as the program does | [`interview::Interview`] |
//! | find a career by what people call it | [`fit::Matcher::search`] |
//! | write a report | [`report::build_report`], [`report::FORMATS`] |
//! | keep answers on disk, whole or not at all | [`session::Store`] |
//!
//! Only [`session`] and [`own`] touch files, and only [`session::find_data_folder`] the environment; nothing here draws or prints.
//!
//! # Errors
//! A mistake in a file of questions or careers is one of [`diagnostics::Problems`], with its place and what to do about it; they
//! come all at once. Every other error is a value that says which thing went wrong, and where a person can do something about
//! it, its message says what.
//!
//! # Features
//! `app`, on by default, is the program: screens, line mode, command line, import and audits. A library wants none of it, and
//! compiles about a third of the crates then:
//!
//! ```toml
//! [dependencies]
//! careerfit = { version = "0.1", default-features = false }
//! ```

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
pub mod text;
#[cfg(feature = "app")]
pub mod tui;
