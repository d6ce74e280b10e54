//! The browser's Back button, which on a phone is the one people use.
//!
//! Each step forward adds an entry that holds only a count: never an answer, a stage or a card. Addresses
//! and titles stay the same. Going back in the browser arrives as the same event as the Back button.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{PopStateEvent, window};

/// Where the page stands among its own history entries.
#[derive(Clone, Default)]
pub struct History {
    depth: Rc<Cell<u32>>,
}

impl History {
    /// Picks up the count of this entry, which outlives a reload.
    pub fn resume() -> Self {
        let state = window().and_then(|window| window.history().ok()?.state().ok());
        Self {
            depth: Rc::new(Cell::new(state.map_or(0, |state| count(&state)))),
        }
    }

    /// Adds an entry for a step forward.
    pub fn step(&self) {
        self.depth.set(self.depth.get() + 1);
        let state = JsValue::from(self.depth.get());
        if let Some(history) = window().and_then(|window| window.history().ok()) {
            // Some frames may not add entries; then the browser's Back leaves the page, as it would have.
            let _ = history.push_state_with_url(&state, "", None);
        }
    }

    /// Goes back one entry, if one of ours is there; the step then arrives through [`History::listen`].
    pub fn back(&self) -> bool {
        self.depth.get() > 0
            && window()
                .and_then(|window| window.history().ok()?.back().ok())
                .is_some()
    }

    /// Calls `went_back` when the person goes back with the browser's own button. Going forward there does
    /// nothing: it must not carry anyone past a question or a safety card.
    pub fn listen(&self, went_back: impl Fn() + 'static) {
        let depth = self.depth.clone();
        let on_pop = Closure::<dyn Fn(PopStateEvent)>::new(move |event: PopStateEvent| {
            let from = depth.replace(count(&event.state()));
            if depth.get() < from {
                went_back();
            }
        });
        if let Some(window) = window() {
            let listener = on_pop.as_ref().unchecked_ref();
            // Fails for no event type we could name.
            let _ = window.add_event_listener_with_callback("popstate", listener);
        }
        // The page listens as long as it lives.
        on_pop.forget();
    }
}

fn count(state: &JsValue) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // A float becomes the nearest count; whatever else a state may hold counts as none.
    let count = state.as_f64().map_or(0, |number| number as u32);
    count
}
