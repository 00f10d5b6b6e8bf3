//! A report to keep: in which format it is written to a file.

use super::menu;
use crate::tui::desk::Desk;
use crate::tui::effect::Effect;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Names of the formats, and what each is good for.
const FORMATS: [(&str, &str); 5] = [
    ("html", "HTML: one page for any browser, with charts, fit to be printed"),
    ("markdown", "Markdown: for notes and wikis"),
    ("text", "Text: to read anywhere"),
    ("json", "JSON: everything, for programs"),
    ("csv", "CSV: the careers as rows, for a spreadsheet"),
];

const SAYS: &str = "The report holds your profile, your first careers with reasons, as a job and as a career, your \
                    notes and plans, and the sources. It is written into the folder you started from, for you only, \
                    and never over another file.";

/// The choice of a format.
#[derive(Debug, Default)]
pub struct Export {
    cursor: Cursor,
}

impl Export {
    /// Opens the choice, once there is something to write.
    pub fn opened(desk: &mut Desk) -> Go {
        if desk.interview.is_none() {
            desk.say("That needs a few answers first: begin the questionnaire.");
            return Go::Stay;
        }
        Go::Open(Box::<Self>::default())
    }
}

impl Screen for Export {
    fn place(&self) -> Place {
        Place::Menu
    }

    fn title(&self, _desk: &Desk) -> String {
        "A report to keep".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let rows = FORMATS.map(|(_, label)| label.to_string());
        // a path may be longer than the line for messages
        let role = |trouble| if trouble { Role::Warning } else { Role::Strong };
        let said = desk.message.as_ref().map(|message| (message.text.as_str(), role(message.trouble)));
        let says: Vec<(&str, Role)> = said.into_iter().chain([(SAYS, Role::Text)]).collect();
        menu::draw(buffer, area, &says, &rows, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, FORMATS.len()) {
            return Go::Stay;
        }
        let chosen = menu::chosen(action, self.cursor).and_then(|row| FORMATS.get(row));
        match (chosen, action) {
            (Some((format, _)), _) => desk.ask(Effect::Export(format)),
            (None, Action::Close | Action::Back) => return Go::Close,
            _ => {}
        }
        Go::Stay
    }

    fn offers(&self, action: Action, _desk: &Desk) -> bool {
        action != Action::Search
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        matches!(action, Action::Accept | Action::Digit(_)).then_some("write")
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        "1-5"
    }
}
