//! What a person chose about keeping, what came of it, and what was found kept.

use crate::domain::check_in::{CheckIn, CheckInId};
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
    /// It could not be stored as it stands. What was stored before is as it was, unless the reason says otherwise.
    Refused(NotKept),
}

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The store takes nothing more, being full or blocked after the page opened, and holds nothing of this.
    Full,
    /// The same, and an earlier state of this is stored.
    Outdated,
    /// Another tab has stored something else in its place since this page last looked.
    Changed,
    /// It was removed since: in another tab, by the browser, or by hand.
    Removed,
    /// A later version of this program has stored something there that this one must not write over.
    Newer,
    /// Another tab has set, taken off or replaced the lock: this page would write what the others cannot read.
    Locked,
}

impl Kept {
    /// Whether anything of it is in storage, in this state or another.
    pub fn is_stored(self) -> bool {
        match self {
            Self::Nothing | Self::Refused(NotKept::Full | NotKept::Removed) => false,
            Self::Here
            | Self::Refused(
                NotKept::Outdated | NotKept::Changed | NotKept::Newer | NotKept::Locked,
            ) => true,
        }
    }
}

/// What is stored under a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A check-in.
    CheckIn(CheckInId),
    /// The plan.
    Plan,
    /// A reflection.
    Reflection(CheckInId),
    /// What was written in the tools.
    Notebook,
    /// The chosen region.
    Region,
}

/// Whether what is kept is under a lock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// There is none.
    #[default]
    Off,
    /// It is locked, and the person is asked for the phrase.
    Locked,
    /// It is locked, and the person went on without what is kept.
    Passed,
    /// It is unlocked as long as this page.
    Open,
}

/// What has become of deleting everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deletion {
    /// Not asked for.
    #[default]
    NotAsked,
    /// Nothing of ours is left in storage.
    Done,
    /// Something could not be removed.
    Failed,
    /// Another tab deleted everything.
    Elsewhere,
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
    /// Whether the person chose a plain name for the tab.
    pub discreet: bool,
    /// The plan.
    pub plan: Option<Plan>,
    /// Reflections the person asked to keep.
    pub reflections: Vec<Reflection>,
    /// What the person wrote in the tools.
    pub notebook: Option<Notebook>,
}
