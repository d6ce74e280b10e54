//! Check-ins over time: charts, tables, what was learned, any two side by side, and one looked at again.

use crate::harness::*;
use leptos::prelude::*;
use recovery_check::domain::answers::Frequency;
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::gates::Gate;
use recovery_check::domain::history::History;
use recovery_check::domain::instrument::{Area, Domain, Factor, Item, Part};
use recovery_check::domain::reflection::{Prompt, Reflection};
use recovery_check::domain::reply::Reply;
use recovery_check::i18n::EN;
use recovery_check::platform::clock;
use recovery_check::session::{Aside, Event, Found, Screen};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlSelectElement};

/// The history over these check-ins and reflections.
async fn over(check_ins: Vec<CheckIn>, reflections: Vec<Reflection>) -> Page {
    let found = Found {
        check_ins,
        reflections,
        ..Found::default()
    };
    let mut session = opened(found, true);
    session.apply(Event::Opened(Aside::History));
    let page = Page::over(session);
    // Two frames, and the moment after in which the tables are built.
    settled().await;
    settled().await;
    page
}

fn history(page: &Page) -> History {
    History::new(&page.session().past)
}

/// The cells of a card's table, row by row, the row's head first.
fn rows(page: &Page, card: &str) -> Vec<Vec<String>> {
    let rows = page.all(&format!("[aria-labelledby={card}] tbody tr"));
    let cells = |row: &Element| all(row, "th, td").iter().map(text).collect();
    rows.iter().map(cells).collect()
}

async fn press(element: &Element) {
    click(element);
    settled().await;
}

fn days_ago(days: u32) -> Day {
    Day::new(clock::now().day.number() - days).unwrap()
}

/// A finished check-in so many days ago, with one answer to every line.
fn check_in(days: u32, answer: u8) -> CheckIn {
    let day = days_ago(days);
    let begun = Begun {
        day,
        second: u64::from(day.number()) * 86_400,
    };
    let mut check_in = CheckIn::new(CheckInId(u64::from(days)), begun);
    for item in Item::ALL {
        let told =
            Frequency::from_number((answer + u8::from(item.index() % 4 == 0)).min(4)).unwrap();
        check_in.answers.set(
            item,
            Reply::Given(if item.is_reversed() {
                told.reversed()
            } else {
                told
            }),
        );
    }
    check_in.finished = true;
    check_in.open = false;
    check_in
}

fn weeks(count: u32) -> Vec<CheckIn> {
    (0..count)
        .map(|week| check_in(8 + 7 * (count - 1 - week), u8::try_from(week % 4).unwrap()))
        .collect()
}

fn used(mut check_in: CheckIn) -> CheckIn {
    check_in
        .gates
        .set(Gate::U1, Reply::Given(&["week"]))
        .unwrap();
    check_in
}

/// The heights of a line's corners, as whole numbers from 0 to 100.
fn heights(line: &Element) -> Vec<u32> {
    let points = line.get_attribute("points").unwrap();
    let height = |pair: &str| {
        let y: u32 = pair.split_once(',').unwrap().1.parse().unwrap();
        (10_000 - y + 50) / 100
    };
    points.split_whitespace().map(height).collect()
}

#[wasm_bindgen_test]
async fn nothing_kept_is_said_calmly_with_a_way_to_begin() {
    let page = over(Vec::new(), Vec::new()).await;
    assert_eq!(text(&page.the("h1")), EN.later().history.title);
    assert!(text(&page.the("main")).contains(EN.later().history.empty.title));
    assert!(page.find("svg[role=img]").is_none());
    let start = page.the("[data-action=start]");
    press(&start).await;
    assert!(
        matches!(page.screen(), Screen::At(_)),
        "{:?}",
        page.screen()
    );
}

#[wasm_bindgen_test]
async fn one_check_in_is_a_start_and_shows_no_change() {
    let page = over(weeks(1), Vec::new()).await;
    assert_eq!(
        text(&page.the("main .rc-lead")),
        EN.later().history.one_lead
    );
    assert_eq!(rows(&page, "signs").len(), 1);
    assert_eq!(rows(&page, "signs")[0][2], EN.later().history.first);
    assert!(
        page.find("#compare").is_none(),
        "there are no two to compare"
    );
    assert!(page.find("[aria-labelledby=signs] .rc-notice").is_none());
}

