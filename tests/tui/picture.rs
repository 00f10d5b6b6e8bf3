//! The picture in README is the real program's screen. Made again by
//! `cargo test --test tui picture -- --ignored`, which writes docs/picture.svg.

use crate::pty::{PROGRAM, Real, folder};
use careerfit::content::shipped::load_shipped;
use careerfit::model::{AnswerEntry, Response};
use careerfit::session::{Session, to_text};
use std::fmt::Write as _;
use std::time::Duration;
use std::{fs, thread};
use vt100::{Cell, Color, Screen};

const COLUMNS: u16 = 100;
const ROWS: u16 = 30;

/// A character's place in the picture, in pixels.
const WIDE: u16 = 9;
const HIGH: u16 = 19;

/// The sixteen named colours as a dark terminal shows them.
const NAMED: [&str; 16] = [
    "#1e2127", "#e06c75", "#98c379", "#d19a66", "#61afef", "#c678dd", "#56b6c2", "#abb2bf", "#5c6370", "#e06c75",
    "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#ffffff",
];

const GROUND: &str = "#16181d";
const INK: &str = "#d7dae0";

#[test]
#[ignore = "writes docs/picture.svg"]
fn picture_of_readme() {
    let home = folder();
    let sessions = home.path().join("careerfit/sessions");
    fs::create_dir_all(&sessions).expect("a folder");
    fs::write(sessions.join("answers.toml"), somebody_who_draws()).expect("a session");

    let mut real = Real::started(home, PROGRAM, |command| command.args(["--theme", "dark"]));
    real.resize(COLUMNS, ROWS);
    real.wait_for("Go on with 'answers'").send("\r").wait_for("How you like to work").send("r");
    real.wait_for("What fits you").wait_for("One step for this week");
    // Ranks and intervals are worked out after the first frame; there is no word that says they are all there.
    thread::sleep(Duration::from_secs(2));
    let picture = svg(real.shown.lock().expect("the reader goes on").screen.screen());
    real.send("q");
    real.ends();

    fs::write("docs/picture.svg", picture).expect("docs can be written");
}

/// The clear-cut graphic designer of `tests/people`, as a session.
fn somebody_who_draws() -> String {
    let questionnaire = load_shipped().expect("the shipped data").questionnaire;
    let mut table = csv::Reader::from_path("tests/people/clear-cut.csv").expect("the people");
    let ids = table.headers().expect("a header").clone();
    let mut rows = table.records().map(|row| row.expect("a row"));
    let row = rows.find(|row| row.iter().any(|cell| cell == "graphic designer")).expect("the designer");

    let mut session = Session::new("answers", &questionnaire);
    for ((id, value), at) in ids.iter().zip(row.iter()).zip(1..) {
        let (Some(question), Ok(value)) = (questionnaire.find(id), value.parse()) else { continue };
        let question = questionnaire.question(question);
        let (question, text) = (question.id.clone(), question.hash);
        let response = Response::from_choice(value).expect("a choice");
        session.record.given.push(AnswerEntry { question, text, response, at: 8 * at, again: false });
    }
    to_text(&session)
}

/// The screen as a picture: a coloured ground where there is one, then runs of text that look the same.
fn svg(screen: &Screen) -> String {
    let (width, height) = (COLUMNS * WIDE + 20, ROWS * HIGH + 20);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"15\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{GROUND}\"/>\n"
    );

    for row in 0..ROWS {
        let mut column = 0;
        while column < COLUMNS {
            column += draw_run(screen, row, column, &mut text);
        }
    }
    text + "</svg>\n"
}

/// Draws the cells from here on that look the same; how many they are comes back.
fn draw_run(screen: &Screen, row: u16, from: u16, text: &mut String) -> u16 {
    let cell = |column| screen.cell(row, column).expect("a cell");
    let first = cell(from);
    let same = (from..COLUMNS).take_while(|&column| look(cell(column)) == look(first)).count();
    let count = u16::try_from(same).expect("columns");
    let words: String = (from..from + count).map(|column| letters(cell(column))).collect();

    let (ink, ground, bold) = look(first);
    let (x, y) = (from * WIDE + 10, row * HIGH + 10);
    if ground != GROUND {
        writeln!(text, "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{HIGH}\" fill=\"{ground}\"/>", count * WIDE)
            .expect("a string takes it");
    }
    if !words.trim().is_empty() {
        let weight = if bold { " font-weight=\"bold\"" } else { "" };
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        let length = count * WIDE;
        writeln!(
            text,
            "<text x=\"{x}\" y=\"{}\" fill=\"{ink}\"{weight} textLength=\"{length}\" xml:space=\"preserve\">{words}</text>",
            y + 14
        )
        .expect("a string takes it");
    }
    count
}

fn letters(cell: &Cell) -> String {
    if cell.has_contents() { cell.contents().to_string() } else { " ".to_string() }
}

/// Ink, ground, and whether it is bold.
fn look(cell: &Cell) -> (String, String, bool) {
    let (mut ink, mut ground) = (colour(cell.fgcolor(), INK), colour(cell.bgcolor(), GROUND));
    if cell.inverse() {
        std::mem::swap(&mut ink, &mut ground);
    }
    if cell.dim() {
        ink = NAMED[8].to_string();
    }
    (ink, ground, cell.bold())
}

fn colour(colour: Color, otherwise: &str) -> String {
    match colour {
        Color::Idx(index) => indexed(index),
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Default => otherwise.to_string(),
    }
}

/// One of 256 colours: the named ones, a cube of six levels, then greys.
fn indexed(index: u8) -> String {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    match index {
        0..16 => NAMED[usize::from(index)].to_string(),
        16..232 => {
            let at = index - 16;
            format!("#{:02x}{:02x}{:02x}", level(at / 36), level(at / 6 % 6), level(at % 6))
        }
        _ => {
            let grey = 8 + 10 * (index - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
    }
}
