//! The coping tools, the kinds of care and the short reads: what a person finds there, by role, name and stable
//! hook, and what their presses do.

use crate::harness::*;
use leptos::prelude::*;
use recovery_check::domain::care::{Care, Lead, Read};
use recovery_check::domain::check_in::{Begun, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::help::Region;
use recovery_check::domain::step::Step;
use recovery_check::domain::timer::Timer;
use recovery_check::domain::tool::{Page as Written, Tool};
use recovery_check::embed::clinic::{Clinic, KEYS};
use recovery_check::i18n::EN;
use recovery_check::platform::clock;
use recovery_check::platform::page::list;
use recovery_check::session::{Aside, Event, Kept, NotKept, Planned, Screen};
use recovery_check::storage::Store;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Waits until the timer has looked at the clock again.
async fn looked() {
    for _ in 0..12 {
        settled().await;
    }
}

fn on(tool: Tool) -> Page {
    Page::beside(&[Aside::Tools, Aside::Tool(tool)], Clinic::default())
}

// The tools.

#[wasm_bindgen_test]
async fn every_tool_is_one_press_away_and_leads_back() {
    let page = Page::beside(&[Aside::Tools], Clinic::default());
    assert_eq!(page.all("[data-tool]").len(), 10);
    for &tool in Tool::ALL {
        let words = (EN.later().tools.tool)(tool);
        let entry = page.the(&format!("button[data-tool={}]", tool.code()));
        assert!(text(&entry).contains(words.purpose), "{tool:?}");
        click(&entry);
        settled().await;
        let main = page.the("main");
        assert_eq!(
            ["data-screen", "data-part"].map(|name| main.get_attribute(name)),
            ["tools", tool.code()].map(|value| Some(value.to_owned()))
        );
        assert_eq!(page.text("h1"), words.title);
        assert!(has_focus(&page.the("h1")), "{tool:?}");
        let said = page.text("main");
        assert!(said.contains(words.evidence), "{tool:?}");
        for step in words.steps {
            assert!(said.contains(step), "{tool:?}: {step}");
        }
        assert!(page.find(".rc-helpbar a[href^='tel:']").is_some());
        page.press("main [data-action=continue]").await;
        assert_eq!(page.screen(), Screen::Aside(Aside::Tools));
    }
}

#[wasm_bindgen_test]
async fn the_dial_can_be_paused_and_says_four_and_six() {
    let page = on(Tool::Breathing);
    assert_eq!(
        page.the(".rc-breath__dial").namespace_uri().as_deref(),
        Some("http://www.w3.org/2000/svg")
    );
    let picture = page.the("svg[role=img]").get_attribute("aria-label");
    assert!(
        picture.is_some_and(|words| words.contains("4 seconds") && words.contains("6 seconds"))
    );
    assert_eq!(page.all(".rc-breath__dial > .rc-breath__in").len(), 4);
    assert_eq!(page.all(".rc-breath__dial > .rc-breath__out").len(), 6);
    assert_eq!(page.text(".rc-breath__word--still"), "In 4, out 6");
    for (label, class) in [
        ("Go on", "rc-breath rc-breath--paused"),
        ("Pause", "rc-breath"),
    ] {
        page.press(".rc-breath__pause").await;
        assert_eq!(page.text(".rc-breath__pause"), label);
        assert!(has_focus(&page.the(".rc-breath__pause")));
        assert_eq!(page.the(".rc-breath").class_name(), class);
    }
}

#[wasm_bindgen_test]
async fn the_timer_shows_what_the_clock_says() {
    let page = on(Tool::WaitAndLeave);
    let left = || page.text("[role=timer]");
    let button = ".rc-timer .rc-button--secondary";
    assert_eq!(left(), "Time left 15:00");
    assert_eq!(page.text(button), "Start the timer");
    page.press(button).await;
    assert!(has_focus(&page.the(button)), "focus stays on the button");
    assert_eq!(page.text(button), "Pause");
    assert_eq!(page.text(".rc-timer [role=status]"), "Minutes left: 15");
    // Begun a while ago, in a page whose ticks were held back.
    let ago = |milliseconds| Timer::new(15).run(clock::milliseconds() - milliseconds);
    let set = |timer| {
        page.context
            .timers
            .update_value(|timers| timers[Tool::WaitAndLeave as usize] = Some(timer));
    };
    set(ago(60_500));
    looked().await;
    assert!(
        ["Time left 14:00", "Time left 13:59", "Time left 13:58"].contains(&&*left()),
        "{}",
        left()
    );
    page.press(button).await;
    assert_eq!(page.text(button), "Go on");
    let held = left();
    // Elsewhere and back: nothing is lost.
    page.context.open(Aside::Help);
    settled().await;
    page.context.go_back();
    settled().await;
    assert_eq!(left(), held);
    assert_eq!(page.text(".rc-timer .rc-button--quiet"), "Start again");
    set(ago(15 * 60_000));
    looked().await;
    assert_eq!(left(), "Time left 0:00");
    assert_eq!(
        page.text(".rc-timer [role=status]"),
        EN.later().tools.timer.over
    );
    page.press(button).await;
    assert!(
        ["Time left 15:00", "Time left 14:59"].contains(&&*left()),
        "{}",
        left()
    );
}

#[wasm_bindgen_test]
async fn a_timer_belongs_to_its_tool() {
    let page = on(Tool::UrgeSurfing);
    page.press(".rc-timer .rc-button--secondary").await;
    page.context.open(Aside::Tool(Tool::WaitAndLeave));
    settled().await;
    assert_eq!(page.text("[role=timer]"), "Time left 15:00");
    assert_eq!(
        page.text(".rc-timer .rc-button--secondary"),
        "Start the timer"
    );
    // Beginning the second one let go of the first.
    page.press(".rc-timer .rc-button--secondary").await;
    page.context.go_back();
    settled().await;
    assert_eq!(page.text(".rc-timer .rc-button--secondary"), "Pause");
    assert_ne!(page.text("[role=timer]"), "Time left 15:00");
}

#[wasm_bindgen_test]
async fn what_fits_of_the_four_brings_one_small_thing_each() {
    let page = on(Tool::Halt);
    assert_eq!(page.text("main [role=status]"), EN.later().tools.halt_none);
    for (index, thing) in EN.later().tools.halt.iter().enumerate() {
        page.press(&format!("#halt-{index}")).await;
        let said = page.text("main [role=status]");
        assert!(said.contains(thing.text), "{said}");
    }
    page.press("#halt-0").await;
    page.press("#halt-3").await;
    let said = page.text("main [role=status]");
    let holds = EN.later().tools.halt.map(|thing| said.contains(thing.text));
    assert_eq!(holds, [false, true, true, false]);
    // The tool for lonely.
    click(&page.all("main [role=status] button")[1]);
    settled().await;
    assert_eq!(page.screen(), Screen::Aside(Aside::Tool(Tool::ReachOut)));
}

#[wasm_bindgen_test]
async fn steps_can_be_ticked_off() {
    let page = on(Tool::Grounding);
    assert_eq!(page.all("main input[type=checkbox]").len(), 5);
    let before = page.session();
    page.press("#grounding-1").await;
    assert_eq!(page.all("main input:checked").len(), 1);
    assert_eq!(page.session(), before, "nothing of it is kept");
}

#[wasm_bindgen_test]
async fn the_message_opens_the_persons_own_app_with_their_text() {
    let page = on(Tool::ReachOut);
    let link = || {
        page.the("[data-press=message]")
            .get_attribute("href")
            .unwrap()
    };
    assert_eq!(page.value("textarea"), "Hard day. Can we talk?");
    assert_eq!(link(), "sms:?&body=Hard%20day.%20Can%20we%20talk%3F");
    page.write("textarea", "Ich & du? #1\n👋 100%").await;
    assert_eq!(
        link(),
        "sms:?&body=Ich%20%26%20du%3F%20%231%0A%F0%9F%91%8B%20100%25"
    );
    assert_eq!(
        page.session().notebook.text(Written::Message),
        "Ich & du? #1\n👋 100%"
    );
    page.write("textarea", "").await;
    assert_eq!(link(), "sms:?&body=");
    let asked = page.all("main input");
    assert!(asked.is_empty(), "no number is asked");
}

#[wasm_bindgen_test]
async fn people_written_down_stand_beside_the_message() {
    let page = on(Tool::PeopleAndJoys);
    page.write("#page-people", "Ana\n\n  \nאבא").await;
    page.context.open(Aside::Tool(Tool::ReachOut));
    settled().await;
    let people: Vec<_> = page.all("main li[dir=auto]").iter().map(text).collect();
    assert_eq!(people, ["Ana", "אבא"]);
}

#[wasm_bindgen_test]
async fn text_is_kept_as_typed_and_only_when_asked() {
    let page = on(Tool::CostsAndGains);
    let odd = format!(" \u{202B}שלום\u{202C} <b>&amp; 👩‍👩‍👧 {}", "a".repeat(10_000));
    assert_eq!(page.all("main textarea").len(), 4);
    assert_eq!(page.text("#notebook"), EN.later().tools.notebook.told[0]);
    assert!(page.find("[data-press=delete-notebook]").is_none());
    page.write("#page-use_gives", &odd).await;
    page.write("#page-goal_takes", "x").await;
    assert_eq!(page.session().notebook.text(Written::UseGives), odd);
    assert!(page.store.keys().is_empty(), "nothing is kept unasked");
    page.press("[data-press=keep-notebook]").await;
    assert_eq!(page.session().notebook_kept, Kept::Here);
    assert_eq!(page.text("#notebook"), EN.later().tools.notebook.told[2]);
    assert!(has_focus(&page.the("#notebook")));
    assert_eq!(page.store.keys().len(), 1);
    let before = page.store.read(&page.store.keys()[0]);
    page.write("#page-use_takes", "sleep").await;
    assert_ne!(
        page.store.read(&page.store.keys()[0]),
        before,
        "what follows is kept, too"
    );
    // One tap, and all of it is gone, from the fields too.
    page.press("[data-press=delete-notebook]").await;
    assert!(page.session().notebook.is_empty());
    assert!(page.store.keys().is_empty());
    assert_eq!(page.value("#page-use_gives"), "");
    assert_eq!(page.text("#notebook"), EN.later().tools.notebook.deleted);
}

#[wasm_bindgen_test]
async fn a_refused_notebook_is_told() {
    let page = on(Tool::LookAhead);
    page.store.refuses.set(true);
    page.write("textarea", "fog").await;
    page.press("[data-press=keep-notebook]").await;
    assert_eq!(page.text("#notebook"), (EN.kept.why)(NotKept::Full));
    assert_eq!(page.value("textarea"), "fog");
}

#[wasm_bindgen_test]
async fn typing_moves_no_field() {
    let page = on(Tool::LookAhead);
    let field = page.the("textarea");
    click(&field);
    page.write("textarea", "a").await;
    page.write("textarea", "ab").await;
    assert!(has_focus(&field), "the field is the same one");
}

// Care.

fn add(care: Care) -> String {
    format!("[data-add={}]", care.code())
}

#[wasm_bindgen_test]
async fn a_kind_of_care_goes_into_the_plan_with_word_of_it() {
    let page = Page::beside(&[Aside::Learn], Clinic::default());
    assert_eq!(
        page.the("main").get_attribute("data-screen").as_deref(),
        Some("learn")
    );
    assert_eq!(page.all("[data-care]").len(), 14);
    let label = |care| page.text(&add(care));
    assert_eq!(label(Care::StepGroup), "Add to my plan: Twelve-step group");
    page.press(&add(Care::StepGroup)).await;
    assert!(has_focus(&page.the(&add(Care::StepGroup))));
    assert!(
        page.session()
            .plan
            .is_some_and(|plan| plan.has(Step::Group))
    );
    assert_eq!(
        page.text("main > .rc-stack [role=status]"),
        "Now in your plan: A group"
    );
    // The other groups are the same step.
    for care in [Care::StepGroup, Care::SkillsGroup, Care::OtherGroup] {
        assert!(
            label(care).starts_with(EN.later().learn.in_plan),
            "{care:?}"
        );
    }
    for care in [Care::Peer, Care::Medicine, Care::Yoga] {
        page.press(&add(care)).await;
    }
    assert!(
        label(Care::Movement).starts_with(EN.later().learn.in_plan),
        "the same step as yoga"
    );
    assert!(label(Care::Sleep).starts_with(EN.later().learn.full));
    page.press(&add(Care::Sleep)).await;
    assert_eq!(page.screen(), Screen::Aside(Aside::Plan));
    assert_eq!(page.session().plan.unwrap().steps.len(), 4);
}

#[wasm_bindgen_test]
async fn a_crisis_line_stands_beside_the_kinds_of_care() {
    let page = Page::beside(&[Aside::Learn], Clinic::default());
    let card = "section[aria-labelledby=kinds]";
    let called = page.the(&format!("{card} a[href^='tel:']"));
    assert_eq!(called.get_attribute("href").as_deref(), Some("tel:988"));
    page.context.choose_region(Region::Uk);
    settled().await;
    assert!(page.find(&format!("{card} a[href='tel:116123']")).is_some());
    page.context.choose_region(Region::Other);
    settled().await;
    assert!(page.find(&format!("{card} a[href^='tel:']")).is_none());
    page.press(&format!("{card} .rc-small button")).await;
    assert_eq!(page.screen(), Screen::Aside(Aside::Help));
}

#[wasm_bindgen_test]
async fn each_kind_says_whom_it_suits_what_is_known_and_the_first_step() {
    let page = Page::beside(&[Aside::Learn], Clinic::default());
    for &care in Care::ALL {
        let said = page.text(&format!("[data-care={}]", care.code()));
        let words = (EN.later().learn.care)(care);
        for part in [
            words.title,
            words.what,
            words.who,
            words.evidence,
            words.first,
        ] {
            assert!(said.contains(part), "{care:?}: {part}");
        }
    }
}

#[wasm_bindgen_test]
async fn the_clinics_own_links_are_marked_as_the_clinics() {
    let links = r#"[{"kind":"programme","title":"Evening <b>group</b>","url":"https://n.example/?a=1&b=2"},
        {"kind":"article","title":"x","url":"javascript:alert(1)"}]"#;
    let attribute = |name| match name {
        "data-rc-clinic" => Some("North Clinic".to_owned()),
        _ => Some(links.to_owned()),
    };
    let (clinic, told) = Clinic::read(attribute, |text| list(text, KEYS));
    assert_eq!(told.len(), 1);
    for no_list in ["", "{}", "[", "7", "null", "\"[]\""] {
        assert!(list(no_list, KEYS).is_none(), "{no_list}");
    }
    let odd = list("[null,7,[],\"x\",{\"kind\":1,\"url\":\"u\"}]", KEYS).unwrap();
    assert_eq!(odd[4], [None, None, Some("u".to_owned())]);
    assert!(odd[..4].iter().flatten().all(Option::is_none));
    let page = Page::beside(&[Aside::Learn], clinic);
    assert_eq!(page.text("#clinic"), "From North Clinic");
    assert_eq!(
        page.text("section[aria-labelledby=clinic] .rc-kicker"),
        "Programme"
    );
    assert_eq!(page.all("section[aria-labelledby=clinic] li a").len(), 1);
    let link = page.the("section[aria-labelledby=clinic] li a");
    assert_eq!(text(&link), "Evening <b>group</b> (opens a new tab)");
    let held = ["href", "target", "rel"].map(|name| link.get_attribute(name).unwrap());
    assert_eq!(
        held,
        [
            "https://n.example/?a=1&b=2",
            "_blank",
            "noopener noreferrer"
        ]
    );
    let none = Page::beside(&[Aside::Learn], Clinic::default());
    assert!(none.find("section[aria-labelledby=clinic]").is_none());
}

