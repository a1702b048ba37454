//! The world as the view finds it in a browser.

use std::cell::{OnceCell, RefCell};

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, ShadowRoot};
use yew::html::Scope;

use super::speech::Intl;
use super::{Bridge, dialog, parse, store};
use crate::consent::Snapshot;
use crate::notice::{Notice, PluralCategory, Text};
use crate::widget::{Action, Chosen, Effects, NoticeView, Speech};

/// The world as the view finds it in a browser.
pub(super) struct Room {
    bridge: Bridge,
    root: ShadowRoot,
    view: OnceCell<Scope<NoticeView>>,
    opener: RefCell<Option<HtmlElement>>,
    intl: Intl,
}

impl Room {
    pub fn new(bridge: Bridge, root: ShadowRoot) -> Self {
        let (view, opener) = (OnceCell::new(), RefCell::default());
        Self { bridge, root, view, opener, intl: Intl::default() }
    }

    /// The view exists from now on.
    pub fn found_view(&self, view: Scope<NoticeView>) {
        let _ = self.view.set(view);
    }

    /// What holds now, as boot has it.
    pub fn snapshot(&self) -> Option<Snapshot> {
        store::from_js(&self.bridge.snapshot())
    }

    /// The text that the visitor has chosen on.
    pub fn chosen(&self, notice_id: &str) -> Option<Chosen> {
        let now = self.snapshot()?;
        let record = store::record(&self.bridge, &now, notice_id)?;
        Some(Chosen { revision: record.revision, text: record.text, at: now.decided_at? })
    }

    /// Where the keyboard is before the dialog takes it.
    pub fn remember_opener(&self) {
        let open = dialog::dialog(&self.root).is_some_and(|dialog| dialog.open());
        if !open {
            self.opener.replace(dialog::focused());
        }
    }

    /// The browser's own search found something in an article.
    pub fn found(&self, article: &str) {
        self.tell(Action::Found(article.into()));
    }

    /// A dialog gives the focus back by itself; across shadow roots not every browser does.
    pub fn closed(&self) {
        if let Some(opener) = self.opener.take() {
            let _ = opener.focus();
        }
        self.bridge.hidden();
    }

    fn tell(&self, action: Action) {
        if let Some(view) = self.view.get() {
            view.send_message(action);
        }
    }
}

impl Effects for Room {
    /// The order is a promise: write, then publish, then (the caller) the screen.
    fn choose(&self, notice: &Notice, said: &[(Text, bool)]) -> Option<Snapshot> {
        store::write(&self.bridge, &self.snapshot()?, notice, said);
        self.bridge.published();
        self.snapshot()
    }

    fn forget(&self) -> Option<Snapshot> {
        self.bridge.forget();
        self.snapshot()
    }

    fn download(&self, notice: &Notice) {
        let text = self.snapshot().and_then(|now| store::text(&self.bridge, &now));
        if let Some(text) = text {
            let name = ["consent-", &notice.id, ".json"].concat();
            let _ = store::download(&text, &name);
        }
    }

    fn language(&self, tag: &Text) {
        let Some(view) = self.view.get().cloned() else { return };
        let coming = JsFuture::from(self.bridge.notice(tag));
        spawn_local(async move {
            let text = coming.await.ok().and_then(|text| text.as_string());
            let notice = parse(&text.unwrap_or_default());
            view.send_message(notice.map_or(Action::LoadFailed, Action::Translated));
        });
    }

    fn close(&self) {
        if let Some(dialog) = dialog::dialog(&self.root) {
            dialog.close();
        }
    }

    fn reveal(&self, id: &str) {
        dialog::reveal(&self.root, id);
    }
}

impl Speech for Room {
    fn plural(&self, lang: &str, number: usize) -> PluralCategory {
        self.intl.plural(lang, number)
    }

    fn number(&self, lang: &str, number: usize) -> Text {
        self.intl.number(lang, number)
    }

    fn date(&self, lang: &str, iso: &str) -> Text {
        self.intl.date(lang, iso)
    }
}
