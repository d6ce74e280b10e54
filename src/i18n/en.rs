//! English. Grade 6 or lower; the language rules are section 6 of the clinical sheet.

mod history;
mod learn;
mod lock;
mod plan;
mod reflect;
mod shared;
mod take;
mod tools;
mod why;

use super::{
    CardWords, ComingWords, FailedWords, GateWords, HelpWords, KeptWords, LaterWords, PageWords,
    QuestionWords, ResultWords, SettingsWords, Titled, WelcomeWords, Words,
};
use crate::domain::answers::Frequency;
use crate::domain::gates::{
    Danger, DaysUsed, Gate, GateOption, Goal, LastUse, NextDay, OpioidBreak, SelfHarm, Stopping,
    Substance, Symptom,
};
use crate::domain::help::{Region, Service};
use crate::domain::instrument::{Area, Domain, Factor, Item};
use crate::domain::result::Wording;
use crate::domain::scoring::Level;
use crate::domain::step::Step;
use crate::domain::wellness::Band;
use crate::session::NotKept;

const fn titled(title: &'static str, text: &'static str) -> Titled {
    Titled { title, text }
}

pub(super) const WORDS: Words = Words {
    lang: "en",
    page: PAGE,
    welcome: WELCOME,
    question: QUESTION,
    card: CARD,
    coming: COMING,
    kept: KEPT,
    shared: shared::WORDS,
    help: HELP,
    failed: FAILED,
};

pub(super) const LATER: LaterWords = LaterWords {
    result: RESULT,
    settings: SETTINGS,
    plan: plan::WORDS,
    reflect: reflect::WORDS,
    history: history::WORDS,
    why: why::WORDS,
    tools: tools::WORDS,
    learn: learn::WORDS,
    take: take::WORDS,
    lock: lock::WORDS,
};

const PAGE: PageWords = PageWords {
    name: "Recovery Check",
    plain_name: "Notes",
    brand: ["Recovery", "Check"],
    skip_link: "Skip to the main part",
    help: "Help",
    tools: "Coping tools",
    leave: "Leave",
    leave_more: " this page quickly",
    back: "Back",
    go_on: "Continue",
    done: "Done",
    parts: ["Safety", "Signs", "What weighs on you", "What holds you up"],
    part_of: |part, name| format!("Part {part} of 4: {name}"),
    sign_of: |number, of| format!("{number} of {of}"),
    help_bar: "Want to talk to someone?",
    help_bar_name: "Help now",
    all_lines: "All help lines",
    where_offered: "if your country offers it",
    either: |one, other| format!("{one} or {other}"),
    privacy: "Your data and privacy",
    call: |number| format!("Call {number}"),
    text: |number| format!("Text {number}"),
    text_word: |word, number| format!("Text {word} to {number}"),
    chat: "Chat",
    new_tab: " (opens a new tab)",
    keep_it: "No, keep it",
};

const WELCOME: WelcomeWords = WelcomeWords {
    title: "A quiet look at your week",
    lead: "For adults in recovery from alcohol or drugs. Look back on 7 days and find one small next step.",
    start: "Start my check-in",
    length: "About 5 minutes. Skip anything.",
    no_one_reads: titled(
        "No one reads this.",
        "So no one will follow up. If you need a person, the help lines are on every page.",
    ),
    stays_here: titled("Your answers stay in this browser.", "No name, no account."),
    see_kept: "See what is kept",
    reflects: titled(
        "It helps you reflect.",
        "It does not grade you, and it can’t tell you what comes next.",
    ),
    keep_question: "Keep check-ins in this browser?",
    keep_hint: "If you skip this, nothing is kept.",
    keep_here: titled(
        "Yes, this device is mine",
        "Without a lock, anyone who can open this browser can read them.",
    ),
    keep_nothing: titled(
        "No, keep nothing",
        "Best on a shared device. Gone when you close or reload.",
    ),
    cannot_keep: "This browser does not let us keep anything. You can still do the check-in. Your answers last until you close this page.",
    kept_before: |count| {
        format!(
            "Check-ins kept in this browser from before: {count}. You can delete them under “See what is kept”."
        )
    },
    resume: "Go on with my check-in",
    resume_old: |date| {
        format!(
            "You began a check-in on {date}. It asks about the 7 days before that day. You can go on, or begin a new one for today."
        )
    },
    slow: "This is taking long. You can wait, or",
    try_again: "try again",
    see_plan: "See my plan",
    see_history: "My weeks over time",
    new: "Begin a new check-in",
    new_sure: "Begin a new check-in? The answers of this one will be gone.",
    new_yes: "Yes, begin a new one",
};

