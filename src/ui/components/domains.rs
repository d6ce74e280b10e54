//! The four wellness domains: three steps named in words, the person's step marked.

use super::icon::{Icon, icon};
use super::scale::{partial, percent};
use crate::domain::instrument::Domain;
use crate::domain::result::CheckResult;
use crate::domain::wellness::Band;
use crate::i18n::Words;
use crate::ui::element::{El, el};

/// Where each band begins and how wide it is, in percent.
const STEPS: [(Band, &str, &str); 3] = [
    (Band::NeedsCare, "0%", "50%"),
    (Band::Building, "50%", "25%"),
    (Band::Strong, "75%", "25%"),
];

/// All four domains. The overall mean is only ever shown under them.
pub fn domains(words: &'static Words, result: &CheckResult) -> El {
    let rows = Domain::ALL.map(|of| domain(words, result, of));
    el("ul").class("rc-domains").child(rows)
}

fn domain(words: &'static Words, result: &CheckResult, domain: Domain) -> El {
    let score = result.scores.domain(domain);
    let band = score.map(Band::of);
    let shown = score.map(crate::domain::scoring::Score::shown);
    let word = band.map_or(words.later().result.not_known, |band| {
        (words.later().result.band)(band)
    });
    let number = shown.map(|shown| (words.later().result.of_100)(&shown.to_string()));
    let steps = STEPS.map(|(step, x, width)| {
        let class = if Some(step) == band {
            "rc-domain__step rc-domain__step--here"
        } else {
            "rc-domain__step"
        };
        el("rect")
            .class(class)
            .attr("x", x)
            .attr("y", "4")
            .attr("width", width)
            .attr("height", "10")
            .attr("rx", "4")
    });
    let mark = score.map(|score| {
        el("rect")
            .class("rc-domain__mark")
            .attr("x", percent(score))
            .attr("y", "9")
            .attr("width", "13")
            .attr("height", "13")
            .attr("rx", "2.5")
            .attr("transform", "translate(-6.5 -6.5)")
    });
    el("li")
        .class("rc-domain")
        .attr("data-scale", domain.code())
        .attr("data-shown", shown)
        .child(
            el("span")
                .class("rc-medal rc-medal--sun")
                .child(icon(picture(domain), "rc-icon")),
        )
        .child(
            el("div")
                .child(
                    el("p")
                        .class("rc-domain__name")
                        .child(el("span").child((words.later().result.domain)(domain)))
                        .child(" ")
                        .child(
                            el("span")
                                .class("rc-domain__word")
                                .child(word)
                                .child(el("span").class("rc-hidden").child(" ").child(number)),
                        ),
                )
                .child(
                    el("svg")
                        .class("rc-domain__steps")
                        .attr("width", "100%")
                        .attr("height", "18")
                        .attr("aria-hidden", "true")
                        .attr("focusable", "false")
                        .child(steps)
                        .child(mark),
                )
                .child(
                    score
                        .and_then(|score| partial(words, score))
                        .map(|told| el("p").class("rc-soft rc-small").child(told)),
                ),
        )
}

fn picture(domain: Domain) -> Icon {
    match domain {
        Domain::Health => Icon::HEART,
        Domain::Functioning => Icon::SUN,
        Domain::Relationships => Icon::RINGS,
        Domain::Resilience => Icon::BOUNCE,
    }
}
