//! Files that are not taken, each with its reason; and files that are broken in any way.

use crate::any::{TODAY, day};
use crate::sample::FILE;
use proptest::prelude::*;
use recovery_check::export::Taken;
use recovery_check::export::import::{BYTES_AT_MOST, Refusal, preview, read};
use recovery_check::session::Found;

fn refused(bytes: &[u8]) -> Option<Refusal> {
    let refusal = read(bytes).err();
    let here = Taken::new(day(TODAY), Found::default());
    assert_eq!(preview(bytes, &here).err(), refusal, "both ways alike");
    refusal
}

fn edited(from: &str, to: &str) -> String {
    let edited = FILE.replacen(from, to, 1);
    assert_ne!(edited, FILE, "{from} is not there");
    edited
}

#[test]
fn each_bad_file_is_refused_with_its_reason() {
    let huge = FILE.replacen('{', &("{".to_owned() + &" ".repeat(50 * 1024 * 1024)), 1);
    let nested = |open: &str, close: &str| open.repeat(2_000_000) + &close.repeat(2_000_000);
    let deep_inside = edited(
        "\"v\":1,",
        &format!("\"v\":1,\"deep\":{},", nested("[", "]")),
    );
    let deep_entry = edited(
        "\"entry\":{\"v\":1",
        &format!("\"entry\":{{\"x\":{},\"v\":1", nested("[", "]")),
    );
    let first_id = "8f3a1c5590e27b04";
    #[rustfmt::skip]
    let table: Vec<(&str, String, Refusal)> = vec![
        ("50 MB", huge, Refusal::TooLarge),
        ("empty", String::new(), Refusal::NotJson),
        ("blank", " \r\n".to_owned(), Refusal::NotJson),
        ("a letter", "Dear all,".to_owned(), Refusal::NotJson),
        ("a table", "id,date\r\n1,2".to_owned(), Refusal::NotJson),
        ("a calendar", "BEGIN:VCALENDAR\r\n".to_owned(), Refusal::NotJson),
        ("two files in one", FILE.to_owned() + FILE, Refusal::NotJson),
        ("half a file", FILE[..FILE.len() / 2].to_owned(), Refusal::CutShort),
        ("all but the last brace", FILE.trim_end().trim_end_matches('}').to_owned(), Refusal::CutShort),
        ("deep lists", nested("[", "]"), Refusal::NotOurs),
        ("deep objects", nested("{\"a\":", "}").replace(":}", ":1}"), Refusal::NotOurs),
        ("open lists", "[".repeat(4_000_000), Refusal::CutShort),
        ("deep in ours", deep_inside, Refusal::Damaged),
        ("deep in an entry", deep_entry, Refusal::Damaged),
        ("a number", "1e999".to_owned(), Refusal::NotOurs),
        ("null", "null".to_owned(), Refusal::NotOurs),
        ("a list with our name", "[\"recovery-check\",1]".to_owned(), Refusal::NotOurs),
        ("an empty object", "{}".to_owned(), Refusal::NotOurs),
        ("another product", r#"{"format":"mood-log","v":1,"entries":[]}"#.to_owned(), Refusal::NotOurs),
        ("a FHIR bundle", r#"{"resourceType":"Bundle","type":"collection"}"#.to_owned(), Refusal::NotOurs),
        ("a stored entry", r#"{"v":1,"day":20782}"#.to_owned(), Refusal::NotOurs),
        ("our name twice", edited("\"v\":1", "\"format\":\"recovery-check\",\"v\":1"), Refusal::NotOurs),
        ("a newer file", edited("\"v\":1", "\"v\":2"), Refusal::Newer),
        ("a newer file of another shape", r#"{"format":"recovery-check","v":7,"all":{}}"#.to_owned(), Refusal::Newer),
        ("a file of a version past all counting", edited("\"v\":1", "\"v\":99999999999999999999999"), Refusal::Newer),
        ("a newer entry", edited("\"entry\":{\"v\":1", "\"entry\":{\"v\":2"), Refusal::Newer),
        ("a newer instrument", edited("\"instrument\":1", "\"instrument\":2"), Refusal::Newer),
        ("a newer plan", edited("\"plan\":{\"v\":1", "\"plan\":{\"v\":9"), Refusal::Newer),
        ("no version", edited("\"v\":1,", ""), Refusal::Damaged),
        ("version 0", edited("\"v\":1", "\"v\":0"), Refusal::Damaged),
        ("a version in quotes", edited("\"v\":1", "\"v\":\"1\""), Refusal::Damaged),
        ("an extra field", edited("\"v\":1", "\"v\":1,\"name\":\"Sam\""), Refusal::Damaged),
        ("a missing list", edited("\"reflections\":", "\"reflection\":"), Refusal::Damaged),
        ("a day out of range", edited("\"day\":20765", "\"day\":4000000000"), Refusal::Damaged),
        ("a negative day", edited("\"day\":20765", "\"day\":-1"), Refusal::Damaged),
        ("an id that is none", edited(first_id, "1"), Refusal::Damaged),
        ("an answer that is none", edited("333122", "933122"), Refusal::Damaged),
        ("a gate that is none", edited("Q1:no", "Q7:no"), Refusal::Damaged),
        ("a step that is none", edited("\"reach_out\",\"reason\"", "\"fly\",\"reason\""), Refusal::Damaged),
        ("a page that is none", edited("\"joys\"", "\"woes\""), Refusal::Damaged),
        ("a number twice", edited("21d066fe4a89c3b1", first_id), Refusal::Twice),
        ("a check-in to come", edited("\"day\":20611", "\"day\":20800"), Refusal::Future),
        ("a second to come", edited("\"second\":1780853400", "\"second\":4102444800"), Refusal::Future),
        ("a reflection to come", edited("\"day\":20696", "\"day\":30000"), Refusal::Future),
    ];
    for (name, file, reason) in table {
        assert_eq!(refused(file.as_bytes()), Some(reason), "{name}");
    }
}

#[test]
fn what_is_not_text_is_told_from_what_is_not_json() {
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert_eq!(refused(picture), Some(Refusal::NotText));
    let archive = b"PK\x03\x04\x14\0\0\0";
    assert_eq!(refused(archive), Some(Refusal::NotText));
    let utf16: Vec<u8> = FILE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(&utf16), Some(Refusal::NotText));
    let zeros = vec![0; 1000];
    assert_eq!(refused(&zeros), Some(Refusal::NotText));
    let too_large = vec![b' '; BYTES_AT_MOST + 1];
    assert_eq!(refused(&too_large), Some(Refusal::TooLarge));
}

#[test]
fn small_differences_of_editors_do_no_harm() {
    let mark = "\u{feff}".to_owned() + FILE;
    let windows = FILE.replace('\n', "\r\n");
    let spaced: serde_json::Value = serde_json::from_str(FILE).unwrap();
    let pretty = serde_json::to_string_pretty(&spaced).unwrap();
    for file in [mark, windows, pretty] {
        assert!(read(file.as_bytes()) == read(FILE.as_bytes()));
    }
}

#[test]
fn cut_short_anywhere_it_is_refused() {
    for (length, _) in FILE.trim_end().char_indices() {
        let reason = refused(&FILE.as_bytes()[..length]);
        let expected = if length == 0 {
            Refusal::NotJson
        } else {
            Refusal::CutShort
        };
        assert_eq!(reason, Some(expected), "{length}");
    }
}

#[test]
fn every_reason_has_its_own_code() {
    let mut codes = Refusal::ALL.map(Refusal::code).to_vec();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Refusal::ALL.len());
    for (place, refusal) in Refusal::ALL.into_iter().enumerate() {
        assert_eq!(refusal as usize, place, "the words stand in this order");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read(&bytes).is_err());
    }

    /// A flipped bit is noticed, or changes an answer or a word to another that may stand there. Nothing panics.
    #[test]
    fn any_flipped_bit_is_survived(at in any::<proptest::sample::Index>(), bit in 0..8_u8) {
        let mut bytes = FILE.as_bytes().to_vec();
        bytes[at.index(FILE.len())] ^= 1 << bit;
        if let Ok(taken) = read(&bytes) {
            prop_assert_eq!(taken.found.check_ins.len(), 9);
        }
    }
}
