//! The table, the FHIR bundle and the page in words: what they hold, and that it is what the rules say.

use crate::any::taken;
use crate::sample::{assert_is_fixture, sample};
use proptest::prelude::*;
use recovery_check::domain::check_in::CheckIn;
use recovery_check::domain::date::Day;
use recovery_check::domain::gates::{Danger, Gate, LastUse};
use recovery_check::domain::help::Region;
use recovery_check::domain::instrument::{Area, Domain, Item};
use recovery_check::domain::plan::Plan;
use recovery_check::domain::reply::Reply;
use recovery_check::domain::step::Step;
use recovery_check::export::summary::Section;
use recovery_check::export::{Taken, csv, fhir, summary};
use recovery_check::i18n::EN;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

// The table.

/// The columns are an interface: a change of names is a change of version.
const COLUMNS: &str = "id,date,version,finished,Q1,G1,U1,U2,U5,U3,U4,Q3,Q4,Q2,\
    E1,E2,E3,E4,E5,E6,M1,M2,M3,M4,M5,M6,P1,P2,P3,P4,P5,P6,T1,T2,S1,S2,H1,H2,C1,C2,N1,N2,D1,D2,\
    W1,W2,W3,F1,F2,F3,L1,L2,L3,K1,K2,K3,pick,";
const SCALES: &str = "emotional mental physical total triggers support mental_health coping environment trauma \
    health functioning relationships resilience overall";

/// One row as a map, read by another program's reader.
type Row = BTreeMap<String, String>;

fn rows(table: &str) -> Vec<Row> {
    let mut reader = csv_reader(table);
    let names = reader.headers().expect("a header").clone();
    let rows = reader.records().map(|record| {
        let record = record.expect("a row as long as the header");
        let fields = names.iter().zip(record.iter());
        fields
            .map(|(name, field)| (name.to_owned(), field.to_owned()))
            .collect()
    });
    rows.collect()
}

fn csv_reader(table: &str) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().from_reader(table.as_bytes())
}

#[test]
fn the_sample_as_a_table() {
    let table = csv::write(&sample());
    assert_is_fixture("sample.csv", &table);
    let header = table.lines().next().unwrap();
    assert!(header.starts_with(COLUMNS), "{header}");
    for scale in SCALES.split(' ') {
        for end in ["", "_num", "_den", "_partial"] {
            assert!(
                header.split(',').any(|name| name == scale.to_owned() + end),
                "{scale}{end}"
            );
        }
    }
    let rows = rows(&table);
    assert_eq!(rows.len(), 9);
    let last = &rows[8];
    for (name, field) in [
        ("date", "2026-11-08"),
        ("total", "34.72"),
        ("total_num", "625"),
        ("total_den", "18"),
        ("emotional", "50"),
        ("stage", "emotional"),
        ("level", "some"),
        ("ranked", "mental_health triggers coping"),
        ("resilience_band", "care"),
        ("cards", ""),
    ] {
        assert_eq!(last[name], field, "{name}");
    }
    assert_eq!(rows[3]["E6"], "skip");
    assert_eq!(rows[3]["total_partial"], "1");
    assert_eq!(
        (rows[5]["stage"].as_str(), rows[5]["cards"].as_str()),
        ("use", "A5")
    );
}

/// What a scale's columns must hold.
fn assert_scored(row: &Row, check_in: &CheckIn) {
    let scores = check_in.result().scores;
    let areas = Area::ALL.map(|area| (area.code(), scores.area(area)));
    let domains = Domain::ALL.map(|domain| (domain.code(), scores.domain(domain)));
    let others = [("total", scores.total()), ("overall", scores.overall())];
    for (code, score) in areas.into_iter().chain(domains).chain(others) {
        let number = |end: &str| row[&(code.to_owned() + end)].parse::<f64>().ok();
        let Some(score) = score.filter(|_| check_in.finished) else {
            assert_eq!(number(""), None, "{code}");
            continue;
        };
        let exact = f64::from(score.value().num()) / f64::from(score.value().den());
        assert_eq!(number("_num"), Some(f64::from(score.value().num())));
        assert_eq!(number("_den"), Some(f64::from(score.value().den())));
        assert!(
            (number("").unwrap() - exact).abs() <= 0.005 + 1e-9,
            "{code}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_check_in_is_a_row(taken in taken()) {
        let table = csv::write(&taken);
        prop_assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
        let rows = rows(&table);
        prop_assert_eq!(rows.len(), taken.found.check_ins.len());
        for (row, check_in) in rows.iter().zip(&taken.found.check_ins) {
            prop_assert_eq!(&row["id"], &check_in.id.name());
            for item in Item::ALL {
                let written = match check_in.answers.reply(item) {
                    Reply::NotSeen => String::new(),
                    Reply::Skipped => "skip".to_owned(),
                    Reply::Given(answer) => answer.number().to_string(),
                };
                prop_assert_eq!(&row[item.id()], &written);
            }
            assert_scored(row, check_in);
            // No spreadsheet takes a field for a formula.
            prop_assert!(row.values().all(|field| !field.starts_with(['=', '+', '-', '@'])));
        }
    }

    #[test]
    fn every_bundle_is_consistent(taken in taken()) {
        assert_consistent(&bundle(&taken), &taken);
    }
}

// FHIR.

fn bundle(taken: &Taken) -> Value {
    serde_json::from_str(&fhir::write(taken, &EN)).expect("JSON")
}

fn of_kind<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().expect("entries").iter();
    let resources = entries.map(|entry| &entry["resource"]);
    resources
        .filter(|resource| resource["resourceType"] == kind)
        .collect()
}