// Short reads.

#[wasm_bindgen_test]
async fn each_short_read_leads_to_something_to_do_here() {
    for &read in Read::ALL {
        let page = Page::beside(&[Aside::Help, Aside::Learn], Clinic::default());
        page.press(&format!("[data-lead={}]", read.code())).await;
        let screen = page.screen();
        let is_right = match read.lead() {
            Lead::CheckIn => screen == Screen::Welcome,
            Lead::Plan => screen == Screen::Aside(Aside::Plan),
            Lead::Reflect => matches!(screen, Screen::Aside(Aside::Reflect(_))),
            Lead::History => screen == Screen::Aside(Aside::History),
            Lead::Care => has_focus(&page.the("#kinds")),
            Lead::Tool(tool) => screen == Screen::Aside(Aside::Tool(tool)),
        };
        assert!(is_right, "{read:?}: {screen:?}");
    }
}

#[wasm_bindgen_test]
async fn a_check_in_under_way_is_gone_on_with() {
    let page = Page::beside(&[], Clinic::default());
    let begun = Begun {
        day: Day::new(clock::now().day.number()).unwrap(),
        second: clock::now().second,
    };
    page.context.send(Event::Started {
        id: CheckInId(7),
        begun,
    });
    page.context
        .send(Event::Planned(Planned::Added(Step::Peer, None)));
    let here = page.screen();
    page.context.open(Aside::Tools);
    page.context.open(Aside::Learn);
    settled().await;
    page.press("[data-lead=process]").await;
    assert_eq!(page.screen(), here);
}

