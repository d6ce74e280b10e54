//! Back works everywhere and loses nothing, whichever Back it is; Forward skips nothing.

use e2e::{Page, Setup, Story};

#[test]
fn back_on_the_page_leads_from_the_full_result_to_the_first_screen() {
    let page = Setup::default().start();
    page.begin(None);
    let way = page.hurry(&Story::with_every_card(), "result-full");
    see_way_back(
        &page,
        &[&["welcome".to_owned()], &way[..]].concat(),
        |page| page.press("back"),
    );
}

/// And, from the first screen, away.
#[test]
fn back_of_the_browser_leads_from_the_short_result_to_the_first_screen() {
    let page = Setup::default().start();
    page.begin(None);
    let way = page.hurry(&Story::with_every_card(), "result-short");
    see_way_back(
        &page,
        &[&["welcome".to_owned()], &way[..]].concat(),
        Page::back,
    );
    // One more leaves the page, as it would any other.
    page.back();
    page.wait("the page to be left", || {
        (page.address() != page.server().url()).then_some(())
    });
}

/// Browsers remember fifty steps, a whole check-in has sixty: however few of them are held, Back must not leave
/// the page before its first screen, or what is not kept is lost.
#[test]
fn back_of_the_browser_leads_from_the_full_result_to_the_first_screen() {
    let page = Setup::default().start();
    page.begin(None);
    let way = page.hurry(&Story::with_every_card(), "result-full");
    see_way_back(
        &page,
        &[&["welcome".to_owned()], &way[..]].concat(),
        Page::back,
    );
}

#[test]
fn back_after_a_reload_and_in_a_new_window_leads_the_same_way() {
    let mut page = Setup::default().start();
    let story = Story::without_cards();
    page.begin(Some("keep"));
    page.hurry(&story, "E2");
    page.reload();
    page.ready();
    page.see_place("E2");
    page.back();
    page.see_place("E1");
    page.close_and_open_again();
    page.open();
    page.ready();
    page.see_place("E1");
    for place in ["Q2", "Q3", "U5", "U1", "G1", "Q1", "welcome"] {
        assert_eq!(page.leave_by("back"), place);
    }
    page.press("start");
    page.see_place("Q1");
    assert_eq!(page.chosen(), ["no"]);
}

#[test]
fn forward_never_jumps_past_a_question_or_a_card() {
    let page = Setup::default().start();
    let story = Story::with_every_card();
    page.begin(None);
    page.hurry(&story, "U2");
    for place in ["U1", "G1", "cards", "Q1"] {
        page.back();
        page.see_place(place);
    }
    for _ in 0..4 {
        page.forward();
        page.settle();
        assert_eq!(page.place(), "Q1", "Forward goes nowhere");
    }
    // And Back, after all that, still goes one step.
    assert_eq!(page.go_on(), "cards");
    assert_eq!(page.go_on(), "G1");
    page.back();
    page.see_place("cards");
    page.forward();
    page.settle();
    assert_eq!(page.place(), "cards");
    assert_eq!(page.leave_by("back"), "Q1");
    assert_eq!(page.leave_by("back"), "welcome");
}

#[test]
fn back_from_the_first_screen_under_way_offers_to_go_on() {
    let page = Setup::default().start();
    page.begin(None);
    page.answer("Q1", "no");
    page.back();
    page.see_place("welcome");
    assert!(page.words().contains("Go on with my check-in"));
    page.forward();
    page.settle();
    assert_eq!(page.place(), "welcome");
    page.press("start");
    page.see_place("Q1");
    assert_eq!(page.chosen(), ["no"]);
}

#[test]
fn help_leads_back_to_where_one_was() {
    let page = Setup::default().start();
    let story = Story::with_every_card().every_item("2");
    page.begin(None);
    let ways: [fn(&Page); 3] = [
        |page| page.press("back"),
        |page| page.click_words("Back to where I was"),
        Page::back,
    ];
    for (number, place) in [
        "U1",
        "cards",
        "E1",
        "M3",
        "same-answer",
        "result-short",
        "T2",
        "result-full",
    ]
    .into_iter()
    .enumerate()
    {
        let story = if place == "cards" {
            story.clone()
        } else {
            story.clone().tell("Q1", &["no"])
        };
        page.hurry(&story, place);
        if place == "M3" {
            page.answer("M3", "4");
        }
        let chosen = page.chosen();
        page.press("help");
        page.see_place("help");
        ways[number % ways.len()](&page);
        page.see_place(place);
        assert_eq!(page.chosen(), chosen);
    }
    page.press("help");
    page.see_place("help");
    page.press("help");
    page.settle();
    page.press("back");
    page.see_place("result-full");
}

