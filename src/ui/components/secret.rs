//! A place to type a phrase. What is typed stays in the field alone until it is used, and can be shown: dots help
//! nobody who types on a phone.

use super::tick::tick;
use crate::ui::context::Context;
use crate::ui::element::{El, el};
use leptos::prelude::*;

/// What a phrase field shows and says.
pub struct Secret {
    /// Its id, which no other element of the screen has.
    pub id: &'static str,
    /// The label.
    pub label: &'static str,
    /// Softer words under the label; empty where there are none.
    pub hint: &'static str,
    /// What the browser's own keeper of passwords is told: `new-password` or `current-password`.
    pub kind: &'static str,
}

/// Draws the field. `typed` holds what stands in it; `entered` runs at the Enter key.
pub fn secret(
    context: Context,
    of: Secret,
    typed: RwSignal<String>,
    entered: impl Fn() + 'static,
) -> El {
    let hint_id = of.id.to_owned() + "-hint";
    let has_hint = !of.hint.is_empty();
    let shows = RwSignal::new(false);
    let kind = move || if shows.get() { "text" } else { "password" };
    // Two of these may stand on a screen, each with the same words to show what is typed.
    let label_id = of.id.to_owned() + "-label";
    el("div")
        .class("rc-field")
        .attr("role", "group")
        .attr("aria-labelledby", label_id.clone())
        .child(
            el("label")
                .class("rc-field__label")
                .attr("id", label_id)
                .attr("for", of.id)
                .child(of.label),
        )
        .child(has_hint.then(|| {
            el("span")
                .class("rc-field__hint")
                .attr("id", hint_id.clone())
                .child(of.hint)
        }))
        .child(
            el("input")
                .class("rc-field__input")
                .attr("type", "password")
                .attr("id", of.id)
                .attr("autocomplete", of.kind)
                .attr("autocapitalize", "none")
                .attr("spellcheck", "false")
                .attr("aria-describedby", has_hint.then_some(hint_id))
                .follow(move |element| {
                    // Fails only for names that are no names.
                    let _ = element.set_attribute("type", kind());
                })
                .on("input", move |event| typed.set(event_target_value(&event)))
                .on("keydown", move |event| {
                    if is_enter(&event) {
                        entered();
                    }
                }),
        )
        .child(tick(
            of.id.to_owned() + "-show",
            context.words.later().lock.show,
            move || shows.get(),
            move |on| shows.set(on),
        ))
}

fn is_enter(event: &web_sys::Event) -> bool {
    use wasm_bindgen::JsCast;
    let key = event.dyn_ref::<web_sys::KeyboardEvent>();
    key.is_some_and(|key| key.key() == "Enter" && !key.is_composing())
}
