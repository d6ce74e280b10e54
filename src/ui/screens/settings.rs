//! Data and privacy: what is kept where, and the choices about it.

use crate::session::{Event, Keep, Kept, Session, Stored};
use crate::ui::components::actions::{button, primary};
use crate::ui::components::ask_first::{Ask, SMALL, ask_first};
use crate::ui::components::heading::heading;
use crate::ui::components::icon::Icon;
use crate::ui::components::lock::lock;
use crate::ui::components::notice::{
    deletion_notice, found, keep_again, kept_words, notice, sun_notice,
};
use crate::ui::components::requests::requests;
use crate::ui::components::shared;
use crate::ui::components::take::{save, take};
use crate::ui::components::tick::switch;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// Draws the screen.
pub fn settings(context: Context) -> Nodes {
    let words = &context.words.later().settings;
    (
        topline(context, ()),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(heading(words.title))
            .child(
                el("div")
                    .class("rc-columns")
                    .child(
                        el("div")
                            .class("rc-stack rc-stack--loose")
                            .child(
                                el("section")
                                    .class("rc-card rc-card--soft")
                                    .attr("aria-labelledby", "sent")
                                    .child(
                                        el("div")
                                            .class("rc-stack rc-stack--tight")
                                            .child(
                                                el("h2")
                                                    .attr("id", "sent")
                                                    .child(words.talks_to_no_one.title),
                                            )
                                            .child(el("p").child(words.talks_to_no_one.text))
                                            .child(requests(context)),
                                    ),
                            )
                            .child(where_kept(context)),
                    )
                    .child(
                        el("div")
                            .class("rc-stack rc-stack--loose")
                            .child(
                                el("section")
                                    .class("rc-card")
                                    .attr("aria-labelledby", "choices")
                                    .child(el("h2").attr("id", "choices").child(words.choices))
                                    .child(el("div").class("rc-settings").child(choices(context))),
                            )
                            .child(take(context)),
                    ),
            )
            .child(
                el("p").child(primary("continue", context.words.page.done, move || {
                    context.go_back();
                })),
            ),
    )
        .into_nodes()
}

/// On a shared device there is nothing to choose about what stays.
fn choices(context: Context) -> Nodes {
    if context.is_shared() {
        let about = el("div").class("rc-setting").child(shared::about(context));
        return (about, leave_setting(context)).into_nodes();
    }
    (
        keep_setting(context),
        lock(context),
        discreet_setting(context),
        leave_setting(context),
        delete_setting(context),
    )
        .into_nodes()
}

fn discreet_setting(context: Context) -> El {
    let words = &context.words.later().settings;
    let is_on = move || context.session.with(|session| session.discreet);
    let not_kept = move || {
        let kept = context.session.with(|session| session.discreet_kept);
        let is_told = matches!(kept, Kept::Refused(_)) && is_on();
        is_told.then(|| notice(Icon::LOCK, words.discreet_not_kept))
    };
    el("div")
        .class("rc-setting")
        .child(switch("discreet", words.discreet.title, is_on, move |on| {
            context.choose_discreet(on);
        }))
        .child(
            el("p")
                .class("rc-soft rc-small")
                .attr("id", "discreet-hint")
                .child(words.discreet.text),
        )
        .child(el("div").attr("role", "status").child(live(not_kept)))
}

fn where_kept(context: Context) -> El {
    let words = &context.words.later().settings;
    let [kept, not_kept, written, clinic, us] = words.rows;
    let of_kept = (!context.is_shared()).then_some([kept, written]);
    let rows = of_kept.into_iter().flatten().chain([not_kept, clinic, us]);
    let rows = rows.map(|row| {
        el("div")
            .class("rc-where__row")
            .child(el("dt").class("rc-where__what").child(row.title))
            .child(el("dd").class("rc-where__where").child(row.text))
    });
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "where")
        .child(el("h2").attr("id", "where").child(words.where_title))
        .child(el("dl").class("rc-where").child(rows.collect::<Vec<_>>()))
        .child(found(context))
        .child(save_unread(context))
        .child(sun_notice(Icon::UNSEEN, words.host_sees))
}

/// Saves what can't be read, just as it is.
fn save_unread(context: Context) -> Option<El> {
    let words = &context.words.kept;
    let is_there = context
        .session
        .with_untracked(|session| session.unreadable + session.newer > 0);
    let press = move || {
        save(
            context,
            ".unread.json",
            "application/json",
            &context.unread(),
        );
    };
    is_there.then(|| {
        el("div")
            .class("rc-stack rc-stack--tight")
            .child(el("p").child(
                button(SMALL, None, words.save_unread, press).attr("data-press", "save-unread"),
            ))
            .child(
                el("p")
                    .class("rc-soft rc-small")
                    .child(words.save_unread_hint),
            )
    })
}

fn keep_setting(context: Context) -> El {
    let words = &context.words.later().settings;
    let is_kept = move || context.session.with(|session| session.keep == Keep::Here);
    let truth = move || {
        context
            .session
            .with(|session| kept_words(context.words, session))
    };
    el("div")
        .class("rc-setting")
        .child(switch("keep", words.keep, is_kept, move |on| {
            let keep = if on { Keep::Here } else { Keep::Nothing };
            context.send(Event::ChoseKeep(keep));
        }))
        .child(
            el("p")
                .class("rc-soft rc-small")
                .attr("id", "keep-hint")
                .child(words.keep_hint),
        )
        .child(
            el("div")
                .attr("role", "status")
                .child(live(move || notice(Icon::LOCK, truth()))),
        )
        .child(keep_again(context, Stored::CheckIn))
}

fn leave_setting(context: Context) -> El {
    let words = context.words.later().settings.leave;
    el("div")
        .class("rc-setting")
        .child(el("h3").child(words.title))
        .child(el("p").class("rc-soft rc-small").child(words.text))
}

fn delete_setting(context: Context) -> El {
    let words = &context.words.later().settings;
    let hint = move || {
        let counts = context.session.with(Session::kept_counts);
        (words.delete_hint)(counts.map(|count| count.to_string()))
    };
    let ask = Ask {
        action: "delete-all",
        label: words.delete,
        sure: words.delete_sure,
        yes: words.delete_yes,
    };
    let delete = move || context.send(Event::DeletedAll);
    let told = move || {
        let deletion = context.session.with(|session| session.deletion);
        deletion_notice(context.words, deletion)
    };
    el("div")
        .class("rc-setting")
        .child(el("h3").child(words.delete_title))
        .child(el("p").class("rc-soft rc-small").child(live(hint)))
        .child(ask_first(context, ask, delete))
        .child(el("div").attr("role", "status").child(live(told)))
}
