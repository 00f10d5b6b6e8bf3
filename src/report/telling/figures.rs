//! Pay, outlook and training of a career, each with where it is from.

use crate::model::{
    Career, CareerId, Catalogue, Education, FigureSource, Figures, Group, Like, Outlook, Pay, Training,
};
use crate::report::format::{format_money, format_thousands, join_list, spell_number, to_sentence};
use crate::report::outline::{Block, Chart, PayStrip, Picture, Section, Table, find_pay_axis};
use crate::text::show_controls;

/// Whose figures pay and outlook are.
pub const BUREAU: &str = "U.S. Bureau of Labor Statistics";

/// Whose the ratings are.
const RATINGS: &str = "O*NET";

/// What is said of a figure that the catalogue does not have.
const UNKNOWN: &str = "Not known.";

/// A change smaller than this many percent is none.
const NO_CHANGE: f32 = 0.05;

/// What the catalogue has in numbers, apart from what people earn, which stands beside the ladder.
pub fn compose_figures(catalogue: &Catalogue, id: CareerId) -> Section {
    let figures = &catalogue.get(id).figures;
    let mut section = Section::new("Pay, outlook and training");
    section.blocks.extend(figures.pay.as_ref().and_then(build_strip).map(Block::Chart));
    section.pairs(vec![
        ("Outlook", describe_outlook(catalogue, id)),
        ("Training", describe_training(figures)),
        ("ISCO-08 codes", figures.isco.join(", ")),
        (ESTIMATED, describe_estimated(figures)),
    ]);

    section.quiet(match (&figures.like, describe_own_source(&figures.source)) {
        (Some(like), _) => describe_taken_over(like),
        (None, Some(own)) => to_sentence(&format!("all figures {own}")),
        (None, None) => format!("United States, {BUREAU}. Ratings and related careers: {RATINGS} Database, modified."),
    });
    section
}

/// Whose figures are taken over from another career, and which are not.
fn describe_taken_over(like: &Like) -> String {
    let published = || format!("United States, {BUREAU}; {RATINGS} Database, modified");
    let whose = like.named.as_deref().map_or_else(published, |named| show_controls(named).into());
    let changed = join_list(&[like.ratings.as_slice(), &like.facts].concat());
    let changed = if changed.is_empty() { changed } else { format!(" From its own catalogue: {changed}.") };
    format!(
        "Ratings, training and work context are taken over from {}: {}{changed}",
        show_controls(&like.career),
        to_sentence(&whose)
    )
}

/// What everybody in the occupation earns, lowest-paid to highest-paid tenth, with year and source.
pub fn describe_spread(figures: &Figures) -> String {
    let Some((pay, median)) = figures.pay.as_ref().and_then(|pay| Some((pay, pay.median()?))) else {
        return UNKNOWN.to_string();
    };

    let [low, _, middle, _, high] = pay.percentiles;
    let middle = match (middle, pay.hourly_median) {
        (None, Some(hourly)) => ("the middle", format!("${hourly:.2} an hour")),
        _ => ("the middle", format_money(median)),
    };
    let low = low.map(|low| ("the lowest-paid tenth", format!("less than {}", format_money(low))));
    let high = high.map(|high| ("the highest-paid tenth", format!("more than {}", format_money(high))));
    let mut parts = low.into_iter().chain([middle]).chain(high);

    // the first of them has the verb, and says that it is a year's pay
    let a_year = |pay: &str| if pay.ends_with("an hour") { "" } else { " a year" };
    let first = parts.next().map(|(who, pay)| format!("{who} earn {pay}{}", a_year(&pay)));
    let parts: Vec<String> = first.into_iter().chain(parts.map(|(who, pay)| format!("{who} {pay}"))).collect();
    format!("Of everybody in this occupation, {} ({}).", join_list(&parts), describe_pay_source(figures, pay))
}

/// The middle of the pay in a few words, with year and source.
pub fn describe_pay(figures: &Figures) -> String {
    let median = figures.pay.as_ref().and_then(|pay| Some((pay.median()?, pay)));
    median.map_or(UNKNOWN.to_string(), |(median, pay)| {
        format!("About {} a year ({}).", format_money(median), describe_pay_source(figures, pay))
    })
}

/// Country, year and source of a pay.
pub(super) fn describe_pay_source(figures: &Figures, pay: &Pay) -> String {
    match describe_own_source(&figures.source) {
        Some(own) => format!("{}, {own}", pay.year),
        None => format!("United States, {}, {BUREAU}", pay.year),
    }
}

