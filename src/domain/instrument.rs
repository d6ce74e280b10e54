//! Owns what may be asked: the 42 scored items, their scales and their order (clinical sheet, section 2).
//!
//! Instrument version 1. Any change to items, options, gates or rules raises [`VERSION`], because only
//! check-ins of one version may be compared.

/// Version of items, options, gates and rules together.
pub const VERSION: u16 = 1;

/// One scored item, by its id in the clinical sheet. Declared in asking order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // The ids are the clinical sheet's; their meaning is the item's wording there.
#[rustfmt::skip]
pub enum Item {
    E1, E2, E3, E4, E5, E6,
    M1, M2, M3, M4, M5, M6,
    P1, P2, P3, P4, P5, P6,
    T1, T2, S1, S2, H1, H2, C1, C2, N1, N2, D1, D2,
    W1, W2, W3, F1, F2, F3, L1, L2, L3, K1, K2, K3,
}

use Item::{
    C1, C2, D1, D2, E1, E2, E3, E4, E5, E6, F1, F2, F3, H1, H2, K1, K2, K3, L1, L2, L3, M1, M2, M3,
    M4, M5, M6, N1, N2, P1, P2, P3, P4, P5, P6, S1, S2, T1, T2, W1, W2, W3,
};

/// Number of scored items.
pub const ITEM_COUNT: usize = 42;

/// Ids in asking order; position equals the discriminant of [`Item`].
#[rustfmt::skip]
const IDS: [&str; ITEM_COUNT] = [
    "E1", "E2", "E3", "E4", "E5", "E6",
    "M1", "M2", "M3", "M4", "M5", "M6",
    "P1", "P2", "P3", "P4", "P5", "P6",
    "T1", "T2", "S1", "S2", "H1", "H2", "C1", "C2", "N1", "N2", "D1", "D2",
    "W1", "W2", "W3", "F1", "F2", "F3", "L1", "L2", "L3", "K1", "K2", "K3",
];

impl Item {
    /// Every item in asking order.
    #[rustfmt::skip]
    pub const ALL: [Self; ITEM_COUNT] = [
        E1, E2, E3, E4, E5, E6,
        M1, M2, M3, M4, M5, M6,
        P1, P2, P3, P4, P5, P6,
        T1, T2, S1, S2, H1, H2, C1, C2, N1, N2, D1, D2,
        W1, W2, W3, F1, F2, F3, L1, L2, L3, K1, K2, K3,
    ];

    /// Place in asking order, from 0.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The id of the clinical sheet, such as `E1`.
    pub fn id(self) -> &'static str {
        IDS[self.index()]
    }

    /// The item with this id, if there is one.
    ///
    /// ```
    /// use recovery_check::domain::instrument::Item;
    /// assert_eq!(Item::from_id("K3"), Some(Item::K3));
    /// assert_eq!(Item::from_id("Z9"), None);
    /// ```
    pub fn from_id(id: &str) -> Option<Self> {
        let &[letter, digit] = id.as_bytes() else {
            return None;
        };
        let (first, count) = match letter {
            b'E' => (E1, 6),
            b'M' => (M1, 6),
            b'P' => (P1, 6),
            b'T' => (T1, 2),
            b'S' => (S1, 2),
            b'H' => (H1, 2),
            b'C' => (C1, 2),
            b'N' => (N1, 2),
            b'D' => (D1, 2),
            b'W' => (W1, 3),
            b'F' => (F1, 3),
            b'L' => (L1, 3),
            b'K' => (K1, 3),
            _ => return None,
        };
        let offset = usize::from(digit.wrapping_sub(b'1'));
        (offset < count).then(|| Self::ALL[first.index() + offset])
    }

    /// True for items marked (R) in the sheet: their value is 4 minus the answer.
    pub fn is_reversed(self) -> bool {
        matches!(self, E4 | M6 | S1 | C1 | W3 | L3)
    }

    /// The part of the check-in that asks this item.
    pub fn part(self) -> Part {
        match self.index() {
            0..18 => Part::Stage,
            18..30 => Part::Factors,
            _ => Part::Wellness,
        }
    }

    /// The item asked after this one in the same part, if any.
    pub fn next_in_part(self) -> Option<Self> {
        let next = *Self::ALL.get(self.index() + 1)?;
        (next.part() == self.part()).then_some(next)
    }

    /// The item asked before this one in the same part, if any.
    pub fn previous_in_part(self) -> Option<Self> {
        let previous = *Self::ALL.get(self.index().checked_sub(1)?)?;
        (previous.part() == self.part()).then_some(previous)
    }
}

/// A run of items asked together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The 18 signs of the three stage areas.
    Stage,
    /// The 12 items of the six factors. Optional.
    Factors,
    /// The 12 items of the four wellness domains. Optional.
    Wellness,
}

impl Part {
    /// Every part in asking order.
    pub const ALL: [Self; 3] = [Self::Stage, Self::Factors, Self::Wellness];

