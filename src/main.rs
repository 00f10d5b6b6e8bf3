//! careerfit in a terminal.

use std::process::ExitCode;

fn main() -> ExitCode {
    match careerfit::commands::questionnaire::questionnaire() {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("Error: {error:#}");
            ExitCode::from(2)
        }
    }
}
