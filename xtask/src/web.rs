//! Owns the web servers that the settings of [`crate::headers`] are tried in: which they are, and where they lie.

use std::path::{Path, PathBuf};

use crate::apt;
use crate::failure::{Failure, Outcome};
use crate::headers::Form;
use crate::say::say;
use crate::tools::on_path;

/// All of them, and what of each can be installed without the rest of it.
const PACKAGES: [&str; 4] = [
    "nginx",
    "libnginx-mod-http-brotli-static",
    "apache2-bin",
    "caddy",
];

/// Where Debian puts programs that only administrators have on their `PATH`.
const FOR_ADMINISTRATORS: &str = "/usr/sbin";

/// Is there where the system starts services by itself, also those of a package just installed.
const STARTS_SERVICES: &str = "/run/systemd/system";

/// Forbids that, where it is there.
const FORBIDS_STARTING: &str = "/usr/sbin/policy-rc.d";

/// The servers that can be tried on this machine: whose words they understand, and how their programs are called.
pub const SERVERS: [(Form, &str); 3] = [
    (Form::Nginx, "nginx"),
    (Form::Apache, "apache2"),
    (Form::Caddy, "caddy"),
];

/// The program of that name.
///
/// # Errors
///
/// When it is not installed.
pub fn find(program: &str) -> Outcome<PathBuf> {
    let aside = Path::new(FOR_ADMINISTRATORS).join(program);
    let found = on_path(program).or_else(|| Some(aside).filter(|aside| aside.is_file()));
    found.ok_or_else(|| {
        Failure::new(
            format!("look for the web server {program}"),
            "it is not installed",
            format!("apt-get install {}", PACKAGES.join(" ")),
        )
    })
}

/// Installs what is missing, but not where a server so installed would start by itself.
pub(crate) fn ready() -> Outcome {
    if SERVERS.iter().all(|(_, program)| find(program).is_ok()) {
        return Ok(());
    }
    if Path::new(STARTS_SERVICES).is_dir() && !Path::new(FORBIDS_STARTING).is_file() {
        return Err(Failure::new(
            "install nginx, Apache and Caddy",
            "on this system they would start by themselves",
            format!(
                "apt-get install {}, and stop what has started",
                PACKAGES.join(" ")
            ),
        ));
    }
    say("Tools: installing nginx, Apache and Caddy by apt-get");
    apt::install(&PACKAGES)
}
