//! Back to a page that the browser held in its memory: it goes on where it was; where what is kept is locked, or has
//! changed meanwhile, nothing of it is shown, not for one frame.

use std::time::{Duration, Instant};

use e2e::stored::Stored;
use e2e::{Engine, Fault, Page, Setup, Story};
use serde_json::json;

e2e::in_each_engine! {
    a_check_in_goes_on_where_it_was_left,
    what_is_written_in_a_tool_still_stands_there,
    what_is_locked_is_asked_for_again_and_not_shown,
    what_was_deleted_meanwhile_is_not_shown,
    a_lock_set_meanwhile_is_asked_for_and_nothing_shown,
    what_another_tab_stored_meanwhile_is_what_is_shown,
}

const PHRASE: &str = "oak river seven lamp";

/// Tells the server what a person can see: as soon as the page is back, and at each frame from then on.
const WATCH: &str = "let last = '';
    const see = when => {
        const main = document.querySelector('main[data-screen]');
        const seen = main?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        const asks = ['gate', 'items'].includes(main?.dataset.screen);
        const at = asks ? main.querySelector('fieldset[data-item]')?.dataset.item : main?.dataset.screen;
        const field = asks ? ':checked' : '[type=text]';
        const chosen = main?.querySelector(`input${field}`)?.value ?? '';
        const now = `${when}-${seen ? `${at}${chosen && '-'}${chosen}` : 'nothing'}`;
        const moment = Math.round(performance.timeOrigin + performance.now());
        if (now !== last) navigator.sendBeacon(`told/${moment}/${last = now}/seen`);
    };
    const frame = () => {
        see('frame');
        requestAnimationFrame(frame);
    };
    addEventListener('pageshow', event => {
        see(event.persisted ? 'restored' : 'loaded');
        requestAnimationFrame(frame);
    });
    document.addEventListener('visibilitychange', () => document.hidden || see('first'));";

/// Starts with another page beside ours.
fn start(engine: Engine) -> Page {
    let page = Setup::default().engine(engine).start();
    let answers = [
        (
            "/other",
            "<!doctype html><title>other</title><link rel=\"icon\" href=\"data:,\">",
        ),
        ("/seen", ""),
    ];
    for (ending, text) in answers {
        let content_type = "text/html".to_owned();
        let bytes = text.as_bytes().to_vec();
        page.server().fail(
            ending,
            Fault::Wrong {
                content_type,
                bytes,
            },
        );
    }
    page.before_each_load(WATCH);
    page
}

/// Begins a check-in and goes on in it up to a place, all by script: Firefox does not hold a page in its memory that was
/// pressed by its driver.
fn begin(page: &Page, keep: &str, story: &Story, until: &str) {
    page.open();
    page.ready();
    // With the later part on its way no engine would hold the page either.
    page.whole();
    page.answer_at_once("keep", keep);
    page.hurry(story, until);
}

/// Sees that the engine held the page in its memory each time the journey came back to it. That is for the engine to
/// choose, and Firefox chooses otherwise now and then: then the journey is begun anew.
fn held_once(engine: Engine, journey: impl Fn(&Page) -> Option<()>) {
    const TRIES: usize = 4;
    let held = (0..TRIES).any(|_| journey(&start(engine)).is_some());
    assert!(held, "{engine:?} held the page in its memory");
}

/// Leaves for the other page, does something there, and comes back. Says what could be seen then, in order, up to the
/// last, which is waited for; none where the engine did not hold the page.
fn go_and_come_back(page: &Page, meanwhile: &str, last: &str) -> Option<Vec<String>> {
    page.settle();
    // With a request on its way Firefox would not hold the page.
    std::thread::sleep(Duration::from_millis(300));
    page.go(&format!("{}other", page.server().url()));
    page.run(meanwhile, &json!([]));
    // Nothing that was told before still comes.
    page.settle();
    let before = seen(page).len();
    page.back();
    let is_there = || {
        let seen = seen(page).split_off(before);
        was_loaded(&seen) || seen.last().is_some_and(|seen| seen == last)
    };
    let begun = Instant::now();
    while !is_there() && begun.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(50));
    }
    // All that may still come.
    std::thread::sleep(Duration::from_millis(300));
    let seen = seen(page).split_off(before);
    if was_loaded(&seen) {
        return None;
    }
    assert_eq!(seen.last().map(String::as_str), Some(last), "{seen:?}");
    assert!(
        seen.iter().any(|seen| seen.starts_with("restored")),
        "{:?} held the page in its memory: {seen:?}",
        page.engine()
    );
    Some(seen)
}

/// Whether what came first was a page loaded anew.
fn was_loaded(seen: &[String]) -> bool {
    seen.first()
        .is_some_and(|first| first.starts_with("loaded"))
}

