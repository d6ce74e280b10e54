//! A button that asks once before it deletes: the question takes the button's place, with nothing timed.

use super::actions::button;
use crate::ui::context::Context;
use crate::ui::element::{El, el, live};
use leptos::prelude::*;

/// The class of these buttons.
pub const SMALL: &str = "rc-button rc-button--secondary rc-button--small";

/// What is asked.
#[derive(Clone, Copy)]
pub struct Ask {
    /// The action's name for programs.
    pub action: &'static str,
    /// The words on the button.
    pub label: &'static str,
    /// The question.
    pub sure: &'static str,
    /// The words that delete.
    pub yes: &'static str,
}

/// The button. `confirmed` runs once the person has said yes.
pub fn ask_first(context: Context, ask: Ask, confirmed: impl Fn() + Copy + Send + 'static) -> El {
    let asked = RwSignal::new(false);
    let no = context.words.settings.delete_no;
    let yes = move || {
        asked.set(false);
        confirmed();
    };
    let shown = move || {
        if asked.get() {
            el("div")
                .class("rc-stack rc-stack--tight")
                .attr("role", "alert")
                .child(el("p").child(ask.sure))
                .child(
                    el("p")
                        .class("rc-row")
                        .child(button(SMALL, Some(ask.action), ask.yes, yes))
                        .child(button(SMALL, None, no, move || asked.set(false))),
                )
        } else {
            button(SMALL, Some(ask.action), ask.label, move || asked.set(true))
        }
    };
    el("div").child(live(shown))
}
