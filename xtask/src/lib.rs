//! Everything one does with the project: build it, serve it, test it.
//!
//! - `cli` understands the command line, [`run`] calls the command.
//! - Commands: `serve`, `dev`, `dist`, `headers`, `check` (for `test`), `fuzz`, `score` and `export`, which
//!   are the page's own code on this machine, and `finish`, which Trunk calls.
//! - `dist` builds on `tools` and [`browser`] (what must be installed), `stamp` (did anything change?)
//!   and `sizes` (the byte budget); `finish` on `assets`, `page`,
//!   `notice` (what the program is made of) and `digest`; `check` on `tally` and `deny` (what is
//!   asked of dependencies).
//! - [`policy`] says what a browser shall refuse, `files` of which type each file is; `page`, [`server`] and
//!   [`headers`] pass it on.
//! - [`web`] knows the web servers that the settings of [`headers`] are tried in.
//! - [`server`] is the loopback server, used by `serve` and by the journeys in `tests/e2e`.
//! - `apt` installs packages of the system, `process` runs other programs, `say` tells the person, [`failure`] says what went wrong.
//!
//! Invariants: nothing listens beyond the loopback address; every version is pinned, in `tools`, in
//! `xtask/npm/package-lock.json` or in `Cargo.lock`, but for the browsers and their drivers, which
//! come from the system's packages (geckodriver, which Debian lacks, from its Rust package); each error is
//! a [`failure::Failure`] with the step, the reason and what to do by hand.

mod apt;
mod assets;
pub mod browser;
mod check;
mod cli;
mod deny;
mod dev;
mod digest;
mod dist;
mod export;
pub mod failure;
mod files;
mod finish;
mod fuzz;
pub mod headers;
mod notice;
mod page;
pub mod policy;
mod process;
pub mod project;
mod say;
mod score;
mod serve;
pub mod server;
mod sizes;
mod split;
mod stamp;
mod tally;
mod tools;
pub mod web;

use std::process::ExitCode;

use failure::Outcome;
use project::Project;

/// Runs the command the words name. Exit code 2 when they name none, 1 when the command failed.
pub fn run(words: impl Iterator<Item = String>) -> ExitCode {
    let command = match cli::parse(words) {
        Ok(command) => command,
        Err(why) => {
            eprintln!("cargo xtask: {why}\n\n{}", cli::USAGE);
            return ExitCode::from(2);
        }
    };
    match obey(command) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn obey(command: cli::Command) -> Outcome<ExitCode> {
    match command {
        cli::Command::Help => say::say(cli::USAGE),
        cli::Command::Serve(port) => serve::serve(&Project::find()?, port)?,
        cli::Command::Dev(port) => dev::dev(&Project::find()?, port)?,
        cli::Command::Dist => dist::dist(&Project::find()?)?,
        cli::Command::DistFaulty => dist::build_faulty(&Project::find()?)?,
        cli::Command::Headers(form, origins) => {
            say::say(headers::headers(&Project::find()?, form, &origins)?.trim_end());
        }
        cli::Command::Finish => finish::finish(&Project::find()?)?,
        cli::Command::Fuzz(seconds) => fuzz::fuzz(&Project::find()?, seconds)?,
        cli::Command::Score(mode) => return Ok(score::score(mode)),
        cli::Command::Export(kind) => return Ok(export::export(kind)),
        cli::Command::Test => return Ok(check::test(&Project::find()?)),
    }
    Ok(ExitCode::SUCCESS)
}
