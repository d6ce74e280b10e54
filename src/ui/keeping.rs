//! The way from what the session wants stored to the store, and of the answer back. Here too other tabs are heard.
//!
//! Without a lock all is done at once. Under one each entry is sealed first, which takes the browser a moment: what is
//! to be done waits in line, so that nothing overtakes.

use super::context::Context;
use super::later::{Arrival, parts};
use crate::platform::tabs::{is_looked_at, on_stored_elsewhere};
use crate::platform::{clock, page};
use crate::session::{Effect, Entry, Event, Found, Keep, Kept, Lock, NotKept, Session};
use crate::storage::keeper::Keeper;
use crate::storage::news::News;
use crate::storage::order::{OWN, Order, order};
use crate::storage::vault::Vault;
use crate::storage::{key, own};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// What storage answered, where it was asked something.
pub(super) type Outcome = Option<Result<(), NotKept>>;

/// What to do once storage has answered.
type Then = Box<dyn FnOnce(&Effect, Outcome)>;

/// The way to the store, and what waits on it.
#[derive(Default)]
pub(super) struct Keeping {
    pub(super) keeper: Option<Keeper>,
    /// What seals and opens entries, while the lock is open.
    pub(super) vault: Option<Vault>,
    waiting: VecDeque<(Effect, Then)>,
    is_at_work: bool,
}

impl Keeping {
    pub(super) fn new(keeper: Option<Keeper>) -> Self {
        Self {
            keeper,
            ..Self::default()
        }
    }

    fn carry_out(&mut self, order: Order) -> Outcome {
        self.keeper.as_mut()?.carry_out(order)
    }
}

/// What comes of taking over a file, entry by entry.
struct Taking {
    left: usize,
    check_ins: Vec<crate::domain::check_in::CheckInId>,
    reflections: Vec<crate::domain::check_in::CheckInId>,
    all: bool,
    done: Option<Box<dyn FnOnce(bool)>>,
}

impl Context {
    /// Carries out what an event asks of storage, and tells the session what came of it.
    pub(super) fn perform(self, effects: Vec<Effect>) {
        for effect in effects {
            self.carry_out(
                effect,
                Box::new(move |effect, outcome| self.tell(effect, outcome)),
            );
        }
    }

    /// Takes over what a file held. `done` hears whether the browser has stored all of it.
    pub fn take_in(self, found: Found, done: impl FnOnce(bool) + 'static) {
        let effects = self.apply(Event::Imported(found));
        let can_keep = self.session.with_untracked(|session| session.can_keep);
        let taking = Rc::new(RefCell::new(Taking {
            left: effects.len(),
            check_ins: Vec::new(),
            reflections: Vec::new(),
            all: can_keep,
            done: Some(Box::new(done)),
        }));
        for effect in effects {
            let taking = taking.clone();
            let then = move |effect: &Effect, outcome: Outcome| {
                let stored = can_keep && !matches!(outcome, Some(Err(_)));
                match effect {
                    Effect::SavePlan(_) | Effect::SaveNotebook(_) => self.tell(effect, outcome),
                    _ => {}
                }
                self.took(&mut taking.borrow_mut(), effect, stored);
            };
            self.carry_out(effect, Box::new(then));
        }
    }

    fn took(self, taking: &mut Taking, effect: &Effect, stored: bool) {
        taking.left -= 1;
        taking.all &= stored;
        match effect {
            Effect::Keep(check_in) if !stored => taking.check_ins.push(check_in.id),
            Effect::SaveReflection(note) if !stored => taking.reflections.push(note.id),
            _ => {}
        }
        if taking.left > 0 {
            return;
        }
        self.send(Event::NotStored {
            check_ins: std::mem::take(&mut taking.check_ins),
            reflections: std::mem::take(&mut taking.reflections),
        });
        if let Some(done) = taking.done.take() {
            done(taking.all);
        }
    }