/// Every item below, by its link id.
fn items<'a>(of: &'a Value, found: &mut BTreeMap<&'a str, &'a Value>) {
    for item in of["item"].as_array().into_iter().flatten() {
        let link = item["linkId"].as_str().expect("a link id");
        assert_eq!(found.insert(link, item), None, "{link} twice");
        items(item, found);
    }
}

/// FHIR knows no empty values.
fn assert_filled(value: &Value) {
    match value {
        Value::Object(fields) => {
            assert!(!fields.is_empty());
            fields.values().for_each(assert_filled);
        }
        Value::Array(values) => {
            assert!(!values.is_empty());
            values.iter().for_each(assert_filled);
        }
        Value::String(text) => assert!(!text.is_empty()),
        Value::Null => panic!("null"),
        _ => {}
    }
}

fn assert_consistent(bundle: &Value, taken: &Taken) {
    assert_filled(bundle);
    let entries = bundle["entry"].as_array().unwrap();
    let addresses: BTreeSet<_> = entries
        .iter()
        .map(|entry| entry["fullUrl"].as_str().unwrap())
        .collect();
    assert_eq!(addresses.len(), entries.len(), "no address twice");
    assert!(
        addresses
            .iter()
            .all(|address| address.starts_with("urn:uuid:") && address.len() == 45)
    );
    let questionnaire = of_kind(bundle, "Questionnaire")[0];
    let mut asked = BTreeMap::new();
    items(questionnaire, &mut asked);
    let responses = of_kind(bundle, "QuestionnaireResponse");
    assert_eq!(responses.len(), taken.found.check_ins.len());
    for (response, check_in) in responses.iter().zip(&taken.found.check_ins) {
        assert_eq!(
            response["questionnaire"],
            "https://recovery-check.invalid/fhir/questionnaire|1"
        );
        assert_eq!(response["status"] == "completed", check_in.finished);
        let mut replied = BTreeMap::new();
        items(response, &mut replied);
        for (link, item) in &replied {
            let options = asked.get(link).map(|asked| &asked["answerOption"]);
            for answer in item["answer"].as_array().into_iter().flatten() {
                let options = options.and_then(Value::as_array).expect(link);
                assert!(options.contains(answer), "{link}: {answer}");
            }
        }
        for item in Item::ALL {
            let said = replied
                .get(item.id())
                .map(|reply| &reply["answer"][0]["valueCoding"]["code"]);
            match check_in.answers.reply(item) {
                Reply::NotSeen => assert_eq!(said, None),
                Reply::Skipped => assert_eq!(said, Some(&Value::Null)),
                Reply::Given(answer) => {
                    assert_eq!(
                        said.and_then(Value::as_str),
                        Some(answer.number().to_string().as_str())
                    );
                }
            }
        }
    }
    let finished = taken
        .found
        .check_ins
        .iter()
        .filter(|check_in| check_in.finished);
    let observations = of_kind(bundle, "Observation");
    assert_eq!(observations.len(), finished.count() * 16);
    for observation in observations {
        let has = |name: &str| observation.get(name).is_some();
        let valued = has("valueQuantity") || has("valueCodeableConcept");
        assert!(valued != has("dataAbsentReason"));
        let response = observation["derivedFrom"][0]["reference"].as_str().unwrap();
        assert!(addresses.contains(response));
        assert!(!has("subject"), "no one is named");
    }
}

#[test]
fn the_questionnaire_asks_every_gate_and_item_in_order() {
    let bundle = bundle(&sample());
    assert_consistent(&bundle, &sample());
    let questionnaire = of_kind(&bundle, "Questionnaire")[0];
    let groups = questionnaire["item"].as_array().unwrap();
    let links = groups
        .iter()
        .flat_map(|group| group["item"].as_array().unwrap());
    let links = links.filter(|item| item["type"] == "choice");
    let links: Vec<_> = links.map(|item| item["linkId"].as_str().unwrap()).collect();
    let gates = Gate::ALL.map(Gate::id);
    let ids = Item::ALL.map(Item::id);
    assert_eq!(links, [&gates[..], &ids[..]].concat());
    for item in groups[0]["item"].as_array().unwrap() {
        let conditions = item["enableWhen"].as_array().map_or(0, Vec::len);
        assert_eq!(item.get("enableBehavior").is_some(), conditions > 1);
        let gate = Gate::from_id(item["linkId"].as_str().unwrap()).unwrap();
        assert_eq!(item["repeats"], gate.is_multiple());
    }
    // Every system that is local travels along, with every code that is used.
    let mut known = BTreeSet::new();
    for system in of_kind(&bundle, "CodeSystem") {
        for concept in system["concept"].as_array().unwrap() {
            known.insert((system["url"].to_string(), concept["code"].to_string()));
        }
    }
    let mut used = BTreeSet::new();
    codings(&bundle, &mut used);
    let local = used
        .iter()
        .filter(|(system, _)| system.contains("recovery-check"));
    for coding in local {
        assert!(known.contains(coding), "{coding:?}");
    }
}

