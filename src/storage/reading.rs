//! Reading what is stored. It comes with the part of the program that is fetched later, so a keeper knows it by pointer
//! and not by name.

use super::envelope::{self, Unread};
use super::key::{self, DAMAGED};
use super::{lock, own};
use crate::session::{Entry, Found};

/// How stored text is read.
pub(super) struct Reading {
    /// Whether an entry is locked.
    pub(super) is_sealed: fn(key: &str, text: &str) -> bool,
    /// Why an entry can't be read, if so.
    pub(super) why_unread: fn(key: &str, text: &str) -> Option<Unread>,
    /// The name of a lock as it is stored.
    pub(super) lock_name: fn(text: &str) -> Option<String>,
}

pub(super) static READING: Reading = Reading {
    is_sealed,
    why_unread,
    lock_name: |text| Some(lock::decode(text).ok()?.id),
};

/// Whether an entry is locked.
pub(super) fn is_sealed(key: &str, text: &str) -> bool {
    key::is_told(key) && lock::decode_sealed(text).is_some()
}

/// Why an entry can't be read, if so.
fn why_unread(key: &str, text: &str) -> Option<Unread> {
    take(&mut Found::default(), key, text).err()
}

/// Takes one entry of ours into `found`. False for marks and for the keys of others, which are passed over.
pub(super) fn take(found: &mut Found, key: &str, text: &str) -> Result<bool, Unread> {
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
