//! Ciphers and deciphers through the browser's Web Crypto, and makes the keys for it. The bytes themselves are
//! [`super::lock`]'s.
//!
//! PBKDF2 with HMAC-SHA-256 makes a key from a secret (RFC 8018); AES-GCM with 256 bits wraps the data key and seals
//! each entry (NIST SP 800-38D), with a fresh random nonce each time. An entry is bound to its key in storage, so that
//! one cannot be put in the place of another. The data key never leaves the browser's own keeping once it is unwrapped,
//! except for the moment in which the phrase is changed.

use super::lock::{self, CODE_BYTES, Lock, ROUNDS, Sealed, Wrapped, hex};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto, window};

/// Something did not work: a wrong secret, a damaged entry, or a browser that refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOpened;

impl From<JsValue> for NotOpened {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// The data key, unwrapped: what opens and seals entries.
#[derive(Clone)]
pub struct Vault {
    id: String,
    key: CryptoKey,
}

/// A secret that wraps the data key.
#[derive(Clone, Copy)]
enum Secret<'a> {
    Phrase(&'a str),
    Code(&'a str),
}

/// A lock just made or changed.
pub struct Made {
    /// The lock, to be stored.
    pub lock: Lock,
    /// What opens and seals entries under it.
    pub vault: Vault,
    /// The new recovery code, to be shown this once.
    pub code: Option<String>,
}

/// Whether this browser can lock at all: Web Crypto is only there on a page that came over https, or from this
/// machine.
pub fn can_lock() -> bool {
    subtle().is_some()
}

/// Makes a lock with a fresh data key.
///
/// # Errors
/// When the browser refuses.
pub async fn make(phrase: &str, with_code: bool, idle: u16) -> Result<Made, NotOpened> {
    let raw: [u8; 32] = random()?;
    let id = hex(&random::<4>()?);
    build(&raw, id, phrase, with_code, None, idle).await
}

/// Opens a lock with the phrase or the recovery code.
///
/// # Errors
/// When the secret is neither, or the lock was damaged.
pub async fn unlock(lock: &Lock, secret: &str) -> Result<Vault, NotOpened> {
    let raw = unwrap(lock, secret).await?;
    Vault::new(lock.id.clone(), &raw).await
}

/// Makes a lock with the same data key and another phrase. The recovery code stays as it is, unless a new one is
/// asked for.
///
/// # Errors
/// When the secret is neither phrase nor code, or the browser refuses.
pub async fn change(
    lock: &Lock,
    secret: &str,
    phrase: &str,
    with_code: bool,
) -> Result<Made, NotOpened> {
    let raw = unwrap(lock, secret).await?;
    let before = lock.code.clone();
    build(&raw, lock.id.clone(), phrase, with_code, before, lock.idle).await
}

impl Vault {
    async fn new(id: String, raw: &[u8]) -> Result<Self, NotOpened> {
        let usages = usages(&["encrypt", "decrypt"]);
        let raw = Uint8Array::from(raw);
        let key = subtle()
            .ok_or(NotOpened)?
            .import_key_with_str("raw", &raw, "AES-GCM", false, &usages)?;
        let key = JsFuture::from(key).await?.unchecked_into();
        Ok(Self { id, key })
    }

    /// The name of the lock it belongs to.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The text to store for an entry under `key`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn seal(&self, key: &str, text: &str) -> Result<String, NotOpened> {
        let nonce = random()?;
        let bytes = cipher(&self.key, true, &nonce, key, text.as_bytes()).await?;
        Ok(lock::encode_sealed(&Sealed {
            lock: self.id.clone(),
            nonce,
            bytes,
        }))
    }

    /// The text that was sealed for `key`.
    ///
    /// # Errors
    /// When it belongs to another lock or key, or was damaged.
    pub async fn open(&self, key: &str, sealed: &Sealed) -> Result<String, NotOpened> {
        if sealed.lock != self.id {
            return Err(NotOpened);
        }
        let bytes = cipher(&self.key, false, &sealed.nonce, key, &sealed.bytes).await?;
        String::from_utf8(bytes).map_err(|_| NotOpened)
    }
}

async fn build(
    raw: &[u8],
    id: String,
    phrase: &str,
    with_code: bool,
    code_before: Option<Wrapped>,
    idle: u16,
) -> Result<Made, NotOpened> {
    let by_phrase = wrap(raw, Secret::Phrase(phrase)).await?;
    let code = if with_code {
        Some(lock::code(&random::<CODE_BYTES>()?))
    } else {
        None
    };
    let by_code = match &code {
        Some(code) => {
            let meant = lock::typed_code(code).ok_or(NotOpened)?;
            Some(wrap(raw, Secret::Code(&meant)).await?)
        }
        None => code_before,
    };
    Ok(Made {
        vault: Vault::new(id.clone(), raw).await?,
        lock: Lock {
            id,
            rounds: ROUNDS,
            idle,
            phrase: by_phrase,
            code: by_code,
        },
        code,
    })
}

async fn wrap(raw: &[u8], secret: Secret<'_>) -> Result<Wrapped, NotOpened> {
    let (salt, nonce) = (random()?, random()?);
    let by = derive(secret, &salt, ROUNDS).await?;
    Ok(Wrapped {
        salt,
        nonce,
        key: cipher(&by, true, &nonce, purpose(secret), raw).await?,
    })
}

async fn unwrap(lock: &Lock, secret: &str) -> Result<Vec<u8>, NotOpened> {
    let code = lock::typed_code(secret);
    if let (Some(wrapped), Some(code)) = (&lock.code, &code)
        && let Ok(raw) = unwrap_by(wrapped, Secret::Code(code), lock.rounds).await
    {
        return Ok(raw);
    }
    unwrap_by(&lock.phrase, Secret::Phrase(secret), lock.rounds).await
}

async fn unwrap_by(
    wrapped: &Wrapped,
    secret: Secret<'_>,
    rounds: u32,
) -> Result<Vec<u8>, NotOpened> {
    let by = derive(secret, &wrapped.salt, rounds).await?;
    cipher(&by, false, &wrapped.nonce, purpose(secret), &wrapped.key).await
}

/// Bound to what wraps it, as an entry is to its key.
fn purpose(secret: Secret<'_>) -> &'static str {
    match secret {
        Secret::Phrase(_) => "phrase",
        Secret::Code(_) => "code",
    }
}

/// A wrapping key from a secret.
async fn derive(secret: Secret<'_>, salt: &[u8], rounds: u32) -> Result<CryptoKey, NotOpened> {
    let (Secret::Phrase(text) | Secret::Code(text)) = secret;
    let subtle = subtle().ok_or(NotOpened)?;
    // One keyboard writes é as one sign, another as two: the same phrase must open on both.
    let text = js_sys::JsString::from(text).normalize("NFKC");
    let bytes = Uint8Array::from(String::from(text).as_bytes());
    let base =
        subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &usages(&["deriveKey"]))?;
    let base: CryptoKey = JsFuture::from(base).await?.unchecked_into();
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", rounds.into()),
    ]);
    let what = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = usages(&["encrypt", "decrypt"]);
    let key = subtle.derive_key_with_object_and_object(&how, &base, &what, false, &usages)?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}

