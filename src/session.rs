//! Owns the current state of the page: one struct of truth and one pure function that applies events to it.
//!
//! Knows no clock, no randomness and no browser: time and ids arrive inside events, and what must be stored
//! leaves as an [`Effect`].

mod event;
mod keep;
mod later;
mod own;
mod save;
mod screen;
mod shared;
mod tabs;

pub use self::event::{Effect, Event, Part as Stored, Planned, Reflected};
pub use self::keep::{Deletion, Entry, Found, Keep, Kept, Lock, NotKept};
pub use self::screen::{Aside, ReflectPage, Screen};
pub use self::shared::{CLEARED_AFTER, Unattended, WARNED_AFTER};

use crate::domain::check_in::{Begun, CheckIn, CheckInId};
use crate::domain::flow::Place;
use crate::domain::help::Region;
use crate::domain::instrument::Part;
use crate::domain::plan::Plan;
use crate::domain::reflection::Reflection;
use crate::domain::reply::Reply;
use crate::domain::tool::Notebook;

/// What applies the events that only follow a check-in, see [`Session::apply_later`].
pub type Later = fn(&mut Session, Event) -> Vec<Effect>;

/// Everything the page knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "facts that have nothing to do with each other"
)]
pub struct Session {
    /// The person's choice about keeping.
    pub keep: Keep,
    /// What keeping has come to.
    pub kept: Kept,
    /// False when the browser refused storage from the start, or this is a shared device.
    pub can_keep: bool,
    /// True where the page was opened for a shared device: then storage is not even looked at.
    pub shared: bool,
    /// Whether tab and browser history show a plain name.
    pub discreet: bool,
    /// What keeping that choice has come to.
    pub discreet_kept: Kept,
    /// The check-in under way, if any.
    pub check_in: Option<CheckIn>,
    /// True while the welcome screen stands before a check-in under way.
    pub paused: bool,
    /// The screens beside that are open, one over the other.
    pub asides: Vec<Aside>,
    /// True after going on without a reply.
    pub reply_missing: bool,
    /// The region the person chose; none when the browser's language decides.
    pub region: Option<Region>,
    /// Other check-ins kept here.
    pub past: Vec<CheckIn>,
    /// The plan, if one was made.
    pub plan: Option<Plan>,
    /// What keeping the plan has come to.
    pub plan_kept: Kept,
    /// The reflection under way.
    pub reflection: Option<Reflection>,
    /// What keeping it has come to. It is kept only when the person asks.
    pub reflection_kept: Kept,
    /// Reflections kept here.
    pub reflections: Vec<Reflection>,
    /// What the person wrote in the tools.
    pub notebook: Notebook,
    /// What keeping the notebook has come to.
    pub notebook_kept: Kept,
    /// True while the notebook is kept only because the check-in is.
    pub notebook_goes_along: bool,
    /// Which of the past check-ins and of the reflections came from a file and are not in storage.
    pub not_stored: [Vec<CheckInId>; 2],
    /// True once the check-in under way has parted from one that goes on in another tab.
    pub parted: bool,
    /// Whether what is kept is under a lock.
    pub lock: Lock,
    /// How often what is on show has changed by what another tab did.
    pub taken_over: u32,
    /// What has become of deleting everything.
    pub deletion: Deletion,
    /// Entries in storage that could not be read.
    pub unreadable: usize,
    /// Entries in storage from a newer version.
    pub newer: usize,
}

impl Session {
    /// Applies an event and says what storage must do. Events that make no sense now change nothing: they come
    /// from a second press on a slow phone.
    pub fn apply(&mut self, event: Event) -> Vec<Effect> {
        self.apply_with(event, Self::apply_later)
    }

    /// The same, where the code for what follows a check-in is `later`: the page fetches that on its own.
    pub fn apply_with(&mut self, event: Event, later: Later) -> Vec<Effect> {
        match event {
            Event::Replied(..) | Event::RepliedGate(..) | Event::Picked(_) => self.reply(event),
            Event::Continued => self.go_on(),
            Event::WentBack => self.go_back(),
            Event::LookedAgain => self.look_again(),
            Event::Finished => self.finish(),
            Event::Started { id, begun } => self.start(id, begun),
            Event::BeganAnew => self.begin_anew(),
            Event::Discarded => self.discard(),
            Event::ChoseKeep(keep) => self.choose_keep(keep),
            Event::Saved { what, outcome } => self.saved(what, outcome),
            Event::KeptAgain(what) => self.keep_again(what),
            Event::Parted { id } => self.part(id),
            Event::ChoseRegion(region) => self.choose_region(region),
            Event::Opened(aside) if aside != Aside::Plan => self.open(aside),
            Event::Opened(_)
            | Event::Planned(_)
            | Event::Reflected(_)
            | Event::Noted(..)
            | Event::KeptNotebook(_)
            | Event::Imported(_)
            | Event::NotStored { .. }
            | Event::CameElsewhere { .. }
            | Event::WentElsewhere { .. }
            | Event::DeletedElsewhere
            | Event::ChoseDiscreet(_)
            | Event::Lock(_)
            | Event::Deleted(_)
            | Event::Loaded { .. }
            | Event::DeletedAll => later(self, event),
        }
    }

