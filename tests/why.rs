//! What "why this result" tells would have made it different does make it different: the told number of points
//! is laid on the answers, wherever there is room, and the result is worked out again.

#[allow(dead_code, reason = "other tests need the rest of the generators")]
mod common;

use common::{answers, gates, pick};
use proptest::collection::vec;
use proptest::prelude::*;
use recovery_check::domain::answers::{Answers, Frequency};
use recovery_check::domain::change::{Change, Changes, Moment, Rescored, Scale, Sureness};
use recovery_check::domain::date::Day;
use recovery_check::domain::factors::{self, points_to_be_named};
use recovery_check::domain::fraction::Fraction;
use recovery_check::domain::gates::Gates;
use recovery_check::domain::instrument::{Area, Domain, Factor, ITEM_COUNT, Item, Part, VERSION};
use recovery_check::domain::reply::Reply;
use recovery_check::domain::result::CheckResult;
use recovery_check::domain::scoring::{Level, Score, Scores};
use recovery_check::domain::stage::{self, key_value};
use recovery_check::domain::wellness::Band;

fn set_value(answers: &mut Answers, item: Item, value: u8) {
    let frequency = Frequency::from_number(value).expect("a value from 0 to 4");
    let told = if item.is_reversed() {
        frequency.reversed()
    } else {
        frequency
    };
    answers.set(item, Reply::Given(told));
}

/// The answers with `points` more (or fewer) on the answered lines among `items`, taken in the order of `rolls`.
fn moved(answers: &Answers, items: &[Item], points: i64, rolls: &[u16]) -> Answers {
    let mut order: Vec<Item> = items.to_vec();
    order.sort_by_key(|item| rolls[item.index()]);
    let mut left = points;
    let mut moved = *answers;
    for item in order {
        let Some(value) = answers.value(item) else {
            continue;
        };
        let to = (i64::from(value) + left).clamp(0, 4);
        left -= to - i64::from(value);
        set_value(&mut moved, item, u8::try_from(to).unwrap());
    }
    assert_eq!(left, 0, "there was room for all of them");
    moved
}

fn steps_of(score: Score, cuts: &[Fraction]) -> Vec<(i64, usize)> {
    let among = score.among(cuts);
    let more = among.more.map(|(points, step)| (i64::from(points), step));
    let fewer = among.fewer.map(|(points, step)| (-i64::from(points), step));
    more.into_iter().chain(fewer).collect()
}

fn rolls() -> impl Strategy<Value = Vec<u16>> {
    vec(any::<u16>(), ITEM_COUNT)
}

fn scale_cuts() -> Vec<(Scale, &'static [Item], Vec<Fraction>)> {
    let areas = Area::ALL.map(|area| (Scale::Area(area), area.items(), vec![stage::cut(area)]));
    let factors = Factor::ALL.map(|of| (Scale::Factor(of), of.items(), vec![factors::CUT]));
    let domains = Domain::ALL.map(|of| (Scale::Domain(of), of.items(), Band::CUTS.to_vec()));
    let total = (Scale::Total, Part::Stage.items(), Level::CUTS.to_vec());
    areas
        .into_iter()
        .chain(factors)
        .chain(domains)
        .chain([total])
        .collect()
}

