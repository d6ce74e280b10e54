//! The answers behind a score, as the person gave them.

use super::week::week;
use crate::domain::answers::Frequency;
use crate::domain::check_in::CheckIn;
use crate::domain::instrument::Item;
use crate::domain::reply::Reply;
use crate::domain::stage::key_value;
use crate::i18n::Words;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// Every item of a scale with its answer and what it counts. Marks what raises an area alone, and items where
/// fewer days count as more.
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
    let why = &words.later().why;
    let (answer, dots) = match reply {
        Reply::Given(frequency) => ((question.frequency)(frequency).title, Some(week(frequency))),
        Reply::Skipped | Reply::NotSeen => (why.skipped, None),
    };
    let value = check_in.answers.value(item);
    // No key item counts the other way round, so its least value is the answer's own number.
    let alone = key_value(item).map(|least| {
        let from = Frequency::from_number(least).map(|from| (question.frequency)(from).title);
        if value.is_some_and(|value| value >= least) {
            why.counts_alone.to_owned()
        } else {
            from.map(why.alone_from).unwrap_or_default()
        }
    });
    let notes = [alone, item.is_reversed().then(|| why.reversed.to_owned())];
    let counts = value.map(|value| (", ", (why.counts)(&value.to_string())));
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
                .child(el("span").child(answer).child(counts))
                .child(" ")
                .child(dots),
        )
}