fn codings(value: &Value, found: &mut BTreeSet<(String, String)>) {
    if value["system"].is_string() && value["code"].is_string() {
        found.insert((value["system"].to_string(), value["code"].to_string()));
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|inner| codings(inner, found)),
        Value::Array(values) => values.iter().for_each(|inner| codings(inner, found)),
        _ => {}
    }
}

// The page in words.

fn page(taken: &Taken, sections: &[Section]) -> String {
    summary::write(taken, &EN, Region::Us, &Day::iso, sections)
}

#[test]
fn the_sample_as_a_page() {
    let page = page(&sample(), &Section::ALL);
    assert_is_fixture("sample-summary.txt", &page);
    assert!(page.lines().count() < 60, "one page");
    assert!(page.contains("It is not medical advice."));
    assert!(page.contains("Talk with: 988 Lifeline, 988"));
}

#[test]
fn each_section_can_be_left_out() {
    let all = page(&sample(), &Section::ALL);
    for (section, name) in Section::ALL.into_iter().zip(EN.later().take.sections) {
        let others: Vec<_> = Section::ALL
            .into_iter()
            .filter(|&other| other != section)
            .collect();
        let heading = format!("\n{name}\n");
        assert!(!page(&sample(), &others).contains(&heading), "{name}");
        // No card is due in the sample.
        assert_eq!(all.contains(&heading), section != Section::Safety, "{name}");
    }
    let none = page(&sample(), &[]);
    assert!(
        none.contains("988"),
        "someone to talk with stands on every page"
    );
}

#[test]
fn due_cards_come_before_any_number() {
    let mut taken = sample();
    let last = taken.found.check_ins.last_mut().unwrap();
    last.gates.danger = Reply::Given(Danger::Yes);
    last.gates.last_use = Reply::Given(LastUse::Week);
    let page = page(&taken, &Section::ALL);
    let at = |text: &str| {
        page.find(text)
            .unwrap_or_else(|| panic!("no {text:?} in {page}"))
    };
    assert!(at("Call 911 now") < at("of 100"));
    assert!(at("lay them on their side") < at("of 100"));
    assert!(at(EN.card.support.title) < at("of 100"));
    assert!(
        at("You told us you drank or used") < at("of 100"),
        "use before the total"
    );
}

#[test]
fn the_persons_own_words_stay_as_typed() {
    let page = page(&sample(), &[Section::Plan, Section::Learned]);
    for typed in [
        "text Sam: “Hard day. Can we talk?” 🙂",
        "לצאת להליכה",
        "Sam; my sister, too",
        "Not to unpack alone.",
    ] {
        assert!(page.contains(typed), "{typed}");
    }
}

/// Section 4 of the clinical sheet: what each card must say stands on the page too, and before any step.
#[test]
fn every_due_card_is_whole_on_the_page_and_comes_before_the_steps() {
    let mut taken = sample();
    let last = taken.found.check_ins.last_mut().unwrap();
    for (gate, codes) in [
        (Gate::Q1, &["yes"][..]),
        (Gate::U3, &["opioids", "alcohol"]),
        (Gate::U1, &["today"]),
        (Gate::U2, &["4-7"]),
        (Gate::Q2, &["might_act"]),
    ] {
        last.gates.set(gate, Reply::Given(codes)).unwrap();
    }
    let mut plan = Plan::default();
    plan.add(Step::Keep, None);
    plan.add(Step::Move, None);
    taken.found.plan = Some(plan);
    for region in Region::ALL {
        let write = |sections: &[Section]| summary::write(&taken, &EN, region, &Day::iso, sections);
        let whole = write(&[Section::Safety]);
        let plan = write(&[Section::Plan]);
        for page in [&whole, &plan] {
            for said in [
                EN.card.we_cannot_call,
                EN.card.stay_near,
                EN.card.overdose.text,
                EN.card.self_harm.text,
                EN.card.self_harm_out_of_reach,
                EN.card.withdrawal.text,
                "fits, confusion or seeing things",
                EN.card.support.text,
                EN.card.support_break,
            ] {
                assert!(page.contains(said), "{region:?}: {said} is not on\n{page}");
            }
            if let Some(number) = region.emergency() {
                assert!(page.contains(number), "{region:?}");
            }
            if let Some(line) = region.use_alone() {
                assert!(
                    page.contains((EN.help.service)(line.service).title),
                    "{region:?}"
                );
            }
        }
        let step = plan
            .find((EN.later().result.step)(Step::Move).title)
            .unwrap();
        assert!(plan.find(EN.card.we_cannot_call).unwrap() < step);
        assert!(!plan.contains((EN.later().result.step)(Step::Keep).text));
    }
}
