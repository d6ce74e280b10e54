//! Our own file: everything, in the form it is stored in, so that bringing it back loses nothing.
//!
//! Version 1, one entry a line:
//! `{"format":"recovery-check","v":1,"day":20782,"check_ins":[{"id":"00…ff","entry":{…}},…],"plan":{…},
//! "reflections":[{"id":"00…ff","entry":{…}},…],"notebook":{…}}`.
//! `day` is the day the file was made, as in stored entries. An `entry`, `plan` and `notebook` are stored
//! entries ([`crate::storage::envelope`], [`crate::storage::own`]) byte for byte, with versions of their own;
//! a plan or notebook that is not there is `null`. Check-ins and reflections stand oldest first.

use super::Taken;
use crate::domain::check_in::CheckInId;
use crate::storage::{envelope, own};

/// What tells our files from those of others.
pub const FORMAT: &str = "recovery-check";
/// The version of the file this program writes.
pub const VERSION: u32 = 1;

/// The file.
pub fn write(taken: &Taken) -> String {
    let found = &taken.found;
    let check_ins = found.check_ins.iter();
    let check_ins = check_ins.map(|one| (one.id, envelope::encode(one)));
    let reflections = found.reflections.iter();
    let reflections = reflections.map(|one| (one.id, own::encode_reflection(one)));
    let or_null = |entry: Option<String>| entry.unwrap_or_else(|| "null".to_owned());
    [
        "{\"format\":\"",
        FORMAT,
        "\",\"v\":",
        &VERSION.to_string(),
        ",\"day\":",
        &taken.today.number().to_string(),
        ",\"check_ins\":[",
        &entries(check_ins),
        "],\n\"plan\":",
        &or_null(found.plan.as_ref().map(own::encode_plan)),
        ",\n\"reflections\":[",
        &entries(reflections),
        "],\n\"notebook\":",
        &or_null(found.notebook.as_ref().map(own::encode_notebook)),
        "}\n",
    ]
    .concat()
}

fn entries(all: impl Iterator<Item = (CheckInId, String)>) -> String {
    let one = |(id, entry): (CheckInId, String)| {
        ["\n{\"id\":\"", &id.name(), "\",\"entry\":", &entry, "}"].concat()
    };
    all.map(one).collect::<Vec<_>>().join(",")
}
