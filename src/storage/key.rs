//! Owns which keys are ours.

use crate::domain::check_in::CheckInId;
use crate::session::Entry;

/// Every key of ours begins with this.
pub const PREFIX: &str = "rc-";
/// Written and removed to learn whether storage works.
pub const PROBE: &str = "rc-probe";
/// There while a check-in is open. Lets the boot script know that the first screen may not be the one to show.
pub const OPEN: &str = "rc-open";
/// Set by the boot script when the person leaves quickly, so that coming back shows nothing unasked.
pub const LEFT: &str = "rc-left";
/// There while the person wants a plain name in tab and browser history. The boot script sets that before anyone sees.
pub const DISCREET: &str = "rc-discreet";
/// Written and removed at once when everything is deleted, so that other tabs hear of it.
pub const DELETED: &str = "rc-deleted";
/// The lock, see [`super::lock`].
pub const LOCK: &str = "rc-lock";
/// Written and removed at once when a tab locks, so that the others do too.
pub const LOCKED: &str = "rc-locked";
/// An entry that could not be read and had to make room: this and the rest of its key.
pub const DAMAGED: &str = "rc-damaged-";

const CHECK_IN: &str = "rc-checkin-";
const PLAN: &str = "rc-plan";
const REFLECTION: &str = "rc-reflection-";
const NOTEBOOK: &str = "rc-notebook";
const SETTINGS: &str = "rc-settings";

/// The key of an entry.
///
/// ```
/// use recovery_check::session::Entry;
/// use recovery_check::storage::key::{of, read};
/// assert_eq!(of(Entry::Plan), "rc-plan");
/// assert_eq!(read("rc-plan"), Some(Some(Entry::Plan)));
/// ```
pub fn of(entry: Entry) -> String {
    match entry {
        Entry::CheckIn(id) => CHECK_IN.to_owned() + &id.name(),
        Entry::Plan => PLAN.to_owned(),
        Entry::Reflection(id) => REFLECTION.to_owned() + &id.name(),
        Entry::Notebook => NOTEBOOK.to_owned(),
        Entry::Region => SETTINGS.to_owned(),
    }
}

/// Whether what stands under a key of ours tells of the person, and is ciphered by the lock. The region is not: the
/// help lines must be right before anything is unlocked.
pub fn is_told(key: &str) -> bool {
    const MARKS: [&str; 7] = [OPEN, LEFT, DISCREET, DELETED, LOCK, LOCKED, PROBE];
    key.starts_with(PREFIX) && !MARKS.contains(&key) && key != SETTINGS
}

/// The entry under a key. `Some(None)` where it should be one of ours and has no number we could give; none for
/// marks and for the keys of others.
pub fn read(key: &str) -> Option<Option<Entry>> {
    if let Some(name) = key.strip_prefix(CHECK_IN) {
        return Some(CheckInId::from_name(name).map(Entry::CheckIn));
    }
    if let Some(name) = key.strip_prefix(REFLECTION) {
        return Some(CheckInId::from_name(name).map(Entry::Reflection));
    }
    let known = [Entry::Plan, Entry::Notebook, Entry::Region];
    known.into_iter().find(|&entry| of(entry) == key).map(Some)
}
