//! One type for every element of the page, in the manner of Leptos' own builders.
//!
//! `view!` gives each element a type of its own, and each type its own code to build, rebuild, mount and print
//! itself: the screens of the first version came to 146 KB of compressed WebAssembly at the smallest settings
//! (181 KB without erased types). With one type for all elements an element costs a few calls. What changes
//! while a screen stands is wrapped in [`live`], and read through Leptos' signals and effects as anywhere.

use leptos::prelude::*;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

pub use super::nodes::{CollectNodes, IntoNodes, IntoValue};

type Listener = Box<dyn Fn(Event)>;
type Follower = Box<dyn Fn(&Element)>;

/// Several nodes side by side.
pub type Nodes = Vec<Node>;

/// Anything that stands in the page.
pub enum Node {
    /// Words.
    Text(Cow<'static, str>),
    /// An element.
    Element(El),
    /// Nodes that are drawn anew when what they read has changed.
    Live(Box<dyn Fn() -> Nodes>),
    /// Nodes that are drawn anew when asked.
    LiveOn(LiveOn),
}

/// See [`live_on`].
pub struct LiveOn {
    /// Reads the key, and says whether it is another one.
    is_new: Box<dyn Fn() -> bool>,
    draw: Box<dyn Fn() -> Nodes>,
}

/// An element, from its tag, attributes, listeners and children. One word wide, so that handing it on costs
/// nothing.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    listeners: Vec<(&'static str, Listener)>,
    followers: Vec<Follower>,
    children: Nodes,
}

/// An element with this tag.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        listeners: Vec::new(),
        followers: Vec::new(),
        children: Vec::new(),
    }))
}

/// Nodes that are drawn anew when the signals that `draw` reads have changed.
pub fn live<T: IntoNodes>(draw: impl Fn() -> T + 'static) -> Node {
    Node::Live(Box::new(move || draw().into_nodes()))
}

/// Nodes that are drawn anew only when `key` has changed, whatever else `draw` reads: what a person is writing
/// or has just been asked must not be drawn over. A Leptos memo would do the same and costs over 1 KB
/// compressed for each type.
pub fn live_on<K: PartialEq + Copy + 'static, T: IntoNodes>(
    key: impl Fn() -> K + 'static,
    draw: impl Fn(K) -> T + 'static,
) -> Node {
    let last = Rc::new(Cell::new(None));
    let drawn = last.clone();
    let is_new = move || {
        let now = Some(key());
        last.replace(now) != now
    };
    Node::LiveOn(LiveOn {
        is_new: Box::new(is_new),
        draw: Box::new(move || drawn.get().map(&draw).into_nodes()),
    })
}

impl El {
    /// Sets the class.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute; a value that is none sets nothing.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl IntoValue) -> Self {
        if let Some(value) = value.into_value() {
            self.0.attributes.push((name, value));
        }
        self
    }

    /// Listens for an event.
    #[must_use]
    pub fn on(self, event: &'static str, listener: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Box::new(listener))
    }

    /// Not generic: it is there once, whatever listens.
    fn listen(mut self, event: &'static str, listener: Listener) -> Self {
        self.0.listeners.push((event, listener));
        self
    }

    /// Keeps a state of the real element, such as a radio's being checked, in step with the signals read.
    #[must_use]
    pub fn follow(self, follower: impl Fn(&Element) + 'static) -> Self {
        self.follow_by(Box::new(follower))
    }

    /// Not generic: it is there once, whatever follows.
    fn follow_by(mut self, follower: Follower) -> Self {
        self.0.followers.push(follower);
        self
    }

    /// Keeps a radio or checkbox in step with the state.
    #[must_use]
    pub fn checked(self, is_checked: impl Fn() -> bool + 'static) -> Self {
        self.in_step(Box::new(is_checked))
    }

    /// Not generic: it is there once, whatever it follows.
    fn in_step(self, is_checked: Box<dyn Fn() -> bool>) -> Self {
        self.follow(move |element| {
            let is_checked = is_checked();
            if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                input.set_checked(is_checked);
            }
        })
    }

    /// Keeps the chosen option of a select in step with the state.
    #[must_use]
    pub fn chosen(self, value: impl Fn() -> &'static str + 'static) -> Self {
        self.follow(move |element| {
            let value = value();
            if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
                select.set_value(value);
            }
        })
    }

    /// Adds children.
    #[must_use]
    pub fn child(mut self, children: impl IntoNodes) -> Self {
        children.add_to(&mut self.0.children);
        self
    }
}

impl Parts {
    fn namespace(&self) -> Option<&'static str> {
        let is_svg = matches!(
            self.tag,
            "svg" | "path" | "circle" | "rect" | "line" | "polyline" | "polygon" | "g" | "text"
        );
        is_svg.then_some("http://www.w3.org/2000/svg")
    }

    fn write(&self, text: &mut String) {
        text.extend(["<", self.tag]);
        for (name, value) in &self.attributes {
            let value = value.replace('&', "&amp;").replace('"', "&quot;");
            text.extend([" ", name, "=\"", &value, "\""]);
        }
        text.push('>');
        // HTML has no end tags for these.
        if self.tag != "input" {
            write_all(&self.children, text);
            text.extend(["</", self.tag, ">"]);
        }
    }
}

