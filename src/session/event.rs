//! What can happen to a session, and what storage must do about it.

use super::{Aside, Entry, Found, Keep, Lock, NotKept};
use crate::domain::answers::Frequency;
use crate::domain::check_in::{Begun, CheckIn, CheckInId};
use crate::domain::date::Day;
use crate::domain::gates::Gate;
use crate::domain::help::Region;
use crate::domain::instrument::{Factor, Item};
use crate::domain::plan::{Plan, Went, When};
use crate::domain::reflection::{Prompt, Reflection};
use crate::domain::reply::Reply;
use crate::domain::step::{Reason, Step};
use crate::domain::tool::{Notebook, Page};

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
    /// Chose whether tab and browser history show a plain name.
    ChoseDiscreet(bool),
    /// Put the current check-in away to begin another. An unfinished one is thrown away.
    BeganAnew,
    /// Threw the current check-in away.
    Discarded,
    /// Deleted everything kept here.
    DeletedAll,
    /// Changed the plan.
    Planned(Planned),
    /// Did something in the reflection.
    Reflected(Reflected),
    /// Wrote a page of the notebook.
    Noted(Page, String),
    /// Chose to keep the notebook here, or to throw it away.
    KeptNotebook(bool),
    /// Took over what a file held and was not here yet.
    Imported(Found),
    /// Storage would not take these of the check-ins and reflections that came from a file.
    NotStored {
        /// Check-ins.
        check_ins: Vec<CheckInId>,
        /// Reflections.
        reflections: Vec<CheckInId>,
    },
    /// Storage answered a save.
    Saved {
        /// What was to be stored.
        what: Part,
        /// What came of it.
        outcome: Result<(), NotKept>,
    },
    /// Chose to store this as it stands here, whatever has become of it in storage.
    KeptAgain(Part),
    /// Another tab has changed the check-in under way as well: this one goes on as one of its own.
    Parted {
        /// A fresh number.
        id: CheckInId,
    },
    /// Another tab stored these.
    CameElsewhere {
        /// What it stored.
        found: Found,
        /// Whether the person can see this tab now, see [`super::Session::takes`].
        is_looked_at: bool,
    },
    /// Something was removed from storage, in another tab or by the browser.
    WentElsewhere {
        /// What.
        entry: Entry,
        /// Whether it went alone: then someone deleted it. Everything at once may have gone by no one's wish.
        alone: bool,
    },
    /// Another tab deleted everything.
    DeletedElsewhere,
    /// What is kept was locked, unlocked, or gone past.
    Lock(Lock),
    /// Storage answered deleting everything. False when something is left.
    Deleted(bool),
}

/// A change of the plan. Steps are named by their place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Planned {
    /// Made the plan for the check-in under way, from its result.
    Made,
    /// Added a step.
    Added(Step, Option<Reason>),
    /// Put another step in the place of one.
    Swapped(usize),
    /// Took a step out.
    Removed(usize),
    /// Wrote the "if" of a step.
    Cued(usize, String),
    /// Wrote the "then I will" of a step.
    Acted(usize, String),
    /// Wrote who will help.
    Asked(usize, String),
    /// Set when, or took that back.
    Timed(usize, Option<When>),
    /// Ticked a step, or took that back.
    Ticked(usize, bool),
    /// Said how a step went.
    Learned(usize, Went),
    /// Chose to keep the plan here.
    Kept,
    /// Threw the plan away.
    Discarded,
}

/// Something done in the reflection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reflected {
    /// Opened it. One already written for the check-in is gone on with.
    Began {
        /// A fresh number, used where there is no check-in to belong to.
        id: CheckInId,
        /// Today.
        today: Day,
    },
    /// Chose a factor, or took it out.
    Chose(Factor, bool),
    /// Wrote to a question.
    Wrote(Prompt, String),
    /// Asked to keep it here.
    Kept,
    /// Threw the one with this number away.
    Discarded(CheckInId),
    /// Left it, to where the person was before it.
    Closed,
}

/// What is stored on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The check-in under way.
    CheckIn,
    /// The plan.
    Plan,
    /// The reflection under way.
    Reflection,
    /// The notebook.
    Notebook,
    /// The choice of a plain name for the tab.
    Discreet,
}

/// What storage must do after an event.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Store the choice of a plain name, or that it was taken back.
    SaveDiscreet(bool),
    /// Store the plan.
    SavePlan(Plan),
    /// Remove the plan.
    ForgetPlan,
    /// Store this reflection.
    SaveReflection(Reflection),
    /// Remove this reflection.
    ForgetReflection(CheckInId),
    /// Store the notebook.
    SaveNotebook(Notebook),
    /// Remove the notebook.
    ForgetNotebook,
    /// Store this past check-in, which came from a file.
    Keep(CheckIn),
    /// Whatever another tab has made of this, what is stored next takes its place.
    Claim(Entry),
}

impl Effect {
    /// What this stores, where the person must know whether it was.
    pub fn stores(&self) -> Option<Part> {
        match self {
            Self::Save(_) => Some(Part::CheckIn),
            Self::SavePlan(_) => Some(Part::Plan),
            Self::SaveReflection(_) => Some(Part::Reflection),
            Self::SaveNotebook(_) => Some(Part::Notebook),
            Self::SaveDiscreet(_) => Some(Part::Discreet),
            _ => None,
        }
    }
}
