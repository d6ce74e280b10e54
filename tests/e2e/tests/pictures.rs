//! A picture of every screen in every state, for people to look at: `RC_SHOTS=folder cargo test -p e2e --test
//! pictures`. Without that nothing is done.

use std::path::Path;

use e2e::Setup;
use e2e::tour::STOPS;

#[test]
fn pictures_where_asked_for() {
    let Some(folder) = std::env::var_os("RC_SHOTS") else {
        return;
    };
    let page = Setup::default().start();
    for stop in STOPS {
        page.resize(1280, 900);
        (stop.go)(&page);
        for width in [360, 1280] {
            for dark in [false, true] {
                page.prefer_dark(dark);
                page.resize(width, 900);
                page.resize(width, page.height());
                page.settle();
                let colours = if dark { "-dark" } else { "" };
                page.screenshot(
                    &Path::new(&folder).join(format!("{}-{width}{colours}.png", stop.name)),
                );
            }
        }
        page.prefer_dark(false);
    }
}
