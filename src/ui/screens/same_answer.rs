//! "You gave one answer all the way. Is that right?"

use super::question::part_number;
use crate::domain::answers::Frequency;
use crate::domain::instrument::{Item, Part};
use crate::session::Event;
use crate::ui::components::actions::{button, primary};
use crate::ui::components::heading::heading;
use crate::ui::components::topline::{progress, topline};
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// Draws the prompt at the end of `part`.
pub fn same_answer(context: Context, part: Part) -> Nodes {
    let words = &context.words.question;
    let check_in = context.check_in_once();
    let given = |item: &Item| {
        check_in.is_some_and(|check_in| check_in.answers.reply(*item).given().is_some())
    };
    let answered: Vec<_> = Item::ALL.into_iter().filter(given).collect();
    let answer = check_in.and_then(|check_in| check_in.answers.same_answer());
    let named = answer.map_or("", |answer| (words.frequency)(answer).title);
    let reversed = answered
        .iter()
        .filter(|item| item.is_reversed())
        .map(|&item| el("li").child((words.item)(item)))
        .collect_nodes();
    (
        topline(context, progress(context.words, part_number(part), None)),
        el("div")
            .class("rc-sheet rc-stack rc-stack--loose")
            .child(picture(answered.len(), answer))
            .child(
                el("div")
                    .class("rc-stack")
                    .child(heading(words.same_title))
                    .child(
                        el("p")
                            .class("rc-lead")
                            .child((words.same_lead)(named, &answered.len().to_string())),
                    ),
            )
            .child(
                el("div")
                    .class("rc-row")
                    .child(primary("continue", words.same_yes, move || {
                        context.send(Event::Continued);
                    }))
                    .child(button(
                        "rc-button rc-button--secondary",
                        None,
                        words.same_no,
                        move || context.send(Event::LookedAgain),
                    )),
            )
            .child(
                el("div")
                    .class("rc-soft rc-small rc-stack rc-stack--tight")
                    .child(el("p").child(words.same_reversed))
                    .child(el("ul").class("rc-bullets").child(reversed)),
            ),
    )
        .into_nodes()
}

/// One dot an answer, all alike: open for "never", full for the others.
fn picture(count: usize, answer: Option<Frequency>) -> El {
    const COLUMNS: usize = 6;
    let class = match answer {
        Some(Frequency::Never) | None => "rc-same__dot rc-same__dot--open",
        Some(_) => "rc-same__dot",
    };
    let dots = (0..count).map(|index| {
        let (x, y) = (24 + 50 * (index % COLUMNS), 22 + 36 * (index / COLUMNS));
        el("circle")
            .class(class)
            .attr("cx", x.to_string())
            .attr("cy", y.to_string())
            .attr("r", "9")
    });
    let height = 8 + 36 * count.div_ceil(COLUMNS);
    el("svg")
        .class("rc-same")
        .attr("viewBox", format!("0 0 300 {height}"))
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(dots.collect_nodes())
}
