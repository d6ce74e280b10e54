//! The line on top of a screen: Back at its start, where the person is at its end.

use super::icon::{Icon, icon};
use crate::i18n::Words;
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el};

/// Back, and whatever stands at the end of the line.
pub fn topline(context: Context, end: impl IntoNodes) -> El {
    with_end(context, end.into_nodes())
}

/// Not generic: it is there once, whatever stands at the end.
fn with_end(context: Context, end: Nodes) -> El {
    el("div")
        .class("rc-topline")
        .child(
            el("button")
                .attr("type", "button")
                .class("rc-back")
                .attr("data-action", "back")
                .on("click", move |_| context.go_back())
                .child(icon(Icon::BACK, "rc-icon rc-icon--sm rc-icon--flip"))
                .child(context.words.page.back),
        )
        .child(end)
}

/// "Part 2 of 4", in words, with four marks for the eye. `part` counts from 0; `number` says which question
/// of how many, where the count is sure.
pub fn progress(words: &'static Words, part: usize, number: Option<(usize, usize)>) -> El {
    let name = words.page.parts[part];
    let words_for_part = (words.page.part_of)(&(part + 1).to_string(), name);
    let number = number.map(|(number, of)| {
        let text = (words.page.sign_of)(&number.to_string(), &of.to_string());
        el("span").child(text)
    });
    let marks = [0, 1, 2, 3].map(|mark| {
        let class = match mark.cmp(&part) {
            std::cmp::Ordering::Less => "rc-progress__step rc-progress__step--done",
            std::cmp::Ordering::Equal => "rc-progress__step rc-progress__step--now",
            std::cmp::Ordering::Greater => "rc-progress__step",
        };
        el("span").class(class)
    });
    el("p")
        .class("rc-progress")
        .child(el("span").child(words_for_part))
        .child(" ")
        .child(number)
        .child(
            el("span")
                .class("rc-progress__bar")
                .attr("aria-hidden", "true")
                .child(marks),
        )
}
