//! Owns what may be said of two check-ins side by side (clinical sheet, section 3).

use super::answers::Answers;
use super::date::Day;
use super::fraction::Fraction;
use super::instrument::{Area, Domain, Factor, VERSION};
use super::scoring::{Score, Scores};

/// Days that must lie between two check-ins, since each looks back on 7.
pub const DAYS_BETWEEN: u32 = 7;

/// How sure a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// Said as "maybe".
    Maybe,
    /// Said as "clear".
    Clear,
}

/// A difference between two times on one scale. Which way is up depends on the scale: more or fewer signs,
/// more or less strain, growth or dip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Less than may be told from chance.
    None,
    /// The later score is higher.
    Higher(Sureness),
    /// The later score is lower.
    Lower(Sureness),
}

/// The least differences for "maybe" and "clear" on one kind of scale.
///
/// Basis: reliable change = 1.96 × SD × √2 × √(1 − r), assuming SD 20 and r .80 to .87; ten points is WHO-5
/// practice (Topp 2015). To be replaced with pilot data.
#[derive(Clone, Copy)]
struct Least {
    maybe: Fraction,
    clear: Fraction,
}

impl Least {
    const TOTAL_AND_OVERALL: Self = Self::new(Fraction::new(10, 1), Fraction::new(20, 1));
    const AREA: Self = Self::new(Fraction::new(10, 1), Fraction::new(25, 1));
    const DOMAIN: Self = Self::new(Fraction::new(16, 1), Fraction::new(25, 1));
    const FACTOR: Self = Self::new(Fraction::new(25, 1), Fraction::new(75, 2));

    const fn new(maybe: Fraction, clear: Fraction) -> Self {
        Self { maybe, clear }
    }

    fn judge(self, earlier: Option<Score>, later: Option<Score>) -> Option<Change> {
        let (earlier, later) = (earlier?.value(), later?.value());
        let distance = earlier.distance(later);
        let sureness = if distance >= self.clear {
            Sureness::Clear
        } else if distance >= self.maybe {
            Sureness::Maybe
        } else {
            return Some(Change::None);
        };
        Some(if later > earlier {
            Change::Higher(sureness)
        } else {
            Change::Lower(sureness)
        })
    }
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// The day of the check-in.
    pub day: Day,
    /// The instrument version it was made with.
    pub version: u16,
    /// Its answers.
    pub answers: &'a Answers,
}

/// The change on every scale; none where either side has no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Total sign load: higher is more signs.
    pub total: Option<Change>,
    areas: [Option<Change>; 3],
    factors: [Option<Change>; 6],
    wellness: [Option<Change>; 4],
    /// Overall wellness: higher is growth.
    pub overall: Option<Change>,
}

impl Changes {
    /// Compares two check-ins, both rescored on the items answered both times. None when they may not be
    /// compared: another version, or fewer than [`DAYS_BETWEEN`] days from earlier to later.
    pub fn between(earlier: Moment<'_>, later: Moment<'_>) -> Option<Self> {
        let same_version = earlier.version == VERSION && later.version == VERSION;
        let apart = later
            .day
            .days_since(earlier.day)
            .is_some_and(|days| days >= DAYS_BETWEEN);
        if !(same_version && apart) {
            return None;
        }
        let before = Scores::new(&earlier.answers.answered_in_both(later.answers));
        let after = Scores::new(&later.answers.answered_in_both(earlier.answers));
        Some(Self {
            total: Least::TOTAL_AND_OVERALL.judge(before.total(), after.total()),
            areas: Area::ALL.map(|area| Least::AREA.judge(before.area(area), after.area(area))),
            factors: Factor::ALL
                .map(|factor| Least::FACTOR.judge(before.factor(factor), after.factor(factor))),
            wellness: Domain::ALL
                .map(|domain| Least::DOMAIN.judge(before.domain(domain), after.domain(domain))),
            overall: Least::TOTAL_AND_OVERALL.judge(before.overall(), after.overall()),
        })
    }

    /// Change in a stage area: higher is more signs.
    pub fn area(&self, area: Area) -> Option<Change> {
        self.areas[area as usize]
    }

    /// Change in a factor: higher is more strain.
    pub fn factor(&self, factor: Factor) -> Option<Change> {
        self.factors[factor as usize]
    }

    /// Change in a wellness domain: higher is growth.
    pub fn domain(&self, domain: Domain) -> Option<Change> {
        self.wellness[domain as usize]
    }
}
