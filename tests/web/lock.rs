//! The lock, through the browser's own Web Crypto: known answers, wrong and forgotten phrases, interruptions, and that
//! nothing readable is left in the store.

use crate::harness::{Page, TestStore, fresh, settled};
use recovery_check::domain::check_in::CheckInId;
use recovery_check::domain::flow::Place;
use recovery_check::domain::tool::Page as Leaf;
use recovery_check::i18n::EN;
use recovery_check::session::{Aside, Event, Keep, Kept, Lock, NotKept, Screen, Stored};
use recovery_check::storage::keeper::Keeper;
use recovery_check::storage::{Store, lock};
use recovery_check::ui::locking::NotDone;
use wasm_bindgen_test::wasm_bindgen_test;

const PHRASE: &str = "four words or more";
const NEW_PHRASE: &str = "another four or more";

/// Made by another implementation (the crypto of Node, which is OpenSSL's): 1,000 rounds, the phrase
/// "café au lait, bitte", the code 0123…, and the data key 00 01 02 … 1f.
const KNOWN_LOCK: &str = r#"{"v":1,"id":"00112233","rounds":1000,"idle":5,"phrase":"0101010101010101010101010101010102020202020202020202020269d51875f671ad334a3672d8d124948486a330596da205b725c139d0ea50af8bd05d9e57147ab30691f7ffd0f2eec78c","code":"030303030303030303030303030303030404040404040404040404043635c98df2af1e2ba194d48c4f0019a640e96fda91f67d123fe582e645d74479512f8a9d56f1d0f435b61fdd4201f4f5"}"#;
const KNOWN_NOTEBOOK: &str = r#"{"v":2,"lock":"00112233","nonce":"050505050505050505050505","sealed":"3714ae539a0cb6c84beb73947a313cae771dfba697f8afa94649b703ad5a717f523ed06c83e097a846b9bec75f87bab09575"}"#;

/// A page that found a lock in its store.
fn locked(entries: &[(&str, &str)]) -> Page {
    let mut session = fresh();
    session.apply(Event::Lock(Lock::Locked));
    let mut store = TestStore::default();
    for (key, text) in entries {
        store.write(key, text).unwrap();
    }
    Page::over_store(session, store)
}

/// The same store, as a page that is loaded anew finds it.
fn again(store: &TestStore) -> Page {
    let entries: Vec<(String, String)> = store
        .keys()
        .into_iter()
        .map(|key| (key.clone(), store.read(&key).unwrap()))
        .collect();
    let entries: Vec<(&str, &str)> = entries
        .iter()
        .map(|(key, text)| (key.as_str(), text.as_str()))
        .collect();
    locked(&entries)
}

/// A page at a result that is kept, with a plan and a note.
async fn kept() -> Page {
    let page = Page::at(Place::ResultShort);
    page.send(Event::ChoseKeep(Keep::Here)).await;
    page.send(Event::Opened(Aside::Plan)).await;
    page.send(Event::WentBack).await;
    page.send(Event::Noted(Leaf::Joys, "the sea".to_owned()))
        .await;
    page
}

/// Waits until what waits in line was stored.
async fn stored() {
    for _ in 0..20 {
        settled().await;
    }
}

fn is_readable(store: &TestStore) -> bool {
    let texts = store.keys().into_iter().filter_map(|key| store.read(&key));
    texts.into_iter().any(|text| {
        ["gates", "steps", "the sea"]
            .iter()
            .any(|word| text.contains(word))
    })
}

#[wasm_bindgen_test]
async fn a_lock_of_another_implementation_opens_by_phrase_and_by_code() {
    for secret in [
        "caf\u{e9} au lait, bitte",
        // The same word as another keyboard writes it.
        "cafe\u{301} au lait, bitte",
        "0123-4567-89ab-cdef-ghjk-mnpq-rstv-wxyz",
        "o123 4567 89AB CDEF GHJK MNPQ RSTV WXYZ",
    ] {
        let page = locked(&[("rc-lock", KNOWN_LOCK), ("rc-notebook", KNOWN_NOTEBOOK)]);
        assert_eq!(page.context.unlock(secret).await, Ok(()), "{secret}");
        assert_eq!(page.session().notebook.text(Leaf::Joys), "the sea");
        assert_eq!(page.session().notebook_kept, Kept::Here);
        assert_eq!(page.screen(), Screen::Welcome);
    }
    for secret in [
        "",
        "cafe au lait, bitte",
        "Caf\u{e9} au lait, bitte",
        "café au lait, bitte ",
    ] {
        let page = locked(&[("rc-lock", KNOWN_LOCK), ("rc-notebook", KNOWN_NOTEBOOK)]);
        assert_eq!(
            page.context.unlock(secret).await,
            Err(NotDone::Wrong),
            "{secret:?}"
        );
        assert_eq!(page.screen(), Screen::Locked);
        assert!(page.session().notebook.is_empty());
    }
}

