//! Lines a second of the scoring command, one core: `cargo bench --bench score`.
//!
//! A plain program, not a benchmark crate: the promise is in lines a second, which one clock and one division
//! give, and the usual crate would add some forty others to build. Nothing fails when it is slow, because a
//! timed test fails on a busy machine.

use std::fmt::Write as _;
use std::io;
use std::time::Instant;

use recovery_check::domain::gates::Gate;
use recovery_check::domain::instrument::Item;
use recovery_check::wire::{Mode, run};

const LINES: usize = 100_000;
const RUNS: usize = 15;

fn main() {
    // `cargo test --all-targets` runs this program too, unoptimised and without the word.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for mode in Mode::ALL {
        let mut input = String::new();
        for number in 0..LINES {
            line(&mut input, mode, number, &mut random);
        }
        report(mode, &input);
    }
}

/// Times the whole run, reading and writing included; only the operating system's part is left out.
fn report(mode: Mode, input: &str) {
    let mut rates: Vec<u64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let tally =
                run(mode, input.as_bytes(), io::sink()).expect("memory and sink cannot fail");
            let nanoseconds = start.elapsed().as_nanos().max(1);
            assert_eq!((tally.lines, tally.faults), (LINES as u64, 0));
            u64::try_from(LINES as u128 * 1_000_000_000 / nanoseconds).unwrap_or(u64::MAX)
        })
        .collect();
    rates.sort_unstable();
    println!(
        "{:6} {:9} lines/s median, {:9} least, {:9} most ({} bytes a line)",
        mode.name(),
        rates[RUNS / 2],
        rates[0],
        rates[RUNS - 1],
        input.len() / LINES,
    );
}

/// One full line: every item and gate the mode takes, so that most have 42 answers and 10 gates.
fn line(text: &mut String, mode: Mode, number: usize, random: &mut Random) {
    let _ = write!(text, "{{\"id\":\"line-{number}\"");
    match mode {
        Mode::Score => {
            answers(text, random);
            gates(text, random);
            text.push_str(",\"pick\":\"coping\"");
        }
        Mode::Change => {
            for (side, day) in [("earlier", 20_000), ("later", 20_007)] {
                let _ = write!(text, ",\"{side}\":{{\"day\":{day}");
                answers(text, random);
                text.push('}');
            }
        }
        Mode::Flow => gates(text, random),
    }
    text.push_str("}\n");
}

fn answers(text: &mut String, random: &mut Random) {
    text.push_str(",\"answers\":{");
    for item in Item::ALL {
        let _ = match random.below(12) {
            0 => write!(text, "\"{}\":\"skip\",", item.id()),
            other => write!(text, "\"{}\":{},", item.id(), other % 5),
        };
    }
    text.pop();
    text.push('}');
}

fn gates(text: &mut String, random: &mut Random) {
    text.push_str(",\"gates\":{");
    for gate in Gate::ALL {
        let codes = gate.codes();
        let code = codes[random.below(codes.len())];
        let _ = if gate.is_multiple() {
            let second = codes[random.below(codes.len())];
            write!(text, "\"{}\":[\"{code}\",\"{second}\"],", gate.id())
        } else {
            write!(text, "\"{}\":\"{code}\",", gate.id())
        };
    }
    text.pop();
    text.push('}');
}

/// Xorshift: the same lines on every machine, without a crate.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}
