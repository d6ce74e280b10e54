//! The server as a client meets it: real sockets, one request at a time.

use std::io::{Read as _, Write as _};
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

const HASHED: &str = "app-0123456789abcdef.wasm";

/// A folder with a page, a program and its packed form; beside it a file nobody may read.
struct Site {
    server: Server,
    base: PathBuf,
}

impl Site {
    fn new(prefix: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let base = std::env::temp_dir().join(format!("rc-server-{}-{number}", std::process::id()));
        let folder = base.join("dist");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(base.join("secret.txt"), "secret").unwrap();
        std::fs::write(folder.join("index.html"), "page").unwrap();
        std::fs::write(folder.join(HASHED), "program").unwrap();
        std::fs::write(folder.join(format!("{HASHED}.br")), "packed").unwrap();
        let server = Server::start_under(prefix, &folder, 0).unwrap();
        Self { server, base }
    }

    fn send(&self, raw: &str) -> String {
        let mut stream = TcpStream::connect(self.server.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(5)))
            .unwrap();
        stream.write_all(raw.as_bytes()).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> String {
        self.send(&format!(
            "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n"
        ))
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.base);
    }
}

fn is_404(answer: &str) -> bool {
    answer.starts_with("HTTP/1.1 404 ")
}

#[test]
fn the_page_is_never_kept_without_asking() {
    let answer = Site::new("").get("/");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    for line in [
        "Content-Type: text/html; charset=utf-8",
        "Cache-Control: no-cache",
        "X-Content-Type-Options: nosniff",
        "Content-Length: 4",
    ] {
        assert!(
            answer.contains(&format!("\r\n{line}\r\n")),
            "{line}: {answer}"
        );
    }
    assert!(answer.ends_with("\r\n\r\npage"), "{answer}");
}

#[test]
fn a_file_named_by_its_hash_is_kept_for_good_and_packed_when_accepted() {
    let site = Site::new("");
    let plain = site.get(&format!("/{HASHED}"));
    assert!(
        plain.contains("Content-Type: application/wasm\r\n"),
        "{plain}"
    );
    assert!(plain.contains("max-age=31536000, immutable\r\n"), "{plain}");
    assert!(plain.ends_with("program"), "{plain}");
    let packed = site.ask(
        "GET",
        &format!("/{HASHED}"),
        "Accept-Encoding: gzip, br;q=0.9\r\n",
    );
    assert!(
        packed.contains("Content-Type: application/wasm\r\n"),
        "{packed}"
    );
    assert!(
        packed.contains("Content-Encoding: br\r\n") && packed.ends_with("packed"),
        "{packed}"
    );
    let refused = site.ask("GET", &format!("/{HASHED}"), "Accept-Encoding: br;q=0\r\n");
    assert!(refused.ends_with("program"), "{refused}");
}

#[test]
fn a_page_that_is_known_is_not_sent_again() {
    let site = Site::new("");
    let first = site.get("/");
    let tag = first
        .lines()
        .find_map(|line| line.strip_prefix("ETag: "))
        .unwrap();
    let again = site.ask("GET", "/", &format!("If-None-Match: {tag}\r\n"));
    assert!(again.starts_with("HTTP/1.1 304 "), "{again}");
    assert!(again.ends_with("\r\n\r\n"), "{again}");
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let site = Site::new("");
    std::os::unix::fs::symlink(
        site.base.join("secret.txt"),
        site.base.join("dist/link.txt"),
    )
    .unwrap();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/link.txt",
        "/index.html/../../secret.txt",
        "/%00",
        "/%zz",
        "/%",
        "/%ff",
        "/missing",
        "/.hidden",
    ] {
        let answer = site.get(path);
        assert!(is_404(&answer), "{path}: {answer}");
    }
}

#[test]
fn other_methods_are_refused_and_head_has_no_body() {
    let site = Site::new("");
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = site.ask(method, "/", "");
        assert!(answer.starts_with("HTTP/1.1 405 "), "{method}: {answer}");
        assert!(
            answer.contains("Allow: GET, HEAD\r\n"),
            "{method}: {answer}"
        );
    }
    let head = site.ask("HEAD", "/", "");
    assert!(
        head.contains("Content-Length: 4\r\n") && head.ends_with("\r\n\r\n"),
        "{head}"
    );
}

#[test]
fn bad_requests_do_not_stop_it() {
    let site = Site::new("");
    for raw in [
        "\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\n:::\r\n\r\n",
    ] {
        site.send(raw);
        assert!(site.get("/").ends_with("page"), "after {raw:?}");
    }
    drop(TcpStream::connect(site.server.address).unwrap());
    assert!(site.get("/").ends_with("page"));
}

#[test]
fn a_folder_can_stand_under_a_path() {
    let site = Site::new("/clinic/check");
    assert!(site.server.url().ends_with("/clinic/check/"));
    assert!(site.get("/clinic/check/").ends_with("page"));
    assert!(is_404(&site.get("/")));
    assert!(is_404(&site.get("/clinic/checkindex.html")));
}

