//! A device that others use as well: a page opened for it leaves nothing behind, whoever looks afterwards and wherever;
//! a plain name shows in place of the page's own; and deleting everything leaves as little.

use e2e::{Engine, Page, Setup, Story};
use recovery_check::session::{CLEARED_AFTER, WARNED_AFTER};
use serde_json::json;

e2e::in_each_engine! {
    a_shared_device_is_left_with_nothing,
    coming_back_to_a_shared_device_shows_nothing,
    a_plain_name_shows_at_once_everywhere_and_asks_the_network_for_nothing,
    deleting_everything_leaves_no_store_no_history_entry_and_no_tab_with_it,
}

/// What no program has in it, and nobody writes by chance.
const WRITTEN: &str = "quincejam4711";

/// Goes to the result, writes into the plan, and looks at the settings.
fn live(page: &Page) {
    page.press("start");
    page.see_place("Q1");
    page.hurry(&Story::with_every_card(), "result-full");
    page.press_at_once("plan");
    page.see_screen("plan");
    let write = "const field = document.querySelector('main textarea, main input[type=text]');
        field.focus();
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(write, &json!([WRITTEN]));
    page.press_at_once("back");
    page.see_screen("result-full");
    page.press_at_once("settings");
    page.see_screen("settings");
    page.settle();
}

fn title(page: &Page) -> String {
    let title = page.run("return document.title;", &json!([]));
    title.as_str().unwrap_or_default().to_owned()
}

/// Opens the page in another tab and goes there; says which was the first. A driven `WebKit` draws no second tab.
fn other_tab(page: &Page) -> Option<String> {
    (page.engine() != Engine::WebKit).then(|| {
        let first = page.open_tab();
        page.open();
        page.ready();
        first
    })
}

/// Walks back through every history entry of this page, and returns what each shows and holds.
fn walk_back(page: &Page) -> Vec<String> {
    let entries = page.run("return history.length;", &json!([]));
    let mut seen = Vec::new();
    for _ in 0..entries.as_u64().unwrap_or(0) {
        page.back();
        page.settle();
        let look = "return [location.href, document.title, JSON.stringify(history.state),
            document.body?.innerText ?? '',
            ...[...document.querySelectorAll('input, textarea')].map(field => field.value)].join(' | ');";
        seen.push(
            page.run(look, &json!([]))
                .as_str()
                .unwrap_or_default()
                .to_owned(),
        );
    }
    seen
}

fn a_shared_device_is_left_with_nothing(engine: Engine) {
    let mut page = Setup::default().engine(engine).start();
    page.open_with("?shared");
    page.ready();
    assert_eq!(title(&page), "Notes");
    live(&page);
    assert_eq!(page.traces(), Vec::<String>::new());
    page.press_at_once("clear");
    page.wait("the question", || {
        page.words().contains("Clear this page?").then_some(())
    });
    // Without waiting for the page to come to rest: it is loaded anew.
    page.run(
        "document.querySelector('[data-action=clear]').click();",
        &json!([]),
    );
    page.see_screen("welcome");
    page.ready();
    assert_eq!(page.traces(), Vec::<String>::new());
    for entry in walk_back(&page) {
        assert!(!entry.contains(WRITTEN), "{entry}");
        assert!(!entry.contains("Go on with my check-in"), "{entry}");
    }
    page.open();
    page.ready();
    assert_eq!(page.traces(), Vec::<String>::new());
    assert!(!page.words().contains("Go on with my check-in"));
    if engine != Engine::WebKit {
        page.close();
        // The address itself, with nothing behind it, is the browser's own note of the visit.
        let found = page.found_on_disk(&[WRITTEN, "rc-checkin", "rc-plan", "rc-open"]);
        let of_program = |file: &str| file.to_lowercase().contains("cache");
        let found: Vec<_> = found
            .into_iter()
            .filter(|(file, word)| word == WRITTEN || !of_program(file))
            .collect();
        assert_eq!(found, []);
    }
}

/// So that the looking is worth something: what is kept is found where it is kept.
#[test]
fn what_is_kept_is_found_by_the_same_looking() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let mut page = Setup::default().engine(engine).start();
        page.open();
        page.ready();
        page.answer("keep", "keep");
        live(&page);
        assert!(page.traces().contains(&"local rc-plan".to_owned()));
        page.close();
        let found = page.found_on_disk(&[WRITTEN]);
        assert!(!found.is_empty(), "{engine:?}");
    }
}

#[test]
fn on_a_shared_device_what_others_keep_is_neither_shown_nor_touched() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::without_cards(), "result-full");
    let theirs = page.stored();
    assert!(theirs.contains_key("rc-open"));
    page.open_with("?shared");
    page.ready();
    page.see_screen("welcome");
    assert!(!page.words().contains("Go on with my check-in"));
    assert!(!page.shows("[data-item=keep]"));
    live(&page);
    for never in ["#keep-switch", "#lock", "#discreet-switch"] {
        assert!(!page.has(never), "{never}");
    }
    assert_eq!(page.stored(), theirs);
    page.reload();
    page.ready();
    page.see_screen("welcome");
    assert_eq!(page.stored(), theirs);
    page.open();
    page.ready();
    page.see_place("result-full");
}

#[test]
fn on_a_shared_device_storage_is_not_even_looked_at() {
    let page = Setup::default().start();
    page.before_each_load(
        "window.looked = 0;
        const { get } = Object.getOwnPropertyDescriptor(window, 'localStorage');
        Object.defineProperty(window, 'localStorage', {
            configurable: true,
            get() { looked += 1; return get.call(window); },
        });",
    );
    let looked = || page.run("return window.looked;", &json!([])).as_u64();
    page.open_with("?shared");
    page.ready();
    page.whole();
    page.press_at_once("settings");
    page.see_screen("settings");
    page.settle();
    assert_eq!(looked(), Some(0));
    page.open();
    page.ready();
    assert!(looked() > Some(0), "looking is noticed");
}

