//! What a person reads of taking it along: files, the summary, and bringing a file back.

use crate::{DATE, Shown, own, shown, titled};
use recovery_check::i18n::take::TakeWords;

#[allow(clippy::too_many_lines, reason = "one line an entry")]
pub(crate) fn screens(words: &TakeWords) -> Vec<Shown> {
    let TakeWords {
        title,
        lead,
        files,
        file_name,
        calendar,
        calendar_name,
        calendar_default,
        calendar_day,
        calendar_no_day,
        calendar_time,
        calendar_steps,
        calendar_save,
        import,
        import_choose,
        import_title,
        import_new,
        import_here,
        import_differing,
        import_comes,
        import_stays,
        import_nothing,
        import_kept,
        import_not_kept,
        import_yes,
        import_no,
        import_done,
        import_done_partly,
        refusals,
        nothing_changed,
        summary,
        summary_title,
        summary_lead,
        summary_parts,
        sections,
        summary_text,
        summary_hint,
        summary_save,
        page_title,
        page_day,
        page_none,
        page_basis,
        stage,
        of_100,
        if_then,
        who,
        when,
        prompts,
        crisis,
    } = words;
    let mut take: Vec<_> = [
        *title,
        *lead,
        *file_name,
        *calendar_name,
        *calendar_default,
        *calendar_day,
        *calendar_no_day,
        *calendar_time,
        *calendar_steps,
        *calendar_save,
        *import_choose,
        *import_title,
        *import_nothing,
        *import_kept,
        *import_not_kept,
        *import_yes,
        *import_no,
        *import_done,
        *import_done_partly,
        *nothing_changed,
    ]
    .map(own)
    .into();
    let [json, csv, fhir] = *files;
    for words in [json, csv, fhir, *calendar, *import, *summary] {
        take.extend(titled(words));
    }
    take.extend(
        [import_comes, import_stays]
            .into_iter()
            .flatten()
            .map(|text| own(*text)),
    );
    take.extend(
        [import_new, import_here]
            .into_iter()
            .flatten()
            .map(|count| own(count("3"))),
    );
    take.push(own(import_differing("2")));
    let refusals = refusals.map(own);
    let mut page: Vec<_> = [
        *summary_title,
        *summary_lead,
        *summary_parts,
        *summary_text,
        *summary_hint,
        *summary_save,
        *page_title,
        *page_none,
        *page_basis,
        *stage,
        *crisis,
    ]
    .map(own)
    .into();
    page.extend(sections.iter().chain(prompts).map(|text| own(*text)));
    page.extend([
        own(page_day(DATE)),
        own(of_100("Mental", "38")),
        own(if_then("I feel alone", "call Sam")),
        own(who("Sam")),
        own(when(DATE)),
    ]);
    vec![
        shown("take", take),
        shown("file not taken", refusals),
        shown("summary", page),
    ]
}
