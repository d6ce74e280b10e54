//! Turns effects into reads and writes, so that nothing is undone in silence: neither what another tab stored,
//! nor what this program cannot read.

mod current;

use super::Store;
use super::envelope::{self, Unread};
use super::key::{self, DAMAGED, DELETED, DISCREET, LEFT, LOCK, LOCKED, OPEN, PREFIX};
use super::lock::{self, Lock};
use super::news::News;
use super::order::{OWN, Order, order};
use super::reading::{READING, Reading, is_sealed, take};
use crate::session::{Effect, Entry, Found, NotKept};

/// Keeps what is ours in a store.
pub struct Keeper {
    store: Box<dyn Store>,
    /// What this page last wrote or read under the keys it may write to, as it stood in the store.
    known: Vec<(String, String)>,
    /// Keys whose entries could not be read when the page opened, and why.
    unread: Vec<(String, Unread)>,
    /// The name of the lock under which this page reads and writes; none where it knows of no lock.
    lock: Option<String>,
    /// How stored text is read. Without it nothing that stands in the store is written over.
    reading: Option<&'static Reading>,
}

impl Keeper {
    /// A keeper over `store`.
    pub fn new(store: Box<dyn Store>) -> Self {
        let mut keeper = Self::for_writing(store);
        keeper.learn_to_read();
        keeper
    }

    /// A keeper over a store that holds nothing of ours. What comes into it from another tab is left alone until it has
    /// learned to read.
    pub fn for_writing(store: Box<dyn Store>) -> Self {
        Self {
            store,
            known: Vec::new(),
            unread: Vec::new(),
            lock: None,
            reading: None,
        }
    }

    /// From now on stored text is read: the code for it comes with the later part of the program.
    pub fn learn_to_read(&mut self) {
        self.reading = Some(&READING);
    }

    /// Whether the store holds anything of ours.
    pub fn holds_something(&self) -> bool {
        !self.ours().is_empty()
    }

    /// Reads everything of ours. What can't be read is counted and left as it is.
    pub fn find(&mut self) -> Found {
        self.find_with(&mut |_, _| None)
    }

    /// Reads everything of ours, with `opened` telling what was sealed under a key.
    pub fn find_with(&mut self, opened: &mut dyn FnMut(&str, &str) -> Option<String>) -> Found {
        let mut found = self.marked();
        self.known.clear();
        self.unread.clear();
        for key in self.store.keys() {
            let text = self.store.read(&key).unwrap_or_default();
            let plain = if is_sealed(&key, &text) {
                opened(&key, &text).ok_or(Unread::Unreadable)
            } else {
                Ok(text.clone())
            };
            match plain.and_then(|plain| take(&mut found, &key, &plain)) {
                Ok(is_ours) => {
                    if is_ours {
                        self.known.push((key, text));
                    }
                }
                Err(why) => {
                    match why {
                        Unread::Newer => found.newer += 1,
                        Unread::Unreadable => found.unreadable += 1,
                    }
                    self.unread.push((key, why));
                }
            }
        }
        found
    }

    /// Reads what is not locked where there is a lock: the region, and the marks. The rest is neither read nor counted.
    pub fn find_locked(&self) -> Found {
        let settings = self.store.read(&key::of(Entry::Region));
        Found {
            region: settings.and_then(|text| envelope::decode_region(&text).ok()),
            ..self.marked()
        }
    }

    /// What the marks say.
    fn marked(&self) -> Found {
        Found {
            discreet: self.store.read(DISCREET).is_some(),
            ..Found::default()
        }
    }

    /// The lock as it is stored, if there is one.
    pub fn lock(&self) -> Option<Result<Lock, Unread>> {
        Some(lock::decode(&self.store.read(LOCK)?))
    }

    /// Stores a lock, if that in the store is still `before`, and works under it from now on.
    ///
    /// # Errors
    /// [`NotKept`] when the store would not take it, or another tab was faster.
    pub fn set_lock(&mut self, before: Option<&Lock>, lock: &Lock) -> Result<(), NotKept> {
        let there = self.lock();
        if there != before.cloned().map(Ok) {
            return Err(NotKept::Locked);
        }
        self.store
            .write(LOCK, &lock::encode(lock))
            .map_err(|_| NotKept::Full)?;
        self.lock = Some(lock.id.clone());
        Ok(())
    }

    /// Works under the lock of that name from now on.
    pub fn enter(&mut self, lock: &str) {
        self.lock = Some(lock.to_owned());
    }

