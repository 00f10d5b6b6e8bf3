//! Characters and lines: what makes any text fit for a terminal, a page or a file.
//!
//! Place in the flow: below everything that shows or writes a text. A text comes in, from a person or from a file, and comes
//! out with nothing in it that could steer a terminal, in lines that fit, in ASCII, or in the plural. It knows no career and
//! no colour.

pub mod ascii;
pub mod lines;
pub mod plural;
pub mod visible;

pub use lines::{break_at_words, choose_fitting, cut_text, join_whole, measure_width, wrap, wrap_most};
pub use plural::{choose_form, pluralise};
pub use visible::{show_controls, show_controls_in_lines};
