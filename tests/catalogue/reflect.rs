//! What a person reads of the reflection after a return to use.

use crate::{Shown, own, shown};
use recovery_check::i18n::reflect::ReflectWords;

pub(crate) fn screens(words: &ReflectWords) -> Vec<Shown> {
    let ReflectWords { title } = words;
    vec![shown("reflect", [own(*title)])]
}
