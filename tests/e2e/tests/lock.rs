//! The lock in the release: what is kept cannot be read without the phrase, in the store or on the page, and nobody is
//! stopped who has lost it.

use std::time::Instant;

use e2e::{Page, Setup, Story};
use serde_json::json;

const PHRASE: &str = "oak river seven lamp";

/// Words that stand in an entry that is not locked.
const READABLE: [&str; 4] = ["gates", "answers", "steps", "texts"];

fn go_to_settings(page: &Page) {
    page.press("settings");
    page.see_screen("settings");
}

/// Sets the lock at a result. Says the recovery code, if one was asked for.
fn set_lock(page: &Page, with_code: bool) -> String {
    go_to_settings(page);
    page.write("lock-phrase", PHRASE);
    if with_code {
        page.press_label("lock-code");
    }
    page.press("lock");
    page.wait("the lock to be set", || {
        page.words().contains("The lock is set.").then_some(())
    });
    page.text(".rc-code")
}

fn unlock(page: &Page, secret: &str) {
    page.see_screen("locked");
    page.write("unlock-secret", secret);
    page.press("unlock");
}

fn see_nothing_readable(page: &Page) {
    for (key, text) in page.stored() {
        let readable = READABLE.iter().find(|word| text.contains(*word));
        assert_eq!(readable, None, "{key}: {text}");
    }
}

#[test]
fn a_locked_check_in_opens_with_the_phrase_alone_and_goes_on_locked() {
    let mut page = Setup::default().start();
    let story = Story::with_every_card();
    page.begin(Some("keep"));
    page.hurry(&story, "result-short");
    set_lock(&page, false);
    see_nothing_readable(&page);
    page.press("back");
    page.see_place("result-short");
    page.leave_by("more");
    page.hurry(&story, "K1");
    see_nothing_readable(&page);
    page.close_and_open_again();
    page.open();
    page.ready();
    page.see_screen("locked");
    assert!(!page.has("[data-card]"), "nothing is shown before");
    assert!(page.shows("a[href=\"tel:988\"]"), "help lines are");
    unlock(&page, "oak river seven lamb");
    page.wait("the word that it is wrong", || {
        page.words()
            .contains("That did not open the lock.")
            .then_some(())
    });
    unlock(&page, PHRASE);
    page.see_place("K1");
    page.hurry(&story, "result-full");
    assert_eq!(page.shown("overall"), story.shown("overall"));
    assert!(
        page.words()
            .contains("This check-in is kept in this browser.")
    );
    see_nothing_readable(&page);
    go_to_settings(&page);
    page.ask("take-off-lock");
    page.press("take-off-lock");
    page.wait("the lock to be off", || {
        page.words().contains("The lock is off.").then_some(())
    });
    assert!(!page.stored().contains_key("rc-lock"));
    page.reload();
    page.ready();
    page.see_place("result-full");
    assert_eq!(page.complaints(), Vec::<String>::new());
}

#[test]
fn the_code_opens_a_forgotten_lock_and_without_both_one_can_begin_anew() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-short");
    let code = set_lock(&page, true);
    assert_eq!(code.len(), 39, "{code}");
    page.press("lock");
    page.see_screen("locked");
    unlock(&page, &code.replace('-', " ").to_lowercase());
    page.see_place("result-short");
    page.reload();
    page.ready();
    page.see_screen("locked");
    page.press_named("go-without");
    page.see_screen("welcome");
    page.hurry(&Story::with_every_card(), "result-short");
    assert_eq!(page.cards(), ["A1", "A2", "A3", "A4", "A5"]);
    see_nothing_readable(&page);
    page.reload();
    page.ready();
    page.see_screen("locked");
    page.click_summary();
    page.ask("delete-all");
    page.press("delete-all");
    page.see_screen("welcome");
    assert_eq!(page.traces(), Vec::<String>::new());
    assert_eq!(page.complaints(), Vec::<String>::new());
}

#[test]
fn it_locks_by_itself_and_in_every_tab() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-short");
    set_lock(&page, false);
    let first = page.open_tab();
    page.open();
    page.ready();
    unlock(&page, PHRASE);
    page.see_place("result-short");
    // Six minutes without a touch.
    page.run(
        "const now = Date.now; Date.now = () => now() + 6 * 6e4;",
        &json!([]),
    );
    page.see_screen("locked");
    page.go_to_tab(&first);
    page.see_screen("locked");
    unlock(&page, PHRASE);
    page.see_place("result-short");
}

#[test]
fn a_lock_set_in_one_tab_is_asked_for_in_the_other() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-short");
    let first = page.open_tab();
    page.open();
    page.ready();
    set_lock(&page, false);
    page.go_to_tab(&first);
    page.see_screen("locked");
    see_nothing_readable(&page);
}

#[test]
fn where_the_browser_cannot_lock_it_says_why() {
    let page = Setup::default().start();
    page.before_each_load(
        "Object.defineProperty(Crypto.prototype, 'subtle', { get() { return undefined; } });",
    );
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-short");
    go_to_settings(&page);
    assert!(
        page.words()
            .contains("did not come over a secure connection")
    );
    assert!(!page.has("#lock-phrase"));
}

/// Only measured when asked for: times say something about a machine.
#[test]
fn measure() {
    if std::env::var_os("RC_MEASURE").is_none() {
        return;
    }
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-short");
    set_lock(&page, false);
    for rate in [1, 4] {
        let mut times = Vec::new();
        for _ in 0..7 {
            page.reload();
            page.ready();
            page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }));
            page.see_screen("locked");
            page.write("unlock-secret", PHRASE);
            let begun = Instant::now();
            page.press("unlock");
            page.see_place("result-short");
            times.push(begun.elapsed().as_millis());
            page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }));
        }
        times.sort_unstable();
        println!("unlock, CPU {rate}x slower: {times:?} ms");
    }
}
