//! The welcome screen: what this is and is not, who can read it, whose device this is.

use crate::platform::clock;
use crate::session::{Aside, Deletion, Event, Keep, Session};
use crate::ui::components::actions::{button, link_button, primary, see_history};
use crate::ui::components::begin_anew::begin_anew;
use crate::ui::components::choice::{Choice, choice};
use crate::ui::components::heading::heading;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::notice::{cannot_here, deletion_notice, found, notice, sun_notice};
use crate::ui::components::region_select::region_select;
use crate::ui::components::shared::{self, WHERE_OWN};
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Node, Nodes, el, live, live_on};
use leptos::prelude::*;

/// Draws the screen.
pub fn welcome(context: Context) -> El {
    let words = &context.words.welcome;
    let under_way = move || context.session.with(|session| session.check_in.is_some());
    let start = live_on(under_way, move |under_way| {
        if under_way {
            resume(context)
        } else {
            begin(context)
        }
    });
    el("div").class("rc-hero").child(art()).child(
        el("div")
            .class("rc-hero__text rc-stack rc-stack--loose")
            .child(
                el("div")
                    .class("rc-stack")
                    .child(heading(words.title).class("rc-big"))
                    .child(el("p").class("rc-lead").child(words.lead)),
            )
            .child(start)
            .child(kept_before(context))
            .child(facts(context))
            .child(region_select(
                context,
                context.words.help.country,
                "rc-select",
            )),
    )
}

/// A first visit, or a new check-in: whose device this is, and the way in.
fn begin(context: Context) -> Nodes {
    let words = &context.words.welcome;
    (
        deleted_elsewhere(context),
        keep_question(context),
        shared::question(context),
        el("div")
            .class("rc-row")
            .child(primary("start", words.start, move || context.start()))
            .child(el("p").class("rc-soft rc-small").child(words.length)),
        found(context),
    )
        .into_nodes()
}

/// Told where the person lands when another tab has deleted everything.
fn deleted_elsewhere(context: Context) -> Option<El> {
    let deletion = context.session.with_untracked(|session| session.deletion);
    (deletion == Deletion::Elsewhere)
        .then(|| deletion_notice(context.words, deletion))
        .flatten()
}

/// A check-in is under way: go on, or start again.
fn resume(context: Context) -> Nodes {
    let words = &context.words.welcome;
    // Told only where the person has to decide: the seven days have moved on.
    let told = context.check_in_once().and_then(|check_in| {
        let today = clock::now().day;
        let week_moved = check_in.resumes_until().is_none_or(|until| today > until);
        week_moved.then(|| {
            let date = context.write_day(check_in.begun.day);
            notice(Icon::LOCK, (words.resume_old)(&date))
        })
    });
    (
        told,
        keep_question(context),
        el("div")
            .class("rc-row")
            .child(primary("start", words.resume, move || context.start())),
        begin_anew(context),
        found(context),
    )
        .into_nodes()
}

fn keep_question(context: Context) -> El {
    let words = &context.words.welcome;
    let chosen = move |keep| move || context.session.with(|session| session.keep == keep);
    let choose = move |keep| move |_| context.send(Event::ChoseKeep(keep));
    let tile = |value, words: crate::i18n::Titled| Choice {
        name: "keep",
        value,
        label: words.title,
        hint: words.text,
        picture: None,
        many: false,
        class: "rc-choice",
    };
    let cannot = move || {
        let refused = |session: &Session| session.keep == Keep::Here && !session.can_keep;
        context
            .session
            .with(refused)
            .then(|| sun_notice(Icon::LOCK, cannot_here(context, words.cannot_keep)))
    };
    let before = move || {
        let count = context.session.with(|session| {
            if session.keep == Keep::Nothing {
                session.past.len()
            } else {
                0
            }
        });
        (count > 0).then(|| sun_notice(Icon::LOCK, (words.kept_before)(&count.to_string())))
    };
    el("fieldset")
        .class(WHERE_OWN)
        .attr("data-item", "keep")
        .child(
            el("legend")
                .class("rc-keep__legend")
                .child(words.keep_question),
        )
        .child(
            el("div")
                .class("rc-choices rc-keep__choices")
                .child(choice(
                    tile("keep", words.keep_here),
                    chosen(Keep::Here),
                    choose(Keep::Here),
                ))
                .child(choice(
                    tile("none", words.keep_nothing),
                    chosen(Keep::Nothing),
                    choose(Keep::Nothing),
                )),
        )
        .child(
            el("p")
                .class("rc-soft rc-small rc-keep__hint")
                .child(words.keep_hint),
        )
        .child(
            el("div")
                .attr("aria-live", "polite")
                .child(live(cannot))
                .child(live(before)),
        )
}

