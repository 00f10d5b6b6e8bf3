//! Source tables to figures files.

mod made;

use careerfit::model::ByGroup;
use made::{LONG, Made, PAY, long, names, prepared, rating, release, wide};
use std::fs;
use std::path::Path;

fn number(table: &toml::Table, group: &str, name: &str) -> i64 {
    table[group][name].as_integer().expect("a whole number")
}

#[test]
fn prepared_tables_become_figures_in_a_fixed_order() {
    let made = prepared();
    let report = made.words("11-management.toml", "").import();
    assert_eq!(report.written, ["11-management.toml", "47.toml"]);
    let text = made.figures("11-management.toml");
    assert!(text.starts_with("# Made by `careerfit import onet`; do not edit by hand.\n# Sources:\n# O*NET Database"));
    let first: Vec<&str> = text.split("[[figures]]\n").nth(1).expect("a first career").lines().collect();
    let keys: Vec<&str> = first.iter().filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
    let order =
        "id zone education experience training interests skills subjects styles context pay outlook isco related";
    assert_eq!(keys.join(" "), order);
    for line in [
        "interests = { realistic = 4, investigative = 34, artistic = 19, social = 42, enterprising = 99, conventional = 66 }",
        "context = { contact = 90, teamwork = 84, public = 71, indoors = 96, outdoors = 28, standing = 28, walking = 18, freedom = 99, routine = 59 }",
        "pay = { p10 = 75700, p25 = 129540, median = 213990, p75 = 356200, p90 = 507730, year = 2025 }",
        "outlook = { change = 4.3, openings = 22200, employed = 309400, from = 2024, to = 2034 }",
        "isco = [\"1112\", \"1120\"]",
        "related = [\"11-1021.00\"]",
    ] {
        assert!(first.contains(&line), "no line {line} in\n{text}");
    }
}

#[test]
fn codes_of_the_official_crosswalk_replace_older_ones_where_it_has_the_career() {
    let made = prepared();
    made.table("occupations/isco08.csv", "code,isco08,isco_label\n11-1011.00,1112,a\n11-1021.00,1219,c\n").table(
        "occupations/isco08_esco.csv",
        "code,isco08,match,concepts\n11-1011.00,1120,exactMatch,1\n11-1011.00,1111,closeMatch,1\n",
    );
    made.import();
    let codes = |id| made.career("11.toml", id)["isco"].to_string();
    assert_eq!(codes("11-1011.00"), "[\"1120\", \"1111\"]", "the best match stands first");
    assert_eq!(codes("11-1021.00"), "[\"1219\"]");
}

#[test]
fn ratings_and_entry_are_taken_over_by_name() {
    let made = prepared();
    made.import();
    let chief = made.career("11.toml", "11-1011.00");
    assert_eq!(number(&chief, "skills", "judgment-and-decision-making"), 69);
    assert_eq!(number(&chief, "subjects", "history-and-archeology"), 1, "0.5 is rounded up");
    assert_eq!(number(&chief, "styles", "attention-to-detail"), 88);
    let other = made.career("11.toml", "11-1021.00");
    let entry = ["education", "experience", "training"].map(|key| other[key].as_str().expect("words"));
    assert_eq!(entry, ["some-college", "under-five-years", "internship"]);
    assert_eq!(other["pay"].to_string(), "{ hourly = 24.8, year = 2025 }");
    assert_eq!(other["outlook"]["change"].as_float(), Some(-0.5));
    let carpenter = made.career("47.toml", "47-2031.00");
    assert_eq!(carpenter["training"].as_str(), Some("apprenticeship"));
    assert!(!carpenter.contains_key("pay") && !carpenter.contains_key("context"));
    assert!(!carpenter.contains_key("estimated"));
}

#[test]
fn missing_groups_are_estimated_from_related_careers_else_from_the_family() {
    let made = prepared();
    made.table("occupations/skills.csv", &wide("skills", &[("11-1021.00", 2.0), ("47-2031.00", 5.0)]))
        .table("occupations/work_styles.csv", &wide("styles", &[("11-1011.00", 3.0)]));
    let report = made.import();
    let chief = made.career("11.toml", "11-1011.00");
    assert_eq!(chief["estimated"].to_string(), "[\"skills\"]");
    assert_eq!(number(&chief, "skills", "writing"), 44, "(3 × 25 + 1 × 100) / 4, rounded");
    assert_eq!(number(&made.career("11.toml", "11-1021.00"), "styles", "humility"), 100, "the family's mean");
    assert_eq!(number(&made.career("47.toml", "47-2031.00"), "styles", "humility"), 100, "the mean of all");
    assert_eq!(report.estimated.values(), [0, 1, 0, 2]);
}

#[test]
fn a_second_run_changes_nothing() {
    let made = prepared();
    made.words("11-management.toml", "[[career]]\nid = \"11-1011.00\"\n").words("47-building.toml", "not = [toml");
    let first = made.import();
    assert_eq!(first.without_words, 2);
    let before = made.figures("47-building.toml");
    let words = fs::read(made.to.path().join("careers/47-building.toml")).expect("words are there");
    let second = made.import();
    assert_eq!((second.written.len(), second.unchanged), (0, 2));
    assert_eq!(made.figures("47-building.toml"), before);
    assert_eq!(words, b"not = [toml", "words are never touched");
    let files = fs::read_dir(made.to.path().join("careers")).expect("words are there").count();
    assert_eq!(files, 2);
}

