//! English words of the coping tools.

use crate::i18n::tools::ToolsWords;

pub(super) const WORDS: ToolsWords = ToolsWords {
    title: "Coping tools",
};