const QUESTION: QuestionWords = QuestionWords {
    stem: "In the past 7 days…",
    skip: "Skip this one",
    missing: "Choose one, or skip this one.",
    missing_many: "Choose any that fit, or skip this one.",
    use_means: "“Use” means drinking or using outside your goal. Medicine taken as prescribed does not count.",
    why_ask: "Why we ask this",
    why_gate,
    what_use_means: "What “use” means here",
    stop_here: "Stop here and see my result",
    item,
    gate,
    gate_option,
    frequency,
    same_title: "You gave one answer all the way. Is that right?",
    same_lead: |answer, count| {
        format!(
            "You chose “{answer}” for all {count}. Some weeks are like that. We ask just in case, since some lines are worded the other way round."
        )
    },
    same_reversed: "Lines worded the other way round:",
    same_yes: "Yes, that is right",
    same_no: "Look again",
};

fn why_gate(gate: Gate) -> &'static str {
    match gate {
        Gate::Q2 => "We ask so that we can show people to talk with right away. Nothing is sent.",
        _ => {
            "Some answers bring up safety tips. Your goal, when you last used, and if you might use soon also shape your result. No answer is wrong."
        }
    }
}

fn frequency(frequency: Frequency) -> Titled {
    match frequency {
        Frequency::Never => titled("Never", "0 days"),
        Frequency::Rarely => titled("Rarely", "1–2 days"),
        Frequency::Sometimes => titled("Sometimes", "3–4 days"),
        Frequency::Often => titled("Often", "5–6 days"),
        Frequency::EveryDay => titled("Every day", "7 days"),
    }
}

fn item(item: Item) -> &'static str {
    match item {
        Item::E1 => "I kept my feelings to myself.",
        Item::E2 => "I stayed away from people who care about me.",
        Item::E3 => "I skipped or put off my recovery support.",
        Item::E4 => "I was open with someone about how I felt.",
        Item::E5 => "I slept or ate badly.",
        Item::E6 => "I felt tense or quick to anger.",
        Item::M1 => "I felt a strong pull to drink or use.",
        Item::M2 => "My mind went back to people or places from when I used.",
        Item::M3 => "I thought only about the good parts of using.",
        Item::M4 => "I told myself I could use just once.",
        Item::M5 => "I thought about how or when I could use.",
        Item::M6 => "I felt sure I could stick with my goal.",
        Item::P1 => "I was with people while they drank or used.",
        Item::P2 => "I had alcohol or drugs close at hand.",
        Item::P3 => "I got in touch with someone to get alcohol or drugs.",
        Item::P4 => "I went somewhere so that I could use.",
        Item::P5 => "I came very close to using.",
        Item::P6 => "I hid what I was doing so I could use.",
        Item::T1 => "People or places made me want to use.",
        Item::T2 => "Stress or strong feelings made me want to use.",
        Item::S1 => "I had someone I could call for help.",
        Item::S2 => "I felt alone with my problems.",
        Item::H1 => "I felt low or flat for much of the day.",
        Item::H2 => "Worry got in the way of my day.",
        Item::C1 => "I had a way to calm down that worked.",
        Item::C2 => "Hard moments felt like too much for me.",
        Item::N1 => "Alcohol or drugs were easy to get where I spend time.",
        Item::N2 => "My home or street made it harder to stay well.",
        Item::D1 => "Bad memories came back.",
        Item::D2 => "I felt on guard, as if something bad could happen.",
        Item::W1 => "My body felt well enough for my day.",
        Item::W2 => "My mood was okay or good.",
        Item::W3 => "Pain or poor sleep held me back.",
        Item::F1 => "I got through my daily tasks.",
        Item::F2 => "I gave time to work, study, family or a goal.",
        Item::F3 => "I did something that felt worth doing.",
        Item::L1 => "I felt close to at least one person.",
        Item::L2 => "I spent time with people who back my goal.",
        Item::L3 => "Fights or tension wore me down.",
        Item::K1 => "I found a healthy way to deal with stress.",
        Item::K2 => "I felt able to handle urges if they came.",
        Item::K3 => "I felt I could get back up after a hard moment.",
    }
}

