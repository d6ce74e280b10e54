//! One check-in beside others: how it meets a person who comes back, what it is compared with, and the help
//! lines of the clinical sheet, number by number.

use recovery_check::domain::answers::Frequency;
use recovery_check::domain::change::{Change, Sureness};
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId, Comparison, Return, compare};
use recovery_check::domain::date::Day;
use recovery_check::domain::flow::Place;
use recovery_check::domain::help::{Region, Role, Service, Way};
use recovery_check::domain::instrument::{Area, Item, Part, VERSION};
use recovery_check::domain::reply::Reply;

const TODAY: u32 = 20_782;

fn day(number: u32) -> Day {
    Day::new(number).expect("a day in range")
}

fn unfinished(id: u64, number: u32) -> CheckIn {
    let second = u64::from(number) * 86_400 + id;
    let begun = Begun {
        day: day(number),
        second,
    };
    CheckIn::new(CheckInId(id), begun)
}

/// A finished check-in with this answer to all 18 signs.
fn finished(id: u64, number: u32, answer: Frequency) -> CheckIn {
    let mut check_in = unfinished(id, number);
    for &item in Part::Stage.items() {
        check_in.answers.set(item, Reply::Given(answer));
    }
    check_in.go_to(Place::ResultShort);
    check_in
}

fn now() -> CheckIn {
    finished(1, TODAY, Frequency::Sometimes)
}

/// The check-in compared with, if there is one.
fn compared_with(past: &[CheckIn]) -> Option<CheckInId> {
    match compare(&now(), past) {
        Comparison::With { earlier, .. } => Some(earlier.id),
        Comparison::First | Comparison::NotYet { .. } => None,
    }
}

// Comparing.

#[test]
fn the_first_check_in_has_nothing_beside_it() {
    assert_eq!(compare(&now(), &[]), Comparison::First);
}

#[test]
fn fewer_than_seven_days_apart_is_too_near() {
    for (days, is_far_enough) in [(0, false), (1, false), (6, false), (7, true), (400, true)] {
        let before = finished(2, TODAY - days, Frequency::Never);
        let comparison = compare(&now(), &[before]);
        if is_far_enough {
            assert!(matches!(comparison, Comparison::With { .. }), "{days}");
        } else {
            let last = day(TODAY - days);
            assert_eq!(comparison, Comparison::NotYet { last }, "{days}");
        }
    }
}

#[test]
fn another_version_is_not_compared() {
    let mut before = finished(2, TODAY - 30, Frequency::Never);
    before.version = VERSION + 1;
    let last = day(TODAY - 30);
    assert_eq!(compare(&now(), &[before]), Comparison::NotYet { last });
    let mut now = now();
    now.version = VERSION + 1;
    before.version = VERSION;
    assert_eq!(compare(&now, &[before]), Comparison::NotYet { last });
}

#[test]
fn the_latest_that_may_be_compared_is() {
    let near = finished(2, TODAY - 3, Frequency::Never);
    let far = finished(3, TODAY - 8, Frequency::Never);
    let farther = finished(4, TODAY - 20, Frequency::Never);
    let mut other_version = finished(5, TODAY - 7, Frequency::Never);
    other_version.version = VERSION + 1;
    let mut past = [near, far, farther, other_version];
    for _ in 0..past.len() {
        past.rotate_left(1);
        assert_eq!(compared_with(&past), Some(far.id));
    }
    let same_day = [far, finished(6, TODAY - 8, Frequency::Never)];
    assert_eq!(
        compared_with(&same_day),
        Some(CheckInId(6)),
        "the later of one day"
    );
    let last = day(TODAY - 3);
    let all_near = [finished(7, TODAY - 5, Frequency::Never), near];
    assert_eq!(
        compare(&now(), &all_near),
        Comparison::NotYet { last },
        "the latest is named"
    );
}

#[test]
fn unfinished_later_and_the_same_check_ins_are_passed_over() {
    let mut left_off = unfinished(2, TODAY - 10);
    left_off
        .answers
        .set(Item::E1, Reply::Given(Frequency::Often));
    let later = finished(3, TODAY + 1, Frequency::Never);
    let mut itself = finished(1, TODAY - 10, Frequency::Never);
    assert_eq!(
        compare(&now(), &[left_off, later, itself]),
        Comparison::First
    );
    itself.id = CheckInId(4);
    assert_eq!(compared_with(&[left_off, later, itself]), Some(itself.id));
}

#[test]
fn the_change_goes_from_the_earlier_to_the_later() {
    let before = finished(2, TODAY - 7, Frequency::Never);
    let Comparison::With { earlier, changes } = compare(&now(), &[before]) else {
        panic!("not compared");
    };
    assert_eq!(earlier, before);
    // All "sometimes": E and M 50, P 50. All "never": E and M 16.67 since one item each is reversed, P 0.
    assert_eq!(changes.total, Some(Change::Higher(Sureness::Clear)));
    assert_eq!(
        Area::ALL.map(|area| changes.area(area)),
        [Some(Change::Higher(Sureness::Clear)); 3]
    );
    assert_eq!(changes.overall, None, "never answered");
}

