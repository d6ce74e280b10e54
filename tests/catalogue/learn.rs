//! What a person reads of the kinds of care and the short reads.

use crate::{Shown, own, shown};
use recovery_check::i18n::learn::LearnWords;

pub(crate) fn screens(words: &LearnWords) -> Vec<Shown> {
    let LearnWords { title } = words;
    vec![shown("learn", [own(*title)])]
}
