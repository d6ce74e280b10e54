//! A calm fact about data, said where it matters.

use super::icon::{Icon, icon};
use crate::i18n::Words;
use crate::session::{Keep, Kept, Session};
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el, live_on};
use leptos::prelude::*;

/// A notice with an icon.
pub fn notice(of: Icon, text: impl IntoNodes) -> El {
    of_class("rc-notice", of, text.into_nodes())
}

/// A notice for something to mind.
pub fn sun_notice(of: Icon, text: impl IntoNodes) -> El {
    of_class("rc-notice rc-notice--sun", of, text.into_nodes())
}

/// Not generic: it is there once, whatever it says.
fn of_class(class: &'static str, of: Icon, text: Nodes) -> El {
    el("p")
        .class(class)
        .child(icon(of, "rc-icon rc-notice__icon"))
        .child(el("span").child(text))
}

/// Said on the spot when the browser would not keep the last answer: the person may want to know before going on.
pub fn refused_notice(context: Context) -> El {
    let is_refused = move || {
        context.session.with(|session| {
            // Where nothing can be kept at all, the welcome screen has said so.
            session.can_keep && session.keep == Keep::Here && session.kept == Kept::Refused
        })
    };
    let shown = move |is_refused: bool| {
        is_refused.then(|| sun_notice(Icon::LOCK, context.words.kept.refused))
    };
    el("div")
        .attr("role", "status")
        .child(live_on(is_refused, shown))
}

/// What keeping this check-in has really come to.
pub fn kept_words(words: &'static Words, session: &Session) -> &'static str {
    match (session.keep, session.kept) {
        (Keep::Here, _) if !session.can_keep => words.kept.cannot,
        (Keep::Here, _) if session.check_in.is_none() => words.kept.next,
        (Keep::Here, Kept::Refused) => words.kept.refused,
        (Keep::Here, Kept::Here) => words.kept.here,
        _ if session.check_in.is_none() => words.kept.next_not,
        _ => words.kept.nothing,
    }
}

/// Entries that could not be read: told where the person begins, and where data are told of.
pub fn found(context: Context) -> Nodes {
    let kept = &context.words.kept;
    let (unreadable, newer) = context
        .session
        .with_untracked(|session| (session.unreadable, session.newer));
    let told = |count: usize, words: crate::i18n::Around| {
        (count > 0).then(|| notice(Icon::LOCK, words(&count.to_string())))
    };
    (told(unreadable, kept.unreadable), told(newer, kept.newer)).into_nodes()
}
