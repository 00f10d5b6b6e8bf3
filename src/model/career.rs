//! One career: its figures, by which it is ranked, and its words, by which it is read.

use super::by_scale::ByScale;
use super::figure::{Context, Education, Experience, FigureSource, Like, Outlook, Pay, Training};
use super::group::ByGroup;
use super::scale::ScaleId;
use serde::{Deserialize, Serialize};

/// A career's place in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CareerId(pub u16);

impl CareerId {
    /// The first so many places, which are all of a catalogue of that size; a checked one is small enough for them.
    pub fn first(count: usize) -> impl Iterator<Item = Self> {
        (0..u16::MAX).map(Self).take(count)
    }

    /// The career at a place, where there can be so many.
    pub(super) fn at(place: usize) -> Option<Self> {
        u16::try_from(place).ok().map(Self)
    }

    /// The place, for tables by career.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What is held ready for every career: names and figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Career {
    /// The O*NET-SOC code, or any id in an own catalogue.
    pub id: String,
    /// Singular title, unique in the catalogue.
    pub title: String,
    /// Other names worth searching for.
    pub also: Vec<String>,
    /// Names that people type and that are never shown: slang, brands, names for one sex.
    pub found_as: Vec<String>,
    /// The place of its family among the catalogue's: the careers of one file.
    pub family: u16,
    /// Where people come from; not empty for a later step only.
    pub arrive_from: Vec<CareerId>,
    /// Jobs that can be started within weeks and lead here.
    pub rungs: Vec<CareerId>,
    /// Work that pays while one learns, and leads nowhere in particular.
    pub meanwhile: Vec<CareerId>,
    /// When work and pay begin; `None` where the words do not say.
    pub hiring: Option<Hiring>,
    /// Whether many in it come to work for themselves; `None` where the words do not say.
    pub own_business: Option<bool>,
    /// All figures.
    pub figures: Figures,
}

impl Career {
    /// Whether one arrives here from other careers rather than starting here.
    pub fn is_later_step(&self) -> bool {
        !self.arrive_from.is_empty()
    }

    /// Whether somebody new can be taken on within weeks.
    pub fn starts_within_weeks(&self) -> bool {
        self.hiring.is_some_and(|hiring| hiring.hired == Hired::Weeks)
    }
}

/// When work and pay begin for somebody new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hiring {
    /// How soon somebody new can be taken on.
    pub hired: Hired,
    /// From when on they are paid.
    pub paid: Paid,
    /// Years until full pay, 1 to 10, where paid learning lasts.
    pub full_pay_years: Option<u8>,
}

/// How soon somebody new can be taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hired {
    /// Within about twelve weeks.
    Weeks,
    /// After months: a selection, a licence or a yearly intake.
    Months,
    /// After years of study or of other work.
    Years,
}

/// From when on somebody new is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paid {
    /// From the first day, also while learning.
    DayOne,
    /// Once a course is done.
    AfterCourse,
    /// Once a course of study is finished.
    AfterStudy,
    /// Nobody can say: work on one's own account, prizes, commissions.
    Uncertain,
}

/// Figures of a career.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Figures {
    /// 1 (little preparation) to 5 (extensive).
    pub zone: Option<u8>,
    /// Schooling that newcomers usually have (US).
    pub education: Option<Education>,
    /// Experience in another occupation that is usually asked for (US).
    pub experience: Option<Experience>,
    /// Training on the job after the start (US).
    pub training: Option<Training>,
    /// Ratings 0–100 by [`ScaleId::index`], always one for each scale.
    pub ratings: Vec<u8>,
    /// Which groups' ratings are estimated from related careers.
    pub estimated: ByGroup<bool>,
    /// Work context 0–100.
    pub context: Option<Context>,
    /// US pay.
    pub pay: Option<Pay>,
    /// US outlook.
    pub outlook: Option<Outlook>,
    /// ISCO-08 codes, for job sites elsewhere.
    pub isco: Vec<String>,
    /// Related careers, nearest first.
    pub related: Vec<CareerId>,
    /// Where all of these are from, or what is not taken over where some are.
    pub source: FigureSource,
    /// Which of them are taken over from another career, if somebody's own file says so and names no other source.
    pub like: Option<Like>,
}

impl Figures {
    /// The rating 0–100 on one scale.
    pub fn rating(&self, scale: ScaleId) -> f64 {
        f64::from(self.ratings.get(scale.index()).copied().unwrap_or_default())
    }

    /// All ratings as numbers 0–100.
    pub fn all_ratings(&self) -> ByScale<f64> {
        ByScale::from_fn(|scale| self.rating(scale))
    }

    /// Whether the figures allow that beginners are taken on within weeks: at most a short course after school, and no
    /// experience asked for; training on the job may take any time. `None` where they do not say.
    pub fn allow_hiring_within_weeks(&self) -> Option<bool> {
        Some(self.education? <= Education::Certificate && self.experience? == Experience::None)
    }

    /// Months of schooling after school and of training until full pay, worked out from education and training
    /// (a degree of four years 48, a long training 24, an apprenticeship 48).
    pub fn training_months(&self) -> Option<u32> {
        Some(self.education?.months() + self.training?.months())
    }
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
    /// Hours and shifts, where sure.
    pub hours: Option<String>,
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
    /// What the licence is called, where one is asked for.
    pub licence: Option<String>,
    /// Careers people move on to.
    pub next: Vec<CareerId>,
}

impl PathWords {
    /// The place of the full post on the ladder, to which its years lead: the one in the middle, or the second one where it
    /// takes less than a year, in which nobody climbs two.
    pub fn full_post(&self) -> usize {
        let middle = self.roles.len() / 2;
        if self.years == 0 { middle.min(1) } else { middle }
    }
}
