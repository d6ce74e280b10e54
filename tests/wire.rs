//! The scoring command line by line: worked lines, every fault, what streaming promises, and that no bytes at
//! all upset it.
//!
//! The worked lines are in `tests/data/wire-*.jsonl`. Their answers are compared byte by byte, so the order of
//! keys counts.

use std::cell::RefCell;
use std::io::{self, Read, Write};

use proptest::collection::vec;
use proptest::prelude::*;
use recovery_check::domain::answers::{Answers, Frequency};
use recovery_check::domain::gates::{Gate, Gates};
use recovery_check::domain::instrument::{Area, Domain, Factor, Item};
use recovery_check::domain::reply::Reply;
use recovery_check::domain::result::CheckResult;
use recovery_check::domain::safety::{Card, Cards};
use recovery_check::domain::scoring::{Level, Score};
use recovery_check::domain::wellness::Band;
use recovery_check::wire::{Answered, Mode, Tally, answer_line, run};
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// What the command answers to one line.
fn answer(mode: Mode, line: impl AsRef<[u8]>) -> String {
    let mut out = Vec::new();
    answer_line(mode, line.as_ref(), &mut out);
    String::from_utf8(out).unwrap()
}

/// What the command answers to many lines.
fn run_all(mode: Mode, input: &[u8]) -> (String, Tally) {
    let mut out = Vec::new();
    let tally = run(mode, input, &mut out).unwrap();
    (String::from_utf8(out).unwrap(), tally)
}

/// The line that tells a fault. `id` and `field` are JSON.
fn fault(id: &str, code: &str, field: &str) -> String {
    format!("{{\"id\":{id},\"error\":{{\"code\":\"{code}\",\"field\":{field}}}}}\n")
}

/// Checks a table of lines with the id `a`: the line, its fault and its field, two spaces between.
fn assert_faults(mode: Mode, table: &str) {
    for case in table.lines().filter(|case| !case.is_empty()) {
        let [line, code, field] = *case.split("  ").collect::<Vec<_>>() else {
            panic!("{case}");
        };
        assert_eq!(answer(mode, line), fault("\"a\"", code, field), "{line}");
    }
}

// Worked lines.

#[derive(serde::Deserialize)]
struct Worked<'a> {
    why: String,
    #[serde(borrow, rename = "in")]
    line: &'a RawValue,
    #[serde(borrow, rename = "out")]
    answer: &'a RawValue,
}

fn assert_worked(mode: Mode, file: &str) {
    for line in file.lines() {
        let worked: Worked = serde_json::from_str(line).unwrap();
        let expected = worked.answer.get().to_owned() + "\n";
        assert_eq!(answer(mode, worked.line.get()), expected, "{}", worked.why);
    }
}

#[test]
fn score_lines_are_answered_as_worked_out() {
    assert_worked(Mode::Score, include_str!("data/wire-score.jsonl"));
}

#[test]
fn change_lines_are_answered_as_worked_out() {
    assert_worked(Mode::Change, include_str!("data/wire-change.jsonl"));
}

#[test]
fn flow_lines_are_answered_as_worked_out() {
    assert_worked(Mode::Flow, include_str!("data/wire-flow.jsonl"));
}

#[test]
fn modes_have_exact_names() {
    for mode in Mode::ALL {
        assert_eq!(Mode::from_name(mode.name()), Some(mode));
    }
    for name in ["", "Score", "score ", "flow,change"] {
        assert_eq!(Mode::from_name(name), None);
    }
}

// Faults.