/// What could be seen, in the order of time.
fn seen(page: &Page) -> Vec<String> {
    let asked = page.server().requests().into_iter();
    let told = asked.filter_map(|asked| {
        let told = asked.path.strip_suffix("/seen")?;
        let (moment, seen) = told.split_once("told/")?.1.split_once('/')?;
        Some((moment.to_owned(), seen.to_owned()))
    });
    let mut told: Vec<_> = told.collect();
    told.sort_by(|(one, _), (other, _)| one.cmp(other));
    told.into_iter().map(|(_, seen)| seen).collect()
}

/// Whether the driver still reaches a page that came back from memory: that of `WebKit` waits for ever. Only what the
/// page tells the server can be looked at there.
fn is_in_reach(page: &Page) -> bool {
    page.engine() != Engine::WebKit
}

/// Nothing of the check-in could be seen, but for the screen on which it ended.
fn see_nothing_before(seen: &[String], end: &str) {
    let is_right = |seen: &&String| seen.ends_with("-nothing") || seen.ends_with(end);
    let wrong = seen.iter().find(|seen| !is_right(seen));
    assert_eq!(wrong, None, "{seen:?}");
}

fn a_check_in_goes_on_where_it_was_left(engine: Engine) {
    for keep in ["keep", "none"] {
        held_once(engine, |page| {
            let story = Story::without_cards();
            begin(page, keep, &story, "E3");
            page.answer_at_once("E3", "4");
            go_and_come_back(page, "", "frame-E3-4")?;
            if !is_in_reach(page) {
                return Some(());
            }
            page.hurry(&story, "result-full");
            go_and_come_back(page, "", "frame-result-full")?;
            assert_eq!(page.shown("overall"), story.shown("overall"));
            let is_kept = page.words().contains("is kept in this browser");
            assert_eq!(is_kept, keep == "keep");
            page.press_at_once("settings");
            page.see_screen("settings");
            page.see_no_complaint();
            Some(())
        });
    }
}

fn what_is_written_in_a_tool_still_stands_there(engine: Engine) {
    held_once(engine, |page| {
        begin(page, "keep", &Story::without_cards(), "result-full");
        page.press_at_once("plan");
        page.see_screen("plan");
        let write = "const field = document.querySelector('main input[type=text]');
        field.value = 'walk';
        field.dispatchEvent(new Event('input', { bubbles: true }));";
        page.run(write, &json!([]));
        let seen = go_and_come_back(page, "", "frame-plan-walk")?;
        assert!(!seen.is_empty());
        Some(())
    });
}

fn what_is_locked_is_asked_for_again_and_not_shown(engine: Engine) {
    held_once(engine, |page| {
        begin(page, "keep", &Story::with_every_card(), "result-short");
        page.press_at_once("settings");
        page.see_screen("settings");
        page.write("lock-phrase", PHRASE);
        page.press_at_once("lock");
        page.wait("the lock to be set", || {
            page.words().contains("The lock is set.").then_some(())
        });
        page.press_at_once("back");
        page.see_place("result-short");
        let seen = go_and_come_back(page, "", "frame-locked")?;
        see_nothing_before(&seen, "-locked");
        if is_in_reach(page) {
            page.write("unlock-secret", PHRASE);
            page.press_at_once("unlock");
            page.see_place("result-short");
            assert!(page.shows("main"));
            page.see_no_complaint();
        }
        Some(())
    });
}

/// Everything deleted by another tab, which a page that is not shown does not hear.
fn what_was_deleted_meanwhile_is_not_shown(engine: Engine) {
    held_once(engine, |page| {
        begin(page, "keep", &Story::with_every_card(), "U5");
        let seen = go_and_come_back(page, "localStorage.clear();", "frame-welcome")?;
        see_nothing_before(&seen, "-welcome");
        if is_in_reach(page) {
            assert!(!page.words().contains("Go on with my check-in"));
            assert_eq!(page.stored(), Stored::new());
            page.see_no_complaint();
        }
        Some(())
    });
}

fn a_lock_set_meanwhile_is_asked_for_and_nothing_shown(engine: Engine) {
    held_once(engine, |page| {
        begin(page, "keep", &Story::with_every_card(), "U5");
        let set = "localStorage.setItem('rc-lock', '{}');";
        let seen = go_and_come_back(page, set, "frame-locked")?;
        see_nothing_before(&seen, "-locked");
        Some(())
    });
}

fn what_another_tab_stored_meanwhile_is_what_is_shown(engine: Engine) {
    held_once(engine, |page| {
        let story = Story::without_cards();
        begin(page, "keep", &story, "E3");
        page.answer_at_once("E3", "4");
        let there = json!(page.stored());
        page.hurry(&story, "M1");
        let put = format!(
            "for (const [key, text] of Object.entries({there})) localStorage.setItem(key, text);"
        );
        let seen = go_and_come_back(page, &put, "frame-E3-4")?;
        see_nothing_before(&seen, "-E3-4");
        if is_in_reach(page) {
            page.hurry(&story, "result-short");
            assert!(page.words().contains("is kept in this browser"));
            page.see_no_complaint();
        }
        Some(())
    });
}
