//! What always holds, whatever a person answers (clinical sheet, section 3, "Properties"), and of the way
//! through a check-in.
//!
//! Single cuts and triggers stand in `examples.rs`; here are the promises that no table can list.

mod common;

use std::collections::BTreeSet;

use common::{answers, gate_replies, gates, pick, record};
use proptest::prelude::*;
use recovery_check::domain::answers::{Answers, Frequency};
use recovery_check::domain::change::{Change, Changes, DAYS_BETWEEN, Moment};
use recovery_check::domain::date::Day;
use recovery_check::domain::flow::{Place, Way};
use recovery_check::domain::fraction::Fraction;
use recovery_check::domain::gates::{Gate, Gates};
use recovery_check::domain::instrument::{Area, Domain, Factor, Item, Part, VERSION};
use recovery_check::domain::plan;
use recovery_check::domain::reply::Reply;
use recovery_check::domain::result::CheckResult;
use recovery_check::domain::safety::{Card, Cards};
use recovery_check::domain::scoring::{Score, Scores};
use recovery_check::domain::stage::Stage;
use recovery_check::domain::step::{Reason, Step};

/// Items marked (R) in the sheet, written down here again so that the check does not lean on the code.
const REVERSED: [Item; 6] = [Item::E4, Item::M6, Item::S1, Item::C1, Item::W3, Item::L3];

fn result(answers: &Answers, gates: &Gates) -> CheckResult {
    CheckResult::new(answers, gates, None)
}

/// Every scale that rests on items, with its items and score.
fn item_scales(scores: &Scores) -> Vec<(&'static [Item], Option<Score>)> {
    let areas = Area::ALL.map(|area| (area.items(), scores.area(area)));
    let factors = Factor::ALL.map(|factor| (factor.items(), scores.factor(factor)));
    let domains = Domain::ALL.map(|domain| (domain.items(), scores.domain(domain)));
    [&areas[..], &factors, &domains].concat()
}

/// Every score there is, in a fixed order.
fn all_scores(scores: &Scores) -> Vec<Option<Score>> {
    let of_items = item_scales(scores).into_iter().map(|(_, score)| score);
    of_items.chain([scores.total(), scores.overall()]).collect()
}

/// The answers with the value of `item`, after reversing, one higher; none when there is no room.
fn raised(answers: &Answers, item: Item) -> Option<Answers> {
    let answer = answers.reply(item).given()?.number();
    let higher = if REVERSED.contains(&item) {
        answer.checked_sub(1)?
    } else {
        answer + 1
    };
    let mut raised = *answers;
    raised.set(item, Reply::Given(Frequency::from_number(higher)?));
    Some(raised)
}

/// How near to use a stage is. Few and unclear are equally far: neither names a stage.
fn nearness(stage: Stage) -> u8 {
    match stage {
        Stage::Few | Stage::Unclear => 0,
        Stage::Emotional => 1,
        Stage::Mental => 2,
        Stage::Physical => 3,
        Stage::Use => 4,
    }
}

