//! Owns the bands of the wellness domains (clinical sheet, section 3). Use never changes wellness, and
//! wellness never changes the stage.

use super::fraction::Fraction;
use super::scoring::Score;

/// Where a domain stands. The overall mean has no band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Below 50.
    NeedsCare,
    /// From 50, below 75.
    Building,
    /// From 75.
    Strong,
}

impl Band {
    /// Every band, lowest first.
    pub const ALL: [Self; 3] = [Self::NeedsCare, Self::Building, Self::Strong];

    /// Where [`Band::Building`] and [`Band::Strong`] begin.
    pub const CUTS: [Fraction; 2] = [Fraction::new(50, 1), Fraction::new(75, 1)];

    /// The band of a domain score.
    pub fn of(score: Score) -> Self {
        if score.value() < Self::CUTS[0] {
            Self::NeedsCare
        } else if score.value() < Self::CUTS[1] {
            Self::Building
        } else {
            Self::Strong
        }
    }

    /// The code of the score format.
    pub fn code(self) -> &'static str {
        match self {
            Self::NeedsCare => "care",
            Self::Building => "building",
            Self::Strong => "strong",
        }
    }
}
