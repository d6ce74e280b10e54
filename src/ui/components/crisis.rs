//! The crisis line in one small line. It stands beside every step that leads to other people's care, since
//! such a step takes days (clinical sheet, section 1).

use super::lines::way_words;
use crate::domain::help::Way;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, el, live};

/// "Need someone sooner?", with every way to call or text the first crisis line of the region.
pub fn crisis(context: Context) -> El {
    let words = &context.words.plan;
    let ways = move || {
        let lines = context.region().crisis_lines();
        let ways = lines.flat_map(|line| line.ways);
        let links = ways
            .filter(|way| !matches!(way, Way::Chat(_)))
            .map(|&way| {
                el("a")
                    .class("rc-linkbutton rc-linkbutton--inline")
                    .attr("href", way.address())
                    .child(way_words(context.words, way))
            })
            .flat_map(|link| (" ", link).into_nodes())
            .collect_nodes();
        if links.is_empty() {
            (" ", words.sooner_anywhere).into_nodes()
        } else {
            links
        }
    };
    el("p")
        .class("rc-small")
        .child(words.sooner)
        .child(live(ways))
}
