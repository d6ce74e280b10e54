//! Entries as every version so far has stored them, kept as files: each still opens, and is written again to the same
//! bytes. A file here is never changed; a new version brings files of its own. Locked ones are in `tests/web/lock.rs`.

use recovery_check::session::Effect;
use recovery_check::storage::Store;
use recovery_check::storage::keeper::Keeper;
use recovery_check::storage::memory::MemoryStore;
use recovery_check::storage::order::{OWN, Order, order};
use std::fs;
use std::path::Path;

/// Version, key and text of every file.
fn files() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/stored");
    let files = fs::read_dir(folder).expect("the folder").flatten();
    let read = |file: fs::DirEntry| {
        let name = file.file_name().to_string_lossy().into_owned();
        let name = name.strip_suffix(".json").expect("a JSON file");
        let (version, key) = name.split_once('-').expect("version and key");
        let text = fs::read_to_string(file.path()).expect("a text");
        (version.to_owned(), key.to_owned(), text)
    };
    files.map(read).collect()
}

#[test]
fn every_version_so_far_opens_and_is_written_again_as_it_was() {
    let files = files();
    let of_first: Vec<_> = files
        .iter()
        .filter(|(version, ..)| version == "v1")
        .collect();
    assert_eq!(of_first.len(), 5, "one of each kind");
    let mut store = MemoryStore::default();
    for (_, key, text) in &of_first {
        store.write(key, text).expect("memory takes all");
    }
    let found = Keeper::new(Box::new(store)).find();
    assert_eq!((found.unreadable, found.newer), (0, 0));
    let effects = found
        .check_ins
        .into_iter()
        .map(Effect::Save)
        .chain(found.plan.map(Effect::SavePlan))
        .chain(found.reflections.into_iter().map(Effect::SaveReflection))
        .chain(found.notebook.map(Effect::SaveNotebook))
        .chain(found.region.map(Effect::SaveRegion));
    let mut written = 0;
    for effect in effects {
        let Some(Order::Put { text, .. }) = order(&effect, Some(&OWN)) else {
            panic!("{effect:?} stores nothing");
        };
        assert!(of_first.iter().any(|(.., was)| *was == text), "{text}");
        written += 1;
    }
    assert_eq!(written, of_first.len());
}
