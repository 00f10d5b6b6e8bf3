//! The audits with floors, on a hundred simulated people: what is asked, counted and promised has to hold for them.

use crate::support::matcher;
use careerfit::audit::{People, recover, stability};

const PEOPLE: usize = 100;

#[test]
fn the_questions_asked_find_peoples_own_careers() {
    let table = recover(&matcher(), PEOPLE, People::default(), &|_| ());
    let found = |row: &str| table.figure(row, "own in 10").expect("a row of the table");
    // measured .30, .44 and .67 on people like real ones; a third of it where the worst question is asked
    for (row, floor) in [("quick like real people", 0.20), ("standard like real people", 0.34), ("full rosy", 0.80)] {
        assert!(found(row) >= floor, "{row}: {}", found(row));
    }
    let asked = |row: &str| table.figure(row, "questions").expect("a row of the table");
    assert!(asked("quick like real people") < asked("standard like real people"));
}

#[test]
fn a_rank_interval_holds_eight_in_ten_repeated_sittings() {
    let table = stability(&matcher(), PEOPLE, People::default());
    for length in ["quick", "standard", "full"] {
        let holds = table.figure(length, "interval holds").expect("a row of the table");
        assert!((0.70..=0.92).contains(&holds), "{length}: {holds}");
    }
}