async fn cipher(
    key: &CryptoKey,
    seals: bool,
    nonce: &[u8],
    bound_to: &str,
    bytes: &[u8],
) -> Result<Vec<u8>, NotOpened> {
    let subtle = subtle().ok_or(NotOpened)?;
    let how = object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
        (
            "additionalData",
            Uint8Array::from(bound_to.as_bytes()).into(),
        ),
    ]);
    let bytes = Uint8Array::from(bytes);
    let done = if seals {
        subtle.encrypt_with_object_and_js_u8_array(&how, key, &bytes)?
    } else {
        subtle.decrypt_with_object_and_js_u8_array(&how, key, &bytes)?
    };
    Ok(Uint8Array::new(&JsFuture::from(done).await?).to_vec())
}

fn subtle() -> Option<SubtleCrypto> {
    let crypto = window()?.crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    subtle.dyn_into().ok()
}

fn random<const SIZE: usize>() -> Result<[u8; SIZE], NotOpened> {
    let mut bytes = [0; SIZE];
    let crypto = window().ok_or(NotOpened)?.crypto()?;
    crypto.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property on a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from(*name), value);
    }
    object
}

fn usages(names: &[&str]) -> JsValue {
    let usages = Array::new();
    for name in names {
        usages.push(&JsValue::from(*name));
    }
    usages.into()
}
