//! Check-ins over time: none is lost, none is put before its time, and each is compared with the one that
//! `compare` finds, whatever the clock did.

#[allow(dead_code, reason = "other tests need the rest of the generators")]
mod common;

use std::time::{Duration, Instant};

use common::{answers, gates};
use proptest::collection::vec;
use proptest::prelude::*;
use recovery_check::domain::answers::{Answers, Frequency};
use recovery_check::domain::change::{Rescored, Scale, Sureness};
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId, Comparison, compare};
use recovery_check::domain::date::Day;
use recovery_check::domain::fraction::Fraction;
use recovery_check::domain::gates::Gate;
use recovery_check::domain::history::History;
use recovery_check::domain::instrument::{Domain, Item, Part, VERSION};
use recovery_check::domain::reply::Reply;
use recovery_check::domain::scoring::Level;

fn day(number: u32) -> Day {
    Day::new(number).expect("a day in range")
}

/// A finished check-in with the same answer to every line.
fn finished(id: u64, number: u32, answer: Frequency) -> CheckIn {
    let begun = Begun {
        day: day(number),
        second: u64::from(number) * 86_400,
    };
    let mut check_in = CheckIn::new(CheckInId(id), begun);
    for item in Item::ALL {
        check_in.answers.set(item, Reply::Given(answer));
    }
    check_in.finished = true;
    check_in
}

fn ids(history: &History) -> Vec<u64> {
    let ids = history.moments.iter().map(|moment| moment.check_in.id.0);
    ids.collect()
}

/// Check-ins as any clock might have dated them: days and seconds in any order, equal, or at odds.
fn any_past() -> impl Strategy<Value = Vec<CheckIn>> {
    let one = (
        0..60_u32,
        0..8_u64,
        answers(),
        gates(),
        0..8_u8,
        0..10_u8,
        any::<bool>(),
    );
    vec(one, 0..24).prop_map(|rolls| {
        let check_ins = rolls.into_iter().zip(1_u64..).map(|(roll, id)| {
            let (number, second, answers, gates, unfinished, version, at_odds) = roll;
            let begun = Begun {
                day: day(20_000 + number),
                second: if at_odds {
                    second
                } else {
                    u64::from(number) * 100 + second
                },
            };
            CheckIn {
                answers,
                gates,
                finished: unfinished > 0,
                version: if version > 0 { VERSION } else { VERSION + 1 },
                ..CheckIn::new(CheckInId(id), begun)
            }
        });
        check_ins.collect()
    })
}

/// All signs answered, so that the values add up to `sum`.
fn adding_up_to(sum: u8) -> Answers {
    let mut answers = Answers::default();
    for (item, place) in Part::Stage.items().iter().zip(0_u8..) {
        let value = sum / 18 + u8::from(place < sum % 18);
        let value = Frequency::from_number(value).expect("a value in range");
        let told = if item.is_reversed() {
            value.reversed()
        } else {
            value
        };
        answers.set(*item, Reply::Given(told));
    }
    answers
}

/// 58 and 78 were shown beside "maybe", which is said below 20.
#[test]
fn where_rounding_would_tell_otherwise_the_distance_is_told() {
    let hidden = |one, other| {
        let both = Rescored::of(&adding_up_to(one), &adding_up_to(other));
        let distance = both.hidden_distance(Scale::Total);
        distance.map(Fraction::written)
    };
    assert_eq!(hidden(42, 56).as_deref(), Some("19.4"));
    assert_eq!(hidden(56, 42).as_deref(), Some("19.4"));
    assert_eq!(hidden(42, 55), None, "58 and 76");
    assert_eq!(hidden(18, 25).as_deref(), Some("9.7"), "25 and 35");
    assert_eq!(hidden(18, 18), None);
}

