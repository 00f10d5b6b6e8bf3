//! careerfit
pub mod model;
