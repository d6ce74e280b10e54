//! The browser's own picker for a day or a time, with its label.

use crate::ui::element::{El, el};
use leptos::prelude::event_target_value;

/// What is picked.
#[derive(Clone, Copy)]
pub enum Pick {
    /// A day, as `2026-11-08`.
    Day,
    /// A time, as `18:30`.
    Time,
}

/// Draws the picker. What stands in it at first is only put there once; `picked` is told each change, and an
/// empty text while there is no whole day or time in it.
pub fn picker(
    of: Pick,
    id: String,
    label: &'static str,
    first: String,
    picked: impl Fn(String) + 'static,
) -> El {
    boxed(of, id, label, first, Box::new(picked))
}

/// Not generic: it is there once, whatever is told.
fn boxed(
    of: Pick,
    id: String,
    label: &'static str,
    first: String,
    picked: Box<dyn Fn(String)>,
) -> El {
    el("div")
        .class("rc-field")
        .child(
            el("label")
                .class("rc-field__label")
                .attr("for", id.clone())
                .child(label),
        )
        .child(
            el("input")
                .class("rc-field__input")
                .attr(
                    "type",
                    match of {
                        Pick::Day => "date",
                        Pick::Time => "time",
                    },
                )
                .attr("id", id)
                .attr("value", first)
                .attr("autocomplete", "off")
                .on("input", move |event| picked(event_target_value(&event))),
        )
}
