//! A check-in without a pointer: Tab, arrows, Space and Enter, nothing else.

use e2e::{Page, Setup, Story};

#[test]
fn a_whole_check_in_by_keyboard() {
    let story = Story::with_every_card();
    let page = Setup::default().start();
    page.open();
    page.ready();
    page.tab_to("[data-item=\"keep\"] input");
    assert_eq!(
        page.chosen(),
        Vec::<String>::new(),
        "arriving chooses nothing"
    );
    page.tab_to("[data-action=\"start\"]");
    assert!(page.shows_focus());
    page.press_key("Enter");
    page.see_place("Q1");
    let mut brought = Vec::new();
    while page.place() != "result-short" {
        if let Some(cards) = go_on_by_keyboard(&page, &story) {
            brought.push(cards);
        }
    }
    assert_eq!(brought.len(), 5);
    assert_eq!(brought[4], ["A1", "A2", "A3", "A4"]);
    page.see_heading_focused();
    assert_eq!(page.shown("total"), story.shown("total"));
    page.tab_to("[data-action=\"more\"]");
    page.press_key("Enter");
    page.see_place("T1");
    while page.place() != "result-full" {
        go_on_by_keyboard(&page, &story);
    }
    page.see_heading_focused();
    assert_eq!(page.shown("overall"), story.shown("overall"));
}

#[test]
fn arrows_choose_and_never_go_on() {
    let page = Setup::default().start();
    page.begin(None);
    page.see_heading_focused();
    page.tab_to("main input");
    assert_eq!(
        page.chosen(),
        Vec::<String>::new(),
        "arriving chooses nothing"
    );
    for chosen in ["yes", "skip", "no"] {
        page.press_key("ArrowDown");
        assert_eq!(page.chosen(), [chosen]);
        assert!(page.shows_focus());
        assert_eq!(page.place(), "Q1");
    }
    for key in ["Space", "Enter", "ArrowLeft", "ArrowRight"] {
        page.press_key(key);
        assert_eq!(page.place(), "Q1", "{key} does not go on");
    }
    assert_eq!(page.chosen(), ["no"]);
}

#[test]
fn the_error_is_told_and_the_answers_are_near() {
    let page = Setup::default().start();
    page.begin(None);
    page.tab_to("[data-action=\"continue\"]");
    page.press_key("Enter");
    page.see("[role=\"alert\"]:not(:empty)");
    assert_ne!(page.focused(), "body", "the focus is not lost");
    page.press_key("Shift+Tab");
    assert!(page.has_focus("[name=\"Q1\"]"), "{}", page.focused());
}

#[test]
fn back_by_keyboard() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::without_cards(), "E2");
    for place in ["E1", "Q2", "Q3"] {
        page.tab_to("[data-action=\"back\"]");
        assert!(page.shows_focus());
        page.press_key("Enter");
        page.see_place(place);
        page.see_heading_focused();
        assert_eq!(page.chosen(), Story::without_cards().codes(place));
    }
}

#[test]
fn the_skip_link_leads_to_the_main_part_and_nowhere_else() {
    let page = Setup::default().start();
    page.open();
    page.ready();
    page.press_key("Tab");
    assert!(page.has_focus(".rc-skip"), "{}", page.focused());
    assert!(page.shows_focus());
    page.press_key("Enter");
    page.press_key("Tab");
    assert!(page.has_focus("main *"), "{}", page.focused());

    page.begin(None);
    page.hurry(&Story::without_cards(), "U1");
    page.answer("U1", "longer");
    page.run(
        "document.querySelector('.rc-skip').focus();",
        &serde_json::json!([]),
    );
    page.press_key("Enter");
    page.press_key("Tab");
    assert!(page.has_focus("main *"), "{}", page.focused());
    assert_eq!(page.place(), "U1", "the skip link leads nowhere else");
    assert_eq!(page.chosen(), ["longer"]);
    page.go_on();
    page.see_place("U5");
    page.back();
    page.see_place("U1");
    page.back();
    page.see_other_place_than("U1");
    assert_eq!(page.place(), "G1", "Back still goes one step");
}

