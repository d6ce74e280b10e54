//! The program breaks at each kind of event, in a build made for that: the static help with crisis lines takes its place
//! at once, nothing that was kept is lost, and there is a way back to it.

use e2e::{Page, Setup, Story};
use serde_json::json;

/// Where a case begins, and what a person or another tab does there.
struct Case {
    /// The kind of event, as the program names it.
    kind: &'static str,
    /// Where the kept check-in stands; none on a first visit.
    place: Option<&'static str>,
    act: fn(&Page),
}

const fn case(kind: &'static str, place: Option<&'static str>, act: fn(&Page)) -> Case {
    Case { kind, place, act }
}

const QUESTION: Option<&str> = Some("E3");
const RESULT: Option<&str> = Some("result-full");

const CASES: [Case; 30] = [
    case("ChoseKeep", None, |page| page.answer("keep", "keep")),
    case("Started", None, |page| page.press("start")),
    case("ChoseRegion", None, |page| page.choose("region", "uk")),
    case("RepliedGate", None, |page| {
        page.press("start");
        page.answer("Q1", "no");
    }),
    case("Saved", None, |page| {
        page.answer("keep", "keep");
        page.press("start");
    }),
    case("Replied", QUESTION, |page| page.answer("E3", "2")),
    case("Continued", QUESTION, |page| page.press("continue")),
    case("WentBack", QUESTION, |page| page.press("back")),
    case("LookedAgain", Some("same-answer"), |page| {
        page.run(
            "document.querySelector('main .rc-button--secondary').click();",
            &json!([]),
        );
    }),
    case("Finished", Some("result-short"), |page| {
        page.press("finish");
    }),
    case("Picked", RESULT, |page| {
        page.run(
            "document.querySelector('[id^=\"pick-\"]').click();",
            &json!([]),
        );
    }),
    case("Opened", RESULT, |page| page.press("settings")),
    case("BeganAnew", RESULT, |page| page.press("new")),
    case("Discarded", RESULT, |page| delete(page, "discard")),
    case("DeletedAll", RESULT, delete_all),
    case("Deleted", RESULT, delete_all),
    case("Planned(Ticked", RESULT, |page| {
        page.press("plan");
        page.see_screen("plan");
        page.run(
            "document.querySelector('main input[type=checkbox]').click();",
            &json!([]),
        );
    }),
    case("Planned(Removed", RESULT, |page| {
        page.press("plan");
        page.see_screen("plan");
        page.run(
            "document.querySelector('main [id^=\"ask-remove\"]').click();",
            &json!([]),
        );
    }),
    case("Noted", RESULT, write_a_note),
    case("KeptNotebook", RESULT, |page| {
        write_a_note(page);
        page.press_named("delete-notebook");
    }),
    case("Imported", RESULT, import),
    case("NotStored", RESULT, import),
    case("KeptAgain", QUESTION, |page| {
        tell(page, "localStorage.clear();", "null", "null");
        page.press_named("keep-again");
    }),
    case("Parted", QUESTION, |page| {
        page.run(
            "const key = Object.keys(localStorage).find(key => key.startsWith('rc-checkin-'));
            localStorage[key] = localStorage[key].replace('\"pick\":null', '\"pick\":\"coping\"');",
            &json!([]),
        );
        page.answer("E3", "2");
    }),
    case("CameElsewhere", QUESTION, |page| {
        tell(
            page,
            "const key = Object.keys(localStorage).find(key => key.startsWith('rc-checkin-'));
            localStorage['rc-checkin-00000000000000ff'] = localStorage[key];",
            "'rc-checkin-00000000000000ff'",
            "'1'",
        );
    }),
    case("WentElsewhere", QUESTION, |page| {
        tell(page, "localStorage.clear();", "null", "null");
    }),
    case("DeletedElsewhere", QUESTION, |page| {
        tell(page, "", "'rc-deleted'", "'1'");
    }),
    case("Lock", RESULT, set_lock),
    case("Loaded", RESULT, |page| {
        page.run("document.documentElement.dataset.rcFault = '';", &json!([]));
        set_lock(page);
        page.wait("the lock", || {
            page.words().contains("The lock is set.").then_some(())
        });
        page.reload();
        page.ready();
        page.see_screen("locked");
        strike(page, "Loaded");
        page.write("unlock-secret", "oak river seven lamp");
        page.press("unlock");
    }),
    case("Reflected(Began", Some("used"), |page| {
        page.press("reflect");
    }),
];

fn strike(page: &Page, kind: &str) {
    page.run(
        "document.documentElement.dataset.rcFault = arguments[0];",
        &json!([kind]),
    );
}

fn delete(page: &Page, action: &str) {
    page.ask(action);
    page.press(action);
}

fn delete_all(page: &Page) {
    page.press("settings");
    page.see_screen("settings");
    delete(page, "delete-all");
}

fn set_lock(page: &Page) {
    page.press("settings");
    page.see_screen("settings");
    page.write("lock-phrase", "oak river seven lamp");
    page.press("lock");
}

fn write_a_note(page: &Page) {
    page.press("tools");
    page.see_screen("tools");
    page.run(
        "[...document.querySelectorAll('main button')].find(b => b.innerText.includes('Reach out')).click();",
        &json!([]),
    );
    page.see("main textarea");
    page.run(
        "const field = document.querySelector('main textarea');
        field.value = 'Sam';
        field.dispatchEvent(new Event('input', { bubbles: true }));",
        &json!([]),
    );
}

fn import(page: &Page) {
    let file = include_str!("../../data/sample-export.json");
    page.press("settings");
    page.see_screen("settings");
    page.bring_in(file);
}

/// What another tab does, and how the browser tells of it.
fn tell(page: &Page, does: &str, key: &str, value: &str) {
    let told = format!(
        "{does} dispatchEvent(new StorageEvent('storage',
            {{ key: {key}, newValue: {value}, storageArea: localStorage }}));"
    );
    page.run(&told, &json!([]));
}

#[test]
fn broken_at_any_event_the_page_gives_help_and_loses_nothing() {
    let page = Setup::default().faulty().start();
    page.open();
    let today = page.today();
    for Case { kind, place, act } in CASES {
        match place {
            None => page.open_with_stored(&[]),
            Some("used") => {
                page.come_back_to(&Story::with_every_card().at("result-full", today), &[]);
            }
            Some("same-answer") => {
                let same = Story::without_cards().every_item("1");
                page.come_back_to(&same.at("same-answer", today), &[]);
            }
            Some(place) => page.come_back_to(&Story::without_cards().at(place, today), &[]),
        }
        let removes = ["Discarded", "Deleted", "Elsewhere", "KeptAgain"];
        let removes = removes.iter().any(|one| kind.contains(one));
        let before = page.stored();
        strike(&page, kind);
        act(&page);
        page.wait(&format!("the static help at {kind}"), || {
            page.has("html[data-rc-failed]").then_some(())
        });
        page.see_screen("failed");
        assert!(
            page.shows("main a[href=\"tel:988\"]"),
            "{kind}: crisis lines"
        );
        assert_eq!(page.dead_buttons(), Vec::<String>::new(), "{kind}");
        if !removes {
            for key in before.keys().filter(|key| key.starts_with("rc-checkin-")) {
                assert!(page.stored().contains_key(key), "{kind}: {key} is gone");
            }
        }
        page.reload();
        page.ready();
        if let (Some(_), false) = (place, removes) {
            let shown = page.screen();
            assert_ne!(shown, "failed", "{kind}");
            assert!(!page.words().contains("not readable"), "{kind}");
        }
    }
}
