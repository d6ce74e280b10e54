//! Whatever bytes come in, the promises of `props` hold. For bytes made at random and bytes close to what the
//! program writes; and for what the fuzz targets found worth keeping, under `fuzz/corpus`.

mod props;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fs;
use std::path::PathBuf;

/// A way in: its name, and what always holds there.
type Way = (&'static str, fn(&[u8]));

const WAYS: [Way; 4] = [
    ("stored", props::stored::check),
    ("imports", props::imports::check),
    ("options", props::options::check),
    ("lines", props::lines::check),
];

/// The folder of the fuzz targets. There is none where the package is built without them.
fn fuzz() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "fuzz"].iter().collect()
}

/// What is kept for a way in, in a fixed order.
fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = fuzz().join("corpus").join(name);
    let entries =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    files.sort();
    let read = |file: PathBuf| {
        let bytes = fs::read(&file).expect("a readable file");
        (file, bytes)
    };
    files.into_iter().map(read).collect()
}

#[test]
fn what_fuzzing_found_worth_keeping_holds() {
    for (name, check) in WAYS {
        let corpus = corpus(name);
        assert!(corpus.len() > 10, "{name}: the corpus has moved");
        for (file, bytes) in corpus {
            println!("{}", file.display());
            check(&bytes);
        }
    }
}

#[test]
fn every_way_in_has_a_target() {
    let mut targets: Vec<_> = fs::read_dir(fuzz().join("fuzz_targets"))
        .expect("a folder of targets")
        .map(|entry| entry.expect("a readable folder").path())
        .map(|file| {
            file.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    targets.sort();
    let mut ways = WAYS.map(|(name, _)| name);
    ways.sort_unstable();
    assert_eq!(targets, ways);
}

/// An edit: where, how much is taken out there, and what is put in.
type Edit = (Index, usize, Vec<u8>);

fn edit() -> impl Strategy<Value = Edit> {
    #[rustfmt::skip]
    let words = [
        "", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e999", "1", "2",
        "65536", "4294967296", "18446744073709551616", "\n", "\r", "\0", "\u{feff}", "\u{202e}", "é", "👩‍👩‍👧",
        "\"v\":2", "\"v\":1", "\"id\":\"a\"", "skip", "https://", "@", ".", ":", "xn--", "0x1", "other",
    ];
    let word = select(words.to_vec()).prop_map(|word| word.as_bytes().to_vec());
    let put = prop_oneof![4 => word, 1 => vec(any::<u8>(), 0..4)];
    (
        any::<Index>(),
        prop_oneof![3 => 0..2_usize, 1 => 0..200_usize],
        put,
    )
}

/// Bytes of any kind, and kept ones with some edits.
fn bytes(name: &str) -> impl Strategy<Value = Vec<u8>> + use<> {
    let kept: Vec<_> = corpus(name).into_iter().map(|(_, bytes)| bytes).collect();
    let edited = (select(kept), vec(edit(), 0..4)).prop_map(|(mut bytes, edits)| {
        for (at, out, put) in edits {
            let start = at.index(bytes.len() + 1);
            let end = bytes.len().min(start + out);
            bytes.splice(start..end, put);
        }
        bytes
    });
    prop_oneof![1 => vec(any::<u8>(), 0..200), 15 => edited]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn stored_entries(bytes in bytes("stored")) {
        props::stored::check(&bytes);
    }

    #[test]
    fn imports(bytes in bytes("imports")) {
        props::imports::check(&bytes);
    }

    #[test]
    fn options(bytes in bytes("options")) {
        props::options::check(&bytes);
    }

    #[test]
    fn score_lines(bytes in bytes("lines")) {
        props::lines::check(&bytes);
    }
}
