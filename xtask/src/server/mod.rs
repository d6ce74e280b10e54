//! Owns the loopback server: answers from a folder, and remembers what was asked.
//!
//! `cargo xtask serve` and the journeys in `tests/e2e` run the same one. For the journeys it can be
//! told to fail for chosen files, because a page for people in distress must be seen to fail well.
//! It listens on 127.0.0.1 only and reads nothing outside its folder. A browser that takes it for its proxy
//! asks it for every address there is; it remembers that too, and lets nothing out.

mod reply;

use std::io::{self, Read as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use reply::Reply;

use crate::policy::Policy;

/// Enough for one browser's parallel requests while some of them are kept waiting.
const WORKERS: usize = 4;

/// How much of a body is remembered.
const MOST_READ: usize = 64 * 1024;

/// One request as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// Path and query; the whole address where that is another site's.
    pub path: String,
    /// The page it was asked from, as far as the browser tells.
    pub referrer: String,
    /// What was sent along.
    pub body: String,
}

/// How a chosen file fails.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Answered with 404.
    NotFound,
    /// Never answered while the server lives.
    Hang,
    /// Answered rightly, but late.
    Late(Duration),
    /// Answered at once with something else.
    Wrong {
        /// The type that is claimed for it.
        content_type: String,
        /// What is sent.
        bytes: Vec<u8>,
    },
}

/// A running server. It stops when dropped.
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    workers: Vec<JoinHandle<()>>,
    /// Ends the nudging when it is gone.
    nudging: Option<mpsc::Sender<()>>,
}

struct Shared {
    http: tiny_http::Server,
    /// How its addresses begin when it is asked as a proxy.
    own: String,
    folder: PathBuf,
    /// Empty, or a path such as `/clinic/check` under which the folder appears.
    prefix: String,
    seen: Mutex<Vec<Seen>>,
    faults: Mutex<Vec<(String, Fault)>>,
    /// In the place of the page's own.
    policy: Mutex<Option<Policy>>,
    waiting: Mutex<Vec<tiny_http::Request>>,
}

impl Server {
    /// Serves the folder at `/`. Port 0 takes any free one.
    ///
    /// # Errors
    ///
    /// When the folder has no `index.html`, or the port is taken.
    pub fn start(folder: &Path, port: u16) -> io::Result<Self> {
        Self::start_under("", folder, port)
    }

