//! The plan and the reflection, as a person presses and writes.

use crate::harness::*;
use crate::{cards, check_screen, earlier};
use leptos::prelude::*;
use recovery_check::domain::check_in::CheckInId;
use recovery_check::domain::flow::Place;
use recovery_check::domain::gates::Gate;
use recovery_check::domain::plan::Went;
use recovery_check::domain::reflection::Prompt;
use recovery_check::domain::step::Step;
use recovery_check::domain::tool::Tool;
use recovery_check::i18n::EN;
use recovery_check::session::{Aside, Event, Found, Keep, NotKept, Planned, ReflectPage, Screen};
use recovery_check::storage::Store;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

fn plan_page(reply: impl Fn(Place) -> Option<Event>) -> Page {
    Page::over(session_at(Place::ResultFull, reply))
}

async fn opened_plan(reply: impl Fn(Place) -> Option<Event>) -> Page {
    let page = plan_page(reply);
    page.press("[data-action=plan]").await;
    assert_eq!(page.screen(), Screen::Aside(Aside::Plan));
    page
}

fn steps(page: &Page) -> Vec<String> {
    let steps = page.all(".rc-step").into_iter();
    steps
        .filter_map(|step| step.get_attribute("data-step"))
        .collect()
}

/// The words on the buttons under a step, with the hidden ones.
fn button(within: &Element, label: &str) -> Element {
    let mut buttons = all(within, "button").into_iter();
    let found = buttons.find(|button| text(button).starts_with(label));
    found.unwrap_or_else(|| panic!("no button {label}"))
}

fn planned(page: &Page, index: usize) -> recovery_check::domain::plan::PlannedStep {
    let plan = page
        .context
        .session
        .with_untracked(|session| session.plan.clone());
    plan.expect("a plan").steps[index].clone()
}

#[wasm_bindgen_test]
async fn every_screen_beside_a_result_has_its_hooks_one_heading_and_named_controls() {
    for reply in [calm as fn(Place) -> Option<Event>, telling] {
        let page = plan_page(reply);
        check_screen(&page);
        let pages = Prompt::ALL.iter().map(|&prompt| ReflectPage::Ask(prompt));
        let pages = [ReflectPage::Start]
            .into_iter()
            .chain(pages)
            .chain([ReflectPage::End]);
        let asides = [
            Aside::Plan,
            Aside::History,
            Aside::Learn,
            Aside::Tools,
            Aside::Summary,
            Aside::Settings,
        ]
        .into_iter()
        .chain(Tool::ALL.iter().map(|&tool| Aside::Tool(tool)))
        .chain(pages.map(Aside::Reflect))
        .chain([Aside::Past(page.check_in().id)]);
        for aside in asides {
            page.send(Event::Opened(aside)).await;
            check_screen(&page);
        }
    }
}

#[wasm_bindgen_test]
async fn the_plan_holds_what_the_result_offers_and_asks_for_one_thing_at_most() {
    let page = opened_plan(telling).await;
    let offers = recovery_check::domain::plan::offers(&page.check_in().result(), &[]);
    let offered: Vec<_> = offers.iter().map(|(_, step)| step.code()).collect();
    assert_eq!(steps(&page), offered);
    assert!(
        page.all(".rc-step input:checked").is_empty(),
        "nothing is ticked"
    );
    assert!(page.all(".rc-button--primary").len() <= 1);
    for step in page.all(".rc-step") {
        let kind = Step::from_code(&step.get_attribute("data-step").unwrap()).unwrap();
        assert!(text(&step).contains((EN.later().plan.cue)(kind)));
        assert!(text(&step).contains((EN.later().result.step)(kind).text));
        let has_line = !all(&step, "a[href^=tel]").is_empty();
        assert_eq!(
            has_line,
            kind.is_referral(),
            "a crisis line beside each referral"
        );
    }
}

#[wasm_bindgen_test]
async fn a_due_card_comes_before_the_first_step() {
    let with_card = |place| match place {
        Place::Gate(Gate::Q2) => Some(gate(Gate::Q2, &["safe"])),
        other => calm(other),
    };
    let page = opened_plan(with_card).await;
    assert_eq!(cards(&page), ["A3", "A5"], "with the one of the stage");
    let card = page.the("[data-card=A3]");
    for step in page.all(".rc-step") {
        let after =
            card.compare_document_position(&step) & web_sys::Node::DOCUMENT_POSITION_FOLLOWING;
        assert_ne!(after, 0);
    }
    assert!(!steps(&page).contains(&Step::Keep.code().to_owned()));
    // Without a due card, the crisis line stands there all the same.
    let page = opened_plan(calm).await;
    assert_eq!(cards(&page), [""; 0]);
    assert!(page.find("main a[href^=tel]").is_some());
}

