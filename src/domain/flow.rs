//! Owns which place follows which in a check-in, forwards and back. Pure: the same answers give the same way,
//! so Back needs no memory and loses nothing.

use super::answers::Answers;
use super::gates::{Gate, Gates};
use super::instrument::{Item, Part};
use super::reply::Reply;
use super::safety::Cards;

/// A place in a check-in. The first is `Gate(Gate::Q1)`, see [`Place::FIRST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One gate question.
    Gate(Gate),
    /// The safety cards that the reply to this gate brought, with all others due.
    Cards(Gate),
    /// One scored item.
    Item(Item),
    /// "You gave one answer all the way", asked at the end of this part.
    SameAnswer(Part),
    /// The result on the stage items.
    ResultShort,
    /// The result with factors and wellness.
    ResultFull,
}

impl Place {
    /// Where a check-in begins: with the question whether anyone is in danger now.
    pub const FIRST: Self = Self::Gate(Gate::Q1);

    /// Every place there is, in asking order.
    pub fn all() -> impl Iterator<Item = Self> {
        let gates = Gate::ALL
            .into_iter()
            .flat_map(|gate| [Self::Gate(gate), Self::Cards(gate)]);
        let ends = [
            Self::SameAnswer(Part::Stage),
            Self::SameAnswer(Part::Wellness),
            Self::ResultShort,
            Self::ResultFull,
        ];
        gates
            .chain(Item::ALL.into_iter().map(Self::Item))
            .chain(ends)
    }

    /// A name for storage, such as `Q1`, `Q1-cards`, `E3` or `result-full`.
    pub fn name(self) -> String {
        match self {
            Self::Gate(gate) => gate.id().to_owned(),
            Self::Cards(gate) => gate.id().to_owned() + "-cards",
            Self::Item(item) => item.id().to_owned(),
            Self::SameAnswer(Part::Stage) => "same-answer".to_owned(),
            Self::SameAnswer(_) => "same-answer-all".to_owned(),
            Self::ResultShort => "result-short".to_owned(),
            Self::ResultFull => "result-full".to_owned(),
        }
    }

    /// The place with this name, if there is one.
    ///
    /// ```
    /// use recovery_check::domain::{flow::Place, gates::Gate};
    /// assert_eq!(Place::from_name("U3-cards"), Some(Place::Cards(Gate::U3)));
    /// assert_eq!(Place::from_name("nowhere"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|place| place.name() == name)
    }

    /// True on either result.
    pub fn is_result(self) -> bool {
        matches!(self, Self::ResultShort | Self::ResultFull)
    }
}

/// What the way depends on.
#[derive(Clone, Copy, Debug)]
pub struct Way<'a> {
    /// The replies to the gates.
    pub gates: &'a Gates,
    /// The replies to the items.
    pub answers: &'a Answers,
}

