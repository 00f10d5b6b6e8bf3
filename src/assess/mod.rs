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

pub use direction::{MIN_ANSWERS, count_needed_answers, has_direction};
pub use measurement::{Measurement, Observation, ROUNDING};
pub use pattern_posterior::{PatternPosterior, Precision};
pub use posterior::Posterior;
pub use products::{multiply, view_as_array};
pub use quality::{Care, Quality, assess_quality, has_disagreement};
pub use retest::{Retest, RetestPattern};
pub use self_report::{SelfReport, average_own_answers};
