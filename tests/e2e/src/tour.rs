//! Owns the tour: every screen in every state worth looking at, each reached in one step.

use recovery_check::domain::check_in::CheckIn;
use recovery_check::domain::date::Day;
use recovery_check::domain::plan::Plan;
use recovery_check::storage::own;
use serde_json::json;

use crate::page::Page;
use crate::story::Story;

/// One state of one screen.
#[derive(Clone, Copy)]
pub struct Stop {
    /// Its name, for messages and pictures.
    pub name: &'static str,
    /// Goes there.
    pub go: fn(&Page),
}

/// Every stop.
pub const STOPS: &[Stop] = &[
    stop("welcome", |page| page.open_with_stored(&[])),
    stop("welcome-under-way", |page| {
        come_back(page, &Story::without_cards(), "E2", 3);
        page.see_screen("welcome");
    }),
    stop("welcome-with-unreadable-entries", |page| {
        page.open_with_stored(&[
            ("rc-checkin-00000000000000aa", "{\"v\":1,"),
            ("rc-checkin-00000000000000bb", "{\"v\":2}"),
        ]);
        page.answer("keep", "keep");
    }),
    stop("gate-one-answer", |page| at(page, &Story::default(), "Q1")),
    stop("gate-with-long-words", |page| at(page, &quiet(), "Q3")),
    stop("gate-several-answers", |page| {
        at(page, &Story::default().tell("U1", &["week"]), "U3");
        page.answer("U3", "opioids");
    }),
    stop("gate-not-answered", |page| {
        at(page, &Story::default(), "Q1");
        page.press("continue");
        open_all(page);
    }),
    stop("gate-self-harm", |page| at(page, &quiet(), "Q2")),
    stop("cards", |page| {
        at(page, &Story::with_every_card(), "Q2-cards");
    }),
    stop("cards-in-another-place", |page| {
        at(page, &Story::with_every_card(), "Q2-cards");
        choose_region(page, "other");
    }),
    stop("item-first", |page| at(page, &quiet(), "E1")),
    stop("item", |page| {
        at(page, &quiet(), "M2");
        page.answer("M2", "2");
        open_all(page);
    }),
    stop("item-not-answered", |page| {
        at(page, &Story::default(), "M3");
        page.press("continue");
    }),
    stop("item-of-factors", |page| at(page, &quiet(), "T1")),
    stop("item-of-wellness", |page| at(page, &quiet(), "W2")),
    stop("same-answer", |page| {
        at(page, &quiet().every_item("2"), "same-answer");
    }),
    stop("same-answer-never", |page| {
        at(page, &quiet().every_item("0"), "same-answer-all");
    }),
    stop("result-use", |page| {
        short(page, quiet().tell("U1", &["today"]).tell("U2", &["1"]));
    }),
    stop("result-physical", |page| {
        short(page, quiet().items('P', "331100"));
    }),
    stop("result-mental", |page| {
        short(page, quiet().items('P', "000000").items('M', "222224"));
    }),
    stop("result-emotional", |page| {
        short(
            page,
            quiet()
                .items('E', "333133")
                .items('M', "000004")
                .items('P', "000000"),
        );
    }),
    stop("result-few", |page| {
        short(
            page,
            quiet()
                .items('E', "101400")
                .items('M', "000004")
                .items('P', "100000"),
        );
    }),
    stop("result-unclear", |page| {
        short(page, Story::default().items('E', "ssssss"));
    }),
    stop("result-cards-first", |page| {
        short(page, Story::default().tell("Q2", &["might_act"]));
    }),
    stop("result-with-every-card", |page| {
        short(page, Story::with_every_card());
    }),
    stop("result-full", |page| {
        full(page, &Story::without_cards());
        open_all(page);
    }),
    stop("result-full-with-own-pick", |page| {
        full(page, &Story::with_every_card());
        open_all(page);
        page.answer("pick", "environment");
    }),
    stop("result-full-of-nothing", |page| {
        full(page, &Story::default().tell("T1", &["skip"]));
        open_all(page);
        page.ask("discard");
    }),
    stop("result-full-with-change", |page| {
        let past = Story::with_mixed_items()
            .items('E', "000400")
            .items('L', "440");
        let past = put_away(past.at("result-full", days_ago(page, 9)));
        let now = Story::without_cards().at("result-full", page.today());
        page.come_back_to(&now, &[past]);
        page.see_screen("result-full");
        open_all(page);
    }),
    stop("plan", |page| {
        full(page, &Story::with_mixed_items());
        beside(page, "plan");
        open_all(page);
    }),
    stop("plan-with-every-card", |page| {
        full(page, &Story::with_every_card());
        beside(page, "plan");
    }),
    stop("plan-asks-how-it-went", |page| {
        let past = put_away(Story::with_mixed_items().at("result-full", days_ago(page, 9)));
        let plan = Plan::default().for_check_in(past.id, past.begun.day, &past.result());
        let now = Story::with_mixed_items().at("result-full", page.today());
        page.come_back_with(&now, &[past], &[("rc-plan", &own::encode_plan(&plan))]);
        page.see_screen("result-full");
        beside(page, "plan");
    }),
    stop("reflect-start", |page| reflect(page, 0)),
    stop("reflect-before", |page| reflect(page, 1)),
    stop("reflect-end", |page| reflect(page, 6)),
    stop("tools", |page| {
        page.open_with_stored(&[]);
        beside(page, "tools");
    }),
    stop("tool-breathing", |page| tool(page, "breathing")),
    stop("tool-urge-surfing", |page| tool(page, "urge_surfing")),
    stop("tool-grounding", |page| tool(page, "grounding")),
    stop("tool-wait-and-leave", |page| tool(page, "wait_and_leave")),
    stop("tool-halt", |page| tool(page, "halt")),
    stop("tool-look-ahead", |page| tool(page, "look_ahead")),
    stop("tool-costs-and-gains", |page| tool(page, "costs_and_gains")),
    stop("tool-reach-out", |page| tool(page, "reach_out")),
    stop("tool-people-and-joys", |page| tool(page, "people_and_joys")),
    stop("tool-sleep-and-food", |page| tool(page, "sleep_and_food")),
    stop("learn", |page| {
        full(page, &Story::with_mixed_items());
        beside(page, "learn");
        open_all(page);
    }),
    stop("history-of-one", |page| {
        full(page, &Story::with_mixed_items());
        beside(page, "history");
        open_all(page);
    }),
    stop("history", |page| {
        history(page);
        open_all(page);
    }),
    stop("history-as-tables", |page| {
        history(page);
        let script = "for (const table of document.querySelectorAll('main input[type=radio]:not(:checked)')) table.click();";
        page.run(script, &json!([]));
    }),
    stop("past", |page| {
        history(page);
        page.run(
            "document.querySelectorAll('.rc-moment__open')[1].click();",
            &json!([]),
        );
        page.see_screen("past");
        open_all(page);
    }),
    stop("summary", |page| {
        history(page);
        beside(page, "settings");
        page.press("summary");
        page.see_screen("summary");
        open_all(page);
    }),
    stop("help", |page| help(page, "us")),
    stop("help-uk", |page| help(page, "uk")),
    stop("help-spain", |page| help(page, "es")),
    stop("help-in-another-place", |page| help(page, "other")),
    stop("settings", |page| {
        page.open_with_stored(&[]);
        page.press("settings");
        page.see_screen("settings");
    }),
    stop("settings-before-deleting", |page| {
        come_back(page, &Story::without_cards(), "E2", 3);
        page.press("settings");
        page.see_screen("settings");
        page.ask("delete-all");
    }),
    stop("settings-with-a-lock", |page| {
        set_lock(page);
        page.click_summary();
    }),
    stop("locked", |page| {
        set_lock(page);
        page.reload();
        page.ready();
        page.see_screen("locked");
        page.write("unlock-secret", "not this one");
        page.press("unlock");
        page.see(".rc-notice--sun");
        page.click_summary();
    }),
    stop("failed", |page| {
        page.open_with_stored(&[]);
        page.run("rcBoot.fail();", &json!([]));
        page.see("html[data-rc-failed]");
    }),
];

