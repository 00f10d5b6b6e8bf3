//! careerfit in a terminal: parse, run, print the one error, set the exit code.

use careerfit::commands::{self, ExitStatus};
use std::panic;
use std::process::{self, ExitCode};

/// The exit code of a panic, which is a defect of the program.
const PANICKED: i32 = 101;

fn main() -> ExitCode {
    end_on_panic();
    let ended = commands::run(commands::arguments());
    ExitCode::from(ended.unwrap_or_else(|error| {
        let ending = ExitStatus::of(&error);
        if ending != ExitStatus::Done {
            commands::print_error(&error);
        }
        ending
    }))
}

/// Ends the program after the message: an abort would leave an image of its memory behind, answers and all.
fn end_on_panic() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        print(info);
        process::exit(PANICKED)
    }));
}
