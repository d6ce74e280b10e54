//! The answers behind a score, as the person gave them.

use super::week::week;
use crate::domain::check_in::CheckIn;
use crate::domain::instrument::Item;
use crate::domain::reply::Reply;
use crate::domain::stage::key_value;
use crate::i18n::Words;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// Every item of a scale with its answer. Marks answers that raise their area alone, and items where fewer
/// days count as more.
pub fn answers_behind(words: &'static Words, check_in: &CheckIn, items: &'static [Item]) -> Nodes {
    items
        .iter()
        .map(|&item| answer_behind(words, check_in, item))
        .collect_nodes()
        .into_nodes()
}

fn answer_behind(words: &'static Words, check_in: &CheckIn, item: Item) -> El {
    let question = &words.question;
    let reply = check_in.answers.reply(item);
    let (answer, dots) = match reply {
        Reply::Given(frequency) => ((question.frequency)(frequency).title, Some(week(frequency))),
        Reply::Skipped | Reply::NotSeen => (words.result.skipped, None),
    };
    let alone = key_value(item).is_some_and(|least| {
        check_in
            .answers
            .value(item)
            .is_some_and(|value| value >= least)
    });
    let notes = [
        alone.then_some(words.result.counts_alone),
        item.is_reversed().then_some(words.result.reversed),
    ];
    let notes = notes
        .into_iter()
        .flatten()
        .map(|note| el("span").class("rc-soft rc-small").child(" ").child(note));
    el("p")
        .class("rc-quote")
        .child(
            el("span")
                .child((question.item)(item))
                .child(notes.collect_nodes()),
        )
        .child(" ")
        .child(
            el("span")
                .class("rc-quote__answer")
                .child(answer)
                .child(" ")
                .child(dots),
        )
}
