//! The release opens, is drawn before the program is there, and asks nobody else for anything.

use e2e::{Fault, Setup};

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
