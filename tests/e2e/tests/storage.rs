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
    assert!(page.words().contains("Your last change is not kept"));
    page.hurry(&story, "result-short");
    assert_eq!(page.shown("total"), story.shown("total"));
    assert!(page.words().contains("Your last change is not kept"));
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
        // The place of the region was needed: its entry is put aside.
        let aside = key.replace("rc-settings", "rc-damaged-settings");
        let there = [key, &aside].map(|key| stored.get(key).map(String::as_str));
        assert!(there.contains(&Some(text)), "{key}: {there:?}");
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

/// A character takes two bytes; browsers give a site about five million of them.
const REALLY_FULL: &str = "let size = 1 << 22;
    for (let number = 0; size > 0; number += 1) {
        try { localStorage.setItem(`theirs-${number}`, 'x'.repeat(size)); }
        catch { size = size >> 1; }
    }";

#[test]
fn a_quota_that_is_really_full_is_told_at_the_first_answer_and_hides_nothing() {
    let page = Setup::default().start();
    let story = Story::with_every_card();
    page.begin(Some("keep"));
    // Among the gates each answer makes the entry longer.
    page.hurry(&story, "U5");
    page.run(REALLY_FULL, &serde_json::json!([]));
    let before = page.stored();
    page.hurry(&story, "result-full");
    assert!(page.words().contains("Your last change is not kept"));
    assert_eq!(page.shown("overall"), story.shown("overall"));
    let ours = |page: &Page| {
        let mut ours = page.stored();
        ours.retain(|key, _| key.starts_with("rc-checkin-"));
        ours
    };
    let mut kept = before.clone();
    kept.retain(|key, _| key.starts_with("rc-checkin-"));
    assert_eq!(ours(&page), kept, "what was kept before is still there");
    // The browser is full when the page opens: what was kept is read all the same.
    page.reload();
    page.ready();
    page.see_place("U5");
    page.hurry(&story, "result-short");
    page.press("settings");
    page.see_screen("settings");
    assert!(page.words().contains("check-ins 1"), "{}", page.words());
    page.ask("delete-all");
    page.press("delete-all");
    page.wait("everything of ours to be gone", || {
        ours(&page).is_empty().then_some(())
    });
    assert!(page.words().contains("Everything kept here is deleted."));
    let theirs = page.stored();
    assert!(
        theirs.keys().all(|key| key.starts_with("theirs-")),
        "{:?}",
        theirs.keys()
    );
}

/// After so many changes of storage nothing more is done, as when the page is killed.
const KILLED_AFTER: &str = "let left = sessionStorage.getItem('left');
    if (left !== null) for (const name of ['setItem', 'removeItem']) {
        const change = Storage.prototype[name];
        Storage.prototype[name] = function (...entry) {
            if (left-- > 0) return change.apply(this, entry);
        };
    }";

#[test]
fn killed_between_any_two_steps_of_a_save_the_check_in_is_as_before_or_after() {
    let page = Setup::default().start();
    let story = Story::without_cards();
    page.before_each_load(KILLED_AFTER);
    page.open();
    // 2 for the probe, then the answer and going on: an entry, the mark that it is open, the mark of leaving.
    for steps in 0..12 {
        page.run("sessionStorage.clear();", &serde_json::json!([]));
        page.open_with_stored(&[]);
        page.answer("keep", "keep");
        page.hurry(&story, "E3");
        let set = format!("sessionStorage.setItem('left', {steps});");
        page.run(&set, &serde_json::json!([]));
        page.reload();
        page.ready();
        page.see_place("E3");
        page.answer("E3", "4");
        page.go_on();
        page.run("sessionStorage.clear();", &serde_json::json!([]));
        page.reload();
        page.ready();
        let place = page.place();
        assert!(["E3", "E4"].contains(&place.as_str()), "{steps}: {place}");
        if place == "E4" {
            assert_eq!(page.leave_by("back"), "E3");
            assert_eq!(page.chosen(), ["4"], "{steps}");
        }
        assert_eq!(page.complaints(), Vec::<String>::new(), "{steps}");
    }
}

#[test]
fn one_byte_flipped_anywhere_is_told_or_read_and_the_entry_stays() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "E3");
    let stored = page.stored();
    let (key, text) = stored
        .iter()
        .find(|(key, _)| key.starts_with("rc-checkin-"))
        .expect("a check-in");
    // Natively every byte and every length is tried; here a few, through the browser's own storage.
    for at in (0..text.len()).step_by(37) {
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
    for length in (0..text.len()).step_by(61) {
        page.open_with_stored(&[(key, &text[..length])]);
        assert!(
            page.words().contains("Kept here but not readable: 1."),
            "{length}"
        );
        assert!(page.shows("[data-action=\"start\"]"));
    }
    assert_eq!(page.complaints(), Vec::<String>::new());
}

/// A clock that is off by so many days.
fn clock(days: i64) -> String {
    format!(
        "const Real = Date, off = {days} * 864e5;
        Date = class extends Real {{
            constructor(...given) {{ given.length ? super(...given) : super(Real.now() + off); }}
            static now() {{ return Real.now() + off; }}
        }};"
    )
}

#[test]
fn a_clock_set_back_or_years_ahead_loses_nothing() {
    let story = Story::with_every_card();
    for days in [-20_000_i64, -400, -1, 400, 36_500] {
        let page = Setup::default().start();
        page.begin(Some("keep"));
        page.hurry(&story, "E3");
        let kept = page.stored();
        page.before_each_load(&clock(days));
        page.reload();
        page.ready();
        let ours = |stored: e2e::stored::Stored| {
            let mut ours = stored;
            ours.retain(|key, _| key.starts_with("rc-checkin-"));
            ours
        };
        assert_eq!(ours(page.stored()), ours(kept), "{days}");
        if page.place() == "welcome" {
            page.answer("keep", "keep");
        }
        page.hurry(&story, "result-full");
        assert_eq!(page.cards(), ["A1", "A2", "A3", "A4", "A5"], "{days}");
        page.reload();
        page.ready();
        page.see_place("result-full");
        assert_eq!(page.complaints(), Vec::<String>::new(), "{days}");
    }
}

#[test]
fn taken_along_deleted_and_brought_back_the_same_bytes_are_stored() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "result-full");
    page.press("plan");
    page.see_screen("plan");
    page.press("back");
    page.see_place("result-full");
    page.press("settings");
    page.see_screen("settings");
    let before = page.stored();
    assert!(before.contains_key("rc-plan"));
    page.run(
        "const make = URL.createObjectURL;
        URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return make(blob); };",
        &serde_json::json!([]),
    );
    page.press("export-json");
    let saved = page.wait("the file", || {
        let saved = page.run("return window.saved ?? null;", &serde_json::json!([]));
        saved.as_str().map(str::to_owned)
    });
    page.ask("delete-all");
    page.press("delete-all");
    page.wait("nothing to be kept", || {
        page.traces().is_empty().then_some(())
    });
    page.bring_in(&saved);
    page.wait("everything to be back", || {
        let mut after = page.stored();
        let mut before = before.clone();
        // A mark for the boot script, written again when the page is opened.
        before.remove("rc-open");
        after.remove("rc-open");
        (after == before).then_some(())
    });
}
