//! What a person chose about keeping, what came of it, and what was found kept.

use crate::domain::check_in::CheckIn;
use crate::domain::help::Region;
use crate::domain::plan::Plan;
use crate::domain::reflection::Reflection;
use crate::domain::tool::Notebook;

/// Whether check-ins are kept on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// Not chosen. Counts as [`Keep::Nothing`].
    #[default]
    Undecided,
    /// Kept in this browser.
    Here,
    /// Nothing after closing.
    Nothing,
}

/// What keeping has come to. The page tells people this, never what was hoped for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// Nothing has been stored, or had to be.
    #[default]
    Nothing,
    /// It is stored as it stands.
    Here,
    /// The browser would not store it. What was stored before is still there.
    Refused,
}

/// What was found in storage when the page opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Check-ins that could be read.
    pub check_ins: Vec<CheckIn>,
    /// Entries that could not be read. They are left untouched.
    pub unreadable: usize,
    /// Entries written by a newer version. They are left untouched.
    pub newer: usize,
    /// The region the person chose.
    pub region: Option<Region>,
    /// The plan.
    pub plan: Option<Plan>,
    /// Reflections the person asked to keep.
    pub reflections: Vec<Reflection>,
    /// What the person wrote in the tools.
    pub notebook: Option<Notebook>,
}
