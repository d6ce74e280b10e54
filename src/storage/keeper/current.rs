//! Looks whether the store is still as this page knows it, where no one told of changes one by one.

use super::Keeper;
use crate::session::Entry;
use crate::storage::key;

impl Keeper {
    /// What was removed from the store since it was last read or written here.
    pub fn missing(&self) -> Vec<Entry> {
        let known = self.known.iter().map(|(key, _)| key.as_str());
        let gone = known.filter(|key| self.store.read(key).is_none());
        gone.filter_map(|key| key::read(key).flatten()).collect()
    }

    /// Whether the store holds what this page last read or wrote there, and nothing else of ours.
    pub fn is_current(&self) -> bool {
        let keys = self.store.keys().into_iter();
        let mut entries = keys.filter(|key| key::read(key).is_some());
        let is_as_it_was = |key: &String| match self.known_under(key) {
            Some(known) => self.store.read(key).as_ref() == Some(known),
            None => self.unread.iter().any(|(unread, _)| unread == key),
        };
        self.is_under_lock() && self.missing().is_empty() && entries.all(|key| is_as_it_was(&key))
    }
}