#[test]
fn a_file_follows_its_words_to_a_new_name() {
    let made = prepared();
    made.import();
    fs::write(made.to.path().join("figures/47-own.toml"), "# by hand\n").expect("writes");
    let report = made.words("47-building.toml", "").import();
    assert_eq!((report.written, report.removed), (vec!["47-building.toml".to_owned()], vec!["47.toml".to_owned()]));
    assert!(made.to.path().join("figures/47-own.toml").exists(), "what was not made here stays");
}

#[test]
fn a_release_with_older_table_names_is_read() {
    let made = release();
    let report = made.import();
    assert_eq!((report.layout, report.careers, report.unrated), ("O*NET database release", 2, 1));
    let chief = made.career("11.toml", "11-1011.00");
    let rated = [("interests", "social"), ("skills", "writing"), ("subjects", "administrative"), ("styles", "empathy")];
    assert_eq!(rated.map(|(group, name)| number(&chief, group, name)), [50, 50, 25, 50]);
    assert_eq!(number(&chief, "context", "routine"), 50);
    assert_eq!(chief["zone"].as_integer(), Some(5));
    assert_eq!(chief["related"].to_string(), "[\"47-2031.00\"]");
    assert!(!chief.contains_key("pay") && !chief.contains_key("estimated") && !chief.contains_key("education"));
    let text = made.figures("11.toml");
    assert!(text.contains("# O*NET Database, 29.3 (May 2025), newest ratings of 2025-08"), "{text}");
    let missing: Vec<&str> = report.missing.iter().map(|missing| missing.table.as_str()).collect();
    assert_eq!(missing, ["Scales Reference", "us_pay_and_outlook", "isco08"]);
}

#[test]
fn a_release_with_newer_tables_is_read_as_text_or_csv() {
    let made = release();
    let codes = [("11-1011.00", 3.0), ("47-2031.00", 3.0)];
    let skills = names("skills");
    let (essential, transferable) = skills.split_at(10);
    for older in ["Interests.txt", "Skills.txt", "Job Zones.txt", "Read Me.txt"] {
        fs::remove_file(made.from.path().join(older)).expect("was there");
    }
    let commas = |text: String| text.replace('\t', ",");
    made.table("Career Interest Types.txt", &format!("{LONG}{}", long(&names("interests"), "OI", &codes)))
        .table("essential_skills.csv", &commas(format!("\u{feff}{LONG}{}", long(essential, "IM", &codes))))
        .table("Transferable Skills.txt", &format!("{LONG}{}", long(transferable, "IM", &codes)).replace('\n', "\r\n"))
        .table(
            "Occupation Data.txt",
            "O*NET-SOC Code\tTitle\tDescription\tJob Zone\n11-1011.00\tChiefs\t\t5\n47-2031.00\tCarpenters\t\t1-2\n",
        )
        .table("us_pay_and_outlook.csv", &format!("{PAY}47-2031.00,7.0,8.0,3.0,0.3,Associate's degree,,,50000,,,,,\n"));
    let report = made.import();
    let carpenter = made.career("47.toml", "47-2031.00");
    assert_eq!(carpenter["zone"].as_integer(), Some(2));
    assert_eq!(number(&carpenter, "interests", "social"), 33);
    assert!(!carpenter.contains_key("estimated"));
    assert_eq!(carpenter["pay"].to_string(), "{ p10 = 50000, year = 2025 }");
    assert!(report.notes.iter().any(|note| note.contains("zone 2 stands for 1 and 2")), "{report}");
    assert!(!report.missing.iter().any(|missing| missing.table.contains("Job Zones")), "{report}");
}

#[test]
fn suppressed_values_are_skipped_and_reported() {
    let made = release();
    let bad = |text: &str| text.replace("\tN\tn/a", "\tY\tn/a");
    let rows = long(&names("subjects"), "IM", &[("11-1011.00", 2.0), ("47-2031.00", 5.0)]);
    let biology = rating("11-1011.00", "Biology", "IM", 2.0);
    made.table("Knowledge.txt", &format!("{LONG}{}", rows.replace(&biology, &bad(&biology))));
    let report = made.import();
    let chief = made.career("11.toml", "11-1011.00");
    assert_eq!((number(&chief, "subjects", "biology"), number(&chief, "subjects", "chemistry")), (100, 25));
    assert_eq!(chief["estimated"].to_string(), "[\"subjects\"]");
    assert_eq!(report.suppressed.get("Knowledge.txt"), Some(&1));
    assert!(report.to_string().contains("Knowledge.txt: 1 values skipped"), "{report}");
}

