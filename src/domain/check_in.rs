//! Owns what one check-in is: replies, where the person is in it, and when it was begun.

use super::answers::Answers;
use super::change::{Changes, DAYS_BETWEEN, Moment};
use super::date::Day;
use super::flow::{Place, Way};
use super::gates::Gates;
use super::instrument::{Factor, VERSION};
use super::result::CheckResult;

/// A check-in's own random number. It names the stored entry and says nothing about the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CheckInId(pub u64);

impl CheckInId {
    /// Sixteen hexadecimal digits.
    pub fn name(self) -> String {
        format!("{:016x}", self.0)
    }

    /// The id with this name.
    ///
    /// ```
    /// use recovery_check::domain::check_in::CheckInId;
    /// assert_eq!(CheckInId::from_name(&CheckInId(255).name()), Some(CheckInId(255)));
    /// assert_eq!(CheckInId::from_name("255"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        let lower_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_name = name.len() == 16 && name.bytes().all(lower_hex);
        is_name
            .then(|| u64::from_str_radix(name, 16).ok().map(Self))
            .flatten()
    }
}

/// When a check-in was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The day on the person's calendar. "The past 7 days" end here.
    pub day: Day,
    /// Seconds since 1970. Orders check-ins of one day.
    pub second: u64,
}

/// One check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Its own number.
    pub id: CheckInId,
    /// When it was begun.
    pub begun: Begun,
    /// The instrument version it is made with.
    pub version: u16,
    /// The replies to the gates.
    pub gates: Gates,
    /// The replies to the items.
    pub answers: Answers,
    /// The factor the person put first.
    pub pick: Option<Factor>,
    /// Where the person is.
    pub place: Place,
    /// True once the person has seen a result.
    pub finished: bool,
    /// True until the person puts the check-in away.
    pub open: bool,
}

impl CheckIn {
    /// A check-in with no replies.
    pub fn new(id: CheckInId, begun: Begun) -> Self {
        Self {
            id,
            begun,
            version: VERSION,
            gates: Gates::default(),
            answers: Answers::default(),
            pick: None,
            place: Place::FIRST,
            finished: false,
            open: true,
        }
    }

    /// What the way through this check-in depends on.
    pub fn way(&self) -> Way<'_> {
        Way {
            gates: &self.gates,
            answers: &self.answers,
        }
    }

    /// Moves to `place`. Reaching a result finishes the check-in.
    pub fn go_to(&mut self, place: Place) {
        self.place = place;
        self.finished |= place.is_result();
    }

    /// True once the question on show has been answered or skipped; always true where nothing is asked.
    pub fn is_place_replied(&self) -> bool {
        match self.place {
            Place::Gate(gate) => self.gates.is_seen(gate),
            Place::Item(item) => self.answers.reply(item).is_seen(),
            _ => true,
        }
    }

    /// The result on what has been answered so far.
    pub fn result(&self) -> CheckResult {
        CheckResult::new(&self.answers, &self.gates, self.pick)
    }

    /// This check-in as one side of a comparison.
    pub fn moment(&self) -> Moment<'_> {
        Moment {
            day: self.begun.day,
            version: self.version,
            answers: &self.answers,
        }
    }
}

/// What may be said of this check-in beside earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// There is no earlier one.
    First,
    /// The last one is too near, or was made with another version.
    NotYet {
        /// The day of the last check-in.
        last: Day,
    },
    /// Compared with the last check-in that lies far enough back.
    With {
        /// That check-in.
        earlier: CheckIn,
        /// The change since.
        changes: Changes,
    },
}

/// Compares `now` with the latest of the finished `past` check-ins that may be compared with it.
pub fn compare(now: &CheckIn, past: &[CheckIn]) -> Comparison {
    let earlier = past
        .iter()
        .filter(|past| past.finished && past.id != now.id && past.begun.day <= now.begun.day);
    let comparable = earlier
        .clone()
        .filter_map(|past| Some((past, Changes::between(past.moment(), now.moment())?)))
        .max_by_key(|(past, _)| (past.begun.second, past.begun.day));
    match comparable {
        Some((earlier, changes)) => Comparison::With {
            earlier: *earlier,
            changes,
        },
        None => earlier
            .map(|past| past.begun.day)
            .max()
            .map_or(Comparison::First, |last| Comparison::NotYet { last }),
    }
}

/// How a stored check-in meets the person who comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Return {
    /// Straight to where they were.
    Resume,
    /// The welcome screen offers to go on: the seven days it asks about have moved.
    Offer,
    /// It belongs to the past.
    Past,
}

impl CheckIn {
    /// The last day on which coming back leads straight to where the person was; none once it is put away.
    ///
    /// A result shows for the rest of the day. Anywhere else the person is resumed on its own day
    /// and the next, since people answer late at night; after that "the past 7 days" would mix two weeks, so
    /// the person decides.
    pub fn resumes_until(&self) -> Option<Day> {
        let more_days = u32::from(!self.place.is_result());
        self.open
            .then(|| Day::new(self.begun.day.number() + more_days))
            .flatten()
    }

    /// How this check-in meets a person who comes back on `today`. A clock set back resumes.
    pub fn on_return(&self, today: Day) -> Return {
        let age = today.days_since(self.begun.day).unwrap_or(0);
        match self.resumes_until() {
            Some(until) if today <= until => Return::Resume,
            Some(_) if !self.place.is_result() && age < DAYS_BETWEEN => Return::Offer,
            _ => Return::Past,
        }
    }
}
