//! The full-screen questionnaire: keys in, screen out.
#![cfg(feature = "app")]

mod at_random;
#[cfg(unix)]
mod attacked;
mod every_way;
mod keys;
#[cfg(unix)]
mod killed;
mod look;
#[cfg(unix)]
mod one_wording;
mod overview;
mod person;
#[cfg(unix)]
mod picture;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod real;
mod results;
mod rules;
mod suggested_limit;
#[cfg(unix)]
mod telling;
mod walk;
#[cfg(unix)]
mod world;