#[test]
fn help_opens_and_closes_by_keyboard() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::without_cards(), "U5");
    page.tab_to("[data-press=\"help\"]");
    page.press_key("Enter");
    page.see_place("help");
    page.see_heading_focused();
    page.tab_to("select");
    page.press_keys(&["U", "n", "i", "t", "e", "d", " ", "K"]);
    page.wait("the lines of another country", || {
        page.words().contains("Samaritans").then_some(())
    });
    page.tab_to("[data-action=\"back\"]");
    page.press_key("Space");
    page.see_place("U5");
    page.see_heading_focused();
}

/// A control that goes away when it is pressed must hand its focus on, or the next key starts at the top of
/// the page and a person who listens hears nothing.
#[test]
fn focus_is_kept_where_a_button_goes_away() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::without_cards(), "result-short");
    let mut lost = Vec::new();
    let mut press = |name: &str| {
        page.tab_to(&format!("[data-action=\"{name}\"]"));
        page.press_key("Enter");
        page.settle();
        if page.focused() == "body" {
            lost.push(name.to_owned());
        }
    };
    press("keep");
    press("discard");
    page.wait("the question", || {
        page.words()
            .contains("Delete this check-in, with")
            .then_some(())
    });
    page.open_with_stored(&[]);
    page.hurry(&Story::without_cards(), "result-short");
    press("new");
    assert_eq!(lost, Vec::<String>::new(), "these lose the focus");
}

#[test]
fn each_control_shows_that_it_has_the_focus() {
    let page = Setup::default().start();
    page.begin(None);
    page.hurry(&Story::with_every_card(), "result-full");
    let mut unseen = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for place in ["full", "help", "back"] {
        for _ in 0..40 {
            page.press_key("Tab");
            if page.focused() == "body" {
                continue;
            }
            if !page.shows_focus() {
                unseen.push(page.focused());
            }
            seen.insert(page.focused());
        }
        let next = match place {
            "full" => "help",
            "help" => "back",
            _ => break,
        };
        page.press(next);
        // Focus goes to the new heading once it is drawn; a key pressed before would be overtaken.
        page.see_heading_focused();
    }
    assert_eq!(unseen, Vec::<String>::new());
    assert!(seen.len() >= 10, "{seen:?}");
}

/// Answers the question on show, or reads the cards, and goes on. Says which cards there were.
fn go_on_by_keyboard(page: &Page, story: &Story) -> Option<Vec<String>> {
    let place = page.place();
    page.see_heading_focused();
    if place == "cards" {
        let cards = page.cards();
        page.tab_to("[data-action=\"continue\"]");
        page.press_key("Enter");
        page.see_other_place_than(&place);
        return Some(cards);
    }
    assert_eq!(
        page.chosen(),
        Vec::<String>::new(),
        "nothing is preselected at {place}"
    );
    if page.has(&format!("[name=\"{place}\"][type=\"checkbox\"]")) {
        for code in story.codes(&place) {
            page.tab_to(&format!("[name=\"{place}\"][value=\"{code}\"]"));
            page.press_key("Space");
        }
    } else {
        choose_one(page, &place, story.codes(&place)[0]);
    }
    assert_eq!(page.chosen(), story.codes(&place));
    page.tab_to("[data-action=\"continue\"]");
    page.press_key("Enter");
    page.see_other_place_than(&place);
    None
}

/// Chooses one answer as people do: Tab into the group, arrows to the answer, Space where the focus
/// already stands on it.
fn choose_one(page: &Page, question: &str, code: &str) {
    page.tab_to(&format!("[name=\"{question}\"]"));
    let steps = page
        .options(question)
        .iter()
        .position(|option| option == code);
    match steps {
        Some(0) => page.press_key("Space"),
        Some(steps) => page.press_keys(&vec!["ArrowDown"; steps]),
        None => panic!("{question} has no {code}"),
    }
}
