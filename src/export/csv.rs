//! One row a check-in, for a spreadsheet: RFC 4180, UTF-8, CRLF, codes only. An empty field is "not known".
//!
//! Data dictionary; the codes are those of the score format, and names never change within a version:
//!
//! | columns | hold |
//! |---|---|
//! | `id` | the check-in's random number, 16 hexadecimal digits |
//! | `date` | the person's own date, ISO 8601; the past seven days end there |
//! | `version` | version of items, options, gates and rules |
//! | `finished` | `1` once a result was seen; columns after `pick` are empty before |
//! | `Q1` … `Q2` | gates in asking order: codes of the options (several with spaces between), `skip`, or empty where not asked |
//! | `E1` … `K3` | items in asking order: `0` (never) to `4` (every day) before reversing, `skip`, or empty where not seen |
//! | `pick` | the factor the person put first |
//! | `NAME` | a score from 0 to 100, rounded half up to two decimals: `emotional mental physical total`, six factors, four domains, `overall` |
//! | `NAME_num`, `NAME_den` | the same score exactly, as a fraction |
//! | `NAME_partial` | `1` when an item behind it was skipped |
//! | `health_band` … | `care`, `building` or `strong` |
//! | `level` | of the total: `few`, `some` or `many` |
//! | `use`, `stage`, `key`, `wording` | the stage and its grounds |
//! | `raised`, `also`, `ranked`, `cards` | lists, with spaces between |
//! | `same_answer` | `1` when one answer was given all the way |

use super::{SCALES, Taken, decimal};
use crate::domain::check_in::CheckIn;
use crate::domain::gates::Gate;
use crate::domain::instrument::{Area, Domain, Item};
use crate::domain::reply::Reply;
use crate::domain::safety::Card;
use crate::domain::scoring::Level;
use crate::domain::wellness::Band;

const BEFORE: [&str; 4] = ["id", "date", "version", "finished"];
const AFTER: [&str; 10] = [
    "level",
    "use",
    "stage",
    "key",
    "wording",
    "raised",
    "also",
    "ranked",
    "cards",
    "same_answer",
];
/// What follows the name of a scale.
const OF_SCALE: [&str; 4] = ["", "_num", "_den", "_partial"];

/// The table.
pub fn write(taken: &Taken) -> String {
    let mut rows = vec![header()];
    rows.extend(taken.found.check_ins.iter().map(row));
    let lines = rows.iter().map(|fields| fields.join(",") + "\r\n");
    lines.collect()
}

fn header() -> Vec<String> {
    let owned = |name: &str| name.to_owned();
    let mut names: Vec<String> = BEFORE.map(owned).to_vec();
    names.extend(Gate::ALL.map(|gate| owned(gate.id())));
    names.extend(Item::ALL.map(|item| owned(item.id())));
    names.push(owned("pick"));
    for scale in SCALES {
        names.extend(OF_SCALE.map(|end| owned(scale.code()) + end));
    }
    names.extend(Domain::ALL.map(|domain| owned(domain.code()) + "_band"));
    names.extend(AFTER.map(owned));
    names
}

/// The fields of a check-in. All are codes and numbers, so none needs quotes.
fn row(check_in: &CheckIn) -> Vec<String> {
    let gates = check_in.gates.effective();
    let mut fields = vec![
        check_in.id.name(),
        check_in.begun.day.iso(),
        check_in.version.to_string(),
        truth(check_in.finished),
    ];
    fields.extend(Gate::ALL.map(|gate| reply(gates.codes(gate).map(|codes| codes.join(" ")))));
    fields.extend(Item::ALL.map(|item| {
        let number = |answer: crate::domain::answers::Frequency| answer.number().to_string();
        reply(check_in.answers.reply(item).map(number))
    }));
    fields.push(
        check_in
            .pick
            .map_or_else(String::new, |pick| pick.code().to_owned()),
    );
    if check_in.finished {
        fields.extend(results(check_in));
    }
    fields.resize(header().len(), String::new());
    fields
}

fn results(check_in: &CheckIn) -> Vec<String> {
    let result = check_in.result();
    let scores = &result.scores;
    let mut fields = Vec::new();
    for scale in SCALES {
        let exact = |score: crate::domain::scoring::Score| {
            [
                decimal(score),
                score.value().num().to_string(),
                score.value().den().to_string(),
                truth(score.is_partial()),
            ]
        };
        fields.extend(scale.score(scores).map(exact).unwrap_or_default());
    }
    fields.extend(Domain::ALL.map(|domain| {
        let band = scores.domain(domain).map(Band::of);
        band.map_or("", Band::code).to_owned()
    }));
    let stage = &result.stage;
    fields.extend([
        result.level.map_or("", Level::code).to_owned(),
        stage.use_report.code().to_owned(),
        stage.stage.code().to_owned(),
        truth(stage.key),
        result.wording.code().to_owned(),
        list(stage.raised().map(Area::code)),
        list(stage.also().map(Area::code)),
        list(result.ranked.iter().map(|factor| factor.code())),
        list(result.cards.iter().map(Card::code)),
        truth(result.same_answer),
    ]);
    fields
}

fn reply(reply: Reply<String>) -> String {
    match reply {
        Reply::NotSeen => String::new(),
        Reply::Skipped => "skip".to_owned(),
        Reply::Given(text) => text,
    }
}

fn truth(truth: bool) -> String {
    u8::from(truth).to_string()
}

fn list(codes: impl Iterator<Item = &'static str>) -> String {
    codes.collect::<Vec<_>>().join(" ")
}