proptest! {
    #[test]
    fn a_score_is_null_or_lies_between_0_and_100(answers in answers()) {
        let (lowest, highest) = (Fraction::new(0, 1), Fraction::new(100, 1));
        for score in all_scores(&Scores::new(&answers)).into_iter().flatten() {
            let value = score.value();
            prop_assert!(lowest <= value && value <= highest, "{score:?}");
            prop_assert_eq!(value, Fraction::new(value.num(), value.den()), "in lowest terms");
            // Half up: shown − ½ ≤ value < shown + ½.
            let (twice, shown) = (2 * value.num(), 2 * score.shown());
            prop_assert!(shown * value.den() <= twice + value.den());
            prop_assert!(twice < (shown + 1) * value.den());
        }
    }

    #[test]
    fn a_score_rests_on_what_was_answered(answers in answers()) {
        let scores = Scores::new(&answers);
        let total = (Part::Stage.items(), scores.total());
        for (items, score) in item_scales(&scores).into_iter().chain([total]) {
            let given = items.iter().filter_map(|&item| {
                let answer = u32::from(answers.reply(item).given()?.number());
                Some(if REVERSED.contains(&item) { 4 - answer } else { answer })
            });
            let (answered, sum) = (given.clone().count(), given.sum::<u32>());
            let is_enough = 2 * answered >= items.len() && answered >= 2;
            if items.len() < 18 {
                prop_assert_eq!(score.is_some(), is_enough, "{:?}", items);
            }
            let Some(score) = score else { continue };
            let count = u32::from(score.answered());
            prop_assert_eq!(usize::from(score.answered()), answered);
            prop_assert_eq!(usize::from(score.of()), items.len());
            prop_assert_eq!(score.is_partial(), answered < items.len());
            prop_assert_eq!(score.value().num() * 4 * count, 100 * sum * score.value().den());
        }
    }

    #[test]
    fn the_total_is_null_exactly_when_an_area_is(answers in answers()) {
        let scores = Scores::new(&answers);
        let any_null = Area::ALL.iter().any(|&area| scores.area(area).is_none());
        prop_assert_eq!(scores.total().is_none(), any_null);
        prop_assert_eq!(result(&answers, &Gates::default()).level.is_none(), any_null);
    }

    #[test]
    fn overall_is_the_equal_mean_of_three_domains_or_four(answers in answers()) {
        let scores = Scores::new(&answers);
        let domains: Vec<_> = Domain::ALL.iter().filter_map(|&domain| scores.domain(domain)).collect();
        prop_assert_eq!(scores.overall().is_some(), domains.len() >= 3);
        if let Some(overall) = scores.overall() {
            let sixths = |score: &Score| score.value().num() * 6 / score.value().den();
            let mean = Fraction::new(domains.iter().map(sixths).sum(), 6 * u32::from(overall.answered()));
            let skipped_any = Part::Wellness.items().iter().any(|&item| answers.value(item).is_none());
            prop_assert_eq!(overall.value(), mean);
            prop_assert_eq!(usize::from(overall.answered()), domains.len());
            prop_assert_eq!(overall.of(), 4);
            prop_assert_eq!(overall.is_partial(), skipped_any);
        }
    }

    #[test]
    fn raising_a_value_never_lowers_a_score(answers in answers()) {
        let before = all_scores(&Scores::new(&answers));
        for (item, raised) in Item::ALL.into_iter().filter_map(|item| Some((item, raised(&answers, item)?))) {
            let after = all_scores(&Scores::new(&raised));
            for (before, after) in before.iter().zip(after) {
                prop_assert_eq!(before.is_some(), after.is_some());
                let value = |score: Option<Score>| score.map(Score::value);
                prop_assert!(value(*before) <= value(after), "raising {item:?}");
            }
        }
    }

    #[test]
    fn raising_a_sign_never_moves_the_stage_away_from_use(answers in answers(), gates in gates()) {
        let before = result(&answers, &gates);
        for &item in Part::Stage.items() {
            let Some(raised) = raised(&answers, item) else { continue };
            let after = result(&raised, &gates);
            let (stage_before, stage_after) = (before.stage.stage, after.stage.stage);
            prop_assert!(
                stage_after == stage_before || nearness(stage_after) > nearness(stage_before),
                "raising {item:?} moved {stage_before:?} to {stage_after:?}"
            );
            let lost = before.stage.raised().find(|&area| !after.stage.is_raised(area));
            prop_assert_eq!(lost, None, "raising {:?}", item);
            prop_assert!(!before.stage.key || after.stage.key, "raising {item:?}");
            let lost = before.cards.iter().find(|&card| !after.cards.has(card));
            prop_assert_eq!(lost, None, "raising {:?}", item);
        }
    }

    #[test]
    fn use_told_nearer_never_moves_the_stage_away_nor_takes_a_card(answers in answers(), gates in gates()) {
        let nearer_and_nearer: [(Gate, &[&str]); 2] =
            [(Gate::U1, &["longer", "month", "week", "today"]), (Gate::U5, &["no", "maybe", "yes"])];
        for (gate, codes) in nearer_and_nearer {
            let results: Vec<_> = codes.iter().map(|&code| {
                let mut gates = gates;
                record(&mut gates, gate, &Reply::Given(vec![code]));
                result(&answers, &gates)
            }).collect();
            for pair in results.windows(2) {
                prop_assert!(nearness(pair[0].stage.stage) <= nearness(pair[1].stage.stage));
                prop_assert_eq!(pair[0].cards.iter().find(|&card| !pair[1].cards.has(card)), None);
            }
        }
    }

    #[test]
    fn the_order_of_answering_is_irrelevant(
        wanted in answers(),
        wanted_gates in gates(),
        passing in answers(),
        passing_gates in gates(),
        items in Just(Item::ALL.to_vec()).prop_shuffle(),
        order in Just(Gate::ALL.to_vec()).prop_shuffle(),
        pick in pick(),
    ) {
        // Starts from other replies: what a person took back leaves no trace either.
        let (mut answers, mut gates) = (passing, passing_gates);
        for item in items {
            answers.set(item, wanted.reply(item));
        }
        for gate in order {
            record(&mut gates, gate, &wanted_gates.codes(gate));
        }
        prop_assert_eq!(gates, wanted_gates);
        prop_assert_eq!(
            CheckResult::new(&answers, &gates, pick),
            CheckResult::new(&wanted, &wanted_gates, pick)
        );
    }

    #[test]
    fn reversing_twice_is_identity(answers in answers()) {
        for frequency in Frequency::ALL {
            prop_assert_eq!(frequency.reversed().reversed(), frequency);
            prop_assert_eq!(frequency.reversed().number(), 4 - frequency.number());
        }
        let mut twice = answers;
        for item in Item::ALL {
            twice.set(item, twice.reply(item).map(Frequency::reversed).map(Frequency::reversed));
        }
        prop_assert_eq!(twice, answers);
    }

    #[test]
    fn missing_counts_as_skipped_in_the_result(answers in answers(), gates in gates(), pick in pick()) {
        let mut skipped = answers;
        for item in Item::ALL {
            skipped.set(item, skipped.reply(item).or_skipped());
        }
        prop_assert_eq!(
            CheckResult::new(&answers, &gates, pick),
            CheckResult::new(&skipped, &gates.at_result(), pick)
        );
    }

    #[test]
    fn use_and_wellness_do_not_mix(
        answers in answers(), other in answers(), gates in gates(), other_gates in gates(),
    ) {
        let here = result(&answers, &gates);
        prop_assert_eq!(here.scores, result(&answers, &other_gates).scores);
        let mut only_signs_kept = other;
        for &item in Part::Stage.items() {
            only_signs_kept.set(item, answers.reply(item));
        }
        let there = result(&only_signs_kept, &gates);
        prop_assert_eq!((here.stage, here.wording, here.cards), (there.stage, there.wording, there.cards));
    }

    #[test]
    fn also_names_every_raised_area_but_the_one_of_the_stage(answers in answers(), gates in gates()) {
        let stage = result(&answers, &gates).stage;
        let own = match stage.stage {
            Stage::Use | Stage::Physical => Some(Area::Physical),
            Stage::Mental => Some(Area::Mental),
            Stage::Emotional => Some(Area::Emotional),
            Stage::Few | Stage::Unclear => None,
        };
        let nearest_first = [Area::Physical, Area::Mental, Area::Emotional];
        let raised = || nearest_first.into_iter().filter(|&area| stage.is_raised(area));
        prop_assert!(stage.raised().eq(raised()));
        prop_assert!(stage.also().eq(raised().filter(|&area| Some(area) != own)));
        if stage.stage != Stage::Use {
            prop_assert_eq!(stage.raised().next(), own, "the stage is the raised area nearest to use");
        }
    }

    #[test]
    fn at_most_three_factors_are_named_the_pick_first(answers in answers(), pick in pick()) {
        let result = CheckResult::new(&answers, &Gates::default(), pick);
        let ranked = &result.ranked;
        let score = |factor: Factor| result.scores.factor(factor).map(Score::value);
        let is_strained = |factor: Factor| score(factor) >= Some(Fraction::new(75, 2));
        prop_assert!(ranked.len() <= 3);
        prop_assert!(pick.is_none() || ranked.first() == pick.as_ref());
        let others = &ranked[usize::from(pick.is_some())..];
        prop_assert!(others.iter().all(|&factor| is_strained(factor) && Some(factor) != pick));
        prop_assert!(others.windows(2).all(|pair| pair[0] != pair[1] && score(pair[0]) >= score(pair[1])));
        for left_out in Factor::ALL.into_iter().filter(|factor| !ranked.contains(factor)) {
            let is_outdone = ranked.len() == 3 && others.iter().all(|&named| score(named) >= score(left_out));
            prop_assert!(!is_strained(left_out) || is_outdone, "{left_out:?} is missing");
        }
    }

    #[test]
    fn one_answer_all_the_way_is_noticed_from_ten_on(answers in answers()) {
        let given: Vec<_> = Item::ALL.into_iter().filter_map(|item| answers.reply(item).given()).collect();
        let all_alike = given.iter().all(|answer| *answer == given[0]);
        let expected = (given.len() >= 10 && all_alike).then(|| given[0]);
        prop_assert_eq!(answers.same_answer(), expected);
    }

    #[test]
    fn a_plan_offers_four_different_steps_in_the_order_of_the_sheet(
        answers in answers(), gates in gates(), pick in pick(),
    ) {
        let result = CheckResult::new(&answers, &gates, pick);
        let below_strong = Domain::ALL
            .into_iter()
            .filter_map(|domain| Some((result.scores.domain(domain)?.value(), domain)))
            .filter(|&(score, _)| score < Fraction::new(75, 1));
        // Of two as low, the first in the sheet: `min_by_key` keeps it.
        let lowest = below_strong.min_by_key(|&(score, _)| score).map(|(_, domain)| domain);
        let mut candidates = vec![Reason::Stage(result.stage.stage)];
        candidates.extend(result.ranked.first().copied().map(Reason::Factor));
        candidates.extend(lowest.map(Reason::Domain));
        candidates.extend(result.ranked.iter().skip(1).copied().map(Reason::Factor));

        let offered = plan::offers(&result, &[]);
        let mut rest = offered.iter();
        let mut next = rest.next();
        let mut taken = Vec::new();
        for reason in candidates {
            if let Some((_, step)) = next.filter(|(offered, _)| *offered == reason) {
                prop_assert!(reason.steps().contains(step) && !taken.contains(step));
                taken.push(*step);
                next = rest.next();
            } else {
                let keep_beside_card = |step: &Step| *step == Step::Keep && result.cards.any_from_gates();
                let none_is_left = reason.steps().iter().all(|step| {
                    taken.contains(step) || keep_beside_card(step) || *step == Step::ArtOrAcupuncture
                });
                prop_assert!(taken.len() == 4 || none_is_left, "{reason:?} is passed over");
            }
        }
        prop_assert_eq!(next, None, "offered beyond the candidates");
        prop_assert!(offered.len() <= 4);
        prop_assert!(!(taken.contains(&Step::Keep) && result.cards.any_from_gates()));
    }
}

