//! The safety cards. Urgency shows by shape, weight and hidden words, never by colour alone.

use super::icon::{Icon, icon};
use super::lines::{call_emergency, ways};
use crate::domain::help::Region;
use crate::domain::safety::{Card, Cards, Emergency};
use crate::i18n::Words;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// Every due card in the sheet's order.
pub fn safety_cards(words: &'static Words, region: Region, cards: &Cards) -> Nodes {
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
    let title = region.emergency().map_or_else(
        || card.call_now_anywhere.to_owned(),
        |number| (card.call_now)(number),
    );
    let danger = reasons.danger.then(|| {
        let steps = card.wont_wake_steps.map(|step| el("li").child(step));
        (
            el("p").child(card.wont_wake),
            el("ul").class("rc-safety__list").child(steps),
        )
    });
    let self_harm = reasons.self_harm.then(|| {
        let line = region.crisis();
        let or_call = line.map_or_else(
            || card.or_call_anywhere.to_owned(),
            |line| (card.or_call)((words.help.service)(line.service).title),
        );
        (
            el("p").child(or_call).child(" ").child(card.stay_near),
            line.map(|line| ways(words, line)),
        )
    });
    let body = (
        el("p").child(card.we_cannot_call),
        danger,
        call_emergency(words, region),
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

fn overdose(words: &'static Words, region: Region) -> El {
    let card = &words.card;
    // Where a region has no line for using alone, the crisis line stands in: no card is without a person.
    let line = region.use_alone();
    let alone = line.map(|line| {
        let name = (words.help.service)(line.service).title;
        (" ", (card.if_alone)(name), " ", card.stays_on_line)
    });
    let body = (
        el("p").child(card.overdose.text).child(alone),
        line.or(region.crisis()).map(|line| ways(words, line)),
    );
    soon(Card::A2, words, card.overdose.title, body)
}

fn self_harm(words: &'static Words, region: Region) -> El {
    let card = &words.card;
    let body = (
        el("p").child(card.self_harm.text),
        region.crisis().map(|line| ways(words, line)),
        el("p").child(card.self_harm_out_of_reach),
    );
    soon(Card::A3, words, card.self_harm.title, body)
}

fn withdrawal(words: &'static Words, region: Region) -> El {
    let card = &words.card;
    let severe = region.emergency().map_or_else(
        || card.withdrawal_severe_anywhere.to_owned(),
        |number| (card.withdrawal_severe)(number),
    );
    let body = (
        el("p").child(card.withdrawal.text).child(" ").child(severe),
        call_emergency_quiet(words, region),
    );
    soon(Card::A4, words, card.withdrawal.title, body)
}

/// The emergency number on a card that is not itself an emergency: a plain button.
fn call_emergency_quiet(words: &'static Words, region: Region) -> Option<El> {
    let number = region.emergency()?;
    let way = crate::domain::help::Way::Call(number);
    Some(
        el("p")
            .class("rc-line__ways")
            .child(super::lines::way_button(words, way)),
    )
}

fn support(words: &'static Words, region: Region) -> El {
    let card = &words.card;
    let body = (
        el("p")
            .child(card.support.text)
            .child(" ")
            .child(card.support_break),
        region.crisis().map(|line| ways(words, line)),
    );
    soon(Card::A5, words, card.support.title, body)
}
