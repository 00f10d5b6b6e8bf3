//! A career taken as a job and built as a career, its ladder, and what lies around it.

use super::distinctions::{AS_A_CAREER, AS_A_JOB};
use super::figures::{compose_figures, describe_spread, mark_outlook};
use super::hiring::describe_beginning;
use super::research::compose_research;
use crate::model::{CareerId, Catalogue, Education, FigureSource, Figures, PathWords};
use crate::report::format::{capitalise, format_years, join_list};
use crate::report::outline::{Block, Ladder, Post, Section};

/// What a career is called that one arrives at from others.
pub const LATER_STEP: &str = "a later step";

/// What related careers are called.
const RELATED: &str = "Related careers, as published";

/// What stands over what one needs to begin.
pub const DAY_ONE: &str = "On day one you need";

/// Careers named at most as alike or related.
pub const MAX_ALIKE: usize = 6;

/// Everything the catalogue says about a career.
pub fn compose_career(catalogue: &Catalogue, id: CareerId) -> Section {
    let career = catalogue.get(id);
    let mut section = Section::new(&career.title);
    section.aside.clone_from(&career.id);
    section.pairs(vec![("Also called", career.also.join(", "))]);
    section.text(catalogue.words(id).summary.clone()).text(describe_later_step(catalogue, id));

    let parts = [
        compose_as_a_job(catalogue, id),
        compose_as_a_career(catalogue, id),
        compose_figures(catalogue, id),
        compose_try_and_ask(catalogue, id),
        compose_research(catalogue, id),
    ];
    // an own career need not be told as a job, and a heading alone says nothing
    for part in parts.into_iter().filter(|part| !part.blocks.is_empty()) {
        section.push(Block::Part(part));
    }

    section.pairs(vec![(describe_related(&career.figures), join_others(catalogue, &career.figures.related, |_| None))]);
    section
}

/// What stands above the careers that the figures name as related.
pub fn describe_related(figures: &Figures) -> &'static str {
    if figures.source == FigureSource::Published { RELATED } else { "Related careers" }
}

/// Where people come from to a later step; empty for what one can begin with.
pub fn describe_later_step(catalogue: &Catalogue, id: CareerId) -> String {
    let from = join_titles(catalogue, &catalogue.get(id).arrive_from);
    if from.is_empty() { from } else { format!("{}: people come to it from {from}.", capitalise(LATER_STEP)) }
}

/// The career taken as a job.
pub fn compose_as_a_job(catalogue: &Catalogue, id: CareerId) -> Section {
    let (career, words) = (catalogue.get(id), catalogue.words(id));
    let words = &words.job;
    let mut section = Section::new(AS_A_JOB);

    section.pairs(vec![
        ("You start as", words.start_as.clone()),
        ("Start and pay", describe_beginning(career)),
        (DAY_ONE, words.start_with.clone()),
        ("Most days", words.day.clone()),
        ("Hours", words.hours.clone().unwrap_or_default()),
        ("Work that pays meanwhile", list_starts(catalogue, &career.meanwhile).join("; ")),
    ]);
    section
}

/// The career chosen and built: its ladder, beside it once what everybody in it earns, and what it asks and gives.
pub fn compose_as_a_career(catalogue: &Catalogue, id: CareerId) -> Section {
    let (career, words) = (catalogue.get(id), catalogue.words(id));
    let path = &words.path;
    let mut section = Section::new(AS_A_CAREER);

    let ladder = Ladder { posts: list_posts(path), rungs: list_starts(catalogue, &career.rungs) };
    if !ladder.pairs().is_empty() {
        section.push(Block::Ladder(ladder));
    }

    section.pairs(vec![
        ("Why these rungs", words.job.rung_why.clone().unwrap_or_default()),
        ("No rung", words.job.rung_none.clone().unwrap_or_default()),
        ("What people in it earn", describe_spread(&career.figures)),
        ("You build", path.builds.clone()),
        ("You learn", path.learn.clone()),
        ("The licence", path.licence.clone().unwrap_or_default()),
        ("It takes", describe_years(path)),
        ("What needs patience", path.hard.clone()),
        ("Going your own way", path.independent.clone()),
        ("People move on to", list_next(catalogue, id, &path.next).join("; ")),
    ]);
    section
}

/// Half a day that shows whether one likes it, and what to ask somebody who does it.
pub fn compose_try_and_ask(catalogue: &Catalogue, id: CareerId) -> Section {
    let words = catalogue.words(id);
    let path = &words.path;
    let mut section = Section::new("See for yourself");
    section.pairs(vec![("Try it", path.try_it.clone()), ("Ask somebody who does it", path.ask.clone())]);
    section
}

/// Titles of other careers, each with its rank where `rank` knows one.
pub fn join_others(catalogue: &Catalogue, careers: &[CareerId], rank: impl Fn(CareerId) -> Option<usize>) -> String {
    let named = |id: &CareerId| {
        let place = rank(*id).map_or(String::new(), |rank| format!(" ({rank})"));
        format!("{}{place}", catalogue.get(*id).title)
    };
    careers.iter().take(MAX_ALIKE).map(named).collect::<Vec<_>>().join("; ")
}