// Safety.

proptest! {
    #[test]
    fn a_card_is_due_by_the_gates_it_names_alone(gates in gates(), other in gates()) {
        for card in Card::ALL {
            let mut mixed = other.effective();
            for gate in Gate::ALL {
                // What decides whether a gate is asked stays too.
                let stays = card.gates().contains(&gate) || [Gate::U1, Gate::U5, Gate::U3, Gate::Q3].contains(&gate);
                if stays {
                    record(&mut mixed, gate, &gates.codes(gate));
                }
            }
            if card != Card::A5 {
                prop_assert_eq!(Cards::due(&mixed).has(card), Cards::due(&gates).has(card), "{:?}", card);
            }
        }
    }

    #[test]
    fn cards_depend_on_gates_only_except_the_last(answers in answers(), other in answers(), gates in gates()) {
        let cards = result(&answers, &gates).cards;
        let of_gates = |cards: Cards| -> Vec<_> { cards.iter().filter(|&card| card != Card::A5).collect() };
        let others = result(&other, &gates).cards;
        prop_assert_eq!(of_gates(cards), of_gates(others));
        prop_assert_eq!(cards.emergency, others.emergency);
        prop_assert_eq!(of_gates(cards), of_gates(Cards::due(&gates.at_result())));
        prop_assert_eq!(cards.any_from_gates(), !of_gates(cards).is_empty());
    }

    #[test]
    fn support_is_due_exactly_at_use_and_the_physical_stage(answers in answers(), gates in gates()) {
        let result = result(&answers, &gates);
        let near_use = matches!(result.stage.stage, Stage::Use | Stage::Physical);
        prop_assert_eq!(result.cards.has(Card::A5), near_use);
        prop_assert!(!Cards::due(&gates).has(Card::A5));
    }

    #[test]
    fn a_later_gate_never_removes_a_card(gates in gates()) {
        let mut before = Cards::default();
        let prefixes = Gate::ALL.map(|gate| gates.up_to(gate));
        for seen in prefixes.into_iter().chain([gates, gates.at_result()]) {
            let now = Cards::due(&seen);
            prop_assert!(keeps_all(before, now), "{before:?} became {now:?} at {seen:?}");
            before = now;
        }
    }

    #[test]
    fn going_on_gate_by_gate_never_removes_a_card(replies in gate_replies()) {
        let mut gates = Gates::default();
        let mut before = Cards::default();
        for _ in Gate::ALL {
            let Some(gate) = gates.next() else { break };
            let (_, reply) = &replies[gate as usize];
            record(&mut gates, gate, reply);
            prop_assert!(gates.is_seen(gate), "{gate:?} would be asked for ever");
            let now = Cards::due(&gates);
            prop_assert!(keeps_all(before, now), "{gate:?} turned {before:?} into {now:?}");
            before = now;
        }
        prop_assert_eq!(gates.next(), None);
        prop_assert!(keeps_all(before, Cards::due(&gates.at_result())));
    }

    #[test]
    fn an_answer_behind_an_unmet_condition_changes_nothing(gates in gates(), answers in answers()) {
        let effective = gates.effective();
        for gate in Gate::ALL {
            prop_assert_eq!(gates.is_asked(gate), effective.is_asked(gate));
            prop_assert!(gates.is_asked(gate) || !effective.is_seen(gate));
            prop_assert!(!gates.is_asked(gate) || gates.codes(gate) == effective.codes(gate));
        }
        prop_assert_eq!(result(&answers, &gates), result(&answers, &effective));
        prop_assert_eq!(Cards::due(&gates), Cards::due(&effective));
    }
}

