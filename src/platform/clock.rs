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

thread_local! {
    /// The language asked for and the browser's way of writing days in it. Making one takes a browser longer
    /// than writing a hundred days.
    static WRITER: RefCell<Option<(String, Function)>> = const { RefCell::new(None) };
}

/// A day as people write it in the language of the words, such as "Nov 8, 2026", or "8 Nov 2026" where the
/// browser says which country's way is meant.
pub fn write_day(day: Day, lang: &str) -> String {
    let midnight = JsValue::from(f64::from(day.number()) * 86_400_000.0);
    WRITER.with_borrow_mut(|known| {
        let same = known.take().filter(|(of, _)| of == lang);
        let (_, write) = known.insert(same.unwrap_or_else(|| (lang.to_owned(), writer(lang))));
        let text = write.call1(&JsValue::UNDEFINED, &midnight);
        text.ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    })
}

fn writer(lang: &str) -> Function {
    let spoken = web_sys::window().and_then(|window| window.navigator().language());
    let locale = spoken
        .filter(|tag| tag.starts_with(lang))
        .unwrap_or_else(|| lang.to_owned());
    let options = js_sys::Object::new();
    for (name, value) in [
        ("timeZone", "UTC"),
        ("year", "numeric"),
        ("month", "short"),
        ("day", "numeric"),
    ] {
        // Setting a property on a fresh plain object cannot fail.
        let _ = js_sys::Reflect::set(&options, &JsValue::from(name), &JsValue::from(value));
    }
    DateTimeFormat::new(&Array::of1(&JsValue::from(locale)), &options).format()
}
