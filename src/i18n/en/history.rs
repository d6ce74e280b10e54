//! English words of check-ins over time.

use super::titled;
use crate::domain::reflection::Prompt;
use crate::domain::stage::Stage;
use crate::i18n::history::HistoryWords;

pub(super) const WORDS: HistoryWords = HistoryWords {
    title: "Your weeks over time",
    span: |count, first, last| format!("{count} check-ins, {first} to {last}"),
    one: |date| format!("1 check-in, {date}"),
    lead: "Ups and downs are part of most people’s path.",
    one_lead: "One check-in is a start. There is no change to show yet. We can compare once 7 days lie between two.",
    empty: titled(
        "Nothing is kept here yet",
        "Do a check-in and keep it in this browser. Then you can look back on it here.",
    ),
    read_first: "Your last check-in had this to read first.",
    signs: titled("All your signs", "Higher means more signs."),
    signs_chart: |count, shown| {
        format!("Chart of all your signs over {count} check-ins. The latest is {shown} of 100.")
    },
    lowest_and_highest: |low, low_date, high, high_date| {
        format!("Lowest: {low} on {low_date}. Highest: {high} on {high_date}.")
    },
    ranges: ["0–24", "25–49", "50–100"],
    show_as: "Show as",
    chart: "Chart",
    table: "Table",
    newest_first: |what| format!("{what}. Newest first."),
    latest_of: |shown, count| format!("The latest {shown} of {count}."),
    show_all: "Show all",
    date: "Date",
    signs_column: "Signs, 0 to 100",
    change_column: "Change",
    partial: "(partial)",
    one_check_in: "One check-in",
    some_skipped: "Some lines skipped",
    latest: "Latest",
    use_mark: "Use in that week",
    since: |date, said| format!("Since {date}: {said}"),
    then_and_now: |before, after| format!("({before}, now {after})."),
    before_rounding: |difference| format!("Before rounding, these lie {difference} apart."),
    maybe_below: |clear| format!("We say “maybe” below a change of {clear}."),
    fewer: ["maybe fewer signs", "clearly fewer signs"],
    more: ["maybe more signs", "clearly more signs"],
    less_strain: ["maybe less strain", "clearly less strain"],
    more_strain: ["maybe more strain", "clearly more strain"],
    first: "First check-in",
    too_near: "Too near to compare",
    no_change_yet: "Nothing to compare yet.",
    stages: titled(
        "What stood out",
        "A picture to think with, not a ladder. Weeks with use are moments among the others.",
    ),
    stages_chart: |count, stage| {
        format!("Chart of what stood out in {count} check-ins. The latest: {stage}.")
    },
    stage: |stage| match stage {
        Stage::Use => "Use",
        Stage::Physical => "Physical",
        Stage::Mental => "Mental",
        Stage::Emotional => "Emotional",
        Stage::Few => "No stage",
        Stage::Unclear => "Can’t tell",
    },
    stage_column: "Stage",
    also_column: "Also",
    wellness_hint: "Higher means stronger. Lines mark where “building” and “strong” begin.",
    mini: |domain, count, shown| {
        format!("{domain} in {count} check-ins. The latest is {shown} of 100.")
    },
    left_out: "Not answered yet",
    not_both: "Not answered the time before.",
    moments: titled(
        "Moment by moment",
        "Press a day to see that check-in again, and why.",
    ),
    cards_first: "A card came first",
    total: |shown| format!("All your signs: {shown} of 100."),
    older: "Show older ones",
    wrote: "What you wrote down",
    prompt: |prompt| match prompt {
        Prompt::Before => "What came before",
        Prompt::Helped => "What helped",
        Prompt::Change => "One thing to change",
        Prompt::Tell => "Who to tell",
        Prompt::Step => "One step",
    },
    delete: "Delete what I wrote",
    deleted: "It is gone from this browser.",
    compare: titled("Compare two check-ins", "Choose any two."),
    choose_two: "Choose two",
    one_of_two: "One check-in",
    other_of_two: "The other",
    from_to: |from, to| format!("From {from} to {to}"),
    compare_same: "This is the same check-in twice. Choose another one to compare it with.",
    compare_near: "These two lie less than 7 days apart. Each one looks back on 7 days, so they share some days.",
    compare_version: "One of these was made with other questions, so we can’t compare them.",
    plan: "Look at my plan",
    past_title: |date| format!("Your check-in of {date}"),
    past_lead: "This is what you told us then. “This week” means the 7 days before that day.",
    past_cards: "This was due on that day. If it is the same for you today, act on it now.",
    past_gone: "This check-in is no longer here.",
};
