//! What a person says beside answers: situation, goals, sliders, limits, what counts most, careers kept with notes and
//! plans.

use crate::model::{
    Bookmark, CareerId, Catalogue, Emphasis, LookBack, MAX_GOALS, Plan, PlanEntry, SessionRecord, Slider, Strength,
    Written,
};

/// Something that a person says that is no answer to a question, a card or a condition. Ids that the questionnaire lacks
/// mean nothing, like those of an earlier questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// One choice of a question in the situation.
    Situation {
        /// Id of the question.
        question: String,
        /// Id of the choice.
        choice: String,
    },
    /// Ids of what work should bring, in place of those before: each once, and no more than [`MAX_GOALS`].
    Goals(Vec<String>),
    /// Ids of what to leave, in place of those before: each once.
    Leave(Vec<String>),
    /// The present or last job, or that there is none.
    PresentJob(Option<CareerId>),
    /// Where a slider stands; beyond its ends at the end.
    Slider {
        /// Id of the slider.
        slider: String,
        /// From 1 to [`Slider::POSITIONS`].
        position: u8,
    },
    /// One choice of a limit set or, with none, taken off.
    Limit {
        /// Id of the limit.
        limit: String,
        /// Whether it is what is still acceptable, or what would be ideal.
        strength: Strength,
        /// Id of the choice.
        choice: Option<String>,
    },
    /// What counts most when careers are ranked.
    Emphasis(Emphasis),
    /// A career is kept in mind.
    Keep(CareerId),
    /// A career is kept no longer, unless a note or a plan stands with it.
    LetGo(CareerId),
    /// The note on a career, which is kept from now on; empty, there is none.
    Note(CareerId, String),
    /// An entry of the plan for a career, which is kept from now on; a plan in which nothing is written is none, and there
    /// are no more than [`crate::model::MOST_PLANS`].
    Plan(CareerId, PlanEntry, String),
    /// Whether the first step planned for a career was done, and how it was; nothing where none is planned.
    LookBack {
        /// The career.
        career: CareerId,
        /// Whether it was done.
        done: bool,
        /// How it was.
        look_back: LookBack,
    },
    /// A career was opened to read.
    Opened(CareerId),
}

impl Change {
    /// Whether the list may have another order or other members afterwards.
    pub const fn moves_ranking(&self) -> bool {
        matches!(self, Self::PresentJob(_) | Self::Emphasis(_))
    }

    /// Writes it into the record.
    pub(super) fn write(self, record: &mut SessionRecord, catalogue: &Catalogue) {
        let id = |career: CareerId| catalogue.get(career).id.clone();

        match self {
            Self::Situation { question, choice } => _ = record.situation.insert(question, choice),
            Self::Goals(goals) => {
                record.goals = drop_repeated(goals);
                record.goals.truncate(MAX_GOALS);
            }
            Self::Leave(leave) => record.leave = drop_repeated(leave),
            Self::PresentJob(job) => record.present_job = job.map(id),
            Self::Slider { slider, position } => {
                _ = record.sliders.insert(slider, position.clamp(1, Slider::POSITIONS));
            }
            Self::Limit { limit, strength, choice } => set_limit(record, limit, strength, choice),
            Self::Emphasis(emphasis) => {
                record.emphasis = (emphasis != Emphasis::default()).then_some(Written::Known(emphasis));
            }
            Self::Keep(career) => _ = find_or_keep(record, id(career)),
            Self::LetGo(career) => let_go_of(record, &id(career)),
            Self::Note(career, note) => find_or_keep(record, id(career)).note = note,
            Self::Plan(career, entry, says) => set_plan(record, id(career), entry, says),
            Self::LookBack { career, done, look_back } => record.look_back(&id(career), done, look_back),
            Self::Opened(career) => note_opened(record, id(career)),
        }
    }
}

