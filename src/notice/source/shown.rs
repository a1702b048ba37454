//! The hash of what a visitor decides on.
//!
//! What is hashed is JSON as serde_json writes it: the hash stands in visitors' records and in locks,
//! so it stays what it is. serde_json looks at each letter by itself whether it has to be escaped,
//! which takes as long as reading the policy does; so the policy, nearly all of the text, is written
//! here, and what is rare in it by serde_json again.

use serde::Serialize;

use super::FirstLayer;
use super::hashing::Hashing;
use crate::notice::{Article, Block, Inline, List, Notice, Section, Text};

/// The hash of every word that a visitor decides on, in the making: the policy as it is read, then
/// the purposes, the services, the question.
pub struct Shown {
    hashing: Hashing,
    json: Json,
    articles: usize,
}

impl Shown {
    /// Begins with the title of a policy, whose text is so many bytes long.
    pub fn new(title: &[Inline], length: usize) -> Self {
        let mut json = Json::default();
        json.raw("[[");
        json.line(title);
        Self { hashing: Hashing::of(length), json, articles: 0 }
    }

    /// The preamble, then each article in order.
    pub fn article(&mut self, article: &Article) {
        self.json.raw(if self.articles == 1 { ",[" } else { "," });
        self.json.article(article);
        self.articles += 1;
        self.hashing.take(&mut self.json.0);
    }

    /// Twelve hexadecimal digits: the hash tells texts apart, it does not protect them.
    pub fn finish(self, notice: &Notice, first_layer: &FirstLayer) -> Text {
        let Self { hashing, mut json, articles } = self;
        json.raw(if articles <= 1 { ",[]]," } else { "]]," });
        json.other(&(&notice.purposes, &notice.services, &notice.data));
        json.raw(",");
        json.other(&(&first_layer.title, &first_layer.text, &first_layer.surprise));
        json.raw("]");
        let hash = hashing.finish(&json.0);
        hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect::<String>().into()
    }
}

/// A JSON text that is being written.
#[derive(Default)]
struct Json(Vec<u8>);

impl Json {
    fn raw(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }

    /// Whatever serde_json can write: into a list of bytes that does not fail.
    fn other(&mut self, value: &impl Serialize) {
        let _ = serde_json::to_writer(&mut self.0, value);
    }

    fn text(&mut self, text: &str) {
        if has_escaped(text.as_bytes()) {
            self.other(&text);
        } else {
            self.raw("\"");
            self.raw(text);
            self.raw("\"");
        }
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.raw("[");
        for (at, item) in items.iter().enumerate() {
            self.raw(if at == 0 { "" } else { "," });
            write(self, item);
        }
        self.raw("]");
    }

    fn article(&mut self, article: &Article) {
        let Article { id, title, card, blocks, sections } = article;
        self.raw("{\"id\":");
        self.text(id);
        self.raw(",\"title\":");
        self.line(title);
        self.raw(",\"card\":");
        self.other(card);
        self.raw(",\"blocks\":");
        self.blocks(blocks);
        self.raw(",\"sections\":");
        self.list(sections, Self::section);
        self.raw("}");
    }

    fn section(&mut self, section: &Section) {
        let Section { id, level, title, blocks } = section;
        self.raw("{\"id\":");
        self.text(id);
        self.raw(",\"level\":");
        self.other(level);
        self.raw(",\"title\":");
        self.line(title);
        self.raw(",\"blocks\":");
        self.blocks(blocks);
        self.raw("}");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.list(blocks, Self::block);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(line) => {
                self.raw("{\"paragraph\":");
                self.line(line);
                self.raw("}");
            }
            Block::List(List { start: None, items }) => {
                self.raw("{\"list\":{\"items\":");
                self.list(items, |json, item| json.blocks(item));
                self.raw("}}");
            }
            other => self.other(other),
        }
    }

    fn line(&mut self, line: &[Inline]) {
        self.list(line, Self::inline);
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => {
                self.raw("{\"text\":");
                self.text(text);
                self.raw("}");
            }
            Inline::Strong(line) => {
                self.raw("{\"strong\":");
                self.line(line);
                self.raw("}");
            }
            Inline::Link { href, content } => {
                self.raw("{\"link\":{\"href\":");
                self.text(href);
                self.raw(",\"content\":");
                self.line(content);
                self.raw("}}");
            }
            other => self.other(other),
        }
    }
}

