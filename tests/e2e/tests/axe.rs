//! Every screen in every state: axe-core finds nothing, all of it fits, and what can be pressed is large
//! enough.

use e2e::tour::{STOPS, Stop};
use e2e::{Page, Setup};

const PHONE: (u32, u32) = (360, 740);
const DESKTOP: (u32, u32) = (1280, 900);

#[test]
fn axe_finds_nothing_on_the_way_to_the_result() {
    judge(&STOPS[..HALF], axe_finds);
}

#[test]
fn axe_finds_nothing_on_results_help_and_settings() {
    judge(&STOPS[HALF..], axe_finds);
}

#[test]
fn everything_fits_and_can_be_pressed_on_the_smallest_phone() {
    judge(STOPS, |page| {
        let mut found = Vec::new();
        for (width, height) in [(320, 640), PHONE, DESKTOP] {
            page.resize(width, height);
            page.settle();
            let wrong = [page.sticks_out(), page.too_small()].concat();
            found.extend(wrong.into_iter().map(|what| format!("at {width}: {what}")));
        }
        found
    });
}

#[test]
fn an_action_means_one_thing_on_a_screen() {
    judge(STOPS, Page::actions_shown_twice);
}

/// Where the tour is cut in two, to be walked side by side.
const HALF: usize = STOPS.len() / 2;

/// Goes to each stop, judges the page there, and in the end tells everything that was found.
fn judge(stops: &[Stop], judge: impl Fn(&Page) -> Vec<String>) {
    let page = Setup::default().start();
    let mut found = Vec::new();
    for stop in stops {
        page.resize(DESKTOP.0, DESKTOP.1);
        (stop.go)(&page);
        let wrong = judge(&page);
        found.extend(
            wrong
                .into_iter()
                .map(|what| format!("{}: {what}", stop.name)),
        );
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn axe_finds(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    for (width, height) in [PHONE, DESKTOP] {
        for dark in [false, true] {
            page.resize(width, height);
            page.prefer_dark(dark);
            page.settle();
            let colours = if dark { "dark" } else { "light" };
            let told = |violation: e2e::axe::Violation| {
                let (rule, places) = (violation.rule, violation.places.join(" "));
                format!(
                    "at {width}, {colours}: {rule} ({}) {places}",
                    violation.help
                )
            };
            found.extend(page.axe().into_iter().map(told));
        }
    }
    page.prefer_dark(false);
    found
}
