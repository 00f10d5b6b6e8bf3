//! Answers to a profile: estimate and uncertainty for every scale, and how far the answers can be trusted.
//!
//! Place in the flow: between `model` and `fit`. Pure: it knows no careers, no file, no terminal. The measurement
//! model is linear and Gaussian: an answer tells how far a person lies from the usual answer on the scales it loads
//! on, after their own level of saying yes to that part is taken out.

mod direction;
mod joint_prior;
mod measurement;
mod pattern_posterior;
mod posterior;
mod products;
mod quality;
mod retest;
mod self_report;

pub use direction::{MIN_ANSWERS, point_somewhere};
pub use measurement::{Measurement, Observation, ROUNDING};
pub use pattern_posterior::{PatternPosterior, Precision};
pub use posterior::Posterior;
pub use products::{product, table};
pub use quality::{Care, Quality, disagree, quality};
pub use retest::{Retest, RetestPattern};
pub use self_report::{SelfReport, own};