/// Near twins that stand behind a career; empty where there are none.
pub fn describe_alike(catalogue: &Catalogue, twins: &[CareerId], rank: impl Fn(CareerId) -> Option<usize>) -> String {
    if twins.is_empty() { String::new() } else { format!("Much alike: {}.", join_others(catalogue, twins, rank)) }
}

fn join_titles(catalogue: &Catalogue, careers: &[CareerId]) -> String {
    let titles: Vec<&str> = careers.iter().map(|id| catalogue.get(*id).title.as_str()).collect();
    join_list(&titles)
}

/// Titles of jobs to begin with; what shrinks or has few openings says so.
fn list_starts(catalogue: &Catalogue, jobs: &[CareerId]) -> Vec<String> {
    let named = |id: &CareerId| {
        let job = catalogue.get(*id);
        let marked = mark_outlook(&job.figures).map_or(String::new(), |mark| format!(" ({mark})"));
        format!("{}{marked}", job.title)
    };
    jobs.iter().map(named).collect()
}

/// Titles of careers that people move on to; one that newcomers enter with a higher degree says so.
pub fn list_next(catalogue: &Catalogue, from: CareerId, next: &[CareerId]) -> Vec<String> {
    let here = catalogue.get(from).figures.education;
    let named = |id: &CareerId| {
        let to = catalogue.get(*id);
        let degree = to.figures.education.filter(|there| needs_degree(here, *there));
        let degree = degree.map_or(String::new(), |degree| format!(" (usually needs {})", degree.words()));
        format!("{}{degree}", to.title)
    };
    next.iter().map(named).collect()
}

/// Whether it takes a degree more than what newcomers here have.
fn needs_degree(here: Option<Education>, there: Education) -> bool {
    there >= Education::Associate && here.is_some_and(|here| here < there)
}

/// The posts of the ladder, each with when it may come.
fn list_posts(path: &PathWords) -> Vec<Post> {
    let full = path.full_post();
    // A ladder of a single post has no way up to spread the years over.
    let when = |at: usize| match (at, usize::from(path.years) * at / full.max(1)) {
        (0, _) => "at the start".to_string(),
        (at, _) if at > full => "later".to_string(),
        (_, 0) => "within a year".to_string(),
        (_, count) => format!("after about {}", format_years(count)),
    };

    let post = |(at, role): (usize, &String)| Post { title: role.clone(), when: when(at) };
    path.roles.iter().enumerate().map(post).collect()
}

/// How long it takes to a full post; empty where the ladder is not known.
pub fn describe_years(path: &PathWords) -> String {
    match (path.roles.is_empty(), path.years) {
        (true, _) => String::new(),
        (_, 0) => "Less than a year to a full post.".to_string(),
        (_, count) => format!("About {} to a full post.", format_years(count.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    fn build_path(roles: &[&str], years: u8) -> PathWords {
        PathWords { roles: roles.iter().map(|role| (*role).to_string()).collect(), years, ..PathWords::default() }
    }

    #[test]
    fn the_ladder_says_when() {
        let posts = |path: &PathWords| list_posts(path).iter().map(Post::to_words).collect::<Vec<_>>();
        let told = posts(&build_path(&["Student", "Junior", "Dentist", "Partner", "Owner"], 6));
        let when = [
            "Student (at the start)",
            "Junior (after about three years)",
            "Dentist (after about six years)",
            "Partner (later)",
            "Owner (later)",
        ];
        assert_eq!(told, when);

        let told = posts(&build_path(&["Trainee", "Barista", "Manager"], 0));
        assert_eq!(told, ["Trainee (at the start)", "Barista (within a year)", "Manager (later)"]);
        assert!(posts(&build_path(&[], 4)).is_empty());
    }

    #[test]
    fn nobody_climbs_two_posts_within_a_year() {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        for (id, career) in catalogue.iter() {
            let path = &catalogue.words(id).path;
            let soon = list_posts(path).iter().filter(|post| post.when == "within a year").count();
            assert!(path.years > 0 || soon <= 1, "{}: {soon} posts within a year", career.title);
        }

        let short = build_path(&["Stock hand", "Milker", "Herd manager", "Farm manager"], 0);
        assert_eq!(short.roles[short.full_post()], "Milker");
        assert_eq!(build_path(&["Trainee", "Electrician", "Foreman"], 4).full_post(), 1);
    }

    #[test]
    fn moving_on_to_a_higher_degree_is_said() {
        assert!(needs_degree(Some(Education::Associate), Education::Master));
        assert!(needs_degree(Some(Education::None), Education::Associate));
        assert!(!needs_degree(Some(Education::Bachelor), Education::Bachelor));
        assert!(!needs_degree(Some(Education::None), Education::Certificate), "a certificate is no degree");
        assert!(!needs_degree(None, Education::Doctorate), "nothing is said where nothing is known");
    }
}
