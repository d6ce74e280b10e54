//! The cards that results are made of.

use super::outcome::Outcome;
use super::why::{why_stage, why_total, why_wellness};
use crate::domain::check_in::{CheckIn, Comparison};
use crate::domain::instrument::Part;
use crate::domain::plan;
use crate::domain::result::Wording;
use crate::domain::scoring::Score;
use crate::domain::stage::UseReport;
use crate::platform::page::{focus_soon, print};
use crate::session::{Aside, Event, Keep, Stored};
use crate::ui::components::actions::{
    button, link_button, primary, privacy_button, see_care, see_history,
};
use crate::ui::components::ask_first::{Ask, ask_first};
use crate::ui::components::bars::bars;
use crate::ui::components::begin_anew::begin_anew;
use crate::ui::components::crisis::crisis;
use crate::ui::components::domains::domains;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::more::{more, more_of};
use crate::ui::components::notice::{keep_again, kept_words, notice};
use crate::ui::components::planned_step::{do_it_here, reason_words};
use crate::ui::components::scale::{partial, scale};
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Node, Nodes, el, live, live_on};
use leptos::prelude::*;

/// The total sign load.
pub fn total_card(context: Context, outcome: &Outcome) -> El {
    let words = &context.words.later().result;
    let total = outcome.result.scores.total();
    let shown = total.map(crate::domain::scoring::Score::shown);
    let level = outcome.result.level;
    let answers = &outcome.check_in.answers;
    let has_answer = Part::Stage
        .items()
        .iter()
        .any(|&item| answers.value(item).is_some());
    // Where the cards come first, a large "few signs" would speak against them.
    let is_loud = outcome.result.wording != Wording::Cards;
    let big = match level {
        Some(level) if is_loud => Some((words.level)(level).text),
        Some(_) => None,
        None => Some(words.total_unknown.title),
    };
    let body = match (total, level) {
        (Some(total), Some(level)) => {
            let last = last_total(outcome);
            let text = [
                Some(words.more_is_more.to_owned()),
                last.map(|last| (words.last_time)(&last.shown().to_string())),
                partial(context.words, total),
            ];
            (
                (!is_loud).then(|| el("p").class("rc-lead").child((words.level)(level).text)),
                scale(context.words, total, last),
                el("p")
                    .child(el("strong").child((words.of_100)(&total.shown().to_string())))
                    .child(" ")
                    .child(text.into_iter().flatten().collect::<Vec<_>>().join(" ")),
            )
                .into_nodes()
        }
        _ => el("p")
            .child(words.total_unknown.text)
            .child(" ")
            .child(has_answer.then_some(words.total_unknown_rest))
            .into_nodes(),
    };
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "total")
        .attr("data-result", "total")
        .attr("data-value", level.map(crate::domain::scoring::Level::code))
        .attr("data-scale", "total")
        .attr("data-shown", shown)
        .child(
            el("h2")
                .attr("id", "total")
                .child(el("span").class("rc-kicker").child(words.total))
                .child(" ")
                .child(big.map(|big| el("span").class("rc-big").child(big))),
        )
        .child(body)
        .child(more(
            context.words.later().why.total_title,
            why_total(context, outcome),
        ))
}

/// The total of the check-in compared with, if it rests on the same items: else the ring would say one thing
/// and the words for change another.
fn last_total(outcome: &Outcome) -> Option<Score> {
    let Comparison::With { earlier, .. } = outcome.comparison else {
        return None;
    };
    let is_answered = |check_in: &CheckIn, item| check_in.answers.value(item).is_some();
    Part::Stage
        .items()
        .iter()
        .all(|&item| is_answered(&earlier, item) == is_answered(&outcome.check_in, item))
        .then(|| earlier.result().scores.total())
        .flatten()
}

/// The stage in one sentence, the areas, and the grounds.
pub fn stage_card(context: Context, outcome: &Outcome) -> El {
    let words = &context.words.later().result;
    let stage = &outcome.result.stage;
    let also = stage
        .also()
        .map(|area| el("p").child((words.area_also)(area)))
        .collect_nodes();
    let kind_word = match stage.use_report {
        UseReport::Lapse | UseReport::Unspecified => Some(words.use_once),
        UseReport::Repeated => Some(words.use_more),
        UseReport::None | UseReport::Unknown => None,
    };
    let unknown =
        (stage.use_report == UseReport::Unknown).then(|| el("p").child(words.use_unknown));
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "stage")
        .attr("data-result", "stage")
        .attr("data-value", stage.stage.code())
        .child(
            el("h2")
                .attr("id", "stage")
                .child((words.sentence)(outcome.result.wording)),
        )
        .child(kind_word.map(|word| el("p").child(word)))
        .child(unknown)
        .child(bars(context.words, &outcome.result))
        .child(also)
        .child(el("p").class("rc-soft rc-small").child(words.picture_only))
        .child(more(
            context.words.later().why.title,
            why_stage(context, outcome),
        ))
}

