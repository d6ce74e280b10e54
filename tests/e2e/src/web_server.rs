//! Owns a real web server with the release in it: told what `cargo xtask headers` says, on a loopback port of its own,
//! gone on drop.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use xtask::headers::{self, Form};
use xtask::project::Project;

use crate::driver::Answer;
use crate::page::release;
use crate::processes::{listens, next_port};

const PATIENCE: Duration = Duration::from_secs(20);

/// Where nginx has its modules on Debian.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// The path under which the release lies: never the root, where less can go wrong.
pub const UNDER: &str = "/check/";

/// A running web server.
#[derive(Debug)]
pub struct WebServer {
    child: Child,
    base: PathBuf,
    port: u16,
}

/// What it answered.
#[derive(Debug)]
pub struct Got {
    /// 200, 404, …
    pub status: u16,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    /// As it came.
    pub body: Vec<u8>,
}

impl Got {
    /// The value of a header; none where it is missing or said twice.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(known, _)| known == name);
        let value = found.next().map(|(_, value)| value.as_str());
        value.filter(|_| found.next().is_none())
    }
}

impl WebServer {
    /// Starts the program with the release, and with the settings for pages of these origins to embed it.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub fn start(form: Form, program: &Path, origins: &[String]) -> Answer<Self> {
        let port = next_port();
        let base =
            std::env::temp_dir().join(format!("recovery-check-web-{}-{port}", std::process::id()));
        let told = |error: std::io::Error| error.to_string();
        let site = base.join("site");
        fs::create_dir_all(&site).map_err(told)?;
        for file in fs::read_dir(release()?).map_err(told)?.flatten() {
            fs::copy(file.path(), site.join(file.file_name())).map_err(told)?;
        }
        let project = Project::find().map_err(|failure| failure.to_string())?;
        let settings = headers::headers(&project, form, origins);
        let settings = settings.map_err(|failure| failure.to_string())?;
        let (whole, words) = around(form, &base, port, &settings);
        let file = base.join("settings");
        fs::write(&file, whole).map_err(told)?;
        let log = fs::File::create(base.join("log")).map_err(told)?;
        let child = Command::new(program)
            .args(words)
            .arg(&file)
            .env("XDG_DATA_HOME", &base)
            .env("XDG_CONFIG_HOME", &base)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .map_err(told)?;
        let mut server = Self { child, base, port };
        if listens(&mut server.child, port) {
            Ok(server)
        } else {
            let log = fs::read_to_string(server.base.join("log"));
            Err(log.unwrap_or_default())
        }
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{UNDER}", self.port)
    }

    /// Asks for a file of the release, taking it in these codings.
    ///
    /// # Errors
    ///
    /// When there is no whole answer.
    pub fn get(&self, file: &str, codings: &str) -> Answer<Got> {
        let told = |error: std::io::Error| format!("{file}: {error}");
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).map_err(told)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(told)?;
        write!(
            stream,
            "GET {UNDER}{file} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Accept-Encoding: {codings}\r\n\r\n",
            self.port
        )
        .map_err(told)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map_err(told)?;
        let middle = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let middle = middle.ok_or_else(|| format!("{file}: no whole answer"))?;
        let head = String::from_utf8_lossy(&answer[..middle]).into_owned();
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers: Vec<_> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let body = &answer[middle + 4..];
        let is_in_pieces = headers.iter().any(|(name, _)| name == "transfer-encoding");
        let whole = if is_in_pieces {
            joined(body)
        } else {
            Some(body.to_vec())
        };
        Ok(Got {
            status: status.ok_or_else(|| format!("{file}: no status"))?,
            headers,
            body: whole.ok_or_else(|| format!("{file}: pieces that don't fit"))?,
        })
    }
}

/// What came in pieces, each after its length.
fn joined(mut pieces: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = pieces.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&pieces[..end]).ok()?, 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend(pieces.get(end + 2..end + 2 + length)?);
        pieces = pieces.get(end + length + 4..)?;
    }
}

impl Drop for WebServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.base);
    }
}

/// The least that must stand around the settings, and the words to start the program with; the file comes last.
fn around(form: Form, base: &Path, port: u16, settings: &str) -> (String, Vec<&'static str>) {
    let base = base.display();
    match form {
        Form::Nginx => {
            let has_brotli = Path::new(BROTLI).is_file();
            let load = has_brotli.then(|| format!("load_module {BROTLI};\n"));
            let settings = if has_brotli {
                settings.replace("# brotli_static on;", "brotli_static on;")
            } else {
                settings.to_owned()
            };
            let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
            let folders = folders
                .map(|name| format!("{name}_temp_path {base}/{name};\n"))
                .concat();
            let whole = format!(
                "{}daemon off;\nmaster_process off;\npid {base}/pid;\nerror_log stderr;\nevents {{}}\n\
                 http {{\n{folders}access_log off;\nserver {{\nlisten 127.0.0.1:{port};\n\
                 location {UNDER} {{\nalias {base}/site/;\n{settings}}}\n}}\n}}\n",
                load.unwrap_or_default()
            );
            (whole, vec!["-e", "stderr", "-c"])
        }
        Form::Apache => {
            let modules = [
                "mpm_event",
                "authz_core",
                "dir",
                "mime",
                "headers",
                "rewrite",
                "filter",
                "deflate",
                "alias",
            ];
            let modules = modules.map(|name| {
                format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n")
            });
            let whole = format!(
                "{}ServerRoot {base}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {base}/pid\n\
                 ErrorLog /dev/stderr\nUser www-data\nGroup www-data\nTypesConfig /dev/null\n\
                 Alias {UNDER} {base}/site/\n<Directory {base}/site>\nOptions SymLinksIfOwnerMatch\n\
                 Require all granted\n{settings}</Directory>\n",
                modules.concat()
            );
            (whole, vec!["-X", "-f"])
        }
        Form::Caddy => {
            let whole = format!(
                "{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\nbind 127.0.0.1\n\
                 handle_path {UNDER}* {{\nroot * {base}/site\n{settings}}}\n}}\n"
            );
            (whole, vec!["run", "--adapter", "caddyfile", "--config"])
        }
        Form::Netlify => (String::new(), Vec::new()),
    }
}
