//! Help, printed from the key table: first what works on the screen below, then everything.

use crate::tui::context::{Context, Shell};
use crate::tui::keys::{Action, Binding, Key, KeyScope, TABLE};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The list of keys.
#[derive(Debug)]
pub struct Help {
    below: KeyScope,
    scroll: Scroll,
}

impl Help {
    /// Help for the screen it was asked on.
    pub fn new(below: KeyScope) -> Self {
        Self { below, scroll: Scroll::default() }
    }

    fn build_lines(&self, width: usize, shell: &Shell) -> Vec<Line<'static>> {
        let heading = |says: &'static str| Line::styled(says, shell.theme.style(Role::Strong));
        let name = |action| shell.keys.name_key(action, KeyScope::Help);

        let enough = format!(
            "Digits, {} and {} are enough; all other keys are quicker ways. {} finds anything by its name.",
            name(Action::Accept),
            name(Action::Close),
            name(Action::Palette)
        );
        let mut lines = text::wrap_lines(&enough, width, 0, shell.theme.style(Role::Text));

        lines.extend([Line::default(), heading("Here")]);
        let here: Vec<_> = shell.keys.list_bindings(self.below).collect();
        lines.extend(here.iter().flat_map(|(binding, keys)| build_row(binding, keys, width, shell)));

        let others = TABLE.iter().filter(|row| !row.places.contains(&self.below) && !row.is_fixed());
        lines.extend([Line::default(), heading("Elsewhere")]);
        for binding in others {
            let keys = binding.places.first().and_then(|place| {
                // by address, since several rows of the table may have the same action
                shell.keys.list_bindings(*place).find(|(known, _)| std::ptr::eq(*known, binding)).map(|(_, keys)| keys)
            });
            lines.extend(build_row(binding, keys.unwrap_or_default(), width, shell));
        }

        lines
    }
}

fn build_row(binding: &Binding, keys: &[Key], width: usize, shell: &Shell) -> Vec<Line<'static>> {
    let shown = match binding.action {
        Action::Digit(_) => "0-9".to_string(),
        _ => keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    };
    let mark = format!("  {shown:<16}");
    text::wrap_item(&mark, binding.help, width, shell.theme.style(Role::Key), shell.theme.style(Role::Text))
}

impl<C: Context> Screen<C> for Help {
    fn place(&self) -> KeyScope {
        KeyScope::Help
    }

    fn title(&self, _ctx: &C) -> String {
        "Keys".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let lines = self.build_lines(usize::from(area.width.saturating_sub(2)), ctx.shell());
        self.scroll.draw(buffer, area, &lines, ctx.shell());
    }

    fn act(&mut self, action: Action, _ctx: &mut C) -> Transition {
        self.scroll.act(action)
    }

    fn offers(&self, action: Action, _ctx: &C) -> bool {
        !matches!(action, Action::Accept | Action::Help)
    }
}
