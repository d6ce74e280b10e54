//! Moment by moment, newest first: each check-in with a way to see it again, and what was learned from a return
//! to use where it belongs.

use super::history_over::Over;
use crate::domain::date::Day;
use crate::domain::history::Moment;
use crate::domain::instrument::Area;
use crate::domain::reflection::Reflection;
use crate::domain::result::Wording;
use crate::domain::stage::Stage;
use crate::session::Aside;
use crate::ui::components::actions::button;
use crate::ui::components::ask_first::SMALL;
use crate::ui::components::learned::learned;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// How many moments show at first, and how many more each press brings.
const SHOWN: usize = 12;
const MORE: usize = 60;

/// Draws the card.
pub fn moments_card(over: &Over) -> El {
    let words = &over.context.words.later().history;
    let context = over.context;
    let shown = RwSignal::new(SHOWN);
    let had = context
        .session
        .with_untracked(|session| session.reflections.len());
    let deleted = move || {
        let now = context.session.with(|session| session.reflections.len());
        (now < had).then(|| el("p").child(context.words.later().history.deleted))
    };
    let over = over.clone();
    let list = move || {
        let kept = context.session.with(|session| session.reflections.clone());
        rows(&over, &kept, shown)
    };
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "moments")
        .child(
            el("div")
                .child(
                    el("h2")
                        .attr("id", "moments")
                        .attr("tabindex", "-1")
                        .child(words.moments.title),
                )
                .child(
                    el("p")
                        .class("rc-soft rc-small rc-screen-only")
                        .child(words.moments.text),
                )
                .child(el("div").attr("role", "status").child(live(deleted))),
        )
        .child(live(list))
}

fn rows(over: &Over, kept: &[Reflection], shown: RwSignal<usize>) -> Nodes {
    let context = over.context;
    let moments = &over.history.moments;
    let own = |moment: &Moment| kept.iter().find(|of| of.id == moment.check_in.id);
    let is_of_one = |reflection: &Reflection| {
        moments
            .iter()
            .any(|moment| moment.check_in.id == reflection.id)
    };
    let mut all: Vec<(Day, Option<&Moment>, Option<&Reflection>)> = moments
        .iter()
        .map(|moment| (moment.day(), Some(moment), own(moment)))
        .collect();
    for reflection in kept.iter().filter(|reflection| !is_of_one(reflection)) {
        let at = all.partition_point(|&(day, ..)| day <= reflection.day);
        all.insert(at, (reflection.day, None, Some(reflection)));
    }
    let count = all.len();
    let rows = all.into_iter().rev().take(shown.get());
    let rows = rows.map(|(day, moment, reflection)| {
        let date = context.write_day(day);
        el("li")
            .class("rc-moment")
            .child(match moment {
                Some(moment) => told(context, moment, date),
                None => el("p").child(el("strong").child(date)),
            })
            .child(reflection.map(|reflection| learned(context, reflection, "#moments")))
    });
    let more = (count > shown.get()).then(|| {
        el("p").class("rc-screen-only").child(button(
            SMALL,
            None,
            context.words.later().history.older,
            move || shown.update(|shown| *shown += MORE),
        ))
    });
    (
        el("ol").class("rc-moments").child(rows.collect_nodes()),
        more,
    )
        .into_nodes()
}

fn told(context: Context, moment: &Moment, date: String) -> El {
    let words = &context.words.later().history;
    let id = moment.check_in.id;
    let open = el("button")
        .attr("type", "button")
        .class("rc-moment__open")
        .on("click", move |_| context.open(Aside::Past(id)))
        .child(date);
    let total = moment.scores.total();
    let total = total.map(|total| (words.total)(&total.shown().to_string()));
    let result = &context.words.later().result;
    let stood_out = |area| (context.words.later().why.line_area)((result.area)(area));
    let told = match moment.stage.stage {
        Stage::Use => words.use_mark.to_owned(),
        Stage::Physical => stood_out(Area::Physical),
        Stage::Mental => stood_out(Area::Mental),
        Stage::Emotional => stood_out(Area::Emotional),
        _ if moment.check_in.result().wording == Wording::Cards => words.cards_first.to_owned(),
        other => (words.stage)(other).to_owned(),
    };
    el("p")
        .class("rc-moment__head")
        .child(open)
        .child(" ")
        .child(el("span").child(told).child(". ").child(total))
}
