//! The calendar file, read back by another program's reader and held to RFC 5545 by its octets.

use crate::any::{day, taken, text};
use crate::sample::{assert_is_fixture, sample};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime, Event};
use proptest::prelude::*;
use recovery_check::domain::date::Day;
use recovery_check::domain::plan::When;
use recovery_check::export::Taken;
use recovery_check::export::calendar::{Choice, write};
use recovery_check::i18n::EN;

fn usual(taken: &Taken) -> String {
    write(
        taken,
        &Choice::new(EN.later().take.calendar_default, taken.today),
    )
}

fn events(file: &str) -> Vec<Event> {
    let calendar: Calendar = file.parse().expect("a calendar");
    let components = calendar.components.into_iter();
    let events = components.filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

/// What `DTSTART` says, as text: a floating time or a date.
fn starts(event: &Event) -> String {
    match event.get_start().expect("a start") {
        DatePerhapsTime::Date(date) => date.to_string(),
        DatePerhapsTime::DateTime(icalendar::CalendarDateTime::Floating(time)) => time.to_string(),
        other @ DatePerhapsTime::DateTime(_) => {
            panic!("neither a date nor a floating time: {other:?}")
        }
    }
}

#[test]
fn the_sample_has_a_weekly_event_and_the_two_steps_with_a_time() {
    let file = usual(&sample());
    assert_is_fixture("sample.ics", &file);
    let events = events(&file);
    let starts: Vec<_> = events.iter().map(starts).collect();
    assert_eq!(
        starts,
        ["2026-11-15 18:00:00", "2026-11-10 18:30:00", "2026-11-13"]
    );
    let rules = events.iter().map(|event| event.property_value("RRULE"));
    assert!(rules.eq([Some("FREQ=WEEKLY"), None, None]));
    assert!(
        events
            .iter()
            .all(|event| event.get_summary() == Some("Time for me"))
    );
}

/// A calendar is seen by others: at work, at home, on a wall.
#[test]
fn the_usual_file_says_nothing_of_what_it_is_about() {
    let file = usual(&sample()).to_lowercase();
    #[rustfmt::skip]
    let telling = [
        "recovery", "check", "alcohol", "drug", "drink", "health", "step", "plan", "sign", "week,", "sam", "reach",
        "clinic", "description", "location", "organizer", "attendee", "categories", "url", "valarm",
    ];
    for word in telling {
        assert!(!file.contains(word), "{word}");
    }
}

#[test]
fn the_same_data_move_events_and_double_none() {
    let (before, mut later) = (sample(), sample());
    later.today = day(later.today.number() + 20);
    let steps = &mut later.found.plan.as_mut().unwrap().steps;
    steps[0].when = Day::new(20_800).map(|day| When { day, minute: None });
    let ids = |taken: &Taken| {
        let mut ids: Vec<String> = Vec::new();
        for event in events(&usual(taken)) {
            ids.push(event.get_uid().expect("a uid").to_owned());
        }
        ids
    };
    assert_eq!(ids(&before), ids(&later));
    let mut other = sample();
    other.found.check_ins.remove(0);
    assert_ne!(ids(&before)[0], ids(&other)[0], "another person's calendar");
}

/// Nothing is left out unsaid: whoever looks back finds it there.
#[test]
fn a_step_whose_day_has_passed_is_in_the_file() {
    let mut late = sample();
    late.today = day(late.today.number() + 300);
    let starts: Vec<_> = events(&usual(&late)).iter().map(starts).collect();
    assert_eq!(starts[1..], ["2026-11-10 18:30:00", "2026-11-13"]);
}

#[test]
fn with_nothing_but_today_there_is_still_the_weekly_event() {
    let nothing = Taken::new(day(20_782), recovery_check::session::Found::default());
    let events = events(&usual(&nothing));
    assert_eq!(
        events.iter().map(starts).collect::<Vec<_>>(),
        ["2026-12-02 18:00:00"]
    );
}

/// Some calendars take no event whose title has a line break (calcurse 4.7 leaves it out).
#[test]
fn a_title_is_one_line() {
    let taken = sample();
    for title in ["One\ntwo", "One\r\ntwo", "One\rtwo"] {
        let file = write(&taken, &Choice::new(title, taken.today));
        assert!(file.contains("SUMMARY:One two\r\n"), "{file}");
    }
}

/// Content lines as a reader takes them: folds undone.
fn lines(file: &str) -> Vec<String> {
    let unfolded = file.replace("\r\n ", "");
    unfolded
        .split_terminator("\r\n")
        .map(str::to_owned)
        .collect()
}

/// A TEXT value as a reader takes it.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match (sign, if sign == '\\' { signs.next() } else { None }) {
            ('\\', Some('n' | 'N')) => text.push('\n'),
            ('\\', Some(sign)) | (sign, _) => text.push(sign),
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_title_stays_within_its_line(taken in taken(), title in text()) {
        let file = write(&taken, &Choice::new(&title, taken.today));
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
        prop_assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets", line.len());
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let lines = lines(&file);
        let begun = lines.iter().filter(|line| *line == "BEGIN:VEVENT").count();
        let timed = taken.found.plan.iter().flat_map(|plan| &plan.steps);
        prop_assert_eq!(begun, 1 + timed.filter(|step| step.when.is_some()).count());
        let typed: String = title
            .replace("\r\n", " ")
            .replace(['\r', '\n'], " ")
            .chars()
            .filter(|sign| !sign.is_control() || *sign == '\t')
            .collect();
        for line in lines {
            prop_assert!(!line.chars().any(|sign| sign.is_control() && sign != '\t'));
            if let Some(value) = line.strip_prefix("SUMMARY:") {
                prop_assert_eq!(unescaped(value), typed.clone());
            }
        }
        prop_assert_eq!(events(&file).len(), begun);
    }
}