    /// Removes the lock. Whatever is still sealed then can no longer be opened, so all must have been laid open.
    pub fn remove_lock(&mut self) {
        self.store.remove(LOCK);
        self.lock = None;
    }

    /// Tells other tabs to lock too.
    pub fn tell_to_lock(&mut self) {
        self.signal(LOCKED);
    }

    /// Sets a mark and removes it at once: the browser tells other tabs of a change, not of one that is no change.
    fn signal(&mut self, mark: &str) {
        if self.store.write(mark, "1").is_ok() {
            self.store.remove(mark);
        }
    }

    /// What tells of the person, sealed or, with `sealed` false, not: each key with its text.
    pub fn told(&self, sealed: bool) -> Vec<(String, String)> {
        let keys = self.store.keys().into_iter();
        let told = keys.filter(|key| key::is_told(key));
        let texts = told.filter_map(|key| self.store.read(&key).map(|text| (key, text)));
        texts
            .filter(|(key, text)| is_sealed(key, text) == sealed)
            .collect()
    }

    /// Puts another form of the same entry in its place, if it still stands there as it was.
    ///
    /// # Errors
    /// [`NotKept`] when the store would not take it, or another tab was faster.
    pub fn replace(&mut self, key: &str, from: &str, to: String) -> Result<(), NotKept> {
        if self.store.read(key).as_deref() != Some(from) {
            return Err(NotKept::Changed);
        }
        self.store.write(key, &to).map_err(|_| NotKept::Full)?;
        if self.known_under(key).is_some() {
            self.know(key, to);
        }
        Ok(())
    }

    /// The entries that could not be read, each with its key, as they stand in the store.
    pub fn unread(&self) -> Vec<(String, String)> {
        let texts = self.unread.iter();
        let texts = texts.filter_map(|(key, _)| Some((key.clone(), self.store.read(key)?)));
        texts.collect()
    }

    /// True when the person left quickly last time, and has not gone on since.
    pub fn has_left_quickly(&self) -> bool {
        self.store.read(LEFT).is_some()
    }

    /// Carries out an effect. The answer says whether something was stored or deleted, where that was asked.
    pub fn perform(&mut self, effect: &Effect) -> Option<Result<(), NotKept>> {
        self.carry_out(order(effect, Some(&OWN))?)
    }

    /// Carries out an order. The answer says whether something was stored or deleted, where that was asked.
    pub fn carry_out(&mut self, order: Order) -> Option<Result<(), NotKept>> {
        match order {
            Order::Put { entry, text, opens } => {
                let put = self.put(&key::of(entry), text);
                if let (Ok(()), Some(is_open)) = (put, opens) {
                    self.mark_open(is_open);
                    self.store.remove(LEFT);
                }
                // Where the region can't be stored it lasts as long as the page, as everything else is told.
                (entry != Entry::Region).then_some(put)
            }
            Order::Remove(entry) => {
                self.remove(&key::of(entry));
                if matches!(entry, Entry::CheckIn(_)) {
                    self.mark_open(false);
                }
                None
            }
            Order::Mark(mark, true) => Some(self.store.write(mark, "1").map_err(|_| NotKept::Full)),
            Order::Mark(mark, false) => {
                self.store.remove(mark);
                Some(Ok(()))
            }
            Order::Claim(entry) => {
                self.claim(&key::of(entry));
                None
            }
            Order::Clear => Some(self.clear()),
        }
    }

    /// What another tab did to this key, if that is news here. `was_set` tells a mark that was set from one that was
    /// removed: when a tab hears of it, it is gone already.
    pub fn hear(&self, key: &str, was_set: bool) -> Option<News> {
        match key {
            DELETED => return was_set.then_some(News::Deleted),
            DISCREET => return Some(News::Discreet(was_set)),
            LOCKED => return (was_set && self.lock.is_some()).then_some(News::Lock),
            LOCK => return (!self.is_under_lock()).then_some(News::Lock),
            _ => {}
        }
        let there = self.store.read(key);
        let entry = key::read(key)??;
        let known = self.known_under(key);
        match there {
            Some(text) if known != Some(&text) => {
                if let Some(sealed) = lock::decode_sealed(&text) {
                    return self.lock.is_some().then_some(News::Sealed(sealed));
                }
                let mut found = Found::default();
                take(&mut found, key, &text).ok()?;
                // Each tab shows the lines of the region chosen there.
                (entry != Entry::Region).then_some(News::Came(Box::new(found)))
            }
            None if known.is_some() => Some(News::Went(entry)),
            _ => None,
        }
    }

