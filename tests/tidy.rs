//! The project's conventions as tests. Each rule reads the sources as text and names the lines that break it.
//!
//! Rules and their reasons: `lib.rs` (arrows), section 6 of the clinical sheet (words), and the README. A rule
//! about a folder that does not exist has nothing to say; from the first file on it must find something to
//! look at, so that a moved folder cannot switch it off.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::ops::Range;
use std::path::Path;

// What is allowed, and why.

/// The arrows of `lib.rs`: a module may name those of a lower number, and its neighbours of the same number
/// as long as they do not name it back.
const LAYERS: [(&str, u8); 11] = [
    ("domain", 0),
    ("session", 1),
    ("storage", 2),
    ("export", 2),
    ("embed", 2),
    ("i18n", 2),
    ("wire", 2),
    ("platform", 3),
    ("ui", 4),
    ("main", 5),
    ("bin", 5),
];

/// Modules without clock, files, network or any crate but serde, so that the same input gives the same output.
const PURE: [&str; 2] = ["domain", "session"];

const LINES_AT_MOST: usize = 400;

/// Files that may be longer, with the reason.
const LONG_FILES: &[(&str, &str)] = &[(
    "src/i18n/en.rs",
    "a translator has one language in one place",
)];

/// Words that are not said to a person: section 6 of the clinical sheet, and what section 1 says never to
/// claim. A star stands for any ending.
#[rustfmt::skip]
const NEVER_SAID: &[&str] = &[
    "screen*", "test*", "diagnos*", "validated", "predict*", "prevents relapse", "critical",
    "addict", "addicts", "addicted", "alcoholic*", "junkie*", "user*", "abuse*", "drug habit*", "clean", "dirty",
    "fail*", "fell off", "relapsed", "back to day one", "streak*", "committed suicide",
    "high risk", "high-risk", "danger zone", "worse*", "relapse is part of recovery",
];

/// Sayings that hold such a word and are right all the same: the text, and the reason.
const SAID_ALL_THE_SAME: &[(&str, &str)] = &[];

/// Classes that are used without a style of their own, with the reason.
const UNSTYLED: &[(&str, &str)] = &[];

/// Classes that have a style but are not written out in the sources, with the reason.
const UNUSED: &[(&str, &str)] = &[];

/// String constants in `src/storage` that are no keys, with the reason.
const NO_KEYS: &[(&str, &str)] = &[("SKIP", "a value inside an entry: the code of a skip")];

// The rules.

#[test]
fn arrows_between_modules_never_turn_back() {
    let mut wrong = Findings::default();
    let mut neighbours = BTreeMap::new();
    for source in rust_sources() {
        let from = source.module();
        if from == "lib" {
            continue;
        }
        let Some(own) = layer(from) else {
            wrong.add(
                &source.path,
                1,
                &format!("`{from}` has no place on the arrows"),
            );
            continue;
        };
        for (line, to) in source.modules_named() {
            // A name that is no module, such as a macro, has no layer.
            let Some(other) = layer(&to) else { continue };
            if other > own {
                wrong.add(
                    &source.path,
                    line,
                    &format!("`{from}` must not know `{to}`"),
                );
            } else if other == own && to != from {
                neighbours.insert((from.to_owned(), to), (source.path.clone(), line));
            }
        }
    }
    for ((from, to), (path, line)) in &neighbours {
        if neighbours.contains_key(&(to.clone(), from.clone())) {
            wrong.add(path, *line, &format!("`{from}` and `{to}` name each other"));
        }
    }
    wrong.none();
}

#[test]
fn the_pure_modules_know_the_standard_library_and_serde_only() {
    #[rustfmt::skip]
    const IMPURE: [&str; 6] = ["std::time", "std::env", "std::fs", "std::net", "std::process", "std::thread"];
    let mut unwanted: Vec<_> = IMPURE.iter().map(|&path| path.to_owned()).collect();
    for crate_name in dependencies() {
        if crate_name != "serde" {
            unwanted.push(crate_name + "::");
        }
    }
    let mut wrong = Findings::default();
    let mut count = 0;
    for source in rust_sources() {
        if !PURE.contains(&source.module()) {
            continue;
        }
        count += 1;
        for path in &unwanted {
            wrong.add_all(&source.path, lines_of(&source.code, path), path);
        }
        for (line, first) in source.imports() {
            let is_own = ["crate", "self", "super"].contains(&&*first);
            let is_of_a_type = first.starts_with(char::is_uppercase);
            if !is_own && !is_of_a_type && !["std", "core", "serde"].contains(&&*first) {
                wrong.add(&source.path, line, &format!("use {first}"));
            }
        }
    }
    assert!(count > 10, "the domain has moved");
    wrong.none();
}

