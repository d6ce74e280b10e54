//! What a person reads of the reflection after a return to use.

use crate::{Shown, own, shown, titled};
use recovery_check::domain::instrument::Factor;
use recovery_check::domain::reflection::Prompt;
use recovery_check::i18n::reflect::ReflectWords;

pub(crate) fn screens(words: &ReflectWords) -> Vec<Shown> {
    let ReflectWords {
        title,
        offer,
        begin,
        step_of,
        start_text,
        prompt,
        choose,
        before,
        own_words,
        no_names,
        people,
        ideas,
        skip,
        only_if_asked,
        forget,
        end,
        end_text,
        nothing,
        keep_hint,
        keep,
        kept,
        not_kept,
        cannot,
        to_plan,
    } = words;
    let mut screens = vec![
        shown(
            "reflect, offered",
            [title, offer, begin].map(|&text| own(text)),
        ),
        shown(
            "reflect, start",
            [own(*title), own(step_of("1", "6")), own(*start_text)],
        ),
    ];
    for &one in Prompt::ALL {
        let mut pieces = titled(prompt(one)).to_vec();
        pieces.extend([own_words, no_names, skip, only_if_asked, forget].map(|&text| own(text)));
        pieces.extend([people, ideas].map(|&text| own(text)));
        if one == Prompt::Before {
            pieces.push(own(*choose));
            pieces.extend(Factor::ALL.map(|factor| own(before(factor))));
        }
        screens.push(shown(format!("reflect {}", one.code()), pieces));
    }
    screens.push(shown(
        "reflect, end",
        [
            end, end_text, nothing, keep_hint, keep, kept, not_kept, cannot, to_plan,
        ]
        .map(|&text| own(text)),
    ));
    screens
}
