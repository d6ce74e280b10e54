//! Owns the last step of a build: what Trunk staged becomes the folder that is published.
//!
//! Trunk calls it with the staging folder in the environment. The order matters: both parts of the program are final
//! before the script names them, all are final before the boot script names them with their integrity,
//! and the page comes last because its policy holds the hashes of what is inline.

use std::path::{Path, PathBuf};

use crate::assets::{self, Named};
use crate::digest::integrity;
use crate::failure::{Failure, OrFail, Outcome};
use crate::notice;
use crate::page::{self, Inline, Mode};
use crate::process::Job;
use crate::project::Project;
use crate::say::say;
use crate::sizes::compressed;

const STEP: &str = "finish the build";
const BY_HAND: &str = "run `cargo xtask dist`, which calls this step through Trunk";

/// Turns the staging folder into the finished one. Trunk says of a failure only that there was one, so it
/// is left for the process that started Trunk.
pub(crate) fn finish(project: &Project) -> Outcome {
    let outcome = from_trunk().and_then(|(staging, mode)| publish(project, &staging, mode));
    if let Err(failure) = &outcome {
        let _ = failure.leave(&left_failure(project));
    }
    outcome
}

/// Where a failure of this step is left.
pub(crate) fn left_failure(project: &Project) -> PathBuf {
    project.scratch().join("finish.failure")
}

fn publish(project: &Project, staging: &Path, mode: Mode) -> Outcome {
    say("Build: optimising and naming the program");
    let (wasm, later) = assets::program(project, staging, mode)?;
    let script = assets::script(project, staging, mode, &wasm, later.as_ref())?;
    say("Build: joining styles and boot script");
    let style = assets::style(project, mode)?;
    let boot = boot(project, mode, &script, &wasm)?;
    say("Build: drawing the first screen");
    let drawn = first_screen(project)?;
    let (title, body) = drawn.split_once('\n').unwrap_or_default();
    let file = staging.join("index.html");
    let staged = std::fs::read_to_string(&file).or_fail(STEP, BY_HAND)?;
    let map = page::import_map(&script.address(), &integrity(&script.bytes));
    let inline = Inline {
        style: &style,
        map: &map,
        boot: &boot,
        title,
        body: body.trim(),
    };
    let page = page::assemble(&staged, &inline, mode)?;
    std::fs::write(&file, page).or_fail(STEP, BY_HAND)?;
    match mode {
        Mode::Release => {
            say("Build: listing what the program is made of");
            notice::write(project, staging)?;
            compress(staging).or_fail(STEP, BY_HAND)
        }
        Mode::Dev => Ok(()),
    }
}

fn from_trunk() -> Outcome<(PathBuf, Mode)> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let Some(staging) = staging else {
        let why = "TRUNK_STAGING_DIR is not set: this step belongs inside a Trunk build";
        return Err(Failure::new(STEP, why, BY_HAND));
    };
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    Ok((staging, if release { Mode::Release } else { Mode::Dev }))
}

fn boot(project: &Project, mode: Mode, script: &Named, wasm: &Named) -> Outcome<String> {
    let source = std::fs::read_to_string(project.root().join("src/platform/boot.js"));
    let source = source.or_fail(STEP, "restore src/platform/boot.js from git")?;
    let filled = page::name_program(
        &source,
        "src/platform/boot.js",
        &[
            ("RC_SCRIPT_INTEGRITY", integrity(&script.bytes)),
            ("RC_WASM_INTEGRITY", integrity(&wasm.bytes)),
            ("RC_SCRIPT", script.address()),
            ("RC_WASM", wasm.address()),
        ],
    )?;
    assets::boot_script(project, mode, &filled)
}

/// The title on a line of its own and the inner HTML of the body, drawn on this machine by the page's own components.
fn first_screen(project: &Project) -> Outcome<String> {
    let mut cargo = project.command("cargo");
    cargo.args([
        "run",
        "--quiet",
        "--locked",
        "--features",
        "ssr",
        "--bin",
        "prerender",
    ]);
    Job::new("draw the first screen", cargo).read()
}

/// Writes a `.br` beside every file a browser asks for.
fn compress(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let file = entry?.path();
        let extension = file.extension().and_then(|extension| extension.to_str());
        if let Some(extension @ ("html" | "js" | "wasm")) = extension {
            let small = compressed(&std::fs::read(&file)?);
            std::fs::write(file.with_extension(format!("{extension}.br")), small)?;
        }
    }
    Ok(())
}
