//! English words of taking it along: files, the summary, and bringing a file back.

use crate::i18n::take::TakeWords;

pub(super) const WORDS: TakeWords = TakeWords {
    title: "Take it along",
};
