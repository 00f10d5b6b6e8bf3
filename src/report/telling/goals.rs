//! What work should bring a person, and which of it a career serves, from figures with their source. Nothing of it scores.

use super::figures::{describe_bureau, describe_pay_source, describe_ratings, describe_trainer, describe_trend};
use crate::model::{
    Career, CareerId, Dataset, GoalFigure, Measure, Questionnaire, ScaleId, Served, SessionRecord, Sign,
};
use crate::report::format::{format_money, join_list, to_sentence};
use crate::report::outline::Section;

/// What is said of a goal that no published figure tells of.
const UNMEASURED: &str = "no published figure shows it";

/// What work should bring.
pub fn compose_goals(questionnaire: &Questionnaire, record: &SessionRecord) -> Section {
    let mut section = Section::new("What it should bring");
    let chosen = questionnaire.goals.iter().filter(|goal| record.goals.contains(&goal.id));
    section.points(chosen.map(|goal| goal.text.clone()).collect());
    section
}

/// The goals that were chosen, by id, each with whether the career serves it.
pub fn list_served<'k>(dataset: &'k Dataset, record: &SessionRecord, career: CareerId) -> Vec<(&'k str, Served)> {
    let (career, present) = (dataset.catalogue.get(career), find_present(dataset, record));
    let chosen = dataset.questionnaire.goals.iter().filter(|goal| record.goals.contains(&goal.id));
    chosen.map(|goal| (goal.id.as_str(), goal.find_served(career, present))).collect()
}

/// How many of the goals with a figure a career serves, short enough for the row of a list; nothing where it serves none.
pub fn mark_goals(dataset: &Dataset, record: &SessionRecord, career: CareerId) -> Option<String> {
    let measured: Vec<Served> = list_served(dataset, record, career).into_iter().map(|(_, served)| served).collect();
    let of = measured.iter().filter(|served| **served != Served::Unmeasured).count();
    let yes = measured.iter().filter(|served| **served == Served::Yes).count();
    match (yes, of) {
        (0, _) => None,
        (_, 1) => Some("your goal".to_string()),
        _ => Some(format!("{yes} of {of} goals")),
    }
}

/// The goals that were chosen, each with whether the career serves it and by which figure; empty where none was.
pub fn compose_your_goals(dataset: &Dataset, record: &SessionRecord, career: CareerId) -> Section {
    let mut section = Section::new("What you want from work");
    let (entry, present) = (dataset.catalogue.get(career), find_present(dataset, record));
    let chosen = dataset.questionnaire.goals.iter().filter(|goal| record.goals.contains(&goal.id));

    let points = chosen.map(|goal| {
        let figures = |which: &dyn Fn(&Sign) -> bool| {
            let told = goal
                .served_by
                .iter()
                .filter(|sign| which(sign))
                .map(|sign| describe_figure(dataset, sign, entry, present));
            join_list(&told.collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>())
        };
        // What is wanting is told, not what the career has of it.
        let short = |sign: &Sign| sign.figure.of(entry).is_some_and(|value| value < sign.find_edge(present));

        let says = match goal.find_served(entry, present) {
            Served::Yes => format!("yes, {}", figures(&|_| true)),
            Served::No => format!("less so, {}", figures(&short)),
            Served::NotKnown => "not known, since a figure is missing".to_string(),
            Served::Unmeasured => goal.unmeasured.clone().unwrap_or_else(|| UNMEASURED.to_string()),
        };
        to_sentence(&format!("{}: {}", goal.text, says))
    });

    section.points(points.collect());
    section
}

/// The job the person has, or had last.
fn find_present<'k>(dataset: &'k Dataset, record: &SessionRecord) -> Option<&'k Career> {
    let id = record.present_job.as_deref()?;
    dataset.catalogue.find(id).map(|place| dataset.catalogue.get(place))
}

/// What a career's figure says, with its source.
fn describe_figure(dataset: &Dataset, sign: &Sign, career: &Career, present: Option<&Career>) -> String {
    match &sign.figure {
        GoalFigure::Measure(measure) => {
            let now = present.filter(|_| sign.or_more_than_now);
            describe_measure(*measure, career, now)
        }
        GoalFigure::Scales(scales) => describe_highest(dataset, scales, career),
    }
}

fn describe_measure(measure: Measure, career: &Career, now: Option<&Career>) -> String {
    // A goal whose figure is missing is told before this as not known.
    let value = measure.of(career).unwrap_or_default();
    let figures = &career.figures;
    let rated = |what: &str| format!("rated {value:.0} of 100 for {what} ({})", describe_ratings(figures));

    match measure {
        Measure::Pay => describe_pay(career, now).unwrap_or_default(),
        Measure::Change => {
            let outlook = figures.outlook.as_ref();
            outlook
                .map_or(String::new(), |outlook| format!("{} ({})", describe_trend(outlook), describe_bureau(figures)))
        }
        Measure::TrainingMonths => format!("about {value:.0} months of training ({})", describe_trainer(figures)),
        Measure::Indoors => rated("working indoors"),
        Measure::Outdoors => rated("working outdoors"),
        Measure::Public => rated("dealing with the public"),
        Measure::Standing => rated("being on your feet"),
        Measure::Routine => rated("doing the same tasks again and again"),
        Measure::Freedom => rated("deciding things for yourself"),
        Measure::Contact => rated("contact with others"),
        Measure::Teamwork => rated("working in a team"),
        Measure::Walking => rated("walking"),
        Measure::SurePay if value > 0.0 => "pay is sure once it begins".to_string(),
        Measure::SurePay => "nobody can say what it will pay".to_string(),
        Measure::OwnBusiness if value > 0.0 => {
            "many in it come to work for themselves, as this catalogue sees it".to_string()
        }
        Measure::OwnBusiness => "most in it stay employed, as this catalogue sees it".to_string(),
    }
}

