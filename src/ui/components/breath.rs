//! The breathing dial: a circle that grows for four seconds and shrinks for six. The style sheet moves it, so it
//! keeps its pace whatever the program does, and stands still for people who ask for less motion: then the dots
//! and the words tell the same.

use super::actions::button;
use crate::ui::context::Context;
use crate::ui::element::{El, el, live};
use leptos::prelude::*;

/// One dot a second; the first four are for breathing in.
const DOTS: [[&str; 2]; 10] = [
    ["170", "28"],
    ["253.5", "55.1"],
    ["305", "126.1"],
    ["305", "213.9"],
    ["253.5", "284.9"],
    ["170", "312"],
    ["86.5", "284.9"],
    ["35", "213.9"],
    ["35", "126.1"],
    ["86.5", "55.1"],
];

/// The dial, its key and the pause.
pub fn breath(context: Context, done: El) -> El {
    let words = &context.words.later().tools.breath;
    let timer = &context.words.later().tools.timer;
    let paused = RwSignal::new(false);
    let mut second = 0;
    let dots = DOTS.map(|[x, y]| {
        second += 1;
        let (class, r) = if second <= 4 {
            ("rc-breath__in", "9")
        } else {
            ("rc-breath__out", "8")
        };
        circle(class, x, y, r)
    });
    let word = |class, text| {
        el("text")
            .class(class)
            .attr("x", "170")
            .attr("y", "178")
            .child(text)
    };
    let hand = el("g")
        .class("rc-breath__hand")
        .child(circle("rc-breath__ring", "170", "28", "15"));
    let key = |class, text| {
        let mark = el("svg")
            .class("rc-key__mark")
            .attr("viewBox", "0 0 18 18")
            .attr("aria-hidden", "true")
            .attr("focusable", "false");
        el("span")
            .class("rc-key__item")
            .child(mark.child(circle(class, "9", "9", "7")))
            .child(text)
    };
    let label = move || {
        if paused.get() {
            timer.go_on
        } else {
            timer.pause
        }
    };
    let pause = button(
        "rc-button rc-button--secondary rc-breath__pause",
        None,
        "",
        move || {
            paused.update(|paused| *paused = !*paused);
        },
    );
    el("div")
        .follow(move |element| {
            element.set_class_name(if paused.get() {
                "rc-breath rc-breath--paused"
            } else {
                "rc-breath"
            });
        })
        .child(
            el("svg")
                .class("rc-breath__dial")
                .attr("viewBox", "0 0 340 340")
                .attr("role", "img")
                .attr("aria-label", words.picture)
                .child(circle("rc-breath__halo", "170", "170", "118"))
                .child(circle("rc-breath__core", "170", "170", "78"))
                .child(dots)
                .child(hand)
                .child(word(
                    "rc-breath__word rc-breath__word--in",
                    words.breathe_in,
                ))
                .child(word(
                    "rc-breath__word rc-breath__word--out",
                    words.breathe_out,
                ))
                .child(word("rc-breath__word rc-breath__word--still", words.still)),
        )
        .child(
            el("p")
                .class("rc-key")
                .child(key("rc-breath__in", words.key_in))
                .child(" ")
                .child(key("rc-breath__out", words.key_out)),
        )
        .child(
            el("div")
                .class("rc-row")
                .child(done)
                .child(pause.child(live(label))),
        )
}

fn circle(class: &'static str, x: &'static str, y: &'static str, r: &'static str) -> El {
    el("circle")
        .class(class)
        .attr("cx", x)
        .attr("cy", y)
        .attr("r", r)
}
