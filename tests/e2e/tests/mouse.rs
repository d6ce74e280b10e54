//! A whole check-in with a pointer: every question is answered by pressing its tile.

use e2e::{Page, Setup, Story};

const GATES: [&str; 10] = ["Q1", "G1", "U1", "U2", "U5", "U3", "U4", "Q3", "Q4", "Q2"];
const AREAS: [&str; 3] = ["emotional", "mental", "physical"];
const FACTORS: [&str; 6] = [
    "triggers",
    "support",
    "mental_health",
    "coping",
    "environment",
    "trauma",
];
const DOMAINS: [&str; 4] = ["health", "functioning", "relationships", "resilience"];

#[test]
fn a_whole_check_in_brings_every_card_and_asks_nobody() {
    let story = Story::with_every_card();
    let page = Setup::default().start();
    page.open();
    page.ready();
    assert!(
        !page.has("fieldset[data-item=\"keep\"] input:checked"),
        "nothing is preselected"
    );
    page.see_quiet_network();
    let asked = page.requests();
    let served = page.server().requests();

    page.press("start");
    page.see_place("Q1");
    let brought = GATES.map(|gate| answer_gate(&page, &story, gate));
    let brought: Vec<_> = brought.into_iter().flatten().collect();
    let expected = [
        ("Q1", vec!["A1"]),
        ("U3", vec!["A1", "A2"]),
        ("Q3", vec!["A1", "A2", "A4"]),
        ("Q4", vec!["A1", "A2", "A4"]),
        ("Q2", vec!["A1", "A2", "A3", "A4"]),
    ];
    let expected = expected.map(|(gate, cards)| {
        (
            gate.to_owned(),
            cards.into_iter().map(str::to_owned).collect(),
        )
    });
    assert_eq!(brought, expected);

    let stage = answer_items(&page, &story, "result-short");
    assert_eq!(stage.len(), 18);
    assert_eq!(page.cards(), ["A1", "A2", "A3", "A4", "A5"]);
    assert!(
        page.comes_before("[data-card=\"A5\"]", "[data-result]"),
        "cards stand before any score"
    );
    see_numbers(&page, &story, &["total"]);
    see_numbers(&page, &story, &AREAS);
    see_result(&page, &story);

    page.leave_by("more");
    let optional = answer_items(&page, &story, "result-full");
    assert_eq!(optional.len(), 24);
    assert_eq!(page.cards(), ["A1", "A2", "A3", "A4", "A5"]);
    for scales in [&["total", "overall"][..], &AREAS, &FACTORS, &DOMAINS] {
        see_numbers(&page, &story, scales);
    }
    see_result(&page, &story);
    assert_eq!(page.factors(), story.ranked());

    assert_eq!(page.requests(), asked, "nothing is asked for after loading");
    assert_eq!(page.server().requests(), served);
    assert_eq!(page.complaints(), Vec::<String>::new());
    see_that_requests_are_seen(&page, asked.len());
    assert_eq!(
        page.address(),
        page.server().url(),
        "the address tells nothing"
    );
}

#[test]
fn each_reason_for_the_emergency_card_says_its_own_words() {
    let page = Setup::default().start();
    let story = Story::without_cards();
    page.begin(None);
    page.hurry(&story.clone().tell("Q1", &["yes"]), "cards");
    assert_eq!(page.cards(), ["A1"]);
    assert!(
        page.text("[data-card=\"A1\"]")
            .contains("If someone won’t wake")
    );
    assert!(page.has("[data-card=\"A1\"] a[href=\"tel:911\"]"));

    page.begin(None);
    page.hurry(
        &story.clone().tell("Q3", &["yes"]).tell("Q4", &["severe"]),
        "cards",
    );
    assert_eq!(
        page.cards(),
        ["A4"],
        "stopping brings its card before the next question"
    );
    page.go_on();
    page.see_place("Q4");
    page.answer("Q4", "severe");
    page.go_on();
    assert_eq!(page.cards(), ["A1", "A4"]);
    assert!(!page.text("[data-card=\"A1\"]").contains("won’t wake"));

    page.begin(None);
    page.hurry(&story.tell("Q2", &["might_act"]), "cards");
    assert_eq!(page.cards(), ["A1", "A3"]);
    assert!(
        page.text("[data-card=\"A1\"]")
            .contains("Stay near someone.")
    );
    assert!(page.has("[data-card=\"A1\"] a[href=\"tel:988\"]"));
}

