//! Owns the bytes of the lock: what stands under its key, and how a locked entry is written. Pure: it knows what
//! is stored, not how it is ciphered; that is [`super::vault`]'s, through the browser's Web Crypto.
//!
//! One random data key ciphers every entry. It is stored wrapped, once by a key made from the phrase and, where the
//! person wanted one, once by a key made from a recovery code. So a change of phrase rewrites this one entry, in one
//! step, and none of the others.
//!
//! Version 1 of the lock: `{"v":1,"id":"9f…","rounds":600000,"idle":5,"phrase":"…","code":"…"}`. `phrase` and `code`
//! are 16 bytes of salt, 12 of nonce and the wrapped key, in hexadecimal; `code` may be null. `idle` is after how many
//! minutes without a touch the page locks itself; 0 is never. `id` names the data key.
//!
//! A locked entry is version 2 of the envelope, `{"v":2,"lock":"9f…","nonce":"…","sealed":"…"}`: a program without
//! the lock leaves it alone as newer. What is sealed is the entry of version 1 as it stands when not locked.

use super::envelope::{Unread, from_text, to_text};
use serde::{Deserialize, Serialize};

/// The version of the envelope that a locked entry has.
const SEALED: u32 = 2;

/// Rounds of PBKDF2 with HMAC-SHA-256: what the OWASP Password Storage Cheat Sheet asks for.
pub const ROUNDS: u32 = 600_000;

/// Most rounds that are run: an edit by hand must not stop the page for hours.
const ROUNDS_AT_MOST: u32 = 10_000_000;

/// The choices of minutes until the page locks itself; 0 is never.
pub const IDLE: [u16; 5] = [1, 5, 15, 60, 0];

/// Letters and digits of a recovery code: Crockford's 32, without those that look alike.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Bytes a recovery code is made from: 160 bits, far beyond guessing.
pub const CODE_BYTES: usize = 20;

/// The data key, wrapped by a key made from a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// For making the wrapping key.
    pub salt: [u8; 16],
    /// Used this once.
    pub nonce: [u8; 12],
    /// The ciphered data key, its mark of authenticity included.
    pub key: Vec<u8>,
}

/// The lock as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// Names the data key, so that another tab can tell whether it still holds the right one.
    pub id: String,
    /// Rounds of PBKDF2.
    pub rounds: u32,
    /// Minutes without a touch until the page locks itself; 0 is never.
    pub idle: u16,
    /// By the phrase.
    pub phrase: Wrapped,
    /// By the recovery code, where there is one.
    pub code: Option<Wrapped>,
}

/// A locked entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The lock's name.
    pub lock: String,
    /// Used this once.
    pub nonce: [u8; 12],
    /// The ciphered text, its mark of authenticity included.
    pub bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredLock {
    v: u32,
    id: String,
    rounds: u32,
    idle: u16,
    phrase: String,
    code: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSealed {
    v: u32,
    lock: String,
    nonce: String,
    sealed: String,
}

impl Wrapped {
    fn write(&self) -> String {
        hex(&self.salt) + &hex(&self.nonce) + &hex(&self.key)
    }

    fn read(text: &str) -> Option<Self> {
        let bytes = from_hex(text)?;
        let (salt, rest) = bytes.split_first_chunk()?;
        let (nonce, key) = rest.split_first_chunk()?;
        (key.len() == 48).then(|| Self {
            salt: *salt,
            nonce: *nonce,
            key: key.to_vec(),
        })
    }
}

/// The text to store for the lock.
pub fn encode(lock: &Lock) -> String {
    to_text(&StoredLock {
        v: super::envelope::VERSION,
        id: lock.id.clone(),
        rounds: lock.rounds,
        idle: lock.idle,
        phrase: lock.phrase.write(),
        code: lock.code.as_ref().map(Wrapped::write),
    })
}

/// The lock that `text` holds.
///
/// # Errors
/// [`Unread`] when it is of a later version, or not a whole and sound entry.
pub fn decode(text: &str) -> Result<Lock, Unread> {
    let stored: StoredLock = from_text(text)?;
    let sound = || {
        let code = stored.code.as_deref().map(Wrapped::read);
        Some(Lock {
            phrase: Wrapped::read(&stored.phrase)?,
            code: match code {
                Some(code) => Some(code?),
                None => None,
            },
            id: stored.id,
            rounds: (1..=ROUNDS_AT_MOST)
                .contains(&stored.rounds)
                .then_some(stored.rounds)?,
            idle: stored.idle,
        })
    };
    sound().ok_or(Unread::Unreadable)
}

/// The text to store for a locked entry.
pub fn encode_sealed(sealed: &Sealed) -> String {
    to_text(&StoredSealed {
        v: SEALED,
        lock: sealed.lock.clone(),
        nonce: hex(&sealed.nonce),
        sealed: hex(&sealed.bytes),
    })
}

/// The locked entry that `text` holds, if it is one.
pub fn decode_sealed(text: &str) -> Option<Sealed> {
    // Most entries are none, and are long: a glance tells.
    if !text.starts_with("{\"v\":2,") {
        return None;
    }
    let stored: StoredSealed = serde_json::from_str(text).ok()?;
    Some(Sealed {
        lock: stored.lock,
        nonce: from_hex(&stored.nonce)?.try_into().ok()?,
        bytes: from_hex(&stored.sealed)?,
    })
}

/// A recovery code for these random bytes, in groups that can be read out and copied by hand.
///
/// ```
/// use recovery_check::storage::lock::code;
/// assert_eq!(code(&[0; 20]), "0000-0000-0000-0000-0000-0000-0000-0000");
/// ```
pub fn code(random: &[u8; CODE_BYTES]) -> String {
    let mut text = String::new();
    for (number, five) in random.chunks(5).enumerate() {
        let bits = five
            .iter()
            .fold(0_u64, |bits, &byte| (bits << 8) | u64::from(byte));
        for place in (0..8).rev() {
            if (number > 0 && place == 7) || place == 3 {
                text.push('-');
            }
            let sign = SIGNS[usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0)];
            text.push(char::from(sign));
        }
    }
    text
}

