//! Reports to keep: what a person takes along is whole, safe to open and the same in every format.

use crate::run::{Home, questionnaire};
use crate::support::{like, matcher};
use careerfit::diagnostics::Source;
use careerfit::fit::{Administration, apply_limits, compare_sittings};
use careerfit::model::random::Random;
use careerfit::model::{
    AnswerEntry, Answers, Bookmark, ConditionAnswer, LimitSetting, LookBack, Plan, Rating, Response,
};
use careerfit::report::{self, FORMATS, Format, Subject};
use careerfit::session::{Session, from_text, to_text};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Somebody with the answers of a graphic designer who filled in everything there is; every so many questions only.
fn designer(every: usize) -> Session {
    let questionnaire = questionnaire();
    let mut session = Session::new("zoe", &questionnaire);
    let record = &mut session.record;
    for (question, value) in like("27-1024.00").into_iter().step_by(every) {
        let question = &questionnaire.questions[question];
        let (id, text) = (question.id.clone(), question.hash);
        let at = 1_700_000_000 + 7 * record.given.len() as u64;
        record.given.push(AnswerEntry {
            question: id,
            text,
            response: Response::from_choice(value).expect("a choice"),
            at,
            again: false,
        });
    }
    record.situation.insert("now".into(), "first-job".into());
    record.situation.insert("pay".into(), "now".into());
    record.goals = vec!["make-things".into(), "own-boss".into()];
    for (slider, at) in questionnaire.sliders.iter().zip([4, 5, 4, 3, 4]) {
        record.sliders.insert(slider.id.clone(), at);
    }
    record.limits.insert("training".into(), LimitSetting::must("four-years"));
    record.limits.insert("routine".into(), LimitSetting::rather(&questionnaire.limits[6].choices[0].id));
    let plan = Plan {
        why: "Making things that people use".into(),
        doubt: "Whether I can live from it".into(),
        ask: "Mira at the print shop: what do you do on a slow day?".into(),
        step: "Redraw the club's poster".into(),
        by: Some("2026-12-01".into()),
        obstacle: "I put it off".into(),
        instead: "Do the first ten minutes before breakfast".into(),
        told: "My sister".into(),
        done: true,
        look_back: LookBack { gave_energy: Some(true), again: Some(true) },
    };
    record.kept.push(Bookmark { career: "27-1024.00".into(), note: "Feels like mine".into(), plan: Some(plan) });
    record.kept.push(Bookmark { career: "29-1141.00".into(), note: String::new(), plan: None });
    session
}

fn home_with(session: &Session) -> Home {
    let home = Home::new();
    home.write(&format!(".local/share/careerfit/sessions/{}.toml", session.name), to_text(session));
    home
}

/// This day, as a report writes it.
fn today() -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    careerfit::session::format_day(now.as_secs()).expect("a day")
}

/// The report on a session; the day it was made is left out.
fn exported(session: &Session, format: &str) -> String {
    exported_with(session, format, "3")
}

/// The same with so many careers.
fn exported_with(session: &Session, format: &str, top: &str) -> String {
    let ran = home_with(session).run(&["sessions", "export", &session.name, "--format", format, "--top", top], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{format}");
    let today = today();
    ran.out.replace(&today, "DAY")
}

/// The report on a session as the library gives it, with one career told in full.
fn in_process(session: &Session, format: &str) -> String {
    let matcher = matcher();
    let record = &session.record;
    let answers = record.collect_answers(&matcher.dataset.questionnaire);
    let outcome = crate::support::outcome(&answers);
    let (person, notes) = (session.name.clone(), Vec::new());
    let subject = Subject { person, answers: &answers, record, notes };
    let format = Format::find(format).expect("a format");
    format.write(&report::build_report(&matcher, &outcome, subject, "DAY".into(), 1))
}

/// The headings of an HTML page, one a line, as far in as they are deep.
fn headings(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split("<h").skip(1) {
        let Some((level, rest)) = piece.split_at_checked(1) else { continue };
        let Some(level) = level.parse::<usize>().ok().filter(|_| rest.starts_with('>')) else { continue };
        let end = rest.find(['<', '\n']).unwrap_or(rest.len());
        text.extend([&"  ".repeat(level), rest[1..end].trim(), "\n"]);
    }
    text
}

/// Every name that stands in a JSON value, with the way to it.
fn fields(value: &Value, way: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(name, inside)| {
            let name = if inside.get("estimate").is_some() { "SCALE" } else { name };
            fields(inside, &format!("{way}.{name}"), found);
        }),
        Value::Array(items) => items.iter().for_each(|item| fields(item, &format!("{way}[]"), found)),
        _ => _ = found.insert(way.trim_start_matches('.').to_string()),
    }
}

