//! English words of the coping tools. What each says of the evidence is sourced in
//! `docs/clinicians/tools-and-care.md`.

use super::titled;
use crate::domain::tool::{Page, Tool};
use crate::i18n::Titled;
use crate::i18n::tools::{BreathWords, NotebookWords, TimerWords, ToolWords, ToolsWords};

pub(super) const WORDS: ToolsWords = ToolsWords {
    title: "Coping tools",
    lead: "Each takes a few minutes. Pick one, stop any time. Nothing here is counted.",
    kind: "Coping tool",
    tool,
    evidence: "What we know:",
    prefer_words: "Prefer words?",
    done: "I’m done for now",
    all: "All tools",
    breath: BreathWords {
        picture: "A circle that grows for 4 seconds and shrinks for 6 seconds. Ten dots around it mark the seconds.",
        breathe_in: "Breathe in",
        breathe_out: "Breathe out",
        still: "In 4, out 6",
        key_in: "In for 4",
        key_out: "Out for 6",
    },
    timer: TimerWords {
        name: "Time left",
        start: "Start the timer",
        pause: "Pause",
        go_on: "Go on",
        again: "Start again",
        minutes_left: |minutes| format!("Minutes left: {minutes}"),
        over: "Time is up. Look at how strong the pull is now. You can go again, try another tool, or talk to someone.",
        note: "It makes no sound. You can look at something else here and come back. If you close or reload this page, it ends.",
    },
    places: &[
        "Outside, for a walk round the block",
        "A shop, library or café with no alcohol",
        "The home of someone who does not use",
        "A group, in person or online",
        "Any place with people and nothing to drink or use",
    ],
    places_title: "Somewhere safer",
    not_kept: "Ticks are not kept.",
    halt_question: "Which of these fit right now?",
    halt_none: "Tick any that fit. One small thing for each will show here.",
    halt: [
        titled(
            "Hungry",
            "Eat something now, even if it is small. Drink some water.",
        ),
        titled(
            "Angry",
            "Say to yourself what you are angry about. Move or breathe before you answer anyone.",
        ),
        titled("Lonely", "Send one message, or go where people are."),
        titled(
            "Tired",
            "Rest for 20 minutes, or put one task off until tomorrow.",
        ),
    ],
    page,
    message: "Hard day. Can we talk?",
    message_open: "Open my messaging app",
    message_note: "You choose who gets it, and you press send. We never see it.",
    copy: "Copy the text",
    copied: "The text is copied.",
    not_copied: "This browser did not let us copy. Mark the text and copy it by hand.",
    your_people: "People you wrote down",
    your_joys: "Joys you wrote down",
    notebook: NotebookWords {
        told: [
            "What you write stays in this tab. It is gone when you close, reload or leave it.",
            "What you write will be kept in this browser. Without a lock, anyone who can open this browser can read it.",
            "What you wrote in the tools is kept in this browser. Without a lock, anyone who can open this browser can read it.",
            "This browser does not let us keep anything. What you write lasts until you close this page.",
        ],
        keep: "Keep what I wrote in this browser",
        delete: "Delete all I wrote in the tools",
        deleted: "All you wrote in the tools is deleted.",
    },
};

