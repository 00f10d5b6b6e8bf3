//! The checked data as bytes: names and figures in one block, words career by career.

use super::catalogue::Parts;
use crate::model::catalogue::Family;
use crate::model::{
    Career, CareerId, CareerWords, Catalogue, Distinctions, Kit, Matching, Questionnaire, ReadWords, Scales,
};
use serde::{Deserialize, Serialize};

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
        words.extend(postcard::to_allocvec(career)?);
        starts.push(words.len() as u32);
    }
    let Parts { careers, families, .. } = parts;
    let block = Block { scales, questionnaire, distinctions, matching, careers, families, starts };
    Ok((postcard::to_allocvec(&block)?, words))
}

/// Reads packed data; its words are read only when a career is looked at.
pub fn unpack(block: &[u8], words: &'static [u8]) -> Result<Kit, postcard::Error> {
    let Block { scales, questionnaire, distinctions, matching, careers, families, starts } =
        postcard::from_bytes(block)?;
    let catalogue = Catalogue::new(careers, families, Box::new(PackedWords { bytes: words, starts }));
    Ok(Kit { scales, questionnaire, distinctions, matching, catalogue })
}

/// Words that are still packed.
#[derive(Debug)]
struct PackedWords {
    bytes: &'static [u8],
    starts: Vec<u32>,
}

impl ReadWords for PackedWords {
    fn read(&self, career: CareerId) -> CareerWords {
        let start = self.starts.get(career.index()).map(|start| *start as usize);
        let bytes = start.and_then(|start| self.bytes.get(start..));
        bytes.and_then(|bytes| postcard::take_from_bytes(bytes).ok()).map(|(words, _)| words).unwrap_or_default()
    }
}
