//! What is kept, where the person asked for it, and that nothing is where they did not.

use e2e::{Page, Setup, Story};
use serde_json::json;

/// Without same answers, and with them.
const PLACES: [&str; 5] = ["U1", "cards", "E4", "result-short", "T2"];

#[test]
fn a_reload_resumes_at_the_same_place() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    let story = Story::with_every_card();
    for place in PLACES {
        let story = if place == "cards" {
            story.clone()
        } else {
            story.clone().tell("Q1", &["no"])
        };
        page.hurry(&story, place);
        see_the_same_after(&page, &story, place, Page::reload);
    }
    page.hurry(&story, "result-full");
    see_the_same_after(&page, &story, "result-full", Page::reload);
    assert_eq!(page.shown("overall"), story.shown("overall"));

    let same = Story::without_cards().every_item("1");
    page.open_with_stored(&[]);
    page.answer("keep", "keep");
    page.hurry(&same, "same-answer");
    see_the_same_after(&page, &same, "same-answer", Page::reload);
    assert_eq!(page.go_on(), "result-short");
}

#[test]
fn closing_and_coming_back_resumes_at_the_same_place() {
    let mut page = Setup::default().start();
    let story = Story::with_every_card();
    page.begin(Some("keep"));
    page.hurry(&story, "M2");
    page.answer("M2", "3");
    page.close_and_open_again();
    page.open();
    page.ready();
    page.see_place("M2");
    assert_eq!(page.chosen(), ["3"]);
    page.hurry(&story, "result-short");
    assert_eq!(page.shown("total"), story.shown("total"));
    assert_eq!(page.cards(), ["A1", "A2", "A3", "A4", "A5"]);
    page.close_and_open_again();
    page.open();
    page.ready();
    page.see_place("result-short");
    assert_eq!(page.shown("total"), story.shown("total"));
}

#[test]
fn without_asking_for_it_nothing_is_kept_anywhere() {
    let page = Setup::default().start();
    for keep in [None, Some("none")] {
        page.begin(keep);
        let steps = page.hurry_watching_storage(&Story::with_every_card(), "result-full");
        assert!(steps.len() > 52);
        let kept: Vec<_> = steps.iter().filter(|(_, keys)| *keys > 0).collect();
        assert!(kept.is_empty(), "{keep:?}: {kept:?}");
        page.press("help");
        page.see_place("help");
        page.choose("region", "uk");
        assert_eq!(page.traces(), Vec::<String>::new());
        page.press("back");
        page.see_place("result-full");
        assert!(page.words().contains("Nothing of this is kept."));
        page.reload();
        page.ready();
        assert_eq!(page.place(), "welcome");
        assert!(!page.words().contains("Go on with my check-in"));
        assert_eq!(page.traces(), Vec::<String>::new());
    }
}

#[test]
fn keeping_can_begin_at_the_result() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::without_cards(), "result-short");
    page.press("keep");
    page.wait("the word that it is kept", || {
        page.words()
            .contains("This check-in is kept in this browser.")
            .then_some(())
    });
    page.reload();
    page.ready();
    page.see_place("result-short");
}

#[test]
fn the_switch_in_the_settings_removes_the_check_in() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "G1");
    go_to_settings(&page);
    assert!(page.has("#keep-switch:checked"));
    assert_eq!(
        page.stored().len(),
        2,
        "the check-in, and until when it resumes"
    );
    page.click_words("Keep my check-ins in this browser");
    page.wait("nothing to be kept", || {
        page.traces().is_empty().then_some(())
    });
    assert!(page.words().contains("Nothing of this is kept."));
    // The answers are still here, and can be kept again.
    page.click_words("Keep my check-ins in this browser");
    page.wait("the check-in to be kept", || {
        (page.stored().len() == 2).then_some(())
    });
    page.leave_by("continue");
    page.press("start");
    page.see_place("Q1");
    assert_eq!(page.chosen(), ["no"]);
}

#[test]
fn delete_everything_leaves_only_what_is_not_ours() {
    let page = Setup::default().start();
    page.open_with_stored(&[
        ("rc-checkin-00000000000000aa", "{\"v\":1,"),
        ("rc-something-old", "1"),
        ("of-another-app", "theirs"),
    ]);
    page.answer("keep", "keep");
    page.choose("region", "ie");
    page.hurry(&Story::without_cards(), "G1");
    go_to_settings(&page);
    assert!(
        page.words()
            .contains("Kept in this browser: check-ins 1, plans 0, notes on what you learned 0,")
    );
    let before = page.stored();
    page.ask("delete-all");
    page.click_words("No, keep it");
    assert_eq!(page.stored(), before, "asked first");
    page.ask("delete-all");
    page.press("delete-all");
    page.wait("the word that it is done", || {
        page.words()
            .contains("Everything kept here is deleted.")
            .then_some(())
    });
    assert_eq!(page.traces(), ["local of-another-app"]);
    page.leave_by("continue");
    assert_eq!(page.place(), "welcome");
    assert_eq!(
        page.chosen(),
        Vec::<String>::new(),
        "and nothing is chosen about keeping"
    );
    page.press("start");
    page.see_place("Q1");
    assert_eq!(page.chosen(), Vec::<String>::new());
    assert_eq!(page.traces(), ["local of-another-app"]);
}

