//! Check-ins over time: one, nine, and ten years of weeks.

use std::path::Path;

use e2e::{Page, Setup};
use serde_json::json;

/// Ten years of weeks.
const TEN_YEARS: u32 = 520;

#[test]
fn one_nine_and_ten_years_of_weeks_can_be_read_by_everyone() {
    let page = Setup::default().start();
    let mut found = Vec::new();
    for count in [1, 9, TEN_YEARS] {
        page.resize(1280, 900);
        page.look_back_on(count);
        for (width, dark) in [(320, false), (360, true), (1280, false), (1280, true)] {
            page.resize(width, 900);
            page.prefer_dark(dark);
            for view in ["chart", "table"] {
                show_as(&page, view);
                page.settle();
                let axe = page
                    .axe()
                    .into_iter()
                    .map(|violation| format!("{}: {}", violation.rule, violation.places.join(" ")));
                let wrong = axe
                    .chain(page.sticks_out())
                    .chain(page.too_small())
                    .chain(page.actions_shown_twice());
                found.extend(wrong.map(|what| format!("{count} at {width} as {view}: {what}")));
            }
        }
        page.prefer_dark(false);
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    assert_eq!(page.complaints(), Vec::<String>::new());
}

/// Chooses how each card shows what it holds, as a script would.
fn show_as(page: &Page, view: &str) {
    let script = "for (const box of document.querySelectorAll(`input[id$='-${arguments[0]}']`)) box.click();";
    page.run(script, &json!([view]));
}

#[test]
fn chart_and_table_change_places_by_keyboard() {
    let page = Setup::default().start();
    page.look_back_on(9);
    let shown = || {
        let script = "return ['chart', 'table'].filter(view =>
            document.querySelector(`[aria-labelledby=signs] .rc-views__${view}`).checkVisibility()).join();";
        page.run(script, &json!([]))
            .as_str()
            .unwrap_or("")
            .to_owned()
    };
    assert_eq!(shown(), "chart");
    page.tab_to("#view-signs-chart");
    assert!(page.shows_focus());
    page.press_key("ArrowRight");
    page.wait("the table", || (shown() == "table").then_some(()));
    page.press_key("ArrowLeft");
    page.wait("the chart", || (shown() == "chart").then_some(()));
}

#[test]
fn a_check_in_opens_again_and_back_leads_to_the_history() {
    let page = Setup::default().start();
    let check_ins = page.look_back_on(9);
    page.tab_to(".rc-moment__open");
    page.press_key("Enter");
    page.see_screen("past");
    page.see_heading_focused();
    let last = check_ins.last().expect("nine").result();
    let shown = last.scores.total().expect("known").shown();
    assert!(page.has(&format!(
        "[data-result=total] ~ *, [data-scale=total][data-shown=\"{shown}\"]"
    )));
    assert_eq!(page.result("stage"), last.stage.stage.code());
    page.run(
        "for (const more of document.querySelectorAll('details')) more.open = true;",
        &json!([]),
    );
    for width in [320, 1280] {
        page.resize(width, 900);
        page.settle();
        assert_eq!(page.axe(), Vec::new());
        assert_eq!(
            [page.sticks_out(), page.too_small()].concat(),
            Vec::<String>::new()
        );
    }
    page.press("back");
    page.see_screen("history");
    page.press("back");
    page.see_screen("welcome");
}

#[test]
fn cards_that_were_due_come_before_any_number() {
    let page = Setup::default().start();
    page.look_back_on(9);
    // The sixth week holds a return to use.
    let script = "document.querySelectorAll('.rc-moment__open')[3].click();";
    page.run(script, &json!([]));
    page.see_screen("past");
    assert_eq!(page.cards(), ["A5"]);
    let script =
        "const [card, total] = ['[data-card]', '[data-scale]'].map(s => document.querySelector(s));
        return Boolean(card.compareDocumentPosition(total) & Node.DOCUMENT_POSITION_FOLLOWING);";
    assert_eq!(page.run(script, &json!([])), true);
    assert!(page.words().contains("Walk home the other way."));
}

#[test]
fn what_was_written_goes_with_one_press() {
    let page = Setup::default().start();
    page.look_back_on(9);
    let kept = || {
        page.stored()
            .keys()
            .filter(|key| key.starts_with("rc-reflection-"))
            .count()
    };
    assert_eq!((kept(), page.has(".rc-learned")), (2, true));
    page.run(
        "document.querySelector('.rc-learned button').click();",
        &json!([]),
    );
    page.settle();
    assert_eq!(kept(), 1);
    assert!(page.has_focus("#moments"));
    assert!(page.words().contains("It is gone from this browser."));
}