/// Whose the outlook is.
pub(super) fn describe_bureau(figures: &Figures) -> String {
    describe_own_source(&figures.source).unwrap_or_else(|| format!("United States, {BUREAU}"))
}

/// Whose the training is.
pub(super) fn describe_trainer(figures: &Figures) -> String {
    figures
        .like
        .as_ref()
        .map_or_else(|| describe_bureau(figures), |like| describe_model(like, &format!("United States, {BUREAU}")))
}

/// Whose the ratings are.
pub(super) fn describe_ratings(figures: &Figures) -> String {
    let own = || describe_own_source(&figures.source).unwrap_or_else(|| RATINGS.to_string());
    figures.like.as_ref().map_or_else(own, |like| describe_model(like, RATINGS))
}

/// After which career a figure is, and whose that one's is.
fn describe_model(like: &Like, published: &str) -> String {
    format!("after {}, {}", show_controls(&like.career), show_controls(like.named.as_deref().unwrap_or(published)))
}

/// Where somebody's own figures are from; nothing where they are the published ones.
fn describe_own_source(source: &FigureSource) -> Option<String> {
    match source {
        FigureSource::Published => None,
        FigureSource::Own(Some(source)) => Some(format!("from {}", show_controls(source))),
        FigureSource::Own(None) => Some("from its own catalogue".to_string()),
    }
}

/// Openings a year and the trend; what shrinks or has few openings says so first.
pub fn describe_outlook(catalogue: &Catalogue, id: CareerId) -> String {
    let career = catalogue.get(id);
    let Some(found) = &career.figures.outlook else { return UNKNOWN.to_string() };
    let marked = mark_outlook(&career.figures)
        .map_or(String::new(), |mark| format!("{}: ", crate::report::format::capitalise(mark)));

    let shared = match count_sharing(catalogue, career) {
        0 => String::new(),
        1 => "; one other career shares these figures".to_string(),
        others => format!("; {} other careers share these figures", spell_number(others)),
    };

    let (openings, trend) = (format_thousands(found.openings), describe_trend(found));
    to_sentence(&format!("{marked}about {openings} openings a year, {trend}{shared}"))
}

/// The same with its source, where it stands alone.
pub fn describe_openings(catalogue: &Catalogue, id: CareerId) -> String {
    let says = describe_outlook(catalogue, id);
    let outlook = catalogue.get(id).figures.outlook.as_ref();
    let source = outlook.map(|outlook| match describe_own_source(&catalogue.get(id).figures.source) {
        Some(own) => format!(" ({}-{}, {own}).", outlook.from, outlook.to),
        None => format!(" (United States, {}-{}, {BUREAU}).", outlook.from, outlook.to),
    });
    source.map_or(says.clone(), |source| says.trim_end_matches('.').to_string() + &source)
}

/// The word for work that shrinks by more than a tenth or has fewer than a thousand openings a year.
pub fn mark_outlook(figures: &Figures) -> Option<&'static str> {
    let outlook = figures.outlook.as_ref()?;
    match (outlook.is_shrinking(), outlook.has_few_openings()) {
        (true, true) => Some("shrinking, and few openings"),
        (true, false) => Some("shrinking"),
        (false, true) => Some("few openings"),
        (false, false) => None,
    }
}

/// The change of jobs as people say it.
pub(super) fn describe_trend(outlook: &Outlook) -> String {
    let Outlook { change, from, to, .. } = outlook;
    if change.abs() < NO_CHANGE {
        return format!("as many jobs in {to} as in {from}");
    }
    let direction = if *change < 0.0 { "fewer" } else { "more" };
    format!("{:.1} % {direction} jobs in {to} than in {from}", change.abs())
}

/// How many other careers have the very same outlook: the source tables give one figure for all of them.
fn count_sharing(catalogue: &Catalogue, career: &Career) -> usize {
    let same = |other: &&Career| other.figures.outlook == career.figures.outlook && other.id != career.id;
    catalogue.careers().iter().filter(same).count()
}

/// Schooling and training in a sentence; published figures say whose they are, since the words of a career speak of other
/// countries too.
pub fn describe_training(figures: &Figures) -> String {
    let schooling = figures.education.map(Education::words);
    let training = figures.training.filter(|training| *training != Training::None).map(Training::words);
    let needed: Vec<&str> = schooling.into_iter().chain(training).collect();
    let whose = if figures.source == FigureSource::Published { " (United States)" } else { "" };
    if needed.is_empty() { UNKNOWN.to_string() } else { format!("Usually {}{whose}.", needed.join(", then ")) }
}

