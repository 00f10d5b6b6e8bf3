//! A session as text.

use super::Session;
use crate::model::{
    AnswerEntry, Bookmark, CardEntry, LimitSetting, LookBack, Plan, PlanEntry, Response, SessionRecord,
};
use crate::text::visible::is_steering;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};

/// The version that this program writes, and the newest it reads.
pub(super) const VERSION: i64 = 1;

/// How the first line of every file begins that this program wrote.
pub(super) const BEGIN: &str = "# A careerfit session";

/// The last line: without it a file was cut short, even if what is left is valid.
pub(super) const END: &str = "# end";

/// The session as TOML, ready for a file; every character comes back from it as it was.
///
/// Answers stand last and each entry's value is its last line, so that the beginning of a file that was cut short
/// never says something that the whole did not.
pub fn to_text(session: &Session) -> String {
    let SessionRecord { given, kept, .. } = &session.record;
    let mut text = String::with_capacity(1024 + 128 * given.len());

    text += BEGIN;
    text += ": answers as given. Close careerfit before you edit it.\n";
    text += &write_head(session);
    text += &write_choices(&session.record);
    text.extend(kept.iter().map(write_career));
    text.extend(session.record.cards.iter().map(write_card));
    text.extend(given.iter().map(write_answer));
    text + "\n" + END + "\n"
}

fn write_head(session: &Session) -> String {
    let record = &session.record;
    let mut text = format!("version = {VERSION}\n");
    text += &format_line("name", &session.name);
    text.extend(session.lead.iter().map(|lead| format_line("lead", lead)));
    text += &format_line("length", record.length.name());
    text.extend(record.at.iter().map(|at| format_line("at", at)));
    text += &format_list("goals", &record.goals);
    text += &format_list("leave", &record.leave);
    text.extend(record.present_job.iter().map(|job| format_line("present_job", job)));
    text.extend(record.emphasis.iter().map(|emphasis| format_line("emphasis", &emphasis.to_string())));
    text += &format_list("opened", &record.opened);
    text += if record.by_program { "by_program = true\n" } else { "" };

    text += "\n[questionnaire]\n";
    text += &format_line("id", &session.questionnaire);
    text += &format_line("hash", &format_hash(session.hash));

    text
}

fn write_choices(record: &SessionRecord) -> String {
    let limit = |LimitSetting { acceptable, ideal }: &LimitSetting| {
        let set = [("acceptable", acceptable), ("ideal", ideal)].into_iter();
        let set = set.filter_map(|(key, choice)| Some(format!("{key} = {}", Quoted(choice.as_ref()?))));
        format!("{{ {} }}", set.collect::<Vec<_>>().join(", "))
    };

    format_table("conditions", &record.conditions, |said| Quoted(said.word()).to_string())
        + &format_table("situation", &record.situation, |choice| Quoted(choice).to_string())
        + &format_table("sliders", &record.sliders, u8::to_string)
        + &format_table("limits", &record.limits, limit)
}

fn write_career(kept: &Bookmark) -> String {
    let mut text = String::from("\n[[kept]]\n") + &format_line("career", &kept.career);
    text += &format_some("note", &kept.note);
    text.extend(kept.plan.iter().map(write_plan));
    text
}

fn write_card(card: &CardEntry) -> String {
    let reason = card.reaction.objection().map(|objection| format_line("reason", objection.id())).unwrap_or_default();
    let (career, at) = (format_line("career", &card.career), card.at);
    format!("\n[[card]]\n{career}at = {at}\n{reason}{}", format_line("reaction", card.reaction.id()))
}

fn write_plan(plan: &Plan) -> String {
    let lines = PlanEntry::ALL.map(|entry| format_some(name_entry(entry), &plan.get(entry))).concat();

    let LookBack { gave_energy, again } = plan.look_back;
    let looks = [("gave_energy", gave_energy), ("again", again)].into_iter();
    let looks: String = looks.filter_map(|(key, said)| Some(format!("{key} = {}\n", said?))).collect();

    format!("\n[kept.plan]\n{lines}{looks}done = {}\n", plan.done)
}

const fn name_entry(entry: PlanEntry) -> &'static str {
    match entry {
        PlanEntry::Why => "why",
        PlanEntry::Doubt => "doubt",
        PlanEntry::Ask => "ask",
        PlanEntry::Step => "step",
        PlanEntry::By => "by",
        PlanEntry::Obstacle => "obstacle",
        PlanEntry::Instead => "instead",
        PlanEntry::Told => "told",
    }
}

