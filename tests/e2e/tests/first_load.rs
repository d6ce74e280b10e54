//! The first load, whatever becomes of it: the screen is there before the program, early answers count, and
//! where the program can't run or breaks there is help and no dead button.

use e2e::{Fault, Page, Setup, Story};
use serde_json::json;

#[test]
fn what_is_chosen_before_the_program_is_there_counts() {
    let page = Setup::default().start();
    page.hold("*.wasm");
    page.open();
    assert_eq!(page.place(), "welcome");
    assert!(page.shows("[data-action=\"start\"]"));
    page.answer("keep", "keep");
    page.choose("region", "uk");
    page.press("start");
    page.see_place("Q1");
    page.see_heading_focused();
    page.answer("Q1", "yes");
    page.press("continue");
    page.see("[data-action=\"continue\"][aria-busy=\"true\"]");
    assert_eq!(page.place(), "Q1");
    page.release();
    page.ready();
    page.see_place("cards");
    assert_eq!(page.cards(), ["A1"], "no card is lost on the way");
    assert!(page.text("[data-card=\"A1\"]").contains("Call 999 now"));
    assert!(page.shows(".rc-helpbar a[href=\"tel:116123\"]"));
    assert_eq!(page.leave_by("back"), "Q1");
    assert_eq!(page.chosen(), ["yes"]);
    assert!(!page.stored().is_empty(), "keeping was chosen early too");
    assert_eq!(page.leave_by("back"), "welcome");
    assert_eq!(page.complaints(), Vec::<String>::new());
}

#[test]
fn each_early_button_does_its_work_once_the_program_is_there() {
    let page = Setup::default().start();
    for (action, place) in [("help", "help"), ("settings", "settings")] {
        page.hold("*.wasm");
        page.open();
        page.press(action);
        page.see("[aria-busy=\"true\"]");
        page.release();
        page.ready();
        page.see_place(place);
        assert!(!page.has("[aria-busy=\"true\"]"));
        page.press("back");
        page.see_place("welcome");
    }
    page.hold("*.wasm");
    page.open();
    page.press("start");
    page.see_place("Q1");
    page.press("back");
    page.release();
    page.ready();
    page.see_place("welcome");
}

#[test]
fn an_early_press_without_an_answer_says_what_is_missing() {
    let page = Setup::default().start();
    page.hold("*.wasm");
    page.open();
    page.press("start");
    page.see_place("Q1");
    page.press("continue");
    page.release();
    page.ready();
    page.see("#Q1-missing:not(:empty)");
    assert_eq!(page.place(), "Q1");
}

#[test]
fn focus_stays_where_it_was_when_the_program_comes() {
    let page = Setup::default().start();
    page.hold("*.wasm");
    page.open();
    page.tab_to("[name=\"keep\"]");
    page.press_key("Space");
    page.release();
    page.ready();
    assert!(
        page.has_focus("[name=\"keep\"][value=\"keep\"]"),
        "{}",
        page.focused()
    );
    assert_eq!(page.chosen(), ["keep"]);
}

#[test]
fn a_check_in_under_way_is_not_mixed_with_early_answers() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "E1");
    page.hold("*.wasm");
    page.reload();
    assert!(
        !page.shows("[data-action=\"start\"]"),
        "the first screen is not shown for a moment"
    );
    assert!(
        page.shows(".rc-helpbar a[href=\"tel:988\"]"),
        "the help bar is"
    );
    page.release();
    page.ready();
    page.see_place("E1");
}

#[test]
fn a_download_that_takes_long_is_told_on_the_first_screen() {
    let page = Setup::default().start();
    page.hold("*.wasm");
    page.open();
    page.see(".rc-slow:not([hidden])");
    assert!(page.shows(".rc-slow a"), "with a way to try again");
    page.release();
    page.ready();
    assert!(!page.shows(".rc-slow"));
}

/// The same at the first question, where a pressed Continue would otherwise wait without a word for ever.
#[test]
fn a_download_that_takes_long_is_told_at_the_first_question() {
    let page = Setup::default().start();
    page.hold("*.wasm");
    page.open();
    page.press("start");
    page.see_place("Q1");
    page.answer("Q1", "no");
    page.press("continue");
    page.wait("the word that it takes long", || {
        page.shows(".rc-slow, [role=\"status\"]").then_some(())
    });
}

