//! Options of a clinic: attributes that anyone with a text editor may have written.

use recovery_check::domain::help::Region;
use recovery_check::embed::clinic::{self, Clinic, KEYS, Link, Written};
use recovery_check::embed::options::{ClinicOption, senseless};
use url::Url;

/// The bytes as the values of all attributes: the first three lines are region, button and shared device, and name, the rest is the
/// list of links. An empty line sets no attribute.
pub(crate) fn check(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let mut values = text
        .splitn(4, '\n')
        .map(|value| Some(value).filter(|value| !value.is_empty()));
    let [region, leave, name, links] = [(); 4].map(|()| values.next().flatten());
    let attribute = |attribute: &str| {
        let value = match attribute {
            "data-rc-region" => region,
            "data-rc-leave" | "data-rc-shared" => leave,
            clinic::NAME => name,
            clinic::LINKS => links,
            other => panic!("{other} is no attribute of ours"),
        };
        value.map(str::to_owned)
    };
    let told = senseless(attribute);
    for (option, value) in [
        (ClinicOption::Region, region),
        (ClinicOption::Leave, leave),
        (ClinicOption::Shared, leave),
    ] {
        let makes_sense = value.is_none_or(|value| option.values().contains(&value));
        assert_eq!(told.contains(&option), !makes_sense, "{option:?} {value:?}");
    }
    if let Some(value) = region.filter(|_| !told.contains(&ClinicOption::Region)) {
        assert_eq!(Region::from_code(value).map(Region::code), Some(value));
    }
    own(&Clinic::read(attribute, list), name, links);
}

/// What a browser does with the list.
fn list(text: &str) -> Option<Vec<Written>> {
    let list: Vec<serde_json::Value> = serde_json::from_str(text).ok()?;
    let entry =
        |entry: &serde_json::Value| KEYS.map(|key| entry.get(key)?.as_str().map(str::to_owned));
    Some(list.iter().map(entry).collect())
}

fn own((clinic, told): &(Clinic, Vec<String>), name: Option<&str>, links: Option<&str>) {
    assert!(clinic.name.is_empty() || name.is_some_and(|name| name.trim() == clinic.name));
    can_be_shown(&clinic.name, clinic::NAME_AT_MOST);
    assert!(clinic.links.len() <= clinic::LINKS_AT_MOST);
    for link in &clinic.links {
        assert!(!link.title.is_empty());
        can_be_shown(&link.title, clinic::TITLE_AT_MOST);
        leads_where_it_says(link);
    }

    // Each entry is shown or told by its number, and nothing that was written is repeated.
    let about_name = told
        .iter()
        .filter(|line| line.starts_with(clinic::NAME))
        .count();
    assert_eq!(about_name == 1, name.is_some() && clinic.name.is_empty());
    let about_links = told.iter().find(|line| line.starts_with(clinic::LINKS));
    let left_out = about_links.and_then(|line| Some(line.rsplit_once("Left out: ")?.1));
    let left_out: Vec<&str> = left_out.map_or(Vec::new(), |all| {
        all.trim_end_matches('.').split(", ").collect()
    });
    match links.map(list) {
        None => assert_eq!(left_out.len(), 0),
        Some(None) => assert_eq!(left_out, ["all"]),
        Some(Some(entries)) => {
            assert!(left_out.iter().all(|number| number.parse::<u32>().is_ok()));
            assert_eq!(clinic.links.len() + left_out.len(), entries.len());
        }
    }
    assert_eq!(told.len(), about_name + usize::from(about_links.is_some()));
}

fn can_be_shown(text: &str, at_most: usize) {
    assert!(text.chars().count() <= at_most);
    assert_eq!(text, text.trim());
    assert!(!text.contains(char::is_control), "{text:?}");
}

/// A browser goes where a person reads that it goes: over TLS, to the host as written, with no name or password.
fn leads_where_it_says(link: &Link) {
    let written = link.address.strip_prefix("https://").expect("https");
    let authority = written.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.split(':').next().unwrap_or_default();
    match Url::parse(&link.address) {
        Ok(url) => {
            assert_eq!(url.scheme(), "https");
            assert_eq!((url.username(), url.password()), ("", None));
            let goes_to = url.host_str().unwrap_or_default();
            assert!(
                goes_to.eq_ignore_ascii_case(host),
                "{host} leads to {goes_to}"
            );
        }
        // Whether Punycode stands for letters is the browser's to know; a link that does not is dead, no more.
        Err(error) => assert!(
            host.to_ascii_lowercase().contains("xn--"),
            "{host}: {error}"
        ),
    }
}
