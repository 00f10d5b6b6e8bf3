//! The questionnaire full screen: gathers the surroundings, loads the data beside the first paint, carries out effects.

use crate::content::shipped::shipped;
use crate::fit::Matcher;
use crate::model::Record;
use crate::tui::terminal::Guard;
use crate::tui::{App, Effect, Exit, Loaded, Loading, News, Shell, Sitting, Surroundings, run};
use anyhow::{Context, Result};
use std::env;
use std::io::{IsTerminal, stdin, stdout};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

/// Runs the questionnaire; the exit code comes back.
pub fn questionnaire() -> Result<u8> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        eprintln!("careerfit: this is not a terminal; 'careerfit plain' asks line by line and works with pipes");
        return Ok(2);
    }
    let mut app = App::new(surroundings(), load()).map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut keeper = Keeper::default();
    let mut guard = Guard::enter().context("cannot use this terminal full screen; try 'careerfit plain'")?;
    let exit = run(&mut app, &mut keeper, &mut guard);
    drop(guard);
    let Exit(code) = exit.context("the terminal cannot be read")?;
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

/// Reads the shipped data beside the first paint.
fn load() -> Loading {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let loaded = shipped().map_err(|error| error.to_string()).map(|kit| Loaded {
            matcher: Arc::new(Matcher::new(kit)),
            sittings: Vec::new(),
            notes: Vec::new(),
        });
        // the program may be gone before the data is there
        let _gone = send.send(loaded);
    });
    receive
}

/// Keeps the open session.
#[derive(Debug, Default)]
struct Keeper {
    record: Record,
}

impl Shell for Keeper {
    fn carry_out(&mut self, effect: &Effect, app: &App) -> Option<News> {
        match effect {
            Effect::Save => {
                self.record = app.desk().record().cloned().unwrap_or_default();
                None
            }
            Effect::Begin => Some(News::Opened(Box::new(Sitting { name: "today".to_string(), ..Sitting::default() }))),
            _ => None,
        }
    }
}
