//! Owns what the release says of the work of others in it: `licences.txt` for people, and a bill of materials
//! for programs. Both are of one list: the crates that are compiled for the browser, build tools and macros not
//! among them. No browser asks for either, so neither counts against the byte budget.
//!
//! Nothing of this machine goes in, no path and no time: the same sources give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::digest;
use crate::failure::{Failure, OrFail, Outcome};
use crate::process::Job;
use crate::project::Project;

/// The file with every licence.
pub(crate) const LICENCES: &str = "licences.txt";
/// The bill of materials, by the name that programs look for.
pub(crate) const MATERIALS: &str = "recovery-check.cdx.json";

const STEP: &str = "list what the program is made of";
const BY_HAND: &str = "repair what is named above; `cargo xtask dist` tries again";

/// What both lists are made from, for cargo.
const BROWSER: [&str; 3] = ["--locked", "--features", "split"];
const TARGET: &str = "wasm32-unknown-unknown";

/// How the names of files with a licence begin, in capitals.
const LICENCE_FILES: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
    "UNLICENSE",
];

/// A crate by name and version.
type Id = (String, String);

/// A crate in the program.
#[derive(Debug, Default)]
struct Part {
    licence: String,
    /// SHA-256 of the package; none for what does not come from the registry.
    checksum: Option<String>,
    /// The licences it brings along.
    texts: Vec<String>,
    uses: BTreeSet<Id>,
}

/// Everything in the program, by name and version.
struct Parts {
    program: Id,
    all: BTreeMap<Id, Part>,
}

/// Writes both files into a release folder.
pub(crate) fn write(project: &Project, folder: &Path) -> Outcome {
    let parts = parts(project)?;
    let materials = format!("{:#}\n", parts.materials());
    std::fs::write(folder.join(LICENCES), parts.licences()).or_fail(STEP, BY_HAND)?;
    std::fs::write(folder.join(MATERIALS), materials).or_fail(STEP, BY_HAND)
}

fn parts(project: &Project) -> Outcome<Parts> {
    let mut tree = project.command("cargo");
    tree.args(["tree", "--package", "recovery-check", "--target", TARGET]);
    tree.args(["--edges", "normal,no-proc-macro", "--prefix", "depth"]);
    tree.args(["--format", "|{p}"]).args(BROWSER);
    let (program, edges) = edges(&Job::new(STEP, tree).read()?)?;

    let mut metadata = project.command("cargo");
    metadata.args(["metadata", "--format-version", "1"]);
    metadata.args(["--filter-platform", TARGET]).args(BROWSER);
    let metadata = Job::new(STEP, metadata).read()?;
    let metadata: Value = serde_json::from_str(&metadata).or_fail(STEP, BY_HAND)?;
    let lock = std::fs::read_to_string(project.root().join("Cargo.lock"));
    let checksums = checksums(&lock.or_fail(STEP, "restore Cargo.lock from git")?);

    let mut parts = Parts {
        program,
        all: BTreeMap::new(),
    };
    let packages = metadata["packages"].as_array();
    for package in packages.into_iter().flatten() {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let id = (text("name"), text("version"));
        let Some(uses) = edges.get(&id) else { continue };
        let folder = PathBuf::from(text("manifest_path"));
        let texts = texts(folder.parent().unwrap_or(&folder)).or_fail(STEP, BY_HAND)?;
        let part = Part {
            // An old way of writing it.
            licence: text("license").replace('/', " OR "),
            checksum: checksums.get(&id).cloned(),
            texts,
            uses: uses.clone(),
        };
        parts.all.insert(id, part);
    }
    parts.add_standard_library(project)?;
    parts.check(&edges)?;
    Ok(parts)
}

