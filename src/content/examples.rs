//! How fields of files are written, for where they are missing or of another kind.

use crate::diagnostics::shape::Examples;

/// Fields of `[[career]]` and `[[figures]]`.
pub const CATALOGUE: Examples = &[
    ("id", "id = \"harbour-pilot\""),
    ("title", "title = \"Harbour Pilot\""),
    ("summary", "summary = \"Guides large ships through the narrow harbour.\""),
    ("interests", "interests = { realistic = 75, investigative = 25, ... }, all six from 0 to 100"),
    ("skills", "skills = { writing = 55, ... }, every scale of the group from 0 to 100"),
    ("subjects", "subjects = { geography = 55, ... }, every scale of the group from 0 to 100"),
    ("styles", "styles = { dependability = 90, ... }, every scale of the group from 0 to 100"),
    ("zone", "zone = 3, from 1 for little preparation to 5 for extensive"),
    ("context", "context = { contact = 90, ... }, all nine from 0 to 100"),
    ("pay", "pay = { median = 31000, year = 2025 }"),
    ("also", "also = [\"ferry hand\"], other names for it"),
    ("start_as", "start_as = \"Deck officer\""),
    ("start_with", "start_with = \"A licence and two years at sea.\""),
    ("day", "day = \"You climb aboard and steer until the ship is fast.\""),
    ("hired", "hired = \"months\" (weeks, months or years)"),
    ("paid", "paid = \"day-one\" (day-one, after-course, after-study or uncertain)"),
    ("roles", "roles = [\"Deckhand\", \"Mate\", \"Pilot\"]"),
    ("builds", "builds = \"A feeling for currents that nobody can teach.\""),
    ("learn", "learn = \"The harbour trains you for a year; the state sets the exam.\""),
    ("years", "years = 4, until a full post"),
    ("hard", "hard = \"Nights, fog and a rope ladder in winter.\""),
    ("independent", "independent = \"With a boat of your own you run harbour tours.\""),
    ("try", "try = \"Ask to ride along for half a day.\""),
    ("ask", "ask = \"Would you choose it again?\""),
    ("next", "next = [\"ship-chandler\"], ids of careers"),
];
