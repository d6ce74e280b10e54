//! The static help: stands in the page from the start, and takes over where the program can't run or breaks.
//! No button here needs the program.

use crate::domain::help::{Region, dial};
use crate::i18n::Words;
use crate::ui::components::header::header;
use crate::ui::components::helpbar::helpbar;
use crate::ui::components::lines::way_words;
use crate::ui::element::{CollectNodes, El, el};

/// Draws the whole static page: the region's lines first, then every region's.
pub fn failed(words: &'static Words) -> El {
    let known = || {
        Region::ALL
            .into_iter()
            .filter(|region| region.crisis().is_some())
    };
    let here = known().map(|region| {
        el("div")
            .class("rc-region")
            .attr("data-region", region.code())
            .attr("data-tags", region.subtags())
            .child(region_lines(words, region, el("h2")))
    });
    let all = known()
        .map(|region| region_lines(words, region, el("h3")))
        .collect_nodes();
    let no_press: Option<fn()> = None;
    el("div")
        .class("rc-app rc-app--alone rc-fallback")
        .attr("id", "rc-fallback")
        .child(header(words, no_press))
        .child(
            el("main")
                .class("rc-main")
                .attr("data-screen", "failed")
                .attr("aria-label", words.page.name)
                .child(
                    el("div")
                        .class("rc-stack rc-stack--loose")
                        .child(el("h1").attr("tabindex", "-1").child(words.failed.title))
                        .child(el("p").class("rc-lead").child(words.failed.lead))
                        .child(here.collect_nodes())
                        .child(
                            el("p").child(
                                el("a")
                                    .class("rc-button rc-button--primary")
                                    .attr("href", "")
                                    .child(words.failed.reload),
                            ),
                        )
                        .child(
                            el("h2")
                                .attr("id", "lines")
                                .child(words.help.other_countries),
                        )
                        .child(all),
                ),
        )
        .child(helpbar(words, None))
}

fn region_lines(words: &'static Words, region: Region, heading: El) -> El {
    let emergency = region.emergency().map(|number| {
        el("li").child(
            el("a")
                .attr("href", dial("tel:", number))
                .child((words.help.emergency)(number)),
        )
    });
    // No calendar of the browser here: the form of the date that no one reads wrongly.
    let checked = region.checked().map(|day| {
        let (year, month, day) = day.calendar();
        let date = format!("{year}-{month:02}-{day:02}");
        el("p")
            .class("rc-soft rc-small")
            .child((words.help.checked)(&date))
    });
    let lines = region
        .lines()
        .map(|line| {
            let ways = line
                .ways
                .iter()
                .map(|&way| {
                    (
                        " ",
                        el("a")
                            .attr("href", way.address())
                            .child(way_words(words, way)),
                    )
                })
                .collect_nodes();
            el("li")
                .child((words.help.service)(line.service).title)
                .child(":")
                .child(ways)
        })
        .collect_nodes();
    el("section")
        .class("rc-stack rc-stack--tight")
        .child(heading.child((words.help.region)(region)))
        .child(el("ul").class("rc-bullets").child(emergency).child(lines))
        .child(checked)
}
