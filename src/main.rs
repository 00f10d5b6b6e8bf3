//! careerfit in a terminal: parse, run, print the one error, set the exit code.

use careerfit::commands::{self, Ending};
use std::process::ExitCode;

fn main() -> ExitCode {
    let ended = commands::run(commands::arguments());
    ExitCode::from(ended.unwrap_or_else(|error| {
        let ending = Ending::of(&error);
        if ending != Ending::Done {
            commands::complain(&commands::wording(&error));
        }
        ending
    }))
}
