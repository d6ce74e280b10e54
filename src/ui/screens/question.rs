//! One question a screen: a gate, or a scored item. Nothing is preselected, nothing goes on by itself, and
//! "skip" is an answer like the others.

use crate::domain::answers::Frequency;
use crate::domain::gates::{Gate, GateOption};
use crate::domain::instrument::{Item, Part};
use crate::domain::reply::Reply;
use crate::session::Event;
use crate::ui::components::actions::{link_button, primary};
use crate::ui::components::choice::{Choice, choice};
use crate::ui::components::heading::heading;
use crate::ui::components::icon::Icon;
use crate::ui::components::more::more;
use crate::ui::components::notice::refused_notice;
use crate::ui::components::topline::{progress, topline};
use crate::ui::components::week::week;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

const SKIP: &str = "skip";
const TILE: &str = "rc-choice";
const SKIP_TILE: &str = "rc-choice rc-choice--skip";

/// Draws a gate question.
pub fn gate(context: Context, gate: Gate) -> Nodes {
    let words = &context.words.question;
    let about = (words.gate)(gate);
    let hint =
        (!about.hint.is_empty()).then(|| el("p").class("rc-question__hint").child(about.hint));
    let question = Question {
        id: gate.id(),
        stem: None,
        text: about.question,
        hint,
        choices: gate_choices(context, gate),
        missing: if gate.is_multiple() {
            words.missing_many
        } else {
            words.missing
        },
    };
    (
        topline(context, progress(context.words, 0, None)),
        sheet(context, question),
        more(
            words.why_ask,
            el("p").class("rc-measure").child((words.why_gate)(gate)),
        ),
    )
        .into_nodes()
}

/// Draws a scored item.
pub fn item(context: Context, item: Item) -> Nodes {
    let words = &context.words.question;
    let items = item.part().items();
    let number = items
        .iter()
        .position(|&other| other == item)
        .map_or(0, |index| index + 1);
    // What "use" means is said before the items, and stays one press away on each of them.
    let is_first = item == Item::E1;
    let hint = is_first.then(|| el("p").class("rc-question__hint").child(words.use_means));
    let meaning = (!is_first && item.part() != Part::Wellness).then(|| {
        let body = el("p").class("rc-measure").child(words.use_means);
        more(words.what_use_means, body)
    });
    let question = Question {
        id: item.id(),
        stem: Some(words.stem),
        text: (words.item)(item),
        hint,
        choices: item_choices(context, item),
        missing: words.missing,
    };
    let stop = (item.part() != Part::Stage).then(|| {
        el("p").class("rc-question__stop").child(link_button(
            Icon::DOWN,
            Some("finish"),
            words.stop_here,
            move || context.send(Event::Finished),
        ))
    });
    (
        topline(
            context,
            progress(
                context.words,
                part_number(item.part()),
                Some((number, items.len())),
            ),
        ),
        sheet(context, question),
        stop,
        meaning,
    )
        .into_nodes()
}

/// Where a part stands among the four that people are told of; safety is the first.
pub fn part_number(part: Part) -> usize {
    match part {
        Part::Stage => 1,
        Part::Factors => 2,
        Part::Wellness => 3,
    }
}

struct Question {
    id: &'static str,
    stem: Option<&'static str>,
    text: &'static str,
    hint: Option<El>,
    choices: Nodes,
    missing: &'static str,
}

fn sheet(context: Context, question: Question) -> El {
    let Question {
        id,
        stem,
        text,
        hint,
        choices,
        missing,
    } = question;
    let error_id = id.to_owned() + "-missing";
    let described_by = error_id.clone();
    let is_missing = move || context.session.with(|session| session.reply_missing);
    let stem = stem.map(|stem| (el("span").class("rc-question__stem").child(stem), " "));
    el("div")
        .class("rc-sheet")
        .child(
            el("fieldset")
                .attr("data-item", id)
                .attr("aria-describedby", described_by)
                .child(
                    el("legend")
                        .child(stem)
                        .child(heading(text).class("rc-question__text")),
                )
                .child(hint)
                .child(
                    el("p")
                        .class("rc-error")
                        .attr("id", error_id)
                        .attr("role", "alert")
                        .child(live(move || is_missing().then_some(missing))),
                )
                .child(
                    el("div")
                        .class("rc-choices rc-question__options")
                        .child(choices),
                ),
        )
        .child(el("div").class("rc-actions").child(primary(
            "continue",
            context.words.page.go_on,
            move || context.send(Event::Continued),
        )))
        .child(refused_notice(context))
}

fn item_choices(context: Context, item: Item) -> Nodes {
    let words = &context.words.question;
    let stands = move |reply| {
        move || {
            context
                .check_in()
                .is_some_and(|check_in| check_in.answers.reply(item) == reply)
        }
    };
    let one = move |reply: Reply<Frequency>, value, label, hint, class| {
        let picture = reply.given().map(week);
        let tile = Choice {
            name: item.id(),
            value,
            label,
            hint,
            picture,
            many: false,
            class,
        };
        choice(tile, stands(reply), move |_| {
            context.send(Event::Replied(item, reply));
        })
    };
    let codes = ["0", "1", "2", "3", "4"];
    let frequencies = Frequency::ALL.map(|frequency| {
        let about = (words.frequency)(frequency);
        let code = codes[usize::from(frequency.number())];
        one(Reply::Given(frequency), code, about.title, about.text, TILE)
    });
    let skip = one(Reply::Skipped, SKIP, words.skip, "", SKIP_TILE);
    (frequencies.into_iter().collect_nodes(), skip).into_nodes()
}

fn gate_choices(context: Context, gate: Gate) -> Nodes {
    let words = &context.words.question;
    let many = gate.is_multiple();
    let reply = move || {
        context
            .check_in()
            .map_or(Reply::NotSeen, |check_in| check_in.gates.codes(gate))
    };
    let options = GateOption::of(gate).into_iter().map(|(code, option)| {
        let tile = Choice {
            name: gate.id(),
            value: code,
            label: (words.gate_option)(option),
            hint: "",
            picture: None,
            many,
            class: TILE,
        };
        choice(
            tile,
            move || reply().given().is_some_and(|codes| codes.contains(&code)),
            move |checked| {
                let codes = chosen(context, gate, code, checked);
                context.send(Event::RepliedGate(gate, Reply::Given(codes)));
            },
        )
    });
    let tile = Choice {
        name: gate.id(),
        value: SKIP,
        label: words.skip,
        hint: "",
        picture: None,
        many,
        class: SKIP_TILE,
    };
    let skip = choice(
        tile,
        move || reply() == Reply::Skipped,
        move |checked| {
            let reply = if checked {
                Reply::Skipped
            } else {
                Reply::NotSeen
            };
            context.send(Event::RepliedGate(gate, reply));
        },
    );
    (options.collect_nodes(), skip).into_nodes()
}

/// The codes of a gate after one option was pressed. Where several may be chosen, "none of these" and the
/// others push each other out.
fn chosen(context: Context, gate: Gate, code: &'static str, checked: bool) -> Vec<&'static str> {
    const NONE: &str = "none";
    if !gate.is_multiple() {
        return vec![code];
    }
    let before = context
        .check_in_once()
        .and_then(|check_in| check_in.gates.codes(gate).given())
        .unwrap_or_default();
    let mut codes: Vec<_> = before
        .into_iter()
        .filter(|&other| other != code && (code == NONE) == (other == NONE))
        .collect();
    if checked {
        codes.push(code);
    }
    codes
}
