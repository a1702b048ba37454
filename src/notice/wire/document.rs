//! How the document's own types stand in JSON: as serde writes them (`tests/wire.rs`).

use super::{Reader, Wire};
use crate::notice::{
    Altered, Article, Block, Card, Change, Cookie, Datum, Definition, How, Inline, Language, List,
    Look, Notice, Operator, OptOutStops, PartlyAccepted, Purpose, PurposeKind, Regime, Regimes,
    Section, Service, Since, Storage, Table, UiWords,
};
use crate::{wire_names, wire_struct};

wire_struct!(Notice {
    schema: "schema",
    id: "id",
    lang: "lang",
    dir: "dir",
    title: "title",
    operator: "operator",
    revision: "revision",
    effective: "effective",
    published: "published",
    accepted_revisions: "accepted_revisions",
    partly_accepted: "partly_accepted",
    text_hash: "text_hash",
    preamble: "preamble",
    articles: "articles",
    purposes: "purposes",
    services: "services",
    data: "data",
    changes: "changes",
    since: "since",
    regimes: "regimes",
    storage: "storage",
    look: "look",
    languages: "languages",
    ui: "ui",
    dates: "dates",
    thousands: "thousands",
});
wire_struct!(PartlyAccepted { revision: "revision", again: "again" });
wire_struct!(Operator {
    name: "name",
    address: "address",
    email: "email",
    phone: "phone",
    url: "url",
});
wire_struct!(Article {
    id: "id",
    title: "title",
    card: "card",
    blocks: "blocks",
    sections: "sections",
});
wire_struct!(Section { id: "id", level: "level", title: "title", blocks: "blocks" });
wire_struct!(Card { headline: "headline", text: "text" });
wire_struct!(Change {
    revision: "revision",
    date: "date",
    summary: "summary",
    articles: "articles",
    material: "material",
});
wire_struct!(Storage { key: "key", days: "days", refusal_days: "refusal_days" });
wire_struct!(Look { layout: "layout", launcher: "launcher", theme: "theme", accent: "accent" });
wire_struct!(Language { tag: "tag", name: "name" });
wire_struct!(Regimes { default: "default", regions: "regions" });
wire_struct!(Datum { name: "name", purposes: "purposes" });
wire_struct!(Since { revision: "revision", text: "text", articles: "articles" });
wire_struct!(Altered { id: "id", how: "how", title: "title", passages: "passages" });
wire_struct!(Purpose {
    id: "id",
    name: "name",
    text: "text",
    required: "required",
    gpc: "gpc",
    article: "article",
    signals: "signals",
    kind: "kind",
    regime: "regime",
});
wire_struct!(Service {
    id: "id",
    name: "name",
    purpose: "purpose",
    recipient: "recipient",
    sends: "sends",
    recipient_use: "use",
    own_use: "own_use",
    cookies: "cookies",
    policy: "policy",
    opt_out: "opt_out",
    opt_out_stops: "opt_out_stops",
    checked: "checked",
});
wire_struct!(Cookie { name: "name", lifetime: "lifetime" });
wire_struct!(List { start: "start", items: "items" });
wire_struct!(Table { head: "head", rows: "rows" });
wire_struct!(Definition { term: "term", meanings: "meanings" });

wire_names!(Regime { "opt-in": OptIn, "opt-out": OptOut });
wire_names!(PurposeKind { "ordinary": Ordinary, "sale": Sale });
wire_names!(OptOutStops { "sending": Sending, "use": Use, "unknown": Unknown });
wire_names!(How { "added": Added, "removed": Removed, "reworded": Reworded });

impl Wire for UiWords {
    fn read(from: &mut Reader) -> Option<Self> {
        Vec::read(from).map(Self::from_wire)
    }
}

impl Wire for Block {
    fn read(from: &mut Reader) -> Option<Self> {
        from.nested(block)
    }
}

fn block(from: &mut Reader) -> Option<Block> {
    if from.word("\"rule\"") {
        return Some(Block::Rule);
    }
    from.object()?;
    if let Some(line) = from.only("paragraph")? {
        return Some(Block::Paragraph(line));
    }
    if let Some(list) = from.only("list")? {
        return Some(Block::List(list));
    }
    if let Some(table) = from.only("table")? {
        return Some(Block::Table(table));
    }
    if let Some(definitions) = from.only("definitions")? {
        return Some(Block::Definitions(definitions));
    }
    if let Some(quoted) = from.only("quote")? {
        return Some(Block::Quote(quoted));
    }
    from.only("code")?.map(Block::Code)
}

/// What stands in an [`Inline::Link`].
struct Link {
    href: crate::notice::Text,
    content: Vec<Inline>,
}

wire_struct!(Link { href: "href", content: "content" });

impl Wire for Inline {
    fn read(from: &mut Reader) -> Option<Self> {
        from.nested(inline)
    }
}

fn inline(from: &mut Reader) -> Option<Inline> {
    if from.word("\"break\"") {
        return Some(Inline::Break);
    }
    from.object()?;
    if let Some(text) = from.only("text")? {
        return Some(Inline::Text(text));
    }
    if let Some(Link { href, content }) = from.only("link")? {
        return Some(Inline::Link { href, content });
    }
    if let Some(code) = from.only("code")? {
        return Some(Inline::Code(code));
    }
    type Mark = fn(Vec<Inline>) -> Inline;
    let marks: [(&str, Mark); 3] =
        [("strong", Inline::Strong), ("emphasis", Inline::Emphasis), ("struck", Inline::Struck)];
    for (name, mark) in marks {
        if let Some(inside) = from.only(name)? {
            return Some(mark(inside));
        }
    }
    None
}
