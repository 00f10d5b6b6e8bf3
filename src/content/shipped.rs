//! The data the program ships with, packed when it was built.

use super::packed::{PackedNames, unpack};
use crate::model::Dataset;

static BLOCK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/block.bin"));
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

static NAMES: PackedNames = PackedNames(include_bytes!(concat!(env!("OUT_DIR"), "/names.bin")));

/// Reads the shipped data; an error can only mean a broken build.
///
/// # Errors
/// The program was built wrongly: its data cannot be unpacked.
pub fn shipped() -> Result<Dataset, postcard::Error> {
    let dataset = unpack(BLOCK, WORDS)?;
    Ok(Dataset { catalogue: dataset.catalogue.with_names(Some(&NAMES)), ..dataset })
}