fn gate(gate: Gate) -> GateWords {
    let (question, hint) = match gate {
        Gate::Q1 => (
            "Is anyone in danger now?",
            "For example: can’t be woken, slow breathing, blue or grey lips, or a fit.",
        ),
        Gate::G1 => ("What is your goal?", ""),
        Gate::U1 => (
            "When did you last drink or use in a way that did not fit your goal?",
            "Medicine taken as prescribed does not count.",
        ),
        Gate::U2 => (
            "On how many of the past 7 days did you drink or use outside your goal?",
            "",
        ),
        Gate::U5 => (
            "Might you drink or use in the next day, whether or not it fits your goal?",
            "",
        ),
        Gate::U3 => (
            "Which of these do you use, or might you use?",
            "Choose all that fit, prescribed ones too.",
        ),
        Gate::U4 => (
            "In the past month, did you go 3 or more days with no opioids, or far less?",
            "",
        ),
        Gate::Q3 => (
            "If you drank, or took benzos or sleeping pills, on most days: have you stopped or cut down in the past 7 days?",
            "Prescribed ones count too.",
        ),
        Gate::Q4 => ("Do you have any of these now?", "Choose all that fit."),
        Gate::Q2 => (
            "Have you thought about ending your life or hurting yourself?",
            "No one sees this answer.",
        ),
    };
    GateWords { question, hint }
}

fn gate_option(option: GateOption) -> &'static str {
    const YES: &str = "Yes";
    const NO: &str = "No";
    const NOT_SURE: &str = "Not sure";
    match option {
        GateOption::Danger(Danger::No)
        | GateOption::NextDay(NextDay::No)
        | GateOption::OpioidBreak(OpioidBreak::No)
        | GateOption::Stopping(Stopping::No)
        | GateOption::SelfHarm(SelfHarm::No) => NO,
        GateOption::Danger(Danger::Yes)
        | GateOption::NextDay(NextDay::Yes)
        | GateOption::OpioidBreak(OpioidBreak::Yes)
        | GateOption::Stopping(Stopping::Yes) => YES,
        GateOption::Goal(Goal::NotSure) | GateOption::OpioidBreak(OpioidBreak::NotSure) => NOT_SURE,
        GateOption::Goal(Goal::NoUse) => "No use",
        GateOption::Goal(Goal::CutDown) => "Cut down",
        GateOption::LastUse(LastUse::Today) => "Today or yesterday",
        GateOption::LastUse(LastUse::Week) => "2 to 7 days ago",
        GateOption::LastUse(LastUse::Month) => "8 to 30 days ago",
        GateOption::LastUse(LastUse::Longer) => "Longer ago, or never",
        GateOption::DaysUsed(DaysUsed::One) => "1 day",
        GateOption::DaysUsed(DaysUsed::TwoToThree) => "2 or 3 days",
        GateOption::DaysUsed(DaysUsed::FourToSeven) => "4 to 7 days",
        GateOption::NextDay(NextDay::Maybe) => "Maybe",
        GateOption::Substance(Substance::Alcohol) => "Alcohol",
        GateOption::Substance(Substance::Opioids) => "Opioids",
        GateOption::Substance(Substance::Benzos) => "Benzos or sleeping pills",
        GateOption::Substance(Substance::Street) => {
            "Pills or powder not from a pharmacy (“street”)"
        }
        GateOption::Substance(Substance::Other) => "Other",
        GateOption::OpioidBreak(OpioidBreak::NoOpioids) => "I don’t use opioids",
        GateOption::Stopping(Stopping::Plan) => "I plan to",
        GateOption::Symptom(Symptom::Shakes) => "Shaking, sweats or throwing up",
        GateOption::Symptom(Symptom::Severe) => "Seeing things, a fit, or being mixed up",
        GateOption::Symptom(Symptom::None) => "None of these",
        GateOption::SelfHarm(SelfHarm::Safe) => "Yes, and I am safe now",
        GateOption::SelfHarm(SelfHarm::MightAct) => "Yes, and I might act on it",
    }
}

