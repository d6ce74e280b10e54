//! Generators shared by the property tests: any answers, any gates, any pick.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use recovery_check::domain::answers::{Answers, Frequency};
use recovery_check::domain::gates::{Gate, Gates};
use recovery_check::domain::instrument::{Factor, ITEM_COUNT, Item};
use recovery_check::domain::reply::Reply;

/// Answers of every kind: from all given to nearly none, from few signs to many, and often all alike, so that
/// every stage, unknown score and prompt comes up.
pub(crate) fn answers() -> impl Strategy<Value = Answers> {
    let kind = (0..=10_u8, 0..=4_u8, 0..=4_u8);
    (kind, vec((0..10_u8, 0..=4_u8), ITEM_COUNT)).prop_map(|((missing, lowest, spread), rolls)| {
        let mut answers = Answers::default();
        for (item, (roll, number)) in Item::ALL.into_iter().zip(rolls) {
            let answer = (lowest + number % (spread + 1)).min(4);
            let reply = match Frequency::from_number(answer) {
                Some(frequency) if roll >= missing => Reply::Given(frequency),
                _ if roll % 2 == 0 => Reply::NotSeen,
                _ => Reply::Skipped,
            };
            answers.set(item, reply);
        }
        answers
    })
}

/// What a person may reply to `gate`: any of its options, several where that is allowed, or a skip.
pub(crate) fn gate_reply(gate: Gate) -> BoxedStrategy<Reply<Vec<&'static str>>> {
    let codes = gate.codes().to_vec();
    let given = if gate.is_multiple() {
        let count = 1..=codes.len();
        subsequence(codes, count).boxed()
    } else {
        select(codes).prop_map(|code| vec![code]).boxed()
    };
    prop_oneof![1 => Just(Reply::Skipped), 5 => given.prop_map(Reply::Given)].boxed()
}

/// One reply to each gate, in asking order, as a person would give it if asked.
pub(crate) fn gate_replies() -> impl Strategy<Value = Vec<(Gate, Reply<Vec<&'static str>>)>> {
    Gate::ALL
        .map(|gate| gate_reply(gate).prop_map(move |reply| (gate, reply)))
        .to_vec()
}

/// Gates in any state, also with replies held behind a condition that is no longer met, and with gates not
/// reached.
pub(crate) fn gates() -> impl Strategy<Value = Gates> {
    (gate_replies(), vec(0..8_u8, Gate::ALL.len())).prop_map(|(replies, rolls)| {
        let mut gates = Gates::default();
        for ((gate, reply), roll) in replies.into_iter().zip(rolls) {
            if roll > 0 {
                record(&mut gates, gate, &reply);
            }
        }
        gates
    })
}

/// The factor a person puts first, if any.
pub(crate) fn pick() -> impl Strategy<Value = Option<Factor>> {
    proptest::option::of(select(Factor::ALL.to_vec()))
}

/// Records a generated reply.
pub(crate) fn record(gates: &mut Gates, gate: Gate, reply: &Reply<Vec<&'static str>>) {
    let outcome = match reply {
        Reply::NotSeen => gates.set(gate, Reply::NotSeen),
        Reply::Skipped => gates.set(gate, Reply::Skipped),
        Reply::Given(codes) => gates.set(gate, Reply::Given(codes)),
    };
    assert!(outcome.is_ok(), "{gate:?} takes {reply:?}");
}
