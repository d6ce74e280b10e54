//! The safety cards that a gate brought, with all others due, before anything else moves.

use crate::domain::safety::Cards;
use crate::session::Event;
use crate::ui::components::actions::button;
use crate::ui::components::heading::heading;
use crate::ui::components::safety::safety_cards;
use crate::ui::components::topline::{progress, topline};
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes, el};

/// Draws every card that is due. Which gate brought the last one makes no difference: none hides another.
pub fn cards(context: Context) -> Nodes {
    let words = &context.words.card;
    let due = context
        .check_in_once()
        .map(|check_in| safety_cards(context, Cards::due(&check_in.gates)));
    (
        topline(context, progress(context.words, 0, None)),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(
                el("div")
                    .class("rc-stack rc-stack--tight")
                    .child(heading(words.title))
                    .child(el("p").class("rc-soft").child(words.why)),
            )
            .child(due)
            .child(el("div").class("rc-row").child(button(
                "rc-button rc-button--secondary",
                Some("continue"),
                words.go_on,
                move || context.send(Event::Continued),
            ))),
    )
        .into_nodes()
}
