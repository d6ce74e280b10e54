//! What weighs on a person: the factors a result names, and the person's own pick.

use super::outcome::{Outcome, outcome_of};
use super::result_parts::is_part_seen;
use super::why::why_factors;
use crate::domain::check_in::CheckIn;
use crate::domain::instrument::{Factor, Part};
use crate::session::Event;
use crate::ui::components::choice::{Choice, choice};
use crate::ui::components::factors::factors;
use crate::ui::components::icon::{Icon, small};
use crate::ui::components::more::{more, more_of};
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, el, live};

/// The factors. At the result they follow the person's own pick; of the past they stand as they were.
pub fn factors_card(context: Context, outcome: &Outcome) -> El {
    let words = &context.words.later().result;
    let seen = is_part_seen(outcome, Part::Factors);
    let draw = move |check_in: &CheckIn| {
        if seen || check_in.pick.is_some() {
            factors(context.words, check_in, &check_in.result())
        } else {
            el("p").child(words.factors_unseen)
        }
    };
    let list = if outcome.is_past {
        draw(&outcome.check_in).into_nodes()
    } else {
        live(move || Some(draw(&context.check_in()?))).into_nodes()
    };
    let own_pick = (!outcome.is_past).then(|| {
        el("div")
            .class("rc-screen-only")
            .child(more((small(Icon::SWAP), words.pick), pick(context)))
    });
    let (is_past, then) = (outcome.is_past, outcome.clone());
    // Follows the pick too: what is named depends on it.
    let grounds = move || {
        let now = if is_past { None } else { outcome_of(context) };
        why_factors(context, now.as_ref().unwrap_or(&then))
    };
    let title = context.words.later().why.answers_behind;
    let why = seen.then(|| more_of(title, words.factors_title, live(grounds)));
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "factors")
        .child(
            el("div")
                .class("rc-stack rc-stack--tight")
                .child(el("h2").attr("id", "factors").child(words.factors_title))
                .child(el("p").class("rc-soft rc-small").child(words.factors_hint)),
        )
        .child(list)
        .child(el("div").child(own_pick).child(why))
}

fn pick(context: Context) -> El {
    let words = &context.words.later().result;
    let one = |factor: Option<Factor>, value, label, hint| {
        let tile = Choice {
            name: "pick",
            value,
            label,
            hint,
            picture: None,
            many: false,
            class: "rc-choice",
        };
        let is_picked = move || {
            context
                .check_in()
                .is_some_and(|check_in| check_in.pick == factor)
        };
        choice(tile, is_picked, move |_| {
            context.send(Event::Picked(factor));
        })
    };
    let tiles = Factor::ALL.map(|factor| {
        let about = (words.factor)(factor);
        one(Some(factor), factor.code(), about.title, about.text)
    });
    el("fieldset")
        .attr("data-item", "pick")
        .child(
            el("legend")
                .class("rc-field__label")
                .child(words.pick_question),
        )
        .child(el("div").class("rc-choices").child(tiles).child(one(
            None,
            "none",
            words.pick_none,
            "",
        )))
}
