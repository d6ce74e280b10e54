//! Owns what the browser keeps for the page: to be looked at whole, and to be set up before a visit.

use std::collections::BTreeMap;

use recovery_check::domain::check_in::CheckIn;
use recovery_check::domain::date::Day;
use recovery_check::storage::envelope;
use serde_json::{Value, json};

use crate::page::{Page, must, string, strings};

/// Stored text by key.
pub type Stored = BTreeMap<String, String>;

impl Page {
    /// Everything in local storage.
    #[track_caller]
    pub fn stored(&self) -> Stored {
        let stored = self.run("return { ...localStorage };", &json!([]));
        let entries = stored.as_object().into_iter().flatten();
        entries
            .map(|(key, text)| (key.clone(), string(text)))
            .collect()
    }

    /// Every trace the page could leave in this browser, wherever: storage of both kinds, cookies, databases,
    /// caches.
    #[track_caller]
    pub fn traces(&self) -> Vec<String> {
        let script = "const done = arguments[0];
            const named = (kind, names) => names.map(name => `${kind} ${name}`);
            Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, cached]) => done([
                named('local', Object.keys(localStorage)),
                named('session', Object.keys(sessionStorage)),
                named('cookie', document.cookie.split(';').filter(Boolean)),
                named('database', databases.map(database => database.name)),
                named('cache', cached),
            ].flat()));";
        strings(&must(self.session().run_async(script, &json!([]))))
    }

    /// Leaves exactly these entries in local storage, and then opens the page.
    #[track_caller]
    pub fn open_with_stored(&self, entries: &[(&str, &str)]) {
        if !self.address().starts_with(&self.server().url()) {
            self.open();
        }
        let script = "localStorage.clear();
            for (const [key, text] of arguments[0]) localStorage.setItem(key, text);";
        self.run(script, &json!([entries]));
        self.open();
        self.ready();
    }

    /// Brings a file in by the settings, which are on show: chooses it, looks at what is in it, and says yes.
    #[track_caller]
    pub fn bring_in(&self, file: &str) {
        let choose = "const files = new DataTransfer();
            files.items.add(new File([arguments[0]], 'recovery-check.json'));
            const input = document.querySelector('#import-file');
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));";
        self.run(choose, &json!([file]));
        self.see("main [role=status] .rc-bullets");
        let agree = "document.querySelector('main [role=status] .rc-bullets')
            .parentElement.querySelector('button').click();";
        self.run(agree, &json!([]));
    }

    /// Opens the page with this check-in kept, as if the person had been away.
    #[track_caller]
    pub fn come_back_to(&self, check_in: &CheckIn, past: &[CheckIn]) {
        self.come_back_with(check_in, past, &[]);
    }

    /// The same with further entries beside.
    #[track_caller]
    pub fn come_back_with(&self, check_in: &CheckIn, past: &[CheckIn], more: &[(&str, &str)]) {
        let open = check_in
            .open
            .then(|| ("rc-open".to_owned(), "1".to_owned()));
        let key = |check_in: &CheckIn| format!("rc-checkin-{}", check_in.id.name());
        let kept = past.iter().chain([check_in]);
        let entries: Vec<(String, String)> = kept
            .map(|check_in| (key(check_in), envelope::encode(check_in)))
            .chain(open)
            .collect();
        let entries: Vec<(&str, &str)> = entries
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
            .chain(more.iter().copied())
            .collect();
        self.open_with_stored(&entries);
    }

    /// Today, on the browser's calendar.
    #[track_caller]
    pub fn today(&self) -> Day {
        let script = "const now = new Date();
            return Math.floor((now - now.getTimezoneOffset() * 6e4) / 864e5);";
        let number = self.run(script, &Value::Array(Vec::new()));
        let number = number
            .as_u64()
            .and_then(|number| u32::try_from(number).ok());
        must(
            number
                .and_then(Day::new)
                .ok_or("the browser has no calendar"),
        )
    }

    /// Opens another tab of the same browser and goes on there, with nothing loaded. Says how the tab left
    /// behind is called.
    #[track_caller]
    pub fn open_tab(&self) -> String {
        let left = self.tab();
        let tab = self.send("window/new", &json!({ "type": "tab" }));
        self.go_to_tab(&string(&tab["handle"]));
        left
    }

    /// How the tab on show is called.
    #[track_caller]
    pub fn tab(&self) -> String {
        string(&must(self.session().ask("window")))
    }

    /// Goes on in another tab.
    #[track_caller]
    pub fn go_to_tab(&self, tab: &str) {
        self.send("window", &json!({ "handle": tab }));
    }
}
