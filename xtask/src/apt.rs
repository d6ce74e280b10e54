//! Owns how packages of the system are installed: by `apt-get`, which never asks.

use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process::Job;
use crate::tools::on_path;

/// Installs packages with what they need, and nothing that is only recommended.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    let by_hand = format!("install by hand: {}", packages.join(" "));
    let install = ["install", "--yes", "--no-install-recommends"];
    apt(&["update"], &by_hand)?;
    apt(&[&install[..], packages].concat(), &by_hand)
}

/// Through `sudo` where the person is not root.
fn apt(words: &[&str], by_hand: &str) -> Outcome {
    let step = format!("apt-get {}", words.join(" "));
    if on_path("apt-get").is_none() {
        return Err(Failure::new(step, "this system has no apt-get", by_hand));
    }
    let mut command = if is_root() {
        let mut plain = Command::new("apt-get");
        plain.env("DEBIAN_FRONTEND", "noninteractive");
        plain
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    };
    // Without the progress bar, which fills a log.
    command
        .args(["--quiet", "-o", "Dpkg::Use-Pty=0"])
        .args(words);
    Job::new(step, command).by_hand(by_hand).run()
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
