//! Owns stored check-ins of many weeks, as a person might leave behind who checks in for years.

use recovery_check::domain::answers::Frequency;
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::flow::Place;
use recovery_check::domain::gates::Gate;
use recovery_check::domain::instrument::{Factor, Item, Part};
use recovery_check::domain::reflection::{Prompt, Reflection};
use recovery_check::domain::reply::Reply;
use recovery_check::storage::{envelope, own};

use crate::page::Page;

/// Weekly check-ins up to the week before `today`, oldest first: signs that rise and fall, now and then a week
/// with use, some lines skipped, and the optional parts left out every fifth time.
pub fn weeks(count: u32, today: Day) -> Vec<CheckIn> {
    (0..count).map(|week| one(week, count, today)).collect()
}

fn one(week: u32, count: u32, today: Day) -> CheckIn {
    // So many weeks that they would begin before 1970 stand closer.
    let apart = if count > 2_000 { 4 } else { 7 };
    let day = Day::new(today.number() - 8 - apart * (count - 1 - week)).unwrap_or(today);
    let begun = Begun {
        day,
        second: u64::from(day.number()) * 86_400 + 68_000,
    };
    let mut check_in = CheckIn::new(CheckInId(0xA000 + u64::from(week)), begun);
    // Long waves with a ripple, in eighths of a step; few signs of the physical area.
    let wave = |length: u32| (week % length).abs_diff(length / 2) * 32 / length;
    let level = wave(31) + wave(9) / 2;
    for item in Item::ALL {
        let number = u32::try_from(item.index()).unwrap_or(0);
        let ripple = (week * 7 + number * 5) % 9;
        let value = match item.part() {
            Part::Wellness => 30 - level.min(24),
            Part::Stage if number >= 12 => (level + ripple).saturating_sub(22),
            Part::Stage | Part::Factors => level,
        };
        let answer = ((value + ripple).saturating_sub(2) / 8).min(4);
        let answer = u8::try_from(answer).ok().and_then(Frequency::from_number);
        let answer = answer.map(|told| {
            if item.is_reversed() {
                told.reversed()
            } else {
                told
            }
        });
        let is_left_out = item.part() != Part::Stage && week % 5 == 3;
        let is_skipped = week % 11 == 3 && number % 7 == 2;
        let reply = match answer {
            _ if is_left_out => Reply::NotSeen,
            _ if is_skipped => Reply::Skipped,
            answer => Reply::from_given(answer),
        };
        check_in.answers.set(item, reply);
    }
    let used = week % 23 == 5;
    let gates: [(Gate, &[&str]); 5] = [
        (Gate::Q1, &["no"]),
        (Gate::G1, &["no_use"]),
        (Gate::U1, if used { &["week"] } else { &["longer"] }),
        (Gate::U5, &["no"]),
        (Gate::Q2, &["no"]),
    ];
    for (gate, codes) in gates {
        let _ = check_in.gates.set(gate, Reply::Given(codes));
    }
    check_in.go_to(Place::ResultFull);
    check_in.open = false;
    check_in
}

/// What a person wrote after the return to use of the sixth week, and once without a check-in.
pub fn reflections(check_ins: &[CheckIn]) -> Vec<Reflection> {
    let Some(first) = check_ins.first() else {
        return Vec::new();
    };
    let of = check_ins.get(5).unwrap_or(first);
    let mut one = Reflection::new(of.id, of.begun.day);
    one.choose(Factor::Triggers, true);
    one.choose(Factor::Support, true);
    one.write(
        Prompt::Before,
        "A hard day at work, then the old street.".to_owned(),
    );
    one.write(Prompt::Change, "Walk home the other way.".to_owned());
    let mut other = Reflection::new(CheckInId(0xB000), first.begun.day);
    other.write(
        Prompt::Helped,
        "I called Sam. \u{5e9}\u{5dc}\u{5d5}\u{5dd} 🙂".to_owned(),
    );
    vec![one, other]
}

/// What the browser holds of these: key and text.
pub fn entries(check_ins: &[CheckIn], reflections: &[Reflection]) -> Vec<(String, String)> {
    let check_ins = check_ins.iter().map(|check_in| {
        let key = format!("rc-checkin-{}", check_in.id.name());
        (key, envelope::encode(check_in))
    });
    let reflections = reflections.iter().map(|reflection| {
        let key = format!("rc-reflection-{}", reflection.id.name());
        (key, own::encode_reflection(reflection))
    });
    check_ins.chain(reflections).collect()
}

impl Page {
    /// Opens the page with so many weeks kept, and what was written about two of them.
    #[track_caller]
    pub fn open_with_weeks(&self, count: u32) -> Vec<CheckIn> {
        self.open();
        let check_ins = weeks(count, self.today());
        let entries = entries(&check_ins, &reflections(&check_ins));
        let entries: Vec<(&str, &str)> = entries
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
            .collect();
        self.open_with_stored(&entries);
        check_ins
    }

    /// The same, and from there to the screen of check-ins over time.
    #[track_caller]
    pub fn look_back_on(&self, count: u32) -> Vec<CheckIn> {
        let check_ins = self.open_with_weeks(count);
        self.press("history");
        self.see_screen("history");
        self.settle();
        check_ins
    }
}
