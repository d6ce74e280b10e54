//! The cards that results are made of.

use super::outcome::Outcome;
use super::why::{why_factors, why_stage, why_wellness};
use crate::domain::check_in::Comparison;
use crate::domain::instrument::{Factor, Part};
use crate::domain::plan::{Reason, Step};
use crate::domain::scoring::Score;
use crate::domain::stage::UseReport;
use crate::session::{Event, Keep};
use crate::ui::components::actions::{button, link_button, primary};
use crate::ui::components::ask_first::{Ask, ask_first};
use crate::ui::components::bars::bars;
use crate::ui::components::begin_anew::begin_anew;
use crate::ui::components::choice::{Choice, choice};
use crate::ui::components::domains::domains;
use crate::ui::components::factors::factors;
use crate::ui::components::icon::{Icon, icon, small};
use crate::ui::components::more::more;
use crate::ui::components::notice::{kept_words, notice};
use crate::ui::components::scale::scale;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, el, live};
use leptos::prelude::*;

/// The total sign load.
pub fn total_card(context: Context, outcome: &Outcome) -> El {
    let words = &context.words.result;
    let total = outcome.result.scores.total();
    let shown = total.map(crate::domain::scoring::Score::shown);
    let level = outcome.result.level;
    let body = match (total, level) {
        (Some(total), Some(level)) => {
            let last = last_total(outcome);
            let text = [
                Some(words.more_is_more.to_owned()),
                last.map(|last| (words.last_time)(&last.shown().to_string())),
                partial(context, total),
            ];
            (
                el("p").class("rc-big").child((words.level)(level).text),
                scale(context.words, total, last),
                el("p")
                    .child(el("strong").child((words.of_100)(&total.shown().to_string())))
                    .child(" ")
                    .child(text.into_iter().flatten().collect::<Vec<_>>().join(" ")),
            )
                .into_nodes()
        }
        _ => (
            el("p").class("rc-big").child(words.total_unknown.title),
            el("p").child(words.total_unknown.text),
        )
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
                .class("rc-kicker")
                .attr("id", "total")
                .child(words.total),
        )
        .child(body)
}

fn last_total(outcome: &Outcome) -> Option<Score> {
    match outcome.comparison {
        Comparison::With { earlier, .. } => earlier.result().scores.total(),
        Comparison::First | Comparison::NotYet { .. } => None,
    }
}

fn partial(context: Context, score: Score) -> Option<String> {
    let (answered, of) = (score.answered().to_string(), score.of().to_string());
    score
        .is_partial()
        .then(|| (context.words.result.partial)(&answered, &of))
}

/// The stage in one sentence, the areas, and the grounds.
pub fn stage_card(context: Context, outcome: &Outcome) -> El {
    let words = &context.words.result;
    let stage = &outcome.result.stage;
    let also = stage
        .also()
        .map(|area| el("li").child((words.area_also)(area)))
        .collect_nodes();
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
        .child(unknown)
        .child(bars(context.words, &outcome.result))
        .child(el("ul").class("rc-stack rc-stack--tight").child(also))
        .child(el("p").class("rc-soft rc-small").child(words.picture_only))
        .child(more(words.why, why_stage(context, outcome)))
}

/// The factors, with the person's own pick. Follows the pick.
pub fn factors_card(context: Context, outcome: &Outcome) -> El {
    let words = &context.words.result;
    let seen = is_part_seen(outcome, Part::Factors);
    let list = move || {
        let check_in = context.check_in()?;
        let result = check_in.result();
        let is_shown = seen || check_in.pick.is_some();
        Some(if is_shown {
            factors(context.words, &check_in, &result)
        } else {
            el("p").child(words.factors_unseen)
        })
    };
    let why = seen.then(|| more(words.answers_behind, why_factors(context, outcome)));
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "factors")
        .child(
            el("div")
                .class("rc-stack rc-stack--tight")
                .child(el("h2").attr("id", "factors").child(words.factors_title))
                .child(el("p").class("rc-soft rc-small").child(words.factors_hint)),
        )
        .child(live(list))
        .child(
            el("div")
                .child(more((small(Icon::SWAP), words.pick), pick(context)))
                .child(why),
        )
}

