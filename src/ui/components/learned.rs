//! What a person wrote down after a return to use, as they wrote it.

use super::ask_first::SMALL;
use crate::domain::reflection::{Prompt, Reflection};
use crate::platform::page::focus_soon;
use crate::session::{Event, Reflected};
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, el};

/// What was chosen and written, question by question; none where nothing was.
pub fn written(context: Context, reflection: &Reflection) -> Option<El> {
    let words = &context.words.later().history;
    let factors = reflection.before.iter();
    let factors: Vec<_> = factors
        .map(|&factor| (context.words.later().result.factor)(factor).title)
        .collect();
    let lines = Prompt::ALL.iter().filter_map(|&prompt| {
        let text = reflection.text(prompt);
        let chosen = (prompt == Prompt::Before && !factors.is_empty())
            .then(|| el("dd").child(factors.join(", ")));
        // As typed, whatever way its letters run.
        let typed = (!text.trim().is_empty()).then(|| {
            el("dd")
                .class("rc-learned__text")
                .attr("dir", "auto")
                .child(text.to_owned())
        });
        let is_there = chosen.is_some() || typed.is_some();
        is_there.then(|| {
            el("div")
                .child(
                    el("dt")
                        .class("rc-learned__asked")
                        .child((words.prompt)(prompt)),
                )
                .child(chosen)
                .child(typed)
        })
    });
    let lines = lines.collect_nodes();
    (!lines.is_empty()).then(|| el("dl").class("rc-learned__lines").child(lines))
}

/// The words of a reflection, and one press that deletes them. `then` names what takes the focus after that.
pub fn learned(context: Context, reflection: &Reflection, then: &'static str) -> El {
    let words = &context.words.later().history;
    let id = reflection.id;
    let date = context.write_day(reflection.day);
    let delete = el("button")
        .attr("type", "button")
        .class(SMALL)
        .on("click", move |_| {
            context.send(Event::Reflected(Reflected::Discarded(id)));
            focus_soon(then.to_owned());
        })
        .child(words.delete)
        .child(el("span").class("rc-hidden").child(", ").child(date));
    el("div")
        .class("rc-learned")
        .child(el("h3").child(words.wrote))
        .child(written(context, reflection))
        .child(el("p").class("rc-screen-only").child(delete))
}
