//! The data the program ships with, packed when it was built.

use super::packed::unpack;
use crate::model::Kit;

static BLOCK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/block.bin"));
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// Reads the shipped data; an error can only mean a broken build.
pub fn shipped() -> Result<Kit, postcard::Error> {
    unpack(BLOCK, WORDS)
}
