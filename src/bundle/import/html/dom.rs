//! A page as a tree: html5ever reads it as a browser does, and each node keeps its line.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, ParseOpts, QualName, ns, parse_document};

/// A node's place in the tree.
pub(super) type Id = usize;

/// A page.
#[derive(Debug)]
pub(super) struct Dom {
    nodes: Vec<Node>,
    /// The name of what has none.
    nameless: QualName,
}

#[derive(Debug)]
struct Node {
    parent: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    line: usize,
    data: Data,
}

#[derive(Debug)]
enum Data {
    Element {
        name: QualName,
        attributes: Vec<Attribute>,
    },
    Text(StrTendril),
    /// Comments and the like: nobody sees them.
    Other,
}

/// The document.
pub(super) const ROOT: Id = 0;

/// The tree of a page's source.
pub(super) fn parse(text: &str) -> Dom {
    let nameless = QualName::new(None, ns!(), LocalName::default());
    let sink = Sink { dom: RefCell::new(Dom { nodes: Vec::new(), nameless }), line: Cell::new(1) };
    sink.make(Data::Other);
    parse_document(sink, ParseOpts::default()).one(text)
}

impl Dom {
    /// An element's name; empty for text.
    pub(super) fn name(&self, id: Id) -> &str {
        match self.nodes.get(id).map(|node| &node.data) {
            Some(Data::Element { name, .. }) => &name.local,
            _ => "",
        }
    }

    pub(super) fn attribute(&self, id: Id, wanted: &str) -> Option<&str> {
        match self.nodes.get(id).map(|node| &node.data) {
            Some(Data::Element { attributes, .. }) => attributes
                .iter()
                .find(|attribute| &*attribute.name.local == wanted)
                .map(|attribute| &*attribute.value),
            _ => None,
        }
    }

