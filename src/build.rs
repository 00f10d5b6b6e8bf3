//! Checks `data/` and packs it, so that a broken catalogue cannot ship and nothing is parsed at start.

#[expect(dead_code, unused_imports, reason = "the build needs only a part of the rooms that the program uses whole")]
mod content;
#[expect(dead_code, unused_imports, reason = "the build needs only a part of the rooms that the program uses whole")]
mod model;

use content::{Extent, Problems, Source};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rustc-check-cfg=cfg(packed)");
    println!("cargo::rustc-cfg=packed");
    for watched in ["data", "src/build.rs", "src/content", "src/model"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let (block, words) = packed().inspect_err(|error| eprintln!("{error}"))?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("block.bin"), block)?;
    fs::write(out.join("words.bin"), words)?;
    Ok(())
}

fn packed() -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let data = Path::new("data");
    let scales = content::scales(&read(&data.join("scales.toml"))?);
    let distinctions = content::distinctions(&read(&data.join("distinctions.toml"))?);
    let matching = content::matching(&read(&data.join("matching.toml"))?);
    let scales = scales?;
    let questionnaire = content::questionnaire(&read(&data.join("questionnaire.toml"))?, &scales);
    let mut sources = folder(&data.join("careers"))?;
    sources.extend(folder(&data.join("figures"))?);
    let parts = content::catalogue(&sources, Extent::Complete, &scales);
    let (distinctions, matching, questionnaire, parts) = all(distinctions, matching, questionnaire, parts)?;
    Ok(content::packed::pack(scales, questionnaire, distinctions, matching, parts)?)
}

/// All four values, or the problems of all four.
fn all<A, B, C, D>(
    a: Result<A, Problems>,
    b: Result<B, Problems>,
    c: Result<C, Problems>,
    d: Result<D, Problems>,
) -> Result<(A, B, C, D), Problems> {
    match (a, b, c, d) {
        (Ok(a), Ok(b), Ok(c), Ok(d)) => Ok((a, b, c, d)),
        (a, b, c, d) => {
            let each = [a.err(), b.err(), c.err(), d.err()];
            Err(Problems(each.into_iter().flatten().flat_map(|problems| problems.0).collect()))
        }
    }
}

fn folder(path: &Path) -> Result<Vec<Source>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(path: &Path) -> Result<Source, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok(Source::new(path.display().to_string(), text))
}