/// What stands over the ratings that are estimated.
pub const ESTIMATED: &str = "Estimated from related careers";

/// Names of the groups whose ratings are estimated; empty where none are.
pub fn describe_estimated(figures: &Figures) -> String {
    let groups = Group::ALL.into_iter().filter(|group| figures.estimated[*group]);
    join_list(&groups.map(Group::name).collect::<Vec<_>>())
}

/// How a strip of pay is read.
pub const STRIP: &str =
    "thin from the lowest to the highest tenth, thick for the middle half, a mark where half earn more and half less";

/// What these careers pay, above each other on one axis; none where nothing is published of any.
pub fn compare_pay(catalogue: &Catalogue, careers: &[CareerId]) -> Option<Chart> {
    let pay = |id: &CareerId| Some((catalogue.get(*id), catalogue.get(*id).figures.pay.as_ref()?));
    let known: Vec<(&Career, &Pay)> = careers.iter().filter_map(pay).collect();
    let year = known.first()?.1.year;

    let strips =
        known.iter().map(|(career, pay)| PayStrip { name: career.title.clone(), percentiles: pay.percentiles });
    let row = |(career, pay): &(&Career, &Pay)| {
        vec![career.title.clone(), pay.median().map_or(UNKNOWN.to_string(), format_money)]
    };

    Some(Chart {
        title: format!("Pay, United States, {year}"),
        says: format!("A strip for each career on one axis: {STRIP}."),
        picture: Picture::Pay(strips.collect()),
        table: Table {
            caption: format!("Pay a year, United States, {year}"),
            head: vec!["Career", "The middle"],
            rows: known.iter().map(row).collect(),
        },
    })
}

/// Pay as a strip, where more than the middle is published.
fn build_strip(pay: &Pay) -> Option<Chart> {
    let names = ["One in ten earns less", "One in four earns less", "Half earn more", "One in four earns more"];
    let names = names.into_iter().chain(["One in ten earns more"]);
    pay.percentiles[0]?;

    let dollars = |amount: &Option<u32>| amount.map_or("more than published".to_string(), format_money);
    let rows = names.zip(&pay.percentiles).map(|(name, amount)| vec![name.to_string(), dollars(amount)]);

    Some(Chart {
        title: format!("Pay, United States, {}", pay.year),
        says: format!("A strip from $0 to {} a year: {STRIP}.", format_money(find_pay_axis([&pay.percentiles]))),
        picture: Picture::Pay(vec![PayStrip { name: String::new(), percentiles: pay.percentiles }]),
        table: Table {
            caption: format!("Pay a year, United States, {}", pay.year),
            head: vec!["Who", "Dollars a year"],
            rows: rows.collect(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    fn build_figures(change: f32, openings: u32) -> Figures {
        let mut figures = load_shipped().expect("the shipped data").catalogue.careers()[0].figures.clone();
        figures.outlook = Some(Outlook { change, openings, employed: 1, from: 2024, to: 2034 });
        figures
    }

    #[test]
    fn what_shrinks_and_what_has_few_openings_is_marked() {
        assert_eq!(mark_outlook(&build_figures(-10.1, 1000)), Some("shrinking"));
        assert_eq!(mark_outlook(&build_figures(-10.0, 1000)), None);
        assert_eq!(mark_outlook(&build_figures(3.0, 999)), Some("few openings"));
        assert_eq!(mark_outlook(&build_figures(-36.0, 500)), Some("shrinking, and few openings"));
        assert_eq!(
            mark_outlook(&Figures { outlook: None, ..build_figures(0.0, 1) }),
            None,
            "nothing is said where nothing is known"
        );
    }

    #[test]
    fn the_trend_is_said_as_people_say_it() {
        let said = |change| describe_trend(build_figures(change, 1).outlook.as_ref().expect("an outlook"));
        assert_eq!(said(4.1), "4.1 % more jobs in 2034 than in 2024");
        assert_eq!(said(-26.0), "26.0 % fewer jobs in 2034 than in 2024");
        assert_eq!(said(0.01), "as many jobs in 2034 as in 2024");
    }

    #[test]
    fn careers_that_share_a_figure_say_so() {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        let told = |id: &str| describe_outlook(&catalogue, catalogue.find(id).expect("a shipped career"));
        // the source has one figure for all of 15-1299
        assert!(told("15-1299.08").contains("other careers share these figures"), "{}", told("15-1299.08"));
        assert!(!told("29-1021.00").contains("share"), "{}", told("29-1021.00"));
    }
}
