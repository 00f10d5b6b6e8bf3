//! What a search found, ready to be shown.

use super::alike::Typed;
use super::find::Scored;
use super::index::Kind;
use super::language::Language;
use super::spelling::Spelled;
use crate::model::{CareerId, Catalogue};

/// What was found for what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How sure it is.
    pub certainty: Certainty,
    /// What to say of work that no career covers.
    pub line: Option<String>,
    /// Careers, best first.
    pub hits: Vec<Hit>,
}

/// How sure a search is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Certainty {
    /// The first hit is what was meant, as far as words tell.
    Sure,
    /// Many careers share the word; they stand by how many people work in them.
    Choice,
    /// Nothing is called that; the hits are the nearest, or careers near in kind.
    #[default]
    Nearest,
}

/// A career that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The career.
    pub career: CareerId,
    /// The name that matched; none when the title did.
    pub found_as: Option<FoundAs>,
    /// Which characters of the title or name matched, by their place.
    pub matched: Vec<usize>,
}

/// A name by which a career was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAs {
    /// As it is written.
    pub name: String,
    /// Its language; none for English.
    pub language: Option<Language>,
    /// Whether it is one of the career's own other names.
    pub own: bool,
}

/// A career with the name that speaks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) career: CareerId,
    pub(super) language: Option<Language>,
    pub(super) scored: Scored,
}

impl Candidate {
    /// A career by an English name.
    pub(super) fn from_english(scored: Scored) -> Self {
        Self { career: CareerId(scored.owner), language: None, scored }
    }
}

/// What is said of a single letter.
const ONE_LETTER: &str = "One letter fits many careers. Type more of the word, or choose one of these:";

impl Findings {
    /// Work that no career covers, with careers near in kind.
    pub(super) fn of_missing(line: &str, near: &[CareerId], limit: usize) -> Self {
        let hits = near.iter().take(limit).copied().map(Hit::by_title).collect();
        Self { certainty: Certainty::Nearest, line: Some(line.to_string()), hits }
    }

    /// The same, of which none is sure: with a guess for one letter, one key too many would choose a career.
    pub(super) fn of_one_letter(self) -> Self {
        Self { certainty: Certainty::Nearest, line: Some(ONE_LETTER.to_string()), ..self }
    }

    /// Careers that share a word.
    pub(super) fn of_choice(careers: Vec<CareerId>, limit: usize) -> Self {
        Self {
            certainty: Certainty::Choice,
            line: None,
            hits: careers.into_iter().take(limit).map(Hit::by_title).collect(),
        }
    }

    /// The career that was meant; none where the search only guesses or many share the word.
    pub fn sure(&self) -> Option<CareerId> {
        self.hits.first().filter(|_| self.certainty == Certainty::Sure).map(|hit| hit.career)
    }

    /// What to say above the hits; nothing where the first is what was meant.
    pub fn explain(&self, typed: &str) -> Option<String> {
        let typed = typed.trim();
        match (self.certainty, &self.line) {
            (_, Some(line)) => Some(line.clone()),
            (Certainty::Nearest, None) if self.hits.is_empty() => {
                Some(format!("No career here is called '{typed}'. Try a plain word for the work."))
            }
            (Certainty::Nearest, None) => Some(format!("No career here is called '{typed}'. Nearest:")),
            (Certainty::Choice, None) => Some("Several careers share that word. Which one do you mean?".to_string()),
            (Certainty::Sure, None) => None,
        }
    }
}

impl Hit {
    /// A career by its title, with nothing marked.
    pub fn by_title(career: CareerId) -> Self {
        Self { career, found_as: None, matched: Vec::new() }
    }
}

impl FoundAs {
    /// The name with what it is: `also: teller`, `found as: enfermera (Spanish)`.
    pub fn describe(&self) -> String {
        let lead = self.lead();
        let language = self.after();
        format!("{lead}{}{language}", self.name)
    }

    /// What stands before the name.
    pub fn lead(&self) -> &'static str {
        if self.own { "also: " } else { "found as: " }
    }

    /// What stands after the name.
    pub fn after(&self) -> String {
        self.language.map(|language| format!(" ({})", language.name())).unwrap_or_default()
    }
}

/// The hit for an English name.
pub(super) fn build_english_hit(
    kind: Kind,
    text: &str,
    candidate: Candidate,
    catalogue: &Catalogue,
    typed: &Marker,
) -> Hit {
    let own = match kind {
        Kind::Title => return Hit { matched: typed.match_letters(text), ..Hit::by_title(candidate.career) },
        Kind::Also(_) => true,
        Kind::Said | Kind::Hidden => {
            catalogue.get(candidate.career).also.iter().any(|also| also.eq_ignore_ascii_case(text))
        }
    };

    let found_as = FoundAs { name: text.to_string(), language: None, own };
    Hit { career: candidate.career, found_as: Some(found_as), matched: typed.match_letters(text) }
}

/// The hit for a name in another language.
pub(super) fn build_foreign_hit(text: &str, candidate: Candidate, language: Language, typed: &Marker) -> Hit {
    let found_as = FoundAs { name: text.to_string(), language: Some(language), own: false };
    Hit { career: candidate.career, found_as: Some(found_as), matched: typed.match_letters(text) }
}

/// What was typed, ready to be marked in many names.
pub(super) struct Marker {
    words: Vec<Typed>,
    joined: String,
}

impl Marker {
    /// Reads what was typed.
    pub(super) fn new(typed: &str) -> Self {
        let typed = Spelled::of(typed);
        let words = || typed.words().iter().map(|word| &typed.letters()[word.clone()]);
        Self { words: words().map(Typed::new).collect(), joined: words().collect() }
    }

    /// Which characters of a name were typed.
    fn match_letters(&self, name: &str) -> Vec<usize> {
        let name = Spelled::of(name);
        let mut matched: Vec<usize> = Vec::new();

        for span in name.words() {
            let word = &name.letters()[span.clone()];
            let begun = self.words.iter().map(|typed| typed.count_shown(word)).max().unwrap_or(0);
            matched.extend(name.list_places(span.start..span.start + begun));
        }

        if matched.is_empty() {
            // short words that were typed as one are found in the letters, which have no blanks between words
            let start = name.letters().find(&self.joined);
            matched.extend(start.into_iter().flat_map(|start| name.list_places(start..start + self.joined.len())));
        }

        matched.sort_unstable();
        matched.dedup();
        matched
    }
}
