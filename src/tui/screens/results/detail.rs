//! One career in full: what it is, why it fits, as a job and as a career, pay, training, related.

use crate::fit::Reasons;
use crate::model::{CareerId, CareerWords, Catalogue, Figures, Reason, ReasonKind, Scales, StartWhen};
use crate::tui::desk::Desk;
use crate::tui::glyphs::DOT;
use crate::tui::theme::Role;
use crate::tui::widgets::text;
use ratatui::text::Line;

/// Reasons shown on each side.
const REASONS: usize = 4;

/// From this width on, job and career stand side by side.
const SIDE_BY_SIDE: usize = 60;

/// Everything there is to say of a career, wrapped to a width.
pub fn lines(career: CareerId, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let Some(matcher) = desk.matcher() else { return Vec::new() };
    let catalogue = &matcher.kit.catalogue;
    let (entry, words) = (catalogue.get(career), catalogue.words(career));
    let mut page = Page { lines: Vec::new(), width, desk };
    page.text(&entry.title, Role::Strong);
    if let Some(fit) = desk.outcome().and_then(|outcome| outcome.fit(career)) {
        let band = fit.band.words();
        let says = format!("{band}{DOT}rank {} of {}{DOT}fit {:.0}", fit.rank, catalogue.len(), fit.score);
        page.text(&says, Role::Dim);
    }
    page.gap();
    page.text(&words.summary, Role::Text);
    if let Some(outcome) = desk.outcome().filter(|outcome| outcome.fit(career).is_some()) {
        reasons(&mut page, &matcher.reasons(outcome, career), &matcher.kit.scales);
    }
    job_and_career(&mut page, &words, entry.start_when);
    figures(&mut page, &entry.figures);
    related(&mut page, &entry.figures, catalogue);
    page.lines
}

/// Lines that grow, all of one width.
struct Page<'d> {
    lines: Vec<Line<'static>>,
    width: usize,
    desk: &'d Desk,
}

impl Page<'_> {
    fn text(&mut self, says: &str, role: Role) {
        self.lines.extend(text::lines(says, self.width, 0, self.desk.theme.style(role)));
    }

    fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    fn heading(&mut self, says: &str) {
        self.gap();
        self.text(says, Role::Accent);
    }

    fn point(&mut self, mark: &str, says: &str) {
        let (mark_style, style) = (self.desk.theme.style(Role::Accent), self.desk.theme.style(Role::Text));
        self.lines.extend(text::item(mark, says, self.width, mark_style, style));
    }
}

fn reasons(page: &mut Page<'_>, found: &Reasons, scales: &Scales) {
    for (heading, mark, side) in
        [("Why it fits", "+ ", &found.speaks_for), ("What speaks against it", "- ", &found.against)]
    {
        if !side.is_empty() {
            page.heading(heading);
            side.iter().take(REASONS).for_each(|reason| page.point(mark, &worded(reason, scales)));
        }
    }
}

/// A reason in words.
pub fn worded(reason: &Reason, scales: &Scales) -> String {
    let group = scales.group(reason.scale.group());
    let template = match reason.kind {
        ReasonKind::BothHigh => &group.both_high,
        ReasonKind::BothLow => &group.both_low,
        ReasonKind::CareerHigh => &group.career_high,
        ReasonKind::PersonHigh => &group.person_high,
    };
    template.replace("{phrase}", &scales.get(reason.scale).phrase)
}

fn job_and_career(page: &mut Page<'_>, words: &CareerWords, start_when: StartWhen) {
    let soon = match start_when {
        StartWhen::Weeks => "within weeks",
        StartWhen::Months => "after some months of training",
        StartWhen::Years => "after years of training or study",
    };
    let job = [
        format!("Start as: {}, {soon}.", words.job.start_as),
        format!("On day one: {}", words.job.start_with),
        words.job.day.clone(),
    ];
    let path = [
        format!("{}.", words.path.roles.join(" > ")),
        format!("You build: {}", words.path.builds),
        words.path.learn.clone(),
        format!("What is hard: {}", words.path.hard),
        format!("Your own: {}", words.path.independent),
    ];
    page.gap();
    let style = |role| page.desk.theme.style(role);
    let side = |name: &str, role, says: &[String], width| {
        let mut lines = vec![Line::styled(name.to_string(), style(role))];
        lines.extend(says.iter().flat_map(|one| text::lines(one, width, 0, style(Role::Text))));
        lines
    };
    if page.width < SIDE_BY_SIDE {
        let mut both = side("As a job", Role::Job, &job, page.width);
        both.push(Line::default());
        both.extend(side("As a career", Role::Career, &path, page.width));
        page.lines.extend(both);
    } else {
        let half = (page.width - 2) / 2;
        let (left, right) = (side("As a job", Role::Job, &job, half), side("As a career", Role::Career, &path, half));
        page.lines.extend(together(left, right, half + 2));
    }
}

/// Two columns as lines; the right one begins at a cell.
fn together(left: Vec<Line<'static>>, right: Vec<Line<'static>>, at: usize) -> Vec<Line<'static>> {
    let rows = left.len().max(right.len());
    let mut lefts = left.into_iter().chain(std::iter::repeat_with(Line::default));
    let mut rights = right.into_iter().chain(std::iter::repeat_with(Line::default));
    let pair = |_| {
        let (mut line, right) = (lefts.next().unwrap_or_default(), rights.next().unwrap_or_default());
        line.push_span(" ".repeat(at.saturating_sub(line.width())));
        line.spans.extend(right.spans.into_iter().map(|span| span.patch_style(right.style)));
        line
    };
    (0..rows).map(pair).collect()
}

fn figures(page: &mut Page<'_>, figures: &Figures) {
    page.heading("Pay, outlook, training (US)");
    match figures.pay.as_ref().and_then(|pay| Some((pay.median()?, pay.year))) {
        Some((median, year)) => {
            let source = format!("U.S. Bureau of Labor Statistics, {year}");
            page.text(&format!("Half earn more than ${} a year ({source}).", thousands(median)), Role::Text);
        }
        None => page.text("Pay is not known.", Role::Text),
    }
    if let Some(outlook) = &figures.outlook {
        let change = format!("{:+.1} % jobs from {} to {}", outlook.change, outlook.from, outlook.to);
        let openings = format!("about {} openings a year", thousands(outlook.openings));
        page.text(&format!("{change}, {openings} (U.S. Bureau of Labor Statistics)."), Role::Text);
    }
    let schooling = figures.education.map(crate::model::Education::words);
    let training = figures.training.map(crate::model::Training::words);
    let needed: Vec<&str> = schooling.into_iter().chain(training).collect();
    if !needed.is_empty() {
        page.text(&format!("Newcomers usually have {}.", needed.join(", then ")), Role::Text);
    }
    if figures.estimated.iter().any(|estimated| *estimated) {
        page.text("Some ratings of this career are estimated from related ones.", Role::Dim);
    }
}

fn related(page: &mut Page<'_>, figures: &Figures, catalogue: &Catalogue) {
    if !figures.related.is_empty() {
        page.heading("Related");
        let named: Vec<&str> = figures.related.iter().take(6).map(|id| catalogue.get(*id).title.as_str()).collect();
        page.text(&named.join(DOT), Role::Text);
    }
}

/// 12345 as `12,345`.
fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|g| std::str::from_utf8(g).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_set_apart() {
        let shown: Vec<String> = [0, 999, 1000, 79_200, 1_234_567].into_iter().map(super::thousands).collect();
        assert_eq!(shown, ["0", "999", "1,000", "79,200", "1,234,567"]);
    }
}
