//! Owns the bytes that are stored. Versioned from the first day: a reader that meets a higher version leaves
//! the entry alone.
//!
//! Version 1 of a check-in:
//! `{"v":1,"day":20782,"second":1795651200,"instrument":1,"gates":"Q1:no U3:alcohol,opioids Q2:skip",
//! "answers":"34s-…","pick":"coping","place":"E3","finished":false,"open":true}`.
//! `answers` holds one sign an item in asking order: `0` to `4`, `s` skipped, `-` not seen.

use crate::domain::answers::{Answers, Frequency};
use crate::domain::check_in::{Begun, CheckIn, CheckInId};
use crate::domain::date::Day;
use crate::domain::flow::Place;
use crate::domain::gates::{Gate, Gates};
use crate::domain::help::Region;
use crate::domain::instrument::{self, Factor, ITEM_COUNT, Item};
use crate::domain::reply::Reply;
use serde::{Deserialize, Serialize};

/// The version this program writes.
pub const VERSION: u32 = 1;

/// Why an entry could not be read. Either way it stays in storage as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A later version of this program wrote it.
    Newer,
    /// It is cut short, edited by hand, or not ours.
    Unreadable,
}

#[derive(Deserialize)]
struct Versioned {
    /// However high it has become: what this program can't count to is newer still, not damaged.
    v: f64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCheckIn {
    v: u32,
    day: u32,
    second: u64,
    instrument: u16,
    gates: String,
    answers: String,
    pick: Option<String>,
    place: String,
    finished: bool,
    open: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSettings {
    v: u32,
    region: String,
}

/// The text to store for a check-in. Its id is the key, see [`super::keeper`].
pub fn encode(check_in: &CheckIn) -> String {
    to_text(&StoredCheckIn {
        v: VERSION,
        day: check_in.begun.day.number(),
        second: check_in.begun.second,
        instrument: check_in.version,
        gates: encode_gates(&check_in.gates),
        answers: Item::ALL
            .map(|item| sign(check_in.answers.reply(item)))
            .iter()
            .collect(),
        pick: check_in.pick.map(|factor| factor.code().to_owned()),
        place: check_in.place.name(),
        finished: check_in.finished,
        open: check_in.open,
    })
}

/// The check-in that `text` holds.
///
/// # Errors
/// [`Unread`] when it is of a later version, or not a whole and sound entry.
pub fn decode(id: CheckInId, text: &str) -> Result<CheckIn, Unread> {
    let stored: StoredCheckIn = from_text(text)?;
    match stored.instrument {
        instrument::VERSION => sound(id, &stored).ok_or(Unread::Unreadable),
        0 => Err(Unread::Unreadable),
        // Later questions may have answers and places we don't know.
        _ => Err(Unread::Newer),
    }
}

fn sound(id: CheckInId, stored: &StoredCheckIn) -> Option<CheckIn> {
    Some(CheckIn {
        id,
        begun: Begun {
            day: Day::new(stored.day)?,
            second: stored.second,
        },
        version: stored.instrument,
        gates: decode_gates(&stored.gates)?,
        answers: decode_answers(&stored.answers)?,
        pick: match &stored.pick {
            None => None,
            Some(code) => Some(Factor::from_code(code)?),
        },
        place: Place::from_name(&stored.place)?,
        finished: stored.finished,
        open: stored.open,
    })
}

/// The text to store for the chosen region.
pub fn encode_region(region: Region) -> String {
    to_text(&StoredSettings {
        v: VERSION,
        region: region.code().to_owned(),
    })
}

/// The region that `text` holds.
///
/// # Errors
/// [`Unread`] when it is of a later version, or not a whole and sound entry.
pub fn decode_region(text: &str) -> Result<Region, Unread> {
    let stored: StoredSettings = from_text(text)?;
    Region::from_code(&stored.region).ok_or(Unread::Unreadable)
}

pub(super) fn to_text(stored: &impl Serialize) -> String {
    // Only strings, numbers, booleans, and lists and maps of them: writing them as JSON cannot fail.
    serde_json::to_string(stored).unwrap_or_default()
}

/// Reads the version first, since a later one may hold fields we don't know.
pub(super) fn from_text<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Unread> {
    let Versioned { v } = serde_json::from_str(text).map_err(|_| Unread::Unreadable)?;
    if v < f64::from(VERSION) || v.fract() != 0.0 {
        Err(Unread::Unreadable)
    } else if v > f64::from(VERSION) {
        Err(Unread::Newer)
    } else {
        serde_json::from_str(text).map_err(|_| Unread::Unreadable)
    }
}

fn sign(reply: Reply<Frequency>) -> char {
    match reply {
        Reply::NotSeen => '-',
        Reply::Skipped => 's',
        Reply::Given(answer) => char::from(b'0' + answer.number()),
    }
}

fn decode_answers(signs: &str) -> Option<Answers> {
    let mut answers = Answers::default();
    if signs.len() != ITEM_COUNT {
        return None;
    }
    for (item, sign) in Item::ALL.into_iter().zip(signs.bytes()) {
        let reply = match sign {
            b'-' => Reply::NotSeen,
            b's' => Reply::Skipped,
            digit => Reply::Given(Frequency::from_number(digit.checked_sub(b'0')?)?),
        };
        answers.set(item, reply);
    }
    Some(answers)
}

const SKIP: &str = "skip";

fn encode_gates(gates: &Gates) -> String {
    let mut words = Vec::new();
    for gate in Gate::ALL {
        match gates.codes(gate) {
            Reply::NotSeen => {}
            Reply::Skipped => words.push(format!("{}:{SKIP}", gate.id())),
            Reply::Given(codes) => words.push(format!("{}:{}", gate.id(), codes.join(","))),
        }
    }
    words.join(" ")
}

fn decode_gates(words: &str) -> Option<Gates> {
    let mut gates = Gates::default();
    for word in words.split_whitespace() {
        let (id, codes) = word.split_once(':')?;
        let codes: Vec<&str> = codes.split(',').collect();
        let reply = if codes == [SKIP] {
            Reply::Skipped
        } else {
            Reply::Given(codes.as_slice())
        };
        gates.set(Gate::from_id(id)?, reply).ok()?;
    }
    Some(gates)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> CheckIn {
        let begun = Begun {
            day: Day::from_calendar(2026, 11, 25),
            second: 1_795_651_200,
        };
        let mut check_in = CheckIn::new(CheckInId(7), begun);
        check_in
            .gates
            .set(Gate::U3, Reply::Given(&["alcohol", "other"]))
            .unwrap();
        check_in.gates.set(Gate::Q1, Reply::Skipped).unwrap();
        check_in
            .answers
            .set(Item::E1, Reply::Given(Frequency::Often));
        check_in.answers.set(Item::K3, Reply::Skipped);
        check_in.pick = Some(Factor::Coping);
        check_in.go_to(Place::ResultShort);
        check_in
    }

    #[test]
    fn what_is_written_is_read_back() {
        let check_in = example();
        let text = encode(&check_in);
        assert_eq!(decode(CheckInId(7), &text), Ok(check_in));
        assert!(text.len() < 1200, "a check-in takes {} bytes", text.len());
    }

    #[test]
    fn version_1_reads_as_it_did_on_its_first_day() {
        let text = concat!(
            r#"{"v":1,"day":20782,"second":1795651200,"instrument":1,"#,
            r#""gates":"Q1:skip U3:alcohol,other","answers":"3----------------------------------------s","#,
            r#""pick":"coping","place":"result-short","finished":true,"open":true}"#,
        );
        assert_eq!(decode(CheckInId(7), text), Ok(example()));
        assert_eq!(decode_region(r#"{"v":1,"region":"uk"}"#), Ok(Region::Uk));
    }

    #[test]
    fn cut_short_at_any_length_it_is_unreadable() {
        let text = encode(&example());
        for length in 0..text.len() {
            assert_eq!(
                decode(CheckInId(7), &text[..length]),
                Err(Unread::Unreadable),
                "{length}"
            );
        }
    }

    #[test]
    fn a_later_version_is_told_from_damage() {
        assert_eq!(
            decode(CheckInId(7), r#"{"v":2,"answers":{"new":"form"}}"#),
            Err(Unread::Newer)
        );
        let later_instrument = encode(&example()).replace("\"instrument\":1", "\"instrument\":2");
        assert_eq!(decode(CheckInId(7), &later_instrument), Err(Unread::Newer));
        for later in ["9", "4294967296", "18446744073709551616"] {
            let text = format!("{{\"v\":{later}}}");
            assert_eq!(decode_region(&text), Err(Unread::Newer), "{later}");
        }
        for damaged in [
            "",
            "null",
            "{}",
            r#"{"v":0}"#,
            r#"{"v":1}"#,
            r#"{"v":"1"}"#,
            r#"{"v":-2}"#,
            r#"{"v":2.5}"#,
            "\u{feff}{}",
        ] {
            assert_eq!(
                decode(CheckInId(7), damaged),
                Err(Unread::Unreadable),
                "{damaged}"
            );
        }
    }

    #[test]
    fn an_edit_by_hand_that_makes_no_sense_is_unreadable() {
        let text = encode(&example());
        let edits = [
            ("\"day\":20782", "\"day\":-1"),
            ("\"day\":20782", "\"day\":1000001"),
            ("\"3---", "\"5---"),
            ("\"3---", "\"é--"),
            ("alcohol", "rum"),
            ("Q1:", "Q9:"),
            ("coping", "luck"),
            ("result-short", "nowhere"),
            ("\"open\":true", "\"open\":1"),
            ("\"open\":true", "\"open\":true,\"extra\":1"),
        ];
        for (from, to) in edits {
            let edited = text.replace(from, to);
            assert_ne!(edited, text, "{from}");
            assert_eq!(
                decode(CheckInId(7), &edited),
                Err(Unread::Unreadable),
                "{to}"
            );
        }
    }
}
