//! Matches made visible, through the CSS Custom Highlight API: the text stays as it is. A browser
//! without it opens and counts, and leads to the match, but does not paint it.

use std::cell::OnceCell;
use std::ops::Range;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(catch, constructor)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &web_sys::Range);
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);

    /// Gives the page's registry one of ours; throws where there is no such thing.
    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = set)]
    fn register(name: &str, highlight: &Highlight) -> Result<(), JsValue>;
}

/// The highlights; none where the browser has no such thing.
#[derive(Default)]
pub(super) struct Highlights(OnceCell<Option<[Highlight; 2]>>);

impl Highlights {
    fn all(&self) -> Option<&[Highlight; 2]> {
        self.0.get_or_init(|| registered().ok()).as_ref()
    }

    /// Takes every highlight away.
    pub fn clear(&self) {
        if let Some(Some(highlights)) = self.0.get() {
            highlights.iter().for_each(Highlight::clear);
        }
    }

    /// Highlights parts of the text of an element.
    pub fn add(&self, root: &ShadowRoot, id: &str, parts: &[Range<usize>]) {
        if let Some(([all, _], element)) = self.all().zip(root.get_element_by_id(id)) {
            let _ = each_range(&element, parts, &mut |range| all.add(range));
        }
    }

    /// Highlights the one that the visitor is at, and gives where it is.
    pub fn add_one(
        &self,
        root: &ShadowRoot,
        id: &str,
        part: Range<usize>,
    ) -> Option<web_sys::Range> {
        let element = root.get_element_by_id(id)?;
        let mut found = None;
        let _ = each_range(&element, &[part], &mut |range| found = Some(range.clone()));
        if let Some(([_, one], range)) = self.all().zip(found.as_ref()) {
            one.clear();
            one.add(range);
        }
        found
    }
}

/// Our two highlights, in the page's registry; their look is in the notice's style sheet.
fn registered() -> Result<[Highlight; 2], JsValue> {
    let highlights = [Highlight::new()?, Highlight::new()?];
    for (name, highlight) in ["sudare-match", "sudare-at"].into_iter().zip(&highlights) {
        register(name, highlight)?;
    }
    Ok(highlights)
}

/// The parts, in order, of the text of an element, without what the interface adds to it.
#[inline(never)]
fn each_range(
    element: &Element,
    parts: &[Range<usize>],
    found: &mut dyn FnMut(&web_sys::Range),
) -> Result<(), JsValue> {
    let mut texts = Vec::new();
    collect(element, &mut texts);
    let mut texts = texts.into_iter();
    let mut before = 0;
    let mut text = texts.next();
    for part in parts {
        let range = web_sys::Range::new()?;
        for (offset, is_start) in [(part.start, true), (part.end, false)] {
            // A start stands before the next letter, an end after the last one.
            while let Some((_, length)) = &text {
                if offset < before + length || (!is_start && offset == before + length) {
                    break;
                }
                before += length;
                text = texts.next();
            }
            let Some((node, _)) = &text else { return Ok(()) };
            #[expect(clippy::cast_possible_truncation, reason = "a place in a text")]
            let offset = (offset - before) as u32;
            if is_start {
                range.set_start(node, offset)?;
            } else {
                range.set_end(node, offset)?;
            }
        }
        found(&range);
    }
    Ok(())
}

/// The text nodes below an element, each with its length in UTF-16 units.
fn collect(element: &Node, texts: &mut Vec<(Node, usize)>) {
    let mut child = element.first_child();
    while let Some(node) = child {
        match node.node_type() {
            Node::TEXT_NODE => {
                let length = node.text_content().map_or(0, |text| text.encode_utf16().count());
                texts.push((node.clone(), length));
            }
            Node::ELEMENT_NODE => {
                let element: &Element = node.unchecked_ref();
                if !element.has_attribute("data-ui") {
                    collect(&node, texts);
                }
            }
            _ => {}
        }
        child = node.next_sibling();
    }
}
