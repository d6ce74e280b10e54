//! Owns which keys are ours, and turns effects into reads and writes.

use super::envelope::{self, Unread};
use super::{Refused, Store};
use crate::domain::check_in::{CheckIn, CheckInId};
use crate::session::{Effect, Found};

/// Every key of ours begins with this.
const PREFIX: &str = "rc-";
/// A check-in's key: this and its id.
const CHECK_IN: &str = "rc-checkin-";
/// The key of the chosen region.
const SETTINGS: &str = "rc-settings";
/// There while a check-in is open. Lets the boot script know that the first screen may not be the one to show.
const OPEN: &str = "rc-open";
/// Set by the boot script when the person leaves quickly, so that coming back shows nothing unasked.
const LEFT: &str = "rc-left";

/// Keeps check-ins in a store.
pub struct Keeper {
    store: Box<dyn Store>,
    /// The check-in this page last wrote or read, as it stood in the store.
    last: Option<(CheckInId, String)>,
}

impl Keeper {
    /// A keeper over `store`.
    pub fn new(store: Box<dyn Store>) -> Self {
        Self { store, last: None }
    }

    /// Reads everything of ours. What can't be read is counted and left as it is.
    pub fn find(&self) -> Found {
        let mut found = Found::default();
        for key in self.store.keys() {
            let Some(id) = key.strip_prefix(CHECK_IN) else {
                continue;
            };
            let read = CheckInId::from_name(id)
                .ok_or(Unread::Unreadable)
                .and_then(|id| envelope::decode(id, &self.store.read(&key).unwrap_or_default()));
            match read {
                Ok(check_in) => found.check_ins.push(check_in),
                Err(Unread::Newer) => found.newer += 1,
                Err(Unread::Unreadable) => found.unreadable += 1,
            }
        }
        match self.read_region() {
            Some(Ok(region)) => found.region = Some(region),
            Some(Err(Unread::Newer)) => found.newer += 1,
            Some(Err(Unread::Unreadable)) => found.unreadable += 1,
            None => {}
        }
        found
    }

    /// True when the person left quickly last time, and has not gone on since.
    pub fn has_left_quickly(&self) -> bool {
        self.store.read(LEFT).is_some()
    }

    /// Carries out an effect. The answer says whether a check-in was stored, where that was asked.
    pub fn perform(&mut self, effect: &Effect) -> Option<Result<(), Refused>> {
        match effect {
            Effect::Save(check_in) => Some(self.save(check_in)),
            Effect::Forget(id) => {
                self.store.remove(&key_of(*id));
                self.last = None;
                self.mark_open(false);
                None
            }
            Effect::ForgetRegion => {
                if let Some(Ok(_)) = self.read_region() {
                    self.store.remove(SETTINGS);
                }
                None
            }
            Effect::ForgetAll => {
                self.last = None;
                for key in self
                    .store
                    .keys()
                    .iter()
                    .filter(|key| key.starts_with(PREFIX))
                {
                    self.store.remove(key);
                }
                None
            }
            Effect::SaveRegion(region) => {
                // Settings we could not read stay as they are; the region then lasts as long as the page.
                if !matches!(self.read_region(), Some(Err(_))) {
                    let _ = self
                        .store
                        .write(SETTINGS, &envelope::encode_region(*region));
                }
                None
            }
        }
    }

    /// Remembers the check-in that the page goes on with as it stands in the store.
    pub fn go_on_with(&mut self, id: CheckInId) {
        self.last = self.store.read(&key_of(id)).map(|text| (id, text));
    }

    /// Stores a check-in, unless another tab has written or removed it since: neither tab may undo the other
    /// in silence.
    fn save(&mut self, check_in: &CheckIn) -> Result<(), Refused> {
        let key = key_of(check_in.id);
        if let Some((id, text)) = &self.last
            && *id == check_in.id
            && self.store.read(&key).as_ref() != Some(text)
        {
            return Err(Refused);
        }
        let text = envelope::encode(check_in);
        self.store.write(&key, &text)?;
        self.mark_open(check_in.open);
        self.store.remove(LEFT);
        self.last = Some((check_in.id, text));
        Ok(())
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

fn key_of(id: CheckInId) -> String {
    CHECK_IN.to_owned() + &id.name()
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
    fn what_another_tab_wrote_or_removed_is_not_undone() {
        let mut keeper = keeper(&[]);
        assert_eq!(keeper.perform(&Effect::Save(check_in(1))), Some(Ok(())));
        keeper.store.write(&key_of(CheckInId(1)), "theirs").unwrap();
        assert_eq!(
            keeper.perform(&Effect::Save(check_in(1))),
            Some(Err(Refused))
        );
        assert_eq!(
            keeper.store.read(&key_of(CheckInId(1))).as_deref(),
            Some("theirs")
        );
        keeper.store.remove(&key_of(CheckInId(1)));
        assert_eq!(
            keeper.perform(&Effect::Save(check_in(1))),
            Some(Err(Refused))
        );
        assert_eq!(keeper.store.read(&key_of(CheckInId(1))), None);
    }
}
