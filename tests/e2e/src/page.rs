//! Owns the verbs of a journey and the questions a test asks of the page.

use std::cell::RefCell;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use xtask::browser::Engine;
use xtask::project::Project;
use xtask::server::Server;

use crate::axe::{self, Violation};
use crate::driver::{Answer, Session};
use crate::engine;
use crate::processes::Processes;
use crate::setup::Setup;

/// How long the page may take to do what was asked.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(20);

/// The page in a browser of its own.
pub struct Page {
    // In this order on drop: the browser first, so that it does not see the server go.
    pub(crate) processes: Processes,
    server: Server,
    /// What is served.
    pub(crate) folder: PathBuf,
    /// What runs before anything of each page, where the server must see to it.
    pub(crate) before: RefCell<String>,
    pub(crate) asked: RefCell<Vec<String>>,
    pub(crate) complaints: RefCell<Vec<String>>,
}

/// Going there.
impl Page {
    #[track_caller]
    pub(crate) fn start(setup: &Setup) -> Self {
        let folder = must(if setup.faulty { faulty() } else { release() });
        let server = Server::start_under(&setup.prefix, &folder, 0);
        let server = must(server.map_err(|error| format!("{error} (cargo xtask test builds it)")));
        let proxy = setup.overheard.then(|| server.address().to_string());
        Self {
            processes: must(Processes::start(setup, proxy)),
            server,
            folder,
            before: RefCell::default(),
            asked: RefCell::default(),
            complaints: RefCell::default(),
        }
    }

    /// The engine that shows it.
    pub fn engine(&self) -> Engine {
        self.processes.engine()
    }

    /// Loads the page and returns as soon as its HTML is there.
    #[track_caller]
    pub fn open(&self) {
        self.go(&self.server.url());
    }

    /// Loads the page with a query or fragment, such as `?lang=de`.
    #[track_caller]
    pub fn open_with(&self, end: &str) {
        self.go(&format!("{}{end}", self.server.url()));
    }

    /// Loads any address.
    #[track_caller]
    pub fn go(&self, address: &str) {
        self.send("url", &json!({ "url": address }));
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.send("refresh", &json!({}));
    }

    /// The browser's own Back.
    #[track_caller]
    pub fn back(&self) {
        self.send("back", &json!({}));
    }

    /// The browser's own Forward.
    #[track_caller]
    pub fn forward(&self) {
        self.send("forward", &json!({}));
    }

    /// Closes the browser and opens it again, with the same profile and nothing loaded.
    #[track_caller]
    pub fn close_and_open_again(&mut self) {
        let engine = self.engine();
        if !engine::keeps_its_profile(engine) {
            must::<(), _>(Err(format!(
                "{engine:?} keeps nothing between sessions when it is driven"
            )));
        }
        must(self.processes.reopen());
    }

    /// Waits until the program has taken over.
    #[track_caller]
    pub fn ready(&self) {
        self.wait("the program to take over", || {
            self.has("html[data-rc-ready]").then_some(())
        });
    }

    /// Waits until the part of the program that is fetched later is there too.
    #[track_caller]
    pub fn whole(&self) {
        self.wait("the rest of the program", || {
            self.has("html[data-rc-whole]").then_some(())
        });
    }
}

/// What a person does.
impl Page {
    /// Chooses an answer of a question by its label, as a finger would.
    #[track_caller]
    pub fn answer(&self, item: &str, code: &str) {
        let what = format!("an answer {code} to {item}");
        let script = "const [item, code] = arguments;
            const box = document.querySelector(
                `fieldset[data-item=\"${item}\"] input[value=\"${code}\"]`);
            return box && box.checkVisibility() ? box.labels[0] ?? box : null;";
        self.click(&what, script, &json!([item, code]));
    }

    /// Presses the visible button or link of that action.
    #[track_caller]
    pub fn press(&self, action: &str) {
        let what = format!("a visible `{action}` to press");
        let script = "return [...document.querySelectorAll(`[data-action=\"${arguments[0]}\"]`)]
            .find(element => element.checkVisibility()) ?? null;";
        self.click(&what, script, &json!([action]));
    }