#[test]
fn settings_lead_back_to_where_one_was() {
    let page = Setup::default().start();
    page.open();
    page.ready();
    page.press("settings");
    page.see_place("settings");
    page.press("help");
    page.see_place("help");
    page.back();
    page.see_other_place_than("help");
    if page.place() == "settings" {
        page.back();
    }
    page.see_place("welcome");
    for leave in ["back", "continue"] {
        page.press("settings");
        page.see_place("settings");
        assert_eq!(page.leave_by(leave), "welcome");
    }
    page.press("settings");
    page.see_place("settings");
    page.back();
    page.see_place("welcome");
}

/// Help opened from the settings hides them: its Back must lead to them again.
#[test]
fn help_opened_from_the_settings_leads_back_to_them() {
    let page = Setup::default().start();
    page.open();
    page.ready();
    page.press("settings");
    page.see_place("settings");
    page.press("help");
    page.see_place("help");
    page.press("back");
    page.see_other_place_than("help");
    assert_eq!(page.place(), "settings");
}

#[test]
fn changing_an_earlier_gate_asks_what_became_due_and_brings_its_card() {
    let page = Setup::default().start();
    let before = Story::without_cards();
    page.begin(None);
    let passed = page.hurry(&before, "E1");
    assert_eq!(passed, ["Q1", "G1", "U1", "U5", "Q3", "Q2", "E1"]);
    while page.place() != "U1" {
        page.leave_by("back");
    }
    let after = before
        .tell("U1", &["today"])
        .tell("U2", &["1"])
        .tell("U3", &["opioids"]);
    let passed = page.hurry(&after, "E1");
    assert_eq!(
        passed,
        ["U1", "U2", "U5", "U3", "cards", "U4", "Q3", "Q2", "E1"]
    );
    // And once it is taken back, it is neither asked nor counted.
    while page.place() != "U1" {
        page.leave_by("back");
    }
    let passed = page.hurry(&after.clone().tell("U1", &["longer"]), "result-short");
    assert_eq!(passed[..5], ["U1", "U5", "Q3", "Q2", "E1"]);
    assert_eq!(page.cards(), Vec::<String>::new());
}

#[test]
fn back_pressed_twice_at_once_loses_nothing() {
    let page = Setup::default().start();
    let story = Story::without_cards();
    page.begin(None);
    page.hurry(&story, "E4");
    let twice = "const back = document.querySelector('[data-action=\"back\"]'); back.click(); back.click();";
    page.run(twice, &serde_json::json!([]));
    page.see_other_place_than("E4");
    page.settle();
    let at = page.place();
    assert!(["E3", "E2"].contains(&at.as_str()), "{at}");
    assert_eq!(page.chosen(), story.codes(&at));
    page.hurry(&story, "result-short");
    assert_eq!(page.shown("total"), story.shown("total"));
}

/// On a slow phone a step in the browser's history takes its time. Two presses are two steps all the same.
#[test]
fn two_slow_steps_back_are_two_steps() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::without_cards(), "E4");
    let script = "window.steps = 0;
        addEventListener('popstate', () => { window.steps += 1; });
        const back = history.back.bind(history);
        history.back = () => { setTimeout(back, 400); };
        const press = () => document.querySelector('[data-action=\"back\"]').click();
        press();
        setTimeout(press, 600);
        // Long after both have arrived, and after anything that may wait for them in vain.
        setTimeout(() => { window.steps += 100; }, 2500);";
    page.run(script, &serde_json::json!([]));
    page.wait("both steps", || {
        (page.run("return window.steps;", &serde_json::json!([])) == 102).then_some(())
    });
    assert_eq!(page.place(), "E2");
}

/// Goes the way back from its end: the same places, each with the answers it was given.
fn see_way_back(page: &Page, way: &[String], back: impl Fn(&Page)) {
    let story = Story::with_every_card();
    for step in way.windows(2).rev() {
        let (earlier, place) = (&step[0], &step[1]);
        back(page);
        page.see_other_place_than(place);
        assert_eq!(&page.place(), earlier, "Back from {place}");
        if page.has("main fieldset[data-item]")
            && earlier != "welcome"
            && !earlier.starts_with("result")
        {
            assert_eq!(page.chosen(), story.codes(earlier), "answers of {earlier}");
        }
    }
}
