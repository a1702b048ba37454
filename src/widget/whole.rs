//! *The whole notice*: title, preamble and every article, in the owner's order and words.

use yew::Html;

use super::Action;
use super::article::articles;
use super::body::text;
use super::context::View;
use super::inline::{Links, line};
use super::tag::{list, tag};
use crate::notice::{Article, UiWord};

/// The policy, whole. Inside `data-policy` stand the owner's words only, all of them and in
/// order; what is not theirs is marked `data-ui`.
pub(super) fn whole(view: View) -> Html {
    let notice = view.notice();
    let way = if view.live() {
        tag!(
            "div",
            ["class" = "rolls"],
            view.button(UiWord::OpenAll, Action::OpenAll(true)),
            view.button(UiWord::CloseAll, Action::OpenAll(false)),
        )
    } else {
        let waiting = |word: UiWord, does: &'static str| {
            tag!(
                "button",
                ["type" = "button", "class" = "quiet", "data-does" = does],
                view.word(word)
            )
        };
        list(vec![
            contents(view),
            tag!(
                "div",
                ["class" = "rolls", "hidden" = "", "data-live" = ""],
                waiting(UiWord::OpenAll, "open-all"),
                waiting(UiWord::CloseAll, "close-all"),
            ),
        ])
    };
    let policy = tag!(
        "div",
        ["class" = "policy", "data-policy" = ""],
        tag!("h3", ["class" = "name"], line(&notice.title, view.links())),
        tag!("div", ["id" = "sudare-preamble"], text(&notice.preamble, view.links())),
        articles(view),
    );
    view.part("whole", UiWord::WholeNotice, vec![way, policy])
}

/// The table of contents of the static page.
fn contents(view: View) -> Html {
    let entry = |article: &Article| {
        let href = ["#", &article.id].concat();
        tag!("li", tag!("a", ["href" = href], line(&article.title, Links::None)))
    };
    let entries: Vec<Html> = view.notice().articles.iter().map(entry).collect();
    tag!(
        "nav",
        ["class" = "contents", "aria-label" = view.word(UiWord::Contents)],
        tag!("ul", entries),
    )
}