/// The middle of the pay, and beside it that of the job the person has or had.
fn describe_pay(career: &Career, now: Option<&Career>) -> Option<String> {
    let pay = career.figures.pay.as_ref()?;
    let middle = pay.median()?;
    let beside = now.and_then(|now| now.figures.pay.as_ref()?.median());
    let beside =
        beside.map_or(String::new(), |now| format!(", beside about {} in the job you named", format_money(now)));
    Some(format!(
        "about {} a year in the middle{beside} ({})",
        format_money(middle),
        describe_pay_source(&career.figures, pay)
    ))
}

/// The scale of these on which the career is rated highest.
fn describe_highest(dataset: &Dataset, scales: &[ScaleId], career: &Career) -> String {
    let rating = |scale: &ScaleId| career.figures.rating(*scale);
    let Some(scale) = scales.iter().max_by(|a, b| rating(a).total_cmp(&rating(b))) else { return String::new() };
    let estimated = if career.figures.estimated[scale.group()] { ", estimated" } else { "" };
    let phrase = &dataset.scales.get(*scale).phrase;
    format!("rated {:.0} of 100 for {phrase} ({}{estimated})", rating(scale), describe_ratings(&career.figures))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    fn build_wanting(goals: &[&str], present: Option<&str>) -> (Dataset, SessionRecord) {
        let dataset = load_shipped().expect("the shipped data");
        let goals = goals.iter().map(|goal| (*goal).to_string()).collect();
        (dataset, SessionRecord { goals, present_job: present.map(str::to_string), ..SessionRecord::default() })
    }

    fn describe_goals(dataset: &Dataset, record: &SessionRecord, id: &str) -> String {
        let section = compose_your_goals(dataset, record, dataset.catalogue.find(id).expect("a shipped career"));
        format!("{:?}", section.blocks)
    }

    #[test]
    fn each_goal_is_held_against_a_figure_with_its_source() {
        let (dataset, record) = build_wanting(&["more-money", "freedom", "respect"], None);
        let lawyer = describe_goals(&dataset, &record, "23-1011.00");

        for part in [
            "More money: yes, about $",
            "Bureau of Labor Statistics",
            "of 100 for deciding things for yourself (O*NET)",
            "no published figure",
        ] {
            assert!(lawyer.contains(part), "{part} is missing in {lawyer}");
        }
        assert!(
            describe_goals(&dataset, &record, "35-2011.00").contains("More money: less so, about $"),
            "fast food pays little"
        );
    }

    #[test]
    fn more_money_means_more_than_the_job_one_has() {
        let (dataset, record) = build_wanting(&["more-money"], Some("35-2011.00"));
        let truck = describe_goals(&dataset, &record, "53-3032.00");
        assert!(truck.contains("More money: yes") && truck.contains("in the job you named"), "{truck}");

        let (dataset, record) = build_wanting(&["more-money"], Some("29-1215.00"));
        assert!(
            describe_goals(&dataset, &record, "23-1011.00").contains("More money: less so"),
            "a doctor would earn less"
        );
    }

    #[test]
    fn a_row_counts_only_goals_with_a_figure() {
        let (dataset, record) = build_wanting(&["more-money", "respect", "time-for-life"], None);
        let mark = |id: &str| mark_goals(&dataset, &record, dataset.catalogue.find(id).expect("a shipped career"));
        assert_eq!(mark("23-1011.00").as_deref(), Some("your goal"));
        assert_eq!(mark("35-2011.00"), None);

        let (dataset, none) = build_wanting(&[], None);
        let lawyer = dataset.catalogue.find("23-1011.00").expect("a shipped career");
        assert!(
            mark_goals(&dataset, &none, lawyer).is_none()
                && compose_your_goals(&dataset, &none, lawyer).blocks.is_empty()
        );
    }

    #[test]
    fn every_goal_serves_some_careers_and_not_all_or_says_why_not() {
        let dataset = load_shipped().expect("the shipped data");
        for goal in &dataset.questionnaire.goals {
            if goal.served_by.is_empty() {
                assert!(goal.unmeasured.is_some(), "{} says nothing", goal.id);
                continue;
            }

            let served = dataset
                .catalogue
                .careers()
                .iter()
                .filter(|career| goal.find_served(career, None) == Served::Yes)
                .count();
            let share = served as f64 / dataset.catalogue.len() as f64;
            assert!((0.2..=0.5).contains(&share), "{} serves {share:.2} of all careers", goal.id);
        }
    }
}
