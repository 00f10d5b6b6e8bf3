//! Careers and questions of one's own, as texts: `cargo run --example own_catalogue`.
//!
//! [`OwnFiles`](careerfit::own::OwnFiles) does the same with files and folders.

use careerfit::diagnostics::Source;
use careerfit::fit::Matcher;
use careerfit::model::{Answers, Emphasis};
use careerfit::own::OwnTexts;
use std::error::Error;
use std::fmt::Write;

/// Three trades of a town, each with the figures of a shipped career.
const CAREERS: &str = r#"
[[career]]
id = "town-baker"
title = "Town Baker"
summary = "Bakes bread and rolls for the town, and is done when others get up."

[[figures]]
id = "town-baker"
like = "51-3011.00"

[[career]]
id = "station-mechanic"
title = "Station Bicycle Mechanic"
summary = "Repairs bicycles at the station while their riders are at work."

[[figures]]
id = "station-mechanic"
like = "49-3091.00"

[[career]]
id = "town-clerk"
title = "Town Clerk"
summary = "Knows every form in the town hall, and whom it helps."

[[figures]]
id = "town-clerk"
like = "43-4031.00"
"#;

/// Three questions; `loads` says of which scale an answer tells how much.
const QUESTIONS: &str = r#"
id = "three-questions"

[[part]]
id = "enjoy"
title = "What do you enjoy doing?"
intro = "There are no right answers."
prompt = "Would you enjoy doing this?"
choices = [{ value = 1, label = "No" }, { value = 3, label = "Perhaps" }, { value = 5, label = "Yes" }]
quota = { quick = 3, standard = 3, full = 3 }

[[question]]
id = "mend-chair"
part = "enjoy"
text = "Mend a chair that everybody else would throw away"
loads = { "interests.realistic" = 0.7 }
usual = 2.8

[[question]]
id = "first-day"
part = "enjoy"
text = "Help somebody through their first day at work"
loads = { "interests.social" = 0.7 }
usual = 3.4

[[question]]
id = "check-till"
part = "enjoy"
text = "Check a till until it agrees to the penny"
loads = { "interests.conventional" = 0.7 }
usual = 2.4
"#;

/// Prints the careers, best first.
pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", ranking([("mend-chair", 5), ("first-day", 3), ("check-till", 1)])?);
    Ok(())
}

/// The careers in the order in which they fit these answers.
pub(crate) fn ranking(said: [(&str, u8); 3]) -> Result<String, Box<dyn Error>> {
    // every mistake in either text would come back, each with its line and what to do
    let own = OwnTexts {
        questionnaire: Some(Source::new("questions.toml", QUESTIONS)),
        catalogue: vec![Source::new("careers.toml", CAREERS)],
        added: Vec::new(),
    };
    let matcher = Matcher::new(own.dataset()?);

    let mut answers = Answers::default();
    for (question, value) in said {
        answers.give(&matcher.dataset.questionnaire, question, value)?;
    }

    let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
    let mut text = String::new();
    for fit in &outcome.fits {
        writeln!(text, "{}. {}: {:.0}", fit.rank, matcher.dataset.catalogue.get(fit.career).title, fit.score)?;
    }
    Ok(text)
}
