//! README says what the program does.

mod run;

use careerfit::tui::keys::markdown;
use run::Home;
use std::fs;

#[test]
fn the_key_list_is_printed_from_the_table() {
    let readme = fs::read_to_string("README.md").expect("README.md");
    let keys = markdown();
    assert!(readme.contains(&keys), "put this into README.md below '## Keys':\n{keys}");
}

#[test]
fn the_data_is_attributed_word_for_word() {
    let readme = fs::read_to_string("README.md").expect("README.md");
    let flowing = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    let attribution = "This product includes information from the O*NET Database by the U.S. Department of Labor, \
                       Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is \
                       a trademark of USDOL/ETA. careerfit has modified all or some of this information. USDOL/ETA has \
                       not approved, endorsed, or tested these modifications.";
    assert!(flowing.contains(attribution));
}

#[test]
fn every_command_of_the_list_is_there() {
    let readme = fs::read_to_string("README.md").expect("README.md");
    let (_, list) = readme.split_once("## Command line\n```text\n").expect("the list of commands");
    let list = list.split("```").next().unwrap_or_default();
    let home = Home::new();
    for line in list.lines() {
        let named = line.split("  ").next().unwrap_or_default();
        let is_word = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
        let words: Vec<&str> = named.split(' ').skip(1).take_while(is_word).collect();
        let ran = home.run(&[words.as_slice(), &["--help"]].concat(), "");
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        assert!(words.is_empty() || ran.out.contains(&format!("careerfit {}", words.join(" "))), "{line}\n{}", ran.out);
    }
}
