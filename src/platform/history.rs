//! The browser's Back button, which on a phone is the one people use.
//!
//! Each step forward adds an entry that holds only a count: never an answer, a stage or a card. Addresses
//! and titles stay the same. Going back in the browser arrives as the same event as the Back button.

use super::page;
use leptos::prelude::set_timeout;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::{PopStateEvent, window};

/// Where the page stands among its own history entries.
#[derive(Clone, Default)]
pub struct History {
    depth: Rc<Cell<u32>>,
    forgetting: Rc<Cell<bool>>,
}

/// How many steps are held at most: browsers drop the oldest of about 50, and then Back would leave the page.
const MOST: u32 = 40;

impl History {
    /// Picks up the count of this entry, which outlives a reload.
    pub fn resume() -> Self {
        let history = Self::default();
        match current_count() {
            Some(count) => history.depth.set(count),
            // Marks the first entry as ours, so that a jump to an anchor, which has no count, is told from it.
            None => replace(0),
        }
        history
    }

    /// Adds an entry for a step forward.
    pub fn step(&self) {
        if self.depth.get() >= MOST {
            return;
        }
        self.depth.set(self.depth.get() + 1);
        if !self.forgetting.get() {
            push(self.depth.get());
        }
    }

    /// Follows steps back that were taken on the page. Several are one journey: a browser may drop the second of
    /// two calls.
    pub fn undo(&self, steps: u32) {
        let steps = steps.min(self.depth.get());
        self.depth.set(self.depth.get() - steps);
        if let (Some(history), Ok(steps @ 1..)) = (browser(), i32::try_from(steps)) {
            // What arrives then is where we are already, see `listen`.
            let _ = history.go_with_delta(-steps);
        }
    }

    /// True when the browser holds no step of ours to go back to.
    pub fn is_at_its_start(&self) -> bool {
        self.depth.get() == 0
    }

    /// Goes back to the first entry without a word: what lay between is over, and Back from here leaves the
    /// page.
    pub fn forget(&self) {
        const LONG_ENOUGH: Duration = Duration::from_millis(500);
        let steps = i32::try_from(self.depth.replace(0)).unwrap_or(0);
        if steps == 0 {
            return;
        }
        // The way back takes its time. Steps forward meanwhile are only counted, or they would be undone.
        self.forgetting.set(true);
        if let Some(history) = browser() {
            let _ = history.go_with_delta(-steps);
        }
        let this = self.clone();
        set_timeout(move || this.has_forgotten(), LONG_ENOUGH);
    }

    /// Adds the entries for the steps that were taken while the old ones were being left behind.
    fn has_forgotten(&self) {
        if self.forgetting.replace(false) {
            (1..=self.depth.get()).for_each(push);
        }
    }

    /// Calls `went_back` when the person goes back with the browser's own button. Going forward there does
    /// nothing: it must not carry anyone past a question or a safety card.
    pub fn listen(&self, went_back: impl Fn() + 'static) {
        let this = self.clone();
        page::listen(&["popstate"], move |event: PopStateEvent| {
            let Some(to) = count(&event.state()) else {
                return;
            };
            if this.forgetting.get() {
                this.has_forgotten();
            } else if to < this.depth.get() {
                this.depth.set(to);
                went_back();
            }
        });
    }
}

fn push(count: u32) {
    if let Some(history) = browser() {
        // Some frames may not add entries; then the browser's Back leaves the page, as it would have.
        let _ = history.push_state_with_url(&JsValue::from(count), "", None);
    }
}

fn browser() -> Option<web_sys::History> {
    window()?.history().ok()
}

fn current_count() -> Option<u32> {
    count(&browser()?.state().ok()?)
}

fn replace(with: u32) {
    if let Some(history) = browser() {
        let _ = history.replace_state_with_url(&JsValue::from(with), "", None);
    }
}

/// The count an entry holds, if it is one of ours.
fn count(state: &JsValue) -> Option<u32> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number becomes the nearest count"
    )]
    state.as_f64().map(|number| number as u32)
}