/// The way to what was kept on an earlier visit.
fn kept_before(context: Context) -> Node {
    let kept = move || {
        context.session.with(|session| {
            let has_past = session.past.iter().any(|past| past.finished);
            (session.plan.is_some(), has_past)
        })
    };
    live_on(kept, move |(has_plan, has_past)| {
        let plan = has_plan.then(|| {
            let label = context.words.welcome.see_plan;
            link_button(Icon::SUN, Some("plan"), label, move || {
                context.open(Aside::Plan);
            })
        });
        let history = has_past.then(|| see_history(context));
        (has_plan || has_past).then(|| el("div").class("rc-row").child(plan).child(history))
    })
}

fn facts(context: Context) -> El {
    let words = &context.words.welcome;
    let see = button(
        "rc-linkbutton rc-linkbutton--inline",
        Some("settings"),
        words.see_kept,
        move || {
            context.open(Aside::Settings);
        },
    );
    el("ul")
        .class("rc-facts")
        .child(fact(Icon::UNSEEN, words.no_one_reads, ()))
        .child(fact(Icon::LOCK, words.stays_here, see))
        .child(fact(Icon::SUN, words.reflects, ()))
}

fn fact(of: Icon, words: crate::i18n::Titled, more: impl IntoNodes) -> El {
    el("li")
        .class("rc-fact")
        .child(icon(of, "rc-icon rc-fact__icon"))
        .child(
            el("p")
                .child(el("span").class("rc-fact__title").child(words.title))
                .child(" ")
                .child(words.text)
                .child(" ")
                .child(more),
        )
}

const SUNS: [[&str; 3]; 7] = [
    ["204.6", "305.5", "8.5"],
    ["227", "257.4", "8.5"],
    ["268.3", "223.9", "8.5"],
    ["320", "212", "8.5"],
    ["371.7", "223.9", "25"],
    ["413", "257.4", "8.5"],
    ["435.4", "305.5", "8.5"],
];

/// A week of suns over a landscape; today's is the large one.
fn art() -> El {
    let suns = SUNS.map(|[cx, cy, r]| {
        let class = if r == "25" {
            "rc-art__sun"
        } else {
            "rc-art__pale"
        };
        el("circle")
            .class(class)
            .attr("cx", cx)
            .attr("cy", cy)
            .attr("r", r)
    });
    el("svg")
        .class("rc-hero__art")
        .attr("viewBox", "0 0 640 420")
        .attr("preserveAspectRatio", "xMidYMax slice")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            el("rect")
                .class("rc-art__sky")
                .attr("width", "640")
                .attr("height", "420"),
        )
        .child(suns)
        .child(el("path").class("rc-art__far").attr(
            "d",
            "M0 334c90-40 170-42 262-12 96 30 182 24 258-8 44-18 84-24 120-18v124H0Z",
        ))
        .child(el("path").class("rc-art__mid").attr(
            "d",
            "M0 362c76-24 150-20 226 6 92 30 196 28 286-6 44-16 88-24 128-18v76H0Z",
        ))
        .child(
            el("path")
                .class("rc-art__near")
                .attr("d", "M0 392c112-22 206-14 306 4 112 20 224 12 334-18v42H0Z"),
        )
}
