//! Owns the byte budget: what a person downloads before the page answers, and how much it may be.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;

use crate::failure::{Failure, OrFail, Outcome};

/// The most that page, styles, script and program may weigh together, compressed.
///
/// The check-in alone came to 113,542 bytes. What follows a result (plan, reflection, weeks over time, tools,
/// care, exports, and why for every number) is one program with it and adds 91,000; hearing other tabs, telling why
/// something is not kept, and the lock add the rest. The first question can be
/// answered before any of it is there; fetching the later part on its own is the way back to less.
pub(crate) const BUDGET: usize = 250_000;

const STEP: &str = "weigh the release";

/// One line of the table.
struct Row {
    name: String,
    raw: usize,
    brotli: usize,
}

/// The weights of a release folder.
pub(crate) struct Sizes {
    files: Vec<Row>,
    /// Inside the page, so not counted again.
    parts: Vec<Row>,
}

impl Sizes {
    /// Weighs `index.html` and every script and program beside it.
    pub(crate) fn of(folder: &Path) -> Outcome<Self> {
        let by_hand = "rm -r dist && cargo xtask dist";
        let page = std::fs::read_to_string(folder.join("index.html")).or_fail(STEP, by_hand)?;
        let mut files = vec![Row::of("index.html", page.as_bytes())];
        for name in downloads(folder).or_fail(STEP, by_hand)? {
            let bytes = std::fs::read(folder.join(&name)).or_fail(STEP, by_hand)?;
            files.push(Row::of(&name, &bytes));
        }
        let part = |name, tag| Row::of(name, inside(&page, tag).as_bytes());
        let parts = vec![
            part("of it: styles", "style"),
            part("of it: boot script", "script"),
        ];
        Ok(Self { files, parts })
    }

    /// All downloads together, compressed.
    pub(crate) fn total(&self) -> usize {
        self.files.iter().map(|row| row.brotli).sum()
    }

    /// The table, ready to print.
    pub(crate) fn table(&self) -> String {
        let total = Row {
            name: "total".to_owned(),
            raw: self.files.iter().map(|row| row.raw).sum(),
            brotli: self.total(),
        };
        let (page, rest) = self.files.split_at(self.files.len().min(1));
        let rows = page.iter().chain(&self.parts).chain(rest).chain([&total]);
        let lines: Vec<String> = rows.map(Row::line).collect();
        let head = format!("{:<42} {:>9} {:>9}", "bytes", "raw", "brotli");
        format!("{head}\n{}\nbudget {:>55}", lines.join("\n"), BUDGET)
    }

    /// Fails when the downloads weigh more than the budget.
    pub(crate) fn within_budget(&self) -> Outcome {
        let total = self.total();
        if total <= BUDGET {
            return Ok(());
        }
        let why = format!(
            "{total} bytes compressed, {} over the budget of {BUDGET}",
            total - BUDGET
        );
        let by_hand = "take something out, or argue a larger BUDGET in xtask/src/sizes.rs";
        Err(Failure::new(STEP, why, by_hand))
    }
}

impl Row {
    fn of(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            raw: bytes.len(),
            brotli: compressed(bytes).len(),
        }
    }

    fn line(&self) -> String {
        format!("{:<42} {:>9} {:>9}", self.name, self.raw, self.brotli)
    }
}

/// Brotli at its highest level: it is done once and downloaded many times.
pub(crate) fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    // Writing to memory does not fail.
    let _ = writer.write_all(bytes);
    writer.into_inner()
}

fn downloads(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let extension = Path::new(&name).extension();
        if extension
            .is_some_and(|extension| ["js", "wasm", "css"].iter().any(|it| extension == *it))
        {
            names.push(name);
        }
    }
    // By kind: script, then program, whatever their hashes begin with.
    names.sort_by_key(|name| Path::new(name).extension().map(OsStr::to_owned));
    Ok(names)
}

/// What stands in the first element of that name. The page has one of each, written by `page`.
fn inside<'page>(page: &'page str, tag: &str) -> &'page str {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let Some((_, rest)) = page.split_once(&open) else {
        return "";
    };
    rest.split_once(&close).map_or("", |(text, _)| text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice;

    fn weighing(brotli: usize) -> Sizes {
        let name = "index.html".to_owned();
        let files = vec![Row {
            name,
            raw: brotli,
            brotli,
        }];
        Sizes {
            files,
            parts: Vec::new(),
        }
    }

    #[test]
    fn the_budget_is_the_last_weight_that_passes() {
        assert_eq!(weighing(BUDGET).within_budget(), Ok(()));
        let failure = weighing(BUDGET + 1).within_budget().unwrap_err();
        assert!(failure.why.contains("1 over the budget"), "{}", failure.why);
    }

    #[test]
    fn compressing_can_be_undone() {
        let text = "a calm page ".repeat(100);
        let small = compressed(text.as_bytes());
        assert!(small.len() < 60, "{}", small.len());
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }

    #[test]
    fn what_no_browser_asks_for_is_not_weighed() {
        let folder = std::env::temp_dir().join(format!("rc-sizes-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for name in [
            notice::LICENCES,
            notice::MATERIALS,
            "a.js",
            "a.js.br",
            "a.wasm",
            "icon.svg",
        ] {
            std::fs::write(folder.join(name), "").unwrap();
        }
        assert_eq!(downloads(&folder).unwrap(), ["a.js", "a.wasm"]);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn parts_are_found_in_the_page() {
        let page = "<style>a{}</style><script>go()</script>";
        assert_eq!(inside(page, "style"), "a{}");
        assert_eq!(inside(page, "script"), "go()");
        assert_eq!(inside(page, "em"), "");
    }
}
