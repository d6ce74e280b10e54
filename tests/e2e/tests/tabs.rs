//! Several tabs of one browser at once: every check-in stays, nothing is undone in silence, each tab says what
//! happened, and deleting reaches all of them.

use std::collections::BTreeSet;

use e2e::stored::Stored;
use e2e::{Engine, Page, Setup, Story};
use recovery_check::domain::check_in::{CheckIn, CheckInId};
use recovery_check::domain::instrument::Item;
use recovery_check::domain::reply::Reply;
use recovery_check::storage::envelope;
use serde_json::json;

const PARTED: &str = "Both are kept";

fn check_ins(stored: &Stored) -> Vec<CheckIn> {
    let ours = stored
        .iter()
        .filter_map(|(key, text)| Some((key.strip_prefix("rc-checkin-")?, text)));
    let read = |(name, text): (&str, &String)| {
        let id = CheckInId::from_name(name).expect("a number");
        envelope::decode(id, text).expect("a whole entry")
    };
    ours.map(read).collect()
}

/// A tab that is in sight, whichever the browser holds to be in front.
fn stay_in_sight(page: &Page) {
    page.before_each_load("Object.defineProperty(document, 'hidden', { get: () => false });");
}

#[test]
fn two_tabs_on_one_check_in_both_keep_theirs_and_say_so() {
    let page = Setup::default().start();
    let story = Story::without_cards();
    stay_in_sight(&page);
    page.begin(Some("keep"));
    page.hurry(&story, "E2");
    let first = page.open_tab();
    stay_in_sight(&page);
    page.open();
    page.ready();
    page.see_place("E2");
    page.hurry(&story, "M1");
    page.go_to_tab(&first);
    page.wait("the word that another tab went on", || {
        page.words()
            .contains("goes on in another tab")
            .then_some(())
    });
    let here = story.clone().tell("E2", &["4"]);
    page.hurry(&here, "result-short");
    assert!(page.words().contains(PARTED));
    let kept = check_ins(&page.stored());
    assert_eq!(kept.len(), 2, "{kept:?}");
    let said: BTreeSet<String> = kept
        .iter()
        .map(|one| format!("{:?}", one.answers.reply(Item::E2)))
        .collect();
    assert_eq!(said.len(), 2, "each has its own answer: {said:?}");
    assert!(kept.iter().any(|one| one.finished));
    // The other goes on as its own, too.
    let theirs = kept.iter().find(|one| !one.finished).expect("theirs");
    assert_ne!(theirs.answers.reply(Item::M1), Reply::Skipped);
    assert_eq!(page.complaints(), Vec::<String>::new());
}

#[test]
fn three_tabs_finish_at_once_and_all_three_stay() {
    let page = Setup::default().start();
    let stories = ["0", "2", "4"].map(|code| Story::without_cards().tell("E1", &[code]));
    let mut tabs = Vec::new();
    for _ in &stories {
        stay_in_sight(&page);
        page.open();
        page.ready();
        page.answer("keep", "keep");
        tabs.push(page.open_tab());
    }
    for place in ["E1", "M3", "result-short", "result-full"] {
        for (tab, story) in tabs.iter().zip(&stories) {
            page.go_to_tab(tab);
            page.hurry(story, place);
        }
    }
    for tab in &tabs {
        page.go_to_tab(tab);
        assert!(
            page.words()
                .contains("This check-in is kept in this browser.")
        );
    }
    let kept = check_ins(&page.stored());
    assert_eq!(kept.len(), 3);
    let said: BTreeSet<String> = kept
        .iter()
        .map(|one| format!("{:?}", one.answers.reply(Item::E1)))
        .collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(kept.iter().all(|one| one.finished));
}

#[test]
fn deleting_everything_reaches_every_tab() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "E4");
    let first = page.open_tab();
    page.open();
    page.ready();
    page.hurry(&Story::without_cards(), "result-short");
    page.press("settings");
    page.see_screen("settings");
    page.ask("delete-all");
    page.press("delete-all");
    page.wait("nothing to be kept", || {
        page.traces().is_empty().then_some(())
    });
    assert!(page.words().contains("Everything kept here is deleted."));
    page.go_to_tab(&first);
    page.see_screen("welcome");
    assert!(
        page.words()
            .contains("Everything kept here was deleted in another tab.")
    );
    page.hurry(&Story::without_cards(), "E4");
    assert_eq!(page.traces(), Vec::<String>::new());
    page.back();
    assert!(!page.words().contains("E4"));
    assert_eq!(page.complaints(), Vec::<String>::new());
}

#[test]
fn what_another_tab_cleared_is_told_and_kept_again_only_when_asked() {
    let page = Setup::default().start();
    let story = Story::without_cards();
    page.begin(Some("keep"));
    page.hurry(&story, "E4");
    let first = page.open_tab();
    page.go(&format!("{}icon.svg", page.server().url()));
    page.run("localStorage.clear();", &json!([]));
    page.go_to_tab(&first);
    page.wait("the word that it is gone", || {
        page.words()
            .contains("What was kept of this is gone")
            .then_some(())
    });
    page.hurry(&story, "M1");
    assert_eq!(page.traces(), Vec::<String>::new());
    page.press_named("keep-again");
    page.wait("it to be kept again", || {
        (check_ins(&page.stored()).len() == 1).then_some(())
    });
    assert!(!page.words().contains("What was kept of this is gone"));
    page.reload();
    page.ready();
    page.see_place("M1");
}

#[test]
fn a_tab_out_of_sight_follows_the_one_in_use() {
    let page = Setup::default().start();
    let story = Story::without_cards();
    page.before_each_load(
        "Object.defineProperty(document, 'hidden', { get: () => window.isAway ?? false });",
    );
    page.begin(Some("keep"));
    page.hurry(&story, "E2");
    page.run("window.isAway = true;", &json!([]));
    let first = page.open_tab();
    page.open();
    page.ready();
    page.hurry(&story, "M1");
    page.go_to_tab(&first);
    page.see_place("M1");
    page.hurry(&story, "result-short");
    assert!(!page.words().contains(PARTED));
    assert_eq!(check_ins(&page.stored()).len(), 1);
}

#[test]
fn what_one_tab_deletes_is_no_longer_shown_in_the_other_in_chromium() {
    what_one_tab_deletes_is_no_longer_shown_in_the_other(Engine::Chromium);
}

/// The driver of `WebKit` can press nothing in a tab that is not in front, and brings none there.
#[test]
fn what_one_tab_deletes_is_no_longer_shown_in_the_other_in_firefox() {
    what_one_tab_deletes_is_no_longer_shown_in_the_other(Engine::Firefox);
}

fn what_one_tab_deletes_is_no_longer_shown_in_the_other(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    stay_in_sight(&page);
    let first = page.open_tab();
    stay_in_sight(&page);
    page.open();
    page.ready();
    let second = page.tab();
    page.go_to_tab(&first);
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-full");
    page.go_to_tab(&second);
    page.press("history");
    page.see_screen("history");
    page.see(".rc-moment__open");
    page.go_to_tab(&first);
    page.ask("discard");
    page.press("discard");
    page.see_place("welcome");
    page.go_to_tab(&second);
    page.wait("it to be gone here too", || {
        (!page.has(".rc-moment__open")).then_some(())
    });
    page.see_screen("history");
    assert!(check_ins(&page.stored()).is_empty());
    page.see_no_complaint();
}