    /// The entries that can't be read, as a JSON object of texts under their keys.
    pub fn unread(self) -> String {
        let unread = self.keeping.with_value(|keeping| {
            let unread = keeping.keeper.as_ref().map(Keeper::unread);
            unread.unwrap_or_default()
        });
        own::as_object(unread)
    }

    fn carry_out(self, effect: Effect, then: Then) {
        // Nothing of one's own is there to be stored before the later part is.
        let Some(order) = order(&effect, parts().map(|parts| parts.own)) else {
            return;
        };
        let waits = self
            .keeping
            .with_value(|keeping| keeping.vault.is_some() || keeping.is_at_work);
        if waits {
            let starts = self.keeping.try_update_value(|keeping| {
                keeping.waiting.push_back((effect, then));
                !std::mem::replace(&mut keeping.is_at_work, true)
            });
            if let (Some(true), Some(parts)) = (starts, parts()) {
                (parts.work)(self);
            }
            return;
        }
        let outcome = self
            .keeping
            .try_update_value(|keeping| keeping.carry_out(order));
        then(&effect, outcome.flatten());
    }

    /// Begins with what waits.
    pub(super) fn begin_work(self) {
        spawn_local(self.work());
    }

    /// Does what waits, one after the other.
    async fn work(self) {
        while let Some((effect, then)) = self.next() {
            let outcome = match order(&effect, Some(&OWN)) {
                Some(order) => self.seal_and_carry_out(order).await,
                None => None,
            };
            then(&effect, outcome);
        }
    }

    fn next(self) -> Option<(Effect, Then)> {
        let next = self.keeping.try_update_value(|keeping| {
            let next = keeping.waiting.pop_front();
            keeping.is_at_work = next.is_some();
            next
        });
        next.flatten()
    }

    async fn seal_and_carry_out(self, mut order: Order) -> Outcome {
        let vault = self.keeping.with_value(|keeping| keeping.vault.clone());
        if let (Order::Put { entry, text, .. }, Some(vault)) = (&mut order, vault)
            && *entry != Entry::Region
        {
            let Ok(sealed) = vault.seal(&key::of(*entry), text).await else {
                return Some(Err(NotKept::Full));
            };
            *text = sealed;
        }
        let clears = order == Order::Clear;
        let outcome = self.keeping.try_update_value(|keeping| {
            if clears {
                keeping.vault = None;
            }
            keeping.carry_out(order)
        });
        outcome.flatten()
    }

    /// Whether all that was to be stored has been.
    pub(super) fn is_at_rest(self) -> bool {
        self.keeping.with_value(|keeping| !keeping.is_at_work)
    }

    fn tell(self, effect: &Effect, outcome: Outcome) {
        let Some(outcome) = outcome else { return };
        if *effect == Effect::ForgetAll {
            self.send(Event::Deleted(outcome.is_ok()));
        }
        let Some(what) = effect.stores() else { return };
        // Most saves change nothing that is shown; telling the session each time would redraw for nothing.
        let told = self.session.with_untracked(|session| session.kept_of(what));
        if outcome.is_err() || told != Kept::Here {
            self.send(Event::Saved { what, outcome });
        }
        if let (Effect::Save(shared), Err(NotKept::Changed)) = (effect, outcome) {
            self.send(Event::Parted {
                id: clock::new_id(),
            });
            // What the other tab made of it is now one of the others.
            let theirs = key::of(Entry::CheckIn(shared.id));
            if let Some(parts) = parts() {
                (parts.hear)(self, Some((theirs, true)));
            }
        }
    }

    /// Whether anything is kept here that must be read before the first screen is drawn.
    pub fn holds_something(self) -> bool {
        self.keeping
            .with_value(|keeping| keeping.keeper.as_ref().is_some_and(Keeper::holds_something))
    }