const CARD: CardWords = CardWords {
    title: "Please read this first.",
    why: "We show this because of what you chose. No one else sees it.",
    go_on: "Go on when you are ready",
    do_now: "Do this now: ",
    read_soon: "Read this soon: ",
    call_now: |number| format!("Call {number} now"),
    call_now_anywhere: "Call your emergency number now",
    we_cannot_call: "We can’t call for you.",
    wont_wake: "If someone won’t wake:",
    wont_wake_steps: [
        "give naloxone if you have it",
        "lay them on their side",
        "stay with them until help comes",
    ],
    or_call: |line| format!("Or call {line}."),
    or_call_anywhere: "Or call a crisis line where you live.",
    stay_near: "Stay near someone.",
    overdose: titled(
        "Take extra care",
        "After a break, or mixed with alcohol or pills, even a small amount can stop your breathing. Have someone with you and keep naloxone near.",
    ),
    if_alone: |line| format!("If you are alone, call {line}."),
    stays_on_line: "Someone stays on the line.",
    self_harm: titled(
        "Thank you for saying so",
        "Talk with someone now. Talking helps, and help works.",
    ),
    self_harm_out_of_reach: "Move things you might use to hurt yourself out of reach.",
    withdrawal: titled(
        "Stopping suddenly can be dangerous",
        "See a doctor before you stop or cut down. If you already have, call one today.",
    ),
    withdrawal_severe: |number| format!("For fits, confusion or seeing things, call {number}."),
    withdrawal_severe_anywhere: "For fits, confusion or seeing things, call your emergency number.",
    support: titled(
        "You don’t have to sort this out alone",
        "Talk with a help line, or with one person you trust.",
    ),
    support_break: "With opioids or street drugs, a break lowers what your body can take.",
    talk_with: |line| format!("Talk with: {line}"),
    numbers_for: "These numbers are for",
};

const COMING: ComingWords = ComingWords {
    title: "One moment",
    lead: "The rest of this page is still on its way. Your answers are here, and nothing is lost.",
    late: "It takes longer than usual. You can wait, or ask for it again.",
    missing: "It did not come. Your answers are still here. Look at your connection, and ask for it again.",
    again: "Ask again",
};

