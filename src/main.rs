//! careerfit in a terminal.

fn main() {}
