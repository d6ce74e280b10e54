//! A button that asks once before it deletes: the question takes the button's place, with nothing timed.

use super::actions::button;
use crate::platform::page::focus_soon;
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
pub fn ask_first(context: Context, ask: Ask, confirmed: impl Fn() + Copy + 'static) -> El {
    let asked = RwSignal::new(false);
    let no = context.words.settings.delete_no;
    let [button_id, question_id] = ["ask-", "asked-"].map(|id| id.to_owned() + ask.action);
    let [to_button, to_question] = [&button_id, &question_id].map(|id| "#".to_owned() + id);
    let back = move |to: &str| {
        asked.set(false);
        focus_soon(to.to_owned());
    };
    let shown = move || {
        let (to_button, to_question) = (to_button.clone(), to_question.clone());
        if !asked.get() {
            return button(SMALL, Some(ask.action), ask.label, move || {
                asked.set(true);
                focus_soon(to_question.clone());
            })
            .attr("id", button_id.clone());
        }
        let after = to_button.clone();
        let yes = button(SMALL, Some(ask.action), ask.yes, move || {
            back(&after);
            confirmed();
        });
        let question = el("p")
            .attr("id", question_id.clone())
            .attr("tabindex", "-1");
        el("div")
            .class("rc-stack rc-stack--tight")
            .child(question.child(ask.sure))
            .child(
                el("p")
                    .class("rc-row")
                    .child(yes)
                    .child(button(SMALL, None, no, move || back(&to_button))),
            )
    };
    el("div").child(live(shown))
}
