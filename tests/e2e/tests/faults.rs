//! The program breaks at each kind of event, in a build made for that: the static help with crisis lines takes its place
//! at once, nothing that was kept is lost, and there is a way back to it.

use e2e::{Page, Setup, Story};
use recovery_check::domain::date::Day;
use recovery_check::domain::plan::Plan;
use recovery_check::session::{Event, Planned, Reflected};
use recovery_check::storage::own;
use serde_json::json;

/// Where a person stands when it breaks.
#[derive(Clone, Copy)]
enum Place {
    /// On a first visit.
    First,
    /// At the third question, with a check-in that is kept.
    Question,
    /// Before the last question about the same answer everywhere.
    SameAnswer,
    /// At the result that follows the short way.
    Short,
    /// At the whole result.
    Whole,
    /// At the whole result after a return to use.
    Used,
    /// At the whole result, with the plan that was made a week before.
    Planned,
    /// At the short result of a check-in that is not kept.
    Unkept,
}

/// A kind of event, as the program names it, and what a person or another tab does to bring it about.
struct Case {
    pattern: &'static str,
    place: Place,
    act: fn(&Page),
}

/// Makes the cases, and a match without a rest: a kind of event that has no case does not compile.
macro_rules! cases {
    ($($pattern:pat => $place:ident, $act:expr;)*) => {
        const CASES: &[Case] =
            &[$(Case { pattern: stringify!($pattern), place: Place::$place, act: $act },)*];
        const _: fn(&Event) = |event| match event { $($pattern => (),)* };
    };
}

