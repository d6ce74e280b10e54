//! A save cut off half way, a clock that is wrong, everything deleted and brought back: what was kept is still there.

use e2e::{Engine, Page, Setup, Story};
use serde_json::json;

e2e::in_each_engine! {
    what_is_cleared_midway_is_told_and_kept_again_when_asked,
    killed_between_any_two_steps_of_a_save_the_check_in_is_as_before_or_after,
    a_clock_set_back_or_years_ahead_loses_nothing,
    taken_along_deleted_and_brought_back_the_same_bytes_are_stored,
}

/// After so many changes of storage nothing more is done, as when the page is killed.
const KILLED_AFTER: &str = "let left = sessionStorage.getItem('left');
    if (left !== null) for (const name of ['setItem', 'removeItem']) {
        const change = Storage.prototype[name];
        Storage.prototype[name] = function (...entry) {
            if (left-- > 0) return change.apply(this, entry);
        };
    }";

fn killed_between_any_two_steps_of_a_save_the_check_in_is_as_before_or_after(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    let story = Story::without_cards();
    page.before_each_load(KILLED_AFTER);
    page.open();
    // 2 for the probe, then the answer and going on: an entry, the mark that it is open, the mark of leaving.
    let apart = if engine == Engine::Chromium { 1 } else { 3 };
    for steps in (0..12).step_by(apart) {
        page.run("sessionStorage.clear();", &json!([]));
        page.open_with_stored(&[]);
        page.answer("keep", "keep");
        page.hurry(&story, "E3");
        let set = format!("sessionStorage.setItem('left', {steps});");
        page.run(&set, &json!([]));
        page.reload();
        page.ready();
        page.see_place("E3");
        page.answer("E3", "4");
        page.go_on();
        page.run("sessionStorage.clear();", &json!([]));
        page.reload();
        page.ready();
        let place = page.place();
        assert!(["E3", "E4"].contains(&place.as_str()), "{steps}: {place}");
        if place == "E4" {
            assert_eq!(page.leave_by("back"), "E3");
            assert_eq!(page.chosen(), ["4"], "{steps}");
        }
        page.see_no_complaint();
    }
}

/// A clock that is off by so many days.
fn clock(days: i64) -> String {
    format!(
        "const Real = Date, off = {days} * 864e5;
        Date = class extends Real {{
            constructor(...given) {{ given.length ? super(...given) : super(Real.now() + off); }}
            static now() {{ return Real.now() + off; }}
        }};"
    )
}

fn a_clock_set_back_or_years_ahead_loses_nothing(engine: Engine) {
    let story = Story::with_every_card();
    let off: &[i64] = match engine {
        Engine::Chromium => &[-20_000, -400, -1, 400, 36_500],
        Engine::Firefox | Engine::WebKit => &[-400, 36_500],
    };
    for days in off {
        let page = Setup::default().engine(engine).start();
        page.begin(Some("keep"));
        page.hurry(&story, "E3");
        let kept = page.stored();
        page.before_each_load(&clock(*days));
        page.reload();
        page.ready();
        let ours = |stored: e2e::stored::Stored| {
            let mut ours = stored;
            ours.retain(|key, _| key.starts_with("rc-checkin-"));
            ours
        };
        assert_eq!(ours(page.stored()), ours(kept), "{days}");
        if page.place() == "welcome" {
            page.answer("keep", "keep");
        }
        page.hurry(&story, "result-full");
        assert_eq!(page.cards(), ["A1", "A2", "A3", "A4", "A5"], "{days}");
        page.reload();
        page.ready();
        page.see_place("result-full");
        page.see_no_complaint();
    }
}

fn taken_along_deleted_and_brought_back_the_same_bytes_are_stored(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    page.begin(Some("keep"));
    page.hurry(&Story::with_every_card(), "result-full");
    page.press("plan");
    page.see_screen("plan");
    page.press("back");
    page.see_place("result-full");
    page.press("settings");
    page.see_screen("settings");
    let before = page.stored();
    assert!(before.contains_key("rc-plan"));
    page.run(
        "const make = URL.createObjectURL;
        URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return make(blob); };",
        &json!([]),
    );
    page.press("export-json");
    let saved = page.wait("the file", || {
        let saved = page.run("return window.saved ?? null;", &json!([]));
        saved.as_str().map(str::to_owned)
    });
    page.ask("delete-all");
    page.press("delete-all");
    page.wait("nothing to be kept", || {
        page.traces().is_empty().then_some(())
    });
    page.bring_in(&saved);
    page.wait("everything to be back", || {
        let mut after = page.stored();
        let mut before = before.clone();
        // A mark for the boot script, written again when the page is opened.
        before.remove("rc-open");
        after.remove("rc-open");
        (after == before).then_some(())
    });
}

/// By the browser itself in Chromium. No driver of the others can ask for that: there another page of the site does it.
fn clear(page: &Page) {
    if page.engine() == Engine::Chromium {
        let all =
            json!({ "origin": page.server().url().trim_end_matches('/'), "storageTypes": "all" });
        page.devtools("Storage.clearDataForOrigin", &all);
    } else {
        let first = page.open_tab();
        page.go(&format!("{}icon.svg", page.server().url()));
        page.run("localStorage.clear();", &json!([]));
        page.go_to_tab(&first);
    }
}

fn what_is_cleared_midway_is_told_and_kept_again_when_asked(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    let story = Story::with_every_card();
    page.begin(Some("keep"));
    page.hurry(&story, "E4");
    clear(&page);
    page.hurry(&story, "M1");
    page.wait("the word that it is gone", || {
        page.words()
            .contains("What was kept of this is gone")
            .then_some(())
    });
    page.hurry(&story, "result-full");
    assert_eq!(page.shown("overall"), story.shown("overall"));
    assert_eq!(
        page.traces(),
        Vec::<String>::new(),
        "nothing comes back unasked"
    );
    assert!(!page.words().contains("is kept in this browser"));
    page.press_at_once("settings");
    page.see_screen("settings");
    assert!(page.words().contains("check-ins 0"), "{}", page.words());
    page.press_at_once("back");
    page.see_place("result-full");
    page.press_named("keep-again");
    page.wait("it to be kept again", || {
        page.words()
            .contains("This check-in is kept in this browser.")
            .then_some(())
    });
    page.reload();
    page.ready();
    page.see_place("result-full");
    page.see_no_complaint();
}
