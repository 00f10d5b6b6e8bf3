//! The shapes as they stand in the file.

use super::Text;
use crate::diagnostics::shape::Named;
use crate::model::SituationRole;
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPart {
    pub id: Text,
    pub title: Text,
    pub intro: Text,
    pub prompt: Text,
    pub choices: Vec<RawChoice>,
    pub quota: RawQuota,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChoice {
    pub value: Spanned<u8>,
    pub label: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawQuota {
    pub quick: usize,
    pub standard: usize,
    pub full: usize,
}

impl RawQuota {
    pub fn by_length(&self) -> [usize; 3] {
        [self.quick, self.standard, self.full]
    }
}

pub type RawLoads = Named<f64>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawQuestion {
    pub id: Text,
    pub part: Text,
    pub text: Text,
    pub example: Option<Text>,
    pub example_work: Option<Text>,
    pub loads: RawLoads,
    pub usual: Spanned<f64>,
    pub noise: Option<Spanned<f64>>,
    #[serde(default)]
    pub careers: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSide {
    pub text: Text,
    pub loads: RawLoads,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPair {
    pub id: Text,
    pub text: Text,
    pub a: RawSide,
    pub b: RawSide,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSituationChoice {
    pub id: Text,
    pub label: Text,
    #[serde(default)]
    pub roles: Vec<SituationRole>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawGoal {
    pub id: Text,
    pub label: Text,
    #[serde(default)]
    pub served_by: Vec<RawSign>,
    pub unmeasured: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSign {
    pub figure: Option<crate::model::Measure>,
    #[serde(default)]
    pub scales: Vec<Text>,
    pub at_least: Spanned<f64>,
    #[serde(default)]
    pub or_more_than_now: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSituation {
    pub id: Text,
    pub text: Text,
    pub choices: Vec<RawSituationChoice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSlider {
    pub id: Text,
    pub distinction: String,
    pub text: Text,
    pub low: Text,
    pub high: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOutcome {
    pub up_to: f64,
    pub text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLimit {
    pub id: Text,
    pub text: Text,
    pub choices: Vec<RawLimitChoice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLimitChoice {
    pub id: Text,
    pub label: Text,
    pub figure: crate::model::Measure,
    pub at_most: Option<f64>,
    pub at_least: Option<f64>,
    #[serde(default)]
    pub near: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCondition {
    pub id: Text,
    pub text: Text,
    pub figure: crate::model::Measure,
    pub choices: Vec<RawConditionChoice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawConditionChoice {
    pub id: Text,
    pub label: Text,
    pub at_most: Option<Spanned<f64>>,
    pub likes: Option<Spanned<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawQuotas {
    pub cards: RawQuota,
    pub conditions: RawQuota,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCovariance {
    pub questions: Vec<Text>,
    pub rows: Vec<Vec<f64>>,
}
