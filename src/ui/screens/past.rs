//! One check-in of the past, with its result as it was.

use super::outcome::past_outcome;
use super::result::everything;
use super::result_changes::changes;
use crate::domain::check_in::CheckInId;
use crate::platform::page::print;
use crate::ui::components::actions::link_button;
use crate::ui::components::heading::heading;
use crate::ui::components::icon::Icon;
use crate::ui::components::learned::learned;
use crate::ui::components::safety::safety_cards;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// Draws a check-in of the past.
pub fn past(context: Context, id: CheckInId) -> Nodes {
    let words = &context.words.later().history;
    let Some(outcome) = past_outcome(context, id) else {
        return (topline(context, ()), heading(words.past_gone)).into_nodes();
    };
    let date = context.write_day(outcome.check_in.begun.day);
    let due = safety_cards(context, outcome.result.cards);
    let was_due = (!due.is_empty()).then(|| el("p").class("rc-lead").child(words.past_cards));
    let wrote = move || {
        let kept = context.session.with(|session| session.reflections.clone());
        let own = kept.iter().find(|reflection| reflection.id == id)?;
        Some(
            el("section")
                .class("rc-card")
                .child(learned(context, own, "#heading")),
        )
    };
    let body = el("div")
        .class("rc-stack rc-stack--loose")
        .child(heading((words.past_title)(&date)))
        .child(el("p").class("rc-soft rc-measure").child(words.past_lead))
        .child(was_due)
        .child(due)
        .child(everything(context, &outcome))
        .child(changes(context, &outcome, true))
        .child(live(wrote));
    (
        topline(context, ()),
        body.child(el("div").class("rc-row rc-screen-only").child(link_button(
            Icon::PRINT,
            Some("print"),
            context.words.later().result.print,
            print,
        )))
        .child(
            el("p")
                .class("rc-soft rc-small rc-measure")
                .child(context.words.later().result.not_advice),
        ),
    )
        .into_nodes()
}
