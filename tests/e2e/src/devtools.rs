//! Owns what only Chromium lets a test see and do: its developer tools, and its logs of what was asked of the
//! network and what the console said.

use serde_json::{Value, json};

use crate::engine;
use crate::page::{Page, must, string};

impl Page {
    /// Every address the browser asked the network for since the page was started, this site's or not.
    /// Its own pages and `data:` are not among them.
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        let entries = self.log("performance");
        let messages = entries.iter().filter_map(|entry| entry["message"].as_str());
        let messages = messages.filter_map(|text| serde_json::from_str::<Value>(text).ok());
        let addresses = messages
            .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
            .map(|event| string(&event["message"]["params"]["request"]["url"]))
            .filter(|address| address.starts_with("http") || address.starts_with("ws"));
        self.asked.borrow_mut().extend(addresses);
        self.asked.borrow().clone()
    }

    /// Warnings and errors of the browser's console since the page was started, among them each breach of
    /// the policy.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        let entries = self.log("browser");
        let serious = entries
            .iter()
            .filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING")
            .map(|entry| string(&entry["message"]));
        self.complaints.borrow_mut().extend(serious);
        self.complaints.borrow().clone()
    }

    /// Sees that nothing went wrong unseen. Chromium has a log of that. In every engine an error that nobody caught
    /// ends in the static help.
    ///
    /// # Panics
    /// When something did.
    #[track_caller]
    pub fn see_no_complaint(&self) {
        if engine::has_devtools(self.engine()) {
            assert_eq!(self.complaints(), Vec::<String>::new());
        }
        assert!(!self.has("html[data-rc-failed]"), "the page broke");
    }

    /// A command of the Chrome `DevTools` protocol, such as `Emulation.setEmulatedMedia`.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.need_devtools(command);
        self.send(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        )
    }

    #[track_caller]
    fn log(&self, kind: &str) -> Vec<Value> {
        self.need_devtools(&format!("the log `{kind}`"));
        let entries = self.send("se/log", &json!({ "type": kind }));
        entries.as_array().cloned().unwrap_or_default()
    }

    #[track_caller]
    fn need_devtools(&self, what: &str) {
        let engine = self.engine();
        if !engine::has_devtools(engine) {
            must::<(), _>(Err(format!(
                "{what} needs Chromium, and this is {engine:?}"
            )));
        }
    }
}