    /// What another tab stored under `key`, once it was opened.
    pub fn came(key: &str, opened: &str) -> Option<News> {
        let mut found = Found::default();
        take(&mut found, key, opened).ok()?;
        Some(News::Came(Box::new(found)))
    }

    /// Remembers an entry as it now stands in the store: this page goes on from there.
    pub fn claim(&mut self, key: &str) {
        match self.store.read(key) {
            Some(text) if self.reading.is_some() && self.unreadable(key, &text).is_none() => {
                self.know(key, text);
            }
            Some(_) => {}
            None => self.known.retain(|(known, _)| known != key),
        }
    }

    /// Stores an entry, unless another tab has written or removed it since. One that can't be read gives way, and
    /// is put aside for that; one of a later version does not.
    fn put(&mut self, key: &str, text: String) -> Result<(), NotKept> {
        if !self.is_under_lock() {
            return Err(NotKept::Locked);
        }
        let there = self.store.read(key);
        let known = self.known_under(key);
        let is_known = known.is_some();
        if there.as_ref() != known {
            let Some(there) = there else {
                return Err(NotKept::Removed);
            };
            match self.unreadable(key, &there) {
                Some(Unread::Newer) => return Err(NotKept::Newer),
                Some(Unread::Unreadable) => self.put_aside(key, &there)?,
                // Each choice of a region is the person's latest.
                None if key::read(key) == Some(Some(Entry::Region)) => {}
                None => return Err(NotKept::Changed),
            }
        }
        if self.store.write(key, &text).is_err() {
            return Err([NotKept::Full, NotKept::Outdated][usize::from(is_known)]);
        }
        self.know(key, text);
        Ok(())
    }

    /// Why what stands under a key can't be read, if so.
    fn unreadable(&self, key: &str, text: &str) -> Option<Unread> {
        let reading = self.reading?;
        if !(reading.is_sealed)(key, text) {
            return (reading.why_unread)(key, text);
        }
        // What could not be opened when the page was, as where its lock is lost.
        let known = self.unread.iter().find(|(unread, _)| unread == key);
        known.map(|(_, why)| *why)
    }

    /// Whether the lock in the store is that of this page, or neither has one.
    fn is_under_lock(&self) -> bool {
        match (self.store.read(LOCK), &self.lock, self.reading) {
            (None, None, _) => true,
            (Some(lock), Some(here), Some(reading)) => {
                (reading.lock_name)(&lock).as_ref() == Some(here)
            }
            _ => false,
        }
    }

    /// Copies what can't be read to a key of its own.
    fn put_aside(&mut self, key: &str, text: &str) -> Result<(), NotKept> {
        let mut aside = DAMAGED.to_owned() + key.strip_prefix(PREFIX).unwrap_or(key);
        while self.store.read(&aside).is_some_and(|there| there != text) {
            aside.push('+');
        }
        if self.store.write(&aside, text).is_err() {
            return Err(NotKept::Full);
        }
        self.unread
            .retain(|(unread, _)| *unread != key && *unread != aside);
        self.unread.push((aside, Unread::Unreadable));
        Ok(())
    }

    fn known_under(&self, key: &str) -> Option<&String> {
        let known = self.known.iter().find(|(known, _)| known == key);
        known.map(|(_, text)| text)
    }

    fn know(&mut self, key: &str, text: String) {
        self.known.retain(|(known, _)| known != key);
        self.known.push((key.to_owned(), text));
    }

    /// Removes an entry of this page. One it could not read, or never stored, stays as it is.
    fn remove(&mut self, key: &str) {
        let before = self.known.len();
        self.known.retain(|(known, _)| known != key);
        if self.known.len() < before {
            self.store.remove(key);
        }
    }

    fn clear(&mut self) -> Result<(), NotKept> {
        self.known.clear();
        self.unread.clear();
        self.lock = None;
        for key in self.ours() {
            self.store.remove(&key);
        }
        self.signal(DELETED);
        if self.ours().is_empty() {
            Ok(())
        } else {
            Err(NotKept::Full)
        }
    }

    /// The keys of ours that stand in the store.
    pub fn ours(&self) -> Vec<String> {
        let keys = self.store.keys().into_iter();
        keys.filter(|key| key.starts_with(PREFIX)).collect()
    }

    /// Notes whether a check-in is open.
    pub fn mark_open(&mut self, is_open: bool) {
        if is_open {
            // Where this is refused, saving is too, and that is told.
            let _ = self.store.write(OPEN, "1");
        } else {
            self.store.remove(OPEN);
        }
    }
}

#[cfg(test)]
mod tests;
