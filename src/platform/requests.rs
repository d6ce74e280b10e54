//! How many requests this page has made, by the browser's own count (Resource Timing).

use js_sys::{Array, Reflect};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use web_sys::{Performance, window};

/// Requests of this page. What the browser or its extensions ask for themselves is not among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requests {
    /// To load the page: the page itself and its files.
    pub loading: u32,
    /// Since it was there.
    pub since: u32,
}

thread_local! {
    /// When the page was there, in the milliseconds of its own clock.
    static LOADED: Cell<f64> = const { Cell::new(f64::INFINITY) };
}

/// From now on requests count as made since the page was there.
pub fn page_is_there() {
    if let Some(clock) = performance() {
        LOADED.set(clock.now());
    }
}

/// The count so far; none where the browser keeps none.
pub fn count() -> Option<Requests> {
    let entries = performance()?.get_entries_by_type("resource");
    let loaded = LOADED.get();
    let mut requests = Requests {
        loading: 1,
        since: 0,
    };
    for entry in Array::from(&entries) {
        let begun = Reflect::get(&entry, &JsValue::from("startTime")).ok()?;
        let is_later = begun.as_f64()? > loaded;
        requests.loading += u32::from(!is_later);
        requests.since += u32::from(is_later);
    }
    Some(requests)
}

fn performance() -> Option<Performance> {
    window()?.performance()
}
