//! The small plan: what a due safety card asks first, then four steps at most, and more ideas.

use crate::domain::check_in::CheckIn;
use crate::domain::plan;
use crate::domain::safety::Cards;
use crate::domain::step::{Reason, Step};
use crate::platform::page::{focus_soon, print};
use crate::session::{Event, Kept, Planned, Session, Stored};
use crate::ui::components::actions::{button, link_button, primary};
use crate::ui::components::ask_first::{Ask, Asked, ask_first, ask_where_needed};
use crate::ui::components::crisis::crisis;
use crate::ui::components::heading::opening;
use crate::ui::components::how_it_went::how_it_went;
use crate::ui::components::icon::{Icon, small};
use crate::ui::components::notice::{cannot_here, keep_again, notice};
use crate::ui::components::planned_step::{planned_step, step_id};
use crate::ui::components::reflect::begin_reflection;
use crate::ui::components::safety::safety_cards;
use crate::ui::components::take_calendar::calendar;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Node, Nodes, el, live, live_on};
use leptos::prelude::*;
use std::rc::Rc;

/// Draws the screen.
pub fn plan(context: Context) -> Nodes {
    let words = &context.words.later().plan;
    let latest = latest(context);
    let from = move || {
        let day = context.session.with(|session| session.plan.as_ref()?.day)?;
        let text = (words.from)(&context.write_day(day));
        Some(el("p").class("rc-soft rc-small").child(text))
    };
    // The action of a due card comes before any step (clinical sheet, section 5). Cards of a check-in long past
    // are not shown as if they spoke of today.
    let first = match context.cards_due().filter(Cards::any_from_gates) {
        Some(cards) => safety_cards(context, cards),
        None => crisis(context, context.words.later().plan.sooner).into_nodes(),
    };
    (
        topline(context, live(from)),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(opening(words.title, words.lead))
            .child(first)
            .child(how_it_went(context))
            .child(make_for_this_week(context))
            .child(steps(context))
            .child(kept(context, latest.is_some()))
            .child(
                el("div")
                    .class("rc-card rc-screen-only")
                    .child(calendar(context)),
            )
            .child(ideas(context, latest))
            .child(begin_reflection(context, words.reflect)),
    )
        .into_nodes()
}

fn latest(context: Context) -> Option<CheckIn> {
    context
        .session
        .with_untracked(|session| session.latest_finished().copied())
}

fn make(context: Context) {
    context.send(Event::Planned(Planned::Made));
    focus_soon("#heading".to_owned());
}

/// Asks first: what the person ticked, timed and added does not come from the result.
fn make_anew(context: Context) -> El {
    let words = &context.words.later().plan;
    let asked = Asked {
        id: "anew".to_owned(),
        action: None,
        sure: words.make_anew_sure,
        yes: words.make_anew_yes,
        about: "",
    };
    let draw = |press| link_button(Icon::SWAP, None, words.make_anew, press);
    ask_where_needed(
        context,
        asked,
        Box::new(draw),
        Box::new(|| true),
        Rc::new(move || make(context)),
    )
}

/// The way on, once there is a newer check-in than the plan.
fn make_for_this_week(context: Context) -> Node {
    let words = &context.words.later().plan;
    let is_from_before = move || context.session.with(Session::plan_is_from_before);
    live_on(is_from_before, move |is_from_before| {
        is_from_before.then(|| {
            let class = "rc-button rc-button--primary";
            let make = button(class, None, words.make, move || make(context));
            el("p").class("rc-screen-only").child(make)
        })
    })
}

/// The steps. Drawn anew only when other kinds of steps are in the plan, so that writing is not disturbed.
fn steps(context: Context) -> Node {
    let kinds = move || {
        context.session.with(|session| {
            let mut kinds = [None; plan::STEPS_AT_MOST];
            let steps = session.plan.iter().flat_map(|plan| &plan.steps);
            for (kind, planned) in kinds.iter_mut().zip(steps) {
                *kind = Some(planned.step);
            }
            kinds
        })
    };
    live_on(kinds, move |_| {
        let steps = context
            .session
            .with(|session| session.plan.as_ref().map(|plan| plan.steps.clone()))
            .unwrap_or_default();
        if steps.is_empty() {
            return el("p").child(context.words.later().plan.empty);
        }
        let steps = steps
            .iter()
            .enumerate()
            .map(|(index, planned)| planned_step(context, index, planned));
        el("ol").class("rc-steps").child(steps.collect_nodes())
    })
}

