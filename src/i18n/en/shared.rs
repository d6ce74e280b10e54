//! English words for a device that others use as well.

use crate::i18n::Titled;
use crate::i18n::shared::SharedWords;

pub(super) const WORDS: SharedWords = SharedWords {
    question: "Is this a shared or borrowed device?",
    open: "Open this page for a shared device",
    is_on: "Nothing is kept.",
    clear: "Finish and clear",
    clear_sure: "Clear this page? What you answered and wrote here will be gone.",
    clear_yes: "Yes, clear it",
    soon: "No one has touched this page for 5 minutes. In one minute it clears itself. Touch it or press a key to go on.",
    about: Titled {
        title: "Shared device",
        text: "Nothing you answer or write is kept, and what others keep in this browser is not shown. The tab has a plain name. After 6 minutes without a touch the page clears itself. The browser’s history can still show the address of this page.",
    },
    own: "This device is mine: open the page as usual",
    cannot: "This page is open for a shared device, so nothing is kept. Your answers last until you close or clear it.",
    file: "A file you save stays on this device. On a shared one, print it, or delete the file when you are done.",
};
