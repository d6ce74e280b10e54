//! English words of the kinds of care and the short reads. What each says of the evidence is sourced in
//! `docs/clinicians/tools-and-care.md`.

use crate::domain::care::{Care, Read};
use crate::i18n::learn::{CareWords, LearnWords, ReadWords};

pub(super) const WORDS: LearnWords = LearnWords {
    title: "Care that keeps going",
    lead: "People often mix a few kinds. Add one to your plan if it suits you.",
    kinds: "Kinds of care",
    with_people: "With other people",
    body_and_mind: "For body and mind",
    adds: "These add to care. They do not take its place.",
    care,
    who: "May suit you if",
    evidence: "What we know",
    first: "First step",
    add: "Add to my plan",
    in_plan: "In your plan. Open it",
    full: "Your plan is full. Open it",
    added: |step| format!("Now in your plan: {step}"),
    before_then: "Need someone before then?",
    clinic: "The clinic’s own",
    clinic_from: |name| format!("From {name}"),
    clinic_note: "Put here by the clinic, not by us. Each link opens a new tab.",
    programme: "Programme",
    article: "Article",
    reads: "Short reads",
    read,
};

fn care(care: Care) -> CareWords {
    match care {
        Care::Counselling => CareWords {
            title: "Counselling",
            what: "Talks with a trained person while you live at home.",
            who: "You want to sort out what leads to use, or have other worries too.",
            evidence: "It helps more than no treatment. No one kind is clearly best. Care that goes on after treatment has a small but real effect.",
            first: "Book one visit with a counsellor.",
        },
        Care::StepGroup => CareWords {
            title: "Twelve-step group",
            what: "Free groups such as AA and NA, run by members. Many speak of a higher power.",
            who: "You want not to use at all, and like to share with others.",
            evidence: "For alcohol, help to join works at least as well as other treatment, and often better for not drinking. Less is known for drugs.",
            first: "Try one meeting. You do not have to speak.",
        },
        Care::SkillsGroup => CareWords {
            title: "Skills group",
            what: "Groups such as SMART Recovery. You learn ways to deal with urges and plan your days.",
            who: "You like tools more than talk of faith.",
            evidence: "Studied little so far. In one large survey, no kind of group was clearly better for people who took part as much.",
            first: "Find one near you or online, and go once.",
        },
        Care::OtherGroup => CareWords {
            title: "Another kind of group",
            what: "Groups for women, for young people, or for people who share a faith or a past.",
            who: "The groups you know did not feel like a fit.",
            evidence: "Studied little so far. One survey of groups for women and of groups without faith found them about as good.",
            first: "Try one group. If it does not fit, try another kind.",
        },
        Care::Peer => CareWords {
            title: "Peer support",
            what: "Someone who has been there walks beside you, such as a peer worker or a sponsor.",
            who: "You want someone who gets it, and help with daily steps.",
            evidence: "Early results are good for use and for staying in care. But many studies found no effect.",
            first: "Ask a clinic or a group for a peer worker.",
        },
        Care::SoberLiving => CareWords {
            title: "Sober living",
            what: "A shared home where no one uses.",
            who: "Home is hard, or use is all around you.",
            evidence: "Five studies so far. On the whole people used less, and more of them found work.",
            first: "Ask about a home where no one uses. Ask if your medicine is welcome there.",
        },
        Care::Medicine => CareWords {
            title: "Medicine",
            what: "Some medicines ease the pull of opioids or alcohol. A doctor prescribes them.",
            who: "You use opioids or alcohol, and cravings keep coming back.",
            evidence: "Strong for opioids. Far fewer people die while they take methadone or buprenorphine. For alcohol the effect is modest but real. For other drugs less is known.",
            first: "Ask if a medicine could ease cravings. Taken as prescribed, it is treatment. Do not stop one on your own.",
        },
        Care::Yoga => CareWords {
            title: "Yoga",
            what: "Gentle moves with slow breath.",
            who: "You hold stress in your body.",
            evidence: "Early studies look good, but they are small.",
            first: "Try ten minutes of a gentle class or video.",
        },
        Care::Meditation => CareWords {
            title: "Meditation",
            what: "You sit and watch what comes and goes, without judging it.",
            who: "Your thoughts race. If quiet brings bad memories, keep your eyes open, or walk instead.",
            evidence: "A small effect on cravings. For use itself, reviews do not agree.",
            first: "Sit five minutes. Breathe out longer than in.",
        },
        Care::Art => CareWords {
            title: "Art and music",
            what: "You draw, play, write or make things, alone or with a guide.",
            who: "Words are hard to find, or you want calm hands.",
            evidence: "A few small studies of music look good. For art there is next to nothing yet.",
            first: "Spend ten minutes making something no one has to see.",
        },
        Care::Acupuncture => CareWords {
            title: "Acupuncture",
            what: "Thin needles at set points, often in the ear.",
            who: "You find it calming.",
            evidence: "Too little to say that it helps people use less. Some feel calmer.",
            first: "Ask if the person is licensed before you book.",
        },
        Care::Movement => CareWords {
            title: "Moving your body",
            what: "A walk, a sport, a dance: anything that moves you.",
            who: "You feel low, tense or restless.",
            evidence: "It helps mood. It may help with cravings and use, but studies do not agree.",
            first: "Walk for ten minutes today.",
        },
        Care::Food => CareWords {
            title: "Food",
            what: "Regular meals and enough water.",
            who: "You skip meals, or live on coffee and sweets.",
            evidence: "Studied little in recovery. Your body needs it all the same.",
            first: "Eat three meals today, even small ones.",
        },
        Care::Sleep => CareWords {
            title: "Sleep",
            what: "A steady bedtime, and help when sleep will not come.",
            who: "You lie awake, or your days and nights are mixed up.",
            evidence: "Talking treatment for poor sleep works well for sleep. If people then drink less is not clear.",
            first: "Pick a bedtime. Ask a doctor before you take pills for sleep.",
        },
    }
}