fn drop_repeated(ids: Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for id in ids {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

fn set_limit(record: &mut SessionRecord, limit: String, strength: Strength, choice: Option<String>) {
    let setting = record.limits.entry(limit).or_default();
    setting.set(strength, choice);
    // a limit with nothing set is as if it had never been touched
    record.limits.retain(|_, setting| !setting.is_empty());
}

/// What is kept of a career, which is kept from now on.
fn find_or_keep(record: &mut SessionRecord, career: String) -> &mut Bookmark {
    let at = record.kept.iter().position(|kept| kept.career == career).unwrap_or_else(|| {
        record.kept.push(Bookmark { career, ..Bookmark::default() });
        record.kept.len() - 1
    });
    &mut record.kept[at]
}

fn let_go_of(record: &mut SessionRecord, career: &str) {
    record.kept.retain(|kept| kept.career != career || kept.has_own_words());
}

fn set_plan(record: &mut SessionRecord, career: String, entry: PlanEntry, says: String) {
    if !record.has_room_for_plan(&career) {
        return;
    }

    let kept = find_or_keep(record, career);
    kept.plan.get_or_insert_default().set(entry, says);
    kept.plan.take_if(|plan| *plan == Plan::default());
}

fn note_opened(record: &mut SessionRecord, career: String) {
    if !record.opened.contains(&career) {
        record.opened.push(career);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{LimitSetting, MOST_PLANS};

    const FIRST: CareerId = CareerId(0);

    /// The record after these changes.
    fn apply_changes(changes: impl IntoIterator<Item = Change>) -> SessionRecord {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        let mut record = SessionRecord::default();
        changes.into_iter().for_each(|change| change.write(&mut record, &catalogue));
        record
    }

    fn find_id(career: CareerId) -> String {
        load_shipped().expect("the shipped data").catalogue.get(career).id.clone()
    }

    fn find_ids<const N: usize>(ids: [&str; N]) -> Vec<String> {
        ids.map(str::to_string).to_vec()
    }

    #[test]
    fn a_later_choice_of_the_situation_takes_the_place_of_the_one_before() {
        let change =
            |question: &str, choice: &str| Change::Situation { question: question.into(), choice: choice.into() };
        let record = apply_changes([change("pay", "now"), change("where", "school"), change("pay", "year")]);
        let chosen = [("pay", "year"), ("where", "school")].map(|(question, choice)| (question.into(), choice.into()));
        assert_eq!(record, SessionRecord { situation: chosen.into(), ..SessionRecord::default() });
    }

    #[test]
    fn goals_and_what_to_leave_are_chosen_anew_each_once_and_of_goals_three() {
        let record = apply_changes([
            Change::Goals(find_ids(["a"])),
            Change::Goals(find_ids(["b", "c", "b", "d", "e"])),
            Change::Leave(find_ids(["pay", "tasks", "boss", "place", "pay"])),
        ]);
        assert_eq!(record.goals, ["b", "c", "d"]);
        assert_eq!(record.leave, ["pay", "tasks", "boss", "place"]);
    }

    #[test]
    fn the_present_job_is_named_by_its_id_and_can_be_none_again() {
        assert_eq!(apply_changes([Change::PresentJob(Some(FIRST))]).present_job, Some(find_id(FIRST)));
        assert_eq!(
            apply_changes([Change::PresentJob(Some(FIRST)), Change::PresentJob(None)]),
            SessionRecord::default()
        );
    }

    #[test]
    fn a_slider_stands_within_its_ends() {
        let change = |slider: &str, position| Change::Slider { slider: slider.into(), position };
        let record = apply_changes([change("a", 0), change("b", 9), change("c", 1), change("c", 4)]);
        assert_eq!(record.sliders, [("a", 1), ("b", 5), ("c", 4)].map(|(id, at)| (id.to_string(), at)).into());
    }

    #[test]
    fn a_limit_has_two_choices_and_is_gone_once_neither_is_set() {
        let change = |strength, choice: Option<&str>| {
            let choice = choice.map(str::to_string);
            Change::Limit { limit: "pay".into(), strength, choice }
        };
        let both = [change(Strength::Must, Some("30k")), change(Strength::Rather, Some("60k"))];
        let setting = LimitSetting { acceptable: Some("30k".into()), ideal: Some("60k".into()) };
        assert_eq!(apply_changes(both.clone()).limits, [("pay".to_string(), setting)].into());

        let off = [change(Strength::Must, None), change(Strength::Rather, None)];
        assert_eq!(apply_changes(both.into_iter().chain(off)), SessionRecord::default());
    }

    #[test]
    fn a_balanced_ranking_needs_no_word() {
        let counts = |emphasis| apply_changes([Change::Emphasis(Emphasis::Enjoy), Change::Emphasis(emphasis)]).emphasis;
        assert_eq!(counts(Emphasis::Passions), Some(Written::Known(Emphasis::Passions)));
        assert_eq!(counts(Emphasis::Balanced), None);
    }

    #[test]
    fn a_career_is_kept_once_and_let_go_only_where_nothing_of_the_persons_own_stands_with_it() {
        let kept = apply_changes([Change::Keep(FIRST), Change::Keep(CareerId(1)), Change::Keep(FIRST)]).kept;
        assert_eq!(
            kept.iter().map(|kept| kept.career.clone()).collect::<Vec<_>>(),
            [find_id(FIRST), find_id(CareerId(1))]
        );
        assert_eq!(apply_changes([Change::Keep(FIRST), Change::LetGo(FIRST)]), SessionRecord::default());

        let note = Change::Note(FIRST, "Smells of wood".into());
        let plan = Change::Plan(FIRST, PlanEntry::Step, "Ring".into());
        for own in [note, plan] {
            assert_eq!(apply_changes([own.clone(), Change::LetGo(FIRST)]), apply_changes([own]), "not lost by one key");
        }
    }

    #[test]
    fn a_note_keeps_the_career_and_emptied_leaves_it_kept() {
        let kept = apply_changes([Change::Note(FIRST, "Smells of wood".into())]).kept;
        assert_eq!((kept[0].career.clone(), kept[0].note.as_str()), (find_id(FIRST), "Smells of wood"));
        let emptied = apply_changes([Change::Note(FIRST, "Smells of wood".into()), Change::Note(FIRST, String::new())]);
        assert_eq!(emptied, apply_changes([Change::Keep(FIRST)]));
    }

    #[test]
    fn a_plan_begins_with_its_first_entry_and_ends_with_its_last() {
        let write = |entry, says: &str| Change::Plan(FIRST, entry, says.to_string());
        let written = [write(PlanEntry::Why, "Quiet"), write(PlanEntry::Step, "Ring")];
        let plan = Plan { why: "Quiet".into(), step: "Ring".into(), ..Plan::default() };
        assert_eq!(apply_changes(written.clone()).kept[0].plan, Some(plan));

        let emptied = written.into_iter().chain([write(PlanEntry::Why, ""), write(PlanEntry::Step, "")]);
        assert_eq!(apply_changes(emptied), apply_changes([Change::Keep(FIRST)]));
    }

    #[test]
    fn there_are_no_more_than_three_plans_and_one_that_is_there_can_still_be_changed() {
        let write = |career, says: &str| Change::Plan(CareerId(career), PlanEntry::Step, says.to_string());
        let record = apply_changes((0..5).map(|career| write(career, "Ring")).chain([write(0, "Visit")]));
        assert_eq!(record.kept.len(), MOST_PLANS);
        assert_eq!(record.kept[0].plan.as_ref().map(|plan| plan.step.as_str()), Some("Visit"));
    }

    #[test]
    fn a_step_is_looked_back_at_where_one_is_planned() {
        let look_back = LookBack { gave_energy: Some(true), again: None };
        let change = Change::LookBack { career: FIRST, done: true, look_back };
        assert_eq!(apply_changes([change.clone()]), SessionRecord::default());

        let kept = apply_changes([Change::Plan(FIRST, PlanEntry::Step, "Ring".into()), change]).kept;
        assert_eq!(kept[0].plan.as_ref().map(|plan| (plan.done, plan.look_back)), Some((true, look_back)));
    }

    #[test]
    fn a_career_that_was_opened_is_remembered_once() {
        let record = apply_changes([Change::Opened(FIRST), Change::Opened(CareerId(1)), Change::Opened(FIRST)]);
        assert_eq!(record.opened, [find_id(FIRST), find_id(CareerId(1))]);
    }
}
