//! English words of the lock.

use crate::i18n::Titled;
use crate::i18n::lock::LockWords;

const fn titled(title: &'static str, text: &'static str) -> Titled {
    Titled { title, text }
}

pub(super) const WORDS: LockWords = LockWords {
    title: "Lock with a phrase",
    lead: "Lock what is kept here, so that someone else with this browser cannot read it. You need the phrase each time you come.",
    lost: "If you lose both the phrase and the recovery code, what is kept is lost. Nobody can open it, and neither can we.",
    insecure: "The lock is off here: this page did not come over a secure connection (https), so the browser gives us no way to lock. Ask the people who run this website.",
    phrase: "Your phrase",
    phrase_hint: "At least 8 characters. Four or more words that do not belong together are best.",
    show: "Show what I type",
    code: titled(
        "Make a recovery code too",
        "A code that opens the lock if you forget the phrase. It is shown once, to write down or print.",
    ),
    set: "Set the lock",
    working: "One moment…",
    is_set: "The lock is set. What is kept is locked when you close or reload this page.",
    now: "Lock now",
    idle: "Lock by itself after a time without a touch",
    idles: ["1 minute", "5 minutes", "15 minutes", "1 hour", "Never"],
    change: "Change the phrase",
    current: "Your phrase now, or the recovery code",
    new_phrase: "Your new phrase",
    new_code: titled(
        "Make a new recovery code",
        "The old code then no longer opens the lock. Without this, it still does.",
    ),
    change_go: "Change the phrase now",
    changed: "The phrase is changed. The old one no longer opens the lock.",
    take_off: "Take the lock off",
    take_off_sure: "Take the lock off? What is kept can then be read by anyone who can open this browser.",
    take_off_yes: "Yes, take it off",
    is_off: "The lock is off.",
    your_code: titled(
        "Your recovery code",
        "Write it down or print it, and keep it away from this device. It is not shown again.",
    ),
    code_written: "I have it, hide it",
    open_title: "Locked",
    open_lead: "What is kept here is locked with your phrase. Help lines and tools are open to everyone.",
    phrase_or_code: "Your phrase, or the recovery code",
    open: "Unlock",
    forgot: titled(
        "I forgot the phrase",
        "Use the recovery code in its place, if you made one. Without phrase and code what is kept is lost: nobody can open it. You can go on without it, or delete it and begin anew.",
    ),
    go_without: "Go on without what is kept",
    go_without_hint: "You can do a check-in now. Nothing of it is kept.",
    delete: "Delete everything kept here",
    strange: "The lock kept here is damaged, or a newer version of this page made it. This page cannot open it, and leaves it as it is.",
    unlock: "Unlock what is kept",
    too_short: "Use at least 8 characters.",
    wrong: "That did not open the lock. Look for capital letters, spaces and the keyboard’s language, and try again.",
    full: "This browser has no room for it. Nothing has changed.",
    changed_elsewhere: "The lock was changed in another tab. Load this page again and look.",
    failed: "The browser would not do it. Nothing has changed.",
    partly: "Some of what is kept could not be locked: this browser has no room. Delete something, then load this page and unlock again.",
};
