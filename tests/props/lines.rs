//! Lines of the scoring command. They come from other programs, in files of any size.

use recovery_check::wire::{Answered, Mode, Tally, answer_line, run};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::io::{self, Read};

const CODES: [&str; 6] = [
    "not_json",
    "not_object",
    "duplicate_key",
    "unknown_key",
    "missing_key",
    "bad_value",
];

/// What every answer has. Whatever else is in it depends on the mode.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
    #[serde(borrow)]
    error: Option<Error<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Error<'a> {
    code: &'a str,
    #[serde(borrow)]
    field: &'a RawValue,
}

/// The bytes as lines of every mode.
pub(crate) fn check(bytes: &[u8]) {
    for mode in Mode::ALL {
        let mut expected = Vec::new();
        let mut tally = Tally::default();
        for line in bytes.split(|&byte| byte == b'\n') {
            let from = expected.len();
            let answered = answer_line(mode, line, &mut expected);
            one_answer(line, answered, &expected[from..]);
            tally.lines += u64::from(answered != Answered::PassedOver);
            tally.faults += u64::from(answered == Answered::Fault);
        }
        // A line never affects another, however the input is cut into pieces.
        for piece in [1, bytes.len().max(1)] {
            let mut output = Vec::new();
            let ran =
                run(mode, Pieces { rest: bytes, piece }, &mut output).expect("memory never fails");
            assert_eq!(ran, tally);
            assert!(output == expected, "{mode:?} in pieces of {piece}");
        }
    }
}

/// A line gets exactly one line of JSON, that names its id where it has one.
fn one_answer(line: &[u8], answered: Answered, answer: &[u8]) {
    let is_blank = line.iter().all(|byte| b" \t\r".contains(byte));
    assert_eq!(answered == Answered::PassedOver, is_blank);
    if is_blank {
        assert!(answer.is_empty());
        return;
    }
    let answer = str::from_utf8(answer).expect("an answer is text");
    let answer = answer.strip_suffix('\n').expect("an answer is a line");
    assert!(!answer.contains(['\n', '\r']), "one line: {answer:?}");
    let read: Answer = serde_json::from_str(answer).expect("an answer is JSON");
    assert_eq!(read.error.is_some(), answered == Answered::Fault);
    match read.error {
        Some(error) => {
            assert!(CODES.contains(&error.code), "{}", error.code);
            let field = error.field.get();
            assert!(field == "null" || field.starts_with('"'), "{field}");
        }
        None => assert!(read.id.get().starts_with('"'), "a result has an id"),
    }
    let text = str::from_utf8(line).unwrap_or_default();
    assert!(
        read.id.get() == "null" || text.contains(read.id.get()),
        "an id is repeated as written"
    );
    if answered == Answered::Result {
        #[derive(Deserialize)]
        struct Given<'a> {
            #[serde(borrow)]
            id: &'a RawValue,
        }
        let given: Given = serde_json::from_str(text).expect("what has a result has an id");
        assert_eq!(given.id.get(), read.id.get());
    }
}

/// Hands out its bytes in pieces of at most one size.
struct Pieces<'a> {
    rest: &'a [u8],
    piece: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.piece.min(self.rest.len()).min(into.len());
        let (now, rest) = self.rest.split_at(length);
        into[..length].copy_from_slice(now);
        self.rest = rest;
        Ok(length)
    }
}