#[wasm_bindgen_test]
async fn a_sealed_entry_opens_only_whole_and_in_its_own_place() {
    let flipped = KNOWN_NOTEBOOK.replace("3714", "3715");
    for (key, text) in [
        ("rc-notebook", flipped.as_str()),
        ("rc-plan", KNOWN_NOTEBOOK),
    ] {
        let page = locked(&[("rc-lock", KNOWN_LOCK), (key, text)]);
        assert_eq!(page.context.unlock("café au lait, bitte").await, Ok(()));
        let session = page.session();
        assert!(session.notebook.is_empty() && session.plan.is_none());
        assert_eq!(session.unreadable, 1);
        assert_eq!(page.store.read(key).as_deref(), Some(text), "left as it is");
    }
}

#[wasm_bindgen_test]
async fn once_set_nothing_readable_is_stored_and_all_of_it_comes_back() {
    let page = kept().await;
    assert!(is_readable(&page.store));
    assert_eq!(
        page.context.set_lock("short", false).await,
        Err(NotDone::TooShort)
    );
    assert_eq!(page.context.set_lock(PHRASE, false).await, Ok(None));
    assert!(!is_readable(&page.store));
    // What is written from now on is sealed too: answers under way, plan, notes.
    page.send(Event::Noted(Leaf::Joys, "the sea, the wind".to_owned()))
        .await;
    page.send(Event::Continued).await;
    stored().await;
    assert_eq!(page.session().kept, Kept::Here);
    assert_eq!(page.session().notebook_kept, Kept::Here);
    assert!(!is_readable(&page.store));
    let before = page.session();
    let page = again(&page.store);
    assert_eq!(
        page.context.unlock("four words or les").await,
        Err(NotDone::Wrong)
    );
    assert_eq!(page.context.unlock(PHRASE).await, Ok(()));
    let after = page.session();
    assert_eq!(after.check_in, before.check_in);
    assert_eq!(
        (&after.plan, &after.notebook),
        (&before.plan, &before.notebook)
    );
    assert_eq!((after.unreadable, after.newer), (0, 0));
    // Taken off, all stands there as before the lock.
    assert_eq!(page.context.take_off_lock().await, Ok(()));
    assert!(is_readable(&page.store));
    assert_eq!(page.store.read("rc-lock"), None);
    let found = Keeper::new(Box::new(page.store.clone())).find();
    assert_eq!(
        found.check_ins,
        before.check_in.into_iter().collect::<Vec<_>>()
    );
    assert_eq!(found.notebook, Some(before.notebook));
}

#[wasm_bindgen_test]
async fn a_forgotten_phrase_is_replaced_by_the_code_and_the_data_stay_as_they_are() {
    let page = kept().await;
    let code = page.context.set_lock(PHRASE, true).await.unwrap().unwrap();
    let sealed = page.store.read("rc-notebook");
    let page = again(&page.store);
    assert_eq!(page.context.unlock(&code.to_lowercase()).await, Ok(()));
    let none = page
        .context
        .change_phrase("wrong one", NEW_PHRASE, false)
        .await;
    assert_eq!(none, Err(NotDone::Wrong));
    let none = page.context.change_phrase(&code, NEW_PHRASE, false).await;
    assert_eq!(none, Ok(None));
    assert_eq!(page.store.read("rc-notebook"), sealed, "not rewritten");
    for (secret, opens) in [(PHRASE, false), (NEW_PHRASE, true), (code.as_str(), true)] {
        let page = again(&page.store);
        assert_eq!(page.context.unlock(secret).await.is_ok(), opens, "{secret}");
    }
    let new_code = page
        .context
        .change_phrase(NEW_PHRASE, PHRASE, true)
        .await
        .unwrap()
        .unwrap();
    for (secret, opens) in [
        (code.as_str(), false),
        (new_code.as_str(), true),
        (PHRASE, true),
    ] {
        let page = again(&page.store);
        assert_eq!(page.context.unlock(secret).await.is_ok(), opens, "{secret}");
    }
}

#[wasm_bindgen_test]
async fn interrupted_at_any_step_everything_still_opens() {
    // Set and never finished: some entries are sealed, some are not.
    let page = kept().await;
    let plain = page.store.read("rc-notebook").unwrap();
    page.context.set_lock(PHRASE, false).await.unwrap();
    page.store.clone().write("rc-notebook", &plain).unwrap();
    let before = page.session();
    let page = again(&page.store);
    assert!(
        page.session().notebook.is_empty(),
        "not shown before it is unlocked"
    );
    assert_eq!(page.context.unlock(PHRASE).await, Ok(()));
    assert_eq!(page.session().notebook, before.notebook);
    assert_eq!(page.session().check_in, before.check_in);
    assert!(!is_readable(&page.store), "the rest is sealed now");

    // Full in the middle: nothing has changed.
    let page = kept().await;
    let entries = page.store.entries.borrow().clone();
    page.store.refuses.set(true);
    assert_eq!(
        page.context.set_lock(PHRASE, false).await,
        Err(NotDone::Full)
    );
    assert_eq!(*page.store.entries.borrow(), entries);
    assert_eq!(page.session().lock, Lock::Off);

    // A change of phrase that is not stored leaves the old one in force.
    page.store.refuses.set(false);
    page.context.set_lock(PHRASE, false).await.unwrap();
    page.store.refuses.set(true);
    let full = page.context.change_phrase(PHRASE, NEW_PHRASE, false).await;
    assert_eq!(full, Err(NotDone::Full));
    page.store.refuses.set(false);
    assert_eq!(again(&page.store).context.unlock(PHRASE).await, Ok(()));
}

