//! Storage that is refused, full, or holds what can't be read: the check-in works, and the page says truly
//! what is kept.

use e2e::{Fault, Page, Setup, Story};

const REFUSED: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('not here', 'SecurityError'); } });";

const FULL: &str = "Storage.prototype.setItem = () => {
    throw new DOMException('no room', 'QuotaExceededError'); };";

/// Full as soon as a script says so.
const FULL_LATER: &str = "const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...entry) {
        if (window.isFull) throw new DOMException('no room', 'QuotaExceededError');
        return set.apply(this, entry);
    };";

const CANNOT: &str = "This browser does not let us keep anything.";

#[test]
fn where_storage_is_refused_the_check_in_works_and_says_so() {
    let page = Setup::default().start();
    page.before_each_load(REFUSED);
    work_to_the_result_without_storage(&page);
}

#[test]
fn where_storage_takes_nothing_the_check_in_works_and_says_so() {
    let page = Setup::default().start();
    page.before_each_load(FULL);
    work_to_the_result_without_storage(&page);
    assert_eq!(page.traces(), Vec::<String>::new());
}

#[test]
fn where_storage_fills_up_midway_nothing_on_the_page_is_lost_and_it_says_so() {
    let page = Setup::default().start();
    let story = Story::with_every_card();
    page.before_each_load(FULL_LATER);
    page.begin(Some("keep"));
    page.hurry(&story, "E3");
    let before = page.stored();
    page.run("window.isFull = true;", &serde_json::json!([]));
    page.hurry(&story, "M1");
    assert!(page.words().contains("Your last answers are not kept."));
    page.hurry(&story, "result-short");
    assert_eq!(page.shown("total"), story.shown("total"));
    assert!(page.words().contains("Your last answers are not kept."));
    assert_eq!(page.stored(), before, "what was kept before is still there");
    // Room again: kept again, and said so.
    page.run("window.isFull = false;", &serde_json::json!([]));
    page.leave_by("more");
    page.hurry(&story, "result-full");
    assert!(
        page.words()
            .contains("This check-in is kept in this browser.")
    );
    page.reload();
    page.ready();
    page.see_place("result-full");
    assert_eq!(page.shown("overall"), story.shown("overall"));
}

#[test]
fn in_a_frame_of_its_own_the_page_works_or_gives_help() {
    let page = Setup::default().start();
    let around = "<!doctype html><title>around</title>
        <iframe sandbox=\"allow-scripts\" src=\"./\" width=1000 height=800></iframe>";
    page.server().fail(
        "/around",
        Fault::Wrong {
            content_type: "text/html".to_owned(),
            bytes: around.as_bytes().to_vec(),
        },
    );
    page.go(&format!("{}around", page.server().url()));
    page.enter_frame(true);
    page.wait("the check-in or the static help", || {
        page.has("html[data-rc-ready], html[data-rc-failed]")
            .then_some(())
    });
    assert!(
        page.shows("a[href=\"tel:988\"]"),
        "help lines show either way"
    );
    if page.has("html[data-rc-ready]") {
        page.answer("keep", "keep");
        assert!(page.words().contains(CANNOT));
        page.hurry(&Story::without_cards(), "result-short");
    }
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

#[test]
fn what_cannot_be_read_is_told_and_left_as_it_is() {
    let page = Setup::default().start();
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
    assert_eq!(page.complaints(), Vec::<String>::new());
}

#[test]
fn a_check_in_that_was_cut_short_does_not_hide_a_whole_one() {
    let page = Setup::default().start();
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

#[test]
fn marks_of_the_boot_script_that_make_no_sense_do_no_harm() {
    let page = Setup::default().start();
    page.open_with_stored(&[("rc-open", "?"), ("rc-left", ""), ("rc-until", "99999999")]);
    assert_eq!(page.place(), "welcome");
    assert!(page.shows("main"));
    page.press("start");
    page.see_place("Q1");
    assert_eq!(page.complaints(), Vec::<String>::new());
}

fn see_strange_entries(page: &Page) {
    let stored = page.stored();
    for (key, text) in STRANGE {
        assert_eq!(stored.get(key).map(String::as_str), Some(text), "{key}");
    }
}

fn work_to_the_result_without_storage(page: &Page) {
    let story = Story::with_every_card();
    page.open();
    page.ready();
    assert!(!page.words().contains(CANNOT), "not said before it matters");
    page.answer("keep", "keep");
    page.wait("the word that nothing can be kept", || {
        page.words().contains(CANNOT).then_some(())
    });
    page.hurry(&story, "result-short");
    assert_eq!(page.shown("total"), story.shown("total"));
    assert_eq!(page.cards(), ["A1", "A2", "A3", "A4", "A5"]);
    assert!(page.words().contains(CANNOT), "and again at the result");
    assert!(!page.words().contains("is kept in this browser"));
    page.leave_by("back");
    page.see_place("P6");
    assert_eq!(page.chosen(), story.codes("P6"));
    page.choose_help_lines_of("uk");
    page.hurry(&story, "result-full");
    assert_eq!(page.shown("overall"), story.shown("overall"));
    assert_eq!(page.complaints(), Vec::<String>::new());
    page.reload();
    page.ready();
    assert_eq!(page.place(), "welcome");
}
