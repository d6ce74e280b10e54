//! Owns how the program comes in two parts: what the check-in needs, and what is fetched meanwhile.
//!
//! The linker leaves in the program where each function and each text is used. From that the splitter moves whatever is
//! reached only through the door in `src/ui/later.rs` to a file of its own. Both share one memory. wasm-bindgen comes
//! after it, on the first part alone, so what it made of the whole is written over.

use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::failure::{Failure, OrFail, Outcome};
use crate::process::Job;
use crate::project::Project;

/// What the program is compiled with, as an environment variable for cargo: of no use to what runs on this machine.
pub(crate) const LINKING: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "-Clink-arg=--emit-relocs",
);

/// Under this name the program's script asks for the way to the later part.
const LINK: &str = "./later.js";

const STEP: &str = "split the program";
const BY_HAND: &str = "rm -r dist && cargo xtask dist";

/// Splits the program that was just compiled, and writes the first part with its script over what is staged. Gives the
/// file of the later part.
pub(crate) fn split(project: &Project, staging: &Path) -> Outcome<PathBuf> {
    let folder = project.scratch().join("split");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).or_fail(STEP, "make target/xtask writable")?;
    let whole = std::fs::read(project.compiled()).or_fail(STEP, BY_HAND)?;
    let first = folder.join("recovery-check.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.link_name = LINK;
    let split =
        transform(options).map_err(|error| Failure::new(STEP, format!("{error:#}"), BY_HAND))?;
    let [later] = split.split_modules.as_slice() else {
        let why = format!("{} later parts instead of one", split.split_modules.len());
        return Err(Failure::new(STEP, why, "look at src/ui/later.rs"));
    };
    bind(project, &first, staging)?;
    // The splitter's own script knows no integrity.
    let source = project.root().join("src/platform/later.js");
    std::fs::copy(source, staging.join(LINK))
        .or_fail(STEP, "restore src/platform/later.js from git")?;
    Ok(later.clone())
}

fn bind(project: &Project, first: &Path, staging: &Path) -> Outcome {
    let mut bindgen = project.command("wasm-bindgen");
    // The later part is joined through the table of functions, which is the linker's.
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    bindgen.args(["--out-name", "recovery-check", "--out-dir"]);
    bindgen.arg(staging).arg(first);
    Job::new("bind the first part to its script", bindgen).run()
}
