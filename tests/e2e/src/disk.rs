//! Owns what a browser's own folder holds once the browser is closed: what someone finds who has the device.

use std::path::Path;

use crate::page::Page;

impl Page {
    /// Closes the browser as a person does. Its folder stays until the page is dropped.
    #[track_caller]
    pub fn close(&mut self) {
        self.processes.close();
    }

    /// Which of these words stand in which file of the browser's folder, as bytes of UTF-8 or UTF-16, also where
    /// Firefox has packed what it would open again.
    pub fn found_on_disk(&self, words: &[&str]) -> Vec<(String, String)> {
        let mut found = Vec::new();
        look_through(self.processes.profile(), words, &mut found);
        found
    }
}

fn look_through(folder: &Path, words: &[&str], found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.is_symlink() {
            look_through(&path, words, found);
            continue;
        }
        let mut bytes = std::fs::read(&path).unwrap_or_default();
        if let Some(packed) = bytes.strip_prefix(b"mozLz40\0") {
            bytes = lz4_flex::decompress_size_prepended(packed).unwrap_or_default();
        }
        for word in words {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            if holds(&bytes, word.as_bytes()) || holds(&bytes, &wide) {
                found.push((path.display().to_string(), (*word).to_owned()));
            }
        }
    }
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(bytes, wanted).is_some()
}
