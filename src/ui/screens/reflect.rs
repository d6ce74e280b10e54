//! The reflection after a return to use: safety first, then one short question a page, all of them optional.
//! Nothing is kept unless the person asks at the end; then all of it is, with what is changed later.

use crate::domain::gates::Gates;
use crate::domain::instrument::Factor;
use crate::domain::plan;
use crate::domain::reflection::{Prompt, Reflection};
use crate::domain::safety::Cards;
use crate::domain::stage::{Stage, UseReport};
use crate::domain::tool::{Page, Tool};
use crate::platform::page::focus_soon;
use crate::session::{Aside, Event, Kept, ReflectPage, Reflected, Stored};
use crate::ui::components::actions::{button, link_button, primary};
use crate::ui::components::choice::{Choice, choice};
use crate::ui::components::crisis::crisis;
use crate::ui::components::heading::opening;
use crate::ui::components::icon::Icon;
use crate::ui::components::learned::written;
use crate::ui::components::notice::{cannot_here, keep_again, notice};
use crate::ui::components::safety::safety_cards;
use crate::ui::components::text_field::{TextField, text_field};
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Node, Nodes, el, live, live_on};
use leptos::prelude::*;

/// Draws a page of it.
pub fn reflect(context: Context, page: ReflectPage) -> Nodes {
    let words = &context.words.later().reflect;
    let of = Prompt::ALL.len() + 1;
    let number = match page {
        ReflectPage::Start => Some(1),
        ReflectPage::Ask(prompt) => Some(prompt as usize + 2),
        ReflectPage::End => None,
    };
    let step_of = number.map(|number| {
        let text = (words.step_of)(&number.to_string(), &of.to_string());
        el("p").class("rc-soft rc-small").child(text)
    });
    let body = match page {
        ReflectPage::Start => start(context),
        ReflectPage::Ask(prompt) => ask(context, prompt),
        ReflectPage::End => end(context),
    };
    (
        topline(context, step_of),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(
                el("div")
                    .class("rc-sheet rc-stack rc-stack--loose")
                    .child(body)
                    .child(next(context, page)),
            )
            .child(below(context, page)),
    )
        .into_nodes()
}

/// The cards due at the result; the support card alone where there is none, since a return to use is what
/// this is about.
fn start(context: Context) -> Nodes {
    let words = &context.words.later().reflect;
    let cards = context
        .cards_due()
        .unwrap_or_else(|| Cards::at_result(&Gates::default(), Stage::Use));
    (
        opening(words.title, words.start_text),
        safety_cards(context, cards),
    )
        .into_nodes()
}

fn ask(context: Context, prompt: Prompt) -> Nodes {
    let words = &context.words.later().reflect;
    let about = (words.prompt)(prompt);
    let field = TextField {
        id: prompt.code().to_owned() + "-words",
        label: words.own_words,
        hint: words.no_names,
        rows: 3,
        text: now(context, |reflection| reflection.text(prompt).to_owned()).unwrap_or_default(),
    };
    let write = text_field(field, move |text| {
        context.send(Event::Reflected(Reflected::Wrote(prompt, text)));
    });
    let head = opening(about.title, about.text);
    // Said where section 5 of the clinical sheet has it: after the cards, before the first question.
    let counts = (prompt == Prompt::Before).then(|| {
        let result = context.check_in_once().map(|check_in| check_in.result());
        let report = result.map(|result| result.stage.use_report);
        let more_days = report == Some(UseReport::Repeated);
        let said = [
            context.words.later().result.use_once,
            context.words.later().result.use_more,
        ];
        el("p")
            .class("rc-notice rc-notice--sun")
            .child(el("span").child(said[usize::from(more_days)]))
    });
    let aid = match prompt {
        Prompt::Before => Some(factors(context).into_nodes()),
        Prompt::Tell => Some(people(context)),
        Prompt::Step => ideas(context).map(IntoNodes::into_nodes),
        Prompt::Helped | Prompt::Change => None,
    };
    (counts, head, aid, write).into_nodes()
}

fn factors(context: Context) -> El {
    let words = &context.words.later().reflect;
    let tiles = Factor::ALL.map(|factor| {
        let tile = Choice {
            name: "before",
            value: factor.code(),
            label: (words.before)(factor),
            hint: "",
            picture: None,
            many: true,
            class: "rc-choice",
        };
        choice(
            tile,
            move || {
                context.session.with(|session| {
                    let reflection = session.reflection.as_ref();
                    reflection.is_some_and(|now| now.before.contains(&factor))
                })
            },
            move |chosen| context.send(Event::Reflected(Reflected::Chose(factor, chosen))),
        )
    });
    el("fieldset")
        .attr("data-item", "before")
        .child(el("legend").class("rc-field__label").child(words.choose))
        .child(el("div").class("rc-choices").child(tiles))
}

