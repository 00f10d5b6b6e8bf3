//! The present or last job, found by search, or none.

use crate::interview::{Change, Interview};
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::finder::Finder;
use crate::tui::widgets::side_panel::{self, Beside};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The search for the present job.
#[derive(Debug)]
pub struct Job {
    text: String,
    before: Option<String>,
    finder: Finder,
}

impl Job {
    /// The situation question at a place of the questionnaire, to be answered by search.
    pub fn new(at: usize, ctx: &OpenSession) -> Self {
        let text = ctx.questionnaire().situation[at].text.clone();
        let career = ctx.record().present_job.as_ref().and_then(|id| ctx.catalogue().find(id));
        let before = career.map(|career| ctx.catalogue().get(career).title.clone());
        Self { text, before, finder: Finder::for_answer() }
    }

    fn take(&self, ctx: &mut OpenSession) -> Transition {
        let chosen = self.finder.find_chosen();
        if chosen.is_none() && !self.finder.is_empty() {
            let keys = [Action::Up, Action::Down].map(|action| ctx.keys.name_key(action, self.place()));
            ctx.say(format!("No career is chosen. Move to one with {}, or try another word.", keys.join(" or ")));
            return Transition::Stay;
        }

        // an empty field keeps the job of before: only erasing lets go of it
        let keep = self.finder.is_empty() && self.before.is_some();
        ctx.converse(|interview| {
            if !keep {
                interview.apply(Change::PresentJob(chosen));
            }
            interview.next();
        });
        Transition::Walk
    }
}

impl Screen<OpenSession> for Job {
    fn place(&self) -> KeyScope {
        KeyScope::Job
    }

    fn title(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().words.situation.clone()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let beside = Beside { place: "situation", turn: 2 * side_panel::QUESTIONS_A_LINE, at: self.place() };
        let free = side_panel::draw(buffer, area, &beside, 9, ctx);

        let mut column = Column::new(buffer, free);
        let [accept, erase] = [Action::Accept, Action::Erase].map(|action| ctx.keys.name_key(action, self.place()));
        column.text(&self.text, ctx.theme.style(Role::Strong));
        if let Some(before) = &self.before {
            column.text(
                &format!("So far: {before}. {accept} keeps it, {erase} lets go of it."),
                ctx.theme.style(Role::Dim),
            );
        }

        column.gap(1);
        let (rest, buffer) = column.take(u16::MAX);
        self.finder.draw(buffer, rest, &format!("type a word for it, or {accept} for none"), ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        match action {
            Action::Accept => self.take(ctx),
            Action::Close if !self.finder.is_empty() => {
                self.finder.clear();
                Transition::Stay
            }
            Action::Close => {
                ctx.converse(Interview::back);
                Transition::Walk
            }
            Action::Erase | Action::Clear if self.finder.is_empty() => {
                self.before = None;
                Transition::Stay
            }
            other => {
                self.finder.act(other, ctx);
                Transition::Stay
            }
        }
    }

    fn write(&mut self, text: &str, ctx: &mut OpenSession) -> Transition {
        self.finder.write(text, ctx);
        Transition::Stay
    }

    fn refine(&mut self, ctx: &mut OpenSession) -> bool {
        self.finder.refine(ctx)
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept if self.finder.is_empty() && self.before.is_some() => Some("keep it, go on"),
            Action::Accept if self.finder.is_empty() => Some("none, go on"),
            Action::Accept => Some(if self.finder.find_chosen().is_some() { "this one" } else { "" }),
            Action::Close => Some(if self.finder.is_empty() { "back" } else { "empty the line" }),
            _ => None,
        }
    }

    fn asks(&self) -> bool {
        true
    }
}
