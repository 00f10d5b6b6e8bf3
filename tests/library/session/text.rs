//! Sessions as text.

use super::{folder, open, write};
use careerfit::diagnostics::Source;
use careerfit::model::{
    AnswerEntry, Bookmark, CardEntry, ConditionAnswer, Emphasis, Length, LimitSetting, LookBack, Objection, Plan,
    Reaction, Response, SessionRecord, Written,
};
use careerfit::session::{Session, from_text, to_text};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use std::fs;

/// Texts with everything that a TOML file or a terminal could stumble over.
fn text() -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        any::<char>(),
        prop::sample::select(
            "\"'\\\n\r\t\u{0}\u{1b}\u{7f}\u{85}\u{9b}\u{2028}\u{202e}\u{feff}[]#=é李🙂".chars().collect::<Vec<_>>()
        ),
    ];
    vec(odd, 0..12).prop_map(String::from_iter)
}

fn response() -> impl Strategy<Value = Response> {
    let chosen = (0..=5_u8).prop_map(|value| Response::from_choice(value).expect("a choice"));
    prop_oneof![chosen, Just(Response::Skipped)]
}

fn given() -> impl Strategy<Value = AnswerEntry> {
    (text(), any::<u64>(), response(), any::<u64>(), any::<bool>())
        .prop_map(|(question, text, response, at, again)| AnswerEntry { question, text, response, at, again })
}

fn plan() -> impl Strategy<Value = Plan> {
    let by = prop_oneof![text(), Just("2027-03-15".to_string())];
    let texts = (text(), text(), text(), text(), by, text(), text(), text());
    let said = (any::<bool>(), any::<Option<bool>>(), any::<Option<bool>>());
    (texts, said).prop_map(|((why, doubt, ask, step, by, obstacle, instead, told), (done, gave_energy, again))| {
        let look_back = LookBack { gave_energy, again };
        let by = (!by.is_empty()).then(|| by.into());
        Plan { why, doubt, ask, step, by, obstacle, instead, told, done, look_back }
    })
}

fn kept() -> impl Strategy<Value = Bookmark> {
    (text(), text(), option::of(plan())).prop_map(|(career, note, plan)| Bookmark { career, note, plan })
}

fn emphasis() -> impl Strategy<Value = Written<Emphasis>> {
    prop_oneof![text().prop_map(Written::from), prop::sample::select(Emphasis::ALL.to_vec()).prop_map(Written::Known)]
}

fn condition() -> impl Strategy<Value = ConditionAnswer> {
    prop_oneof![text().prop_map(ConditionAnswer::from), Just(ConditionAnswer::Skipped)]
}

fn around() -> impl Strategy<Value = SessionRecord> {
    let choices = (option::of(text()), option::of(text()));
    let setting = choices.prop_map(|(acceptable, ideal)| LimitSetting { acceptable, ideal });
    let lists = (vec(text(), 0..3), vec(text(), 0..3), vec(text(), 0..3));
    let options = (option::of(text()), option::of(text()), option::of(emphasis()));
    let (situation, conditions) = (btree_map(text(), text(), 0..3), btree_map(text(), condition(), 0..3));
    let tables = (situation, conditions, btree_map(text(), 1..=5_u8, 0..3), btree_map(text(), setting, 0..3));
    let length = prop::sample::select(Length::ALL.to_vec());
    (length, any::<bool>(), lists, options, tables).prop_map(|(length, by_program, lists, options, tables)| {
        let ((goals, leave, opened), (at, present_job, emphasis)) = (lists, options);
        let (situation, conditions, sliders, limits) = tables;
        SessionRecord {
            length,
            goals,
            leave,
            opened,
            at,
            present_job,
            emphasis,
            situation,
            sliders,
            limits,
            conditions,
            by_program,
            // entries come behind, and nothing is left out
            given: Vec::new(),
            kept: Vec::new(),
            cards: Vec::new(),
        }
    })
}

fn card() -> impl Strategy<Value = CardEntry> {
    let said = prop_oneof![
        prop::sample::select(Reaction::CHOICES.to_vec()),
        Just(Reaction::Skipped),
        Just(Reaction::NotForMe(None)),
        prop::sample::select(Objection::ALL.to_vec()).prop_map(|objection| Reaction::NotForMe(Some(objection))),
    ];
    (text(), said, any::<u64>()).prop_map(|(career, reaction, at)| CardEntry { career, reaction, at })
}

fn session() -> impl Strategy<Value = Session> {
    let entries = (vec(given(), 0..6), vec(kept(), 0..3), vec(card(), 0..4));
    let record =
        (around(), entries).prop_map(|(around, (given, kept, cards))| SessionRecord { given, kept, cards, ..around });
    let lead = proptest::option::of(text());
    (text(), text(), any::<u64>(), record, lead).prop_map(|(name, questionnaire, hash, record, lead)| Session {
        name,
        questionnaire,
        hash,
        record,
        lead,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_session_comes_back_as_it_was(session in session()) {
        let text = to_text(&session);
        prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
        prop_assert_eq!(from_text(&Source::new("x.toml", text)), Ok(session));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,200}") {
        let shown = from_text(&Source::new("x.toml", text)).map_err(|problems| problems.to_string());
        prop_assert!(shown.is_err());
    }

    #[test]
    fn a_file_with_a_changed_byte_is_read_or_kept(session in session(), at in any::<prop::sample::Index>(), byte: u8) {
        let place = folder();
        let mut text = to_text(&session).into_bytes();
        let at = at.index(text.len());
        text[at] = byte;
        write(&place, "me.toml", &text);
        let before = fs::read(place.path().join("me.toml")).expect("there");
        let loaded = open(&place).load("me");
        let aside = fs::read(place.path().join("me.unreadable-1.toml"));
        match loaded {
            Ok(loaded) if loaded.note.is_some() => prop_assert_eq!(aside.expect("kept aside"), before),
            _ => prop_assert_eq!(fs::read(place.path().join("me.toml")).expect("untouched"), before),
        }
    }
}

#[test]
fn what_this_program_cannot_read_of_a_session_is_written_back_letter_for_letter() {
    let text = "# A careerfit session: answers as given. Close careerfit before you edit it.\n\
        version = 1\nname = \"anna\"\nlength = \"standard\"\nemphasis = \"money-first\"\n\n\
        [questionnaire]\nid = \"q\"\nhash = \"000000000000001f\"\n\n\
        [conditions]\noutdoors = \"skipped\"\ntraining = \"nine-years\"\n\n\
        [situation]\npay = \"by-tuesday\"\n\n\
        [limits]\npay = { ideal = \"a-yacht\" }\n\n\
        [[kept]]\ncareer = \"29-1141.00\"\n\n[kept.plan]\nstep = \"Ring\"\nby = \"next week\"\ndone = false\n\n\
        # end\n";
    let session = from_text(&Source::new("anna.toml", text)).expect("readable");
    assert_eq!(session.record.emphasis(), Emphasis::Balanced, "what is not known changes no ranking");
    assert_eq!(session.record.conditions["outdoors"], ConditionAnswer::Skipped);
    assert_eq!(to_text(&session), text);
}
