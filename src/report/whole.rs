//! A report to keep on one person: the first careers with near twins folded, starts, limits, areas, and what the person
//! wrote.

use super::{Detail, Ranking, Subject, TWINS, build_ranking, list_limit_notes, telling};
use crate::assess::{Care, SelfReport, assess_quality};
use crate::fit::{
    AreaView, Limited, Matcher, Outcome, Start, apply_limits, find_loved_further_down, find_starts, find_surprises,
    fold_rows, map_areas,
};
use crate::model::{CareerId, Dataset, Direction, Fit, Limit, LimitChoice, SessionRecord, SituationRole, Strength};

/// Everything there is to say about one person.
#[derive(Clone, Debug)]
pub struct Report<'m> {
    /// The first careers and the profile.
    pub ranking: Ranking<'m>,
    /// The data it is about.
    pub dataset: &'m Dataset,
    /// Everything the person said.
    pub record: &'m SessionRecord,
    /// By scale, the person's own answers to the questions that mainly ask about it.
    pub own: SelfReport,
    /// The day it was made, `YYYY-MM-DD`.
    pub made: String,
    /// What the limits did.
    pub limited: Limited,
    /// Jobs that can be started within weeks, where pay is needed soon.
    pub starts: Option<Vec<Start>>,
    /// The map of areas.
    pub areas: Vec<AreaView>,
    /// Where the answers point.
    pub directions: Vec<Direction>,
    /// Two careers the person might not have thought of, or none.
    pub surprises: Vec<CareerId>,
    /// Careers made of what the person loves that stand further down, two at most.
    pub loved: Vec<Fit>,
    /// Why to read it with care.
    pub care: Vec<Care>,
    /// Near twins by the career they stand behind.
    alike: Vec<(CareerId, Vec<CareerId>)>,
}

/// A limit that the person set.
#[derive(Clone, Copy, Debug)]
pub struct Set<'m> {
    /// The limit.
    pub limit: &'m Limit,
    /// The chosen way.
    pub choice: &'m LimitChoice,
    /// How firmly it is meant.
    pub strength: Strength,
    /// How many careers it hides.
    pub hides: usize,
}

/// Gathers a report to keep: the first `top` careers with reasons, near twins folded into one, and all around them.
pub fn build_report<'m>(
    matcher: &'m Matcher,
    outcome: &'m Outcome,
    subject: Subject<'m>,
    made: String,
    top: usize,
) -> Report<'m> {
    let dataset = &matcher.dataset;
    let (answers, record) = (subject.answers, subject.record);
    let limited = apply_limits(&dataset.catalogue, &dataset.questionnaire.limits, &record.limits, &outcome.fits);

    let rows = fold_rows(matcher.whitening(), &limited.shown, TWINS, top);
    let alike: Vec<(CareerId, Vec<CareerId>)> = rows
        .into_iter()
        .take(top)
        .map(|row| (row.fit.career, row.twins.into_iter().map(|fit| fit.career).collect()))
        .collect();

    let found = assess_quality(&matcher.measurement, &dataset.questionnaire, answers, record);
    // All careers at first, and without reasons: these are worked out for the few only that stay.
    let detail = Detail { top: usize::MAX, uncertainty: true, reasons: false, directions: true };
    let mut ranking = build_ranking(matcher, outcome, subject, detail);
    ranking.careers.retain(|entry| alike.iter().any(|(head, _)| *head == entry.career));

    // the limits have a chapter of their own
    let told = list_limit_notes(&dataset.questionnaire, &limited);
    ranking.notes.retain(|note| !told.contains(note));

    for entry in &mut ranking.careers {
        entry.reasons = Some(matcher.explain(outcome, entry.career));
    }

    let directions = telling::limit_directions(dataset, record, &outcome.directions, &limited.shown);
    let is_left = |career: CareerId| limited.shown.iter().any(|fit| fit.career == career);
    let surprises = find_surprises(matcher, outcome, answers).into_iter();

    let loved = find_loved_further_down(matcher, outcome, &limited.shown);

    let needs_pay = record.says(SituationRole::NeedsPaySoon, &dataset.questionnaire);
    let starts = find_starts(dataset, record, outcome.evidence, &limited.shown).filter(|_| needs_pay);
    Report {
        ranking,
        dataset,
        record,
        own: outcome.own,
        made,
        starts: starts.map(|starts| starts.into_iter().take(telling::MAX_STARTS).collect()),
        areas: map_areas(matcher, outcome, answers),
        directions: directions.into_iter().take(telling::MAX_DIRECTIONS).collect(),
        surprises: surprises.map(|found| found.fit.career).filter(|career| is_left(*career)).collect(),
        loved,
        care: found.care,
        alike,
        limited,
    }
}

impl<'m> Report<'m> {
    /// Careers much like this one, that stand behind it.
    pub fn find_alike(&self, career: CareerId) -> &[CareerId] {
        self.alike.iter().find(|(head, _)| *head == career).map_or(&[], |(_, twins)| twins)
    }

    /// Whether the list jumps over ranks of careers that stand behind one much like them.
    pub fn skips_ranks(&self) -> bool {
        let last = self.ranking.careers.last().map_or(0, |entry| entry.rank);
        let before = |twin: &CareerId| self.limited.shown.iter().any(|fit| fit.career == *twin && fit.rank < last);
        self.alike.iter().any(|(_, twins)| twins.iter().any(before))
    }

    /// Titles of careers.
    pub fn list_titles(&self, careers: &[CareerId]) -> Vec<&'m str> {
        careers.iter().map(|id| self.dataset.catalogue.get(*id).title.as_str()).collect()
    }

    /// Ids of careers.
    pub fn list_ids(&self, careers: &[CareerId]) -> Vec<&'m str> {
        careers.iter().map(|id| self.dataset.catalogue.get(*id).id.as_str()).collect()
    }

    /// The limits that are set, in the questionnaire's order.
    pub fn list_limits(&self) -> Vec<Set<'m>> {
        let hides = |id: &str| self.limited.hidden.iter().find(|(known, _)| known == id).map_or(0, |(_, count)| *count);
        let both = self.dataset.questionnaire.limits.iter().flat_map(|limit| Strength::ALL.map(|way| (limit, way)));
        let set = both.filter_map(|(limit, strength)| {
            let choice = limit.find_chosen(self.record.limits.get(&limit.id), strength)?;
            // What would be ideal only marks careers.
            let hides = if strength == Strength::Must { hides(&limit.id) } else { 0 };
            Some(Set { limit, choice, strength, hides })
        });
        set.collect()
    }
}
