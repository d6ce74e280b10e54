//! Owns which factors a result names, and in what order (clinical sheet, section 3).

use super::answers::Answers;
use super::fraction::Fraction;
use super::instrument::Factor;
use super::scoring::Scores;

/// How many factors a result names at most.
pub const SHOWN_AT_MOST: usize = 3;

/// From which score a factor is named.
pub const CUT: Fraction = Fraction::new(75, 2);

/// The factors to name: the person's own pick first, whatever its score, then those from [`CUT`] by score,
/// then by highest single value, then in the sheet's order; three at most.
pub fn ranked(answers: &Answers, scores: &Scores, pick: Option<Factor>) -> Vec<Factor> {
    let highest_value = |factor: Factor| {
        let values = factor.items().iter();
        values.filter_map(|&item| answers.value(item)).max()
    };
    let mut strained: Vec<(Factor, Fraction)> = Vec::new();
    for factor in Factor::ALL
        .into_iter()
        .filter(|&factor| Some(factor) != pick)
    {
        let Some(score) = scores.factor(factor).filter(|score| score.value() >= CUT) else {
            continue;
        };
        // Behind those that are as strained, so ties keep the sheet's order.
        let rank = (score.value(), highest_value(factor));
        let at = strained.partition_point(|&(other, score)| (score, highest_value(other)) >= rank);
        strained.insert(at, (factor, score.value()));
    }
    pick.into_iter()
        .chain(strained.into_iter().map(|(factor, _)| factor))
        .take(SHOWN_AT_MOST)
        .collect()
}

/// How many points more would have had `factor` named for sure, whichever answers they fell on; none where it
/// is named already, is not known, or the three that are named can't be passed.
pub fn points_to_be_named(scores: &Scores, ranked: &[Factor], factor: Factor) -> Option<u32> {
    let score = scores
        .factor(factor)
        .filter(|_| !ranked.contains(&factor))?;
    // The third gives way to one with more points. It is never the person's pick, which goes first.
    let third = ranked
        .get(SHOWN_AT_MOST - 1)
        .and_then(|&third| scores.factor(third));
    let least = score.points_to(CUT);
    let needed = third.map_or(least, |third| least.max(third.points() + 1));
    (needed <= score.points_at_most()).then(|| needed.saturating_sub(score.points()))
}
