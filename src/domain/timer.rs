//! Owns a countdown. It is told the time at every step and counts no ticks, so a browser that sleeps, or that
//! slows down a page in the background, makes no difference to what is left.

/// A countdown. Times are milliseconds of whatever clock the caller keeps to.
///
/// ```
/// use recovery_check::domain::timer::Timer;
/// let timer = Timer::new(15).run(1_000);
/// assert_eq!(timer.left(1_000 + 60_000), 14 * 60_000);
/// assert_eq!(timer.pause(1_000 + 60_000).left(9_999_999), 14 * 60_000);
/// assert_eq!(timer.left(u64::MAX), 0, "a clock that jumps ahead ends it and no more");
/// assert_eq!(timer.left(0), 15 * 60_000, "one that jumps back adds nothing");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    total: u64,
    left: u64,
    /// When it ends, while it runs.
    ends: Option<u64>,
}

/// Where a countdown stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not begun.
    Ready,
    /// Counting down.
    Running,
    /// Held.
    Paused,
    /// At its end.
    Over,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 4] = [Self::Ready, Self::Running, Self::Paused, Self::Over];
}

impl Timer {
    /// A countdown over this many minutes, not begun.
    pub fn new(minutes: u32) -> Self {
        let total = u64::from(minutes) * 60_000;
        Self {
            total,
            left: total,
            ends: None,
        }
    }

    /// Begins, or goes on with what is left. One that is over begins anew.
    #[must_use]
    pub fn run(self, now: u64) -> Self {
        let left = match self.left(now) {
            0 => self.total,
            left => left,
        };
        Self {
            left,
            ends: Some(now.saturating_add(left)),
            ..self
        }
    }

    /// Holds what is left.
    #[must_use]
    pub fn pause(self, now: u64) -> Self {
        Self {
            left: self.left(now),
            ends: None,
            ..self
        }
    }

    /// What is left, from none to all of it.
    pub fn left(self, now: u64) -> u64 {
        self.ends
            .map_or(self.left, |ends| ends.saturating_sub(now))
            .min(self.total)
    }

    /// Where it stands.
    pub fn phase(self, now: u64) -> Phase {
        match (self.left(now), self.ends) {
            (0, _) => Phase::Over,
            (_, Some(_)) => Phase::Running,
            (left, None) if left == self.total => Phase::Ready,
            _ => Phase::Paused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_from_ready_to_over_and_again() {
        let timer = Timer::new(1);
        assert_eq!(timer.phase(5), Phase::Ready);
        let timer = timer.run(5);
        assert_eq!(timer.phase(5), Phase::Running);
        let held = timer.pause(20_005);
        assert_eq!(
            (held.phase(99_999), held.left(99_999)),
            (Phase::Paused, 40_000)
        );
        let timer = held.run(99_999);
        assert_eq!(timer.phase(99_999 + 39_999), Phase::Running);
        assert_eq!(timer.phase(99_999 + 40_000), Phase::Over);
        assert_eq!(timer.run(200_000).left(200_000), 60_000);
    }
}
