//! English words of the reflection after a return to use.

use crate::i18n::reflect::ReflectWords;

pub(super) const WORDS: ReflectWords = ReflectWords {
    title: "After a return to use",
};
