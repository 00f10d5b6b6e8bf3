//! A report as one HTML file: no script, nothing fetched, the charts drawn in it, fit to be printed.

mod areas;
mod charts;

use crate::report::Report;
use crate::report::exporters::Exporter;
use crate::report::outline::{Block, Chart, Ladder, Layout, Outline, Picture, RUNGS, Section, Side, Table};
use crate::report::story::build_outline;
use crate::text::show_controls;
use std::fmt::Write;

const STYLE: &str = include_str!("html/style.css");

/// The deepest heading there is.
const MAX_HEADING: usize = 6;

/// HTML: one page with charts.
#[derive(Debug)]
pub struct Html;

impl Exporter for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn ending(&self) -> &'static str {
        "html"
    }

    fn label(&self) -> &'static str {
        "one page for any browser, with charts, fit to be printed"
    }

    fn write(&self, report: &Report<'_>) -> String {
        write_html(&build_outline(report))
    }
}

/// An outline as an HTML document. The policy in its head keeps a browser from fetching anything.
fn write_html(outline: &Outline) -> String {
    let mut page = Page::default();
    let title = escape(&outline.title);
    let _ = write!(
        page.text,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}: {about}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<p class=\"brand\">careerfit</p>\n<h1>{title}</h1>\n<p>{about}</p>\n</header>\n",
        about = escape(&outline.about)
    );

    page.write_contents(&outline.sections);

    page.text += "<main>\n";
    for (section, number) in outline.sections.iter().zip(1..) {
        let class = if section.layout == Layout::NewPage { " class=\"page\"" } else { "" };
        let _ = writeln!(page.text, "<section id=\"part-{number}\"{class}>");
        page.write_section(section, 2);
        page.text += "</section>\n";
    }
    page.text += "</main>\n</body>\n</html>\n";
    page.text
}

/// A plain text within HTML, also within an attribute: nothing in it is markup or a control character.
fn escape(plain: &str) -> String {
    let shown = show_controls(plain);
    let mut text = String::with_capacity(shown.len() + 8);
    for c in shown.chars() {
        match c {
            '<' => text += "&lt;",
            '>' => text += "&gt;",
            '&' => text += "&amp;",
            '"' => text += "&quot;",
            '\'' => text += "&#39;",
            c => text.push(c),
        }
    }
    text
}

/// The document so far.
#[derive(Default)]
struct Page {
    text: String,
    charts: usize,
}

impl Page {
    fn write_contents(&mut self, sections: &[Section]) {
        self.text += "<nav aria-label=\"Contents\">\n<ol>\n";
        for (section, number) in sections.iter().zip(1..) {
            let _ = writeln!(self.text, "<li><a href=\"#part-{number}\">{}</a></li>", escape(&section.heading));
        }
        self.text += "</ol>\n</nav>\n";
    }

    fn write_section(&mut self, section: &Section, level: usize) {
        let level = level.min(MAX_HEADING);
        let aside = match section.aside.as_str() {
            "" => String::new(),
            aside => format!(" <small>{}</small>", escape(aside)),
        };

        let _ = writeln!(self.text, "<h{level}>{}{aside}</h{level}>", escape(&section.heading));
        for block in &section.blocks {
            self.write_block(block, level);
        }
    }

