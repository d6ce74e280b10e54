//! Storage that holds what can't be read: it is told, left as it is, and hides nothing that can.

use e2e::{Engine, Page, Setup, Story};

e2e::in_each_engine! {
    what_cannot_be_read_is_told_and_left_as_it_is,
    a_check_in_that_was_cut_short_does_not_hide_a_whole_one,
    marks_of_the_boot_script_that_make_no_sense_do_no_harm,
    one_byte_flipped_anywhere_is_told_or_read_and_the_entry_stays,
}

/// Cut short, of a later version, made by hand, and not ours at all.
const STRANGE: [(&str, &str); 9] = [
    (
        "rc-checkin-00000000000000aa",
        "{\"v\":1,\"day\":20783,\"seco",
    ),
    (
        "rc-checkin-00000000000000bb",
        "{\"v\":2,\"answers\":{\"new\":\"form\"}}",
    ),
    ("rc-checkin-00000000000000cc", ""),
    ("rc-checkin-hand-made", "{\"v\":1}"),
    ("rc-checkin-", "null"),
    ("rc-settings", "{\"v\":1,\"region\":\"atlantis\"}"),
    ("rc-later", "[\"from a later version\"]"),
    ("theme", "\u{fffd}\u{0}dark"),
    ("rc-checkin-00000000000000DD", "{\"v\":1,\"day\":1}"),
];

fn what_cannot_be_read_is_told_and_left_as_it_is(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    page.open_with_stored(&STRANGE);
    assert_eq!(page.place(), "welcome");
    let words = page.words();
    assert!(words.contains("Kept here but not readable: 6."), "{words}");
    assert!(
        words.contains("Kept here by a newer version of this page: 1."),
        "{words}"
    );
    see_strange_entries(&page);

    page.choose("region", "uk");
    page.answer("keep", "keep");
    let story = Story::with_every_card();
    page.hurry(&story, "result-full");
    assert_eq!(page.shown("total"), story.shown("total"));
    assert!(
        page.words()
            .contains("This check-in is kept in this browser.")
    );
    see_strange_entries(&page);
    page.reload();
    page.ready();
    page.see_place("result-full");
    see_strange_entries(&page);
    page.ask("discard");
    page.press("discard");
    page.see_place("welcome");
    see_strange_entries(&page);
    page.see_no_complaint();
}

fn a_check_in_that_was_cut_short_does_not_hide_a_whole_one(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    page.open();
    let whole = Story::without_cards().at("M1", page.today());
    page.come_back_to(&whole, &[]);
    let entries: Vec<_> = page.stored().into_iter().collect();
    let mut entries: Vec<(&str, &str)> = entries
        .iter()
        .map(|(key, text)| (key.as_str(), text.as_str()))
        .collect();
    entries.extend(STRANGE);
    page.open_with_stored(&entries);
    page.see_place("M1");
    assert_eq!(page.chosen(), ["1"]);
}

fn marks_of_the_boot_script_that_make_no_sense_do_no_harm(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    page.open_with_stored(&[("rc-open", "?"), ("rc-left", ""), ("rc-until", "99999999")]);
    assert_eq!(page.place(), "welcome");
    assert!(page.shows("main"));
    page.press("start");
    page.see_place("Q1");
    page.see_no_complaint();
}

fn one_byte_flipped_anywhere_is_told_or_read_and_the_entry_stays(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "E3");
    let stored = page.stored();
    let (key, text) = stored
        .iter()
        .find(|(key, _)| key.starts_with("rc-checkin-"))
        .expect("a check-in");
    // Natively every byte and every length is tried; here a few, through the browser's own storage.
    let apart = if engine == Engine::Chromium { 1 } else { 4 };
    for at in (0..text.len()).step_by(37 * apart) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let flipped = String::from_utf8(bytes).expect("still ASCII");
        page.open_with_stored(&[(key, &flipped), ("rc-open", "1")]);
        let told = page.words().contains("Kept here but not readable: 1.")
            || page.words().contains("by a newer version");
        let read = page.place() != "welcome" || page.shows("[data-action=\"new\"]");
        assert!(
            told || read || page.words().contains("from before: 1"),
            "{at}: {flipped}"
        );
        assert_eq!(page.stored().get(key), Some(&flipped), "{at}");
    }
    for length in (0..text.len()).step_by(61 * apart) {
        page.open_with_stored(&[(key, &text[..length])]);
        assert!(
            page.words().contains("Kept here but not readable: 1."),
            "{length}"
        );
        assert!(page.shows("[data-action=\"start\"]"));
    }
    page.see_no_complaint();
}

fn see_strange_entries(page: &Page) {
    let stored = page.stored();
    for (key, text) in STRANGE {
        // The place of the region was needed: its entry is put aside.
        let aside = key.replace("rc-settings", "rc-damaged-settings");
        let there = [key, &aside].map(|key| stored.get(key).map(String::as_str));
        assert!(there.contains(&Some(text)), "{key}: {there:?}");
    }
}
