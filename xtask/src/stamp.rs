//! Owns the question "did anything change since the last release build?".
//!
//! The stamp holds a hash of everything that goes into a build and one of everything that came out.
//! It answers yes as soon as either differs, so an edited or half-written `dist/` is built again too.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use crate::digest::short;
use crate::failure::{OrFail, Outcome};
use crate::project::Project;

/// Files and folders a release is made from.
const INPUTS: [&str; 14] = [
    "src",
    "style",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "rust-toolchain.toml",
    ".cargo",
    "xtask/src",
    "xtask/Cargo.toml",
    "xtask/npm/package.json",
    "xtask/npm/package-lock.json",
    "LICENSE-APACHE",
    "LICENSE-MIT",
];

const STEP: &str = "look for changes since the last build";

/// The state of the sources, taken before a build so that an edit during it is not missed.
pub(crate) struct Stamp {
    inputs: String,
    file: PathBuf,
    dist: PathBuf,
}

impl Stamp {
    /// Reads the sources of what is built into `dist`.
    pub(crate) fn take(project: &Project, dist: PathBuf) -> Outcome<Self> {
        let name = dist.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{name}.stamp");
        let by_hand = "make every file under src/ and style/ readable";
        let paths = INPUTS.map(|path| project.root().join(path));
        Ok(Self {
            inputs: hash(project.root(), &paths).or_fail(STEP, by_hand)?,
            file: project.scratch().join(name),
            dist,
        })
    }

    /// Whether `dist/` is what these sources gave.
    pub(crate) fn is_fresh(&self) -> bool {
        let kept = std::fs::read_to_string(&self.file);
        kept.is_ok_and(|kept| self.text().is_ok_and(|now| now == kept))
    }

    /// Remembers that `dist/` was built from these sources.
    pub(crate) fn keep(&self) -> Outcome {
        let by_hand = "make target/xtask writable";
        let text = self.text().or_fail(STEP, by_hand)?;
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder).or_fail(STEP, by_hand)?;
        }
        std::fs::write(&self.file, text).or_fail(STEP, by_hand)
    }

    fn text(&self) -> io::Result<String> {
        let outputs = hash(&self.dist, std::slice::from_ref(&self.dist))?;
        Ok(format!("in {}\nout {outputs}\n", self.inputs))
    }
}

/// One hash over names and contents. A path that is not there counts as empty.
fn hash(base: &Path, paths: &[PathBuf]) -> io::Result<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, &mut files)?;
    }
    files.sort();
    let mut lines = String::new();
    for file in files {
        let name = file.strip_prefix(base).unwrap_or(&file);
        let digest = short(&std::fs::read(&file)?);
        let _ = writeln!(lines, "{digest} {}", name.display());
    }
    Ok(short(lines.as_bytes()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp_in(folder: &Path) -> Stamp {
        Stamp {
            inputs: "one".to_owned(),
            file: folder.join("kept/dist.stamp"),
            dist: folder.join("dist"),
        }
    }

    #[test]
    fn a_build_is_fresh_until_something_differs() {
        let folder = std::env::temp_dir().join(format!("rc-stamp-{}", std::process::id()));
        let page = folder.join("dist/index.html");
        std::fs::create_dir_all(folder.join("dist")).unwrap();
        std::fs::write(&page, "page").unwrap();
        let stamp = stamp_in(&folder);
        assert!(!stamp.is_fresh(), "nothing was kept yet");
        stamp.keep().unwrap();
        assert!(stamp.is_fresh());
        std::fs::write(&page, "edited").unwrap();
        assert!(!stamp.is_fresh(), "the output was edited");
        std::fs::write(&page, "page").unwrap();
        let later = Stamp {
            inputs: "two".to_owned(),
            ..stamp_in(&folder)
        };
        assert!(!later.is_fresh(), "the sources were edited");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn every_input_is_there() {
        let project = Project::find().unwrap();
        for path in INPUTS {
            assert!(project.root().join(path).exists(), "{path}");
        }
    }
}
