//! A calendar file: what the events are called, and when the first one is.

use super::actions::button;
use super::ask_first::SMALL;
use super::picker::{Pick, picker};
use super::take::{save, setting, taken};
use super::text_field::{TextField, text_field};
use crate::domain::date::{Day, minute_of, written_minute};
use crate::export::calendar::{self, Choice};
use crate::platform::clock::now;
use crate::platform::page::focus_soon;
use crate::ui::context::Context;
use crate::ui::element::{El, el, live};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Draws the setting.
pub fn calendar(context: Context) -> El {
    let words = &context.words.later().take;
    let first = Choice::new(words.calendar_default, now().day);
    let [day, time] = [
        first.first.day.iso(),
        first.first.minute.map_or_else(String::new, written_minute),
    ];
    let choice = Rc::new(RefCell::new(first));
    let name = TextField {
        id: "calendar-name".to_owned(),
        label: words.calendar_name,
        hint: "",
        rows: 1,
        text: words.calendar_default.to_owned(),
    };
    let [named, on_day, at_time] = [(); 3].map(|()| choice.clone());
    // False while the day is taken out, or is being typed.
    let has_day = Rc::new(Cell::new(true));
    let told_no_day = RwSignal::new(false);
    let day_is_there = has_day.clone();
    let write = move || {
        if !has_day.get() {
            told_no_day.set(true);
            focus_soon("#calendar-day".to_owned());
            return;
        }
        let mut choice = choice.borrow().clone();
        if choice.title.trim().is_empty() {
            words.calendar_default.clone_into(&mut choice.title);
        }
        save(
            context,
            ".ics",
            "text/calendar",
            &calendar::write(&taken(context), &choice),
        );
    };
    let no_day = el("div").attr("role", "alert").child(live(move || {
        let is_told = told_no_day.get();
        is_told.then(|| el("p").child(words.calendar_no_day))
    }));
    let body = (
        text_field(name, move |title| named.borrow_mut().title = title),
        picker(
            Pick::Day,
            "calendar-day".to_owned(),
            words.calendar_day,
            day,
            move |text| {
                let day = Day::from_iso(&text);
                day_is_there.set(day.is_some());
                if let Some(day) = day {
                    on_day.borrow_mut().first.day = day;
                    told_no_day.set(false);
                }
            },
        ),
        picker(
            Pick::Time,
            "calendar-time".to_owned(),
            words.calendar_time,
            time,
            move |text| {
                at_time.borrow_mut().first.minute = minute_of(&text);
            },
        ),
        el("p")
            .class("rc-soft rc-small")
            .child(words.calendar_steps),
        el("div").child(no_day).child(el("p").child(button(
            SMALL,
            Some("export-calendar"),
            words.calendar_save,
            write,
        ))),
    );
    setting(words.calendar, body)
}
