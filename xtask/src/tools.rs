//! Owns the build tools: which ones, at which version, and how each is installed when it is missing.
//!
//! A tool already on the `PATH` at the pinned version is used as it is. Otherwise it goes into a
//! cache folder of this project, so nothing the person installed for other projects is replaced.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::failure::{Failure, OrFail, Outcome};
use crate::process::{Job, command_line};
use crate::project::Project;
use crate::say::{say, seconds};

/// A tool that is compiled from its Rust package.
struct CargoTool {
    package: &'static str,
    version: &'static str,
    /// Every program the build needs from the package; the first one is asked for its version.
    programs: &'static [&'static str],
    flags: &'static [&'static str],
}

/// The tools of a build that are compiled from Rust packages. The npm packages are pinned in `xtask/npm/package-lock.json`.
const CARGO_TOOLS: [CargoTool; 2] = [
    CargoTool {
        package: "trunk",
        version: "0.21.14",
        programs: &["trunk"],
        // Without its TLS and update check: quicker to compile, and it can download nothing on its own.
        flags: &["--locked", "--no-default-features"],
    },
    CargoTool {
        package: "wasm-bindgen-cli",
        version: "0.2.130",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // Not `--locked`: its lock file names a crate version that not every registry mirror has.
        flags: &[],
    },
];

/// Makes up bytes for the fuzz targets. Installed for `cargo xtask fuzz` only.
const FUZZ: CargoTool = CargoTool {
    package: "cargo-fuzz",
    version: "0.13.2",
    programs: &["cargo-fuzz"],
    flags: &["--locked"],
};

/// Looks at the licences, sources and known faults of dependencies. Installed for `cargo xtask test` only.
const DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    version: "0.20.2",
    programs: &["cargo-deny"],
    flags: &["--locked"],
};

/// Drives Firefox in the journeys. Kept off the `PATH`: the tests of components would take it for theirs and
/// look for Firefox.
const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    version: "0.37.1",
    programs: &["geckodriver"],
    flags: &["--locked"],
};

/// The tools run for seconds in a build, their compilation for minutes: so no optimising.
const QUICK_INSTALL: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 18;

/// The tools, all there; gives commands that find them.
pub(crate) struct Toolbox {
    path: OsString,
    path_by_hand: String,
}

impl Toolbox {
    /// Makes sure of everything a build needs, and installs what is missing.
    pub(crate) fn ready(project: &Project) -> Outcome<Self> {
        say("Tools: looking for the wasm target, Trunk, wasm-bindgen and the npm packages");
        same_wasm_bindgen(project)?;
        wasm_target(project)?;
        npm_packages(&project.npm(), "esbuild, wasm-opt, axe")?;
        Self::of(&CARGO_TOOLS)
    }

    /// Makes sure of cargo-fuzz alone.
    pub(crate) fn fuzz() -> Outcome<Self> {
        Self::of(&[FUZZ])
    }

    /// Makes sure of cargo-deny alone.
    pub(crate) fn deny() -> Outcome<Self> {
        Self::of(&[DENY])
    }

    fn of(tools: &[CargoTool]) -> Outcome<Self> {
        let mut folders = Vec::new();
        for tool in tools {
            folders.extend(cargo_tool(tool)?);
        }
        Ok(Self {
            path_by_hand: by_hand(&folders),
            path: path_with(folders)?,
        })
    }

    /// What to put before a command typed by hand so that it finds the same tools; empty where it would
    /// anyway.
    pub(crate) fn path_by_hand(&self) -> &str {
        &self.path_by_hand
    }

    /// A command as one would type it, with `before` before it, so that it finds the same tools.
    pub(crate) fn typed(&self, before: &str, command: &Command) -> String {
        let line = command_line(command);
        let (folder, command) = line.split_once("&& ").unwrap_or(("", &line));
        let folder = if folder.is_empty() {
            ""
        } else {
            &format!("{folder}&& ")
        };
        format!("{folder}{}{before}{command}", self.path_by_hand)
    }

    /// A program run in the root folder with the tools on its `PATH`.
    pub(crate) fn command(&self, project: &Project, program: &str) -> Command {
        let mut command = project.command(program);
        command.env("PATH", &self.path);
        command
    }
}

