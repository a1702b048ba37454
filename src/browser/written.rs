//! A record as JavaScript values. serde-wasm-bindgen writes one type, [`Piece`], so that its code is
//! in the wasm once and not once for each kind of field.

use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;

use crate::consent::{ById, Choice, Layer, Record, Source};
use crate::notice::Text;

enum Piece<'a> {
    Text(&'a str),
    Number(f64),
    List(Vec<Piece<'a>>),
    Map(Vec<(&'a str, Piece<'a>)>),
}

impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Piece::Text(text) => serializer.serialize_str(text),
            Piece::Number(number) => serializer.serialize_f64(*number),
            Piece::List(items) => serializer.collect_seq(items),
            Piece::Map(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

/// The record as an object, its fields in the order in which boot writes them.
pub(super) fn written(record: &Record) -> Option<JsValue> {
    let past = record.past.iter().map(|past| {
        Piece::Map(decision(&past.revision, past.source, past.layer, past.at, &past.choices))
    });
    let mut entries = vec![
        ("v", Piece::Number(record.v.into())),
        ("id", Piece::Text(&record.id)),
        ("notice", Piece::Text(&record.notice)),
        ("text", Piece::Text(&record.text)),
        ("lang", Piece::Text(&record.lang)),
        ("until", Piece::Number(record.until)),
        ("known", texts(&record.known)),
        ("past", Piece::List(past.collect())),
    ];
    let Record { revision, source, layer, at, choices, .. } = record;
    entries.extend(decision(revision, *source, *layer, *at, choices));
    Piece::Map(entries).serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()
}

fn decision<'a>(
    revision: &'a str,
    source: Source,
    layer: Option<Layer>,
    at: f64,
    choices: &'a ById<Choice>,
) -> Vec<(&'a str, Piece<'a>)> {
    let said = choices.0.iter().map(|(id, choice)| (&**id, Piece::Text(choice.wire_name())));
    let mut entries = vec![
        ("revision", Piece::Text(revision)),
        ("source", Piece::Text(source.wire_name())),
        ("at", Piece::Number(at)),
        ("choices", Piece::Map(said.collect())),
    ];
    if let Some(layer) = layer {
        entries.push(("layer", Piece::Number(layer.number().into())));
    }
    entries
}

fn texts(texts: &[Text]) -> Piece<'_> {
    Piece::List(texts.iter().map(|text| Piece::Text(text)).collect())
}
