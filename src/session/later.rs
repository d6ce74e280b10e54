//! Events that only follow a check-in or come from storage. The page fetches the code for them on its own.

use super::{Aside, Deletion, Effect, Event, Found, Keep, Kept, Lock, Session};
use crate::domain::check_in::Return;
use crate::domain::date::Day;

impl Session {
    /// Applies an event that only follows a check-in; any other changes nothing.
    pub fn apply_later(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Opened(aside) => {
                let mut effects = self.open(aside);
                if aside == Aside::Plan {
                    effects.extend(self.open_plan());
                }
                effects
            }
            Event::Planned(planned) => self.plan(planned),
            Event::Reflected(reflected) => self.reflect(reflected),
            Event::Noted(page, text) => self.note(page, text),
            Event::KeptNotebook(keep) => self.keep_notebook(keep),
            Event::Imported(found) => self.import(found),
            Event::NotStored {
                check_ins,
                reflections,
            } => {
                self.not_stored[0].extend(check_ins);
                self.not_stored[1].extend(reflections);
                Vec::new()
            }
            Event::CameElsewhere { .. } | Event::WentElsewhere { .. } | Event::DeletedElsewhere => {
                self.in_other_tab(event)
            }
            Event::Lock(lock) => {
                self.lock = lock;
                if lock == Lock::Passed {
                    self.can_keep = false;
                }
                Vec::new()
            }
            Event::Deleted(all) => {
                self.deletion = [Deletion::Failed, Deletion::Done][usize::from(all)];
                Vec::new()
            }
            Event::Loaded {
                found,
                today,
                can_keep,
                left_quickly,
            } => self.load(found, today, can_keep, left_quickly),
            Event::DeletedAll => self.delete_all(),
            Event::ChoseDiscreet(discreet) => self.choose_discreet(discreet),
            _ => Vec::new(),
        }
    }

    fn load(&mut self, found: Found, today: Day, can_keep: bool, left: bool) -> Vec<Effect> {
        self.can_keep = can_keep;
        self.unreadable = found.unreadable;
        self.newer = found.newer;
        self.region = found.region.or(self.region);
        self.discreet = found.discreet || self.shared;
        let mut check_ins = found.check_ins;
        let latest = check_ins
            .iter()
            .enumerate()
            .filter(|(_, check_in)| check_in.on_return(today) != Return::Past)
            .max_by_key(|(_, check_in)| check_in.begun.second);
        // One begun before unlocking goes on.
        let latest = latest.filter(|_| self.check_in.is_none());
        if let Some(at) = latest.map(|(at, _)| at) {
            let mut check_in = check_ins.remove(at);
            check_in.place = check_in.way().settle(check_in.place);
            self.paused = left || check_in.on_return(today) == Return::Offer;
            self.check_in = Some(check_in);
            self.keep = Keep::Here;
            self.kept = Kept::Here;
        }
        self.past = check_ins;
        let kept = |is_there| if is_there { Kept::Here } else { Kept::Nothing };
        self.plan_kept = kept(found.plan.is_some());
        self.plan = found.plan.or(self.plan.take());
        self.reflections = found.reflections;
        self.notebook_kept = kept(found.notebook.is_some());
        self.notebook = found.notebook.unwrap_or(std::mem::take(&mut self.notebook));
        Vec::new()
    }

    pub(super) fn delete_all(&mut self) -> Vec<Effect> {
        *self = Self {
            // With everything the lock is gone too.
            can_keep: self.can_keep || matches!(self.lock, Lock::Locked | Lock::Passed),
            asides: std::mem::take(&mut self.asides),
            region: self.region,
            shared: self.shared,
            // The tab must not show its name again under the eyes of others.
            discreet: self.discreet,
            ..Self::default()
        };
        vec![Effect::ForgetAll]
    }
}
