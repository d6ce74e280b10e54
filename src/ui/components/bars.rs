//! One bar an area, with a tick where the area starts to stand out and the same in words.

use super::scale::{partial, percent};
use crate::domain::instrument::Area;
use crate::domain::result::CheckResult;
use crate::domain::stage;
use crate::i18n::Words;
use crate::ui::element::{El, IntoNodes, Nodes, el};

/// The three areas in asking order, and the key to the tick.
pub fn bars(words: &'static Words, result: &CheckResult) -> Nodes {
    let rows = Area::ALL.map(|area| bar(words, result, area));
    (
        el("dl").class("rc-bars").child(rows),
        el("p").class("rc-key").child(
            el("span")
                .class("rc-key__item")
                .child(
                    el("svg")
                        .class("rc-key__mark")
                        .attr("viewBox", "0 0 18 18")
                        .attr("aria-hidden", "true")
                        .attr("focusable", "false")
                        .child(el("path").class("rc-bar__cut").attr("d", "M9 0v18")),
                )
                .child(words.later().result.cut_mark),
        ),
    )
        .into_nodes()
}

fn bar(words: &'static Words, result: &CheckResult, area: Area) -> El {
    let score = result.scores.area(area);
    let raised = result.stage.is_raised(area);
    let word = match (raised, score) {
        // Raised by an answer that counts alone: the bar may be far short of the mark.
        (true, score) if score.is_none_or(|score| score.value() < stage::cut(area)) => {
            words.later().result.stands_out_alone
        }
        (true, _) => words.later().result.stands_out,
        (false, Some(_)) => words.later().result.few_signs,
        (false, None) => words.later().result.not_known,
    };
    let cut = stage::cut(area).written() + "%";
    let fill_class = if raised {
        "rc-bar__fill rc-bar__fill--out"
    } else {
        "rc-bar__fill"
    };
    let fill = score.map(|score| {
        el("rect")
            .class(fill_class)
            .attr("y", "5")
            .attr("width", percent(score))
            .attr("height", "10")
            .attr("rx", "5")
    });
    let shown = score.map(crate::domain::scoring::Score::shown);
    let number = shown.map(|shown| (words.later().result.of_100)(&shown.to_string()));
    el("div")
        .class("rc-bar")
        .attr("data-scale", area.code())
        .attr("data-shown", shown)
        .child(
            el("dt")
                .class("rc-bar__name")
                .child((words.later().result.area)(area)),
        )
        .child(
            el("dd")
                .class("rc-bar__word")
                .child(word)
                .child(el("span").class("rc-hidden").child(" ").child(number))
                .child(
                    score
                        .and_then(|score| partial(words, score))
                        .map(|told| (". ", told)),
                ),
        )
        .child(
            el("dd")
                .class("rc-bar__track")
                .attr("aria-hidden", "true")
                .child(
                    el("svg")
                        .attr("width", "100%")
                        .attr("height", "100%")
                        .attr("focusable", "false")
                        .child(
                            el("rect")
                                .class("rc-bar__rail")
                                .attr("y", "5")
                                .attr("width", "100%")
                                .attr("height", "10")
                                .attr("rx", "5"),
                        )
                        .child(fill)
                        .child(
                            el("line")
                                .class("rc-bar__cut")
                                .attr("x1", cut.clone())
                                .attr("x2", cut)
                                .attr("y1", "0")
                                .attr("y2", "20"),
                        ),
                ),
        )
}
