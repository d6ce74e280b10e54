//! Owns what a test needs to see a page fail well: its source, its country, and buttons that lead nowhere.

use serde_json::json;

use crate::page::{Page, must, release, string, strings};

/// The file of the release whose name begins and ends so: its name, and what it holds.
#[track_caller]
pub fn file_of_release(beginning: &str, ending: &str) -> (String, Vec<u8>) {
    let files = must(std::fs::read_dir(must(release()))).flatten();
    let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    let hash = |name: &str| {
        let hash = name.strip_prefix(beginning)?.strip_suffix(ending)?;
        (!hash.contains('-')).then_some(())
    };
    let found = names.find(|name| hash(name).is_some());
    let name = must(found.ok_or_else(|| format!("no {beginning}…{ending} in the release")));
    let bytes = must(std::fs::read(must(release()).join(&name)));
    (name, bytes)
}

impl Page {
    /// The page as it is served.
    #[track_caller]
    pub fn source(&self) -> String {
        let file = self.folder.join("index.html");
        must(std::fs::read_to_string(file))
    }

    /// The code of the country whose lines show.
    #[track_caller]
    pub fn region(&self) -> String {
        string(&self.run(
            "return document.documentElement.dataset.rcHere ?? '';",
            &json!([]),
        ))
    }

    /// Goes to the help lines, chooses a country there, and comes back.
    #[track_caller]
    pub fn choose_help_lines_of(&self, region: &str) {
        let before = self.place();
        self.press("help");
        self.see_place("help");
        self.choose("region", region);
        self.press("back");
        self.see_place(&before);
    }

    /// Controls on show that nothing stands behind once the program is gone: all but links, and the way out.
    #[track_caller]
    pub fn dead_buttons(&self) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll('button, input, select, [role=\"button\"]')]
            .filter(e => e.checkVisibility() && e.dataset.action !== 'exit')
            .map(e => e.outerHTML.slice(0, 80));";
        strings(&self.run(script, &json!([])))
    }
}
