//! English words of the reflection after a return to use.

use crate::domain::instrument::Factor;
use crate::domain::reflection::Prompt;
use crate::i18n::Titled;
use crate::i18n::reflect::ReflectWords;

pub(super) const WORDS: ReflectWords = ReflectWords {
    title: "After a return to use",
    offer: "Many people lapse, and many recover. When you feel ready, look at what happened, one short question at a time.",
    begin: "Look back, step by step",
    step_of: |step, of| format!("Step {step} of {of}. All optional."),
    start_text: "First, make sure you are safe. What you have learned is still yours.",
    prompt,
    choose: "Choose any that fit.",
    before,
    own_words: "In your own words, if you like",
    no_names: "Leave out names. This stays in this browser.",
    people: "People you wrote down:",
    ideas: "Some ideas:",
    skip: "Skip this one",
    only_if_asked: "Nothing is kept unless you ask at the end.",
    forget: "Delete these notes",
    end: "What you take with you",
    end_text: "Read it once more, in your own time.",
    nothing: "You wrote nothing down, and that is fine.",
    keep_hint: "Keep it here if you want to see it next to your check-ins.",
    keep: "Keep these notes here",
    kept: "These notes are kept in this browser.",
    not_kept: "These notes are not kept. They are gone when you close, reload or leave this page.",
    cannot: "This browser does not let us keep anything. These notes last until you close this page.",
    to_plan: "On to my plan",
};

fn prompt(prompt: Prompt) -> Titled {
    let (title, text) = match prompt {
        Prompt::Before => (
            "What was going on before?",
            "It may be one thing, or a few at once.",
        ),
        Prompt::Helped => (
            "What helped, even a bit?",
            "Perhaps you stopped sooner, told someone, or came back here.",
        ),
        Prompt::Change => (
            "What one thing would you change?",
            "Something small, for the next time it gets hard.",
        ),
        Prompt::Tell => (
            "Who could you tell today?",
            "One person who will not judge you. A help line counts too.",
        ),
        Prompt::Step => (
            "What is one step for the next 24 hours?",
            "Small enough that you can do it even on a bad day.",
        ),
    };
    Titled { title, text }
}

fn before(factor: Factor) -> &'static str {
    match factor {
        Factor::Triggers => "People, places or stress",
        Factor::Support => "Feeling alone",
        Factor::MentalHealth => "Low mood or worry",
        Factor::Coping => "Too much at once",
        Factor::Environment => "It was close by",
        Factor::Trauma => "Bad memories",
    }
}
