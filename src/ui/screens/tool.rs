//! One coping tool: what it is for, how to do it, its own working part, what the evidence says, and a way back.

use crate::domain::tool::{Page, Tool, message_address};
use crate::platform::page::copy;
use crate::session::Aside;
use crate::ui::components::actions::{button, primary};
use crate::ui::components::breath::breath;
use crate::ui::components::heading::opening;
use crate::ui::components::icon::{Icon, small};
use crate::ui::components::more::more;
use crate::ui::components::notebook::{notebook, page_field, written};
use crate::ui::components::tick::{tick, ticks};
use crate::ui::components::timer::timer;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// How long to watch an urge.
const WATCH: u32 = 5;
/// How long to wait.
const WAIT: u32 = 15;

/// Draws a tool.
pub fn tool(context: Context, tool: Tool) -> Nodes {
    let words = &context.words.later().tools;
    let about = (words.tool)(tool);
    let done = primary("continue", words.done, move || context.go_back());
    let all = button("rc-linkbutton", None, words.all, move || {
        context.open(Aside::Tools);
    });
    let (work, ends, after) = if tool == Tool::Breathing {
        // The dial comes first, and its words where someone asks for them.
        let words = more(words.prefer_words, steps(about.steps));
        (
            breath(context, done).into_nodes(),
            all.into_nodes(),
            Some(words),
        )
    } else {
        (work(context, tool), (done, all).into_nodes(), None)
    };
    (
        topline(context, el("p").class("rc-soft rc-small").child(words.kind)),
        el("div")
            .class("rc-sheet rc-stack rc-stack--loose")
            .child(opening(about.title, about.purpose))
            .child(work)
            .child(
                el("p")
                    .class("rc-small rc-measure")
                    .child(el("strong").child(words.evidence))
                    .child(" ")
                    .child(about.evidence),
            )
            .child(el("div").class("rc-row").child(ends)),
        after,
    )
        .into_nodes()
}

fn steps(steps: &'static [&'static str]) -> El {
    let items = steps.iter().map(|&step| el("li").child(step));
    el("ol")
        .class("rc-bullets rc-bullets--numbers")
        .child(items.collect_nodes())
}

/// The working part of a tool, with its steps.
fn work(context: Context, tool: Tool) -> Nodes {
    let words = &context.words.later().tools;
    let about = (words.tool)(tool);
    let to_tick = || {
        let not_kept = el("p").class("rc-soft rc-small").child(words.not_kept);
        (ticks(tool.code(), about.steps), not_kept).into_nodes()
    };
    let to_write = move |pages: &'static [Page]| {
        let draw = move || {
            let fields = pages
                .iter()
                .map(|&page| page_field(context, page, "", || {}));
            fields.collect_nodes()
        };
        (steps(about.steps), notebook(context, draw)).into_nodes()
    };
    match tool {
        Tool::Breathing => Vec::new(),
        Tool::Grounding | Tool::SleepAndFood => to_tick(),
        Tool::UrgeSurfing => (steps(about.steps), timer(context, tool, WATCH)).into_nodes(),
        Tool::WaitAndLeave => (
            steps(about.steps),
            timer(context, tool, WAIT),
            places(context),
            written(context, Page::Joys, words.your_joys),
        )
            .into_nodes(),
        Tool::Halt => (steps(about.steps), halt(context)).into_nodes(),
        Tool::LookAhead => to_write(&[Page::NextMorning]),
        Tool::CostsAndGains => to_write(&[
            Page::UseGives,
            Page::UseTakes,
            Page::GoalGives,
            Page::GoalTakes,
        ]),
        Tool::PeopleAndJoys => to_write(&[Page::People, Page::Joys]),
        Tool::ReachOut => (
            steps(about.steps),
            written(context, Page::People, words.your_people),
            notebook(context, move || message(context)),
        )
            .into_nodes(),
    }
}

