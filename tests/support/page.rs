//! Reading a static page as a reader does: its words, with the numbers of numbered lists.

use scraper::{ElementRef, Html, Node, Selector};

/// The words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The policy's words on a static page, in order: what stands in `[data-policy]`, without what the
/// interface adds to it (`[data-ui]`).
pub fn policy_words(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let policy = page.select(&Selector::parse("[data-policy]").unwrap()).next().unwrap();
    let mut text = String::new();
    read(policy, &mut text);
    words(&text)
}

fn read(element: ElementRef, text: &mut String) {
    let value = element.value();
    if value.attr("data-ui").is_some() {
        return;
    }
    if value.name() == "li"
        && let Some(list) = element.parent().and_then(ElementRef::wrap)
        && list.value().name() == "ol"
    {
        let start = list.value().attr("start").map_or(1, |start| start.parse().unwrap());
        let before = element.prev_siblings().filter(|node| node.value().is_element()).count();
        text.push_str(&format!(" {} ", start + before));
    }
    let inline =
        matches!(value.name(), "a" | "strong" | "em" | "s" | "del" | "code" | "span" | "b" | "i");
    if !inline {
        text.push(' ');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(piece) => text.push_str(piece),
            Node::Element(_) => read(ElementRef::wrap(child).unwrap(), text),
            _ => {}
        }
    }
    if !inline {
        text.push(' ');
    }
}
