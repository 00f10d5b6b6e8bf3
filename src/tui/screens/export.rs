//! A report to keep: in which format, and then to which file; nothing is written before the path was seen.

use super::menu;
use crate::report::{FORMATS, Format};
use crate::tui::context::{OpenSession, ReportFile};
use crate::tui::effect::Effect;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::name_digits_of;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SAYS: &str = "Page one is for somebody you want to show it to: who you are in a few lines, where your answers point, \
                    what you keep and your next step. Then come the careers, and all figures at the end.";
const WHERE: &str = "Write it to this file? Only you can read it, and it never takes the place of another.";

/// The choice of a format, and then of a file.
#[derive(Debug)]
pub struct Export {
    cursor: Cursor,
    /// The format, once it is chosen.
    format: Option<Format>,
    /// The path as the person changed it; before that the proposed one counts.
    path: Option<Field>,
}

impl Export {
    /// Begins with the formats.
    pub fn new(ctx: &mut OpenSession) -> Self {
        // a path from an earlier visit would be taken for this report's
        ctx.report = None;
        Self { cursor: Cursor::default(), format: None, path: None }
    }

    /// The path as it would be written to now.
    fn build_field(&self, ctx: &OpenSession) -> Field {
        self.path.clone().unwrap_or_else(|| {
            let mut field = Field::default();
            if let Some(ReportFile::Proposed(path)) = &ctx.report {
                field.write(path);
            }
            field
        })
    }

    fn choose(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, FORMATS.len()) {
            return Transition::Stay;
        }

        match (menu::find_chosen(action, self.cursor).and_then(|row| FORMATS.get(row)), action) {
            (Some(format), _) => {
                self.format = Some(*format);
                ctx.ask(Effect::Propose(*format));
                Transition::Stay
            }
            (None, Action::Close | Action::Back) => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn name_file(&mut self, format: Format, action: Action, ctx: &mut OpenSession) -> Transition {
        match action {
            Action::Accept => {
                let path = self.build_field(ctx).text.trim().to_string();
                if path.is_empty() {
                    ctx.complain("Type where the file is to go.");
                } else {
                    ctx.ask(Effect::Export(format, path));
                }
            }
            Action::Close => (self.format, self.path, ctx.report) = (None, None, None),
            other => {
                let mut field = self.build_field(ctx);
                if field.act(other) {
                    self.path = Some(field);
                }
            }
        }

        Transition::Stay
    }

    fn is_written(ctx: &OpenSession) -> bool {
        matches!(ctx.report, Some(ReportFile::Written(_)))
    }
}

impl Screen<OpenSession> for Export {
    fn place(&self) -> KeyScope {
        if self.format.is_some() { KeyScope::Write } else { KeyScope::Menu }
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "A report to keep".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        if self.format.is_none() {
            let rows: Vec<String> =
                FORMATS.iter().map(|format| format!("{}: {}", format.name(), format.label())).collect();
            return menu::draw(buffer, area, &[(SAYS, Role::Text)], &rows, self.cursor, ctx);
        }

        let mut column = Column::new(buffer, area);
        if let Some(ReportFile::Written(path)) = &ctx.report {
            column.text("Written. You find it here:", ctx.theme.style(Role::Text)).gap(1);
            column.text(path, ctx.theme.style(Role::Strong));
            return;
        }

        column.text(WHERE, ctx.theme.style(Role::Text)).gap(1);
        let (line, buffer) = column.take(1);
        self.build_field(ctx).draw(buffer, line, "a path, such as ~/report.html", ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        match self.format {
            _ if Self::is_written(ctx) => match action {
                Action::Accept | Action::Close => Transition::Close,
                _ => Transition::Stay,
            },
            Some(format) => self.name_file(format, action, ctx),
            None => self.choose(action, ctx),
        }
    }

    fn write(&mut self, text: &str, ctx: &mut OpenSession) -> Transition {
        if self.format.is_some() && !Self::is_written(ctx) {
            let mut field = self.build_field(ctx);
            field.write(text);
            self.path = Some(field);
        }
        Transition::Stay
    }

    fn offers(&self, action: Action, ctx: &OpenSession) -> bool {
        action != Action::Search && (action != Action::Close || !Self::is_written(ctx))
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match (action, self.format) {
            (Action::Accept | Action::Digit(_), None) => Some("choose"),
            (Action::Accept, Some(_)) => Some("write, or go on"),
            (Action::Close, Some(_)) => Some("another format"),
            _ => None,
        }
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits_of(FORMATS.len())
    }
}
