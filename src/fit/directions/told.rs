//! What is said of a group of careers: its name, the careers to name, the answers that lead there, and a job to begin with.

use super::draws::{Drawn, Draws, average};
use crate::fit::shares::{Share, compute_shares};
use crate::fit::similar::{TWINS, compute_likeness};
use crate::model::{Answers, CareerId, Direction, DirectionName, DrawnBy, Group, QuestionId, Quote, Reaction};
use std::cmp::Reverse;

/// And so many of them can be named.
pub(super) const EXAMPLES: usize = 2;
/// Careers named of a direction at most.
const NAMED: usize = 6;
/// What speaks against a direction is told from so much on, as a share of what speaks for it.
const TOLD: f64 = 0.25;
/// An answer from here on can be quoted.
const HIGH: u8 = 4;
/// Answers quoted at most.
const QUOTED: usize = 2;

impl Draws<'_> {
    /// What is said of a group; nothing where no answer leads there that is high for this person.
    pub(super) fn describe_group(&self, group: &[Drawn], answers: &Answers) -> Option<Direction> {
        self.describe_group_by(group, self.list_careers(group, answers), answers)
    }

    /// The same with just these careers to name.
    pub(super) fn describe_group_by(
        &self,
        group: &[Drawn],
        careers: Vec<CareerId>,
        answers: &Answers,
    ) -> Option<Direction> {
        let place = self.average_place(group);
        let along = self.matcher.measurement.precision().multiply(&self.fit_weights.weigh(place.clone()));
        let mut shares = compute_shares(self.matcher, &self.information.posterior, answers, &along);
        shares.sort_unstable_by(|a, b| b.amount.total_cmp(&a.amount).then(a.question.cmp(&b.question)));

        let quotes = self.choose_quotes(&shares, &careers);
        let (centre, start, drawn_by) = (*careers.first()?, self.find_start(&careers), self.find_drawn_by(&place));
        let name = self.choose_name(&careers, &shares, drawn_by);

        let stays = self.estimate_stays(group);
        let told = !quotes.is_empty() && careers.len() >= EXAMPLES;
        told.then_some(Direction { name, centre, careers, start, quotes, stays, drawn_by })
    }

    /// The careers to name, the best fit first, with near twins and later steps left out, and those that the person said are
    /// not for them; where there are more than are named, one that is for them comes before what draws more.
    fn list_careers(&self, group: &[Drawn], answers: &Answers) -> Vec<CareerId> {
        let metric = &self.matcher.metric;
        let reaction = |drawn: &Drawn| {
            let id = &self.matcher.dataset.catalogue.get(drawn.career).id;
            answers.cards().find(|(of, _)| of == id).map(|(_, reaction)| reaction)
        };

        let mut drawing: Vec<Drawn> = group.to_vec();
        drawing.retain(|drawn| !matches!(reaction(drawn), Some(Reaction::NotForMe(_))));
        drawing.sort_unstable_by(|a, b| b.draw.total_cmp(&a.draw).then(a.career.cmp(&b.career)));
        // this sort keeps the order of equals: what draws more stays first, among those for me and among the others
        drawing.sort_by_key(|drawn| reaction(drawn) != Some(Reaction::ForMe));

        let mut careers: Vec<CareerId> = Vec::new();
        for Drawn { career, .. } in &drawing {
            let new = careers.iter().all(|known| compute_likeness(self.matcher.whitening(), *known, *career) <= TWINS);
            let later = self.matcher.dataset.catalogue.get(*career).is_later_step();
            if new && !later && careers.len() < NAMED {
                careers.push(*career);
            }
        }

        let fit = |career: &CareerId| self.whole.score(metric, *career);
        careers.sort_unstable_by(|a, b| fit(b).total_cmp(&fit(a)).then(a.cmp(b)));
        careers
    }

    /// Which answers lead to the place of a group.
    fn find_drawn_by(&self, place: &[f64]) -> DrawnBy {
        let by = |groups: &[Group]| {
            let scales = groups.iter().flat_map(|group| group.range());
            scales.map(|scale| place[scale] * self.whole.pull()[scale]).sum::<f64>()
        };
        let (enjoying, being_good) = (by(&[Group::Interests, Group::Subjects]), by(&[Group::Skills]));

        if being_good < -TOLD * enjoying.abs() && enjoying > 0.0 {
            DrawnBy::Enjoying
        } else if enjoying < -TOLD * being_good.abs() && being_good > 0.0 {
            DrawnBy::BeingGood
        } else {
            DrawnBy::Both
        }
    }

    /// The family that half of the careers belong to, or else the area of activity that the answers are most about.
    fn choose_name(&self, careers: &[CareerId], shares: &[Share], drawn_by: DrawnBy) -> DirectionName {
        let family = |career: &CareerId| self.matcher.dataset.catalogue.get(*career).family;
        let members = |of: u16| careers.iter().filter(|career| family(career) == of).count();
        let most = careers.iter().map(family).max_by_key(|family| (members(*family), Reverse(*family)));

        match most.filter(|family| members(*family) >= EXAMPLES && 2 * members(*family) >= careers.len()) {
            Some(family) => DirectionName::Family(family),
            None => DirectionName::Area(self.find_area(shares, drawn_by)),
        }
    }

    /// The area of activity whose questions lead there most, by its place; one whose activities the person would rather not
    /// do names what they enjoy only where no other area leads there.
    fn find_area(&self, shares: &[Share], drawn_by: DrawnBy) -> usize {
        let areas = &self.matcher.dataset.scales.areas;
        let leads = |area: usize| {
            let about = shares.iter().filter(|share| self.matcher.is_about(share.question, area));
            about.map(|share| share.amount).sum::<f64>()
        };
        let is_liked = |area: usize| drawn_by == DrawnBy::BeingGood || self.measure_enjoyment(shares, area) >= 0.0;

        // what leads away names nothing, however well it is liked
        let ranked = (0..areas.len()).map(|area| (leads(area), area)).map(|(lead, area)| {
            let may_name = lead > 0.0 && is_liked(area);
            (may_name, lead, area)
        });
        let best = ranked.max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(b.2.cmp(&a.2)));
        best.map_or(0, |(_, _, area)| area)
    }

    /// How far the answers to an area's activities lie above what the person answers in general, on average; nothing where
    /// none was answered.
    fn measure_enjoyment(&self, shares: &[Share], area: usize) -> f64 {
        let dataset = &self.matcher.dataset;
        let activities = &dataset.scales.areas[area].activities;
        let is_one = |share: &&Share| activities.contains(&dataset.questionnaire.question(share.question).id);
        average(shares.iter().filter(is_one).map(|share| share.above))
    }

    /// The high answers about such work that lead there most, each from another part and above the person's own level there:
    /// of somebody who nearly always answers 5, a 4 says that they like it less than other work.
    fn choose_quotes(&self, shares: &[Share], careers: &[CareerId]) -> Vec<Quote> {
        let questionnaire = &self.matcher.dataset.questionnaire;
        let part = |question: QuestionId| questionnaire.question(question).part;
        let about = |question: QuestionId| {
            let holding = careers.iter().filter(|career| self.matcher.holds(**career, question)).count();
            2 * holding > careers.len()
        };

        let mut quotes: Vec<Quote> = Vec::new();
        for share in shares.iter().filter(|share| share.amount > 0.0 && share.above > 0.0 && share.value >= HIGH) {
            let Share { question, value, .. } = share;
            let new = quotes.iter().all(|quote| part(quote.question) != part(*question));
            let of_part = shares.iter().filter(|share| part(share.question) == part(*question));
            let high = f64::from(*value) > average(of_part.map(|share| f64::from(share.value)));
            if quotes.len() < QUOTED && new && high && about(*question) {
                quotes.push(Quote { question: *question, value: *value });
            }
        }
        quotes
    }

    /// The job to begin with within weeks that fits best: one of these careers, or a rung of one.
    fn find_start(&self, careers: &[CareerId]) -> Option<CareerId> {
        let catalogue = &self.matcher.dataset.catalogue;
        let now = careers.iter().copied().filter(|career| catalogue.get(*career).starts_within_weeks());
        let rungs = careers.iter().flat_map(|career| catalogue.get(*career).rungs.iter().copied());
        let fit = |career: &CareerId| self.whole.score(&self.matcher.metric, *career);
        let fitting = now.chain(rungs).filter(|career| fit(career) > 0.0);
        fitting.max_by(|a, b| fit(a).total_cmp(&fit(b)).then(b.cmp(a)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::draws::tests::with_draws_of;
    use super::*;
    use crate::model::SCALE_COUNT;

    #[test]
    fn only_what_one_part_clearly_speaks_against_is_drawn_by_the_other_alone() {
        with_draws_of(120, |draws, _| {
            let pull = draws.whole.pull();
            // an interest and a skill that speak for so much and so much
            let drawn_by = |enjoying: f64, being_good: f64| {
                let mut place = vec![0.0; SCALE_COUNT];
                for (group, share) in [(Group::Interests, enjoying), (Group::Skills, being_good)] {
                    let scale =
                        group.range().find(|scale| pull[*scale].abs() > 0.01).expect("a scale that was asked about");
                    place[scale] = share / pull[scale];
                }
                draws.find_drawn_by(&place)
            };

            let cases = [(1.0, 1.0), (1.0, 0.2), (1.0, -0.2), (-0.2, 1.0), (0.2, 1.0), (-1.0, -1.0)];
            assert!(cases.iter().all(|(enjoying, good)| drawn_by(*enjoying, *good) == DrawnBy::Both));
            assert_eq!([drawn_by(1.0, -0.3), drawn_by(-0.3, 1.0)], [DrawnBy::Enjoying, DrawnBy::BeingGood]);
        });
    }
}
