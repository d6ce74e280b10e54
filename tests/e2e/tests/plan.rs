//! The plan and the reflection through whole visits: made, written in, kept only where asked, and asked about
//! a week later.

use e2e::{Page, Setup, Story};
use recovery_check::domain::check_in::CheckIn;
use recovery_check::domain::date::Day;
use recovery_check::domain::plan::Plan;
use recovery_check::storage::{envelope, own};
use serde_json::json;

fn write(page: &Page, selector: &str, text: &str) {
    let script = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));";
    page.run(script, &json!([selector, text]));
}

fn steps(page: &Page) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('.rc-step')].map(step => step.dataset.step);";
    let steps = page.run(script, &json!([]));
    serde_json::from_value(steps).expect("a list of steps")
}

fn open_plan(page: &Page) {
    page.press("plan");
    page.see_screen("plan");
}

#[test]
fn a_plan_outlives_a_reload_as_it_was_written() {
    let page = Setup::default().start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_mixed_items(), "result-full");
    open_plan(&page);
    let first = steps(&page)[0].clone();
    let words = "my boss shouts \u{202e}שלום 👩‍👩‍👧\n\"twice\"";
    write(&page, &format!("#cue-{first}"), words);
    write(&page, &format!("#action-{first}"), &"long ".repeat(2_000));
    page.run(
        "document.querySelector('.rc-step .rc-tick__input').click();",
        &json!([]),
    );
    page.reload();
    page.ready();
    page.see_screen("result-full");
    open_plan(&page);
    let script = "return document.querySelector(arguments[0]).value;";
    let kept = page.run(script, &json!([format!("#cue-{first}")]));
    assert_eq!(kept, json!(words));
    let kept = page.run(script, &json!([format!("#action-{first}")]));
    assert_eq!(kept, json!("long ".repeat(2_000)));
    assert!(page.has(".rc-step .rc-tick__input:checked"));
    assert_eq!(page.sticks_out(), Vec::<String>::new());
}

#[test]
fn without_asking_neither_plan_nor_reflection_leave_a_trace() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::with_every_card(), "result-full");
    open_plan(&page);
    let first = steps(&page)[0].clone();
    write(&page, &format!("#cue-{first}"), "x");
    page.press("reflect");
    page.see_screen("reflect");
    for _ in 0..6 {
        if page.has("textarea") {
            write(&page, "textarea", "private");
        }
        let before = page.text("h1");
        page.press("continue");
        page.wait("the next page", || {
            (page.text("h1") != before).then_some(())
        });
    }
    assert_eq!(page.traces(), Vec::<String>::new());
    page.press("keep");
    page.wait("the notes to be kept", || {
        (page.traces().len() == 1).then_some(())
    });
    assert!(
        page.traces()[0].starts_with("local rc-reflection-"),
        "{:?}",
        page.traces()
    );
    page.press("discard");
    page.see_screen("plan");
    assert_eq!(page.traces(), Vec::<String>::new(), "one tap");
    page.press("keep");
    page.wait("the plan to be kept", || {
        (page.traces() == ["local rc-plan"]).then_some(())
    });
    page.see_quiet_network();
}

#[test]
fn the_browsers_back_goes_page_by_page_through_the_reflection() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(
        &Story::without_cards()
            .tell("U1", &["today"])
            .tell("U2", &["1"]),
        "result-short",
    );
    page.press("reflect");
    page.see_screen("reflect");
    let start = page.text("h1");
    page.press("continue");
    page.wait("the first question", || {
        (page.text("h1") != start).then_some(())
    });
    write(&page, "textarea", "still here");
    page.back();
    page.wait("the start", || (page.text("h1") == start).then_some(()));
    page.press("continue");
    page.wait("the first question", || page.has("textarea").then_some(()));
    let kept = page.run(
        "return document.querySelector('textarea').value;",
        &json!([]),
    );
    assert_eq!(kept, json!("still here"));
    page.back();
    page.back();
    page.see_screen("result-short");
}

/// How many sheets of paper the screen takes.
fn sheets(page: &Page) -> u64 {
    let printed = page.devtools(
        "Page.printToPDF",
        &json!({ "paperWidth": 8.27, "paperHeight": 11.69 }),
    );
    let script = "return atob(arguments[0]).match(/\\/Type\\s*\\/Page[^s]/g).length;";
    let count = page.run(script, &json!([printed["data"]]));
    count.as_u64().expect("a count")
}

#[test]
fn result_plan_and_summary_take_one_or_two_sheets() {
    let page = Setup::default().start();
    page.open();
    let now = Story::with_mixed_items().at("result-full", page.today());
    page.come_back_to(&now, &[a_week_ago(&page)]);
    page.see_screen("result-full");
    assert!(sheets(&page) <= 2);
    open_plan(&page);
    assert_eq!(sheets(&page), 1);
    page.press("back");
    page.see_screen("result-full");
    page.press("settings");
    page.see_screen("settings");
    page.press("summary");
    page.see_screen("summary");
    assert_eq!(sheets(&page), 1);
}

fn a_week_ago(page: &Page) -> CheckIn {
    let day = Day::new(page.today().number() - 7).expect("a day");
    let mut past = Story::with_mixed_items().at("result-full", day);
    past.open = false;
    past
}

#[test]
fn a_week_later_it_is_asked_how_the_plan_went() {
    let page = Setup::default().start();
    page.open();
    let past = a_week_ago(&page);
    let plan = Plan::default().for_check_in(past.id, past.begun.day, &past.result());
    let first = plan.steps[0].step.code();
    let key = format!("rc-checkin-{}", past.id.name());
    page.open_with_stored(&[
        (&key, &envelope::encode(&past)),
        ("rc-plan", &own::encode_plan(&plan)),
    ]);
    page.see_screen("welcome");
    page.answer("keep", "keep");
    page.press("start");
    page.hurry(&Story::with_mixed_items(), "result-full");
    assert!(page.words().contains("How did it go?"));
    page.run(
        &format!("document.querySelector('#{first}-not_for_me').click();"),
        &json!([]),
    );
    open_plan(&page);
    page.click_words("Make a plan for this week");
    page.wait("the new plan", || {
        (!steps(&page).contains(&first.to_owned())).then_some(())
    });
    let kept = own::decode_plan(&page.stored()["rc-plan"]).expect("a sound plan");
    assert_ne!(kept.check_in, Some(past.id));
    assert!(
        kept.lessons
            .iter()
            .any(|lesson| lesson.step.code() == first)
    );
}