    /// The items of this part in asking order.
    pub fn items(self) -> &'static [Item] {
        match self {
            Self::Stage => &Item::ALL[0..18],
            Self::Factors => &Item::ALL[18..30],
            Self::Wellness => &Item::ALL[30..42],
        }
    }
}

/// A stage area. Higher scores mean more signs.
///
/// Grounding: Melemis 2015; Gorski & Miller 1982; Larimer 1999. The three are a picture to think with, not a
/// proven ladder (Miller & Harris 2000).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Self-care and openness slipping.
    Emotional,
    /// Pull towards use.
    Mental,
    /// Moves that bring use within reach.
    Physical,
}

impl Area {
    /// Every area in asking order.
    pub const ALL: [Self; 3] = [Self::Emotional, Self::Mental, Self::Physical];

    /// Every area, nearest to use first.
    pub const NEAREST_TO_USE_FIRST: [Self; 3] = [Self::Physical, Self::Mental, Self::Emotional];

    /// The six items of this area.
    pub fn items(self) -> &'static [Item] {
        let start = 6 * self as usize;
        &Item::ALL[start..start + 6]
    }

    /// The code of the score format, such as `emotional`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Emotional => "emotional",
            Self::Mental => "mental",
            Self::Physical => "physical",
        }
    }
}

/// A contributing factor. Higher scores mean more strain.
///
/// Grounding: Larimer 1999; Cacciola 2013; Sliedrecht 2019.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// Cues and stress.
    Triggers,
    /// Help at hand.
    Support,
    /// Mood and worry.
    MentalHealth,
    /// Skills for hard moments.
    Coping,
    /// Access and place.
    Environment,
    /// Past hurt intruding. Details are never asked.
    Trauma,
}

impl Factor {
    /// Every factor in the sheet's order, which also breaks ties.
    pub const ALL: [Self; 6] = [
        Self::Triggers,
        Self::Support,
        Self::MentalHealth,
        Self::Coping,
        Self::Environment,
        Self::Trauma,
    ];

    /// The two items of this factor.
    pub fn items(self) -> &'static [Item] {
        let start = 18 + 2 * self as usize;
        &Item::ALL[start..start + 2]
    }

    /// The code of the score format, such as `mental_health`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Triggers => "triggers",
            Self::Support => "support",
            Self::MentalHealth => "mental_health",
            Self::Coping => "coping",
            Self::Environment => "environment",
            Self::Trauma => "trauma",
        }
    }

    /// The factor with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|factor| factor.code() == code)
    }
}

/// A wellness domain. Higher scores are better.
///
/// Grounding: SAMHSA 2012; Neale 2016; Vilsaint 2017.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// Body and mood.
    Health,
    /// Tasks and purpose.
    Functioning,
    /// Closeness.
    Relationships,
    /// Bouncing back.
    Resilience,
}

impl Domain {
    /// Every domain in the sheet's order.
    pub const ALL: [Self; 4] = [
        Self::Health,
        Self::Functioning,
        Self::Relationships,
        Self::Resilience,
    ];

    /// The three items of this domain.
    pub fn items(self) -> &'static [Item] {
        let start = 30 + 3 * self as usize;
        &Item::ALL[start..start + 3]
    }

    /// The code of the score format, such as `resilience`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::Functioning => "functioning",
            Self::Relationships => "relationships",
            Self::Resilience => "resilience",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_items_name_each_other() {
        for (index, item) in Item::ALL.into_iter().enumerate() {
            assert_eq!(item.index(), index);
            assert_eq!(Item::from_id(item.id()), Some(item));
        }
        for id in ["", "E", "E0", "E7", "T3", "K4", "e1", "E11", "É1"] {
            assert_eq!(Item::from_id(id), None, "{id}");
        }
    }

    #[test]
    fn each_scale_holds_the_items_of_its_letters() {
        let letters = |items: &[Item]| items.iter().map(|item| &item.id()[..1]).collect::<String>();
        assert_eq!(
            Area::ALL.map(|area| letters(area.items())),
            ["EEEEEE", "MMMMMM", "PPPPPP"]
        );
        assert_eq!(
            Factor::ALL.map(|f| letters(f.items())),
            ["TT", "SS", "HH", "CC", "NN", "DD"]
        );
        assert_eq!(
            Domain::ALL.map(|d| letters(d.items())),
            ["WWW", "FFF", "LLL", "KKK"]
        );
        assert_eq!(Part::ALL.map(|part| part.items().len()), [18, 12, 12]);
    }

    #[test]
    fn the_next_item_stays_in_its_part() {
        assert_eq!(E1.next_in_part(), Some(E2));
        assert_eq!(P6.next_in_part(), None);
        assert_eq!(T1.previous_in_part(), None);
        assert_eq!(W2.previous_in_part(), Some(W1));
        assert_eq!(K3.next_in_part(), None);
    }
}
