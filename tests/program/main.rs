//! The program from outside: documents, JSON and its schemas, the protocol for programs, sessions, settings, makers of
//! catalogues.
#![cfg(feature = "app")]

mod documents;
mod makers;
mod manners;
mod refusals;
#[cfg(unix)]
mod release;
mod rows;
#[path = "../run/mod.rs"]
mod run;
mod schemas;
mod spoken;
mod take;
