//! Owns the spellings of a hash: for a policy, an integrity attribute, a file name, and a number like a UUID.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

/// `'sha256-…'`, as a content security policy names inline text.
pub(crate) fn policy_source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// `sha384-…`, as `fetch` and integrity attributes take it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The first 64 bits in hexadecimal: short enough for a file name, long enough to tell builds apart.
pub(crate) fn short(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(bytes);
    digest.iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A UUID of version 8 (RFC 9562) that stands for these bytes.
pub(crate) fn uuid(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let hex = |from: usize, to: usize| {
        let bytes = digest.iter().enumerate().skip(from).take(to - from);
        bytes.fold(String::new(), |hex, (place, byte)| {
            let byte = match place {
                6 => byte & 0x0f | 0x80,
                8 => byte & 0x3f | 0x80,
                _ => *byte,
            };
            hex + &format!("{byte:02x}")
        })
    };
    let parts = [hex(0, 4), hex(4, 6), hex(6, 8), hex(8, 10), hex(10, 16)];
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    // The known digests of the empty input.
    #[test]
    fn spellings_match_the_published_digests() {
        assert_eq!(
            policy_source(""),
            "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
        );
        assert_eq!(
            integrity(b""),
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
        assert_eq!(short(b""), "e3b0c44298fc1c14");
        assert_eq!(uuid(b""), "e3b0c442-98fc-8c14-9afb-f4c8996fb924");
    }
}
