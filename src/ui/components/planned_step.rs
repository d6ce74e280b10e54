//! One step of the plan: its words, when and with whom, and what can be done with it.

use super::actions::link_button;
use super::ask_first::{Asked, ask_where_needed};
use super::crisis::crisis;
use super::icon::{Icon, icon};
use super::more::more_of;
use super::picker::{Pick, picker};
use super::text_field::{TextField, text_field};
use super::tick::tick;
use crate::domain::date::{Day, minute_of, written_minute};
use crate::domain::plan::{PlannedStep, When};
use crate::domain::step::{Reason, Step};
use crate::platform::page::focus_soon;
use crate::session::{Aside, Event, Planned};
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el, live, live_on};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Draws the step at `index`. Its words follow the state; the fields to change them are only filled once.
pub fn planned_step(context: Context, index: usize, planned: &PlannedStep) -> El {
    let words = &context.words.later().plan;
    let step = planned.step;
    let title = (context.words.later().result.step)(step).title;
    let reason = planned.offered_for().map(|reason| {
        let text = (words.for_reason)(reason_words(context, reason));
        el("p").class("rc-soft rc-small").child(text)
    });
    let body = el("div")
        .class("rc-step__body")
        .child(
            el("h2")
                .class("rc-step__title")
                .attr("id", step_id(index))
                .attr("tabindex", "-1")
                .child(title),
        )
        .child(live(move || said(context, index)))
        .child(reason)
        .child(do_it_here(context, step))
        .child(
            step.is_referral()
                .then(|| crisis(context, context.words.later().plan.sooner)),
        );
    el("li")
        .class("rc-step")
        .attr("data-step", step.code())
        .child(
            el("span")
                .class("rc-medal")
                .child(icon(icon_of(step), "rc-icon")),
        )
        .child(body)
        .child(form(context, index, planned))
        .child(tools(context, index, title))
}

/// The way to the tool of a step, where it has one.
pub fn do_it_here(context: Context, step: Step) -> Option<El> {
    let tool = step.tool()?;
    let title = (context.words.later().result.step)(step).title;
    let open = move || context.open(Aside::Tool(tool));
    let button = link_button(Icon::WAVE, None, context.words.later().plan.open_tool, open);
    let button = button.child(el("span").class("rc-hidden").child((": ", title)));
    Some(el("p").class("rc-screen-only").child(button))
}

/// Where focus goes when the step at `index` has changed.
pub fn step_id(index: usize) -> String {
    "step-".to_owned() + &index.to_string()
}

/// What a step is offered for, in words.
pub fn reason_words(context: Context, reason: Reason) -> &'static str {
    match reason {
        Reason::Stage(stage) => (context.words.later().plan.stage)(stage),
        Reason::Factor(factor) => (context.words.later().result.factor)(factor).title,
        Reason::Domain(domain) => (context.words.later().result.domain)(domain),
    }
}

/// Reads the step at `index`, and follows its changes.
fn read<T>(context: Context, index: usize, read: impl FnOnce(&PlannedStep) -> T) -> Option<T> {
    context
        .session
        .with(|session| session.plan.as_ref()?.steps.get(index).map(read))
}

/// "If …, then I will: …", who helps and when.
fn said(context: Context, index: usize) -> Nodes {
    let words = &context.words.later().plan;
    let Some(planned) = read(context, index, Clone::clone) else {
        return Vec::new();
    };
    let cue = planned.cue_or((words.cue)(planned.step)).to_owned();
    let action = planned.action_or((context.words.later().result.step)(planned.step).text);
    let line = |text: String| el("p").attr("dir", "auto").child(text);
    let small = |text: String| line(text).class("rc-small");
    let if_then = if cue.is_empty() {
        words.then.to_owned()
    } else {
        (words.if_then)(&cue)
    };
    let who = planned.helper().map(|who| small((words.with)(who)));
    let when = planned.when.map(|when| {
        let time = when.minute.map_or_else(String::new, |minute| {
            ", ".to_owned() + &written_minute(minute)
        });
        small((words.when)(&(context.write_day(when.day) + &time)))
    });
    (
        line(if_then),
        line(action.to_owned()).class("rc-step__action"),
        who,
        when,
    )
        .into_nodes()
}

fn form(context: Context, index: usize, planned: &PlannedStep) -> El {
    let words = &context.words.later().plan;
    let id = |name: &str| name.to_owned() + "-" + planned.step.code();
    let send = move |planned| context.send(Event::Planned(planned));
    let field = |name: &str, label, hint, rows, text: &str| TextField {
        id: id(name),
        label,
        hint,
        rows,
        text: text.to_owned(),
    };
    let cue = planned.cue_or((words.cue)(planned.step));
    let action = planned.action_or((context.words.later().result.step)(planned.step).text);
    let cue = field("cue", words.cue_label, words.cue_hint, 2, cue);
    let action = field("action", words.action_label, "", 3, action);
    let who = field("who", words.who_label, words.who_hint, 1, &planned.who);
    let fields = el("div")
        .class("rc-stack")
        .child(text_field(cue, move |text| {
            send(Planned::Cued(index, text));
        }))
        .child(text_field(action, move |text| {
            send(Planned::Acted(index, text));
        }))
        .child(text_field(who, move |text| {
            send(Planned::Asked(index, text));
        }))
        .child(times(context, index, planned));
    let title = (context.words.later().result.step)(planned.step).title;
    el("div")
        .class("rc-step__form rc-screen-only")
        .child(more_of(words.change, title, fields))
}

