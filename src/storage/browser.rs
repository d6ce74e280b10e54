//! The browser's local storage behind the port, through gloo-storage.

use super::key::PROBE;
use super::{Refused, Store};
use gloo_storage::{LocalStorage, Storage};

/// The browser's local storage. Exists only where the browser lets it be read.
pub struct BrowserStore {
    raw: web_sys::Storage,
}

impl BrowserStore {
    /// Local storage, if the browser lets this page keep anything.
    ///
    /// gloo-storage throws where storage is refused, as in an opaque sandbox or with site data blocked, so we
    /// ask through web-sys first. Some browsers hand out a storage that takes nothing, so a probe is written. One
    /// that holds something and takes no more is full: what it holds must be read and can be deleted.
    pub fn open() -> Option<Self> {
        let storage = web_sys::window()?.local_storage().ok()??;
        let takes = storage.set_item(PROBE, PROBE).is_ok();
        if takes {
            // What was just written can be removed.
            let _ = storage.remove_item(PROBE);
        }
        let holds = storage.length().is_ok_and(|length| length > 0);
        (takes || holds).then(|| Self {
            raw: LocalStorage::raw(),
        })
    }
}

impl Store for BrowserStore {
    fn read(&self, key: &str) -> Option<String> {
        self.raw.get_item(key).ok().flatten()
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Refused> {
        self.raw.set_item(key, text).map_err(|_| Refused)
    }

    fn remove(&mut self, key: &str) {
        // Where removing is refused, reading is too: nothing is left to act on.
        let _ = self.raw.remove_item(key);
    }

    fn keys(&self) -> Vec<String> {
        let count = self.raw.length().unwrap_or(0);
        (0..count)
            .filter_map(|index| self.raw.key(index).ok().flatten())
            .collect()
    }
}
