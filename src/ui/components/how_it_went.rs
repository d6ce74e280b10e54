//! "How did it go?": asked of each step of the last plan, once there is a new check-in.

use super::choice::{Choice, choice};
use crate::domain::plan::{PlannedStep, Went};
use crate::session::{Event, Planned, Session};
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, Node, el, live_on};
use leptos::prelude::*;

/// The questions; nothing where there is no earlier plan.
pub fn how_it_went(context: Context) -> Node {
    let is_asked = move || context.session.with(Session::plan_is_from_before);
    live_on(is_asked, move |is_asked| {
        let steps = context
            .session
            .with(|session| session.plan.as_ref().map(|plan| plan.steps.clone()));
        let steps = steps.filter(|steps| is_asked && !steps.is_empty())?;
        Some(asked(context, &steps))
    })
}

fn asked(context: Context, steps: &[PlannedStep]) -> El {
    let words = &context.words.later().plan;
    let questions = steps
        .iter()
        .enumerate()
        .map(|(index, planned)| question(context, index, planned))
        .collect_nodes();
    el("section")
        .class("rc-card rc-screen-only")
        .attr("aria-labelledby", "how")
        .child(
            el("div")
                .class("rc-stack rc-stack--tight")
                .child(el("h2").attr("id", "how").child(words.how))
                .child(el("p").class("rc-measure").child(words.how_lead)),
        )
        .child(el("div").class("rc-stack").child(questions))
}

fn question(context: Context, index: usize, planned: &PlannedStep) -> El {
    let step = planned.step;
    let about = (context.words.later().result.step)(step);
    let went = move || {
        context.session.with(|session| {
            let plan = session.plan.as_ref()?;
            plan.steps.get(index)?.went
        })
    };
    let answers = Went::ALL.iter().map(|&one| {
        let tile = Choice {
            name: step.code(),
            value: one.code(),
            label: (context.words.later().plan.went)(one),
            hint: "",
            picture: None,
            many: false,
            class: "rc-choice",
        };
        choice(
            tile,
            move || went() == Some(one),
            move |_| context.send(Event::Planned(Planned::Learned(index, one))),
        )
    });
    let action = planned.action_or(about.text).to_owned();
    el("fieldset")
        .attr("data-step", step.code())
        .child(
            el("legend")
                .child(el("span").class("rc-fact__title").child(about.title))
                .child(
                    el("span")
                        .class("rc-small")
                        .attr("dir", "auto")
                        .child((" ", action)),
                ),
        )
        .child(
            el("div")
                .class("rc-choices rc-choices--row")
                .child(answers.collect_nodes()),
        )
}