#[wasm_bindgen_test]
async fn tables_hold_the_numbers_of_the_charts() {
    for count in [1, 9] {
        let page = over(weeks(count), Vec::new()).await;
        let history = history(&page);
        let line = page.the("[aria-labelledby=signs] .rc-chart__line");
        let mut drawn = heights(&line);
        drawn.reverse();
        let numbers: Vec<u32> = rows(&page, "signs")
            .iter()
            .map(|row| row[1].split(',').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(numbers, drawn);
        let expected = history.moments.iter().rev();
        let expected: Vec<u32> = expected
            .map(|moment| moment.scores.total().unwrap().shown())
            .collect();
        assert_eq!(numbers, expected);
        let wellness = rows(&page, "well");
        for (at, line) in page
            .all("[aria-labelledby=well] .rc-chart__line")
            .iter()
            .enumerate()
        {
            let mut drawn = heights(line);
            drawn.reverse();
            let numbers: Vec<u32> = wellness
                .iter()
                .map(|row| row[at + 1].parse().unwrap())
                .collect();
            assert_eq!(numbers, drawn, "{:?}", Domain::ALL[at]);
        }
        let stages: Vec<_> = rows(&page, "stages")
            .iter()
            .map(|row| row[1].clone())
            .collect();
        let expected = history.moments.iter().rev();
        let expected: Vec<_> = expected
            .map(|moment| (EN.later().history.stage)(moment.stage.stage))
            .collect();
        assert_eq!(stages, expected);
        for card in ["signs", "stages", "well"] {
            assert!(
                page.find(&format!("[aria-labelledby={card}] caption"))
                    .is_some()
            );
            let heads = page.all(&format!("[aria-labelledby={card}] tbody th[scope=row]"));
            assert_eq!(heads.len(), count as usize);
        }
    }
}

#[wasm_bindgen_test]
async fn the_axis_is_real_time() {
    let past = vec![
        check_in(200, 1),
        check_in(193, 2),
        check_in(20, 3),
        check_in(10, 1),
    ];
    let page = over(past, Vec::new()).await;
    let points = page
        .the("[aria-labelledby=signs] .rc-chart__line")
        .get_attribute("points")
        .unwrap();
    let across: Vec<u32> = points
        .split_whitespace()
        .map(|pair| pair.split_once(',').unwrap().0.parse().unwrap())
        .collect();
    let span = across[3] - across[0];
    let share = |at: usize| (across[at] - across[0]) * 190 / span;
    assert_eq!(
        [share(1), share(2)].map(|days| days.abs_diff(7).min(days.abs_diff(180)) <= 1),
        [true, true]
    );
}

#[wasm_bindgen_test]
async fn a_return_to_use_is_a_moment_among_others() {
    let mut past = weeks(5);
    past[2] = used(past[2]);
    let page = over(past, Vec::new()).await;
    for card in ["signs", "stages"] {
        let marks = page.all(&format!(
            "[aria-labelledby={card}] .rc-chart__plot .rc-chart__use"
        ));
        assert_eq!(marks.len(), 1, "{card}");
    }
    let lines = page.all("[aria-labelledby=signs] .rc-chart__line");
    assert_eq!(lines.len(), 1, "one line, without a break");
    assert_eq!(heights(&lines[0]).len(), 5);
    let moments: Vec<_> = page.all(".rc-moment").iter().map(text).collect();
    assert_eq!(moments.len(), 5);
    assert!(
        moments[2].contains(EN.later().history.use_mark),
        "{moments:?}"
    );
}

#[wasm_bindgen_test]
async fn ten_years_are_drawn_with_few_elements_and_a_table_of_the_latest() {
    let page = over(weeks(520), Vec::new()).await;
    let lines = page.all("[aria-labelledby=signs] .rc-chart__line");
    assert_eq!(heights(&lines[0]).len(), 520);
    assert!(page.all("svg *").len() < 200, "{}", page.all("svg *").len());
    assert_eq!(rows(&page, "signs").len(), 60);
    assert!(text(&page.the("[aria-labelledby=signs] caption")).contains("60 of 520"));
    assert!(
        page.find("select")
            .is_some_and(|select| select.id() == "region")
            || page.find("#compare-one").is_none()
    );
    let every = page.the("[aria-labelledby=signs] .rc-views__table button");
    press(&every).await;
    assert_eq!(rows(&page, "signs").len(), 520);
    assert_eq!(page.all(".rc-moment").len(), 12);
}

#[wasm_bindgen_test]
async fn shown_numbers_never_speak_against_the_words() {
    let mut past = vec![check_in(20, 2), check_in(8, 3)];
    for (check_in, sum) in past.iter_mut().zip([42_u8, 56]) {
        for (&item, place) in Part::Stage.items().iter().zip(0_u8..) {
            let value = sum / 18 + u8::from(place < sum % 18);
            let value = Frequency::from_number(value).unwrap();
            let told = [value, value.reversed()][usize::from(item.is_reversed())];
            check_in.answers.set(item, Reply::Given(told));
        }
    }
    let page = over(past, Vec::new()).await;
    let said = text(&page.the("[aria-labelledby=signs] .rc-notice"));
    assert!(said.contains("(58, now 78). Before rounding, these lie 19.4 apart. We say “maybe” below a change of 20."), "{said}");
}

#[wasm_bindgen_test]
async fn what_was_learned_stands_at_its_moment_and_goes_with_one_press() {
    let past = weeks(3);
    let mut of_one = Reflection::new(past[1].id, past[1].begun.day);
    of_one.choose(Factor::Coping, true);
    of_one.write(
        Prompt::Change,
        "  \u{5e9}\u{5dc}\u{5d5}\u{5dd} 🙂\nline two ".to_owned(),
    );
    let mut alone = Reflection::new(CheckInId(77), days_ago(30));
    alone.write(Prompt::Helped, "A walk.".to_owned());
    let page = over(past, vec![of_one, alone]).await;
    let moments = page.all(".rc-moment");
    assert_eq!(moments.len(), 4);
    assert!(
        text(&moments[1]).contains("Coping"),
        "{}",
        text(&moments[1])
    );
    let typed = all(&moments[1], ".rc-learned__text");
    assert_eq!(
        typed[0].text_content().unwrap(),
        "  \u{5e9}\u{5dc}\u{5d5}\u{5dd} 🙂\nline two ",
        "as typed"
    );
    assert!(text(&moments[3]).contains("A walk."));
    let delete = page.the(".rc-learned button");
    press(&delete).await;
    assert_eq!(page.all(".rc-learned").len(), 1);
    assert_eq!(page.all(".rc-moment").len(), 4, "the check-in stays");
    assert_eq!(document().active_element().unwrap().id(), "moments");
    let delete = page.the(".rc-learned button");
    press(&delete).await;
    assert_eq!(page.all(".rc-moment").len(), 3, "what stood alone is gone");
}

async fn choose(page: &Page, id: &str, value: &str) {
    let select: HtmlSelectElement = page.the(id).unchecked_into();
    select.set_value(value);
    let event = web_sys::Event::new("change").unwrap();
    select.dispatch_event(&event).unwrap();
    frame().await;
    frame().await;
}

#[wasm_bindgen_test]
async fn any_two_are_compared_in_words_or_the_reason_is_told() {
    let mut past = vec![check_in(40, 3), check_in(20, 0), check_in(16, 1)];
    past[0].answers.set(Item::T1, Reply::Skipped);
    let page = over(past, Vec::new()).await;
    let told = || text(&page.the("#compared"));
    // At first the latest and the one it is compared with: the one 20 days ago is too near.
    assert!(told().contains("clearly fewer signs"), "{}", told());
    choose(&page, "#compare-one", "1").await;
    assert!(
        told().contains(EN.later().history.compare_near),
        "{}",
        told()
    );
    // One with itself is no comparison.
    choose(&page, "#compare-other", "1").await;
    choose(&page, "#compare-one", "1").await;
    assert_eq!(told(), EN.later().history.compare_same);
    // The other way round is the same two.
    choose(&page, "#compare-one", "1").await;
    choose(&page, "#compare-other", "0").await;
    assert!(
        told().contains("Emotional: clearly fewer signs"),
        "{}",
        told()
    );
    assert!(told().contains("The four together: "), "{}", told());
    assert!(told().contains(EN.later().why.change_title));
    assert!(!told().contains("last time"), "{}", told());
}

#[wasm_bindgen_test]
async fn a_check_in_is_looked_at_again_with_its_cards_first() {
    let mut past = weeks(3);
    past[1] = used(past[1]);
    let expected = past[1].result();
    let page = over(past, Vec::new()).await;
    let open = page.all(".rc-moment__open").remove(1);
    press(&open).await;
    assert_eq!(page.screen(), Screen::Aside(Aside::Past(CheckInId(15))));
    assert_eq!(document().active_element().unwrap().id(), "heading");
    let all = page.all("[data-card], [data-result]");
    let order: Vec<_> = all
        .iter()
        .map(|one| {
            one.get_attribute("data-card")
                .or(one.get_attribute("data-result"))
        })
        .collect();
    assert_eq!(
        order,
        [Some("A5"), Some("stage"), Some("total")].map(|name| name.map(str::to_owned))
    );
    assert!(text(&page.the("main")).contains(EN.later().history.past_cards));
    let total = page.the("[data-result=total]");
    let shown = expected.scores.total().unwrap().shown().to_string();
    assert_eq!(total.get_attribute("data-shown"), Some(shown));
    assert!(
        page.find("input[name=pick]").is_none(),
        "the past can't be changed"
    );
    assert!(page.find("#change").is_some());
    // Every scale of the check-in has its grounds.
    let why = page.all(".rc-more");
    assert!(why.len() >= 5, "{}", why.len());
}

#[wasm_bindgen_test]
async fn the_cards_of_this_week_come_before_any_number() {
    let mut past = weeks(2);
    past[1] = used(check_in(2, 1));
    let page = over(past, Vec::new()).await;
    let all = page.all("[data-card], svg[role=img]");
    assert_eq!(all[0].get_attribute("data-card").as_deref(), Some("A5"));
    let page = over(weeks(2), Vec::new()).await;
    assert!(
        page.find("[data-card]").is_none(),
        "those of weeks ago stand with their check-in"
    );
}

#[wasm_bindgen_test]
async fn skipped_lines_show_as_a_hollow_dot_and_in_words() {
    let mut past = weeks(4);
    past[1].answers.set(Item::E1, Reply::Skipped);
    for &item in Part::Wellness.items() {
        past[3].answers.set(item, Reply::NotSeen);
    }
    let page = over(past, Vec::new()).await;
    let hole = page.the("[aria-labelledby=signs] .rc-chart__plot .rc-chart__dots--hole");
    assert_eq!(hole.get_attribute("d").unwrap().matches('M').count(), 1);
    assert!(
        rows(&page, "signs")[2][1].ends_with("(partial)"),
        "{:?}",
        rows(&page, "signs")[2]
    );
    // A part that was left out last is told from the time before, with its day.
    let change = text(&page.the("[aria-labelledby=well] .rc-chart .rc-small"));
    let day = clock::write_day(days_ago(15), "en");
    assert!(change.starts_with(&day), "{change}");
    assert_eq!(rows(&page, "well")[0][1], "–");
}

/// Under "why" stand the sum of each scale, its cuts, and every answer with what it counts.
#[wasm_bindgen_test]
async fn each_number_has_its_sum_and_each_answer_what_it_counts() {
    let past = weeks(3);
    let looked_at = past[2];
    let page = over(past, Vec::new()).await;
    let open = page.all(".rc-moment__open").remove(0);
    press(&open).await;
    let scores = looked_at.result().scores;
    let told = text(&page.the("main"));
    let sums = Factor::ALL
        .map(|factor| scores.factor(factor))
        .into_iter()
        .chain(Domain::ALL.map(|domain| scores.domain(domain)))
        .chain(Area::ALL.map(|area| scores.area(area)))
        .chain([scores.total()]);
    for score in sums {
        let score = score.expect("all lines are answered");
        let [points, most, shown] = [score.points(), score.points_at_most(), score.shown()]
            .map(|number| number.to_string());
        let sum = (EN.later().why.sum)(&points, &most, &shown);
        assert!(told.contains(&sum), "{sum}");
    }
    let answers = page.all(".rc-more .rc-quote__answer");
    let counted = answers
        .iter()
        .filter(|answer| text(answer).contains("counts "))
        .count();
    // Those of the stage stand twice: under the total, and under their areas.
    assert_eq!(counted, Item::ALL.len() + Part::Stage.items().len());
    for verdict in [
        EN.later().why.decides,
        EN.later().why.list,
        EN.later().why.by_hand,
        EN.later().why.not_all,
    ] {
        assert!(told.contains(verdict), "{verdict}");
    }
    // One line of the list decides.
    assert_eq!(told.matches(EN.later().why.decides).count(), 1);
}
