//! What this is, what it is not, and where its figures come from.

use crate::report::{ATTRIBUTION, NAMES, SOURCES};
use crate::tui::context::{Context, Shell};
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Heading and paragraphs, from the top.
const TEXTS: [(&str, &[&str]); 4] = [
    (
        "What this is",
        &[
            "careerfit asks what you enjoy, what you are good at, which subjects draw you and what you are like at \
             work. Then it shows which careers fit, with the reasons for and against, and how sure it is.",
            "It is for exploring. Fit of interests says only a little about how happy people are in their work, so \
             take the list as a start for looking closer, not as a verdict.",
            "Beside it all the way stands the difference between a job and a career. Needing a job is fine, and a \
             job can be the first rung of a career.",
        ],
    ),
    (
        "Your answers",
        &["They stay on this computer, in files that only you can read, written after every answer. Nothing is \
             sent anywhere. You can stop at any moment and go on later."],
    ),
    ("Where figures and names come from", &[ATTRIBUTION, SOURCES[0], SOURCES[1], SOURCES[2], NAMES]),
    ("Words", &["Every question and every description is careerfit's own."]),
];

/// Widest the text runs: longer lines are hard to read.
const WIDEST: usize = 76;

/// The text about the program.
#[derive(Debug, Default)]
pub struct About {
    scroll: Scroll,
}

fn build_lines(width: usize, shell: &Shell) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for (heading, paragraphs) in TEXTS {
        lines.push(Line::styled(heading, shell.theme.style(Role::Strong)));
        for paragraph in paragraphs {
            lines.extend(text::wrap_lines(paragraph, width, 0, shell.theme.style(Role::Text)));
            lines.push(Line::default());
        }
    }

    if !shell.environment.kept_in.is_empty() {
        let kept = format!("Answers are kept in {}.", shell.environment.kept_in);
        lines.extend(text::wrap_lines(&kept, width, 0, shell.theme.style(Role::Dim)));
    }

    lines
}

impl<C: Context> Screen<C> for About {
    fn place(&self) -> KeyScope {
        KeyScope::About
    }

    fn title(&self, _ctx: &C) -> String {
        "What this is".to_string()
    }

    fn aside(&self, _ctx: &C) -> String {
        concat!("version ", env!("CARGO_PKG_VERSION")).to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let width = usize::from(area.width.saturating_sub(2)).min(WIDEST);
        self.scroll.draw(buffer, area, &build_lines(width, ctx.shell()), ctx.shell());
    }

    fn act(&mut self, action: Action, _ctx: &mut C) -> Transition {
        self.scroll.act(action)
    }

    fn offers(&self, action: Action, _ctx: &C) -> bool {
        action != Action::Accept
    }
}
