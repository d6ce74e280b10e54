//! A calm fact about data, said where it matters.

use super::actions::button;
use super::ask_first::SMALL;
use super::icon::{Icon, icon};
use crate::i18n::Words;
use crate::session::{Deletion, Event, Keep, Kept, Lock, NotKept, Session, Stored};
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Node, Nodes, el, live_on};
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

/// Said on the spot when the browser would not keep the last answer, or another tab went on with the check-in: the
/// person may want to know before going on.
pub fn refused_notice(context: Context) -> El {
    let told = move || {
        context.session.with(|session| {
            // Where nothing can be kept at all, the welcome screen has said so.
            let keeps = session.can_keep && session.keep == Keep::Here;
            let is_told = session.parted || matches!(session.kept, Kept::Refused(_));
            (keeps && is_told).then_some(session.kept)
        })
    };
    let shown = move |told: Option<Kept>| {
        told.map(|_| {
            let words = context
                .session
                .with_untracked(|session| kept_words(context.words, session));
            (
                sun_notice(Icon::LOCK, words),
                keep_again(context, Stored::CheckIn),
            )
        })
    };
    el("div")
        .class("rc-stack rc-stack--tight")
        .attr("role", "status")
        .child(live_on(told, shown))
}

/// What is said where nothing can be kept: another text where that is so because it is locked, or the device shared.
pub fn cannot(words: &'static Words, session: &Session, otherwise: &'static str) -> &'static str {
    if session.shared {
        return words.shared.cannot;
    }
    match session.lock {
        Lock::Passed => words.kept.locked,
        Lock::Off | Lock::Locked | Lock::Open => otherwise,
    }
}

/// The same, on the screens.
pub fn cannot_here(context: Context, otherwise: &'static str) -> &'static str {
    context
        .session
        .with_untracked(|session| cannot(context.words, session, otherwise))
}

/// What keeping this check-in has really come to.
pub fn kept_words(words: &'static Words, session: &Session) -> &'static str {
    match (session.keep, session.kept) {
        (Keep::Here, _) if !session.can_keep => cannot(words, session, words.kept.cannot),
        (Keep::Here, _) if session.check_in.is_none() => words.kept.next,
        (Keep::Here, Kept::Refused(NotKept::Changed)) => words.kept.changed_check_in,
        (Keep::Here, Kept::Refused(why)) => (words.kept.why)(why),
        (Keep::Here, Kept::Here) if session.parted => words.kept.parted,
        (Keep::Here, Kept::Here) => words.kept.here,
        _ if session.check_in.is_none() => words.kept.next_not,
        _ => words.kept.nothing,
    }
}

/// The button that keeps something after all, where that is in the person's hands.
pub fn keep_again(context: Context, what: Stored) -> Node {
    let words = &context.words.kept;
    let kept = move || {
        context
            .session
            .with(|session| (session.can_keep, session.kept_of(what)))
    };
    live_on(kept, move |(can_keep, kept)| {
        let label = match kept {
            Kept::Refused(NotKept::Full | NotKept::Outdated) if can_keep => words.try_again,
            // A check-in parts from the other one by itself.
            Kept::Refused(NotKept::Changed) if what != Stored::CheckIn => words.keep_this,
            Kept::Refused(NotKept::Removed) => words.keep_this,
            _ => return None,
        };
        Some(
            el("p").child(
                button(SMALL, None, label, move || {
                    context.send(Event::KeptAgain(what));
                })
                .attr("data-press", "keep-again"),
            ),
        )
    })
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

/// What has become of deleting everything.
pub fn deletion_notice(words: &'static Words, deletion: Deletion) -> Option<El> {
    let words = &words.kept;
    let told = match deletion {
        Deletion::NotAsked => return None,
        Deletion::Done => words.deleted,
        Deletion::Failed => words.delete_failed,
        Deletion::Elsewhere => words.deleted_elsewhere,
    };
    Some(notice(Icon::BIN, told))
}
