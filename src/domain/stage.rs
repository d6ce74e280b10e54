//! Owns the stage: which areas are raised, and the decision list (clinical sheet, section 3).
//!
//! The stage is a picture to think with. The order of stages is unproven (Miller & Harris 2000), so the total
//! is shown first, except after use.

use super::answers::Answers;
use super::fraction::Fraction;
use super::gates::{DaysUsed, Gates, Goal, LastUse};
use super::instrument::{Area, Item};
use super::reply::Reply;
use super::scoring::Scores;

/// Which stage the signs are most like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Use outside the goal within 7 days.
    Use,
    /// The physical area is raised.
    Physical,
    /// The mental area is raised.
    Mental,
    /// The emotional area is raised.
    Emotional,
    /// All areas are known and none is raised.
    Few,
    /// Too little is known.
    Unclear,
}

impl Stage {
    /// The code of the score format.
    pub fn code(self) -> &'static str {
        match self {
            Self::Use => "use",
            Self::Physical => "physical",
            Self::Mental => "mental",
            Self::Emotional => "emotional",
            Self::Few => "few",
            Self::Unclear => "unclear",
        }
    }

    /// The stage with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [
            Self::Use,
            Self::Physical,
            Self::Mental,
            Self::Emotional,
            Self::Few,
            Self::Unclear,
        ];
        all.into_iter().find(|stage| stage.code() == code)
    }
}

/// What the person told about use in the past week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UseReport {
    /// On one day.
    Lapse,
    /// On more than one day.
    Repeated,
    /// On days not told.
    Unspecified,
    /// None within 7 days.
    None,
    /// The question was skipped.
    Unknown,
}

impl UseReport {
    fn new(gates: &Gates) -> Self {
        match gates.last_use.given() {
            None => Self::Unknown,
            Some(LastUse::Month | LastUse::Longer) => Self::None,
            Some(LastUse::Today | LastUse::Week) => match gates.days_used.given() {
                None => Self::Unspecified,
                Some(DaysUsed::One) => Self::Lapse,
                Some(DaysUsed::TwoToThree | DaysUsed::FourToSeven) => Self::Repeated,
            },
        }
    }

    /// The code of the score format.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lapse => "lapse",
            Self::Repeated => "repeated",
            Self::Unspecified => "unspecified",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }
}

/// From which score an area is raised. Cuts fall nearer to use; all are editorial.
pub fn cut(area: Area) -> Fraction {
    match area {
        Area::Emotional => Fraction::new(50, 1),
        Area::Mental => Fraction::new(75, 2),
        Area::Physical => Fraction::new(25, 1),
    }
}

/// The smallest value at which `item` raises its area alone, if it can: one near miss counts.
pub fn key_value(item: Item) -> Option<u8> {
    match item {
        Item::M1 => Some(3),
        Item::M4 | Item::M5 => Some(2),
        Item::P3 | Item::P4 | Item::P5 | Item::P6 => Some(1),
        _ => None,
    }
}

/// The items of `area` whose answer raises it alone.
pub fn key_items(answers: &Answers, area: Area) -> impl Iterator<Item = Item> {
    area.items().iter().copied().filter(|&item| {
        key_value(item).is_some_and(|least| answers.value(item).is_some_and(|value| value >= least))
    })
}

/// U5 maybe or yes counts as a physical key item, unless the goal is to cut down: then use may fit it.
pub fn next_day_is_key(gates: &Gates) -> bool {
    gates.may_use_next_day() && gates.goal != Reply::Given(Goal::CutDown)
}

/// True when an answer makes `area` stand out alone, whatever its score.
pub fn counts_alone(answers: &Answers, gates: &Gates, area: Area) -> bool {
    key_items(answers, area).next().is_some()
        || (area == Area::Physical && next_day_is_key(&gates.effective()))
}

/// The stage with its grounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageResult {
    /// The stage.
    pub stage: Stage,
    /// What was told about use.
    pub use_report: UseReport,
    /// True when a physical key item applies, whatever the stage.
    pub key: bool,
    raised: [bool; 3],
}

impl StageResult {
    /// Applies the decision list, first match.
    pub fn new(answers: &Answers, gates: &Gates, scores: &Scores) -> Self {
        let gates = gates.effective();
        let key = counts_alone(answers, &gates, Area::Physical);
        let raised = Area::ALL.map(|area| {
            scores
                .area(area)
                .is_some_and(|score| score.value() >= cut(area))
                || counts_alone(answers, &gates, area)
        });
        let nearest = Area::NEAREST_TO_USE_FIRST
            .into_iter()
            .find(|&area| raised[area as usize]);
        let stage = match nearest {
            _ if gates.used_within_7_days() => Stage::Use,
            Some(Area::Physical) => Stage::Physical,
            Some(Area::Mental) => Stage::Mental,
            Some(Area::Emotional) => Stage::Emotional,
            None if Area::ALL.iter().all(|&area| scores.area(area).is_some()) => Stage::Few,
            None => Stage::Unclear,
        };
        Self {
            stage,
            use_report: UseReport::new(&gates),
            key,
            raised,
        }
    }

    /// True when `area` is raised.
    pub fn is_raised(&self, area: Area) -> bool {
        self.raised[area as usize]
    }

    /// Every raised area, nearest to use first.
    pub fn raised(&self) -> impl Iterator<Item = Area> {
        Area::NEAREST_TO_USE_FIRST
            .into_iter()
            .filter(|&area| self.is_raised(area))
    }

    /// The raised areas to name beside the stage, nearest to use first. Use absorbs the physical area.
    pub fn also(&self) -> impl Iterator<Item = Area> {
        let named = match self.stage {
            Stage::Use | Stage::Physical => Some(Area::Physical),
            Stage::Mental => Some(Area::Mental),
            Stage::Emotional => Some(Area::Emotional),
            Stage::Few | Stage::Unclear => None,
        };
        self.raised().filter(move |&area| Some(area) != named)
    }
}
