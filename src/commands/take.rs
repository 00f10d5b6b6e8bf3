//! `careerfit take`: the questionnaire for programs.

use super::plain::Kept;
use super::{Ending, complain, data, interrupt, keep};
use crate::cli::{Data, Walk};
use crate::interview::Interview;
use crate::plain::{Conversation, Protocol};
use anyhow::Result;
use std::io;
use std::sync::Arc;

/// Asks a program and keeps every answer; `parts_only` leaves out situation, goals and sliders.
pub fn run(walk: &Walk, parts_only: bool, data: &Data) -> Result<Ending> {
    interrupt::end_quietly()?;
    let matcher = Arc::new(data::matcher(data)?);
    let mut store = keep::store()?;
    let (session, note) = keep::open(&mut store, walk, &matcher.kit.questionnaire)?;
    if let Some(note) = note {
        complain(&note);
    }
    let talk = Conversation::new(Interview::new(matcher, session.record.clone(), parts_only));
    let name = session.name.clone();
    let mut kept = Kept::new(store, session);
    Protocol::new(talk, name, io::stdin().lock(), io::stdout().lock(), &mut kept).run()?;
    kept.close()?;
    Ok(Ending::Done)
}
