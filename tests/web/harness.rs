//! The page under test: sessions to begin with, a store to look into, and what a person finds and presses.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use recovery_check::domain::answers::Frequency;
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::flow::Place;
use recovery_check::domain::gates::Gate;
use recovery_check::domain::help::Region;
use recovery_check::domain::instrument::Item;
use recovery_check::domain::reply::Reply;
use recovery_check::embed::clinic::Clinic;
use recovery_check::i18n::EN;
use recovery_check::platform::clock;
use recovery_check::platform::history::History;
use recovery_check::session::{Aside, Event, Found, Screen, Session};
use recovery_check::storage::keeper::Keeper;
use recovery_check::storage::memory::MemoryStore;
use recovery_check::storage::{Refused, Store, envelope};
use recovery_check::ui::context::Context;
use recovery_check::ui::element::{El, ElState};
use recovery_check::ui::page::page;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

// The page under test.

/// A store one can look into, and that can be made to refuse.
#[derive(Clone, Default)]
pub(crate) struct TestStore {
    pub(crate) entries: Rc<RefCell<MemoryStore>>,
    pub(crate) refuses: Rc<Cell<bool>>,
}

impl Store for TestStore {
    fn read(&self, key: &str) -> Option<String> {
        self.entries.borrow().read(key)
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Refused> {
        if self.refuses.get() {
            return Err(Refused);
        }
        self.entries.borrow_mut().write(key, text)
    }

    fn remove(&mut self, key: &str) {
        self.entries.borrow_mut().remove(key);
    }

    fn keys(&self) -> Vec<String> {
        self.entries.borrow().keys()
    }
}

impl TestStore {
    pub(crate) fn kept(&self, id: CheckInId) -> Option<CheckIn> {
        let text = self.read(&format!("rc-checkin-{}", id.name()))?;
        Some(envelope::decode(id, &text).expect("a sound entry"))
    }
}

/// Something drawn into the document, until dropped.
pub(crate) struct Shown {
    pub(crate) root: Element,
    _drawn: UnmountHandle<ElState>,
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.root.remove();
    }
}

pub(crate) fn show(draw: impl FnOnce() -> El + 'static) -> Shown {
    // A test that broke off could not clear up.
    for old in all(
        &document().document_element().unwrap(),
        ".test-root, #rc-app",
    ) {
        old.remove();
    }
    let root = document().create_element("div").unwrap();
    root.set_class_name("test-root");
    document().body().unwrap().append_child(&root).unwrap();
    Shown {
        _drawn: mount_to_renderer(&root, draw),
        root,
    }
}

/// The page over a session, with a store behind it.
pub(crate) struct Page {
    pub(crate) shown: Shown,
    pub(crate) context: Context,
    pub(crate) store: TestStore,
}

impl Page {
    pub(crate) fn over(session: Session) -> Self {
        Self::of(session, Clinic::default(), TestStore::default())
    }

    /// The page over a session that found this store.
    pub(crate) fn over_store(session: Session, store: TestStore) -> Self {
        Self::of(session, Clinic::default(), store)
    }

    /// The page with these screens open beside a fresh welcome screen, and what a clinic shows of its own.
    pub(crate) fn beside(asides: &[Aside], clinic: Clinic) -> Self {
        let mut session = fresh();
        for &aside in asides {
            session.apply(Event::Opened(aside));
        }
        Self::of(session, clinic, TestStore::default())
    }

    fn of(session: Session, clinic: Clinic, store: TestStore) -> Self {
        let keeper = Keeper::new(Box::new(store.clone()));
        let history = History::resume();
        let context =
            Context::new(session, &EN, Region::Us, Some(keeper), history).with_clinic(clinic);
        context.follow_browser_back();
        Self {
            shown: show(move || page(context)),
            context,
            store,
        }
    }

    /// The page at a place, every question before it answered calmly.
    pub(crate) fn at(place: Place) -> Self {
        Self::over(session_at(place, calm))
    }

    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.shown.root.query_selector(selector).unwrap()
    }

    pub(crate) fn the(&self, selector: &str) -> Element {
        self.find(selector)
            .unwrap_or_else(|| panic!("no {selector} on {:?}", self.screen()))
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        all(&self.shown.root, selector)
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        text(&self.the(selector))
    }

    pub(crate) fn session(&self) -> Session {
        self.context.session.get_untracked()
    }

    /// Types as a person does: the whole text stands there, and the browser says so.
    pub(crate) async fn write(&self, selector: &str, text: &str) {
        let field = self.the(selector);
        js_sys::Reflect::set(&field, &"value".into(), &text.into()).unwrap();
        for name in ["input", "change"] {
            let event = web_sys::Event::new(name).unwrap();
            field.dispatch_event(&event).unwrap();
        }
        settled().await;
    }

    pub(crate) fn value(&self, selector: &str) -> String {
        let value = js_sys::Reflect::get(&self.the(selector), &"value".into());
        value.unwrap().as_string().unwrap()
    }

    pub(crate) fn screen(&self) -> Screen {
        self.context.session.with_untracked(Session::screen)
    }

    pub(crate) fn check_in(&self) -> CheckIn {
        self.context.check_in_once().expect("a check-in")
    }

    /// Presses what a person would press, and waits until all is drawn.
    pub(crate) async fn press(&self, selector: &str) {
        click(&self.the(selector));
        settled().await;
    }

    /// Applies an event without a step in the browser's history, which takes only so many a second.
    pub(crate) fn apply(&self, event: Event) {
        self.context.session.update(|session| {
            session.apply(event);
        });
    }

    pub(crate) async fn send(&self, event: Event) {
        self.context.send(event);
        settled().await;
    }

    pub(crate) fn chosen(&self) -> Vec<String> {
        let inputs = self.all("fieldset[data-item] input");
        let checked = inputs.iter().map(JsCast::unchecked_ref::<HtmlInputElement>);
        checked
            .filter(|input| input.checked())
            .map(HtmlInputElement::value)
            .collect()
    }
}