/// Whether a quotation mark, a backslash or a control character is among the bytes: what JSON
/// escapes. Sixteen bytes at a time, which a processor compares all at once; those at the end of a
/// longer text together with some that have been looked at.
fn has_escaped(bytes: &[u8]) -> bool {
    let (sixteens, rest) = bytes.as_chunks::<16>();
    sixteens.iter().any(|sixteen| any_escaped(sixteen))
        || match bytes.last_chunk::<16>() {
            Some(last) => any_escaped(last),
            None => any_escaped(rest),
        }
}

/// The same of a few bytes: all are looked at, whatever the first ones are, so that there is no
/// branch for each.
fn any_escaped(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .fold(false, |found, &byte| found | (byte < 0x20) | (byte == b'"') | (byte == b'\\'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::notice::Card;

    fn lines() -> impl Strategy<Value = Vec<Inline>> {
        let text = || any::<String>().prop_map(|text| Text::from(text.as_str()));
        let inline = prop_oneof![
            text().prop_map(Inline::Text),
            text().prop_map(Inline::Code),
            Just(Inline::Break)
        ];
        let inline = inline.prop_recursive(3, 8, 3, move |inner| {
            let line = prop::collection::vec(inner, 0..3);
            prop_oneof![
                line.clone().prop_map(Inline::Strong),
                line.clone().prop_map(Inline::Struck),
                (text(), line).prop_map(|(href, content)| Inline::Link { href, content }),
            ]
        });
        prop::collection::vec(inline, 0..4)
    }

    fn blocks() -> impl Strategy<Value = Vec<Block>> {
        let block = prop_oneof![lines().prop_map(Block::Paragraph), Just(Block::Rule)];
        let block = block.prop_recursive(3, 8, 3, |inner| {
            let inner = prop::collection::vec(inner, 0..3);
            let items = prop::collection::vec(inner.clone(), 0..3);
            let list = (any::<Option<u32>>(), items)
                .prop_map(|(start, items)| Block::List(List { start, items }));
            prop_oneof![inner.prop_map(Block::Quote), list]
        });
        prop::collection::vec(block, 0..4)
    }

    prop_compose! {
        fn articles()(
            id in any::<String>(),
            title in lines(),
            card in prop::option::of((lines(), blocks())),
            before in blocks(),
            level in 3..=6_u8,
            heading in lines(),
            under in blocks(),
        ) -> Article {
            let card = card.map(|(headline, text)| Card { headline, text });
            let id = Text::from(id);
            let section = Section { id: id.clone(), level, title: heading, blocks: under };
            Article { id, title, card, blocks: before, sections: vec![section] }
        }
    }

    proptest! {
        #[test]
        fn an_article_is_written_as_serde_json_writes_it(article in articles()) {
            let mut json = Json::default();
            json.article(&article);
            let written = String::from_utf8(json.0).unwrap();
            prop_assert_eq!(written, serde_json::to_string(&article).unwrap());
        }
    }

    #[test]
    fn every_byte_that_json_escapes_is_seen_wherever_it_stands() {
        for letter in (0..=0x2ff).filter_map(char::from_u32) {
            for before in ["", "a", &"é".repeat(40)] {
                let text = format!("{before}{letter}");
                let mut json = Json::default();
                json.text(&text);
                assert_eq!(json.0, serde_json::to_vec(&text).unwrap(), "{text:?}");
            }
        }
    }
}
