//! Owns `cargo xtask test`: every check in order, each named and timed, and the count at the end.
//!
//! A check that fails does not stop the others, so one run tells everything that is wrong. Only what
//! cannot work without an earlier one is left out.

use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::browser::Browser;
use crate::deny;
use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::fuzz;
use crate::process::Job;
use crate::project::Project;
use crate::say::{say, seconds};
use crate::tally::Tally;
use crate::tools::{self, Toolbox};
use crate::web;

const WASM: [&str; 4] = ["--target", "wasm32-unknown-unknown", "--features", "csr"];

/// Lists what the crate without features depends on, on any machine.
const PURE_TREE: &str =
    "tree -p recovery-check --no-default-features --edges normal --target all --prefix none";

/// Crates that must not reach the pure part, by how their names begin.
const BROWSER_CRATES: [&str; 6] = [
    "leptos",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "wasm_split",
    "gloo",
];

/// Runs every check and prints `N passed, N failed` last.
pub(crate) fn test(project: &Project) -> ExitCode {
    let mut run = Run {
        project,
        tools: None,
        sum: Tally::default(),
        failures: Vec::new(),
        left_out: Vec::new(),
    };
    run.all();
    for what in &run.left_out {
        say(&format!("\nleft out: {what}"));
    }
    for failure in &run.failures {
        say(&format!("\n{failure}"));
    }
    say(&format!(
        "\n{} passed, {} failed",
        run.sum.passed, run.sum.failed
    ));
    if run.failures.is_empty() && run.sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

struct Run<'project> {
    project: &'project Project,
    tools: Option<Toolbox>,
    sum: Tally,
    failures: Vec<Failure>,
    /// What could not be looked at from here, and why.
    left_out: Vec<String>,
}

