//! Every word a person reads: as the clinical sheet has it where the sheet gives the words, free of the words
//! it says to avoid, and easy to read.
//!
//! The words of the sheet are written down here again. Each struct of the catalogue is taken apart by name, so
//! a new entry does not compile until it stands on a screen here and is checked with the others.

mod history;
mod learn;
mod lock;
mod plan;
mod reflect;
mod shared;
mod take;
mod tools;
mod why;

use recovery_check::domain::answers::Frequency;
use recovery_check::domain::gates::{Gate, GateOption};
use recovery_check::domain::help::{Line, Region, Way};
use recovery_check::domain::instrument::{Area, Domain, Factor, Item};
use recovery_check::domain::result::Wording;
use recovery_check::domain::scoring::Level;
use recovery_check::domain::step::Step;
use recovery_check::domain::wellness::Band;
use recovery_check::i18n::{
    CardWords, ComingWords, EN, FailedWords, GateWords, HelpWords, KeptWords, LaterWords,
    PageWords, QuestionWords, ResultWords, SettingsWords, Titled, WelcomeWords, Words,
};
use recovery_check::session::NotKept;

const DATE: &str = "Nov 8, 2026";

// The sheet's words.

/// Section 2, word for word.
#[rustfmt::skip]
const ITEMS: [(&str, &str); 42] = [
    ("E1", "I kept my feelings to myself."),
    ("E2", "I stayed away from people who care about me."),
    ("E3", "I skipped or put off my recovery support."),
    ("E4", "I was open with someone about how I felt."),
    ("E5", "I slept or ate badly."),
    ("E6", "I felt tense or quick to anger."),
    ("M1", "I felt a strong pull to drink or use."),
    ("M2", "My mind went back to people or places from when I used."),
    ("M3", "I thought only about the good parts of using."),
    ("M4", "I told myself I could use just once."),
    ("M5", "I thought about how or when I could use."),
    ("M6", "I felt sure I could stick with my goal."),
    ("P1", "I was with people while they drank or used."),
    ("P2", "I had alcohol or drugs close at hand."),
    ("P3", "I got in touch with someone to get alcohol or drugs."),
    ("P4", "I went somewhere so that I could use."),
    ("P5", "I came very close to using."),
    ("P6", "I hid what I was doing so I could use."),
    ("T1", "People or places made me want to use."),
    ("T2", "Stress or strong feelings made me want to use."),
    ("S1", "I had someone I could call for help."),
    ("S2", "I felt alone with my problems."),
    ("H1", "I felt low or flat for much of the day."),
    ("H2", "Worry got in the way of my day."),
    ("C1", "I had a way to calm down that worked."),
    ("C2", "Hard moments felt like too much for me."),
    ("N1", "Alcohol or drugs were easy to get where I spend time."),
    ("N2", "My home or street made it harder to stay well."),
    ("D1", "Bad memories came back."),
    ("D2", "I felt on guard, as if something bad could happen."),
    ("W1", "My body felt well enough for my day."),
    ("W2", "My mood was okay or good."),
    ("W3", "Pain or poor sleep held me back."),
    ("F1", "I got through my daily tasks."),
    ("F2", "I gave time to work, study, family or a goal."),
    ("F3", "I did something that felt worth doing."),
    ("L1", "I felt close to at least one person."),
    ("L2", "I spent time with people who back my goal."),
    ("L3", "Fights or tension wore me down."),
    ("K1", "I found a healthy way to deal with stress."),
    ("K2", "I felt able to handle urges if they came."),
    ("K3", "I felt I could get back up after a hard moment."),
];

/// Section 2: what each gate must hold, in its question and hint together.
#[rustfmt::skip]
const GATES: [(Gate, &[&str]); 10] = [
    (Gate::Q1, &["anyone in danger now", "can't be woken", "slow breathing", "blue or grey lips", "a fit"]),
    (Gate::G1, &["goal"]),
    (Gate::U1, &["When did you last drink or use in a way that did not fit your goal?",
        "Medicine taken as prescribed does not count."]),
    (Gate::U2, &["On how many of the past 7 days"]),
    (Gate::U5, &["Might you drink or use in the next day, whether or not it fits your goal?"]),
    (Gate::U3, &["Which", "Choose all", "prescribed ones too"]),
    (Gate::U4, &["In the past month, did you go 3 or more days with no opioids, or far less?"]),
    (Gate::Q3, &["drank", "benzos or sleeping pills", "most days",
        "have you stopped or cut down in the past 7 days?", "prescribed"]),
    (Gate::Q4, &["any of these", "Choose all"]),
    (Gate::Q2, &["Have you thought about ending your life or hurting yourself?", "No one sees this answer."]),
];

/// Section 2: what each option must hold.
#[rustfmt::skip]
const OPTIONS: [(Gate, &[(&str, &str)]); 10] = [
    (Gate::Q1, &[("no", "No"), ("yes", "Yes")]),
    (Gate::G1, &[("no_use", "No use"), ("cut_down", "Cut down"), ("not_sure", "Not sure")]),
    (Gate::U1, &[("today", "Today or yesterday"), ("week", "2 to 7 days"), ("month", "8 to 30 days"),
        ("longer", "Longer")]),
    (Gate::U2, &[("1", "1"), ("2-3", "2 or 3"), ("4-7", "4 to 7")]),
    (Gate::U5, &[("no", "No"), ("maybe", "Maybe"), ("yes", "Yes")]),
    (Gate::U3, &[("alcohol", "Alcohol"), ("opioids", "Opioids"), ("benzos", "Benzos or sleeping pills"),
        ("street", "Pills or powder not from a pharmacy"), ("other", "Other")]),
    (Gate::U4, &[("yes", "Yes"), ("no", "No"), ("not_sure", "Not sure"), ("none", "I don't use opioids")]),
    (Gate::Q3, &[("no", "No"), ("yes", "Yes"), ("plan", "I plan to")]),
    (Gate::Q4, &[("shakes", "Shaking, sweats or throwing up"), ("severe", "mixed up"), ("none", "None")]),
    (Gate::Q2, &[("no", "No"), ("safe", "safe now"), ("might_act", "might act")]),
];