    /// Presses the visible button with that name for programs that is not among the actions.
    #[track_caller]
    pub fn press_named(&self, name: &str) {
        let what = format!("a visible `{name}` to press");
        let script = "return [...document.querySelectorAll(`[data-press=\"${arguments[0]}\"]`)]
            .find(element => element.checkVisibility()) ?? null;";
        self.click(&what, script, &json!([name]));
    }

    /// Presses the label of the control with this id.
    #[track_caller]
    pub fn press_label(&self, id: &str) {
        let script = "return document.querySelector(`label[for=\"${arguments[0]}\"]`);";
        self.click(id, script, &json!([id]));
    }

    /// Opens the first closed disclosure of the screen.
    #[track_caller]
    pub fn click_summary(&self) {
        let script = "return document.querySelector('main details:not([open]) > summary');";
        self.click("a disclosure", script, &json!([]));
    }

    /// Writes into the field with this id, in place of what stands there.
    #[track_caller]
    pub fn write(&self, id: &str, text: &str) {
        let script = "const field = document.getElementById(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        self.run(script, &json!([id, text]));
    }

    /// Chooses from a native list, such as `region` or `lang`.
    #[track_caller]
    pub fn choose(&self, name: &str, value: &str) {
        let what = format!("`{value}` in the list `{name}`");
        let script = "return document.querySelector(
            `select[name=\"${arguments[0]}\"] option[value=\"${arguments[1]}\"]`);";
        self.click(&what, script, &json!([name, value]));
    }
}

/// What is to be seen.
impl Page {
    /// The name of the screen on show.
    #[track_caller]
    pub fn screen(&self) -> String {
        self.text_of("document.querySelector('main[data-screen]')?.dataset.screen")
    }

    /// Waits for a screen.
    #[track_caller]
    pub fn see_screen(&self, name: &str) {
        self.see(&format!("main[data-screen=\"{name}\"]"));
    }

    /// Waits until an element matches.
    #[track_caller]
    pub fn see(&self, selector: &str) {
        self.wait(selector, || self.has(selector).then_some(()));
    }

    /// Whether an element matches now.
    #[track_caller]
    pub fn has(&self, selector: &str) -> bool {
        let script = "return document.querySelector(arguments[0]) !== null;";
        self.run(script, &json!([selector])) == true
    }

    /// The safety cards, in the order they are shown.
    #[track_caller]
    pub fn cards(&self) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll('[data-card]')].map(c => c.dataset.card);";
        strings(&self.run(script, &json!([])))
    }

    /// The code of a result, such as `stage` or `total`; empty where it is not shown.
    #[track_caller]
    pub fn result(&self, name: &str) -> String {
        let script = "return document.querySelector(`[data-result=\"${arguments[0]}\"]`)?.dataset.value ?? '';";
        string(&self.run(script, &json!([name])))
    }

    /// The words of the first element that matches; empty where there is none.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText?.trim() ?? '';";
        string(&self.run(script, &json!([selector])))
    }

    /// The words of the focused element, or its accessible label.
    #[track_caller]
    pub fn focused_text(&self) -> String {
        self.text_of(
            "(e => e.labels?.[0]?.innerText || e.innerText || e.getAttribute('aria-label'))\
             (document.activeElement)?.trim()",
        )
    }

    /// Whether an answer is chosen.
    #[track_caller]
    pub fn is_chosen(&self, item: &str, code: &str) -> bool {
        self.has(&format!(
            "fieldset[data-item=\"{item}\"] input[value=\"{code}\"]:checked"
        ))
    }

    /// What axe-core finds wrong with the page as it stands.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        must(axe::violations(self.session()))
    }

    /// Saves a picture of the window.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) {
        must(self.save_picture(file));
    }
}