fn places(context: Context) -> El {
    let words = &context.words.later().tools;
    let places = words.places.iter().map(|&place| el("li").child(place));
    el("div")
        .class("rc-stack rc-stack--tight")
        .child(el("h2").child(words.places_title))
        .child(el("ul").class("rc-bullets").child(places.collect_nodes()))
}

/// Hungry, angry, lonely, tired: one small thing for each that fits, and the tool for it where there is one.
fn halt(context: Context) -> Nodes {
    const TOOLS: [Option<Tool>; 4] = [
        Some(Tool::SleepAndFood),
        Some(Tool::Breathing),
        Some(Tool::ReachOut),
        Some(Tool::SleepAndFood),
    ];
    let words = &context.words.later().tools;
    // One bit each.
    let fit = RwSignal::new(0_u32);
    let boxes = [0, 1, 2, 3].map(|index| {
        let id = "halt-".to_owned() + &index.to_string();
        let changed = move |ticked| {
            fit.update(|fit| *fit = *fit & !(1 << index) | (u32::from(ticked) << index));
        };
        el("li").child(tick(id, words.halt[index].title, || false, changed))
    });
    let things = move || {
        let fit = fit.get();
        let all = words.halt.iter().zip(TOOLS).enumerate();
        let chosen = all.filter(|(index, _)| fit & (1 << index) != 0);
        let chosen = chosen.map(|(_, (thing, tool))| {
            let open = tool.map(|tool| {
                let title = (words.tool)(tool).title;
                button("rc-linkbutton", None, title, move || {
                    context.open(Aside::Tool(tool));
                })
            });
            el("li")
                .child(el("strong").child(thing.title))
                .child(": ")
                .child(thing.text)
                .child(" ")
                .child(open)
        });
        let chosen = chosen.collect_nodes();
        if chosen.is_empty() {
            el("p").class("rc-soft").child(words.halt_none)
        } else {
            el("ul").class("rc-stack rc-stack--tight").child(chosen)
        }
    };
    (
        el("fieldset")
            .class("rc-stack rc-stack--tight")
            .child(el("legend").child(el("strong").child(words.halt_question)))
            .child(el("ul").class("rc-ticks rc-ticks--row").child(boxes)),
        el("div").attr("role", "status").child(live(things)),
    )
        .into_nodes()
}

/// A text to someone, in the person's own messaging app. Numbers are never asked here.
fn message(context: Context) -> Nodes {
    let words = &context.words.later().tools;
    // Counts changes. What was offered stands until the person writes; then what they wrote does, if that is
    // nothing.
    let typed = RwSignal::new(0_u32);
    let text = move |typed: u32| {
        let text = context
            .session
            .with_untracked(|session| session.notebook.text(Page::Message).to_owned());
        if typed == 0 && text.is_empty() {
            return words.message.to_owned();
        }
        text
    };
    let copied = RwSignal::new(0_u32);
    let told = move || ["", words.copied, words.not_copied][copied.get() as usize];
    let open = el("a")
        .class("rc-button rc-button--secondary")
        .attr("data-press", "message")
        .follow(move |link| {
            // Fails only for names that are no names.
            let _ = link.set_attribute("href", &message_address(&text(typed.get())));
        })
        .child(small(Icon::TEXT))
        .child(words.message_open);
    let copy = button("rc-linkbutton", None, words.copy, move || {
        copy(&text(typed.get_untracked()), move |done| {
            copied.try_set(if done { 1 } else { 2 });
        });
    })
    .attr("data-press", "copy");
    (
        page_field(context, Page::Message, words.message, move || {
            typed.update(|typed| *typed += 1);
            copied.set(0);
        }),
        el("div")
            .class("rc-row")
            .child(open)
            .child(copy)
            .child(el("span").attr("role", "status").child(live(told))),
        el("p").class("rc-soft rc-small").child(words.message_note),
    )
        .into_nodes()
}
