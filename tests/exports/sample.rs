//! `tests/data/sample-export.json`: nine check-ins over five months with ups and downs, one of them after a return
//! to use and one with lines skipped, a plan, a reflection and a notebook. Made here, so that it can be made anew.

use recovery_check::domain::answers::{Answers, Frequency};
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::flow::Place;
use recovery_check::domain::gates::{Gate, Gates};
use recovery_check::domain::instrument::{Area, Domain, Factor, Item};
use recovery_check::domain::plan::{Plan, Went, When};
use recovery_check::domain::reflection::{Prompt, Reflection};
use recovery_check::domain::reply::Reply;
use recovery_check::domain::step::Step;
use recovery_check::domain::tool::{Notebook, Page};
use recovery_check::export::Taken;
use recovery_check::export::{import, json};
use recovery_check::session::Found;

pub(crate) const FILE: &str = include_str!("../data/sample-export.json");

/// One week: the day, and the sums of what the answers count for on each scale.
struct Week {
    id: u64,
    date: (u32, u32),
    areas: [u8; 3],
    factors: [u8; 6],
    domains: [u8; 4],
    gates: &'static [(Gate, &'static str)],
    skipped: &'static [Item],
}

const CALM: &[(Gate, &str)] = &[
    (Gate::Q1, "no"),
    (Gate::G1, "no_use"),
    (Gate::U1, "longer"),
    (Gate::U5, "no"),
    (Gate::Q3, "no"),
    (Gate::Q2, "no"),
];
const AFTER_USE: &[(Gate, &str)] = &[
    (Gate::Q1, "no"),
    (Gate::G1, "no_use"),
    (Gate::U1, "week"),
    (Gate::U2, "1"),
    (Gate::U5, "maybe"),
    (Gate::U3, "alcohol"),
    (Gate::Q3, "no"),
    (Gate::Q2, "no"),
];
const WEEKS_AFTER: &[(Gate, &str)] = &[
    (Gate::Q1, "no"),
    (Gate::G1, "no_use"),
    (Gate::U1, "month"),
    (Gate::U5, "no"),
    (Gate::U3, "alcohol"),
    (Gate::Q3, "no"),
    (Gate::Q2, "no"),
];

#[rustfmt::skip]
const WEEKS: [Week; 9] = [
    Week { id: 0x8f3a_1c55_90e2_7b04, date: (6, 7), areas: [16, 12, 9], factors: [5, 4, 5, 4, 4, 2],
        domains: [4, 6, 7, 4], gates: CALM, skipped: &[] },
    Week { id: 0x21d0_66fe_4a89_c3b1, date: (6, 21), areas: [15, 10, 7], factors: [4, 4, 5, 4, 3, 2],
        domains: [5, 6, 8, 5], gates: CALM, skipped: &[] },
    Week { id: 0xe54b_0937_d1c6_82aa, date: (7, 5), areas: [13, 9, 6], factors: [4, 3, 4, 3, 3, 2],
        domains: [5, 7, 8, 6], gates: CALM, skipped: &[] },
    Week { id: 0x07c9_f2ab_3358_e6d9, date: (7, 19), areas: [12, 6, 3], factors: [3, 2, 3, 3, 3, 1],
        domains: [6, 8, 9, 7], gates: CALM, skipped: &[Item::E6, Item::D2] },
    Week { id: 0xb81e_5d04_76f9_203c, date: (8, 9), areas: [12, 8, 6], factors: [4, 3, 4, 3, 3, 2],
        domains: [6, 8, 9, 6], gates: CALM, skipped: &[] },
    Week { id: 0x46aa_97c2_0bd3_158f, date: (8, 30), areas: [17, 14, 11], factors: [6, 5, 5, 6, 5, 3],
        domains: [4, 5, 7, 3], gates: AFTER_USE, skipped: &[] },
    Week { id: 0xd3f7_2840_ecb5_961d, date: (9, 20), areas: [15, 11, 8], factors: [5, 4, 5, 5, 4, 3],
        domains: [5, 6, 8, 4], gates: WEEKS_AFTER, skipped: &[] },
    Week { id: 0x1965_bce8_52a7_0f4e, date: (10, 11), areas: [15, 10, 8], factors: [5, 3, 5, 5, 3, 2],
        domains: [6, 7, 9, 3], gates: CALM, skipped: &[] },
    Week { id: 0x7ae2_d41b_88f6_39c5, date: (11, 8), areas: [12, 8, 5], factors: [4, 2, 5, 4, 3, 2],
        domains: [6, 7, 10, 5], gates: CALM, skipped: &[] },
];

