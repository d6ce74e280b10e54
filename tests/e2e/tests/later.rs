//! The part of the program that is fetched while the check-in goes on: the check-in waits for nothing of it, and where
//! it is slow, missing, cut or changed, nothing is lost and it can be asked for again.

use std::time::Duration;

use e2e::{Engine, Fault, Page, Setup, Story, file_of_release};
use serde_json::json;

/// Like what is fetched later.
const LATER: &str = "*-later-*";

/// What `xtask/src/sizes.rs` allows before the result.
const BEFORE_RESULT: u64 = 110_000;

fn later() -> (String, Vec<u8>) {
    file_of_release("recovery-check-later-", ".wasm")
}

/// Makes the later part fail, and the browser ask the network each time.
fn fail(page: &Page, fault: Fault) {
    let always = json!({ "cacheDisabled": true });
    page.devtools("Network.setCacheDisabled", &always);
    page.server().fail(&later().0, fault);
}

fn wrong(bytes: &[u8]) -> Fault {
    Fault::Wrong {
        content_type: "application/wasm".to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// Goes from the waiting place to the result, once the later part can come.
fn see_the_result(page: &Page) {
    page.see_place("result-short");
    page.see_heading_focused();
    assert_eq!(page.cards(), ["A1", "A2", "A3", "A4", "A5"]);
}

/// Compressed bytes that came over the wire, by the browser's own count; the icon is no part of it.
fn bytes_so_far(page: &Page) -> u64 {
    let script = "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        return all.filter(one => !one.name.endsWith('.svg')).reduce((sum, one) => sum + one.encodedBodySize, 0);";
    page.run(script, &json!([])).as_u64().unwrap_or(0)
}

#[test]
fn a_whole_check_in_takes_no_more_bytes_than_are_allowed_before_the_result() {
    let page = Setup::default().start();
    page.hold(LATER);
    page.begin(Some("none"));
    page.hurry(&Story::with_every_card(), "coming");
    let before = bytes_so_far(&page);
    assert!(before > 50_000, "{before} bytes are too few to be true");
    assert!(before <= BEFORE_RESULT, "{before} bytes before the result");
    page.release();
    see_the_result(&page);
    assert!(bytes_so_far(&page) > before, "then the rest was fetched");
}

#[test]
fn fetched_meanwhile_the_result_is_there_without_waiting() {
    let page = Setup::default().start();
    page.begin(None);
    page.whole();
    let passed = page.hurry(&Story::with_every_card(), "result-short");
    assert!(!passed.contains(&"coming".to_owned()), "{passed:?}");
    see_the_result(&page);
}

#[test]
fn a_result_reached_first_waits_calmly_with_the_cards_and_then_shows() {
    for keep in ["none", "keep"] {
        let page = Setup::default().start();
        page.hold(LATER);
        page.begin(Some(keep));
        page.hurry(&Story::with_every_card(), "coming");
        page.see_heading_focused();
        let due = ["A1", "A2", "A3", "A4", "A5"];
        assert_eq!(page.cards(), due, "no card waits");
        assert!(page.text("main [role=status]").contains("nothing is lost"));
        assert!(!page.shows("main [data-action=again]"), "not pressed for");
        assert!(page.axe().is_empty(), "{:?}", page.axe());
        // Back and on again, and help, as on any screen.
        let question = page.leave_by("back");
        assert!(!page.chosen().is_empty(), "{question}");
        assert_eq!(page.go_on(), "coming");
        page.press("help");
        page.see_place("help");
        page.press("back");
        page.see_place("coming");
        assert_eq!(page.stored().is_empty(), keep == "none");
        page.release();
        see_the_result(&page);
        assert_eq!(page.complaints(), Vec::<String>::new());
    }
}

#[test]
fn late_or_missing_it_comes_in_every_engine() {
    let story = Story::with_every_card();
    for engine in Engine::ALL {
        let late = Setup::default().engine(engine).start();
        late.server()
            .fail(&later().0, Fault::Late(Duration::from_secs(4)));
        late.begin(Some("none"));
        let passed = late.hurry(&story, "result-short");
        assert!(passed.contains(&"coming".to_owned()), "{engine:?}");
        see_the_result(&late);
        let missing = Setup::default().engine(engine).start();
        missing.server().fail(&later().0, Fault::NotFound);
        missing.begin(Some("none"));
        missing.hurry(&story, "coming");
        missing.see("main [data-action=again]");
        missing.server().heal();
        missing.press("again");
        see_the_result(&missing);
    }
}

#[test]
fn missing_cut_or_changed_it_is_told_and_comes_when_asked_again() {
    let (_, whole) = later();
    let mut longer = whole.clone();
    // An empty custom section, which changes nothing that it does.
    longer.extend(b"\0\x01\0");
    let faults = [
        Fault::NotFound,
        wrong(&whole[..whole.len() / 2]),
        wrong(b""),
        wrong(&longer),
        wrong(b"<p>Sign in to the guest network</p>"),
    ];
    for fault in faults {
        let page = Setup::default().start();
        fail(&page, fault.clone());
        page.begin(Some("none"));
        page.hurry(&Story::with_every_card(), "coming");
        page.see("main [data-action=again]");
        assert!(
            page.text("main [role=status]").contains("did not come"),
            "{fault:?}"
        );
        assert_eq!(page.cards().len(), 5, "the cards are there");
        assert!(!page.has("html[data-rc-whole], html[data-rc-failed]"));
        page.press("again");
        page.see("main [data-action=again]");
        page.server().heal();
        page.press("again");
        see_the_result(&page);
    }
}

#[test]
fn an_answer_that_never_comes_is_told_and_can_be_asked_for_again() {
    let page = Setup::default().start();
    fail(&page, Fault::Hang);
    page.begin(Some("none"));
    page.hurry(&Story::with_every_card(), "coming");
    page.see("main [data-action=again]");
    assert!(
        page.text("main [role=status]")
            .contains("longer than usual")
    );
    let asked = page.server().count(&later().0);
    page.press("again");
    page.wait("another request", || {
        (page.server().count(&later().0) > asked).then_some(())
    });
    assert!(!page.shows("main [data-action=again]"), "it is on its way");
    // Both requests now end with an error.
    page.server().heal();
    page.see("main [data-action=again]");
    page.press("again");
    see_the_result(&page);
}

#[test]
fn loaded_anew_at_any_stage_what_is_kept_comes_back() {
    let at = |place: &str| {
        let page = Setup::default().start();
        page.hold(LATER);
        page.begin(Some("keep"));
        page.hurry(&Story::with_every_card(), place);
        page.reload();
        page.see("html[data-rc-wait]");
        assert!(!page.shows("[data-action=start]"), "nothing else is begun");
        assert!(page.shows(".rc-helpbar"), "help is there");
        page.release();
        page.ready();
        page
    };
    for place in ["U1", "E1"] {
        at(place).see_place(place);
    }
    let page = at("coming");
    page.see_place("result-short");
    // Where it does not come at all there is the static help, and what is kept stays.
    let kept = page.stored();
    fail(&page, Fault::NotFound);
    page.reload();
    page.see("html[data-rc-failed]");
    assert!(page.shows("main a[href=\"tel:988\"]"));
    assert_eq!(page.stored(), kept);
    page.server().heal();
    page.reload();
    page.ready();
    page.see_place("result-short");
}

#[test]
fn whatever_is_opened_before_it_is_there_shows_once_it_is() {
    let page = Setup::default().start();
    for beside in ["settings", "tools"] {
        page.hold(LATER);
        page.open();
        page.ready();
        page.press(beside);
        page.see_place("coming");
        page.press("back");
        page.see_place("welcome");
        page.press(beside);
        page.see_place("coming");
        page.release();
        page.see_place(beside);
        page.press("back");
        page.see_place("welcome");
    }
}
