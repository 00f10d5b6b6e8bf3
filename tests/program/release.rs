//! What a release holds and how it is installed, with the very scripts that a release runs.

use crate::run::Home;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

/// A script of the project in a home, with a program that stands for the one a release builds.
fn script(home: &Home, name: &str, arguments: &[&str], variables: &[(&str, String)]) -> Output {
    let mut command = Command::new(format!("{}/.ci/{name}", env!("CARGO_MANIFEST_DIR")));
    command.args(arguments).current_dir(home.path("")).env("HOME", home.path(""));
    command.envs(variables.iter().map(|(name, value)| (name, value))).output().expect("the script runs")
}

fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|ran| ran.status.success())
}

/// Of README and every page beside it in an archive.
fn assert_every_link_leads_somewhere(home: &Home, archives: &str, name: &str) {
    let archive = format!("{archives}/{name}.tar.gz");
    let unpacked = Command::new("tar").args(["-xzf", &archive]).current_dir(home.path("")).status();
    assert!(unpacked.expect("tar").success());
    let folder = home.path(name);
    let pages =
        [folder.clone(), folder.join("docs")].into_iter().flat_map(|folder| fs::read_dir(folder).expect("pages"));
    let pages: Vec<_> = pages.map(|page| page.expect("a page").path()).collect();
    let pages = pages.iter().filter(|page| page.extension().is_some_and(|ending| ending == "md"));
    let mut links = 0;
    for page in pages {
        let text = fs::read_to_string(page).expect("text");
        let named = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in named.filter(|link| !link.is_empty() && !link.contains("://")) {
            assert!(page.with_file_name(link).exists(), "{} links to {link}", page.display());
            links += 1;
        }
    }
    assert!(links > 20, "{links} links are found");
}

#[cfg(target_os = "linux")]
#[test]
fn a_linux_that_no_archive_is_built_for_is_told_how_to_build_it() {
    if !std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci").is_dir() {
        return;
    }
    let home = Home::new();
    let ldd = home.write("bin/ldd", "#!/bin/sh\necho 'musl libc (x86_64)' >&2\nexit 1\n");
    fs::set_permissions(&ldd, fs::Permissions::from_mode(0o755)).expect("a program");
    let path = format!("{}:/usr/bin:/bin", home.path("bin").display());
    let refused = script(&home, "install.sh", &[], &[("PATH", path)]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("musl") && said.contains("cargo install"), "{said}");
}

#[test]
fn an_archive_holds_all_that_a_packager_needs_and_the_installer_takes_only_the_right_one() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci");
    if !folder.is_dir() || !["tar", "curl", "bash"].into_iter().all(is_there) {
        return; // the package from a registry has no scripts, and some systems lack the tools
    }
    let home = Home::new();
    let program = home.write("program", format!("#!/bin/sh\nexec {} \"$@\"\n", env!("CARGO_BIN_EXE_careerfit")));
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a program");
    let machine = std::env::consts::ARCH;
    let target = format!("{machine}-{}", if cfg!(target_os = "macos") { "apple-darwin" } else { "unknown-linux-gnu" });
    let archives = home.path("archives").display().to_string();
    let made = script(&home, "package", &[&target, &archives], &[("PROGRAM", program.display().to_string())]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));

    let name = format!("careerfit-{}-{target}", env!("CARGO_PKG_VERSION"));
    let listed =
        Command::new("tar").arg("-tzf").arg(home.path(&format!("archives/{name}.tar.gz"))).output().expect("tar");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let inside = ["careerfit", "completions/_careerfit", "completions/careerfit.bash", "completions/careerfit.fish"];
    let more = ["man/careerfit.1", "man/careerfit-sessions-restore.1", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-DATA"];
    for file in inside.into_iter().chain(more).chain(["README.md", "CHANGELOG.md"]) {
        assert!(listed.lines().any(|line| line == format!("{name}/{file}")), "{file} is missing in\n{listed}");
    }

    assert_every_link_leads_somewhere(&home, &archives, &name);

    let to = home.path("prefix");
    let variables = [("CAREERFIT_FROM", format!("file://{archives}")), ("CAREERFIT_TO", to.display().to_string())];
    let install = || script(&home, "install.sh", &[env!("CARGO_PKG_VERSION")], &variables);
    let done = install();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let documents = ["share/doc/careerfit/README.md", "share/doc/careerfit/docs/take.md"];
    let installed = ["bin/careerfit", "share/man/man1/careerfit.1", "share/bash-completion/completions/careerfit"];
    for file in installed.into_iter().chain(documents) {
        assert!(to.join(file).is_file(), "{file}");
    }
    let version = Command::new(to.join("bin/careerfit")).arg("--version").output().expect("it runs").stdout;
    assert_eq!(String::from_utf8_lossy(&version), concat!("careerfit ", env!("CARGO_PKG_VERSION"), "\n"));

    fs::remove_dir_all(&to).expect("removed");
    let archive = home.path(&format!("archives/{name}.tar.gz"));
    let mut bytes = fs::read(&archive).expect("an archive");
    bytes.push(0);
    fs::write(&archive, bytes).expect("written");
    let refused = install();
    assert!(!refused.status.success() && !to.join("bin/careerfit").exists());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("not the one that was released"));
}
