//! What this module is told about the world around it, since it looks at no file and no variable itself.

use std::time::Duration;

/// The terminal and the person's wishes, gathered by the effect handler before anything is painted.
#[derive(Clone, Debug)]
pub struct Environment {
    /// Whether `NO_COLOR` is set to anything.
    pub no_color: bool,
    /// `TERM`.
    pub term: String,
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
    pub lang: String,
    /// `COLORTERM`.
    pub colorterm: String,
    /// Whether ASCII was asked for.
    pub ascii: bool,
    /// The theme asked for.
    pub theme: Choice,
    /// Whether the background is light, where the terminal said so.
    pub light: Option<bool>,
    /// Keys changed in the config: config name and key names.
    pub keys: Vec<(String, Vec<String>)>,
    /// Seconds since 1970, UTC.
    pub now: fn() -> u64,
    /// Where the answers are kept, to be shown.
    pub kept_in: String,
    /// So long after a question's first frame the digit that answered the one before does not count; see `key_repeat`.
    pub quiet: Duration,
}

impl Environment {
    /// Whether the terminal shows only ASCII: asked for, no UTF-8 in the locale, or a bare Linux console.
    pub fn is_ascii(&self) -> bool {
        let lang = self.lang.to_ascii_uppercase();
        let other = !lang.is_empty() && !lang.contains("UTF-8") && !lang.contains("UTF8");
        self.ascii || other || self.term == "linux"
    }
}

impl Default for Environment {
    fn default() -> Self {
        Self {
            no_color: false,
            term: "xterm-256color".to_string(),
            lang: "en_US.UTF-8".to_string(),
            colorterm: String::new(),
            ascii: false,
            theme: Choice::Auto,
            light: None,
            keys: Vec::new(),
            now: || 0,
            kept_in: String::new(),
            quiet: Duration::ZERO,
        }
    }
}

/// The theme a person asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Dark or light as the terminal says, or tones that are readable on both.
    #[default]
    Auto,
    /// For dark backgrounds.
    Dark,
    /// For light backgrounds.
    Light,
    /// The terminal's own text only, nothing dimmed.
    HighContrast,
    /// No colours.
    Mono,
}

impl Choice {
    /// All choices with their names in the config and on the command line.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Auto, "auto"),
        (Self::Dark, "dark"),
        (Self::Light, "light"),
        (Self::HighContrast, "high-contrast"),
        (Self::Mono, "mono"),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(choice, _)| *choice == self).map_or("", |(_, name)| name)
    }

    /// The choice with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(choice, _)| choice)
    }
}
