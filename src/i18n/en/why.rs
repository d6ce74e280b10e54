//! English words of "why this result".

use crate::i18n::why::WhyWords;

pub(super) const WORDS: WhyWords = WhyWords {
    title: "Why this result",
    total_title: "Why this number",
    change_title: "Why we say so",
    answers_behind: "The answers behind this",
    counting: "Each answer counts: Never 0, Rarely 1, Sometimes 2, Often 3, Every day 4. Where fewer days count as more, it is the other way round.",
    sum: |points, most, shown| {
        format!("The answers add up to {points} of {most}. That is {shown} of 100.")
    },
    skipped_lines: "Skipped lines are left out of the sum.",
    begins: |name, cut, points| {
        format!("“{name}” begins at {cut} of 100. Here that is a sum of {points}.")
    },
    more: |points, name| format!("With {points} more: “{name}”."),
    fewer: |points, name| format!("With {points} less: “{name}”."),
    list: "We go down this list. The first line that fits decides.",
    line_use: "Use in the past 7 days",
    line_area: |area| format!("{area} signs stand out"),
    line_few: "All three are known, and none stands out",
    line_unclear: "Too little to tell",
    decides: "Fits, and decides.",
    fits_too: "Fits too, but a line above decides.",
    does_not_fit: "Does not fit.",
    used: "You told us about drinking or using outside your goal in the past 7 days. That comes first, whatever the other answers say.",
    used_else: "If it were 8 days ago or longer, the next line that fits would decide.",
    not_used: "You told us it was 8 days ago or longer.",
    next_day: "You told us you might drink or use in the next day. That counts on its own as a sign of being close to use.",
    next_day_fits: "You told us you might drink or use in the next day. Your goal is to cut down, so that does not count on its own here.",
    alone: "One answer here is enough to stand out, whatever the sum.",
    alone_else: "Without it, this area would not stand out.",
    area_unknown: |answered, more| {
        format!("You answered {answered} of 6. We need 3 to add them up, so {more} more.")
    },
    few_by_total: "Which words we use depends on the sum of all your signs.",
    cards_from: "The cards above come from these answers. With other answers they would not all be there.",
    cards_first: "A card stands above. It comes before any words about signs.",
    counts: |points| format!("counts {points}"),
    counts_alone: "Counts on its own",
    alone_from: |frequency| format!("Counts on its own from “{frequency}”"),
    reversed: "Fewer days count as more",
    skipped: "Skipped",
    factors: |cut| {
        format!(
            "We name a factor from {cut} of 100, and three at most. The larger sum goes first. Then the highest single answer, then the order of this list. Your own pick goes before all."
        )
    },
    named: "Named",
    not_named: "Not named",
    three_before: "Three others go before it.",
    picked: "You put it first. Its number plays no part in that.",
    factor_unknown: "We need both lines to add them up.",
    domain_unknown: "We need 2 of the 3 lines to add them up.",
    overall: |numbers| {
        format!(
            "The four together are the mean of {numbers}, each before it is rounded. One more on any line would lift it. It has no name of its own."
        )
    },
    overall_unknown: "We need three of the four to put them together.",
    same_answer: "You gave one answer all the way. Some lines count the other way round, so one answer can mean two things.",
    by_hand: "We chose these lines by hand. They are not proven cut-offs, and they can’t say what comes next.",
    not_all: "A few lines can’t show all of it.",
    change: |before, after, difference| {
        format!("{before} then, {after} now. They lie {difference} apart.")
    },
    change_least: |maybe, clear| {
        format!("We say “maybe” from {maybe} on and “clear” from {clear}.")
    },
};
