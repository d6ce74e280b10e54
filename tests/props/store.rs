//! A store that can be looked at while a keeper has it.

use recovery_check::storage::memory::MemoryStore;
use recovery_check::storage::{Refused, Store};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A store that its clones share.
#[derive(Clone, Default)]
pub(crate) struct Shared(Rc<RefCell<MemoryStore>>);

impl Shared {
    /// Everything in it.
    pub(crate) fn all(&self) -> BTreeMap<String, String> {
        let keys = self.keys().into_iter();
        keys.filter_map(|key| Some((key.clone(), self.read(&key)?)))
            .collect()
    }
}

impl Store for Shared {
    fn read(&self, key: &str) -> Option<String> {
        self.0.borrow().read(key)
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Refused> {
        self.0.borrow_mut().write(key, text)
    }

    fn remove(&mut self, key: &str) {
        self.0.borrow_mut().remove(key);
    }

    fn keys(&self) -> Vec<String> {
        self.0.borrow().keys()
    }
}
