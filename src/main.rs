//! careerfit in a terminal.

use careerfit::commands::questionnaire::Options;
use std::process::ExitCode;

fn main() -> ExitCode {
    match careerfit::commands::questionnaire::questionnaire(Options::default()) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("Error: {error:#}");
            ExitCode::from(2)
        }
    }
}
