//! What a person reads of the small plan, and of how its steps went.

use crate::{DATE, Shown, given, own, shown};
use recovery_check::domain::plan::Went;
use recovery_check::domain::stage::Stage;
use recovery_check::domain::step::Step;
use recovery_check::i18n::EN;
use recovery_check::i18n::plan::PlanWords;

#[allow(clippy::too_many_lines, reason = "one line an entry")]
pub(crate) fn screens(words: &PlanWords) -> Vec<Shown> {
    let PlanWords {
        title,
        lead,
        from,
        empty,
        cue,
        if_then,
        then,
        for_reason,
        stage,
        with,
        when,
        open_tool,
        sooner,
        change,
        cue_label,
        cue_hint,
        action_label,
        who_label,
        who_hint,
        day_label,
        time_label,
        tried,
        swap,
        swap_sure,
        swap_yes,
        remove,
        remove_sure,
        remove_yes,
        add,
        ideas,
        ideas_full,
        adds_to_care,
        how,
        how_lead,
        went,
        make,
        make_anew,
        make_anew_sure,
        make_anew_yes,
        go,
        see_care,
        keep,
        kept,
        not_kept,
        cannot,
        forget,
        forget_sure,
        forget_yes,
        reflect,
    } = words;
    let step = |step: Step| {
        [
            own(if_then(cue(step))),
            given((EN.later().result.step)(step).text),
            own(*tried),
            own(*swap),
            own(*remove),
        ]
    };
    let stages = [
        Stage::Use,
        Stage::Physical,
        Stage::Mental,
        Stage::Emotional,
        Stage::Few,
        Stage::Unclear,
    ];
    let mut plan = vec![own(*title), own(*lead), own(from(DATE)), own(*then)];
    plan.extend(Step::ALL.iter().flat_map(|&one| step(one)));
    plan.extend(stages.map(|one| own(for_reason(stage(one)))));
    plan.extend([with("Sam"), when(DATE)].map(own));
    plan.extend(
        [
            open_tool,
            sooner,
            ideas,
            add,
            adds_to_care,
            make,
            make_anew,
            go,
            see_care,
            keep,
            kept,
            forget,
            reflect,
        ]
        .map(|&text| own(text)),
    );
    let form = [
        change,
        cue_label,
        cue_hint,
        action_label,
        who_label,
        who_hint,
        day_label,
        time_label,
    ];
    let mut asked = vec![own(*how), own(*how_lead)];
    asked.extend(Went::ALL.iter().map(|&one| own(went(one))));
    vec![
        shown("plan", plan),
        shown("plan, a step changed", form.map(|&text| own(text))),
        shown("plan, how it went", asked),
        shown("plan, empty", [own(*empty)]),
        shown("plan, full", [own(*ideas_full)]),
        shown("plan, not kept", [own(*not_kept)]),
        shown("plan, can't keep", [own(*cannot)]),
        shown(
            "plan, deleting",
            [forget_sure, forget_yes].map(|&text| own(text)),
        ),
        shown(
            "plan, what was written goes",
            [
                swap_sure,
                swap_yes,
                remove_sure,
                remove_yes,
                make_anew_sure,
                make_anew_yes,
            ]
            .map(|&text| own(text)),
        ),
    ]
}