/// True when `after` has every card of `before`, and every reason for the first.
fn keeps_all(before: Cards, after: Cards) -> bool {
    let (was, is) = (before.emergency, after.emergency);
    before.iter().all(|card| after.has(card))
        && (!was.danger || is.danger)
        && (!was.self_harm || is.self_harm)
        && (!was.withdrawal || is.withdrawal)
}

/// One reply to a gate, with skipped and not reached kept apart.
type Told = Reply<&'static str>;

fn any_of(gate: Gate) -> Vec<Told> {
    let given = gate.codes().iter().map(|&code| Reply::Given(code));
    [Reply::NotSeen, Reply::Skipped]
        .into_iter()
        .chain(given)
        .collect()
}

/// The sheet's rules for A2 and A4, written again from its table, over every combination of the gates they
/// read. A wrong or missing card is the worst defect there can be, so nothing is left to chance here.
#[test]
fn every_combination_of_gates_brings_the_cards_of_the_sheet() {
    let sets: Vec<Vec<&str>> = (0..32_usize)
        .map(|set| {
            Gate::U3
                .codes()
                .iter()
                .enumerate()
                .filter(move |(bit, _)| (set >> bit) & 1 == 1)
        })
        .map(|chosen| chosen.map(|(_, &code)| code).collect())
        .collect();
    for u1 in any_of(Gate::U1) {
        for u2 in any_of(Gate::U2) {
            for u5 in any_of(Gate::U5) {
                for u3 in &sets {
                    for u4 in any_of(Gate::U4) {
                        check_overdose_and_withdrawal(u1, u2, u5, u3, u4);
                    }
                }
            }
        }
    }
    for q1 in any_of(Gate::Q1) {
        for q3 in any_of(Gate::Q3) {
            for q4 in any_of(Gate::Q4) {
                for q2 in any_of(Gate::Q2) {
                    check_emergency_and_self_harm(q1, q3, q4, q2);
                }
            }
        }
    }
}

