//! Whose help lines show: the browser's language decides, the clinic may, and the person has the last word.

use e2e::{Fault, Page, Setup};
use serde_json::json;

#[test]
fn the_language_of_the_browser_chooses_the_country() {
    for (language, region, crisis) in [
        ("en-GB", "uk", Some("tel:116123")),
        ("fr-FR", "eu", Some("tel:116123")),
        ("en-AU", "au", Some("tel:131114")),
        ("en", "other", None),
    ] {
        let page = Setup::default().language(language).start();
        page.open();
        for _ in ["before the program", "and after"] {
            assert_eq!(page.region(), region, "{language}");
            if let Some(crisis) = crisis {
                assert!(
                    page.shows(&format!(".rc-helpbar a[href=\"{crisis}\"]")),
                    "{language}"
                );
            }
            assert!(
                !page.shows(".rc-helpbar a[href=\"tel:988\"]"),
                "no number is guessed for {language}"
            );
            page.ready();
        }
        assert!(page.shows(".rc-helpbar [data-press=\"help\"]"));
    }
}

#[test]
fn the_static_help_shows_the_lines_of_the_same_country() {
    let page = Setup::default().language("en-GB").start();
    page.server().fail(".wasm", Fault::NotFound);
    page.open();
    page.see("html[data-rc-failed]");
    assert!(page.shows(".rc-fallback .rc-region[data-region=\"uk\"] a[href=\"tel:116123\"]"));
    assert!(!page.shows(".rc-fallback .rc-region[data-region=\"us\"]"));
    assert!(page.words().contains("Emergency: 999"));
}

#[test]
fn a_language_is_not_taken_for_a_country() {
    let page = Setup::default().start();
    // Ukrainian, Catalan, Welsh, Belarusian, Sinhala: languages whose letters are also those of a country.
    for language in ["uk", "ca", "cy", "be", "si"] {
        speak(&page, &[language]);
        page.open();
        assert_eq!(page.region(), "other", "for someone who reads `{language}`");
    }
}

#[test]
fn the_country_is_read_from_tags_of_every_form() {
    let page = Setup::default().start();
    for (languages, region) in [
        (&["zh-Hant-AU"][..], "au"),
        (&["es-419", "es-MX"], "mx"),
        (&["en-GB-oxendict"], "uk"),
        (&["ca-ES-valencia"], "es"),
        (&["de", "en-IE"], "ie"),
        (&["EN-gb"], "uk"),
        (&["ja-JP"], "other"),
        (&[], "other"),
    ] {
        speak(&page, languages);
        page.open();
        assert_eq!(page.region(), region, "{languages:?}");
    }
}

#[test]
fn the_clinic_goes_before_the_language() {
    let page = Setup::default().language("en-GB").start();
    open_with_attributes(&page, "data-rc-region=\"ca\"");
    assert_eq!(page.region(), "ca");
    assert!(page.shows(".rc-helpbar a[href=\"tel:988\"]"));
    page.ready();
    assert_eq!(page.region(), "ca");
    page.press("help");
    page.see_place("help");
    assert!(page.words().contains("9-8-8 Helpline"));
    assert_eq!(page.complaints(), Vec::<String>::new());
}

#[test]
fn options_that_make_no_sense_fall_back_with_one_line_each() {
    let page = Setup::default().language("en-GB").start();
    open_with_attributes(&page, "data-rc-region=\"atlantis\" data-rc-leave=\"maybe\"");
    page.ready();
    assert_eq!(page.region(), "uk");
    assert!(page.shows("[data-action=\"exit\"]"));
    let complaints = page.complaints();
    assert_eq!(complaints.len(), 2, "{complaints:?}");
    assert!(
        complaints[0].contains("data-rc-region takes us, ca,"),
        "{complaints:?}"
    );
    assert!(
        !complaints.concat().contains("atlantis"),
        "nothing of the page is repeated"
    );
}

#[test]
fn a_clinic_can_take_the_leave_button_away() {
    let page = Setup::default().start();
    open_with_attributes(&page, "data-rc-leave=\"off\"");
    assert!(!page.shows("[data-action=\"exit\"]"), "before the program");
    page.ready();
    assert!(!page.shows("[data-action=\"exit\"]"), "and after");
}

#[test]
fn the_person_has_the_last_word() {
    let page = Setup::default().start();
    open_with_attributes(&page, "data-rc-region=\"ca\"");
    page.ready();
    page.choose("region", "nz");
    assert_eq!(page.region(), "nz");
    page.answer("keep", "keep");
    page.press("start");
    page.see_place("Q1");
    page.reload();
    page.ready();
    page.see_place("Q1");
    assert_eq!(page.region(), "nz");
}

fn speak(page: &Page, languages: &[&str]) {
    let script = format!(
        "Object.defineProperty(navigator, 'languages', {{ configurable: true, value: {} }});",
        json!(languages)
    );
    page.before_each_load(&script);
}

/// Opens the page as a clinic would serve it that has set these attributes.
fn open_with_attributes(page: &Page, attributes: &str) {
    let html = page
        .source()
        .replacen("<html ", &format!("<html {attributes} "), 1);
    page.server().fail(
        "/",
        Fault::Wrong {
            content_type: "text/html; charset=utf-8".to_owned(),
            bytes: html.into_bytes(),
        },
    );
    page.open();
}
