//! Owns the processes: one driver, the browser it starts, their display and their profile; all gone on drop.

use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;
use xtask::browser::{Browser, Engine};

use crate::driver::{Answer, Session};
use crate::engine::{Start, speaks};
use crate::setup::Setup;

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// Ours is every process that has this in its environment, with the profile for its value.
const MARK: &str = "RC_E2E_PROFILE";

/// A running browser with an empty profile.
#[derive(Debug)]
pub struct Processes {
    engine: Engine,
    // In this order on drop: the driver may still need its display.
    driver: Option<Child>,
    display: Option<Display>,
    profile: PathBuf,
    port: u16,
    capabilities: Value,
    session: Option<Session>,
}

impl Processes {
    /// Starts driver and browser; every request goes through the proxy, if there is one.
    ///
    /// # Errors
    ///
    /// When either is missing or does not start.
    pub fn start(setup: &Setup, proxy: Option<String>) -> Answer<Self> {
        let engine = setup.engine;
        if !speaks(engine, &setup.language) {
            return Err(format!(
                "{engine:?} can't be told to speak {}",
                setup.language
            ));
        }
        let browser = Browser::find(engine).map_err(|failure| failure.to_string())?;
        let profile = new_profile();
        std::fs::create_dir_all(&profile).map_err(|error| error.to_string())?;
        // From here on whatever has been started ends with this.
        let mut processes = Self {
            engine,
            driver: None,
            display: None,
            profile: profile.clone(),
            port: 0,
            capabilities: Value::Null,
            session: None,
        };
        if let Some(program) = &browser.display {
            processes.display = Some(Display::start(program)?);
        }
        let start = Start {
            engine,
            browser: &browser,
            profile: &profile,
            display: processes.display.as_ref().map(|display| display.number),
            proxy,
            setup,
        };
        processes.capabilities = start.capabilities();
        processes.start_driver(&start)?;
        processes.session = Some(Session::open(processes.port, &processes.capabilities)?);
        Ok(processes)
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

    /// Closes the browser as a person does, and waits until it has put everything away.
    pub fn close(&mut self) {
        if let Some(session) = self.session.take() {
            session.close();
        }
        let begun = Instant::now();
        while !users_of(&self.profile, self.driver.as_ref().map(Child::id)).is_empty() {
            if begun.elapsed() > PATIENCE {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The browser's folder.
    pub fn profile(&self) -> &Path {
        &self.profile
    }

    /// The window.
    ///
    /// # Errors
    ///
    /// When the browser was never opened.
    pub fn session(&self) -> Answer<&Session> {
        self.session.as_ref().ok_or_else(|| "no session".to_owned())
    }

    /// What runs.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Not every driver says which port it took, so it is given one. Another process may take that in
    /// between; then the driver ends, and the next one is tried.
    fn start_driver(&mut self, start: &Start) -> Answer<()> {
        for _ in 0..5 {
            self.port = next_port();
            let mut command = start.driver(self.port);
            command
                .env(MARK, &self.profile)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            let driver = command
                .spawn()
                .map_err(|error| format!("{}: {error}", start.browser.driver.display()))?;
            if listens(self.driver.insert(driver), self.port) {
                return Ok(());
            }
        }
        Err(format!("the driver of {:?} does not listen", self.engine))
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            session.close();
        }
        if let Some(driver) = &mut self.driver {
            let _ = driver.kill();
            let _ = driver.wait();
        }
        kill_users_of(&self.profile);
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// A display that nobody sees.
#[derive(Debug)]
struct Display {
    server: Child,
    /// Kept open to the end: a program whose output is closed may end with it.
    _output: BufReader<ChildStdout>,
    number: u32,
}

impl Display {
    fn start(program: &Path) -> Answer<Self> {
        // It chooses a free number and says which, on its standard output.
        let mut server = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", "1920x1600x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        let Some(output) = server.stdout.take() else {
            return Err("the display has no output".to_owned());
        };
        let mut output = BufReader::new(output);
        let mut line = String::new();
        let _ = output.read_line(&mut line);
        let mut display = Self {
            server,
            _output: output,
            number: 0,
        };
        let number = line.trim().parse();
        display.number = number.map_err(|_| "the display ended before it began".to_owned())?;
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A port that nothing uses, never the same one twice in this process: asking the system for a free one
/// gives two tests the same, and then one of them is served by the other's driver until that ends. Below the
/// range from which systems take the ports of clients, where looking whether a port answers can connect to
/// itself.
pub(crate) fn next_port() -> u16 {
    const FIRST: u32 = 12_000;
    const COUNT: u32 = 20_000;
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    loop {
        // Test programs that run at once begin apart.
        let begin = std::process::id().wrapping_mul(97);
        let next = begin.wrapping_add(GIVEN.fetch_add(1, Ordering::Relaxed)) % COUNT;
        let Ok(port) = u16::try_from(FIRST + next) else {
            continue;
        };
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

pub(crate) fn listens(driver: &mut Child, port: u16) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if driver.try_wait().is_ok_and(|ended| ended.is_some()) {
            return false;
        }
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = driver.kill();
    let _ = driver.wait();
    false
}

fn new_profile() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!(
        "recovery-check-e2e-{}-{number}",
        std::process::id()
    ))
}

/// Ends every process that was started with this profile: they survive a driver that was killed.
fn kill_users_of(profile: &Path) {
    for id in users_of(profile, None) {
        let _ = Command::new("kill").args(["-KILL", &id]).status();
    }
}

/// The processes that were started with this profile, but for the driver. Some engines write over their environment,
/// but those name the profile among their words.
fn users_of(profile: &Path, driver: Option<u32>) -> Vec<String> {
    let mark = format!("{MARK}={}", profile.display());
    let flag = format!("--user-data-dir={}", profile.display());
    let driver = driver.map(|id| id.to_string());
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ours = processes.filter_map(|process| {
        let id = process.file_name().to_string_lossy().into_owned();
        let holds = |file: &str, wanted: &str| {
            let words = std::fs::read(process.path().join(file)).unwrap_or_default();
            let mut words = words.split(|byte| *byte == 0);
            words.any(|word| word == wanted.as_bytes())
        };
        let is_ours = holds("environ", &mark) || holds("cmdline", &flag);
        let is_number = id.bytes().all(|byte| byte.is_ascii_digit());
        (is_ours && is_number && driver.as_ref() != Some(&id)).then_some(id)
    });
    ours.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::next_port;

    #[test]
    fn no_two_drivers_are_given_the_same_port() {
        let asked: Vec<_> = (0..8)
            .map(|_| std::thread::spawn(|| (0..200).map(|_| next_port()).collect::<Vec<_>>()))
            .collect();
        let given: Vec<u16> = asked
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_default())
            .collect();
        assert_eq!(given.len(), 1600);
        assert_eq!(given.iter().collect::<HashSet<_>>().len(), 1600);
        assert!(given.iter().all(|port| *port < 32_768));
    }
}