/// Makes sure of `cargo fmt` and `cargo clippy`.
pub(crate) fn components(project: &Project) -> Outcome {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let mut probe = project.command("cargo");
        if succeeds(probe.args([subcommand, "--version"])) {
            continue;
        }
        say(&format!("Tools: adding {component} to the toolchain"));
        let mut add = project.command("rustup");
        add.args(["component", "add", component]);
        Job::new(format!("install {component}"), add).run()?;
    }
    Ok(())
}

/// The first program of that name on the `PATH`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// The first word of `program --version` that looks like a version.
pub(crate) fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    version_in(&text).map(str::to_owned)
}

/// What comes before the first dot, as a number.
pub(crate) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace()
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.contains('.') && word.starts_with(|c: char| c.is_ascii_digit()))
}

fn succeeds(command: &mut Command) -> bool {
    let silent = command.stdout(Stdio::null()).stderr(Stdio::null());
    silent.status().is_ok_and(|status| status.success())
}

/// wasm-bindgen refuses a module made for any other version of itself; better to say so before a build.
fn same_wasm_bindgen(project: &Project) -> Outcome {
    let step = "compare the versions of wasm-bindgen";
    let lock = std::fs::read_to_string(project.root().join("Cargo.lock"));
    let lock = lock.or_fail(step, "restore Cargo.lock from git")?;
    let Some(crate_version) = locked_version(&lock, "wasm-bindgen") else {
        return Ok(());
    };
    let tool = &CARGO_TOOLS[1];
    if crate_version == tool.version {
        return Ok(());
    }
    let why = format!(
        "Cargo.lock has the crate at {crate_version}, the tool is pinned at {}",
        tool.version
    );
    let by_hand =
        "make the crate in Cargo.toml, the tool in xtask/src/tools.rs and Trunk.toml agree";
    Err(Failure::new(step, why, by_hand))
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"')
}

fn wasm_target(project: &Project) -> Outcome {
    let mut ask = project.command("rustc");
    ask.args(["--print", "sysroot"]);
    let sysroot = Job::new("find the Rust toolchain", ask).read()?;
    let installed = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET);
    if installed.is_dir() {
        return Ok(());
    }
    say(&format!("Tools: adding the {WASM_TARGET} target"));
    let mut add = project.command("rustup");
    add.args(["target", "add", WASM_TARGET]);
    Job::new(format!("install the {WASM_TARGET} target"), add).run()
}

/// Makes sure of one tool. Returns the folder to put on the `PATH` when it is not there already.
fn cargo_tool(tool: &CargoTool) -> Outcome<Option<PathBuf>> {
    let right = |program: &Path| version_of(program).as_deref() == Some(tool.version);
    let on_path = |program: &&str| on_path(program).is_some_and(|found| right(&found));
    if tool.programs.iter().all(on_path) {
        return Ok(None);
    }
    let root = home_of(tool)?;
    let folder = root.join("bin");
    let installed = |program: &&str| right(&folder.join(program));
    if !tool.programs.iter().all(installed) {
        install(tool, &root)?;
    }
    Ok(Some(folder))
}

/// The driver of Firefox, where it is installed.
pub(crate) fn geckodriver() -> Option<PathBuf> {
    let right = |program: &PathBuf| version_of(program).as_deref() == Some(GECKODRIVER.version);
    let cached = || Some(home_of(&GECKODRIVER).ok()?.join("bin/geckodriver"));
    on_path("geckodriver")
        .filter(right)
        .or_else(|| cached().filter(right))
}

/// Makes sure of the driver of Firefox.
pub(crate) fn install_geckodriver() -> Outcome {
    cargo_tool(&GECKODRIVER).map(drop)
}

fn home_of(tool: &CargoTool) -> Outcome<PathBuf> {
    Ok(cache()?.join(format!("{}-{}", tool.package, tool.version)))
}

fn install(tool: &CargoTool, root: &Path) -> Outcome {
    let step = format!("install {} {}", tool.package, tool.version);
    say(&format!(
        "Tools: {step} (compiling it takes some minutes, once)"
    ));
    let begun = Instant::now();
    std::fs::create_dir_all(root).or_fail(&step, "make that folder writable")?;
    let mut cargo = Command::new("cargo");
    cargo.args(["install", tool.package, "--version", tool.version]);
    cargo.args(tool.flags).arg("--root").arg(root);
    // Outside the project, so that its settings do not reach the tool.
    cargo.current_dir(root).envs(QUICK_INSTALL);
    cargo.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    Job::new(&step, cargo).run()?;
    say(&format!(
        "Tools: {step}: done in {}",
        seconds(begun.elapsed())
    ));
    Ok(())
}

