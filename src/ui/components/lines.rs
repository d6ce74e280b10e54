//! Help lines: who answers, and every way to reach them as a labelled button.

use super::icon::{Icon, small};
use crate::domain::help::{Line, Region, Way, dial};
use crate::i18n::Words;
use crate::ui::element::{CollectNodes, El, el};

/// The words on a way to reach a line.
pub fn way_words(words: &Words, way: Way) -> String {
    match way {
        Way::Call(number) => (words.page.call)(number),
        Way::Text { to, say: None } => (words.page.text)(to),
        Way::Text {
            to,
            say: Some(word),
        } => (words.page.text_word)(word, to),
        Way::Chat(_) => words.page.chat.to_owned(),
    }
}

/// A link to one way, drawn as a button. A chat opens its own tab, so the check-in stays where it is.
pub fn way_button(words: &'static Words, way: Way) -> El {
    let label = way_words(words, way);
    let class = "rc-button rc-button--secondary rc-button--small";
    let icon = match way {
        Way::Call(_) => Icon::CALL,
        Way::Text { .. } => Icon::TEXT,
        Way::Chat(_) => Icon::CHAT,
    };
    match way {
        Way::Chat(_) => el("a")
            .class(class)
            .attr("href", way.address())
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .child(small(icon))
            .child(label)
            .child(el("span").class("rc-hidden").child(words.page.new_tab)),
        _ => el("a")
            .class(class)
            .attr("href", way.address())
            .child(small(icon))
            .child(label),
    }
}

/// Every way to reach a line.
pub fn ways(words: &'static Words, line: &'static Line) -> El {
    let ways = line
        .ways
        .iter()
        .map(|&way| way_button(words, way))
        .collect_nodes();
    let note = (!line.is_offered_everywhere())
        .then(|| el("span").class("rc-small").child(words.page.where_offered));
    el("p").class("rc-line__ways").child(ways).child(note)
}

/// The button that calls the emergency number, where the region has one.
pub fn call_emergency(words: &'static Words, region: Region) -> Option<El> {
    let number = region.emergency()?;
    Some(
        el("p").class("rc-line__ways").child(
            el("a")
                .class("rc-button rc-button--call")
                .attr("href", dial("tel:", number))
                .child(small(Icon::CALL))
                .child((words.page.call)(number)),
        ),
    )
}

/// The lines of a region as a list.
pub fn lines(words: &'static Words, region: Region) -> El {
    if region.crisis().is_none() {
        return el("p").class("rc-measure").child(words.help.no_lines);
    }
    let items = region
        .lines()
        .map(|line| {
            let about = (words.help.service)(line.service);
            el("li")
                .class("rc-line")
                .child(
                    el("div")
                        .child(el("h3").child(about.title))
                        .child(el("p").class("rc-soft").child(about.text)),
                )
                .child(ways(words, line))
        })
        .collect_nodes();
    el("ul").class("rc-lines rc-lines--two").child(items)
}
