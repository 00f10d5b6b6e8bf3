//! Rungs, and work to do meanwhile, which must be jobs that can be started within weeks.

use super::Parts;
use crate::content::careers::RawJob;
use crate::diagnostics::shape::Text;
use crate::diagnostics::{Problems, Source};
use crate::model::CareerId;
use std::collections::BTreeMap;
use std::ops::Range;

/// A job that a career names as a step, with the place where it does.
pub struct Step<'s> {
    source: &'s Source,
    span: Range<usize>,
    name: &'static str,
    remedy: &'static str,
    job: CareerId,
}

/// The steps that a career names, but for those that are no careers.
pub fn collect_steps<'s>(source: &'s Source, raw: &RawJob, ids: &BTreeMap<String, CareerId>) -> Vec<Step<'s>> {
    let step = |name, remedy, text: &Text| {
        let job = *ids.get(text.get_ref())?;
        Some(Step { source, span: text.span(), name, remedy, job })
    };

    let rungs = raw.rung.iter().filter_map(|text| step("rung", "name a job that can, or write rung_none", text));
    let meanwhile = raw.meanwhile.iter().filter_map(|text| step("work meanwhile", "name a job that can", text));
    rungs.chain(meanwhile).collect()
}

/// Notes steps that cannot be started within weeks or are later steps themselves.
pub fn check_steps(steps: Vec<Step<'_>>, parts: &Parts, problems: &mut Problems) {
    for step in steps {
        let job = &parts.careers[step.job.index()];
        if !job.starts_within_weeks() || job.is_later_step() {
            let what = format!("the {} '{}' ({}) cannot be started within weeks", step.name, job.id, job.title);
            problems.add(step.source, step.span, what, step.remedy);
        }
    }
}