#[test]
fn what_is_no_json_has_neither_id_nor_field() {
    let cases: [&[u8]; 20] = [
        b"{",
        b"x",
        b"{\"id\":\"a\",}",
        b"{\"id\":\"a\"} {}",
        b"{\"id\":\"a\"}}",
        b"{'id':'a'}",
        b"{id:\"a\"}",
        b"{\"id\":\"a\",\"pick\":NaN}",
        b"{\"id\":\"a\",\"pick\":-Infinity}",
        b"{\"id\":\"a\"/**/}",
        b"{\"id\":\"a\",\"answers\":{\"E1\":01}}",
        b"{\"id\":\"a\",\"answers\":{\"E1\":1.}}",
        b"{\"id\":\"a\",\"answers\":{\"E1\":+1}}",
        b"{\"id\":\"a\",\"answers\":{\"E1\":1,}}",
        b"{\"id\":\"a\tb\"}",
        b"{\"id\":\"\\x61\"}",
        b"{\"id\":\"\\u00g0\"}",
        b"\xef\xbb\xbf{\"id\":\"a\"}",
        b"{\"id\":\"\xff\"}",
        b"\x0c",
    ];
    for line in cases {
        for mode in Mode::ALL {
            let expected = fault("null", "not_json", "null");
            assert_eq!(answer(mode, line), expected, "{}", line.escape_ascii());
        }
    }
}

#[test]
fn json_that_is_no_object_is_told_apart() {
    for line in [
        "[]",
        "[{\"id\":\"a\"}]",
        "null",
        "true",
        "\"a\"",
        "1e999",
        " 0 ",
    ] {
        for mode in Mode::ALL {
            assert_eq!(
                answer(mode, line),
                fault("null", "not_object", "null"),
                "{line}"
            );
        }
    }
}

#[test]
fn faults_in_a_score_line_are_named() {
    assert_faults(
        Mode::Score,
        r#"
{"id":"a","pick":"coping","pick":"coping"}  duplicate_key  "pick"
{"answers":{},"answers":{},"id":"a"}  duplicate_key  "answers"
{"id":"a","answers":{"E1":1,"E1":1}}  duplicate_key  "answers.E1"
{"id":"a","answers":{"E1":"skip","\u00451":1}}  duplicate_key  "answers.E1"
{"id":"a","gates":{"U3":[],"U3":"skip"}}  duplicate_key  "gates.U3"
{"id":"a","version":1}  unknown_key  "version"
{"id":"a","":1}  unknown_key  ""
{"id":"a","x\"\ud800.y":1}  unknown_key  "x\"\ud800.y"
{"id":"a","answers":{"T3":1}}  unknown_key  "answers.T3"
{"id":"a","answers":{"e1":1}}  unknown_key  "answers.e1"
{"id":"a","answers":{"Q1":"no"}}  unknown_key  "answers.Q1"
{"id":"a","gates":{"U6":"no"}}  unknown_key  "gates.U6"
{"id":"a","answers":[]}  bad_value  "answers"
{"id":"a","gates":null}  bad_value  "gates"
{"id":"a","pick":"Coping"}  bad_value  "pick"
{"id":"a","pick":null}  bad_value  "pick"
{"id":"a","pick":"skip"}  bad_value  "pick"
"#,
    );
}