/// Section 3, word for word.
#[rustfmt::skip]
const SENTENCES: [(Wording, &str); 9] = [
    (Wording::Use, "You told us you drank or used outside your goal this week. It is one part of your story, \
        and a good time to get support."),
    (Wording::PhysicalKey, "Your signs are most like being close to use."),
    (Wording::PhysicalAround, "Your signs are mostly about being around alcohol or drugs."),
    (Wording::Mental, "Your signs are most like the mental stage: part of you may be thinking about use."),
    (Wording::Emotional, "Your signs are most like the emotional stage: you may need rest and people."),
    (Wording::Few, "You told us about few signs."),
    (Wording::Some, "You told us about some signs, but no stage stands out."),
    (Wording::Unclear, "There is too little here to tell, and that is fine."),
    (Wording::Cards, "Please read the cards above first."),
];

/// Section 5, word for word but for the kind, which is a heading.
#[rustfmt::skip]
const STEPS: [(Step, &str); 20] = [
    (Step::Counselling, "Book one visit with a counsellor."),
    (Step::Group, "Try one group. If it does not fit, try another kind."),
    (Step::Peer, "Talk with someone who has been there."),
    (Step::SoberLiving, "Ask about a home where no one uses."),
    (Step::Medicine, "Ask if a medicine could ease cravings."),
    (Step::UrgeSurfing, "Watch the urge like a wave. Breathe until it drops."),
    (Step::LookAhead, "Picture the next morning, not just the first hour."),
    (Step::CostsAndGains, "List what use gives and takes."),
    (Step::WaitAndLeave, "Wait 15 minutes and go somewhere safer."),
    (Step::ClearSpace, "Ask someone to help you move it out of reach."),
    (Step::Halt, "Hungry, angry, lonely, tired? Fix one."),
    (Step::ReachOut, "Send one text: \"Hard day. Can we talk?\""),
    (Step::Care, "Tell a doctor about your mood or worry."),
    (Step::Ground, "Name five things you see. You need not tell your story today."),
    (Step::Basics, "Pick a bedtime and eat three meals."),
    (Step::Move, "Walk or do gentle yoga for ten minutes."),
    (Step::MindfulBreath, "Sit five minutes. Breathe out longer than in."),
    (Step::Purpose, "Do one small thing that matters to you."),
    (Step::ArtOrAcupuncture, "Some find these calming."),
    (Step::Keep, "Write down what is working."),
];

/// Quotes and apostrophes as a typewriter has them, as the sheet does.
fn plain(text: &str) -> String {
    text.replace('’', "'").replace(['“', '”'], "\"")
}

/// The words of one option of a gate.
fn said_for(gate: Gate, code: &str) -> &'static str {
    let mut options = GateOption::of(gate).into_iter();
    let (_, option) = options.find(|(known, _)| *known == code).expect(code);
    (EN.question.gate_option)(option)
}

fn assert_holds(text: &str, phrase: &str) {
    let (text, phrase) = (plain(text).to_lowercase(), plain(phrase).to_lowercase());
    assert!(
        text.contains(&phrase),
        "{phrase:?} is missing from {text:?}"
    );
}

#[test]
fn every_item_is_worded_as_in_the_sheet() {
    assert_eq!(ITEMS.len(), Item::ALL.len());
    for (item, (id, text)) in Item::ALL.into_iter().zip(ITEMS) {
        assert_eq!(item.id(), id);
        assert_eq!((EN.question.item)(item), text, "{id}");
    }
    assert_eq!(EN.question.stem, "In the past 7 days…");
    assert_eq!(
        plain(EN.question.use_means),
        "\"Use\" means drinking or using outside your goal. Medicine taken as prescribed does not count."
    );
}

#[test]
fn every_answer_says_its_days() {
    let sheet = [
        ("Never", "0 days"),
        ("Rarely", "1–2 days"),
        ("Sometimes", "3–4 days"),
        ("Often", "5–6 days"),
        ("Every day", "7 days"),
    ];
    for (frequency, (title, days)) in Frequency::ALL.into_iter().zip(sheet) {
        let Titled { title: found, text } = (EN.question.frequency)(frequency);
        assert_eq!((found, text), (title, days));
    }
}

#[test]
fn every_gate_asks_what_the_sheet_asks() {
    for (gate, (sheet_gate, phrases)) in Gate::ALL.into_iter().zip(GATES) {
        assert_eq!(gate, sheet_gate);
        let GateWords { question, hint } = (EN.question.gate)(gate);
        for phrase in phrases {
            assert_holds(&format!("{question} {hint}"), phrase);
        }
        assert!(question.ends_with('?'), "{question}");
    }
}

