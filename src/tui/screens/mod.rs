//! The screens, one a file.

pub mod about;
pub mod browse;
pub mod career;
pub mod choose;
pub mod compare;
pub mod distinctions;
pub mod due;
pub mod export;
pub mod families;
pub mod help;
pub mod job;
pub mod leaving;
pub mod length;
pub mod limits;
pub mod listing;
pub mod menu;
pub mod nowhere;
pub mod pair;
pub mod plan;
pub mod profile;
pub mod question;
pub mod results;
pub mod review;
pub mod several;
pub mod sliders;
pub mod starting;
pub mod turn;
pub mod views;
pub mod welcome;
pub mod what_if;
pub mod with_career;
pub mod write;

use super::desk::Desk;
use super::keys::Action;
use super::screen::{Go, Screen};
use super::widgets::scroll::Scroll;
use crate::interview::Step;
use several::{Of, Several};

/// The screens for the step the interview is at, the one in front last; none when no session is open.
pub fn of_step(desk: &mut Desk) -> Vec<Box<dyn Screen>> {
    let Some(interview) = &desk.interview else { return Vec::new() };
    let questionnaire = &interview.matcher().kit.questionnaire;
    vec![match interview.step() {
        Step::Situation(at) if questionnaire.situation[at].choices.is_empty() => Box::new(job::Job::new(at, desk)),
        Step::Situation(at) => Box::new(choose::Choose::new(at, interview)),
        Step::Leave => Box::new(Several::new(Of::Leave, interview)),
        Step::Goals => Box::new(Several::new(Of::Goals, interview)),
        Step::Turn(part) => Box::new(turn::Turn::new(part, interview)),
        Step::Ask(question) | Step::Again(question) => Box::new(question::Question::new(question, interview)),
        Step::Pair(at) => Box::new(pair::Pair::new(at, interview)),
        Step::Sliders => Box::new(sliders::Sliders::new(interview)),
        Step::Results => return results::screens(desk),
    }]
}

/// What the actions of the walk do on every step: skip, back, undo, results so far.
fn walked(action: Action, desk: &mut Desk) -> Go {
    let now = desk.now();
    let moved = match action {
        Action::Skip => desk.converse(|interview| interview.skip(now)).is_some(),
        Action::Results => desk.converse(crate::interview::Interview::stop).is_some(),
        Action::Undo => {
            let undone = desk.converse(crate::interview::Interview::undo) == Some(true);
            desk.say(if undone { "Taken back." } else { "There is nothing to take back." });
            undone
        }
        Action::Close => return Go::Home,
        Action::Back => {
            if desk.converse(crate::interview::Interview::back) != Some(true) {
                return Go::Home;
            }
            true
        }
        _ => false,
    };
    if moved { Go::Walk } else { Go::Stay }
}

/// What an action does on a page that is only read: it scrolls, or closes.
fn read(scroll: &Scroll, action: Action) -> Go {
    let closes = !scroll.moved(action) && matches!(action, Action::Accept | Action::Close | Action::Back);
    if closes { Go::Close } else { Go::Stay }
}