#[test]
fn older_names_are_known_and_the_older_work_styles_are_not_used() {
    let made = release();
    let codes = [("11-1011.00", 3.0), ("47-2031.00", 3.0)];
    let older: Vec<String> = ["Persistence", "Initiative", "Cooperation"].map(str::to_owned).to_vec();
    let subjects = long(&names("subjects"), "IM", &codes).replace("\tAdministrative\t", "\tClerical\t");
    made.table("Work Styles.txt", &format!("{LONG}{}", long(&older, "IM", &codes)))
        .table("Knowledge.txt", &format!("{LONG}{subjects}"));
    let report = made.import();
    let chief = made.career("11.toml", "11-1011.00");
    assert_eq!(number(&chief, "subjects", "administrative"), 50);
    assert_eq!(chief["estimated"].to_string(), "[\"styles\"]");
    assert_eq!(number(&chief, "styles", "initiative"), 50, "the middle: no career is rated");
    let text = report.to_string();
    assert!(text.contains("Work Styles.txt: not usable, rated on IM, the model of 16 styles"), "{text}");
    assert!(text.contains("styles: no career is rated"), "{text}");
}

#[test]
fn missing_tables_are_named_with_what_follows() {
    let made = release();
    for table in ["Skills.txt", "Job Zones.txt", "Work Context.txt", "Related Occupations.txt"] {
        fs::remove_file(made.from.path().join(table)).expect("was there");
    }
    let report = made.table("Essential Skills.txt", LONG).import();
    let text = report.to_string();
    for line in [
        "Transferable Skills: skills estimated",
        "Job Zones: job zones left out",
        "Work Context: work context left out",
        "Related Occupations: related careers left out, and estimates taken from the family",
        "us_pay_and_outlook: pay, outlook",
    ] {
        assert!(text.contains(line), "no '{line}' in\n{text}");
    }
    let chief = made.career("11.toml", "11-1011.00");
    assert!(!chief.contains_key("zone") && !chief.contains_key("context"));
    assert_eq!(chief["estimated"].to_string(), "[\"skills\"]");
}

#[test]
fn rows_and_names_that_fit_nowhere_are_left_out_and_reported() {
    let made = release();
    let rows = long(&names("skills"), "IM", &[("11-1011.00", 3.0), ("98-7654.00", 3.0)]);
    let text = format!("{LONG}{rows}{}", rating("11-1011.00", "Juggling", "IM", 2.0));
    let text = made.table("Skills.txt", &text).import().to_string();
    assert!(text.contains("Skills.txt: 35 rows of careers that are not in the list"), "{text}");
    assert!(text.contains("Skills.txt: no scale here is called Juggling"), "{text}");
}

#[test]
fn mistakes_are_refused_with_place_and_remedy() {
    let made = release();
    let above = rating("11-1011.00", "Writing", "IM", 5.5);
    let refused = made.table("Skills.txt", &format!("{LONG}{above}")).refused();
    assert_eq!(refused, "Skills.txt:2: expected 1 to 5 in 'Data Value', found 5.5");
    let word = above.replace("5.50", "high");
    let refused = made.table("Skills.txt", &format!("{LONG}{word}")).refused();
    assert_eq!(refused, "Skills.txt:2: expected a number in 'Data Value', found 'high'");
    let refused = made.table("Skills.txt", &LONG.replace("Scale ID", "Scale")).refused();
    assert!(refused.starts_with("Skills.txt: no column 'Scale ID'; its columns are: O*NET-SOC Code,"), "{refused}");
    let refused = Made::new().refused();
    assert!(refused.contains("expected 'Occupation Data.txt'"), "{refused}");
    let made = prepared();
    let row = "11-1011.00,1,1,1,1,Diploma,,,,,,,,\n";
    let refused = made.table("labour-market/us_pay_and_outlook.csv", &format!("{PAY}{row}")).refused();
    assert_eq!(refused, "us_pay_and_outlook.csv:2: not a known kind of schooling: 'Diploma'");
}

#[test]
fn the_shipped_figures_are_what_the_shared_tables_give() {
    let from = Path::new("../shared/data");
    if !from.is_dir() {
        eprintln!("skipped: {} is not here", from.display());
        return;
    }
    let made = Made::new();
    let report = made::import(from, made.to.path()).expect("the tables are well-formed");
    assert_eq!((report.careers, report.written.len(), report.estimated), (923, 22, ByGroup::in_order([0, 29, 29, 32])));
    let shipped = fs::read_dir("data/figures").expect("figures are shipped");
    // a folder beside them holds figures that no table has
    for file in shipped.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file()) {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let shipped = fs::read_to_string(&file).expect("the file can be read");
        assert!(shipped == made.figures(&format!("{}.toml", &name[..2])), "{name} differs from its tables");
    }
}

#[test]
fn figures_of_ones_own_are_left_alone() {
    let made = prepared();
    let own = made.to.path().join("figures/own");
    fs::create_dir_all(&own).expect("a folder");
    fs::write(own.join("47.toml"), "[[figures]]\nid = \"own\"\n").expect("written");

    made.import();
    assert_eq!(fs::read_to_string(own.join("47.toml")).expect("still there"), "[[figures]]\nid = \"own\"\n");
    assert!(!made.figures("47.toml").contains("\"own\""));
}
