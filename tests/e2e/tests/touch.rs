//! Hands on a phone: fingers that shake, and fingers that are quick.

use e2e::{Setup, Story};

#[test]
fn a_double_press_goes_one_step() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::without_cards(), "G1");
    page.answer("G1", "no_use");
    page.double_press("continue");
    page.see_place("U1");
    page.settle();
    assert!(
        page.has("#U1-missing:empty"),
        "the second press is not for the next screen"
    );
    page.leave_by("back");
    page.leave_by("back");
    page.answer("Q1", "yes");
    page.double_press("continue");
    page.see_place("cards");
    page.settle();
    assert_eq!(page.place(), "cards", "nor does it pass a card");
    // A press a moment later is meant.
    page.wait("the next press to count", || {
        page.press("continue");
        (page.place() == "G1").then_some(())
    });
}

#[test]
fn a_check_in_by_finger() {
    let story = Story::with_every_card();
    let page = Setup::default().start();
    page.become_a_phone();
    page.begin(None);
    for place in ["Q1", "cards", "G1", "U1"] {
        page.see_place(place);
        // A finger takes its time: the page is guarded against the second tap of two.
        page.wait("the page to take the answer", || {
            if place == "cards" {
                return Some(());
            }
            page.tap_answer(place, story.codes(place)[0]);
            page.settle();
            (page.chosen() == story.codes(place)).then_some(())
        });
        page.wait("the page to go on", || {
            page.tap("continue");
            page.settle();
            (page.place() != place).then_some(())
        });
    }
    page.see_place("U2");
}

/// The guard against double taps is not for people who know where to tap next.
#[test]
fn a_quick_tap_on_an_answer_is_not_lost() {
    let page = Setup::default().start();
    page.become_a_phone();
    page.begin(None);
    page.hurry(&Story::without_cards(), "E1");
    page.settle();
    page.hurry(&Story::without_cards(), "E3");
    page.tap_answer("E3", "0");
    assert_eq!(page.chosen(), ["0"], "a tap right after the question came");
}