    /// The words of a text node.
    pub(super) fn text(&self, id: Id) -> Option<&str> {
        match self.nodes.get(id).map(|node| &node.data) {
            Some(Data::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The line in the source, counted from 1, on which the node ends its opening tag.
    pub(super) fn line(&self, id: Id) -> usize {
        self.nodes.get(id).map_or(1, |node| node.line)
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.nodes.get(id)?.parent
    }

    pub(super) fn next(&self, id: Id) -> Option<Id> {
        self.nodes.get(id)?.next
    }

    pub(super) fn previous(&self, id: Id) -> Option<Id> {
        self.nodes.get(id)?.previous
    }

    /// Gives a text node other words.
    pub(super) fn say(&mut self, id: Id, words: &str) {
        if let Some(Node { data: Data::Text(text), .. }) = self.nodes.get_mut(id) {
            *text = StrTendril::from(words);
        }
    }

    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        let first = self.nodes.get(id).and_then(|node| node.first);
        std::iter::successors(first, |id| self.next(*id))
    }

    /// A node and all below it in their order, without what `skip` refuses. Nothing recurses: a page
    /// may nest deeper than a stack.
    pub(super) fn below<'a>(
        &'a self,
        top: Id,
        skip: &'a dyn Fn(Id) -> bool,
    ) -> impl Iterator<Item = Id> {
        let mut at = Some(top).filter(|id| !skip(*id));
        std::iter::from_fn(move || {
            let now = at?;
            let down = self.children(now).find(|id| !skip(*id));
            at = down.or_else(|| self.after(now, top, skip));
            Some(now)
        })
    }

    /// The node that follows all below this one, within `top`.
    fn after(&self, mut id: Id, top: Id, skip: &dyn Fn(Id) -> bool) -> Option<Id> {
        while id != top {
            let mut next = self.next(id);
            while let Some(candidate) = next {
                if !skip(candidate) {
                    return Some(candidate);
                }
                next = self.next(candidate);
            }
            id = self.parent(id)?;
        }
        None
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    fn detach(&mut self, id: Id) {
        let Some(node) = self.nodes.get_mut(id) else { return };
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        match previous.and_then(|id| self.nodes.get_mut(id)) {
            Some(previous) => previous.next = next,
            None => {
                if let Some(parent) = parent.and_then(|id| self.nodes.get_mut(id)) {
                    parent.first = next;
                }
            }
        }
        match next.and_then(|id| self.nodes.get_mut(id)) {
            Some(next) => next.previous = previous,
            None => {
                if let Some(parent) = parent.and_then(|id| self.nodes.get_mut(id)) {
                    parent.last = previous;
                }
            }
        }
    }

    /// Puts a node below `parent`, before `next` or at the end.
    fn insert(&mut self, id: Id, parent: Id, next: Option<Id>) {
        self.detach(id);
        let previous = match next {
            Some(next) => self.nodes.get(next).and_then(|node| node.previous),
            None => self.nodes.get(parent).and_then(|node| node.last),
        };
        if let Some(node) = self.nodes.get_mut(id) {
            (node.parent, node.previous, node.next) = (Some(parent), previous, next);
        }
        match previous.and_then(|id| self.nodes.get_mut(id)) {
            Some(previous) => previous.next = Some(id),
            None => {
                if let Some(parent) = self.nodes.get_mut(parent) {
                    parent.first = Some(id);
                }
            }
        }
        match next.and_then(|id| self.nodes.get_mut(id)) {
            Some(next) => next.previous = Some(id),
            None => {
                if let Some(parent) = self.nodes.get_mut(parent) {
                    parent.last = Some(id);
                }
            }
        }
    }
}

/// Where html5ever builds the tree.
struct Sink {
    dom: RefCell<Dom>,
    line: Cell<usize>,
}

impl Sink {
    fn make(&self, data: Data) -> Id {
        let nodes = &mut self.dom.borrow_mut().nodes;
        let line = self.line.get();
        let node =
            Node { parent: None, first: None, last: None, previous: None, next: None, line, data };
        nodes.push(node);
        nodes.len() - 1
    }

    /// Adds a node or some text below `parent`, before `next` or at the end; neighbouring texts are one.
    fn add(&self, parent: Id, next: Option<Id>, new: NodeOrText<Id>) {
        match new {
            NodeOrText::AppendNode(id) => self.dom.borrow_mut().insert(id, parent, next),
            NodeOrText::AppendText(text) => {
                let previous = {
                    let dom = self.dom.borrow();
                    match next {
                        Some(next) => dom.nodes.get(next).and_then(|node| node.previous),
                        None => dom.nodes.get(parent).and_then(|node| node.last),
                    }
                };
                let mut dom = self.dom.borrow_mut();
                let before = previous.and_then(|id| dom.nodes.get_mut(id));
                if let Some(Node { data: Data::Text(words), .. }) = before {
                    words.push_tendril(&text);
                    return;
                }
                drop(dom);
                let id = self.make(Data::Text(text));
                self.dom.borrow_mut().insert(id, parent, next);
            }
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Dom;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Dom {
        self.dom.into_inner()
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn same_node(&self, a: &Id, b: &Id) -> bool {
        a == b
    }

    fn elem_name<'a>(&'a self, target: &Id) -> Ref<'a, QualName> {
        Ref::map(self.dom.borrow(), |dom| match dom.nodes.get(*target).map(|node| &node.data) {
            Some(Data::Element { name, .. }) => name,
            _ => &dom.nameless,
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.make(Data::Element { name, attributes })
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.make(Data::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.make(Data::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.add(*parent, None, child);
    }

    fn append_before_sibling(&self, sibling: &Id, new: NodeOrText<Id>) {
        let parent = self.dom.borrow().parent(*sibling);
        if let Some(parent) = parent {
            self.add(parent, Some(*sibling), new);
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.dom.borrow().parent(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// A template's contents are nobody's to see: they stay below it.
    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn add_attrs_if_missing(&self, target: &Id, new: Vec<Attribute>) {
        if let Some(Node { data: Data::Element { attributes, .. }, .. }) =
            self.dom.borrow_mut().nodes.get_mut(*target)
        {
            for attribute in new {
                if attributes.iter().all(|known| known.name != attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.dom.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let children: Vec<Id> = self.dom.borrow().children(*node).collect();
        for child in children {
            self.dom.borrow_mut().insert(child, *new_parent, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_keep_their_order_and_their_line() {
        let dom = parse("<p>one\n<b>two</b>\n<p>three <table>four<tr><td>five</table>");
        let text: Vec<(usize, &str)> = dom
            .below(ROOT, &|_| false)
            .filter_map(|id| Some((dom.line(id), dom.text(id)?.trim())))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let words: Vec<&str> = text.iter().map(|(_, text)| *text).collect();
        assert_eq!(words, ["one", "two", "three four", "five"]);
        assert!(text.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{text:?}");
        assert_eq!(text.last().unwrap().0, 3);
    }

    #[test]
    fn what_is_skipped_is_skipped_with_all_below_it() {
        let dom = parse("<div><nav>a<p>b</p></nav><p>c</div>");
        let text: String =
            dom.below(ROOT, &|id| dom.name(id) == "nav").filter_map(|id| dom.text(id)).collect();
        assert_eq!(text, "c");
    }
}