cases! {
    Event::ChoseKeep(..) => First, |page| page.answer("keep", "keep");
    Event::Started { .. } => First, |page| page.press("start");
    Event::ChoseRegion(..) => First, |page| page.choose("region", "uk");
    Event::ChoseDiscreet(..) => Whole, |page| {
        page.press("settings");
        page.see_screen("settings");
        page.press_label("discreet-switch");
    };
    Event::RepliedGate(..) => First, |page| {
        page.press("start");
        page.answer("Q1", "no");
    };
    Event::Saved { .. } => First, |page| {
        page.answer("keep", "keep");
        page.press("start");
    };
    Event::Replied(..) => Question, |page| page.answer("E3", "2");
    Event::Continued => Question, |page| page.press("continue");
    Event::WentBack => Question, |page| page.press("back");
    Event::LookedAgain => SameAnswer, |page| click(page, "main .rc-button--secondary");
    Event::Finished => Short, |page| page.press("finish");
    Event::Picked(..) => Whole, |page| click(page, "[id^=pick-]");
    Event::Opened(..) => Whole, |page| page.press("settings");
    Event::BeganAnew => Whole, |page| page.press("new");
    Event::Discarded => Whole, |page| delete(page, "discard");
    Event::DeletedAll => Whole, delete_all;
    Event::Deleted(..) => Whole, delete_all;
    Event::Planned(Planned::Made) => Whole, |page| {
        open_plan(page);
        click(page, "#ask-anew");
        click(page, "#asked-anew ~ p button");
    };
    Event::Planned(Planned::Added(..)) => Whole, |page| {
        open_plan(page);
        click(page, "#ask-remove-0");
        click(page, ".rc-idea button");
    };
    Event::Planned(Planned::Swapped(..)) => Whole, |page| {
        open_plan(page);
        click(page, "#ask-swap-0");
    };
    Event::Planned(Planned::Removed(..)) => Whole, |page| {
        open_plan(page);
        click(page, "#ask-remove-0");
    };
    Event::Planned(Planned::Cued(..)) => Whole, |page| {
        open_plan(page);
        fill(page, ":is(input, textarea)[id^=cue-]", "my boss shouts");
    };
    Event::Planned(Planned::Acted(..)) => Whole, |page| {
        open_plan(page);
        fill(page, ":is(input, textarea)[id^=action-]", "go out");
    };
    Event::Planned(Planned::Asked(..)) => Whole, |page| {
        open_plan(page);
        fill(page, ":is(input, textarea)[id^=who-]", "Sam");
    };
    Event::Planned(Planned::Timed(..)) => Whole, |page| {
        open_plan(page);
        fill(page, ":is(input, textarea)[id^=day-]", "2031-01-02");
    };
    Event::Planned(Planned::Ticked(..)) => Whole, |page| {
        open_plan(page);
        click(page, "main input[type=checkbox]");
    };
    Event::Planned(Planned::Learned(..)) => Planned, |page| click(page, "[id$=-not_for_me]");
    Event::Planned(Planned::Kept) => Unkept, |page| {
        open_plan(page);
        page.press("keep");
    };
    Event::Planned(Planned::Discarded) => Whole, |page| {
        open_plan(page);
        delete(page, "discard");
    };
    Event::Reflected(Reflected::Began { .. }) => Used, |page| page.press("reflect");
    Event::Reflected(Reflected::Chose(..)) => Used, |page| {
        reflect(page, 1);
        click(page, "[data-item=before] input");
    };
    Event::Reflected(Reflected::Wrote(..)) => Used, |page| {
        reflect(page, 1);
        fill(page, "main textarea", "a long day");
    };
    Event::Reflected(Reflected::Kept) => Used, |page| {
        reflect(page, 6);
        page.press("keep");
    };
    Event::Reflected(Reflected::Discarded(..)) => Used, |page| {
        reflect(page, 6);
        page.press("keep");
        page.press("discard");
    };
    Event::Reflected(Reflected::Closed) => Used, |page| {
        reflect(page, 6);
        page.press("plan");
    };
    Event::Noted(..) => Whole, write_a_note;
    Event::KeptNotebook(..) => Whole, |page| {
        write_a_note(page);
        page.press_named("delete-notebook");
    };
    Event::Imported(..) => Whole, import;
    Event::NotStored { .. } => Whole, import;
    Event::KeptAgain(..) => Question, |page| {
        tell(page, "localStorage.clear();", "null", "null");
        page.press_named("keep-again");
    };
    Event::Parted { .. } => Question, |page| {
        page.run(
            "const key = Object.keys(localStorage).find(key => key.startsWith('rc-checkin-'));
            localStorage[key] = localStorage[key].replace('\"pick\":null', '\"pick\":\"coping\"');",
            &json!([]),
        );
        page.answer("E3", "2");
    };
    Event::CameElsewhere { .. } => Question, |page| {
        tell(
            page,
            "const key = Object.keys(localStorage).find(key => key.startsWith('rc-checkin-'));
            localStorage['rc-checkin-00000000000000ff'] = localStorage[key];",
            "'rc-checkin-00000000000000ff'",
            "'1'",
        );
    };
    Event::WentElsewhere { .. } => Question, |page| {
        tell(page, "localStorage.clear();", "null", "null");
    };
    Event::DeletedElsewhere => Question, |page| tell(page, "", "'rc-deleted'", "'1'");
    Event::Lock(..) => Whole, set_lock;
    Event::Loaded { .. } => Whole, |page| {
        strike(page, "");
        set_lock(page);
        page.wait("the lock", || {
            page.words().contains("The lock is set.").then_some(())
        });
        page.reload();
        page.ready();
        page.see_screen("locked");
        strike(page, "Loaded");
        page.write("unlock-secret", "oak river seven lamp");
        page.press("unlock");
    };
}

impl Case {
    /// `Planned(Cued` of `Event::Planned(Planned::Cued(..))`: how the event begins when it is written out.
    fn kind(&self) -> String {
        let whole = self.pattern.replace(' ', "");
        let begin = whole.split(['{', '.']).next().unwrap_or_default();
        let names = begin.trim_end_matches(['(', ')']).split('(');
        let names = names.map(|name| name.rsplit(':').next().unwrap_or_default());
        names.collect::<Vec<_>>().join("(")
    }

    /// Events that come after something was removed from storage.
    fn comes_after_removal(&self) -> bool {
        let removed = ["Deleted", "WentElsewhere", "KeptAgain"];
        removed.contains(&self.kind().as_str())
    }
}

