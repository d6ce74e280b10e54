//! What is heard of other tabs.

use super::lock::Sealed;
use crate::session::{Entry, Found};

/// What another tab did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// It stored these.
    Came(Box<Found>),
    /// It removed this.
    Went(Entry),
    /// It stored something that is locked.
    Sealed(Sealed),
    /// It deleted everything.
    Deleted,
    /// It locked, set, replaced or took off the lock.
    Lock,
    /// A plain name for the tab was chosen there, or no longer.
    Discreet(bool),
}
