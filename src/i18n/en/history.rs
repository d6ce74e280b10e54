//! English words of check-ins over time.

use crate::i18n::history::HistoryWords;

pub(super) const WORDS: HistoryWords = HistoryWords {
    title: "Your weeks over time",
};
