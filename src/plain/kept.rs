//! Careers that the person keeps, with a note of their own, line by line.

use super::dialogue::Dialogue;
use super::menu::find_meant;
use crate::interview::Change;
use crate::model::{Bookmark, CareerId};
use crate::report::telling;
use crate::text::show_controls;
use std::io::{self, BufRead, Write};

/// What is said where no career was read yet.
const NONE_READ: &str = "Read a career first: type its number or its name.";

/// What is said where a note stays as it is.
const UNCHANGED: &str = "Nothing is changed.";

/// What empties a note, or an entry of a plan.
pub(super) const EMPTY: &str = "-";

impl<R: BufRead, W: Write> Dialogue<'_, R, W> {
    /// The career of a number or words, or else the one read last.
    pub(super) fn find_career(&self, words: &str) -> Result<CareerId, String> {
        match (words, self.reading.focus) {
            ("", Some(career)) => Ok(career),
            ("", None) => Err(NONE_READ.to_string()),
            _ => find_meant(self.talk.interview(), &self.reading, words),
        }
    }

    /// The title of a career.
    pub(super) fn title(&self, career: CareerId) -> String {
        self.talk.interview().matcher().dataset.catalogue.get(career).title.clone()
    }

    /// What is kept of a career.
    pub(super) fn bookmark(&self, career: CareerId) -> Option<&Bookmark> {
        let interview = self.talk.interview();
        interview.record().bookmark(&interview.matcher().dataset.catalogue.get(career).id)
    }

    /// Keeps a career, or lets it go where nothing of the person's own stands with it.
    pub(super) fn keep_career(&mut self, words: &str) -> io::Result<String> {
        let career = match self.find_career(words) {
            Ok(career) => career,
            Err(why) => return Ok(why),
        };

        self.reading.focus = Some(career);
        let title = self.title(career);
        Ok(match self.bookmark(career) {
            Some(kept) if kept.has_own_words() => telling::confirm_stays_kept(&title),
            Some(_) => {
                self.apply(Change::LetGo(career))?;
                telling::confirm_let_go(&title)
            }
            None => {
                self.apply(Change::Keep(career))?;
                telling::confirm_kept(&title)
            }
        })
    }

    /// Writes a note on the career read last: the words after the command, or a line that is asked for.
    pub(super) fn write_note(&mut self, words: &str) -> io::Result<String> {
        let Some(career) = self.reading.focus else { return Ok(NONE_READ.to_string()) };
        let title = self.title(career);

        let typed = if words.is_empty() {
            let asked = format!("Your note on {title}. An empty line leaves it as it is, {EMPTY} empties it.");
            self.ask_line(&asked)?.unwrap_or_default()
        } else {
            words.to_string()
        };
        match typed.as_str() {
            "" => return Ok(UNCHANGED.to_string()),
            EMPTY => return self.empty_note(career, &title),
            _ => {}
        }

        let note = show_controls(&typed).into_owned();
        self.apply(Change::Note(career, note))?;
        Ok(format!("Noted. {title} is kept."))
    }

    fn empty_note(&mut self, career: CareerId, title: &str) -> io::Result<String> {
        if self.bookmark(career).is_none_or(|kept| kept.note.is_empty()) {
            return Ok(UNCHANGED.to_string());
        }

        self.apply(Change::Note(career, String::new()))?;
        Ok(format!("Your note on {title} is gone."))
    }

    /// The careers kept, which the numbers stand for from now on, with what stands with them.
    pub(super) fn list_kept(&mut self) -> String {
        let interview = self.talk.interview();
        let catalogue = &interview.matcher().dataset.catalogue;
        let kept = interview.record().kept.iter().filter_map(|kept| Some((catalogue.find(&kept.career)?, kept)));
        let kept: Vec<(CareerId, &Bookmark)> = kept.collect();
        if kept.is_empty() {
            return telling::describe_none_kept("f", "the one read last");
        }

        let row = |((career, kept), number): (&(CareerId, &Bookmark), usize)| {
            let own = telling::list_own_words_in_short(kept).into_iter();
            let own = own.map(|(label, says)| format!(" {label}: {}", show_controls(says.trim_end_matches('.'))));
            format!("{number}. {}.{}", catalogue.get(*career).title, own.collect::<Vec<_>>().join("."))
        };

        let rows: Vec<String> = kept.iter().zip(1..).map(row).collect();
        let list = kept.into_iter().map(|(career, _)| career).collect();
        self.reading.list = list;
        format!("Careers you keep:\n{}", rows.join("\n"))
    }
}