/// What went over the wire, and what the browser objected to.
impl Page {
    /// The server, to see what it was asked and to make it fail.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Waits until everything that loading asks for has been asked for: both parts of the program, and the icon that the
    /// browser fetches when it likes.
    #[track_caller]
    pub fn see_quiet_network(&self) {
        self.whole();
        self.wait("the last download", || {
            let all = ["/", ".js", ".wasm", "icon.svg"];
            all.iter()
                .all(|ending| self.server.count(ending) > 0)
                .then_some(())
        });
    }

    /// The address in the address bar.
    #[track_caller]
    pub fn address(&self) -> String {
        self.text_of("location.href")
    }

    /// Runs the body of a function in the page.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &Value) -> Value {
        must(self.session().run(script, arguments))
    }

    /// Waits until a question has an answer, and panics naming what never came.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, question: impl Fn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(answer) = question() {
                return answer;
            }
            if begun.elapsed() > PATIENCE {
                return must(Err(format!("waited {PATIENCE:?} in vain for {what}")));
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Clicks the element that a script finds, as soon as it does. The program may replace the element
    /// between finding and clicking; then the one that took its place is meant.
    #[track_caller]
    pub(crate) fn click(&self, what: &str, script: &str, arguments: &Value) {
        self.wait(what, || {
            let found = self.run(script, arguments);
            if found.is_null() {
                return None;
            }
            match self.session().click(&found) {
                Err(why) if why.contains("stale element") => None,
                clicked => Some(must(clicked)),
            }
        });
    }

    #[track_caller]
    pub(crate) fn send(&self, path: &str, body: &Value) -> Value {
        must(self.session().send(path, body))
    }

    #[track_caller]
    pub(crate) fn session(&self) -> &Session {
        must(self.processes.session())
    }

    #[track_caller]
    pub(crate) fn text_of(&self, expression: &str) -> String {
        string(&self.run(&format!("return {expression} ?? '';"), &json!([])))
    }

    fn save_picture(&self, file: &Path) -> Answer<()> {
        let text = string(&self.processes.session()?.ask("screenshot")?);
        let bytes = STANDARD.decode(text).map_err(|error| error.to_string())?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        std::fs::write(file, bytes).map_err(|error| error.to_string())
    }

    /// How things stood when a test gave up. Nothing here may panic again.
    fn last_words(&self) -> Answer<()> {
        let session = self.processes.session()?;
        let script =
            "return [location.href, document.querySelector('main')?.dataset.screen ?? 'none'];";
        let place = session.run(script, &json!([]))?;
        eprintln!("the page was at {place} in {:?}", self.engine());
        if engine::has_devtools(self.engine()) {
            let said = session.send("se/log", &json!({ "type": "browser" }))?;
            for entry in said.as_array().into_iter().flatten() {
                eprintln!("the browser said: {}", string(&entry["message"]));
            }
        }
        let test = std::thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        let project = Project::find().map_err(|failure| failure.to_string())?;
        let file = project.root().join(format!("target/e2e/{test}.png"));
        self.save_picture(&file)?;
        eprintln!("a picture is in target/e2e/{test}.png");
        Ok(())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Err(why) = self.last_words()
        {
            eprintln!("the browser can say no more: {why}");
        }
    }
}

pub(crate) fn string(value: &Value) -> String {
    value.as_str().unwrap_or("").to_owned()
}

pub(crate) fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(string).collect()
}

/// The folder to be served: `dist`, or the one that `RC_DIST` names, so that a build can be tested while the
/// next one is being made.
///
/// # Errors
///
/// Outside of the project.
pub fn release() -> Answer<PathBuf> {
    if let Some(folder) = std::env::var_os("RC_DIST") {
        return Ok(folder.into());
    }
    let project = Project::find().map_err(|failure| failure.to_string())?;
    Ok(project.dist())
}

/// The build that journeys break on purpose.
fn faulty() -> Answer<PathBuf> {
    let project = Project::find().map_err(|failure| failure.to_string())?;
    Ok(project.faulty())
}

/// A journey that cannot go on ends here, at the line of the test that called the verb.
#[track_caller]
pub(crate) fn must<T, E: Display>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(why) => panic!("{why}"),
    }
}
