//! Answers to a profile: estimate and uncertainty for every scale, and how far the answers can be trusted.
//!
//! Place in the flow: between `model` and `fit`. Pure: it knows no careers, no file, no terminal. The measurement
//! model is linear and Gaussian: an answer tells how far a person lies from the usual answer on the scales it loads
//! on, after their own level of saying yes to that part is taken out.

mod joint;
mod known;
mod measurement;
mod own;
mod posterior;
mod quality;
mod retest;

pub use known::{Known, Precision};
pub use measurement::{Measurement, Observation};
pub use own::{Own, differ, own};
pub use posterior::Posterior;
pub use quality::{Care, Quality, quality};
pub use retest::Retest;
