//! Owns what differs between the engines: how a driver is started, what it is told, and how it says that it
//! listens. Every other file speaks the protocol that all three share.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use xtask::browser::{Browser, Engine};

use crate::setup::Setup;

/// Chromium without a display, asking nobody for anything but the page.
const CHROMIUM: [&str; 11] = [
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

/// Everything a driver is started and a session is opened with.
pub(crate) struct Start<'start> {
    pub(crate) engine: Engine,
    pub(crate) browser: &'start Browser,
    /// A folder of its own, gone at the end.
    pub(crate) profile: &'start Path,
    /// The number of the display, where the engine needs one.
    pub(crate) display: Option<u32>,
    /// Where every request is sent through, if anywhere: host and port.
    pub(crate) proxy: Option<String>,
    pub(crate) setup: &'start Setup,
}

impl Start<'_> {
    /// The driver, to listen on a port of our choice.
    pub(crate) fn driver(&self, port: u16) -> Command {
        let mut driver = Command::new(&self.browser.driver);
        match self.engine {
            Engine::Chromium => {
                driver.arg(format!("--port={port}"));
            }
            Engine::Firefox => {
                driver.args(["--port", &port.to_string()]);
                // Another one of its own, or two Firefoxes at once would take the same.
                driver.args(["--websocket-port", "0"]);
                driver.env("HOME", self.profile);
                driver.env("MOZ_HEADLESS_WIDTH", self.setup.width.to_string());
                driver.env("MOZ_HEADLESS_HEIGHT", self.setup.height.to_string());
            }
            Engine::WebKit => {
                driver.arg(format!("--port={port}"));
                for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
                    driver.env(name, self.profile);
                }
                // One that is not installed makes it speak American English.
                driver.env("LC_ALL", "en_US.UTF-8").env_remove("LANGUAGE");
                driver.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
            }
        }
        if let Some(display) = self.display {
            driver.env("DISPLAY", format!(":{display}"));
        }
        driver
    }

    /// What a session is asked for.
    pub(crate) fn capabilities(&self) -> Value {
        let mut capabilities = match self.engine {
            Engine::Chromium => self.chromium(),
            Engine::Firefox => self.firefox(),
            Engine::WebKit => self.webkit(),
        };
        let waits = self.setup.waits;
        capabilities["pageLoadStrategy"] = json!(if waits { "normal" } else { "none" });
        if let Some(proxy) = &self.proxy {
            capabilities["proxy"] =
                json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy });
        }
        capabilities
    }

    fn chromium(&self) -> Value {
        let setup = self.setup;
        let mut flags: Vec<String> = CHROMIUM.map(str::to_owned).to_vec();
        flags.push(format!("--lang={}", setup.language));
        flags.push(format!("--window-size={},{}", setup.width, setup.height));
        flags.push(format!("--user-data-dir={}", self.profile.display()));
        if self.proxy.is_some() {
            // Not past the proxy for addresses of this machine, as is usual.
            flags.push("--proxy-bypass-list=<-loopback>".to_owned());
        }
        let mut settings = json!({ "intl.accept_languages": setup.language });
        if setup.refuses {
            settings["profile.default_content_setting_values.cookies"] = json!(2);
        }
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": self.browser.program,
                "args": flags,
                "prefs": settings,
            },
            "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
        })
    }

    fn firefox(&self) -> Value {
        let setup = self.setup;
        json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": self.browser.program,
                "args": ["-headless", "-profile", self.profile],
                "prefs": {
                    "intl.accept_languages": setup.language,
                    // Not past the proxy for addresses of this machine, as is usual.
                    "network.proxy.allow_hijacking_localhost": true,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    // 2 lets no site keep anything.
                    "network.cookie.cookieBehavior": if setup.refuses { 2 } else { 5 },
                },
            },
        })
    }

    fn webkit(&self) -> Value {
        let setup = self.setup;
        json!({
            "webkitgtk:browserOptions": {
                "binary": self.browser.program,
                "args": ["--automation", format!("--geometry={}x{}", setup.width, setup.height)],
            },
        })
    }
}

/// Whether the engine has its developer tools behind `WebDriver`, and a log of what it says and asks for.
pub(crate) fn has_devtools(engine: Engine) -> bool {
    engine == Engine::Chromium
}

/// Whether the engine can be told its language: `WebKit` takes that from the system's locales.
pub(crate) fn speaks(engine: Engine, language: &str) -> bool {
    engine != Engine::WebKit || language == "en-US"
}

/// Whether a profile outlives the session: an automated `WebKit` keeps everything in memory.
pub(crate) fn keeps_its_profile(engine: Engine) -> bool {
    engine != Engine::WebKit
}
