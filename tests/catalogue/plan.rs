//! What a person reads of the small plan, and of how its steps went.

use crate::{Shown, own, shown};
use recovery_check::i18n::plan::PlanWords;

pub(crate) fn screens(words: &PlanWords) -> Vec<Shown> {
    let PlanWords { title } = words;
    vec![shown("plan", [own(*title)])]
}
