//! Every career can come first for somebody, and none comes first for too many.

use super::people::{People, answer_all, simulate};
use super::table::Table;
use crate::fit::Matcher;
use crate::model::{Answers, CareerId, Emphasis};

/// Places that count as being seen.
const TOP_FIVE: usize = 5;

/// Of `each` noisy people a career, how many careers nobody sees in the first five; and the career that stands most often
/// in the first five of simulated, of random and of real people, whose first fives are given.
pub fn measure_reach(
    matcher: &Matcher,
    each: usize,
    people: People,
    real: &[Vec<CareerId>],
    say: &dyn Fn(&str),
) -> Table {
    let careers = matcher.dataset.catalogue.len();
    let sets = careers * each;
    say(&format!("{sets} people and as many answer sets at random"));
    let seen = simulate(matcher, people, sets, |draw, career| {
        let answers = draw.draw_person(career).answers;
        (
            career,
            find_first_five(matcher, &answer_all(&answers)),
            find_first_five(matcher, &answer_all(&draw.draw_random_answers())),
        )
    });

    let (mut own, mut noisy, mut random) = (vec![0_usize; careers], vec![0_usize; careers], vec![0_usize; careers]);
    for (career, of_person, of_chance) in seen {
        own[career.index()] += usize::from(of_person.contains(&career));
        count_careers(&of_person, &mut noisy);
        count_careers(&of_chance, &mut random);
    }

    let basis =
        format!("simulated: {each} people a career and {sets} random answer sets, all questions, seed {}", people.seed);
    let mut table = Table::new("reach", &basis, &["figure"]);
    table.add_row("careers", [Some(careers as f64)]);
    table.add_row(
        "careers nobody of their own sees in the first five",
        [Some(own.iter().filter(|n| **n == 0).count() as f64)],
    );

    let mut interests = vec![0_usize; careers];
    for seen in real {
        count_careers(seen, &mut interests);
    }

    let of =
        [("simulated", &noisy, sets), ("random", &random, sets), ("real (interests alone)", &interests, real.len())];
    for (name, counts, sets) in of.into_iter().filter(|(_, _, sets)| *sets > 0) {
        let most = counts.iter().enumerate().max_by_key(|(_, count)| **count);
        if let Some((place, count)) = most {
            let title = &matcher.dataset.catalogue.careers()[place].title;
            let share = *count as f64 / sets as f64;
            table.add_row(format!("share of {name} first fives with the commonest career ({title})"), [Some(share)]);
        }
    }

    add_families(matcher, &random, &mut table);
    table
}

fn count_careers(seen: &[CareerId], counts: &mut [usize]) {
    for career in seen {
        counts[career.index()] += 1;
    }
}

fn find_first_five(matcher: &Matcher, answers: &Answers) -> Vec<CareerId> {
    matcher.evaluate(answers, Emphasis::Balanced).fits.iter().take(TOP_FIVE).map(|fit| fit.career).collect()
}

/// Share of the places that each family and job zone takes, over its share of the careers.
fn add_families(matcher: &Matcher, counts: &[usize], table: &mut Table) {
    let total: usize = counts.iter().sum();
    let careers = matcher.dataset.catalogue.len();

    let mut share = |name: String, belongs: &dyn Fn(&crate::model::Career) -> bool| {
        let members = || matcher.dataset.catalogue.careers().iter().zip(counts).filter(|(career, _)| belongs(career));
        let seen = members().map(|(_, count)| count).sum::<usize>() as f64 / total.max(1) as f64;
        let expected = members().count() as f64 / careers as f64;
        if expected > 0.0 {
            table.add_row(name, [Some(seen / expected)]);
        }
    };

    for (place, family) in matcher.dataset.catalogue.families().iter().enumerate() {
        share(format!("random places over share of careers: {}", family.name), &|c| usize::from(c.family) == place);
    }
    for zone in 1..=5 {
        share(format!("random places over share of careers: job zone {zone}"), &|c| c.figures.zone == Some(zone));
    }
}
