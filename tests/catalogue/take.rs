//! What a person reads of taking it along: files, the summary, and bringing a file back.

use crate::{Shown, own, shown};
use recovery_check::i18n::take::TakeWords;

pub(crate) fn screens(words: &TakeWords) -> Vec<Shown> {
    let TakeWords { title } = words;
    vec![shown("take", [own(*title)])]
}
