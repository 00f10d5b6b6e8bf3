//! Text to a session: raw shapes, checks, problems with file, line and remedy.

use super::Session;
use super::write::VERSION;
use crate::diagnostics::document::Document;
use crate::diagnostics::shape::{Entry, Named, Text};
use crate::diagnostics::{Problems, Source};
use crate::model::{
    AnswerEntry, Bookmark, CardEntry, Length, LimitSetting, LookBack, Plan, PlanEntry, Reaction, Response,
    SessionRecord, Strength, Written,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

const KEYS: [&str; 19] = [
    "card",
    "conditions",
    "version",
    "name",
    "lead",
    "length",
    "at",
    "goals",
    "leave",
    "present_job",
    "emphasis",
    "opened",
    "by_program",
    "questionnaire",
    "situation",
    "sliders",
    "limits",
    "kept",
    "answer",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestionnaire {
    id: String,
    hash: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAnswer {
    question: String,
    text: Text,
    #[serde(default)]
    at: u64,
    #[serde(default)]
    again: bool,
    value: Option<Spanned<i64>>,
    skipped: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCard {
    career: String,
    #[serde(default)]
    at: u64,
    reason: Option<String>,
    reaction: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLimit {
    acceptable: Option<String>,
    ideal: Option<String>,
    /// How a limit was written before it could have two choices.
    choice: Option<String>,
    strength: Option<Strength>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKept {
    career: String,
    #[serde(default)]
    note: String,
    plan: Option<RawPlan>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawPlan {
    why: String,
    doubt: String,
    ask: String,
    step: String,
    by: String,
    obstacle: String,
    instead: String,
    told: String,
    done: bool,
    gave_energy: Option<bool>,
    again: Option<bool>,
}

impl From<RawPlan> for Plan {
    fn from(raw: RawPlan) -> Self {
        let RawPlan { why, doubt, ask, step, by, obstacle, instead, told, done, gave_energy, again } = raw;
        let look_back = LookBack { gave_energy, again };
        let mut plan = Self { why, doubt, ask, step, by: None, obstacle, instead, told, done, look_back };
        plan.set(PlanEntry::By, by);
        plan
    }
}

/// The session in a text, or everything that is wrong with it; without a name in it, it has the file's.
///
/// # Errors
/// Every problem of the text.
pub fn from_text(source: &Source) -> Result<Session, Problems> {
    let mut problems = Problems::default();
    let mut document = Document::parse(source, &mut problems);
    // What else a newer text says may mean something else by now: complaining of it would mislead.
    if let Some(newer) = check_version(source, &mut document, &mut problems) {
        return Err(newer);
    }

    let name = document.read_optional("name", &mut problems).map_or_else(|| source.stem().to_string(), |e| e.value);
    let lead = document.read_optional("lead", &mut problems).map(|entry| entry.value);
    let (questionnaire, hash) = read_questionnaire(source, &mut document, &mut problems);

    let mut record = read_head(&mut document, &mut problems);
    record.sliders = read_sliders(source, &mut document, &mut problems);
    record.limits = read_limits(&mut document, &mut problems);
    let conditions = document.read_optional::<BTreeMap<String, String>>("conditions", &mut problems);
    let conditions = conditions.into_iter().flat_map(|entry| entry.value);
    record.conditions = conditions.map(|(id, said)| (id, said.into())).collect();

    let cards = document.read_list::<RawCard>("card", &mut problems);
    record.cards = cards.into_iter().filter_map(|entry| read_card(source, entry.value, &mut problems)).collect();
    record.kept = document.read_list("kept", &mut problems).into_iter().map(read_kept).collect();
    let answers = document.read_list::<RawAnswer>("answer", &mut problems);
    record.given = answers.into_iter().filter_map(|entry| read_answer(source, entry, &mut problems)).collect();

    document.finish(&KEYS, &mut problems);
    problems.or(Session { name, questionnaire, hash, record, lead })
}

/// Whether a newer program wrote the text: nothing in it may then be touched.
pub(super) fn is_newer(source: &Source) -> bool {
    let mut problems = Problems::default();
    let mut document = Document::parse(source, &mut problems);
    check_version(source, &mut document, &mut problems).is_some()
}

/// Checks the version; the only problem to report, if the text is from a newer program.
fn check_version(source: &Source, document: &mut Document, problems: &mut Problems) -> Option<Problems> {
    let entry = document.read_value::<i64>("version", problems)?;
    let (found, mut newer) = (entry.value, Problems::default());
    if found > VERSION {
        let what = format!("this session has version {found}, this careerfit reads up to {VERSION}");
        newer.add(source, entry.span, what, "install a newer careerfit to open it");
        return Some(newer);
    }

    if found < 1 {
        problems.add(source, entry.span, format!("there is no version {found}"), format!("write version = {VERSION}"));
    }
    None
}

fn read_questionnaire(source: &Source, document: &mut Document, problems: &mut Problems) -> (String, u64) {
    let Some(entry) = document.read_value::<RawQuestionnaire>("questionnaire", problems) else {
        return Default::default();
    };
    (entry.value.id, read_hash(source, &entry.value.hash, problems))
}

fn read_hash(source: &Source, text: &Text, problems: &mut Problems) -> u64 {
    let digits = text.get_ref();
    // The standard library's reading takes a sign as well, which no hash has.
    let found = digits.chars().all(|c| c.is_ascii_hexdigit()).then(|| u64::from_str_radix(digits, 16));
    if let Some(Ok(hash)) = found {
        return hash;
    }

    let what = format!("'{digits}' is not a hash of up to 16 hexadecimal digits");
    problems.add(source, text.span(), what, "put back what stood here; with \"0\" the answer is kept but not counted");
    0
}

fn read_head(document: &mut Document, problems: &mut Problems) -> SessionRecord {
    let mut texts = |key| document.read_optional::<Vec<String>>(key, problems).map(|e| e.value).unwrap_or_default();
    let (goals, leave, opened) = (texts("goals"), texts("leave"), texts("opened"));
    let mut text = |key| document.read_optional::<String>(key, problems).map(|e| e.value);
    let (at, present_job, emphasis) = (text("at"), text("present_job"), text("emphasis").map(Written::from));
    let length = document.read_optional::<Length>("length", problems).map(|e| e.value).unwrap_or_default();
    let by_program = document.read_optional::<bool>("by_program", problems).is_some_and(|entry| entry.value);
    let situation = document.read_optional("situation", problems).map(|e| e.value).unwrap_or_default();

    SessionRecord {
        length,
        at,
        situation,
        goals,
        leave,
        present_job,
        emphasis,
        opened,
        by_program,
        ..SessionRecord::default()
    }
}

fn read_sliders(source: &Source, document: &mut Document, problems: &mut Problems) -> BTreeMap<String, u8> {
    let Some(entry) = document.read_optional::<Named<i64>>("sliders", problems) else { return BTreeMap::new() };

    let mut checked = BTreeMap::new();
    for (id, position) in entry.value.0 {
        let at = *position.get_ref();
        let Some(known) = u8::try_from(at).ok().filter(|at| (1..=5).contains(at)) else {
            let what = format!("the position {at} is not between 1 and 5");
            problems.add(source, position.span(), what, "write 1 to 5, or take the line out");
            continue;
        };
        checked.insert(id.into_inner(), known);
    }

    checked
}

fn read_limits(document: &mut Document, problems: &mut Problems) -> BTreeMap<String, LimitSetting> {
    let entry = document.read_optional::<BTreeMap<String, RawLimit>>("limits", problems);
    let raw = entry.map(|entry| entry.value).unwrap_or_default();

    let setting = |limit: RawLimit| {
        let mut setting = LimitSetting { acceptable: limit.acceptable, ideal: limit.ideal };
        if let Some(choice) = limit.choice {
            setting.set(limit.strength.unwrap_or(Strength::Must), Some(choice));
        }
        setting
    };

    raw.into_iter().map(|(id, limit)| (id, setting(limit))).collect()
}

fn read_kept(entry: Entry<RawKept>) -> Bookmark {
    let RawKept { career, note, plan } = entry.value;
    Bookmark { career, note, plan: plan.map(Plan::from) }
}

fn read_card(source: &Source, raw: RawCard, problems: &mut Problems) -> Option<CardEntry> {
    let reaction = Reaction::from_ids(raw.reaction.get_ref(), raw.reason.as_deref());
    if reaction.is_none() {
        let what = format!("'{}' is no reaction to a card", raw.reaction.get_ref());
        let remedy =
            "write for-me, maybe, skipped, or not-for-me with a reason of pay, people, mess, training or boring";
        problems.add(source, raw.reaction.span(), what, remedy);
    }

    Some(CardEntry { career: raw.career, reaction: reaction?, at: raw.at })
}

fn read_answer(source: &Source, entry: Entry<RawAnswer>, problems: &mut Problems) -> Option<AnswerEntry> {
    let RawAnswer { question, text, at, again, value, skipped } = entry.value;
    let text = read_hash(source, &text, problems);
    let remedy = "write value = 1 to 5, value = 0 for 'never had the chance', or skipped = true";

    let response = match (value, skipped.unwrap_or(false)) {
        (Some(value), false) => {
            let number = u8::try_from(*value.get_ref()).ok();
            let Some(response) = number.and_then(|number| Response::from_choice(number).ok()) else {
                let what = format!("the answer {} is not between 0 and 5", value.get_ref());
                problems.add(source, value.span(), what, remedy);
                return None;
            };
            response
        }
        (None, true) => Response::Skipped,
        (value, _) => {
            let what = if value.is_some() { "both an answer and skipped" } else { "neither an answer nor skipped" };
            problems.add(source, entry.span, what, remedy);
            return None;
        }
    };

    Some(AnswerEntry { question, text, response, at, again })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::to_text;

    fn describe_problem(text: &str) -> String {
        from_text(&Source::new("me.toml", text)).expect_err("a problem").to_string()
    }

    const HEAD: &str = "version = 1\n[questionnaire]\nid = \"q\"\nhash = \"1f\"\n";

    #[test]
    fn every_problem_has_its_line_and_remedy() {
        let cases = [
            ("[[answer]]\nquestion = \"a\"\ntext = \"1\"\nvalue = 6\n", "me.toml:8", "not between 0 and 5", "1 to 5"),
            ("[[answer]]\nquestion = \"a\"\ntext = \"1\"\n", "me.toml:5", "neither an answer", "skipped = true"),
            ("[[answer]]\nquestion = \"a\"\ntext = \"x\"\nvalue = 1\n", "me.toml:7", "not a hash", "put back"),
            ("[[answer]]\nquestion = \"a\"\nvalue = 1\nvalue = 1\n", "me.toml:8", "not valid TOML", "syntax"),
            (
                "[[answer]]\nquestion = \"a\"\ntext = \"1\"\nvalu = 1\n",
                "me.toml:8",
                "unknown field",
                "did you mean 'value'",
            ),
            ("[anser]\n", "me.toml:5", "unknown key 'anser'", "did you mean 'answer'"),
            ("[sliders]\na = 9\n", "me.toml:6", "not between 1 and 5", "1 to 5"),
            ("[limits]\na = { choice = \"b\", strength = \"never\" }\n", "me.toml:6", "unknown variant", "expected"),
        ];

        for (tail, place, what, remedy) in cases {
            let shown = describe_problem(&format!("{HEAD}{tail}"));
            for part in [place, what, remedy] {
                assert!(shown.contains(part), "'{part}' is missing in:\n{shown}");
            }
        }
    }

    #[test]
    fn of_a_newer_version_only_that_is_said() {
        let text = "version = 2\nname = 7\n[future]\nx = 1\n";
        assert!(is_newer(&Source::new("me.toml", text)));

        let shown = describe_problem(text);
        assert!(shown.contains("me.toml:1") && shown.contains("newer careerfit"), "{shown}");
        assert!(shown.ends_with("1 problem found"), "{shown}");
    }

    #[test]
    fn an_empty_file_and_a_version_zero_are_problems() {
        assert!(describe_problem("").contains("'version' is missing"));
        assert!(describe_problem(&HEAD.replace("= 1\n", "= 0\n")).contains("no version 0"));
    }

    #[test]
    fn limits_and_plans_of_before_still_open() {
        let tail = "[limits]\npay = { choice = \"40k\", strength = \"rather\" }\n\
                    training = { choice = \"year\", strength = \"must\" }\n\
                    [[kept]]\ncareer = \"a\"\n[kept.plan]\nstep = \"Ring\"\ndone = true\n";

        let record = from_text(&Source::new("me.toml", format!("{HEAD}{tail}"))).expect("readable").record;
        let limits = [("pay", LimitSetting::rather("40k")), ("training", LimitSetting::must("year"))];
        assert_eq!(record.limits, limits.map(|(id, setting)| (id.to_string(), setting)).into());
        let plan = record.kept[0].plan.as_ref().expect("a plan");
        assert_eq!((plan.step.as_str(), plan.done, plan.look_back), ("Ring", true, LookBack::default()));
    }

    #[test]
    fn a_file_written_by_hand_needs_little() {
        let text = format!("{HEAD}[[answer]]\nquestion = \"a\"\ntext = \"1\"\nvalue = 0\n");
        let session = from_text(&Source::new("some/anna.toml", text)).expect("readable");
        assert_eq!((session.name.as_str(), session.hash), ("anna", 31));
        assert_eq!(session.record.given[0].response, Response::Untried);
        assert_eq!(from_text(&Source::new("x", to_text(&session))), Ok(session));
    }
}
