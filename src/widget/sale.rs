//! *Do not sell or share*: a control of its own, one step, where the owner declares sale or
//! sharing (Cal. Civ. Code §1798.135; 11 CCR §7026).

use std::rc::Rc;

use yew::Html;

use super::Action;
use super::context::View;
use super::tag::{on_click, tag};
use crate::consent::Why;
use crate::notice::{PurposeKind, Text, UiWord};

/// The control; once it has been used, or the browser's signal has, that the visitor has opted out.
pub(super) fn sale(view: View) -> Option<Html> {
    let now = view.state.snapshot.as_ref()?;
    let sales = view.notice().purposes.iter().filter(|its| its.kind == PurposeKind::Sale);
    let said: Rc<[(Text, bool)]> = sales.map(|purpose| (purpose.id.clone(), false)).collect();
    if said.is_empty() {
        return None;
    }
    let opted_out = |why: Option<Why>| matches!(why, Some(Why::Denied | Why::Gpc));
    Some(if said.iter().all(|(id, _)| opted_out(now.why.get(id))) {
        tag!("p", ["class" = "said"], view.word(UiWord::DoNotSellDone))
    } else {
        let button = tag!(
            "button",
            ["type" = "button", "class" = "sale", "data-consent-action" = "do-not-sell"],
            view.word(UiWord::DoNotSell),
        );
        on_click(button, view.act(Action::Choose(said, view.layer)))
    })
}