/// A panic ends the page, and with it what a person has told. Tests may.
#[test]
fn nothing_outside_tests_panics_on_purpose() {
    #[rustfmt::skip]
    const PANICS: [&str; 6] = [".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!", "unreachable!"];
    let mut wrong = Findings::default();
    let is_of_tests = |source: &Source| source.path.ends_with("/tests.rs");
    for source in rust_sources()
        .into_iter()
        .filter(|source| !is_of_tests(source))
    {
        for call in PANICS {
            wrong.add_all(&source.path, lines_of(&source.code, call), call);
        }
    }
    wrong.none();
}

/// The policy refuses style attributes, so they would have no effect; and markup from text is how pages are
/// taken over.
#[test]
fn no_style_attribute_and_no_inner_html() {
    const IN_RUST: [&str; 2] = ["inner_html", "style="];
    #[rustfmt::skip]
    const IN_PAGES: [&str; 5] = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "style="];
    let mut wrong = Findings::default();
    for source in rust_sources() {
        for unwanted in IN_RUST {
            wrong.add_all(&source.path, lines_of(&source.code, unwanted), unwanted);
            for literal in &source.literals {
                let lines = lines_of(&literal.text, unwanted).into_iter();
                let lines = lines.map(|line| literal.line + line - 1).collect();
                wrong.add_all(&source.path, lines, unwanted);
            }
        }
        // As in `.attr("style", …)`.
        for literal in &source.literals {
            if literal.text == "style" && source.module() == "ui" {
                wrong.add(&source.path, literal.line, "style attribute");
            }
        }
    }
    for page in pages_and_scripts() {
        for unwanted in IN_PAGES {
            wrong.add_all(&page.path, lines_of(&page.text, unwanted), unwanted);
        }
    }
    wrong.none();
}

#[test]
fn every_style_sheet_is_joined_and_every_joined_sheet_exists() {
    let sheets = files("style", &["css"]);
    let Some(main) = sheets.iter().find(|sheet| sheet.path == "style/main.css") else {
        assert!(sheets.is_empty(), "style/main.css is missing");
        return;
    };
    let mut joined = BTreeMap::new();
    for (line, text) in (1..).zip(main.text.lines()) {
        let quoted = text.trim().strip_prefix("@import \"./");
        if let Some((name, _)) = quoted.and_then(|rest| rest.split_once('"')) {
            joined.insert(format!("style/{name}"), line);
        }
    }
    let mut wrong = Findings::default();
    for sheet in &sheets {
        if sheet.path != main.path && !joined.contains_key(&sheet.path) {
            wrong.add(&sheet.path, 1, "not imported by style/main.css");
        }
    }
    for (path, line) in joined {
        if !sheets.iter().any(|sheet| sheet.path == path) {
            wrong.add(&main.path, line, &format!("{path} does not exist"));
        }
    }
    wrong.none();
}

/// A class has a style, or a script finds elements by it.
#[test]
fn every_class_used_has_a_style_and_every_style_is_used() {
    let (styled, used, hooks) = (styled_classes(), used_classes(), classes_in_scripts());
    let is_written = !files("src/ui/screens", &["rs"]).is_empty();
    let is_styled = !files("style/components", &["css"]).is_empty();
    if !(is_written && is_styled) {
        return;
    }
    assert!(!styled.is_empty() && !used.is_empty(), "no classes found");
    // A name put together at run time, such as `"rc-scale--".to_owned() + level`, stands for all it begins.
    let begins = |class: &str, part: &str| part.ends_with('-') && class.starts_with(part);
    let mut wrong = Findings::default();
    for (class, (path, line)) in &used {
        let has_style = styled
            .keys()
            .any(|other| other == class || begins(other, class));
        if !has_style && !hooks.contains(class) && !is_excused(UNSTYLED, class) {
            wrong.add(path, *line, &format!("`{class}` has no style"));
        }
    }
    for (class, (path, line)) in &styled {
        let is_used = used
            .keys()
            .any(|other| other == class || begins(class, other));
        if !is_used && !is_excused(UNUSED, class) {
            wrong.add(path, *line, &format!("`{class}` is used nowhere"));
        }
    }
    wrong.none();
}

