//! Other tabs of this page, as far as the browser tells of them.

use super::page::listen;
use web_sys::{StorageEvent, window};

/// Calls `changed` with the key that another tab changed in local storage, and whether it set something there; with
/// none when it removed everything.
pub fn on_stored_elsewhere(changed: impl Fn(Option<(String, bool)>) + 'static) {
    listen(&["storage"], move |event: StorageEvent| {
        let local = window().and_then(|window| window.local_storage().ok().flatten());
        // The same event tells of session storage.
        if event.storage_area().is_some() && event.storage_area() == local {
            let was_set = event.new_value().is_some();
            changed(event.key().map(|key| (key, was_set)));
        }
    });
}

/// Whether the person can see this tab.
pub fn is_looked_at() -> bool {
    window()
        .and_then(|window| window.document())
        .is_some_and(|document| !document.hidden())
}
