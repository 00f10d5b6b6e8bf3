//! The languages that names are known in.

/// The word of a name that says what somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Head {
    /// The first, as where adjectives follow.
    First,
    /// The last, as in English.
    #[default]
    Last,
}

/// A language, by its two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Language(u8);

/// Letters and English name of each, the most spoken in the world first.
const ALL: [(&str, &str); 20] = [
    ("es", "Spanish"),
    ("fr", "French"),
    ("pt", "Portuguese"),
    ("de", "German"),
    ("it", "Italian"),
    ("pl", "Polish"),
    ("nl", "Dutch"),
    ("ro", "Romanian"),
    ("hu", "Hungarian"),
    ("cs", "Czech"),
    ("sv", "Swedish"),
    ("bg", "Bulgarian"),
    ("da", "Danish"),
    ("no", "Norwegian"),
    ("sk", "Slovak"),
    ("hr", "Croatian"),
    ("lt", "Lithuanian"),
    ("sl", "Slovenian"),
    ("lv", "Latvian"),
    ("et", "Estonian"),
];

impl Language {
    /// Every language but English, the most spoken first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..u8::MAX).map(Self).take(ALL.len())
    }

    /// The language of a locale such as `de_AT.UTF-8`; none for English and for those without names.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let letters = match locale.get(..2)?.to_ascii_lowercase().as_str() {
            "nb" | "nn" => "no".to_string(),
            other => other.to_string(),
        };

        // "desk" begins with the letters of a language as well, and is no locale
        let ends = locale.chars().nth(2).is_none_or(|next| !next.is_ascii_alphabetic());
        Self::all().filter(|_| ends).find(|language| language.letters() == letters)
    }

    /// Its two letters.
    pub fn letters(self) -> &'static str {
        ALL[usize::from(self.0)].0
    }

    /// What it is called in English.
    pub fn name(self) -> &'static str {
        ALL[usize::from(self.0)].1
    }

    /// Where its names have the word that says what somebody is: "médico especialista", but "Facharzt".
    pub(super) fn head(self) -> Head {
        if ["es", "fr", "it", "pt", "ro"].contains(&self.letters()) { Head::First } else { Head::Last }
    }

    /// Its place among all, the most spoken first.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        let letters = |locale| Language::of_locale(locale).map(Language::letters);
        assert_eq!(letters("de_AT.UTF-8"), Some("de"));
        assert_eq!(letters("nb_NO.UTF-8"), Some("no"));
        assert_eq!(letters("es"), Some("es"));

        for other in ["en_GB.UTF-8", "C.UTF-8", "POSIX", "", "é", "desk"] {
            assert_eq!(letters(other), None, "{other}");
        }
    }
}