#[test]
fn every_option_says_what_the_sheet_says() {
    for (gate, (sheet_gate, options)) in Gate::ALL.into_iter().zip(OPTIONS) {
        assert_eq!(gate, sheet_gate);
        assert!(gate.codes().iter().eq(options.iter().map(|(code, _)| code)));
        let mut words: Vec<_> = options
            .iter()
            .map(|(code, phrase)| {
                let said = said_for(gate, code);
                assert_holds(said, phrase);
                // Words for a code that nobody wrote any for would come out as "No".
                assert_eq!(said == "No", *code == "no", "{gate:?} {code}");
                said
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(
            words.len(),
            options.len(),
            "no two options of {gate:?} are alike"
        );
    }
    for severe in ["seeing things", "a fit", "mixed up"] {
        assert_holds(said_for(Gate::Q4, "severe"), severe);
    }
}

#[test]
fn every_stage_is_worded_as_in_the_sheet() {
    for (wording, sentence) in SENTENCES {
        assert_eq!(
            plain((EN.later().result.sentence)(wording)),
            sentence,
            "{wording:?}"
        );
    }
    assert_eq!(
        EN.question.same_title,
        "You gave one answer all the way. Is that right?"
    );
    assert_holds(
        (EN.later().result.change_line)(EN.later().result.total, EN.later().result.more[1])
            .as_str(),
        "more signs than last time",
    );
    assert_eq!(EN.later().result.change_none, "no clear change");
}

#[test]
fn every_step_is_worded_as_in_the_sheet() {
    for (step, text) in STEPS {
        assert_eq!(plain((EN.later().result.step)(step).text), text, "{step:?}");
    }
}

/// The cards, put together as the page does, hold every sentence of section 4.
#[test]
fn every_card_says_what_the_sheet_says() {
    let cards = cards(Region::Us);
    #[rustfmt::skip]
    let sheet: [&[&str]; 5] = [
        &["Call 911 now", "We can't call for you.", "If someone won't wake", "give naloxone if you have it",
            "lay them on their side", "stay", "Or call 988", "Stay near someone."],
        &["After a break, or mixed with alcohol or pills, even a small amount can stop your breathing. \
            Have someone with you and keep naloxone near.", "alone, call SafeSpot."],
        &["Thank you for saying so", "Talk with someone now",
            "Move things you might use to hurt yourself out of reach."],
        &["Stopping suddenly can be dangerous", "See a doctor before you stop or cut down. If you already have, \
            call one today. For fits, confusion or seeing things, call 911."],
        &["You don't have to sort this out alone", "one person you trust",
            "With opioids or street drugs, a break lowers what your body can take."],
    ];
    for (card, phrases) in cards.iter().zip(sheet) {
        let text: Vec<_> = card.iter().map(|piece| piece.text.as_str()).collect();
        for phrase in phrases {
            assert_holds(&text.join(" "), phrase);
        }
    }
    assert_holds(EN.card.call_now_anywhere, "Call your emergency number now");
    assert_holds(EN.card.or_call_anywhere, "Or call");
    assert_holds(
        EN.card.withdrawal_severe_anywhere,
        "For fits, confusion or seeing things, call your emergency number.",
    );
    assert_holds(EN.card.self_harm.text, "help works");
    // Section 5, after use.
    assert_eq!(
        EN.later().result.use_once,
        "One event. Your work still counts."
    );
}

/// Section 1: nobody reads answers or follows up; say so first. And promise only what is true.
#[test]
fn the_welcome_says_the_limits_first() {
    let WelcomeWords {
        lead,
        no_one_reads,
        stays_here,
        reflects,
        ..
    } = EN.welcome;
    assert_holds(lead, "adults");
    assert_holds(no_one_reads.title, "No one reads this");
    assert_holds(no_one_reads.text, "no one will follow up");
    assert_eq!(stays_here.title, "Your answers stay in this browser.");
    assert_holds(reflects.title, "helps you reflect");
}

#[test]
fn what_a_line_needs_one_to_do_is_said() {
    let service = |region: Region, number: &str| {
        let has = |way: &Way| matches!(way, Way::Call(call) if *call == number);
        let mut lines = region.all_lines().iter().rev();
        let line = lines.find(|line| line.ways.iter().any(has)).expect(number);
        (EN.help.service)(line.service)
    };
    assert_holds(service(Region::Us, "988").text, "press 2");
    assert_holds(service(Region::Us, "988").text, "AYUDA");
    assert_holds(
        service(Region::Uk, "111").text,
        "In England, choose option 2",
    );
    assert_holds(
        service(Region::Uk, "0808 808 8000").text,
        "Northern Ireland",
    );
    assert_holds(service(Region::Ie, "1800 459 459").text, "office hours");
    assert_holds(
        service(Region::Us, "1-800-662-4357").text,
        "English and Spanish",
    );
    assert_holds(
        service(Region::Eu, "116 123").text,
        "if your country offers it",
    );
}

// Everything at once.

/// One run of words: a heading, a button, a paragraph.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    /// The sheet gives these words.
    given: bool,
}

fn own(text: impl Into<String>) -> Piece {
    Piece {
        text: text.into(),
        given: false,
    }
}

fn given(text: impl Into<String>) -> Piece {
    Piece {
        text: text.into(),
        given: true,
    }
}

fn titled(words: Titled) -> [Piece; 2] {
    [own(words.title), own(words.text)]
}

/// What a person reads on one screen, in whichever state has the most to read.
struct Shown {
    name: String,
    pieces: Vec<Piece>,
}

fn shown(name: impl Into<String>, pieces: impl IntoIterator<Item = Piece>) -> Shown {
    Shown {
        name: name.into(),
        pieces: pieces.into_iter().collect(),
    }
}

/// Every screen there is. Together they hold every entry of the catalogue.
fn screens() -> Vec<Shown> {
    let Words {
        lang,
        page,
        welcome,
        question,
        card,
        coming,
        kept,
        shared,
        help,
        failed,
    } = &EN;
    let LaterWords {
        result,
        settings,
        plan,
        reflect,
        history,
        why,
        tools,
        learn,
        take,
        lock,
    } = EN.later();
    assert_eq!(*lang, "en");
    let mut screens = vec![
        around(page),
        shown("settings", settings_words(settings, kept)),
    ];
    screens.extend(welcomes(welcome, page));
    screens.extend(questions(question, page));
    screens.extend(card_screens(card));
    screens.push(on_its_way(coming));
    screens.extend(results(result));
    screens.extend(notices(kept));
    screens.extend(help_screens(help, page));
    screens.extend(plan::screens(plan));
    screens.extend(reflect::screens(reflect));
    screens.extend(history::screens(history));
    screens.extend(why::screens(why));
    screens.extend(tools::screens(tools));
    screens.extend(learn::screens(learn));
    screens.extend(take::screens(take));
    screens.extend(lock::screens(lock));
    screens.extend(shared::screens(shared));
    let FailedWords {
        title,
        lead,
        reload,
    } = failed;
    screens.push(shown(
        "failed",
        [title, lead, reload].map(|&text| own(text)),
    ));
    screens
}

fn on_its_way(words: &ComingWords) -> Shown {
    let ComingWords {
        title,
        lead,
        late,
        missing,
        again,
    } = words;
    shown(
        "the rest on its way",
        [title, lead, late, missing, again].map(|&text| own(text)),
    )
}

fn around(words: &PageWords) -> Shown {
    let PageWords {
        name,
        plain_name,
        brand,
        skip_link,
        help,
        tools,
        leave,
        leave_more,
        back,
        go_on,
        done,
        parts,
        part_of,
        sign_of,
        help_bar,
        help_bar_name,
        all_lines,
        where_offered,
        either,
        privacy,
        call,
        text,
        text_word,
        chat,
        new_tab,
        keep_it,
    } = words;
    let mut pieces: Vec<Piece> = [
        name,
        plain_name,
        skip_link,
        help,
        tools,
        back,
        go_on,
        done,
        help_bar,
        help_bar_name,
        all_lines,
        where_offered,
        privacy,
        keep_it,
    ]
    .map(|&text| own(text))
    .into();
    pieces.push(own(brand.join(" ")));
    pieces.push(own((*leave).to_owned() + leave_more));
    pieces.push(own((*chat).to_owned() + new_tab));
    pieces.extend(parts.iter().map(|part| own(part_of("2", part))));
    pieces.extend([sign_of("3", "18"), either("112", "999")].map(own));
    pieces.extend([call("988"), text("988"), text_word("AYUDA", "988")].map(own));
    shown("around every screen", pieces)
}

fn welcomes(words: &WelcomeWords, page: &PageWords) -> [Shown; 3] {
    let WelcomeWords {
        title,
        lead,
        start,
        length,
        no_one_reads,
        stays_here,
        see_kept,
        reflects,
        keep_question,
        keep_hint,
        keep_here,
        keep_nothing,
        cannot_keep,
        kept_before,
        resume,
        resume_old,
        slow,
        try_again,
        see_plan,
        see_history,
        new,
        new_sure,
        new_yes,
    } = words;
    let facts = [no_one_reads, stays_here, reflects];
    let always: Vec<Piece> = [title, lead, see_kept, EN.help.country, page.help_bar]
        .map(own)
        .into_iter()
        .chain(facts.into_iter().flat_map(|&words| titled(words)))
        .chain([own(*keep_question), own(*keep_hint)])
        .chain(
            [keep_here, keep_nothing]
                .into_iter()
                .flat_map(|&words| titled(words)),
        )
        .collect();
    let with = |more: Vec<Piece>| [always.clone(), more].concat();
    let texts = |texts: &[&str]| texts.iter().map(|&text| own(text)).collect();
    [
        shown(
            "welcome, first visit",
            with(texts(&[
                start,
                length,
                cannot_keep,
                &format!("{slow} {try_again}"),
            ])),
        ),
        shown(
            "welcome, begun days ago",
            with(texts(&[resume, &resume_old(DATE), new, new_sure, new_yes])),
        ),
        shown(
            "welcome, kept before",
            with(texts(&[start, &kept_before("3"), see_plan, see_history])),
        ),
    ]
}

fn questions(words: &QuestionWords, page: &PageWords) -> Vec<Shown> {
    let QuestionWords {
        stem,
        skip,
        missing,
        missing_many,
        use_means,
        why_ask,
        why_gate,
        what_use_means,
        stop_here,
        item,
        gate,
        gate_option,
        frequency,
        same_title,
        same_lead,
        same_reversed,
        same_yes,
        same_no,
    } = words;
    let mut screens = Vec::new();
    for of in Gate::ALL {
        let GateWords { question, hint } = gate(of);
        let mut pieces = vec![given(question), given(hint)];
        let options = GateOption::of(of);
        pieces.extend(
            options
                .into_iter()
                .map(|(_, option)| given(gate_option(option))),
        );
        let missing = if of.is_multiple() {
            missing_many
        } else {
            missing
        };
        pieces.extend([*skip, missing, *why_ask, why_gate(of), page.go_on].map(own));
        screens.push(shown(format!("gate {}", of.id()), pieces));
    }
    for of in Item::ALL {
        let mut pieces = vec![given(*stem), given(item(of)), given(*use_means)];
        pieces.extend(Frequency::ALL.into_iter().flat_map(|answer| {
            let Titled { title, text } = frequency(answer);
            [given(title), given(text)]
        }));
        pieces.extend([*skip, missing, what_use_means, stop_here, page.go_on].map(own));
        screens.push(shown(format!("item {}", of.id()), pieces));
    }
    for answer in Frequency::ALL {
        let lead = same_lead(frequency(answer).title, "18");
        let mut pieces = vec![given(*same_title), own(lead)];
        pieces.extend([*same_reversed, same_yes, same_no].map(own));
        screens.push(shown(format!("same answer, {answer:?}"), pieces));
    }
    screens
}

/// A1 to A5 as the page puts them together.
fn cards(region: Region) -> [Vec<Piece>; 5] {
    let CardWords {
        title: _,
        why: _,
        go_on: _,
        do_now,
        read_soon,
        call_now,
        call_now_anywhere,
        we_cannot_call,
        wont_wake,
        wont_wake_steps,
        or_call,
        or_call_anywhere,
        stay_near,
        overdose,
        if_alone,
        stays_on_line,
        self_harm,
        self_harm_out_of_reach,
        withdrawal,
        withdrawal_severe,
        withdrawal_severe_anywhere,
        support,
        support_break,
        talk_with,
        numbers_for: _,
    } = &EN.card;
    // Both numbers where there are two.
    let number = region.emergency().map(|number| {
        let other = region.emergency_too();
        other.map_or(number.to_owned(), |other| (EN.page.either)(number, other))
    });
    let number = number.as_deref();
    let name = |line: &Line| (EN.help.service)(line.service).title;
    let now = number.map_or_else(|| (*call_now_anywhere).to_owned(), call_now);
    let severe = number.map_or_else(
        || (*withdrawal_severe_anywhere).to_owned(),
        withdrawal_severe,
    );
    let or_call = region
        .crisis()
        .and_then(Line::number)
        .map_or_else(|| (*or_call_anywhere).to_owned(), or_call);
    let in_a_crisis = || region.crisis_lines().map(|line| own(talk_with(name(line))));
    let soon = |words: &Titled| {
        vec![
            given((*read_soon).to_owned() + words.title),
            given(words.text),
        ]
    };
    let mut emergency = vec![
        given((*do_now).to_owned() + &now),
        given(*we_cannot_call),
        given(*wont_wake),
    ];
    emergency.extend(wont_wake_steps.map(given));
    emergency.extend([given(or_call), given(*stay_near)]);
    emergency.extend(in_a_crisis());
    let mut alone = soon(overdose);
    match region.use_alone() {
        Some(line) => alone.extend([given(if_alone(name(line))), own(*stays_on_line)]),
        None => alone.extend(in_a_crisis()),
    }
    let mut harm = soon(self_harm);
    harm.extend(in_a_crisis());
    harm.push(given(*self_harm_out_of_reach));
    let mut stopping = soon(withdrawal);
    stopping.push(given(severe));
    stopping.extend(in_a_crisis());
    let mut near_use = soon(support);
    near_use.push(given(*support_break));
    near_use.extend(in_a_crisis());
    [emergency, alone, harm, stopping, near_use]
}

fn card_screens(words: &CardWords) -> Vec<Shown> {
    let around = [words.title, words.why, words.numbers_for, words.go_on].map(own);
    let mut screens = Vec::new();
    for region in Region::ALL {
        for (card, pieces) in (1..).zip(cards(region)) {
            let pieces = around.iter().cloned().chain(pieces);
            screens.push(shown(format!("card A{card}, {}", region.code()), pieces));
        }
    }
    screens
}

#[allow(clippy::too_many_lines, reason = "half of it is the list of names")]
fn results(words: &ResultWords) -> Vec<Shown> {
    let ResultWords {
        short_title,
        end_title,
        full_title,
        total,
        total_unknown,
        total_unknown_rest,
        level,
        total_picture,
        of_100,
        more_is_more,
        last_time,
        sentence,
        use_unknown,
        use_once,
        use_more,
        area,
        area_also,
        stands_out,
        stands_out_alone,
        few_signs,
        not_known,
        cut_mark,
        picture_only,
        partial,
        factors_title,
        factors_hint,
        factors_none,
        factors_unknown,
        factors_unseen,
        factor,
        factor_picture,
        pick,
        pick_question,
        pick_none,
        picked,
        wellness_title,
        wellness_hint,
        wellness_unseen,
        domain,
        band,
        together,
        together_partial,
        change_title,
        change_wait,
        change_none,
        change_too_few,
        change_line,
        fewer,
        more,
        less_strain,
        more_strain,
        growth,
        dip,
        overall,
        change_basis,
        small_title,
        small_more_title,
        small_more_hint,
        step,
        fuller_title,
        fuller_text,
        fuller_go,
        fuller_end,
        not_advice,
        keep,
        discard,
        discard_sure,
        discard_yes,
        print,
    } = words;
    let own_all = |texts: &[&str]| -> Vec<Piece> { texts.iter().map(|&text| own(text)).collect() };

    let mut signs = own_all(&[
        total,
        more_is_more,
        use_unknown,
        use_once,
        use_more,
        stands_out,
        stands_out_alone,
        few_signs,
        not_known,
        total_unknown_rest,
    ]);
    signs.extend(own_all(&[cut_mark, picture_only]));
    signs.extend(titled(*total_unknown));
    signs.extend([last_time("40"), partial("12", "18"), of_100("40")].map(own));
    signs.extend(Level::ALL.map(|of| own(total_picture("40", level(of).text))));
    signs.extend(Level::ALL.into_iter().flat_map(|of| titled(level(of))));
    signs.extend(
        Area::ALL
            .into_iter()
            .flat_map(|of| [own(area(of)), own(area_also(of))]),
    );

    let after = own_all(&[not_advice, keep, discard, discard_sure, discard_yes, print]);

    let mut changes = own_all(&[
        &change_title(DATE),
        &change_wait(DATE),
        change_basis,
        change_too_few,
    ]);
    let all = [fewer, more, less_strain, more_strain, growth, dip];
    let said = all.into_iter().flatten().chain([change_none]);
    changes.extend(said.flat_map(|said| {
        [total, overall, &area(Area::Physical)].map(|scale| own(change_line(scale, said)))
    }));

    let mut strain = own_all(&[
        factors_title,
        factors_hint,
        factors_none,
        factors_unknown,
        factors_unseen,
    ]);
    strain.extend(own_all(&[pick, pick_question, pick_none, picked]));
    strain.extend(Factor::ALL.into_iter().flat_map(|of| {
        let [title, text] = titled(factor(of));
        [own(factor_picture(&title.text, "63")), title, text]
    }));

    let mut well = own_all(&[
        wellness_title,
        wellness_hint,
        wellness_unseen,
        &together("63"),
        together_partial,
    ]);
    well.extend(Domain::ALL.map(|of| own(domain(of))));
    well.extend(Band::ALL.map(|of| own(band(of))));

    let fuller = own_all(&[fuller_title, fuller_text, fuller_go, fuller_end]);
    let steps = STEPS.iter().flat_map(|&(of, _)| {
        let Titled { title, text } = step(of);
        [own(title), given(text)]
    });
    let small = own_all(&[small_title, small_more_title, small_more_hint]);
    let small: Vec<_> = small.into_iter().chain(steps).collect();

    let mut screens = vec![
        shown("result: changes", changes.clone()),
        shown("result: small things", small.clone()),
    ];
    for (wording, _) in SENTENCES {
        let stage = given(sentence(wording));
        let short = [
            &[own(*short_title), stage.clone()],
            &signs[..],
            &fuller,
            &after,
        ]
        .concat();
        screens.push(shown(format!("short result, {wording:?}"), short));
        let full = [
            &[own(*full_title), own(*end_title), stage],
            &signs[..],
            &strain,
            &well,
            &changes,
            &small,
            &after,
        ]
        .concat();
        screens.push(shown(format!("full result, {wording:?}"), full));
    }
    screens
}

fn notices(words: &KeptWords) -> Vec<Shown> {
    let KeptWords {
        here,
        nothing,
        next,
        next_not,
        cannot,
        locked,
        why,
        changed_check_in,
        parted,
        try_again,
        keep_this,
        unreadable,
        newer,
        save_unread,
        save_unread_hint,
        // Told where data are told of.
        deleted: _,
        delete_failed: _,
        deleted_elsewhere: _,
    } = words;
    let reasons = [
        NotKept::Full,
        NotKept::Outdated,
        NotKept::Changed,
        NotKept::Removed,
        NotKept::Newer,
    ];
    let mut notices: Vec<_> = reasons
        .map(|one| {
            let pieces = [own(why(one)), own(*try_again), own(*keep_this)];
            shown(format!("notice: {one:?}"), pieces)
        })
        .into();
    notices.extend([
        shown("notice: the next", [own(*next)]),
        shown("notice: not the next", [own(*next_not)]),
        shown("notice: kept", [own(*here)]),
        shown("notice: not kept", [own(*nothing)]),
        shown("notice: changed elsewhere", [own(*changed_check_in)]),
        shown("notice: parted", [own(*parted)]),
        shown("notice: can't keep", [own(*cannot)]),
        shown("notice: locked", [own(*locked)]),
        shown(
            "notice: unreadable",
            [
                unreadable("2"),
                (*save_unread).to_owned(),
                (*save_unread_hint).to_owned(),
            ]
            .map(own),
        ),
        shown("notice: newer", [own(newer("1"))]),
    ]);
    notices
}

fn help_screens(words: &HelpWords, page: &PageWords) -> Vec<Shown> {
    let HelpWords {
        title,
        lead,
        danger,
        danger_anywhere,
        listen,
        no_lines,
        checked,
        tells_no_one,
        back,
        country,
        other_countries,
        emergency,
        region,
        service,
    } = words;
    let mut screens = Vec::new();
    for of in Region::ALL {
        let mut pieces: Vec<_> = [
            title,
            lead,
            listen,
            tells_no_one,
            back,
            country,
            other_countries,
        ]
        .map(|&text| own(text))
        .into();
        pieces.extend(titled(*danger));
        pieces.push(own(*danger_anywhere));
        pieces.push(own(checked(DATE)));
        pieces.push(own(region(of)));
        pieces.extend(of.emergency().map(|number| own(emergency(number))));
        // Also those not confirmed yet: their words are ready.
        for line in of.all_lines() {
            // Who answers is a proper name.
            let Titled { title, text } = service(line.service);
            pieces.extend([given(title), own(text)]);
            pieces.extend(line.ways.iter().map(|&way| match way {
                Way::Call(number) => own((page.call)(number)),
                Way::Text { to, say: None } => own((page.text)(to)),
                Way::Text {
                    to,
                    say: Some(word),
                } => own((page.text_word)(word, to)),
                Way::Chat(_) => own(page.chat),
            }));
        }
        if of.all_lines().is_empty() {
            pieces.push(own(*no_lines));
        }
        screens.push(shown(format!("help, {}", of.code()), pieces));
    }
    screens
}

fn settings_words(words: &SettingsWords, kept: &KeptWords) -> Vec<Piece> {
    let SettingsWords {
        title,
        talks_to_no_one,
        requests,
        requests_limits,
        where_title,
        rows,
        host_sees,
        choices,
        keep,
        keep_hint,
        leave,
        discreet,
        discreet_not_kept,
        delete_title,
        delete,
        delete_hint,
        delete_sure,
        delete_yes,
    } = words;
    let mut pieces: Vec<_> = [
        title,
        where_title,
        host_sees,
        choices,
        keep,
        keep_hint,
        discreet_not_kept,
        delete_title,
        delete,
        delete_sure,
        delete_yes,
        &kept.deleted,
        &kept.delete_failed,
        &kept.deleted_elsewhere,
    ]
    .map(|&text| own(text))
    .into();
    pieces.extend([own(requests("3", "0")), own(*requests_limits)]);
    pieces.push(own(delete_hint(["9", "1", "0", "3"].map(str::to_owned))));
    pieces.extend(
        [talks_to_no_one, leave, discreet]
            .into_iter()
            .flat_map(|&words| titled(words)),
    );
    pieces.extend(rows.iter().flat_map(|&words| titled(words)));
    pieces
}

#[test]
fn nothing_is_empty_but_hints_that_are_not_needed() {
    for screen in screens() {
        let may_be_empty = screen.name.starts_with("gate ");
        for Piece { text, .. } in &screen.pieces {
            assert!(may_be_empty || !text.is_empty(), "{}", screen.name);
            assert_eq!(text, text.trim(), "{}", screen.name);
            assert!(!text.contains("  "), "{text:?}");
        }
        assert!(
            !screen.pieces[0].text.is_empty(),
            "{} asks nothing",
            screen.name
        );
    }
    for gate in Gate::ALL {
        for code in gate.codes() {
            assert!(!said_for(gate, code).is_empty());
        }
    }
}

#[test]
fn quotes_and_apostrophes_are_typeset() {
    for screen in screens() {
        for Piece { text, .. } in &screen.pieces {
            assert!(
                !text.contains(['\'', '"', '`']),
                "{}: {text:?}",
                screen.name
            );
            assert!(!text.contains("..."), "{}: {text:?}", screen.name);
        }
    }
}

/// What is handed in comes out: a number that a sentence swallows could be a telephone number.
#[test]
fn every_sentence_around_something_says_it() {
    let (page, welcome, card) = (&EN.page, &EN.welcome, &EN.card);
    let (result, kept, help) = (&EN.later().result, &EN.kept, &EN.help);
    let around_one = [
        page.call,
        page.text,
        welcome.kept_before,
        welcome.resume_old,
        card.call_now,
        card.or_call,
        card.if_alone,
        card.talk_with,
        card.withdrawal_severe,
        result.of_100,
        result.last_time,
        EN.later().why.line_area,
        EN.later().why.counts,
        EN.later().why.alone_from,
        EN.later().why.factors,
        EN.later().why.overall,
        EN.later().history.one,
        EN.later().history.newest_first,
        EN.later().history.before_rounding,
        EN.later().history.maybe_below,
        EN.later().history.total,
        EN.later().history.past_title,
        result.together,
        result.change_title,
        result.change_wait,
        kept.unreadable,
        kept.newer,
        help.checked,
        help.emergency,
        EN.later().take.import_new[0],
        EN.later().take.import_new[1],
        EN.later().take.import_here[0],
        EN.later().take.import_here[1],
        EN.later().take.import_differing,
        EN.later().take.page_day,
        EN.later().take.who,
        EN.later().take.when,
    ];
    for say in around_one {
        assert_eq!(say("§").matches('§').count(), 1, "{}", say("§"));
    }
    let around_two = [
        page.part_of,
        page.sign_of,
        page.either,
        page.text_word,
        EN.question.same_lead,
        result.total_picture,
        result.partial,
        EN.later().why.more,
        EN.later().why.fewer,
        EN.later().why.area_unknown,
        EN.later().why.change_least,
        EN.later().history.signs_chart,
        EN.later().history.latest_of,
        EN.later().history.since,
        EN.later().history.then_and_now,
        EN.later().history.stages_chart,
        result.factor_picture,
        result.change_line,
        EN.later().take.of_100,
        EN.later().take.if_then,
    ];
    for say in around_two {
        let said = say("§", "¶");
        let counts = ['§', '¶'].map(|mark| said.matches(mark).count());
        assert_eq!(counts, [1, 1], "{said}");
    }
    let said = (EN.later().settings.delete_hint)(["§", "¶", "†", "‡"].map(str::to_owned));
    assert_eq!(said.matches(['§', '¶', '†', '‡']).count(), 4, "{said}");
    for say in [
        EN.later().why.sum,
        EN.later().why.begins,
        EN.later().why.change,
        EN.later().history.span,
        EN.later().history.mini,
    ] {
        let said = say("§", "¶", "†");
        assert_eq!(said.matches(['§', '¶', '†']).count(), 3, "{said}");
    }
}

// Words to avoid.

/// Sections 1, 3 and 6 of the sheet, and words of judgement. A star stands for any ending.
#[rustfmt::skip]
const AVOIDED: &[&str] = &[
    // Section 1, "Never", and section 3, "Display".
    "screen*", "test*", "diagnos*", "validat*", "predict*", "prevent*", "percent*", "risk*", "streak*", "reset*",
    // Section 6, "Avoid".
    "addict*", "user*", "junkie*", "alcoholic*", "abuse*", "habit*", "clean", "dirty", "fail*", "fell off",
    "day one", "danger zone", "relapse*", "replacing one", "committed", "critical*",
    // Judgement.
    "scor*", "worse*", "warning*",
];

/// True when `text` holds `phrase` as whole words. A star at its end stands for any ending.
fn says(text: &str, phrase: &str) -> bool {
    let (start, any_ending) = phrase
        .strip_suffix('*')
        .map_or((phrase, false), |start| (start, true));
    text.match_indices(start).any(|(at, _)| {
        let begins = !text[..at].ends_with(char::is_alphanumeric);
        begins && (any_ending || !text[at + start.len()..].starts_with(char::is_alphanumeric))
    })
}

#[test]
fn no_word_to_avoid_is_ever_said() {
    let mut said = Vec::new();
    for screen in screens() {
        for Piece { text, .. } in &screen.pieces {
            let left = text.to_lowercase();
            assert!(!left.contains('%'), "{text:?}");
            let found = AVOIDED.iter().filter(|phrase| says(&left, phrase));
            said.extend(found.map(|phrase| format!("{}: {phrase:?} in {text:?}", screen.name)));
        }
    }
    said.dedup();
    assert!(said.is_empty(), "\n{}\n", said.join("\n"));
}

#[test]
fn whole_words_are_found_and_parts_are_not() {
    assert!(says("a test.", "test*") && says("testing", "test*") && !says("the latest", "test*"));
    assert!(!says("cleanse", "clean") && says("clean.", "clean"));
}

// Reading.

/// The grade of Flesch and Kincaid.
#[derive(Clone, Copy, Debug, Default)]
struct Reading {
    sentences: u32,
    words: u32,
    syllables: u32,
}

impl Reading {
    /// Each piece ends a sentence, as headings, buttons and paragraphs do; a colon does not.
    fn of<'a>(pieces: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sum = Self::default();
        for sentence in pieces.into_iter().flat_map(sentences) {
            let words = words(sentence);
            sum.sentences += u32::from(!words.is_empty());
            for word in words {
                sum.words += 1;
                sum.syllables += syllables(word);
            }
        }
        sum
    }

    fn grade(self) -> f64 {
        let (sentences, words) = (f64::from(self.sentences), f64::from(self.words));
        0.39 * words / sentences + 11.8 * f64::from(self.syllables) / words - 15.59
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // A mark inside a number or an address ends nothing.
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.trim().is_empty() {
            return None;
        }
        let end = rest
            .match_indices(['.', '?', '!', '…'])
            .find_map(|(at, mark)| {
                let after = at + mark.len();
                let ends = rest[after..]
                    .chars()
                    .next()
                    .is_none_or(|next| !next.is_alphanumeric());
                ends.then_some(after)
            });
        let (sentence, left) = rest.split_at(end.unwrap_or(rest.len()));
        rest = left;
        Some(sentence)
    })
}