fn go_to(page: &Page, place: Place) {
    let today = page.today();
    let story = Story::without_cards();
    let at = |name| page.come_back_to(&story.at(name, today), &[]);
    match place {
        Place::First => page.open_with_stored(&[]),
        Place::Question => at("E3"),
        Place::SameAnswer => {
            let same = story.every_item("1").at("same-answer", today);
            page.come_back_to(&same, &[]);
        }
        Place::Short => at("result-short"),
        Place::Whole => at("result-full"),
        Place::Used => {
            let used = Story::with_every_card().at("result-full", today);
            page.come_back_to(&used, &[]);
        }
        Place::Planned => {
            let before = Day::new(today.number() - 7).expect("a day");
            let mut past = story.at("result-full", before);
            past.open = false;
            let plan = Plan::default().for_check_in(past.id, past.begun.day, &past.result());
            let plan = own::encode_plan(&plan);
            page.come_back_with(
                &story.at("result-full", today),
                &[past],
                &[("rc-plan", &plan)],
            );
        }
        Place::Unkept => {
            page.open_with_stored(&[]);
            page.begin(None);
            page.hurry(&story, "result-short");
        }
    }
}

fn strike(page: &Page, kind: &str) {
    page.run(
        "document.documentElement.dataset.rcFault = arguments[0];",
        &json!([kind]),
    );
}

fn delete(page: &Page, action: &str) {
    page.ask(action);
    page.press(action);
}

fn delete_all(page: &Page) {
    page.press("settings");
    page.see_screen("settings");
    delete(page, "delete-all");
}

fn set_lock(page: &Page) {
    page.press("settings");
    page.see_screen("settings");
    page.write("lock-phrase", "oak river seven lamp");
    page.press("lock");
}

fn write_a_note(page: &Page) {
    page.press("tools");
    page.see_screen("tools");
    page.run(
        "[...document.querySelectorAll('main button')].find(b => b.innerText.includes('Reach out')).click();",
        &json!([]),
    );
    fill(page, "main textarea", "Sam");
}

fn click(page: &Page, selector: &str) {
    page.see(selector);
    let script = "document.querySelector(arguments[0]).click();";
    page.run(script, &json!([selector]));
}

fn fill(page: &Page, selector: &str, text: &str) {
    page.see(selector);
    let script = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.run(script, &json!([selector, text]));
}

fn open_plan(page: &Page) {
    page.press("plan");
    page.see_screen("plan");
}

/// Opens the reflection and goes on so many pages.
fn reflect(page: &Page, pages: usize) {
    page.press("reflect");
    page.see_screen("reflect");
    for _ in 0..pages {
        let before = page.text("h1");
        page.press("continue");
        page.wait("the next page", || {
            (page.text("h1") != before).then_some(())
        });
    }
}

fn import(page: &Page) {
    let file = include_str!("../../data/sample-export.json");
    page.press("settings");
    page.see_screen("settings");
    page.bring_in(file);
}

/// What another tab does, and how the browser tells of it.
fn tell(page: &Page, does: &str, key: &str, value: &str) {
    let told = format!(
        "{does} dispatchEvent(new StorageEvent('storage',
            {{ key: {key}, newValue: {value}, storageArea: localStorage }}));"
    );
    page.run(&told, &json!([]));
}

fn break_at(page: &Page, case: &Case) {
    let kind = case.kind();
    go_to(page, case.place);
    let before = page.stored();
    strike(page, &kind);
    (case.act)(page);
    page.wait(&format!("the static help at {kind}"), || {
        page.has("html[data-rc-failed]").then_some(())
    });
    page.see_screen("failed");
    assert!(
        page.shows("main a[href=\"tel:988\"]"),
        "{kind}: crisis lines"
    );
    assert_eq!(page.dead_buttons(), Vec::<String>::new(), "{kind}");
    if !case.comes_after_removal() {
        let after = page.stored();
        for key in before.keys() {
            assert!(after.contains_key(key), "{kind}: {key} is gone");
        }
    }
    page.reload();
    page.ready();
    assert_ne!(page.screen(), "failed", "{kind}");
    assert!(!page.words().contains("not readable"), "{kind}");
}

fn break_at_each(cases: &[Case]) {
    let page = Setup::default().faulty().start();
    page.open();
    for case in cases {
        break_at(&page, case);
    }
}

/// In two browsers, so that it takes half the time.
#[test]
fn broken_at_any_event_the_page_gives_help_and_loses_nothing() {
    let (one, other) = CASES.split_at(CASES.len() / 2);
    std::thread::scope(|scope| {
        scope.spawn(|| break_at_each(one));
        break_at_each(other);
    });
}
