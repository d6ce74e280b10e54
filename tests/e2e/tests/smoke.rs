//! The release opens, is drawn before the program is there, and asks nobody else for anything.

use e2e::{Engine, Fault, Setup, Story};
use serde_json::json;

#[test]
fn the_first_screen_is_there() {
    let page = Setup::default().start();
    page.open();
    assert_eq!(page.screen(), "welcome");
    page.ready();
    assert_eq!(page.screen(), "welcome");
    let complaints = page.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
    let site = page.server().url();
    let foreign = |address: &String| !address.starts_with(&site);
    assert_eq!(page.requests().into_iter().find(foreign), None);
}

#[test]
fn the_first_screen_needs_no_program() {
    let page = Setup::default().size(320, 640).start();
    page.server().fail(".wasm", Fault::Hang);
    page.open();
    assert_eq!(page.screen(), "welcome");
    assert!(!page.has("html[data-rc-ready]"));
}

#[test]
fn the_release_works_in_any_folder_of_a_site() {
    let page = Setup::default().under("/clinic/check").start();
    page.open();
    page.ready();
}

#[test]
fn a_check_in_works_in_every_engine() {
    let story = Story::with_every_card();
    for engine in Engine::ALL {
        let page = Setup::default().engine(engine).start();
        page.begin(Some("keep"));
        page.answer_as(&story);
        assert_eq!(page.go_on(), "cards", "{engine:?}");
        page.go_on();
        page.hurry(&story, "result-full");
        assert_eq!(page.shown("overall"), story.shown("overall"), "{engine:?}");
        page.back();
        page.see_other_place_than("result-full");
        page.choose_help_lines_of("uk");
        page.tab_to("[data-action=\"continue\"]");
        assert!(!page.stored().is_empty(), "{engine:?}");
        let window = "return [navigator.language, innerWidth > 1000, innerWidth <= 1280];";
        assert_eq!(
            page.run(window, &json!([])),
            json!(["en-US", true, true]),
            "{engine:?}"
        );
    }
}