#[wasm_bindgen_test]
async fn what_is_written_shows_as_typed_and_the_field_stays() {
    let page = opened_plan(telling).await;
    let code = steps(&page)[0].clone();
    let cue = format!("#cue-{code}");
    let field = page.the(&cue);
    let typed = "שלום 👩‍👩‍👧 <b>\"x\"</b>\n  two";
    page.write(&cue, typed).await;
    settled().await;
    assert_eq!(planned(&page, 0).cue.as_deref(), Some(typed));
    assert!(
        page.the(".rc-step__body")
            .text_content()
            .unwrap()
            .contains(typed)
    );
    assert!(
        page.the(".rc-step").contains(Some(&field)),
        "the field was not drawn anew"
    );
    page.write(&cue, "").await;
    page.write(&format!("#action-{code}"), "").await;
    settled().await;
    let kind = Step::from_code(&code).unwrap();
    let said = text(&page.the(".rc-step__body"));
    assert!(
        said.contains(EN.later().plan.then) && said.contains((EN.later().result.step)(kind).text)
    );
    page.write(&cue, "  ").await;
    settled().await;
    let said = text(&page.the(".rc-step__body"));
    assert!(
        said.contains(EN.later().plan.then) && !said.contains("If "),
        "{said}"
    );
    page.write(&cue, "").await;
    page.write(&format!("#who-{code}"), "Sam").await;
    page.write(&format!("#day-{code}"), "2026-12-01").await;
    settled().await;
    page.write(&format!("#time-{code}"), "18:05").await;
    settled().await;
    let step = planned(&page, 0);
    assert_eq!(
        (step.cue.as_deref(), step.action.as_deref()),
        (Some(""), Some(""))
    );
    assert_eq!(step.when.and_then(|when| when.minute), Some(18 * 60 + 5));
    let said = text(&page.the(".rc-step__body"));
    assert!(
        said.contains("Sam") && said.contains("Dec 1, 2026, 18:05"),
        "{said}"
    );
    page.write(&format!("#day-{code}"), "").await;
    settled().await;
    assert_eq!(planned(&page, 0).when, None);
}

#[wasm_bindgen_test]
async fn steps_are_ticked_swapped_taken_out_and_added() {
    let page = opened_plan(telling).await;
    let before = steps(&page);
    click(&page.the(".rc-step .rc-tick__input"));
    settled().await;
    assert!(planned(&page, 0).tried);
    click(&button(&page.all(".rc-step")[1], EN.later().plan.swap));
    frame().await;
    settled().await;
    let swapped = steps(&page);
    assert_ne!(swapped[1], before[1]);
    assert_eq!(
        focused().map(|focused| focused.id()),
        Some("step-1".to_owned())
    );
    assert!(
        page.find(".rc-step input:checked").is_some(),
        "the tick of the other step stays"
    );
    click(&button(&page.all(".rc-step")[0], EN.later().plan.remove));
    settled().await;
    assert_eq!(steps(&page), swapped[1..]);
    click(&button(&page.all(".rc-idea")[0], EN.later().plan.add));
    settled().await;
    assert_eq!(steps(&page).len(), before.len());
}

#[wasm_bindgen_test]
async fn what_is_told_of_keeping_the_plan_is_true() {
    let page = opened_plan(telling).await;
    assert_eq!(page.store.read("rc-plan"), None);
    assert!(text(&page.the("#plan-kept")).contains(EN.later().plan.not_kept));
    page.press("[data-action=keep]").await;
    assert!(page.store.read("rc-plan").is_some());
    assert!(text(&page.the("#plan-kept")).contains(EN.later().plan.kept));
    page.store.refuses.set(true);
    page.send(Event::Planned(Planned::Ticked(0, true))).await;
    assert!(text(&page.the("#plan-kept")).contains((EN.kept.why)(NotKept::Outdated)));
    page.store.refuses.set(false);
    page.send(Event::Planned(Planned::Ticked(0, false))).await;
    assert!(text(&page.the("#plan-kept")).contains(EN.later().plan.kept));
}

