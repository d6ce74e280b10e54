//! The two results. Cards first, then the total and the stage (after use the stage comes first), then what
//! could be done next.

use super::outcome::{Outcome, outcome};
use super::result_changes::changes;
use super::result_factors::factors_card;
use super::result_parts::{
    fuller, is_part_seen, kept_row, small_things, stage_card, total_card, wellness_card,
};
use crate::domain::instrument::Part;
use crate::domain::plan;
use crate::domain::stage::Stage;
use crate::ui::components::heading::heading;
use crate::ui::components::how_it_went::how_it_went;
use crate::ui::components::reflect::offer_reflection;
use crate::ui::components::safety::safety_cards;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el};

/// Draws the short result.
pub fn result_short(context: Context) -> Option<Nodes> {
    let outcome = outcome(context)?;
    let words = &context.words.later().result;
    let signs = signs(context, &outcome);
    Some(frame(
        context,
        &outcome,
        words.short_title,
        (
            el("div").class("rc-columns").child(signs),
            changes(context, &outcome, false),
            how_it_went(context),
            small_things(
                context,
                words.small_title,
                None,
                1,
                "rc-button rc-button--secondary",
            ),
            fuller(context),
        ),
    ))
}

/// Draws the full result.
pub fn result_full(context: Context) -> Option<Nodes> {
    let outcome = outcome(context)?;
    let words = &context.words.later().result;
    Some(frame(
        context,
        &outcome,
        if is_part_seen(&outcome, Part::Factors) || is_part_seen(&outcome, Part::Wellness) {
            words.full_title
        } else {
            words.end_title
        },
        (
            everything(context, &outcome),
            changes(context, &outcome, true),
            how_it_went(context),
            small_things(
                context,
                words.small_more_title,
                Some(words.small_more_hint),
                plan::STEPS_AT_MOST,
                "rc-button rc-button--primary",
            ),
        ),
    ))
}

fn frame(context: Context, outcome: &Outcome, title: &'static str, body: impl IntoNodes) -> Nodes {
    let date = context.write_day(outcome.check_in.begun.day);
    let cards = outcome.result.cards;
    (
        topline(context, el("p").class("rc-soft rc-small").child(date)),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(heading(title))
            .child(safety_cards(context, cards))
            .child(plan::reflects_first(&outcome.result).then(|| offer_reflection(context)))
            .child(body)
            .child(kept_row(context))
            .child(
                el("p")
                    .class("rc-soft rc-small rc-measure")
                    .child(context.words.later().result.not_advice),
            ),
    )
        .into_nodes()
}

/// The cards of the full result: signs, what weighs on the person, what holds them up.
pub fn everything(context: Context, outcome: &Outcome) -> El {
    let column = || el("div").class("rc-stack rc-stack--loose");
    el("div")
        .class("rc-columns rc-columns--lead")
        .child(column().child(signs(context, outcome)))
        .child(
            column()
                .child(factors_card(context, outcome))
                .child(wellness_card(context, outcome)),
        )
}

/// The total and the stage. The total comes first, since the order of stages is unproven; after use it comes
/// second.
fn signs(context: Context, outcome: &Outcome) -> Nodes {
    let total = total_card(context, outcome);
    let stage = stage_card(context, outcome);
    if outcome.result.stage.stage == Stage::Use {
        (stage, total)
    } else {
        (total, stage)
    }
    .into_nodes()
}
