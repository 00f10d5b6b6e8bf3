//! Clear-cut people, with answers written from what such a person enjoys, does and is like: their own field comes up
//! in the first three, and nothing absurd in the first ten.

use crate::run::Home;
use std::path::Path;

/// What a person is shown: the ids and titles of the first ten.
fn first_ten(person: &str) -> Vec<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/people/clear-cut.csv");
    let file = file.to_str().expect("a path");
    let ran = Home::new().run(&["score", file, "--format", "csv", "--top", "10"], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let mut rows = csv::Reader::from_reader(ran.out.as_bytes());
    let rows = rows.records().map(|row| row.expect("a row"));
    let own = rows.filter(|row| &row[0] == person);
    own.map(|row| (row[4].to_string(), row[5].to_string())).collect()
}

/// `right` and `absurd` are beginnings of ids; SOC major groups are their first two digits.
fn sees(person: &str, right: &[&str], absurd: &[&str]) {
    let ten = first_ten(person);
    assert_eq!(ten.len(), 10, "{person} is in the file");
    let of = |id: &str, begins: &[&str]| begins.iter().any(|begin| id.starts_with(begin));
    assert!(ten[..3].iter().any(|(id, _)| of(id, right)), "no {right:?} in the first three of the {person}: {ten:#?}");
    let odd: Vec<_> = ten.iter().filter(|(id, _)| of(id, absurd)).collect();
    assert!(odd.is_empty(), "absurd for the {person}: {odd:#?}");
}

/// Nobody's body or bedside is in it: computing, engineering, farming, building, repair, production, driving.
#[test]
fn a_nurse() {
    sees("nurse", &["29-"], &["13-", "15-", "17-", "27-", "41-", "43-", "45-", "47-", "49-", "51-", "53-"]);
}

#[test]
fn a_carpenter() {
    sees("carpenter", &["47-"], &["11-", "13-", "15-", "19-", "21-", "23-", "25-", "29-", "31-", "35-", "41-", "43-"]);
}

#[test]
fn a_software_developer() {
    let absurd = ["21-", "23-", "25-", "29-", "31-", "33-", "35-", "37-", "39-", "41-", "45-", "47-", "53-"];
    sees("software developer", &["15-"], &absurd);
}

#[test]
fn an_accountant() {
    let absurd = ["17-", "19-", "27-", "29-", "31-", "33-", "35-", "37-", "39-", "45-", "47-", "49-", "51-", "53-"];
    sees("accountant", &["13-"], &absurd);
}

#[test]
fn a_graphic_designer() {
    let absurd = ["11-", "13-", "21-", "23-", "29-", "31-", "33-", "35-", "37-", "43-", "45-", "47-", "49-", "53-"];
    sees("graphic designer", &["27-"], &absurd);
}

#[test]
fn a_primary_school_teacher() {
    let absurd = ["13-", "15-", "17-", "33-", "35-", "37-", "41-", "43-", "45-", "47-", "49-", "51-", "53-"];
    sees("primary-school teacher", &["25-"], &absurd);
}

#[test]
fn a_chef() {
    sees("chef", &["35-"], &["13-", "15-", "17-", "19-", "21-", "23-", "29-", "31-", "33-", "43-", "47-", "49-"]);
}

#[test]
fn a_police_officer() {
    let absurd = ["13-", "15-", "17-", "19-", "27-", "35-", "37-", "39-", "41-", "45-", "47-", "49-", "51-"];
    sees("police officer", &["33-"], &absurd);
}

/// Farmers stand among the managers (11-9013), farm work in 45.
#[test]
fn a_farmer() {
    let absurd = ["13-", "15-", "21-", "23-", "25-", "27-", "29-", "31-", "35-", "39-", "41-", "43-"];
    sees("farmer", &["45-", "11-9013"], &absurd);
}

#[test]
fn a_physicist() {
    let absurd =
        ["11-", "13-", "21-", "23-", "27-", "31-", "33-", "35-", "37-", "39-", "41-", "43-", "45-", "47-", "53-"];
    sees("physicist", &["19-2"], &absurd);
}
