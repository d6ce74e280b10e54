//! Owns the files of the page: program, script, styles and boot script, each minified and, where it
//! stays a file, named by the hash of what it finally holds.
//!
//! Trunk's names are taken before its own last change to a file, so two builds could share a name.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::digest::{integrity, short};
use crate::failure::{OrFail, Outcome};
use crate::page::{Mode, name_program};
use crate::process::Job;
use crate::project::Project;
use crate::split::split;

/// How the names of the files begin: what is fetched first, and what is fetched later.
const FIRST: &str = "recovery-check";
pub(crate) const LATER: &str = "recovery-check-later";
const STAGED_WASM: &str = "recovery-check_bg.wasm";
const STAGED_SCRIPT: &str = "recovery-check.js";
const BY_HAND: &str = "rm -r dist && cargo xtask dist";

/// What compiled Rust uses. Spelled out: with `--all-features` the result is a module that browsers
/// refuse, and with too short a list wasm-opt refuses the input.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// A finished file.
pub(crate) struct Named {
    name: String,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

impl Named {
    /// Its address as the page asks for it: relative, so that the folder works at any path.
    pub(crate) fn address(&self) -> String {
        format!("./{}", self.name)
    }

    fn save(folder: &Path, stem: &str, extension: &str, bytes: Vec<u8>) -> io::Result<Self> {
        let name = format!("{stem}-{}.{extension}", short(&bytes));
        std::fs::write(folder.join(&name), &bytes)?;
        Ok(Self { name, bytes })
    }
}

/// The program: in two parts for a release, optimised, then named. First the part that is fetched first.
pub(crate) fn program(
    project: &Project,
    staging: &Path,
    mode: Mode,
) -> Outcome<(Named, Option<Named>)> {
    let later = match mode {
        Mode::Release => Some(split(project, staging)?),
        Mode::Dev => None,
    };
    let later = later.map(|file| part(project, staging, mode, LATER, &file));
    let first = part(project, staging, mode, FIRST, &staging.join(STAGED_WASM))?;
    Ok((first, later.transpose()?))
}

fn part(
    project: &Project,
    staging: &Path,
    mode: Mode,
    name: &str,
    staged: &Path,
) -> Outcome<Named> {
    let step = "optimise the program";
    if mode == Mode::Release {
        let mut wasm_opt = project.npm_command("wasm-opt");
        wasm_opt.arg("-Oz").args(WASM_FEATURES);
        wasm_opt.arg(staged).arg("-o").arg(staged);
        Job::new(step, wasm_opt).run()?;
    }
    let bytes = std::fs::read(staged).or_fail(step, BY_HAND)?;
    std::fs::remove_file(staged).or_fail(step, BY_HAND)?;
    Named::save(staging, name, "wasm", bytes).or_fail(step, BY_HAND)
}

/// The script that wasm-bindgen wrote, told the final names of the program, with the way to the later part in it.
pub(crate) fn script(
    project: &Project,
    staging: &Path,
    mode: Mode,
    wasm: &Named,
    later: Option<&Named>,
) -> Outcome<Named> {
    let step = "minify the script";
    let staged = staging.join(STAGED_SCRIPT);
    let glue = std::fs::read_to_string(&staged).or_fail(step, BY_HAND)?;
    std::fs::write(&staged, glue.replace(STAGED_WASM, &wasm.name)).or_fail(step, BY_HAND)?;
    let joint = staging.join("later.js");
    if let Some(later) = later {
        let source = std::fs::read_to_string(&joint).or_fail(step, BY_HAND)?;
        let values = [
            ("RC_LATER", later.address()),
            ("RC_HASH_LATER", integrity(&later.bytes)),
        ];
        let named = name_program(&source, "src/platform/later.js", &values)?;
        std::fs::write(&joint, named).or_fail(step, BY_HAND)?;
    }
    // Bundled, so that any snippet of a dependency is inside and nothing is fetched one by one.
    let mut esbuild = esbuild(project, mode);
    esbuild.args(["--bundle", "--format=esm"]).arg(&staged);
    let text = Job::new(step, esbuild).read()?;
    std::fs::remove_file(&staged).or_fail(step, BY_HAND)?;
    if later.is_some() {
        std::fs::remove_file(&joint).or_fail(step, BY_HAND)?;
    }
    let snippets = staging.join("snippets");
    if snippets.is_dir() {
        std::fs::remove_dir_all(snippets).or_fail(step, BY_HAND)?;
    }
    Named::save(staging, FIRST, "js", text.into_bytes()).or_fail(step, BY_HAND)
}

/// Every style sheet joined in the order of its entry.
pub(crate) fn style(project: &Project, mode: Mode) -> Outcome<String> {
    let mut esbuild = esbuild(project, mode);
    esbuild.args(["--bundle", "style/main.css"]);
    let text = Job::new("join the styles", esbuild).read()?;
    Ok(text.trim().to_owned())
}

/// The boot script. It stands in a function of its own already; esbuild's wrapper would add 500 bytes
/// for its one `import()`.
pub(crate) fn boot_script(project: &Project, mode: Mode, source: &str) -> Outcome<String> {
    let step = "minify the boot script";
    let file = scratch_file(project, "boot.js", source).or_fail(step, "make target/ writable")?;
    let mut esbuild = esbuild(project, mode);
    esbuild.arg(&file);
    let text = Job::new(step, esbuild).read()?;
    Ok(text.trim().to_owned())
}

fn scratch_file(project: &Project, name: &str, text: &str) -> io::Result<PathBuf> {
    let folder = project.scratch();
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(name);
    std::fs::write(&file, text)?;
    Ok(file)
}

fn esbuild(project: &Project, mode: Mode) -> Command {
    let mut esbuild = project.npm_command("esbuild");
    esbuild.args([
        "--log-level=warning",
        "--charset=utf8",
        "--legal-comments=none",
    ]);
    if mode == Mode::Release {
        esbuild.arg("--minify");
    }
    esbuild
}
