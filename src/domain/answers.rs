//! Owns the answers to the scored items, and the value each counts for.

use super::instrument::{ITEM_COUNT, Item};
use super::reply::Reply;

/// How often in the past seven days. Shown with its days; scored 0 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Frequency {
    /// 0 days.
    Never,
    /// 1 or 2 days.
    Rarely,
    /// 3 or 4 days.
    Sometimes,
    /// 5 or 6 days.
    Often,
    /// 7 days.
    EveryDay,
}

impl Frequency {
    /// Every option in the order shown.
    pub const ALL: [Self; 5] = [
        Self::Never,
        Self::Rarely,
        Self::Sometimes,
        Self::Often,
        Self::EveryDay,
    ];

    /// The answer before reversing, 0 to 4.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The option for a number from 0 to 4.
    ///
    /// ```
    /// use recovery_check::domain::answers::Frequency;
    /// assert_eq!(Frequency::from_number(4), Some(Frequency::EveryDay));
    /// assert_eq!(Frequency::from_number(5), None);
    /// ```
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// The option at the other end, as for items marked (R). Reversing twice changes nothing.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self::ALL[4 - self as usize]
    }
}

/// The replies to all 42 items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    replies: [Reply<Frequency>; ITEM_COUNT],
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            replies: [Reply::NotSeen; ITEM_COUNT],
        }
    }
}

impl Answers {
    /// How `item` stands.
    pub fn reply(&self, item: Item) -> Reply<Frequency> {
        self.replies[item.index()]
    }

    /// Records how `item` stands.
    pub fn set(&mut self, item: Item, reply: Reply<Frequency>) {
        self.replies[item.index()] = reply;
    }

    /// What the answer to `item` counts for, 0 to 4, after reversing; none when there is no answer.
    pub fn value(&self, item: Item) -> Option<u8> {
        let answer = self.reply(item).given()?;
        let counted = if item.is_reversed() {
            answer.reversed()
        } else {
            answer
        };
        Some(counted.number())
    }

    /// The answers to items that `other` answers too, the rest not seen. Change between two check-ins is
    /// scored on these only (clinical sheet, section 3).
    #[must_use]
    pub fn answered_in_both(&self, other: &Self) -> Self {
        let mut both = Self::default();
        for item in Item::ALL {
            if other.reply(item).given().is_some() {
                both.set(item, Reply::from_given(self.reply(item).given()));
            }
        }
        both
    }

    /// The one answer given to every answered item, before reversing, if at least ten are answered and none
    /// differs. The person is then asked whether that is right (clinical sheet, section 3).
    pub fn same_answer(&self) -> Option<Frequency> {
        const ENOUGH: usize = 10;
        let mut given = self.replies.iter().filter_map(|reply| reply.given());
        let first = given.next()?;
        let mut count = 1;
        for answer in given {
            if answer != first {
                return None;
            }
            count += 1;
        }
        (count >= ENOUGH).then_some(first)
    }
}

impl<T> Reply<T> {
    /// An answer, or "not seen" where there is none.
    pub fn from_given(answer: Option<T>) -> Self {
        answer.map_or(Self::NotSeen, Self::Given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_answer_needs_ten_of_a_kind() {
        let mut answers = Answers::default();
        for item in &Item::ALL[..9] {
            answers.set(*item, Reply::Given(Frequency::Often));
        }
        assert_eq!(answers.same_answer(), None);
        answers.set(Item::K3, Reply::Given(Frequency::Often));
        assert_eq!(answers.same_answer(), Some(Frequency::Often));
        answers.set(Item::K2, Reply::Given(Frequency::Never));
        assert_eq!(answers.same_answer(), None);
    }

    #[test]
    fn a_reversed_item_counts_from_the_other_end() {
        let mut answers = Answers::default();
        answers.set(Item::E4, Reply::Given(Frequency::EveryDay));
        answers.set(Item::E5, Reply::Given(Frequency::EveryDay));
        assert_eq!(answers.value(Item::E4), Some(0));
        assert_eq!(answers.value(Item::E5), Some(4));
        assert_eq!(answers.value(Item::E6), None);
    }
}
