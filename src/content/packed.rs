//! The checked data as bytes: names and figures in one block, words career by career and deflated, since nobody reads
//! more than a few.

use super::catalogue::Parts;
use crate::model::catalogue::Family;
use crate::model::{
    Career, CareerId, CareerWords, Catalogue, Dataset, Distinctions, Matching, Questionnaire, ReadNames, ReadWords,
    Scales,
};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec;
use serde::{Deserialize, Serialize};

/// The level of compression that takes longest and leaves least.
const MAX_COMPRESSION: u8 = 10;

/// The block that is read at once.
#[derive(Serialize, Deserialize)]
struct Block {
    scales: Scales,
    questionnaire: Questionnaire,
    distinctions: Distinctions,
    matching: Matching,
    careers: Vec<Career>,
    families: Vec<Family>,
    /// Where each career's words begin, and where the last end.
    starts: Vec<u32>,
}

/// Packs checked data into the block read at once and the words.
///
/// # Errors
/// A value cannot be written; checked data always can.
pub fn pack(
    scales: Scales,
    questionnaire: Questionnaire,
    distinctions: Distinctions,
    matching: Matching,
    parts: Parts,
) -> Result<(Vec<u8>, Vec<u8>), postcard::Error> {
    let mut words = Vec::new();
    let mut starts = vec![0];
    for career in &parts.words {
        words.extend(compress_to_vec(&postcard::to_allocvec(career)?, MAX_COMPRESSION));
        starts.push(words.len() as u32);
    }
    let Parts { careers, families, .. } = parts;
    let block = Block { scales, questionnaire, distinctions, matching, careers, families, starts };
    Ok((postcard::to_allocvec(&block)?, words))
}

/// Reads packed data; its words are read only when a career is looked at.
///
/// # Errors
/// The bytes are not what [`pack`] of this version made.
pub fn unpack(block: &[u8], words: &'static [u8]) -> Result<Dataset, postcard::Error> {
    let Block { scales, questionnaire, distinctions, matching, careers, families, starts } =
        postcard::from_bytes(block)?;
    let catalogue = Catalogue::new(careers, families, Box::new(PackedWords { bytes: words, starts }));
    Ok(Dataset { scales, questionnaire, distinctions, matching, catalogue })
}

/// Packs lists of names, each with what it is called.
///
/// # Errors
/// A list cannot be written; texts always can.
pub fn pack_names(lists: &[(String, String)]) -> Result<Vec<u8>, postcard::Error> {
    let pack = |(name, lines): &(String, String)| (name.clone(), compress_to_vec(lines.as_bytes(), MAX_COMPRESSION));
    postcard::to_allocvec(&lists.iter().map(pack).collect::<Vec<_>>())
}

/// Lists of names that are still packed; each is read only when a search needs it.
#[derive(Debug)]
pub struct PackedNames(pub &'static [u8]);

impl ReadNames for PackedNames {
    fn read(&self, list: &str) -> String {
        let lists: Vec<(&str, &[u8])> = postcard::from_bytes(self.0).unwrap_or_default();
        let packed = lists.into_iter().find(|(name, _)| *name == list).map(|(_, packed)| packed);
        let lines = packed.and_then(|packed| decompress_to_vec(packed).ok());
        lines.and_then(|lines| String::from_utf8(lines).ok()).unwrap_or_default()
    }
}

/// Words that are still packed.
#[derive(Debug)]
struct PackedWords {
    bytes: &'static [u8],
    starts: Vec<u32>,
}

impl ReadWords for PackedWords {
    fn read(&self, career: CareerId) -> CareerWords {
        let at = |place: usize| self.starts.get(place).map(|start| *start as usize);
        let packed = at(career.index()).zip(at(career.index() + 1)).and_then(|(start, end)| self.bytes.get(start..end));
        let bytes = packed.and_then(|packed| decompress_to_vec(packed).ok());
        bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default()
    }
}
