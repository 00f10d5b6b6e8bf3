//! Checks `data/` and packs it, so that a broken catalogue cannot ship and nothing is parsed at start.

#[expect(dead_code, unused_imports, reason = "the build needs only a part of the modules that the program uses whole")]
mod content;
#[expect(dead_code, unused_imports, reason = "the build needs only a part of the modules that the program uses whole")]
mod diagnostics;
#[expect(dead_code, unused_imports, reason = "the build needs only a part of the modules that the program uses whole")]
mod model;
#[expect(dead_code, unused_imports, reason = "the build needs only a part of the modules that the program uses whole")]
mod text;

use content::Extent;
use diagnostics::{Problems, Severity, Source};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() -> Result<(), Box<dyn Error>> {
    // what reads the packed data is left out of the build itself, which has to make it first
    println!("cargo::rustc-check-cfg=cfg(packed)");
    println!("cargo::rustc-cfg=packed");
    for watched in ["data", "src/build.rs", "src/content", "src/diagnostics", "src/model", "src/text"] {
        println!("cargo::rerun-if-changed={watched}");
    }

    let (block, words) = pack_data().unwrap_or_else(|error| {
        // Returned from main, it would be printed once more in its debug form: the whole text of each file.
        eprintln!("{error}");
        process::exit(1)
    });

    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("block.bin"), block)?;
    fs::write(out.join("words.bin"), words)?;
    fs::write(out.join("names.bin"), content::packed::pack_names(read_names()?)?)?;
    fs::write(out.join("texts.bin"), content::packed::pack_texts(&read_texts()?)?)?;
    Ok(())
}

fn pack_data() -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let data = Path::new("data");
    let texts =
        ["scales", "distinctions", "questionnaire"].map(|name| read_source(&data.join(name).with_extension("toml")));
    let [of_scales, of_distinctions, asked] = texts;
    let (of_scales, of_distinctions, asked) = (of_scales?, of_distinctions?, asked?);

    let scales = content::read_scales(&of_scales);
    let distinctions = content::read_distinctions(&of_distinctions);
    let matching = content::read_matching(&read_source(&data.join("matching.toml"))?);
    let scales = scales?;
    let questionnaire = content::read_questionnaire(&asked, &scales);

    let mut sources = read_folder(&data.join("careers"))?;
    sources.extend(read_folder(&data.join("figures"))?);
    sources.extend(read_folder(&data.join("figures/own"))?);
    let parts = content::read_catalogue(&sources, Extent::Complete, &scales);
    let (distinctions, matching, questionnaire, parts) = join_results(distinctions, matching, questionnaire, parts)?;

    let known = parts.careers.iter().map(|career| career.id.as_str()).collect();
    content::check_activities(&asked, &known, true).or(())?;

    let mut wording = content::check_shapes(&sources, &parts, Severity::Error);
    for source in sources.iter().chain([&of_scales, &of_distinctions, &asked]) {
        wording.join(content::check_spelling(source, Severity::Error));
    }
    wording.or(())?;

    Ok(content::packed::pack(scales, questionnaire, distinctions, matching, parts)?)
}

/// The lists of names that are only searched, each with its file's stem; lines of comment are left out.
fn read_names() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut lists = Vec::new();
    for file in list_files(Path::new("data/names"), "txt")? {
        let text = fs::read_to_string(&file)?;
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("# ")).collect();
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        lists.push((stem, lines.join("\n")));
    }
    Ok(lists)
}

/// The texts that are printed as they are, by path in `data/`.
fn read_texts() -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut texts = BTreeMap::new();
    for (folder, ending) in [("schemas", "json"), ("scaffolds", "toml")] {
        for file in list_files(&Path::new("data").join(folder), ending)? {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            texts.insert(format!("{folder}/{name}"), fs::read_to_string(&file)?);
        }
    }
    Ok(texts)
}

/// All four values, or the problems of all four.
fn join_results<A, B, C, D>(
    a: Result<A, Problems>,
    b: Result<B, Problems>,
    c: Result<C, Problems>,
    d: Result<D, Problems>,
) -> Result<(A, B, C, D), Problems> {
    match (a, b, c, d) {
        (Ok(a), Ok(b), Ok(c), Ok(d)) => Ok((a, b, c, d)),
        (a, b, c, d) => {
            let each = [a.err(), b.err(), c.err(), d.err()];
            let mut all = Problems::default();
            each.into_iter().flatten().for_each(|problems| all.join(problems));
            Err(all)
        }
    }
}

fn read_folder(path: &Path) -> Result<Vec<Source>, Box<dyn Error>> {
    list_files(path, "toml")?.iter().map(|file| read_source(file)).collect()
}

/// The files of a folder with this ending, in order.
fn list_files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|is| is == ending));
    files.sort();
    Ok(files)
}

fn read_source(path: &Path) -> Result<Source, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok(Source::new(path.display().to_string(), text))
}