const RESULT: ResultWords = ResultWords {
    short_title: "Thank you. Here is your week.",
    end_title: "Your week",
    full_title: "Your week, in full",
    total: "All your signs this week",
    total_unknown: titled(
        "Too little to add up",
        "We add up your signs once you have answered half of each kind. It is fine to leave them out.",
    ),
    total_unknown_rest: "What you did answer still counts below.",
    level,
    total_picture: |shown, level| {
        format!("Total sign load: {shown} out of 100. {level}. Higher means more signs.")
    },
    of_100: |shown| format!("{shown} of 100."),
    more_is_more: "Higher means more signs.",
    last_time: |shown| format!("The ring shows last time, {shown}."),
    sentence,
    use_unknown: "You skipped when you last used. So we can’t say anything about that.",
    use_once: "One event. Your work still counts.",
    use_more: "Your work still counts.",
    area,
    area_also,
    stands_out: "Stands out",
    stands_out_alone: "Stands out: one answer counts on its own",
    few_signs: "Does not stand out",
    not_known: "Too few answers",
    cut_mark: "Where an area starts to stand out",
    picture_only: "The stages are a picture to think with, not a ladder people climb.",
    partial: |answered, of| format!("From {answered} of {of} answers."),
    factors_title: "What may weigh on you",
    factors_hint: "A longer bar means more strain.",
    factors_none: "Nothing stands out in what you answered.",
    factors_unknown: "Too few answers to tell, and that is fine.",
    factors_unseen: "You left this part out. That is fine.",
    factor,
    factor_picture: |factor, shown| format!("{factor}: {shown} of 100. Higher means more strain."),
    pick: "Put my own pick first",
    pick_question: "What weighs on you most?",
    pick_none: "No pick of my own",
    picked: "Your pick",
    wellness_title: "What holds you up",
    wellness_hint: "Further along means stronger.",
    wellness_unseen: "You left this part out. That is fine.",
    domain,
    band,
    together: |shown| format!("Together: {shown} of 100. Higher means stronger."),
    together_partial: "Some lines were skipped.",
    change_title: |date| format!("Since {date}"),
    change_wait: |date| {
        format!(
            "Your last check-in was on {date}. Each one looks back on 7 days, so we compare once 7 days lie between two."
        )
    },
    change_none: "no clear change",
    change_too_few: "Too few lines were answered both times to compare.",
    change_line: |scale, change| format!("{scale}: {change}"),
    fewer: [
        "maybe fewer signs than last time",
        "clearly fewer signs than last time",
    ],
    more: [
        "maybe more signs than last time",
        "clearly more signs than last time",
    ],
    less_strain: [
        "maybe less strain than last time",
        "clearly less strain than last time",
    ],
    more_strain: [
        "maybe more strain than last time",
        "clearly more strain than last time",
    ],
    growth: ["maybe growth", "clear growth"],
    dip: ["maybe a dip", "a clear dip"],
    overall: "The four together",
    change_basis: "We look only at lines you answered both times. Small ups and downs are part of any week, so we name a change only when it is large enough.",
    small_title: "One small thing for today",
    small_more_title: "Here are a few small things",
    small_more_hint: "Take one that suits you. Leave the rest.",
    step,
    fuller_title: "Want the fuller picture?",
    fuller_text: "24 more lines about what weighs on you and what holds you up. About 4 minutes. Stop when you like.",
    fuller_go: "Answer 24 more",
    fuller_end: "Finish here",
    not_advice: "This helps you reflect. It is not medical advice.",
    keep: "Keep in this browser",
    discard: "Delete this check-in",
    discard_sure: "Delete this check-in, with its plan and notes? This can’t be undone.",
    discard_yes: "Yes, delete it",
    print: "Print",
};

fn level(level: Level) -> Titled {
    match level {
        Level::Few => titled("Few", "Few signs"),
        Level::Some => titled("Some", "Some signs"),
        Level::Many => titled("Many", "Many signs"),
    }
}

fn sentence(wording: Wording) -> &'static str {
    match wording {
        Wording::Use => {
            "You told us you drank or used outside your goal this week. It is one part of your story, and a good time to get support."
        }
        Wording::PhysicalKey => "Your signs are most like being close to use.",
        Wording::PhysicalAround => "Your signs are mostly about being around alcohol or drugs.",
        Wording::Mental => {
            "Your signs are most like the mental stage: part of you may be thinking about use."
        }
        Wording::Emotional => {
            "Your signs are most like the emotional stage: you may need rest and people."
        }
        Wording::Few => "You told us about few signs.",
        Wording::Some => "You told us about some signs, but no stage stands out.",
        Wording::Unclear => "There is too little here to tell, and that is fine.",
        Wording::Cards => "Please read the cards above first.",
    }
}

