//! A career written as the entries of a catalogue file: the way back from the model, to begin an own career with.

use crate::model::figure::{Context, Outlook};
use crate::model::{Career, CareerId, CareerWords, Catalogue, FigureSource, Figures, Group, Pay, Scales};
use std::fmt::{Display, Write};
use toml::Value;

/// Whose figures a shipped career has, for whoever takes them into a file of their own.
const PUBLISHED: &str = "the U.S. Bureau of Labor Statistics (United States) and the O*NET Database, modified";

/// Words and figures of one career, complete, as `[[career]]` and `[[figures]]`.
pub fn write_career(catalogue: &Catalogue, scales: &Scales, id: CareerId) -> String {
    let (career, words) = (catalogue.get(id), catalogue.words(id));
    let linked = |ids: &[CareerId]| ids.iter().map(|id| catalogue.get(*id).id.clone()).collect::<Vec<String>>();

    let mut file = File::default();
    // a String takes all that is written to it, so that there is no error to look at
    let _ = write!(
        file.text,
        "# {} from careerfit, to change. Give it an id of its own, or keep this one to put it in the place of the shipped\n\
         # career with --add-catalogue; 'careerfit check --added FILE' says what is wrong.\n",
        career.title
    );

    file.write_career_entry(career, &words, &linked);
    file.write_figures(career, scales, &linked);
    file.text
}

/// A text that grows line by line.
#[derive(Default)]
struct File {
    text: String,
}

impl File {
    fn write_header(&mut self, header: &str) {
        let _ = write!(self.text, "\n{header}\n");
    }

