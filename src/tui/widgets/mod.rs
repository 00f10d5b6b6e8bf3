//! Pieces that several screens are made of. Each gets an area and draws within it, whatever its size.

pub mod cells;
pub mod choices;
pub mod column;
pub mod field;
pub mod finder;
pub mod frame;
pub mod list;
pub mod meter;
pub mod scroll;
pub mod side_panel;
pub mod strips;
pub mod text;
