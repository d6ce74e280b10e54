//! The crisis line beside a referral: pages with referral alone were followed by more searches about ending life.

use super::icon::{Icon, icon};
use super::lines::way_words;
use crate::domain::help::Way;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, el, live};

/// Whom to turn to in the person's region, by telephone and by text; where we know of no one, the help screen.
pub fn crisis(context: Context, before: &'static str) -> El {
    let words = context.words;
    let links = move || {
        let ways = context.region().crisis_lines().flat_map(|line| line.ways);
        let links = ways
            .filter(|way| !matches!(way, Way::Chat(_)))
            .map(|&way| {
                el("a")
                    .class("rc-linkbutton")
                    .attr("href", way.address())
                    .child(way_words(words, way))
            })
            .collect_nodes();
        let all = links.is_empty().then(|| {
            let open = move |_| context.open(crate::session::Aside::Help);
            el("button")
                .attr("type", "button")
                .class("rc-linkbutton")
                .on("click", open)
                .child(words.page.all_lines)
        });
        (links, all)
    };
    el("div")
        .class("rc-notice")
        .child(icon(Icon::CALL, "rc-icon rc-notice__icon"))
        .child(
            el("div")
                .class("rc-row")
                .child(el("span").child(before))
                .child(live(links)),
        )
}
