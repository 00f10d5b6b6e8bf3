//! Why a career fits and what speaks against it, worded from the person's own answers.

use crate::assess::Own;
use crate::model::fit::Contributions;
use crate::model::{Group, Reason, ReasonKind, ScaleId};

/// The middle of the choices: only an answer off it says something.
const MIDDLE: f64 = 3.0;

/// Reasons for and against, strongest first, and what is left; all together add up to the fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reasons {
    /// What speaks for the career.
    pub speaks_for: Vec<Reason>,
    /// What speaks against it.
    pub against: Vec<Reason>,
    /// Points of all other scales together.
    pub others: f64,
}

/// The reasons for one career, from its standardised ratings, the points each scale adds to its fit and the person's own
/// answers. A scale is a reason only where the person answered it off the middle, and where answer, career and
/// contribution agree in sign.
pub fn reasons(plain: &[f64], points: &Contributions, own: &Own) -> Reasons {
    let mut found = Reasons::default();
    for (scale, points) in ScaleId::all().zip(points.iter().copied()) {
        let answer = own[scale.index()].map(|answer| answer - MIDDLE).filter(|off| off.abs() > 0.0);
        match answer.and_then(|off| kind(off, plain[scale.index()], points)) {
            Some(kind) if kind.is_for() => found.speaks_for.push(Reason { scale, kind, points }),
            Some(kind) => found.against.push(Reason { scale, kind, points }),
            None => found.others += points,
        }
    }
    let strongest = |a: &Reason, b: &Reason| b.points.abs().total_cmp(&a.points.abs()).then(a.scale.cmp(&b.scale));
    found.speaks_for.sort_by(strongest);
    found.against.sort_by(strongest);
    leading_interest_first(&mut found, plain, own, points);
    found
}

/// The kind of reason, if the signs agree.
fn kind(answer: f64, career: f64, points: f64) -> Option<ReasonKind> {
    match (answer > 0.0, career > 0.0, points > 0.0) {
        (true, true, true) => Some(ReasonKind::BothHigh),
        (false, false, true) => Some(ReasonKind::BothLow),
        (false, true, false) => Some(ReasonKind::CareerHigh),
        (true, false, false) => Some(ReasonKind::PersonHigh),
        _ => None,
    }
}

/// A career whose leading interest the person rated low says that first, whatever its points.
fn leading_interest_first(found: &mut Reasons, plain: &[f64], own: &Own, points: &Contributions) {
    let leading = Group::Interests.range().max_by(|a, b| plain[*a].total_cmp(&plain[*b]));
    let Some(scale) = leading.and_then(ScaleId::new) else { return };
    if plain[scale.index()] <= 0.0 || own[scale.index()].is_none_or(|answer| answer >= MIDDLE) {
        return;
    }
    let told = Reason { scale, kind: ReasonKind::CareerHigh, points: points[scale.index()] };
    match found.against.iter().position(|reason| reason.scale == scale) {
        Some(at) => drop(found.against.remove(at)),
        None => found.others -= told.points,
    }
    found.against.insert(0, told);
}
