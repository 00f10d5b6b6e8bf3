//! Where sessions are kept.

use super::Error;
use etcetera::BaseStrategy;
#[cfg(unix)]
use std::fs;
use std::path::{Path, PathBuf};

/// The sessions' folder below the platform's data folder: XDG on Linux and macOS, the roaming folder on Windows.
///
/// # Errors
/// [`Error::NoHome`] or [`Error::RelativeHome`] where the system names no home folder that can be used.
pub fn find_data_folder(app: &str) -> Result<PathBuf, Error> {
    let strategy = etcetera::choose_base_strategy().map_err(|_| Error::NoHome)?;
    let folder = strategy.data_dir().join(app).join("sessions");
    if folder.is_absolute() { Ok(folder) } else { Err(Error::RelativeHome(strategy.home_dir().to_path_buf())) }
}

/// What somebody must know who keeps answers in this folder: whether others could change or remove them.
#[cfg(unix)]
pub(super) fn warn_of_exposure(folder: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let data = fs::metadata(folder).ok()?;
    let (own, shown) = (rustix::process::geteuid(), folder.display());
    if !own.is_root() && data.uid() != own.as_raw() {
        return Some(format!(
            "{shown} belongs to somebody else, who can change and remove your answers: set XDG_DATA_HOME to a folder of your own"
        ));
    }

    let is_open = data.mode() & 0o022 != 0;
    is_open.then(|| format!("others can write to {shown}, and change and remove your answers: chmod 700 '{shown}'"))
}

/// Elsewhere the system's own rules for a person's folder hold.
#[cfg(not(unix))]
pub(super) fn warn_of_exposure(_folder: &Path) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_have_a_folder_of_their_own() {
        let folder = find_data_folder("careerfit").expect("a home folder");
        assert!(folder.ends_with("careerfit/sessions"), "{}", folder.display());
        assert!(folder.is_absolute());
    }

    /// Only root can give a folder away, so only for root something is shown here.
    #[cfg(unix)]
    #[test]
    fn somebody_elses_folder_is_no_danger_to_root() {
        let place = tempfile::tempdir().expect("a folder");
        if std::os::unix::fs::chown(place.path(), Some(12_345), None).is_ok() {
            assert_eq!(warn_of_exposure(place.path()), None);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_others_can_write_to_is_named_with_what_to_do() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().expect("a folder");
        let with_mode = |mode: u32| {
            fs::set_permissions(place.path(), fs::Permissions::from_mode(mode)).expect("it is ours");
            warn_of_exposure(place.path())
        };

        assert_eq!((with_mode(0o700), with_mode(0o755)), (None, None), "others may look into the folder, not more");
        for open in [0o720, 0o702, 0o777] {
            let says = with_mode(open).unwrap_or_default();
            assert!(says.contains("others can write to") && says.contains("chmod 700"), "{open:o}: {says}");
        }
    }
}