/// The people the person wrote down, and the message tool.
fn people(context: Context) -> Nodes {
    let words = &context.words.later().reflect;
    let people = context
        .session
        .with_untracked(|session| session.notebook.text(Page::People).to_owned());
    let people = (!people.trim().is_empty()).then(|| {
        let names: Vec<_> = people
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect();
        el("p")
            .attr("dir", "auto")
            .child((words.people, " ", names.join(", ")))
    });
    let reach_out = link_button(
        Icon::TEXT,
        None,
        (context.words.later().result.step)(crate::domain::step::Step::ReachOut).title,
        move || context.open(Aside::Tool(Tool::ReachOut)),
    );
    let line = crisis(context, context.words.later().plan.sooner);
    (people, el("p").child(reach_out), line).into_nodes()
}

/// What the result offers, to think with.
fn ideas(context: Context) -> Option<El> {
    let result = context.check_in_once()?.result();
    let lessons = context.session.with_untracked(|session| {
        let plan = session.plan.as_ref();
        plan.map(|plan| plan.lessons.clone()).unwrap_or_default()
    });
    let steps: Vec<_> = plan::offers(&result, &lessons)
        .into_iter()
        .map(|(_, step)| el("li").child((context.words.later().result.step)(step).text))
        .collect();
    let list = el("ul")
        .class("rc-bullets")
        .child(steps.into_iter().collect_nodes());
    Some(
        el("div")
            .class("rc-stack rc-stack--tight")
            .child(el("p").child(context.words.later().reflect.ideas))
            .child(list)
            .child(crisis(context, context.words.later().plan.sooner)),
    )
}

/// All that was written, and the choice to keep it.
fn end(context: Context) -> Nodes {
    let words = &context.words.later().reflect;
    let written = now(context, |reflection| written(context, reflection)).flatten();
    (
        opening(words.end, words.end_text),
        written.unwrap_or_else(|| el("p").child(words.nothing)),
        kept(context),
    )
        .into_nodes()
}

fn kept(context: Context) -> Node {
    let words = &context.words.later().reflect;
    live(move || {
        let (can_keep, kept) = can_keep_and_kept(context);
        let told = match kept {
            _ if !can_keep => cannot_here(context, words.cannot),
            Kept::Here => words.kept,
            Kept::Nothing => words.not_kept,
            Kept::Refused(why) => (context.words.kept.why)(why),
        };
        let keep = (can_keep && kept != Kept::Here).then(|| {
            button(
                "rc-button rc-button--secondary",
                Some("keep"),
                words.keep,
                move || {
                    context.send(Event::Reflected(Reflected::Kept));
                    focus_soon("#reflection-kept".to_owned());
                },
            )
        });
        (
            el("div")
                .attr("role", "status")
                .attr("id", "reflection-kept")
                .attr("tabindex", "-1")
                .child(notice(Icon::LOCK, told)),
            keep_again(context, Stored::Reflection),
            keep.map(|keep| (el("p").child(words.keep_hint), el("p").child(keep))),
        )
    })
}

/// If anything can be kept, and what keeping the reflection has come to.
fn can_keep_and_kept(context: Context) -> (bool, Kept) {
    context
        .session
        .with(|session| (session.can_keep, session.reflection_kept))
}

fn next(context: Context, page: ReflectPage) -> El {
    let words = &context.words.later().reflect;
    let row = el("div").class("rc-row");
    let Some(next) = page.next() else {
        return row.child(primary("plan", words.to_plan, move || {
            context.send(Event::Reflected(Reflected::Closed));
            context.open(Aside::Plan);
        }));
    };
    let go_on = move || context.open(Aside::Reflect(next));
    let skip = matches!(page, ReflectPage::Ask(_))
        .then(|| button("rc-button rc-button--quiet", None, words.skip, go_on));
    row.child(primary("continue", context.words.page.go_on, go_on))
        .child(skip)
}

/// What is kept, and the one tap that throws it away.
fn below(context: Context, page: ReflectPage) -> El {
    let words = &context.words.later().reflect;
    // One that was kept before is kept on with every change.
    let truth = move |(can_keep, kept): (bool, Kept)| match kept {
        _ if !can_keep => cannot_here(context, words.cannot),
        Kept::Nothing => words.only_if_asked,
        Kept::Here => words.kept,
        Kept::Refused(why) => (context.words.kept.why)(why),
    };
    let kept = move || can_keep_and_kept(context);
    let promise = (page != ReflectPage::End).then(|| {
        el("p")
            .class("rc-soft rc-small")
            .attr("role", "status")
            .child(live_on(kept, truth))
    });
    let forget = link_button(Icon::BIN, Some("discard"), words.forget, move || {
        if let Some(id) = now(context, |reflection| reflection.id) {
            context.send(Event::Reflected(Reflected::Discarded(id)));
        }
    });
    el("div").class("rc-row").child(promise).child(forget)
}

/// Reads the reflection under way, without following its changes.
fn now<T>(context: Context, read: impl FnOnce(&Reflection) -> T) -> Option<T> {
    context
        .session
        .with_untracked(|session| session.reflection.as_ref().map(read))
}
