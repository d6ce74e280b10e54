//! What a person reads of the kinds of care and in the short reads.

use crate::{Piece, Shown, own, shown, words};
use recovery_check::domain::care::{Care, Lead, Read};
use recovery_check::i18n::EN;
use recovery_check::i18n::learn::{CareWords, LearnWords, ReadWords};

pub(crate) fn screens(words: &LearnWords) -> Vec<Shown> {
    let LearnWords {
        title,
        lead,
        kinds,
        with_people,
        body_and_mind,
        adds,
        care,
        who,
        evidence,
        first,
        add,
        in_plan,
        full,
        added,
        before_then,
        clinic,
        clinic_from,
        clinic_note,
        programme,
        article,
        reads,
        read,
    } = words;
    let texts = |texts: &[&str]| -> Vec<Piece> { texts.iter().map(|&text| own(text)).collect() };
    let around = [title, lead, kinds, with_people, body_and_mind, adds, reads];
    let mut list = texts(&around.map(|&text| text));
    list.extend(texts(&[clinic, clinic_note, programme, article]));
    list.push(own(clinic_from("North Clinic")));
    let mut screens = Vec::new();
    for &of in Care::ALL {
        let words = care(of);
        list.extend(texts(&[words.title, words.what]));
        let mut pieces = texts(&[words.title, words.what, who, words.who, evidence]);
        pieces.extend(texts(&[
            words.evidence,
            first,
            words.first,
            add,
            in_plan,
            full,
        ]));
        pieces.push(own(*before_then));
        pieces.push(own(added((EN.later().result.step)(of.step()).title)));
        screens.push(shown(format!("care {}", of.code()), pieces));
    }
    for &of in Read::ALL {
        let ReadWords { title, text, go } = read(of);
        list.push(own(title));
        let pieces = [&[title], text, &[go]].concat();
        screens.push(shown(format!("read {}", of.code()), texts(&pieces)));
    }
    screens.push(shown("learn", list));
    screens
}

#[test]
fn a_short_read_has_120_words_at_most() {
    for &read in Read::ALL {
        let ReadWords { title, text, go } = (EN.later().learn.read)(read);
        let said = [&[title], text, &[go]].concat().join(" ");
        let count = words(&said).len();
        assert!((40..=120).contains(&count), "{read:?}: {count}");
    }
}

#[test]
fn each_short_read_ends_in_something_to_do_here() {
    assert_eq!(Read::ALL.len(), 10);
    let mut buttons = Vec::new();
    for &read in Read::ALL {
        let go = (EN.later().learn.read)(read).go.to_lowercase();
        let named = match read.lead() {
            Lead::CheckIn => "signs",
            Lead::Plan => "plan",
            Lead::Reflect => "look back",
            Lead::History => "see ",
            Lead::Care => "care",
            Lead::Tool(_) => "",
        };
        assert!(go.contains(named), "{read:?}: {go}");
        buttons.push(go);
    }
    buttons.sort_unstable();
    buttons.dedup();
    assert_eq!(buttons.len(), 10, "no two buttons are alike");
}

/// Section 5 of the sheet, "Evidence", and section 4 on medicine.
#[test]
fn the_evidence_is_told_as_the_sheet_has_it() {
    let said = |care| {
        let CareWords {
            title,
            what,
            who,
            evidence,
            first,
        } = (EN.later().learn.care)(care);
        [title, what, who, evidence, first].join(" ").to_lowercase()
    };
    #[rustfmt::skip]
    let held = [
        (Care::Counselling, "small but real"), (Care::Yoga, "early"), (Care::Acupuncture, "too little"),
        (Care::Meditation, "small effect on cravings"), (Care::Medicine, "taken as prescribed, it is treatment"),
        (Care::Medicine, "do not stop one on your own"), (Care::SoberLiving, "your medicine is welcome"),
    ];
    for (care, phrase) in held {
        assert!(said(care).contains(phrase), "{care:?}: {phrase}");
    }
    assert!(EN.later().learn.adds.contains("do not take its place"));
}
