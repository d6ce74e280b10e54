//! Owns what can be wrong with a line, and how it is named. Must not know how a line is read or written.

/// What is wrong, as one of the six codes of the format sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    NotJson,
    NotObject,
    DuplicateKey,
    UnknownKey,
    MissingKey,
    BadValue,
}

impl Code {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::NotJson => "not_json",
            Self::NotObject => "not_object",
            Self::DuplicateKey => "duplicate_key",
            Self::UnknownKey => "unknown_key",
            Self::MissingKey => "missing_key",
            Self::BadValue => "bad_value",
        }
    }
}

/// Where a fault lies: a key, and the objects around it, outermost first; an empty name is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field<'a> {
    pub(super) around: [&'static str; 2],
    /// As written inside its quotes, so it can be put between quotes again as it is.
    pub(super) key: &'a str,
}

/// One fault of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault<'a> {
    pub(super) code: Code,
    pub(super) field: Option<Field<'a>>,
}

impl<'a> Fault<'a> {
    pub(super) const NOT_JSON: Self = Self::of_line(Code::NotJson);
    pub(super) const NOT_OBJECT: Self = Self::of_line(Code::NotObject);

    const fn of_line(code: Code) -> Self {
        Self { code, field: None }
    }

    fn at(code: Code, key: &'a str) -> Self {
        let around = [""; 2];
        Self {
            code,
            field: Some(Field { around, key }),
        }
    }

    pub(super) fn duplicate(key: &'a str) -> Self {
        Self::at(Code::DuplicateKey, key)
    }

    pub(super) fn unknown(key: &'a str) -> Self {
        Self::at(Code::UnknownKey, key)
    }

    pub(super) fn missing(key: &'a str) -> Self {
        Self::at(Code::MissingKey, key)
    }

    pub(super) fn bad(key: &'a str) -> Self {
        Self::at(Code::BadValue, key)
    }

    /// This fault, seen from the object that holds `name`.
    pub(super) fn within(mut self, name: &'static str) -> Self {
        if let Some(field) = &mut self.field {
            field.around = [name, field.around[0]];
        }
        self
    }
}
