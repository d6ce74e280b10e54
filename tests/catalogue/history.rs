//! What a person reads of check-ins over time.

use crate::{Shown, own, shown};
use recovery_check::i18n::history::HistoryWords;

pub(crate) fn screens(words: &HistoryWords) -> Vec<Shown> {
    let HistoryWords { title } = words;
    vec![shown("history", [own(*title)])]
}
