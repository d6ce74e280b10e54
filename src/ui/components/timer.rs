//! A timer one may use or leave alone. What is left is read from the clock, so a page that was in the background
//! shows the truth when one comes back. No sound, and speech hears of whole minutes only.

use super::actions::button;
use crate::domain::timer::{Phase, Timer};
use crate::domain::tool::Tool;
use crate::platform::clock;
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, el, live};
use leptos::prelude::*;
use std::time::Duration;

/// How often the clock is looked at. It decides nothing but how soon a new second shows.
const LOOK: Duration = Duration::from_millis(250);

/// The timer of a tool. It goes on while the person is on another screen.
pub fn timer(context: Context, tool: Tool, minutes: u32) -> El {
    let words = &context.words.tools.timer;
    let now = RwSignal::new(clock::milliseconds());
    let look = move || {
        now.try_set(clock::milliseconds());
    };
    if let Ok(looking) = set_interval_with_handle(look, LOOK) {
        on_cleanup(move || looking.clear());
    }
    let of = move |begun: &Option<(Tool, Timer)>| match *begun {
        Some((owner, timer)) if owner == tool => timer,
        _ => Timer::new(minutes),
    };
    let seconds = Memo::new(move |_| context.timer.with(of).left(now.get()).div_ceil(1_000));
    let phase = Memo::new(move |_| context.timer.with(of).phase(now.get()));
    let minute = Memo::new(move |_| seconds.get().div_ceil(60));
    let set = move |step: fn(Timer, u64) -> Timer| {
        let at = clock::milliseconds();
        now.set(at);
        let timer = context.timer.with_untracked(of);
        context.timer.set(Some((tool, step(timer, at))));
    };
    // One button whose words change: where it stands, focus stays.
    let label = move || match phase.get() {
        Phase::Ready => words.start,
        Phase::Running => words.pause,
        Phase::Paused => words.go_on,
        Phase::Over => words.again,
    };
    let press = move || match phase.get_untracked() {
        Phase::Running => set(Timer::pause),
        Phase::Ready | Phase::Paused | Phase::Over => set(Timer::run),
    };
    let main = button("rc-button rc-button--secondary", None, "", press).child(live(label));
    let again = move || {
        (phase.get() == Phase::Paused).then(|| {
            button("rc-button rc-button--quiet", None, words.again, move || {
                context.timer.set(None);
                set(Timer::run);
            })
        })
    };
    let told = move || match phase.get() {
        Phase::Over => el("p").child(words.over).into_nodes(),
        Phase::Running => el("p")
            .class("rc-hidden")
            .child((words.minutes_left)(&minute.get().to_string()))
            .into_nodes(),
        Phase::Ready | Phase::Paused => Vec::new(),
    };
    el("div")
        .class("rc-timer")
        .child(
            el("p")
                .class("rc-timer__left")
                .attr("role", "timer")
                .child(el("span").class("rc-timer__name").child(words.name))
                .child(" ")
                .child(live(move || written(seconds.get()))),
        )
        .child(el("div").class("rc-row").child(main).child(live(again)))
        .child(
            el("div")
                .child(el("div").attr("role", "status").child(live(told)))
                .child(el("p").class("rc-soft rc-small").child(words.note)),
        )
}

/// Minutes and seconds, as on any clock.
fn written(seconds: u64) -> String {
    let padding = if seconds % 60 < 10 { ":0" } else { ":" };
    (seconds / 60).to_string() + padding + &(seconds % 60).to_string()
}