/// What is kept of the plan, and what can be done with it.
fn kept(context: Context, can_make_anew: bool) -> Node {
    let words = &context.words.later().plan;
    let state = move || {
        context.session.with(|session| {
            let has_steps = session
                .plan
                .as_ref()
                .is_some_and(|plan| !plan.steps.is_empty());
            has_steps.then_some((session.can_keep, session.plan_kept))
        })
    };
    let ask = Ask {
        action: "discard",
        label: words.forget,
        sure: words.forget_sure,
        yes: words.forget_yes,
    };
    live_on(state, move |state| {
        let (can_keep, kept) = state?;
        let told = match kept {
            _ if !can_keep => cannot_here(context, words.cannot),
            Kept::Here => words.kept,
            Kept::Nothing => words.not_kept,
            Kept::Refused(why) => (context.words.kept.why)(why),
        };
        let keep = (can_keep && kept == Kept::Nothing).then(|| {
            primary("keep", words.keep, move || {
                context.send(Event::Planned(Planned::Kept));
                focus_soon("#plan-kept".to_owned());
            })
        });
        let forget = (can_keep && kept != Kept::Nothing).then(|| {
            ask_first(context, ask, move || {
                context.send(Event::Planned(Planned::Discarded));
                focus_soon("#heading".to_owned());
            })
        });
        let status = el("div")
            .attr("role", "status")
            .attr("id", "plan-kept")
            .attr("tabindex", "-1")
            .child(notice(Icon::LOCK, told));
        let anew = can_make_anew.then(|| make_anew(context));
        let print = link_button(
            Icon::PRINT,
            Some("print"),
            context.words.later().result.print,
            print,
        );
        Some(
            el("div")
                .class("rc-stack rc-stack--tight rc-screen-only")
                .child(status)
                .child(keep_again(context, Stored::Plan))
                .child(
                    el("div")
                        .class("rc-row")
                        .child(keep)
                        .child(print)
                        .child(anew),
                )
                .child(forget),
        )
    })
}

/// What else the latest result has a reason for; all kinds of steps where there is no result.
fn ideas(context: Context, latest: Option<CheckIn>) -> El {
    const AT_MOST: usize = 6;
    let words = &context.words.later().plan;
    let list = move || {
        let (ideas, has_room) = context.session.with(|session| {
            let plan = session.plan.clone().unwrap_or_default();
            let result = latest.map(|check_in| check_in.result());
            let mut ideas: Vec<(Option<Reason>, Step)> = result.map_or_else(Vec::new, |result| {
                let ideas = plan::further_ideas(&result, &plan).into_iter();
                ideas.map(|(reason, step)| (Some(reason), step)).collect()
            });
            if ideas.is_empty() {
                let others = Step::ALL
                    .iter()
                    .filter(|&&step| step != Step::Keep && !plan.has(step));
                ideas.extend(others.map(|&step| (None, step)));
            }
            if !session.may_keep_going() {
                ideas.retain(|&(_, step)| step != Step::Keep);
            }
            (ideas, plan.has_room())
        });
        let rows = ideas
            .into_iter()
            .take(AT_MOST)
            .map(|(reason, step)| idea(context, reason, step, has_room));
        (
            (!has_room).then(|| el("p").class("rc-small").child(words.ideas_full)),
            el("ul").class("rc-ideas").child(rows.collect_nodes()),
        )
    };
    el("section")
        .class("rc-card rc-card--sunk rc-screen-only")
        .attr("aria-labelledby", "ideas")
        .child(
            el("h2")
                .attr("id", "ideas")
                .attr("tabindex", "-1")
                .child(words.ideas),
        )
        .child(live(list))
        .child(el("p").class("rc-soft rc-small").child(words.adds_to_care))
        .child(crisis(context, context.words.later().plan.sooner))
}

fn idea(context: Context, reason: Option<Reason>, step: Step, has_room: bool) -> El {
    let words = &context.words.later().plan;
    let about = (context.words.later().result.step)(step);
    let add = move || {
        let index = context
            .session
            .with_untracked(|session| session.plan.as_ref().map_or(0, |plan| plan.steps.len()));
        context.send(Event::Planned(Planned::Added(step, reason)));
        focus_soon("#".to_owned() + &step_id(index));
    };
    let button = has_room.then(|| {
        el("button")
            .attr("type", "button")
            .class("rc-linkbutton")
            .on("click", move |_| add())
            .child(small(Icon::PLUS))
            .child(words.add)
            .child(el("span").class("rc-hidden").child((" ", about.title)))
    });
    el("li")
        .class("rc-idea")
        .child(
            el("span")
                .child(el("strong").child(about.title))
                .child(" ")
                .child(about.text),
        )
        .child(button)
}
