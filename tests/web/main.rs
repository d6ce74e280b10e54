//! The page in a real browser: what a person finds on each screen, by role, name and stable hook, and what
//! their presses do.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::wildcard_imports,
    reason = "the harness is this test's own vocabulary"
)]

mod harness;
mod history;
mod lock;
mod plan;
mod take;
mod tools;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use harness::*;
use leptos::prelude::*;
use recovery_check::domain::answers::Frequency;
use recovery_check::domain::check_in::{CheckIn, CheckInId};
use recovery_check::domain::flow::Place;
use recovery_check::domain::gates::{Gate, GateOption};
use recovery_check::domain::help::Region;
use recovery_check::domain::instrument::{Area, Domain, Factor, Item, Part};
use recovery_check::domain::reply::Reply;
use recovery_check::domain::scoring::{Level, Score};
use recovery_check::i18n::EN;
use recovery_check::platform::clock;
use recovery_check::session::{Aside, Event, Found, NotKept, Screen};
use recovery_check::storage::{Store, envelope};
use recovery_check::ui::element::{el, live, live_on};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

wasm_bindgen_test_configure!(run_in_browser);

// One type for all elements.

#[wasm_bindgen_test]
async fn a_live_part_is_redrawn_in_its_place() {
    let (word, count) = (RwSignal::new("one"), RwSignal::new(2));
    let shown = show(move || {
        el("p")
            .child("before ")
            .child(live(move || el("b").child(word.get())))
            .child(live(move || vec!["x"; count.get()]))
            .child(" after")
    });
    let read = || text(&shown.root);
    assert_eq!(read(), "before onexx after");
    word.set("two");
    settled().await;
    assert_eq!(read(), "before twoxx after");
    count.set(0);
    settled().await;
    assert_eq!(read(), "before two after");
    count.set(1);
    word.set("three");
    settled().await;
    assert_eq!(read(), "before threex after");
}

#[wasm_bindgen_test]
async fn a_live_part_within_another_is_drawn_once_a_change() {
    let (outer, inner) = (RwSignal::new(0), RwSignal::new(0));
    let draws = Rc::new(Cell::new(0));
    let counted = draws.clone();
    let shown = show(move || {
        el("div").child(live(move || {
            let number = outer.get();
            let counted = counted.clone();
            let within = live(move || {
                counted.set(counted.get() + 1);
                format!("{number}/{}", inner.get())
            });
            // Directly in another live part, with nothing between them.
            (within, " end")
        }))
    });
    assert_eq!((text(&shown.root).as_str(), draws.get()), ("0/0 end", 1));
    for number in 1..=5 {
        outer.set(number);
        settled().await;
    }
    assert_eq!((text(&shown.root).as_str(), draws.get()), ("5/0 end", 6));
    inner.set(7);
    settled().await;
    assert_eq!(
        (text(&shown.root).as_str(), draws.get()),
        ("5/7 end", 7),
        "parts drawn over no longer draw"
    );
    outer.set(6);
    settled().await;
    assert_eq!(text(&shown.root), "6/7 end", "nothing of the old one stays");
}

#[wasm_bindgen_test]
async fn a_listener_fires_once_a_press_however_often_its_part_was_redrawn() {
    let redraw = RwSignal::new(0);
    let presses = Rc::new(Cell::new((0, 0)));
    let counted = presses.clone();
    let shown = show(move || {
        let outer = counted.clone();
        el("div")
            .on("click", move |_| {
                let (inner, out) = outer.get();
                outer.set((inner, out + 1));
            })
            .child(live(move || {
                let inner = counted.clone();
                el("button")
                    .attr("type", "button")
                    .child(redraw.get().to_string())
                    .on("click", move |_| {
                        let (count, out) = inner.get();
                        inner.set((count + 1, out));
                    })
            }))
    });
    for round in 1..=4 {
        let buttons = all(&shown.root, "button");
        assert_eq!(buttons.len(), 1);
        click(&buttons[0]);
        assert_eq!(presses.get(), (round, round));
        redraw.set(round);
        settled().await;
    }
}

#[wasm_bindgen_test]
async fn followers_keep_controls_in_step() {
    let (on, chosen) = (RwSignal::new(true), RwSignal::new("b"));
    let shown = show(move || {
        let options = ["a", "b", "c"].map(|value| el("option").attr("value", value).child(value));
        el("div")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .checked(move || on.get()),
            )
            .child(el("select").chosen(move || chosen.get()).child(options))
    });
    let input: HtmlInputElement = all(&shown.root, "input")[0].clone().unchecked_into();
    let select: HtmlSelectElement = all(&shown.root, "select")[0].clone().unchecked_into();
    assert!(input.checked());
    assert_eq!(select.value(), "b", "although its options come after it");
    on.set(false);
    chosen.set("c");
    settled().await;
    assert!(!input.checked());
    assert_eq!(select.value(), "c");
    // A press changes the control itself; the next change of state still wins.
    input.click();
    assert!(input.checked());
    on.set(true);
    on.set(false);
    settled().await;
    assert!(!input.checked());
}

