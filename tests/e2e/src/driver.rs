//! Owns the `WebDriver` protocol: one request, one JSON answer, over loopback.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

/// Longer than any answer of a healthy browser takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// The key under which the protocol hides the id of an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What went wrong, in the driver's words.
pub type Answer<T = Value> = Result<T, String>;

/// One browser window, reached through its driver.
#[derive(Debug)]
pub struct Session {
    port: u16,
    id: String,
}

impl Session {
    /// Opens a browser with these capabilities.
    ///
    /// # Errors
    ///
    /// When the driver does not answer or the browser does not start.
    pub fn open(port: u16, capabilities: &Value) -> Answer<Self> {
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = exchange(port, "POST", "/session", Some(&body))?;
        match answer["sessionId"].as_str() {
            Some(id) => Ok(Self {
                port,
                id: id.to_owned(),
            }),
            None => Err(format!("no session in {answer}")),
        }
    }

    /// One command of the session, named by the end of its path.
    ///
    /// # Errors
    ///
    /// When the driver refuses it.
    pub fn send(&self, path: &str, body: &Value) -> Answer {
        exchange(self.port, "POST", &self.path(path), Some(body))
    }

    /// One question to the session, named by the end of its path.
    ///
    /// # Errors
    ///
    /// When the driver refuses it.
    pub fn ask(&self, path: &str) -> Answer {
        exchange(self.port, "GET", &self.path(path), None)
    }

    /// Runs the body of a function in the page and returns what it returns.
    ///
    /// # Errors
    ///
    /// When the script throws.
    pub fn run(&self, script: &str, arguments: &Value) -> Answer {
        let body = json!({ "script": script, "args": arguments });
        self.send("execute/sync", &body)
    }

    /// Runs the body of a function whose last argument is the function to call with the result.
    ///
    /// # Errors
    ///
    /// When the script throws or never calls it.
    pub fn run_async(&self, script: &str, arguments: &Value) -> Answer {
        let body = json!({ "script": script, "args": arguments });
        self.send("execute/async", &body)
    }

    /// Clicks an element that a script returned, as a pointer would.
    ///
    /// # Errors
    ///
    /// When it is gone, out of reach or covered.
    pub fn click(&self, element: &Value) -> Answer {
        let Some(id) = element[ELEMENT].as_str() else {
            return Err(format!("not an element: {element}"));
        };
        self.send(&format!("element/{id}/click"), &json!({}))
    }

    /// Closes the browser. Errors are left alone: its processes are killed afterwards.
    pub fn close(&self) {
        let _ = exchange(self.port, "DELETE", &self.path(""), None);
    }

    fn path(&self, end: &str) -> String {
        format!("/session/{}/{end}", self.id)
            .trim_end_matches('/')
            .to_owned()
    }
}

/// Sends one request and takes the value out of the answer.
fn exchange(port: u16, method: &str, path: &str, body: Option<&Value>) -> Answer {
    let text = raw_exchange(port, method, path, body);
    let text = text.map_err(|error| format!("{method} {path}: {error}"))?;
    let answer: Value = serde_json::from_slice(&text)
        .map_err(|error| format!("{method} {path}: not JSON: {error}"))?;
    let value = &answer["value"];
    if value["error"].is_string() {
        let message = value["message"].as_str().unwrap_or("");
        let message = message.lines().next().unwrap_or("");
        return Err(format!("{method} {path}: {}: {message}", value["error"]));
    }
    Ok(value.clone())
}

fn raw_exchange(
    port: u16,
    method: &str,
    path: &str,
    body: Option<&Value>,
) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 && line.trim() != "" {
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut text = vec![0; length];
    reader.read_exact(&mut text)?;
    Ok(text)
}
