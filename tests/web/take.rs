//! Taking it along: what each file holds, what is said of a file that is brought back, and the page for a
//! counsellor.

use crate::harness::*;
use js_sys::{Array, Function};
use recovery_check::domain::flow::Place;
use recovery_check::domain::step::Step;
use recovery_check::domain::tool::Page as Written;
use recovery_check::export::import::{BYTES_AT_MOST, Refusal, read};
use recovery_check::export::json;
use recovery_check::i18n::EN;
use recovery_check::session::{Aside, Event, Keep, Planned, Screen};
use recovery_check::storage::Store;
use recovery_check::ui::components::take::taken;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// Files are caught on their way to the downloads: text, name and kind of each.
fn catch_files() {
    let script = "
        window.caught = [];
        let last;
        URL.createObjectURL = (real => blob => { last = blob; return real.call(URL, blob); })(
            window.realObjectURL ??= URL.createObjectURL);
        HTMLAnchorElement.prototype.click = function () {
            const request = new XMLHttpRequest();
            request.open('GET', this.href, false);
            request.send();
            window.caught.push([request.responseText, this.download, last.type]);
        };";
    Function::new_no_args(script)
        .call0(&JsValue::UNDEFINED)
        .unwrap();
}

/// The one file that was caught.
fn caught() -> [String; 3] {
    let all = js_sys::Reflect::get(&js_sys::global(), &"caught".into()).unwrap();
    let all: Array = all.unchecked_into();
    assert_eq!(all.length(), 1, "one file");
    let one: Array = all.get(0).unchecked_into();
    [0, 1, 2].map(|part| one.get(part).as_string().unwrap())
}

/// Chooses a file of this text, or of so many empty bytes, as a person does.
async fn choose_file(page: &Page, text: &str, empty_bytes: usize) {
    let script = "
        const files = new DataTransfer();
        files.items.add(new File(size > 0 ? [new ArrayBuffer(size)] : [text], 'my-notes.json'));
        input.files = files.files;
        input.dispatchEvent(new Event('change'));";
    let choose = Function::new_with_args("input, text, size", script);
    let input = page.the("[data-action=import]");
    #[allow(clippy::cast_precision_loss, reason = "a test's own small numbers")]
    let size = empty_bytes as f64;
    choose
        .call3(&JsValue::UNDEFINED, &input, &text.into(), &size.into())
        .unwrap();
    for _ in 0..10 {
        settled().await;
    }
}

async fn settings() -> Page {
    let mut session = session_at(Place::ResultFull, telling);
    session.apply(Event::Noted(Written::Joys, "the sea".to_owned()));
    session.apply(Event::Planned(Planned::Added(Step::Move, None)));
    let page = Page::over(session);
    page.send(Event::Opened(Aside::Settings)).await;
    catch_files();
    page
}

#[wasm_bindgen_test]
async fn each_file_holds_all_there_is_under_a_name_that_says_nothing() {
    for (action, ending, kind, holds) in [
        (
            "export-json",
            ".json",
            "application/json",
            "\"format\":\"recovery-check\"",
        ),
        ("export-csv", ".csv", "text/csv", "\r\n"),
        (
            "export-fhir",
            ".fhir.json",
            "application/fhir+json",
            "\"QuestionnaireResponse\"",
        ),
        (
            "export-calendar",
            ".ics",
            "text/calendar",
            "SUMMARY:Time for me",
        ),
    ] {
        let page = settings().await;
        page.press(&format!("[data-action={action}]")).await;
        let [text, name, of] = caught();
        assert!(text.contains(holds), "{action}: {text}");
        assert_eq!(of, kind);
        assert!(
            name.starts_with("my-notes-20") && name.ends_with(ending),
            "{name}"
        );
        if action == "export-json" {
            let back = read(text.as_bytes()).unwrap();
            assert!(back == taken(page.context));
        }
    }
}