#[wasm_bindgen_test]
fn attributes_words_and_namespaces() {
    let shown = show(|| {
        el("p")
            .class("a b")
            .attr("data-none", None::<&'static str>)
            .attr("hidden", true)
            .attr("inert", false)
            .attr("data-number", 7_u32)
            .child("<b>&amp;\"quoted\"</b>")
            .child(el("svg").child(el("path").attr("d", "M0 0")))
            .child(())
            .child(None::<&'static str>)
    });
    let p = &all(&shown.root, "p")[0];
    assert_eq!(p.class_name(), "a b");
    assert!(!p.has_attribute("data-none") && !p.has_attribute("inert"));
    assert_eq!(p.get_attribute("hidden").as_deref(), Some(""));
    assert_eq!(p.get_attribute("data-number").as_deref(), Some("7"));
    assert_eq!(text(p), "<b>&amp;\"quoted\"</b>", "words stay words");
    for svg in all(p, "svg, path") {
        assert_eq!(
            svg.namespace_uri().as_deref(),
            Some("http://www.w3.org/2000/svg")
        );
    }
}

#[wasm_bindgen_test]
async fn what_is_taken_away_draws_no_more() {
    let word = RwSignal::new(0);
    let draws = Rc::new(Cell::new(0));
    let counted = draws.clone();
    let shown = show(move || {
        el("p").child(live(move || {
            counted.set(counted.get() + 1);
            word.get().to_string()
        }))
    });
    let root = shown.root.clone();
    drop(shown);
    assert_eq!(root.child_element_count(), 0);
    word.set(1);
    settled().await;
    assert_eq!(draws.get(), 1);
}

/// What was drawn for a key keeps its own state while other things change: a question just asked would be taken
/// back otherwise.
#[wasm_bindgen_test]
async fn what_is_drawn_for_a_key_stays_whole_until_the_key_changes() {
    let (key, other) = (RwSignal::new(1), RwSignal::new(0));
    let shown = show(move || {
        let read = move || {
            other.get();
            key.get()
        };
        el("p").child(live_on(read, move |key| {
            let pressed = RwSignal::new(false);
            let count = move || key.to_string() + if pressed.get() { " pressed" } else { "" };
            el("button")
                .on("click", move |_| pressed.set(true))
                .child(live(count))
        }))
    });
    let button = || all(&shown.root, "button")[0].clone();
    let first = button();
    other.set(1);
    settled().await;
    assert_eq!(first, button(), "not drawn anew");
    click(&first);
    other.set(2);
    settled().await;
    assert_eq!(text(&button()), "1 pressed");
    key.set(2);
    settled().await;
    assert_eq!(text(&button()), "2", "drawn anew");
    click(&button());
    settled().await;
    assert_eq!(text(&button()), "2 pressed");
}

// Every screen.

pub(crate) fn hook(screen: Screen) -> (&'static str, Option<&'static str>) {
    match screen {
        Screen::Welcome => ("welcome", None),
        Screen::Locked => ("locked", None),
        Screen::Aside(aside) => match aside {
            Aside::Help => ("help", None),
            Aside::Settings => ("settings", None),
            Aside::Plan => ("plan", None),
            Aside::Reflect(_) => ("reflect", None),
            Aside::History => ("history", None),
            Aside::Past(_) => ("past", None),
            Aside::Learn => ("learn", None),
            Aside::Tools => ("tools", None),
            Aside::Tool(tool) => ("tools", Some(tool.code())),
            Aside::Summary => ("summary", None),
        },
        Screen::At(place) => match place {
            Place::Gate(_) | Place::Cards(_) => ("gate", None),
            Place::Item(item) => match item.part() {
                Part::Stage => ("items", Some("stage")),
                Part::Factors => ("items", Some("factors")),
                Part::Wellness => ("items", Some("wellness")),
            },
            Place::SameAnswer(_) => ("same-answer", None),
            Place::ResultShort => ("result-short", None),
            Place::ResultFull => ("result-full", None),
        },
    }
}

/// What holds of every screen, whatever is on it.
pub(crate) fn check_screen(page: &Page) {
    let screen = page.screen();
    let (name, part) = hook(screen);
    let mains = page.all("main");
    assert_eq!(mains.len(), 1, "{screen:?}");
    let main = &mains[0];
    assert_eq!(main.get_attribute("data-screen").as_deref(), Some(name));
    assert_eq!(main.get_attribute("data-part").as_deref(), part);
    assert!(main.has_attribute("aria-label"));
    assert_eq!(page.all("header").len(), 1);
    assert_eq!(
        page.all("footer.rc-helpbar").len(),
        1,
        "a help bar on every screen"
    );

    let headings = page.all("h1");
    assert_eq!(headings.len(), 1, "{screen:?}");
    assert_eq!(headings[0].get_attribute("tabindex").as_deref(), Some("-1"));
    assert!(main.contains(Some(&headings[0])) && !text(&headings[0]).is_empty());

    let ids: Vec<_> = page.all("[id]").iter().map(Element::id).collect();
    let known: BTreeSet<_> = ids.iter().map(String::as_str).collect();
    assert_eq!(ids.len(), known.len(), "an id comes twice on {screen:?}");
    for attribute in ["for", "aria-labelledby", "aria-describedby"] {
        for element in page.all(&format!("[{attribute}]")) {
            let named = element.get_attribute(attribute).unwrap_or_default();
            assert!(
                known.contains(named.as_str()),
                "{attribute}={named} on {screen:?}"
            );
        }
    }
    let actions: Vec<_> = page
        .all("[data-action]")
        .iter()
        .map(|element| element.get_attribute("data-action").unwrap())
        .collect();
    let names: BTreeSet<_> = actions.iter().collect();
    assert_eq!(names.len(), actions.len(), "{actions:?} on {screen:?}");

    for control in page.all("button, a, input, select, summary") {
        assert!(
            !name_of(page, &control).is_empty(),
            "{} on {screen:?}",
            control.outer_html()
        );
    }
    // By its name alone each button of the screen is told from the others. Links to one line may come twice.
    let names: Vec<_> = page
        .all("main button, main summary, main select")
        .iter()
        .map(|button| name_of(page, button))
        .collect();
    let known: BTreeSet<_> = names.iter().collect();
    assert_eq!(known.len(), names.len(), "{names:#?} on {screen:?}");
    for button in page.all("button") {
        assert_eq!(button.get_attribute("type").as_deref(), Some("button"));
    }
    for svg in page.all("svg") {
        let is_named =
            svg.get_attribute("role").as_deref() == Some("img") && svg.has_attribute("aria-label");
        let is_hidden = svg.closest("[aria-hidden=true]").unwrap().is_some();
        let around = svg.parent_element();
        let is_part =
            around.is_some_and(|around| around.closest("svg[role=img]").unwrap().is_some());
        assert!(is_named || is_hidden || is_part, "{}", svg.outer_html());
    }
    for list in page.all("ul, ol, dl") {
        assert!(
            list.child_element_count() > 0,
            "an empty list on {screen:?}"
        );
    }
    assert!(
        page.all("[style]").is_empty(),
        "the policy refuses style attributes"
    );
}

/// The name a screen reader tells.
pub(crate) fn name_of(page: &Page, control: &Element) -> String {
    let labels = format!("label[for=\"{}\"]", control.id());
    let label = (!control.id().is_empty())
        .then(|| page.find(&labels))
        .flatten();
    text(&label.unwrap_or_else(|| control.clone()))
}

#[wasm_bindgen_test]
async fn every_screen_has_its_hooks_one_heading_and_named_controls() {
    let page = Page::over(fresh());
    check_screen(&page);
    for aside in [Aside::Help, Aside::Settings] {
        page.send(Event::Opened(aside)).await;
        check_screen(&page);
        page.send(Event::WentBack).await;
    }
    page.apply(Event::Started {
        id: CheckInId(1),
        begun: begun(0),
    });
    for place in longest_way() {
        settled().await;
        assert_eq!(page.screen(), Screen::At(place));
        check_screen(&page);
        if let Some(event) = telling(place) {
            page.apply(event);
        }
        page.apply(Event::Continued);
    }
}

#[wasm_bindgen_test]
async fn calm_screens_hold_what_every_screen_holds() {
    let page = Page::at(Place::ResultShort);
    check_screen(&page);
    page.send(Event::Finished).await;
    check_screen(&page);
    for region in Region::ALL {
        page.context.choose_region(region);
        page.send(Event::Opened(Aside::Help)).await;
        check_screen(&page);
    }
}

#[wasm_bindgen_test]
async fn moving_on_puts_focus_on_the_new_heading() {
    let page = Page::over(fresh());
    settled().await;
    assert!(
        focused().is_none_or(|element| element.id() != "heading"),
        "the first screen takes no focus"
    );
    let presses = [
        "[data-action=start]",
        "#Q1-no",
        "[data-action=continue]",
        "#G1-no_use",
    ];
    for selector in presses {
        page.press(selector).await;
        let is_step = selector.starts_with("[data-action");
        let is_on_heading = focused() == page.find("h1");
        assert_eq!(is_on_heading, is_step, "after {selector}");
    }
    page.press("[data-action=back]").await;
    arrived(&page, Screen::At(Place::FIRST)).await;
    assert_eq!(focused(), page.find("h1"), "also after Back");
    page.press("[data-action=help]").await;
    assert_eq!(focused(), page.find("h1"));
    assert_eq!(text(&page.the("h1")), EN.help.title);
}

// Questions.

#[wasm_bindgen_test]
async fn every_question_is_a_fieldset_of_native_controls_with_nothing_chosen() {
    let page = Page::over(fresh());
    page.apply(Event::Started {
        id: CheckInId(1),
        begun: begun(0),
    });
    for place in longest_way() {
        settled().await;
        let asked = match place {
            Place::Gate(gate) => {
                let words = (EN.question.gate)(gate).question;
                let options = GateOption::of(gate).into_iter().map(|(code, option)| {
                    let words = (EN.question.gate_option)(option);
                    (code.to_owned(), words.to_owned())
                });
                Some((
                    gate.id(),
                    words,
                    gate.is_multiple(),
                    options.collect::<Vec<_>>(),
                ))
            }
            Place::Item(item) => {
                let options = Frequency::ALL.map(|frequency| {
                    let words = (EN.question.frequency)(frequency);
                    (
                        frequency.number().to_string(),
                        format!("{} {}", words.title, words.text),
                    )
                });
                Some((item.id(), (EN.question.item)(item), false, options.to_vec()))
            }
            _ => None,
        };
        if let Some((id, words, many, mut options)) = asked {
            options.push(("skip".to_owned(), EN.question.skip.to_owned()));
            let fieldsets = page.all("main fieldset");
            assert_eq!(fieldsets.len(), 1);
            let fieldset = &fieldsets[0];
            assert_eq!(fieldset.get_attribute("data-item").as_deref(), Some(id));
            assert_eq!(text(&page.the("fieldset > legend h1")), words);
            let kind = if many { "checkbox" } else { "radio" };
            let found: Vec<_> = all(fieldset, "input")
                .into_iter()
                .map(|input| {
                    assert_eq!(input.get_attribute("type").as_deref(), Some(kind));
                    assert_eq!(input.get_attribute("name").as_deref(), Some(id));
                    (
                        input.get_attribute("value").unwrap(),
                        name_of(&page, &input),
                    )
                })
                .collect();
            assert_eq!(found, options, "{id}");
            assert_eq!(page.chosen(), [""; 0], "nothing is chosen at {id}");
            assert_eq!(
                text(&page.the("[role=alert]")),
                "",
                "and nothing is missing yet"
            );
        } else {
            assert!(page.find("main fieldset:not([data-item=pick])").is_none());
        }
        if let Some(event) = telling(place) {
            page.apply(event);
        }
        page.apply(Event::Continued);
    }
}

#[wasm_bindgen_test]
async fn pressing_a_tile_answers_and_moves_nothing() {
    let page = Page::at(Place::Item(Item::E1));
    for (number, frequency) in Frequency::ALL.into_iter().enumerate() {
        // The tile is the label, pressed anywhere.
        page.press(&format!("label[for=E1-{number}] .rc-choice__name"))
            .await;
        assert_eq!(
            page.check_in().answers.reply(Item::E1),
            Reply::Given(frequency)
        );
        assert_eq!(page.chosen(), [number.to_string()]);
    }
    page.press("#E1-skip").await;
    assert_eq!(page.check_in().answers.reply(Item::E1), Reply::Skipped);
    assert_eq!(page.chosen(), ["skip"]);
    assert_eq!(page.screen(), Screen::At(Place::Item(Item::E1)));
}

#[wasm_bindgen_test]
async fn going_on_without_a_reply_is_told_and_focus_stays() {
    for (place, words) in [
        (Place::Item(Item::E2), EN.question.missing),
        (Place::Gate(Gate::U3), EN.question.missing_many),
    ] {
        let page = Page::over(session_at(place, telling));
        let go_on: HtmlElement = page.the("[data-action=continue]").unchecked_into();
        go_on.focus().unwrap();
        page.press("[data-action=continue]").await;
        assert_eq!(page.screen(), Screen::At(place), "nothing moves");
        let fieldset = page.the("fieldset");
        let alert = fieldset.get_attribute("aria-describedby").unwrap();
        let alert = page.the(&format!("#{alert}"));
        assert_eq!(alert.get_attribute("role").as_deref(), Some("alert"));
        assert_eq!(text(&alert), words);
        assert_eq!(
            focused().as_ref(),
            Some(go_on.as_ref()),
            "where the person is"
        );
        page.press(".rc-choice label").await;
        assert_eq!(text(&alert), "", "a reply takes it away");
        page.press("[data-action=continue]").await;
        assert_ne!(page.screen(), Screen::At(place));
    }
}

#[wasm_bindgen_test]
async fn none_of_these_and_the_others_push_each_other_out() {
    let page = Page::over(session_at(Place::Gate(Gate::Q4), telling));
    let steps: [(&str, &[&str]); 9] = [
        ("shakes", &["shakes"]),
        ("severe", &["shakes", "severe"]),
        ("none", &["none"]),
        ("severe", &["severe"]),
        ("skip", &["skip"]),
        ("none", &["none"]),
        ("shakes", &["shakes"]),
        ("shakes", &[]),
        ("skip", &["skip"]),
    ];
    for (pressed, chosen) in steps {
        page.press(&format!("#Q4-{pressed}")).await;
        assert_eq!(page.chosen(), chosen, "after pressing {pressed}");
    }
    page.press("#Q4-skip").await;
    assert_eq!(page.chosen(), [""; 0]);
    assert_eq!(
        page.check_in().gates.symptoms,
        Reply::NotSeen,
        "open again, not skipped"
    );
}

#[wasm_bindgen_test]
async fn several_may_be_chosen_and_a_skip_stands_alone() {
    let page = Page::over(session_at(Place::Gate(Gate::U3), telling));
    for code in Gate::U3.codes() {
        page.press(&format!("#U3-{code}")).await;
    }
    assert_eq!(page.chosen(), Gate::U3.codes());
    page.press("#U3-benzos").await;
    assert_eq!(page.chosen(), ["alcohol", "opioids", "street", "other"]);
    page.press("#U3-skip").await;
    assert_eq!(page.chosen(), ["skip"]);
    assert_eq!(page.check_in().gates.substances, Reply::Skipped);
    page.press("#U3-opioids").await;
    assert_eq!(page.chosen(), ["opioids"]);
}

#[wasm_bindgen_test]
async fn back_shows_the_answer_that_was_chosen() {
    let page = Page::over(fresh());
    page.press("[data-action=start]").await;
    page.press("#Q1-skip").await;
    page.press("[data-action=continue]").await;
    page.press("#G1-cut_down").await;
    page.press("[data-action=continue]").await;
    page.press("[data-action=back]").await;
    arrived(&page, Screen::At(Place::Gate(Gate::G1))).await;
    assert_eq!(page.chosen(), ["cut_down"]);
    page.press("[data-action=back]").await;
    arrived(&page, Screen::At(Place::FIRST)).await;
    assert_eq!(page.chosen(), ["skip"]);
    page.press("[data-action=back]").await;
    arrived(&page, Screen::Welcome).await;
    page.press("[data-action=start]").await;
    assert_eq!(
        page.chosen(),
        ["skip"],
        "and Start goes on with the same check-in"
    );
}

/// A press on the way to where the person is did nothing.
#[wasm_bindgen_test]
async fn the_way_to_the_screen_on_show_leads_to_its_top() {
    for (aside, ways) in [
        (Aside::Tools, &["[data-action=tools]"][..]),
        (Aside::Help, &["[data-action=help]", "[data-press=help]"]),
    ] {
        let page = Page::over(fresh());
        for way in ways {
            page.send(Event::Opened(aside)).await;
            page.press(way).await;
            assert_eq!(page.screen(), Screen::Aside(aside));
            assert_eq!(focused(), page.find("h1"), "{way}");
        }
        assert_eq!(page.session().asides, [aside], "and opens nothing twice");
    }
}

#[wasm_bindgen_test]
async fn the_browsers_own_back_button_is_ours() {
    let page = Page::at(Place::Item(Item::M2));
    page.press("#M2-4").await;
    page.press("[data-action=continue]").await;
    window().history().unwrap().back().unwrap();
    arrived(&page, Screen::At(Place::Item(Item::M2))).await;
    assert_eq!(page.chosen(), ["4"]);
    assert_eq!(focused(), page.find("h1"));
}

#[wasm_bindgen_test]
async fn what_use_means_is_said_at_first_and_stays_one_press_away() {
    let page = Page::at(Place::Item(Item::E1));
    assert!(text(&page.the("fieldset")).contains(EN.question.use_means));
    for item in [Item::E2, Item::P6, Item::T1, Item::D2] {
        let page = Page::at(Place::Item(item));
        assert!(!text(&page.the("fieldset")).contains(EN.question.use_means));
        assert_eq!(
            text(&page.the("main details summary")),
            EN.question.what_use_means
        );
        assert_eq!(text(&page.the("main details p")), EN.question.use_means);
    }
}

#[wasm_bindgen_test]
async fn the_optional_parts_can_be_left_at_any_line() {
    assert!(
        Page::at(Place::Item(Item::P6))
            .find("[data-action=finish]")
            .is_none()
    );
    let page = Page::at(Place::Item(Item::S1));
    page.press("[data-action=finish]").await;
    assert_eq!(page.screen(), Screen::At(Place::ResultFull));
}

async fn choose(select: &HtmlSelectElement, value: &str) {
    select.set_value(value);
    let change = web_sys::Event::new("change").unwrap();
    select.dispatch_event(&change).unwrap();
    settled().await;
}

// Cards.

pub(crate) fn cards(page: &Page) -> Vec<String> {
    let cards = page.all("[data-card]");
    cards
        .iter()
        .map(|card| card.get_attribute("data-card").unwrap())
        .collect()
}

#[wasm_bindgen_test]
async fn cards_stand_in_order_before_the_next_question() {
    let page = Page::over(fresh());
    page.apply(Event::Started {
        id: CheckInId(1),
        begun: begun(0),
    });
    let mut seen = Vec::new();
    for place in longest_way() {
        settled().await;
        if let Place::Cards(_) = place {
            assert_eq!(page.screen(), Screen::At(place));
            seen.push(cards(&page).join(" "));
            let heading = page.the("h1");
            let first = page.the("[data-card]");
            let follows = heading.compare_document_position(&first) & 4;
            assert_eq!(follows, 4, "the heading, then the cards");
        } else if !matches!(place, Place::ResultShort | Place::ResultFull) {
            assert!(cards(&page).is_empty(), "{place:?}");
        }
        if place == Place::ResultShort {
            assert_eq!(cards(&page).join(" "), "A1 A2 A3 A4 A5");
            let (last, score) = (page.the("[data-card=A5]"), page.the("[data-result]"));
            assert_eq!(
                last.compare_document_position(&score) & 4,
                4,
                "cards before any score"
            );
        }
        if let Some(event) = telling(place) {
            page.apply(event);
        }
        page.apply(Event::Continued);
    }
    // Q1 brings A1; U3 A2 and A4; Q4 a second reason for A1; Q2 a third, and A3.
    assert_eq!(seen, ["A1", "A1 A2 A4", "A1 A2 A4", "A1 A2 A3 A4"]);
}

#[wasm_bindgen_test]
async fn going_on_from_cards_is_a_quiet_press_and_needs_no_answer() {
    let page = Page::over(session_at(Place::Cards(Gate::Q1), telling));
    assert_eq!(text(&page.the("h1")), EN.card.title);
    let emergency = text(&page.the("[data-card=A1]"));
    for said in ["Call 911 now", EN.card.we_cannot_call, "naloxone"] {
        assert!(emergency.contains(said), "{emergency}");
    }
    assert!(page.find("[data-card=A1] a[href=\"tel:911\"]").is_some());
    page.press("[data-action=continue]").await;
    assert_eq!(page.screen(), Screen::At(Place::Gate(Gate::G1)));
}

#[wasm_bindgen_test]
async fn each_reason_for_the_emergency_card_has_its_words() {
    let page = Page::over(session_at(Place::Cards(Gate::Q2), telling));
    let emergency = text(&page.the("[data-card=A1]"));
    assert!(emergency.contains(EN.card.wont_wake) && emergency.contains(EN.card.stay_near));
    let only_harm = |place| match place {
        Place::Gate(Gate::Q2) => Some(gate(Gate::Q2, &["might_act"])),
        place => calm(place),
    };
    let page = Page::over(session_at(Place::Cards(Gate::Q2), only_harm));
    let emergency = text(&page.the("[data-card=A1]"));
    assert!(!emergency.contains(EN.card.wont_wake) && emergency.contains(EN.card.stay_near));
    assert_eq!(cards(&page), ["A1", "A3"]);
}

#[wasm_bindgen_test]
async fn another_country_changes_the_numbers_on_a_card_while_it_stands() {
    let page = Page::over(session_at(Place::Cards(Gate::Q2), telling));
    let links = |page: &Page| -> Vec<_> {
        let links = page.all("[data-card] a");
        links
            .iter()
            .map(|link| link.get_attribute("href").unwrap())
            .collect()
    };
    assert!(links(&page).contains(&"tel:911".to_owned()));
    let heading = page.the("h1");
    page.context.choose_region(Region::Uk);
    settled().await;
    assert!(heading.is_connected(), "only the cards are drawn anew");
    assert_eq!(cards(&page), ["A1", "A2", "A3", "A4"]);
    let now = links(&page);
    assert!(now.contains(&"tel:999".to_owned()) && now.contains(&"tel:116123".to_owned()));
    assert!(
        !now.iter()
            .any(|link| link.contains("911") || link.contains("988")),
        "{now:?}"
    );
}

#[wasm_bindgen_test]
async fn the_select_changes_the_lines_and_is_remembered_by_the_cards() {
    let page = Page::over(session_at(Place::Cards(Gate::Q1), telling));
    page.press("[data-action=help]").await;
    let select: HtmlSelectElement = page.the("select[name=region]").unchecked_into();
    assert_eq!(select.value(), "us");
    assert!(page.find("a[href=\"tel:911\"]").is_some());
    choose(&select, "ie").await;
    assert!(page.find("main a[href=\"tel:112\"]").is_some());
    assert!(page.find("main a[href=\"tel:911\"]").is_none());
    assert!(select.is_connected(), "the select itself stays");
    let here = document()
        .document_element()
        .unwrap()
        .get_attribute("data-rc-here");
    assert_eq!(
        here.as_deref(),
        Some("ie"),
        "the help bar shows the lines of this one"
    );
    page.press("[data-action=back]").await;
    arrived(&page, Screen::At(Place::Cards(Gate::Q1))).await;
    assert!(page.find("[data-card=A1] a[href=\"tel:112\"]").is_some());
}

#[wasm_bindgen_test]
async fn the_select_under_the_cards_changes_their_numbers_at_once() {
    let used = |place| match place {
        Place::Gate(Gate::U1) => Some(gate(Gate::U1, &["today"])),
        place => calm(place),
    };
    for session in [
        session_at(Place::Cards(Gate::Q1), telling),
        session_at(Place::ResultShort, used),
    ] {
        let page = Page::over(session);
        let select: HtmlSelectElement = page.the("select[name=region]").unchecked_into();
        assert_eq!(name_of(&page, &select), EN.card.numbers_for);
        choose(&select, "nz").await;
        assert!(select.is_connected(), "the select itself stays");
        let card = page.the("[data-card]");
        let links = all(&card, "a");
        assert!(!links.is_empty());
        for link in links {
            let address = link.get_attribute("href").unwrap();
            assert!(
                ["tel:111", "tel:1737", "sms:1737"].contains(&address.as_str()),
                "{address}"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn where_no_number_is_known_none_is_shown() {
    let page = Page::over(session_at(Place::Cards(Gate::Q2), telling));
    page.context.choose_region(Region::Other);
    settled().await;
    assert!(page.all("[data-card] a").is_empty());
    assert!(text(&page.the("[data-card=A1]")).contains(EN.card.call_now_anywhere));
    assert!(text(&page.the("[data-card=A4]")).contains(EN.card.withdrawal_severe_anywhere));
}

// Results.

fn shown_of(element: &Element) -> Option<String> {
    element.get_attribute("data-shown")
}

fn number(score: Option<Score>) -> Option<String> {
    score.map(|score| score.shown().to_string())
}

/// Answers that differ from item to item, some skipped, so that scores are all different and some unknown.
fn mixed(seed: usize) -> impl Fn(Place) -> Option<Event> {
    move |place| match place {
        Place::Item(of) => {
            let roll = (of.index() * 7 + seed * 5 + of.index() / 3) % 6;
            Some(match u8::try_from(roll).unwrap() {
                5 => Event::Replied(of, Reply::Skipped),
                number => item(of, number),
            })
        }
        place => calm(place),
    }
}

#[wasm_bindgen_test]
async fn the_results_show_the_numbers_of_the_rules() {
    for seed in 0..6 {
        let page = Page::over(session_at(Place::ResultShort, mixed(seed)));
        for full in [false, true] {
            if full {
                for place in Item::ALL.into_iter().skip(18).map(Place::Item) {
                    page.apply(Event::Continued);
                    page.apply(mixed(seed)(place).unwrap());
                }
                page.send(Event::Continued).await;
            }
            let check_in = page.check_in();
            let result = check_in.result();
            let stage = page.the("[data-result=stage]");
            assert_eq!(
                stage.get_attribute("data-value").as_deref(),
                Some(result.stage.stage.code())
            );
            assert!(text(&stage).contains((EN.later().result.sentence)(result.wording)));
            let total = page.the("[data-result=total]");
            let level = result.level.map(Level::code);
            assert_eq!(total.get_attribute("data-value").as_deref(), level);
            assert_eq!(shown_of(&total), number(result.scores.total()));
            for area in Area::ALL {
                let bar = page.the(&format!("[data-scale={}]", area.code()));
                let score = result.scores.area(area);
                assert_eq!(shown_of(&bar), number(score));
                let out = text(&bar).contains(EN.later().result.stands_out);
                assert_eq!(out, result.stage.is_raised(area));
                assert_eq!(
                    text(&bar).contains(EN.later().result.not_known),
                    !out && score.is_none()
                );
            }
            if !full {
                assert!(page.find("[data-factor], [data-scale=health]").is_none());
                continue;
            }
            for factor in Factor::ALL {
                let scale = page.the(&format!("[data-scale={}]", factor.code()));
                assert_eq!(shown_of(&scale), number(result.scores.factor(factor)));
            }
            for domain in Domain::ALL {
                let scale = page.the(&format!("[data-scale={}]", domain.code()));
                assert_eq!(shown_of(&scale), number(result.scores.domain(domain)));
            }
            let overall = page.find("[data-scale=overall]");
            assert_eq!(
                overall.as_ref().and_then(shown_of),
                number(result.scores.overall())
            );
            assert_eq!(factors(&page), result.ranked);
        }
    }
}

fn factors(page: &Page) -> Vec<Factor> {
    let named = page.all("[data-factor]");
    let code = |element: &Element| element.get_attribute("data-factor").unwrap();
    named
        .iter()
        .map(|element| Factor::from_code(&code(element)).unwrap())
        .collect()
}

#[wasm_bindgen_test]
async fn after_use_the_stage_comes_before_the_total() {
    let order = |page: &Page| -> Vec<_> {
        let results = page.all("[data-result]");
        results
            .iter()
            .map(|result| result.get_attribute("data-result").unwrap())
            .collect()
    };
    let used = |place| match place {
        Place::Gate(Gate::U1) => Some(gate(Gate::U1, &["week"])),
        place => calm(place),
    };
    assert_eq!(
        order(&Page::over(session_at(Place::ResultShort, used))),
        ["stage", "total"]
    );
    assert_eq!(order(&Page::at(Place::ResultShort)), ["total", "stage"]);
}

#[wasm_bindgen_test]
async fn without_enough_answers_no_number_is_shown() {
    let skip = |place| match place {
        Place::Gate(gate) => Some(Event::RepliedGate(gate, Reply::Skipped)),
        Place::Item(item) => Some(Event::Replied(item, Reply::Skipped)),
        _ => None,
    };
    let page = Page::over(session_at(Place::ResultShort, skip));
    assert!(page.all("[data-shown]").is_empty());
    let total = page.the("[data-result=total]");
    assert!(!total.has_attribute("data-value"));
    assert!(text(&total).contains(EN.later().result.total_unknown.title));
    let stage = page.the("[data-result=stage]");
    assert_eq!(
        stage.get_attribute("data-value").as_deref(),
        Some("unclear")
    );
    assert!(text(&stage).contains(EN.later().result.use_unknown));
    page.send(Event::Finished).await;
    assert!(page.all("[data-shown], [data-factor]").is_empty());
}

#[wasm_bindgen_test]
async fn a_pick_is_named_first_at_once() {
    let mut session = session_at(Place::ResultShort, calm);
    session.apply(Event::Finished);
    let page = Page::over(session);
    assert_eq!(factors(&page), []);
    let picked = page.the("input[name=pick]:checked");
    assert_eq!(
        picked.get_attribute("value").as_deref(),
        Some("none"),
        "no pick as yet"
    );
    page.press("#pick-trauma").await;
    assert_eq!(factors(&page), [Factor::Trauma]);
    assert!(text(&page.the("[data-factor]")).contains(EN.later().result.picked));
    page.press("#pick-support").await;
    assert_eq!(factors(&page), [Factor::Support]);
    page.press("#pick-none").await;
    assert_eq!(factors(&page), []);
    assert_eq!(page.check_in().pick, None);
}

#[wasm_bindgen_test]
async fn one_answer_all_the_way_is_asked_about_by_its_name() {
    let never = |place| match place {
        Place::Item(of) => Some(item(of, 0)),
        place => calm(place),
    };
    let page = Page::over(session_at(Place::SameAnswer(Part::Stage), never));
    assert_eq!(text(&page.the("h1")), EN.question.same_title);
    let lead = text(&page.the(".rc-lead"));
    assert!(lead.contains("Never") && lead.contains("18"), "{lead}");
    let reversed: Vec<_> = page.all(".rc-bullets li").iter().map(text).collect();
    assert_eq!(reversed, [Item::E4, Item::M6].map(EN.question.item));
    page.press("[data-action=continue]").await;
    assert_eq!(page.screen(), Screen::At(Place::ResultShort));
}

pub(crate) fn earlier(days_ago: u32, reply: impl Fn(Place) -> Option<Event>) -> CheckIn {
    let mut session = session_at(Place::ResultShort, reply);
    let check_in = session.check_in.as_mut().unwrap();
    check_in.id = CheckInId(u64::from(days_ago) + 100);
    check_in.begun = begun(days_ago);
    check_in.open = false;
    *check_in
}

pub(crate) fn beside(past: CheckIn, reply: impl Fn(Place) -> Option<Event>) -> Page {
    let mut session = session_at(Place::ResultShort, reply);
    session.past = vec![past];
    Page::over(session)
}

#[wasm_bindgen_test]
async fn a_change_is_told_in_words_from_seven_days_on() {
    let often = |place| match place {
        Place::Item(of) => Some(item(of, if of.index() % 3 == 0 { 3 } else { 4 })),
        place => calm(place),
    };
    let first = Page::over(session_at(Place::ResultShort, often));
    assert!(first.find("#change").is_none());
    let page = beside(earlier(7, calm), often);
    let change = page.the("[aria-labelledby=change]");
    assert!(
        text(&change).contains("clearly more signs than last time"),
        "{}",
        text(&change)
    );
    let page = beside(earlier(6, calm), often);
    let change = page.the("[aria-labelledby=change]");
    assert!(text(&change).contains("we compare once 7 days lie between two"));
    let page = beside(earlier(9, calm), calm);
    let lines: Vec<_> = page
        .all("[aria-labelledby=change] li")
        .iter()
        .map(text)
        .collect();
    assert_eq!(lines, ["All your signs this week: no clear change"]);
}

/// Two check-ins may share no answered line. Then there is nothing to tell, and no heading over nothing.
#[wasm_bindgen_test]
async fn where_no_line_was_answered_both_times_no_empty_list_stands() {
    let skip = |place| match place {
        Place::Item(item) => Some(Event::Replied(item, Reply::Skipped)),
        place => calm(place),
    };
    let page = beside(earlier(8, skip), calm);
    let lists = page.all("[aria-labelledby=change] ul");
    assert!(lists.iter().all(|list| list.child_element_count() > 0));
}

// Keeping.

pub(crate) fn notice(page: &Page) -> String {
    text(&page.the("main [role=status] .rc-notice"))
}

#[wasm_bindgen_test]
async fn the_notice_tells_what_storage_did() {
    let page = Page::at(Place::ResultShort);
    assert_eq!(notice(&page), EN.kept.nothing);
    assert_eq!(page.store.keys(), [""; 0]);
    page.press("[data-action=keep]").await;
    assert_eq!(notice(&page), EN.kept.here);
    assert_eq!(page.store.kept(CheckInId(1)), Some(page.check_in()));
    assert!(page.find("[data-action=keep]").is_none());

    let kept_before = page.check_in();
    page.store.refuses.set(true);
    page.press("[data-action=finish]").await;
    assert_eq!(notice(&page), (EN.kept.why)(NotKept::Outdated));
    assert_eq!(
        page.store.kept(CheckInId(1)),
        Some(kept_before),
        "what was kept is still there"
    );
    page.store.refuses.set(false);
    page.press("#pick-coping").await;
    assert_eq!(notice(&page), EN.kept.here);
    assert_eq!(page.store.kept(CheckInId(1)), Some(page.check_in()));
}

#[wasm_bindgen_test]
async fn where_nothing_can_be_kept_that_is_said_before_and_after() {
    let page = Page::over(opened(Found::default(), false));
    assert_eq!(page.chosen(), [""; 0], "nothing is chosen about keeping");
    assert!(!text(&page.the("main")).contains(EN.welcome.cannot_keep));
    page.press("label[for=keep-keep]").await;
    assert!(text(&page.the("[aria-live=polite]")).contains(EN.welcome.cannot_keep));
    page.press("[data-action=start]").await;
    for place in longest_way() {
        if place == Place::ResultShort {
            break;
        }
        if let Some(event) = calm(place) {
            page.apply(event);
        }
        page.apply(Event::Continued);
    }
    page.send(Event::Opened(Aside::Settings)).await;
    assert_eq!(notice(&page), EN.kept.cannot);
}

/// The count stands right under the notice that nothing can be kept.
#[wasm_bindgen_test]
async fn only_what_is_kept_is_counted_as_kept() {
    let told =
        |count: &str| (EN.later().settings.delete_hint)([count, "0", "0", "0"].map(str::to_owned));
    let page = Page::over(opened(Found::default(), false));
    page.press("label[for=keep-keep]").await;
    page.press("[data-action=start]").await;
    page.send(Event::Opened(Aside::Settings)).await;
    assert!(
        text(&page.the("main")).contains(&told("0")),
        "nothing can be kept"
    );

    let page = Page::over(fresh());
    page.store.refuses.set(true);
    page.press("label[for=keep-keep]").await;
    page.press("[data-action=start]").await;
    page.send(Event::Opened(Aside::Settings)).await;
    assert_eq!(notice(&page), (EN.kept.why)(NotKept::Full));
    assert!(
        text(&page.the("main")).contains(&told("0")),
        "the browser refused"
    );

    let page = Page::over(fresh());
    page.press("label[for=keep-keep]").await;
    page.press("[data-action=start]").await;
    page.send(Event::Opened(Aside::Settings)).await;
    assert!(text(&page.the("main")).contains(&told("1")));
}

#[wasm_bindgen_test]
async fn the_switch_in_settings_keeps_and_forgets() {
    let page = Page::at(Place::Item(Item::E3));
    page.send(Event::Opened(Aside::Settings)).await;
    assert_eq!(notice(&page), EN.kept.nothing);
    page.press("#keep-switch").await;
    assert_eq!(notice(&page), EN.kept.here);
    assert!(page.store.kept(CheckInId(1)).is_some());
    page.press("#keep-switch").await;
    assert_eq!(notice(&page), EN.kept.nothing);
    assert_eq!(page.store.keys(), [""; 0]);
    page.press("main [data-action=continue]").await;
    arrived(&page, Screen::At(Place::Item(Item::E3))).await;
}

/// The button that answers a question with no.
fn way_out(page: &Page) -> Element {
    let buttons = page.all("main button");
    let no = buttons
        .into_iter()
        .find(|button| text(button) == EN.page.keep_it);
    no.expect("a way out")
}

#[wasm_bindgen_test]
async fn deleting_asks_once_and_then_says_so() {
    let page = Page::at(Place::ResultShort);
    page.press("[data-action=keep]").await;
    page.press("[data-action=discard]").await;
    assert!(
        page.context.check_in_once().is_some(),
        "nothing is deleted yet"
    );
    assert!(text(&page.the("main")).contains(EN.later().result.discard_sure));
    click(&way_out(&page));
    settled().await;
    assert!(page.store.kept(CheckInId(1)).is_some());
    page.press("[data-action=discard]").await;
    page.press("[data-action=discard]").await;
    assert_eq!(page.screen(), Screen::Welcome);
    assert_eq!(page.store.keys(), [""; 0]);

    let page = Page::at(Place::ResultShort);
    page.press("[data-action=keep]").await;
    page.send(Event::Opened(Aside::Settings)).await;
    page.press("[data-action=delete-all]").await;
    page.press("[data-action=delete-all]").await;
    assert!(text(&page.the("main")).contains(EN.kept.deleted));
    assert_eq!(page.store.keys(), [""; 0]);
}

/// The button that was pressed goes, and the question takes its place: whoever uses a keyboard must not be
/// thrown back to the top of the page.
#[wasm_bindgen_test]
async fn a_question_that_takes_the_place_of_a_button_takes_its_focus() {
    for action in ["discard", "new"] {
        let page = Page::at(Place::ResultShort);
        let button = format!("[data-action={action}]");
        page.press(&button).await;
        let question = focused().expect("focus somewhere");
        let sure = if action == "new" {
            EN.welcome.new_sure
        } else {
            EN.later().result.discard_sure
        };
        assert_eq!(text(&question), sure);
        click(&way_out(&page));
        settled().await;
        assert_eq!(focused(), page.find(&button), "and back to the button");
    }
}

#[wasm_bindgen_test]
async fn pressing_keep_does_not_lose_focus() {
    let page = Page::at(Place::ResultShort);
    page.the("[data-action=keep]")
        .unchecked_into::<HtmlElement>()
        .focus()
        .unwrap();
    page.press("[data-action=keep]").await;
    let main = page.the("main");
    assert!(
        focused().is_some_and(|element| main.contains(Some(&element))),
        "focus is on {:?}",
        focused().map(|element| element.tag_name())
    );
}

#[wasm_bindgen_test]
async fn beginning_anew_asks_first_where_answers_would_be_gone() {
    // Kept: it can simply be put away.
    let page = Page::at(Place::ResultShort);
    page.press("[data-action=keep]").await;
    page.press("[data-action=new]").await;
    assert_eq!(page.screen(), Screen::Welcome);
    assert!(page.store.kept(CheckInId(1)).is_some_and(|kept| !kept.open));
    // Not kept: asks.
    let page = Page::at(Place::ResultShort);
    page.press("[data-action=new]").await;
    assert_eq!(page.screen(), Screen::At(Place::ResultShort));
    page.press("[data-action=new]").await;
    assert_eq!(page.screen(), Screen::Welcome);
}

/// Wished to be kept is not kept.
#[wasm_bindgen_test]
async fn beginning_anew_asks_first_where_the_browser_refused_to_keep() {
    let page = Page::at(Place::ResultShort);
    page.store.refuses.set(true);
    page.press("[data-action=keep]").await;
    assert_eq!(notice(&page), (EN.kept.why)(NotKept::Full));
    page.press("[data-action=new]").await;
    assert_eq!(page.screen(), Screen::At(Place::ResultShort), "asks first");
}

#[wasm_bindgen_test]
async fn entries_that_cannot_be_read_are_told_where_the_person_begins() {
    let found = Found {
        unreadable: 2,
        newer: 1,
        ..Found::default()
    };
    let main = text(&Page::over(opened(found, true)).the("main"));
    assert!(main.contains(&(EN.kept.unreadable)("2")) && main.contains(&(EN.kept.newer)("1")));
    let main = text(&Page::over(fresh()).the("main"));
    assert!(!main.contains("not readable") && !main.contains("newer version"));
}

#[wasm_bindgen_test]
async fn a_check_in_begun_days_ago_is_offered_with_its_date() {
    let mut old = CheckIn::new(CheckInId(3), begun(3));
    old.go_to(Place::Item(Item::E2));
    let found = Found {
        check_ins: vec![old],
        ..Found::default()
    };
    let page = Page::over(opened(found, true));
    let told = (EN.welcome.resume_old)(&clock::write_day(old.begun.day, "en"));
    assert!(text(&page.the("main")).contains(&told));
    check_screen(&page);
    page.press("[data-action=start]").await;
    assert_eq!(page.screen(), Screen::At(Place::Item(Item::E2)));
}

// Taking over from the prerendered page.

/// Stands in for the boot script, which has this chosen before the program came. Before the page was loaded
/// anew, the person had gone this many steps.
fn boot(early: &str, steps: u32) {
    let script = format!(
        "document.querySelectorAll('.test-root, #rc-app').forEach((old) => old.remove());\
         const app = document.createElement('div');\
         app.id = 'rc-app';\
         document.body.append(app);\
         history.replaceState(0, '');\
         for (let step = 1; step <= {steps}; step++) history.pushState(step, '');\
         globalThis.rcBoot = {{ early: () => ({early}), ready: () => {{ globalThis.rcReady = true; }} }};"
    );
    js_sys::eval(&script).expect("a script");
    let storage = window().local_storage().unwrap().unwrap();
    for key in (0..storage.length().unwrap())
        .rev()
        .filter_map(|at| storage.key(at).unwrap())
    {
        if key.starts_with("rc-") {
            storage.remove_item(&key).unwrap();
        }
    }
}

fn page_text(selector: &str) -> Option<String> {
    document()
        .query_selector(selector)
        .unwrap()
        .map(|element| text(&element))
}

fn kept_keys() -> usize {
    let storage = window().local_storage().unwrap().unwrap();
    let keys = (0..storage.length().unwrap()).filter_map(|at| storage.key(at).unwrap());
    keys.filter(|key| key.starts_with("rc-checkin-")).count()
}

#[wasm_bindgen_test]
async fn what_was_chosen_early_is_as_if_the_program_had_been_there() {
    boot(
        "{ started: true, keep: 'keep', region: 'nz', Q1: 'yes' }",
        0,
    );
    recovery_check::ui::start::start();
    settled().await;
    assert!(
        js_sys::Reflect::get(&js_sys::global(), &JsValue::from("rcReady"))
            .unwrap()
            .is_truthy()
    );
    let chosen = document()
        .query_selector("#rc-app #Q1-yes")
        .unwrap()
        .expect("the first question");
    assert!(chosen.unchecked_ref::<HtmlInputElement>().checked());
    assert_eq!(kept_keys(), 1);
    click(
        &document()
            .query_selector("#rc-app [data-action=continue]")
            .unwrap()
            .unwrap(),
    );
    settled().await;
    let card = page_text("#rc-app [data-card=A1]").expect("the card comes first");
    assert!(card.contains("Call 111 now"), "{card}");
}

#[wasm_bindgen_test]
async fn without_a_choice_about_keeping_nothing_is_stored() {
    boot("{ started: true, keep: '', region: '', Q1: 'skip' }", 0);
    recovery_check::ui::start::start();
    settled().await;
    let skip = document()
        .query_selector("#rc-app #Q1-skip")
        .unwrap()
        .expect("the first question");
    assert!(skip.unchecked_ref::<HtmlInputElement>().checked());
    assert_eq!(kept_keys(), 0);
}

/// Loaded anew in the middle with nothing kept, then started early: the steps of before must not lead back.
#[wasm_bindgen_test]
async fn starting_early_after_loading_anew_stays_at_the_first_question() {
    boot("{ started: true, keep: '', region: '', Q1: 'no' }", 3);
    recovery_check::ui::start::start();
    for _ in 0..20 {
        frame().await;
    }
    let screen = document().query_selector("#rc-app main").unwrap().unwrap();
    let name = screen.get_attribute("data-screen");
    assert_eq!(name.as_deref(), Some("gate"), "{}", text(&screen));
    let chosen = document().query_selector("#rc-app #Q1-no").unwrap();
    let chosen = chosen.expect("the first question");
    assert!(chosen.unchecked_ref::<HtmlInputElement>().checked());
}

/// An early answer belongs to a new check-in. In an old one it would stand behind the person, and the card it
/// brings would never show.
#[wasm_bindgen_test]
async fn an_early_answer_does_not_slip_into_a_check_in_under_way() {
    boot("{ started: true, keep: '', region: '', Q1: 'yes' }", 0);
    let mut old = session_at(Place::Item(Item::E2), calm).check_in.unwrap();
    old.begun = begun(3);
    let storage = window().local_storage().unwrap().unwrap();
    let key = format!("rc-checkin-{}", old.id.name());
    storage.set_item(&key, &envelope::encode(&old)).unwrap();
    recovery_check::ui::start::start();
    settled().await;
    let screen = document().query_selector("#rc-app main").unwrap().unwrap();
    assert_eq!(
        screen.get_attribute("data-screen").as_deref(),
        Some("welcome")
    );
    let kept = storage.get_item(&key).unwrap().expect("still kept");
    assert_eq!(envelope::decode(old.id, &kept), Ok(old));
}