fn pick(context: Context) -> El {
    let words = &context.words.result;
    let one = |factor: Option<Factor>, value, label, hint| {
        let tile = Choice {
            name: "pick",
            value,
            label,
            hint,
            picture: None,
            many: false,
            class: "rc-choice",
        };
        let is_picked = move || {
            context
                .check_in()
                .is_some_and(|check_in| check_in.pick == factor)
        };
        choice(tile, is_picked, move |_| {
            context.send(Event::Picked(factor));
        })
    };
    let tiles = Factor::ALL.map(|factor| {
        let about = (words.factor)(factor);
        one(Some(factor), factor.code(), about.title, about.text)
    });
    el("fieldset")
        .attr("data-item", "pick")
        .child(
            el("legend")
                .class("rc-field__label")
                .child(words.pick_question),
        )
        .child(el("div").class("rc-choices").child(tiles).child(one(
            None,
            "none",
            words.pick_none,
            "",
        )))
}

/// The four wellness domains, and their mean under them.
pub fn wellness_card(context: Context, outcome: &Outcome) -> El {
    let words = &context.words.result;
    let overall = outcome.result.scores.overall();
    let shown = overall.map(crate::domain::scoring::Score::shown);
    let body = if is_part_seen(outcome, Part::Wellness) {
        let together = shown.map(|shown| {
            el("p")
                .class("rc-soft rc-small")
                .attr("data-scale", "overall")
                .attr("data-shown", shown)
                .child((words.together)(&shown.to_string()))
        });
        (
            el("p").class("rc-soft rc-small").child(words.wellness_hint),
            domains(context.words, &outcome.result),
            together,
            more(words.answers_behind, why_wellness(context, outcome)),
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

fn is_part_seen(outcome: &Outcome, part: Part) -> bool {
    part.items()
        .iter()
        .any(|&item| outcome.check_in.answers.reply(item).is_seen())
}

/// Small steps to choose from.
pub fn small_things(
    context: Context,
    title: &'static str,
    hint: Option<&'static str>,
    steps: Vec<(Reason, Step)>,
) -> Option<El> {
    if steps.is_empty() {
        return None;
    }
    let items = steps
        .into_iter()
        .map(|(_, step)| {
            let about = (context.words.result.step)(step);
            el("li")
                .child(el("h3").child(about.title))
                .child(el("p").class("rc-measure").child(about.text))
        })
        .collect_nodes();
    let card = el("section")
        .class("rc-card rc-card--sun")
        .attr("aria-labelledby", "small")
        .child(
            el("div")
                .class("rc-fact")
                .child(
                    el("span")
                        .class("rc-medal rc-medal--sun")
                        .child(icon(Icon::WAVE, "rc-icon")),
                )
                .child(
                    el("div")
                        .class("rc-stack")
                        .child(el("h2").attr("id", "small").child(title))
                        .child(hint.map(|hint| el("p").child(hint)))
                        .child(el("ul").class("rc-stack").child(items)),
                ),
        );
    Some(card)
}

/// The way on from the short result: the optional parts, or everything so far on one page.
pub fn fuller(context: Context) -> El {
    let words = &context.words.result;
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
    let words = &context.words.result;
    let truth = move || {
        context
            .session
            .with(|session| kept_words(context.words, session))
    };
    let keep = move || {
        let is_kept = context.session.with(|session| session.keep == Keep::Here);
        (!is_kept).then(|| {
            link_button(Icon::LOCK, Some("keep"), words.keep, move || {
                context.send(Event::ChoseKeep(Keep::Here));
            })
        })
    };
    let ask = Ask {
        action: "discard",
        label: words.discard,
        sure: words.discard_sure,
        yes: words.discard_yes,
    };
    el("div")
        .class("rc-stack rc-stack--tight rc-screen-only")
        .child(
            el("div")
                .attr("role", "status")
                .child(live(move || notice(Icon::LOCK, truth()))),
        )
        .child(
            el("div")
                .class("rc-row")
                .child(live(keep))
                .child(link_button(
                    Icon::PRINT,
                    Some("print"),
                    words.print,
                    crate::platform::page::print,
                )),
        )
        .child(begin_anew(context))
        .child(ask_first(context, ask, move || {
            context.send(Event::Discarded);
        }))
}
