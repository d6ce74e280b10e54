//! Check-ins over time as ups and downs: signs, stages, what holds the person up; what was learned; and any two
//! side by side.

use super::history_compare::compare_card;
use super::history_moments::moments_card;
use super::history_over::Over;
use super::history_signs::signs_card;
use super::history_stages::stages_card;
use super::history_wellness::wellness_card;
use crate::domain::history::History;
use crate::platform::page::print;
use crate::session::{Aside, Event};
use crate::ui::components::actions::{link_button, primary, privacy_button};
use crate::ui::components::heading::{heading, opening};
use crate::ui::components::icon::Icon;
use crate::ui::components::safety::safety_cards;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el};
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// Draws the screen.
pub fn history(context: Context) -> Nodes {
    let words = &context.words.later().history;
    let history = context
        .session
        .with_untracked(|session| History::new(session.past.iter().chain(&session.check_in)));
    let Some((first, last)) = history.span() else {
        return empty(context);
    };
    let count = history.moments.len();
    let [first, last_date] = [first, last].map(|day| context.write_day(day));
    let span = if count == 1 {
        (words.one)(&last_date)
    } else {
        (words.span)(&count.to_string(), &first, &last_date)
    };
    let due = cards(context);
    let over = Over {
        context,
        history: Rc::new(history),
        tables: RwSignal::new(false),
        every_row: RwSignal::new(false),
    };
    build_tables_soon(over.tables);
    let lead = if count == 1 {
        words.one_lead
    } else {
        words.lead
    };
    let actions = el("div")
        .class("rc-row rc-screen-only")
        .child(primary("plan", words.plan, move || {
            context.open(Aside::Plan);
        }))
        .child(link_button(
            Icon::PRINT,
            Some("print"),
            context.words.later().result.print,
            print,
        ))
        .child(privacy_button(context));
    let body = el("div")
        .class("rc-stack rc-stack--loose")
        .child(opening(words.title, lead))
        .child(due)
        .child(signs_card(&over))
        .child(stages_card(&over))
        .child(wellness_card(&over))
        .child((count > 1).then(|| compare_card(&over)))
        .child(moments_card(&over))
        .child(actions);
    (
        topline(context, el("p").class("rc-soft rc-small").child(span)),
        body,
    )
        .into_nodes()
}

/// Tables are built after the charts have been painted, so that the screen opens at once and paper still holds
/// both.
fn build_tables_soon(tables: RwSignal<bool>) {
    request_animation_frame(move || {
        set_timeout(
            move || {
                // The person may have left meanwhile.
                let _ = tables.try_set(true);
            },
            Duration::ZERO,
        );
    });
}

/// The cards that are due now: they come before any number, here as at the result.
fn cards(context: Context) -> Option<El> {
    let cards = context.cards_due()?;
    let read_first = el("p")
        .class("rc-lead")
        .child(context.words.later().history.read_first);
    Some(
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(read_first)
            .child(safety_cards(context, cards)),
    )
}

/// Nothing is kept yet. What was written down without a check-in still shows.
fn empty(context: Context) -> Nodes {
    let words = &context.words.later().history;
    let is_begun = context.check_in_once().is_some();
    let label = if is_begun {
        context.words.welcome.resume
    } else {
        context.words.welcome.start
    };
    let start = move || {
        while context
            .session
            .with_untracked(|session| session.aside().is_some())
        {
            context.send(Event::WentBack);
        }
        context.start();
    };
    let over = Over {
        context,
        history: Rc::default(),
        tables: RwSignal::new(false),
        every_row: RwSignal::new(false),
    };
    let has_words = context
        .session
        .with_untracked(|session| !session.reflections.is_empty());
    (
        topline(context, ()),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(heading(words.title))
            .child(
                el("section")
                    .class("rc-card rc-card--soft")
                    .attr("aria-labelledby", "empty")
                    .child(el("h2").attr("id", "empty").child(words.empty.title))
                    .child(el("p").class("rc-measure").child(words.empty.text)),
            )
            .child(el("p").child(primary("start", label, start)))
            .child(has_words.then(|| moments_card(&over)))
            .child(el("p").child(privacy_button(context))),
    )
        .into_nodes()
}
