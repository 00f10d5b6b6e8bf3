//! What only a report to keep has: near twins folded, starts, limits, areas, and what the person wrote.

use super::{Detail, Report, Subject, build, limit_notes};
use crate::assess::{Care, quality};
use crate::fit::{AreaView, Limited, Matcher, Outcome, Start, areas, limited, rows, start_now};
use crate::model::{CareerId, Kit, Limit, LimitChoice, Record, Strength};

/// Careers more alike than this fold into one, as on the screen.
const TWINS: f64 = 0.8;
/// Jobs to start now.
const STARTS: usize = 6;

/// What only a report to keep has.
#[derive(Clone, Debug)]
pub struct Whole<'m> {
    /// The data it is about.
    pub kit: &'m Kit,
    /// Everything the person said.
    pub record: &'m Record,
    /// The day it was made, `YYYY-MM-DD`.
    pub made: String,
    /// What the limits did.
    pub limited: Limited,
    /// Jobs that can be started within weeks, where pay is needed soon.
    pub starts: Option<Vec<Start>>,
    /// The map of areas.
    pub areas: Vec<AreaView>,
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
pub fn whole<'m>(
    matcher: &'m Matcher,
    outcome: &'m Outcome,
    subject: Subject<'_>,
    record: &'m Record,
    made: String,
    top: usize,
) -> Report<'m> {
    let kit = &matcher.kit;
    let answers = subject.answers;
    let limited = limited(&kit.catalogue, &kit.questionnaire.limits, subject.limits, &outcome.fits);
    let rows = rows(&matcher.metric, &limited.shown, TWINS, top);
    let alike: Vec<(CareerId, Vec<CareerId>)> = rows
        .into_iter()
        .take(top)
        .map(|row| (row.fit.career, row.twins.into_iter().map(|fit| fit.career).collect()))
        .collect();
    let found = quality(&matcher.measurement, &kit.questionnaire, answers, &record.given);
    let detail = Detail { top: usize::MAX, uncertainty: true, reasons: false };
    let mut report = build(matcher, outcome, subject, detail);
    report.careers.retain(|entry| alike.iter().any(|(head, _)| *head == entry.career));
    // the limits have a chapter of their own
    let told = limit_notes(&limited);
    report.notes.retain(|note| !told.contains(note));
    for entry in &mut report.careers {
        entry.reasons = Some(matcher.reasons(outcome, entry.career));
    }
    let starts = || start_now(&kit.catalogue, &limited.shown).into_iter().take(STARTS).collect();
    report.whole = Some(Whole {
        kit,
        record,
        made,
        starts: record.needs_pay_soon().then(starts),
        areas: areas(&kit.scales, &kit.questionnaire, answers),
        care: found.care,
        alike,
        limited,
    });
    report
}

impl<'m> Whole<'m> {
    /// Careers much like this one, that stand behind it.
    pub fn alike(&self, career: CareerId) -> &[CareerId] {
        self.alike.iter().find(|(head, _)| *head == career).map_or(&[], |(_, twins)| twins)
    }

    /// Titles of careers.
    pub fn titles(&self, careers: &[CareerId]) -> Vec<&'m str> {
        careers.iter().map(|id| self.kit.catalogue.get(*id).title.as_str()).collect()
    }

    /// Ids of careers.
    pub fn ids(&self, careers: &[CareerId]) -> Vec<&'m str> {
        careers.iter().map(|id| self.kit.catalogue.get(*id).id.as_str()).collect()
    }

    /// The limits that are set, in the questionnaire's order.
    pub fn limits(&self) -> Vec<Set<'m>> {
        let hides = |id: &str| self.limited.hidden.iter().find(|(known, _)| known == id).map_or(0, |(_, count)| *count);
        let set = self.kit.questionnaire.limits.iter().filter_map(|limit| {
            let (id, strength) = self.record.limits.get(&limit.id)?;
            let choice = limit.choices.iter().find(|choice| choice.id == *id)?;
            Some(Set { limit, choice, strength: *strength, hides: hides(&limit.id) })
        });
        set.collect()
    }

    /// What a limit is called.
    pub fn limit_text(&self, id: &str) -> &'m str {
        self.kit.questionnaire.limits.iter().find(|limit| limit.id == id).map_or("", |limit| limit.text.as_str())
    }

    /// What the sliders say together, once one is set; those that were not moved stand in the middle.
    pub fn sentence(&self) -> Option<&'m str> {
        let sliders = &self.kit.questionnaire.sliders;
        if self.record.sliders.is_empty() || sliders.is_empty() {
            return None;
        }
        let position = |id: &String| f64::from(self.record.sliders.get(id).copied().unwrap_or(3));
        let mean = sliders.iter().map(|slider| position(&slider.id)).sum::<f64>() / sliders.len() as f64;
        let outcomes = &self.kit.questionnaire.outcomes;
        outcomes.iter().find(|outcome| mean <= outcome.up_to).or(outcomes.last()).map(|outcome| outcome.text.as_str())
    }
}
