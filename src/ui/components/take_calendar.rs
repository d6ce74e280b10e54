//! A calendar file: what the events are called, and when the first one is.

use super::actions::button;
use super::ask_first::SMALL;
use super::take::{save, setting, taken};
use super::text_field::{TextField, text_field};
use crate::export::calendar::{self, Choice, clock, day_from, minute_from};
use crate::export::iso;
use crate::platform::clock::now;
use crate::ui::context::Context;
use crate::ui::element::{El, el};
use leptos::prelude::event_target_value;
use std::cell::RefCell;
use std::rc::Rc;

/// Draws the setting.
pub fn calendar(context: Context) -> El {
    let words = &context.words.take;
    let first = Choice::new(words.calendar_default, now().day);
    let [day, time] = [
        iso(first.first.day),
        first.first.minute.map_or_else(String::new, clock),
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
    let write = move || {
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
    let body = (
        text_field(name, move |title| named.borrow_mut().title = title),
        native(
            "date",
            "calendar-day",
            words.calendar_day,
            day,
            move |text| {
                // A day that is being typed is no day yet; the last whole one counts.
                if let Some(day) = day_from(&text) {
                    on_day.borrow_mut().first.day = day;
                }
            },
        ),
        native(
            "time",
            "calendar-time",
            words.calendar_time,
            time,
            move |text| {
                at_time.borrow_mut().first.minute = minute_from(&text);
            },
        ),
        el("p")
            .class("rc-soft rc-small")
            .child(words.calendar_steps),
        el("p").child(button(
            SMALL,
            Some("export-calendar"),
            words.calendar_save,
            write,
        )),
    );
    setting(words.calendar, body)
}

/// One of the browser's own inputs, with its label.
fn native(
    kind: &'static str,
    id: &'static str,
    label: &'static str,
    value: String,
    wrote: impl Fn(String) + 'static,
) -> El {
    el("div")
        .class("rc-field")
        .child(
            el("label")
                .class("rc-field__label")
                .attr("for", id)
                .child(label),
        )
        .child(
            el("input")
                .class("rc-field__input")
                .attr("type", kind)
                .attr("id", id)
                .attr("value", value)
                .attr("autocomplete", "off")
                .on("input", move |event| wrote(event_target_value(&event))),
        )
}
