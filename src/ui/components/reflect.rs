//! The way into the reflection after a return to use.

use super::actions::button;
use crate::platform::clock;
use crate::session::{Event, Reflected};
use crate::ui::context::Context;
use crate::ui::element::{El, el};

fn begin(context: Context) {
    context.send(Event::Reflected(Reflected::Began {
        id: clock::new_id(),
        today: clock::now().day,
    }));
}

/// A quiet way in, as from the plan.
pub fn begin_reflection(context: Context, label: &'static str) -> El {
    el("p").class("rc-screen-only").child(button(
        "rc-linkbutton rc-linkbutton--inline",
        Some("reflect"),
        label,
        move || begin(context),
    ))
}

/// Offered first after use: it is one part of the story, and something to learn from.
pub fn offer_reflection(context: Context) -> El {
    let words = &context.words.later().reflect;
    el("section")
        .class("rc-card rc-card--sun rc-screen-only")
        .attr("aria-labelledby", "reflect")
        .child(
            el("div")
                .class("rc-stack rc-stack--tight")
                .child(el("h2").attr("id", "reflect").child(words.title))
                .child(el("p").class("rc-measure").child(words.offer)),
        )
        .child(el("p").child(button(
            "rc-button rc-button--secondary",
            Some("reflect"),
            words.begin,
            move || begin(context),
        )))
}
