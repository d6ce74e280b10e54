//! Owns what a line of each mode may hold, and finds the fault in one that holds something else. Must not know
//! what follows from it.
//!
//! Of several faults one is told, always the same: not JSON before all others, then the keys of the line, its
//! id, and what stands under its other keys. Within an object, the first in reading order.

use super::Mode;
use super::fault::Fault;
use super::json::{NotJson, Raw};
use crate::domain::answers::{Answers, Frequency};
use crate::domain::change::Moment;
use crate::domain::date::Day;
use crate::domain::gates::{Gate, Gates};
use crate::domain::instrument::{Factor, Item, VERSION};
use crate::domain::reply::Reply;

/// The code of a skipped question.
const SKIP: &str = "skip";

/// The versions the format has room for.
const VERSIONS: std::ops::RangeInclusive<u16> = 1..=1000;

/// A line, read.
pub(super) struct Line<'a> {
    /// The id to repeat, as written; always there when the request is.
    pub(super) id: Option<&'a str>,
    pub(super) request: Result<Request, Fault<'a>>,
}

/// What a faultless line asks for.
pub(super) enum Request {
    Score {
        answers: Answers,
        gates: Gates,
        pick: Option<Factor>,
    },
    Change {
        earlier: Side,
        later: Side,
    },
    Flow {
        gates: Gates,
    },
}

/// One side of a comparison.
pub(super) struct Side {
    day: Day,
    version: u16,
    answers: Answers,
}

impl Side {
    pub(super) fn moment(&self) -> Moment<'_> {
        Moment {
            day: self.day,
            version: self.version,
            answers: &self.answers,
        }
    }
}

/// Reads one line, which may hold any bytes.
pub(super) fn line(mode: Mode, line: &[u8]) -> Line<'_> {
    match mode {
        Mode::Score => read(line, ["id", "answers", "gates", "pick"], score),
        Mode::Change => read(line, ["id", "earlier", "later"], change),
        Mode::Flow => read(line, ["id", "gates"], |[_, gates_given]| {
            let gates = gates(gates_given)?;
            Ok(Request::Flow { gates })
        }),
    }
}

/// Only a whole line can turn out not to be JSON: what is inside was stepped over, and so checked, before.
impl From<NotJson> for Fault<'_> {
    fn from(_: NotJson) -> Self {
        Self::NOT_JSON
    }
}

/// What stands under each known key, where the key is there.
type Values<'a, const N: usize> = [Option<Raw<'a>>; N];

