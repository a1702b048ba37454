//! The languages as the browser knows them: `Intl`. Making a formatter takes it longer than all
//! the formatting, so that the ones of the language that is shown are kept.

use std::cell::{OnceCell, RefCell};

use js_sys::{Date, Object};
use wasm_bindgen::prelude::*;

use crate::notice::{PluralCategory, Text};
use crate::widget::digits;

// js-sys has them too, with more than is needed and a list for every tag.
#[wasm_bindgen]
extern "C" {
    type PluralRules;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(lang: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;

    type NumberFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(lang: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;

    #[wasm_bindgen(extends = Object)]
    type DateOptions;
    #[wasm_bindgen(method, setter, js_name = dateStyle)]
    fn set_style(this: &DateOptions, style: &str);
    #[wasm_bindgen(method, setter, js_name = timeZone)]
    fn set_zone(this: &DateOptions, zone: &str);

    type DateTimeFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(lang: &str, options: &DateOptions) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &Date) -> String;
}

/// The formatters of one language, each made when it is first wanted: that takes the browser longer
/// than to paint.
struct Formatters {
    lang: Text,
    plurals: OnceCell<Option<PluralRules>>,
    numbers: OnceCell<Option<NumberFormat>>,
    dates: OnceCell<Option<DateTimeFormat>>,
}

impl Formatters {
    fn of(lang: &str) -> Self {
        let lang = lang.into();
        let (plurals, numbers, dates) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { lang, plurals, numbers, dates }
    }

    fn plurals(&self) -> Option<&PluralRules> {
        self.plurals.get_or_init(|| PluralRules::new(&self.lang).ok()).as_ref()
    }

    fn numbers(&self) -> Option<&NumberFormat> {
        self.numbers.get_or_init(|| NumberFormat::new(&self.lang).ok()).as_ref()
    }

    fn dates(&self) -> Option<&DateTimeFormat> {
        let make = || {
            let options: DateOptions = Object::new().unchecked_into();
            options.set_style("long");
            // A day is a day of the calendar, the same one wherever it is read.
            options.set_zone("UTC");
            DateTimeFormat::new(&self.lang, &options).ok()
        };
        self.dates.get_or_init(make).as_ref()
    }
}

/// What the browser knows of the language that was asked about last.
#[derive(Default)]
pub(super) struct Intl(RefCell<Option<Formatters>>);

impl Intl {
    fn with<T>(&self, lang: &str, act: impl Fn(&Formatters) -> Option<T>) -> Option<T> {
        let mut kept = self.0.borrow_mut();
        if kept.as_ref().is_none_or(|kept| &*kept.lang != lang) {
            *kept = Some(Formatters::of(lang));
        }
        kept.as_ref().and_then(act)
    }

    #[expect(clippy::cast_precision_loss, reason = "nobody counts that far")]
    pub fn plural(&self, lang: &str, number: usize) -> PluralCategory {
        let name = self.with(lang, |known| Some(known.plurals()?.select(number as f64)));
        PluralCategory::named(&name.unwrap_or_default())
    }

    #[expect(clippy::cast_precision_loss, reason = "nobody counts that far")]
    pub fn number(&self, lang: &str, number: usize) -> Text {
        let text = self.with(lang, |known| Some(known.numbers()?.format(number as f64)));
        text.unwrap_or_else(|| digits(u32::try_from(number).unwrap_or(u32::MAX))).into()
    }

    pub fn date(&self, lang: &str, day: &str) -> Text {
        let date = Date::new(&day.into());
        if date.get_time().is_nan() {
            return day.into();
        }
        let text = self.with(lang, |known| Some(known.dates()?.format(&date)));
        text.map_or_else(|| day.into(), Text::from)
    }
}

const DAY: usize = "YYYY-MM-DD".len();

/// The calendar day of an instant, where the reader is.
pub(super) fn day(iso: &Text) -> Text {
    let date = Date::new(&(&**iso).into());
    let time = date.get_time();
    if iso.len() <= DAY || time.is_nan() {
        return iso.clone();
    }
    date.set_time(time - date.get_timezone_offset() * 60_000.0);
    String::from(date.to_iso_string()).get(..DAY).map_or_else(|| iso.clone(), Text::from)
}