/// The message's text is copied where the browser lets us, and where it does not the person is told.
#[wasm_bindgen_test]
async fn copying_says_what_came_of_it() {
    let page = on(Tool::ReachOut);
    let clipboard: js_sys::Object = js_sys::Object::new();
    let navigator = window().navigator();
    let property: js_sys::Object = js_sys::Object::new();
    let set = |name: &str, value: &JsValue, on: &js_sys::Object| {
        js_sys::Reflect::set(on, &name.into(), value).unwrap();
    };
    set("value", &clipboard, &property);
    set("configurable", &JsValue::TRUE, &property);
    js_sys::Object::<JsValue>::define_property(
        navigator.unchecked_ref(),
        &"clipboard".into(),
        &property,
    );
    for (write, said) in [
        ("return Promise.resolve()", EN.later().tools.copied),
        (
            "return Promise.reject(new Error('no'))",
            EN.later().tools.not_copied,
        ),
    ] {
        set(
            "writeText",
            &js_sys::Function::new_no_args(write),
            &clipboard,
        );
        click(&page.the("[data-press=copy]"));
        for _ in 0..3 {
            settled().await;
        }
        assert_eq!(page.text(".rc-row [role=status]"), said);
    }
    js_sys::Reflect::delete_property::<js_sys::Object>(
        navigator.unchecked_ref(),
        &"clipboard".into(),
    )
    .unwrap();
}
