//! Small source tables for the tests, in both layouts.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const SCALES: &str = include_str!("../../../data/scales.toml");

/// Header of a release's rating tables.
pub const LONG: &str = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\t\
                        Lower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source\n";

/// A folder with source tables and a folder for the catalogue.
pub struct Made {
    pub from: TempDir,
    pub to: TempDir,
}

/// What the import says with the shipped scales.
pub fn import(from: &Path, to: &Path) -> anyhow::Result<careerfit::import::Report> {
    let dataset = careerfit::content::shipped::load_shipped()?;
    careerfit::import::import_onet(from, to, &dataset.scales)
}

impl Made {
    pub fn new() -> Self {
        Self { from: folder(), to: folder() }
    }

    pub fn table(&self, name: &str, text: &str) -> &Self {
        write(self.from.path(), name, text);
        self
    }

    pub fn words(&self, name: &str, text: &str) -> &Self {
        write(self.to.path(), &format!("careers/{name}"), text);
        self
    }

    pub fn import(&self) -> careerfit::import::Report {
        import(self.from.path(), self.to.path()).expect("the tables are well-formed")
    }

    pub fn refused(&self) -> String {
        let error = import(self.from.path(), self.to.path()).expect_err("the tables are wrong");
        format!("{error:#}")
    }

    pub fn figures(&self, name: &str) -> String {
        fs::read_to_string(self.to.path().join("figures").join(name)).expect("the file was written")
    }