#[test]
fn a_report_reads_well_as_markdown() {
    insta::assert_snapshot!("markdown", in_process(&designer(1), "markdown"));
}

#[test]
fn an_html_report_has_these_headings_and_the_text_the_same() {
    let headings = headings(&exported(&designer(1), "html"));
    insta::assert_snapshot!("headings", headings);
    let text = exported(&designer(1), "text");
    for heading in headings.lines() {
        assert!(text.contains(heading.trim()), "{heading}");
    }
}

#[test]
fn the_json_of_an_export_has_these_fields() {
    let value: Value = serde_json::from_str(&exported(&designer(1), "json")).expect("JSON");
    let mut found = BTreeSet::new();
    fields(&value, "", &mut found);
    insta::assert_snapshot!("json_fields", found.into_iter().collect::<Vec<_>>().join("\n"));
    assert_eq!((&value["version"], &value["kept"][0]["plan"]["by"]), (&Value::from(1), &Value::from("2026-12-01")));
}

#[test]
fn the_csv_of_an_export_has_a_row_for_each_career() {
    let rows = exported(&designer(1), "csv");
    let answered = questionnaire().questions.len();
    assert_eq!(rows.lines().next(), Some("person,answered,verdict,rank,id,title,fit,band,notes"));
    assert_eq!(rows.lines().count(), 4);
    assert!(rows.lines().skip(1).all(|row| row.starts_with(&format!("zoe,{answered},ranked,"))), "{rows}");
}

