//! The one table of keys: footer hints, the help overlay, README's key list and the config's names are all printed
//! from it.

mod name;
mod remap;
mod table;

pub use name::Key;
pub use remap::{Keys, Unusable};
pub use table::{Action, Binding, Place, TABLE};

/// The key list for README, a Markdown table in the order of the help overlay.
pub fn markdown() -> String {
    let mut text = String::from("| keys | what they do | config name |\n|---|---|---|\n");
    for binding in TABLE {
        let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
        let name = if binding.is_fixed() { String::new() } else { format!("`{}`", binding.config) };
        text.extend(["| ", &keys.join(" "), " | ", binding.help, " | ", &name, " |\n"]);
    }
    text
}
