//! A store that lasts as long as the page: used where the browser refuses to keep anything, and in tests.

use super::{Refused, Store};

/// Entries in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStore {
    entries: Vec<(String, String)>,
}

impl Store for MemoryStore {
    fn read(&self, key: &str) -> Option<String> {
        let entry = self.entries.iter().find(|(kept, _)| kept == key)?;
        Some(entry.1.clone())
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Refused> {
        self.remove(key);
        self.entries.push((key.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&mut self, key: &str) {
        self.entries.retain(|(kept, _)| kept != key);
    }

    fn keys(&self) -> Vec<String> {
        self.entries.iter().map(|(key, _)| key.clone()).collect()
    }
}