    /// A line with a value, if there is one.
    fn write_line(&mut self, key: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            let _ = writeln!(self.text, "{key} = {}", value.into());
        }
    }

    fn write_words(&mut self, key: &str, words: &str) {
        self.write_line(key, (!words.is_empty()).then_some(words));
    }

    fn write_list(&mut self, key: &str, items: Vec<String>) {
        self.write_line(key, (!items.is_empty()).then_some(items));
    }

    fn write_inline<V: Display>(&mut self, key: &str, pairs: impl Iterator<Item = (&'static str, V)>) {
        let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name} = {value}")).collect();
        let _ = writeln!(self.text, "{key} = {{ {} }}", pairs.join(", "));
    }

    fn write_career_entry(
        &mut self,
        career: &Career,
        words: &CareerWords,
        linked: &impl Fn(&[CareerId]) -> Vec<String>,
    ) {
        self.write_header("[[career]]");
        self.write_words("id", &career.id);
        self.write_words("title", &career.title);
        self.write_list("also", career.also.clone());
        self.write_list("found_as", career.found_as.clone());
        self.write_words("summary", &words.summary);
        self.write_list("arrive_from", linked(&career.arrive_from));

        // a career of somebody's own may have been written without these tables
        if !words.job.start_as.is_empty() {
            self.write_job(career, words, linked);
        }
        if !words.path.builds.is_empty() {
            self.write_path(words, linked);
        }
    }

    fn write_job(&mut self, career: &Career, words: &CareerWords, linked: &impl Fn(&[CareerId]) -> Vec<String>) {
        let job = &words.job;
        self.write_header("[career.job]");
        self.write_words("start_as", &job.start_as);
        self.write_words("start_with", &job.start_with);
        self.write_words("day", &job.day);

        if let Some(hiring) = career.hiring {
            self.write_line("hired", Value::try_from(hiring.hired).ok());
            self.write_line("paid", Value::try_from(hiring.paid).ok());
            self.write_line("full_pay_years", hiring.full_pay_years.map(i64::from));
        }

        self.write_list("rung", linked(&career.rungs));
        self.write_line("rung_why", job.rung_why.clone());
        self.write_line("rung_none", job.rung_none.clone());
        self.write_list("meanwhile", linked(&career.meanwhile));
        self.write_line("hours", job.hours.clone());
    }

    fn write_path(&mut self, words: &CareerWords, linked: &impl Fn(&[CareerId]) -> Vec<String>) {
        let path = &words.path;
        self.write_header("[career.path]");
        self.write_list("roles", path.roles.clone());
        self.write_words("builds", &path.builds);
        self.write_words("learn", &path.learn);
        self.write_line("years", Some(i64::from(path.years)));
        self.write_words("hard", &path.hard);
        self.write_words("independent", &path.independent);
        self.write_words("try", &path.try_it);
        self.write_words("ask", &path.ask);
        self.write_line("licence", path.licence.clone());
        self.write_line("next", Some(linked(&path.next)));
    }

    fn write_figures(&mut self, career: &Career, scales: &Scales, linked: &impl Fn(&[CareerId]) -> Vec<String>) {
        let figures = &career.figures;
        self.write_header("[[figures]]");
        self.write_words("id", &career.id);
        self.write_line(
            "source",
            match (&figures.source, &figures.like) {
                (FigureSource::Published, _) => Some(PUBLISHED.to_string()),
                (FigureSource::Own(_), Some(like)) => {
                    Some(format!("{}, after {}", like.named.as_deref().unwrap_or(PUBLISHED), like.career))
                }
                (FigureSource::Own(source), None) => source.clone(),
            },
        );
        self.write_line("zone", figures.zone.map(i64::from));
        self.write_line("education", figures.education.and_then(|value| Value::try_from(value).ok()));
        self.write_line("experience", figures.experience.and_then(|value| Value::try_from(value).ok()));
        self.write_line("training", figures.training.and_then(|value| Value::try_from(value).ok()));

        let estimated = Group::ALL.into_iter().filter(|group| figures.estimated[*group]);
        self.write_list("estimated", estimated.map(|group| group.name().to_string()).collect());
        self.write_ratings(figures, scales);

        if let Some(context) = figures.context {
            self.write_context(context);
        }
        if let Some(pay) = &figures.pay {
            self.write_pay(pay);
        }
        if let Some(Outlook { change, openings, employed, from, to }) = figures.outlook {
            let _ = writeln!(
                self.text,
                "outlook = {{ change = {change:?}, openings = {openings}, employed = {employed}, from = {from}, to = {to} }}"
            );
        }

        self.write_list("isco", figures.isco.clone());
        self.write_list("related", linked(&figures.related));
    }

    fn write_ratings(&mut self, figures: &Figures, scales: &Scales) {
        for group in Group::ALL {
            let rated = group.scales().map(|scale| {
                let id = scales.get(scale).id.as_str();
                let name = id.split_once('.').map_or(id, |(_, name)| name);
                format!("{name} = {}", figures.rating(scale))
            });
            let _ = writeln!(self.text, "{} = {{ {} }}", group.name(), rated.collect::<Vec<_>>().join(", "));
        }
    }

    fn write_context(&mut self, context: Context) {
        let Context { contact, teamwork, public, indoors, outdoors, standing, walking, freedom, routine } = context;
        let pairs = [
            ("contact", contact),
            ("teamwork", teamwork),
            ("public", public),
            ("indoors", indoors),
            ("outdoors", outdoors),
            ("standing", standing),
            ("walking", walking),
            ("freedom", freedom),
            ("routine", routine),
        ];
        self.write_inline("context", pairs.into_iter());
    }

    fn write_pay(&mut self, pay: &Pay) {
        let names = ["p10", "p25", "median", "p75", "p90"].into_iter().zip(pay.percentiles);
        let mut pairs: Vec<(&str, String)> =
            names.filter_map(|(name, dollars)| Some((name, dollars?.to_string()))).collect();
        pairs.extend(pay.hourly_median.map(|dollars| ("hourly", format!("{dollars:?}"))));
        pairs.push(("year", pay.year.to_string()));
        self.write_inline("pay", pairs.into_iter());
    }
}
