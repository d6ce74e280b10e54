//! Help lines: every way to reach a person, for the region the person chooses.

use crate::ui::components::actions::{button, privacy_button};
use crate::ui::components::heading::opening;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::lines::{call_emergency, lines};
use crate::ui::components::region_select::region_select;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes, el, live};

/// Draws the screen.
pub fn help(context: Context) -> Nodes {
    let words = &context.words.help;
    let select = region_select(context, context.words.help.country, "rc-select");
    let here = move || region_lines(context);
    (
        topline(context, ()),
        el("div")
            .class("rc-stack rc-stack--loose")
            .child(opening(words.title, words.lead))
            .child(select)
            .child(live(here))
            .child(el("p").class("rc-soft rc-small").child(words.tells_no_one))
            .child(el("div").class("rc-row").child(privacy_button(context)))
            .child(el("div").class("rc-row").child(button(
                "rc-button rc-button--secondary",
                None,
                words.back,
                move || context.go_back(),
            ))),
    )
        .into_nodes()
}

fn region_lines(context: Context) -> Nodes {
    let words = &context.words.help;
    let region = context.region();
    let checked = region.checked().map(|day| {
        el("p")
            .class("rc-soft rc-small")
            .child((words.checked)(&context.write_day(day)))
    });
    let is_known = region.emergency().is_some();
    (
        el("section")
            .class("rc-safety rc-safety--now rc-safety--split")
            .attr("aria-labelledby", "now")
            .child(
                el("div")
                    .class("rc-safety__head")
                    .child(icon(Icon::NOW, "rc-icon rc-safety__icon"))
                    .child(
                        el("div")
                            .child(el("h2").attr("id", "now").child(words.danger.title))
                            .child(el("p").child(words.danger.text))
                            .child((!is_known).then(|| el("p").child(words.danger_anywhere))),
                    ),
            )
            .child(call_emergency(context.words, region)),
        el("section")
            .class("rc-stack")
            .attr("aria-labelledby", "lines")
            .child(el("h2").attr("id", "lines").child(words.listen))
            .child(lines(context.words, region)),
        checked,
    )
        .into_nodes()
}
