//! iCalendar (RFC 5545): one event a week for the next check-in, and one for each step of the plan that has a
//! time. A calendar is seen by others, so an event says what the person typed and nothing else: no step, no
//! name of this product, no reason.
//!
//! Times are floating: nine in the morning stays nine in the morning, wherever the person travels and whatever
//! the clocks do. The same data give the same UIDs, so taking a file in again moves events instead of doubling
//! them.

use super::calendar_text::{escaped, folded};
use super::{Taken, uuid};
use crate::domain::check_in::CheckInId;
use crate::domain::date::{Day, written_minute};
use crate::domain::plan::When;

/// Days from one check-in to the next.
pub const A_WEEK: u32 = 7;
/// Six in the evening.
pub const EVENING: u16 = 18 * 60;
/// How long an event lasts where it has a time.
const MINUTES: &str = "DURATION:PT15M";
/// Purposes of UIDs, see [`uuid`].
const WEEKLY: u16 = 0xf00;
const STEP: u16 = 0xf01;

/// What the person chose for the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What every event is called.
    pub title: String,
    /// The first weekly event.
    pub first: When,
}

impl Choice {
    /// A week from today, in the evening.
    pub fn new(title: &str, today: Day) -> Self {
        let next = Day::new(today.number() + A_WEEK).unwrap_or(today);
        Self {
            title: title.to_owned(),
            first: When {
                day: next,
                minute: Some(EVENING),
            },
        }
    }
}

/// The calendar file.
pub fn write(taken: &Taken, choice: &Choice) -> String {
    let found = &taken.found;
    let first_id = found.check_ins.first().map(|check_in| check_in.id);
    let mut lines: Vec<String> = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Notes//Calendar 1//EN",
        "CALSCALE:GREGORIAN",
    ]
    .map(str::to_owned)
    .to_vec();
    let mut event = |id: Option<CheckInId>, purpose: u16, when: When, rule: Option<&str>| {
        let id = id.map_or(0, |id| id.0);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            "UID:".to_owned() + &uuid(id, purpose),
            "DTSTAMP:".to_owned() + &date(taken.today) + "T000000Z",
        ]);
        match when.minute {
            Some(minute) => lines.extend([
                "DTSTART:".to_owned() + &date(when.day) + &time(minute),
                MINUTES.to_owned(),
            ]),
            None => lines.push("DTSTART;VALUE=DATE:".to_owned() + &date(when.day)),
        }
        lines.extend(rule.map(str::to_owned));
        lines.extend([
            "SUMMARY:".to_owned() + &escaped(&choice.title),
            "CLASS:PRIVATE".to_owned(),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    };
    event(first_id, WEEKLY, choice.first, Some("RRULE:FREQ=WEEKLY"));
    if let Some(plan) = &found.plan {
        for step in &plan.steps {
            if let Some(when) = step.when {
                let purpose = STEP + step.step as u16;
                event(plan.check_in.or(first_id), purpose, when, None);
            }
        }
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// `20261108`. Years of five digits do not come: days end in 4707.
fn date(day: Day) -> String {
    day.iso().replace('-', "")
}

fn time(minute: u16) -> String {
    "T".to_owned() + &written_minute(minute).replace(':', "") + "00"
}
