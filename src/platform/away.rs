//! Going away from the page and coming back to it: browsers hold a page that was left in their memory, to show it again
//! at once.

use super::page::listen;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, PageTransitionEvent, window};

/// Calls `leave` when the page is left, and `back` when it comes back from the browser's memory.
pub fn on_leaving(leave: impl Fn() + 'static, back: impl Fn() + 'static) {
    listen(&["pagehide"], move |_: Event| leave());
    listen(&["pageshow"], move |event: PageTransitionEvent| {
        if event.persisted() {
            back();
        }
    });
}

/// How a field stood: whether it was ticked, and what was written in it.
pub struct Field {
    input: HtmlInputElement,
    checked: bool,
    text: String,
}

/// Every field as it stands.
pub fn fields() -> Vec<Field> {
    let document = window().and_then(|window| window.document());
    let Some(found) = document.and_then(|it| it.query_selector_all("#rc-app input").ok()) else {
        return Vec::new();
    };
    let found = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok());
    let field = |input: HtmlInputElement| Field {
        checked: input.checked(),
        text: input.value(),
        input,
    };
    found.map(field).collect()
}

/// Fills the fields as they stood. `WebKit` empties those that are marked not to be remembered, just after the page has
/// come back.
pub fn fill_soon(fields: Vec<Field>) {
    leptos::prelude::request_animation_frame(move || {
        for Field {
            input,
            checked,
            text,
        } in fields
        {
            input.set_checked(checked);
            if input.value() != text {
                input.set_value(&text);
            }
        }
    });
}
