//! Owns the processes: one chromedriver, the browser it starts, their profile; all gone on drop.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use xtask::browser::Browser;

use crate::driver::{Answer, Session};
use crate::setup::Setup;

/// Quiet, without a display, and asking nobody for anything but the page.
const FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
];

/// A running browser with an empty profile.
#[derive(Debug)]
pub struct Chrome {
    driver: Child,
    /// Kept open to the end: a driver whose output is closed may end with it.
    output: BufReader<ChildStdout>,
    profile: PathBuf,
    port: u16,
    capabilities: Value,
    session: Option<Session>,
}

impl Chrome {
    /// Starts driver and browser.
    ///
    /// # Errors
    ///
    /// When either is missing or does not start.
    pub fn start(setup: &Setup) -> Answer<Self> {
        let browser = Browser::find().map_err(|failure| failure.to_string())?;
        let mut driver = Command::new(&browser.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("chromedriver: {error}"))?;
        let Some(output) = driver.stdout.take() else {
            return Err("chromedriver has no output".to_owned());
        };
        let profile = new_profile();
        let capabilities = capabilities(setup, &browser.chromium, &profile);
        let mut chrome = Self {
            driver,
            output: BufReader::new(output),
            profile,
            port: 0,
            capabilities,
            session: None,
        };
        chrome.port = chrome.read_port()?;
        chrome.session = Some(Session::open(chrome.port, &chrome.capabilities)?);
        Ok(chrome)
    }

    /// Closes the browser as a person does, and opens it again with the same profile.
    ///
    /// # Errors
    ///
    /// When it does not start again.
    pub fn reopen(&mut self) -> Answer<()> {
        if let Some(session) = self.session.take() {
            session.close();
        }
        self.session = Some(Session::open(self.port, &self.capabilities)?);
        Ok(())
    }

    /// The window.
    ///
    /// # Errors
    ///
    /// When the browser was never opened.
    pub fn session(&self) -> Answer<&Session> {
        self.session.as_ref().ok_or_else(|| "no session".to_owned())
    }

    /// The driver chose a free port itself and says which.
    fn read_port(&mut self) -> Answer<u16> {
        let mut line = String::new();
        while self.output.read_line(&mut line).is_ok_and(|read| read > 0) {
            let said = line.split_once("started successfully on port ");
            if let Some((_, port)) = said {
                let port = port.trim().trim_end_matches('.');
                return port.parse().map_err(|_| format!("no port in {line:?}"));
            }
            line.clear();
        }
        Err("chromedriver ended before it named its port".to_owned())
    }
}

impl Drop for Chrome {
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            session.close();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        kill_users_of(&self.profile);
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn new_profile() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!(
        "recovery-check-e2e-{}-{number}",
        std::process::id()
    ))
}

fn capabilities(setup: &Setup, chromium: &Path, profile: &Path) -> Value {
    let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
    flags.push(format!("--lang={}", setup.language));
    flags.push(format!("--window-size={},{}", setup.width, setup.height));
    flags.push(format!("--user-data-dir={}", profile.display()));
    json!({
        "browserName": "chrome",
        "pageLoadStrategy": if setup.waits { "normal" } else { "none" },
        "goog:chromeOptions": {
            "binary": chromium,
            "args": flags,
            "prefs": { "intl.accept_languages": setup.language },
        },
        "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
    })
}

/// Ends every process that was started with this profile: they survive a driver that was killed.
fn kill_users_of(profile: &Path) {
    let flag = format!("--user-data-dir={}", profile.display());
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return;
    };
    for process in processes.flatten() {
        let id = process.file_name().to_string_lossy().into_owned();
        let words = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
        let uses = words
            .split(|byte| *byte == 0)
            .any(|word| word == flag.as_bytes());
        if uses && id.bytes().all(|byte| byte.is_ascii_digit()) {
            let _ = Command::new("kill").args(["-KILL", &id]).status();
        }
    }
}
