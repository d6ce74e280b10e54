//! What a person reads of the coping tools.

use crate::{Shown, own, shown};
use recovery_check::i18n::tools::ToolsWords;

pub(crate) fn screens(words: &ToolsWords) -> Vec<Shown> {
    let ToolsWords { title } = words;
    vec![shown("tools", [own(*title)])]
}
