//! A place to write in one's own words. What stands in it at first is only put there once: drawing it anew while
//! a person types would move the cursor.

use crate::ui::element::{El, el};
use leptos::prelude::event_target_value;

/// What a text field shows and says.
pub struct TextField {
    /// Its id, which no other element of the screen has.
    pub id: String,
    /// The label.
    pub label: &'static str,
    /// Softer words under the label; empty where there are none.
    pub hint: &'static str,
    /// Lines shown; one line makes an `input`.
    pub rows: u32,
    /// What stands in it at first.
    pub text: String,
}

/// Draws the field. `wrote` is told the whole text at every change, so that nothing is lost when the page is
/// closed. The browser finds the writing's own direction.
pub fn text_field(field: TextField, wrote: impl Fn(String) + 'static) -> El {
    boxed(field, Box::new(wrote))
}

/// Not generic: it is there once, whatever is told.
fn boxed(field: TextField, wrote: Box<dyn Fn(String)>) -> El {
    let TextField {
        id,
        label,
        hint,
        rows,
        text,
    } = field;
    let hint_id = id.clone() + "-hint";
    let has_hint = !hint.is_empty();
    let box_of = if rows == 1 {
        el("input").attr("type", "text").attr("value", text)
    } else {
        el("textarea").attr("rows", rows).child(text)
    };
    el("div")
        .class("rc-field")
        .child(
            el("label")
                .class("rc-field__label")
                .attr("for", id.clone())
                .child(label),
        )
        .child(has_hint.then(|| {
            el("span")
                .class("rc-field__hint")
                .attr("id", hint_id.clone())
                .child(hint)
        }))
        .child(
            box_of
                .class("rc-field__input")
                .attr("id", id)
                .attr("dir", "auto")
                .attr("autocomplete", "off")
                // Some browsers send what is typed away to have its spelling looked at.
                .attr("spellcheck", "false")
                .attr("aria-describedby", has_hint.then_some(hint_id))
                .on("input", move |event| wrote(event_target_value(&event))),
        )
}