/// Where storage is blocked the page told of a full browser, or that the plan was kept.
#[wasm_bindgen_test]
async fn where_nothing_can_be_kept_the_plan_and_the_notes_say_so_once() {
    for keep in [Keep::Here, Keep::Undecided] {
        let mut session = opened(Found::default(), false);
        session.apply(Event::ChoseKeep(keep));
        start(&mut session);
        walk(&mut session, Place::ResultFull, calm);
        let page = Page::over(session);
        page.press("[data-action=plan]").await;
        page.send(Event::Planned(Planned::Ticked(0, true))).await;
        let said = page.text("main");
        assert_eq!(said.matches(EN.later().plan.cannot).count(), 1, "{said}");
        for wrong in [
            (EN.kept.why)(NotKept::Full),
            EN.later().plan.kept,
            EN.later().plan.not_kept,
        ] {
            assert!(!said.contains(wrong), "{wrong}");
        }
        assert!(page.find("[data-action=keep]").is_none(), "{keep:?}");

        page.press("[data-action=reflect]").await;
        assert!(page.text("main").contains(EN.later().reflect.cannot));
        page.send(Event::Opened(Aside::Reflect(ReflectPage::End)))
            .await;
        assert!(page.text("main").contains(EN.later().reflect.cannot));
        assert!(!page.text("main").contains(EN.later().reflect.keep_hint));
        assert!(page.find("[data-action=keep]").is_none());
    }
}

#[wasm_bindgen_test]
async fn beginning_again_from_the_result_asks_first() {
    let page = opened_plan(telling).await;
    page.send(Event::Planned(Planned::Ticked(0, true))).await;
    let main = page.the("main");
    click(&button(&main, EN.later().plan.make_anew));
    settled().await;
    assert!(planned(&page, 0).tried, "nothing is gone yet");
    assert!(page.text("main").contains(EN.later().plan.make_anew_sure));
    click(&button(&main, EN.page.keep_it));
    settled().await;
    assert!(planned(&page, 0).tried);
    click(&button(&main, EN.later().plan.make_anew));
    settled().await;
    click(&button(&main, EN.later().plan.make_anew_yes));
    settled().await;
    assert!(!planned(&page, 0).tried);
    assert_eq!(focused(), page.find("h1"));
}

#[wasm_bindgen_test]
async fn a_step_goes_unasked_only_while_nothing_was_written_for_it() {
    let page = opened_plan(telling).await;
    let before = steps(&page);
    let within = |index: usize, label| button(&page.all(".rc-step")[index], label);
    page.send(Event::Planned(Planned::Asked(0, "Sam".to_owned())))
        .await;
    page.send(Event::Planned(Planned::Cued(1, "it rains".to_owned())))
        .await;
    // Who helps stays with another kind of step, the words of this one do not.
    click(&within(0, EN.later().plan.swap));
    settled().await;
    let swapped = steps(&page);
    assert_ne!(swapped[0], before[0]);
    assert_eq!(planned(&page, 0).who, "Sam");
    click(&within(1, EN.later().plan.swap));
    settled().await;
    assert_eq!(steps(&page), swapped);
    assert_eq!(
        text(&focused().expect("the question")),
        EN.later().plan.swap_sure,
        "the question is where the person is"
    );
    click(&within(1, EN.page.keep_it));
    settled().await;
    assert!(text(&focused().unwrap()).starts_with(EN.later().plan.swap));

    for index in [0, 1] {
        click(&within(index, EN.later().plan.remove));
        settled().await;
        assert_eq!(steps(&page), swapped);
        assert!(text(&page.all(".rc-step")[index]).contains(EN.later().plan.remove_sure));
    }
    check_screen(&page);
    click(&within(1, EN.later().plan.remove_yes));
    settled().await;
    assert_eq!(steps(&page), [&swapped[..1], &swapped[2..]].concat());
    click(&within(1, EN.later().plan.remove));
    settled().await;
    assert_eq!(steps(&page).len(), before.len() - 2, "nothing was written");
}

