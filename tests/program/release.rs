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

    let to = home.path("prefix");
    let variables = [("CAREERFIT_FROM", format!("file://{archives}")), ("CAREERFIT_TO", to.display().to_string())];
    let install = || script(&home, "install.sh", &[env!("CARGO_PKG_VERSION")], &variables);
    let done = install();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for file in ["bin/careerfit", "share/man/man1/careerfit.1", "share/bash-completion/completions/careerfit"] {
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
