//! Owns what surrounds the page in the browser: window size, colours, storage that is refused, downloads that
//! are held up, scripts that are off.

use serde_json::json;
use xtask::server::Fault;

use crate::engine::has_devtools;
use crate::page::Page;

impl Page {
    /// Gives the page this much room, down to widths that no desktop window takes.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Makes the window a phone's: narrow, and touched with fingers.
    #[track_caller]
    pub fn become_a_phone(&self) {
        let metrics =
            json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        self.devtools(
            "Emulation.setTouchEmulationEnabled",
            &json!({ "enabled": true }),
        );
    }

    /// Asks for dark or light colours.
    #[track_caller]
    pub fn prefer_dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": features }),
        );
    }

    /// Runs a script before anything of every page that is loaded from now on. Where there are no developer tools the
    /// server puts it before all else, the policy included.
    #[track_caller]
    pub fn before_each_load(&self, script: &str) {
        if has_devtools(self.engine()) {
            self.devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                &json!({ "source": script }),
            );
            return;
        }
        let before = {
            let mut before = self.before.borrow_mut();
            // Each in a scope of its own, as the developer tools have it.
            *before += &["{ ", script, " }"].concat();
            before.clone()
        };
        let head = format!("<head><script>{before}</script>");
        self.server().fail(
            "/",
            Fault::Wrong {
                content_type: "text/html; charset=utf-8".to_owned(),
                bytes: self.source().replacen("<head>", &head, 1).into_bytes(),
            },
        );
    }

    /// Holds every request whose address is like `pattern`, such as `*.wasm`, until [`Page::release`].
    #[track_caller]
    pub fn hold(&self, pattern: &str) {
        let patterns = json!([{ "urlPattern": pattern }]);
        self.devtools("Fetch.enable", &json!({ "patterns": patterns }));
    }

    /// Lets held requests go on.
    #[track_caller]
    pub fn release(&self) {
        self.devtools("Fetch.disable", &json!({}));
    }

    /// Turns scripts off for pages that are loaded from now on.
    #[track_caller]
    pub fn turn_scripts_off(&self) {
        self.devtools(
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": true }),
        );
    }

    /// Goes into the first frame of the page, or with `false` back out of it.
    #[track_caller]
    pub fn enter_frame(&self, enter: bool) {
        let id = if enter { json!(0) } else { json!(null) };
        self.send("frame", &json!({ "id": id }));
    }

    /// Whether an element matches in the first frame of the page; not where the browser shows nothing in it.
    #[track_caller]
    pub fn frame_has(&self, selector: &str) -> bool {
        self.enter_frame(true);
        let script = "return document.querySelector(arguments[0]) !== null;";
        // What takes the place of a refused page lets some drivers run nothing.
        let found = self.session().run(script, &json!([selector]));
        self.enter_frame(false);
        found.is_ok_and(|found| found == true)
    }
}