#[wasm_bindgen_test]
async fn how_the_last_plan_went_is_asked_and_changes_what_is_offered() {
    let mut session = session_at(Place::ResultFull, telling);
    session.past = vec![earlier(8, telling)];
    let past = session.past[0];
    let plan = recovery_check::domain::plan::Plan::default();
    session.plan = Some(plan.for_check_in(past.id, past.begun.day, &past.result()));
    let page = Page::over(session);
    let first = planned(&page, 0).step;
    let small = || text(&page.the("[aria-labelledby=small]"));
    assert!(small().contains((EN.later().result.step)(first).title));
    page.press(&format!("#{}-{}", first.code(), Went::NotForMe.code()))
        .await;
    assert_eq!(planned(&page, 0).went, Some(Went::NotForMe));
    assert!(
        !small().contains((EN.later().result.step)(first).title),
        "it is not offered again"
    );
    page.press("[data-action=plan]").await;
    check_screen(&page);
    let make = page.all("main .rc-button--primary");
    assert_eq!(text(&make[0]), EN.later().plan.make);
    click(&make[0]);
    settled().await;
    assert!(!steps(&page).contains(&first.code().to_owned()));
    assert!(page.find("#how").is_none(), "asked once");
}

#[wasm_bindgen_test]
async fn after_use_the_reflection_is_offered_before_any_score() {
    let used = |place| match place {
        Place::Gate(Gate::U1) => Some(gate(Gate::U1, &["today"])),
        other => calm(other),
    };
    let page = plan_page(used);
    let offer = page.the("[data-action=reflect]");
    let card = page.the("[data-card=A5]");
    let total = page.the("[data-scale=total]");
    let follows = |a: &Element, b: &Element| {
        a.compare_document_position(b) & web_sys::Node::DOCUMENT_POSITION_FOLLOWING != 0
    };
    assert!(follows(&card, &offer) && follows(&offer, &total));
    assert!(plan_page(calm).find("[data-action=reflect]").is_none());
}

#[wasm_bindgen_test]
async fn a_reflection_goes_page_by_page_and_is_kept_only_on_request() {
    let page = plan_page(telling);
    page.send(Event::ChoseKeep(Keep::Here)).await;
    page.send(Event::Opened(Aside::Plan)).await;
    page.press("[data-action=reflect]").await;
    assert!(!cards(&page).is_empty(), "safety first");
    let key = format!("rc-reflection-{}", page.check_in().id.name());
    for &prompt in Prompt::ALL {
        page.press("[data-action=continue]").await;
        assert_eq!(
            page.screen(),
            Screen::Aside(Aside::Reflect(ReflectPage::Ask(prompt)))
        );
        if prompt == Prompt::Before {
            page.press("#before-coping").await;
        }
        page.write("textarea", &format!("about {}", prompt.code()))
            .await;
        assert_eq!(page.store.read(&key), None);
        assert!(page.text("main").contains(EN.later().reflect.only_if_asked));
    }
    page.press("[data-action=continue]").await;
    let shown = text(&page.the("main"));
    for &prompt in Prompt::ALL {
        assert!(shown.contains(&format!("about {}", prompt.code())));
    }
    assert!(page.text("main").contains(EN.later().reflect.keep_hint));
    page.press("[data-action=keep]").await;
    assert!(!page.text("main").contains(EN.later().reflect.keep_hint));
    assert!(page.store.read(&key).is_some());
    assert!(text(&page.the("#reflection-kept")).contains(EN.later().reflect.kept));
    // What it says on the pages before is true then too.
    page.press("[data-action=back]").await;
    let said = || page.text("main");
    assert!(
        said().contains(EN.later().reflect.kept)
            && !said().contains(EN.later().reflect.only_if_asked)
    );
    page.store.refuses.set(true);
    page.write("textarea", "more").await;
    assert!(said().contains((EN.kept.why)(NotKept::Outdated)));
    page.store.refuses.set(false);
    page.press("[data-action=discard]").await;
    assert_eq!(page.store.read(&key), None, "one tap");
    assert_eq!(page.screen(), Screen::Aside(Aside::Plan));
}

#[wasm_bindgen_test]
async fn a_reflection_without_a_check_in_begins_with_the_support_card() {
    let page = Page::over(fresh());
    page.send(Event::Reflected(
        recovery_check::session::Reflected::Began {
            id: CheckInId(5),
            today: begun(0).day,
        },
    ))
    .await;
    assert_eq!(cards(&page), ["A5"]);
}
