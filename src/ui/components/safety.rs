//! The safety cards. Urgency shows by shape, weight and hidden words, never by colour alone.

use super::icon::{Icon, icon};
use super::lines::{call_emergency, way_button, ways};
use super::region_select::region_select;
use crate::domain::help::{Line, Region, Way};
use crate::domain::safety::{Card, Cards, Emergency};
use crate::i18n::Words;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};

/// Every due card in the sheet's order, and under them whose numbers they show: a phone's language often
/// names another country than the one its owner is in.
pub fn safety_cards(context: Context, cards: Cards) -> Nodes {
    let words = context.words;
    if cards.iter().next().is_none() {
        return Vec::new();
    }
    let due = move || {
        let region = context.region();
        cards
            .iter()
            .map(|card| match card {
                Card::A1 => emergency(words, region, cards.emergency),
                Card::A2 => overdose(words, region),
                Card::A3 => self_harm(words, region),
                Card::A4 => withdrawal(words, region),
                Card::A5 => support(words, region),
            })
            .collect_nodes()
    };
    let country = region_select(context, words.card.numbers_for, "rc-select");
    (live(due), country).into_nodes()
}

fn frame(
    card: Card,
    class: &'static str,
    mark: Icon,
    urgency: &'static str,
    title: impl IntoNodes,
    body: impl IntoNodes,
) -> El {
    let id = "card-".to_owned() + card.code();
    let labelled_by = id.clone();
    el("section")
        .class(class)
        .attr("data-card", card.code())
        .attr("aria-labelledby", labelled_by)
        .child(
            el("div")
                .class("rc-safety__head")
                .child(icon(mark, "rc-icon rc-safety__icon"))
                .child(
                    el("h2")
                        .attr("id", id)
                        .child(el("span").class("rc-hidden").child(urgency))
                        .child(title),
                ),
        )
        .child(body)
}

fn soon(card: Card, words: &Words, title: &'static str, body: impl IntoNodes) -> El {
    frame(
        card,
        "rc-safety rc-safety--soon",
        Icon::SOON,
        words.card.read_soon,
        title,
        body,
    )
}

fn emergency(words: &'static Words, region: Region, reasons: Emergency) -> El {
    let card = &words.card;
    let title = words.emergency(region).map_or_else(
        || card.call_now_anywhere.to_owned(),
        |number| (card.call_now)(&number),
    );
    let danger = reasons.danger.then(|| {
        let steps = card.wont_wake_steps.map(|step| el("li").child(step));
        (
            el("p").child(card.wont_wake),
            el("ul").class("rc-safety__list").child(steps),
        )
    });
    let self_harm = reasons.self_harm.then(|| {
        let or_call = region.crisis().and_then(Line::number).map_or_else(
            || card.or_call_anywhere.to_owned(),
            |number| (card.or_call)(number),
        );
        (
            el("p").child(or_call).child(" ").child(card.stay_near),
            crisis_lines(words, region),
        )
    });
    let body = (
        el("p").child(card.we_cannot_call),
        call_emergency(words, region),
        danger,
        self_harm,
    );
    frame(
        Card::A1,
        "rc-safety rc-safety--now",
        Icon::NOW,
        card.do_now,
        title,
        body,
    )
}

/// Every way to reach someone in a crisis, each with the name of who answers.
fn crisis_lines(words: &'static Words, region: Region) -> Nodes {
    region
        .crisis_lines()
        .map(|line| {
            let name = (words.help.service)(line.service).title;
            (
                el("p").child((words.card.talk_with)(name)),
                ways(words, line),
            )
        })
        .collect_nodes()
}

fn overdose(words: &'static Words, region: Region) -> El {
    let card = &words.card;
    let text = el("p").child(card.overdose.text);
    // Where a region has no line for using alone, a crisis line stands in: no card is without a person.
    let body = match region.use_alone() {
        Some(line) => {
            let name = (words.help.service)(line.service).title;
            let alone = text.child(" ").child((card.if_alone)(name));
            let alone = alone.child(" ").child(card.stays_on_line);
            (alone, ways(words, line)).into_nodes()
        }
        None => (text, crisis_lines(words, region)).into_nodes(),
    };
    soon(Card::A2, words, card.overdose.title, body)
}

fn self_harm(words: &'static Words, region: Region) -> El {
    let card = &words.card;
    let body = (
        el("p").child(card.self_harm.text),
        crisis_lines(words, region),
        el("p").child(card.self_harm_out_of_reach),
    );
    soon(Card::A3, words, card.self_harm.title, body)
}

fn withdrawal(words: &'static Words, region: Region) -> El {
    let card = &words.card;
    let severe = words.emergency(region).map_or_else(
        || card.withdrawal_severe_anywhere.to_owned(),
        |number| (card.withdrawal_severe)(&number),
    );
    let call = region.emergency().map(|number| {
        el("p")
            .class("rc-line__ways")
            .child(way_button(words, Way::Call(number)))
    });
    let body = (
        el("p").child(card.withdrawal.text).child(" ").child(severe),
        call,
        crisis_lines(words, region),
    );
    soon(Card::A4, words, card.withdrawal.title, body)
}

fn support(words: &'static Words, region: Region) -> El {
    let card = &words.card;
    let body = (
        el("p")
            .child(card.support.text)
            .child(" ")
            .child(card.support_break),
        crisis_lines(words, region),
    );
    soon(Card::A5, words, card.support.title, body)
}
