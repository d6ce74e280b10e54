//! The help bar: last on every screen, never sticky. It holds the lines of every region, and one attribute of
//! the page says which show, so that it is the same before the program runs and after it broke.

use super::icon::{Icon, icon};
use super::lines::way_words;
use crate::domain::help::{Region, Way};
use crate::i18n::Words;
use crate::session::Aside;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, el};

/// The help bar. With a context it opens all lines and the coping tools; on the static help the lines stand
/// further up, and there are no tools.
pub fn helpbar(words: &'static Words, context: Option<Context>) -> El {
    let page = &words.page;
    let regions = Region::ALL.map(|region| region_links(words, region));
    let all = match context {
        Some(context) => el("button")
            .attr("type", "button")
            .attr("data-press", "help")
            .on("click", move |_| context.open(Aside::Help)),
        None => el("a").attr("href", "#lines"),
    };
    let tools = context.map(|context| {
        el("button")
            .attr("type", "button")
            .attr("data-action", "tools")
            .class("rc-helpbar__link")
            .on("click", move |_| context.open(Aside::Tools))
            .child(page.tools)
    });
    el("footer")
        .class("rc-helpbar")
        .attr("aria-label", page.help_bar_name)
        .child(
            el("div")
                .class("rc-helpbar__inner")
                .child(
                    el("p")
                        .class("rc-helpbar__text")
                        .child(icon(Icon::CALL, "rc-icon rc-helpbar__icon"))
                        .child(page.help_bar),
                )
                .child(
                    el("div")
                        .class("rc-helpbar__links")
                        .child(regions)
                        .child(all.class("rc-helpbar__link").child(page.all_lines))
                        .child(tools),
                ),
        )
}

/// Whom to turn to in a region, by telephone and by text.
fn region_links(words: &'static Words, region: Region) -> El {
    let links = region
        .crisis_lines()
        .flat_map(|line| line.ways)
        .filter(|way| !matches!(way, Way::Chat(_)))
        .map(|&way| {
            el("a")
                .class("rc-helpbar__link")
                .attr("href", way.address())
                .child(way_words(words, way))
        })
        .collect_nodes();
    let offered = region
        .crisis()
        .is_some_and(|line| !line.is_offered_everywhere());
    let note = offered.then(|| el("span").class("rc-small").child(words.page.where_offered));
    el("span")
        .class("rc-region")
        .attr("data-region", region.code())
        .attr("data-tags", region.subtags())
        .child(links)
        .child(note)
}
