//! The header: name, help, and the way out. Leaving is done by the boot script, which works even when the
//! program does not.

use super::icon::{Icon, small};
use crate::i18n::Words;
use crate::ui::element::{El, el};

/// Where leaving quickly leads: a page anyone might have open, which sets no advertising cookies.
const ELSEWHERE: &str = "https://www.wikipedia.org/";

const DOTS: [[&str; 3]; 7] = [
    ["5.8", "20", "2"],
    ["8.7", "14.2", "2.1"],
    ["13.8", "10.3", "2.2"],
    ["20", "8.9", "2.3"],
    ["26.2", "10.3", "2.4"],
    ["31.3", "14.2", "2.5"],
    ["34.2", "20", "2.6"],
];

/// The skip link and the header. `help` runs when help is pressed; the static help page has no such button.
pub fn header(words: &'static Words, help: Option<impl Fn() + 'static>) -> El {
    let page = &words.page;
    let dots = DOTS.map(|[cx, cy, r]| {
        el("circle")
            .class("rc-brand__dot")
            .attr("cx", cx)
            .attr("cy", cy)
            .attr("r", r)
    });
    let help = help.map(|help| {
        el("button")
            .attr("type", "button")
            .class("rc-pill")
            .attr("data-action", "help")
            .on("click", move |_| help())
            .child(small(Icon::HELP))
            .child(page.help)
    });
    // A link, so that it leads away even where no script runs.
    let leave = el("a")
        .class("rc-pill rc-pill--leave")
        .attr("data-action", "exit")
        .attr("href", ELSEWHERE)
        .attr("rel", "noreferrer")
        .child(small(Icon::LEAVE))
        .child(page.leave)
        .child(el("span").class("rc-hidden").child(page.leave_more));
    el("header").class("rc-header").attr("aria-label", page.name).child(el("p").class("rc-brand").child(el("svg").class("rc-brand__mark").attr("viewBox", "0 0 40 40").attr("aria-hidden", "true").attr("focusable", "false").child(dots).child(el("path").class("rc-brand__hill").attr("d", "M3 27.5c5-5.5 10-5.5 16-1.5s12 3.5 18 0c-1.8 6.7-8.6 10.5-17 10.5S4.800 33.7 3 27.5Z"))).child(el("span").child(el("span").class("rc-brand__word").child(page.brand[0])).child(" ").child(el("span").class("rc-brand__word").child(page.brand[1])))).child(el("div").class("rc-header__actions").child(help).child(leave))
}
