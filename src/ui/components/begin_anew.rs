//! Beginning another check-in. Asks first where the current one would be gone.

use super::actions::button;
use super::ask_first::{Ask, SMALL, ask_first};
use crate::session::{Event, Kept};
use crate::ui::context::Context;
use crate::ui::element::{El, el, live_on};
use leptos::prelude::*;

/// The button. It follows whether the check-in is kept: a finished one that is kept can simply be put away.
pub fn begin_anew(context: Context) -> El {
    let words = &context.words.welcome;
    let ask = Ask {
        action: "new",
        label: words.new,
        sure: words.new_sure,
        yes: words.new_yes,
    };
    let begin = move || context.send(Event::BeganAnew);
    let is_safe = move || {
        context.session.with(|session| {
            let finished = session.check_in.is_some_and(|check_in| check_in.finished);
            session.kept == Kept::Here && finished
        })
    };
    let shown = move |is_safe| {
        if is_safe {
            button(SMALL, Some(ask.action), ask.label, begin)
        } else {
            ask_first(context, ask, begin)
        }
    };
    el("div").child(live_on(is_safe, shown))
}
