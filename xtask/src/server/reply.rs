//! Owns one answer: which file a path means, and the headers that go with it.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::digest::short;
use crate::files::{cache_control, content_type};
use crate::policy::Policy;

/// An answer, ready to send.
pub(super) struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    /// The right answer to a request for a file of the folder.
    /// A page is sent with `other` in the place of its own policy, if there is one.
    pub(super) fn to(request: &Request, folder: &Path, path: &str, other: Option<&Policy>) -> Self {
        if !matches!(request.method(), Method::Get | Method::Head) {
            let mut reply = Self::plain(405, "only GET and HEAD are answered here\n");
            reply.headers.push(("Allow", "GET, HEAD".to_owned()));
            return reply;
        }
        match file_at(folder, path) {
            Some(file) => Self::file(request, &file, other),
            None => Self::not_found(),
        }
    }

    /// There is no such file.
    pub(super) fn not_found() -> Self {
        Self::plain(404, "not found\n")
    }

    /// Something that is not the file, claimed to be of that type.
    pub(super) fn wrong(content_type: &str, body: Vec<u8>) -> Self {
        let headers = vec![
            ("Content-Type", content_type.to_owned()),
            // Asked for anew each time, and all the same held in memory for Back, as the real ones are.
            ("Cache-Control", "no-cache".to_owned()),
        ];
        Self {
            status: 200,
            headers,
            body,
        }
    }

    /// Sends it. A client that has gone away needs no answer.
    pub(super) fn send(self, request: Request, more: Vec<(&'static str, String)>) {
        let length = self.body.len();
        let headers = self.headers.into_iter().chain(more);
        let headers = headers.filter_map(|(name, value)| Header::from_bytes(name, value).ok());
        let headers = headers.collect();
        let status = StatusCode(self.status);
        let response = Response::new(status, headers, Cursor::new(self.body), Some(length), None);
        // Always with a length, so that a browser can tell a cut download from a whole one.
        let _ = request.respond(response.with_chunked_threshold(usize::MAX));
    }

    /// A browser may ask here for any address on its way out. It goes no further.
    pub(super) fn no_way_out() -> Self {
        Self::plain(502, "nothing leaves this machine\n")
    }

    fn plain(status: u16, text: &str) -> Self {
        Self {
            status,
            headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
            body: text.as_bytes().to_vec(),
        }
    }

    fn file(request: &Request, file: &Path, other: Option<&Policy>) -> Self {
        let other = other.filter(|_| extension(file) == "html");
        let packed = (other.is_none() && accepts_brotli(request))
            .then(|| with_br(file))
            .filter(|packed| packed.is_file());
        let Ok(body) = std::fs::read(packed.as_deref().unwrap_or(file)) else {
            return Self::not_found();
        };
        let body = match other {
            Some(policy) => policy
                .put_into(&String::from_utf8_lossy(&body))
                .into_bytes(),
            None => body,
        };
        let tag = format!("\"{}\"", short(&body));
        let known = header(request, "If-None-Match").is_some_and(|tags| tags.contains(&tag));
        let mut headers = vec![
            ("Content-Type", content_type(file).to_owned()),
            ("Cache-Control", cache_control(file).to_owned()),
            ("ETag", tag),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        if packed.is_some() {
            headers.push(("Content-Encoding", "br".to_owned()));
        }
        Self {
            status: if known { 304 } else { 200 },
            headers,
            body,
        }
    }
}

/// The file a path means, if it is in the folder. Anything doubtful is no file.
fn file_at(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = percent_decoded(path.split(['?', '#']).next()?.strip_prefix('/')?)?;
    let name = if path.is_empty() { "index.html" } else { &path };
    let mut file = folder.to_owned();
    for part in name.split('/') {
        if part.is_empty() || part.starts_with('.') || part.contains(['\\', '\0']) {
            return None;
        }
        file.push(part);
    }
    // A link inside the folder may still lead out of it.
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

pub(super) fn header<'request>(request: &'request Request, name: &str) -> Option<&'request str> {
    let equals = |header: &&Header| header.field.as_str().as_str().eq_ignore_ascii_case(name);
    request
        .headers()
        .iter()
        .find(equals)
        .map(|header| header.value.as_str())
}

fn accepts_brotli(request: &Request) -> bool {
    header(request, "Accept-Encoding").is_some_and(|accepted| {
        accepted.split(',').any(|coding| {
            let mut words = coding.split(';').map(str::trim);
            let refused = |word: &str| matches!(word, "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
            words.next() == Some("br") && !words.any(refused)
        })
    })
}

fn with_br(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

fn extension(file: &Path) -> &str {
    file.extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
}
