//! The program from outside: documents, JSON and its schemas, the protocol for programs, line mode, reports, many people at
//! once, settings, makers of catalogues, and files that are damaged or meant to harm.
#![cfg(feature = "app")]

mod cli;
mod documents;
mod explained;
mod fuzz;
mod hostile;
mod import;
mod makers;
mod manners;
mod people;
mod plain;
#[path = "../readers/mod.rs"]
mod readers;
mod refusals;
#[cfg(unix)]
mod release;
mod report;
mod rows;
mod run;
mod schemas;
mod score;
mod spoken;
#[path = "../support/mod.rs"]
mod support;
mod take;
