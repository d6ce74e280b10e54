//! Owns `cargo xtask serve`: the release build on a loopback port.

use std::io;

use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::say::say;
use crate::server::Server;

/// The port that is tried first, and how many after it before any free one will do.
const FIRST_PORT: u16 = 8080;
const TRIES: u16 = 20;

/// Builds if needed, serves, and stays until Ctrl-C.
pub(crate) fn serve(project: &Project, port: Option<u16>) -> Outcome {
    dist::build(project)?;
    let server = start(project, port).map_err(|error| {
        let wanted = port.map_or("a free port".to_owned(), |port| format!("port {port}"));
        let by_hand = "name another one: cargo xtask serve --port 9000";
        Failure::new(
            format!("serve dist/ on {wanted}"),
            error.to_string(),
            by_hand,
        )
    })?;
    say(&format!(
        "Serving dist/ on {} (Ctrl-C ends it)",
        server.url()
    ));
    loop {
        std::thread::park();
    }
}

fn start(project: &Project, port: Option<u16>) -> io::Result<Server> {
    let folder = project.dist();
    if let Some(port) = port {
        return Server::start(&folder, port);
    }
    for port in FIRST_PORT..FIRST_PORT + TRIES {
        match Server::start(&folder, port) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            other => return other,
        }
    }
    Server::start(&folder, 0)
}
