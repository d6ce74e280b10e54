//! Leaving quickly: the page is empty at once, another site comes, and coming back shows nothing unasked.

use e2e::{Page, Setup, Story};
use serde_json::json;

const ELSEWHERE: &str = "https://www.wikipedia.org/";

#[test]
fn leave_empties_the_page_at_once_and_goes_away() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "U5");
    page.answer("U5", "yes");
    see_leaving(&page);
}

#[test]
fn leave_works_before_the_program_is_there_and_after_it_broke() {
    let page = Setup::default().start();
    page.hold("*.wasm");
    page.open();
    page.see_screen("welcome");
    see_leaving(&page);
    page.release();

    page.open();
    page.ready();
    page.run("rcBoot.fail();", &json!([]));
    page.see_screen("failed");
    see_leaving(&page);
}

#[test]
fn shift_pressed_three_times_alone_leaves_and_nothing_less_does() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "U5");
    for keys in [&["Shift", "Shift", "b"][..], &["Shift", "a", "Shift", "c"]] {
        for key in keys {
            page.press_key(key);
        }
        assert_eq!(page.place(), "U5", "{keys:?}");
    }
    see_leaving_by(&page, |page| {
        for _ in 0..3 {
            page.press_key("Shift");
        }
    });
    page.open();
    page.ready();
    see_the_offer(&page);
}

#[test]
fn shift_does_not_leave_where_the_clinic_offers_no_way_out() {
    let page = Setup::default().start();
    page.begin(None);
    page.run(
        "document.documentElement.dataset.rcLeave = 'off';",
        &json!([]),
    );
    for _ in 0..4 {
        page.press_key("Shift");
    }
    assert_eq!(page.place(), "Q1");
}

#[test]
fn coming_back_after_leaving_offers_to_go_on_and_shows_no_answer() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "U5");
    leave(&page);
    page.open();
    page.ready();
    see_the_offer(&page);
    page.press("start");
    page.see_place("U5");
}

/// The offer stays until it is taken: a reload or a second visit is as unasked as the first.
#[test]
fn the_offer_stays_until_it_is_taken() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "U5");
    leave(&page);
    page.open();
    page.ready();
    see_the_offer(&page);
    page.reload();
    page.ready();
    see_the_offer(&page);
}

#[test]
fn back_after_leaving_shows_no_answer() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "U5");
    leave(&page);
    page.back();
    page.ready();
    see_the_offer(&page);
}

#[test]
fn leaving_what_is_not_kept_leaves_no_trace() {
    let page = Setup::default().start();
    page.begin(Some("none"));
    page.hurry(&Story::with_every_card(), "U5");
    leave(&page);
    page.open();
    page.ready();
    assert_eq!(page.place(), "welcome");
    assert!(!page.words().contains("Go on with my check-in"));
    assert_eq!(page.traces(), Vec::<String>::new());
}

/// Presses the button. The other site can't be reached from here, so the browser ends on its own error page.
fn leave(page: &Page) {
    let before = page.address();
    page.press("exit");
    page.wait("another site", || (page.address() != before).then_some(()));
}

fn see_the_offer(page: &Page) {
    assert_eq!(page.place(), "welcome");
    assert!(page.words().contains("Go on with my check-in"));
    assert_eq!(page.cards(), Vec::<String>::new());
}

/// Leaves, but is held back at the very moment of going: by then the page is empty.
fn see_leaving(page: &Page) {
    see_leaving_by(page, |page| page.press("exit"));
}

fn see_leaving_by(page: &Page, leave: impl FnOnce(&Page)) {
    let watch = "window.going = [];
        navigation.addEventListener('navigate', event => {
            window.going.push([event.destination.url, document.body.childNodes.length]);
            event.preventDefault();
        });";
    page.run(watch, &json!([]));
    leave(page);
    page.wait("the way to another site", || {
        (page.run("return window.going;", &json!([])) == json!([[ELSEWHERE, 0]])).then_some(())
    });
    assert_eq!(page.words(), "");
}
