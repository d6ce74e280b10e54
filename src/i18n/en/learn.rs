//! English words of the kinds of care and the short reads.

use crate::i18n::learn::LearnWords;

pub(super) const WORDS: LearnWords = LearnWords {
    title: "Care that keeps going",
};
