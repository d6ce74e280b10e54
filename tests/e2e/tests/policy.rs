//! The policy: the page never breaks it, each of its lines refuses something, and a changed file does not run.

use e2e::{Engine, Fault, Page, Setup, file_of_release};
use serde_json::{Value, json};
use xtask::server::Server;

e2e::in_each_engine! {
    nothing_breaks_the_policy,
}

/// What the browser told of breaches.
fn breaches(page: &Page) -> Vec<String> {
    let told = page.server().requests().into_iter();
    let told = told.filter(|seen| seen.path.ends_with("/csp-report"));
    told.map(|seen| seen.body).collect()
}

fn report_breaches(page: &Page) {
    let policy = page.server().policy().expect("a page");
    page.server()
        .govern(policy.with("report-uri", "/csp-report"));
}

fn nothing_breaks_the_policy(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    report_breaches(&page);
    page.open();
    page.ready();
    page.live_through_everything();
    assert_eq!(breaches(&page), Vec::<String>::new(), "{engine:?}");
    // One on purpose, so that silence means something.
    page.run("new Image().src = 'http://clinic.example/';", &json!([]));
    page.wait("the report of a breach", || {
        (!breaches(&page).is_empty()).then_some(())
    });
    let told = breaches(&page).concat();
    assert!(
        told.contains("img-src") && told.contains("clinic.example"),
        "{told}"
    );
}

/// One byte more, where it does no harm: only the integrity can tell.
#[test]
fn a_changed_file_does_not_run() {
    for engine in Engine::ALL {
        for (beginning, ending, kind, more) in [
            ("recovery-check-", ".js", "text/javascript", &b"\n"[..]),
            // An empty custom section.
            (
                "recovery-check-",
                ".wasm",
                "application/wasm",
                &b"\0\x01\0"[..],
            ),
            (
                "recovery-check-later-",
                ".wasm",
                "application/wasm",
                &b"\0\x01\0"[..],
            ),
        ] {
            let page = Setup::default().engine(engine).start();
            let (name, mut bytes) = file_of_release(beginning, ending);
            bytes.extend(more);
            let content_type = kind.to_owned();
            page.server().fail(
                &name,
                Fault::Wrong {
                    content_type,
                    bytes,
                },
            );
            page.open();
            if name.contains("later") {
                refuse_the_later_part(&page);
                continue;
            }
            page.wait(&format!("{engine:?} to refuse a changed {ending}"), || {
                page.has("html[data-rc-ready], html[data-rc-failed]")
                    .then_some(())
            });
            assert!(
                !page.has("html[data-rc-ready]"),
                "{engine:?} ran a changed {ending}"
            );
        }
    }
}

/// Without it the check-in goes on, and what it would have shown can be asked for again.
fn refuse_the_later_part(page: &Page) {
    page.ready();
    page.press("tools");
    page.see("main[data-screen=\"coming\"] [data-action=\"again\"]");
    assert!(!page.has("html[data-rc-whole]"), "{:?}", page.engine());
}

/// What goes through once these lines are gone. `script` is the body of a function whose last argument is
/// called with whether it went through; the first is the address of another site.
struct Probe {
    lines: &'static [&'static str],
    script: &'static str,
    /// Lines that would refuse it as well, and are gone either way.
    beside: &'static [&'static str],
    /// Engines that do not know the line.
    not_in: &'static [Engine],
}

const fn probe(lines: &'static [&'static str], script: &'static str) -> Probe {
    Probe {
        lines,
        script,
        beside: &[],
        not_in: &[],
    }
}

