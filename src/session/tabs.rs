//! What other tabs, and the browser itself, do to what is stored while this page is open: nothing of it may
//! be undone in silence, here or there.

use super::{
    Aside, Deletion, Effect, Entry, Event, Found, Keep, Kept, NotKept, Screen, Session, Stored,
};
use crate::domain::check_in::CheckInId;
use crate::domain::flow::Place;

impl Session {
    /// Whether what another tab stored can take its place here at once. Not so while the person is looking at the
    /// same thing here: it must not change under their hands.
    pub fn takes(&self, found: &Found, is_looked_at: bool) -> bool {
        let is_under_way = |id| self.check_in.is_some_and(|now| now.id == id);
        let is_shown = found.check_ins.iter().any(|one| is_under_way(one.id))
            || (found.plan.is_some() && self.plan.is_some())
            || (found.notebook.is_some() && !self.notebook.is_empty())
            || found.reflections.iter().any(|note| {
                let now = self.reflection.as_ref();
                now.is_some_and(|now| now.id == note.id)
            });
        !(is_looked_at && is_shown)
    }

    pub(super) fn in_other_tab(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::CameElsewhere {
                found,
                is_looked_at,
            } => {
                if self.takes(&found, is_looked_at) {
                    // Where no one looks, what is on show can be drawn anew.
                    self.taken_over += u32::from(!is_looked_at);
                    self.take_over(found)
                } else {
                    self.differ(&found)
                }
            }
            Event::WentElsewhere { entry, alone } => self.miss(entry, alone),
            Event::DeletedElsewhere => {
                self.delete_all();
                self.asides.clear();
                self.deletion = Deletion::Elsewhere;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Stores something whatever another tab has made of it: the person has been told, and asked for it.
    pub(super) fn keep_again(&mut self, what: Stored) -> Vec<Effect> {
        let entry = match what {
            Stored::CheckIn => self.check_in.map(|now| Entry::CheckIn(now.id)),
            Stored::Plan => Some(Entry::Plan),
            Stored::Reflection => self
                .reflection
                .as_ref()
                .map(|now| Entry::Reflection(now.id)),
            Stored::Notebook => Some(Entry::Notebook),
            // A mark, not an entry.
            Stored::Discreet => None,
        };
        let save = match what {
            Stored::CheckIn => self.save(),
            Stored::Plan => self.save_plan(),
            Stored::Reflection => self.save_reflection(),
            Stored::Notebook => self.save_notebook(),
            Stored::Discreet => self.choose_discreet(self.discreet),
        };
        entry.map(Effect::Claim).into_iter().chain(save).collect()
    }

    /// Two tabs went on with one check-in in two ways: both stay, the one here under a number of its own.
    pub(super) fn part(&mut self, id: CheckInId) -> Vec<Effect> {
        let Some(now) = self.check_in.as_mut().filter(|_| self.keep == Keep::Here) else {
            return Vec::new();
        };
        let shared = std::mem::replace(&mut now.id, id);
        self.parted = true;
        let mut effects = self.save();
        if let Some(plan) = &mut self.plan
            && plan.check_in == Some(shared)
        {
            plan.check_in = Some(id);
            effects.extend(self.keep_plan());
        }
        effects
    }

    fn take_over(&mut self, found: Found) -> Vec<Effect> {
        for mut check_in in found.check_ins {
            self.not_stored[0].retain(|&id| id != check_in.id);
            if self.check_in.is_some_and(|now| now.id == check_in.id) {
                check_in.place = check_in.way().settle(check_in.place);
                self.check_in = Some(check_in);
                self.kept = Kept::Here;
            } else {
                self.past.retain(|past| past.id != check_in.id);
                self.past.push(check_in);
            }
        }
        for note in found.reflections {
            self.not_stored[1].retain(|&id| id != note.id);
            if self
                .reflection
                .as_ref()
                .is_some_and(|now| now.id == note.id)
            {
                self.reflection = Some(note.clone());
                self.reflection_kept = Kept::Here;
            }
            self.reflections.retain(|kept| kept.id != note.id);
            self.reflections.push(note);
        }
        if found.plan.is_some() {
            self.plan = found.plan;
            self.plan_kept = Kept::Here;
        }
        if let Some(notebook) = found.notebook {
            self.notebook = notebook;
            self.notebook_kept = Kept::Here;
        }
        Vec::new()
    }

    /// What another tab stored stays there, and what is here goes on as it is: this is told.
    fn differ(&mut self, found: &Found) -> Vec<Effect> {
        let changed = Kept::Refused(NotKept::Changed);
        if !found.check_ins.is_empty() {
            self.kept = changed;
        }
        if !found.reflections.is_empty() {
            self.reflection_kept = changed;
        }
        if found.plan.is_some() {
            self.plan_kept = changed;
        }
        if found.notebook.is_some() {
            self.notebook_kept = changed;
        }
        Vec::new()
    }

    /// What was removed from storage is still here as long as the page, and the person is told. Only what someone
    /// deleted in another tab, and no one is writing here, is not to be seen here either.
    fn miss(&mut self, entry: Entry, alone: bool) -> Vec<Effect> {
        let removed = Kept::Refused(NotKept::Removed);
        match entry {
            Entry::CheckIn(id) if self.check_in.is_some_and(|now| now.id == id) => {
                self.kept = removed;
            }
            Entry::CheckIn(id) if alone => {
                self.past.retain(|past| past.id != id);
                self.draw_past_anew();
            }
            Entry::CheckIn(id) => self.not_stored[0].push(id),
            Entry::Reflection(id) => {
                if self.reflection.as_ref().is_some_and(|now| now.id == id) {
                    self.reflection_kept = removed;
                }
                if alone {
                    self.reflections.retain(|note| note.id != id);
                    self.draw_past_anew();
                } else {
                    self.not_stored[1].push(id);
                }
            }
            Entry::Plan => self.plan_kept = removed,
            Entry::Notebook => self.notebook_kept = removed,
            Entry::Region => {}
        }
        Vec::new()
    }

    /// Where the past is on show it is drawn anew. Nothing is being written there.
    fn draw_past_anew(&mut self) {
        let is_shown = matches!(
            self.screen(),
            Screen::Aside(Aside::History | Aside::Past(_) | Aside::Summary)
                | Screen::At(Place::ResultShort | Place::ResultFull)
        );
        self.taken_over += u32::from(is_shown);
    }
}
