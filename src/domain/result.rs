//! Owns the whole result of a check-in, put together from the rules beside it.

use super::answers::Answers;
use super::factors;
use super::gates::Gates;
use super::instrument::Factor;
use super::safety::Cards;
use super::scoring::{Level, Scores};
use super::stage::{Stage, StageResult};

/// Which sentence names the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// Use this week.
    Use,
    /// Close to use: a physical key item applies.
    PhysicalKey,
    /// Being around alcohol or drugs: no key item applies.
    PhysicalAround,
    /// Thinking about use.
    Mental,
    /// Rest and people.
    Emotional,
    /// Few signs.
    Few,
    /// Some signs, but no stage stands out.
    Some,
    /// Too little to tell.
    Unclear,
    /// The cards come first: few or unclear, with any of A1 to A4 due.
    Cards,
}

impl Wording {
    fn new(stage: StageResult, level: Option<Level>, cards: Cards) -> Self {
        match stage.stage {
            Stage::Few | Stage::Unclear if cards.any_from_gates() => Self::Cards,
            Stage::Use => Self::Use,
            Stage::Physical if stage.key => Self::PhysicalKey,
            Stage::Physical => Self::PhysicalAround,
            Stage::Mental => Self::Mental,
            Stage::Emotional => Self::Emotional,
            Stage::Few if level == Some(Level::Few) => Self::Few,
            Stage::Few => Self::Some,
            Stage::Unclear => Self::Unclear,
        }
    }

    /// The code of the score format.
    pub fn code(self) -> &'static str {
        match self {
            Self::Use => "use",
            Self::PhysicalKey => "physical_key",
            Self::PhysicalAround => "physical_around",
            Self::Mental => "mental",
            Self::Emotional => "emotional",
            Self::Few => "few",
            Self::Some => "some",
            Self::Unclear => "unclear",
            Self::Cards => "cards",
        }
    }
}

/// Everything a result says, before words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckResult {
    /// Every score.
    pub scores: Scores,
    /// Level of the total sign load, when the total is known.
    pub level: Option<Level>,
    /// The stage with its grounds.
    pub stage: StageResult,
    /// Which sentence names it.
    pub wording: Wording,
    /// The factors to name, in order, three at most.
    pub ranked: Vec<Factor>,
    /// True when the person should be asked whether one answer all the way is right.
    pub same_answer: bool,
    /// Every due safety card, shown before any score.
    pub cards: Cards,
}

impl CheckResult {
    /// Applies every rule to the answers, gates and the person's own pick of a factor.
    ///
    /// ```
    /// use recovery_check::domain::{answers::Answers, gates::Gates, result::*, stage::Stage};
    /// let result = CheckResult::new(&Answers::default(), &Gates::default(), None);
    /// assert_eq!(result.stage.stage, Stage::Unclear);
    /// assert_eq!(result.level, None);
    /// ```
    pub fn new(answers: &Answers, gates: &Gates, pick: Option<Factor>) -> Self {
        let scores = Scores::new(answers);
        let stage = StageResult::new(answers, gates, &scores);
        let level = scores.total().map(Level::of);
        let cards = Cards::at_result(gates, stage.stage);
        Self {
            wording: Wording::new(stage, level, cards),
            ranked: factors::ranked(answers, &scores, pick),
            same_answer: answers.same_answer().is_some(),
            scores,
            level,
            stage,
            cards,
        }
    }
}
