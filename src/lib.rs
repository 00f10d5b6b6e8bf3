//! Finds out which career fits a person, and whether they need a job or a career.

pub mod assess;
pub mod audit;
pub mod cli;
pub mod commands;
pub mod content;
pub mod fit;
pub mod import;
pub mod interview;
pub mod model;
pub mod plain;
pub mod report;
pub mod session;
pub mod tui;