impl Run<'_> {
    fn all(&mut self) {
        if !self.step("tools", |run, _| run.prepare()) {
            return;
        }
        self.lints();
        self.step("the pure part has no browser in it", |run, _| run.pure());
        self.dependencies();
        self.cargo(
            "tests on this machine",
            &["test", "--workspace", "--exclude", "e2e"],
        );
        self.cargo(
            "tests of the first screen",
            &["test", "--features", "ssr", "--lib"],
        );
        self.step("fuzz targets compile", |run, _| fuzz::check(run.project));
        if self.has_component_tests() {
            let command = [&["test", "--test", "web"], &WASM[..]].concat();
            self.cargo("tests of components, in the browser", &command);
        }
        if self.step("release build and byte budget", |run, _| {
            dist::dist(run.project)
        }) {
            self.step("build that journeys break on purpose", |run, _| {
                dist::build_faulty(run.project)
            });
            self.cargo(
                "journeys through the release, in the browser",
                &["test", "-p", "e2e"],
            );
        } else {
            say("\n== journeys through the release: left out, there is no release");
        }
    }

    fn lints(&mut self) {
        self.cargo(
            "format",
            &["fmt", "--all", "--check", "--", "--color=never"],
        );
        let deny = ["--", "-D", "warnings"];
        let host = ["clippy", "--workspace", "--all-targets"];
        self.cargo("lints on this machine", &[&host[..], &deny].concat());
        let screen = ["clippy", "--features", "ssr", "--lib", "--bins"];
        self.cargo("lints of the first screen", &[&screen[..], &deny].concat());
        let mut browser = [&["clippy", "--lib", "--bins"], &WASM[..]].concat();
        if self.has_component_tests() {
            browser.extend(["--test", "web"]);
        }
        browser.extend(deny);
        self.cargo("lints for the browser", &browser);
        let target = &WASM[..3];
        let parts = [&["clippy", "--lib", "--bins"], target, &["split"], &deny].concat();
        self.cargo("lints for the browser, in two parts", &parts);
    }

    fn dependencies(&mut self) {
        self.step("licences and sources of dependencies", |run, _| {
            deny::rules(run.project)
        });
        match deny::fetch_advisories(self.project) {
            Ok(()) => {
                self.step("known faults of dependencies", |run, _| {
                    deny::advisories(run.project)
                });
            }
            Err(failure) => {
                say("\n== known faults of dependencies: left out, see the end");
                self.left_out
                    .push(format!("known faults of dependencies\n{failure}"));
            }
        }
    }

    fn has_component_tests(&self) -> bool {
        self.project.root().join("tests/web/main.rs").is_file()
    }

    fn prepare(&mut self) -> Outcome {
        self.tools = Some(Toolbox::ready(self.project)?);
        tools::components(self.project)?;
        tools::forms(self.project)?;
        if let Err(failure) = web::ready() {
            self.left_out
                .push(format!("settings in real web servers\n{failure}"));
        }
        Browser::all_ready()
    }

    fn pure(&self) -> Outcome {
        let words: Vec<&str> = PURE_TREE.split(' ').collect();
        let step = "list what the pure part depends on";
        let tree = Job::new(step, self.command(&words)).read()?;
        match browser_crate(&tree) {
            None => Ok(()),
            Some(line) => Err(Failure::new(
                step,
                format!("`{line}` is in it"),
                "make that dependency optional and name it under `ssr` and `csr` in Cargo.toml",
            )),
        }
    }

    /// One check that is a cargo command.
    fn cargo(&mut self, name: &str, words: &[&str]) {
        self.step(name, |run, tally| {
            let path = run.tools.as_ref().map_or("", Toolbox::path_by_hand);
            let job = Job::new(name, run.command(words));
            job.by_hand(advice(path, words)).follow(&mut |line| {
                say(line);
                tally.read(line);
            })
        });
    }

    /// Announces, runs, times and counts one check. Says whether it passed.
    fn step(&mut self, name: &str, work: impl FnOnce(&mut Self, &mut Tally) -> Outcome) -> bool {
        say(&format!("\n== {name}"));
        let begun = Instant::now();
        let mut tally = Tally::default();
        let outcome = work(self, &mut tally);
        let tally = tally.close(outcome.is_ok());
        self.sum = self.sum.plus(tally);
        let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
        say(&format!(
            "== {name}: {verdict} in {}",
            seconds(begun.elapsed())
        ));
        let passed = outcome.is_ok();
        self.failures.extend(outcome.err());
        passed
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut cargo = match &self.tools {
            Some(tools) => tools.command(self.project, "cargo"),
            None => self.project.command("cargo"),
        };
        cargo.args(words);
        cargo
    }
}

/// What to type to see this check alone, or to put it right where a program can.
fn advice(path: &str, words: &[&str]) -> String {
    match words {
        ["fmt", ..] => "cargo fmt --all".to_owned(),
        words if words.starts_with(&["test"]) && words.ends_with(&WASM) => {
            format!("{path}cargo {}", words.join(" "))
        }
        words => format!("cargo {}", words.join(" ")),
    }
}

fn browser_crate(tree: &str) -> Option<&str> {
    let foreign = |line: &&str| BROWSER_CRATES.iter().any(|name| line.starts_with(name));
    tree.lines().find(foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_advice_can_be_typed() {
        let path = "PATH=/tools:$PATH ";
        assert_eq!(
            advice(path, &["fmt", "--all", "--check"]),
            "cargo fmt --all"
        );
        assert_eq!(advice(path, &["test", "-p", "e2e"]), "cargo test -p e2e");
        let components = [&["test", "--test", "web"], &WASM[..]].concat();
        assert_eq!(
            advice(path, &components),
            "PATH=/tools:$PATH cargo test --test web --target wasm32-unknown-unknown --features csr"
        );
    }

    #[test]
    fn a_browser_crate_in_the_pure_part_is_found() {
        assert_eq!(browser_crate("recovery-check v0.1.0\nserde v1.0.0\n"), None);
        let tree = "recovery-check v0.1.0\ngloo-storage v0.4.0\n";
        assert_eq!(browser_crate(tree), Some("gloo-storage v0.4.0"));
    }
}