    /// The figures of one career.
    pub fn career(&self, file: &str, id: &str) -> toml::Table {
        let parsed: toml::Table = toml::from_str(&self.figures(file)).expect("figures are TOML");
        let entries = parsed["figures"].as_array().expect("figures are a list");
        let found = entries.iter().find(|entry| entry["id"].as_str() == Some(id));
        found.and_then(toml::Value::as_table).expect("the career has figures").clone()
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn write(folder: &Path, name: &str, text: &str) {
    let file = folder.join(name);
    fs::create_dir_all(file.parent().expect("a file stands in a folder")).expect("the folder can be made");
    fs::write(file, text).expect("the file can be written");
}

/// The names of a group's scales as they are published, in the order of the shipped scales.
pub fn names(group: &str) -> Vec<String> {
    let ids = SCALES.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'));
    let ids = ids.filter_map(|id| id.strip_prefix(group)?.strip_prefix('.'));
    ids.map(|id| id.split('-').map(capital).collect::<Vec<_>>().join(" ")).collect()
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// A wide table in which each career has one value on all scales of the group.
pub fn wide(group: &str, rows: &[(&str, f64)]) -> String {
    let names = names(group);
    let mut text = format!("code,{}\n", names.join(","));
    for (code, value) in rows {
        writeln!(text, "{code},{}", vec![value.to_string(); names.len()].join(",")).expect("writes to a string");
    }
    text
}

/// Rows of a rating table in which each career has one value on all these scales.
pub fn long(names: &[String], scale: &str, rows: &[(&str, f64)]) -> String {
    let lines = rows.iter().flat_map(|(code, value)| names.iter().map(move |name| rating(code, name, scale, *value)));
    lines.collect()
}

/// One row of a rating table.
pub fn rating(code: &str, name: &str, scale: &str, value: f64) -> String {
    format!("{code}\t9.Z\t{name}\t{scale}\t{value:.2}\t8\t0.1\t1\t5\tN\tn/a\t08/2025\tAnalyst\n")
}

/// Prepared tables of three careers in two families, all rated.
pub fn prepared() -> Made {
    let made = Made::new();
    let codes = ["11-1011.00", "11-1021.00", "47-2031.00"];
    let rows = |value: f64| codes.map(|code| (code, value));
    made.table("occupations/occupations.csv", "code,official_title,job_zone,official_description\n11-1011.00,Chiefs,5,\"One, two\"\n11-1021.00,Others,4,\n47-2031.00,Carpenters,2,\n")
        .table("occupations/interests.csv", "code,Conventional,Realistic,Investigative,Artistic,Social,Enterprising\n11-1011.00,4.97,1.26,3.05,2.16,3.54,6.96\n11-1021.00,1,2,3,4,5,6\n47-2031.00,1,7,1,1,1,1\n")
        .table("occupations/skills.csv", &wide("skills", &rows(3.75)))
        .table("occupations/knowledge.csv", &wide("subjects", &rows(1.02)))
        .table("occupations/work_styles.csv", &wide("styles", &rows(2.3)))
        .table("occupations/work_context.csv", "code,contactWithOthers,teamwork,publicContact,indoor,outdoor,standing,walking,autonomy,routine\n11-1011.00,4.58,4.36,3.85,4.82,2.12,2.13,1.72,4.95,3.37\n")
        .table("occupations/related.csv", "code,related_code,tier,index\n11-1011.00,47-2031.00,Supplemental,11\n11-1011.00,11-1021.00,Primary-Short,1\n11-1011.00,99-9999.00,Primary-Long,6\n")
        .table("occupations/isco08.csv", "code,isco08,isco_label\n11-1011.00,1120,b\n11-1011.00,1112,a\n")
        .table("labour-market/us_pay_and_outlook.csv", &format!("{PAY}11-1011.00,309.4,322.7,4.3,22.2,Bachelor's degree,5 years or more,,75700,129540,213990.0,356200,507730,102.88\n11-1021.00,0.4,0.4,-0.5,0.1,\"Some college, no degree\",Less than 5 years,Internship/residency,-,-,,-,-,24.80\n47-2031.00,7.0,8.0,3.0,0.3,No formal educational credential,,Apprenticeship,,,,,,-\n"));
    made
}

/// Header of the table of pay and outlook.
pub const PAY: &str = "code,employment_2024_k,employment_2034_k,employment_change_pct,annual_openings_k,\
    entry_education,work_experience,on_the_job_training,annual_p10,annual_p25,annual_median,annual_p75,annual_p90,\
    hourly_median\n";

/// A release of two careers under the table names before 30.2, and one listed career without ratings.
pub fn release() -> Made {
    let made = Made::new();
    let codes = ["11-1011.00", "47-2031.00"];
    let table = |group: &str, scale: &str, value: f64| {
        format!("{LONG}{}", long(&names(group), scale, &codes.map(|code| (code, value))))
    };
    made.table("Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\n11-1011.00\tChiefs\tThe \"chief\n47-2031.00\tCarpenters\t\n55-1011.00\tUnrated\t\n")
        .table("Job Zones.txt", "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n11-1011.00\t5\t08/2025\tAnalyst\n47-2031.00\t1\t08/2025\tAnalyst\n")
        .table("Interests.txt", &format!("{}{}", table("interests", "OI", 4.0), rating("11-1011.00", "First Interest High-Point", "IH", 5.0)))
        .table("Skills.txt", &format!("{}{}", table("skills", "IM", 3.0), rating("11-1011.00", "Writing", "LV", 6.0)))
        .table("Knowledge.txt", &table("subjects", "IM", 2.0))
        .table("Work Styles.txt", &table("styles", "WI", 0.0))
        .table("Work Context.txt", &format!("{LONG}{}", context("11-1011.00")))
        .table("Related Occupations.txt", "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n11-1011.00\t47-2031.00\tPrimary-Short\t1\n")
        .table("Read Me.txt", "O*NET 29.3 Database\r\nMay 2025 Release\r\n-------------------\r\n");
    made
}

fn context(code: &str) -> String {
    let ids = ["1.a.4", "1.b.1.e", "1.b.1.f", "2.a.1.a", "2.a.1.c", "2.d.1.b", "2.d.1.d", "3.a.4", "3.b.7", "2.b.1.a"];
    let row = |id: &str, scale: &str| rating(code, "Any Name", scale, 3.0).replace("9.Z", &format!("4.C.{id}"));
    ids.iter().flat_map(|id| [row(id, "CX"), row(id, "CXP").replace("3.00", "60.00")]).collect()
}
