//! A button that asks once before it deletes: the question takes the button's place, with nothing timed.

use super::actions::{bare, button};
use crate::platform::page::focus_soon;
use crate::ui::context::Context;
use crate::ui::element::{El, el, live};
use leptos::prelude::*;
use std::rc::Rc;

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
pub fn ask_first(context: Context, ask: Ask, confirmed: impl Fn() + 'static) -> El {
    always(context, ask, Rc::new(confirmed))
}

fn always(context: Context, ask: Ask, confirmed: Rc<dyn Fn()>) -> El {
    let asked = Asked {
        id: ask.action.to_owned(),
        action: Some(ask.action),
        sure: ask.sure,
        yes: ask.yes,
        about: "",
    };
    let draw = move |press| bare(SMALL, Some(ask.action), press).child(ask.label);
    ask_where_needed(context, asked, Box::new(draw), Box::new(|| true), confirmed)
}

/// What is asked once any button was pressed.
pub struct Asked {
    /// Where it stands on the page, as a part of ids.
    pub id: String,
    /// The name for programs of the button that goes ahead.
    pub action: Option<&'static str>,
    /// The question.
    pub sure: &'static str,
    /// The words that go ahead.
    pub yes: &'static str,
    /// What it is about, for speech, where the same is asked of several things; else empty.
    pub about: &'static str,
}

/// Draws a button, given what its press does.
pub type Draw = Box<dyn Fn(Box<dyn Fn()>) -> El>;

/// A button that asks only where `is_needed` says so at the press: where something would be lost. Not generic:
/// it is there once, whatever is asked.
pub fn ask_where_needed(
    context: Context,
    of: Asked,
    draw: Draw,
    is_needed: Box<dyn Fn() -> bool>,
    confirmed: Rc<dyn Fn()>,
) -> El {
    let asked = RwSignal::new(false);
    let no = context.words.page.keep_it;
    let [button_id, question_id] = ["ask-", "asked-"].map(|id| id.to_owned() + &of.id);
    let [to_button, to_question] = [&button_id, &question_id].map(|id| "#".to_owned() + id);
    let is_needed = Rc::new(is_needed);
    let back = move |to: &str| {
        asked.set(false);
        focus_soon(to.to_owned());
    };
    let shown = move || {
        let (to_button, to_question) = (to_button.clone(), to_question.clone());
        let (confirmed, is_needed) = (confirmed.clone(), is_needed.clone());
        if !asked.get() {
            let press = move || {
                if is_needed() {
                    asked.set(true);
                    focus_soon(to_question.clone());
                } else {
                    confirmed();
                }
            };
            return draw(Box::new(press)).attr("id", button_id.clone());
        }
        let after = to_button.clone();
        let yes = button(SMALL, of.action, of.yes, move || {
            back(&after);
            confirmed();
        });
        let named = |button: El| {
            let about = (!of.about.is_empty()).then_some((" ", of.about));
            button.child(about.map(|about| el("span").class("rc-hidden").child(about)))
        };
        let no = button(SMALL, None, no, move || back(&to_button));
        let question = el("p")
            .attr("id", question_id.clone())
            .attr("tabindex", "-1");
        el("div")
            .class("rc-stack rc-stack--tight")
            .child(question.child(of.sure))
            .child(el("p").class("rc-row").child(named(yes)).child(named(no)))
    };
    el("div").child(live(shown))
}