fn words(sentence: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '’';
    let words = sentence
        .split(|c| !is_part(c))
        .map(|word| word.trim_matches('’'));
    words.filter(|word| !word.is_empty()).collect()
}

/// Words the rules below count wrongly.
#[rustfmt::skip]
const BY_EAR: &[(&str, u32)] = &[
    ("area", 3), ("areas", 3), ("being", 2), ("doing", 2), ("going", 2), ("seeing", 2), ("idea", 3),
    ("quiet", 2), ("quietly", 3), ("opioids", 3), ("everything", 3), ("something", 2), ("somewhere", 2),
    ("sometimes", 2), ("everyone", 3), ("every", 2), ("resilience", 4), ("naloxone", 3), ("samaritans", 4),
    ("línea", 3), ("ireland", 2), ("samhsa", 2), ("zealand", 2), ("internet", 3), ("isn’t", 2), ("doesn’t", 2),
    ("didn’t", 2), ("couldn’t", 2), ("lived", 1), ("safespot", 2), ("nhs", 3), ("hse", 3), ("eu", 2), ("helpline", 2),
    ("lifeline", 2), ("lifelines", 2), ("website", 2), ("pieta", 3), ("science", 2), ("bedtime", 2),
];

/// Counts syllables by the usual rules: a run of vowels is one; a silent e is none, at the end and before an
/// ending; "-ed" sounds after t and d only. A digit counts as one.
fn syllables(word: &str) -> u32 {
    let word = word.to_lowercase();
    if let Some(&(_, count)) = BY_EAR.iter().find(|(known, _)| *known == word) {
        return count;
    }
    if word.chars().all(|c| c.is_ascii_digit()) {
        return u32::try_from(word.len()).expect("a short number");
    }
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouyáéíóú".contains(c);
    let groups = letters.chunk_by(|&a, &b| is_vowel(a) == is_vowel(b));
    let mut count = groups.filter(|group| is_vowel(group[0])).count();
    let silent_e = |letters: &[char]| match letters {
        // As in "people" and "able" the e sounds.
        [.., before, 'l', 'e'] => is_vowel(*before),
        [.., before, 'e'] => !is_vowel(*before),
        _ => false,
    };
    let stem: String = letters.iter().collect();
    let silent_before = |endings: &[&str]| {
        endings.iter().any(|ending| {
            stem.strip_suffix(ending).is_some_and(|stem| {
                let stem: Vec<char> = stem.chars().collect();
                stem.len() > 2 && silent_e(&stem)
            })
        })
    };
    let silent_ending = match letters[..] {
        [.., before, 'e', 'd'] => !is_vowel(before) && !"td".contains(before),
        [.., before, 'e', 's'] => {
            !is_vowel(before)
                && !"sxzcg".contains(before)
                && !stem.ends_with("shes")
                && !stem.ends_with("ches")
        }
        _ => silent_e(&letters),
    };
    count -= usize::from(silent_ending && count > 1);
    count -= usize::from(
        silent_before(&["ly", "ful", "less", "ness", "ment", "ty", "thing"]) && count > 1,
    );
    u32::try_from(count.max(1)).expect("a short word")
}

