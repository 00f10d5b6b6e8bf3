//! Pay, outlook and training of a career, each with where it is from.

use super::page::{Page, thousands};
use crate::model::{Education, Figures, Outlook, Pay, StartWhen, Training};
use crate::tui::desk::Desk;
use crate::tui::glyphs::{FAINT, FULL, HEAVY, ON};
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

/// The right end of every pay strip, dollars a year, so that strips of careers can be compared.
const MOST_PAY: u32 = 250_000;

/// Widest a strip is drawn.
const WIDEST: usize = 60;

/// Everything the catalogue has in numbers.
pub fn figures(page: &mut Page<'_>, figures: &Figures) {
    page.heading("Pay");
    match &figures.pay {
        Some(pay) => {
            page.lines.extend(strip(pay, page.width.min(WIDEST), page.desk));
            page.text(&spread(pay), Role::Text).text(&pay_source(pay), Role::Dim);
        }
        None => _ = page.text("Pay is not known.", Role::Text),
    }
    if let Some(outlook) = &figures.outlook {
        page.heading("Outlook").text(&outlook_words(outlook), Role::Text);
        page.text("United States, Employment Projections, U.S. Bureau of Labor Statistics", Role::Dim);
    }
    page.heading("Training").text(&training_words(figures), Role::Text);
    page.text("What newcomers in the United States usually have; elsewhere it may differ.", Role::Dim);
    if figures.estimated.iter().any(|estimated| *estimated) {
        page.gap().text("Some ratings of this career are estimated from related ones.", Role::Dim);
    }
}

/// Pay from 0 to 250,000: thin from the 10th to the 90th percentile, thick for the middle half, a knob for the median.
fn strip(pay: &Pay, width: usize, desk: &Desk) -> Option<Line<'static>> {
    let [p10, p25, _, p75, p90] = pay.percentiles;
    let median = pay.median()?;
    let place = |dollars: u32| dollars.min(MOST_PAY) as usize * width.saturating_sub(1) / MOST_PAY as usize;
    let within = |at: usize, low: Option<u32>, high: Option<u32>| {
        let high = high.map_or(width, place);
        low.is_some_and(|low| (place(low)..=high).contains(&at))
    };
    let cell = |at: usize| match at {
        at if at == place(median) => (ON, Role::Current),
        at if within(at, p25, p75) => (FULL, Role::Bar),
        at if within(at, p10, p90) => (HEAVY, Role::Bar),
        _ => (FAINT, Role::Dim),
    };
    Some((0..width).map(cell).map(|(sign, role)| Span::styled(sign, desk.theme.style(role))).collect())
}

/// The percentiles in words.
fn spread(pay: &Pay) -> String {
    let dollars = |amount: Option<u32>| amount.map(|amount| format!("${}", thousands(amount)));
    let [low, _, _, _, high] = pay.percentiles;
    let middle = match (pay.percentiles[2], pay.hourly_median) {
        (None, Some(hourly)) => format!("Half earn more than ${hourly:.2} an hour"),
        _ => format!("Half earn more than {} a year", dollars(pay.median()).unwrap_or_default()),
    };
    let low = dollars(low).map_or(String::new(), |low| format!(", one in ten less than {low}"));
    let high = dollars(high).map_or(String::new(), |high| format!(", one in ten more than {high}"));
    format!("{middle}{low}{high}. The strip runs from $0 to ${}.", thousands(MOST_PAY))
}

fn pay_source(pay: &Pay) -> String {
    format!("United States, {}, U.S. Bureau of Labor Statistics", pay.year)
}

/// The median in a few words, with year and source.
pub fn pay_short(figures: &Figures) -> String {
    let median = figures.pay.as_ref().and_then(|pay| Some((pay.median()?, pay)));
    median.map_or("not known".to_string(), |(median, pay)| {
        format!("about ${} a year ({})", thousands(median), pay_source(pay))
    })
}

/// The outlook in a sentence.
pub fn outlook_words(outlook: &Outlook) -> String {
    let openings = thousands(outlook.openings);
    let direction = if outlook.change < 0.0 { "fewer" } else { "more" };
    let change = outlook.change.abs();
    format!("{change:.1} % {direction} jobs from {} to {}, about {openings} openings a year.", outlook.from, outlook.to)
}

/// Schooling and training in a sentence.
pub fn training_words(figures: &Figures) -> String {
    let schooling = figures.education.map(Education::words);
    let training = figures.training.filter(|training| *training != Training::None).map(Training::words);
    let needed: Vec<&str> = schooling.into_iter().chain(training).collect();
    if needed.is_empty() { "Not known.".to_string() } else { format!("Usually {}.", needed.join(", then ")) }
}

/// When the first pay comes.
pub const fn soon(start_when: StartWhen) -> &'static str {
    match start_when {
        StartWhen::Weeks => "within weeks",
        StartWhen::Months => "after some months of training",
        StartWhen::Years => "after years of training or study",
    }
}
