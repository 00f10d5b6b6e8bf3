//! Speed of a frame of the heaviest screen, the results, and of a key in the search. `cargo bench --bench screens`.

use careerfit::content::shipped::load_shipped;
use careerfit::fit::Matcher;
use careerfit::model::{AnswerEntry, Rating, Response, SessionRecord};
use careerfit::tui::{App, Environment, Input, Key, Read, Reply, SavedSession};
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::sync::{Arc, mpsc};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn main() {
    divan::main();
}

/// Somebody who answered everything, at the results, with all that arrives later.
fn results() -> App {
    let matcher = Arc::new(Matcher::new(load_shipped().expect("the shipped data is whole")));
    let questions = matcher.dataset.questionnaire.questions.iter().enumerate();
    let given = questions.map(|(at, question)| AnswerEntry {
        question: question.id.clone(),
        text: question.hash,
        response: Response::Value(Rating::nearest((at * 7 % 5 + 1) as f64)),
        at: 0,
        again: false,
    });
    let record = SessionRecord { given: given.collect(), at: Some("results".into()), ..SessionRecord::default() };
    let (send, receive) = mpsc::channel();
    send.send(Ok(Read::Data(matcher))).expect("the app waits");
    let mut app = App::new(Environment::default(), receive).expect("the keys can be used");
    app.run_to_idle();
    app.on_reply(Reply::Opened(Box::new(SavedSession { name: "bench".into(), record, ..SavedSession::default() })));
    app.run_to_idle();
    app
}

fn screen((columns, rows): (u16, u16)) -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(columns, rows)).expect("a screen in memory")
}

#[divan::bench(args = SIZES)]
fn a_frame_of_the_results(bencher: Bencher, size: (u16, u16)) {
    let (mut app, mut screen) = (results(), screen(size));
    bencher.bench_local(|| screen.draw(|frame| app.draw(frame.buffer_mut())).map(|_| ()).expect("a frame"));
}

#[divan::bench(args = SIZES)]
fn a_key_and_its_frame_of_the_results(bencher: Bencher, size: (u16, u16)) {
    let (mut app, mut screen) = (results(), screen(size));
    let keys = ["j", "k"].map(|name| Key::from_name(name).expect("a key"));
    let mut turn = keys.into_iter().cycle();
    bencher.bench_local(|| {
        let key = turn.next().expect("keys go round");
        app.update(Input::Key(key));
        screen.draw(|frame| app.draw(frame.buffer_mut())).map(|_| ()).expect("a frame");
    });
}

/// The search, opened over the results, with the names of all languages read.
fn search() -> App {
    let mut app = results();
    app.update(Input::Key(Key::from_name("/").expect("a key")));
    app.run_to_idle();
    app
}

/// A letter is typed and the next key takes it back; the words are English and German, which asks every language.
#[divan::bench(args = ["senior software eng", "krankenschwes"])]
fn a_key_and_its_frame_in_the_search(bencher: Bencher, typed: &str) {
    let (mut app, mut screen) = (search(), screen(SIZES[0]));
    let key = |letter: char| Key::from_name(&letter.to_string()).expect("a key");
    let mut press = |key: Key| {
        app.update(Input::Key(key));
        screen.draw(|frame| app.draw(frame.buffer_mut())).map(|_| ()).expect("a frame");
    };
    typed.chars().for_each(|letter| press(key(letter)));
    let mut turn = [key('i'), Key::from_name("backspace").expect("a key")].into_iter().cycle();
    bencher.bench_local(|| press(turn.next().expect("keys go round")));
}