fn area(area: Area) -> &'static str {
    match area {
        Area::Emotional => "Emotional",
        Area::Mental => "Mental",
        Area::Physical => "Physical",
    }
}

fn area_also(area: Area) -> &'static str {
    match area {
        Area::Emotional => "Emotional signs stand out too.",
        Area::Mental => "Mental signs stand out too.",
        Area::Physical => "Physical signs stand out too.",
    }
}

fn factor(factor: Factor) -> Titled {
    match factor {
        Factor::Triggers => titled("Triggers", "Cues and stress"),
        Factor::Support => titled("Support", "Feeling alone, or little help at hand"),
        Factor::MentalHealth => titled("Mental health", "Mood and worry"),
        Factor::Coping => titled("Coping", "Hard moments with few ways to cope"),
        Factor::Environment => titled("Environment", "Easy access, or a hard place to be"),
        Factor::Trauma => titled("Trauma", "Past hurt that comes back"),
    }
}

fn domain(domain: Domain) -> &'static str {
    match domain {
        Domain::Health => "Health",
        Domain::Functioning => "Functioning",
        Domain::Relationships => "Relationships",
        Domain::Resilience => "Resilience",
    }
}

fn band(band: Band) -> &'static str {
    match band {
        Band::NeedsCare => "Needs care",
        Band::Building => "Building",
        Band::Strong => "Strong",
    }
}

fn step(step: Step) -> Titled {
    match step {
        Step::Counselling => titled("Counselling", "Book one visit with a counsellor."),
        Step::Group => titled(
            "A group",
            "Try one group. If it does not fit, try another kind.",
        ),
        Step::Peer => titled("A peer", "Talk with someone who has been there."),
        Step::SoberLiving => titled("Sober living", "Ask about a home where no one uses."),
        Step::Medicine => titled("Medicine", "Ask if a medicine could ease cravings."),
        Step::UrgeSurfing => titled(
            "Urge surfing",
            "Watch the urge like a wave. Breathe until it drops.",
        ),
        Step::LookAhead => titled(
            "Look ahead",
            "Picture the next morning, not just the first hour.",
        ),
        Step::CostsAndGains => titled("Costs and gains", "List what use gives and takes."),
        Step::WaitAndLeave => titled("Wait and leave", "Wait 15 minutes and go somewhere safer."),
        Step::ClearSpace => titled(
            "Clear space",
            "Ask someone to help you move it out of reach.",
        ),
        Step::Halt => titled(
            "Check four things",
            "Hungry, angry, lonely, tired? Fix one.",
        ),
        Step::ReachOut => titled("Reach out", "Send one text: “Hard day. Can we talk?”"),
        Step::Care => titled("Care", "Tell a doctor about your mood or worry."),
        Step::Ground => titled(
            "Come back to now",
            "Name five things you see. You need not tell your story today.",
        ),
        Step::Basics => titled("Basics", "Pick a bedtime and eat three meals."),
        Step::Move => titled("Move", "Walk or do gentle yoga for ten minutes."),
        Step::MindfulBreath => titled(
            "Mindful breath",
            "Sit five minutes. Breathe out longer than in.",
        ),
        Step::Purpose => titled("Purpose", "Do one small thing that matters to you."),
        Step::ArtOrAcupuncture => titled("Art or acupuncture", "Some find these calming."),
        Step::Keep => titled("Keep going", "Write down what is working."),
    }
}