#[allow(clippy::too_many_lines, reason = "one table of words")]
fn tool(tool: Tool) -> ToolWords {
    match tool {
        Tool::Breathing => ToolWords {
            title: "Breathe out longer than in",
            purpose: "For when you feel tense. In for 4, out for 6. Stop any time.",
            evidence: "Slow breathing calms heart and blood pressure a little. Whether it eases stress is less sure.",
            steps: &[
                "Sit or stand so your back feels held.",
                "Breathe in through your nose. Count 1, 2, 3, 4.",
                "Breathe out through your mouth. Count 1 to 6.",
                "Do this five times. If you feel dizzy, breathe as you normally do.",
            ],
        },
        Tool::UrgeSurfing => ToolWords {
            title: "Ride out an urge",
            purpose: "For when you feel a pull to drink or use.",
            evidence: "In one study of people who smoke, urges felt just as strong, but people smoked less that week.",
            steps: &[
                "Stay still. Tell yourself: “This is an urge. It rises and it falls.”",
                "Find it in your body: chest, belly, hands or jaw.",
                "Watch it like a wave. You need not fight it or act on it.",
                "Breathe until it drops. Then look at how strong it is now.",
            ],
        },
        Tool::Grounding => ToolWords {
            title: "Come back to now",
            purpose: "For when memories, fear or worry take over. You need not tell your story today.",
            evidence: "Many counsellors teach this. It has hardly been studied on its own.",
            steps: &[
                "5 things you see. Name each one.",
                "4 things you can touch. Feel each one.",
                "3 things you hear.",
                "2 things you smell.",
                "1 thing you taste, or one slow breath.",
            ],
        },
        Tool::WaitAndLeave => ToolWords {
            title: "Wait and leave",
            purpose: "For when alcohol or drugs are near.",
            evidence: "It has not been studied on its own. It is part of talking treatments that help a little.",
            steps: &[
                "Tell yourself: “Not for 15 minutes.”",
                "Go somewhere safer, or move away from what is near.",
                "When time is up, look at how strong the pull is now.",
            ],
        },
        Tool::Halt => ToolWords {
            title: "Hungry, angry, lonely, tired?",
            purpose: "For when you feel off and can’t say why.",
            evidence: "A rule of thumb from recovery groups. We know of no studies on it.",
            steps: &["Check the four, one by one.", "Fix one. The rest can wait."],
        },
        Tool::LookAhead => ToolWords {
            title: "Look ahead",
            purpose: "For when you think only of the good parts of using.",
            evidence: "In some small lab studies, people who pictured the future wanted to drink or smoke less. Others found no effect.",
            steps: &[
                "Picture the first hour, if you used.",
                "Let it play on: the end of the night, and who is there.",
                "Picture the next morning: your body, your mood, your day.",
                "Now picture that morning if you had not used.",
            ],
        },
        Tool::CostsAndGains => ToolWords {
            title: "Costs and gains",
            purpose: "For when you have made up your mind, and want to hold on to why.",
            evidence: "It can firm up a choice you have made. If you are still torn, it may weaken it. Then talk it over with someone instead.",
            steps: &[
                "Write what comes to mind in each box.",
                "Be honest: use gives you something too.",
                "Read it again on a hard day.",
            ],
        },
        Tool::ReachOut => ToolWords {
            title: "Reach out",
            purpose: "For when you feel alone or close to using.",
            evidence: "In one trial, help to find friends who back your goal led to more days without drinking.",
            steps: &[
                "Think of one person who is kind to you.",
                "Change the text so it sounds like you.",
                "No answer? Try the next person, or a help line.",
            ],
        },
        Tool::PeopleAndJoys => ToolWords {
            title: "My people and joys",
            purpose: "For good days, so the list is there on hard ones.",
            evidence: "People with others behind them tend to do better. A list like this has not been studied on its own.",
            steps: &[
                "Write down who and what does you good.",
                "Start with people who back your goal.",
                "Look here when things get hard.",
            ],
        },
        Tool::SleepAndFood => ToolWords {
            title: "Sleep and food",
            purpose: "For when you feel worn out, or want a steadier week.",
            evidence: "Treatment for poor sleep helps people who drink to sleep well. Food in recovery has been studied little.",
            steps: &[
                "Pick a bedtime for tonight.",
                "Put the phone away half an hour before.",
                "Eat three meals, even small ones.",
                "Drink water through the day.",
                "Leave out coffee after lunch.",
                "Get up at the same time tomorrow.",
            ],
        },
    }
}

fn page(page: Page) -> Titled {
    match page {
        Page::People => titled(
            "People I can turn to",
            "One on each line. First names will do.",
        ),
        Page::Joys => titled(
            "Things that bring me joy",
            "One on each line. Small things count.",
        ),
        Page::UseGives => titled("What use gives me", "Such as calm, company or less pain."),
        Page::UseTakes => titled(
            "What use takes from me",
            "Such as sleep, money, trust or health.",
        ),
        Page::GoalGives => titled(
            "What my goal gives me",
            "Such as clear mornings, or time with people.",
        ),
        Page::GoalTakes => titled(
            "What my goal takes from me",
            "Such as effort, or some old friends.",
        ),
        Page::NextMorning => titled(
            "How would the next morning be?",
            "Write as much or as little as you like.",
        ),
        Page::Message => titled("Your message", "Change it as you like."),
    }
}
