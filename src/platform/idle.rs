//! How long no one has touched the page.

use super::clock::milliseconds;
use super::page::listen;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use web_sys::Event;

/// What counts as a touch.
const TOUCHES: [&str; 4] = ["pointerdown", "keydown", "wheel", "touchstart"];

/// How a page comes back into sight: it is looked at before a second has passed.
const RETURNS: [&str; 2] = ["pageshow", "visibilitychange"];

/// Calls `tell` about every second with the seconds since the last touch. In a tab out of sight browsers call less
/// often; the count goes on.
pub fn every_second(tell: impl Fn(u64) + 'static) {
    let last = Rc::new(Cell::new(milliseconds()));
    let touched = last.clone();
    listen(&TOUCHES, move |_: Event| touched.set(milliseconds()));
    let count = Rc::new(move || {
        let now = milliseconds();
        // A clock set back counts from now on.
        if now < last.get() {
            last.set(now);
        }
        tell((now - last.get()) / 1000);
    });
    let again = count.clone();
    listen(&RETURNS, move |_: Event| again());
    // Fails only where there is no window.
    let _ = leptos::prelude::set_interval_with_handle(move || count(), Duration::from_secs(1));
}
