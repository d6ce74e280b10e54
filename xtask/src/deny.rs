//! Owns what is asked of the crates in Cargo.lock: licences, sources and known faults, by cargo-deny. What is
//! allowed stands in `deny.toml`.

use crate::failure::Outcome;
use crate::process::Job;
use crate::project::Project;
use crate::tools::Toolbox;

/// Licences on the list, no other source than the registry, and no version left open. A crate in two versions is
/// told only.
pub(crate) fn rules(project: &Project) -> Outcome {
    let check = [
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ];
    deny(project, "look at licences and sources", &check)?.run()
}

/// Brings the list of known faults, which lies on GitHub. Where that can't be reached nothing can be said.
pub(crate) fn fetch_advisories(project: &Project) -> Outcome {
    deny(project, "fetch the list of known faults", &["fetch", "db"])?.run()
}

/// None of the crates is known to be faulty, or was taken back.
pub(crate) fn advisories(project: &Project) -> Outcome {
    let check = ["check", "advisories"];
    deny(project, "look for known faults", &check)?.run()
}

fn deny(project: &Project, step: &str, words: &[&str]) -> Outcome<Job> {
    let tools = Toolbox::deny()?;
    let mut cargo = tools.command(project, "cargo");
    cargo
        .args(["deny", "--locked", "--color", "never"])
        .args(words);
    let by_hand = tools.typed("", &cargo);
    Ok(Job::new(step, cargo).by_hand(by_hand))
}
