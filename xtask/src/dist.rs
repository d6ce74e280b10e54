//! Owns the release folder: builds it when something changed, and holds it to the byte budget.

use std::path::Path;
use std::time::Instant;

use crate::failure::{Failure, OrFail, Outcome};
use crate::finish::left_failure;
use crate::process::Job;
use crate::project::Project;
use crate::say::{say, seconds};
use crate::sizes::Sizes;
use crate::split::LINKING;
use crate::stamp::Stamp;
use crate::tools::Toolbox;

/// `cargo xtask dist`: the release folder, its table of bytes, the budget.
pub(crate) fn dist(project: &Project) -> Outcome {
    build(project)?;
    let sizes = Sizes::of(&project.dist())?;
    say(&sizes.table());
    sizes.within_budget()
}

/// Builds `dist/` unless it already is what the sources give.
pub(crate) fn build(project: &Project) -> Outcome {
    build_into(project, &project.dist(), "split")
}

/// Builds what journeys break on purpose, apart from the release.
pub(crate) fn build_faulty(project: &Project) -> Outcome {
    build_into(project, &project.faulty(), "split,faults")
}

fn build_into(project: &Project, folder: &Path, features: &str) -> Outcome {
    let stamp = Stamp::take(project, folder.to_owned())?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    if stamp.is_fresh() {
        say(&format!("Build: nothing changed, {name}/ is up to date"));
        return Ok(());
    }
    let tools = Toolbox::ready(project)?;
    say("Build: compiling the release (a few minutes the first time)");
    let begun = Instant::now();
    let mut trunk = trunk(project, &tools)?;
    trunk
        .args(["build", "--release", "--quiet", "--dist"])
        .arg(folder)
        .args(["--features", features])
        .env(LINKING.0, LINKING.1);
    let by_hand = "repair what is named above; `cargo xtask dist` builds again";
    let job = Job::new("build the release with Trunk", trunk).by_hand(by_hand);
    let left = left_failure(project);
    let _ = Failure::take(&left);
    job.run()
        .map_err(|failure| Failure::take(&left).unwrap_or(failure))?;
    stamp.keep()?;
    say(&format!(
        "Build: {name}/ is ready after {}",
        seconds(begun.elapsed())
    ));
    Ok(())
}

/// Trunk with what its finishing step needs to find this program again.
pub(crate) fn trunk(project: &Project, tools: &Toolbox) -> Outcome<std::process::Command> {
    let this = std::env::current_exe();
    let this = this.or_fail("find this program", "start it as `cargo xtask`")?;
    let mut trunk = tools.command(project, "trunk");
    trunk.args(["--color", "never"]).env("RC_XTASK", this);
    // Trunk takes only `true` and `false` here, where the convention is any value.
    trunk.env_remove("NO_COLOR");
    // Its errors are told without the way through its own code.
    trunk.env("RUST_BACKTRACE", "0");
    Ok(trunk)
}
