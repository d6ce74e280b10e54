//! Turns effects into reads and writes, so that nothing is undone in silence: neither what another tab stored,
//! nor what this program cannot read.

use super::envelope::{self, Unread};
use super::key::{self, DAMAGED, DELETED, LEFT, OPEN, PREFIX};
use super::{Store, own};
use crate::session::{Effect, Entry, Found, NotKept};

/// What is to be done to the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Store a text, unless something else stands there than this page has seen.
    Put {
        /// Its key.
        entry: Entry,
        /// What to store.
        text: String,
        /// Whether a check-in is open then, where that is what is stored.
        opens: Option<bool>,
    },
    /// Remove an entry of this page.
    Remove(Entry),
    /// From now on, what stands under this key is known, whatever it is.
    Claim(Entry),
    /// Remove everything of ours.
    Clear,
}

/// What another tab did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// It stored these.
    Came(Box<Found>),
    /// It removed this.
    Went(Entry),
    /// It deleted everything.
    Deleted,
}

/// Keeps what is ours in a store.
pub struct Keeper {
    store: Box<dyn Store>,
    /// What this page last wrote or read under the keys it may write to, as it stood in the store.
    known: Vec<(String, String)>,
    /// Keys whose entries could not be read when the page opened, and why.
    unread: Vec<(String, Unread)>,
}

