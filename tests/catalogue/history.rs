//! What a person reads of check-ins over time.

use crate::{DATE, Shown, own, shown, titled};
use recovery_check::domain::reflection::Prompt;
use recovery_check::domain::stage::Stage;
use recovery_check::i18n::history::HistoryWords;

#[rustfmt::skip]
pub(crate) fn screens(words: &HistoryWords) -> Vec<Shown> {
    let HistoryWords {
        title, span, one, lead, one_lead, empty, read_first, signs, signs_chart, lowest_and_highest, ranges, show_as,
        chart, table, newest_first, latest_of, show_all, date, signs_column, change_column, partial, one_check_in,
        some_skipped, latest, use_mark, since, then_and_now, before_rounding, maybe_below, fewer, more, less_strain, more_strain, first, too_near, no_change_yet,
        stages, stages_chart, stage, stage_column, also_column, wellness_hint, mini, left_out, not_both, moments, cards_first, total, older, wrote, prompt,
        delete, deleted, compare, choose_two, one_of_two, other_of_two, from_to, compare_same, compare_near, compare_version, plan,
        past_title, past_lead, past_cards, past_gone,
    } = words;
    let all = |texts: &[&str]| texts.iter().map(|&text| own(text)).collect::<Vec<_>>();
    let top = all(&[title, &span("9", DATE, DATE), lead, &lowest_and_highest("28", DATE, "58", DATE), plan]);
    let mut of_signs = titled(*signs).to_vec();
    of_signs.extend(all(&[&signs_chart("9", "35"), show_as, chart, table, &newest_first("All your signs")]));
    of_signs.extend(all(&[&latest_of("52", "520"), show_all, date, signs_column, change_column, partial, one_check_in]));
    of_signs.extend(all(&[some_skipped, latest, use_mark, &since(DATE, fewer[0]), &then_and_now("46", "35")]));
    of_signs.extend(all(&[&before_rounding("19.4"), &maybe_below("20"), first, too_near, no_change_yet]));
    of_signs.extend(ranges.iter().chain(fewer).chain(more).chain(less_strain).chain(more_strain).map(|&said| own(said)));
    let mut of_stages = titled(*stages).to_vec();
    of_stages.extend(all(&[&stages_chart("9", stage(Stage::Mental)), stage_column, also_column]));
    let stages = [Stage::Use, Stage::Physical, Stage::Mental, Stage::Emotional, Stage::Few, Stage::Unclear];
    of_stages.extend(stages.map(|of| own(stage(of))));
    let of_wellness = all(&[wellness_hint, &mini("Relationships", "9", "83"), left_out, not_both]);
    let mut of_moments = titled(*moments).to_vec();
    of_moments.extend(all(&[cards_first, &total("35"), older, wrote, delete, deleted]));
    of_moments.extend(Prompt::ALL.iter().map(|&of| own(prompt(of))));
    let mut of_two = titled(*compare).to_vec();
    of_two.extend(all(&[choose_two, &from_to(DATE, DATE), one_of_two, other_of_two, compare_same, compare_near, compare_version]));
    let past = all(&[&past_title(DATE), past_lead, past_cards, past_gone]);
    vec![
        shown("history", [top, of_signs, of_stages, of_wellness, of_moments, of_two].concat()),
        shown("history, one", all(&[title, &one(DATE), one_lead, no_change_yet, read_first])),
        shown("history, empty", [all(&[title]), titled(*empty).to_vec()].concat()),
        shown("past", past),
    ]
}