#[test]
fn only_whole_numbers_from_0_to_4_and_skip_are_answers() {
    for bad in [
        "5",
        "-1",
        "2.0",
        "1e0",
        "1e999",
        "99999999999999999999",
        "\"1\"",
        "\"Skip\"",
        "\"\"",
        "true",
        "null",
        "[1]",
        "[]",
        "{}",
        "{\"a\":1,\"a\":1}",
        "-0.0",
        r#""\ud800""#,
    ] {
        let line = format!(r#"{{"id":"a","answers":{{"E1":{bad}}}}}"#);
        assert_eq!(
            answer(Mode::Score, &line),
            fault("\"a\"", "bad_value", "\"answers.E1\""),
            "{bad}"
        );
    }
    let scored = |value: &str| {
        answer(
            Mode::Score,
            format!(r#"{{"id":"a","answers":{{"E1":{value}}}}}"#),
        )
    };
    assert_eq!(scored("-0"), scored("0"));
    assert_eq!(scored(r#""\u0073kip""#), scored("\"skip\""));
}

#[test]
fn only_the_codes_of_a_gate_are_its_answers() {
    for (gate, bad) in [
        ("Q1", "true"),
        ("Q1", "\"maybe\""),
        ("U1", "[\"week\"]"),
        ("U1", "[]"),
        ("U2", "1"),
        ("U2", "\"2\""),
        ("U3", "[\"skip\"]"),
        ("U3", "[\"alcohol\",\"skip\"]"),
        ("U3", "[\"alcohol\",1]"),
        ("U3", "[[\"alcohol\"]]"),
        ("U3", "\"none\""),
        ("U3", "{\"alcohol\":true}"),
        ("U4", "[\"none\"]"),
        ("Q4", "\"\""),
        ("Q4", "null"),
        ("Q4", "[\"none\",\"Shakes\"]"),
    ] {
        let line = format!(r#"{{"id":"a","gates":{{"{gate}":{bad}}}}}"#);
        let expected = fault("\"a\"", "bad_value", &format!("\"gates.{gate}\""));
        assert_eq!(answer(Mode::Score, &line), expected, "{line}");
        assert_eq!(answer(Mode::Flow, &line), expected, "{line}");
    }
}

#[test]
fn faults_in_a_change_line_are_named_at_every_level() {
    assert_faults(
        Mode::Change,
        r#"
{"id":"a","later":{"day":1}}  missing_key  "earlier"
{"id":"a","earlier":{"day":1}}  missing_key  "later"
{"id":"a","earlier":{},"later":{"day":1}}  missing_key  "earlier.day"
{"id":"a","earlier":{"day":1},"later":{}}  missing_key  "later.day"
{"id":"a","earlier":[],"later":{"day":1}}  bad_value  "earlier"
{"id":"a","earlier":{"day":1},"later":null}  bad_value  "later"
{"id":"a","earlier":{"day":1},"later":{"day":1},"gates":{}}  unknown_key  "gates"
{"id":"a","earlier":{"day":1,"pick":"coping"},"later":{"day":1}}  unknown_key  "earlier.pick"
{"id":"a","earlier":{"day":1,"day":1},"later":{"day":1}}  duplicate_key  "earlier.day"
{"id":"a","earlier":{"day":1},"earlier":{"day":1},"later":{"day":1}}  duplicate_key  "earlier"
{"id":"a","earlier":{"day":1},"later":{"day":1,"answers":{"K3":5}}}  bad_value  "later.answers.K3"
{"id":"a","earlier":{"day":1},"later":{"day":1,"answers":{"K4":1}}}  unknown_key  "later.answers.K4"
{"id":"a","earlier":{"day":1,"answers":1},"later":{"day":1}}  bad_value  "earlier.answers"
{"id":"a","earlier":{"day":1,"gates":{"U3":["x"]}},"later":{"day":1}}  bad_value  "earlier.gates.U3"
{"id":"a","earlier":{"day":1},"later":{"day":1,"gates":{"Q1":"no","Q1":"no"}}}  duplicate_key  "later.gates.Q1"
"#,
    );
}

#[test]
fn days_and_versions_keep_to_their_ranges() {
    let sides =
        |earlier: &str| format!(r#"{{"id":"a","earlier":{{{earlier}}},"later":{{"day":1}}}}"#);
    for bad in [
        "-1",
        "1000001",
        "1.0",
        "\"1\"",
        "null",
        "4294967297",
        "18446744073709551617",
    ] {
        let line = sides(&format!("\"day\":{bad}"));
        assert_eq!(
            answer(Mode::Change, &line),
            fault("\"a\"", "bad_value", "\"earlier.day\""),
            "{line}"
        );
    }
    for bad in ["0", "-0", "-1", "1001", "65537", "1e0", "\"1\"", "null"] {
        let line = sides(&format!("\"day\":0,\"version\":{bad}"));
        assert_eq!(
            answer(Mode::Change, &line),
            fault("\"a\"", "bad_value", "\"earlier.version\""),
            "{line}"
        );
    }
    for good in [
        "\"day\":0",
        "\"day\":-0",
        "\"day\":1000000",
        "\"day\":0,\"version\":1000",
    ] {
        assert!(
            answer(Mode::Change, sides(good)).contains("\"comparable\":false"),
            "{good}"
        );
    }
}

#[test]
fn faults_in_a_flow_line_are_named() {
    assert_faults(
        Mode::Flow,
        r#"
{"id":"a","answers":{}}  unknown_key  "answers"
{"id":"a","gates":{"E1":1}}  unknown_key  "gates.E1"
{"id":"a","gates":{"U1":"week","U\u0031":"week"}}  duplicate_key  "gates.U1"
{"id":"a","gates":"skip"}  bad_value  "gates"
"#,
    );
}

// Ids.

#[test]
fn an_id_is_repeated_as_it_was_written() {
    for id in [
        r#""""#,
        r#""é\u00e9\/\"😀""#,
        r#""\ud800""#,
        r#""null""#,
        "\"\u{2028}\u{7f}\"",
    ] {
        let line = format!(r#"{{"gates":{{"U1":"x"}},"\u0069d" : {id}}}"#);
        assert_eq!(
            answer(Mode::Flow, &line),
            fault(id, "bad_value", "\"gates.U1\"")
        );
        let line = format!(r#"{{"id":{id}}}"#);
        assert!(answer(Mode::Flow, &line).starts_with(&format!(r#"{{"id":{id},"next":"#)));
    }
}

#[test]
fn an_id_that_is_no_string_given_once_is_null() {
    for (line, code, field) in [
        ("{}", "missing_key", "\"id\""),
        (r#"{"gates":{}}"#, "missing_key", "\"id\""),
        (r#"{"id":1}"#, "bad_value", "\"id\""),
        (r#"{"id":null}"#, "bad_value", "\"id\""),
        (r#"{"id":["a"]}"#, "bad_value", "\"id\""),
        (r#"{"id":"a","id":"a"}"#, "duplicate_key", "\"id\""),
        (
            r#"{"id":"a","i\u0064":"a","id":"a"}"#,
            "duplicate_key",
            "\"id\"",
        ),
        (r#"{"x":1,"id":"a","id":"a"}"#, "unknown_key", "\"x\""),
        (r#"{"id":1,"x":1}"#, "unknown_key", "\"x\""),
    ] {
        assert_eq!(
            answer(Mode::Flow, line),
            fault("null", code, field),
            "{line}"
        );
    }
}

// Lines and streams.

#[test]
fn blank_lines_are_passed_over_and_faults_end_nothing() {
    let input =
        b"\n \t\r\n{\"id\":\"a\"}\r\nnonsense\n\r\n\xff\n\t{\"id\":\"b\"} \n\n{\"id\":\"c\"}";
    let (output, tally) = run_all(Mode::Flow, input);
    assert_eq!(
        tally,
        Tally {
            lines: 5,
            faults: 2
        }
    );
    let first = |id: &str| format!("{{\"id\":\"{id}\",\"next\":\"Q1\",\"cards\":[]}}\n");
    let not_json = fault("null", "not_json", "null");
    let expected = [
        first("a"),
        not_json.clone(),
        not_json,
        first("b"),
        first("c"),
    ]
    .concat();
    assert_eq!(output, expected);
}

#[test]
fn nothing_in_gives_nothing_out() {
    for input in ["", "\n", " ", "\r\n\r\n\t"] {
        assert_eq!(
            run_all(Mode::Score, input.as_bytes()),
            (String::new(), Tally::default())
        );
    }
}

#[test]
fn a_line_reports_what_became_of_it() {
    let became = |line: &str| answer_line(Mode::Flow, line.as_bytes(), &mut Vec::new());
    assert_eq!(became(" \t\r\n"), Answered::PassedOver);
    assert_eq!(became("{\"id\":\"a\"}\n"), Answered::Result);
    assert_eq!(became("{}"), Answered::Fault);
}

#[test]
fn a_hundred_thousand_brackets_are_only_a_bad_value() {
    let (open, close) = ("[{\"a\":".repeat(50_000), "}]".repeat(50_000));
    let nested = format!("{open}1{close}");
    for (field, line) in [
        (
            "answers.E1",
            format!(r#"{{"id":"a","answers":{{"E1":{nested}}}}}"#),
        ),
        (
            "gates.U3",
            format!(r#"{{"id":"a","gates":{{"U3":{nested}}}}}"#),
        ),
        ("pick", format!(r#"{{"id":"a","pick":{nested}}}"#)),
    ] {
        assert_eq!(
            answer(Mode::Score, line),
            fault("\"a\"", "bad_value", &format!("\"{field}\""))
        );
    }
    assert_eq!(
        answer(Mode::Score, &nested),
        fault("null", "not_object", "null")
    );
    assert_eq!(
        answer(Mode::Score, &open),
        fault("null", "not_json", "null")
    );
    let unclosed = format!(r#"{{"id":"a","pick":{open}"#);
    assert_eq!(
        answer(Mode::Score, unclosed),
        fault("null", "not_json", "null")
    );
}

#[test]
fn a_line_of_fifty_megabytes_is_a_line_like_any_other() {
    let id = format!("\"{}\"", "x".repeat(50_000_000));
    let line = format!("{{\"id\":{id}}}");
    let (output, tally) = run_all(Mode::Flow, format!("{line}\n{{\"id\":\"b\"}}\n").as_bytes());
    assert_eq!(
        tally,
        Tally {
            lines: 2,
            faults: 0
        }
    );
    assert!(output.starts_with(&format!("{{\"id\":{id},\"next\":\"Q1\"")));
    assert!(output.ends_with("\n{\"id\":\"b\",\"next\":\"Q1\",\"cards\":[]}\n"));
}

#[test]
fn a_list_of_a_million_repeats_is_one_choice() {
    let list = vec!["\"other\""; 1_000_000].join(",");
    let line = format!(r#"{{"id":"a","gates":{{"U5":"yes","U3":[{list}]}}}}"#);
    assert_eq!(
        answer(Mode::Flow, line),
        "{\"id\":\"a\",\"next\":\"Q1\",\"cards\":[]}\n"
    );
}

/// An output that remembers how many lines have been flushed, and how often.
#[derive(Default)]
struct Pipe {
    written: usize,
    seen: usize,
    flushes: usize,
}

/// The pipe as the command holds it; the input that waits for answers looks at it too.
struct Writing<'a>(&'a RefCell<Pipe>);

impl Write for Writing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().written += bytes.split(|&byte| byte == b'\n').count() - 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut pipe = self.0.borrow_mut();
        pipe.seen = pipe.written;
        pipe.flushes += 1;
        Ok(())
    }
}

/// Gives one piece at each read, and first checks how many answers have arrived by then.
struct Asking<'a> {
    pieces: std::vec::IntoIter<(&'static str, usize)>,
    pipe: &'a RefCell<Pipe>,
}

impl Read for Asking<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some((piece, answers_so_far)) = self.pieces.next() else {
            return Ok(0);
        };
        assert_eq!(self.pipe.borrow().seen, answers_so_far, "before {piece:?}");
        if piece == "interrupted" {
            return Err(io::ErrorKind::Interrupted.into());
        }
        buffer[..piece.len()].copy_from_slice(piece.as_bytes());
        Ok(piece.len())
    }
}

#[test]
fn every_answer_is_out_before_more_is_waited_for() {
    let pipe = RefCell::new(Pipe::default());
    let pieces = vec![
        ("{\"id\":\"a\"}\n", 0),
        ("{\"id\":\"b\"}\n{\"id\":", 1),
        ("interrupted", 2),
        ("\"c\"}", 2),
        ("\n", 2),
        ("\n", 3),
        ("{\"id\":\"d\"}", 3),
    ];
    let asking = Asking {
        pieces: pieces.into_iter(),
        pipe: &pipe,
    };
    let tally = run(Mode::Flow, asking, Writing(&pipe)).unwrap();
    assert_eq!(
        tally,
        Tally {
            lines: 4,
            faults: 0
        }
    );
    assert_eq!(pipe.borrow().seen, 4);
}

#[test]
fn lines_that_are_there_already_are_not_flushed_one_by_one() {
    let pipe = RefCell::new(Pipe::default());
    let input = "{\"id\":\"a\"}\n".repeat(5000);
    run(Mode::Flow, input.as_bytes(), Writing(&pipe)).unwrap();
    let pipe = pipe.into_inner();
    assert_eq!(pipe.seen, 5000);
    assert!(pipe.flushes < 10, "{} flushes", pipe.flushes);
}

#[test]
fn a_broken_pipe_is_an_error() {
    struct Broken;
    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let error = run(Mode::Flow, &b"{}\n"[..], Broken).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
}

// Properties.

fn any_mode() -> impl Strategy<Value = Mode> {
    prop::sample::select(Mode::ALL.to_vec())
}

/// A full line with a few bytes put in, taken out or exchanged.
fn damaged_line() -> impl Strategy<Value = Vec<u8>> {
    let bytes = prop::sample::select(b"{}[]\":,\\ \t\r0124-.eutrfnE1U3dayid\x00\xff\xc3".to_vec());
    let change = (any::<prop::sample::Index>(), 0..3_u8, bytes);
    let file = include_str!("data/wire-score.jsonl");
    let lines: Vec<_> = file.lines().collect();
    (prop::sample::select(lines), vec(change, 0..4)).prop_map(|(line, changes)| {
        let worked: Worked = serde_json::from_str(line).unwrap();
        let mut line = worked.line.get().as_bytes().to_vec();
        for (place, kind, byte) in changes {
            let place = place.index(line.len());
            match kind {
                0 => line.insert(place, byte),
                1 => line[place] = byte,
                _ => drop(line.remove(place)),
            }
        }
        line
    })
}

/// Holds for any line whatever: one line of JSON back, and "not JSON" exactly where that is so.
fn assert_well_answered(mode: Mode, line: &[u8]) -> Result<(), TestCaseError> {
    let mut out = Vec::new();
    let answered = answer_line(mode, line, &mut out);
    if line.iter().all(|byte| b" \t\r\n".contains(byte)) {
        return Ok(());
    }
    prop_assert!(answered != Answered::PassedOver);
    prop_assert_eq!(
        out.iter().position(|&byte| byte == b'\n'),
        Some(out.len() - 1)
    );
    let text = str::from_utf8(&out).unwrap();
    prop_assert!(serde_json::from_str::<&RawValue>(text).is_ok(), "{}", text);
    let is_json =
        str::from_utf8(line).is_ok_and(|line| serde_json::from_str::<&RawValue>(line).is_ok());
    prop_assert_eq!(!is_json, text == fault("null", "not_json", "null"));
    prop_assert_eq!(answered == Answered::Fault, text.contains(",\"error\":{"));
    Ok(())
}

fn any_answers() -> impl Strategy<Value = Answers> {
    vec(0..7_u8, Item::ALL.len()).prop_map(|numbers| {
        let mut answers = Answers::default();
        for (item, number) in Item::ALL.into_iter().zip(numbers) {
            let reply = match Frequency::from_number(number) {
                Some(frequency) => Reply::Given(frequency),
                None if number == 5 => Reply::Skipped,
                None => Reply::NotSeen,
            };
            answers.set(item, reply);
        }
        answers
    })
}

fn any_gates() -> impl Strategy<Value = Gates> {
    // For each gate: not seen, skipped, or the codes these bits stand for.
    vec((0..5_u8, 1..32_usize), Gate::ALL.len()).prop_map(|choices| {
        let mut gates = Gates::default();
        for (gate, (kind, bits)) in Gate::ALL.into_iter().zip(choices) {
            let known = gate.codes();
            let chosen: Vec<_> = if gate.is_multiple() {
                let within = bits % ((1 << known.len()) - 1) + 1;
                (0..known.len())
                    .filter(|&place| within & (1 << place) != 0)
                    .map(|place| known[place])
                    .collect()
            } else {
                vec![known[bits % known.len()]]
            };
            let reply = match kind {
                0 => Reply::NotSeen,
                1 => Reply::Skipped,
                _ => Reply::Given(&chosen[..]),
            };
            gates.set(gate, reply).unwrap();
        }
        gates
    })
}

fn answers_json(answers: &Answers) -> Value {
    let given = Item::ALL
        .into_iter()
        .filter_map(|item| match answers.reply(item) {
            Reply::NotSeen => None,
            Reply::Skipped => Some((item.id().to_owned(), json!("skip"))),
            Reply::Given(frequency) => Some((item.id().to_owned(), json!(frequency.number()))),
        });
    Value::Object(given.collect())
}

fn gates_json(gates: &Gates) -> Value {
    let given = Gate::ALL
        .into_iter()
        .filter_map(|gate| match gates.codes(gate) {
            Reply::NotSeen => None,
            Reply::Skipped => Some((gate.id().to_owned(), json!("skip"))),
            Reply::Given(codes) if gate.is_multiple() => Some((gate.id().to_owned(), json!(codes))),
            Reply::Given(codes) => Some((gate.id().to_owned(), json!(codes[0]))),
        });
    Value::Object(given.collect())
}

fn score_json(score: Option<Score>) -> Value {
    score.map_or(Value::Null, |score| {
        json!({
            "num": score.value().num(), "den": score.value().den(), "shown": score.shown(),
            "answered": score.answered(), "of": score.of(), "partial": score.is_partial(),
        })
    })
}

/// The result as the format sheet names it, spelled by another hand than the command's.
fn result_json(id: &str, result: &CheckResult) -> Value {
    let object = |entries: Vec<(&str, Value)>| {
        Value::Object(
            entries
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    };
    let scores = &result.scores;
    let area = |area: Area| (area.code(), score_json(scores.area(area)));
    let factor = |factor: Factor| (factor.code(), score_json(scores.factor(factor)));
    let domain = |domain: Domain| (domain.code(), score_json(scores.domain(domain)));
    let band = |domain: Domain| {
        (
            domain.code(),
            json!(scores.domain(domain).map(|score| Band::of(score).code())),
        )
    };
    json!({
        "id": id,
        "version": 1,
        "areas": object(Area::ALL.map(area).into()),
        "total": score_json(scores.total()),
        "level": result.level.map(Level::code),
        "factors": object(Factor::ALL.map(factor).into()),
        "wellness": object(Domain::ALL.map(domain).into()),
        "bands": object(Domain::ALL.map(band).into()),
        "overall": score_json(scores.overall()),
        "use": result.stage.use_report.code(),
        "stage": result.stage.stage.code(),
        "raised": result.stage.raised().map(Area::code).collect::<Vec<_>>(),
        "also": result.stage.also().map(Area::code).collect::<Vec<_>>(),
        "key": result.stage.key,
        "wording": result.wording.code(),
        "ranked": result.ranked.iter().map(|factor| factor.code()).collect::<Vec<_>>(),
        "same_answer": result.same_answer,
        "cards": result.cards.iter().map(Card::code).collect::<Vec<_>>(),
    })
}

proptest! {
    #[test]
    fn any_bytes_get_one_line_of_json(mode in any_mode(), line in vec(any::<u8>(), 0..60)) {
        let line: Vec<u8> = line.into_iter().filter(|&byte| byte != b'\n').collect();
        assert_well_answered(mode, &line)?;
    }

    #[test]
    fn a_damaged_line_gets_one_line_of_json(mode in any_mode(), line in damaged_line()) {
        assert_well_answered(mode, &line)?;
    }

    #[test]
    fn a_run_answers_each_line_as_if_alone(mode in any_mode(), lines in vec(damaged_line(), 0..8)) {
        let mut alone = Vec::new();
        for line in &lines {
            answer_line(mode, line, &mut alone);
        }
        let (together, _) = run_all(mode, &lines.join(&b'\n'));
        prop_assert_eq!(together.as_bytes(), alone);
    }

    #[test]
    fn a_score_line_says_what_the_rules_say(
        answers in any_answers(),
        gates in any_gates(),
        pick in prop::option::of(prop::sample::select(Factor::ALL.to_vec())),
    ) {
        let mut line = json!({"id": "a", "answers": answers_json(&answers), "gates": gates_json(&gates)});
        if let Some(pick) = pick {
            line["pick"] = json!(pick.code());
        }
        let answered: Value = serde_json::from_str(&answer(Mode::Score, line.to_string())).unwrap();
        prop_assert_eq!(answered, result_json("a", &CheckResult::new(&answers, &gates, pick)));
    }

    #[test]
    fn a_flow_line_says_what_the_rules_say(gates in any_gates()) {
        let line = json!({"id": "a", "gates": gates_json(&gates)});
        let answered: Value = serde_json::from_str(&answer(Mode::Flow, line.to_string())).unwrap();
        let cards: Vec<_> = Cards::due(&gates).iter().map(Card::code).collect();
        prop_assert_eq!(answered, json!({"id": "a", "next": gates.next().map(Gate::id), "cards": cards}));
    }
}
