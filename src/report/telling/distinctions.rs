//! The ways in which a job and a career differ, with the words that stand over the two sides wherever they are told.

use crate::model::{Dataset, Distinction, Distinctions};
use crate::report::outline::{Block, Section};

/// What stands over all of them.
pub const JOB_OR_CAREER: &str = "A job or a career";

/// What stands over a job's side.
pub const AS_A_JOB: &str = "As a job";

/// What stands over a career's side.
pub const AS_A_CAREER: &str = "As a career";

/// What stands over the question to ask oneself.
pub const ASK_YOURSELF: &str = "Ask yourself";

/// All of them in full, behind what is fair to say of a job.
pub fn compose_distinctions(distinctions: &Distinctions) -> Section {
    let mut section = Section::new(JOB_OR_CAREER);
    section.text(&distinctions.fair);
    section.blocks.extend(distinctions.pairs.iter().map(compose_distinction).map(Block::Part));
    section
}

fn compose_distinction(pair: &Distinction) -> Section {
    let side = |name: &str, says: &str| {
        let mut side = Section::new(name);
        side.text(says);
        side
    };

    let mut section = Section::new(&pair.title);
    section.push(Block::Beside([side(AS_A_JOB, &pair.job), side(AS_A_CAREER, &pair.career)]));
    section.pairs(vec![(ASK_YOURSELF, pair.ask.clone())]);
    section
}

/// The one that belongs to a part or to the results; empty where the questionnaire speaks of neither job nor career.
pub fn describe_job_and_career(dataset: &Dataset, place: &str) -> String {
    let pair = dataset.distinctions.find_beside(place).filter(|_| !dataset.questionnaire.alone);
    pair.map_or_else(String::new, |pair| {
        format!("{}.\n{AS_A_JOB}: {}\n{AS_A_CAREER}: {}", pair.title, pair.job, pair.career)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::report::write_plain;

    #[test]
    fn every_distinction_is_told_with_both_sides_and_a_question_to_ask_oneself() {
        let told = load_shipped().expect("the shipped data").distinctions;
        let text = write_plain(&compose_distinctions(&told));
        assert!(text.starts_with(JOB_OR_CAREER) && text.contains(&told.fair), "{text}");
        for pair in &told.pairs {
            let order = [&pair.title, AS_A_JOB, &pair.job, AS_A_CAREER, &pair.career, ASK_YOURSELF, &pair.ask];
            let (_, from) = text.split_once(order[0]).expect("the title");
            let places: Vec<Option<usize>> = order[1..].iter().map(|says| from.find(*says)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{}: {places:?}\n{text}", pair.id);
        }
    }
}
