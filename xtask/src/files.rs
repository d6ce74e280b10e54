//! Owns what is said of the files of a build wherever they are served: of which type each is, and how long a browser
//! may keep it.

use std::path::Path;

/// The type of each kind of file, by how its name ends.
pub(crate) const TYPES: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    // Any other type and browsers compile only after the whole download.
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("txt", "text/plain; charset=utf-8"),
];

/// Files named by the hash of their content never change.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The page that names them does: it may be kept, but is asked for each time.
pub(crate) const ASK_AGAIN: &str = "no-cache";

/// The first of these, as a pattern for the settings of servers.
pub(crate) const HASHED: &str = r"-[0-9a-f]+\.(js|wasm)$";

/// The type of a file.
pub(crate) fn content_type(file: &Path) -> &'static str {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let found = TYPES.iter().find(|(known, _)| Some(*known) == ending);
    found.map_or("application/octet-stream", |(_, kind)| kind)
}

/// How long a file may be kept.
pub(crate) fn cache_control(file: &Path) -> &'static str {
    let stem = file
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or("");
    let hash = stem.rsplit('-').next().unwrap_or("");
    if hash.len() == 16 && hash != stem && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        FOR_EVER
    } else {
        ASK_AGAIN
    }
}