#[test]
fn syllables_are_counted_as_they_are_heard() {
    #[rustfmt::skip]
    let heard: [(u32, &str); 5] = [
        (1, "use used drinks lines breathe choose stopped while leave tired don’t you’re alone’s week signs lapse’s"),
        (2, "people places changes lonely safety moment careful begin started needed question answer device \
            sometimes someone only early hungry able little being relapse reflect lapses"),
        (3, "alcohol medicine dangerous confusion counselling pharmacy opioids physical area everything together \
            functioning family animal history"),
        (4, "recovery emergency emotional environment relationships resilience information"),
        (5, "vocabulary"),
    ];
    let mut wrong = Vec::new();
    for (count, words) in heard {
        for word in words
            .split_whitespace()
            .filter(|word| !word.ends_with("’s"))
        {
            let found = syllables(word);
            if found != count {
                wrong.push(format!("{word}: {found}, not {count}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn the_grade_is_that_of_the_formula() {
    let reading = Reading::of(["The cat sat on the mat. It was happy."]);
    assert_eq!(
        (reading.sentences, reading.words, reading.syllables),
        (2, 9, 10)
    );
    let expected = 0.39 * 4.5 + 11.8 * 10.0 / 9.0 - 15.59;
    assert!((reading.grade() - expected).abs() < 1e-9);
    assert_eq!(sentences("At 37.5 of 100. So? Yes").count(), 3);
}

const GRADE_AT_MOST: f64 = 6.0;

/// The grade of the whole sentences among `pieces`, without labels of a word or two: those would make any
/// paragraph look easy.
fn grade_of_sentences<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Option<f64> {
    let is_sentence = |text: &&str| words(text).len() > 3 && text.ends_with(['.', '?', '!', '…']);
    let texts = pieces.map(|piece| piece.text.as_str());
    let reading = Reading::of(texts.filter(is_sentence));
    (reading.words > 0).then(|| reading.grade())
}

#[test]
fn every_screen_reads_at_grade_6_or_lower() {
    let mut table: Vec<(f64, String)> = Vec::new();
    for screen in screens() {
        let whole = Reading::of(screen.pieces.iter().map(|piece| piece.text.as_str())).grade();
        let ours = grade_of_sentences(screen.pieces.iter().filter(|piece| !piece.given));
        // Only told: the words of the sheet are the sheet's.
        let with_given = grade_of_sentences(screen.pieces.iter());
        let told =
            |grade: Option<f64>| grade.map_or("    -".to_owned(), |grade| format!("{grade:5.1}"));
        let line = format!(
            "{whole:5.1} {} {}  {}",
            told(ours),
            told(with_given),
            screen.name
        );
        table.push((whole.max(ours.unwrap_or(whole)), line));
    }
    table.sort_by(|a, b| b.0.total_cmp(&a.0));
    let lines: Vec<_> = table.iter().map(|(_, line)| line.as_str()).collect();
    println!("whole  ours   all  screen\n{}", lines.join("\n"));
    let too_hard = table
        .iter()
        .filter(|(grade, _)| *grade > GRADE_AT_MOST)
        .count();
    assert_eq!(too_hard, 0, "\n{}\n", lines[..too_hard].join("\n"));
}

/// No single sentence of ours may be far above the whole.
#[test]
fn no_sentence_of_ours_is_much_harder_than_its_screen() {
    const SENTENCE_AT_MOST: f64 = 9.0;
    let mut hard: Vec<(f64, String)> = Vec::new();
    for screen in screens() {
        for piece in screen.pieces.iter().filter(|piece| !piece.given) {
            for sentence in sentences(&piece.text) {
                let grade = Reading::of([sentence]).grade();
                if words(sentence).len() > 5 {
                    hard.push((grade, sentence.trim().to_owned()));
                }
            }
        }
    }
    hard.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut seen = std::collections::BTreeSet::new();
    hard.retain(|(_, sentence)| seen.insert(sentence.clone()));
    for (grade, sentence) in hard.iter().take(40) {
        println!("{grade:5.1} {sentence}");
    }
    hard.retain(|(grade, _)| *grade > SENTENCE_AT_MOST);
    assert!(hard.is_empty(), "{hard:#?}");
}

/// A long sentence is lost halfway, whatever its words. The sheet's own sentences count too.
#[test]
fn no_sentence_is_long() {
    const WORDS_AT_MOST: usize = 25;
    let mut all = std::collections::BTreeSet::new();
    for screen in screens() {
        for piece in &screen.pieces {
            for sentence in sentences(&piece.text) {
                all.insert((words(sentence).len(), sentence.trim().to_owned()));
            }
        }
    }
    let worst: Vec<_> = all.iter().rev().take(20).collect();
    for (count, sentence) in &worst {
        println!("{count:3} {sentence}");
    }
    let long: Vec<_> = worst
        .iter()
        .filter(|(count, _)| *count > WORDS_AT_MOST)
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
