//! The library, with or without the program around it: what answers come to and what is asked next, what is found and told,
//! what files may hold, sessions on a disk that fails, and how the code itself is cut.

mod activities;
mod architecture;
mod bad_data;
mod batch;
mod beside;
mod directions;
mod engine;
mod examples;
mod interview;
mod promises;
mod search;
#[cfg(unix)]
mod session;
mod stories;
#[path = "../support/mod.rs"]
mod support;
mod worked_cases;