/// The page may stand inside another; nothing of ours may meet something of theirs.
#[test]
fn classes_and_custom_properties_begin_with_rc() {
    let mut wrong = Findings::default();
    for sheet in files("style", &["css"]) {
        let code = without_css_comments_and_strings(&sheet.text);
        let mut names = tokens_after(&code, "--");
        names.extend(tokens_after(&code, "."));
        for (line, name) in names {
            if !name.starts_with("rc-") {
                wrong.add(&sheet.path, line, &format!("`{name}` in a style sheet"));
            }
        }
    }
    for source in rust_sources() {
        for (line, class) in source.class_names() {
            if !class.starts_with("rc-") {
                wrong.add(&source.path, line, &format!("class `{class}`"));
            }
        }
        for literal in source.literals.iter().filter(|_| source.module() == "ui") {
            for (_, name) in tokens_after(&literal.text, "--") {
                if !name.starts_with("rc-") {
                    wrong.add(&source.path, literal.line, &format!("property `--{name}`"));
                }
            }
        }
    }
    wrong.none();
}

/// Local storage is shared by every page of a site.
#[test]
fn storage_keys_begin_with_rc() {
    let mut wrong = Findings::default();
    for source in rust_sources() {
        for literal in &source.literals {
            let Some(name) = source.storage_constant(literal) else {
                continue;
            };
            if !literal.text.starts_with("rc-") && !is_excused(NO_KEYS, name) {
                let what = format!("storage key `{}`", literal.text);
                wrong.add(&source.path, literal.line, &what);
            }
        }
    }
    for page in pages_and_scripts() {
        for call in [".getItem(\"", ".setItem(\"", ".removeItem(\""] {
            for (at, _) in page.text.match_indices(call) {
                if !page.text[at + call.len()..].starts_with("rc-") {
                    wrong.add(&page.path, line_at(&page.text, at), "storage key");
                }
            }
        }
    }
    wrong.none();
}

#[test]
fn the_catalogue_never_says_these_words() {
    let mut wrong = Findings::default();
    let mut texts = 0;
    for source in rust_sources() {
        for literal in source.literals.iter().filter(|_| source.module() == "i18n") {
            texts += 1;
            let mut said = literal.text.to_lowercase();
            for (allowed, _) in SAID_ALL_THE_SAME {
                said = said.replace(&allowed.to_lowercase(), "");
            }
            for word in NEVER_SAID.iter().filter(|word| says(&said, word)) {
                let what = format!("\"{word}\" in {:?}", literal.text);
                wrong.add(&source.path, literal.line, &what);
            }
        }
    }
    let is_there = files("src/i18n", &["rs"]).len() > 1;
    assert!(!is_there || texts > 100, "no words found in the catalogue");
    wrong.none();
}

#[test]
fn every_package_of_ours_forbids_unsafe_code() {
    let manifest = |folder: &str| read(&root().join(folder).join("Cargo.toml")).text;
    let own = manifest("");
    let forbids = "unsafe_code = \"forbid\"";
    let holds = |text: &str, header: &str, line: &str| {
        let section = text.split_once(&format!("\n[{header}]\n"));
        section.is_some_and(|(_, rest)| {
            rest.lines()
                .take_while(|text| !text.starts_with('['))
                .any(|text| text == line)
        })
    };
    assert!(holds(&own, "workspace.lints.rust", forbids));
    let members = own.split_once("members = [").expect("members").1;
    let members = members.split_once(']').expect("an end").0;
    let members: Vec<_> = members
        .split(',')
        .map(|name| name.trim().trim_matches('"'))
        .collect();
    assert!(members.contains(&"xtask"), "{members:?}");
    for folder in members.into_iter().chain([""]) {
        assert!(
            holds(&manifest(folder), "lints", "workspace = true"),
            "{folder}"
        );
    }
    // A workspace of its own.
    assert!(holds(&manifest("fuzz"), "lints.rust", forbids));
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut wrong = Findings::default();
    for source in rust_sources() {
        let lines = source.text.lines().count();
        if lines > LINES_AT_MOST && !is_excused(LONG_FILES, &source.path) {
            wrong.add(
                &source.path,
                lines,
                &format!("{LINES_AT_MOST} lines at most"),
            );
        }
    }
    wrong.none();
}

