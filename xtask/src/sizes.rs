//! Owns the byte budget: what a person downloads before the result, what is fetched meanwhile, and how much each part
//! may be.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;

use crate::assets::LATER;
use crate::failure::{Failure, OrFail, Outcome};

/// The most that everything needed before the result may weigh, compressed.
const BEFORE_RESULT: usize = 110_000;

/// The most that the page with everything for the first answer may weigh: one congestion window.
const FIRST_ANSWER: usize = 14_000;

/// Each part with the weight it is meant to have.
const MEANT: &str = include_str!("sizes.txt");

/// By how many hundredths a part may be over that.
const LEEWAY: usize = 2;

const STEP: &str = "weigh the release";

/// What a file is to the person who waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The page, with everything for the first answer in it.
    Page,
    /// The script of the program.
    Script,
    /// The part of the program that the check-in needs.
    Program,
    /// The part that is fetched meanwhile.
    Later,
}

/// One line of the table.
struct Row {
    name: String,
    kind: Kind,
    raw: usize,
    brotli: usize,
}

/// The weights of a release folder.
pub(crate) struct Sizes {
    files: Vec<Row>,
    /// Inside the page, so not counted again.
    parts: Vec<Row>,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Page, Self::Script, Self::Program, Self::Later];

    /// Its name in `sizes.txt`.
    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Script => "script",
            Self::Program => "program",
            Self::Later => "later",
        }
    }

    fn of(name: &str) -> Self {
        let is = |extension| Path::new(name).extension() == Some(OsStr::new(extension));
        match () {
            () if name.starts_with(LATER) => Self::Later,
            () if is("wasm") => Self::Program,
            () if is("html") => Self::Page,
            () => Self::Script,
        }
    }
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
        files.sort_by_key(|row| row.kind as usize);
        let part = |name, tag| Row::of(name, inside(&page, tag).as_bytes());
        let parts = vec![
            part("of it: styles", "style"),
            part("of it: boot script", "script"),
        ];
        Ok(Self { files, parts })
    }

    fn weight(&self, kinds: &[Kind]) -> usize {
        let files = self.files.iter();
        let meant = files.filter(|row| kinds.contains(&row.kind));
        meant.map(|row| row.brotli).sum()
    }

    fn before_result(&self) -> usize {
        self.weight(&[Kind::Page, Kind::Script, Kind::Program])
    }

    /// The table, ready to print.
    pub(crate) fn table(&self) -> String {
        let (page, rest) = self.files.split_at(self.files.len().min(1));
        let rows = page.iter().chain(&self.parts).chain(rest);
        let lines: Vec<String> = rows.map(Row::line).collect();
        let head = format!("{:<46} {:>9} {:>9}", "bytes", "raw", "brotli");
        let sums = [
            ("before the result", self.before_result()),
            ("all", self.weight(&Kind::ALL)),
        ];
        let sums = sums.map(|(name, brotli)| format!("{name:<46} {brotli:>19}"));
        format!("{head}\n{}\n{}", lines.join("\n"), sums.join("\n"))
    }

    /// Fails when the first answer or the result waits for too many bytes, or a part has grown.
    pub(crate) fn within_budget(&self) -> Outcome {
        let hard = [
            ("the page", self.weight(&[Kind::Page]), FIRST_ANSWER),
            (
                "what the result waits for",
                self.before_result(),
                BEFORE_RESULT,
            ),
        ];
        for (what, weight, most) in hard {
            if weight > most {
                let why = format!(
                    "{what}: {weight} bytes compressed, {} over {most}",
                    weight - most
                );
                let by_hand = "take something out, or leave it to the later part (src/ui/later.rs)";
                return Err(Failure::new(STEP, why, by_hand));
            }
        }
        for kind in Kind::ALL {
            let (name, weight) = (kind.name(), self.weight(&[kind]));
            let meant = meant(name).unwrap_or_default();
            if weight * 100 > meant * (100 + LEEWAY) {
                let why = format!("{name}: {weight} bytes compressed, meant to be {meant}");
                let by_hand =
                    "take something out, or raise its line in xtask/src/sizes.txt and say why";
                return Err(Failure::new(STEP, why, by_hand));
            }
        }
        Ok(())
    }
}

/// The weight that a part is meant to have.
fn meant(name: &str) -> Option<usize> {
    let mut lines = MEANT.lines().filter_map(|line| line.split_once(' '));
    lines.find(|(part, _)| *part == name)?.1.parse().ok()
}

impl Row {
    fn of(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            kind: Kind::of(name),
            raw: bytes.len(),
            brotli: compressed(bytes).len(),
        }
    }

    fn line(&self) -> String {
        format!("{:<46} {:>9} {:>9}", self.name, self.raw, self.brotli)
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
    names.sort();
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

    /// A release whose parts weigh what they are meant to, and so much more.
    fn weighing(more: [usize; 4]) -> Sizes {
        let rows = Kind::ALL.into_iter().zip(more).map(|(kind, more)| Row {
            name: kind.name().to_owned(),
            kind,
            raw: 0,
            brotli: meant(kind.name()).unwrap() + more,
        });
        Sizes {
            files: rows.collect(),
            parts: Vec::new(),
        }
    }

    fn refused(more: [usize; 4]) -> String {
        weighing(more).within_budget().unwrap_err().why
    }

    #[test]
    fn each_part_may_grow_by_two_hundredths_and_no_more() {
        assert_eq!(weighing([0; 4]).within_budget(), Ok(()));
        for (index, kind) in Kind::ALL.into_iter().enumerate() {
            let meant = meant(kind.name()).unwrap();
            // The page has a limit of its own, which may come first.
            let room = if index == 0 {
                FIRST_ANSWER - meant
            } else {
                usize::MAX
            };
            let leeway = (meant * LEEWAY / 100).min(room);
            let grown = |by| std::array::from_fn(|at| if at == index { by } else { 0 });
            assert_eq!(weighing(grown(leeway)).within_budget(), Ok(()), "{kind:?}");
            let why = refused(grown(leeway + 1));
            let named = why.starts_with(kind.name()) || (index == 0 && why.starts_with("the page"));
            assert!(named, "{why}");
        }
    }

    #[test]
    fn what_is_waited_for_has_a_limit_that_no_line_can_raise() {
        let why = refused([FIRST_ANSWER, 0, 0, 0]);
        assert!(why.starts_with("the page"), "{why}");
        let why = refused([0, 0, BEFORE_RESULT, 0]);
        assert!(why.starts_with("what the result waits for"), "{why}");
        let before = weighing([0; 4]).before_result();
        assert!(before <= BEFORE_RESULT, "{before}");
    }

    #[test]
    fn a_file_is_told_by_its_name() {
        let names = [
            "index.html",
            "recovery-check-0a.js",
            "recovery-check-0a.wasm",
        ];
        let later = format!("{LATER}-0a.wasm");
        let kinds = names.into_iter().chain([later.as_str()]).map(Kind::of);
        assert_eq!(kinds.collect::<Vec<_>>(), Kind::ALL);
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
