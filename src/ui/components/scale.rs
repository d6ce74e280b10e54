//! The total sign load on a line from 0 to 100 with three named zones: one hue, no verdict.

use crate::domain::fraction::Fraction;
use crate::domain::scoring::{Level, Score};
use crate::i18n::Words;
use crate::ui::element::{El, el};

/// Where each level begins and how wide it is, in percent, and which of its class names to use.
const ZONES: [(Level, &str, &str); 3] = [
    (Level::Few, "0%", "25%"),
    (Level::Some, "25%", "25%"),
    (Level::Many, "50%", "50%"),
];

/// The picture, with a ring for last time if there was one.
pub fn scale(words: &'static Words, total: Score, last: Option<Score>) -> El {
    let level = Level::of(total);
    let shown = total.shown().to_string();
    let label =
        (words.later().result.total_picture)(&shown, (words.later().result.level)(level).text);
    let zones = ZONES.map(|(zone, x, width)| {
        let class = if zone == level {
            "rc-scale__zone rc-scale__zone--here"
        } else {
            "rc-scale__zone"
        };
        el("rect")
            .class(class)
            .attr("x", x)
            .attr("y", "10")
            .attr("width", width)
            .attr("height", "16")
            .attr("rx", "4")
    });
    let names = ZONES.map(|(zone, ..)| {
        let class = if zone == level {
            "rc-scale__name--here"
        } else {
            ""
        };
        el("span")
            .class(class)
            .child((words.later().result.level)(zone).title)
    });
    let ring = last.map(|last| {
        el("circle")
            .class("rc-scale__last")
            .attr("cx", percent(last))
            .attr("cy", "18")
            .attr("r", "7")
    });
    el("div")
        .class("rc-scale")
        .child(
            el("svg")
                .class("rc-scale__track")
                .attr("width", "100%")
                .attr("height", "36")
                .attr("role", "img")
                .attr("aria-label", label)
                .child(zones)
                .child(ring)
                .child(
                    el("circle")
                        .class("rc-scale__mark")
                        .attr("cx", percent(total))
                        .attr("cy", "18")
                        .attr("r", "13"),
                ),
        )
        .child(
            el("p")
                .class("rc-scale__names")
                .attr("aria-hidden", "true")
                .child(names),
        )
}

/// A score as a position, to two decimals.
pub fn percent(score: Score) -> String {
    written(hundredths(score.value()))
}

/// A value from 0 to 100 in hundredths, as charts count.
pub fn hundredths(value: Fraction) -> u32 {
    // At most 10,000, so it fits.
    u32::try_from(u64::from(value.num()) * 100 / u64::from(value.den()))
        .map_or(10_000, |all| all.min(10_000))
}

/// Hundredths as a position.
pub fn written(hundredths: u32) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// "From 4 of 6 answers.", where some were skipped.
pub fn partial(words: &Words, score: Score) -> Option<String> {
    let (answered, of) = (score.answered().to_string(), score.of().to_string());
    score
        .is_partial()
        .then(|| (words.later().result.partial)(&answered, &of))
}