/// The day, and once there is one, the time.
fn times(context: Context, index: usize, planned: &PlannedStep) -> El {
    let words = &context.words.later().plan;
    let id = |name: &str| name.to_owned() + "-" + planned.step.code();
    // Kept here as well: while a year is typed there is no day for a moment, and the time must outlast that.
    let picked = Rc::new(Cell::new((
        planned.when.map(|when| when.day),
        planned.when.and_then(|when| when.minute),
    )));
    let tell = move |(day, minute): (Option<Day>, Option<u16>)| {
        let when = day.map(|day| When { day, minute });
        context.send(Event::Planned(Planned::Timed(index, when)));
    };
    let (by_day, by_time) = (picked.clone(), picked.clone());
    let day_picker = picker(
        Pick::Day,
        id("day"),
        words.day_label,
        picked.get().0.map(Day::iso).unwrap_or_default(),
        move |text| {
            by_day.set((Day::from_iso(&text), by_day.get().1));
            tell(by_day.get());
        },
    );
    let time_id = id("time");
    let has_day = move || read(context, index, |step| step.when.is_some()).unwrap_or(false);
    let time_picker = move |has_day: bool| {
        has_day.then(|| {
            let by_time = by_time.clone();
            let value = by_time.get().1.map(written_minute).unwrap_or_default();
            picker(
                Pick::Time,
                time_id.clone(),
                words.time_label,
                value,
                move |text| {
                    by_time.set((by_time.get().0, minute_of(&text)));
                    tell(by_time.get());
                },
            )
        })
    };
    el("div")
        .class("rc-row")
        .child(day_picker)
        .child(live_on(has_day, time_picker))
}

fn tools(context: Context, index: usize, title: &'static str) -> El {
    let words = &context.words.later().plan;
    let send = move |planned| context.send(Event::Planned(planned));
    let asks = move |name: &str, sure, yes| Asked {
        id: name.to_owned() + &index.to_string(),
        action: None,
        sure,
        yes,
        about: title,
    };
    let draw = move |icon: Icon, label| {
        let named = move |press| {
            let hidden = el("span").class("rc-hidden").child((" ", title));
            link_button(icon, None, label, press).child(hidden)
        };
        Box::new(named)
    };
    let holds = move |of: fn(&PlannedStep) -> bool| {
        let read = move || untrack(|| read(context, index, of)).unwrap_or(false);
        Box::new(read)
    };
    let is_tried = move || read(context, index, |step| step.tried).unwrap_or(false);
    let tried = tick(
        "tried-".to_owned() + &index.to_string(),
        words.tried,
        is_tried,
        move |tried| send(Planned::Ticked(index, tried)),
    );
    // Who helps, and when, stay with another kind of step; the words of this one do not.
    let swap = ask_where_needed(
        context,
        asks("swap-", words.swap_sure, words.swap_yes),
        draw(Icon::SWAP, words.swap),
        holds(PlannedStep::has_own_if_then),
        Rc::new(move || {
            send(Planned::Swapped(index));
            focus_soon("#".to_owned() + &step_id(index));
        }),
    );
    let remove = ask_where_needed(
        context,
        asks("remove-", words.remove_sure, words.remove_yes),
        draw(Icon::BIN, words.remove),
        holds(PlannedStep::holds_something_own),
        Rc::new(move || {
            send(Planned::Removed(index));
            focus_soon("#heading".to_owned());
        }),
    );
    el("div")
        .class("rc-step__tools rc-screen-only")
        .child(tried)
        .child(swap)
        .child(remove)
}

fn icon_of(step: Step) -> Icon {
    match step {
        Step::Counselling | Step::Peer => Icon::CHAT,
        Step::Group => Icon::PEOPLE,
        Step::SoberLiving => Icon::HOUSE,
        Step::Medicine | Step::Care => Icon::HEART,
        Step::UrgeSurfing | Step::MindfulBreath => Icon::WAVE,
        Step::ReachOut => Icon::TEXT,
        Step::WaitAndLeave | Step::Move => Icon::LEAVE,
        Step::Keep | Step::LookAhead | Step::Purpose => Icon::SUN,
        Step::ClearSpace => Icon::BIN,
        Step::Basics | Step::ArtOrAcupuncture | Step::Ground => Icon::LEAF,
        Step::Halt | Step::CostsAndGains => Icon::RINGS,
    }
}
