//! English words of the small plan, and of how its steps went.

use crate::i18n::plan::PlanWords;

pub(super) const WORDS: PlanWords = PlanWords {
    title: "Your small plan",
};
