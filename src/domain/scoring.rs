//! Owns whether a score is known, and what it is (clinical sheet, section 3).

use super::answers::Answers;
use super::fraction::Fraction;
use super::instrument::{Area, Domain, Factor, Item, Part};

/// A known score from 0 to 100, with what it rests on. An unknown score is `None`, never zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    value: Fraction,
    answered: u8,
    of: u8,
    partial: bool,
}

impl Score {
    /// The exact score.
    pub fn value(self) -> Fraction {
        self.value
    }

    /// The score as shown: rounded half up, 0 to 100.
    pub fn shown(self) -> u32 {
        self.value.rounded()
    }

    /// Items answered; for the overall wellness score, domains scored.
    pub fn answered(self) -> u8 {
        self.answered
    }

    /// Items there are; for the overall wellness score, domains there are.
    pub fn of(self) -> u8 {
        self.of
    }

    /// What the answers add up to, each 0 to 4. The overall mean is no sum of answers: not for that one.
    pub fn points(self) -> u32 {
        self.value.num() * u32::from(self.answered) / (25 * self.value.den())
    }

    /// What as many answers can add up to at most.
    pub fn points_at_most(self) -> u32 {
        4 * u32::from(self.answered)
    }

    /// The least sum of as many answers that reaches `cut`.
    pub fn points_to(self, cut: Fraction) -> u32 {
        (cut.num() * u32::from(self.answered)).div_ceil(25 * cut.den())
    }

    /// Where the score lies among `cuts`, lowest first, and how far it is to the next step on either side.
    pub fn among(self, cuts: &[Fraction]) -> Among {
        let points = self.points();
        let step = cuts.iter().take_while(|&&cut| self.value >= cut).count();
        let reached = |points: u32| {
            let is_reached = |&&cut: &&Fraction| points >= self.points_to(cut);
            cuts.iter().take_while(is_reached).count()
        };
        let up = cuts.get(step).map(|&cut| self.points_to(cut));
        let down = step
            .checked_sub(1)
            .map(|below| self.points_to(cuts[below]) - 1);
        Among {
            step,
            more: up.map(|to| (to - points, reached(to))),
            fewer: down.map(|to| (points - to, reached(to))),
        }
    }

    /// True when an item behind this score was skipped (Mazza 2015 on the limits of proration).
    pub fn is_partial(self) -> bool {
        self.partial
    }
}

/// Where a score lies among cuts. Steps count from 0, which lies below the first cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Among {
    /// The step the score lies on.
    pub step: usize,
    /// How many points more lead to a higher step, and to which.
    pub more: Option<(u32, usize)>,
    /// How many points fewer lead to a lower one, and to which.
    pub fewer: Option<(u32, usize)>,
}

/// Every score of a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scores {
    areas: [Option<Score>; 3],
    total: Option<Score>,
    factors: [Option<Score>; 6],
    wellness: [Option<Score>; 4],
    overall: Option<Score>,
}

impl Scores {
    /// Scores all scales.
    ///
    /// ```
    /// use recovery_check::domain::{answers::*, instrument::*, reply::Reply, scoring::Scores};
    /// let mut answers = Answers::default();
    /// answers.set(Item::T1, Reply::Given(Frequency::Often));
    /// assert_eq!(Scores::new(&answers).factor(Factor::Triggers), None);
    /// answers.set(Item::T2, Reply::Given(Frequency::Sometimes));
    /// assert_eq!(Scores::new(&answers).factor(Factor::Triggers).unwrap().shown(), 63);
    /// ```
    pub fn new(answers: &Answers) -> Self {
        let areas = Area::ALL.map(|area| scale(answers, area.items()));
        let wellness = Domain::ALL.map(|domain| scale(answers, domain.items()));
        Self {
            areas,
            total: areas
                .iter()
                .all(Option::is_some)
                .then(|| scale(answers, Part::Stage.items()))
                .flatten(),
            factors: Factor::ALL.map(|factor| scale(answers, factor.items())),
            wellness,
            overall: overall(&wellness),
        }
    }

    /// The score of a stage area; higher means more signs.
    pub fn area(&self, area: Area) -> Option<Score> {
        self.areas[area as usize]
    }

    /// The total sign load: all 18 stage items, known only when all three areas are.
    pub fn total(&self) -> Option<Score> {
        self.total
    }

    /// The score of a factor; higher means more strain.
    pub fn factor(&self, factor: Factor) -> Option<Score> {
        self.factors[factor as usize]
    }

    /// The score of a wellness domain; higher is better.
    pub fn domain(&self, domain: Domain) -> Option<Score> {
        self.wellness[domain as usize]
    }

    /// Overall wellness: the equal mean of the scored domains, at least three. Never shown alone.
    pub fn overall(&self) -> Option<Score> {
        self.overall
    }
}

/// 100 × Σ value ÷ (4 × answered), known when at least max(2, half the items) are answered.
fn scale(answers: &Answers, items: &[Item]) -> Option<Score> {
    let (mut sum, mut answered) = (0, 0);
    for value in items.iter().filter_map(|&item| answers.value(item)) {
        sum += u32::from(value);
        answered += 1;
    }
    let of = items.len();
    (usize::from(answered) >= of.div_ceil(2).max(2)).then(|| Score {
        value: Fraction::new(25 * sum, u32::from(answered)),
        answered,
        of: u8::try_from(of).unwrap_or(u8::MAX),
        partial: usize::from(answered) < of,
    })
}

fn overall(wellness: &[Option<Score>; 4]) -> Option<Score> {
    const ENOUGH: usize = 3;
    // A domain scores over 2 or 3 items, so every denominator divides 6.
    const COMMON: u32 = 6;
    let scored = || wellness.iter().flatten();
    let domains = scored().count();
    let sum: u32 = scored()
        .map(|score| score.value.num() * (COMMON / score.value.den()))
        .sum();
    let count = u32::try_from(domains).unwrap_or(u32::MAX);
    (domains >= ENOUGH).then(|| Score {
        value: Fraction::new(sum, COMMON * count),
        answered: u8::try_from(domains).unwrap_or(u8::MAX),
        of: 4,
        partial: domains < wellness.len() || scored().any(|score| score.partial),
    })
}

/// The level of the total sign load: few < 25 ≤ some < 50 ≤ many. The cuts are editorial, without norms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Below 25.
    Few,
    /// From 25, below 50.
    Some,
    /// From 50.
    Many,
}

impl Level {
    /// Every level, fewest signs first.
    pub const ALL: [Self; 3] = [Self::Few, Self::Some, Self::Many];

    /// Where [`Level::Some`] and [`Level::Many`] begin.
    pub const CUTS: [Fraction; 2] = [Fraction::new(25, 1), Fraction::new(50, 1)];

    /// The level a total falls in.
    pub fn of(total: Score) -> Self {
        if total.value < Self::CUTS[0] {
            Self::Few
        } else if total.value < Self::CUTS[1] {
            Self::Some
        } else {
            Self::Many
        }
    }

    /// The code of the score format.
    pub fn code(self) -> &'static str {
        match self {
            Self::Few => "few",
            Self::Some => "some",
            Self::Many => "many",
        }
    }
}