/// An exception that is no longer needed would hide the next mistake.
#[test]
fn every_exception_is_still_needed() {
    let (styled, used) = (styled_classes(), used_classes());
    let mut needed = BTreeSet::new();
    for source in rust_sources() {
        if source.text.lines().count() > LINES_AT_MOST {
            needed.insert(source.path.clone());
        }
        for literal in &source.literals {
            needed.extend(source.storage_constant(literal).map(str::to_owned));
            let said = SAID_ALL_THE_SAME.iter().map(|&(text, _)| text);
            needed.extend(
                said.filter(|text| literal.text.contains(text))
                    .map(str::to_owned),
            );
        }
    }
    needed.extend(
        used.keys()
            .filter(|class| !styled.contains_key(*class))
            .cloned(),
    );
    needed.extend(
        styled
            .keys()
            .filter(|class| !used.contains_key(*class))
            .cloned(),
    );
    let mut wrong = Findings::default();
    for (name, _) in [LONG_FILES, SAID_ALL_THE_SAME, UNSTYLED, UNUSED, NO_KEYS].concat() {
        if !needed.contains(name) {
            wrong.add(
                "tests/tidy.rs",
                1,
                &format!("the exception for {name} can go"),
            );
        }
    }
    wrong.none();
}

/// What breaks a rule, by place.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    fn add(&mut self, path: &str, line: usize, what: &str) {
        self.0.push(format!("{path}:{line}: {what}"));
    }

    fn add_all(&mut self, path: &str, lines: Vec<usize>, what: &str) {
        for line in lines {
            self.add(path, line, what);
        }
    }

    fn none(self) {
        assert!(self.0.is_empty(), "\n{}\n", self.0.join("\n"));
    }
}

fn is_excused(exceptions: &[(&str, &str)], name: &str) -> bool {
    exceptions.iter().any(|(excused, _)| *excused == name)
}

fn layer(module: &str) -> Option<u8> {
    LAYERS
        .iter()
        .find(|(name, _)| *name == module)
        .map(|&(_, layer)| layer)
}

/// True when `text`, in lower case, holds `phrase` as whole words. A star at its end stands for any ending.
fn says(text: &str, phrase: &str) -> bool {
    let (start, any_ending) = phrase
        .strip_suffix('*')
        .map_or((phrase, false), |start| (start, true));
    text.match_indices(start).any(|(at, _)| {
        let begins = !text[..at].ends_with(char::is_alphanumeric);
        let ends = any_ending || !text[at + start.len()..].starts_with(char::is_alphanumeric);
        begins && ends
    })
}

// Classes.

/// Classes by name, each with one place where it stands.
type Classes = BTreeMap<String, (String, usize)>;

/// Every class with a style.
fn styled_classes() -> Classes {
    let mut classes = Classes::new();
    for sheet in files("style", &["css"]) {
        for (line, name) in tokens_after(&without_css_comments_and_strings(&sheet.text), ".") {
            classes.insert(name, (sheet.path.clone(), line));
        }
    }
    classes
}

/// Every class in the screens and in the page around them.
fn used_classes() -> Classes {
    let mut classes = Classes::new();
    for source in rust_sources() {
        for (line, name) in source.class_names() {
            classes.insert(name, (source.path.clone(), line));
        }
    }
    for page in pages_and_scripts() {
        for (at, attribute) in page.text.match_indices("class=\"") {
            let list = page.text[at + attribute.len()..].split('"').next();
            for name in list.unwrap_or_default().split_whitespace() {
                classes.insert(
                    name.to_owned(),
                    (page.path.clone(), line_at(&page.text, at)),
                );
            }
        }
    }
    classes
}

/// Every class by which a script finds elements.
fn classes_in_scripts() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for script in pages_and_scripts() {
        classes.extend(
            tokens_after(&script.text, ".")
                .into_iter()
                .map(|(_, name)| name),
        );
    }
    classes
}

// Reading.

