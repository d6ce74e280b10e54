//! "Why this result": the grounds of each score, with the answers behind it.

use super::outcome::Outcome;
use crate::domain::gates::{Gate, GateOption};
use crate::domain::instrument::{Area, Domain, Factor};
use crate::domain::scoring::Score;
use crate::domain::stage::{self, Stage};
use crate::ui::components::answers_behind::answers_behind;
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el};

/// The grounds of the stage, in the order of the decision list: use, the next day, then the areas nearest to
/// use first.
pub fn why_stage(context: Context, outcome: &Outcome) -> Nodes {
    let words = &context.words.result;
    let gates = outcome.check_in.gates.effective();
    let by_use = (outcome.result.stage.stage == Stage::Use).then(|| {
        reason(
            words.why_use.to_owned(),
            gate_answer(context, outcome, Gate::U1),
        )
    });
    let by_next_day = stage::next_day_is_key(&gates).then(|| {
        reason(
            words.why_next_day.to_owned(),
            gate_answer(context, outcome, Gate::U5),
        )
    });
    let areas = Area::NEAREST_TO_USE_FIRST.map(|area| {
        let answers = answers_behind(context.words, &outcome.check_in, area.items());
        reason(why_area(context, outcome, area), answers)
    });
    let total = outcome.result.scores.total().map(|total| {
        let (answered, of) = (total.answered().to_string(), total.of().to_string());
        el("p").child((words.why_total)(&answered, &of))
    });
    (
        el("ol")
            .class("rc-reasons")
            .child(by_use)
            .child(by_next_day)
            .child(areas),
        total,
        el("p").class("rc-soft rc-small").child(words.by_hand),
    )
        .into_nodes()
}

fn reason(text: String, answers: impl IntoNodes) -> El {
    el("li")
        .class("rc-reason")
        .child(el("div").child(el("p").child(text)).child(answers))
}

fn why_area(context: Context, outcome: &Outcome, area: Area) -> String {
    let words = &context.words.result;
    let name = (words.area)(area);
    let cut = stage::cut(area).written();
    let by_key = stage::key_items(&outcome.check_in.answers, area)
        .next()
        .is_some();
    match outcome.result.scores.area(area) {
        Some(score) if score.value() >= stage::cut(area) => {
            (words.why_area_raised)(name, &score.shown().to_string(), &cut)
        }
        _ if by_key => (words.why_key)(name),
        Some(score) => (words.why_area_low)(name, &score.shown().to_string(), &cut),
        None => {
            let answers = &outcome.check_in.answers;
            let answered = area
                .items()
                .iter()
                .filter(|&&item| answers.value(item).is_some());
            (words.why_area_unknown)(name, &answered.count().to_string())
        }
    }
}

fn gate_answer(context: Context, outcome: &Outcome, gate: Gate) -> El {
    let words = &context.words.question;
    let codes = outcome
        .check_in
        .gates
        .codes(gate)
        .given()
        .unwrap_or_default();
    let answers: Vec<_> = GateOption::of(gate)
        .into_iter()
        .filter(|(code, _)| codes.contains(code))
        .map(|(_, option)| (words.gate_option)(option))
        .collect();
    el("p")
        .class("rc-quote")
        .child(el("span").child((words.gate)(gate).question))
        .child(" ")
        .child(
            el("span")
                .class("rc-quote__answer")
                .child(answers.join(", ")),
        )
}

/// Every factor with its number and the answers behind it.
pub fn why_factors(context: Context, outcome: &Outcome) -> Nodes {
    Factor::ALL
        .map(|factor| {
            let name = (context.words.result.factor)(factor).title;
            let score = outcome.result.scores.factor(factor);
            let answers = answers_behind(context.words, &outcome.check_in, factor.items());
            el("div")
                .attr("data-scale", factor.code())
                .attr(
                    "data-shown",
                    score.map(crate::domain::scoring::Score::shown),
                )
                .child(name_and_number(context, name, score))
                .child(answers)
        })
        .into_nodes()
}

/// Every domain with its number and the answers behind it.
pub fn why_wellness(context: Context, outcome: &Outcome) -> Nodes {
    Domain::ALL
        .map(|domain| {
            let name = (context.words.result.domain)(domain);
            let score = outcome.result.scores.domain(domain);
            let answers = answers_behind(context.words, &outcome.check_in, domain.items());
            el("div")
                .child(name_and_number(context, name, score))
                .child(answers)
        })
        .into_nodes()
}

fn name_and_number(context: Context, name: &'static str, score: Option<Score>) -> Nodes {
    let words = &context.words.result;
    let number = score.map_or_else(
        || words.not_known.to_owned(),
        |score| (words.of_100)(&score.shown().to_string()),
    );
    (
        el("h3").child(name),
        el("p").class("rc-small").child(number),
    )
        .into_nodes()
}