    /// Reads what is kept.
    pub(super) fn read(self) {
        let can_keep = self.session.with_untracked(|session| session.can_keep);
        let read = self.keeping.try_update_value(|keeping| {
            let keeper = keeping.keeper.as_mut()?;
            keeper.learn_to_read();
            let is_locked = keeper.lock().is_some();
            let found = if is_locked {
                keeper.find_locked()
            } else {
                keeper.find()
            };
            Some((found, is_locked, keeper.has_left_quickly()))
        });
        let Some((found, is_locked, left_quickly)) = read.flatten() else {
            return;
        };
        self.apply(Event::Loaded {
            found,
            today: clock::now().day,
            can_keep,
            left_quickly,
        });
        self.later.set(Arrival::Here);
        if is_locked {
            self.apply(Event::Lock(Lock::Locked));
            return;
        }
        let is_open = self.check_in_once().is_some();
        self.keeping.update_value(|keeping| {
            if let Some(keeper) = &mut keeping.keeper {
                keeper.mark_open(is_open);
            }
        });
    }

    /// Hears what other tabs did while nothing was read here.
    pub(super) fn catch_up(self) {
        let keys = self.keeping.try_update_value(|keeping| {
            let keeper = keeping.keeper.as_mut()?;
            keeper.learn_to_read();
            Some(keeper.ours())
        });
        self.hear_other_tabs(None);
        for key in keys.flatten().unwrap_or_default() {
            self.hear_other_tabs(Some((key, true)));
        }
    }

    /// Listens to other tabs as long as the page lives.
    pub fn follow_other_tabs(self) {
        on_stored_elsewhere(move |changed| self.hear_other_tabs(changed));
    }

    /// Follows what other tabs store, remove and delete: the key, and whether something was set there; none when
    /// everything was removed at once.
    pub(super) fn hear_other_tabs(self, changed: Option<(String, bool)>) {
        let keeping = self.keeping;
        let Some((key, was_set)) = changed else {
            let missing =
                keeping.with_value(|keeping| keeping.keeper.as_ref().map(Keeper::missing));
            for entry in missing.unwrap_or_default() {
                self.send(Event::WentElsewhere {
                    entry,
                    alone: false,
                });
            }
            return;
        };
        let news = keeping.with_value(|keeping| keeping.keeper.as_ref()?.hear(&key, was_set));
        match news {
            None => {}
            Some(News::Sealed(sealed)) => {
                let Some(vault) = keeping.with_value(|keeping| keeping.vault.clone()) else {
                    return;
                };
                spawn_local(async move {
                    let opened = vault.open(&key, &sealed).await;
                    if let Ok(Some(News::Came(found))) =
                        opened.map(|text| Keeper::came(&key, &text))
                    {
                        self.take_over(&key, *found);
                    }
                });
            }
            Some(News::Came(found)) => self.take_over(&key, *found),
            Some(News::Discreet(discreet)) => self.choose_discreet(discreet),
            Some(News::Went(entry)) => self.send(Event::WentElsewhere { entry, alone: true }),
            Some(News::Deleted) => {
                keeping.update_value(|keeping| keeping.vault = None);
                self.send(Event::DeletedElsewhere);
            }
            // Loading anew asks for the phrase, and lets go of all that was read. Where something is here that is kept
            // nowhere, it stays until the person goes on, and is then told of.
            Some(News::Lock) if self.session.with_untracked(has_unkept) => {}
            Some(News::Lock) => page::reload(),
        }
    }

    fn take_over(self, key: &str, found: Found) {
        let is_looked_at = is_looked_at();
        let taken = self
            .session
            .with_untracked(|session| session.takes(&found, is_looked_at));
        if taken {
            self.keeping.update_value(|keeping| {
                if let Some(keeper) = &mut keeping.keeper {
                    keeper.claim(key);
                }
            });
        }
        self.send(Event::CameElsewhere {
            found,
            is_looked_at,
        });
    }
}

/// Whether a check-in is under way that would be gone with the page.
pub(super) fn has_unkept(session: &Session) -> bool {
    session.check_in.is_some() && (session.keep != Keep::Here || session.kept != Kept::Here)
}