/// The first crate of the tree, and which crates each names.
fn edges(tree: &str) -> Outcome<(Id, BTreeMap<Id, BTreeSet<Id>>)> {
    let mut edges: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    let mut above: Vec<Id> = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let read = || {
            let (depth, package) = line.split_once('|')?;
            let mut words = package.split(' ');
            let name = words.next()?.to_owned();
            let version = words.next()?.strip_prefix('v')?.to_owned();
            Some((depth.parse().ok()?, (name, version)))
        };
        let unread = || Failure::new(STEP, format!("cargo tree wrote `{line}`"), BY_HAND);
        let (depth, id): (usize, Id) = read().ok_or_else(unread)?;
        above.truncate(depth);
        if let Some(parent) = above.last() {
            edges.entry(parent.clone()).or_default().insert(id.clone());
        }
        edges.entry(id.clone()).or_default();
        above.push(id);
    }
    let program = above.into_iter().next();
    let empty = || Failure::new(STEP, "cargo tree wrote nothing", BY_HAND);
    Ok((program.ok_or_else(empty)?, edges))
}

/// The checksums of a lock file.
fn checksums(lock: &str) -> BTreeMap<Id, String> {
    let mut found = BTreeMap::new();
    for package in lock.split("[[package]]") {
        let value = |key: &str| {
            let mut lines = package.lines();
            let line = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
            line?.strip_suffix('"').map(str::to_owned)
        };
        if let (Some(name), Some(version), Some(sum)) =
            (value("name"), value("version"), value("checksum"))
        {
            found.insert((name, version), sum);
        }
    }
    found
}

/// The licences in a folder, by file name.
fn texts(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default();
        let name = name.to_string_lossy().to_uppercase();
        if file.is_file() && LICENCE_FILES.iter().any(|start| name.starts_with(start)) {
            files.push(file);
        }
    }
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let text = String::from_utf8_lossy(&std::fs::read(file)?).into_owned();
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        texts.push(lines.join("\n").trim_matches('\n').to_owned());
    }
    Ok(texts)
}

impl Parts {
    /// It comes with the compiler, so cargo does not list it.
    fn add_standard_library(&mut self, project: &Project) -> Outcome {
        let mut rustc = project.command("rustc");
        rustc.arg("--version");
        let version = Job::new(STEP, rustc).read()?;
        let version = version.split(' ').nth(1).unwrap_or_default().to_owned();
        let id = ("rust-std".to_owned(), version);
        let part = Part {
            licence: "MIT OR Apache-2.0".to_owned(),
            ..Part::default()
        };
        if let Some(program) = self.all.get_mut(&self.program) {
            program.uses.insert(id.clone());
        }
        self.all.insert(id, part);
        Ok(())
    }

    /// Nothing is missing, and nothing has no licence.
    fn check(&self, edges: &BTreeMap<Id, BTreeSet<Id>>) -> Outcome {
        let unknown = edges.keys().find(|id| !self.all.contains_key(*id));
        let unlicensed = || self.all.iter().find(|(_, part)| part.licence.is_empty());
        match unknown.or_else(|| unlicensed().map(|(id, _)| id)) {
            None => Ok(()),
            Some((name, version)) => {
                let why = format!("nothing is known of the licence of {name} {version}");
                Err(Failure::new(STEP, why, BY_HAND))
            }
        }
    }

    fn licences(&self) -> String {
        let mut page =
            "Recovery Check is made of these parts, under these licences.\n\n".to_owned();
        let mut texts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for ((name, version), part) in &self.all {
            let title = format!("{name} {version}");
            let _ = writeln!(page, "{title:<40} {}", part.licence);
            for text in &part.texts {
                texts.entry(text).or_default().push(title.clone());
            }
        }
        let mut texts: Vec<_> = texts.into_iter().collect();
        texts.sort_by(|(_, one), (_, other)| one.cmp(other));
        let line = "=".repeat(80);
        for (text, titles) in texts {
            let _ = write!(page, "\n{line}\n{}\n{line}\n\n{text}\n", titles.join("\n"));
        }
        page
    }

    /// The bill of materials, as `CycloneDX` 1.5.
    fn materials(&self) -> Value {
        let others = self.all.iter().filter(|(id, _)| **id != self.program);
        let components: Vec<Value> = others.map(|(id, part)| component(id, part)).collect();
        let dependencies: Vec<Value> = self.all.iter().map(depends).collect();
        let mut program = self
            .all
            .get(&self.program)
            .map_or(Value::Null, |part| component(&self.program, part));
        program["type"] = "application".into();
        let number = digest::uuid(
            json!([program, components, dependencies])
                .to_string()
                .as_bytes(),
        );
        json!({
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "serialNumber": format!("urn:uuid:{number}"),
            "version": 1,
            "metadata": { "component": program },
            "components": components,
            "dependencies": dependencies,
        })
    }
}