/// A lock just set, with its recovery code on show.
fn set_lock(page: &Page) {
    page.open_with_stored(&[]);
    page.press("settings");
    page.see_screen("settings");
    page.write("lock-phrase", "oak river seven lamp");
    page.press_label("lock-code");
    page.press("lock");
    page.see(".rc-code");
}

const fn stop(name: &'static str, go: fn(&Page)) -> Stop {
    Stop { name, go }
}

fn quiet() -> Story {
    Story::without_cards()
}

fn days_ago(page: &Page, days: u32) -> Day {
    let today = page.today();
    Day::new(today.number() - days).unwrap_or(today)
}

fn put_away(mut check_in: CheckIn) -> CheckIn {
    check_in.open = false;
    check_in
}

fn come_back(page: &Page, story: &Story, place: &str, days: u32) {
    page.come_back_to(&story.at(place, days_ago(page, days)), &[]);
}

fn at(page: &Page, story: &Story, place: &str) {
    come_back(page, story, place, 0);
    page.wait(&format!("the way to {place}"), || {
        (page.screen() != "welcome").then_some(())
    });
}

fn short(page: &Page, story: Story) {
    at(page, &story, "result-short");
    page.see_screen("result-short");
}

fn full(page: &Page, story: &Story) {
    at(page, story, "result-full");
    page.see_screen("result-full");
}

/// Opens a screen beside the check-in.
fn beside(page: &Page, name: &str) {
    page.press(name);
    page.see_screen(name);
}

/// The reflection after use, so many pages on.
fn reflect(page: &Page, pages: usize) {
    short(page, quiet().tell("U1", &["today"]).tell("U2", &["1"]));
    beside(page, "reflect");
    for _ in 0..pages {
        let before = page.text("h1");
        page.press("continue");
        page.wait("the next page", || {
            (page.text("h1") != before).then_some(())
        });
    }
}

/// Four check-ins over a year, one with use and one with every card.
fn history(page: &Page) {
    let past = [
        (Story::with_mixed_items(), 300),
        (Story::with_every_card(), 60),
        (quiet().tell("U1", &["week"]).tell("U2", &["1"]), 20),
    ];
    let past = past.map(|(story, days)| put_away(story.at("result-full", days_ago(page, days))));
    let now = Story::with_mixed_items().at("result-full", page.today());
    page.come_back_to(&now, &past);
    page.see_screen("result-full");
    beside(page, "history");
}

fn tool(page: &Page, code: &str) {
    page.open_with_stored(&[]);
    beside(page, "tools");
    page.run(
        &format!("document.querySelector('[data-tool={code}]').click();"),
        &json!([]),
    );
    page.see(&format!("main[data-part={code}]"));
    open_all(page);
}

fn help(page: &Page, region: &str) {
    page.open_with_stored(&[]);
    page.press("help");
    page.see_screen("help");
    page.choose("region", region);
}

/// Cards have no list of countries: one goes to the help lines and back.
fn choose_region(page: &Page, region: &str) {
    page.press("help");
    page.see_screen("help");
    page.choose("region", region);
    page.press("back");
    page.see_screen("gate");
}

/// Opens everything that is folded away.
fn open_all(page: &Page) {
    let script = "for (const more of document.querySelectorAll('main details')) more.open = true;";
    page.run(script, &json!([]));
}
