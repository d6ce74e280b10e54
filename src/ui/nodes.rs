//! What can be handed to an element as a child or as the value of an attribute.

use super::element::{El, Node, Nodes};
use std::borrow::Cow;

/// What an attribute can be set to.
pub trait IntoValue {
    /// The value, or none to leave the attribute out.
    fn into_value(self) -> Option<Cow<'static, str>>;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl IntoValue for String {
    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl IntoValue for u32 {
    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(self.to_string().into())
    }
}

/// An attribute that is there or not.
impl IntoValue for bool {
    fn into_value(self) -> Option<Cow<'static, str>> {
        self.then_some("".into())
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Option<Cow<'static, str>> {
        self.and_then(IntoValue::into_value)
    }
}

/// What can be a child: words, elements, and several of them.
pub trait IntoNodes: Sized {
    /// Adds these to `nodes`.
    fn add_to(self, nodes: &mut Nodes);

    /// These alone.
    fn into_nodes(self) -> Nodes {
        let mut nodes = Vec::new();
        self.add_to(&mut nodes);
        nodes
    }
}

impl IntoNodes for Node {
    fn add_to(self, nodes: &mut Nodes) {
        nodes.push(self);
    }
}

impl IntoNodes for El {
    fn add_to(self, nodes: &mut Nodes) {
        nodes.push(Node::Element(self));
    }
}

impl IntoNodes for &'static str {
    fn add_to(self, nodes: &mut Nodes) {
        nodes.push(Node::Text(self.into()));
    }
}

impl IntoNodes for String {
    fn add_to(self, nodes: &mut Nodes) {
        nodes.push(Node::Text(self.into()));
    }
}

impl IntoNodes for () {
    fn add_to(self, _: &mut Nodes) {}
}

impl<T: IntoNodes> IntoNodes for Option<T> {
    fn add_to(self, nodes: &mut Nodes) {
        if let Some(inner) = self {
            inner.add_to(nodes);
        }
    }
}

impl<T: IntoNodes> IntoNodes for Vec<T> {
    fn add_to(self, nodes: &mut Nodes) {
        for inner in self {
            inner.add_to(nodes);
        }
    }
}

impl<T: IntoNodes, const COUNT: usize> IntoNodes for [T; COUNT] {
    fn add_to(self, nodes: &mut Nodes) {
        for inner in self {
            inner.add_to(nodes);
        }
    }
}

/// Collects the nodes of an iterator.
pub trait CollectNodes {
    /// All nodes in order.
    fn collect_nodes(self) -> Nodes;
}

impl<I: Iterator> CollectNodes for I
where
    I::Item: IntoNodes,
{
    fn collect_nodes(self) -> Nodes {
        let mut nodes = Vec::new();
        self.for_each(|item| item.add_to(&mut nodes));
        nodes
    }
}

/// Several nodes of different kinds side by side.
macro_rules! side_by_side {
    ($($name:ident)+) => {
        impl<$($name: IntoNodes),+> IntoNodes for ($($name,)+) {
            #[allow(non_snake_case, reason = "the type's name is the simplest name for its value")]
            fn add_to(self, nodes: &mut Nodes) {
                let ($($name,)+) = self;
                $($name.add_to(nodes);)+
            }
        }
    };
}

side_by_side!(A B);
side_by_side!(A B C);
side_by_side!(A B C D);
side_by_side!(A B C D E);