#[test]
fn ten_years_of_weeks_stay_small_in_the_store() {
    let page = Setup::default().start();
    page.look_back_on(TEN_YEARS);
    let stored = page.stored();
    let of_check_ins = stored
        .iter()
        .filter(|(key, _)| key.starts_with("rc-checkin-"));
    let sizes: Vec<usize> = of_check_ins
        .map(|(key, text)| key.len() + text.len())
        .collect();
    assert_eq!(sizes.len(), TEN_YEARS as usize);
    let (sum, most) = (
        sizes.iter().sum::<usize>(),
        sizes.iter().max().copied().unwrap_or(0),
    );
    println!("{sum} characters for {TEN_YEARS} check-ins, {most} the largest");
    assert!(most < 1_200, "{most}");
}

/// How long from the press to the next paint, on a processor four times as slow: `RC_MEASURE=1 cargo test -p e2e
/// --release --test history -- --nocapture measure`. A figure to read, not a check: it depends on the machine.
#[test]
fn measure_the_time_to_open() {
    const RUNS: usize = 5;
    const SCRIPT: &str = "const done = arguments[0];
        const begun = performance.now();
        document.querySelector('[data-action=history]').click();
        const pressed = performance.now();
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
                const painted = performance.now();
                const built = () => document.querySelector('[aria-labelledby=signs] table')
                    ? done([pressed - begun, painted - begun, performance.now() - begun])
                    : setTimeout(built, 0);
                built();
            };
            channel.port2.postMessage(null);
        });";
    if std::env::var_os("RC_MEASURE").is_none() {
        return;
    }
    let sizes = [
        (9, 360),
        (60, 360),
        (TEN_YEARS, 360),
        (TEN_YEARS, 1280),
        (5_000, 360),
    ];
    for (count, width) in sizes {
        let page = Setup::default().start();
        page.open_with_weeks(count);
        page.resize(width, 800);
        let (mut first, mut again) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }));
            page.reload();
            page.ready();
            page.settle();
            page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }));
            for runs in [&mut first, &mut again] {
                let times = page.run_later(SCRIPT);
                runs.push([0, 1, 2].map(|at| times[at].as_f64().unwrap_or(f64::NAN)));
                page.press("back");
                page.see_screen("welcome");
                page.settle();
            }
        }
        for (name, runs) in [("first", first), ("again", again)] {
            let [_, paint, tables] = [0, 1, 2].map(|at| {
                let mut all: Vec<f64> = runs.iter().map(|run| run[at]).collect();
                all.sort_by(f64::total_cmp);
                (all[RUNS / 2], all[RUNS - 1])
            });
            println!(
                "{count} check-ins at {width}, {name}: {:.0} ms to the next paint (at most {:.0}), {:.0} until \
                 the tables are there too (at most {:.0})",
                paint.0, paint.1, tables.0, tables.1
            );
        }
    }
}

/// Pictures for people to look at, where a folder is named: `RC_SHOTS=folder`.
#[test]
fn pictures_where_asked_for() {
    let Some(folder) = std::env::var_os("RC_SHOTS") else {
        return;
    };
    let page = Setup::default().start();
    for count in [1, 9, TEN_YEARS] {
        page.resize(1280, 900);
        page.look_back_on(count);
        for (width, dark, view) in [
            (360, false, "chart"),
            (360, true, "chart"),
            (360, false, "table"),
            (320, false, "table"),
            (1280, false, "chart"),
            (1280, true, "chart"),
            (1280, false, "table"),
        ] {
            page.prefer_dark(dark);
            show_as(&page, view);
            page.resize(width, 900);
            page.settle();
            page.resize(width, page.height());
            page.settle();
            let colours = if dark { "-dark" } else { "" };
            let name = format!("history-{count}-{width}{colours}-{view}.png");
            page.screenshot(&Path::new(&folder).join(name));
        }
        page.prefer_dark(false);
        paper(
            &page,
            &Path::new(&folder).join(format!("history-{count}-paper.png")),
        );
    }
    page.look_back_on(9);
    page.run(
        "document.querySelectorAll('.rc-moment__open')[3].click();",
        &json!([]),
    );
    page.see_screen("past");
    paper(&page, &Path::new(&folder).join("past-paper.png"));
    page.run(
        "for (const more of document.querySelectorAll('details')) more.open = true;",
        &json!([]),
    );
    for width in [360, 1280] {
        page.resize(width, 900);
        page.resize(width, page.height());
        page.settle();
        page.screenshot(&Path::new(&folder).join(format!("past-{width}-open.png")));
    }
}

/// A picture of the page as it goes on paper.
fn paper(page: &Page, file: &Path) {
    page.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    page.resize(700, 900);
    page.resize(700, page.height());
    page.settle();
    page.screenshot(file);
    page.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
}
