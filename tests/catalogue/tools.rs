//! What a person reads of the coping tools.

use crate::{Piece, Shown, own, shown, titled};
use recovery_check::domain::tool::{Page, Tool};
use recovery_check::i18n::EN;
use recovery_check::i18n::tools::{BreathWords, NotebookWords, TimerWords, ToolWords, ToolsWords};

pub(crate) fn screens(words: &ToolsWords) -> Vec<Shown> {
    let ToolsWords {
        title,
        lead,
        kind,
        tool,
        evidence,
        prefer_words,
        done,
        all,
        breath,
        timer,
        places,
        places_title,
        not_kept,
        halt_question,
        halt_none,
        halt,
        page,
        message,
        message_open,
        message_note,
        copy,
        copied,
        not_copied,
        your_people,
        your_joys,
        notebook,
    } = words;
    let texts = |texts: &[&str]| -> Vec<Piece> { texts.iter().map(|&text| own(text)).collect() };
    let pages = |pages: &[Page]| -> Vec<Piece> {
        let titled = pages.iter().flat_map(|&of| titled(page(of)));
        titled.chain(kept(notebook)).collect()
    };
    let mut list = texts(&[title, lead]);
    let mut screens = Vec::new();
    for &of in Tool::ALL {
        let ToolWords {
            title,
            purpose,
            evidence: known,
            steps,
        } = tool(of);
        list.extend(texts(&[title, purpose]));
        let mut pieces = texts(&[kind, title, purpose, done, all]);
        pieces.push(own(format!("{evidence} {known}")));
        pieces.extend(texts(steps));
        pieces.extend(match of {
            Tool::Breathing => dial(breath, prefer_words, timer),
            Tool::UrgeSurfing => ticking(timer),
            Tool::Grounding | Tool::SleepAndFood => texts(&[not_kept]),
            Tool::WaitAndLeave => {
                let mut pieces = ticking(timer);
                pieces.extend(texts(&[places_title, your_joys]));
                pieces.extend(texts(places));
                pieces
            }
            Tool::Halt => {
                let mut pieces = texts(&[halt_question, halt_none]);
                pieces.extend(halt.iter().flat_map(|&words| titled(words)));
                pieces
            }
            Tool::LookAhead => pages(&[Page::NextMorning]),
            Tool::CostsAndGains => pages(&[
                Page::UseGives,
                Page::UseTakes,
                Page::GoalGives,
                Page::GoalTakes,
            ]),
            Tool::ReachOut => {
                let mut pieces = pages(&[Page::Message]);
                pieces.extend(texts(&[message, message_open, message_note, your_people]));
                pieces.extend(texts(&[copy, copied, not_copied]));
                pieces
            }
            Tool::PeopleAndJoys => pages(&[Page::People, Page::Joys]),
        });
        screens.push(shown(format!("tool {}", of.code()), pieces));
    }
    screens.push(shown("tools", list));
    screens
}

fn dial(words: &BreathWords, prefer_words: &str, timer: &TimerWords) -> Vec<Piece> {
    let BreathWords {
        picture,
        breathe_in,
        breathe_out,
        still,
        key_in,
        key_out,
    } = words;
    [picture, breathe_in, breathe_out, still, key_in, key_out]
        .into_iter()
        .chain([&timer.pause, &timer.go_on, &prefer_words])
        .map(|&text| own(text))
        .collect()
}

fn ticking(words: &TimerWords) -> Vec<Piece> {
    let TimerWords {
        name,
        start,
        pause,
        go_on,
        again,
        minutes_left,
        over,
        note,
    } = words;
    let mut pieces: Vec<_> = [name, start, pause, go_on, again, over, note]
        .map(|&text| own(text))
        .into();
    pieces.push(own(minutes_left("14")));
    pieces
}

fn kept(words: &NotebookWords) -> Vec<Piece> {
    let NotebookWords {
        told,
        keep,
        delete,
        deleted,
    } = words;
    let buttons = [keep, delete, deleted];
    told.iter().chain(buttons).map(|&text| own(text)).collect()
}

/// Nothing is told as sure that is not: each line on the evidence says where it ends.
#[test]
fn each_tool_says_what_is_not_known() {
    #[rustfmt::skip]
    let limits = ["less sure", "one study", "hardly been studied", "not been studied", "no studies", "no effect",
        "may weaken", "one trial", "studied little"];
    for &tool in Tool::ALL {
        let said = (EN.later().tools.tool)(tool).evidence;
        let is_limited = limits
            .iter()
            .any(|limit| said.to_lowercase().contains(limit));
        assert!(is_limited, "{tool:?}: {said}");
    }
}

#[test]
fn the_breathing_says_what_to_do_when_dizzy_and_four_and_six_in_words() {
    let words = (EN.later().tools.tool)(Tool::Breathing).steps.join(" ");
    for needed in ["1, 2, 3, 4", "1 to 6", "dizzy, breathe as you normally do"] {
        assert!(words.contains(needed), "{needed}");
    }
    assert!(
        EN.later().tools.breath.still.contains('4') && EN.later().tools.breath.still.contains('6')
    );
}

/// Section 5 of the sheet, word for word.
#[test]
fn the_message_offered_is_the_sheets() {
    assert_eq!(EN.later().tools.message, "Hard day. Can we talk?");
}