#[test]
fn one_check_in_can_be_deleted_at_its_result() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-short");
    page.ask("discard");
    page.press("discard");
    page.see_place("welcome");
    assert_eq!(page.traces(), Vec::<String>::new());
    page.reload();
    page.ready();
    assert_eq!(page.place(), "welcome");
}

#[test]
fn a_new_check_in_leaves_the_kept_one_where_it_is() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-short");
    page.press("new");
    page.see_place("welcome");
    let kept: Vec<_> = page.stored().into_keys().collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    page.press("start");
    page.see_place("Q1");
    assert_eq!(page.chosen(), Vec::<String>::new());
}

#[test]
fn the_chosen_country_is_kept_where_keeping_is_on() {
    let page = Setup::default().start();
    page.open();
    page.ready();
    page.choose("region", "nz");
    page.answer("keep", "keep");
    page.press("start");
    page.see_place("Q1");
    page.reload();
    page.ready();
    assert!(page.shows(".rc-helpbar a[href=\"tel:1737\"]"));
    page.press("help");
    page.see_place("help");
    page.choose("region", "uk");
    page.reload();
    page.ready();
    assert!(page.shows(".rc-helpbar a[href=\"tel:116123\"]"));
    assert!(!page.shows(".rc-helpbar a[href=\"tel:1737\"]"));
}

#[test]
fn the_chosen_country_is_kept_too_when_keeping_begins_later() {
    let page = Setup::default().start();
    page.open();
    page.ready();
    page.choose("region", "nz");
    page.press("start");
    page.see_place("Q1");
    page.hurry(&Story::without_cards(), "result-short");
    page.press("keep");
    page.wait("the check-in to be kept", || {
        (!page.stored().is_empty()).then_some(())
    });
    page.reload();
    page.ready();
    page.see_place("result-short");
    assert!(
        page.shows(".rc-helpbar a[href=\"tel:1737\"]"),
        "{:?}",
        page.stored()
    );
}

/// Turning keeping off leaves no trace that the page was used here.
#[test]
fn nothing_stays_when_keeping_is_turned_off() {
    let page = Setup::default().start();
    page.open();
    page.ready();
    page.choose("region", "nz");
    page.answer("keep", "keep");
    page.press("start");
    page.see_place("Q1");
    page.leave_by("back");
    page.answer("keep", "none");
    assert_eq!(page.traces(), Vec::<String>::new());
}

#[test]
fn after_three_days_the_person_is_asked_and_after_a_week_it_is_past() {
    let page = Setup::default().start();
    page.open();
    let days_ago = |days: u32| {
        let day = recovery_check::domain::date::Day::new(page.today().number() - days);
        Story::without_cards().at("E2", day.unwrap_or(page.today()))
    };
    page.come_back_to(&days_ago(1), &[]);
    page.see_place("E2");
    page.come_back_to(&days_ago(3), &[]);
    assert_eq!(page.place(), "welcome");
    assert!(page.words().contains("the 7 days before that day"));
    page.press("start");
    page.see_place("E2");
    page.come_back_to(&days_ago(8), &[]);
    assert_eq!(page.place(), "welcome");
    assert!(!page.words().contains("Go on with my check-in"));
}

fn go_to_settings(page: &Page) {
    while page.place() != "welcome" {
        page.leave_by("back");
    }
    page.press("settings");
    page.see_place("settings");
}

/// Changes the answer on show, does something that loads the page again, and sees all as it was.
fn see_the_same_after(page: &Page, story: &Story, place: &str, load: impl Fn(&Page)) {
    if page.has("main fieldset[data-item]") && !place.starts_with("result") {
        page.answer_as(story);
    }
    let chosen = page.chosen();
    let total = page.shown("total");
    load(page);
    page.ready();
    page.see_place(place);
    assert_eq!(page.chosen(), chosen, "at {place}");
    assert_eq!(page.shown("total"), total, "at {place}");
    let busy = page.run(
        "return document.querySelectorAll('[aria-busy]').length;",
        &json!([]),
    );
    assert_eq!(busy, 0);
}