/// Answers to `items` that count for `sum` together: spread evenly, or for the physical area put on the lines that
/// are about being around alcohol or drugs first.
fn spread(answers: &mut Answers, items: &[Item], sum: u8, front_first: bool) {
    let count = u8::try_from(items.len()).unwrap();
    let mut left = sum;
    for (place, &item) in (0..).zip(items) {
        let value = if front_first {
            left.min(4)
        } else {
            sum / count + u8::from(place < sum % count)
        };
        left -= value;
        let counted = Frequency::from_number(value).unwrap();
        let answer = if item.is_reversed() {
            counted.reversed()
        } else {
            counted
        };
        answers.set(item, Reply::Given(answer));
    }
}

fn check_in(week: &Week) -> CheckIn {
    let (month, day) = week.date;
    let day = Day::from_calendar(2026, month, day);
    let begun = Begun {
        day,
        second: u64::from(day.number()) * 86_400 + 63_000,
    };
    let mut check_in = CheckIn::new(CheckInId(week.id), begun);
    let mut gates = Gates::default();
    for &(gate, code) in week.gates {
        gates.set(gate, Reply::Given(&[code])).unwrap();
    }
    check_in.gates = gates;
    let mut answers = Answers::default();
    for (area, sum) in Area::ALL.into_iter().zip(week.areas) {
        spread(&mut answers, area.items(), sum, area == Area::Physical);
    }
    for (factor, sum) in Factor::ALL.into_iter().zip(week.factors) {
        spread(&mut answers, factor.items(), sum, false);
    }
    for (domain, sum) in Domain::ALL.into_iter().zip(week.domains) {
        spread(&mut answers, domain.items(), sum, false);
    }
    for &item in week.skipped {
        answers.set(item, Reply::Skipped);
    }
    check_in.answers = answers;
    check_in.go_to(Place::ResultFull);
    check_in.open = false;
    check_in
}

fn plan(check_in: &CheckIn) -> Plan {
    let day = check_in.begun.day;
    let mut before = Plan::default();
    before.add(Step::ReachOut, None);
    before.learn(0, Went::Helped);
    let mut plan = before.for_check_in(check_in.id, day, &check_in.result());
    let on = |days: u32, minute| Day::new(day.number() + days).map(|day| When { day, minute });
    let [first, second, third, ..] = plan.steps.as_mut_slice() else {
        panic!("too few steps");
    };
    first.cue = Some("it gets quiet after dinner".to_owned());
    first.action = Some("text Sam: “Hard day. Can we talk?” 🙂".to_owned());
    "Sam; my sister, too".clone_into(&mut first.who);
    first.when = on(2, Some(18 * 60 + 30));
    second.action = Some("לצאת להליכה\nten minutes, rain or shine".to_owned());
    second.when = on(5, None);
    third.tried = true;
    plan
}

fn reflection(check_in: &CheckIn) -> Reflection {
    let day = Day::new(check_in.begun.day.number() + 1).unwrap();
    let mut reflection = Reflection::new(check_in.id, day);
    reflection.choose(Factor::Triggers, true);
    reflection.choose(Factor::Coping, true);
    reflection.write(
        Prompt::Before,
        "Moving house, and boxes everywhere.".to_owned(),
    );
    reflection.write(Prompt::Helped, "Calling Sam the same night.".to_owned());
    reflection.write(Prompt::Change, "Not to unpack alone.".to_owned());
    reflection.write(Prompt::Tell, "Sam".to_owned());
    reflection
}

/// What the file holds.
pub(crate) fn sample() -> Taken {
    let check_ins: Vec<_> = WEEKS.iter().map(check_in).collect();
    let last = check_ins[8];
    let mut notebook = Notebook::default();
    notebook.write(Page::People, "Sam\nmy sister\nthe Tuesday group".to_owned());
    notebook.write(Page::Joys, "swimming\r\nold films 🎬".to_owned());
    let found = Found {
        plan: Some(plan(&last)),
        reflections: vec![reflection(&check_ins[5])],
        notebook: Some(notebook),
        check_ins,
        ..Found::default()
    };
    Taken::new(last.begun.day, found)
}

/// `RC_WRITE=1 cargo test --test exports` writes the fixtures anew.
pub(crate) fn assert_is_fixture(name: &str, made: &str) {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("RC_WRITE").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(
        made == kept,
        "{name} is not what is made now; look at the difference, then run with RC_WRITE=1"
    );
}

#[test]
fn the_sample_is_what_it_says() {
    assert_is_fixture("sample-export.json", &json::write(&sample()));
    let taken = sample();
    let totals = taken.found.check_ins.iter().map(|check_in| {
        let total = check_in.result().scores.total().unwrap();
        (total.shown(), total.is_partial())
    });
    let totals: Vec<_> = totals.collect();
    let shown: Vec<_> = totals.iter().map(|(shown, _)| *shown).collect();
    assert_eq!(shown, [51, 44, 39, 28, 36, 58, 47, 46, 35]);
    assert!(totals[3].1);
}

#[test]
fn the_sample_comes_back_byte_for_byte() {
    let taken = import::read(FILE.as_bytes()).unwrap();
    assert!(taken == sample());
    assert!(json::write(&taken) == FILE);
}