/// The nodes as HTML, as they stand now.
pub fn to_html(nodes: &[Node]) -> String {
    let mut text = String::new();
    write_all(nodes, &mut text);
    text
}

fn write_all(nodes: &[Node], text: &mut String) {
    for node in nodes {
        match node {
            Node::Text(words) => text.push_str(&words.replace('&', "&amp;").replace('<', "&lt;")),
            Node::Element(element) => element.0.write(text),
            Node::Live(draw) => write_all(&draw(), text),
            Node::LiveOn(on) => {
                (on.is_new)();
                write_all(&(on.draw)(), text);
            }
        }
    }
}

/// What keeps a built element alive.
pub struct ElState {
    element: Element,
    kept: Vec<Kept>,
}

#[allow(
    dead_code,
    reason = "held so that they live as long as the element; never read"
)]
enum Kept {
    Listener(Closure<dyn Fn(Event)>),
    Follower(RenderEffect<()>),
    Live(RenderEffect<Vec<Kept>>),
    Owner(Owner),
}

fn build(El(el): El) -> ElState {
    let element = Rndr::create_element(el.tag, el.namespace());
    for (name, value) in &el.attributes {
        // Fails only for names that are no names; ours are literals.
        let _ = element.set_attribute(name, value);
    }
    let mut kept = Vec::new();
    for (event, listener) in el.listeners {
        let closure = Closure::<dyn Fn(Event)>::new(listener);
        let function = closure.as_ref().unchecked_ref();
        let _ = element.add_event_listener_with_callback(event, function);
        kept.push(Kept::Listener(closure));
    }
    append(&element, el.children, None, &mut kept);
    // After the children, since a select can only follow once it has its options.
    for follower in el.followers {
        let element = element.clone();
        kept.push(Kept::Follower(RenderEffect::new(move |_| {
            follower(&element);
        })));
    }
    ElState { element, kept }
}

/// Builds `nodes` into `parent` before `before`.
fn append(
    parent: &web_sys::Node,
    nodes: Nodes,
    before: Option<&web_sys::Node>,
    kept: &mut Vec<Kept>,
) {
    let place = |node: &web_sys::Node| {
        // Fails only where `before` is no child of `parent`, and it always is.
        let _ = parent.insert_before(node, before);
    };
    for node in nodes {
        match node {
            Node::Text(words) => place(&document().create_text_node(&words)),
            Node::Element(el) => {
                let state = build(el);
                place(&state.element);
                kept.extend(state.kept);
            }
            Node::Live(draw) => {
                let span = Span::new();
                place(&span.start);
                place(&span.end);
                kept.push(Kept::Live(RenderEffect::new(move |old| {
                    redraw(&draw, &span, old)
                })));
            }
            Node::LiveOn(on) => {
                let span = Span::new();
                place(&span.start);
                place(&span.end);
                // What the nodes own outlives a run of the effect that leaves them as they stand, so it
                // can't belong to the effect.
                let outer = Owner::current().unwrap_or_default();
                kept.push(Kept::Live(RenderEffect::new(
                    move |old: Option<Vec<Kept>>| {
                        if !(on.is_new)() {
                            return old.unwrap_or_default();
                        }
                        let owner = outer.with(Owner::new);
                        let mut kept = owner.with(|| untrack(|| redraw(&*on.draw, &span, old)));
                        kept.push(Kept::Owner(owner));
                        kept
                    },
                )));
            }
        }
    }
}

/// Two comments around a place where nodes come and go, whatever other live places stand among them.
struct Span {
    start: web_sys::Node,
    end: web_sys::Node,
}

impl Span {
    fn new() -> Self {
        let comment = || document().create_comment("").into();
        Self {
            start: comment(),
            end: comment(),
        }
    }
}

fn redraw(draw: &dyn Fn() -> Nodes, span: &Span, old: Option<Vec<Kept>>) -> Vec<Kept> {
    let nodes = draw();
    let mut kept = Vec::new();
    // What kept the old nodes alive goes before they do, so that nothing draws into them any more.
    drop(old);
    if let Some(parent) = span.end.parent_node() {
        while let Some(node) = span.start.next_sibling() {
            if node == span.end {
                break;
            }
            let _ = parent.remove_child(&node);
        }
        append(&parent, nodes, Some(&span.end), &mut kept);
    }
    kept
}

impl Render for El {
    type State = ElState;

    fn build(self) -> ElState {
        build(self)
    }

    fn rebuild(self, state: &mut ElState) {
        let fresh = build(self);
        let _ = state.element.replace_with_with_node_1(&fresh.element);
        *state = fresh;
    }
}

impl Mountable for ElState {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        let _ = parent.insert_before(&self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.element.parent_element();
        parent.is_some_and(|parent| child.try_mount(&parent, Some(&self.element)))
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}
