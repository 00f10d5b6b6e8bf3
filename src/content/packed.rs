//! The checked data as bytes: names and figures in one block, words a few careers at a time and deflated, since nobody
//! reads more than some of them.

use super::catalogue::Parts;
use crate::model::catalogue::{Family, name_hidden_list};
use crate::model::{
    Career, CareerId, CareerWords, Catalogue, Dataset, Distinctions, Matching, Questionnaire, ReadNames, ReadWords,
    Scales,
};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// The level of compression that takes longest and leaves least.
const MAX_COMPRESSION: u8 = 10;
/// Careers whose words are deflated together: eight take a tenth more room, and more of them take longer to read one,
/// these about a fifth of a millisecond.
const TOGETHER: usize = 24;
/// So many of these few are kept once they are read.
const MAX_KEPT: usize = 8;

/// The block that is read at once.
#[derive(Serialize, Deserialize)]
struct Block {
    scales: Scales,
    questionnaire: Questionnaire,
    distinctions: Distinctions,
    matching: Matching,
    careers: Vec<Career>,
    families: Vec<Family>,
    /// Where the words of each few careers begin, and where the last end.
    starts: Vec<u32>,
}

/// Packs checked data into the block read at once and the words.
///
/// # Errors
/// A value cannot be written, or the words are too many to count: neither is true of checked data.
pub fn pack(
    scales: Scales,
    questionnaire: Questionnaire,
    distinctions: Distinctions,
    matching: Matching,
    parts: Parts,
) -> Result<(Vec<u8>, Vec<u8>), postcard::Error> {
    let mut words = Vec::new();
    let mut starts = vec![0];
    for careers in parts.words.chunks(TOGETHER) {
        words.extend(compress_to_vec(&postcard::to_allocvec(careers)?, MAX_COMPRESSION));
        starts.push(u32::try_from(words.len()).map_err(|_| postcard::Error::SerializeBufferFull)?);
    }

    let Parts { careers, families, .. } = parts;
    let block = Block { scales, questionnaire, distinctions, matching, careers, families, starts };
    Ok((compress_to_vec(&postcard::to_allocvec(&block)?, MAX_COMPRESSION), words))
}

/// Reads packed data; its words are read only when a career is looked at.
///
/// # Errors
/// The bytes are not what [`pack`] of this version made.
pub fn unpack(block: &[u8], words: &'static [u8]) -> Result<Dataset, postcard::Error> {
    let Block { scales, questionnaire, distinctions, matching, careers, families, starts } =
        postcard::from_bytes(&decompress_to_vec(block).unwrap_or_default())?;
    let catalogue =
        Catalogue::new(careers, families, Box::new(PackedWords { bytes: words, starts, last: Mutex::default() }));
    Ok(Dataset { scales, questionnaire, distinctions, matching, catalogue })
}

/// Packs texts that are printed as they are, by name: all in one piece, since they are much alike and read one at a time by
/// nobody who waits for a screen.
///
/// # Errors
/// A text cannot be written; texts always can.
pub fn pack_texts(texts: &BTreeMap<String, String>) -> Result<Vec<u8>, postcard::Error> {
    Ok(compress_to_vec(&postcard::to_allocvec(texts)?, MAX_COMPRESSION))
}

/// Reads packed texts; none where the bytes are not what [`pack_texts`] of this version made.
pub fn unpack_texts(packed: &[u8]) -> BTreeMap<String, String> {
    postcard::from_bytes(&decompress_to_vec(packed).unwrap_or_default()).unwrap_or_default()
}

/// Packs lists of names, each with what it is called; the one called `hidden` in the parts that [`name_hidden_list`] names.
///
/// # Errors
/// A list cannot be written; texts always can.
pub fn pack_names(lists: Vec<(String, String)>) -> Result<Vec<u8>, postcard::Error> {
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    for (name, lines) in lists {
        for line in lines.lines() {
            let part = if name == "hidden" { name_hidden_list(line) } else { name.clone() };
            let lines = parts.entry(part).or_default();
            *lines += line;
            lines.push('\n');
        }
    }

    let pack = |(name, lines): (String, String)| (name, compress_to_vec(lines.as_bytes(), MAX_COMPRESSION));
    postcard::to_allocvec(&parts.into_iter().map(pack).collect::<Vec<_>>())
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

/// The words of a few careers, and which few these are.
type Few = (usize, Vec<Arc<CareerWords>>);

/// Words that are still packed.
#[derive(Debug)]
struct PackedWords {
    bytes: &'static [u8],
    starts: Vec<u32>,
    /// What was read last, the newest first: a screen asks for one career's words several times, and keys go to and fro.
    last: Mutex<VecDeque<Few>>,
}

impl PackedWords {
    /// The words of a few careers; none past the last ones.
    fn unpack_few(&self, few: usize) -> Vec<Arc<CareerWords>> {
        let at = |place: usize| self.starts.get(place).map(|start| *start as usize);
        let packed = at(few).zip(at(few + 1)).and_then(|(start, end)| self.bytes.get(start..end));
        let bytes = packed.and_then(|packed| decompress_to_vec(packed).ok());
        let words: Option<Vec<CareerWords>> = bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok());
        words.unwrap_or_default().into_iter().map(Arc::new).collect()
    }
}

impl ReadWords for PackedWords {
    fn read(&self, career: CareerId) -> Arc<CareerWords> {
        let (few, place) = (career.index() / TOGETHER, career.index() % TOGETHER);
        // entries are put in whole, so that a panic elsewhere leaves none that is half written
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if !last.iter().any(|(read, _)| *read == few) {
            last.truncate(MAX_KEPT - 1);
            last.push_front((few, self.unpack_few(few)));
        }

        let read = last.iter().find(|(read, _)| *read == few);
        read.and_then(|(_, words)| words.get(place)).cloned().unwrap_or_default()
    }
}