    fn write_block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Text(says) => self.write_element("p", "", says),
            Block::Quiet(says) => self.write_element("p", " class=\"quiet\"", says),
            Block::Points(points) => self.write_points("", points),
            Block::Reasons(Side::For, points) => self.write_points(" class=\"for\"", points),
            Block::Reasons(Side::Against, points) => self.write_points(" class=\"against\"", points),
            Block::Pairs(pairs) => self.write_pairs(pairs),
            Block::Ladder(ladder) => self.write_ladder(ladder),
            Block::Table(table) => self.write_table(table),
            Block::Chart(chart) => self.write_chart(chart),
            Block::Beside(sides) => self.write_beside(sides, level),
            Block::Part(part) => {
                let columns = if part.layout == Layout::Columns { " columns" } else { "" };
                let _ = writeln!(self.text, "<section class=\"part part-{level}{columns}\">");
                self.write_section(part, level + 1);
                self.text += "</section>\n";
            }
        }
    }

    fn write_points(&mut self, attributes: &str, points: &[String]) {
        let _ = writeln!(self.text, "<ul{attributes}>");
        for point in points {
            self.write_element("li", "", point);
        }
        self.text += "</ul>\n";
    }

    fn write_pairs(&mut self, pairs: &[(&str, String)]) {
        self.text += "<dl>\n";
        for (label, says) in pairs {
            self.write_element("dt", "", label);
            self.write_element("dd", "", says);
        }
        self.text += "</dl>\n";
    }

    fn write_ladder(&mut self, ladder: &Ladder) {
        self.text += "<dl>\n";
        self.write_element("dt", "", "The ladder");
        self.text += "<dd>\n<ol>\n";
        for post in &ladder.posts {
            self.write_element("li", "", &post.to_words());
        }
        self.text += "</ol>\n</dd>\n";

        if !ladder.rungs.is_empty() {
            self.write_element("dt", "", RUNGS);
            self.write_element("dd", "", &ladder.rungs.join("; "));
        }

        self.text += "</dl>\n";
    }

    fn write_beside(&mut self, sides: &[Section; 2], level: usize) {
        self.text += "<div class=\"beside\">\n";
        for (side, class) in sides.iter().zip(["first", "second"]) {
            let _ = writeln!(self.text, "<section class=\"{class}\">");
            self.write_section(side, level + 1);
            self.text += "</section>\n";
        }
        self.text += "</div>\n";
    }

    fn write_element(&mut self, name: &str, attributes: &str, says: &str) {
        let _ = writeln!(self.text, "<{name}{attributes}>{}</{name}>", escape(says));
    }

    fn write_table(&mut self, table: &Table) {
        let _ = writeln!(self.text, "<table>\n<caption>{}</caption>\n<thead>\n<tr>", escape(&table.caption));
        for name in &table.head {
            self.write_element("th", " scope=\"col\"", name);
        }

        self.text += "</tr>\n</thead>\n<tbody>\n";
        for row in &table.rows {
            self.text += "<tr>\n";
            for cell in row {
                self.write_element("td", if is_number(cell) { " class=\"number\"" } else { "" }, cell);
            }
            self.text += "</tr>\n";
        }
        self.text += "</tbody>\n</table>\n";
    }

    /// The picture, and its figures as a table for whoever opens it; on paper the picture is enough.
    fn write_chart(&mut self, chart: &Chart) {
        let drawn = match &chart.picture {
            Picture::Hexagon(bars) => charts::draw_hexagon(bars),
            Picture::Bars(bars) => charts::draw_bars(bars),
            Picture::Ranks(of, landings) => charts::draw_ranks(*of, landings),
            Picture::Pay(strips) => charts::draw_pay(strips),
            Picture::Areas(dots) => areas::draw_map(dots),
        };

        // Each chart's title and words are named by its drawing, so their ids are its own.
        self.charts += 1;
        let (id, title) = (self.charts, escape(&chart.title));
        let _ = write!(
            self.text,
            "<figure class=\"{}\">\n<figcaption>{title}</figcaption>\n\
             <svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"title-{id} says-{id}\">\n\
             <title id=\"title-{id}\">{title}</title>\n<desc id=\"says-{id}\">{}</desc>\n{}</svg>\n",
            drawn.class,
            drawn.width,
            drawn.height,
            escape(&chart.says),
            drawn.inside
        );

        self.text += "<details>\n<summary>The same in figures</summary>\n";
        self.write_table(&chart.table);
        self.text += "</details>\n</figure>\n";
    }
}

/// Whether a cell holds nothing but a figure.
fn is_number(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '$'))
        && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ',' | '$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_stays_text() {
        let wild = "<script>alert(\"x\")</script> & 'y'\u{1b}[2J\u{202e}\n";
        let shown = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;^[[2J&lt;U+202E&gt; ";
        assert_eq!(escape(wild), shown);
    }

    #[test]
    fn figures_stand_right() {
        assert!(["1", "-0.25", "+1.50", "$1,200"].into_iter().all(is_number));
        assert!(["1 to 20", "", "2 of 5", "ISCO"].into_iter().all(|cell| !is_number(cell)));
    }
}