/// The four wellness domains, and their mean under them.
pub fn wellness_card(context: Context, outcome: &Outcome) -> El {
    let words = &context.words.later().result;
    let overall = outcome.result.scores.overall();
    let shown = overall.map(crate::domain::scoring::Score::shown);
    let body = if is_part_seen(outcome, Part::Wellness) {
        let together = shown.map(|shown| {
            el("p")
                .class("rc-soft rc-small")
                .attr("data-scale", "overall")
                .attr("data-shown", shown)
                .child((words.together)(&shown.to_string()))
                .child(
                    overall
                        .is_some_and(Score::is_partial)
                        .then_some((" ", words.together_partial)),
                )
        });
        (
            el("p").class("rc-soft rc-small").child(words.wellness_hint),
            domains(context.words, &outcome.result),
            together,
            more_of(
                context.words.later().why.answers_behind,
                words.wellness_title,
                why_wellness(context, outcome),
            ),
        )
            .into_nodes()
    } else {
        el("p").child(words.wellness_unseen).into_nodes()
    };
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "well")
        .child(el("h2").attr("id", "well").child(words.wellness_title))
        .child(body)
}

/// True once the person has seen an item of `part`.
pub fn is_part_seen(outcome: &Outcome, part: Part) -> bool {
    part.items()
        .iter()
        .any(|&item| outcome.check_in.answers.reply(item).is_seen())
}

/// Small steps to choose from, `most` at most, and the way to make them a plan. Follows the person's own pick
/// of a factor, and what they said of earlier steps.
pub fn small_things(
    context: Context,
    title: &'static str,
    hint: Option<&'static str>,
    most: usize,
    plan_class: &'static str,
) -> Node {
    let words = &context.words.later().plan;
    live(move || {
        let lessons = context.session.with(|session| {
            let plan = session.plan.as_ref();
            plan.map(|plan| plan.lessons.clone()).unwrap_or_default()
        });
        let steps = plan::offers(&context.check_in()?.result(), &lessons);
        let refers = steps.iter().take(most).any(|(_, step)| step.is_referral());
        let items: Nodes = steps
            .into_iter()
            .take(most)
            .map(|(reason, step)| {
                let about = (context.words.later().result.step)(step);
                el("li")
                    .child(el("h3").child(about.title))
                    .child(el("p").class("rc-measure").child(about.text))
                    .child(
                        el("p")
                            .class("rc-soft rc-small")
                            .child((words.for_reason)(reason_words(context, reason))),
                    )
                    .child(do_it_here(context, step))
            })
            .collect_nodes();
        let has_plan = context.session.with(|session| session.plan.is_some());
        let label = match (has_plan, items.is_empty()) {
            (true, _) => context.words.welcome.see_plan,
            (false, true) => words.make,
            (false, false) => words.go,
        };
        let go = button(plan_class, Some("plan"), label, move || {
            context.open(Aside::Plan);
        });
        let go = el("p").class("rc-screen-only").child(go);
        if items.is_empty() {
            return Some(go);
        }
        let list = el("div")
            .class("rc-stack")
            .child(el("h2").attr("id", "small").child(title))
            .child(hint.map(|hint| el("p").child(hint)))
            .child(el("ul").class("rc-stack").child(items))
            .child(refers.then(|| crisis(context, words.sooner)))
            .child(go);
        let medal = el("span").class("rc-medal rc-medal--sun");
        Some(
            el("section")
                .class("rc-card rc-card--sun")
                .attr("aria-labelledby", "small")
                .child(
                    el("div")
                        .class("rc-fact")
                        .child(medal.child(icon(Icon::WAVE, "rc-icon")))
                        .child(list),
                ),
        )
    })
}

/// The way on from the short result: the optional parts, or everything so far on one page.
pub fn fuller(context: Context) -> El {
    let words = &context.words.later().result;
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "fuller")
        .child(
            el("div")
                .class("rc-stack rc-stack--tight")
                .child(el("h2").attr("id", "fuller").child(words.fuller_title))
                .child(el("p").class("rc-measure").child(words.fuller_text)),
        )
        .child(
            el("div")
                .class("rc-row")
                .child(primary("more", words.fuller_go, move || {
                    context.send(Event::Continued);
                }))
                .child(button(
                    "rc-button rc-button--quiet",
                    Some("finish"),
                    words.fuller_end,
                    move || context.send(Event::Finished),
                )),
        )
}

/// What is kept, and what can be done with this check-in.
pub fn kept_row(context: Context) -> El {
    let words = &context.words.later().result;
    let truth = move || {
        context
            .session
            .with(|session| kept_words(context.words, session))
    };
    let is_kept = move || context.session.with(|session| session.keep == Keep::Here);
    let keep = move |is_kept: bool| {
        (!is_kept).then(|| {
            link_button(Icon::LOCK, Some("keep"), words.keep, move || {
                context.send(Event::ChoseKeep(Keep::Here));
                focus_soon("#kept".to_owned());
            })
        })
    };
    let ask = Ask {
        action: "discard",
        label: words.discard,
        sure: words.discard_sure,
        yes: words.discard_yes,
    };
    let status = el("div")
        .attr("role", "status")
        .attr("id", "kept")
        .attr("tabindex", "-1");
    let actions = el("div")
        .class("rc-row")
        .child(live_on(is_kept, keep))
        .child(link_button(Icon::PRINT, Some("print"), words.print, print))
        .child(privacy_button(context));
    let further = el("div")
        .class("rc-row")
        .child(see_history(context))
        .child(see_care(context));
    el("div")
        .class("rc-stack rc-stack--tight rc-screen-only")
        .child(status.child(live(move || notice(Icon::LOCK, truth()))))
        .child(keep_again(context, Stored::CheckIn))
        .child(actions)
        .child(further)
        .child(begin_anew(context))
        .child(ask_first(context, ask, move || {
            context.send(Event::Discarded);
        }))
}
