//! The search box, what it has found, and the way from match to match.

use yew::Html;

use super::Action;
use super::context::View;
use super::tag::{list, on_click, tag};
use crate::notice::{UiCount, UiWord};

pub(super) fn search_box(view: View) -> Html {
    let search = &view.state.search;
    let press = |sign: &'static str, word: UiWord, action: Action| {
        let button = tag!(
            "button",
            ["type" = "button", "class" = "quiet", "aria-label" = view.word(word)],
            tag!("span", ["aria-hidden" = true], sign),
        );
        on_click(button, view.act(action))
    };
    let ways = || {
        let many = (search.total() > 0).then(|| {
            list(vec![
                press("↑", UiWord::PreviousMatch, Action::Step(true)),
                press("↓", UiWord::NextMatch, Action::Step(false)),
            ])
        });
        tag!("div", ["class" = "ways"], many, press("×", UiWord::ClearSearch, Action::Clear))
    };
    tag!(
        "div",
        ["class" = "search", "role" = "search"],
        tag!(
            "label",
            ["class" = "unseen", "for" = "sudare-search"],
            view.word(UiWord::SearchLabel)
        ),
        tag!(
            "input",
            [
                "type" = "search",
                "id" = "sudare-search",
                "placeholder" = view.word(UiWord::Search),
                "enterkeyhint" = "search",
                "autocomplete" = "off",
            ],
        ),
        tag!("p", ["class" = "found", "id" = "sudare-found", "role" = "status"], said(view)),
        search.is_on().then(ways),
    )
}

/// How much has been found, or which of it the visitor is at.
fn said(view: View) -> String {
    let search = &view.state.search;
    let total = search.total();
    if !search.is_on() {
        return String::new();
    }
    if total == 0 {
        return (**view.word(UiWord::NoMatches)).into();
    }
    match search.at() {
        Some(at) => [&*view.number(at), " / ", &*view.number(total)].concat(),
        None => {
            let matches = view.count(UiCount::Matches, total, &[]);
            match search.articles() {
                0 => matches,
                articles => {
                    [&*matches, " ", &view.count(UiCount::MatchesArticles, articles, &[])].concat()
                }
            }
        }
    }
}
