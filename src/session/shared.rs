//! When a page on a shared device was left by whoever used it.

use super::Session;

/// Seconds without a touch after which the page says that it will clear itself.
pub const WARNED_AFTER: u64 = 5 * 60;
/// Seconds without a touch after which it does: WCAG 2.2.1 asks for 20 seconds at least to say no.
pub const CLEARED_AFTER: u64 = 6 * 60;

/// Whether someone still uses the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unattended {
    /// Someone does, or there is nothing on the page that another should not see.
    #[default]
    No,
    /// It seems not: the page says that it will clear itself.
    Warned,
    /// Nobody does.
    Over,
}

impl Session {
    /// Whether the page seems to be left, after so many seconds without a touch.
    ///
    /// ```
    /// use recovery_check::session::{Session, Unattended};
    /// let session = Session { shared: true, ..Session::default() };
    /// assert_eq!(session.unattended(1_000_000), Unattended::No, "nothing is on it");
    /// ```
    pub fn unattended(&self, seconds: u64) -> Unattended {
        let holds_something = self.check_in.is_some()
            || !self.past.is_empty()
            || self.plan.is_some()
            || self.reflection.is_some()
            || !self.reflections.is_empty()
            || !self.notebook.is_empty()
            || !self.asides.is_empty();
        match seconds {
            _ if !self.shared || !holds_something => Unattended::No,
            CLEARED_AFTER.. => Unattended::Over,
            WARNED_AFTER.. => Unattended::Warned,
            _ => Unattended::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::{Begun, CheckInId};
    use crate::domain::date::Day;
    use crate::session::{Deletion, Effect, Event, Keep};

    fn begun(shared: bool) -> Session {
        let mut session = Session {
            shared,
            ..Session::default()
        };
        let begun = Begun {
            day: Day::from_calendar(2026, 11, 25),
            second: 0,
        };
        session.apply(Event::Started {
            id: CheckInId(1),
            begun,
        });
        session
    }

    #[test]
    fn only_a_shared_device_is_ever_left() {
        let shared = begun(true);
        let at = |seconds| shared.unattended(seconds);
        assert_eq!(at(WARNED_AFTER - 1), Unattended::No);
        assert_eq!(at(WARNED_AFTER), Unattended::Warned);
        assert_eq!(at(CLEARED_AFTER - 1), Unattended::Warned);
        assert_eq!(at(CLEARED_AFTER), Unattended::Over);
        assert_eq!(begun(false).unattended(u64::MAX), Unattended::No);
    }

    #[test]
    fn a_shared_device_stays_discreet_and_shared_whatever_is_chosen() {
        let mut session = begun(true);
        session.discreet = true;
        assert_eq!(session.apply(Event::ChoseDiscreet(false)), []);
        assert!(session.discreet);
        assert_eq!(session.apply(Event::DeletedAll), [Effect::ForgetAll]);
        assert!(session.shared && session.discreet);
        assert_eq!(session.deletion, Deletion::NotAsked);
        session.apply(Event::ChoseKeep(Keep::Here));
        assert!(!session.can_keep);
    }

    #[test]
    fn a_plain_name_chosen_outlives_deleting_as_long_as_the_page() {
        let mut session = begun(false);
        assert_eq!(
            session.apply(Event::ChoseDiscreet(true)),
            [Effect::SaveDiscreet(true)]
        );
        session.apply(Event::DeletedAll);
        assert!(session.discreet);
        let found = crate::session::Found {
            discreet: true,
            ..crate::session::Found::default()
        };
        let mut opened = Session::default();
        opened.apply(Event::Loaded {
            found,
            today: Day::from_calendar(2026, 11, 25),
            can_keep: true,
            left_quickly: false,
        });
        assert!(opened.discreet);
    }
}
