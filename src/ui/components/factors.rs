//! The factors a result names, in order.

use super::icon::{Icon, icon};
use super::scale::percent;
use crate::domain::check_in::CheckIn;
use crate::domain::instrument::Factor;
use crate::domain::result::CheckResult;
use crate::i18n::Words;
use crate::ui::element::{CollectNodes, El, el};

/// The named factors as an ordered list, the person's own pick first.
pub fn factors(words: &'static Words, check_in: &CheckIn, result: &CheckResult) -> El {
    if result.ranked.is_empty() {
        let is_known = Factor::ALL
            .iter()
            .any(|&factor| result.scores.factor(factor).is_some());
        return el("p").child(if is_known {
            words.later().result.factors_none
        } else {
            words.later().result.factors_unknown
        });
    }
    let rows = result
        .ranked
        .iter()
        .map(|&named| factor(words, result, named, check_in.pick == Some(named)))
        .collect_nodes();
    el("ol").class("rc-factors").child(rows)
}

fn factor(words: &'static Words, result: &CheckResult, factor: Factor, picked: bool) -> El {
    let about = (words.later().result.factor)(factor);
    let score = result.scores.factor(factor);
    let shown = score.map(crate::domain::scoring::Score::shown);
    let number = shown.map_or_else(
        || words.later().result.not_known.to_owned(),
        |shown| shown.to_string(),
    );
    let bar = score.zip(shown).map(|(score, shown)| {
        let label = (words.later().result.factor_picture)(about.title, &shown.to_string());
        el("svg")
            .class("rc-bar__track")
            .attr("width", "100%")
            .attr("height", "20")
            .attr("role", "img")
            .attr("aria-label", label)
            .child(
                el("rect")
                    .class("rc-bar__rail")
                    .attr("y", "5")
                    .attr("width", "100%")
                    .attr("height", "10")
                    .attr("rx", "5"),
            )
            .child(
                el("rect")
                    .class("rc-bar__fill rc-bar__fill--plum")
                    .attr("y", "5")
                    .attr("width", percent(score))
                    .attr("height", "10")
                    .attr("rx", "5"),
            )
    });
    let picked = picked.then(|| {
        el("p")
            .class("rc-small")
            .child(el("strong").child(words.later().result.picked))
    });
    el("li")
        .class("rc-factor")
        .attr("data-factor", factor.code())
        .child(
            el("span")
                .class("rc-medal rc-medal--plum")
                .child(icon(picture(factor), "rc-icon")),
        )
        .child(
            el("div")
                .child(
                    el("p")
                        .class("rc-domain__name")
                        .child(el("span").child(about.title))
                        .child(" ")
                        .child(el("span").class("rc-bar__word").child(number)),
                )
                .child(el("p").class("rc-soft rc-small").child(about.text))
                .child(picked)
                .child(bar),
        )
}

fn picture(factor: Factor) -> Icon {
    match factor {
        Factor::Triggers => Icon::TRIGGERS,
        Factor::Support => Icon::PEOPLE,
        Factor::MentalHealth => Icon::CLOUD,
        Factor::Coping => Icon::WAVE,
        Factor::Environment => Icon::HOUSE,
        Factor::Trauma => Icon::LEAF,
    }
}
