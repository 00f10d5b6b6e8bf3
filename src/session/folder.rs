//! Where sessions are kept.

use anyhow::{Context, Result};
use etcetera::BaseStrategy;
use std::path::PathBuf;

/// The sessions' folder below the platform's data folder: XDG on Linux and macOS, the roaming folder on Windows.
pub fn data_folder(app: &str) -> Result<PathBuf> {
    let strategy = etcetera::choose_base_strategy()
        .context("no home folder is known: set HOME to yours, XDG_DATA_HOME alone is not enough")?;
    Ok(strategy.data_dir().join(app).join("sessions"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_have_a_folder_of_their_own() {
        let folder = data_folder("careerfit").expect("a home folder");
        assert!(folder.ends_with("careerfit/sessions"), "{}", folder.display());
        assert!(folder.is_absolute());
    }
}
