//! Owns what a clinic shows of its own: its name, and links to its programmes and articles. Read loosely, so
//! that one bad entry does not take the others along; checked strictly, since a link is pressed by people who
//! trust the page.

/// The attribute that holds the clinic's name.
pub const NAME: &str = "data-rc-clinic";
/// The attribute that holds its links.
pub const LINKS: &str = "data-rc-links";
/// How long the name may be, in characters.
pub const NAME_AT_MOST: usize = 60;
/// How many links are shown.
pub const LINKS_AT_MOST: usize = 12;
/// How long a link's title may be, in characters.
pub const TITLE_AT_MOST: usize = 80;
/// How long an address may be: what every browser takes.
const ADDRESS_AT_MOST: usize = 2_000;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A programme one can take part in.
    Programme,
    /// Something to read.
    Article,
}

/// A link of the clinic's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub kind: Kind,
    /// Its words.
    pub title: String,
    /// Where it leads: an `https` address without a name or password in it.
    pub address: String,
}

/// What a clinic shows of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clinic {
    /// Its name; empty where none is set.
    pub name: String,
    /// Its links.
    pub links: Vec<Link>,
}

/// What an entry holds under [`KEYS`]; none where it holds no text.
pub type Written = [Option<String>; 3];

/// What an entry of the list may hold. Whatever else is in it is passed over.
pub const KEYS: [&str; 3] = ["kind", "title", "url"];

impl Clinic {
    /// What the attributes say, and beside it one line for each that makes no sense. `attribute` gives the value
    /// of an attribute, if it is set; `list` what the entries of a JSON list hold, if it is one: a browser has
    /// that at hand. The lines repeat nothing of what was written.
    ///
    /// ```
    /// use recovery_check::embed::clinic::Clinic;
    /// let entry = ["article", "Sleep", "https://clinic.example/sleep"].map(|text| Some(text.to_owned()));
    /// let list = |_: &str| Some(vec![entry.clone(), [None, None, None]]);
    /// let (clinic, told) = Clinic::read(|name| Some("North".to_owned()), list);
    /// assert_eq!((&*clinic.name, &*clinic.links[0].title), ("North", "Sleep"));
    /// assert!(told[0].ends_with("Left out: 2."));
    /// ```
    pub fn read(
        attribute: impl Fn(&'static str) -> Option<String>,
        list: impl Fn(&str) -> Option<Vec<Written>>,
    ) -> (Self, Vec<String>) {
        let mut clinic = Self::default();
        let mut told = Vec::new();
        if let Some(name) = attribute(NAME) {
            match words(&name, NAME_AT_MOST) {
                Some(name) => clinic.name = name,
                None => told.push(format!(
                    "{NAME} takes a name of {NAME_AT_MOST} characters at most."
                )),
            }
        }
        if let Some(text) = attribute(LINKS) {
            let mut left_out = Vec::new();
            match list(&text) {
                None => left_out.push("all".to_owned()),
                Some(entries) => {
                    for (number, entry) in (1_u32..).zip(entries) {
                        let has_room = clinic.links.len() < LINKS_AT_MOST;
                        match link(entry).filter(|_| has_room) {
                            Some(link) => clinic.links.push(link),
                            None => left_out.push(number.to_string()),
                        }
                    }
                }
            }
            if !left_out.is_empty() {
                let which = left_out.join(", ");
                told.push(format!(
                    "{LINKS} takes a JSON list of {LINKS_AT_MOST} links at most, each with a kind \
                     (programme or article), a title of {TITLE_AT_MOST} characters at most and an https url. \
                     Left out: {which}."
                ));
            }
        }
        (clinic, told)
    }
}

fn link([kind, title, url]: Written) -> Option<Link> {
    let kind = match &*kind? {
        "programme" => Kind::Programme,
        "article" => Kind::Article,
        _ => return None,
    };
    Some(Link {
        kind,
        title: words(&title?, TITLE_AT_MOST)?,
        address: url.filter(|url| is_safe(url))?,
    })
}

/// The text without spaces around it, if it can be shown: not empty, not too long, and with no character that
/// is not seen or that turns the direction of what follows.
fn words(text: &str, at_most: usize) -> Option<String> {
    let text = text.trim();
    let is_unseen = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    let fits = !text.is_empty() && text.chars().count() <= at_most && !text.contains(is_unseen);
    fits.then(|| text.to_owned())
}

/// True for an `https` address with a plain host, maybe a port, and no name or password before it. Only the
/// characters an address is made of: a browser turns others, such as a backslash, into something else.
fn is_safe(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else {
        return false;
    };
    let is_part = |byte: u8| byte.is_ascii_graphic() && !b"\\\"<>^`{|}".contains(&byte);
    let (authority, _) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    // A browser takes a host that ends in a number for an address in numbers, and writes it anew: 0x7f.1 leads
    // to 127.0.0.1.
    let mut ends_in_word = false;
    let is_name = |label: &str| {
        let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        ends_in_word = label
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_alphabetic);
        !label.is_empty() && label.bytes().all(is_inside)
    };
    address.len() <= ADDRESS_AT_MOST
        && address.bytes().all(is_part)
        && host.contains('.')
        && host.split('.').all(is_name)
        && ends_in_word
        && !port.starts_with('+')
        && port.parse().is_ok_and(|port: u16| port > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: Option<&str>, links: &str) -> (Clinic, Vec<String>) {
        let attribute = |attribute| match attribute {
            NAME => name.map(str::to_owned),
            _ => Some(links.to_owned()),
        };
        Clinic::read(attribute, list)
    }