#[test]
fn every_question_can_be_skipped() {
    let page = Setup::default().start();
    page.begin(None);
    let mut questions = 0;
    while page.place() != "result-short" {
        let question = page.place();
        page.answer(&question, "skip");
        page.go_on();
        questions += 1;
    }
    assert_eq!(
        questions,
        6 + 18,
        "the six gates without a condition, and the signs"
    );
    assert_eq!(page.result("stage"), "unclear");
    assert_eq!(page.shown("total"), None);
    assert_eq!(page.cards(), Vec::<String>::new());
}

#[test]
fn without_an_answer_the_page_says_so_and_stays() {
    let page = Setup::default().start();
    page.begin(None);
    page.press("continue");
    page.see("#Q1-missing:not(:empty)");
    assert_eq!(page.place(), "Q1");
    page.answer("Q1", "no");
    page.wait("the message to go", || {
        page.has("#Q1-missing:empty").then_some(())
    });
    page.go_on();
    page.see_place("G1");
    // Taking back the only choice of several leaves the question open.
    page.hurry(&Story::without_cards().tell("U5", &["maybe"]), "U3");
    page.answer("U3", "other");
    page.answer("U3", "other");
    assert_eq!(page.chosen(), Vec::<String>::new());
    page.press("continue");
    page.see("#U3-missing:not(:empty)");
    // "Skip" and the answers push each other out, as do "none of these" and the signs.
    page.answer("U3", "alcohol");
    page.answer("U3", "skip");
    assert_eq!(page.chosen(), ["skip"]);
    page.answer("U3", "alcohol");
    page.answer("U3", "benzos");
    assert_eq!(page.chosen(), ["alcohol", "benzos"]);
}

#[test]
fn an_own_pick_goes_first() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::without_cards(), "result-full");
    let before = page.factors();
    page.click_words("Put my own pick first");
    page.answer("pick", "environment");
    page.wait("the pick to go first", || {
        (page.factors()[0] == "environment").then_some(())
    });
    page.answer("pick", "none");
    page.wait("the order as before", || {
        (page.factors() == before).then_some(())
    });
}

/// Answers one gate, sees that nothing goes on by itself, and goes on. Says which cards came, if any did.
fn answer_gate(page: &Page, story: &Story, gate: &str) -> Option<(String, Vec<String>)> {
    page.see_place(gate);
    assert_eq!(
        page.chosen(),
        Vec::<String>::new(),
        "nothing is preselected at {gate}"
    );
    page.answer_as(story);
    assert_eq!(page.place(), gate, "an answer alone does not go on");
    assert_eq!(page.cards(), Vec::<String>::new());
    if page.go_on() != "cards" {
        return None;
    }
    let cards = page.cards();
    assert_eq!(cards, story.cards_after(gate));
    page.go_on();
    Some((gate.to_owned(), cards))
}

/// Answers items up to a result, and says which.
fn answer_items(page: &Page, story: &Story, until: &str) -> Vec<String> {
    let mut answered = Vec::new();
    loop {
        let place = page.place();
        if place == until {
            return answered;
        }
        assert_eq!(
            page.chosen(),
            Vec::<String>::new(),
            "nothing is preselected at {place}"
        );
        page.answer_as(story);
        page.go_on();
        answered.push(place);
    }
}

fn see_numbers(page: &Page, story: &Story, scales: &[&str]) {
    for scale in scales {
        assert_eq!(page.shown(scale), story.shown(scale), "{scale}");
    }
}

/// The watch over the network is awake: one request by hand is noticed by both counts.
fn see_that_requests_are_seen(page: &Page, before: usize) {
    page.run("fetch('icon.svg?by-hand');", &serde_json::json!([]));
    page.wait("the browser to tell of a request", || {
        (page.requests().len() == before + 1).then_some(())
    });
    page.wait("the server to see it", || {
        (page.server().count("?by-hand") == 1).then_some(())
    });
}

fn see_result(page: &Page, story: &Story) {
    let result = story.result();
    assert_eq!(page.result("stage"), result["stage"]);
    assert_eq!(page.result("total"), result["level"]);
}