proptest! {
    #[test]
    fn what_is_told_of_the_distance_agrees_with_the_words(one in answers(), other in answers()) {
        let both = Rescored::of(&one, &other);
        for scale in Scale::all() {
            let [before, after] = [both.before, both.after].map(|scores| scale.score(&scores));
            let Some((before, after)) = before.zip(after) else {
                prop_assert_eq!(both.hidden_distance(scale), None);
                continue;
            };
            let shown = Fraction::new(before.shown().abs_diff(after.shown()), 1);
            let told = both.hidden_distance(scale).unwrap_or(shown);
            let least = scale.least();
            let expected = match before.value().distance(after.value()) {
                exact if exact >= least.clear => Some(Sureness::Clear),
                exact if exact >= least.maybe => Some(Sureness::Maybe),
                _ => None,
            };
            let of_told = if told >= least.clear {
                Some(Sureness::Clear)
            } else {
                (told >= least.maybe).then_some(Sureness::Maybe)
            };
            prop_assert_eq!(of_told, expected);
        }
    }
    #[test]
    fn every_finished_check_in_is_there_once_and_in_order(past in any_past()) {
        let history = History::new(&past);
        let mut found = ids(&history);
        for pair in history.moments.windows(2) {
            let (before, after) = (pair[0].check_in.begun, pair[1].check_in.begun);
            prop_assert!(after.day.days_since(before.day).is_some(), "no gap is negative");
            prop_assert!(after.day > before.day || after.second >= before.second);
        }
        found.sort_unstable();
        let finished = past.iter().filter(|check_in| check_in.finished);
        prop_assert_eq!(found, finished.map(|check_in| check_in.id.0).collect::<Vec<_>>());
    }

    #[test]
    fn each_is_compared_as_if_it_were_alone_with_the_others(past in any_past()) {
        let history = History::new(&past);
        for moment in &history.moments {
            let expected = match compare(&moment.check_in, &past) {
                Comparison::With { earlier, changes } => Some((earlier.id, changes)),
                Comparison::First | Comparison::NotYet { .. } => None,
            };
            let earlier = moment.earlier.map(|at| history.moments[at].check_in.id);
            prop_assert_eq!(earlier.zip(history.changes(moment)), expected);
        }
    }

    #[test]
    fn what_a_moment_tells_is_what_its_result_told(past in any_past()) {
        for moment in &History::new(&past).moments {
            let result = moment.check_in.result();
            prop_assert_eq!(moment.scores, result.scores);
            prop_assert_eq!(moment.stage, result.stage);
            prop_assert_eq!(moment.level(), result.level);
        }
    }

    #[test]
    fn positions_keep_the_order_and_the_distances_of_days(past in any_past()) {
        let history = History::new(&past);
        let Some((first, last)) = history.span() else {
            return Ok(());
        };
        let at = |day| history.position(day);
        for moment in &history.moments {
            prop_assert!(at(moment.day()) <= Fraction::new(100, 1));
        }
        if let Some(all) = last.days_since(first).filter(|&all| all > 0) {
            prop_assert_eq!((at(first), at(last)), (Fraction::new(0, 1), Fraction::new(100, 1)));
            for moment in &history.moments {
                let since = moment.day().days_since(first).expect("not before the first");
                prop_assert_eq!(at(moment.day()), Fraction::new(100 * since, all));
            }
        }
    }
}

#[test]
fn nothing_finished_is_an_empty_history() {
    let mut begun = finished(1, 20_000, Frequency::Never);
    begun.finished = false;
    let history = History::new(&[begun]);
    assert!(history.moments.is_empty());
    assert_eq!(history.span(), None);
    assert_eq!(history.last_known(Domain::Health), None);
}

#[test]
fn one_check_in_lies_in_the_middle_and_has_nothing_to_be_compared_with() {
    let history = History::new(&[finished(1, 20_000, Frequency::Never)]);
    let only = &history.moments[0];
    assert_eq!(history.position(only.day()), Fraction::new(50, 1));
    assert_eq!((only.earlier, history.changes(only)), (None, None));
    assert_eq!(only.level(), Some(Level::Few));
}