impl Keeper {
    /// A keeper over `store`.
    pub fn new(store: Box<dyn Store>) -> Self {
        Self {
            store,
            known: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Reads everything of ours. What can't be read is counted and left as it is.
    pub fn find(&mut self) -> Found {
        let mut found = Found::default();
        for key in self.store.keys() {
            let text = self.store.read(&key).unwrap_or_default();
            match take(&mut found, &key, &text) {
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
        self.carry_out(order(effect))
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
        if key == DELETED {
            return was_set.then_some(News::Deleted);
        }
        let there = self.store.read(key);
        let entry = key::read(key)??;
        let known = self.known_under(key);
        match there {
            Some(text) if known != Some(&text) => {
                let mut found = Found::default();
                take(&mut found, key, &text).ok()?;
                // Each tab shows the lines of the region chosen there.
                (entry != Entry::Region).then_some(News::Came(Box::new(found)))
            }
            None if known.is_some() => Some(News::Went(entry)),
            _ => None,
        }
    }

    /// What was removed from the store since it was last read or written here.
    pub fn missing(&self) -> Vec<Entry> {
        let known = self.known.iter().map(|(key, _)| key.as_str());
        let gone = known.filter(|key| self.store.read(key).is_none());
        gone.filter_map(|key| key::read(key).flatten()).collect()
    }

    /// Remembers an entry as it now stands in the store: this page goes on from there.
    pub fn claim(&mut self, key: &str) {
        match self.store.read(key) {
            Some(text) if unreadable(key, &text).is_none() => self.know(key, text),
            Some(_) => {}
            None => self.known.retain(|(known, _)| known != key),
        }
    }

    /// Stores an entry, unless another tab has written or removed it since. One that can't be read gives way, and
    /// is put aside for that; one of a later version does not.
    fn put(&mut self, key: &str, text: String) -> Result<(), NotKept> {
        let there = self.store.read(key);
        let known = self.known_under(key);
        let is_known = known.is_some();
        if there.as_ref() != known {
            let Some(there) = there else {
                return Err(NotKept::Removed);
            };
            match unreadable(key, &there) {
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
        for key in self.ours() {
            self.store.remove(&key);
        }
        // The browser tells other tabs of a change, not of one that is no change.
        if self.store.write(DELETED, "1").is_ok() {
            self.store.remove(DELETED);
        }
        if self.ours().is_empty() {
            Ok(())
        } else {
            Err(NotKept::Full)
        }
    }

    fn ours(&self) -> Vec<String> {
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

/// What an effect means for the store.
pub fn order(effect: &Effect) -> Order {
    let put = |entry, text| Order::Put {
        entry,
        text,
        opens: None,
    };
    match effect {
        Effect::Save(check_in) => Order::Put {
            entry: Entry::CheckIn(check_in.id),
            text: envelope::encode(check_in),
            opens: Some(check_in.open),
        },
        Effect::Keep(check_in) => put(Entry::CheckIn(check_in.id), envelope::encode(check_in)),
        Effect::SavePlan(plan) => put(Entry::Plan, own::encode_plan(plan)),
        Effect::SaveReflection(reflection) => put(
            Entry::Reflection(reflection.id),
            own::encode_reflection(reflection),
        ),
        Effect::SaveNotebook(notebook) => put(Entry::Notebook, own::encode_notebook(notebook)),
        Effect::SaveRegion(region) => put(Entry::Region, envelope::encode_region(*region)),
        Effect::Forget(id) => Order::Remove(Entry::CheckIn(*id)),
        Effect::ForgetPlan => Order::Remove(Entry::Plan),
        Effect::ForgetReflection(id) => Order::Remove(Entry::Reflection(*id)),
        Effect::ForgetNotebook => Order::Remove(Entry::Notebook),
        Effect::ForgetRegion => Order::Remove(Entry::Region),
        Effect::ForgetAll => Order::Clear,
        Effect::Claim(entry) => Order::Claim(*entry),
    }
}

/// Why an entry can't be read, if so.
fn unreadable(key: &str, text: &str) -> Option<Unread> {
    take(&mut Found::default(), key, text).err()
}

/// Takes one entry of ours into `found`. False for marks and for the keys of others, which are passed over.
fn take(found: &mut Found, key: &str, text: &str) -> Result<bool, Unread> {
    if key.starts_with(DAMAGED) {
        return Err(Unread::Unreadable);
    }
    let Some(entry) = key::read(key) else {
        return Ok(false);
    };
    match entry.ok_or(Unread::Unreadable)? {
        Entry::CheckIn(id) => found.check_ins.push(envelope::decode(id, text)?),
        Entry::Reflection(id) => found.reflections.push(own::decode_reflection(id, text)?),
        Entry::Plan => found.plan = Some(own::decode_plan(text)?),
        Entry::Notebook => found.notebook = Some(own::decode_notebook(text)?),
        Entry::Region => found.region = Some(envelope::decode_region(text)?),
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::{Begun, CheckIn, CheckInId};
    use crate::domain::date::Day;
    use crate::domain::help::Region;
    use crate::domain::plan::Plan;
    use crate::storage::Refused;
    use crate::storage::memory::MemoryStore;

    fn check_in(id: u64) -> CheckIn {
        CheckIn::new(
            CheckInId(id),
            Begun {
                day: Day::from_calendar(2026, 11, 25),
                second: id,
            },
        )
    }

    fn keeper(entries: &[(&str, &str)]) -> Keeper {
        let mut store = MemoryStore::default();
        for (key, text) in entries {
            store.write(key, text).unwrap();
        }
        Keeper::new(Box::new(store))
    }

    #[test]
    fn damaged_newer_and_foreign_entries_are_told_apart_and_left_alone() {
        let entries = [
            ("rc-checkin-00000000000000aa", "{\"v\":1,\"day\":2"),
            ("rc-checkin-00000000000000bb", "{\"v\":2}"),
            ("rc-checkin-hand-made", "{}"),
            ("rc-settings", "?"),
            ("another-app", "{\"v\":1}"),
        ];
        let mut keeper = keeper(&entries);
        keeper.perform(&Effect::Save(check_in(1)));
        let found = keeper.find();
        assert_eq!(found.check_ins, [check_in(1)]);
        assert_eq!((found.unreadable, found.newer, found.region), (3, 1, None));
        for (key, text) in entries {
            assert_eq!(keeper.store.read(key).as_deref(), Some(text), "{key}");
        }
    }

    #[test]
    fn forgetting_everything_leaves_the_keys_of_others() {
        let mut keeper = keeper(&[("another-app", "theirs"), ("rc-old-thing", "ours")]);
        keeper.perform(&Effect::Save(check_in(1)));
        keeper.perform(&Effect::SaveRegion(Region::Uk));
        keeper.perform(&Effect::ForgetAll);
        assert_eq!(keeper.store.keys(), ["another-app"]);
    }

    #[test]
    fn leaving_quickly_is_told_until_the_person_goes_on() {
        let mut keeper = keeper(&[(LEFT, "1")]);
        assert!(keeper.has_left_quickly());
        assert!(keeper.has_left_quickly());
        keeper.perform(&Effect::Save(check_in(1)));
        assert!(!keeper.has_left_quickly());
    }

    #[test]
    fn what_could_not_be_read_is_never_removed_but_with_everything() {
        let newer = "{\"v\":2}";
        let entries = [
            ("rc-plan", newer),
            ("rc-notebook", newer),
            ("rc-reflection-0000000000000001", newer),
        ];
        let mut keeper = keeper(&entries);
        assert_eq!(keeper.find().newer, 3);
        for claim in [None, Some(Effect::Claim(Entry::Plan))] {
            claim.map(|claim| keeper.perform(&claim));
            assert_eq!(
                keeper.perform(&Effect::SavePlan(Plan::default())),
                Some(Err(NotKept::Newer))
            );
        }
        for effect in [
            Effect::ForgetPlan,
            Effect::ForgetNotebook,
            Effect::ForgetReflection(CheckInId(1)),
        ] {
            keeper.perform(&effect);
        }
        for (key, text) in entries {
            assert_eq!(keeper.store.read(key).as_deref(), Some(text), "{key}");
        }
        keeper.perform(&Effect::ForgetAll);
        assert_eq!(keeper.store.keys(), [""; 0]);
    }

    /// The keys of a check-in.
    fn key_of(id: u64) -> String {
        key::of(Entry::CheckIn(CheckInId(id)))
    }

    #[test]
    fn what_another_tab_wrote_or_removed_is_not_undone() {
        let mut keeper = keeper(&[]);
        let save = Effect::Save(check_in(1));
        assert_eq!(keeper.perform(&save), Some(Ok(())));
        let mut theirs = check_in(1);
        theirs.pick = Some(crate::domain::instrument::Factor::Coping);
        let text = envelope::encode(&theirs);
        keeper.store.write(&key_of(1), &text).unwrap();
        assert_eq!(keeper.perform(&save), Some(Err(NotKept::Changed)));
        assert_eq!(keeper.store.read(&key_of(1)), Some(text));
        keeper.store.remove(&key_of(1));
        assert_eq!(keeper.perform(&save), Some(Err(NotKept::Removed)));
        assert_eq!(keeper.store.read(&key_of(1)), None);
        // The person was told, and asked for it.
        keeper.perform(&Effect::Claim(Entry::CheckIn(CheckInId(1))));
        assert_eq!(keeper.perform(&save), Some(Ok(())));
        assert_eq!(keeper.find().check_ins, [check_in(1)]);
    }

    #[test]
    fn what_is_damaged_is_put_aside_when_its_place_is_needed_and_never_lost() {
        let mut keeper = keeper(&[("rc-plan", "{\"v\":1,"), ("rc-damaged-plan", "older")]);
        assert_eq!(keeper.find().unreadable, 2);
        assert_eq!(
            keeper.perform(&Effect::SavePlan(Plan::default())),
            Some(Ok(()))
        );
        let mut unread = keeper.unread();
        unread.sort();
        let texts: Vec<_> = unread.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["older", "{\"v\":1,"]);
        let found = keeper.find();
        assert_eq!((found.unreadable, found.plan), (2, Some(Plan::default())));
    }

    #[test]
    fn other_tabs_are_heard_and_our_own_writing_is_no_news() {
        let mut here = keeper(&[]);
        here.perform(&Effect::Save(check_in(1)));
        assert_eq!(here.hear(&key_of(1), true), None);
        for others in [
            OPEN,
            LEFT,
            DELETED,
            "another-app",
            "rc-settings",
            "rc-checkin-x",
        ] {
            assert_eq!(here.hear(others, false), None, "{others}");
        }
        let text = envelope::encode(&check_in(2));
        here.store.write(&key_of(2), &text).unwrap();
        let came = Found {
            check_ins: vec![check_in(2)],
            ..Found::default()
        };
        assert_eq!(
            here.hear(&key_of(2), true),
            Some(News::Came(Box::new(came)))
        );
        here.claim(&key_of(2));
        assert_eq!(here.hear(&key_of(2), true), None);
        here.store.remove(&key_of(2));
        let gone = Entry::CheckIn(CheckInId(2));
        assert_eq!(here.hear(&key_of(2), true), Some(News::Went(gone)));
        assert_eq!(here.missing(), [gone]);
        assert_eq!(here.hear(DELETED, true), Some(News::Deleted));
    }

    /// A store that does nothing more after so many changes, as when the page is killed, or takes nothing more,
    /// as when it is full.
    struct Stopping {
        entries: std::rc::Rc<std::cell::RefCell<MemoryStore>>,
        left: std::cell::Cell<usize>,
        is_killed: bool,
    }

    impl Stopping {
        fn is_over(&self) -> bool {
            let left = self.left.get();
            self.left.set(left.saturating_sub(1));
            left == 0
        }
    }

    impl Store for Stopping {
        fn read(&self, key: &str) -> Option<String> {
            self.entries.borrow().read(key)
        }

        fn write(&mut self, key: &str, text: &str) -> Result<(), Refused> {
            if self.is_over() {
                return if self.is_killed { Ok(()) } else { Err(Refused) };
            }
            self.entries.borrow_mut().write(key, text)
        }

        fn remove(&mut self, key: &str) {
            if !(self.is_killed && self.is_over()) {
                self.entries.borrow_mut().remove(key);
            }
        }

        fn keys(&self) -> Vec<String> {
            self.entries.borrow().keys()
        }
    }

    #[test]
    fn killed_or_full_between_any_two_steps_everything_is_as_before_or_after() {
        let damaged = "{\"v\":1,\"check_in\"";
        let changed = |pick| {
            let mut changed = check_in(1);
            changed.pick = Some(pick);
            changed
        };
        let before = changed(crate::domain::instrument::Factor::Trauma);
        let after = changed(crate::domain::instrument::Factor::Coping);
        let effects = [
            Effect::Save(after),
            Effect::SavePlan(Plan::default()),
            Effect::SaveRegion(Region::Uk),
            Effect::Forget(CheckInId(1)),
            Effect::ForgetAll,
        ];
        for (steps, is_killed) in (0..9).flat_map(|steps| [(steps, true), (steps, false)]) {
            for effect in &effects {
                let mut store = MemoryStore::default();
                for (key, text) in [
                    (key_of(1), envelope::encode(&before)),
                    (key_of(2), envelope::encode(&check_in(2))),
                    ("rc-plan".to_owned(), damaged.to_owned()),
                    ("theirs".to_owned(), "theirs".to_owned()),
                ] {
                    store.write(&key, &text).unwrap();
                }
                let entries = std::rc::Rc::new(std::cell::RefCell::new(store));
                let mut keeper = Keeper::new(Box::new(Stopping {
                    entries: entries.clone(),
                    left: steps.into(),
                    is_killed,
                }));
                keeper.find();
                let answer = keeper.perform(effect);
                let store = entries.borrow().clone();
                let mut later = Keeper::new(Box::new(store.clone()));
                let found = later.find();
                let told = format!("{effect:?} stopped after {steps}, killed: {is_killed}");
                assert_eq!(store.read("theirs").as_deref(), Some("theirs"), "{told}");
                if *effect == Effect::ForgetAll {
                    continue;
                }
                assert!(found.check_ins.contains(&check_in(2)), "{told}");
                let first = found.check_ins.iter().find(|one| one.id == CheckInId(1));
                match effect {
                    Effect::Save(_) if !is_killed && answer == Some(Ok(())) => {
                        assert_eq!(first, Some(&after), "{told}");
                    }
                    Effect::Save(_) => {
                        assert!([Some(&before), Some(&after)].contains(&first), "{told}");
                    }
                    Effect::Forget(_) => {
                        assert!([Some(&before), None].contains(&first), "{told}");
                    }
                    _ => assert_eq!(first, Some(&before), "{told}"),
                }
                // What could not be read is still there, in its place or aside.
                assert!(
                    later.unread().iter().any(|(_, text)| text == damaged),
                    "{told}"
                );
            }
        }
    }
}
