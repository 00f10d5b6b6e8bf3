//! A short name for what a text says, the same on every machine and in every version.

/// FNV-1a over texts, a separator behind each.
pub fn hash_texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> u64 {
    hash_bytes(texts.into_iter().flat_map(|text| text.bytes().chain([0])))
}

/// FNV-1a over bytes.
pub fn hash_bytes(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
