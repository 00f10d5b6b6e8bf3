//! Careers that the person keeps, with a note of their own, line by line.

use super::dialogue::Dialogue;
use super::menu::meant;
use crate::model::{Bookmark, CareerId};
use crate::report::telling;
use crate::text::visible;
use std::io::{self, BufRead, Write};

/// What is said where no career was read yet.
const NONE_READ: &str = "Read a career first: type its number or its name.";

/// What is said where a note stays as it is.
const UNCHANGED: &str = "Nothing is changed.";

/// What empties a note, or an entry of a plan.
pub(super) const EMPTY: &str = "-";

impl<R: BufRead, W: Write> Dialogue<'_, R, W> {
    /// The career of a number or words, or else the one read last.
    pub(super) fn career_of(&self, words: &str) -> Result<CareerId, String> {
        match (words, self.reading.focus) {
            ("", Some(career)) => Ok(career),
            ("", None) => Err(NONE_READ.to_string()),
            _ => meant(self.talk.interview(), &self.reading, words),
        }
    }

    /// Id and title of a career.
    pub(super) fn named(&self, career: CareerId) -> (String, String) {
        let career = self.talk.interview().matcher().dataset.catalogue.get(career);
        (career.id.clone(), career.title.clone())
    }

    /// Keeps a career, or lets it go where nothing of the person's own stands with it.
    pub(super) fn keep_career(&mut self, words: &str) -> io::Result<String> {
        let career = match self.career_of(words) {
            Ok(career) => career,
            Err(why) => return Ok(why),
        };

        self.reading.focus = Some(career);
        let (id, title) = self.named(career);
        let kept = self.talk.interview().record().kept.iter().find(|kept| kept.career == id);

        Ok(match kept {
            Some(kept) if !kept.note.is_empty() || kept.plan.is_some() => telling::stays_kept(&title),
            Some(_) => {
                self.note(|record| record.kept.retain(|kept| kept.career != id))?;
                telling::let_go(&title)
            }
            None => {
                self.note(|record| record.kept.push(Bookmark { career: id, ..Bookmark::default() }))?;
                telling::kept(&title)
            }
        })
    }

    /// Writes a note on the career read last: the words after the command, or a line that is asked for.
    pub(super) fn write_note(&mut self, words: &str) -> io::Result<String> {
        let Some(career) = self.reading.focus else { return Ok(NONE_READ.to_string()) };
        let (id, title) = self.named(career);

        let typed = if words.is_empty() {
            let asked = format!("Your note on {title}. An empty line leaves it as it is, {EMPTY} empties it.");
            self.ask_line(&asked)?.unwrap_or_default()
        } else {
            words.to_string()
        };
        match typed.as_str() {
            "" => return Ok(UNCHANGED.to_string()),
            EMPTY => return self.empty_note(&id, &title),
            _ => {}
        }

        let note = visible(&typed).into_owned();
        self.change_kept(&id, |kept| kept.note = note)?;
        Ok(format!("Noted. {title} is kept."))
    }

    fn empty_note(&mut self, id: &str, title: &str) -> io::Result<String> {
        let kept = self.talk.interview().record().kept.iter().find(|kept| kept.career == id);
        if kept.is_none_or(|kept| kept.note.is_empty()) {
            return Ok(UNCHANGED.to_string());
        }

        self.change_kept(id, |kept| kept.note.clear())?;
        Ok(format!("Your note on {title} is gone."))
    }

    /// Changes what is kept of a career, which is kept from now on.
    pub(super) fn change_kept(&mut self, id: &str, change: impl FnOnce(&mut Bookmark)) -> io::Result<()> {
        self.note(|record| {
            if !record.kept.iter().any(|kept| kept.career == id) {
                record.kept.push(Bookmark { career: id.to_string(), ..Bookmark::default() });
            }
            if let Some(kept) = record.kept.iter_mut().find(|kept| kept.career == id) {
                change(kept);
            }
        })
    }

    /// The careers kept, which the numbers stand for from now on, with what stands with them.
    pub(super) fn kept(&mut self) -> String {
        let interview = self.talk.interview();
        let catalogue = &interview.matcher().dataset.catalogue;
        let kept = interview.record().kept.iter().filter_map(|kept| Some((catalogue.find(&kept.career)?, kept)));
        let kept: Vec<(CareerId, &Bookmark)> = kept.collect();
        if kept.is_empty() {
            return "You keep no career yet.".to_string();
        }

        let row = |((career, kept), number): (&(CareerId, &Bookmark), usize)| {
            let note =
                if kept.note.is_empty() { String::new() } else { format!(" Your note: {}", visible(&kept.note)) };
            let step = kept.plan.as_ref().filter(|plan| !plan.step.is_empty());
            let step = step.map_or(String::new(), |plan| format!(" Your first step: {}", visible(&plan.step)));
            format!("{number}. {}.{note}{step}", catalogue.get(*career).title)
        };

        let rows: Vec<String> = kept.iter().zip(1..).map(row).collect();
        let list = kept.into_iter().map(|(career, _)| career).collect();
        self.reading.list = list;
        format!("Careers you keep:\n{}", rows.join("\n"))
    }
}