fn told(gates: &mut Gates, gate: Gate, told: Told) {
    record(gates, gate, &told.map(|code| vec![code]));
}

fn is_one_of(told: Told, codes: &[&str]) -> bool {
    told.given().is_some_and(|code| codes.contains(&code))
}

fn check_overdose_and_withdrawal(u1: Told, u2: Told, u5: Told, u3: &[&'static str], u4: Told) {
    let mut gates = Gates::default();
    for (gate, reply) in [
        (Gate::U1, u1),
        (Gate::U2, u2),
        (Gate::U5, u5),
        (Gate::U4, u4),
    ] {
        told(&mut gates, gate, reply);
    }
    if !u3.is_empty() {
        record(&mut gates, Gate::U3, &Reply::Given(u3.to_vec()));
    }
    let week = is_one_of(u1, &["today", "week"]);
    let soon = is_one_of(u5, &["maybe", "yes"]);
    let u3_asked = week || is_one_of(u1, &["month"]) || soon;
    let includes = |code: &str| u3_asked && u3.contains(&code);
    let opioids = includes("opioids") || includes("street");
    let (alcohol, benzos) = (includes("alcohol"), includes("benzos"));
    let overdose = |no_break_known: bool| {
        opioids && (week || soon || no_break_known || alcohol || benzos) || (alcohol && benzos)
    };
    let maybe_break = u4 == Reply::Skipped || is_one_of(u4, &["yes", "not_sure"]);
    let withdrawal = week && is_one_of(u2, &["4-7"]) && (alcohol || benzos);

    let on_the_way = Cards::due(&gates);
    let at_result = Cards::due(&gates.at_result());
    let found = [on_the_way, at_result].map(|cards| (cards.has(Card::A2), cards.has(Card::A4)));
    let at_result_too = maybe_break || u4 == Reply::NotSeen;
    let expected = [
        (overdose(maybe_break), withdrawal),
        (overdose(at_result_too), withdrawal),
    ];
    assert_eq!(found, expected, "{gates:?}");
    assert!(
        !at_result.has(Card::A1) && !at_result.has(Card::A3),
        "{gates:?}"
    );
}

fn check_emergency_and_self_harm(q1: Told, q3: Told, q4: Told, q2: Told) {
    let mut gates = Gates::default();
    for (gate, reply) in [
        (Gate::Q1, q1),
        (Gate::Q3, q3),
        (Gate::Q4, q4),
        (Gate::Q2, q2),
    ] {
        told(&mut gates, gate, reply);
    }
    let danger = is_one_of(q1, &["yes"]);
    let severe = is_one_of(q3, &["yes"]) && is_one_of(q4, &["severe"]);
    let might_act = is_one_of(q2, &["might_act"]);
    let self_harm = is_one_of(q2, &["safe", "might_act"]);
    let stopping = is_one_of(q3, &["yes", "plan"]);
    let expected = [
        danger || severe || might_act,
        false,
        self_harm,
        stopping,
        false,
    ];
    for cards in [Cards::due(&gates), Cards::due(&gates.at_result())] {
        assert_eq!(Card::ALL.map(|card| cards.has(card)), expected, "{gates:?}");
        let reasons = cards.emergency;
        assert_eq!(
            (reasons.danger, reasons.withdrawal, reasons.self_harm),
            (danger, severe, might_act)
        );
    }
}

// Change.

fn day(number: u32) -> Day {
    Day::new(number).expect("a day in range")
}

fn between(earlier: &Answers, later: &Answers, days: u32) -> Option<Changes> {
    let moment = |day, answers| Moment {
        day,
        version: VERSION,
        answers,
    };
    Changes::between(moment(day(100), earlier), moment(day(100 + days), later))
}

fn all_changes(changes: &Changes) -> Vec<Option<Change>> {
    let areas = Area::ALL.map(|area| changes.area(area));
    let factors = Factor::ALL.map(|factor| changes.factor(factor));
    let domains = Domain::ALL.map(|domain| changes.domain(domain));
    [
        &areas[..],
        &factors,
        &domains,
        &[changes.total, changes.overall],
    ]
    .concat()
}

fn swapped(change: Change) -> Change {
    match change {
        Change::None => Change::None,
        Change::Higher(sureness) => Change::Lower(sureness),
        Change::Lower(sureness) => Change::Higher(sureness),
    }
}

proptest! {
    #[test]
    fn told_the_other_way_round_a_change_turns_round(one in answers(), other in answers()) {
        let there = between(&one, &other, DAYS_BETWEEN).expect("far enough apart");
        let back = between(&other, &one, DAYS_BETWEEN).expect("far enough apart");
        let turned: Vec<_> = all_changes(&back).into_iter().map(|change| change.map(swapped)).collect();
        prop_assert_eq!(all_changes(&there), turned);
    }

    #[test]
    fn a_change_goes_the_way_the_scores_go(one in answers(), other in answers()) {
        let changes = all_changes(&between(&one, &other, DAYS_BETWEEN).expect("far enough apart"));
        let before = all_scores(&Scores::new(&one.answered_in_both(&other)));
        let after = all_scores(&Scores::new(&other.answered_in_both(&one)));
        for ((before, after), change) in before.into_iter().zip(after).zip(changes) {
            prop_assert_eq!(change.is_some(), before.is_some() && after.is_some());
            let (Some(before), Some(after), Some(change)) = (before, after, change) else { continue };
            match change {
                Change::Higher(_) => prop_assert!(after.value() > before.value()),
                Change::Lower(_) => prop_assert!(after.value() < before.value()),
                Change::None => prop_assert!(before.value().distance(after.value()) < Fraction::new(25, 1)),
            }
        }
    }

    #[test]
    fn only_items_answered_both_times_are_compared(one in answers(), other in answers()) {
        let both = one.answered_in_both(&other);
        for item in Item::ALL {
            let in_both = other.reply(item).given().and(one.reply(item).given());
            prop_assert_eq!(both.reply(item).given(), in_both);
        }
        prop_assert_eq!(between(&one, &other, 30), between(&both, &other, 30));
        prop_assert_eq!(between(&one, &other, 30), between(&one, &other.answered_in_both(&one), 30));
    }

    #[test]
    fn nothing_has_changed_beside_itself(answers in answers()) {
        let changes = all_changes(&between(&answers, &answers, DAYS_BETWEEN).expect("far enough apart"));
        prop_assert!(changes.into_iter().flatten().all(|change| change == Change::None));
    }

    #[test]
    fn two_are_compared_from_seven_days_on(one in answers(), other in answers(), days in 0..30_u32) {
        prop_assert_eq!(between(&one, &other, days).is_some(), days >= 7);
        let moment = |day, version| Moment { day, version, answers: &one };
        let (early, late) = (day(100), day(130));
        prop_assert!(Changes::between(moment(late, VERSION), moment(early, VERSION)).is_none());
        prop_assert!(Changes::between(moment(early, VERSION + 1), moment(late, VERSION)).is_none());
        prop_assert!(Changes::between(moment(early, VERSION), moment(late, VERSION + 1)).is_none());
    }
}

// The way through a check-in.

/// A person on the way: what they would reply if asked, and where they stop with the optional parts.
#[derive(Debug)]
struct Walker {
    gate_replies: Vec<(Gate, Reply<Vec<&'static str>>)>,
    answers: Answers,
    /// How many optional items they answer before ending; beyond the last, they never end early.
    optional: usize,
    /// True when they reply to the item they end at.
    replies_before_ending: bool,
}

fn walker() -> impl Strategy<Value = Walker> {
    (gate_replies(), answers(), 0..30_usize, any::<bool>()).prop_map(
        |(gate_replies, mut answers, optional, replies_before_ending)| {
            // A person passes an item by answering or by skipping, so on the way none stays "not seen".
            for item in Item::ALL {
                answers.set(item, answers.reply(item).or_skipped());
            }
            Walker {
                gate_replies,
                answers,
                optional,
                replies_before_ending,
            }
        },
    )
}

/// One stop on the way, with everything replied up to the moment of arriving there.
#[derive(Debug)]
struct Stop {
    place: Place,
    gates: Gates,
    answers: Answers,
}

impl Stop {
    fn way(&self) -> Way<'_> {
        Way {
            gates: &self.gates,
            answers: &self.answers,
        }
    }
}

impl Walker {
    /// Walks from the first place to the full result. `gates` and `answers` may hold what an earlier walk
    /// left behind.
    fn walk(&self, mut gates: Gates, mut answers: Answers) -> Vec<Stop> {
        const MORE_THAN_ALL_PLACES: usize = 70;
        let mut stops = Vec::new();
        let mut place = Place::FIRST;
        let mut optional_left = self.optional;
        while stops.len() < MORE_THAN_ALL_PLACES {
            stops.push(Stop {
                place,
                gates,
                answers,
            });
            let mut ends_here = false;
            match place {
                Place::Gate(gate) => record(&mut gates, gate, &self.gate_replies[gate as usize].1),
                Place::Item(item) if item.part() == Part::Stage => {
                    answers.set(item, self.answers.reply(item));
                }
                Place::Item(item) => {
                    optional_left = optional_left.saturating_sub(1);
                    ends_here = optional_left == 0;
                    if !ends_here || self.replies_before_ending {
                        answers.set(item, self.answers.reply(item));
                    }
                }
                Place::ResultShort => ends_here = optional_left == 0,
                Place::Cards(_) | Place::SameAnswer(_) => {}
                Place::ResultFull => return stops,
            }
            let way = Way {
                gates: &gates,
                answers: &answers,
            };
            place = if ends_here {
                way.finish()
            } else {
                way.next(place)
            };
        }
        stops
    }

    fn fresh_walk(&self) -> Vec<Stop> {
        self.walk(Gates::default(), Answers::default())
    }
}

fn places(stops: &[Stop]) -> Vec<Place> {
    stops.iter().map(|stop| stop.place).collect()
}

proptest! {
    #[test]
    fn every_way_ends_at_the_full_result(walker in walker()) {
        let stops = walker.fresh_walk();
        let places = places(&stops);
        prop_assert_eq!(places.last(), Some(&Place::ResultFull));
        prop_assert_eq!(places.iter().filter(|&&place| place == Place::ResultShort).count(), 1);
        let names: BTreeSet<_> = places.iter().map(|place| place.name()).collect();
        prop_assert_eq!(names.len(), places.len(), "no place comes twice");
        let end = stops.last().expect("a last stop");
        prop_assert_eq!(end.way().next(Place::ResultFull), Place::ResultFull);
    }

    #[test]
    fn each_asked_gate_is_visited_in_order_and_no_other(walker in walker(), held in gates()) {
        // `held` stands for an earlier walk: replies may wait behind conditions that are no longer met.
        let stops = walker.walk(held, Answers::default());
        let visited: Vec<_> = stops
            .iter()
            .filter_map(|stop| if let Place::Gate(gate) = stop.place { Some((gate, stop)) } else { None })
            .collect();
        let end = stops.last().expect("a last stop");
        let asked = Gate::ALL.into_iter().filter(|&gate| end.gates.is_asked(gate));
        prop_assert!(asked.eq(visited.iter().map(|&(gate, _)| gate)));
        prop_assert!(visited.iter().all(|(gate, stop)| stop.gates.is_asked(*gate)));
        prop_assert_eq!(end.gates.next(), None);
        let first_item = stops.iter().position(|stop| matches!(stop.place, Place::Item(_)));
        let last_gate = stops.iter().rposition(|stop| matches!(stop.place, Place::Gate(_) | Place::Cards(_)));
        prop_assert!(last_gate < first_item, "all gates come before all items");
    }

    #[test]
    fn a_gate_is_asked_as_soon_as_its_turn_comes(walker in walker()) {
        // `Gates::next` is what the scoring command tells; the page must ask the same gate.
        for stop in walker.fresh_walk() {
            if let Place::Gate(gate) = stop.place {
                prop_assert_eq!(stop.gates.next(), Some(gate));
            }
        }
    }

    #[test]
    fn a_card_is_shown_right_after_the_gate_that_brings_it(walker in walker(), held in gates()) {
        let stops = walker.walk(held, Answers::default());
        let mut shown = Cards::default();
        for pair in stops.windows(2) {
            let [here, next] = pair else { continue };
            if let Place::Gate(gate) = here.place {
                let now = Cards::due(&next.gates.up_to(gate));
                let expected = if now == shown { None } else { Some(Place::Cards(gate)) };
                prop_assert_eq!(matches!(next.place, Place::Cards(_)).then_some(next.place), expected);
                shown = now;
            } else {
                prop_assert!(!matches!(next.place, Place::Cards(_)), "cards follow gates only");
            }
        }
        let end = stops.last().expect("a last stop");
        let at_result = result(&end.answers, &end.gates).cards;
        prop_assert!(keeps_all(shown, at_result));
        prop_assert!(at_result.iter().all(|card| card == Card::A5 || shown.has(card)), "none is new at the end");
        prop_assert_eq!(at_result.emergency, shown.emergency);
    }

    #[test]
    fn items_come_in_order_and_all_signs_before_the_result(walker in walker()) {
        let stops = walker.fresh_walk();
        let items = |stops: &[Stop]| -> Vec<_> {
            let item = |stop: &Stop| if let Place::Item(item) = stop.place { Some(item) } else { None };
            stops.iter().filter_map(item).collect()
        };
        let short = stops.iter().position(|stop| stop.place == Place::ResultShort).expect("a short result");
        let (before, after) = stops.split_at(short);
        prop_assert_eq!(items(before), Part::Stage.items());
        let optional = items(after);
        prop_assert_eq!(&optional[..], &Item::ALL[18..18 + walker.optional.min(24)]);
    }

    #[test]
    fn one_answer_all_the_way_is_asked_about_once(walker in walker()) {
        let stops = walker.fresh_walk();
        let short = stops.iter().position(|stop| stop.place == Place::ResultShort).expect("a short result");
        let prompts = |stops: &[Stop]| -> Vec<_> {
            let is_prompt = |place: &Place| matches!(place, Place::SameAnswer(_));
            places(stops).into_iter().filter(is_prompt).collect()
        };
        let at_stage_end = stops[short].answers.same_answer().is_some();
        let at_end = stops.last().expect("a last stop").answers.same_answer().is_some();
        let expected = if at_stage_end { vec![Place::SameAnswer(Part::Stage)] } else { vec![] };
        prop_assert_eq!(prompts(&stops[..short]), expected);
        let late = !at_stage_end && at_end;
        let expected = if late { vec![Place::SameAnswer(Part::Wellness)] } else { vec![] };
        prop_assert_eq!(prompts(&stops[short..]), expected);
    }

    #[test]
    fn back_leads_where_the_person_came_from(walker in walker(), held in gates()) {
        let stops = walker.walk(held, Answers::default());
        prop_assert_eq!(stops[0].way().previous(Place::FIRST), None);
        let end = stops.last().expect("a last stop");
        for pair in stops.windows(2).take_while(|pair| pair[1].place != Place::ResultFull) {
            let [from, here] = pair else { continue };
            // The late prompt may have been reached by ending early; it is looked at below.
            if here.place == Place::SameAnswer(Part::Wellness) {
                continue;
            }
            prop_assert_eq!(here.way().previous(here.place), Some(from.place));
            prop_assert_eq!(end.way().previous(here.place), Some(from.place), "also from the end");
            prop_assert_eq!(end.way().next(from.place), here.place, "and on again");
        }
    }

    #[test]
    fn back_from_the_full_result_leads_to_where_the_optional_parts_were_left(walker in walker()) {
        let stops = walker.fresh_walk();
        let end = stops.last().expect("a last stop");
        let way = end.way();
        let mut back = way.previous(Place::ResultFull).expect("a way back");
        if let Place::SameAnswer(part) = back {
            prop_assert_eq!(part, Part::Wellness);
            prop_assert_eq!(way.next(back), Place::ResultFull);
            prop_assert_eq!(way.finish(), back);
            back = way.previous(back).expect("a way back");
        } else {
            prop_assert_eq!(way.finish(), Place::ResultFull);
        }
        let unseen = |item: &Item| !end.answers.reply(*item).is_seen();
        let optional = &Item::ALL[18..];
        let expected = if optional.iter().all(unseen) {
            Place::ResultShort
        } else {
            Place::Item(optional.iter().copied().find(unseen).unwrap_or(Item::K3))
        };
        prop_assert_eq!(back, expected);
    }

    #[test]
    fn back_and_on_again_is_the_same_place_whatever_is_held(gates in gates(), answers in answers()) {
        let way = Way { gates: &gates, answers: &answers };
        for place in Place::all() {
            let is_on_the_way = match place {
                Place::Gate(gate) => gates.is_asked(gate),
                Place::Cards(gate) => gates.is_asked(gate) && way.next(Place::Gate(gate)) == place,
                Place::SameAnswer(Part::Stage) => way.next(Place::Item(Item::P6)) == place,
                Place::SameAnswer(_) | Place::ResultFull => false,
                Place::Item(_) | Place::ResultShort => true,
            };
            if !is_on_the_way {
                continue;
            }
            let back = way.previous(place);
            prop_assert_eq!(back.is_none(), place == Place::FIRST);
            prop_assert_eq!(back.map_or(place, |back| way.next(back)), place, "by way of {:?}", back);
        }
    }
}

#[test]
fn every_place_has_a_name_of_its_own() {
    let places: Vec<_> = Place::all().collect();
    let names: BTreeSet<_> = places.iter().map(|place| place.name()).collect();
    assert_eq!(names.len(), places.len());
    for place in places {
        assert_eq!(Place::from_name(&place.name()), Some(place));
    }
}
