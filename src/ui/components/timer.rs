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
///
/// Signals and memos are all of one type: each further type would cost as many bytes as all of this.
pub fn timer(context: Context, tool: Tool, minutes: u32) -> El {
    let words = &context.words.later().tools.timer;
    let looks = RwSignal::new(0_u32);
    let look = move || {
        looks.try_update(|looks| *looks = looks.wrapping_add(1));
    };
    if let Ok(looking) = set_interval_with_handle(look, LOOK) {
        on_cleanup(move || looking.clear());
    }
    let place = tool as usize;
    let fresh = Timer::new(minutes);
    let timer = move || {
        let begun = context.timers.with_value(|timers| timers[place]);
        begun.unwrap_or(fresh)
    };
    let put = move |timer| {
        context
            .timers
            .update_value(|timers| timers[place] = Some(timer));
    };
    // Memos, so that nothing is drawn anew, or spoken again, before it has changed.
    let seconds = Memo::new(move |_| {
        looks.track();
        let left = timer().left(clock::milliseconds()).div_ceil(1_000);
        u32::try_from(left).unwrap_or(0)
    });
    let phase_code = Memo::new(move |_| {
        looks.track();
        timer().phase(clock::milliseconds()) as u32
    });
    let phase = move || Phase::ALL[phase_code.get() as usize];
    let minute = Memo::new(move |_| seconds.get().div_ceil(60));
    let set = move |step: fn(Timer, u64) -> Timer| {
        put(step(timer(), clock::milliseconds()));
        look();
    };
    // One button whose words change: where it stands, focus stays.
    let label = move || match phase() {
        Phase::Ready => words.start,
        Phase::Running => words.pause,
        Phase::Paused => words.go_on,
        Phase::Over => words.again,
    };
    let press = move || match timer().phase(clock::milliseconds()) {
        Phase::Running => set(Timer::pause),
        Phase::Ready | Phase::Paused | Phase::Over => set(Timer::run),
    };
    let main = button("rc-button rc-button--secondary", None, "", press).child(live(label));
    let again = move || {
        (phase() == Phase::Paused).then(|| {
            button("rc-button rc-button--quiet", None, words.again, move || {
                put(fresh);
                set(Timer::run);
            })
        })
    };
    let told = move || match phase() {
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
fn written(seconds: u32) -> String {
    let padding = if seconds % 60 < 10 { ":0" } else { ":" };
    (seconds / 60).to_string() + padding + &(seconds % 60).to_string()
}
