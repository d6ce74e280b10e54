//! What a person reads under "why this result".

use crate::{Shown, own, shown};
use recovery_check::i18n::why::WhyWords;

#[rustfmt::skip]
pub(crate) fn screens(words: &WhyWords) -> Vec<Shown> {
    let WhyWords {
        title, total_title, change_title, answers_behind, counting, sum, skipped_lines, begins, more, fewer, list,
        line_use, line_area, line_few, line_unclear, decides, fits_too, does_not_fit, used, used_else, not_used,
        next_day, next_day_fits, alone, alone_else, area_unknown, few_by_total, cards_first, cards_from, counts, counts_alone, alone_from,
        reversed, skipped, factors, named, not_named, three_before, picked, factor_unknown, domain_unknown, overall,
        overall_unknown, same_answer, by_hand, not_all, change, change_least,
    } = words;
    let all = |texts: &[&str]| texts.iter().map(|&text| own(text)).collect::<Vec<_>>();
    let number = |name: &str| {
        all(&[&sum("9", "24", "38"), skipped_lines, &begins(name, "37.5", "9"), &more("2", name), &fewer("1", name)])
    };
    let after = all(&[counting, by_hand, not_all, &counts("2"), reversed, skipped]);
    let total = [all(&[total_title]), number("Some signs"), all(&[same_answer, &area_unknown("2", "1")]), after.clone()];
    let mut stage = all(&[title, list, cards_first, cards_from, line_use, decides, used, used_else, not_used]);
    stage.extend(["Physical", "Mental", "Emotional"].map(|area| own(line_area(area))));
    stage.extend(all(&[fits_too, does_not_fit, next_day, next_day_fits, alone, alone_else, &area_unknown("2", "1")]));
    stage.extend(all(&[line_few, few_by_total, line_unclear, counts_alone, &alone_from("Often")]));
    let stage = [stage, number("Stands out"), after.clone()];
    let strain = [
        all(&[answers_behind, &factors("37.5"), three_before, picked, factor_unknown]),
        number(named), number(not_named), after.clone(),
    ];
    let well = [
        all(&[answers_behind, domain_unknown, &overall("58, 50, 67, 83"), overall_unknown]),
        number("Building"), after,
    ];
    let changes = all(&[change_title, by_hand, &change("58", "42", "16.6"), &change_least("10", "25")]);
    vec![
        shown("why: total", total.concat()),
        shown("why: stage", stage.concat()),
        shown("why: factors", strain.concat()),
        shown("why: wellness", well.concat()),
        shown("why: changes", changes),
    ]
}
