//! What a person reads on a device that others use as well.

use crate::{Shown, own, shown};
use recovery_check::i18n::EN;
use recovery_check::i18n::shared::SharedWords;
use recovery_check::session::{CLEARED_AFTER, WARNED_AFTER};

pub(crate) fn screens(words: &SharedWords) -> Vec<Shown> {
    let SharedWords {
        question,
        open,
        is_on,
        clear,
        clear_sure,
        clear_yes,
        soon,
        about,
        own: as_usual,
        cannot,
        file,
    } = words;
    let first = [question, open, about, as_usual, is_on, clear].map(|&text| own(text));
    let told = [soon, cannot, file];
    let mut screens = vec![
        shown("shared device", first),
        shown(
            "shared device, clearing",
            [clear_sure, clear_yes].map(|&text| own(text)),
        ),
    ];
    screens.extend(told.map(|&text| shown("shared device, told", [own(text)])));
    screens
}

#[test]
fn the_times_that_are_told_are_those_that_hold() {
    let minutes = |seconds: u64| (seconds / 60).to_string() + " minutes";
    assert!(EN.shared.soon.contains(&minutes(WARNED_AFTER)));
    assert!(EN.shared.soon.contains("In one minute"));
    assert_eq!(CLEARED_AFTER - WARNED_AFTER, 60);
    assert!(EN.shared.about.contains(&minutes(CLEARED_AFTER)));
}

#[test]
fn the_plain_name_is_told_as_it_is_shown() {
    let told = "“".to_owned() + EN.page.plain_name + "”";
    assert!(EN.later().settings.discreet.text.contains(&told));
}
