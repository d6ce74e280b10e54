//! Owns which keys are ours, and turns effects into reads and writes.

use super::envelope::{self, Unread};
use super::{Refused, Store, own};
use crate::domain::check_in::{CheckIn, CheckInId};
use crate::session::{Effect, Found};

/// Every key of ours begins with this.
const PREFIX: &str = "rc-";
/// A check-in's key: this and its id.
const CHECK_IN: &str = "rc-checkin-";
/// The key of the plan.
const PLAN: &str = "rc-plan";
/// A reflection's key: this and its id.
const REFLECTION: &str = "rc-reflection-";
/// The key of what was written in the tools.
const NOTEBOOK: &str = "rc-notebook";
/// The key of the chosen region.
const SETTINGS: &str = "rc-settings";
/// There while a check-in is open. Lets the boot script know that the first screen may not be the one to show.
const OPEN: &str = "rc-open";
/// Set by the boot script when the person leaves quickly, so that coming back shows nothing unasked.
const LEFT: &str = "rc-left";

/// Keeps what is ours in a store.
pub struct Keeper {
    store: Box<dyn Store>,
    /// What this page last wrote or read under the keys it may write to, as it stood in the store.
    known: Vec<(String, String)>,
}

impl Keeper {
    /// A keeper over `store`.
    pub fn new(store: Box<dyn Store>) -> Self {
        Self {
            store,
            known: Vec::new(),
        }
    }

    /// Reads everything of ours. What can't be read is counted and left as it is.
    pub fn find(&mut self) -> Found {
        let mut found = Found::default();
        for key in self.store.keys() {
            let text = self.store.read(&key).unwrap_or_default();
            match take(&mut found, &key, &text) {
                // Past check-ins are never written again.
                Ok(()) if key.starts_with(CHECK_IN) => {}
                Ok(()) if key.starts_with(PREFIX) => self.known.push((key, text)),
                Ok(()) => {}
                Err(Unread::Newer) => found.newer += 1,
                Err(Unread::Unreadable) => found.unreadable += 1,
            }
        }
        found
    }

    /// True when the person left quickly last time, and has not gone on since.
    pub fn has_left_quickly(&self) -> bool {
        self.store.read(LEFT).is_some()
    }

    /// Carries out an effect. The answer says whether something was stored, where that was asked.
    pub fn perform(&mut self, effect: &Effect) -> Option<Result<(), Refused>> {
        match effect {
            Effect::Save(check_in) => return Some(self.save_check_in(check_in)),
            Effect::SavePlan(plan) => return Some(self.save(PLAN, own::encode_plan(plan))),
            Effect::SaveReflection(reflection) => {
                let text = own::encode_reflection(reflection);
                return Some(self.save(&key_of(REFLECTION, reflection.id), text));
            }
            Effect::SaveNotebook(notebook) => {
                return Some(self.save(NOTEBOOK, own::encode_notebook(notebook)));
            }
            Effect::Keep(check_in) => {
                let key = key_of(CHECK_IN, check_in.id);
                return Some(self.save(&key, envelope::encode(check_in)));
            }
            Effect::Forget(id) => {
                self.forget(&key_of(CHECK_IN, *id));
                self.mark_open(false);
            }
            Effect::ForgetPlan => self.forget(PLAN),
            Effect::ForgetReflection(id) => self.forget(&key_of(REFLECTION, *id)),
            Effect::ForgetNotebook => self.forget(NOTEBOOK),
            Effect::ForgetRegion => {
                if let Some(Ok(_)) = self.read_region() {
                    self.store.remove(SETTINGS);
                }
            }
            Effect::ForgetAll => {
                self.known.clear();
                let keys = self.store.keys();
                for key in keys.iter().filter(|key| key.starts_with(PREFIX)) {
                    self.store.remove(key);
                }
            }
            Effect::SaveRegion(region) => {
                // Settings we could not read stay as they are; the region then lasts as long as the page.
                if !matches!(self.read_region(), Some(Err(_))) {
                    let text = envelope::encode_region(*region);
                    let _ = self.store.write(SETTINGS, &text);
                }
            }
        }
        None
    }

