//! Owns the browsers of the tests: three engines, each with the driver that belongs to it.

use std::path::{Path, PathBuf};

use crate::apt;
use crate::failure::{Failure, Outcome};
use crate::say::say;
use crate::tools::{self, major, on_path, version_of};

/// What every engine needs from the system's packages; the fonts make pages as wide everywhere.
const PACKAGES: [&str; 6] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "fonts-liberation",
];

/// Where Debian puts libraries of each kind of machine, and among them the one of `WebKitGTK`.
const LIBRARIES: &str = "/usr/lib";

/// What draws a page and runs its scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Blink, in Chromium.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// `WebKit`, in the small browser that comes with `WebKitGTK`.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    fn by_hand(self) -> &'static str {
        match self {
            Self::Chromium => {
                "install Chromium and its WebDriver at one version, so that `chromium` and `chromedriver` \
                 are on the PATH (Debian: apt-get install chromium chromium-driver)"
            }
            Self::Firefox => {
                "install Firefox, so that `firefox-esr` or `firefox` is on the PATH (Debian: apt-get install \
                 firefox-esr); `cargo xtask test` compiles geckodriver"
            }
            Self::WebKit => {
                "install WebKitGTK with its WebDriver and MiniBrowser, and a display that needs no screen \
                 (Debian: apt-get install webkit2gtk-driver xvfb)"
            }
        }
    }
}

/// A browser and what drives it.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser itself.
    pub program: PathBuf,
    /// The program that drives it.
    pub driver: PathBuf,
    /// The program that gives it a display, for one that can't do without.
    pub display: Option<PathBuf>,
}

impl Browser {
    /// Looks for everything the engine needs.
    ///
    /// # Errors
    ///
    /// When something is missing, or when browser and driver refuse each other.
    pub fn find(engine: Engine) -> Outcome<Self> {
        let (program, driver, display) = match engine {
            Engine::Chromium => (on_path("chromium"), on_path("chromedriver"), None),
            Engine::Firefox => {
                let program = on_path("firefox-esr").or_else(|| on_path("firefox"));
                (program, tools::geckodriver(), None)
            }
            Engine::WebKit => (
                mini_browser(Path::new(LIBRARIES)),
                on_path("WebKitWebDriver"),
                Some(on_path("Xvfb")),
            ),
        };
        let missing = |what: &str| {
            let step = format!("look for {engine:?} and its driver");
            let why = format!("there is no {what}");
            Failure::new(step, why, engine.by_hand())
        };
        let found = Self {
            program: program.ok_or_else(|| missing("browser"))?,
            driver: driver.ok_or_else(|| missing("driver"))?,
            display: display
                .map(|display| display.ok_or_else(|| missing("display")))
                .transpose()?,
        };
        match engine {
            Engine::Chromium => found.of_one_version(engine),
            // Their drivers speak to every version.
            Engine::Firefox | Engine::WebKit => Ok(found),
        }
    }

    /// Looks for every engine, and installs what is missing.
    ///
    /// # Errors
    ///
    /// When something could not be installed.
    pub(crate) fn all_ready() -> Outcome {
        tools::install_geckodriver()?;
        if Engine::ALL
            .iter()
            .any(|&engine| Self::find(engine).is_err())
        {
            say("Tools: installing Chromium, Firefox and WebKitGTK with their drivers by apt-get");
            apt::install(&PACKAGES)?;
        }
        Engine::ALL
            .iter()
            .try_for_each(|&engine| Self::find(engine).map(drop))
    }

    /// Chromium's driver refuses a browser of another major version.
    fn of_one_version(self, engine: Engine) -> Outcome<Self> {
        let version = |program: &PathBuf| version_of(program).as_deref().and_then(major);
        match (version(&self.program), version(&self.driver)) {
            (Some(browser), Some(driver)) if browser == driver => Ok(self),
            (browser, driver) => {
                let told = |version: Option<u32>| {
                    version.map_or("an unknown version".to_owned(), |major| major.to_string())
                };
                let (browser, driver) = (told(browser), told(driver));
                let step = "compare Chromium and its driver";
                let why = format!("Chromium is at {browser}, its driver at {driver}");
                Err(Failure::new(step, why, engine.by_hand()))
            }
        }
    }
}

/// `MiniBrowser` lies at `MACHINE/webkit2gtk-VERSION/MiniBrowser` and on no `PATH`.
fn mini_browser(libraries: &Path) -> Option<PathBuf> {
    let folders = |folder: &Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let is_webkit = |folder: &PathBuf| {
        let name = folder.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with("webkit2gtk-"))
    };
    let machines = folders(libraries).into_iter();
    let found = machines
        .flat_map(|machine| folders(&machine))
        .filter(is_webkit)
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|program| program.is_file());
    // The newest, where there are several.
    found.max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_mini_browser_is_found() {
        let libraries = std::env::temp_dir().join(format!("rc-libraries-{}", std::process::id()));
        assert_eq!(mini_browser(&libraries), None);
        for version in ["webkit2gtk-4.0", "webkit2gtk-4.1", "webkit2gtk-5.0", "zlib"] {
            let folder = libraries.join("x86_64-linux-gnu").join(version);
            std::fs::create_dir_all(&folder).unwrap();
            if version != "webkit2gtk-5.0" {
                std::fs::write(folder.join("MiniBrowser"), "").unwrap();
            }
        }
        let found = mini_browser(&libraries).unwrap();
        assert!(found.ends_with("webkit2gtk-4.1/MiniBrowser"), "{found:?}");
        std::fs::remove_dir_all(&libraries).unwrap();
    }
}