/// A clock that was a year ahead for one check-in: it stands where it was dated, and no other is lost or
/// compared with it as if it lay before.
#[test]
fn a_clock_set_back_loses_nothing() {
    let past = [
        finished(1, 20_000, Frequency::Never),
        finished(2, 20_372, Frequency::Often),
        finished(3, 20_014, Frequency::Sometimes),
    ];
    let history = History::new(&past);
    assert_eq!(ids(&history), [1, 3, 2]);
    assert_eq!(
        history
            .moments
            .iter()
            .map(|moment| moment.earlier)
            .collect::<Vec<_>>(),
        [None, Some(0), Some(1)]
    );
}

#[test]
fn check_ins_of_one_day_keep_their_order_and_are_not_compared_with_each_other() {
    let mut past = [5, 3, 9, 1].map(|id| finished(id, 20_000, Frequency::Rarely));
    past[3].begun.second -= 1;
    let history = History::new(&past);
    assert_eq!(ids(&history), [1, 5, 3, 9]);
    assert!(
        history
            .moments
            .iter()
            .all(|moment| moment.earlier.is_none())
    );
}

#[test]
fn a_gap_of_months_is_as_wide_as_it_was() {
    let past = [0, 7, 207, 214].map(|after| {
        finished(
            after,
            20_000 + u32::try_from(after).unwrap(),
            Frequency::Rarely,
        )
    });
    let history = History::new(&past);
    let at: Vec<_> = history
        .moments
        .iter()
        .map(|moment| history.position(moment.day()))
        .collect();
    assert_eq!(
        at,
        [0, 700, 20_700, 21_400].map(|hundred| Fraction::new(hundred, 214))
    );
}

#[test]
fn a_return_to_use_is_a_moment_among_others() {
    let mut used = finished(2, 20_010, Frequency::Rarely);
    used.gates.set(Gate::U1, Reply::Given(&["week"])).unwrap();
    let past = [
        finished(1, 20_000, Frequency::Rarely),
        used,
        finished(3, 20_020, Frequency::Rarely),
    ];
    let history = History::new(&past);
    let marks: Vec<_> = history
        .moments
        .iter()
        .map(recovery_check::domain::history::Moment::is_return_to_use)
        .collect();
    assert_eq!(marks, [false, true, false]);
    let compared: Vec<_> = history
        .moments
        .iter()
        .map(|moment| moment.earlier)
        .collect();
    assert_eq!(
        compared,
        [None, Some(0), Some(1)],
        "nothing begins anew after it"
    );
    assert!(
        history
            .moments
            .iter()
            .all(|moment| moment.scores.total().is_some())
    );
}

#[test]
fn a_domain_left_out_last_time_is_told_from_the_time_before() {
    let mut later = finished(2, 20_010, Frequency::Often);
    for &item in Domain::Health.items() {
        later.answers.set(item, Reply::Skipped);
    }
    let history = History::new(&[finished(1, 20_000, Frequency::Rarely), later]);
    let last = |domain| {
        history
            .last_known(domain)
            .map(|(moment, _)| moment.check_in.id.0)
    };
    assert_eq!(
        [Domain::Health, Domain::Resilience].map(last),
        [Some(1), Some(2)]
    );
}

/// Ten years of weeks, and a hundred. Finding each one's partner by comparing with all would take minutes.
#[test]
fn ten_years_of_weeks_are_quick() {
    let weeks = |count: u32| -> Vec<CheckIn> {
        let one = |week: u32| {
            let mut check_in = finished(u64::from(week), 18_000 + 7 * week, Frequency::Never);
            check_in.answers = Answers::default();
            for item in Item::ALL {
                let number = (week as usize * 7 + item.index() * 3) % 5;
                let frequency = Frequency::from_number(u8::try_from(number).unwrap());
                check_in.answers.set(item, Reply::from_given(frequency));
            }
            check_in
        };
        (0..count).map(one).collect()
    };
    for count in [520, 5_200] {
        let past = weeks(count);
        let begun = Instant::now();
        let history = History::new(&past);
        assert!(
            begun.elapsed() < Duration::from_secs(2),
            "{:?}",
            begun.elapsed()
        );
        assert_eq!(history.moments.len(), count as usize);
        for (at, moment) in history.moments.iter().enumerate() {
            assert_eq!(moment.earlier, at.checked_sub(1));
        }
    }
}