#[test]
fn everything_that_is_said_stands_in_the_report() {
    let page = exported(&designer(1), "html");
    for said in [
        "Feels like mine",
        "Whether I can live from it",
        "Redraw the club&#39;s poster (done)",
        "Do the first ten minutes before breakfast",
        "gave me energy; I would do it again",
        "<li>Making things</li>",
        "<li>Being my own boss</li>",
        "Time to train before full pay",
        "onetonline.org/link/summary/29-1141.00",
        "O*NET® is a trademark of USDOL/ETA",
        "May 2025",
        "not as a verdict",
        "As a job",
        "As a career",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

/// The ranks of the rows of a report.
fn list_ranks(rows: &str) -> Vec<usize> {
    let rank = |row: &str| row.split(',').nth(3).expect("a rank").parse().expect("a number");
    rows.lines().skip(1).map(rank).collect()
}

#[test]
fn a_list_that_folds_careers_much_like_one_above_says_so() {
    let mut told = [false; 2];
    for (every, top) in (1..5).flat_map(|every| ["3", "10"].map(|top| (every, top))) {
        let mut session = designer(every);
        // what a limit hides is missing as well
        session.record.limits.clear();
        let text = exported_with(&session, "text", top).replace('\n', " ");
        let says = text.contains("have no line of their own, so some ranks are left out");

        let ranks = list_ranks(&exported_with(&session, "csv", top));
        assert_eq!(says, ranks.last() != Some(&ranks.len()), "{ranks:?}: {text}");
        assert!(!says || text.contains("Much alike: "), "{text}");
        told[usize::from(says)] = true;
    }
    assert_eq!(told, [true; 2], "some lists jump over a rank, and others do not");
}

#[test]
fn somebody_whose_answers_are_all_alike_is_told_no_strengths() {
    for value in [3, 5] {
        let mut alike = designer(1);
        for given in &mut alike.record.given {
            given.response = Response::from_choice(value).expect("a choice");
        }
        for (format, strength) in [("text", "I enjoy most"), ("card", "I enjoy:")] {
            let text = exported(&alike, format);
            assert!(text.contains("not point anywhere") && !text.contains(strength), "{text}");
        }
    }
}

#[test]
fn a_card_says_what_speaks_against_the_first_career_whole_and_not_as_the_persons_doubt() {
    let cards = (1..9).map(|every| {
        let mut session = designer(every);
        session.record.kept.clear();
        exported(&session, "card")
    });
    let cards: Vec<String> = cards.collect();
    assert!(cards.iter().any(|card| card.contains("Against the first: ")), "{cards:?}");
    for card in cards {
        assert!(!card.contains("oubt"), "{card}");
        assert!(!card.contains("..."), "every text ends with a sentence: {card}");
    }
    assert!(exported(&designer(1), "card").contains("My doubt: Whether I can live from it"));
}

#[test]
fn what_more_training_would_bring_keeps_the_limits() {
    let note = |session: &Session| {
        let text = in_process(session, "text").split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, named) = text.split_once("these would come into your first ten: ").unwrap_or_default();
        named.split(" - ").next().unwrap_or_default().to_string()
    };
    let mut session = designer(2);
    session.record.limits.clear();
    session.record.conditions.insert("training".into(), ConditionAnswer::Chosen("weeks".into()));
    let before = note(&session);
    assert!(!before.is_empty(), "more training brings nothing, so this shows nothing");

    let mut hidden = 0;
    let matcher = matcher();
    for limit in &matcher.dataset.questionnaire.limits {
        for choice in &limit.choices {
            session.record.limits = [(limit.id.clone(), LimitSetting::must(&choice.id))].into();
            let answers = session.record.collect_answers(&matcher.dataset.questionnaire);
            let fits = crate::support::outcome(&answers).fits;
            let set = &session.record.limits;
            let left = apply_limits(&matcher.dataset.catalogue, &matcher.dataset.questionnaire.limits, set, &fits);
            let says = note(&session);
            for fit in fits.iter().filter(|fit| !left.shown.iter().any(|left| left.career == fit.career)) {
                let title = &matcher.dataset.catalogue.get(fit.career).title;
                let named = |says: &str| {
                    says.split(['.', ';', ',']).flat_map(|one| one.split(" and ")).any(|one| one.trim() == title)
                };
                assert!(!named(&says), "{} hides {title}, and yet: {says}", choice.label);
                hidden += usize::from(named(&before));
            }
        }
    }
    assert!(hidden > 0, "no limit hides any of: {before}");
}

#[test]
fn a_card_names_careers_with_the_ranks_that_the_list_gives_them() {
    let mut all = (1..9).map(designer).map(|session| (list_ranks(&exported(&session, "csv")), session));
    let (ranks, session) = all.find(|(ranks, _)| *ranks != [1, 2, 3]).expect("the list jumps over a rank");
    let card = exported(&session, "card");
    let told: Vec<&str> = card.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert!(
        told.len() == 3 && told.iter().zip(&ranks).all(|(line, rank)| line.starts_with(&format!("{rank} "))),
        "{card}"
    );
}

#[test]
fn the_reasons_in_a_report_add_up_to_the_fit() {
    let text = exported(&designer(1), "text").replace('\n', " ");
    let careers: Vec<&str> = text.split("Why it fits").skip(1).collect();
    assert_eq!(careers.len(), 3);
    for career in careers {
        let (reasons, rest) = career.split_once("Added up, this is the fit: ").expect("the fit");
        let fit = rest.split_whitespace().next().expect("a number").trim_end_matches('.');
        let fit: f64 = fit.parse().expect("a number");
        let points = reasons.split('(').skip(1).filter_map(|piece| piece.split_once(')')?.0.parse::<f64>().ok());
        let words: Vec<&str> = reasons.split_whitespace().collect();
        let several = words.windows(3).filter_map(|three| match three {
            [figure, "points", "more."] => figure.parse::<f64>().ok(),
            [figure, "points", "less."] => figure.parse::<f64>().ok().map(|taken| -taken),
            _ => None,
        });
        let sum: f64 = points.chain(several).sum::<f64>();
        assert!((sum - fit).abs() < 0.6, "{sum} is not {fit}: each is rounded to a tenth\n{reasons}");
    }
}

#[test]
fn somebody_without_a_direction_gets_a_kind_word_and_no_list() {
    let mut session = designer(1);
    session.record.given.iter_mut().for_each(|given| given.response = Response::Value(Rating::MIDDLE));
    for format in ["html", "markdown", "text"] {
        let text = exported(&session, format);
        assert!(text.contains("which is common") && !text.contains("Why it fits"), "{format}");
    }
}

/// The elements of a page in order.
fn elements(page: &str) -> Vec<String> {
    let name = |piece: &str| piece.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
    page.split('<').skip(1).map(name).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_a_person_writes_becomes_markup_or_steers(note in "(?s).{0,60}|(<|>|&|\"|'|/|\\[|\\]|`|\u{1b}|\u{202e}|x){0,40}") {
        let mut session = designer(5);
        let plain = in_process(&session, "html");
        session.record.kept[0].note.clone_from(&note);
        session.record.kept[0].plan = session.record.kept[0].plan.take().map(|plan| Plan { why: note.clone(), ..plan });
        session.name.clone_from(&note);
        for format in FORMATS {
            let text = in_process(&session, format.name());
            prop_assert!(!steers(&text));
        }
        let told = |page: &str| elements(page).into_iter().filter(|name| !["dt", "/dt", "dd", "/dd"].contains(&name.as_str())).collect::<Vec<_>>();
        prop_assert_eq!(told(&in_process(&session, "html")), told(&plain));
    }
}

/// Whether a text could steer whatever shows it, line breaks apart.
fn steers(text: &str) -> bool {
    text.contains(|c: char| c != '\n' && careerfit::text::visible::is_steering(c))
}

/// Every character that could steer what shows it, each behind a letter.
fn wild() -> String {
    let all = ('\0'..=char::MAX).filter(|c| careerfit::text::visible::is_steering(*c));
    all.flat_map(|c| ['a', c]).collect()
}

#[test]
fn no_character_steers_anything_in_any_format_and_each_comes_back_from_json() {
    let mut session = designer(5);
    let all: String = ('\0'..=char::MAX).collect();
    session.record.kept[0].note.clone_from(&all);

    for format in FORMATS {
        assert!(!steers(&in_process(&session, format.name())), "{}", format.name());
    }
    let report: Value = serde_json::from_str(&in_process(&session, "json")).expect("JSON");
    assert!(report.to_string().contains(&serde_json::to_string(&all).expect("JSON")));
}

#[test]
fn no_character_steers_anything_in_a_session_file_or_in_line_mode_and_none_is_lost() {
    let mut session = designer(5);
    session.record.kept[0].note = wild();
    session.record.at = Some("results".into());

    let text = to_text(&session);
    assert!(!steers(&text));
    assert_eq!(from_text(&Source::new("zoe", text)).expect("a session").record.kept, session.record.kept);

    let ran = home_with(&session).run(&["plain", "--session", "zoe"], "kept\nquit\n");
    assert!(ran.out.contains("My note: a^@a^A"), "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("a<U+202E>") && ran.out.contains("a<U+E0001>") && !steers(&ran.out));
}

#[test]
fn a_page_fetches_nothing_and_runs_nothing() {
    let mut session = designer(1);
    session.record.kept[0].note = "https://example.org <img src=http://x> [a](http://y)".into();
    let page = exported(&session, "html");
    let ours = page.replace("https://example.org", "").replace("http://", "");
    for fetched in ["://", "<script", "<link", "<img", " src=\"", "url(", "@import", "<iframe", " on"] {
        let found = ours.split('<').filter(|piece| piece.split('>').next().unwrap_or_default().contains(fetched));
        assert_eq!(found.count(), 0, "{fetched}");
    }
    assert!(!ours.contains("url(") && !ours.contains("@import"));
    assert!(ours.split("href=\"").skip(1).all(|link| link.starts_with("#part-")));
    assert!(page.contains("<html lang=\"en\">") && page.contains("default-src 'none'"));
    let markdown = exported(&session, "markdown");
    assert!(!markdown.contains("://") && !markdown.replace("\\<", "").contains('<'), "{markdown}");
}

#[test]
fn every_picture_has_a_title_and_says_what_it_shows() {
    let page = exported(&designer(1), "html");
    let pictures: Vec<&str> = page.split("<svg ").skip(1).collect();
    assert!(pictures.len() > 8, "{}", pictures.len());
    for picture in pictures {
        let (head, inside) = picture.split_once('>').expect("a head");
        assert!(head.contains("role=\"img\"") && head.contains("aria-labelledby=\"title-"), "{head}");
        assert!(inside.trim_start().starts_with("<title id=\"title-") && inside.contains("<desc id=\"says-"));
        assert!(!inside.split("</svg>").next().unwrap_or_default().contains("NaN"));
    }
}

/// A browser that can be run without a screen, if there is one.
fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let folders = std::env::var_os("PATH")?;
    let files = std::env::split_paths(&folders).flat_map(|folder| names.map(|name| folder.join(name)));
    files.into_iter().find(|file| file.is_file())
}

fn in_browser(browser: &Path, folder: &Path, arguments: &[&str]) -> (String, String) {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let mut command = Command::new(browser);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--enable-logging=stderr",
        &profile,
    ]);
    let output = command.args(arguments).env("HOME", folder).output().expect("the browser runs");
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_browser_opens_the_page_and_has_nothing_to_complain_of() {
    let Some(browser) = browser() else {
        println!("skipped: no browser that runs without a screen is installed");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let open = |page: &str| {
        let file = folder.path().join("report.html");
        fs::write(&file, page).expect("written");
        in_browser(&browser, folder.path(), &["--dump-dom", &format!("file://{}", file.display())])
    };
    let page = exported(&designer(1), "html");
    let (dom, log) = open(&page);
    if dom.is_empty() {
        println!("skipped: {} does not run here: {log}", browser.display());
        return;
    }
    assert_eq!(headings(&dom), headings(&page));
    assert_eq!(dom.matches("<svg").count(), page.matches("<svg").count());
    let complaints =
        |log: &str| log.lines().filter(|line| line.contains("CONSOLE")).map(String::from).collect::<Vec<_>>();
    assert_eq!(complaints(&log), Vec::<String>::new());
    let (_, log) = open(&page.replace("<main>", "<main><script>x</script>"));
    assert_eq!(complaints(&log).len(), 1, "the policy of the page keeps scripts from running:\n{log}");
}

#[test]
fn a_report_is_written_whole_for_its_owner_and_over_nothing() {
    let home = home_with(&designer(1));
    let export = |more: &[&str]| {
        let arguments =
            [&["sessions", "export", "zoe", "--format", "html", "--top", "1", "--out", "me.html"], more].concat();
        home.run(&arguments, "")
    };
    let first = export(&[]);
    assert_eq!((first.code, first.out.as_str(), first.err.as_str()), (0, "", "Written: me.html\n"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(home.path("me.html")).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    fs::write(home.path("me.html"), "mine").expect("written");
    let again = export(&[]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("me.html") && again.err.contains("--force"), "{}", again.err);
    assert_eq!(fs::read_to_string(home.path("me.html")).expect("a file"), "mine");
    assert_eq!(export(&["--force"]).code, 0);
    assert!(fs::read_to_string(home.path("me.html")).expect("a file").ends_with("</html>\n"));
    let nowhere = home.run(&["sessions", "export", "zoe", "--out", "no/such/me.txt"], "");
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("make its folder first"), "{}", nowhere.err);
    let left = fs::read_dir(home.path("")).expect("the home").filter_map(Result::ok).map(|entry| entry.file_name());
    assert_eq!(left.filter(|name| name != ".local").collect::<Vec<_>>(), ["me.html"], "nothing half written is left");
}

#[test]
fn score_writes_the_same_report_for_a_session_and_none_for_many_people() {
    let session = designer(1);
    let home = home_with(&session);
    home.write("zoe.toml", to_text(&session));
    let score = |file: &str| home.run(&["score", file, "--format", "html", "--top", "3"], "");
    let today = today();
    assert!(score("zoe").out.replace(&today, "DAY") == exported(&session, "html"));
    assert!(score("zoe.toml").out.contains("<h1>"));
    home.write("people.csv", "enjoy-judge,good-at-listen\n4,3\n");
    let many = score("people.csv");
    assert_eq!((many.code, many.out.as_str()), (2, ""));
    assert!(many.err.contains("about one person"), "{}", many.err);
}

#[test]
fn the_same_answers_a_second_time_have_moved_nothing() {
    let home = home_with(&designer(1));
    let again = Session { name: "again".into(), ..designer(1) };
    home.write(".local/share/careerfit/sessions/again.toml", to_text(&again));
    let ran = home.run(&["sessions", "compare", "zoe", "again"], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("Nothing moved more than noise"), "{}", ran.out);
    assert!(ran.out.contains("No career near the top moved"), "{}", ran.out);
}

/// The designer a year later, who has come to love machines and no longer cares for pictures.
fn turned() -> Session {
    let (mut session, questionnaire) = (designer(1), questionnaire());
    session.name = "zoe-later".into();
    for given in &mut session.record.given {
        let question = questionnaire.question(questionnaire.find(&given.question).expect("a question"));
        let scale =
            question.main_scale().map(|scale| matcher().dataset.scales.get(scale).id.clone()).unwrap_or_default();
        match scale.as_str() {
            "interests.realistic" | "subjects.mechanical" => given.response = Response::Value(Rating::HIGHEST),
            "interests.artistic" => given.response = Response::Value(Rating::LOWEST),
            _ => {}
        }
        given.at += 31_536_000;
    }
    session
}

#[test]
fn what_moved_on_purpose_is_named_and_the_rest_is_not() {
    let home = home_with(&designer(1));
    home.write(".local/share/careerfit/sessions/zoe-later.toml", to_text(&turned()));
    let ran = home.run(&["sessions", "compare", "zoe-later", "--format", "json"], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let found: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(found["before"]["name"], "zoe, 2023-11-14", "the earlier one comes first");
    let scales: Vec<&str> =
        found["scales"].as_array().expect("scales").iter().filter_map(|s| s["scale"].as_str()).collect();
    assert!(scales.contains(&"interests.artistic") && scales.contains(&"interests.realistic"), "{scales:?}");
    assert!(scales.len() < 8, "{scales:?}");
    let fell: Vec<&str> =
        found["fell"].as_array().expect("careers").iter().filter_map(|c| c["title"].as_str()).collect();
    assert!(fell.contains(&"Graphic Designer"), "{fell:?}");
    for moved in found["rose"].as_array().expect("careers") {
        assert!(moved["after"]["rank_high"].as_u64() < moved["before"]["rank_low"].as_u64(), "{moved}");
    }
    let text = home.run(&["sessions", "compare", "zoe", "zoe-later", "--format", "markdown"], "").out;
    assert!(text.contains("| Creating | less |") && text.contains("Careers that fell"), "{text}");
}

#[test]
fn a_short_session_beside_a_full_one_of_the_same_person_is_no_change() {
    let home = home_with(&designer(1));
    home.write("short.toml", to_text(&designer(3)));
    let ran = home.run(&["sessions", "compare", "short.toml", "zoe"], "");
    assert!(ran.out.contains("Nothing moved more than noise"), "{}", ran.out);
    assert!(ran.out.contains("asked about in one of the two only"), "{}", ran.out);
}

#[test]
fn other_questions_are_said_to_be_other() {
    let mut older = designer(1);
    older.hash = 7;
    older.record.given[0].text = 7;
    let home = home_with(&designer(1));
    home.write("older.toml", to_text(&older));
    let ran = home.run(&["sessions", "compare", "older.toml", "zoe"], "");
    assert!(ran.out.contains("older.toml was answered with other questions"), "{}", ran.out);
    assert!(ran.out.contains("1 answer does not count"), "{}", ran.out);
    let alone = home.run(&["sessions", "compare", "zoe"], "");
    assert_eq!(alone.code, 2);
    assert!(alone.err.contains("no other session"), "{}", alone.err);
}

/// A sitting of somebody simulated: the questions as the measurement sees them, with fresh noise.
fn sitting(truth: &[f64], random: &mut Random) -> Answers {
    let matcher = matcher();
    let (questionnaire, model) = (&matcher.dataset.questionnaire, &matcher.measurement);
    let answer = |(question, _)| {
        let seen = model.observation(question);
        let signal: f64 = seen.loads.iter().map(|(scale, weight)| weight * truth[*scale]).sum();
        let value = (seen.usual + signal + seen.noise.sqrt() * random.normal()) / model.step();
        (question.index(), Rating::nearest(value).get())
    };
    crate::support::answers(questionnaire.iter().map(answer))
}

/// Simulated: people like those the measurement expects answer everything twice and have not changed.
#[test]
fn people_who_have_not_changed_are_hardly_ever_told_that_they_have() {
    const PEOPLE: usize = 24;
    let matcher = matcher();
    let root = matcher.measurement.prior().cholesky().expect("a covariance");
    let mut random = Random::new(5);
    let (mut scales, mut careers) = (0, 0);
    for _ in 0..PEOPLE {
        let draws: Vec<f64> = (0..root.size()).map(|_| random.normal()).collect();
        let truth = root.multiply(&draws);
        let answers = [(); 2].map(|()| sitting(&truth, &mut random));
        let outcomes = answers.each_ref().map(crate::support::outcome);
        let side = |at: usize| Administration { answers: &answers[at], outcome: &outcomes[at] };
        let found = compare_sittings(&matcher, side(0), side(1));
        scales += found.scales.len();
        careers += found.rose.len() + found.fell.len();
    }
    println!("of {PEOPLE} people: {scales} scales, {careers} careers");
    assert!(scales <= PEOPLE, "{scales} scales of {PEOPLE} people");
    assert!(careers <= 4 * PEOPLE, "{careers} careers of {PEOPLE} people");
}

#[test]
fn what_a_package_is_to_hold_is_there() {
    let manifest: toml::Table = toml::from_str(&fs::read_to_string("Cargo.toml").expect("a manifest")).expect("TOML");
    let package = &manifest["package"];
    for held in package["include"].as_array().expect("a list") {
        let path = held.as_str().expect("a path").trim_start_matches('/');
        let named = path.strip_suffix('*').unwrap_or(path);
        let is_there = |entry: fs::DirEntry| entry.file_name().to_string_lossy().starts_with(named);
        assert!(fs::read_dir(".").expect("a folder").filter_map(Result::ok).any(is_there), "{path}");
    }
    for needed in
        ["src/build.rs", "src/report/formats/html/style.css", "data/questionnaire.toml", "data/LICENSE", "LICENSE-MIT"]
    {
        assert!(Path::new(needed).exists(), "{needed}");
    }
}
