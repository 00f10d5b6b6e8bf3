//! The full-screen questionnaire: keys in, screen out.

mod look;
mod person;
#[cfg(unix)]
mod real;
mod results;
mod rules;
mod walk;
