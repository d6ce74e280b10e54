//! What a person reads of the lock: setting it, opening it, and what it can't do.

use crate::{Shown, own, shown, titled};
use recovery_check::i18n::lock::LockWords;

#[allow(clippy::too_many_lines, reason = "one line an entry")]
pub(crate) fn screens(words: &LockWords) -> Vec<Shown> {
    let LockWords {
        title,
        lead,
        lost,
        insecure,
        phrase,
        phrase_hint,
        show,
        code,
        set,
        working,
        is_set,
        now,
        idle,
        idles,
        change,
        current,
        new_phrase,
        new_code,
        change_go,
        changed,
        take_off,
        take_off_sure,
        take_off_yes,
        is_off,
        your_code,
        code_written,
        open_title,
        open_lead,
        phrase_or_code,
        open,
        forgot,
        go_without,
        go_without_hint,
        delete,
        strange,
        unlock,
        too_short,
        wrong,
        full,
        changed_elsewhere,
        failed,
        partly,
    } = words;
    let mut setting: Vec<_> = [title, lead, lost, phrase, phrase_hint, show, set]
        .map(|&text| own(text))
        .into();
    setting.extend(titled(*code));
    let mut open_setting: Vec<_> = [
        is_set, now, idle, change, current, new_phrase, change_go, take_off, unlock,
    ]
    .map(|&text| own(text))
    .into();
    open_setting.extend(titled(*new_code));
    open_setting.extend(idles.map(own));
    let mut code_shown = titled(*your_code).to_vec();
    code_shown.push(own(*code_written));
    let mut locked: Vec<_> = [
        open_title,
        open_lead,
        phrase_or_code,
        open,
        go_without,
        go_without_hint,
        delete,
    ]
    .map(|&text| own(text))
    .into();
    locked.extend(titled(*forgot));
    let mut screens = vec![
        shown("lock, to be set", setting),
        shown("lock, open", open_setting),
        shown("lock, the code", code_shown),
        shown(
            "lock, taking it off",
            [take_off_sure, take_off_yes].map(|&text| own(text)),
        ),
        shown("locked", locked),
    ];
    let told = [
        insecure,
        working,
        changed,
        is_off,
        strange,
        too_short,
        wrong,
        full,
        changed_elsewhere,
        failed,
        partly,
    ];
    screens.extend(told.map(|&text| shown("lock, told", [own(text)])));
    screens
}
