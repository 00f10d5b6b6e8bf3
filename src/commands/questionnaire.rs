//! The questionnaire full screen: gathers the surroundings, loads the data beside the first paint, carries out effects.

use super::keeper::{Keeper, sittings};
use crate::content::shipped::shipped;
use crate::fit::Matcher;
use crate::session::data_folder;
use crate::tui::terminal::Guard;
use crate::tui::{App, Exit, Loaded, Loading, Surroundings, run};
use anyhow::{Context, Result};
use std::env;
use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

/// Runs the questionnaire; the exit code comes back.
pub fn questionnaire() -> Result<u8> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        eprintln!("careerfit: this is not a terminal; 'careerfit plain' asks line by line and works with pipes");
        return Ok(2);
    }
    let folder = data_folder("careerfit").map(|folder| folder.join("sessions"));
    let kept_in = folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
    let around = Surroundings { kept_in, ..surroundings() };
    let folder = folder.map_err(|error| error.to_string());
    let mut app = App::new(around, load(folder.clone())).map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut keeper = Keeper::new(folder);
    let mut guard = Guard::enter().context("cannot use this terminal full screen; try 'careerfit plain'")?;
    let exit = run(&mut app, &mut keeper, &mut guard);
    drop(guard);
    let kept = keeper.settle();
    let Exit(code) = exit.context("the terminal cannot be read")?;
    kept?;
    Ok(code)
}

/// What the room is told about the world.
fn surroundings() -> Surroundings {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let lang = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().map(variable).find(|value| !value.is_empty());
    Surroundings {
        no_color: !variable("NO_COLOR").is_empty(),
        term: variable("TERM"),
        lang: lang.unwrap_or_default(),
        colorterm: variable("COLORTERM"),
        now: || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| passed.as_secs()),
        ..Surroundings::default()
    }
}

/// Reads the shipped data and the sessions of before, beside the first paint.
fn load(folder: Result<PathBuf, String>) -> Loading {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let loaded = shipped().map_err(|error| error.to_string()).map(|kit| {
            let matcher = Arc::new(Matcher::new(kit));
            let (sittings, notes) = sittings(folder);
            Loaded { matcher, sittings, notes }
        });
        // the program may be gone before the data is there
        let _gone = send.send(loaded);
    });
    receive
}