impl Way<'_> {
    /// Where going on leads from `place`. The short result leads to the optional parts; ending there instead
    /// is [`Way::finish`].
    pub fn next(&self, place: Place) -> Place {
        match place {
            Place::Gate(gate) if Cards::new_after(self.gates, gate) => Place::Cards(gate),
            Place::Gate(gate) | Place::Cards(gate) => self.after_gate(gate),
            Place::Item(item) => item.next_in_part().map_or_else(
                || match item.part() {
                    Part::Stage => self
                        .ask_same_answer(Part::Stage)
                        .unwrap_or(Place::ResultShort),
                    Part::Factors => first_of(Part::Wellness),
                    Part::Wellness => self.finish(),
                },
                Place::Item,
            ),
            Place::SameAnswer(Part::Stage) => Place::ResultShort,
            Place::ResultShort => first_of(Part::Factors),
            Place::SameAnswer(_) | Place::ResultFull => Place::ResultFull,
        }
    }

    /// Where ending the optional parts leads, from anywhere after the short result.
    pub fn finish(&self) -> Place {
        self.ask_same_answer(Part::Wellness)
            .unwrap_or(Place::ResultFull)
    }

    /// Where Back leads from `place`; none from the first gate.
    pub fn previous(&self, place: Place) -> Option<Place> {
        match place {
            Place::Gate(gate) => self.before_gate(gate),
            Place::Cards(gate) => Some(Place::Gate(gate)),
            Place::Item(item) => match (item.previous_in_part(), item.part()) {
                (Some(previous), _) => Some(Place::Item(previous)),
                (None, Part::Stage) => self.last_gate(Gate::ALL.into_iter()),
                (None, Part::Factors) => Some(Place::ResultShort),
                (None, Part::Wellness) => Some(last_of(Part::Factors)),
            },
            Place::SameAnswer(Part::Stage) => Some(last_of(Part::Stage)),
            Place::SameAnswer(_) => Some(self.last_optional()),
            Place::ResultShort => Some(
                self.ask_same_answer(Part::Stage)
                    .unwrap_or(last_of(Part::Stage)),
            ),
            Place::ResultFull => Some(
                self.ask_same_answer(Part::Wellness)
                    .unwrap_or_else(|| self.last_optional()),
            ),
        }
    }

    /// `place`, or the place after it where it has nothing to show: stored data may have been edited by hand,
    /// or a gate is no longer asked.
    pub fn settle(&self, place: Place) -> Place {
        let has_something = match place {
            Place::Gate(gate) => self.gates.is_asked(gate),
            Place::Cards(gate) => self.gates.is_asked(gate) && Cards::new_after(self.gates, gate),
            Place::SameAnswer(part) => self.ask_same_answer(part).is_some(),
            Place::Item(_) | Place::ResultShort | Place::ResultFull => true,
        };
        match (has_something, place) {
            (true, _) => place,
            (false, Place::Gate(gate) | Place::Cards(gate)) => self.after_gate(gate),
            (false, _) => self.next(place),
        }
    }

    fn after_gate(&self, gate: Gate) -> Place {
        Gate::ALL
            .into_iter()
            .find(|&later| later > gate && self.gates.is_asked(later))
            .map_or(first_of(Part::Stage), Place::Gate)
    }

    fn before_gate(&self, gate: Gate) -> Option<Place> {
        self.last_gate(Gate::ALL.into_iter().filter(|&earlier| earlier < gate))
    }

    /// The place of the last asked gate among `gates`: its cards, if it brought any.
    fn last_gate(&self, gates: impl DoubleEndedIterator<Item = Gate>) -> Option<Place> {
        let gate = gates.rev().find(|&gate| self.gates.is_asked(gate))?;
        let brought_cards = Cards::new_after(self.gates, gate);
        Some(if brought_cards {
            Place::Cards(gate)
        } else {
            Place::Gate(gate)
        })
    }

    /// The prompt at the end of `part`, if it is due there. It is asked once a check-in: at the end of the
    /// stage items, or at the very end when those alone did not call for it.
    fn ask_same_answer(&self, part: Part) -> Option<Place> {
        let stage_alone = self.stage_answers().same_answer().is_some();
        let due = match part {
            Part::Stage => stage_alone,
            Part::Factors | Part::Wellness => !stage_alone && self.answers.same_answer().is_some(),
        };
        due.then_some(Place::SameAnswer(part))
    }

    fn stage_answers(&self) -> Answers {
        let mut stage = Answers::default();
        for &item in Part::Stage.items() {
            stage.set(item, self.answers.reply(item));
        }
        stage
    }

    /// Where the person left the optional parts: the first item not seen, the last item when all were, or the
    /// short result when none was.
    fn last_optional(&self) -> Place {
        let mut optional = Item::ALL
            .into_iter()
            .filter(|item| item.part() != Part::Stage);
        let unseen = |item: &Item| self.answers.reply(*item) == Reply::NotSeen;
        if optional.clone().all(|item| unseen(&item)) {
            return Place::ResultShort;
        }
        optional
            .find(unseen)
            .map_or(last_of(Part::Wellness), Place::Item)
    }
}

fn first_of(part: Part) -> Place {
    Place::Item(part.items()[0])
}

fn last_of(part: Part) -> Place {
    Place::Item(part.items()[part.items().len() - 1])
}
