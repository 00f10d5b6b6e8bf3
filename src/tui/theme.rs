//! Roles to styles: the only place that names a colour.
//!
//! Text and background stay the terminal's own. One accent (blue) and its counterpart (orange) can be told apart by
//! every kind of colour vision; nothing is told by colour alone.

pub use super::environment::Choice;

use super::environment::Environment;
use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// What one may overlook.
    Dim,
    /// Headings and the question itself.
    Strong,
    /// The one accent: the program's name, what is active.
    Accent,
    /// The row or choice the next key acts on.
    Selected,
    /// The answer that counts now.
    Current,
    /// A key in a hint.
    Key,
    /// Lines between areas.
    Rule,
    /// The job's side.
    Job,
    /// The career's side.
    Career,
    /// The filled part of a bar.
    Bar,
    /// The rest of a bar.
    BarRest,
    /// Letters that a search matched.
    Match,
    /// Something went wrong.
    Warning,
}

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    Sixteen,
    Many,
    Full,
}

/// Two colours and how to dim.
#[derive(Clone, Copy, Debug)]
struct Palette {
    accent: Color,
    counter: Color,
    dim: Style,
}

/// Styles by role, and whether only ASCII is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Theme {
    palette: Option<Palette>,
    dims: bool,
    ascii: bool,
}

impl Theme {
    /// The theme for these surroundings.
    pub fn new(environment: &Environment) -> Self {
        let kind =
            if environment.no_color && environment.theme == Choice::Auto { Choice::Mono } else { environment.theme };

        let colour = match kind {
            Choice::HighContrast | Choice::Mono => None,
            Choice::Dark => Some(Some(false)),
            Choice::Light => Some(Some(true)),
            Choice::Auto => Some(environment.light),
        };
        let colour = colour.filter(|_| !environment.no_color);

        Self {
            palette: colour.map(|light| choose_palette(light, find_depth(environment))),
            dims: kind != Choice::HighContrast,
            ascii: environment.is_ascii(),
        }
    }

    /// Whether only ASCII may be shown.
    pub fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        let plain = Style::new();
        match role {
            Role::Text => plain,
            Role::Dim | Role::Rule | Role::BarRest => self.dim(),
            Role::Strong => plain.add_modifier(Modifier::BOLD),
            Role::Selected => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Role::Accent | Role::Key | Role::Career | Role::Current => self.accent().add_modifier(Modifier::BOLD),
            Role::Job | Role::Warning => self.counter().add_modifier(Modifier::BOLD),
            Role::Bar => self.accent(),
            Role::Match => self.accent().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        }
    }

    fn accent(&self) -> Style {
        self.palette.map_or_else(Style::new, |palette| Style::new().fg(palette.accent))
    }

    fn counter(&self) -> Style {
        self.palette.map_or_else(Style::new, |palette| Style::new().fg(palette.counter))
    }

    fn dim(&self) -> Style {
        match self.palette {
            Some(palette) => palette.dim,
            None if self.dims => Style::new().add_modifier(Modifier::DIM),
            None => Style::new(),
        }
    }
}

fn find_depth(environment: &Environment) -> Depth {
    let full = ["truecolor", "24bit"].contains(&environment.colorterm.as_str());
    if full || environment.term.ends_with("-direct") {
        Depth::Full
    } else if environment.term.contains("256") {
        Depth::Many
    } else {
        Depth::Sixteen
    }
}

/// Blue, orange and grey; where the background is not known, tones that are readable on both.
fn choose_palette(light: Option<bool>, depth: Depth) -> Palette {
    let grey = |colour| Style::new().fg(colour);
    let (accent, counter, dim) = match (light, depth) {
        (Some(false), Depth::Full) => {
            (Color::Rgb(108, 182, 255), Color::Rgb(240, 168, 88), grey(Color::Rgb(150, 158, 168)))
        }
        (Some(true), Depth::Full) => (Color::Rgb(11, 92, 173), Color::Rgb(160, 72, 0), grey(Color::Rgb(95, 100, 108))),
        (None, Depth::Full) => (Color::Rgb(47, 129, 208), Color::Rgb(196, 104, 16), grey(Color::Rgb(122, 128, 136))),
        (Some(false), Depth::Many) => (Color::Indexed(75), Color::Indexed(215), grey(Color::Indexed(247))),
        (Some(true), Depth::Many) => (Color::Indexed(25), Color::Indexed(130), grey(Color::Indexed(241))),
        (None, Depth::Many) => (Color::Indexed(32), Color::Indexed(172), grey(Color::Indexed(244))),
        (Some(true), Depth::Sixteen) => (Color::Blue, Color::Red, Style::new().add_modifier(Modifier::DIM)),
        (Some(false), Depth::Sixteen) => (Color::LightBlue, Color::Yellow, Style::new().add_modifier(Modifier::DIM)),
        (None, Depth::Sixteen) => (Color::LightBlue, Color::LightRed, Style::new().add_modifier(Modifier::DIM)),
    };

    Palette { accent, counter, dim }
}
