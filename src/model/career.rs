//! One career: its figures, by which it is ranked, and its words, by which it is read.

use super::catalogue::CareerId;
use super::scale::{SCALE_COUNT, ScaleId};
use serde::{Deserialize, Serialize};

/// What is held ready for every career: names and figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Career {
    /// The O*NET-SOC code, or any id in an own catalogue.
    pub id: String,
    /// Singular title, unique in the catalogue.
    pub title: String,
    /// Other names worth searching for.
    pub also: Vec<String>,
    /// The family's key, e.g. `29-health`: careers in one file.
    pub family: u16,
    /// Where people come from; not empty for a later step only.
    pub arrive_from: Vec<CareerId>,
    /// Jobs that can be started within weeks and lead here.
    pub rungs: Vec<CareerId>,
    /// How soon one can be paid in the first post.
    pub start_when: StartWhen,
    /// All figures.
    pub figures: Figures,
}

impl Career {
    /// Whether one arrives here from other careers rather than starting here.
    pub fn is_later_step(&self) -> bool {
        !self.arrive_from.is_empty()
    }

    /// Whether one can begin within weeks: the words say so and the figures allow it.
    pub fn starts_within_weeks(&self) -> bool {
        self.start_when == StartWhen::Weeks
    }
}

/// How soon one can be paid in the first post of a career.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StartWhen {
    /// No experience, nothing above school, short training.
    Weeks,
    /// Some months of training.
    Months,
    /// Years of training or study.
    Years,
}

/// Figures of a career, from published tables unless marked as estimated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// 1 (little preparation) to 5 (extensive).
    pub zone: Option<u8>,
    /// Schooling that newcomers usually have (US).
    pub education: Option<Education>,
    /// Experience in another occupation that is usually asked for (US).
    pub experience: Option<Experience>,
    /// Training on the job after the start (US).
    pub training: Option<Training>,
    /// Ratings 0–100 by [`ScaleId::index`], always [`SCALE_COUNT`] of them.
    pub ratings: Vec<u8>,
    /// Which groups' ratings are estimated from related careers, by [`super::Group::index`].
    pub estimated: [bool; 4],
    /// Work context 0–100.
    pub context: Option<Context>,
    /// US pay.
    pub pay: Option<Pay>,
    /// US outlook.
    pub outlook: Option<Outlook>,
    /// ISCO-08 codes, for job sites elsewhere.
    pub isco: Vec<String>,
    /// Published related careers, nearest first.
    pub related: Vec<CareerId>,
}

impl Figures {
    /// The rating 0–100 on one scale.
    pub fn rating(&self, scale: ScaleId) -> f64 {
        f64::from(self.ratings.get(scale.index()).copied().unwrap_or_default())
    }

    /// All ratings as numbers 0–100.
    pub fn all_ratings(&self) -> [f64; SCALE_COUNT] {
        std::array::from_fn(|index| f64::from(self.ratings.get(index).copied().unwrap_or_default()))
    }

    /// Whether the figures allow a start within weeks: nothing above school, no experience, at most short training,
    /// job zone 1 or 2. `None` where they do not say.
    pub fn allow_start_within_weeks(&self) -> Option<bool> {
        let schooling = self.education? <= Education::HighSchool;
        let unskilled = self.experience? == Experience::None && self.training? <= Training::Short;
        Some(schooling && unskilled && self.zone? <= 2)
    }

    /// Months of schooling after school and of training until full pay, worked out from education and training
    /// (a degree of four years 48, a long training 24, an apprenticeship 48).
    pub fn training_months(&self) -> Option<u32> {
        Some(self.education?.months() + self.training?.months())
    }
}

/// Schooling that newcomers usually have, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Education {
    /// None asked for.
    None,
    /// A finished school course.
    HighSchool,
    /// Some college, no degree.
    SomeCollege,
    /// A certificate after school.
    Certificate,
    /// A two-year degree.
    Associate,
    /// A bachelor's degree.
    Bachelor,
    /// A master's degree.
    Master,
    /// A doctoral or professional degree.
    Doctorate,
}

impl Education {
    /// Every level, least first.
    pub const ALL: [Self; 8] = [
        Self::None,
        Self::HighSchool,
        Self::SomeCollege,
        Self::Certificate,
        Self::Associate,
        Self::Bachelor,
        Self::Master,
        Self::Doctorate,
    ];