/// A file of the project, by its path from the root.
struct File {
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files under `folder` with one of these endings, in order; none when there is no such folder.
fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.map(|entry| entry.expect("a readable folder").path()) {
            let ending = path.extension().and_then(OsStr::to_str);
            if path.is_dir() {
                folders.push(path);
            } else if ending.is_some_and(|ending| endings.contains(&ending)) {
                found.push(read(&path));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The page around the screens, and every script in it.
fn pages_and_scripts() -> Vec<File> {
    let mut found = files("src", &["html", "js"]);
    let page = root().join("index.html");
    if page.exists() {
        found.push(read(&page));
    }
    found
}

fn read(path: &Path) -> File {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let path = path.strip_prefix(root()).expect("a path of the project");
    File {
        path: path.to_string_lossy().replace('\\', "/"),
        text,
    }
}

/// The names of the crates the program may use, as code writes them.
fn dependencies() -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("a manifest");
    let mut section = "";
    let mut names = Vec::new();
    for line in manifest.lines() {
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_end_matches(']');
            names.extend(section.strip_prefix("dependencies.").map(str::to_owned));
        } else if section == "dependencies" {
            names.extend(line.split_once(" =").map(|(name, _)| name.to_owned()));
        }
    }
    assert!(names.len() > 1, "no dependencies found in Cargo.toml");
    names.iter().map(|name| name.replace('-', "_")).collect()
}

/// A Rust file, with comments, literals and test code told apart from the code that ships.
struct Source {
    path: String,
    text: String,
    /// The code with spaces for comments, literals and whatever is only compiled for tests. Each byte stands
    /// where it stands in the text.
    code: String,
    /// The string literals outside comments and tests.
    literals: Vec<Literal>,
}

struct Literal {
    line: usize,
    /// Where it begins.
    start: usize,
    text: String,
}

fn rust_sources() -> Vec<Source> {
    let sources: Vec<_> = files("src", &["rs"]).into_iter().map(Source::new).collect();
    assert!(!sources.is_empty(), "src has moved");
    sources
}

impl Source {
    fn new(file: File) -> Self {
        let (code, mut literals) = split(&file.text);
        let (code, tests) = without_tests(&code);
        literals.retain(|literal| !tests.iter().any(|test| test.contains(&literal.start)));
        Self {
            path: file.path,
            text: file.text,
            code,
            literals,
        }
    }

    /// The module right under the crate that this file belongs to.
    fn module(&self) -> &str {
        let path = self.path.trim_start_matches("src/");
        let first = path.split('/').next().unwrap_or(path);
        first.trim_end_matches(".rs")
    }

    /// How many modules this file lies below the crate.
    fn depth(&self) -> usize {
        let path = self.path.trim_end_matches("/mod.rs");
        path.matches('/').count()
    }

    /// The first name of every `use`.
    fn imports(&self) -> Vec<(usize, String)> {
        let starts = places_in(&self.code, "use ").into_iter();
        let first = |at| (line_at(&self.code, at), name_at(&self.code, at + 4));
        starts.map(first).collect()
    }

    /// Every name right under the crate that the code leads to, by `crate::`, our own crate's name or a chain
    /// of `super::`.
    fn modules_named(&self) -> Vec<(usize, String)> {
        let to_the_top = "super::".repeat(self.depth());
        let mut named = Vec::new();
        for path in ["crate::", "recovery_check::", &to_the_top] {
            for at in places_in(&self.code, path) {
                if !self.code[..at].ends_with("::") {
                    let line = line_at(&self.code, at);
                    let heads = names_of_group(&self.code, at + path.len());
                    named.extend(heads.into_iter().map(|name| (line, name)));
                }
            }
        }
        named
    }

    /// Class names: in `class="…"`, `class:…` and `.class("…")`, and every `rc-` word in a string of the screens
    /// that is not the value of another attribute.
    fn class_names(&self) -> Vec<(usize, String)> {
        let mut names = Vec::new();
        // `class:name=…` in a view; with a space it is a field of a struct.
        for at in places_in(&self.code, "class:") {
            let after = at + "class:".len();
            if self.code[after..].starts_with(is_name) {
                names.push((line_at(&self.code, at), name_at(&self.code, after)));
            }
        }
        for literal in &self.literals {
            let attribute = self.attribute_of(literal);
            let is_class = attribute == Some("class");
            let may_be_class = attribute.is_none() && self.module() == "ui";
            for name in literal.text.split_whitespace() {
                if is_class || (may_be_class && name.starts_with("rc-")) {
                    names.push((literal.line, name.to_owned()));
                }
            }
        }
        names
    }

