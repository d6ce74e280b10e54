//! Owns the browser of the tests: Chromium and the driver that belongs to it.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process::Job;
use crate::say::say;
use crate::tools::{major, on_path, version_of};

const BY_HAND: &str = "install Chromium and its WebDriver at one version, so that `chromium` and \
                       `chromedriver` are on the PATH (Debian: apt-get install chromium chromium-driver)";

/// Chromium and its driver.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// The program that drives it.
    pub driver: PathBuf,
}

impl Browser {
    /// Looks for both on the `PATH`.
    ///
    /// # Errors
    ///
    /// When one is missing, or when they are of different major versions and so refuse each other.
    pub fn find() -> Outcome<Self> {
        let step = "look for Chromium and chromedriver";
        let (Some(chromium), Some(driver)) = (on_path("chromium"), on_path("chromedriver")) else {
            let why = "`chromium` or `chromedriver` is not on the PATH";
            return Err(Failure::new(step, why, BY_HAND));
        };
        let version = |program| version_of(program).as_deref().and_then(major);
        match (version(&chromium), version(&driver)) {
            (Some(browser), Some(of_driver)) if browser == of_driver => {
                Ok(Self { chromium, driver })
            }
            (browser, of_driver) => {
                let told = |version: Option<u32>| {
                    version.map_or("an unknown version".to_owned(), |major| major.to_string())
                };
                let (browser, of_driver) = (told(browser), told(of_driver));
                let why = format!("Chromium is at {browser}, its driver at {of_driver}");
                Err(Failure::new(step, why, BY_HAND))
            }
        }
    }

    /// Looks for both, and installs them with `apt-get` when one is missing.
    ///
    /// # Errors
    ///
    /// When they could not be installed.
    pub fn ready() -> Outcome<Self> {
        if on_path("chromium").is_none() || on_path("chromedriver").is_none() {
            say("Tools: installing Chromium and its driver with apt-get");
            apt(&["update"])?;
            let packages = ["chromium", "chromium-driver", "fonts-liberation"];
            let install = ["install", "--yes", "--no-install-recommends"];
            apt(&[&install[..], &packages[..]].concat())?;
        }
        Self::find()
    }
}

/// `apt-get` that never asks; through `sudo` where the person is not root.
fn apt(words: &[&str]) -> Outcome {
    let step = format!("apt-get {}", words.join(" "));
    if on_path("apt-get").is_none() {
        return Err(Failure::new(step, "this system has no apt-get", BY_HAND));
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
    Job::new(step, command).by_hand(BY_HAND).run()
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
