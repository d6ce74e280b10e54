//! The lines that speak to other sites: what one of them can do with the page, with each line and without it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use e2e::{Engine, Page, Setup, release};
use serde_json::json;
use xtask::policy::Policy;
use xtask::server::Server;

e2e::in_each_engine! {
    each_line_decides_what_another_site_may_do,
}

/// How long to wait for what should come, however busy the machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to see that something does not come.
const A_WHILE: Duration = Duration::from_secs(3);

/// Another site, with nothing on it.
struct Site {
    server: Server,
    folder: PathBuf,
}

impl Site {
    fn start() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("recovery-check-site-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(
            folder.join("index.html"),
            "<!doctype html><title>another site</title>",
        )
        .expect("a page");
        let server = Server::start(&folder, 0).expect("another site");
        Self { server, folder }
    }

    /// A page as most are, or one that shuts itself off from other origins.
    fn isolate(&self, isolated: bool) {
        let policy = self.server.policy().expect("a page");
        let names = policy.names();
        let bare = names.into_iter().fold(policy, Policy::without);
        self.server.govern(if isolated {
            bare.with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Cross-Origin-Embedder-Policy", "require-corp")
        } else {
            bare
        });
    }

    fn origin(&self) -> String {
        format!("http://{}", self.server.address())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// What another site tries.
struct Attempt {
    /// The line that decides.
    line: &'static str,
    /// Whether the line lets it through, or keeps it off.
    allows: bool,
    /// Whether the page may be shown in frames of the other site.
    embedded: bool,
    /// Whether the other site is isolated.
    isolated: bool,
    /// Tries it on the page at this address, and says whether it went through. Waits longer for what should be.
    goes: fn(&Page, &str, bool) -> bool,
    /// Engines in which it can't be seen.
    not_in: &'static [Engine],
}

const ATTEMPTS: [Attempt; 6] = [
    Attempt {
        line: "frame-ancestors",
        allows: false,
        embedded: false,
        isolated: false,
        goes: in_a_frame,
        not_in: &[],
    },
    Attempt {
        line: "Cross-Origin-Resource-Policy",
        allows: false,
        embedded: false,
        isolated: false,
        goes: as_a_picture,
        not_in: &[],
    },
    Attempt {
        line: "Cross-Origin-Opener-Policy",
        allows: false,
        embedded: false,
        isolated: false,
        goes: held_on_to,
        not_in: &[],
    },
    Attempt {
        line: "Access-Control-Allow-Origin",
        allows: true,
        embedded: true,
        isolated: false,
        goes: in_a_sandbox,
        // In some of its versions `'self'` names nothing in a sandboxed frame (bug 316847 of WebKit).
        not_in: &[Engine::WebKit],
    },
    Attempt {
        line: "Cross-Origin-Embedder-Policy",
        allows: true,
        embedded: true,
        isolated: true,
        goes: in_a_frame,
        not_in: &[],
    },
    Attempt {
        line: "Cross-Origin-Resource-Policy",
        allows: true,
        embedded: true,
        isolated: true,
        goes: in_a_frame,
        not_in: &[],
    },
];

fn in_a_frame(page: &Page, address: &str, should: bool) -> bool {
    frame(page, address, None, should)
}

/// Without leave to be of its own origin, as where scripts of the site around must not reach in.
fn in_a_sandbox(page: &Page, address: &str, should: bool) -> bool {
    frame(page, address, Some("allow-scripts"), should)
}

fn frame(page: &Page, address: &str, sandbox: Option<&str>, should: bool) -> bool {
    put_in_a_frame(page, address, sandbox);
    comes(should, || page.frame_has("html[data-rc-ready]"))
}

/// Whether it comes, in a while or, where it should, with patience.
fn comes(should: bool, question: impl Fn() -> bool) -> bool {
    let long = if should { PATIENCE } else { A_WHILE };
    let begun = Instant::now();
    while begun.elapsed() < long {
        if question() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    false
}

fn put_in_a_frame(page: &Page, address: &str, sandbox: Option<&str>) {
    let script = "const frame = document.createElement('iframe');
        if (arguments[1] !== null) frame.sandbox = arguments[1];
        frame.src = arguments[0];
        document.body.append(frame);";
    page.run(script, &json!([address, sandbox]));
}

fn as_a_picture(page: &Page, address: &str, _: bool) -> bool {
    let script = "const [address, done] = arguments;
        const image = new Image();
        image.onload = () => done(true);
        image.onerror = () => done(false);
        image.src = new URL('icon.svg?', address).href + Math.random();";
    page.run_later_with(script, &json!([address])) == true
}

/// Opened in a tab of its own: can the other site still reach it?
fn held_on_to(page: &Page, address: &str, should: bool) -> bool {
    let script = "const address = arguments[0];
        const button = document.createElement('button');
        button.textContent = 'open';
        button.onclick = () => { window.tab = window.open(address); };
        document.body.append(button);";
    page.run(script, &json!([address]));
    page.click_words("open");
    let let_go = "return window.tab?.closed === true;";
    if comes(!should, || page.run(let_go, &json!([])) == true) {
        return false;
    }
    assert_eq!(
        page.run("return Boolean(window.tab);", &json!([])),
        true,
        "a tab"
    );
    page.run("window.tab.close();", &json!([]));
    true
}

fn each_line_decides_what_another_site_may_do(engine: Engine) {
    let site = Site::start();
    let release = release().expect("a project");
    let page = Setup::default().engine(engine).start();
    let mut wrong = Vec::new();
    let attempts = ATTEMPTS.iter();
    for attempt in attempts.filter(|attempt| !attempt.not_in.contains(&engine)) {
        site.isolate(attempt.isolated);
        for with in [true, false] {
            // At an address of its own each time: browsers keep files with the head they came with.
            let ours = Server::start(&release, 0).expect("our page");
            let mut policy = ours.policy().expect("our page");
            if attempt.embedded {
                policy = policy.embedded_on(&[site.origin()]);
            }
            if !with {
                policy = policy.without(attempt.line);
            }
            ours.govern(policy);
            page.go(&site.server.url());
            let should = attempt.allows == with;
            if (attempt.goes)(&page, &ours.url(), should) != should {
                let line = attempt.line;
                let embedded = attempt.embedded;
                wrong.push(format!("{line}, embedded {embedded}, there {with}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{engine:?}\n{}\n", wrong.join("\n"));
}

/// What [`ATTEMPTS`] leaves out: the page starts in a sandboxed frame of `WebKit`, or gives help.
#[test]
fn where_a_sandboxed_frame_cannot_start_it_shows_the_static_help() {
    let site = Site::start();
    site.isolate(false);
    let page = Setup::default().engine(Engine::WebKit).start();
    let policy = page.server().policy().expect("a page");
    page.server().govern(policy.embedded_on(&[site.origin()]));
    page.go(&site.server.url());
    put_in_a_frame(&page, &page.server().url(), Some("allow-scripts"));
    page.wait("the page or the static help", || {
        page.frame_has("html[data-rc-ready], html[data-rc-failed]")
            .then_some(())
    });
    assert!(page.frame_has("a[href=\"tel:988\"]"));
}
