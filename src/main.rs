//! careerfit in a terminal: parse, run, print the one error, set the exit code.

use careerfit::commands::{self, ExitStatus};
use std::process::ExitCode;

fn main() -> ExitCode {
    commands::end_on_panic();
    let ended = commands::run(commands::parse_arguments());
    ExitCode::from(ended.unwrap_or_else(|error| {
        let ending = ExitStatus::of(&error);
        if ending != ExitStatus::Done {
            commands::print_error(&error);
        }
        ending
    }))
}