/// Lines that fall back on `default-src` are taken away with it: alone they would leave less allowed, not more.
const PROBES: [Probe; 12] = [
    probe(
        &["default-src"],
        "const frame = document.createElement('iframe');
        frame.src = 'icon.svg?framed';
        document.body.append(frame);
        setTimeout(() => { let at = ''; try { at = frame.contentDocument?.location.href ?? ''; } catch { /* foreign */ }
            done(at.includes('icon.svg')); }, 500);",
    ),
    probe(
        &["script-src", "default-src", "require-trusted-types-for", "trusted-types"],
        "try {
            const script = document.createElement('script');
            script.textContent = 'window.wentThrough = true';
            document.body.append(script);
        } catch { /* refused */ }
        done(window.wentThrough === true);",
    ),
    probe(
        &["style-src", "default-src"],
        "const style = document.createElement('style');
        style.textContent = 'body { z-index: 77 !important }';
        document.head.append(style);
        done(getComputedStyle(document.body).zIndex === '77');",
    ),
    probe(
        &["connect-src", "default-src"],
        "fetch(`${site}open.svg`, { mode: 'no-cors' }).then(() => done(true), () => done(false));",
    ),
    probe(
        &["img-src", "default-src"],
        "const image = new Image();
        image.onload = () => done(true);
        image.onerror = () => done(false);
        image.src = `${site}open.svg`;",
    ),
    probe(
        &["base-uri"],
        "const base = document.createElement('base');
        base.href = 'http://clinic.example/';
        document.head.append(base);
        done(document.baseURI.startsWith('http://clinic.example'));",
    ),
    Probe {
        lines: &["form-action"],
        script: "const form = document.createElement('form');
        form.action = 'icon.svg';
        form.target = 'elsewhere';
        document.body.append(form);
        const tab = window.open('', 'elsewhere');
        form.submit();
        setTimeout(() => { const at = tab.location.href; tab.close(); done(at.includes('icon.svg')); }, 500);",
        beside: &[],
        // It is known there, but a script that is driven opens no tab.
        not_in: &[Engine::WebKit],
    },
    probe(
        &["require-trusted-types-for"],
        "try { document.createElement('div').innerHTML = '<b>'; done(true); } catch { done(false); }",
    ),
    probe(
        &["trusted-types"],
        "try { trustedTypes.createPolicy('theirs', {}); done(true); } catch { done(false); }",
    ),
    Probe {
        lines: &["Permissions-Policy"],
        script: "done(document.featurePolicy.allowsFeature('geolocation'));",
        beside: &[],
        not_in: &[Engine::Firefox, Engine::WebKit],
    },
    Probe {
        lines: &["X-Content-Type-Options"],
        script: "const script = document.createElement('script');
        script.onload = () => done(true);
        script.onerror = () => done(false);
        // A browser keeps the head of what has not changed.
        script.src = `licences.txt?${Math.random()}`;
        document.head.append(script);",
        beside: &["require-trusted-types-for", "trusted-types"],
        not_in: &[],
    },
    probe(
        &["Referrer-Policy"],
        "fetch('icon.svg?from').then(() => done('ask the server'));",
    ),
];

fn goes_through(page: &Page, probe: &Probe, site: &str) -> Value {
    let script = format!(
        "const [site, done] = arguments; try {{ {} }} catch {{ done(false); }}",
        probe.script
    );
    page.run_later_with(&script, &json!([site]))
}

#[test]
fn each_line_refuses_something() {
    let other = Server::start(
        &xtask::project::Project::find().expect("a project").dist(),
        0,
    );
    let other = other.expect("another site");
    let picture = std::fs::read("../../style/icon.svg").expect("a picture");
    let content_type = "image/svg+xml".to_owned();
    other.fail(
        "/open.svg",
        Fault::Wrong {
            content_type,
            bytes: picture,
        },
    );
    let mut wrong = Vec::new();
    for engine in Engine::ALL {
        let page = Setup::default().engine(engine).start();
        let whole = page.server().policy().expect("a page");
        let probes = PROBES
            .iter()
            .filter(|probe| !probe.not_in.contains(&engine));
        for (number, probe) in probes.enumerate() {
            let mut outcomes = Vec::new();
            for loose in [false, true] {
                let lines = probe.lines.iter().filter(|_| loose);
                let lines = lines.chain(probe.beside);
                let policy = lines.fold(whole.clone(), |policy, line| policy.without(line));
                page.server().govern(policy);
                page.open_with(&format!("?{number}{loose}"));
                page.ready();
                let outcome = goes_through(&page, probe, &other.url());
                outcomes.push(if outcome == "ask the server" {
                    let seen = page.server().requests().into_iter().rev();
                    let mut asked = seen.filter(|seen| seen.path.ends_with("icon.svg?from"));
                    json!(!asked.next().expect("it was asked").referrer.is_empty())
                } else {
                    outcome
                });
            }
            if outcomes != [json!(false), json!(true)] {
                wrong.push(format!("{engine:?} {:?}: {outcomes:?}", probe.lines));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Without a line that allows something the page can't start, so none of them is idle.
#[test]
fn each_line_that_allows_is_needed() {
    let page = Setup::default().start();
    let whole = page.server().policy().expect("a page");
    for line in ["script-src", "connect-src"] {
        page.server().govern(whole.clone().without(line));
        page.open_with(&format!("?{line}"));
        std::thread::sleep(std::time::Duration::from_secs(2));
        assert!(!page.has("html[data-rc-ready]"), "{line}");
    }
    page.server().govern(whole.clone().without("style-src"));
    page.open_with("?style-src");
    assert_eq!(
        page.run("return document.styleSheets.length;", &json!([])),
        json!(0)
    );
    page.server().govern(whole);
    page.open_with("?whole");
    page.ready();
    assert_eq!(
        page.run("return document.styleSheets.length;", &json!([])),
        json!(1)
    );
}
