//! The data the program ships with, packed when it was built.

use super::packed::{PackedNames, unpack, unpack_texts};
use crate::model::Dataset;
use std::collections::BTreeMap;

static BLOCK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/block.bin"));
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));
static NAMES: PackedNames = PackedNames(include_bytes!(concat!(env!("OUT_DIR"), "/names.bin")));

/// The id of the shipped questionnaire, known before anything is read.
pub const SHIPPED_ID: &str = "careerfit-1";

/// Reads the shipped data; an error can only mean a broken build.
///
/// # Errors
/// The program was built wrongly: its data cannot be unpacked.
pub fn load_shipped() -> Result<Dataset, postcard::Error> {
    let dataset = unpack(BLOCK, WORDS)?;
    Ok(Dataset { catalogue: dataset.catalogue.with_names(Some(&NAMES)), ..dataset })
}

/// The schemas and scaffolds that are printed as they are, by path in `data/`.
pub fn load_texts() -> BTreeMap<String, String> {
    unpack_texts(TEXTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_known_before_anything_is_read_is_the_shipped_questionnaires() {
        assert_eq!(load_shipped().expect("the shipped data").questionnaire.id, SHIPPED_ID);
    }
}