    fn start(&mut self, id: CheckInId, begun: Begun) -> Vec<Effect> {
        if self.lock == Lock::Locked {
            return Vec::new();
        }
        self.paused = false;
        self.check_in.get_or_insert_with(|| CheckIn::new(id, begun));
        self.save_all()
    }

    fn reply(&mut self, event: Event) -> Vec<Effect> {
        let Some(check_in) = &mut self.check_in else {
            return Vec::new();
        };
        match event {
            Event::Replied(item, reply) => check_in.answers.set(item, reply),
            Event::RepliedGate(gate, reply) => {
                // Taking back the last of several choices leaves the question open, not skipped.
                let reply = match reply {
                    Reply::Given(codes) if codes.is_empty() => Reply::NotSeen,
                    other => other,
                };
                let codes = reply.clone().given().unwrap_or_default();
                // The options on show are the codes of the gate, so an unknown one can't be chosen.
                let _ = check_in.gates.set(gate, reply.map(|_| codes.as_slice()));
            }
            Event::Picked(pick) => check_in.pick = pick,
            _ => {}
        }
        self.reply_missing = false;
        self.save()
    }

    /// The check-in on show; none while the welcome screen or a screen beside stands before it.
    fn on_show(&self) -> Option<&CheckIn> {
        self.check_in
            .as_ref()
            .filter(|_| !self.paused && self.asides.is_empty())
    }

    fn go_on(&mut self) -> Vec<Effect> {
        let Some(check_in) = self.on_show() else {
            return Vec::new();
        };
        if !check_in.is_place_replied() {
            self.reply_missing = true;
            return Vec::new();
        }
        let next = check_in.way().next(check_in.place);
        self.move_to(next)
    }

    fn look_again(&mut self) -> Vec<Effect> {
        match self.on_show().map(|check_in| check_in.place) {
            Some(Place::SameAnswer(part)) => self.move_to(Place::Item(part.items()[0])),
            _ => Vec::new(),
        }
    }

    fn finish(&mut self) -> Vec<Effect> {
        let end = self.on_show().and_then(|check_in| match check_in.place {
            Place::ResultShort => Some(check_in.way().finish()),
            Place::Item(item) if item.part() != Part::Stage => Some(check_in.way().finish()),
            _ => None,
        });
        end.map_or_else(Vec::new, |place| self.move_to(place))
    }

    fn go_back(&mut self) -> Vec<Effect> {
        self.reply_missing = false;
        if self.asides.pop().is_some() || self.paused {
            return Vec::new();
        }
        let Some(check_in) = &self.check_in else {
            return Vec::new();
        };
        if let Some(place) = check_in.way().previous(check_in.place) {
            self.move_to(place)
        } else {
            self.paused = true;
            Vec::new()
        }
    }

    fn move_to(&mut self, place: Place) -> Vec<Effect> {
        self.reply_missing = false;
        if let Some(check_in) = &mut self.check_in {
            check_in.go_to(place);
        }
        self.save()
    }

    fn open(&mut self, aside: Aside) -> Vec<Effect> {
        self.reply_missing = false;
        if self.aside() != Some(aside) {
            self.asides.push(aside);
        }
        Vec::new()
    }

    fn begin_anew(&mut self) -> Vec<Effect> {
        match self.check_in {
            Some(mut check_in) if check_in.finished => {
                check_in.open = false;
                self.check_in = Some(check_in);
                let effects = self.save();
                if self.kept == Kept::Here {
                    self.past.push(check_in);
                }
                self.clear();
                effects
            }
            _ => self.discard(),
        }
    }

    fn discard(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(id) = self.check_in.map(|check_in| check_in.id) {
            effects.push(Effect::Forget(id));
            if self.reflections.iter().any(|kept| kept.id == id) {
                self.reflections.retain(|kept| kept.id != id);
                effects.push(Effect::ForgetReflection(id));
            }
        }
        effects.extend(self.drop_plan_of_check_in());
        self.clear();
        effects
    }

    /// Back to the welcome screen with nothing under way, and nothing chosen about keeping.
    fn clear(&mut self) {
        self.check_in = None;
        self.parted = false;
        self.paused = false;
        self.keep = Keep::Undecided;
        self.kept = Kept::Nothing;
        self.reflection = None;
        self.reflection_kept = Kept::Nothing;
    }
}
