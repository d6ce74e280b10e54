//! What can happen to a session, and what storage must do about it.

use super::{Aside, Found, Keep};
use crate::domain::answers::Frequency;
use crate::domain::check_in::{Begun, CheckIn, CheckInId};
use crate::domain::date::Day;
use crate::domain::gates::Gate;
use crate::domain::help::Region;
use crate::domain::instrument::{Factor, Item};
use crate::domain::reply::Reply;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The page opened and storage was read.
    Loaded {
        /// What storage held.
        found: Found,
        /// Today.
        today: Day,
        /// False when the browser refuses storage.
        can_keep: bool,
        /// True when the person left quickly last time: nothing is shown unasked.
        left_quickly: bool,
    },
    /// Chose whether to keep.
    ChoseKeep(Keep),
    /// Started a check-in, or went on with the paused one.
    Started {
        /// A fresh number, used when a new one begins.
        id: CheckInId,
        /// Now.
        begun: Begun,
    },
    /// Replied to an item.
    Replied(Item, Reply<Frequency>),
    /// Replied to a gate, by the codes of its options.
    RepliedGate(Gate, Reply<Vec<&'static str>>),
    /// Went on.
    Continued,
    /// Went back; from a screen beside, to where the person was.
    WentBack,
    /// Chose to look at the answers again from the first one of the prompt's part.
    LookedAgain,
    /// Ended the optional parts.
    Finished,
    /// Put a factor first, or took that back.
    Picked(Option<Factor>),
    /// Opened a screen beside.
    Opened(Aside),
    /// Chose a region.
    ChoseRegion(Region),
    /// Put the current check-in away to begin another. An unfinished one is thrown away.
    BeganAnew,
    /// Threw the current check-in away.
    Discarded,
    /// Deleted everything kept here.
    DeletedAll,
    /// Storage answered a save.
    Saved {
        /// False when the browser refused.
        stored: bool,
    },
}

/// What storage must do after an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Store this check-in.
    Save(CheckIn),
    /// Remove this check-in.
    Forget(CheckInId),
    /// Remove the chosen region.
    ForgetRegion,
    /// Remove everything.
    ForgetAll,
    /// Store the chosen region.
    SaveRegion(Region),
}
