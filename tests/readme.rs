//! README says what the program does.

use careerfit::tui::keys::markdown;
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