/// What is meant by a typed code: without spaces and dashes, and with signs that look alike taken for one. None where
/// it can't be a code.
///
/// ```
/// use recovery_check::storage::lock::{code, typed_code};
/// let code = code(&[7; 20]);
/// assert_eq!(typed_code(&code.to_lowercase()), typed_code(&code.replace('-', " ")));
/// assert_eq!(typed_code("correct horse battery staple"), None);
/// ```
pub fn typed_code(text: &str) -> Option<String> {
    let signs = text
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '-');
    let meant = signs.map(|sign| match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    let meant: String = meant.collect();
    let is_code =
        meant.len() == CODE_BYTES * 8 / 5 && meant.bytes().all(|sign| SIGNS.contains(&sign));
    is_code.then_some(meant)
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pairs = text.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => u8::try_from(digit(*high)? << 4 | digit(*low)?).ok(),
        _ => None,
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(byte: u8) -> Wrapped {
        Wrapped {
            salt: [byte; 16],
            nonce: [byte + 1; 12],
            key: vec![byte + 2; 48],
        }
    }

    fn lock() -> Lock {
        Lock {
            id: "9f".to_owned(),
            rounds: ROUNDS,
            idle: 5,
            phrase: wrapped(1),
            code: Some(wrapped(200)),
        }
    }

    fn sealed() -> Sealed {
        Sealed {
            lock: "9f".to_owned(),
            nonce: [7; 12],
            bytes: (0..=255).collect(),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for lock in [
            lock(),
            Lock {
                code: None,
                ..lock()
            },
        ] {
            assert_eq!(decode(&encode(&lock)), Ok(lock));
        }
        assert_eq!(decode_sealed(&encode_sealed(&sealed())), Some(sealed()));
    }

    #[test]
    fn version_1_reads_as_it_did_on_its_first_day() {
        let one = "01".repeat(16) + &"02".repeat(12) + &"03".repeat(48);
        let text =
            format!(r#"{{"v":1,"id":"9f","rounds":600000,"idle":5,"phrase":"{one}","code":null}}"#);
        assert_eq!(
            decode(&text),
            Ok(Lock {
                code: None,
                ..lock()
            })
        );
        let text = format!(
            r#"{{"v":2,"lock":"9f","nonce":"{}","sealed":"00ff"}}"#,
            "07".repeat(12)
        );
        let bytes = vec![0, 255];
        assert_eq!(decode_sealed(&text), Some(Sealed { bytes, ..sealed() }));
    }

    #[test]
    fn cut_short_at_any_length_or_edited_it_is_unreadable() {
        let text = encode(&lock());
        for length in 0..text.len() {
            assert_eq!(decode(&text[..length]), Err(Unread::Unreadable), "{length}");
        }
        for (from, to) in [
            ("600000", "0"),
            ("600000", "99999999"),
            ("0101", "01"),
            ("0101", "0x01"),
            ("\"idle\":5", "\"idle\":-5"),
            ("\"v\":1", "\"v\":1,\"extra\":1"),
        ] {
            let edited = text.replacen(from, to, 1);
            assert_ne!(edited, text, "{from}");
            assert_eq!(decode(&edited), Err(Unread::Unreadable), "{to}");
        }
        assert_eq!(decode(r#"{"v":2}"#), Err(Unread::Newer));
        let text = encode_sealed(&sealed());
        for length in 0..text.len() {
            assert_eq!(decode_sealed(&text[..length]), None, "{length}");
        }
    }

    #[test]
    fn a_locked_entry_is_newer_to_a_program_without_the_lock() {
        let text = encode_sealed(&sealed());
        let id = crate::domain::check_in::CheckInId(1);
        assert_eq!(
            super::super::envelope::decode(id, &text),
            Err(Unread::Newer)
        );
    }

    #[test]
    fn codes_differ_where_their_bytes_do() {
        let codes: std::collections::BTreeSet<String> = (0..160)
            .map(|bit| {
                let mut random = [0; CODE_BYTES];
                random[bit / 8] = 1 << (bit % 8);
                code(&random)
            })
            .collect();
        assert_eq!(codes.len(), 160);
        for code in codes {
            assert_eq!(code.len(), 39);
            assert_eq!(typed_code(&code), Some(code.replace('-', "")));
        }
        assert_eq!(typed_code(&"o".repeat(32)), Some("0".repeat(32)));
        assert_eq!(typed_code(&"u".repeat(32)), None, "U is no sign of a code");
    }
}
