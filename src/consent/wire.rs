//! How the decision's own types stand in JSON: as serde writes them (`tests/wire.rs`).

use super::{ById, Choice, Layer, Past, Persistence, Record, Reprompt, Snapshot, Source, Why};
use crate::notice::wire::{Reader, Wire};
use crate::{wire_names, wire_struct};

wire_struct!(Record {
    v: "v",
    id: "id",
    notice: "notice",
    revision: "revision",
    text: "text",
    lang: "lang",
    source: "source",
    layer: "layer",
    at: "at",
    until: "until",
    choices: "choices",
    known: "known",
    past: "past",
});
wire_struct!(Past {
    revision: "revision",
    source: "source",
    layer: "layer",
    at: "at",
    choices: "choices",
});
wire_struct!(Snapshot {
    decided: "decided",
    regime: "regime",
    region: "region",
    gpc: "gpc",
    purposes: "purposes",
    services: "services",
    why: "why",
    revision: "revision",
    decided_at: "decidedAt",
    expires_at: "expiresAt",
    source: "source",
    persistence: "persistence",
    reprompt: "reprompt",
});

wire_names!(Choice {
    "denied": Denied,
    "granted": Granted,
    "granted-over-gpc": GrantedOverGpc,
});
wire_names!(Source {
    "first-layer": FirstLayer,
    "notice": Notice,
    "api": Api,
    "gpc": Gpc,
    "import": Import,
});
wire_names!(Why {
    "required": Required,
    "granted": Granted,
    "denied": Denied,
    "default": Default,
    "gpc": Gpc,
});
wire_names!(Persistence { "local": Local, "cookie": Cookie, "memory": Memory });
wire_names!(Reprompt {
    "first-visit": FirstVisit,
    "expired": Expired,
    "recovered": Recovered,
    "revised": Revised,
    "new-purpose": NewPurpose,
    "new-service": NewService,
});

impl Wire for Layer {
    fn read(from: &mut Reader) -> Option<Self> {
        Layer::numbered(f64::read(from)?)
    }
}

impl<V: Wire> Wire for ById<V> {
    fn read(from: &mut Reader) -> Option<Self> {
        from.entries().map(ById)
    }
}
