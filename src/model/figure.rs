//! The kinds of figure that are published of a career: schooling, experience, training, how the work is, pay, outlook.

use serde::{Deserialize, Serialize};

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
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "pay in somebody's own file that is out of all bounds stays at the ends of what can be counted"
        )]
        let yearly = |hourly: f32| (hourly * 2080.0).round() as u32;
        self.percentiles[2].or_else(|| self.hourly_median.map(yearly))
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

impl Outlook {
    /// A change below this many percent is a work that shrinks.
    pub const SHRINKING: f32 = -10.0;
    /// Fewer openings a year than this are few.
    pub const FEW_OPENINGS: u32 = 1000;

    /// Whether employment shrinks by more than a tenth.
    pub fn is_shrinking(&self) -> bool {
        self.change < Self::SHRINKING
    }

    /// Whether there are fewer than a thousand openings a year.
    pub fn has_few_openings(&self) -> bool {
        self.openings < Self::FEW_OPENINGS
    }
}

/// Where a career's figures are from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureSource {
    /// The published tables that the shipped catalogue is made from.
    #[default]
    Published,
    /// Somebody's own file, and whom it names for them, if anybody.
    Own(Option<String>),
}

/// The figures that somebody's own career takes over from another career.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Like {
    /// Title and id of that career.
    pub career: String,
    /// Whom that career names for its figures, where they are not the published ones.
    pub named: Option<String>,
    /// Ratings that are the own career's and not that one's, in words.
    pub ratings: Vec<String>,
    /// Other figures that are the own career's, in words.
    pub facts: Vec<String>,
}

impl FigureSource {
    /// How a file of published figures begins, as the import writes it.
    pub const FIRST_LINE: &str = "# Made by `careerfit import onet`; do not edit by hand.";
}