proptest! {
    #[test]
    fn points_are_the_sum_of_the_answers(answers in answers()) {
        let scores = Scores::new(&answers);
        for (scale, items, _) in scale_cuts() {
            let Some(score) = scale.score(&scores) else { continue };
            let values: Vec<u32> = items.iter().filter_map(|&item| answers.value(item)).map(u32::from).collect();
            let count = u32::try_from(values.len()).unwrap();
            prop_assert_eq!(score.points(), values.iter().sum::<u32>());
            prop_assert_eq!(score.points_at_most(), 4 * count);
            prop_assert_eq!(Fraction::new(100 * score.points(), score.points_at_most()), score.value());
        }
    }

    #[test]
    fn the_told_points_reach_the_told_step_and_one_less_does_not(answers in answers(), rolls in rolls()) {
        let scores = Scores::new(&answers);
        for (scale, items, cuts) in scale_cuts() {
            let Some(score) = scale.score(&scores) else { continue };
            let here = score.among(&cuts).step;
            for (points, step) in steps_of(score, &cuts) {
                let at = |points| {
                    let moved = Scores::new(&moved(&answers, items, points, &rolls));
                    scale.score(&moved).expect("as many answers").among(&cuts).step
                };
                prop_assert_ne!(step, here);
                prop_assert_eq!(at(points), step, "{:?} by {}", scale, points);
                prop_assert_eq!(at(points - points.signum()), here, "{:?} by one less than {}", scale, points);
            }
        }
    }

    #[test]
    fn steps_are_those_of_the_levels_and_bands(answers in answers()) {
        let scores = Scores::new(&answers);
        if let Some(total) = scores.total() {
            prop_assert_eq!(Level::ALL[total.among(&Level::CUTS).step], Level::of(total));
        }
        for score in Domain::ALL.into_iter().filter_map(|domain| scores.domain(domain)) {
            prop_assert_eq!(Band::ALL[score.among(&Band::CUTS).step], Band::of(score));
        }
    }

    /// "N more and this area stands out"; and, where no answer counts alone, "with N fewer it would not".
    #[test]
    fn the_told_points_make_an_area_stand_out_or_not(
        answers in answers(), gates in gates(), rolls in rolls()
    ) {
        let result = CheckResult::new(&answers, &gates, None);
        for area in Area::ALL {
            let Some(score) = result.scores.area(area) else { continue };
            let with = |points: i64| {
                CheckResult::new(&moved(&answers, area.items(), points, &rolls), &gates, None)
            };
            let among = score.among(&[stage::cut(area)]);
            if let Some((points, _)) = among.more {
                prop_assert!(with(points.into()).stage.is_raised(area));
            }
            let alone = stage::counts_alone(&answers, &gates, area);
            if let Some((points, _)) = among.fewer.filter(|_| !alone) {
                prop_assert!(result.stage.is_raised(area));
                prop_assert!(!with(-i64::from(points)).stage.is_raised(area));
            }
        }
    }

    /// An answer that counts alone: without it the area does not stand out, if its number does not either; and
    /// any answer at the value told beside it would have made the area stand out.
    #[test]
    fn answers_that_count_alone_do(answers in answers(), gates in gates(), rolls in rolls()) {
        let result = CheckResult::new(&answers, &gates, None);
        for area in Area::ALL {
            let number_does = result.scores.area(area).is_some_and(|score| score.value() >= stage::cut(area));
            let alone = stage::counts_alone(&answers, &gates, area);
            prop_assert_eq!(result.stage.is_raised(area), number_does || alone);
            let keys: Vec<Item> = stage::key_items(&answers, area).collect();
            if !number_does && !keys.is_empty() {
                let mut without = answers;
                for &item in &keys {
                    without.set(item, Reply::Skipped);
                }
                let scores = Scores::new(&without);
                let number_does = scores.area(area).is_some_and(|score| score.value() >= stage::cut(area));
                let still = CheckResult::new(&without, &gates, None).stage.is_raised(area);
                let next_day = stage::counts_alone(&without, &gates, area);
                prop_assert_eq!(still, number_does || next_day);
            }
            let item = area.items()[usize::from(rolls[0]) % 6];
            if let Some(least) = key_value(item) {
                let mut told = answers;
                set_value(&mut told, item, least);
                prop_assert!(CheckResult::new(&told, &gates, None).stage.is_raised(area));
            }
        }
    }

    #[test]
    fn the_told_points_name_a_factor_or_not(answers in answers(), pick in pick(), rolls in rolls()) {
        let scores = Scores::new(&answers);
        let named = |answers: &Answers| factors::ranked(answers, &Scores::new(answers), pick);
        let ranked = named(&answers);
        for factor in Factor::ALL {
            let with = |points| named(&moved(&answers, factor.items(), points, &rolls));
            let more = points_to_be_named(&scores, &ranked, factor);
            if let Some(points) = more {
                prop_assert!(!ranked.contains(&factor));
                prop_assert!(with(points.into()).contains(&factor), "{factor:?} with {points} more");
            }
            let Some(score) = scores.factor(factor) else {
                prop_assert_eq!(more, None);
                continue;
            };
            let fewer = score.among(&[factors::CUT]).fewer;
            if let Some((points, _)) = fewer.filter(|_| pick != Some(factor)) {
                prop_assert!(!with(-i64::from(points)).contains(&factor));
            }
        }
    }

    /// A change is told by its difference and the least differences of its scale.
    #[test]
    fn a_change_follows_from_the_told_difference(one in answers(), other in answers()) {
        let moment = |number, answers| Moment { day: Day::new(number).unwrap(), version: VERSION, answers };
        let changes = Changes::between(moment(100, &one), moment(107, &other)).unwrap();
        let both = Rescored::of(&one, &other);
        for scale in Scale::all() {
            let scores = scale.score(&both.before).zip(scale.score(&both.after));
            let expected = scores.map(|(before, after)| {
                let (before, after) = (before.value(), after.value());
                let (distance, least) = (before.distance(after), scale.least());
                let sureness = if distance >= least.clear { Sureness::Clear } else { Sureness::Maybe };
                match () {
                    () if distance < least.maybe => Change::None,
                    () if after > before => Change::Higher(sureness),
                    () => Change::Lower(sureness),
                }
            });
            prop_assert_eq!(changes.on(scale), expected);
        }
    }

    /// "One point more in any line lifts the four together."
    #[test]
    fn a_point_more_lifts_the_overall_mean(answers in answers(), rolls in rolls()) {
        let scores = Scores::new(&answers);
        let Some(overall) = scores.overall() else { return Ok(()) };
        for domain in Domain::ALL {
            let Some(score) = scores.domain(domain) else { continue };
            if score.points() < score.points_at_most() {
                let lifted = Scores::new(&moved(&answers, domain.items(), 1, &rolls));
                prop_assert!(lifted.overall().unwrap().value() > overall.value());
            }
        }
    }

    /// "Answer N more and we can add them up."
    #[test]
    fn the_told_answers_make_a_scale_known(answers in answers(), gates in gates()) {
        let known = |answers: &Answers, area| CheckResult::new(answers, &gates, None).scores.area(area).is_some();
        for area in Area::ALL {
            let missing: Vec<Item> =
                area.items().iter().copied().filter(|&item| answers.value(item).is_none()).collect();
            if known(&answers, area) {
                continue;
            }
            let more = 3 - (6 - missing.len());
            let mut told = answers;
            for &item in &missing[..more] {
                prop_assert!(!known(&told, area));
                set_value(&mut told, item, 0);
            }
            prop_assert!(known(&told, area));
        }
    }
}

#[test]
fn examples_worked_by_hand() {
    let mut answers = Answers::default();
    for &item in Area::Emotional.items() {
        set_value(&mut answers, item, 2);
    }
    // 12 of 24 is exactly 50; the cut is 50.
    let score = Scores::new(&answers).area(Area::Emotional).unwrap();
    assert_eq!((score.points(), score.points_at_most()), (12, 24));
    let among = score.among(&[stage::cut(Area::Emotional)]);
    assert_eq!(
        (among.step, among.more, among.fewer),
        (1, None, Some((1, 0)))
    );
    // The mental cut of 37.5 is 9 of 24; with five answers it is 7.5 of 20, so 8.
    assert_eq!(score.points_to(stage::cut(Area::Mental)), 9);
    answers.set(Item::E1, Reply::Skipped);
    let score = Scores::new(&answers).area(Area::Emotional).unwrap();
    assert_eq!(score.points_to(stage::cut(Area::Mental)), 8);
    assert_eq!((score.points(), score.points_at_most()), (10, 20));
    let gates = Gates::default();
    assert!(!stage::counts_alone(&answers, &gates, Area::Physical));
}
