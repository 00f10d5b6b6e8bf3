//! A session to text and back, and to disk: atomic, versioned, private; it loses no answer.
//!
//! Place in the flow: beside it. Front ends change a [`SessionRecord`] and ask for a save, `commands` carries that out with a
//! [`Store`]. What is kept is what the person said. Of what was worked out from it only what leads is kept, in a
//! word: for the start screen, which is there before anything can be worked out.
//!
//! How a version is saved, and why no moment loses an answer, stands in [`store`].

mod autosave;
mod disk;
mod error;
mod files;
mod folder;
mod lock;
mod manage;
mod name;
mod names;
mod read;
mod recover;
mod regular;
pub mod store;
mod syncer;
mod trash;
mod worker;
mod write;

pub use autosave::Autosave;
pub use disk::{Disk, RealDisk};
pub use error::Error;
pub use folder::find_data_folder;
pub use manage::Listed;
pub use name::check_name;
pub use read::from_text;
pub use recover::MAX_SESSION_BYTES;
pub use regular::{open_regular, read_regular, read_up_to};
pub use store::{Loaded, Store};
pub use trash::{Deleted, KEPT, Left};
pub use worker::Worker;
pub use write::to_text;

use crate::model::{Day, Questionnaire, SECONDS_PER_DAY, SessionRecord};
use crate::text::show_controls;
use std::collections::BTreeMap;

/// What one person answered and chose, under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The name, also of the file.
    pub name: String,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Hash of the questionnaire's questions when the session was last saved.
    pub hash: u64,
    /// Answers and choices.
    pub record: SessionRecord,
    /// What leads by them, for the start screen; empty where nothing does, none where it was not worked out since.
    pub lead: Option<String>,
}

impl Session {
    /// An empty session for this questionnaire.
    pub fn new(name: impl Into<String>, questionnaire: &Questionnaire) -> Self {
        Self {
            name: name.into(),
            questionnaire: questionnaire.id.clone(),
            hash: questionnaire.hash,
            record: SessionRecord::default(),
            lead: None,
        }
    }

    /// How many questions have an answer that is no skip.
    pub fn count_answers(&self) -> usize {
        let counted = self.record.given.iter().filter(|given| !given.again);
        let last: BTreeMap<_, _> = counted.map(|given| (&given.question, given.response)).collect();
        last.values().filter(|response| **response != crate::model::Response::Skipped).count()
    }

    /// When the last answer was given, in seconds since 1970: the last in the file, whatever the clock said before.
    pub fn last(&self) -> Option<u64> {
        self.record.given.last().map(|given| given.at)
    }

    /// What to say where the last answer is dated later than tomorrow, seen from `now` (both in seconds since 1970).
    pub fn warn_of_future(&self, now: u64) -> Option<String> {
        let last = self.last().filter(|last| *last > now.saturating_add(SECONDS_PER_DAY))?;
        let when = format_day(last).map_or_else(|| "after the year 9999".to_string(), |day| format!("on {day}"));
        Some(format!("the last answer is dated {when}, which is still to come: a clock is wrong, or was"))
    }

    /// Which answers do not count with this questionnaire, in words, if there are any.
    pub fn describe_set_aside(&self, questionnaire: &Questionnaire) -> Option<String> {
        let ids = self.record.list_set_aside(questionnaire);
        let named = ids.iter().map(|id| show_controls(id)).collect::<Vec<_>>().join(", ");

        let one = match ids.len() {
            0 => return None,
            1 => "1 answer does not count, because its question or its choices were reworded or are gone".to_string(),
            count => {
                format!("{count} answers do not count, because their questions or choices were reworded or are gone")
            }
        };

        Some(format!("{one} (kept in the file): {named}"))
    }
}

/// The first second that needs a year of five digits.
const END_OF_DAYS: u64 = 253_402_300_800;

/// The day of a time in seconds since 1970 (UTC), if the calendar has it.
pub fn format_day(seconds: u64) -> Option<String> {
    (seconds < END_OF_DAYS).then(|| Day::of(seconds).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AnswerEntry, Rating, Response};

    fn answer_question(question: &str, response: Response, again: bool) -> AnswerEntry {
        AnswerEntry { question: question.into(), text: 1, response, at: 60, again }
    }

    #[test]
    fn the_last_answer_that_is_no_second_asking_is_counted() {
        let mut session = Session::default();
        session.record.given = vec![
            answer_question("a", Response::Value(Rating::MIDDLE), false),
            answer_question("b", Response::Untried, false),
            answer_question("a", Response::Skipped, false),
            answer_question("c", Response::Value(Rating::LOWEST), true),
        ];

        assert_eq!(session.count_answers(), 1);
    }

    #[test]
    fn a_session_from_the_future_says_so_and_one_from_another_time_zone_does_not() {
        let mut session = Session::default();
        let mut said = |at| {
            session.record.given =
                vec![AnswerEntry { at, ..answer_question("a", Response::Value(Rating::MIDDLE), false) }];
            session.warn_of_future(1_000_000)
        };

        assert_eq!((said(1), said(1_000_000 + 86_400)), (None, None));
        assert!(said(1_800_000_000).is_some_and(|said| said.contains("2027-01-15, which is still to come")));
        assert!(said(u64::MAX).is_some_and(|said| said.contains("after the year 9999")));
    }

    #[test]
    fn no_time_is_too_odd_for_a_day() {
        assert_eq!(format_day(86_400).as_deref(), Some("1970-01-02"));
        for odd in [u64::MAX, i64::MAX as u64, 253_402_300_800, 1 << 40] {
            assert_eq!(format_day(odd), None, "{odd}");
        }
    }

    #[test]
    fn answers_that_do_not_count_are_counted_and_named_and_nothing_is_said_where_all_do() {
        let questionnaire = crate::content::shipped::load_shipped().expect("the shipped data").questionnaire;
        let question = &questionnaire.questions[0];
        let mut session = Session::default();
        let meant = AnswerEntry {
            text: question.hash,
            ..answer_question(&question.id, Response::Value(Rating::MIDDLE), false)
        };
        session.record.given = vec![meant];
        assert_eq!(session.describe_set_aside(&questionnaire), None);

        session.record.given.push(answer_question("gone", Response::Value(Rating::MIDDLE), false));
        let one = session.describe_set_aside(&questionnaire).expect("one does not count");
        assert!(one.starts_with("1 answer does not count") && one.ends_with("(kept in the file): gone"), "{one}");
        session.record.given.push(answer_question("lost", Response::Value(Rating::MIDDLE), false));
        let two = session.describe_set_aside(&questionnaire).expect("two do not count");
        assert!(two.starts_with("2 answers do not count") && two.ends_with(": gone, lost"), "{two}");
    }
}
