//! What `cargo xtask headers` writes down, told to real web servers: every file comes as it should, and the page works
//! through them. Without a harness, so that a server that can't be tried counts as nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;

use e2e::web_server::{Got, WebServer};
use e2e::{Fault, Page, Setup};
use xtask::headers::Form;
use xtask::policy::Policy;
use xtask::project::Project;
use xtask::web::{SERVERS, find};

/// What may stand beside the policy in the head of an answer; nothing else may be left over from a server.
const PLAIN: [&str; 11] = [
    "accept-ranges",
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "etag",
    "last-modified",
    "transfer-encoding",
    "vary",
];

/// From this size on a file that can be compressed is.
const WORTH_PACKING: usize = 2_000;

fn main() -> ExitCode {
    let (mut passed, mut failed) = (0, 0);
    for (form, program) in SERVERS {
        let found = match find(program) {
            Ok(found) => found,
            Err(failure) => {
                println!("test {program} ... skipped: {}", failure.why);
                continue;
            }
        };
        let checks = [
            (
                "every_file_comes_as_it_should",
                every_file_comes_as_it_should as fn(Form, PathBuf),
            ),
            ("the_page_keeps_its_policy", the_page_keeps_its_policy),
            (
                "who_may_shows_it_in_a_sandboxed_frame",
                who_may_shows_it_in_a_sandboxed_frame,
            ),
        ];
        for (name, check) in checks {
            let found = found.clone();
            let good = catch_unwind(AssertUnwindSafe(|| check(form, found))).is_ok();
            println!(
                "test {program}: {name} ... {}",
                if good { "ok" } else { "FAILED" }
            );
            passed += usize::from(good);
            failed += usize::from(!good);
        }
    }
    let verdict = if failed == 0 { "ok" } else { "FAILED" };
    println!("\ntest result: {verdict}. {passed} passed; {failed} failed; 0 ignored");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn dist() -> PathBuf {
    std::env::var_os("RC_DIST")
        .map_or_else(|| Project::find().expect("a project").dist(), PathBuf::from)
}

/// The names of the files a browser can ask for, and what is in them.
fn release() -> Vec<(String, Vec<u8>)> {
    let files = std::fs::read_dir(dist()).expect("a release").flatten();
    let files = files.map(|file| {
        let name = file.file_name().to_string_lossy().into_owned();
        (name, std::fs::read(file.path()).expect("a file"))
    });
    files.collect()
}

fn every_file_comes_as_it_should(form: Form, program: PathBuf) {
    let server = WebServer::start(form, &program, &[]).expect("a server");
    let page = std::fs::read_to_string(dist().join("index.html")).expect("a page");
    let policy = Policy::of_page(&page);
    let release = release();
    let mut wrong = Vec::new();
    for (name, bytes) in &release {
        if is_packed(name) {
            let got = server.get(name, "identity").expect("an answer");
            wrong.extend(policy_faults(&got, &policy));
            continue;
        }
        let packed = release
            .iter()
            .find(|(other, _)| *other == format!("{name}.br"));
        // The page is asked for by the name of the folder, too.
        let addresses = if name == "index.html" {
            vec!["", name]
        } else {
            vec![name.as_str()]
        };
        for address in addresses {
            for codings in ["identity", "gzip", "gzip, deflate, br, zstd"] {
                let got = server.get(address, codings).expect("an answer");
                let mut faults = head_faults(&got, name, &policy);
                let coding = got.header("content-encoding");
                let should = match packed {
                    Some(_) if codings.contains("br") => Some("br"),
                    // Its brotli module leaves a file alone that has no packed form: no page asks for one.
                    None if codings.contains("br") && form == Form::Nginx => None,
                    _ if codings.contains("gzip") && bytes.len() > WORTH_PACKING => Some("gzip"),
                    _ => None,
                };
                if coding != should && bytes.len() > WORTH_PACKING {
                    faults.push(format!("coding {coding:?}"));
                }
                let right = match coding {
                    None => got.body == *bytes,
                    Some("br") => packed.is_some_and(|(_, packed)| got.body == *packed),
                    Some(_) => got.body.len() < bytes.len(),
                };
                if !right {
                    faults.push(format!("{} bytes", got.body.len()));
                }
                if got.status != 200 {
                    faults.push(format!("status {}", got.status));
                }
                let told = faults
                    .into_iter()
                    .map(|fault| format!("{address:?} ({codings}): {fault}"));
                wrong.extend(told);
            }
        }
    }
    let missing = server
        .get("gone-0123456789abcdef.js", "gzip, br")
        .expect("an answer");
    let kept = missing
        .header("cache-control")
        .unwrap_or("")
        .contains("immutable");
    if missing.status != 404 || kept {
        wrong.push(format!(
            "a missing file: {} {:?}",
            missing.status, missing.headers
        ));
    }
    wrong.extend(policy_faults(&missing, &policy));
    assert!(wrong.is_empty(), "{form:?}\n{}", wrong.join("\n"));
}

fn is_packed(name: &str) -> bool {
    name.rsplit('.').next() == Some("br")
}

fn policy_faults(got: &Got, policy: &Policy) -> Vec<String> {
    let headers = policy.headers().into_iter();
    let other =
        headers.filter(|(name, value)| got.header(&name.to_ascii_lowercase()) != Some(value));
    other
        .map(|(name, _)| format!("{name} is not as it should be"))
        .collect()
}

fn head_faults(got: &Got, name: &str, policy: &Policy) -> Vec<String> {
    let mut faults = policy_faults(got, policy);
    let kind = match name.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        _ => "text/plain; charset=utf-8",
    };
    let hashed = name.starts_with("recovery-check-");
    let kept = if hashed {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    for (header, should) in [("content-type", kind), ("cache-control", kept)] {
        let is = got.header(header).unwrap_or("missing").to_lowercase();
        if is != should {
            faults.push(format!("{header} is {is}"));
        }
    }
    let varies = got.header("vary").unwrap_or("").to_lowercase();
    if got.header("content-encoding").is_some() && !varies.contains("accept-encoding") {
        faults.push("does not say that it varies".to_owned());
    }
    let ours: Vec<_> = policy
        .headers()
        .iter()
        .map(|(name, _)| name.to_ascii_lowercase())
        .collect();
    for (header, value) in &got.headers {
        let is_known = PLAIN.contains(&header.as_str()) || ours.contains(header);
        // The name of a server is harmless; its version is not, but Apache tells it outside of any folder only.
        let is_name = header == "server" && (!value.contains('/') || value.starts_with("Apache"));
        if !is_known && !is_name {
            faults.push(format!("left over: {header}: {value}"));
        }
    }
    faults
}

fn the_page_keeps_its_policy(form: Form, program: PathBuf) {
    let server = WebServer::start(form, &program, &[]).expect("a server");
    let page = Setup::default().start();
    page.go(&server.url());
    page.ready();
    page.live_through_everything();
    assert_eq!(policy_complaints(&page), Vec::<String>::new());
    // One on purpose, so that silence means something.
    page.run(
        "new Image().src = 'http://clinic.example/';",
        &serde_json::json!([]),
    );
    page.wait("the complaint", || {
        (!policy_complaints(&page).is_empty()).then_some(())
    });
}

fn policy_complaints(page: &Page) -> Vec<String> {
    let complaints = page.complaints().into_iter();
    complaints
        .filter(|said| said.contains("Content Security Policy") || said.contains("Refused"))
        .collect()
}

fn who_may_shows_it_in_a_sandboxed_frame(form: Form, program: PathBuf) {
    let page = Setup::default().start();
    let origin = format!("http://{}", page.server().address());
    for (origins, opens) in [(vec![origin], true), (Vec::new(), false)] {
        let server = WebServer::start(form, &program, &origins).expect("a server");
        let around = format!(
            "<!doctype html><title>around</title>
            <iframe sandbox=\"allow-scripts\" src=\"{}\" width=1000 height=800></iframe>",
            server.url()
        );
        let content_type = "text/html".to_owned();
        let bytes = around.into_bytes();
        page.server().heal();
        page.server().fail(
            "/around",
            Fault::Wrong {
                content_type,
                bytes,
            },
        );
        page.go(&format!("{}around", page.server().url()));
        page.enter_frame(true);
        if opens {
            page.ready();
            page.see_screen("welcome");
        } else {
            assert!(!page.has("main[data-screen]"), "shown where it may not be");
        }
        page.enter_frame(false);
    }
}
