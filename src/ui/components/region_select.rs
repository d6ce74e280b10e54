//! Choosing the country whose help lines show.

use crate::domain::help::Region;
use crate::i18n::Words;
use crate::ui::context::Context;
use crate::ui::element::{El, el};
use leptos::prelude::*;

/// A labelled native select: it can be searched by typing, and every phone has a good picker for it.
pub fn region_select(context: Context, label: &'static str, class: &'static str) -> El {
    let words: &'static Words = context.words;
    let options = Region::ALL.map(|region| {
        el("option")
            .attr("value", region.code())
            .child((words.help.region)(region))
    });
    el("p")
        .class("rc-field rc-screen-only")
        .child(
            el("label")
                .class("rc-field__label")
                .attr("for", "region")
                .child(label),
        )
        .child(
            el("select")
                .class(class)
                .attr("name", "region")
                .attr("id", "region")
                .attr("autocomplete", "off")
                .chosen(move || context.region().code())
                .on("change", move |event| {
                    if let Some(region) = Region::from_code(&event_target_value(&event)) {
                        context.choose_region(region);
                    }
                })
                .child(options),
        )
}
