//! The program's side of `boot.js`: what was chosen before the program came, and the word that it is there.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What was chosen before the program came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Early {
    /// True when the check-in was started.
    pub started: bool,
    /// Value of the choice about keeping; empty when not chosen.
    pub keep: String,
    /// Code of the region; empty when not chosen.
    pub region: String,
    /// Code of the answer to the first gate; empty when not answered.
    pub first_gate: String,
}

/// Takes over what was chosen early.
pub fn take_early() -> Early {
    let Some(early) = call("early") else {
        return Early::default();
    };
    let get = |name: &str| Reflect::get(&early, &JsValue::from(name)).unwrap_or_default();
    let text = |name: &str| get(name).as_string().unwrap_or_default();
    Early {
        started: get("started").is_truthy(),
        keep: text("keep"),
        region: text("region"),
        first_gate: text("Q1"),
    }
}

/// Tells the boot script that the program is in place. It gives back focus and presses the waiting button.
pub fn tell_ready() {
    call("ready");
}

/// Tells the boot script that a screen has taken the place of another.
pub fn tell_shown() {
    call("shown");
}

/// Gives the tab a plain name and picture, or its own back.
pub fn set_discreet(discreet: bool) {
    call_with("discreet", &discreet.into());
}

/// Empties the page and loads it anew.
pub fn clear() {
    call("clear");
}

/// Tells the boot script that the program can't go on: the static help takes the page.
pub fn give_up() {
    call("fail");
}

/// Stops the download of the later part, see `later.js`.
pub fn stop_fetching() {
    call("stop");
}

fn call(name: &str) -> Option<JsValue> {
    call_with(name, &JsValue::UNDEFINED)
}

fn call_with(name: &str, argument: &JsValue) -> Option<JsValue> {
    let boot = Reflect::get(&js_sys::global(), &JsValue::from("rcBoot")).ok()?;
    let function: Function = Reflect::get(&boot, &JsValue::from(name))
        .ok()?
        .dyn_into()
        .ok()?;
    function.call1(&boot, argument).ok()
}
