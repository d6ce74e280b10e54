//! Owns what may be said of two check-ins side by side (clinical sheet, section 3).

use super::answers::Answers;
use super::date::Day;
use super::fraction::Fraction;
use super::instrument::{Area, Domain, Factor, Item, Part, VERSION};
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

impl Change {
    /// What stands for this change: `none`, or of a pair the one for "maybe" or for "clear".
    pub fn choose<T: Copy>(self, none: T, lower: [T; 2], higher: [T; 2]) -> T {
        let of = |pair: [T; 2], sureness| pair[usize::from(sureness == Sureness::Clear)];
        match self {
            Self::None => none,
            Self::Lower(sureness) => of(lower, sureness),
            Self::Higher(sureness) => of(higher, sureness),
        }
    }
}

/// The least differences for "maybe" and "clear" on one kind of scale.
///
/// Basis: reliable change = 1.96 × SD × √2 × √(1 − r), assuming SD 20 and r .80 to .87; ten points is WHO-5
/// practice (Topp 2015). To be replaced with pilot data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Least {
    /// From this difference on, "maybe" is said.
    pub maybe: Fraction,
    /// From this one on, "clear".
    pub clear: Fraction,
}

/// A scale that may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Total sign load.
    Total,
    /// A stage area.
    Area(Area),
    /// A factor.
    Factor(Factor),
    /// A wellness domain.
    Domain(Domain),
    /// Overall wellness.
    Overall,
}

impl Scale {
    /// Every scale, in the order of a result.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Total]
            .into_iter()
            .chain(Area::ALL.map(Self::Area))
            .chain(Factor::ALL.map(Self::Factor))
            .chain(Domain::ALL.map(Self::Domain))
            .chain([Self::Overall])
    }

    /// The score on this scale.
    pub fn score(self, scores: &Scores) -> Option<Score> {
        match self {
            Self::Total => scores.total(),
            Self::Area(area) => scores.area(area),
            Self::Factor(factor) => scores.factor(factor),
            Self::Domain(domain) => scores.domain(domain),
            Self::Overall => scores.overall(),
        }
    }

    /// The code of the score format.
    pub fn code(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Area(area) => area.code(),
            Self::Factor(factor) => factor.code(),
            Self::Domain(domain) => domain.code(),
            Self::Overall => "overall",
        }
    }

    /// The items behind it.
    pub fn items(self) -> &'static [Item] {
        match self {
            Self::Total => Part::Stage.items(),
            Self::Area(area) => area.items(),
            Self::Factor(factor) => factor.items(),
            Self::Domain(domain) => domain.items(),
            Self::Overall => Part::Wellness.items(),
        }
    }

    /// The least differences on this scale.
    pub fn least(self) -> Least {
        match self {
            Self::Total | Self::Overall => Least::TOTAL_AND_OVERALL,
            Self::Area(_) => Least::AREA,
            Self::Factor(_) => Least::FACTOR,
            Self::Domain(_) => Least::DOMAIN,
        }
    }
}

impl Least {
    const TOTAL_AND_OVERALL: Self = Self::new(Fraction::new(10, 1), Fraction::new(20, 1));
    const AREA: Self = Self::new(Fraction::new(10, 1), Fraction::new(25, 1));
    const DOMAIN: Self = Self::new(Fraction::new(16, 1), Fraction::new(25, 1));
    const FACTOR: Self = Self::new(Fraction::new(25, 1), Fraction::new(75, 2));

    const fn new(maybe: Fraction, clear: Fraction) -> Self {
        Self { maybe, clear }
    }

    fn judge(self, earlier: Fraction, later: Fraction) -> Change {
        let distance = earlier.distance(later);
        let sureness = if distance >= self.clear {
            Sureness::Clear
        } else if distance >= self.maybe {
            Sureness::Maybe
        } else {
            return Change::None;
        };
        if later > earlier {
            Change::Higher(sureness)
        } else {
            Change::Lower(sureness)
        }
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

/// Two check-ins scored on the items answered both times: what their changes rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rescored {
    /// The scores of the earlier one.
    pub before: Scores,
    /// The scores of the later one.
    pub after: Scores,
}

impl Rescored {
    /// Scores both on the items that both answer.
    pub fn of(earlier: &Answers, later: &Answers) -> Self {
        Self {
            before: Scores::new(&earlier.answered_in_both(later)),
            after: Scores::new(&later.answered_in_both(earlier)),
        }
    }

    fn on(&self, scale: Scale) -> Option<Change> {
        let [before, after] = self.values(scale)?;
        Some(scale.least().judge(before, after))
    }

    fn values(&self, scale: Scale) -> Option<[Fraction; 2]> {
        let value = |scores| scale.score(scores).map(Score::value);
        Some([value(&self.before)?, value(&self.after)?])
    }

    /// How far the two lie apart on a scale, where the numbers as shown lie on the other side of a cut: 58 and 78
    /// are shown of scores that lie 19.4 apart.
    pub fn hidden_distance(&self, scale: Scale) -> Option<Fraction> {
        let [before, after] = self.values(scale)?;
        let exact = before.distance(after);
        let shown = Fraction::new(before.rounded().abs_diff(after.rounded()), 1);
        let least = scale.least();
        let cuts = [least.maybe, least.clear];
        let differs = cuts.iter().any(|&cut| (exact >= cut) != (shown >= cut));
        differs.then_some(exact)
    }
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
        let both = Rescored::of(earlier.answers, later.answers);
        Some(Self {
            total: both.on(Scale::Total),
            areas: Area::ALL.map(|area| both.on(Scale::Area(area))),
            factors: Factor::ALL.map(|factor| both.on(Scale::Factor(factor))),
            wellness: Domain::ALL.map(|domain| both.on(Scale::Domain(domain))),
            overall: both.on(Scale::Overall),
        })
    }

    /// The change on a scale.
    pub fn on(&self, scale: Scale) -> Option<Change> {
        match scale {
            Scale::Total => self.total,
            Scale::Area(area) => self.area(area),
            Scale::Factor(factor) => self.factor(factor),
            Scale::Domain(domain) => self.domain(domain),
            Scale::Overall => self.overall,
        }
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
