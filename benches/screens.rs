//! Speed of a frame of the heaviest screen, the results. `cargo bench --bench screens`.

use careerfit::content::shipped::shipped;
use careerfit::fit::Matcher;
use careerfit::model::{Given, Record, Response};
use careerfit::tui::{App, Input, Key, Loaded, News, Sitting, Surroundings};
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
    let matcher = Arc::new(Matcher::new(shipped().expect("the shipped data is whole")));
    let questions = matcher.kit.questionnaire.questions.iter().enumerate();
    let given = questions.map(|(at, question)| Given {
        question: question.id.clone(),
        text: question.hash,
        response: Response::Value((at * 7 % 5) as u8 + 1),
        at: 0,
        again: false,
    });
    let record = Record { given: given.collect(), at: Some("results".into()), ..Record::default() };
    let (send, receive) = mpsc::channel();
    send.send(Ok(Loaded { matcher, sittings: Vec::new(), notes: Vec::new() })).expect("the app waits");
    let mut app = App::new(Surroundings::default(), receive).expect("the keys can be used");
    app.settle();
    app.hear(News::Opened(Box::new(Sitting { name: "bench".into(), record, ..Sitting::default() })));
    app.settle();
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
