//! Owns where things are: the root of the project and the folders the commands use.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};

/// The checked-out project.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the project around the current folder, so that every command works from any folder in it.
    ///
    /// # Errors
    ///
    /// When neither the current folder nor one above it is the project.
    pub fn find() -> Outcome<Self> {
        let here = std::env::current_dir().unwrap_or_default();
        let root = here
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file() && folder.join("xtask").is_dir());
        match root {
            Some(root) => Ok(Self {
                root: root.to_owned(),
            }),
            None => Err(Failure::new(
                "find the project",
                format!("{} is not inside it", here.display()),
                "change into the folder that holds Trunk.toml and try again",
            )),
        }
    }

    /// The folder that holds `Trunk.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The release folder.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A build that can be broken on purpose, for journeys alone.
    pub fn faulty(&self) -> PathBuf {
        self.scratch().join("faulty")
    }

    /// Where the build tools that come from npm are described and installed.
    pub fn npm(&self) -> PathBuf {
        self.root.join("xtask").join("npm")
    }

    /// Where the programs of others are described and installed that exports must work in. For tests only.
    pub fn npm_forms(&self) -> PathBuf {
        self.root.join("xtask").join("npm-forms")
    }

    /// The release program as cargo leaves it.
    pub(crate) fn compiled(&self) -> PathBuf {
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = self
            .root
            .join(target.unwrap_or_else(|| PathBuf::from("target")));
        target.join("wasm32-unknown-unknown/web/recovery-check.wasm")
    }

    /// What is kept between runs and never published.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.root.join("target").join("xtask")
    }

    /// A program to be run in the root folder.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// A program that came with the npm packages, to be run in the root folder.
    pub(crate) fn npm_command(&self, program: &str) -> Command {
        let path = self.npm().join("node_modules").join(".bin").join(program);
        let mut command = Command::new(path);
        command.current_dir(&self.root);
        command
    }
}