    /// The attribute that `literal` is the value of, where that is written right before it: `name="…"`,
    /// `.class("…")` or `.attr("name", "…")`.
    fn attribute_of(&self, literal: &Literal) -> Option<&str> {
        let before = self.code[..literal.start].trim_end();
        if before.ends_with(".class(") {
            return Some("class");
        }
        if let Some(name) = before.strip_suffix('=') {
            let start = name.rfind(|c| !is_name(c) && c != '-')? + 1;
            return Some(&name[start..]).filter(|name| !name.is_empty());
        }
        let call = before.strip_suffix(',')?.trim_end();
        let name = self
            .literals
            .iter()
            .rfind(|other| other.start < literal.start)?;
        (call.ends_with(".attr(") && name.start >= call.len()).then_some(&name.text)
    }

    /// The name of the string constant in `src/storage` that `literal` is the value of.
    fn storage_constant(&self, literal: &Literal) -> Option<&str> {
        let before = self.code[..literal.start].trim_end().strip_suffix('=')?;
        let (name, kind) = before.rsplit_once("const ")?.1.split_once(':')?;
        (self.module() == "storage" && kind.trim() == "&str").then_some(name)
    }
}

/// Tells code from literals and comments.
fn split(text: &str) -> (String, Vec<Literal>) {
    let mut code = String::with_capacity(text.len());
    let mut literals = Vec::new();
    while code.len() < text.len() {
        let start = code.len();
        let rest = &text[start..];
        let raw = raw_string(rest).filter(|_| !code.ends_with(is_name));
        let length = match rest.as_bytes() {
            [b'/', b'/', ..] => rest.find('\n').unwrap_or(rest.len()),
            [b'/', b'*', ..] => block_comment(rest),
            [b'"', ..] => string(rest),
            [b'\'', ..] => character(rest),
            _ => raw.unwrap_or(0),
        };
        if rest.starts_with('"') || raw.is_some() {
            let inside = rest[..length].trim_start_matches('r').trim_matches('#');
            literals.push(Literal {
                line: line_at(text, start),
                start,
                text: inside.trim_matches('"').to_owned(),
            });
        }
        if length == 0 {
            code.extend(rest.chars().next());
        } else {
            code += &blank(&rest[..length]);
        }
    }
    (code, literals)
}

/// Spaces in place of `text`, as many bytes, with its line ends.
fn blank(text: &str) -> String {
    let blank = text
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' });
    blank.collect()
}

/// How long the character that `rest` begins with is, with both quotes; 0 when it is a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest[1..].char_indices();
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((escaped, _))) => {
            let after = 1 + escaped + 1;
            rest[after..].find('\'').map_or(0, |end| after + end + 1)
        }
        (Some(_), Some((end, '\''))) => 1 + end + 1,
        _ => 0,
    }
}

