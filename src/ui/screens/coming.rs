//! Stands in the place of a screen of the later part until that is here.

use crate::ui::components::actions::primary;
use crate::ui::components::heading::heading;
use crate::ui::components::safety::safety_cards;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes, el, live};
use crate::ui::later::Arrival;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Says that the rest is on its way, and asks for it once more. Safety cards that are due wait for nothing.
pub fn coming(context: Context) -> Nodes {
    let words = &context.words.coming;
    // It could not be fetched earlier; now that it is wanted the connection may be back.
    spawn_local(async move {
        if context.later.get_untracked() == Arrival::Missing {
            context.ask_again();
        }
    });
    let due = context.cards_due().map(|due| safety_cards(context, due));
    let told = move || {
        let told = match context.later.get() {
            Arrival::Coming | Arrival::Here => words.lead,
            Arrival::Late => words.late,
            Arrival::Missing => words.missing,
        };
        el("p").class("rc-lead").child(told)
    };
    let again = move || {
        matches!(context.later.get(), Arrival::Late | Arrival::Missing)
            .then(|| primary("again", words.again, move || context.ask_again()))
    };
    let body = el("div")
        .class("rc-stack rc-stack--loose")
        .child(heading(words.title))
        .child(due)
        .child(el("div").attr("role", "status").child(live(told)))
        .child(el("div").class("rc-row").child(live(again)));
    (topline(context, ()), body).into_nodes()
}
