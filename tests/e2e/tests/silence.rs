//! Nothing leaves: once the page is there no engine asks the network for anything, and nothing that could be seen
//! from outside (address, title, history, names, messages) tells of an answer.

use e2e::{Engine, Fault, Page, Setup};
use serde_json::json;

e2e::in_each_engine! {
    the_page_asks_for_nothing,
    the_page_tells_nothing,
}

fn asked(page: &Page) -> Vec<String> {
    let seen = page.server().requests().into_iter();
    seen.map(|seen| format!("{} {}", seen.method, seen.path))
        .collect()
}

/// What Chromium asks of its maker by itself, whatever page is open. Its own log, which is of the page alone, must
/// be empty all the same.
const CHROMIUM_ITSELF: [&str; 3] = [
    "CONNECT accounts.google.com:443",
    "CONNECT content-autofill.googleapis.com:443",
    "CONNECT optimizationguide-pa.googleapis.com:443",
];

fn stay_silent(engine: Engine, online: bool) {
    let page = Setup::default().engine(engine).overheard().start();
    page.open();
    page.ready();
    page.whole();
    if engine == Engine::Chromium {
        page.see_quiet_network();
    }
    page.settle();
    if !online {
        page.server().fail("", Fault::NotFound);
    }
    let before = asked(&page).len();
    assert!(before >= 3, "the proxy hears: {:?}", asked(&page));
    let own = (engine == Engine::Chromium).then(|| page.requests().len());
    page.live_through_everything();
    let after = asked(&page);
    // The icon is fetched whenever the browser likes.
    let heard: Vec<_> = after[before..]
        .iter()
        .filter(|it| !it.ends_with("icon.svg"))
        .collect();
    let heard = heard
        .into_iter()
        .filter(|it| !CHROMIUM_ITSELF.contains(&it.as_str()));
    let heard: Vec<_> = heard.collect();
    assert!(heard.is_empty(), "{engine:?}: {heard:?}");
    if let Some(own) = own {
        let logged = page.requests();
        let logged: Vec<_> = logged[own..]
            .iter()
            .filter(|it| !it.starts_with("blob:"))
            .collect();
        assert!(logged.is_empty(), "{logged:?}");
    }
    // The proxy would have heard.
    page.server().heal();
    page.run("location.href = 'http://clinic.example/';", &json!([]));
    page.wait("a request that leaves", || {
        let heard = asked(&page).iter().any(|it| it.contains("clinic.example"));
        heard.then_some(())
    });
}

fn the_page_asks_for_nothing(engine: Engine) {
    stay_silent(engine, true);
    stay_silent(engine, false);
}

/// Notes everything that is said where others could read it.
const LISTEN: &str = "window.told = [];
    for (const name of ['pushState', 'replaceState']) {
        const real = history[name].bind(history);
        history[name] = (state, ...rest) => { told.push([name, state, ...rest]); real(state, ...rest); };
    }
    for (const name of ['log', 'info', 'warn', 'error', 'debug'])
        console[name] = (...words) => told.push([name, ...words.map(String)]);
    const titles = new MutationObserver(() => told.push(['title', document.title]));
    titles.observe(document.head, { subtree: true, childList: true, characterData: true });";

fn the_page_tells_nothing(engine: Engine) {
    let page = Setup::default().engine(engine).start();
    let around = "<!doctype html><title>around</title>
        <script>window.heard = []; addEventListener('message', event => heard.push(event.data));</script>
        <iframe src=\"./\" width=1200 height=800></iframe>";
    page.server().fail(
        "/around",
        Fault::Wrong {
            content_type: "text/html".to_owned(),
            bytes: around.as_bytes().to_vec(),
        },
    );
    let host = format!("{}around", page.server().url());
    page.go(&host);
    page.enter_frame(true);
    page.ready();
    page.run(LISTEN, &json!([]));
    page.live_through_everything();
    let told = page.run("return window.told;", &json!([]));
    for line in told.as_array().expect("a list") {
        // A count and no address: nothing else may stand in the history.
        let kind = line[0].as_str().unwrap_or("");
        let is_count = kind.ends_with("State")
            && line[1].is_u64()
            && line[2] == ""
            && line.get(3).is_none_or(serde_json::Value::is_null);
        assert!(is_count, "{engine:?} told {line}");
    }
    assert!(
        !told.as_array().expect("a list").is_empty(),
        "the listener hears"
    );
    let seen = page.run(
        "return [location.href, document.title, document.referrer, window.name];",
        &json!([]),
    );
    let referrer = [host.as_str(), ""]
        .map(|referrer| json!([page.server().url(), "Recovery Check", referrer, ""]));
    assert!(referrer.contains(&seen), "{engine:?}: {seen}");
    for key in page.stored().keys() {
        let rest = key.strip_prefix("rc-checkin-").unwrap_or("0");
        let is_id = rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_fixed = ["rc-settings", "rc-open", "rc-plan", "rc-until"].contains(&key.as_str());
        assert!(is_id || is_fixed, "{engine:?} keeps under {key}");
    }
    assert!(!page.stored().is_empty());
    page.enter_frame(false);
    assert_eq!(
        page.run("return window.heard;", &json!([])),
        json!([]),
        "{engine:?}"
    );
    page.run("postMessage('heard', '*');", &json!([]));
    page.wait("a message to be heard", || {
        (page.run("return window.heard;", &json!([])) == json!(["heard"])).then_some(())
    });
}