fn component(id: &Id, part: &Part) -> Value {
    let (name, version) = id;
    let mut component = json!({
        "type": "library",
        "bom-ref": address(id),
        "name": name,
        "version": version,
        "scope": "required",
        "licenses": [{ "expression": part.licence }],
    });
    if let Some(sum) = &part.checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
        component["purl"] = address(id).into();
    }
    component
}

fn depends((id, part): (&Id, &Part)) -> Value {
    let uses: Vec<String> = part.uses.iter().map(address).collect();
    json!({ "ref": address(id), "dependsOn": uses })
}

/// The address of a package, as programs name it.
fn address((name, version): &Id) -> String {
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str =
        "0|app v0.1.0 (/somewhere/app)\n1|a v1.0.0\n2|b v2.0.0+x\n1|b v2.0.0+x (*)\n";

    fn id(name: &str, version: &str) -> Id {
        (name.to_owned(), version.to_owned())
    }

    #[test]
    fn the_tree_says_who_uses_whom() {
        let (program, edges) = edges(TREE).unwrap();
        let (a, b) = (id("a", "1.0.0"), id("b", "2.0.0+x"));
        assert_eq!(edges[&program], BTreeSet::from([a.clone(), b.clone()]));
        assert_eq!(edges[&a], BTreeSet::from([b.clone()]));
        assert_eq!(edges[&b], BTreeSet::new());
        assert!(super::edges("").is_err() && super::edges("a v1\n").is_err());
    }

    #[test]
    fn checksums_are_read_where_there_are_any() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ff\"\n\n\
                    [[package]]\nname = \"app\"\nversion = \"0.1.0\"\n";
        let found = checksums(lock);
        assert_eq!(found, BTreeMap::from([(id("a", "1.0.0"), "ff".to_owned())]));
    }

    #[test]
    fn what_the_release_is_made_of_is_listed_whole_and_without_this_machine() {
        let project = Project::find().unwrap();
        let parts = parts(&project).unwrap();
        let materials = parts.materials();
        let text = materials.to_string();
        let components = materials["components"].as_array().unwrap();
        assert_eq!(components.len() + 1, parts.all.len());
        let mut refs: BTreeSet<&str> = BTreeSet::new();
        for part in components
            .iter()
            .chain([&materials["metadata"]["component"]])
        {
            assert!(
                refs.insert(part["bom-ref"].as_str().unwrap()),
                "{part} stands twice"
            );
            let from_registry =
                !["recovery-check", "rust-std"].contains(&part["name"].as_str().unwrap());
            assert_eq!(part["hashes"].is_array(), from_registry, "{part}");
        }
        for one in materials["dependencies"].as_array().unwrap() {
            let used = one["dependsOn"]
                .as_array()
                .unwrap()
                .iter()
                .chain([&one["ref"]]);
            for of in used {
                assert!(refs.contains(of.as_str().unwrap()), "{of} is no part");
            }
        }
        let names: BTreeSet<&str> = parts.all.keys().map(|(name, _)| &**name).collect();
        for name in ["leptos", "serde_json", "wasm-bindgen", "rust-std"] {
            assert!(names.contains(name), "{name}");
        }
        for name in [
            "serde_derive",
            "wasm-bindgen-macro",
            "proptest",
            "xtask",
            "brotli",
        ] {
            assert!(!names.contains(name), "{name}");
        }
        let licences = parts.licences();
        assert!(licences.contains("Permission is hereby granted, free of charge"));
        let here = project.root().to_string_lossy().into_owned();
        assert!(!text.contains(&here) && !licences.contains(&here));
        assert_eq!(
            super::parts(&project).unwrap().materials(),
            materials,
            "the same again"
        );
    }
}
