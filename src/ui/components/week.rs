//! A week in seven dots: an answer is days, so days are drawn. Decorative; the words stand beside it.

use crate::domain::answers::Frequency;
use crate::ui::element::{El, el};

const CENTRES: [&str; 7] = ["6", "17.7", "29.3", "41", "52.7", "64.3", "76"];

/// The dots of an answer: full for the days that are sure, dashed for the one that may be.
pub fn week(frequency: Frequency) -> El {
    let (sure, perhaps) = match frequency {
        Frequency::Never => (0, 0),
        Frequency::Rarely => (1, 1),
        Frequency::Sometimes => (3, 1),
        Frequency::Often => (5, 1),
        Frequency::EveryDay => (7, 0),
    };
    let mut day = 0;
    let dots = CENTRES.map(|centre| {
        day += 1;
        let class = if day <= sure {
            "rc-week__day rc-week__day--yes"
        } else if day <= sure + perhaps {
            "rc-week__day rc-week__day--maybe"
        } else {
            "rc-week__day"
        };
        el("circle")
            .class(class)
            .attr("cx", centre)
            .attr("cy", "6")
            .attr("r", "4.25")
    });
    el("svg")
        .class("rc-week")
        .attr("viewBox", "0 0 82 12")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(dots)
}
