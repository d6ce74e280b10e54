//! One choice: a native radio or checkbox under a tile one can press anywhere. Arrow keys move between
//! radios; nothing ever goes on by itself.

use crate::ui::element::{El, el};
use leptos::ev::Event;
use leptos::prelude::*;

/// What a choice shows and says.
pub struct Choice {
    /// The question's id, shared by its choices.
    pub name: &'static str,
    /// The code of this answer.
    pub value: &'static str,
    /// The words.
    pub label: &'static str,
    /// Softer words behind them; empty where there are none.
    pub hint: &'static str,
    /// A picture at the end of the tile.
    pub picture: Option<El>,
    /// True where several may be chosen.
    pub many: bool,
    /// The class of the tile.
    pub class: &'static str,
}

/// Draws a choice. `checked` follows the state; `changed` is told the new state of the control.
pub fn choice(
    choice: Choice,
    checked: impl Fn() -> bool + 'static,
    changed: impl Fn(bool) + 'static,
) -> El {
    boxed(choice, Box::new(checked), Box::new(changed))
}

/// Not generic: it is there once, whatever it follows.
fn boxed(choice: Choice, checked: Box<dyn Fn() -> bool>, changed: Box<dyn Fn(bool)>) -> El {
    let Choice {
        name,
        value,
        label,
        hint,
        picture,
        many,
        class,
    } = choice;
    let id = name.to_owned() + "-" + value;
    let hint = (!hint.is_empty()).then(|| el("span").class("rc-choice__hint").child(hint));
    el("div")
        .class(class)
        .child(
            el("input")
                .class("rc-choice__input")
                .attr("type", if many { "checkbox" } else { "radio" })
                .attr("name", name)
                .attr("value", value)
                .attr("id", id.clone())
                .attr("autocomplete", "off")
                .checked(checked)
                .on("change", move |event: Event| {
                    changed(event_target_checked(&event));
                }),
        )
        .child(
            el("label")
                .class("rc-choice__label")
                .attr("for", id)
                .child(
                    el("span")
                        .class("rc-choice__words")
                        .child(el("span").class("rc-choice__name").child(label))
                        .child(" ")
                        .child(hint),
                )
                .child(picture),
        )
}