#[wasm_bindgen_test]
async fn another_tabs_lock_is_never_written_past() {
    let here = kept().await;
    let there = again(&here.store);
    there
        .store
        .entries
        .borrow_mut()
        .clone_from(&here.store.entries.borrow());
    there.context.set_lock(PHRASE, false).await.unwrap();
    here.store
        .entries
        .borrow_mut()
        .clone_from(&there.store.entries.borrow());
    here.send(Event::Noted(Leaf::Joys, "the sea, again".to_owned()))
        .await;
    stored().await;
    assert_eq!(here.session().notebook_kept, Kept::Refused(NotKept::Locked));
    assert!(!is_readable(&here.store));
    // Both changed the phrase: the later is told, and the earlier stands.
    let one = again(&there.store);
    one.context.unlock(PHRASE).await.unwrap();
    let before = one.store.read("rc-lock").unwrap();
    one.context
        .change_phrase(PHRASE, NEW_PHRASE, false)
        .await
        .unwrap();
    assert_ne!(one.store.read("rc-lock").unwrap(), before);
    let late = one
        .context
        .change_phrase(PHRASE, "a third one of them", false)
        .await;
    assert_eq!(late, Err(NotDone::Wrong));
    assert_eq!(again(&one.store).context.unlock(NEW_PHRASE).await, Ok(()));
}

#[wasm_bindgen_test]
async fn the_locked_screen_asks_and_stands_in_nobodys_way() {
    let page = locked(&[("rc-lock", KNOWN_LOCK), ("rc-notebook", KNOWN_NOTEBOOK)]);
    assert_eq!(page.text("h1"), EN.later().lock.open_title);
    page.write("#unlock-secret", "nonsense").await;
    page.press("[data-action=unlock]").await;
    wait_for(&page, EN.later().lock.wrong).await;
    page.press("[data-press=go-without]").await;
    assert_eq!(page.screen(), Screen::Welcome);
    page.press("label[for=keep-keep]").await;
    assert!(page.text("main").contains(EN.kept.locked));
    page.press("[data-action=start]").await;
    assert_eq!(page.store.keys().len(), 2, "nothing new is kept");
    page.send(Event::Opened(Aside::Settings)).await;
    page.press("[data-action=unlock]").await;
    assert_eq!(page.screen(), Screen::Locked);
    page.write("#unlock-secret", "café au lait, bitte").await;
    page.press("[data-action=unlock]").await;
    for _ in 0..200 {
        settled().await;
        if page.session().lock == Lock::Open {
            break;
        }
    }
    assert_eq!(page.session().notebook.text(Leaf::Joys), "the sea");
    assert!(page.session().check_in.is_some(), "what was begun goes on");
}

#[wasm_bindgen_test]
async fn a_damaged_or_newer_lock_is_told_and_left_as_it_is() {
    for strange in ["{\"v\":9}", "{\"v\":1,"] {
        let page = locked(&[("rc-lock", strange), ("rc-notebook", KNOWN_NOTEBOOK)]);
        assert!(page.text("main").contains(EN.later().lock.strange));
        assert!(page.find("[data-action=unlock]").is_none());
        page.press("[data-press=go-without]").await;
        assert_eq!(page.store.read("rc-lock").as_deref(), Some(strange));
    }
}

#[wasm_bindgen_test]
async fn deleting_everything_takes_the_lock_along() {
    let page = locked(&[("rc-lock", KNOWN_LOCK), ("rc-notebook", KNOWN_NOTEBOOK)]);
    page.send(Event::DeletedAll).await;
    stored().await;
    assert_eq!(page.store.keys(), [""; 0]);
    assert_eq!(page.screen(), Screen::Welcome);
    assert!(page.session().can_keep);
    page.send(Event::ChoseKeep(Keep::Here)).await;
    page.press("[data-action=start]").await;
    assert_eq!(page.session().kept_of(Stored::CheckIn), Kept::Here);
    let ids: Vec<CheckInId> = Keeper::new(Box::new(page.store.clone()))
        .find()
        .check_ins
        .iter()
        .map(|one| one.id)
        .collect();
    assert_eq!(ids.len(), 1);
}

#[wasm_bindgen_test]
async fn the_time_until_it_locks_is_stored_with_the_lock() {
    let page = kept().await;
    page.context.set_lock(PHRASE, false).await.unwrap();
    assert_eq!(page.context.idle(), 5);
    for (minutes, _) in lock::IDLE.into_iter().zip(EN.later().lock.idles) {
        page.context.set_idle(minutes);
        assert_eq!(page.context.idle(), minutes);
    }
    assert_eq!(again(&page.store).context.unlock(PHRASE).await, Ok(()));
}

async fn wait_for(page: &Page, words: &str) {
    for _ in 0..400 {
        settled().await;
        if page.text("main").contains(words) {
            return;
        }
    }
    panic!("never said: {words}");
}