/// The packages that exports are tried with.
pub(crate) fn forms(project: &Project) -> Outcome {
    npm_packages(&project.npm_forms(), "LHC-Forms and a FHIR validator")
}

/// `npm ci` exactly what the lock file of `folder` says, unless that is what is there.
fn npm_packages(folder: &Path, what: &str) -> Outcome {
    let step = format!("install the npm packages: {what}");
    node()?;
    let wanted = std::fs::read(folder.join("package-lock.json")).or_fail(
        &step,
        "restore the package-lock.json files under xtask from git",
    )?;
    let mark = folder.join("node_modules").join(".installed-lock.json");
    if std::fs::read(&mark).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    say(&format!("Tools: npm ci in {} ({what})", folder.display()));
    let mut npm = Command::new("npm");
    npm.arg("ci").current_dir(folder);
    Job::new(&step, npm).run()?;
    std::fs::write(&mark, wanted).or_fail(&step, "make node_modules under xtask writable")
}

fn node() -> Outcome {
    let step = "look for Node";
    let by_hand = format!(
        "install Node {OLDEST_NODE} or newer with npm, so that `node` and `npm` are on the PATH"
    );
    let node = on_path("node");
    let version = node.as_deref().and_then(version_of);
    match version.as_deref().and_then(major) {
        Some(found) if found >= OLDEST_NODE && on_path("npm").is_some() => Ok(()),
        Some(found) if found >= OLDEST_NODE => {
            Err(Failure::new(step, "there is Node, but no npm", by_hand))
        }
        Some(found) => Err(Failure::new(
            step,
            format!("Node {found} is too old"),
            by_hand,
        )),
        None => Err(Failure::new(
            step,
            "there is no `node` on the PATH",
            by_hand,
        )),
    }
}

fn cache() -> Outcome<PathBuf> {
    let named = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let base = match (named("XDG_CACHE_HOME"), named("HOME")) {
        (Some(cache), _) => PathBuf::from(cache),
        (None, Some(home)) => PathBuf::from(home).join(".cache"),
        (None, None) => {
            let why = "neither XDG_CACHE_HOME nor HOME is set";
            let by_hand = "export XDG_CACHE_HOME=/some/writable/folder";
            return Err(Failure::new("choose a folder for the tools", why, by_hand));
        }
    };
    Ok(base.join("recovery-check").join("tools"))
}

fn by_hand(folders: &[PathBuf]) -> String {
    if folders.is_empty() {
        return String::new();
    }
    let folders: Vec<_> = folders.iter().map(|it| it.to_string_lossy()).collect();
    format!("PATH={}:$PATH ", folders.join(":"))
}

fn path_with(folders: Vec<PathBuf>) -> Outcome<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().chain(std::env::split_paths(&old));
    std::env::join_paths(all).or_fail(
        "put the tools on the PATH",
        "choose a cache folder without a colon in its name (XDG_CACHE_HOME)",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_programs_print() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("v20.20.2\n"), Some("20.20.2"));
        assert_eq!(
            version_in("Chromium 156.0.8078.79 built on Debian"),
            Some("156.0.8078.79")
        );
        assert_eq!(version_in("no version here."), None);
        assert_eq!(major("156.0.8078.79"), Some(156));
    }

    #[test]
    fn a_command_is_typed_with_what_it_needs() {
        let tools = Toolbox {
            path: OsString::new(),
            path_by_hand: "PATH=/tools:$PATH ".to_owned(),
        };
        let mut command = Command::new("cargo");
        command.arg("fuzz").current_dir("/project");
        assert_eq!(
            tools.typed("A=1 ", &command),
            "cd /project && PATH=/tools:$PATH A=1 cargo fuzz"
        );
    }

    #[test]
    fn the_lock_file_says_the_version_of_a_crate() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }

    #[test]
    fn trunk_is_told_the_same_versions() {
        let root = Project::find().unwrap().root().to_owned();
        let trunk = std::fs::read_to_string(root.join("Trunk.toml")).unwrap();
        let [trunk_tool, bindgen] = &CARGO_TOOLS;
        assert!(trunk.contains(&format!("trunk-version = \"={}\"", trunk_tool.version)));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{}\"", bindgen.version)));
    }
}
