//! The one table of keys: footer hints, the help overlay, the key list in docs/keys.md and the config's names are all printed
//! from it.

mod dead;
mod name;
mod remap;
mod table;

pub use dead::DeadKeys;
pub use name::Key;
pub use remap::{Keys, Unusable};
pub use table::{Action, Binding, KeyScope, TABLE};

/// The key list for docs/keys.md, a Markdown table in the order of the help overlay.
pub fn write_markdown() -> String {
    let mut text = String::from("| keys | what they do | config name |\n|---|---|---|\n");
    for binding in TABLE {
        let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
        let name = if binding.is_fixed() { String::new() } else { format!("`{}`", binding.config) };
        text.extend(["| ", &keys.join(" "), " | ", binding.help, " | ", &name, " |\n"]);
    }
    text
}