#[test]
fn without_a_line_answered_both_times_every_change_is_unknown() {
    let mut before = unfinished(2, TODAY - 7);
    for &item in Part::Stage.items() {
        before.answers.set(item, Reply::Skipped);
    }
    before.go_to(Place::ResultShort);
    let Comparison::With { changes, .. } = compare(&now(), &[before]) else {
        panic!("not compared");
    };
    let all_unknown: [Option<Change>; 5] = [
        changes.total,
        changes.overall,
        changes.area(Area::Emotional),
        changes.area(Area::Mental),
        changes.area(Area::Physical),
    ];
    assert_eq!(all_unknown, [None; 5]);
}

// Coming back.

#[test]
fn an_unfinished_one_resumes_until_the_next_day_then_is_offered_for_a_week() {
    let check_in = unfinished(1, TODAY);
    assert_eq!(check_in.resumes_until(), Some(day(TODAY + 1)));
    let expected = [
        (0, Return::Resume),
        (1, Return::Resume),
        (2, Return::Offer),
        (6, Return::Offer),
        (7, Return::Past),
        (365, Return::Past),
    ];
    for (days, expected) in expected {
        assert_eq!(check_in.on_return(day(TODAY + days)), expected, "{days}");
    }
}

#[test]
fn a_finished_one_shows_its_result_for_the_rest_of_the_day() {
    let mut check_in = now();
    assert_eq!(check_in.resumes_until(), Some(day(TODAY)));
    assert_eq!(check_in.on_return(day(TODAY)), Return::Resume);
    assert_eq!(check_in.on_return(day(TODAY + 1)), Return::Past);
    // Gone back to a question: as one not finished.
    check_in.go_to(Place::Item(Item::P6));
    assert!(check_in.finished);
    assert_eq!(check_in.on_return(day(TODAY + 1)), Return::Resume);
    assert_eq!(check_in.on_return(day(TODAY + 2)), Return::Offer);
    check_in.open = false;
    assert_eq!(check_in.resumes_until(), None);
    assert_eq!(check_in.on_return(day(TODAY)), Return::Past);
}

#[test]
fn one_put_away_never_comes_back() {
    let mut check_in = unfinished(1, TODAY);
    check_in.open = false;
    assert_eq!(check_in.resumes_until(), None);
    for days in [0, 1, 3] {
        assert_eq!(check_in.on_return(day(TODAY + days)), Return::Past);
    }
}

#[test]
fn a_clock_set_back_resumes() {
    for check_in in [unfinished(1, TODAY), now()] {
        assert_eq!(check_in.on_return(day(TODAY - 40)), Return::Resume);
    }
}

#[test]
fn the_last_day_there_is_breaks_nothing() {
    let check_in = unfinished(1, Day::MAX);
    assert_eq!(check_in.resumes_until(), None);
    assert_ne!(check_in.on_return(day(Day::MAX)), Return::Resume);
    assert_eq!(
        finished(2, Day::MAX, Frequency::Never).on_return(day(Day::MAX)),
        Return::Resume
    );
}

#[test]
fn a_place_is_replied_once_answered_or_skipped() {
    let mut check_in = unfinished(1, TODAY);
    for place in Place::all() {
        check_in.go_to(place);
        let asks = matches!(place, Place::Gate(_) | Place::Item(_));
        assert_eq!(check_in.is_place_replied(), !asks, "{place:?}");
        match place {
            Place::Gate(gate) => check_in
                .gates
                .set(gate, Reply::Skipped)
                .expect("a skip is always taken"),
            Place::Item(item) => check_in.answers.set(item, Reply::Skipped),
            _ => {}
        }
        assert!(check_in.is_place_replied(), "{place:?}");
    }
}

#[test]
fn a_name_is_sixteen_small_hexadecimal_digits() {
    for id in [0, 1, 0xfeed_beef, u64::MAX] {
        let name = CheckInId(id).name();
        assert_eq!(name.len(), 16);
        assert_eq!(CheckInId::from_name(&name), Some(CheckInId(id)));
    }
    for wrong in [
        "",
        "0",
        "00000000000000001",
        "000000000000000G",
        "000000000000000A",
        "+000000000000001",
        "00000000000000é",
    ] {
        assert_eq!(CheckInId::from_name(wrong), None, "{wrong}");
    }
}

// Help lines.

/// Read in a source: shown. Recalled: kept back until a person has confirmed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Read,
    Recalled,
}