    /// What a browser does with the list.
    fn list(text: &str) -> Option<Vec<Written>> {
        let list: Vec<serde_json::Value> = serde_json::from_str(text).ok()?;
        let entry =
            |entry: &serde_json::Value| KEYS.map(|key| entry.get(key)?.as_str().map(str::to_owned));
        Some(list.iter().map(entry).collect())
    }

    #[test]
    fn addresses_are_https_and_hide_nothing() {
        let safe = [
            "https://clinic.example",
            "https://a-b.clinic.example:8443/x?y=1#z",
            "https://clinic.example/%C3%A9/(a),b;c@d",
        ];
        assert!(safe.into_iter().all(is_safe));
        #[rustfmt::skip]
        let unsafe_ones = [
            "http://clinic.example", "HTTPS://clinic.example", "javascript:alert(1)", "//clinic.example", "https://",
            "https://me:pw@clinic.example", "https://me@clinic.example", "https://clinic.example\\@evil.example",
            "https://clinic.example/a b", "https://clinic.example/\n", "https://clin\u{e9}c.example", "https:///x",
            "https://clinic.example:0", "https://clinic.example:99999", "https://clinic.example:x/", "https://.a",
            "https://localhost/", " https://clinic.example", "data:text/html,hi", "",
            // A browser reads these as numbers, and goes elsewhere: 127.0.0.1, 1.2.0.3, or nowhere.
            "https://0x7f.1/", "https://1.2.3", "https://192.0.2.7", "https://clinic.443", "https://clinic.0X1/",
            "https://clinic.example:+443/",
        ];
        for address in unsafe_ones {
            assert!(!is_safe(address), "{address:?}");
        }
        assert!(!is_safe(&format!(
            "https://clinic.example/{}",
            "a".repeat(2_000)
        )));
    }

    #[test]
    fn one_bad_entry_does_not_take_the_others_along() {
        let (clinic, told) = read(
            Some(" North Clinic "),
            r#"[{"kind":"programme","title":" Evening group ","url":"https://n.example/g","more":1},
                {"kind":"advert","title":"x","url":"https://n.example"}, null,
                {"kind":"article","title":"","url":"https://n.example"},
                {"kind":"article","title":"a\u0000b","url":"https://n.example"},
                {"kind":"article","title":"\u202Eabc","url":"https://n.example"},
                {"kind":"article","title":"Rest","url":"https://n.example/r"}]"#,
        );
        assert_eq!(clinic.name, "North Clinic");
        let titles: Vec<_> = clinic.links.iter().map(|link| &*link.title).collect();
        assert_eq!(titles, ["Evening group", "Rest"]);
        assert!(told[0].ends_with("Left out: 2, 3, 4, 5, 6."), "{told:?}");
    }

    #[test]
    fn what_is_no_list_or_too_long_is_told_and_passed_over() {
        for text in ["", "{}", "[", "7", "[[[[", "\u{1F44B}"] {
            let (clinic, told) = read(None, text);
            assert_eq!((clinic.links.len(), told.len()), (0, 1), "{text}");
        }
        let one = r#"{"kind":"article","title":"a","url":"https://n.example"}"#;
        let (clinic, told) = read(Some(&"n".repeat(61)), &format!("[{}]", [one; 13].join(",")));
        assert_eq!((&*clinic.name, clinic.links.len()), ("", 12));
        assert_eq!(told.len(), 2);
        assert!(told[1].ends_with("Left out: 13."));
        let long = one.replace("\"a\"", &format!("\"{}\"", "t".repeat(81)));
        assert!(read(None, &format!("[{long}]")).0.links.is_empty());
        assert_eq!(
            Clinic::read(|_| None, list),
            (Clinic::default(), Vec::new())
        );
    }
}
