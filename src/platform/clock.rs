//! The browser's clock, calendar and random numbers.

use crate::domain::check_in::{Begun, CheckInId};
use crate::domain::date::Day;
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// Now, on the person's own calendar.
pub fn now() -> Begun {
    let date = Date::new_0();
    // A clock before 1970 or past the year 4700 is broken: the first day does as well as any.
    let day = Day::from_calendar(
        date.get_full_year().max(1970),
        date.get_month() + 1,
        date.get_date(),
    );
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // Seconds since 1970 fit, and a negative clock reads as 0.
    let second = (date.get_time() / 1000.0) as u64;
    Begun {
        day: Day::new(day.number()).unwrap_or(Day::from_calendar(1970, 1, 1)),
        second,
    }
}

/// Milliseconds since 1970, for telling how much time has passed.
pub fn milliseconds() -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // A negative clock reads as 0.
    let now = Date::now() as u64;
    now
}

/// A fresh number for a check-in.
pub fn new_id() -> CheckInId {
    let mut bytes = [0; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled {
        return CheckInId(u64::from_le_bytes(bytes));
    }
    // No crypto, as in very old browsers: the clock and a plain random number still tell two apart.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mixed = (js_sys::Math::random() * 4e9) as u64 ^ ((Date::now() as u64) << 20);
    CheckInId(mixed)
}

/// How a day is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// "Nov 8, 2026".
    Whole,
    /// "Nov 8", under a chart of less than a year.
    DayOfYear,
    /// "Nov 2026", under a longer one.
    MonthOfYear,
}

thread_local! {
    /// The browser's way of writing days, for each way and language asked for. Making one takes a browser
    /// longer than writing a hundred days.
    static WRITERS: RefCell<Vec<(Writing, String, Function)>> = const { RefCell::new(Vec::new()) };
}

/// A day as people write it in the language of the words, such as "Nov 8, 2026", or "8 Nov 2026" where the
/// browser says which country's way is meant.
pub fn write_day(day: Day, lang: &str) -> String {
    write_day_as(day, Writing::Whole, lang)
}

/// A day written whole or in part.
pub fn write_day_as(day: Day, writing: Writing, lang: &str) -> String {
    let midnight = JsValue::from(f64::from(day.number()) * 86_400_000.0);
    WRITERS.with_borrow_mut(|known| {
        let at = known
            .iter()
            .position(|(of, own, _)| *of == writing && own == lang);
        let at = at.unwrap_or_else(|| {
            known.push((writing, lang.to_owned(), writer(writing, lang)));
            known.len() - 1
        });
        let text = known[at].2.call1(&JsValue::UNDEFINED, &midnight);
        text.ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    })
}

fn writer(writing: Writing, lang: &str) -> Function {
    let spoken = web_sys::window().and_then(|window| window.navigator().language());
    let locale = spoken
        .filter(|tag| tag.starts_with(lang))
        .unwrap_or_else(|| lang.to_owned());
    let options = js_sys::Object::new();
    let parts = [
        ("timeZone", "UTC", true),
        ("month", "short", true),
        ("year", "numeric", writing != Writing::DayOfYear),
        ("day", "numeric", writing != Writing::MonthOfYear),
    ];
    for (name, value, _) in parts.into_iter().filter(|&(.., is_written)| is_written) {
        // Setting a property on a fresh plain object cannot fail.
        let _ = js_sys::Reflect::set(&options, &JsValue::from(name), &JsValue::from(value));
    }
    DateTimeFormat::new(&Array::of1(&JsValue::from(locale)), &options).format()
}
