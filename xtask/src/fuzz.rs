//! Owns `cargo xtask fuzz`: every target in `fuzz/fuzz_targets` for a while, one after the other.
//!
//! A target begins with what is kept under `fuzz/corpus`. What it finds beyond that stays in the scratch folder and
//! helps the next run; what breaks a promise goes to `fuzz/artifacts`.

use std::path::Path;

use crate::failure::{Failure, OrFail, Outcome};
use crate::process::{Job, command_line};
use crate::project::Project;
use crate::say::say;
use crate::tools::Toolbox;

const STEP: &str = "fuzz";

/// cargo-fuzz needs flags of the compiler that are not stable yet. This lets the pinned one take them, so that no
/// other has to be installed.
const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// Runs every target for so many seconds. One that breaks does not stop the others.
pub(crate) fn fuzz(project: &Project, seconds: u32) -> Outcome {
    let tools = Toolbox::fuzz()?;
    let targets = targets(project.root());
    let targets = targets.or_fail(STEP, "restore the folder fuzz from git")?;
    let mut broken = Vec::new();
    for target in &targets {
        say(&format!("\n== {target}, for {seconds} s"));
        let found = project.scratch().join("fuzz").join(target);
        std::fs::create_dir_all(&found).or_fail(STEP, "make target/xtask writable")?;
        let mut cargo = tools.command(project, "cargo");
        cargo.args(["fuzz", "run", "--target-dir", "target/fuzz", target]);
        cargo.arg(found).arg(format!("fuzz/corpus/{target}"));
        cargo.args(["--", &format!("-max_total_time={seconds}")]);
        cargo.args(["-print_final_stats=1", "-verbosity=0"]);
        let (name, value) = UNSTABLE;
        cargo.env(name, value);
        let by_hand = tools.typed(&format!("{name}={value} "), &cargo);
        let ran = Job::new(format!("fuzz {target}"), cargo)
            .by_hand(by_hand)
            .run();
        broken.extend(ran.err());
    }
    match broken.into_iter().reduce(both) {
        None => Ok(()),
        Some(failure) => Err(failure),
    }
}

/// Compiles every target without running or linking it. Names a library that isn't there in the place of the one
/// that runs targets, which would take a C++ compiler and most of the time.
pub(crate) fn check(project: &Project) -> Outcome {
    let mut cargo = project.command("cargo");
    cargo.args(["check", "--locked", "--manifest-path", "fuzz/Cargo.toml"]);
    cargo.args(["--target-dir", "target/fuzz-check"]);
    let by_hand = command_line(&cargo);
    cargo.env("CUSTOM_LIBFUZZER_PATH", "unlinked/libfuzzer.a");
    Job::new("compile the fuzz targets", cargo)
        .by_hand(by_hand)
        .run()
}

/// Two failures told as one.
fn both(one: Failure, other: Failure) -> Failure {
    Failure::new(
        format!("{}, {}", one.step, other.step),
        one.why,
        format!("{}\n           {}", one.by_hand, other.by_hand),
    )
}

/// The names of the targets, in order.
fn targets(root: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root.join("fuzz/fuzz_targets"))? {
        let file = entry?.path();
        names.extend(
            file.file_stem()
                .map(|name| name.to_string_lossy().into_owned()),
        );
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_built_and_has_a_corpus() {
        let project = Project::find().unwrap();
        let manifest = std::fs::read_to_string(project.root().join("fuzz/Cargo.toml")).unwrap();
        let targets = targets(project.root()).unwrap();
        assert!(targets.len() > 3, "the targets have moved");
        for target in targets {
            assert!(
                manifest.contains(&format!("name = \"{target}\"")),
                "{target}"
            );
            assert!(
                project.root().join("fuzz/corpus").join(&target).is_dir(),
                "{target}"
            );
        }
    }

    #[test]
    fn two_failures_name_both_targets() {
        let one = Failure::new("fuzz a", "it broke", "a again");
        let other = Failure::new("fuzz b", "it broke", "b again");
        let failure = both(one, other);
        assert_eq!(failure.step, "fuzz a, fuzz b");
        assert!(failure.by_hand.contains("a again") && failure.by_hand.contains("b again"));
    }
}