fn write_answer(given: &AnswerEntry) -> String {
    let value = match given.response {
        Response::Value(value) => format!("value = {value}"),
        Response::Untried => "value = 0".to_string(),
        Response::Skipped => "skipped = true".to_string(),
    };

    let again = if given.again { "again = true\n" } else { "" };
    let (question, text, at) = (Quoted(&given.question), format_hash(given.text), given.at);
    format!("\n[[answer]]\nquestion = {question}\ntext = \"{text}\"\nat = {at}\n{again}{value}\n")
}

fn format_hash(hash: u64) -> String {
    format!("{hash:016x}")
}

fn format_line(key: &str, text: &str) -> String {
    format!("{key} = {}\n", Quoted(text))
}

/// The line, if there is anything to say.
fn format_some(key: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format_line(key, text) }
}

fn format_list(key: &str, texts: &[String]) -> String {
    if texts.is_empty() {
        return String::new();
    }
    let texts: Vec<String> = texts.iter().map(|text| Quoted(text).to_string()).collect();
    format!("{key} = [{}]\n", texts.join(", "))
}

fn format_table<V>(key: &str, entries: &BTreeMap<String, V>, show: impl Fn(&V) -> String) -> String {
    if entries.is_empty() {
        return String::new();
    }

    let bare = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let entry = |(name, value): (&String, &V)| {
        let name = if bare(name) { name.clone() } else { Quoted(name).to_string() };
        format!("{name} = {}\n", show(value))
    };

    format!("\n[{key}]\n") + &entries.iter().map(entry).collect::<String>()
}

/// A TOML string on one line, with everything escaped that could break the file or steer a terminal that shows it.
struct Quoted<'t>(&'t str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;

        let mut plain = 0;
        for (at, odd) in self.0.char_indices().filter(|(_, c)| needs_escape(*c)) {
            f.write_str(&self.0[plain..at])?;
            plain = at + odd.len_utf8();
            match odd {
                '"' | '\\' => write!(f, "\\{odd}")?,
                '\n' => f.write_str("\\n")?,
                '\t' => f.write_str("\\t")?,
                odd => write!(f, "\\U{:08X}", u32::from(odd))?,
            }
        }

        f.write_str(&self.0[plain..])?;
        f.write_char('"')
    }
}

/// Quotes, control characters, and whatever turns the direction of the text or is not seen.
fn needs_escape(c: char) -> bool {
    c == '"' || c == '\\' || is_steering(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_stays_on_one_line_and_sends_nothing_to_a_terminal() {
        let shown = Quoted("a\"b\\c\nd\te\u{1b}[2J\u{9b}\u{202e}é").to_string();
        assert_eq!(shown, r#""a\"b\\c\nd\te\U0000001B[2J\U0000009B\U0000202Eé""#);
    }

    #[test]
    fn the_text_is_what_the_design_says() {
        let mut session =
            Session { name: "anna".into(), questionnaire: "shipped".into(), hash: 255, ..Session::default() };
        let record = &mut session.record;
        record.at = Some("enjoy-2".into());
        record.situation.insert("pay".into(), "now".into());
        record.sliders.insert("a b".into(), 4);
        record.limits.insert("pay".into(), LimitSetting::rather("40k"));
        let response = Response::Skipped;
        record.given.push(AnswerEntry { question: "enjoy-1".into(), text: 16, response, at: 7, again: true });
        record.kept.push(Bookmark { career: "29-1141.00".into(), note: String::new(), plan: Some(Plan::default()) });

        insta::assert_snapshot!(to_text(&session), @r#"
        # A careerfit session: answers as given. Close careerfit before you edit it.
        version = 1
        name = "anna"
        length = "standard"
        at = "enjoy-2"

        [questionnaire]
        id = "shipped"
        hash = "00000000000000ff"

        [situation]
        pay = "now"

        [sliders]
        "a b" = 4

        [limits]
        pay = { ideal = "40k" }

        [[kept]]
        career = "29-1141.00"

        [kept.plan]
        done = false

        [[answer]]
        question = "enjoy-1"
        text = "0000000000000010"
        at = 7
        again = true
        skipped = true

        # end
        "#);
    }
}