fn score([_, answers_given, gates_given, pick]: Values<'_, 4>) -> Result<Request, Fault<'_>> {
    Ok(Request::Score {
        answers: answers(answers_given)?,
        gates: gates(gates_given)?,
        pick: match pick {
            None => None,
            Some(value) => Some(value.named(Factor::from_code).ok_or(Fault::bad("pick"))?),
        },
    })
}

fn change([_, earlier, later]: Values<'_, 3>) -> Result<Request, Fault<'_>> {
    Ok(Request::Change {
        earlier: side("earlier", earlier)?,
        later: side("later", later)?,
    })
}

fn side<'a>(name: &'static str, given: Option<Raw<'a>>) -> Result<Side, Fault<'a>> {
    let given = given.ok_or(Fault::missing(name))?;
    if !given.is_object() {
        return Err(Fault::bad(name));
    }
    Fields::read(given, ["day", "answers", "gates", "version"])
        .map_err(Fault::from)
        .and_then(Fields::values)
        .and_then(|[day, answers_given, gates_given, version]| {
            gates(gates_given)?;
            Ok(Side {
                day: self::day(day.ok_or(Fault::missing("day"))?).ok_or(Fault::bad("day"))?,
                version: match version {
                    None => VERSION,
                    Some(value) => self::version(value).ok_or(Fault::bad("version"))?,
                },
                answers: answers(answers_given)?,
            })
        })
        .map_err(|fault| fault.within(name))
}

fn day(value: Raw<'_>) -> Option<Day> {
    Day::new(u32::try_from(value.integer()?).ok()?)
}

fn version(value: Raw<'_>) -> Option<u16> {
    let version = u16::try_from(value.integer()?).ok()?;
    VERSIONS.contains(&version).then_some(version)
}

fn answers(given: Option<Raw<'_>>) -> Result<Answers, Fault<'_>> {
    let mut answers = Answers::default();
    entries("answers", given, |key, value| {
        let item = known(key, Item::from_id)?;
        if answers.reply(item).is_seen() {
            return Err(Fault::duplicate(item.id()));
        }
        answers.set(item, frequency(value).ok_or(Fault::bad(item.id()))?);
        Ok(())
    })?;
    Ok(answers)
}

fn frequency(value: Raw<'_>) -> Option<Reply<Frequency>> {
    if value.is_string() {
        return value.named(|code| (code == SKIP).then_some(Reply::Skipped));
    }
    let number = u8::try_from(value.integer()?).ok()?;
    Frequency::from_number(number).map(Reply::Given)
}

fn gates(given: Option<Raw<'_>>) -> Result<Gates, Fault<'_>> {
    let mut gates = Gates::default();
    entries("gates", given, |key, value| {
        let gate = known(key, Gate::from_id)?;
        if gates.is_seen(gate) {
            return Err(Fault::duplicate(gate.id()));
        }
        choose(&mut gates, gate, value).ok_or(Fault::bad(gate.id()))
    })?;
    Ok(gates)
}

/// Records what `value` chooses for `gate`; none when it is no choice.
fn choose(gates: &mut Gates, gate: Gate, value: Raw<'_>) -> Option<()> {
    let known = gate.codes();
    let code =
        |value: Raw<'_>| value.named(|name| known.iter().copied().find(|&code| code == name));
    if value.is_list() && gate.is_multiple() {
        let mut chosen = Vec::with_capacity(known.len());
        for element in value.elements()? {
            let code = code(element)?;
            // Kept once, so that a list of a million is no heavier than its options.
            if !chosen.contains(&code) {
                chosen.push(code);
            }
        }
        let reply = if chosen.is_empty() {
            Reply::Skipped
        } else {
            Reply::Given(&chosen[..])
        };
        return gates.set(gate, reply).ok();
    }
    if let Some(code) = code(value) {
        return gates.set(gate, Reply::Given(&[code])).ok();
    }
    value.named(|name| (name == SKIP).then_some(()))?;
    gates.set(gate, Reply::Skipped).ok()
}

/// What `find` knows under `key`.
fn known<T>(key: Raw<'_>, find: impl Fn(&str) -> Option<T>) -> Result<T, Fault<'_>> {
    key.named(find)
        .ok_or_else(|| Fault::unknown(key.within_quotes().unwrap_or_default()))
}

/// Hands the entries of the object under `name`, if it is there, to `take` up to the first fault.
fn entries<'a>(
    name: &'static str,
    given: Option<Raw<'a>>,
    mut take: impl FnMut(Raw<'a>, Raw<'a>) -> Result<(), Fault<'a>>,
) -> Result<(), Fault<'a>> {
    let Some(object) = given else {
        return Ok(());
    };
    if !object.is_object() {
        return Err(Fault::bad(name));
    }
    let mut taken = Ok(());
    object.each_entry(|key, value| {
        if taken.is_ok() {
            taken = take(key, value);
        }
    })?;
    taken.map_err(|fault| fault.within(name))
}

/// Reads the object a line holds, and then what it asks for. The first of `names` is the id's.
fn read<'a, const N: usize>(
    line: &'a [u8],
    names: [&'static str; N],
    request: impl FnOnce(Values<'a, N>) -> Result<Request, Fault<'a>>,
) -> Line<'a> {
    let fields = match top(line, names) {
        Ok(fields) => fields,
        Err(fault) => {
            let request = Err(fault);
            return Line { id: None, request };
        }
    };
    let id = fields.given.first().and_then(|given| given.once());
    let usable = id.filter(|id| id.is_string()).map(Raw::text);
    Line {
        id: usable,
        request: fields.values().and_then(|values| match (id, usable) {
            (None, _) => Err(Fault::missing("id")),
            (Some(_), None) => Err(Fault::bad("id")),
            (Some(_), Some(_)) => request(values),
        }),
    }
}

fn top<'a, const N: usize>(
    line: &'a [u8],
    names: [&'static str; N],
) -> Result<Fields<'a, N>, Fault<'a>> {
    let text = str::from_utf8(line).map_err(|_| Fault::NOT_JSON)?;
    let value = Raw::new(text)?;
    if !value.is_object() {
        return Err(Fault::NOT_OBJECT);
    }
    Ok(Fields::read(value, names)?)
}

/// How often a key was there.
#[derive(Clone, Copy)]
enum Given<'a> {
    Never,
    Once(Raw<'a>),
    Again,
}

impl<'a> Given<'a> {
    fn once(self) -> Option<Raw<'a>> {
        match self {
            Self::Once(value) => Some(value),
            Self::Never | Self::Again => None,
        }
    }
}

/// An object of fixed keys. Read to its end even after a fault, since the id may come last.
struct Fields<'a, const N: usize> {
    given: [Given<'a>; N],
    fault: Option<Fault<'a>>,
}

impl<'a, const N: usize> Fields<'a, N> {
    fn read(object: Raw<'a>, names: [&'static str; N]) -> Result<Self, NotJson> {
        let mut given = [Given::Never; N];
        let mut fault = None;
        object.each_entry(|key, value| {
            let place = known(key, |name| names.iter().position(|&known| known == name));
            let taken = place.and_then(|place| match given[place] {
                Given::Never => {
                    given[place] = Given::Once(value);
                    Ok(())
                }
                Given::Once(_) | Given::Again => {
                    given[place] = Given::Again;
                    Err(Fault::duplicate(names[place]))
                }
            });
            fault = fault.or(taken.err());
        })?;
        Ok(Self { given, fault })
    }

    fn values(self) -> Result<Values<'a, N>, Fault<'a>> {
        match self.fault {
            Some(fault) => Err(fault),
            None => Ok(self.given.map(Given::once)),
        }
    }
}
