//! English words of the small plan, and of how its steps went.

use crate::domain::plan::Went;
use crate::domain::stage::Stage;
use crate::domain::step::Step;
use crate::i18n::plan::PlanWords;

pub(super) const WORDS: PlanWords = PlanWords {
    title: "Your small plan",
    lead: "Four steps at most. One is plenty. Nothing here is counted.",
    from: |date| format!("From your check-in, {date}"),
    empty: "No steps in your plan yet. Add one from the ideas below if you like.",
    cue,
    if_then: |cue| format!("If {cue}, then I will:"),
    then: "I will:",
    for_reason: |reason| format!("For: {reason}"),
    stage,
    with: |who| format!("Who helps: {who}"),
    when: |when| format!("When: {when}"),
    open_tool: "Do it here",
    sooner: "Need someone sooner?",
    change: "Make it yours",
    cue_label: "If…",
    cue_hint: "The moment you will need this step.",
    action_label: "…then I will",
    who_label: "Who will help",
    who_hint: "A first name is enough.",
    day_label: "Day",
    time_label: "Time",
    tried: "Tried it",
    swap: "Swap",
    swap_sure: "Swap this step? The words you wrote for it will be gone. Who helps and when stay.",
    swap_yes: "Yes, swap it",
    remove: "Take out",
    remove_sure: "Take this step out? What you wrote for it will be gone.",
    remove_yes: "Yes, take it out",
    add: "Add",
    ideas: "More ideas for this week",
    ideas_full: "Your plan has four steps. Swap one, or take one out, to add another.",
    adds_to_care: "These steps add to care. They never replace it.",
    how: "How did it go?",
    how_lead: "These steps are from your last plan. No answer is wrong. What you say here changes what we offer next.",
    went,
    make: "Make a plan for this week",
    make_anew: "Begin again from my result",
    make_anew_sure: "Begin this plan again? Ticks, days and steps you added may be gone.",
    make_anew_yes: "Yes, begin again",
    go: "Make this my plan",
    see_care: "Kinds of care and short reads",
    keep: "Keep this plan here",
    kept: "This plan is kept in this browser.",
    not_kept: "This plan is not kept. It is gone when you close, reload or leave this page.",
    cannot: "This browser does not let us keep anything. Your plan lasts until you close this page.",
    forget: "Delete this plan",
    forget_sure: "Delete this plan? This can’t be undone.",
    forget_yes: "Yes, delete it",
    reflect: "If you drank or used: look back on it, step by step",
};

/// Follows "If" and comes before a comma.
fn cue(step: Step) -> &'static str {
    match step {
        Step::Counselling => "I want to talk it through with someone trained",
        Step::Group => "I feel alone with this",
        Step::Peer => "I need someone who knows what this is like",
        Step::SoberLiving => "home makes it hard",
        Step::Medicine => "the cravings keep coming back",
        Step::UrgeSurfing => "an urge comes",
        Step::LookAhead => "I start to think “just once”",
        Step::CostsAndGains => "part of me wants to use",
        Step::WaitAndLeave => "a place or a person pulls at me",
        Step::ClearSpace => "it is within my reach",
        Step::Halt => "I feel on edge",
        Step::ReachOut => "a day gets hard",
        Step::Care => "low mood or worry stays",
        Step::Ground => "bad memories come up",
        Step::Basics => "I feel worn out",
        Step::Move => "I feel restless or low",
        Step::MindfulBreath => "I feel tense",
        Step::Purpose => "a day feels empty",
        Step::ArtOrAcupuncture => "I want a calm hour",
        Step::Keep => "a good week ends",
    }
}

/// Follows "For:".
fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Use => "the days after using",
        Stage::Physical => "being close to use",
        Stage::Mental => "the mental stage",
        Stage::Emotional => "the emotional stage",
        Stage::Few => "a steady week",
        Stage::Unclear => "this week",
    }
}

fn went(went: Went) -> &'static str {
    match went {
        Went::Helped => "It helped",
        Went::NotYet => "Not yet",
        Went::NotForMe => "Not for me",
    }
}
