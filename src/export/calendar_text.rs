//! How text stands in a calendar file (RFC 5545, sections 3.1 and 3.3.11).

/// Octets on a line, its end not counted.
const OCTETS_AT_MOST: usize = 75;

/// A title as a TEXT value. It is one line, since some calendars leave out an event with more in its title. Signs
/// that no line may hold are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' | ';' | ',' => value.extend(['\\', sign]),
            '\r' if signs.peek() == Some(&'\n') => {}
            '\n' | '\r' => value.push(' '),
            '\t' => value.push(sign),
            sign if sign.is_control() => {}
            sign => value.push(sign),
        }
    }
    value
}

/// A content line with its end, broken where it is too long. Never within a character.
pub(super) fn folded(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + 2);
    let mut octets = 0;
    for sign in line.chars() {
        if octets + sign.len_utf8() > OCTETS_AT_MOST {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(sign);
        octets += sign.len_utf8();
    }
    text + "\r\n"
}