/// A way to a line, who answers, and its mark.
type Row = (&'static str, Service, Status);

/// The sheet's table, section 4: region, emergency number, and each way to each line with its mark. The row
/// "Spanish" is spread over the regions it belongs to.
#[rustfmt::skip]
const SHEET: [(Region, Option<&str>, &[Row]); 10] = {
    use Service as S;
    use Status::{Read, Recalled};
    [
        (Region::Us, Some("911"), &[
            ("call 988", S::Lifeline988, Read),
            ("text 988", S::Lifeline988, Read),
            ("chat https://chat.988lifeline.org/", S::Lifeline988, Read),
            ("call 1-800-662-4357", S::Samhsa, Read),
            ("call 1-800-972-0590", S::SafeSpot, Read),
            ("call 1-800-484-3731", S::NeverUseAlone, Read),
            ("call 1-877-696-1996", S::NeverUseAlone, Recalled),
            ("call 988", S::Lifeline988Spanish, Read),
            ("text AYUDA to 988", S::Lifeline988Spanish, Read),
            ("call 1-800-928-5330", S::NeverUseAloneSpanish, Recalled),
        ]),
        (Region::Ca, Some("911"), &[
            ("call 9-8-8", S::Lifeline988Canada, Read),
            ("text 9-8-8", S::Lifeline988Canada, Read),
            ("call 1-888-688-6677", S::Nors, Read),
        ]),
        (Region::Uk, Some("999"), &[
            ("call 116 123", S::Samaritans, Read),
            ("text SHOUT to 85258", S::Shout, Read),
            ("call 111", S::Nhs111, Read),
            ("call 0808 808 8000", S::LifelineNi, Read),
            ("call 0300 123 6600", S::Frank, Recalled),
        ]),
        (Region::Ie, Some("112"), &[
            ("call 116 123", S::Samaritans, Read),
            ("call 1800 247 247", S::Pieta, Read),
            ("call 1800 459 459", S::HseDrugs, Read),
            ("text 50808", S::TextAboutIt, Recalled),
        ]),
        (Region::Au, Some("000"), &[
            ("call 13 11 14", S::LifelineAustralia, Read),
            ("text 0477 13 11 14", S::LifelineAustralia, Read),
            ("call 1800 250 015", S::DrugHotlineAustralia, Read),
        ]),
        (Region::Nz, Some("111"), &[
            ("call 1737", S::NeedToTalk, Read),
            ("text 1737", S::NeedToTalk, Read),
            ("call 0800 787 797", S::DrugHelplineNz, Read),
            ("text 8681", S::DrugHelplineNz, Read),
        ]),
        // Spain is in the EU, where 112 is the emergency number; for Mexico the sheet names none.
        (Region::Es, Some("112"), &[("call 024", S::Line024, Read)]),
        (Region::Mx, None, &[("call 800 911 2000", S::LineaDeLaVida, Read)]),
        (Region::Eu, Some("112"), &[
            ("call 116 123", S::EuEmotional, Read),
            ("call 3114", S::France3114, Recalled),
        ]),
        (Region::Other, None, &[]),
    ]
};

fn written(way: Way) -> String {
    match way {
        Way::Call(number) => format!("call {number}"),
        Way::Text { to, say: None } => format!("text {to}"),
        Way::Text {
            to,
            say: Some(word),
        } => format!("text {word} to {to}"),
        Way::Chat(page) => format!("chat {page}"),
    }
}

#[test]
fn every_line_of_the_sheet_stands_in_the_data_with_its_mark_and_no_other() {
    assert_eq!(SHEET.map(|(region, ..)| region), Region::ALL);
    let sorted = |mut lines: Vec<String>| {
        lines.sort();
        lines
    };
    for (region, emergency, sheet) in SHEET {
        assert_eq!(region.emergency(), emergency, "{region:?}");
        let expected = sheet
            .iter()
            .map(|(way, service, status)| format!("{service:?}: {way}, {status:?}"));
        let found = region.all_lines().iter().flat_map(|line| {
            let status = if line.checked.is_some() {
                Status::Read
            } else {
                Status::Recalled
            };
            let ways = line.ways.iter();
            ways.map(move |&way| format!("{:?}: {}, {status:?}", line.service, written(way)))
        });
        assert_eq!(
            sorted(found.collect()),
            sorted(expected.collect()),
            "{region:?}"
        );
    }
}

#[test]
fn a_line_that_is_only_recalled_is_never_shown() {
    for (region, _, sheet) in SHEET {
        let shown: Vec<_> = region
            .lines()
            .flat_map(|line| line.ways.iter().map(|&way| (line.service, written(way))))
            .collect();
        for (way, service, status) in sheet {
            let is_shown = shown.contains(&(*service, (*way).to_owned()));
            assert_eq!(is_shown, *status == Status::Read, "{region:?}: {way}");
        }
        assert_eq!(region.checked().is_some(), !shown.is_empty());
    }
}

#[test]
fn a_rule_finds_the_line_it_needs() {
    let crisis = |region: Region| region.crisis().map(|line| line.service);
    let use_alone = |region: Region| region.use_alone().map(|line| line.service);
    assert_eq!(
        Region::ALL.map(crisis),
        [
            Some(Service::Lifeline988),
            Some(Service::Lifeline988Canada),
            Some(Service::Samaritans),
            Some(Service::Samaritans),
            Some(Service::LifelineAustralia),
            Some(Service::NeedToTalk),
            Some(Service::Line024),
            Some(Service::LineaDeLaVida),
            Some(Service::EuEmotional),
            None,
        ]
    );
    for region in Region::ALL {
        // The sheet names two numbers for Ireland alone: 112 and 999.
        let other = (region == Region::Ie).then_some("999");
        assert_eq!(region.emergency_too(), other);
        let expected = match region {
            Region::Us => Some(Service::SafeSpot),
            Region::Ca => Some(Service::Nors),
            _ => None,
        };
        assert_eq!(use_alone(region), expected, "{region:?}");
        for line in region.all_lines() {
            use Service as S;
            let role = match line.service {
                S::SafeSpot | S::NeverUseAlone | S::NeverUseAloneSpanish | S::Nors => {
                    Role::UseAlone
                }
                S::Samhsa
                | S::Frank
                | S::HseDrugs
                | S::DrugHotlineAustralia
                | S::DrugHelplineNz => Role::Drugs,
                _ => Role::Crisis,
            };
            assert_eq!(line.role, role, "{:?}", line.service);
        }
    }
}

#[test]
fn in_a_crisis_a_line_to_text_stands_beside_one_that_can_only_be_called() {
    for region in Region::ALL {
        let lines: Vec<_> = region.crisis_lines().collect();
        assert_eq!(lines.first().copied(), region.crisis(), "{region:?}");
        let shown_by_text = region
            .lines()
            .any(|line| line.role == Role::Crisis && line.can_be_texted());
        let offered = lines.iter().any(|line| line.can_be_texted());
        assert_eq!(offered, shown_by_text, "{region:?}");
        for line in lines {
            assert!(line.checked.is_some() && line.role == Role::Crisis);
        }
    }
    let uk: Vec<_> = Region::Uk.crisis_lines().map(|line| line.service).collect();
    assert_eq!(uk, [Service::Samaritans, Service::Shout]);
    let us: Vec<_> = Region::Us.crisis_lines().map(|line| line.service).collect();
    assert_eq!(us, [Service::Lifeline988]);
}

/// The sheet: "116 123 where offered". Everywhere else a line is simply there.
#[test]
fn only_the_european_number_depends_on_the_country() {
    for line in Region::ALL.into_iter().flat_map(Region::all_lines) {
        assert_eq!(
            line.is_offered_everywhere(),
            line.service != Service::EuEmotional
        );
    }
}

/// What a phone dials is what people read, without the spaces.
#[test]
fn every_way_opens_with_the_digits_that_are_written() {
    for line in Region::ALL.into_iter().flat_map(Region::all_lines) {
        for &way in line.ways {
            let digits = |number: &str| number.replace([' ', '-'], "");
            let expected = match way {
                Way::Call(number) => format!("tel:{}", digits(number)),
                Way::Text { to, say: None } => format!("sms:{}", digits(to)),
                Way::Text {
                    to,
                    say: Some(word),
                } => format!("sms:{}?body={word}", digits(to)),
                Way::Chat(page) => {
                    assert!(page.starts_with("https://"));
                    page.to_owned()
                }
            };
            assert_eq!(way.address(), expected);
        }
    }
}

#[test]
fn a_language_tag_leads_to_the_region_it_names() {
    let region_of = |subtag: &str| {
        Region::ALL
            .into_iter()
            .find(|region| region.subtags().split(' ').any(|known| known == subtag))
    };
    let known = [
        ("US", Region::Us),
        ("CA", Region::Ca),
        ("GB", Region::Uk),
        ("IE", Region::Ie),
        ("AU", Region::Au),
        ("NZ", Region::Nz),
        ("ES", Region::Es),
        ("MX", Region::Mx),
    ];
    for (subtag, region) in known {
        assert_eq!(region_of(subtag), Some(region));
    }
    let eu = "AT BE BG CY CZ DE DK EE FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK";
    for subtag in eu.split(' ') {
        assert_eq!(region_of(subtag), Some(Region::Eu), "{subtag}");
    }
    for elsewhere in ["IN", "BR", "CH", "NO", "RU", "419"] {
        assert_eq!(region_of(elsewhere), None, "no number is guessed");
    }
}
