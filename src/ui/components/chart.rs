//! What charts over time are drawn with: straight lines, and marks whose shape says what they are.
//!
//! All dots of a kind are one path of round-capped strokes without length: ten years of weeks are five elements,
//! not five hundred. Whole numbers in a square of 10,000 spare a decimal point for each of them.

use super::scale::{hundredths, written};
use crate::domain::fraction::Fraction;
use crate::domain::history::{History, Moment};
use crate::i18n::Words;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// From how many moments on marks are drawn small.
const MANY: usize = 60;
/// Room for the first and the last mark, in hundredths of the width.
const EDGE: u32 = 400;

/// One moment on a chart, in hundredths of its width and height from the upper start corner.
#[derive(Clone, Copy)]
pub struct Mark {
    /// Where it lies in time.
    pub x: u32,
    /// How far down.
    pub y: u32,
    /// True where some lines were skipped: drawn hollow.
    pub partial: bool,
    /// True for a week with use: drawn as a diamond.
    pub used: bool,
}

impl Mark {
    /// A moment at a height from 0 to 100.
    pub fn new(history: &History, moment: &Moment, height: Fraction) -> Self {
        Self {
            x: across(history, moment),
            y: 10_000 - hundredths(height),
            partial: false,
            used: moment.is_return_to_use(),
        }
    }
}

/// Where a moment lies between the edges of a chart, in hundredths.
pub fn across(history: &History, moment: &Moment) -> u32 {
    EDGE + hundredths(history.position(moment.day())) * (10_000 - 2 * EDGE) / 10_000
}

/// A drawing that takes the shape of its chart, while its strokes keep theirs.
pub fn stretched(children: impl IntoNodes) -> El {
    el("svg")
        .attr("width", "100%")
        .attr("height", "100%")
        .attr("viewBox", "0 0 10000 10000")
        .attr("preserveAspectRatio", "none")
        .child(children)
}

/// Straight from moment to moment; nothing is smoothed, and nothing breaks it.
pub fn line(marks: &[Mark], class: &'static str) -> El {
    let points = path(marks.iter(), ["", ",", " "]);
    el("polyline").class(class).attr("points", points)
}

/// Each mark's place, with what stands before it, between its two numbers, and after it.
pub fn path<'a>(marks: impl Iterator<Item = &'a Mark>, around: [&str; 3]) -> String {
    let mut drawn = String::new();
    for mark in marks {
        let (x, y) = (mark.x.to_string(), mark.y.to_string());
        drawn.extend([around[0], &x, around[1], &y, around[2]]);
    }
    drawn
}

fn dots<'a>(marks: impl Iterator<Item = &'a Mark>, class: &'static str) -> Option<El> {
    let drawn = path(marks, ["M", " ", "h1"]);
    (!drawn.is_empty()).then(|| el("path").class(class).attr("d", drawn))
}

/// The dots of all moments, for a stretched drawing. The last one stands out if it is the latest of all.
pub fn all_dots(marks: &[Mark], ends_now: bool) -> Nodes {
    let round = || marks.iter().filter(|mark| !mark.used);
    let hollow = || round().filter(|mark| mark.partial);
    let last = || marks.last().filter(|_| ends_now).into_iter();
    [
        dots(round(), "rc-chart__dots rc-chart__dots--edge"),
        dots(last(), "rc-chart__dots rc-chart__dots--now"),
        dots(round(), "rc-chart__dots"),
        dots(hollow(), "rc-chart__dots rc-chart__dots--hole"),
    ]
    .into_iter()
    .collect_nodes()
}

/// The diamonds of weeks with use, to lie over the dots.
pub fn diamonds(marks: &[Mark]) -> Nodes {
    let used = marks.iter().filter(|mark| mark.used);
    used.map(|mark| diamond(written(mark.x), written(mark.y)))
        .collect_nodes()
}

fn diamond(x: String, y: String) -> El {
    el("rect")
        .class("rc-chart__use")
        .attr("x", x)
        .attr("y", y)
        .attr("width", "12")
        .attr("height", "12")
}

/// The class of a chart: marks are small where there are many.
pub fn class_for(count: usize) -> &'static str {
    if count > MANY {
        "rc-chart rc-chart--many"
    } else {
        "rc-chart"
    }
}

/// A line across a chart.
pub fn grid(y: String) -> El {
    el("line")
        .class("rc-chart__grid")
        .attr("x2", "100%")
        .attr("y1", y.clone())
        .attr("y2", y)
}

/// What the marks of a chart mean; those that do not come up are left out.
pub fn key(words: &Words, marks: &[Mark], ends_now: bool) -> El {
    let words = &words.later().history;
    let has = |is: fn(&Mark) -> bool| marks.iter().any(is);
    let dot = |class| el("path").class(class).attr("d", "M9 9h.01").into_nodes();
    let plain = || dot("rc-chart__dots");
    let over = |under: &'static str, top| [dot(under), dot(top)].into_iter().flatten().collect();
    let entries: [(bool, Nodes, &'static str); 4] = [
        (has(|mark| !mark.used), plain(), words.one_check_in),
        (
            has(|mark| mark.partial && !mark.used),
            over("rc-chart__dots", "rc-chart__dots rc-chart__dots--hole"),
            words.some_skipped,
        ),
        (
            ends_now,
            over("rc-chart__dots rc-chart__dots--now", "rc-chart__dots"),
            words.latest,
        ),
        (
            has(|mark| mark.used),
            diamond("9".to_owned(), "9".to_owned()).into_nodes(),
            words.use_mark,
        ),
    ];
    let entries = entries.into_iter().filter(|(is_shown, ..)| *is_shown);
    let entries = entries.map(|(_, mark, words)| {
        let picture = el("svg")
            .class("rc-key__mark")
            .attr("viewBox", "0 0 18 18")
            .attr("aria-hidden", "true")
            .attr("focusable", "false");
        el("span")
            .class("rc-key__item")
            .child(picture.child(mark))
            .child(words)
    });
    el("figcaption")
        .class("rc-key")
        .child(entries.collect_nodes())
}