/// The file was made with the day that had stood there before.
#[wasm_bindgen_test]
async fn a_calendar_without_a_first_day_asks_for_one() {
    let page = settings().await;
    page.write("#calendar-day", "").await;
    page.press("[data-action=export-calendar]").await;
    assert!(page.text("main").contains(EN.later().take.calendar_no_day));
    assert_eq!(focused(), page.find("#calendar-day"));
    page.write("#calendar-day", "2027-01-04").await;
    assert!(!page.text("main").contains(EN.later().take.calendar_no_day));
    page.press("[data-action=export-calendar]").await;
    let [text, ..] = caught();
    assert!(text.contains("DTSTART:20270104T180000"), "{text}");
}

#[wasm_bindgen_test]
async fn a_file_is_looked_at_before_it_comes_in_and_nothing_comes_twice() {
    let page = settings().await;
    let file = json::write(&taken(page.context));
    let there = Page::over(fresh());
    there.send(Event::Opened(Aside::Settings)).await;
    choose_file(&there, &file, 0).await;
    let said = text(&there.the("main"));
    assert!(said.contains("New check-ins: 1"), "{said}");
    assert!(there.session().past.is_empty(), "nothing yet");
    let yes = there
        .all("main button")
        .into_iter()
        .find(|button| text(button) == EN.later().take.import_yes);
    click(&yes.unwrap());
    settled().await;
    assert_eq!(there.session().past.len(), 1);
    assert_eq!(there.session().notebook.text(Written::Joys), "the sea");
    assert!(
        there
            .session()
            .plan
            .is_some_and(|plan| plan.has(Step::Move))
    );
    assert!(there.store.read("rc-plan").is_some());
    choose_file(&there, &file, 0).await;
    assert!(text(&there.the("main")).contains(EN.later().take.import_nothing));
    assert_eq!(there.session().past.len(), 1);
}

#[wasm_bindgen_test]
async fn a_file_that_is_refused_changes_nothing_and_says_why() {
    let page = settings().await;
    let whole = json::write(&taken(page.context));
    let half = &whole[..whole.len() / 2];
    let before = page.session();
    for (file, size, refusal) in [
        (half, 0, Refusal::CutShort),
        ("{\"resourceType\":\"Bundle\"}", 0, Refusal::NotOurs),
        ("", BYTES_AT_MOST + 1, Refusal::TooLarge),
    ] {
        choose_file(&page, file, size).await;
        let said = text(&page.the("main"));
        assert!(
            said.contains(EN.later().take.refusals[refusal as usize]),
            "{refusal:?}: {said}"
        );
        assert!(said.contains(EN.later().take.nothing_changed));
        assert!(page.session() == before);
    }
}

#[wasm_bindgen_test]
async fn what_the_browser_will_not_keep_is_told() {
    let page = settings().await;
    let file = json::write(&taken(page.context));
    let there = Page::over(fresh());
    there.send(Event::Opened(Aside::Settings)).await;
    there.store.refuses.set(true);
    choose_file(&there, &file, 0).await;
    let yes = there
        .all("main button")
        .into_iter()
        .find(|button| text(button) == EN.later().take.import_yes);
    click(&yes.unwrap());
    settled().await;
    assert!(text(&there.the("main")).contains(EN.later().take.import_done_partly));
    assert_eq!(there.store.keys(), [""; 0]);
}

#[wasm_bindgen_test]
async fn the_page_for_a_counsellor_is_saved_as_it_was_shortened() {
    let page = settings().await;
    page.send(Event::ChoseKeep(Keep::Nothing)).await;
    page.press("[data-action=summary]").await;
    assert_eq!(page.screen(), Screen::Aside(Aside::Summary));
    let whole = page.value("textarea");
    assert!(
        whole.contains(EN.later().take.sections[5]),
        "the plan is in: {whole}"
    );
    page.press("#section-5").await;
    let without = page.value("textarea");
    assert!(!without.contains(EN.later().take.sections[5]) && without.len() < whole.len());
    page.write("textarea", "only this").await;
    page.press("[data-action=export-summary]").await;
    let [text, name, kind] = caught();
    assert_eq!((text.as_str(), kind.as_str()), ("only this", "text/plain"));
    assert!(!name.contains("recovery"), "{name}");
    assert_eq!(page.text(".rc-page"), "only this", "and so it prints");
}