fn read(read: Read) -> ReadWords {
    match read {
        Read::Process => ReadWords {
            title: "Use rarely comes out of nowhere",
            text: &[
                "A return to use often begins long before the first drink or dose. You may hold in your feelings, sleep badly or skip support. Later, part of you may think about use, and bargain. Then you may go near it.",
                "Not everyone goes through this in order. It is a picture, not a rule. But each sign you spot is a chance to do one small thing early: rest, talk, or step away.",
            ],
            go: "Look at my signs",
        },
        Read::Factors => ReadWords {
            title: "Many things weigh in",
            text: &[
                "No one thing leads to use, and having a hard time is not a fault. Six things can add up: triggers, too little support, low mood or worry, past hurt, few ways to cope, and the place you live.",
                "Some you can change today. Some take time and help. Pick the one that weighs most this week, and plan one small step for it.",
            ],
            go: "Plan one step",
        },
        Read::Learning => ReadWords {
            title: "What a return to use can teach",
            text: &[
                "If you used, make sure you are safe first. Then be as kind to yourself as you would be to a friend. Shame can keep use going. A calm look back can help.",
                "Ask yourself: What came before? What helped, even a bit? What one thing would I change? Who could I tell? What you find can make the next hard day easier.",
            ],
            go: "Look back calmly",
        },
        Read::NotTheEnd => ReadWords {
            title: "One lapse does not undo your work",
            text: &[
                "Many people lapse, and many recover. Half of the people who got over a drink or drug problem needed no more than two serious tries.",
                "A return to use does not mean that care was for nothing. It may mean the plan needs a change: more support, another kind of group, or a medicine. What you have learned is still yours. After a break your body can take less, so take care.",
            ],
            go: "Change my plan",
        },
        Read::Progress => ReadWords {
            title: "Progress is more than not using",
            text: &[
                "Days without use matter. So does the rest of your life. Look at four parts: your health, how you get through your days, the people close to you, and how you get back up.",
                "You can grow in one part while another dips. Growth in any of them counts, whatever your goal is.",
            ],
            go: "See how I have grown",
        },
        Read::UpsAndDowns => ReadWords {
            title: "Recovery goes up and down",
            text: &[
                "Good weeks and hard weeks both belong to recovery. One hard week does not say where you are going. Seen over months, the line is rarely straight.",
                "So we show your weeks side by side, and never go back to zero. After a hard week, ask what was different. After a good one, ask what helped, and do more of it.",
            ],
            go: "See my ups and downs",
        },
        Read::Aftercare => ReadWords {
            title: "When treatment ends, care can go on",
            text: &[
                "People who stay in touch with some kind of care do a little better on the whole. It can be a counsellor, a group, a peer, a sober home or a medicine.",
                "It need not be much. One call a week can be a start. If one kind does not fit, try another. That is not giving up. It is finding your own way.",
            ],
            go: "See kinds of care",
        },
        Read::WholePerson => ReadWords {
            title: "You are more than your use",
            text: &[
                "Body, rest, food and people hold you up. So does having something to get up for. A tired or hungry body finds hard moments harder.",
                "Yoga, art or quiet time help some people feel calmer. For some of these there is little proof yet. They add to care and do not take its place. Start small: one meal, one walk, one bedtime.",
            ],
            go: "Start with sleep and food",
        },
        Read::Urges => ReadWords {
            title: "Urges rise and fall",
            text: &[
                "An urge can feel as if it will grow for ever. Most rise, peak and drop, like a wave. You need not fight it. Watch it, breathe, and let time pass.",
                "Coping is a skill. It gets easier when you try it on small urges first. If one is too strong, move away or talk to someone.",
            ],
            go: "Ride one out now",
        },
        Read::Together => ReadWords {
            title: "You do not have to do this alone",
            text: &[
                "Many people hide their use because they fear being judged. That fear can keep them from help. You are a person, not a label. Use the words for yourself that feel right to you.",
                "Telling one person you trust is a big step, and one line can do it. People with others behind them tend to do better.",
            ],
            go: "Write one message",
        },
    }
}