#[test]
fn without_its_program_the_page_gives_help() {
    let page = Setup::default().start();
    let wrong = |content_type: &str, bytes: &[u8]| Fault::Wrong {
        content_type: content_type.to_owned(),
        bytes: bytes.to_vec(),
    };
    let faults = [
        (".js", Fault::NotFound),
        (".wasm", Fault::NotFound),
        (".wasm", wrong("application/wasm", b"\0asm\x01\0\0\0")),
        (
            ".wasm",
            wrong("text/html", b"<p>Sign in to the guest network</p>"),
        ),
        (".js", wrong("text/javascript", b"export default 1;")),
    ];
    for (ending, fault) in faults {
        page.devtools(
            "Network.setCacheDisabled",
            &json!({ "cacheDisabled": true }),
        );
        page.server().fail(ending, fault);
        page.open();
        see_static_help(&page, "tel:988", "tel:911");
        page.server().heal();
    }
    page.click_words("Load the page again");
    page.ready();
    assert_eq!(page.place(), "welcome");
    page.press("start");
    page.see_place("Q1");
}

#[test]
fn an_early_press_is_not_left_hanging_when_the_program_fails() {
    let page = Setup::default().start();
    page.server().fail(".wasm", Fault::Hang);
    page.open();
    page.press("start");
    page.see_place("Q1");
    page.answer("Q1", "yes");
    page.press("continue");
    page.see("[aria-busy=\"true\"]");
    page.server().heal();
    see_static_help(&page, "tel:988", "tel:911");
}

#[test]
fn without_scripts_the_page_gives_help() {
    let page = Setup::default().start();
    page.turn_scripts_off();
    page.open();
    assert!(page.shows("main[data-screen=\"failed\"]"));
    assert!(
        !page.shows("main[data-screen=\"welcome\"]"),
        "no form that does nothing"
    );
    assert!(page.shows("a[href=\"tel:988\"]"));
    assert!(page.shows("a[href=\"tel:116123\"]"), "of every country");
    assert!(page.shows("main a[href=\"\"]"), "and a way to load again");
    assert_eq!(page.dead_buttons(), Vec::<String>::new());
}

#[test]
fn when_the_program_breaks_everything_gives_way_to_help() {
    let page = Setup::default().start();
    let breaks = [
        "setTimeout(() => { throw new Error('broken'); });",
        // A rejection from a script of the driver is never told to the page, so it is told by hand.
        "const ours = new Error('broken');
            ours.stack = `Error: broken\n    at ${location.origin}/program.js:1:1`;
            dispatchEvent(new PromiseRejectionEvent('unhandledrejection',
                { promise: Promise.resolve(), reason: ours }));",
        "dispatchEvent(new ErrorEvent('error', { message: 'broken' }));",
    ];
    for script in breaks {
        page.begin(None);
        page.hurry(&Story::without_cards(), "U5");
        page.run(script, &json!([]));
        see_static_help(&page, "tel:988", "tel:911");
        page.see_heading_focused();
    }
}

#[test]
fn errors_of_browser_extensions_are_not_ours() {
    let page = Setup::default().start();
    page.begin(None);
    let script = "dispatchEvent(new ErrorEvent('error',
        { message: 'theirs', filename: 'chrome-extension://abc/inject.js' }));";
    page.run(script, &json!([]));
    page.settle();
    assert_eq!(page.place(), "Q1");
    // An error of theirs in a promise tells where it is from by its stack only.
    let script = "const theirs = new Error('theirs');
        theirs.stack = 'Error: theirs\\n    at chrome-extension://abc/inject.js:1:1';
        dispatchEvent(new PromiseRejectionEvent('unhandledrejection',
            { promise: Promise.resolve(), reason: theirs }));";
    page.run(script, &json!([]));
    page.settle();
    assert_eq!(page.place(), "Q1");
}

fn see_static_help(page: &Page, crisis: &str, emergency: &str) {
    page.see("html[data-rc-failed]");
    page.see_screen("failed");
    assert!(page.shows(&format!("main a[href=\"{crisis}\"]")));
    assert!(page.shows(&format!("main a[href=\"{emergency}\"]")));
    assert!(page.comes_before(&format!("main a[href=\"{crisis}\"]"), "main a[href=\"\"]"));
    assert!(
        page.shows("main a[href=\"\"]"),
        "a way to load the page again"
    );
    assert_eq!(page.dead_buttons(), Vec::<String>::new());
    assert!(!page.has("#rc-app"), "nothing of the program is left");
}
