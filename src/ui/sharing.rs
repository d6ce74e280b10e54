//! A device that others use as well: what tab and history show, and that nothing stays for whoever comes next.

use super::context::Context;
use crate::platform::{boot, idle};
use crate::session::{Event, Unattended};
use leptos::prelude::*;

impl Context {
    /// Gives tab and browser history a plain name and picture, or their own.
    pub fn choose_discreet(self, discreet: bool) {
        self.send(Event::ChoseDiscreet(discreet));
        boot::set_discreet(self.session.with_untracked(|session| session.discreet));
    }

    /// On a shared device, clears the page when no one has touched it for a time, and says so before.
    pub fn follow_sharing(self) {
        if !self.is_shared() {
            return;
        }
        idle::every_second(move |seconds| {
            let now = self
                .session
                .with_untracked(|session| session.unattended(seconds));
            if now == Unattended::Over {
                boot::clear();
            } else if self.unattended.get_untracked() != now {
                self.unattended.set(now);
            }
        });
    }

    /// Lets go of everything here, for whoever comes next.
    pub fn clear(self) {
        boot::clear();
    }
}