    /// Serves the folder under a path, such as `/clinic/check`.
    ///
    /// # Errors
    ///
    /// When the folder has no `index.html`, or the port is taken.
    pub fn start_under(prefix: &str, folder: &Path, port: u16) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        if !folder.join("index.html").is_file() {
            let why = format!("there is no index.html in {}", folder.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, why));
        }
        let listener = std::net::TcpListener::bind(("127.0.0.1", port))?;
        let address = listener.local_addr()?;
        let http = tiny_http::Server::from_listener(listener, None).map_err(io::Error::other)?;
        let shared = Arc::new(Shared {
            http,
            own: format!("http://{address}"),
            folder,
            prefix: prefix.trim_end_matches('/').to_owned(),
            seen: Mutex::default(),
            faults: Mutex::default(),
            policy: Mutex::default(),
            waiting: Mutex::default(),
        });
        let work = |_| {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || shared.work())
        };
        let mut workers: Vec<_> = (0..WORKERS).map(work).collect();
        let (nudging, ended) = mpsc::channel();
        workers.push(std::thread::spawn(move || nudge(address, &ended)));
        Ok(Self {
            shared,
            address,
            workers,
            nudging: Some(nudging),
        })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{}/", self.address, self.shared.prefix)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The policy that the page has of itself.
    ///
    /// # Errors
    ///
    /// When the page can't be read.
    pub fn policy(&self) -> io::Result<Policy> {
        self.shared.own_policy()
    }

    /// Sends the page under another policy than its own, in tags and headers.
    pub fn govern(&self, policy: Policy) {
        *held(&self.shared.policy) = Some(policy);
    }

    /// Every request so far, in order.
    pub fn requests(&self) -> Vec<Seen> {
        held(&self.shared.seen).clone()
    }

    /// How many requests there were for paths that end like this.
    pub fn count(&self, ending: &str) -> usize {
        let seen = held(&self.shared.seen);
        seen.iter()
            .filter(|seen| seen.path.ends_with(ending))
            .count()
    }

    /// Makes every path that ends like this fail, until [`Server::heal`]. Of several faults the last one counts.
    pub fn fail(&self, ending: &str, fault: Fault) {
        held(&self.shared.faults).push((ending.to_owned(), fault));
    }

    /// Takes every fault back. Requests that hang are answered with an error.
    pub fn heal(&self) {
        held(&self.shared.faults).clear();
        held(&self.shared.waiting).clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        held(&self.shared.waiting).clear();
        self.nudging = None;
        for _ in &self.workers {
            self.shared.http.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

/// Connects now and then, and says nothing. Of several connections that come at once `tiny_http` 0.12 may leave one
/// without a thread: it counts a thread as free until that has woken. The next connection brings one that takes up what
/// was left, so a browser need not wait for one of its own to end.
fn nudge(address: SocketAddr, ended: &mpsc::Receiver<()>) {
    const NOW_AND_THEN: Duration = Duration::from_millis(50);
    while ended.recv_timeout(NOW_AND_THEN) == Err(mpsc::RecvTimeoutError::Timeout) {
        // Refused only where the server is ending.
        let _ = TcpStream::connect(address);
    }
}

impl Shared {
    fn work(self: &Arc<Self>) {
        // An error here is either the call to stop or a listener that is gone: both end the work.
        while let Ok(request) = self.http.recv() {
            self.answer(request);
        }
    }

    fn answer(self: &Arc<Self>, mut request: tiny_http::Request) {
        let mut body = Vec::new();
        let most = request.body_length().unwrap_or(0).min(MOST_READ);
        let _ = request.as_reader().take(most as u64).read_to_end(&mut body);
        let seen = Seen {
            method: request.method().to_string(),
            path: self.path(&request).to_owned(),
            referrer: reply::header(&request, "Referer").unwrap_or("").to_owned(),
            body: String::from_utf8_lossy(&body).into_owned(),
        };
        let fault = self.fault(&seen.path);
        held(&self.seen).push(seen);
        match fault {
            None => self.send(request),
            Some(Fault::NotFound) => Reply::not_found().send(request, Vec::new()),
            Some(Fault::Hang) => held(&self.waiting).push(request),
            Some(Fault::Wrong {
                content_type,
                bytes,
            }) => {
                Reply::wrong(&content_type, bytes).send(request, Vec::new());
            }
            Some(Fault::Late(pause)) => {
                let shared = Arc::clone(self);
                std::thread::spawn(move || {
                    std::thread::sleep(pause);
                    shared.send(request);
                });
            }
        }
    }

    fn send(&self, request: tiny_http::Request) {
        let path = self.path(&request);
        let other = held(&self.policy).clone();
        let reply = if path.starts_with('/') {
            let path = path.strip_prefix(&self.prefix).unwrap_or("");
            Reply::to(&request, &self.folder, path, other.as_ref())
        } else {
            Reply::no_way_out()
        };
        let policy = other.map_or_else(|| self.own_policy(), Ok);
        reply.send(
            request,
            policy.map_or(Vec::new(), |policy| policy.headers()),
        );
    }

    /// Path and query, or the whole address of another site.
    fn path<'request>(&self, request: &'request tiny_http::Request) -> &'request str {
        let url = request.url();
        url.strip_prefix(&self.own).unwrap_or(url)
    }

    fn own_policy(&self) -> io::Result<Policy> {
        let page = std::fs::read_to_string(self.folder.join("index.html"))?;
        Ok(Policy::of_page(&page))
    }

    fn fault(&self, path: &str) -> Option<Fault> {
        let faults = held(&self.faults);
        let mut latest_first = faults.iter().rev();
        let found = latest_first.find(|(ending, _)| path.ends_with(ending))?;
        Some(found.1.clone())
    }
}

/// What a mutex guards. A worker that panicked leaves nothing half done behind it.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
