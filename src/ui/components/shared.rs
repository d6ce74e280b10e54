//! What the page says and offers on a device that others use as well. Drawn in any case, and shown by the style sheet
//! where the page is open for one, so that it stands there before the program does.

use super::ask_first::{Ask, ask_first};
use super::icon::Icon;
use super::notice::{notice, sun_notice};
use crate::session::Unattended;
use crate::ui::context::Context;
use crate::ui::element::{El, el, live};
use leptos::prelude::*;

/// Shown only elsewhere.
pub const WHERE_OWN: &str = "rc-where-own";

/// The strip on every screen: that nothing is kept, and the way to clear the page.
pub fn strip(context: Context) -> El {
    let words = &context.words.shared;
    let ask = Ask {
        action: "clear",
        label: words.clear,
        sure: words.clear_sure,
        yes: words.clear_yes,
    };
    let soon = move || {
        let is_soon = context.unattended.get() == Unattended::Warned;
        is_soon.then(|| sun_notice(Icon::SUN, words.soon))
    };
    el("div")
        .class("rc-header rc-where-shared rc-screen-only")
        .child(el("p").class("rc-small").child(words.is_on))
        .child(ask_first(context, ask, move || context.clear()))
        .child(el("div").attr("role", "alert").child(live(soon)))
}

/// On the first screen, where the device is one's own: the way to the page for a shared one. A link, so that the
/// choice stands in the address and outlives a reload without being stored.
pub fn question(context: Context) -> El {
    let words = &context.words.shared;
    let link = el("a").attr("href", "?shared").child(words.open);
    el("p")
        .class("rc-small")
        .class(WHERE_OWN)
        .child(words.question)
        .child(" ")
        .child(link)
}

/// What it means that the page is open for a shared device, and the way back: in the settings.
pub fn about(context: Context) -> El {
    let words = &context.words.shared;
    let text = (words.about, " ", el("a").attr("href", "?").child(words.own));
    notice(Icon::UNSEEN, text)
}
