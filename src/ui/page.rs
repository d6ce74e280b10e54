//! The page: header, the screen on show, help bar. One screen is drawn at a time.

use super::components::header::header;
use super::components::helpbar::helpbar;
use super::components::shared;
use super::context::Context;
use super::later::{Arrival, is_later, parts};
use super::screens::{cards, coming, help, question, same_answer, welcome};
use crate::domain::flow::Place;
use crate::domain::instrument::Part;
use crate::i18n::Words;
use crate::platform::boot::tell_shown;
use crate::platform::page::{focus, show_from_top};
use crate::session::{Aside, Screen, Session};
use crate::ui::element::{El, IntoNodes, Nodes, el, live_on};
use leptos::prelude::*;
use std::cell::Cell;

/// What frames a screen: names for programs and classes for its width.
struct Frame {
    screen: &'static str,
    part: Option<&'static str>,
    class: &'static str,
}

impl Frame {
    const fn new(screen: &'static str, class: &'static str) -> Self {
        Self {
            screen,
            part: None,
            class,
        }
    }
}

const NARROW: &str = "rc-main";
const WIDE: &str = "rc-main rc-main--wide";
const FLUSH: &str = "rc-main rc-main--wide rc-main--flush";

fn frame(screen: Screen) -> Frame {
    match screen {
        Screen::Welcome => Frame::new("welcome", FLUSH),
        Screen::Locked => Frame::new("locked", NARROW),
        Screen::Aside(aside) => match aside {
            Aside::Help => Frame::new("help", WIDE),
            Aside::Settings => Frame::new("settings", WIDE),
            Aside::Plan => Frame::new("plan", WIDE),
            Aside::Reflect(_) => Frame::new("reflect", NARROW),
            Aside::History => Frame::new("history", WIDE),
            Aside::Past(_) => Frame::new("past", WIDE),
            Aside::Learn => Frame::new("learn", WIDE),
            Aside::Tools => Frame::new("tools", WIDE),
            Aside::Tool(tool) => Frame {
                part: Some(tool.code()),
                ..Frame::new("tools", NARROW)
            },
            Aside::Summary => Frame::new("summary", NARROW),
        },
        Screen::At(place) => match place {
            Place::Gate(_) | Place::Cards(_) => Frame::new("gate", NARROW),
            Place::Item(item) => Frame {
                screen: "items",
                part: Some(match item.part() {
                    Part::Stage => "stage",
                    Part::Factors => "factors",
                    Part::Wellness => "wellness",
                }),
                class: NARROW,
            },
            Place::SameAnswer(_) => Frame::new("same-answer", NARROW),
            Place::ResultShort => Frame::new("result-short", WIDE),
            Place::ResultFull => Frame::new("result-full", WIDE),
        },
    }
}

/// The screen on show, in its frame.
pub fn main_part(context: Context, screen: Screen) -> El {
    let is_here = parts().is_some() || !is_later(screen);
    let Frame {
        screen: name,
        part,
        class,
    } = if is_here {
        frame(screen)
    } else {
        Frame::new("coming", NARROW)
    };
    let body = match screen {
        Screen::Welcome => welcome::welcome(context).into_nodes(),
        Screen::Aside(Aside::Help) => help::help(context),
        Screen::At(Place::Gate(gate)) => question::gate(context, gate).into_nodes(),
        Screen::At(Place::Cards(_)) => cards::cards(context).into_nodes(),
        Screen::At(Place::Item(item)) => question::item(context, item).into_nodes(),
        Screen::At(Place::SameAnswer(part)) => same_answer::same_answer(context, part).into_nodes(),
        later => drawn_later(context, later),
    };
    let label = context.words.page.name;
    el("main")
        .class(class)
        .attr("id", "main")
        .attr("tabindex", "-1")
        .attr("data-screen", name)
        .attr("data-part", part)
        .attr("aria-label", label)
        .child(body)
}

fn drawn_later(context: Context, screen: Screen) -> Nodes {
    match parts() {
        Some(parts) => (parts.draw)(context, screen),
        None => coming::coming(context),
    }
}

/// Said by the boot script when the program takes long to come.
fn slow(words: &'static Words) -> El {
    let again = el("a").attr("href", "").child(words.welcome.try_again);
    el("div")
        .class("rc-main rc-slow")
        .attr("role", "status")
        .attr("hidden", true)
        .child(
            el("p")
                .class("rc-notice")
                .child(el("span").child(words.welcome.slow).child(" ").child(again)),
        )
}

/// The page's root element. The header and the help bar stay; the screen between them changes.
pub fn page(context: Context) -> El {
    let words = context.words;
    let is_first = Cell::new(true);
    let shown = move |session: &Session| (session.screen(), session.taken_over);
    let screen = move || {
        let (screen, taken_over) = context.session.with(shown);
        // What stands there until the later part is here gives way to the screen itself.
        let waits = is_later(screen) && context.later.get() != Arrival::Here;
        (screen, taken_over, waits)
    };
    let draw = move |(screen, ..): (Screen, u32, bool)| {
        // The first screen is already being read: moving focus would jump.
        if !is_first.replace(false) {
            tell_shown();
            show_from_top();
        }
        main_part(context, screen)
    };
    let open_help = move || context.open(Aside::Help);
    el("div")
        .class("rc-app rc-app--alone rc-needs-program")
        .attr("id", "rc-app")
        .child(
            el("a")
                .class("rc-skip")
                .attr("href", "#main")
                .on("click", |event| {
                    // Following the link would add an entry to the browser's history.
                    event.prevent_default();
                    focus("#main");
                })
                .child(words.page.skip_link),
        )
        .child(header(words, Some(open_help)))
        .child(shared::strip(context))
        .child(slow(words))
        .child(live_on(screen, draw))
        .child(helpbar(words, Some(context)))
}
