//! Facts in the papers that the code knows: the tests they name exist.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The last cell of a row of a table whose head ends with "held by".
fn rows(text: &str) -> Vec<&str> {
    let mut rows = Vec::new();
    let mut is_held = false;
    for line in text.lines() {
        let Some(row) = line.strip_prefix('|') else {
            is_held = false;
            continue;
        };
        let last = row
            .trim_end_matches('|')
            .rsplit('|')
            .next()
            .unwrap_or("")
            .trim();
        if is_held && !last.starts_with('-') {
            rows.push(last);
        }
        is_held |= last == "held by";
    }
    rows
}

#[test]
fn every_test_that_is_said_to_hold_a_promise_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paper = fs::read_to_string(root.join("docs/privacy-and-security.md")).expect("the paper");
    let mut files = Vec::new();
    for folder in ["src", "tests", "xtask"] {
        sources(&root.join(folder), &mut files);
    }
    let code: String = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("a source"))
        .collect();
    let rows = rows(&paper);
    assert!(rows.len() > 15, "{rows:?}");
    for row in rows {
        let names: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "nothing holds this: {row}");
        for name in names {
            let is_there = [format!("fn {name}("), format!("fn {name}()")]
                .iter()
                .any(|head| code.contains(head));
            assert!(is_there, "there is no test `{name}`");
        }
    }
}