#[test]
fn the_clinic_can_set_a_page_up_for_a_shared_device() {
    let page = Setup::default().start();
    page.before_each_load(
        "new MutationObserver((_, observer) => {
            if (!document.documentElement) return;
            document.documentElement.dataset.rcShared = 'on';
            observer.disconnect();
        }).observe(document, { childList: true });",
    );
    page.open();
    page.ready();
    assert_eq!(title(&page), "Notes");
    assert!(page.shows(".rc-where-shared"));
    live(&page);
    assert_eq!(page.traces(), Vec::<String>::new());
}

#[test]
fn a_shared_device_that_nobody_touches_is_cleared_after_a_warning() {
    let page = Setup::default().start();
    page.open_with("?shared");
    page.ready();
    live(&page);
    let wait = |seconds: u64| {
        page.run(
            "const now = Date.now; Date.now = () => now() + arguments[0] * 1000;",
            &json!([seconds]),
        );
    };
    let warned = "In one minute it clears itself";
    wait(WARNED_AFTER + 1);
    page.wait("the warning", || {
        page.text(".rc-where-shared [role=alert]")
            .contains(warned)
            .then_some(())
    });
    page.press_key("Shift");
    page.wait("the warning to go", || {
        (!page.text(".rc-where-shared [role=alert]").contains(warned)).then_some(())
    });
    page.see_screen("settings");
    wait(CLEARED_AFTER + 1);
    page.see_screen("welcome");
    page.ready();
    for entry in walk_back(&page) {
        assert!(!entry.contains(WRITTEN), "{entry}");
    }
}

fn coming_back_to_a_shared_device_shows_nothing(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    page.open_with("?shared");
    page.ready();
    live(&page);
    page.go(&format!("{}licences.txt", page.server().url()));
    page.back();
    page.ready();
    page.see_screen("welcome");
    assert!(
        !page.words().contains("Go on with my check-in"),
        "{engine:?}"
    );
}

fn a_plain_name_shows_at_once_everywhere_and_asks_the_network_for_nothing(engine: Engine) {
    let page = Setup::default().engine(engine).overheard().start();
    page.open();
    page.ready();
    let first = other_tab(&page);
    page.press_at_once("settings");
    page.see_screen("settings");
    page.settle();
    let asked = |page: &Page| {
        let seen = page.server().requests().into_iter();
        let ours =
            seen.filter(|seen| seen.path.contains("127.0.0.1") || seen.path.starts_with('/'));
        ours.filter(|seen| !seen.path.ends_with("icon.svg")).count()
    };
    let before = asked(&page);
    assert_eq!(title(&page), "Recovery Check");
    let icon = "return document.querySelector('link[rel=icon]').href;";
    assert!(
        page.run(icon, &json!([]))
            .as_str()
            .is_some_and(|it| it.ends_with("icon.svg"))
    );
    page.run(
        "document.querySelector('#discreet-switch').click();",
        &json!([]),
    );
    page.wait("the plain name", || (title(&page) == "Notes").then_some(()));
    assert!(
        page.run(icon, &json!([]))
            .as_str()
            .is_some_and(|it| it.starts_with("data:"))
    );
    page.settle();
    assert_eq!(asked(&page), before, "{engine:?}");
    assert_eq!(page.traces(), ["local rc-discreet"]);
    if let Some(first) = first {
        page.go_to_tab(&first);
        page.wait("the plain name in the other tab", || {
            (title(&page) == "Notes").then_some(())
        });
    }
    page.reload();
    assert_eq!(title(&page), "Notes", "before the program is there");
    page.ready();
    page.press_at_once("settings");
    page.see_screen("settings");
    page.run(
        "document.querySelector('#discreet-switch').click();",
        &json!([]),
    );
    page.wait("its own name", || {
        (title(&page) == "Recovery Check").then_some(())
    });
    assert_eq!(page.traces(), Vec::<String>::new());
}

#[test]
fn a_plain_name_that_cannot_be_kept_is_told_and_lasts_as_long_as_the_page() {
    let page = Setup::default().start();
    page.before_each_load(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };",
    );
    page.open();
    page.ready();
    page.press("settings");
    page.see_screen("settings");
    page.press_label("discreet-switch");
    page.wait("the plain name", || (title(&page) == "Notes").then_some(()));
    assert!(page.words().contains("It lasts until you close this page."));
}

fn deleting_everything_leaves_no_store_no_history_entry_and_no_tab_with_it(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    page.open();
    page.ready();
    page.answer("keep", "keep");
    live(&page);
    let first = other_tab(&page);
    if first.is_some() {
        page.press_at_once("settings");
    }
    page.see_screen("settings");
    page.press_at_once("delete-all");
    page.settle();
    page.press_at_once("delete-all");
    page.wait("the word that it is done", || {
        page.words()
            .contains("Everything kept here is deleted.")
            .then_some(())
    });
    for tab in [None].into_iter().chain(first.map(Some)) {
        if let Some(tab) = tab {
            page.go_to_tab(&tab);
            page.see_screen("welcome");
        }
        assert_eq!(page.traces(), Vec::<String>::new(), "{engine:?}");
        let left = "return [window.name, JSON.stringify(history.state), document.title].join();";
        let left = page.run(left, &json!([]));
        assert!(
            left.as_str()
                .is_some_and(|left| left.starts_with(',') && left.ends_with("Recovery Check")),
            "{left}"
        );
        for entry in walk_back(&page) {
            assert!(!entry.contains(WRITTEN), "{entry}");
            assert!(!entry.contains("Go on with my check-in"), "{entry}");
        }
    }
}
