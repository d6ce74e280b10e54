//! The way from what the session wants stored to the store, and of the answer back. Here too other tabs are heard.

use super::context::Context;
use crate::platform::clock;
use crate::platform::tabs::{is_looked_at, on_stored_elsewhere};
use crate::session::{Effect, Entry, Event, Found, Kept, NotKept};
use crate::storage::keeper::{Keeper, News, Order, order};
use crate::storage::{key, own};
use leptos::prelude::*;

/// What storage answered, where it was asked something.
type Outcome = Option<Result<(), NotKept>>;

impl Context {
    /// Carries out what an event asks of storage, and tells the session what came of it.
    pub(super) fn perform(self, effects: Vec<Effect>) {
        for effect in effects {
            let outcome = self.carry_out(order(&effect));
            self.tell(&effect, outcome);
        }
    }

    /// Takes over what a file held. False when the browser would not store all of it.
    pub fn take_in(self, found: Found) -> bool {
        let effects = self
            .session
            .try_update(|session| session.apply(Event::Imported(found)))
            .unwrap_or_default();
        let can_keep = self.session.with_untracked(|session| session.can_keep);
        let (mut check_ins, mut reflections, mut all) = (Vec::new(), Vec::new(), can_keep);
        for effect in effects {
            let outcome = self.carry_out(order(&effect));
            let stored = can_keep && !matches!(outcome, Some(Err(_)));
            all &= stored;
            match &effect {
                Effect::Keep(check_in) if !stored => check_ins.push(check_in.id),
                Effect::SaveReflection(note) if !stored => reflections.push(note.id),
                Effect::SavePlan(_) | Effect::SaveNotebook(_) => self.tell(&effect, outcome),
                _ => {}
            }
        }
        self.send(Event::NotStored {
            check_ins,
            reflections,
        });
        all
    }

    /// The entries that can't be read, as a JSON object of texts under their keys.
    pub fn unread(self) -> String {
        let unread = self.keeper.with_value(|keeper| {
            let unread = keeper.as_ref().map(Keeper::unread);
            unread.unwrap_or_default()
        });
        own::as_object(unread)
    }

    /// Listens to other tabs as long as the page lives.
    pub fn follow_other_tabs(self) {
        on_stored_elsewhere(move |changed| {
            self.hear_other_tabs(
                changed
                    .as_ref()
                    .map(|(key, was_set)| (key.as_str(), *was_set)),
            );
        });
    }

    /// Follows what other tabs store, remove and delete: the key, and whether something was set there; none when
    /// everything was removed at once.
    fn hear_other_tabs(self, changed: Option<(&str, bool)>) {
        let news: Vec<News> = self.keeper.with_value(|keeper| match (keeper, changed) {
            (Some(keeper), Some((key, was_set))) => keeper.hear(key, was_set).into_iter().collect(),
            (Some(keeper), None) => keeper.missing().into_iter().map(News::Went).collect(),
            (None, _) => Vec::new(),
        });
        for news in news {
            match news {
                News::Deleted => self.send(Event::DeletedElsewhere),
                News::Went(entry) => self.send(Event::WentElsewhere(entry)),
                News::Came(found) => {
                    let is_looked_at = is_looked_at();
                    let taken = self
                        .session
                        .with_untracked(|session| session.takes(&found, is_looked_at));
                    if let (true, Some((key, _))) = (taken, changed) {
                        self.keeper.update_value(|keeper| {
                            if let Some(keeper) = keeper {
                                keeper.claim(key);
                            }
                        });
                    }
                    self.send(Event::CameElsewhere {
                        found: *found,
                        is_looked_at,
                    });
                }
            }
        }
    }

    fn carry_out(self, order: Order) -> Outcome {
        let answer = self.keeper.try_update_value(|keeper| {
            let keeper = keeper.as_mut()?;
            keeper.carry_out(order)
        });
        answer.flatten()
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
            self.hear_other_tabs(Some((&theirs, true)));
        }
    }
}
