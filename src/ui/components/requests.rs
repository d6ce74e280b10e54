//! How many requests the page has made, counted by the browser and shown as it counts.

use crate::platform::requests::count;
use crate::ui::context::Context;
use crate::ui::element::{El, el, live};
use leptos::prelude::*;
use std::time::Duration;

/// Draws the count.
pub fn requests(context: Context) -> El {
    const LOOK: Duration = Duration::from_secs(1);
    let words = &context.words.later().settings;
    let counted = RwSignal::new(count());
    let look = move || {
        let now = count();
        // Only a change is drawn.
        if counted.try_get_untracked().is_some_and(|last| last != now) {
            counted.try_set(now);
        }
    };
    if let Ok(looking) = set_interval_with_handle(look, LOOK) {
        on_cleanup(move || looking.clear());
    }
    let told = move || {
        counted.get().map(|requests| {
            let [loading, since] = [requests.loading, requests.since].map(|one| one.to_string());
            el("p")
                .attr("id", "requests")
                .child((words.requests)(&loading, &since))
        })
    };
    el("div")
        .class("rc-stack rc-stack--tight")
        .child(live(told))
        .child(
            el("p")
                .class("rc-soft rc-small")
                .child(words.requests_limits),
        )
}
