//! What moved between two sittings, to be read or for programs.

use super::format::{format_signed, label_note, pluralise};
use super::formats::{markdown, text};
use super::outline::{Block, Outline, Section, Table};
use super::{MadeWith, describe_provenance};
use crate::fit::{Administration, Matcher, Moved, MovedCareer, MovedScale, compare_sittings};
use crate::model::{Dataset, Verdict};
use serde::Serialize;

/// Careers told on each side.
const MAX_CAREERS: usize = 10;

/// Two sittings and what moved between them.
#[derive(Clone, Debug)]
pub struct Changes<'m> {
    /// The data both are compared with.
    dataset: &'m Dataset,
    /// Name and number of answers, before and after.
    sides: [(String, usize); 2],
    /// What moved.
    moved: Moved,
    /// Whether both have a list of careers.
    are_ranked: bool,
    /// What the reader must know.
    notes: Vec<String>,
}

/// Compares two sittings by name, the earlier first.
pub fn build_changes<'m>(
    matcher: &'m Matcher,
    before: (String, Administration<'_>),
    after: (String, Administration<'_>),
    mut notes: Vec<String>,
) -> Changes<'m> {
    let moved = compare_sittings(matcher, before.1, after.1);

    for (name, administration) in [&before, &after] {
        if administration.outcome.verdict != Verdict::Ranked {
            notes.push(format!("the answers of {name} point nowhere yet, so careers cannot be compared"));
        }
    }

    if moved.asked_once > 0 {
        let once = pluralise(moved.asked_once, "scale");
        notes.push(format!("{once} could not be compared, asked about in one of the two only"));
    }

    let side = |(name, administration): (String, Administration<'_>)| (name, administration.outcome.evidence);
    let are_ranked = [&before, &after].iter().all(|(_, one)| one.outcome.verdict == Verdict::Ranked);
    Changes { dataset: &matcher.dataset, sides: [side(before), side(after)], moved, are_ranked, notes }
}

impl Changes<'_> {
    /// To be read.
    pub fn to_text(&self) -> String {
        text::write_text(&self.build_outline())
    }

    /// The same for whoever reads it on a terminal.
    pub fn to_section(&self) -> Section {
        let Outline { title, about, sections } = self.build_outline();
        let mut whole = Section::new(title);
        whole.text(about).blocks.extend(sections.into_iter().map(Block::Part));
        whole
    }

    /// As Markdown.
    pub fn to_markdown(&self) -> String {
        markdown::write_markdown(&self.build_outline())
    }

    /// As one JSON object on one line.
    pub fn to_json(&self) -> String {
        super::escape_json(serde_json::to_string(&self.to_plain()).unwrap_or_default())
    }

    fn build_outline(&self) -> Outline {
        let [(before, first), (after, second)] = &self.sides;
        Outline {
            title: "What has changed".to_string(),
            about: format!(
                "{before} ({}) and then {after} ({})",
                pluralise(*first, "answer"),
                pluralise(*second, "answer")
            ),
            sections: [Some(self.compose_profile()), self.compose_careers(), Some(self.compose_reading())]
                .into_iter()
                .flatten()
                .collect(),
        }
    }

    fn compose_profile(&self) -> Section {
        let mut section = Section::new("Profile");
        let scales = &self.moved.scales;
        let compared = pluralise(self.moved.compared, "scale");
        if scales.is_empty() {
            section.text(format!("Nothing moved more than noise, of {compared} that can be compared."));
            return section;
        }

        section.text(format!("Of {compared} that can be compared, these moved more than noise:"));
        let row = |moved: &MovedScale| {
            let difference = moved.after - moved.before;
            vec![
                self.dataset.scales.get(moved.scale).name.clone(),
                if difference > 0.0 { "more" } else { "less" }.to_string(),
                format_signed(moved.before, 1),
                format_signed(moved.after, 1),
                format!("{:.1}", moved.noise),
            ]
        };

        let rows = scales.iter().map(row).collect();
        let head = vec!["Scale", "Now", "Before", "After", "Noise"];
        section.push(Block::Table(Table { caption: "Scales that moved".to_string(), head, rows }));
        section
    }

    /// Careers that moved; nothing where one of the two has no list of them.
    fn compose_careers(&self) -> Option<Section> {
        let mut section = Section::new("Careers");
        let sides = [("Careers that rose", &self.moved.rose), ("Careers that fell", &self.moved.fell)];

        for (caption, side) in sides {
            let rows: Vec<Vec<String>> = side.iter().take(MAX_CAREERS).map(|moved| self.format_row(moved)).collect();
            if !rows.is_empty() {
                let head = vec!["Career", "Before", "After", "Again, before", "Again, after"];
                section.push(Block::Table(Table { caption: caption.to_string(), head, rows }));
            }
            if side.len() > MAX_CAREERS {
                section.quiet(format!("And {} more.", side.len() - MAX_CAREERS));
            }
        }

        if section.blocks.is_empty() {
            section.text("No career near the top moved more than noise.");
        }
        self.are_ranked.then_some(section)
    }

    fn format_row(&self, moved: &MovedCareer) -> Vec<String> {
        let between = |(_, again): (usize, crate::model::RankInterval)| format!("{} to {}", again.low, again.high);
        vec![
            self.dataset.catalogue.get(moved.career).title.clone(),
            moved.before.0.to_string(),
            moved.after.0.to_string(),
            between(moved.before),
            between(moved.after),
        ]
    }

    fn compose_reading(&self) -> Section {
        let mut section = Section::new("How to read this");
        section.text(
            "A scale is named when it moved so far that, with nothing changed, fewer than one of all scales would. A \
             career is named when it stood among the first hundred once and its two rank intervals do not overlap. What \
             is smaller may be real too, but the answers cannot tell it from noise.",
        );
        section.points(self.notes.iter().map(|note| label_note(note)).collect());
        section
    }

    fn to_plain(&self) -> Plain<'_> {
        let side = |at: usize| PlainSide { name: &self.sides[at].0, answered: self.sides[at].1 };
        let career = |moved: &MovedCareer| {
            let entry = self.dataset.catalogue.get(moved.career);
            let place = |(rank, again): (usize, crate::model::RankInterval)| Place {
                rank,
                rank_low: again.low,
                rank_high: again.high,
            };
            PlainCareer { id: &entry.id, title: &entry.title, before: place(moved.before), after: place(moved.after) }
        };

        let scale = |moved: &MovedScale| PlainScale {
            scale: &self.dataset.scales.get(moved.scale).id,
            before: moved.before,
            after: moved.after,
            noise: moved.noise,
        };

        Plain {
            version: 1,
            made_with: describe_provenance(self.dataset),
            before: side(0),
            after: side(1),
            compared: self.moved.compared,
            scales: self.moved.scales.iter().map(scale).collect(),
            rose: self.moved.rose.iter().map(career).collect(),
            fell: self.moved.fell.iter().map(career).collect(),
            notes: &self.notes,
        }
    }
}

#[derive(Serialize)]
struct Plain<'c> {
    version: u32,
    made_with: MadeWith,
    before: PlainSide<'c>,
    after: PlainSide<'c>,
    compared: usize,
    scales: Vec<PlainScale<'c>>,
    rose: Vec<PlainCareer<'c>>,
    fell: Vec<PlainCareer<'c>>,
    notes: &'c [String],
}

#[derive(Serialize)]
struct PlainSide<'c> {
    name: &'c str,
    answered: usize,
}

#[derive(Serialize)]
struct PlainScale<'c> {
    scale: &'c str,
    before: f64,
    after: f64,
    noise: f64,
}

#[derive(Serialize)]
struct PlainCareer<'c> {
    id: &'c str,
    title: &'c str,
    before: Place,
    after: Place,
}

#[derive(Serialize)]
struct Place {
    rank: usize,
    rank_low: usize,
    rank_high: usize,
}
