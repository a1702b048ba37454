//! The world as the view finds it in a browser.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlInputElement, ShadowRoot};
use yew::Callback;
use yew::html::Scope;

use super::highlight::Highlights;
use super::later::Later;
use super::speech::Intl;
use super::{Bridge, boxes, dialog, parse, print, speech, store, turns};
use crate::consent::{Layer, Record, Snapshot};
use crate::notice::{Notice, PluralCategory, Text};
use crate::widget::{Action, Chosen, Effects, NoticeView, Speech};

/// How deep what is drawn later stands in each other: the notice, its parts, a part's lists, their items.
const DEPTH: u32 = 4;

/// The world as the view finds it in a browser.
pub(super) struct Room {
    bridge: Bridge,
    root: ShadowRoot,
    view: OnceCell<Scope<NoticeView>>,
    /// Boot's own object of what was last given to be shown.
    shown: RefCell<JsValue>,
    intl: Intl,
    highlights: Highlights,
    /// What is drawn in the browser's idle time.
    pub later: Rc<Later>,
    /// How many keys have been typed in the boxes.
    pub typed: Cell<u32>,
    /// When the last one was, in milliseconds since 1970.
    pub typed_at: Rc<Cell<f64>>,
    /// Whether what was typed last is still to be looked for.
    pub waits: Cell<bool>,
}

impl Room {
    pub fn new(bridge: Bridge, root: ShadowRoot) -> Self {
        Self {
            bridge,
            root,
            view: OnceCell::new(),
            shown: RefCell::default(),
            intl: Intl::default(),
            highlights: Highlights::default(),
            later: Rc::default(),
            typed: Cell::default(),
            typed_at: Rc::default(),
            waits: Cell::default(),
        }
    }

    /// Where the notice stands.
    pub fn root(&self) -> &ShadowRoot {
        &self.root
    }

    /// The view exists from now on.
    pub fn found_view(&self, view: Scope<NoticeView>) {
        let _ = self.view.set(view);
    }

    /// Whether what holds now is what was given to be shown: boot makes another where it changes.
    pub fn is_shown(&self) -> bool {
        *self.shown.borrow() == self.bridge.snapshot()
    }

    /// The text that the visitor has chosen on.
    pub fn chosen(&self, now: &Snapshot) -> Option<Chosen> {
        let record = store::record(&self.bridge, now)?;
        Some(Chosen { revision: record.revision, text: record.text, at: now.decided_at.clone()? })
    }

    pub fn is_open(&self) -> bool {
        dialog::dialog(&self.root).is_some_and(|dialog| dialog.open())
    }

    /// The browser's own search found something in an article.
    pub fn found(&self, article: &str) {
        self.tell(Action::Found(article.into()));
    }

    /// The dialog has closed. That is heard a turn later: it may be open again.
    pub fn closed(&self) {
        if !self.is_open() {
            self.bridge.emit("hide");
        }
    }

    /// Has all of the notice drawn before the browser's next turn.
    pub fn finish(&self) {
        self.tell(Action::Rest);
        self.later.finish(DEPTH);
    }

    pub fn tell(&self, action: Action) {
        if let Some(view) = self.view.get() {
            view.send_message(action);
        }
    }
}

impl Effects for Room {
    fn snapshot(&self) -> Option<Snapshot> {
        let now = self.bridge.snapshot();
        let snapshot = store::from_js(&now);
        self.shown.replace(now);
        snapshot
    }

    /// The order is a promise: write, then publish, then (the caller) the screen.
    fn choose(&self, now: &Snapshot, notice: &Notice, said: &[(Text, bool)], layer: Layer) {
        store::write(&self.bridge, now, notice, said, layer);
        self.bridge.published();
    }

    fn forget(&self) {
        self.bridge.forget();
    }

    fn download(&self, now: &Snapshot, notice: &Notice) {
        let name = ["consent-", &notice.id, ".json"].concat();
        // Where the standard's form cannot be had, the record as it is stored.
        let text = store::text(&self.bridge, now);
        turns::value_of(self.bridge.receipt(), move |receipt| {
            if let Some(text) = store::readable(&receipt).or(text) {
                let _ = store::download(&text, &name);
            }
        });
    }

    fn language(&self, tag: &Text) {
        let Some(view) = self.view.get().cloned() else { return };
        turns::value_of(self.bridge.notice(tag), move |text| {
            let notice = parse(&text.as_string().unwrap_or_default());
            view.send_message(notice.map_or(Action::LoadFailed, Action::Translated));
        });
    }

    fn record(&self, now: &Snapshot) -> Option<Record> {
        store::record(&self.bridge, now)
    }

    fn instant(&self, ms: f64) -> Text {
        String::from(js_sys::Date::new(&ms.into()).to_iso_string()).into()
    }

    fn ticks(&self, now: &Snapshot) -> Vec<Text> {
        store::ticks(&self.bridge, now)
    }

    fn keep_ticks(&self, now: &Snapshot, ticked: &[Text]) {
        store::keep_ticks(&self.bridge, now, ticked);
    }

    fn print(&self) {
        print::print(self);
    }

    fn close(&self) {
        if let Some(dialog) = dialog::dialog(&self.root) {
            dialog.close();
        }
    }

    fn reveal(&self, id: &str) {
        dialog::reveal(&self.root, id);
    }

    fn later(&self, draw: Callback<()>) -> bool {
        self.later.push(draw);
        true
    }

    fn again_later(&self, draw: Callback<()>) -> bool {
        self.later.push_again(draw)
    }

    fn all_drawn(&self) -> bool {
        self.later.is_empty()
    }

    fn at_rest(&self, act: Callback<()>) {
        turns::at_rest(self.typed_at.clone(), move || act.emit(()));
    }

    fn after_painting(&self, act: Callback<()>) {
        turns::after_painting(move || act.emit(()));
    }

    fn after_others(&self, act: Callback<()>) {
        turns::after_others(move || act.emit(()));
    }

    /// The browser's tables; ours would be many times the widget.
    fn plain_letters(&self, text: &str) -> String {
        let plain = js_sys::JsString::from(text).normalize("NFKD");
        plain.to_upper_case().to_lower_case().into()
    }

    fn highlight(&self, id: &str, parts: &[Range<usize>]) {
        self.highlights.add(&self.root, id, parts);
    }

    fn highlight_one(&self, id: &str, part: Range<usize>) {
        if let Some(range) = self.highlights.add_one(&self.root, id, part) {
            dialog::bring(&self.root, &range);
            // WebKit lays out what was out of sight only when it paints it.
            let root = self.root.clone();
            turns::after_painting(move || dialog::bring(&root, &range));
        }
    }

    fn clear_search(&self) {
        if let Some(input) = self.root.get_element_by_id(boxes::SEARCH) {
            let input: HtmlInputElement = input.unchecked_into();
            input.set_value("");
            let _ = input.focus();
        }
    }

    fn no_highlights(&self) {
        self.highlights.clear();
    }
}

impl Speech for Room {
    fn plural(&self, lang: &str, number: usize) -> PluralCategory {
        self.intl.plural(lang, number)
    }

    fn number(&self, lang: &str, number: usize) -> Text {
        self.intl.number(lang, number)
    }

    fn day(&self, iso: &Text) -> Text {
        speech::day(iso)
    }

    fn date(&self, lang: &str, day: &str) -> Text {
        self.intl.date(lang, day)
    }
}
