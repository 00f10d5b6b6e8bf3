//! The full-screen questionnaire: keys in, screen out.

mod at_random;
#[cfg(unix)]
mod killed;
mod look;
mod person;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod real;
mod results;
mod rules;
mod walk;
#[cfg(unix)]
mod world;
