//! The FHIR export in the hands of others: a validator with the published R4 definitions finds every resource
//! valid, and LHC-Forms shows the questions with the answers in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use e2e::Setup;
use recovery_check::domain::instrument::Item;
use recovery_check::export::{fhir, import};
use recovery_check::i18n::EN;
use serde_json::json;
use xtask::project::Project;
use xtask::server::Server;

fn project() -> Project {
    Project::find().expect("the project's folder")
}

/// The sample as FHIR, and where a file of a package stands.
fn exported() -> String {
    let sample = fs::read(root().join("tests/data/sample-export.json")).expect("the sample");
    fhir::write(&import::read(&sample).expect("a sound sample"), &EN)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn packages() -> PathBuf {
    let packages = project().npm_forms().join("node_modules");
    assert!(
        packages.is_dir(),
        "{}: `cargo xtask test` installs it",
        packages.display()
    );
    packages
}

fn folder(name: &str) -> PathBuf {
    let folder = root().join("target/e2e").join(name);
    fs::create_dir_all(&folder).expect("a folder to write in");
    folder
}

#[test]
fn every_resource_is_valid_r4() {
    const SCRIPT: &str = "
        const { Fhir } = require(process.argv[1]);
        const bundle = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
        const all = [bundle, ...bundle.entry.map(entry => entry.resource)];
        const wrong = all.flatMap(resource =>
            new Fhir().validate(resource, { errorOnUnexpected: true }).messages
                .filter(message => !['info', 'warning'].includes(message.severity))
                .map(message => `${resource.resourceType}: ${message.location} ${message.message}`));
        console.log(JSON.stringify([all.length, wrong]));";
    let file = folder("fhir").join("bundle.json");
    fs::write(&file, exported()).expect("a file written");
    let node = |file: &Path| {
        let run = Command::new("node")
            .args(["-e", SCRIPT])
            .args([&packages().join("fhir"), file])
            .output()
            .expect("node");
        String::from_utf8(run.stdout)
            .expect("text")
            .trim()
            .to_owned()
    };
    assert_eq!(node(&file), "[169,[]]");
    // The validator would see a fault.
    let broken = folder("fhir").join("broken.json");
    fs::write(
        &broken,
        exported().replacen("\"status\":\"draft\"", "\"state\":\"draft\"", 1),
    )
    .expect("a file written");
    assert_ne!(node(&broken), "[169,[]]");
}

#[test]
fn lhc_forms_shows_the_questions_with_their_answers() {
    const PAGE: &str = "<!doctype html><meta charset=\"utf-8\"><title>LHC-Forms</title>
        <link rel=\"stylesheet\" href=\"webcomponent/styles.css\"><body>
        <script src=\"webcomponent/assets/lib/zone.min.js\"></script>
        <script src=\"webcomponent/lhc-forms.js\"></script>
        <script src=\"fhir/R4/lformsFHIR.min.js\"></script>
        <div id=\"form\"></div>";
    const FILES: [&str; 4] = [
        "webcomponent/styles.css",
        "webcomponent/assets/lib/zone.min.js",
        "webcomponent/lhc-forms.js",
        "fhir/R4/lformsFHIR.min.js",
    ];
    let site = folder("forms");
    let package = packages().join("lforms/dist/lforms");
    for file in FILES {
        fs::create_dir_all(site.join(file).parent().expect("a folder")).expect("a folder");
        fs::copy(package.join(file), site.join(file)).expect("a file of the package");
    }
    fs::write(site.join("index.html"), PAGE).expect("a file written");
    fs::write(site.join("bundle.json"), exported()).expect("a file written");
    let server = Server::start(&site, 0).expect("a port");

    let page = Setup::default().start();
    page.go(&server.url());
    let shown = page.run_later(
        "const done = arguments[0];
        (async () => {
            const bundle = await (await fetch('bundle.json')).json();
            const of = type => bundle.entry.map(entry => entry.resource).filter(r => r.resourceType === type);
            const [form] = of('Questionnaire');
            const given = of('QuestionnaireResponse').at(-1);
            let shown = LForms.Util.convertFHIRQuestionnaireToLForms(form, 'R4');
            shown = LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', given, shown, 'R4');
            await LForms.Util.addFormToPage(shown, 'form');
            const answers = resource => {
                const found = [];
                const walk = items => (items ?? []).forEach(item => {
                    if (item.answer) found.push([item.linkId, item.answer.map(a => a.valueCoding.code)]);
                    walk(item.item);
                });
                walk(resource.item);
                return found;
            };
            const box = () => document.querySelector('#form');
            for (let waited = 0; waited < 100 && box().querySelectorAll('input').length < 40; waited += 1) {
                await new Promise(then => setTimeout(then, 100));
            }
            const back = LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4');
            done({
                text: box().innerText,
                values: [...box().querySelectorAll('input')].map(input => input.value),
                given: answers(given),
                back: answers(back),
            });
        })().catch(error => done(String(error)));",
    );
    let text = shown["text"].as_str().unwrap_or_else(|| panic!("{shown}"));
    for item in Item::ALL {
        let words = (EN.question.item)(item);
        assert!(text.contains(words), "{words} is not on the form");
    }
    assert_eq!(
        shown["given"], shown["back"],
        "the same answers come out again"
    );
    let given = shown["given"].as_array().expect("answers");
    assert_eq!(given.len(), 48, "42 items and the gates that were asked");
    let often = json!("Often");
    let values = shown["values"].as_array().expect("values");
    assert!(values.contains(&often), "{values:?}");
}