const KEPT: KeptWords = KeptWords {
    here: "This check-in is kept in this browser.",
    nothing: "Nothing of this is kept. It is gone when you close, reload or leave this page.",
    next: "Your next check-in will be kept in this browser.",
    next_not: "Your next check-in will not be kept.",
    cannot: "This browser does not let us keep anything. Your answers last until you close this page.",
    locked: "What is kept here is locked. Until you unlock it, nothing new is kept. Your answers last until you close this page.",
    why: |why| match why {
        NotKept::Full => {
            "This is not kept: this browser has no room, or lets us keep nothing more. It lasts until you close this page."
        }
        NotKept::Outdated => {
            "Your last change is not kept: this browser has no room, or lets us keep nothing more. It lasts until you close this page. What was kept before is still here."
        }
        NotKept::Changed => {
            "Another tab changed this too. What it kept stays. What you see here is not kept."
        }
        NotKept::Removed => {
            "What was kept of this is gone. It was deleted in another tab, by the browser, or by hand. What you see here lasts until you close this page."
        }
        NotKept::Locked => {
            "The lock was changed in another tab. Load this page again to go on keeping. What you see here lasts until you close this page."
        }
        NotKept::Newer => {
            "A newer version of this page keeps something in this place, and we leave it as it is. What you see here is not kept."
        }
    },
    changed_check_in: "This check-in goes on in another tab. From your next answer on, the one here is kept on its own.",
    parted: "This check-in went on in another tab as well. Both are kept: the one there, and this one on its own.",
    try_again: "Try to keep it again",
    keep_this: "Keep it as it is here",
    unreadable: |count| {
        format!("Kept here but not readable: {count}. We keep such entries as they are.")
    },
    newer: |count| {
        format!(
            "Kept here by a newer version of this page: {count}. We leave such entries as they are."
        )
    },
    save_unread: "Save a copy of what can’t be read",
    save_unread_hint: "A file with these entries just as they are. A newer version of this page, or someone who helps you, may be able to read it.",
    deleted: "Everything kept here is deleted.",
    delete_failed: "Not everything could be deleted. You can delete it in your browser’s settings, under site data for this page.",
    deleted_elsewhere: "Everything kept here was deleted in another tab.",
};

const HELP: HelpWords = HelpWords {
    title: "Talk to a person now",
    lead: "You can say as little as you like. We can’t call for you.",
    danger: titled(
        "Someone is in danger",
        "They can’t be woken, breathe slowly, have blue or grey lips, or have a fit.",
    ),
    danger_anywhere: "Call the emergency number where you are.",
    listen: "Someone to listen",
    no_lines: "We have no checked help lines for other places yet. Choose a country near you, or ask a doctor or nurse for a crisis line.",
    checked: |date| format!("These numbers were last checked on {date}."),
    tells_no_one: "Opening this page tells no one. A call may show on your phone or bill.",
    back: "Back to where I was",
    country: "Show help lines for",
    other_countries: "Help lines by country",
    emergency: |number| format!("Emergency: {number}"),
    region,
    service,
};

fn region(region: Region) -> &'static str {
    match region {
        Region::Us => "United States",
        Region::Ca => "Canada",
        Region::Uk => "United Kingdom",
        Region::Ie => "Ireland",
        Region::Au => "Australia",
        Region::Nz => "New Zealand",
        Region::Es => "Spain",
        Region::Mx => "Mexico",
        Region::Eu => "Another country in the EU",
        Region::Other => "Another place",
    }
}