#[test]
fn every_answer_of_its_own_carries_the_policy_of_the_page() {
    let site = Site::new("");
    let page = "<style>a{}</style><script type=\"importmap\">{}</script><script>go()</script>";
    let own = Policy::of_page(page);
    let old = format!("<head>{}{page}", own.tags());
    std::fs::write(site.base.join("dist/index.html"), &old).unwrap();
    assert_eq!(site.server.policy().unwrap(), own);
    let carries = |answer: &str, policy: &Policy| {
        let headers = policy.headers().into_iter();
        headers
            .map(|(name, value)| answer.matches(&format!("\r\n{name}: {value}\r\n")).count())
            .all(|count| count == 1)
    };
    for path in ["/", &format!("/{HASHED}"), "/missing"] {
        assert!(carries(&site.get(path), &own), "{path}");
    }
    let other = own.clone().without("img-src").with("report-uri", "/told");
    site.server.govern(other.clone());
    let answer = site.get("/");
    assert!(
        carries(&answer, &other) && !carries(&answer, &own),
        "{answer}"
    );
    assert!(
        answer.ends_with(&format!("<head>{}{page}", other.tags())),
        "{answer}"
    );
}

#[test]
fn as_a_proxy_it_serves_its_own_and_lets_nothing_out() {
    let site = Site::new("");
    let own = format!("http://{}/", site.server.address());
    assert!(site.get(&own).ends_with("page"));
    let other = "http://clinic.example/";
    assert!(site.get(other).starts_with("HTTP/1.1 502 "));
    let answer = site.ask("CONNECT", "clinic.example:443", "");
    assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
    site.send("POST /told HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nwhat");
    let seen = site.server.requests().into_iter();
    let seen: Vec<_> = seen
        .map(|seen| (seen.method, seen.path, seen.body))
        .collect();
    let expected = [
        ("GET", "/", ""),
        ("GET", other, ""),
        ("CONNECT", "clinic.example:443", ""),
        ("POST", "/told", "what"),
    ];
    let expected =
        expected.map(|(method, path, body)| (method.to_owned(), path.to_owned(), body.to_owned()));
    assert_eq!(seen, expected);
}

#[test]
fn requests_are_remembered_and_chosen_ones_fail() {
    let site = Site::new("");
    site.server.fail(".wasm", Fault::NotFound);
    assert!(is_404(&site.get(&format!("/{HASHED}"))));
    site.server.heal();
    let wrong = Fault::Wrong {
        content_type: "application/wasm".to_owned(),
        bytes: b"other".to_vec(),
    };
    site.server.fail(".wasm", wrong);
    assert!(site.get(&format!("/{HASHED}")).ends_with("other"));
    site.server.heal();
    site.server
        .fail(".wasm", Fault::Late(Duration::from_millis(50)));
    assert!(site.get(&format!("/{HASHED}")).ends_with("program"));
    assert_eq!(site.server.count(".wasm"), 3);
    assert_eq!(site.server.requests()[0].method, "GET");
}

#[test]
fn a_request_can_hang_until_the_server_is_healed() {
    let site = Site::new("");
    site.server.fail("/", Fault::Hang);
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| site.get("/"));
        while held(&site.server.shared.waiting).is_empty() {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(!asking.is_finished());
        site.server.heal();
        assert!(asking.join().unwrap().starts_with("HTTP/1.1 500 "));
    });
    assert!(site.get("/").ends_with("page"));
}

/// As browsers do: several connections at once, each kept for the next request.
#[test]
fn connections_that_come_at_once_and_stay_are_all_answered() {
    for _ in 0..40 {
        let site = Site::new("");
        let connect = || {
            let stream = TcpStream::connect(site.server.address).unwrap();
            stream
                .set_read_timeout(Some(Duration::from_secs(3)))
                .unwrap();
            stream
        };
        let mut streams: Vec<_> = (0..8).map(|_| connect()).collect();
        for stream in &mut streams {
            stream
                .write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                .unwrap();
        }
        for stream in &mut streams {
            let mut answer = [0; 12];
            stream.read_exact(&mut answer).expect("an answer");
            assert_eq!(&answer, b"HTTP/1.1 200");
        }
    }
}

#[test]
fn dropping_it_frees_the_port() {
    let site = Site::new("");
    let address = site.server.address;
    drop(site);
    let refused = || TcpStream::connect(address).is_err();
    assert!((0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        refused()
    }));
}

#[test]
fn a_folder_without_a_page_is_refused() {
    let empty = std::env::temp_dir().join(format!("rc-empty-{}", std::process::id()));
    std::fs::create_dir_all(&empty).unwrap();
    assert!(Server::start(&empty, 0).is_err());
    std::fs::remove_dir_all(&empty).unwrap();
}
