//! A checkbox beside a few words.

use crate::ui::element::{El, el};
use leptos::prelude::event_target_checked;

/// Draws the checkbox. `checked` follows the state; `changed` is told the new state of the control.
pub fn tick(
    id: String,
    label: &'static str,
    checked: impl Fn() -> bool + 'static,
    changed: impl Fn(bool) + 'static,
) -> El {
    let look = Look {
        class: "rc-tick rc-tick--short",
        role: None,
        described_by: None,
    };
    boxed(id, label, look, Box::new(checked), Box::new(changed))
}

/// The same as a switch, called `name-switch` and described by the element `name-hint`.
pub fn switch(
    name: &'static str,
    label: &'static str,
    is_on: impl Fn() -> bool + 'static,
    changed: impl Fn(bool) + 'static,
) -> El {
    let look = Look {
        class: "rc-tick rc-tick--switch",
        role: Some("switch"),
        described_by: Some(name.to_owned() + "-hint"),
    };
    let id = name.to_owned() + "-switch";
    boxed(id, label, look, Box::new(is_on), Box::new(changed))
}

/// As what it is drawn and told of.
struct Look {
    class: &'static str,
    role: Option<&'static str>,
    described_by: Option<String>,
}

/// Not generic: it is there once, whatever it follows.
fn boxed(
    id: String,
    label: &'static str,
    look: Look,
    checked: Box<dyn Fn() -> bool>,
    changed: Box<dyn Fn(bool)>,
) -> El {
    el("span")
        .class(look.class)
        .child(
            el("input")
                .class("rc-tick__input")
                .attr("type", "checkbox")
                .attr("role", look.role)
                .attr("id", id.clone())
                .attr("aria-describedby", look.described_by)
                .attr("autocomplete", "off")
                .checked(checked)
                .on("change", move |event| changed(event_target_checked(&event))),
        )
        .child(
            el("label")
                .class("rc-tick__label")
                .attr("for", id)
                .child(label),
        )
}

/// A list to tick off. What is ticked is nowhere kept.
pub fn ticks(name: &'static str, labels: &'static [&'static str]) -> El {
    let mut number = 0_u32;
    let mut items = Vec::new();
    for &label in labels {
        number += 1;
        let id = name.to_owned() + "-" + &number.to_string();
        items.push(el("li").child(tick(id, label, || false, |_| {})));
    }
    el("ul").class("rc-ticks").child(items)
}