    /// Usual months of study after school.
    pub const fn months(self) -> u32 {
        match self {
            Self::None | Self::HighSchool => 0,
            Self::SomeCollege | Self::Certificate => 12,
            Self::Associate => 24,
            Self::Bachelor => 48,
            Self::Master => 72,
            Self::Doctorate => 96,
        }
    }

    /// Plain words for the level.
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "no school certificate",
            Self::HighSchool => "finished school",
            Self::SomeCollege => "some college",
            Self::Certificate => "a certificate after school",
            Self::Associate => "a two-year degree",
            Self::Bachelor => "a bachelor's degree",
            Self::Master => "a master's degree",
            Self::Doctorate => "a doctoral or professional degree",
        }
    }
}

/// Experience in a related occupation that is usually asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Experience {
    /// None.
    None,
    /// Less than five years.
    UnderFiveYears,
    /// Five years or more.
    FiveYearsOrMore,
}

/// Training on the job after the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Training {
    /// None.
    None,
    /// Up to a month.
    Short,
    /// A month to a year.
    Moderate,
    /// An internship or residency.
    Internship,
    /// More than a year.
    Long,
    /// An apprenticeship.
    Apprenticeship,
}

impl Training {
    /// Usual months until full pay.
    pub const fn months(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Short => 1,
            Self::Moderate => 6,
            Self::Internship => 12,
            Self::Long => 24,
            Self::Apprenticeship => 48,
        }
    }

    /// Plain words for the training.
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "no training on the job",
            Self::Short => "up to a month of training on the job",
            Self::Moderate => "up to a year of training on the job",
            Self::Internship => "an internship or residency",
            Self::Long => "more than a year of training on the job",
            Self::Apprenticeship => "an apprenticeship",
        }
    }
}

/// How the work is, 0 (never) to 100 (always).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// Contact with others.
    pub contact: u8,
    /// Work in a team.
    pub teamwork: u8,
    /// Dealing with the public.
    pub public: u8,
    /// Indoors.
    pub indoors: u8,
    /// Outdoors.
    pub outdoors: u8,
    /// Standing.
    pub standing: u8,
    /// Walking.
    pub walking: u8,
    /// Freedom to decide.
    pub freedom: u8,
    /// Routine: the same things over and over.
    pub routine: u8,
}

/// US pay in dollars a year: percentiles where published, or only an hourly median.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pay {
    /// 10th, 25th, 50th, 75th and 90th percentile, dollars a year.
    pub percentiles: [Option<u32>; 5],
    /// Dollars an hour, where only that is published.
    pub hourly_median: Option<f32>,
    /// Year of the figures.
    pub year: u16,
}

impl Pay {
    /// Dollars a year in the middle: half earn more, half less. Hourly pay counts 2,080 hours a year.
    pub fn median(&self) -> Option<u32> {
        self.percentiles[2].or_else(|| self.hourly_median.map(|hourly| (hourly * 2080.0).round() as u32))
    }
}

/// US outlook.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outlook {
    /// Change of employment in percent over the years.
    pub change: f32,
    /// Openings a year, people.
    pub openings: u32,
    /// People employed in the first year.
    pub employed: u32,
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
}

/// All words of a career that are read only when it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareerWords {
    /// What people in it do and for whom.
    pub summary: String,
    /// Taken just as a job.
    pub job: JobWords,
    /// Built as a career.
    pub path: PathWords,
}

/// The career taken just as a job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobWords {
    /// The post one can get first.
    pub start_as: String,
    /// What is needed on day one.
    pub start_with: String,
    /// What fills most days.
    pub day: String,
    /// Why the rungs lead here.
    pub rung_why: Option<String>,
    /// The honest word where no rung leads here.
    pub rung_none: Option<String>,
}

/// The career as something chosen, built, kept and grown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathWords {
    /// The ladder, first post to senior.
    pub roles: Vec<String>,
    /// What accumulates.
    pub builds: String,
    /// Education and credentials on the way.
    pub learn: String,
    /// Years to a full post.
    pub years: u8,
    /// What needs patience.
    pub hard: String,
    /// How one goes one's own way.
    pub independent: String,
    /// Half a day that shows whether one likes it.
    pub try_it: String,
    /// A question to put to somebody who does it.
    pub ask: String,
    /// Careers people move on to.
    pub next: Vec<CareerId>,
}