    /// Remembers the check-in that the page goes on with as it stands in the store.
    pub fn go_on_with(&mut self, id: CheckInId) {
        let key = key_of(CHECK_IN, id);
        if let Some(text) = self.store.read(&key) {
            self.know(&key, text);
        }
    }

    fn save_check_in(&mut self, check_in: &CheckIn) -> Result<(), Refused> {
        self.save(&key_of(CHECK_IN, check_in.id), envelope::encode(check_in))?;
        self.mark_open(check_in.open);
        self.store.remove(LEFT);
        Ok(())
    }

    /// Stores an entry, unless another tab has written or removed it since, or it holds something this page
    /// could not read: nothing may be undone in silence.
    fn save(&mut self, key: &str, text: String) -> Result<(), Refused> {
        let known = self.known.iter().find(|(known, _)| known == key);
        if self.store.read(key).as_ref() != known.map(|(_, text)| text) {
            return Err(Refused);
        }
        self.store.write(key, &text)?;
        self.know(key, text);
        Ok(())
    }

    fn know(&mut self, key: &str, text: String) {
        self.known.retain(|(known, _)| known != key);
        self.known.push((key.to_owned(), text));
    }

    /// Removes an entry of this page. One it could not read, or never stored, stays as it is.
    fn forget(&mut self, key: &str) {
        let before = self.known.len();
        self.known.retain(|(known, _)| known != key);
        if self.known.len() < before {
            self.store.remove(key);
        }
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

    fn read_region(&self) -> Option<Result<crate::domain::help::Region, Unread>> {
        Some(envelope::decode_region(&self.store.read(SETTINGS)?))
    }
}

/// Takes one entry of ours into `found`; keys of others are passed over.
fn take(found: &mut Found, key: &str, text: &str) -> Result<(), Unread> {
    let id = |name| CheckInId::from_name(name).ok_or(Unread::Unreadable);
    if let Some(name) = key.strip_prefix(CHECK_IN) {
        found.check_ins.push(envelope::decode(id(name)?, text)?);
    } else if let Some(name) = key.strip_prefix(REFLECTION) {
        let reflection = own::decode_reflection(id(name)?, text)?;
        found.reflections.push(reflection);
    } else {
        match key {
            PLAN => found.plan = Some(own::decode_plan(text)?),
            NOTEBOOK => found.notebook = Some(own::decode_notebook(text)?),
            SETTINGS => found.region = Some(envelope::decode_region(text)?),
            _ => {}
        }
    }
    Ok(())
}

fn key_of(prefix: &str, id: CheckInId) -> String {
    prefix.to_owned() + &id.name()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::Begun;
    use crate::domain::date::Day;
    use crate::domain::help::Region;
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
        keeper.perform(&Effect::SaveRegion(Region::Uk));
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
        let reflection = key_of(REFLECTION, CheckInId(1));
        let entries = [
            (PLAN, newer),
            (NOTEBOOK, newer),
            (reflection.as_str(), newer),
        ];
        let mut keeper = keeper(&entries);
        assert_eq!(keeper.find().newer, 3);
        let plan = crate::domain::plan::Plan::default();
        assert_eq!(keeper.perform(&Effect::SavePlan(plan)), Some(Err(Refused)));
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

    #[test]
    fn what_another_tab_wrote_or_removed_is_not_undone() {
        let mut keeper = keeper(&[]);
        assert_eq!(keeper.perform(&Effect::Save(check_in(1))), Some(Ok(())));
        keeper
            .store
            .write(&key_of(CHECK_IN, CheckInId(1)), "theirs")
            .unwrap();
        assert_eq!(
            keeper.perform(&Effect::Save(check_in(1))),
            Some(Err(Refused))
        );
        assert_eq!(
            keeper
                .store
                .read(&key_of(CHECK_IN, CheckInId(1)))
                .as_deref(),
            Some("theirs")
        );
        keeper.store.remove(&key_of(CHECK_IN, CheckInId(1)));
        assert_eq!(
            keeper.perform(&Effect::Save(check_in(1))),
            Some(Err(Refused))
        );
        assert_eq!(keeper.store.read(&key_of(CHECK_IN, CheckInId(1))), None);
    }
}
