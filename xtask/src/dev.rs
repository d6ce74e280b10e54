//! Owns `cargo xtask dev`: a quick build in the browser, built again whenever a source changes.

use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;

use crate::dist;
use crate::failure::{OrFail, Outcome};
use crate::process::command_line;
use crate::project::Project;
use crate::say::say;
use crate::tools::Toolbox;

/// Becomes `trunk serve`, so that ending one ends the other. Its folder is not the release folder.
pub(crate) fn dev(project: &Project, port: Option<u16>) -> Outcome {
    let port = port.unwrap_or(8080);
    let another = "name another port: cargo xtask dev --port 9000";
    TcpListener::bind(("127.0.0.1", port)).or_fail(&format!("take port {port}"), another)?;
    let tools = Toolbox::ready(project)?;
    let folder = project.scratch().join("dev");
    let mut trunk = dist::trunk(project, &tools)?;
    trunk.args(["serve", "--port", &port.to_string(), "--dist"]);
    trunk.arg(folder);
    say("Watching src/, style/ and index.html (Ctrl-C ends it)");
    let by_hand = command_line(&trunk);
    Err(trunk.exec()).or_fail("start Trunk", &by_hand)
}
