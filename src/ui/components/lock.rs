//! The lock in the settings: setting it, locking now, changing the phrase, taking it off.

use super::actions::button;
use super::ask_first::{Ask, SMALL, ask_first};
use super::icon::Icon;
use super::notice::{notice, sun_notice};
use super::secret::{Secret, secret};
use super::take::setting;
use super::tick::tick;
use crate::i18n::{Titled, Words};
use crate::platform::page::{focus_soon, print};
use crate::session::{Event, Lock};
use crate::storage::lock::IDLE;
use crate::storage::vault::can_lock;
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el, live, live_on};
use crate::ui::locking::NotDone;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The minutes of [`IDLE`] as values of the list.
const IDLE_NAMES: [&str; 5] = ["1", "5", "15", "60", "0"];

/// How far something about the lock has come.
#[derive(Clone, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is under way.
    Rest,
    /// The browser is at work.
    Working,
    /// It was not done.
    NotDone(NotDone),
    /// It is done, and this is what there is to say.
    Done(&'static str),
}

/// Says how far it has come.
pub fn told(context: Context, stage: RwSignal<Stage>) -> El {
    let said = move || match stage.get() {
        Stage::Rest => None,
        Stage::Working => Some(notice(Icon::LOCK, context.words.later().lock.working)),
        Stage::NotDone(why) => Some(sun_notice(Icon::LOCK, why_not(context.words, why))),
        Stage::Done(said) => Some(notice(Icon::LOCK, said)),
    };
    el("div").attr("role", "status").child(live(said))
}

