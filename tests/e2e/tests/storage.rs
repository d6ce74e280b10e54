//! Storage that is refused or full: the check-in works, and the page says truly what is kept.

use e2e::{Engine, Fault, Page, Setup, Story};
use serde_json::json;

e2e::in_each_engine! {
    where_storage_is_refused_the_check_in_works_and_says_so,
    where_storage_takes_nothing_the_check_in_works_and_says_so,
    where_storage_fills_up_midway_nothing_on_the_page_is_lost_and_it_says_so,
    in_a_frame_of_its_own_the_page_works_or_gives_help,
    a_quota_that_is_really_full_is_told_at_the_first_answer_and_hides_nothing,
}

/// As a browser refuses that lets no site keep anything.
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

fn where_storage_is_refused_the_check_in_works_and_says_so(engine: Engine) {
    let mut setup = Setup::default().engine(engine);
    if engine != Engine::WebKit {
        setup = setup.refusing_storage();
    }
    let page = setup.start();
    if engine == Engine::WebKit {
        page.before_each_load(REFUSED);
    }
    page.open();
    let is_refused = page.run(
        "try { return !localStorage; } catch { return true; }",
        &json!([]),
    );
    assert_eq!(is_refused, json!(true));
    work_to_the_result_without_storage(&page);
}

fn where_storage_takes_nothing_the_check_in_works_and_says_so(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    page.before_each_load(FULL);
    work_to_the_result_without_storage(&page);
    assert_eq!(page.traces(), Vec::<String>::new());
}

fn where_storage_fills_up_midway_nothing_on_the_page_is_lost_and_it_says_so(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    let story = Story::with_every_card();
    page.before_each_load(FULL_LATER);
    page.begin(Some("keep"));
    page.hurry(&story, "E3");
    let before = page.stored();
    page.run("window.isFull = true;", &json!([]));
    page.hurry(&story, "M1");
    assert!(page.words().contains("Your last change is not kept"));
    page.hurry(&story, "result-short");
    assert_eq!(page.shown("total"), story.shown("total"));
    assert!(page.words().contains("Your last change is not kept"));
    assert_eq!(page.stored(), before, "what was kept before is still there");
    // Room again: kept again, and said so.
    page.run("window.isFull = false;", &json!([]));
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

fn in_a_frame_of_its_own_the_page_works_or_gives_help(engine: Engine) {
    let page = Setup::default().engine(engine).start();
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
    page.see_no_complaint();
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

fn a_quota_that_is_really_full_is_told_at_the_first_answer_and_hides_nothing(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    let story = Story::with_every_card();
    page.begin(Some("keep"));
    // Among the gates each answer makes the entry longer.
    page.hurry(&story, "U5");
    page.run(REALLY_FULL, &json!([]));
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