pub(crate) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let list = root.query_selector_all(selector).unwrap();
    (0..list.length())
        .map(|at| list.item(at).unwrap().unchecked_into())
        .collect()
}

/// Presses as a mouse or a finger does: the control takes focus first.
pub(crate) fn click(element: &Element) {
    let element = element.unchecked_ref::<HtmlElement>();
    element.focus().unwrap();
    element.click();
}

pub(crate) fn text(element: &Element) -> String {
    let text = element.text_content().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn focused() -> Option<Element> {
    document().active_element()
}

/// Waits for the screen that the browser's history leads to; it answers in its own time.
pub(crate) async fn arrived(page: &Page, screen: Screen) {
    for _ in 0..60 {
        if page.screen() == screen {
            break;
        }
        frame().await;
    }
    assert_eq!(page.screen(), screen);
    settled().await;
}

/// Waits for the second frame from now: effects have run and focus has moved.
pub(crate) async fn settled() {
    for _ in 0..2 {
        frame().await;
    }
}

pub(crate) async fn frame() {
    let came = Rc::new(Cell::new(false));
    let waker = Rc::new(RefCell::new(None::<Waker>));
    let (came_too, waker_too) = (came.clone(), waker.clone());
    request_animation_frame(move || {
        came_too.set(true);
        if let Some(waker) = waker_too.take() {
            waker.wake();
        }
    });
    poll_fn(|context| {
        if came.get() {
            return Poll::Ready(());
        }
        waker.replace(Some(context.waker().clone()));
        Poll::Pending
    })
    .await;
}

// Sessions.

pub(crate) fn begun(days_ago: u32) -> Begun {
    let now = clock::now();
    Begun {
        day: Day::new(now.day.number() - days_ago).unwrap(),
        second: now.second - u64::from(days_ago) * 86_400,
    }
}

pub(crate) fn opened(found: Found, can_keep: bool) -> Session {
    let mut session = Session::default();
    session.apply(Event::Loaded {
        found,
        today: clock::now().day,
        can_keep,
        left_quickly: false,
    });
    session
}

pub(crate) fn fresh() -> Session {
    opened(Found::default(), true)
}

pub(crate) fn start(session: &mut Session) {
    session.apply(Event::Started {
        id: CheckInId(1),
        begun: begun(0),
    });
}

pub(crate) fn gate(gate: Gate, codes: &[&'static str]) -> Event {
    Event::RepliedGate(gate, Reply::Given(codes.to_vec()))
}

pub(crate) fn item(item: Item, number: u8) -> Event {
    Event::Replied(item, Reply::Given(Frequency::from_number(number).unwrap()))
}

/// Replies that raise nothing.
pub(crate) fn calm(place: Place) -> Option<Event> {
    match place {
        Place::Gate(of) => Some(match of {
            Gate::G1 => gate(of, &["no_use"]),
            Gate::U1 => gate(of, &["longer"]),
            Gate::U2 => gate(of, &["1"]),
            Gate::U3 => gate(of, &["other"]),
            Gate::Q4 => gate(of, &["none"]),
            _ => gate(of, &["no"]),
        }),
        Place::Item(of) => Some(item(of, u8::try_from(of.index() % 2).unwrap())),
        _ => None,
    }
}

/// Replies that lead past every gate, prompt and card.
pub(crate) fn telling(place: Place) -> Option<Event> {
    match place {
        Place::Gate(of) => Some(match of {
            Gate::Q1 | Gate::U5 | Gate::U4 | Gate::Q3 => gate(of, &["yes"]),
            Gate::G1 => gate(of, &["not_sure"]),
            Gate::U1 => gate(of, &["today"]),
            Gate::U2 => gate(of, &["4-7"]),
            Gate::U3 => gate(of, &["alcohol", "opioids"]),
            Gate::Q4 => gate(of, &["shakes", "severe"]),
            Gate::Q2 => gate(of, &["might_act"]),
        }),
        Place::Item(of) => Some(item(of, 3)),
        _ => None,
    }
}

pub(crate) fn walk(session: &mut Session, to: Place, reply: impl Fn(Place) -> Option<Event>) {
    for _ in 0..90 {
        let here = session.check_in.expect("a check-in").place;
        if here == to {
            return;
        }
        if let Some(event) = reply(here) {
            session.apply(event);
        }
        session.apply(Event::Continued);
    }
    panic!("{to:?} is never reached");
}

pub(crate) fn session_at(place: Place, reply: impl Fn(Place) -> Option<Event>) -> Session {
    let mut session = fresh();
    start(&mut session);
    walk(&mut session, place, reply);
    session
}

/// Every place of the longest way, in order.
pub(crate) fn longest_way() -> Vec<Place> {
    let mut session = fresh();
    start(&mut session);
    let mut places = Vec::new();
    loop {
        let place = session.check_in.expect("a check-in").place;
        places.push(place);
        if place == Place::ResultFull {
            return places;
        }
        if let Some(event) = telling(place) {
            session.apply(event);
        }
        session.apply(Event::Continued);
    }
}