fn service(service: Service) -> Titled {
    match service {
        Service::Lifeline988 => titled(
            "988 Lifeline",
            "Any hard moment, or thoughts of ending your life.",
        ),
        Service::Lifeline988Spanish => titled(
            "988 Lifeline in Spanish",
            "Call and press 2, or text AYUDA.",
        ),
        Service::SafeSpot => titled(
            "SafeSpot",
            "Someone stays on the line while you use, so you are not alone.",
        ),
        Service::NeverUseAlone => titled(
            "Never Use Alone",
            "Someone stays on the line while you use.",
        ),
        Service::NeverUseAloneSpanish => titled(
            "Never Use Alone in Spanish",
            "Someone stays on the line while you use.",
        ),
        Service::Samhsa => titled(
            "SAMHSA Helpline",
            "Find care near you. English and Spanish.",
        ),
        Service::Lifeline988Canada => titled(
            "9-8-8 Helpline",
            "Any hard moment, or thoughts of ending your life.",
        ),
        Service::Nors => titled("NORS", "Someone stays on the line while you use."),
        Service::Samaritans => titled("Samaritans", "Someone to listen."),
        Service::Shout => titled("Shout", "Someone to listen, by text."),
        Service::Nhs111 => titled("NHS 111", "In England, choose option 2."),
        Service::LifelineNi => titled("Lifeline", "In Northern Ireland."),
        Service::Frank => titled("FRANK", "Questions about drugs."),
        Service::Pieta => titled("Pieta", "Thoughts of ending your life or hurting yourself."),
        Service::TextAboutIt => titled("Text About It", "Someone to listen, by text."),
        Service::HseDrugs => titled(
            "HSE Drugs and Alcohol Helpline",
            "Questions and care. Office hours.",
        ),
        Service::LifelineAustralia => titled(
            "Lifeline",
            "Any hard moment, or thoughts of ending your life.",
        ),
        Service::DrugHotlineAustralia => titled(
            "National Alcohol and Other Drug Hotline",
            "Questions and care.",
        ),
        Service::NeedToTalk => titled("1737", "Need to talk? For any hard moment."),
        Service::DrugHelplineNz => titled("Alcohol Drug Helpline", "Questions and care."),
        Service::Line024 => titled("Línea 024", "Thoughts of ending your life."),
        Service::LineaDeLaVida => titled("Línea de la Vida", "Any hard moment."),
        Service::EuEmotional => titled("116 123", "Someone to listen, if your country offers it."),
        Service::France3114 => titled("3114, France", "Thoughts of ending your life."),
    }
}

const SETTINGS: SettingsWords = SettingsWords {
    title: "Your data and privacy",
    talks_to_no_one: titled(
        "Nothing is sent",
        "Once open, this page talks to no one. Turn off your internet and the check-in still works.",
    ),
    requests: |loading, since| {
        format!("Requests since you opened this page: {since}. To load it: {loading}.")
    },
    requests_limits: "Your browser counts them. It does not count what the browser itself or its extensions send.",
    where_title: "What is kept where",
    rows: [
        titled(
            "Answers you keep",
            "In this browser, on this device. The browser may clear them after some days. Without a lock, anyone who can open this browser can read them.",
        ),
        titled(
            "Answers you do not keep",
            "In this tab only. Gone when you close, reload or leave.",
        ),
        titled(
            "Plan and notes",
            "In this browser, only if you keep your check-ins or ask for it. Files you save stay on this device until you delete them.",
        ),
        titled("With your clinic", "Nothing."),
        titled("With us", "Nothing."),
    ],
    host_sees: "The website around this page can see that you opened it. Your browser history can show it too.",
    choices: "Your choices",
    keep: "Keep my check-ins in this browser",
    keep_hint: "On a shared device, leave this off. Turning it off deletes the check-in you are on from this browser.",
    leave: titled(
        "Leave",
        "The button at the top hides this page at once and opens another site. It can’t clear your browser history.",
    ),
    discreet: titled(
        "Show a plain name",
        "The tab and the browser’s history then say “Notes”, with a plain picture. Kept in this browser until you turn it off. It can’t change the address.",
    ),
    discreet_not_kept: "This browser could not keep that choice. It lasts until you close this page.",
    delete_title: "Delete",
    delete: "Delete everything here",
    delete_hint: |[check_ins, plans, learned, tools]| {
        format!(
            "Kept in this browser: check-ins {check_ins}, plans {plans}, notes on what you learned {learned}, notes in the tools {tools}. We ask once before we delete all of it. Elsewhere, your notes go with one tap."
        )
    },
    delete_sure: "Delete everything kept in this browser? This can’t be undone.",
    delete_yes: "Yes, delete everything",
};

const FAILED: FailedWords = FailedWords {
    title: "The check-in can’t run right now",
    lead: "The connection may have dropped, or scripts may be off in this browser. Nothing you chose was sent. These people are there all the same:",
    reload: "Load the page again",
};
