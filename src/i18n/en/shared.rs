//! English words for a device that others use as well.

use crate::i18n::shared::SharedWords;

pub(super) const WORDS: SharedWords = SharedWords {
    question: "Is this a shared device?",
    open: "Open it so that nothing stays",
    is_on: "Nothing is kept.",
    clear: "Finish and clear",
    clear_sure: "Clear this page? Your answers and notes will be gone.",
    clear_yes: "Yes, clear it",
    soon: "No one has touched this page for 5 minutes. In one minute it clears itself. Touch it or press a key to go on.",
    about: "Nothing you do here is kept. After 6 minutes without a touch this page clears itself.",
    own: "This device is mine",
    cannot: "This page is open for a shared device, so nothing is kept. Your answers last until you close or clear it.",
    file: "A file you save stays on this device. On a shared one, print it, or delete the file when you are done.",
};