/// How long the string that `rest` begins with is, with both quotes.
fn string(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// How long the raw string that `rest` begins with is, if one does: `r#type` is a name.
fn raw_string(rest: &str) -> Option<usize> {
    let after_r = rest.strip_prefix('r')?;
    let body = after_r.trim_start_matches('#').strip_prefix('"')?;
    let hashes = after_r.len() - body.len() - 1;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(1 + hashes + 1 + body.find(&end)? + end.len())
}

/// How long the comment that `rest` begins with is. Comments nest.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    for (at, pair) in rest.as_bytes().windows(2).enumerate() {
        match pair {
            b"/*" => depth += 1,
            b"*/" if depth == 1 => return at + 2,
            b"*/" => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// Blanks every item that is only compiled for tests, and says where those were.
fn without_tests(code: &str) -> (String, Vec<Range<usize>>) {
    let mut shipped = code.to_owned();
    let mut tests = Vec::new();
    while let Some(start) = shipped
        .find("#[cfg(test)]")
        .or(shipped.find("#[cfg(all(test"))
    {
        let length = item(&shipped[start..]);
        let test = start..start + length;
        let spaces = blank(&shipped[test.clone()]);
        shipped.replace_range(test.clone(), &spaces);
        tests.push(test);
    }
    (shipped, tests)
}

/// How long the item that `code` begins with is: to its closing brace, or to its semicolon.
fn item(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return at + 1,
            b'}' => depth -= 1,
            b';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The name that begins at `at`, with hyphens as in classes.
fn name_at(text: &str, at: usize) -> String {
    let name = text[at..].trim_start();
    let end = name.find(|c| !is_name(c) && c != '-');
    name[..end.unwrap_or(name.len())].to_owned()
}

/// The names at `at`: one, or the first of each path in a group in braces.
fn names_of_group(code: &str, at: usize) -> Vec<String> {
    if !code[at..].trim_start().starts_with('{') {
        return vec![name_at(code, at)];
    }
    let mut names = Vec::new();
    let mut depth = 0_usize;
    for (offset, byte) in code[at..].bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && byte == b'}' {
            break;
        }
        if depth == 1 && matches!(byte, b'{' | b',') {
            names.push(name_at(code, at + offset + 1));
        }
    }
    names
}

/// The line, from 1, that the byte at `at` stands in.
fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Where `word` stands and is not the end of a longer name.
fn places_in(text: &str, word: &str) -> Vec<usize> {
    let joins = |c| is_name(c) || c == '-';
    let places = text.match_indices(word).map(|(at, _)| at);
    let whole = places.filter(|&at| !(word.starts_with(is_name) && text[..at].ends_with(joins)));
    whole.collect()
}

/// The lines where `word` stands and is not the end of a longer name.
fn lines_of(text: &str, word: &str) -> Vec<usize> {
    let places = places_in(text, word).into_iter();
    places.map(|at| line_at(text, at)).collect()
}

/// The names right after `mark`: classes after a dot, custom properties after two hyphens. Two hyphens inside
/// a name are part of it, as in `rc-choice--skip`.
fn tokens_after(text: &str, mark: &str) -> Vec<(usize, String)> {
    let mut tokens = Vec::new();
    for (at, _) in text.match_indices(mark) {
        let after = at + mark.len();
        let is_inside = mark == "--" && text[..at].ends_with(|c| is_name(c) || c == '-');
        if !is_inside && text[after..].starts_with(|c: char| c.is_alphabetic() || c == '_') {
            tokens.push((line_at(text, at), name_at(text, after)));
        }
    }
    tokens
}

/// Blanks comments and strings of a style sheet.
fn without_css_comments_and_strings(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    while code.len() < text.len() {
        let rest = &text[code.len()..];
        let length = match rest.as_bytes() {
            [b'/', b'*', ..] => rest.find("*/").map(|end| end + 2),
            [b'"', ..] => rest[1..].find('"').map(|end| end + 2),
            _ => Some(0),
        };
        match length.unwrap_or(rest.len()) {
            0 => code.extend(rest.chars().next()),
            length => code += &blank(&rest[..length]),
        }
    }
    code
}

// The reader itself.

#[test]
fn code_is_told_from_words_and_tests() {
    let text = r##"//! a.unwrap()
use crate::{domain::{flow, gates}, session};
fn name<'a>(x: &'a str) -> [char; 3] { ['"','\'', '"'] /* "no" /* . */ panic! */ }
const RAW: &str = r#"say "rc-a" panic!"#;
const PLAIN: &str = "rc-b \" é todo!";
#[cfg(test)]
mod tests { fn f() { "rc-c".unwrap() } }
fn last() { super::super::ui::x() }
"##;
    let source = Source::new(File {
        path: "src/storage/x.rs".to_owned(),
        text: text.to_owned(),
    });
    let [raw, plain] = &source.literals[..] else {
        panic!("two literals");
    };
    assert_eq!((raw.line, &*raw.text), (4, r#"say "rc-a" panic!"#));
    assert_eq!((plain.line, &*plain.text), (5, r#"rc-b \" é todo!"#));
    assert_eq!(source.storage_constant(plain), Some("PLAIN"));
    for hidden in ["unwrap", "panic", "todo", "rc-"] {
        assert!(!source.code.contains(hidden), "{hidden}");
    }
    assert_eq!(source.code.len(), text.len());
    let named = [(2, "domain"), (2, "session"), (8, "ui")];
    assert_eq!(
        source.modules_named(),
        named.map(|(line, name)| (line, name.to_owned()))
    );
}

#[test]
fn words_are_found_whole_and_stems_with_any_ending() {
    assert!(says("this is a test.", "test*"));
    assert!(says("testing", "test*"));
    assert!(!says("the latest", "test*"));
    assert!(!says("cleanse", "clean"));
    assert!(says("it can get worse, then", "worse*"));
    assert!(!says("medicine for addiction", "addict"));
}
