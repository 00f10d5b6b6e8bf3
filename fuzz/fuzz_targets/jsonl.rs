#![no_main]

#[expect(dead_code, reason = "each target uses a part of it")]
#[path = "../../tests/readers/mod.rs"]
mod readers;

use libfuzzer_sys::fuzz_target;
use readers::Readers;

thread_local! {
    static READERS: Readers = Readers::new();
}

fuzz_target!(|bytes: &[u8]| READERS.with(|readers| readers.jsonl(bytes)));