/// Why something about the lock was not done.
pub fn why_not(words: &'static Words, why: NotDone) -> &'static str {
    let words = &words.later().lock;
    match why {
        NotDone::TooShort => words.too_short,
        NotDone::Wrong => words.wrong,
        NotDone::Full => words.full,
        NotDone::Changed => words.changed_elsewhere,
        NotDone::Failed => words.failed,
        NotDone::Partly => words.partly,
    }
}

/// The setting.
pub fn lock(context: Context) -> El {
    let words = &context.words.later().lock;
    // Shown once, in the place where it was asked for.
    let code = RwSignal::new(None::<String>);
    let stage = RwSignal::new(Stage::Rest);
    let now = move || {
        context
            .session
            .with(|session| (session.lock, session.can_keep))
    };
    let draw = move |(lock, can_keep): (Lock, bool)| match lock {
        Lock::Off if !can_lock() => notice(Icon::LOCK, words.insecure).into_nodes(),
        Lock::Off if !can_keep => notice(Icon::LOCK, context.words.kept.cannot).into_nodes(),
        Lock::Off => set(context, stage, code),
        Lock::Open => open(context, stage, code),
        Lock::Locked | Lock::Passed => el("p")
            .child(button(SMALL, Some("unlock"), words.unlock, move || {
                context.close_asides();
                context.send(Event::Lock(Lock::Locked));
            }))
            .into_nodes(),
    };
    let of = Titled {
        title: words.title,
        text: words.lead,
    };
    setting(
        of,
        el("div")
            .class("rc-stack rc-stack--tight")
            .child(live_on(now, draw))
            .child(told(context, stage))
            .child(live(move || {
                code.get().map(|text| shown_once(context, code, &text))
            })),
    )
    .attr("id", "lock")
    .attr("tabindex", "-1")
}

/// No lock yet.
fn set(context: Context, stage: RwSignal<Stage>, code: RwSignal<Option<String>>) -> Nodes {
    let words = &context.words.later().lock;
    let phrase = RwSignal::new(String::new());
    let with_code = RwSignal::new(false);
    let go = move || {
        if !begin(stage) {
            return;
        }
        spawn_local(async move {
            let done = context
                .set_lock(&phrase.get_untracked(), with_code.get_untracked())
                .await;
            end(stage, code, done, words.is_set);
        });
    };
    let field = Secret {
        id: "lock-phrase",
        label: words.phrase,
        hint: words.phrase_hint,
        kind: "new-password",
    };
    (
        el("p").class("rc-small").child(words.lost),
        secret(context, field, phrase, go),
        ticked("lock-code", words.code, with_code),
        el("p").child(button(SMALL, Some("lock"), words.set, go)),
    )
        .into_nodes()
}

/// The lock is there, and open.
fn open(context: Context, stage: RwSignal<Stage>, code: RwSignal<Option<String>>) -> Nodes {
    let words = &context.words.later().lock;
    let ask = Ask {
        action: "take-off-lock",
        label: words.take_off,
        sure: words.take_off_sure,
        yes: words.take_off_yes,
    };
    let take_off = move || {
        if !begin(stage) {
            return;
        }
        spawn_local(async move {
            let done = context.take_off_lock().await;
            end(stage, code, done.map(|()| None), words.is_off);
            focus_soon("#lock".to_owned());
        });
    };
    (
        el("p").child(button(SMALL, Some("lock"), words.now, move || {
            context.lock_now();
        })),
        idle(context),
        change(context, stage, code),
        ask_first(context, ask, take_off),
    )
        .into_nodes()
}

fn idle(context: Context) -> El {
    let words = &context.words.later().lock;
    let options = IDLE_NAMES.into_iter().zip(words.idles);
    let options = options.map(|(value, label)| el("option").attr("value", value).child(label));
    let chosen = RwSignal::new(context.idle());
    el("p")
        .class("rc-field")
        .child(
            el("label")
                .class("rc-field__label")
                .attr("for", "lock-idle")
                .child(words.idle),
        )
        .child(
            el("select")
                .class("rc-select")
                .attr("id", "lock-idle")
                .attr("autocomplete", "off")
                .chosen(move || {
                    let now = chosen.get();
                    let known = IDLE.iter().zip(IDLE_NAMES);
                    known
                        .filter(|(minutes, _)| **minutes == now)
                        .map(|(_, name)| name)
                        .next()
                        .unwrap_or_default()
                })
                .on("change", move |event| {
                    if let Ok(minutes) = event_target_value(&event).parse() {
                        context.set_idle(minutes);
                    }
                    chosen.set(context.idle());
                })
                .child(options.collect::<Vec<_>>()),
        )
}

fn change(context: Context, stage: RwSignal<Stage>, code: RwSignal<Option<String>>) -> El {
    let words = &context.words.later().lock;
    let current = RwSignal::new(String::new());
    let phrase = RwSignal::new(String::new());
    let with_code = RwSignal::new(false);
    let go = move || {
        if !begin(stage) {
            return;
        }
        spawn_local(async move {
            let done = context
                .change_phrase(
                    &current.get_untracked(),
                    &phrase.get_untracked(),
                    with_code.get_untracked(),
                )
                .await;
            end(stage, code, done, words.changed);
        });
    };
    let old = Secret {
        id: "lock-current",
        label: words.current,
        hint: "",
        kind: "current-password",
    };
    let new = Secret {
        id: "lock-new",
        label: words.new_phrase,
        hint: words.phrase_hint,
        kind: "new-password",
    };
    super::more::more(
        words.change,
        el("div")
            .class("rc-stack rc-stack--tight")
            .child(secret(context, old, current, || ()))
            .child(secret(context, new, phrase, go))
            .child(ticked("lock-new-code", words.new_code, with_code))
            .child(el("p").child(
                button(SMALL, None, words.change_go, go).attr("data-press", "change-phrase"),
            )),
    )
}

/// The recovery code, shown once.
fn shown_once(context: Context, code: RwSignal<Option<String>>, text: &str) -> El {
    let words = &context.words.later().lock;
    el("section")
        .class("rc-card rc-card--soft")
        .attr("aria-labelledby", "lock-your-code")
        .child(
            el("div")
                .class("rc-stack rc-stack--tight")
                .child(
                    el("h3")
                        .attr("id", "lock-your-code")
                        .attr("tabindex", "-1")
                        .child(words.your_code.title),
                )
                .child(
                    el("p")
                        .class("rc-code")
                        .attr("translate", "no")
                        .child(text.to_owned()),
                )
                .child(el("p").child(words.your_code.text))
                .child(
                    el("div")
                        .class("rc-row")
                        .child(button(
                            SMALL,
                            Some("print"),
                            context.words.later().result.print,
                            print,
                        ))
                        .child(
                            button(SMALL, None, words.code_written, move || {
                                code.set(None);
                                focus_soon("#lock".to_owned());
                            })
                            .attr("data-press", "hide-code"),
                        ),
                ),
        )
}

fn ticked(id: &'static str, words: Titled, state: RwSignal<bool>) -> El {
    el("div")
        .child(tick(
            id.to_owned(),
            words.title,
            move || state.get(),
            move |on| state.set(on),
        ))
        .child(el("p").class("rc-soft rc-small").child(words.text))
}

/// False while something is under way: a second press on a slow phone.
pub fn begin(stage: RwSignal<Stage>) -> bool {
    let is_free = stage.get_untracked() != Stage::Working;
    if is_free {
        stage.set(Stage::Working);
    }
    is_free
}

fn end(
    stage: RwSignal<Stage>,
    code: RwSignal<Option<String>>,
    done: Result<Option<String>, NotDone>,
    said: &'static str,
) {
    match done {
        Ok(new) => {
            let is_new = new.is_some();
            code.try_set(new);
            stage.try_set(Stage::Done(said));
            if is_new {
                focus_soon("#lock-your-code".to_owned());
            }
        }
        Err(why) => {
            stage.try_set(Stage::NotDone(why));
        }
    }
}
